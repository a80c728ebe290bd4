//! Unit tests of `write`.
