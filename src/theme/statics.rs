//! Static files of a theme.

use std::sync::Arc;

/// A static file.
pub struct StaticFile {
    /// Path below the theme's `static/`.
    pub name: Box<str>,
    /// Where it is.
    pub content: StaticContent,
}

/// Where the bytes of a static file are.
pub enum StaticContent {
    /// In a file of the site.
    File(Arc<str>),
    /// In the program.
    Builtin(&'static [u8]),
    /// Made for this site.
    Made(Vec<u8>),
}
