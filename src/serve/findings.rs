//! What was found in one state of the site: before its pages, in the pages that somebody looked at, and, when all others have
//! been rendered behind them, in all.

use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::diagnostics::{Diagnostic, Report};
use crate::serve::locked::locked;

/// What was found in one state of the site.
#[derive(Default)]
pub struct Findings {
    /// Before any page was made.
    before: Vec<Diagnostic>,
    after: Mutex<After>,
}

/// What was found when files were made.
enum After {
    /// In those that somebody asked for, by their path.
    Asked(BTreeMap<Box<str>, Vec<Diagnostic>>),
    /// In all.
    All(Vec<Diagnostic>),
}

impl Default for After {
    fn default() -> Self {
        After::Asked(BTreeMap::new())
    }
}

impl Findings {
    /// What was found before any page was made.
    pub fn new(before: Vec<Diagnostic>) -> Self {
        Findings { before, after: Mutex::default() }
    }

    /// Notes what was found when a file was made.
    pub fn add(&self, path: &str, found: &[Diagnostic]) {
        if let After::Asked(asked) = &mut *locked(&self.after)
            && !found.is_empty()
        {
            asked.insert(path.into(), found.to_vec());
        }
    }

    /// Notes what was found when all files were made.
    pub fn complete(&self, found: Vec<Diagnostic>) {
        *locked(&self.after) = After::All(found);
    }

    /// Whether all files were made.
    pub fn is_complete(&self) -> bool {
        matches!(&*locked(&self.after), After::All(_))
    }

    /// All that is known, in the order of files and places, each once.
    pub fn all(&self) -> Vec<Diagnostic> {
        let mut report = Report::default();
        report.add(self.before.iter().cloned());
        match &*locked(&self.after) {
            After::Asked(asked) => report.add(asked.values().flatten().cloned()),
            After::All(found) => report.add(found.iter().cloned()),
        }
        report.finish(()).diagnostics
    }
}
