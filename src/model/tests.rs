//! Unit tests of `model`.
