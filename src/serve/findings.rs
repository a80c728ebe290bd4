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
    /// In all, with how many pages are others than before.
    All(Vec<Diagnostic>, Option<usize>),
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

    /// Notes what was found when all files were made, and how many pages are others than before.
    pub fn complete(&self, found: Vec<Diagnostic>, changed: Option<usize>) {
        *locked(&self.after) = After::All(found, changed);
    }

    /// Whether all files were made.
    pub fn is_complete(&self) -> bool {
        matches!(&*locked(&self.after), After::All(..))
    }

    /// How many pages are others than before; `None`: it is not known yet, or they were made for the first time.
    pub fn changed_pages(&self) -> Option<usize> {
        if let After::All(_, changed) = &*locked(&self.after) { *changed } else { None }
    }

    /// All that is known, in the order of files and places, each once.
    pub fn all(&self) -> Vec<Diagnostic> {
        let mut report = Report::default();
        report.add(self.before.iter().cloned());
        match &*locked(&self.after) {
            After::Asked(asked) => report.add(asked.values().flatten().cloned()),
            After::All(found, _) => report.add(found.iter().cloned()),
        }
        report.finish(()).diagnostics
    }
}
