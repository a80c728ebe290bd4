//! How long the data files are. Pages say it beside their links, so it is known before they are made; the bytes are not kept.

use std::collections::BTreeMap;

/// Bytes of each data file that was written, by its path.
#[derive(Debug, Default)]
pub struct Sizes(BTreeMap<String, u64>);

impl Sizes {
    /// Bytes of a file; `None`: there is no such file.
    pub fn of(&self, path: &str) -> Option<u64> {
        self.0.get(path).copied()
    }

    /// Adds files that were written.
    pub fn add(&mut self, files: impl IntoIterator<Item = Written>) {
        self.0.extend(files.into_iter().map(|file| (file.path, file.bytes)));
    }
}

/// A file that was handed on.
pub struct Written {
    /// Its path below the output.
    pub path: String,
    /// How long it is.
    pub bytes: u64,
}
