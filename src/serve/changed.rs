//! What changed of a site.

use std::collections::BTreeSet;
use std::path::PathBuf;

/// What changed, as far as that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// At these paths: a file, or a folder with anything in it.
    At(BTreeSet<PathBuf>),
    /// Anywhere.
    Anywhere,
}

impl Changed {
    /// Whether nothing did.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Changed::At(paths) if paths.is_empty())
    }

    /// Adds what else changed.
    pub fn add(&mut self, more: Changed) {
        match (self, more) {
            (Changed::At(known), Changed::At(more)) => known.extend(more),
            (known, Changed::Anywhere) => *known = Changed::Anywhere,
            (Changed::Anywhere, Changed::At(_)) => {}
        }
    }
}
