//! Unit tests of `link`.
