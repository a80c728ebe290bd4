//! Unit tests of `render`.
