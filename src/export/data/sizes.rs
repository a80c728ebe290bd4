//! How long the data files are, which pages say beside their links. The bytes are not kept.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

/// Bytes of each data file that was made.
#[derive(Debug, Default)]
pub struct Sizes(RwLock<Known>);

#[derive(Debug, Default)]
struct Known {
    /// By path; `None`: it was found that there is no such file.
    files: BTreeMap<String, Option<u64>>,
    /// Whether all are known.
    is_whole: bool,
}

impl Sizes {
    /// Bytes of the file at a path, or that there is none; `None`: it was not made yet.
    pub fn of(&self, path: &str) -> Option<Option<u64>> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known.files.get(path).copied().or_else(|| known.is_whole.then_some(None))
    }

    /// Notes a file that was made.
    pub fn add(&self, path: String, bytes: u64) {
        self.write(|known| known.files.insert(path, Some(bytes)));
    }

    /// Notes that a file could not be made.
    pub fn has_none(&self, path: String) {
        self.write(|known| known.files.insert(path, None));
    }

    /// Notes that every file was made: there are no others.
    pub fn are_all(&self) {
        self.write(|known| known.is_whole = true);
    }

    fn write<T>(&self, change: impl FnOnce(&mut Known) -> T) {
        change(&mut self.0.write().unwrap_or_else(PoisonError::into_inner));
    }
}
