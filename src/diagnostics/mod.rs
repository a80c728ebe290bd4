//! Diagnostics: what is wrong with the content, where, and what to do about it.
//!
//! In:  places and sentences from every stage.
//! Out: [`Report`], sorted, ready for people ([`human`], alike ones [`gathered`]), programs ([`json`]) and code hosts
//!      ([`sarif`]).
//!
//! A mistake in the content is a value, never an early exit. Imports nothing of the project.

pub mod severity;
pub mod codes;
pub mod place;
pub mod gathered;
pub mod printable;
pub mod human;
pub mod json;
pub mod sarif;

use std::cmp::Ordering;

use strsim::osa_distance;

pub use codes::Code;
pub use place::Place;
pub use severity::Severity;

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// What kind of finding; fixes the severity. Authors see it, so it is never renamed.
    pub code: &'static Code,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in one sentence that names the value found.
    pub message: String,
    /// What to do about it; `None` when we cannot tell.
    pub hint: Option<String>,
    /// Other places that belong to it, each with a few words.
    pub related: Vec<(Place, String)>,
}

impl Diagnostic {
    /// A finding without hint or related places.
    pub fn new(code: &'static Code, place: Place, message: impl Into<String>) -> Self {
        Diagnostic { code, place, message: message.into(), hint: None, related: Vec::new() }
    }

    /// The same finding with a hint.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same finding with a hint, if there is one.
    pub fn hint_if(mut self, hint: Option<String>) -> Self {
        self.hint = hint.or(self.hint);
        self
    }

    /// The same finding with one more place that belongs to it.
    pub fn related(mut self, place: Place, words: impl Into<String>) -> Self {
        self.related.push((place, words.into()));
        self
    }

    /// Errors first: what stops publication is not to be looked for among what does not.
    fn order(&self, other: &Self) -> Ordering {
        fn key(d: &Diagnostic) -> (Severity, &str, u32, u32, &str, &str) {
            (d.code.severity, &d.place.path, d.place.line, d.place.column, d.code.name, &d.message)
        }
        key(self).cmp(&key(other))
    }
}

/// What a stage made, with everything it noticed while making it.
#[derive(Debug)]
pub struct Checked<T> {
    /// What the stage made; usable even when there are errors, so that later stages can look for more.
    pub value: T,
    /// What it noticed.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value with nothing to say about it.
    pub fn clean(value: T) -> Self {
        Checked { value, diagnostics: Vec::new() }
    }

    /// What the next stage makes of it, with the findings of both, as [`Report::finish`] sorts them.
    pub fn then<U>(self, next: impl FnOnce(&T) -> Checked<U>) -> Checked<U> {
        let mut report = Report::default();
        let value = report.take(self);
        let made = report.take(next(&value));
        report.finish(made)
    }
}

/// The findings of all stages of one run.
#[derive(Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Keeps the findings and passes the value on.
    pub fn take<T>(&mut self, checked: Checked<T>) -> T {
        self.diagnostics.extend(checked.diagnostics);
        checked.value
    }

    /// Adds findings that come without a value.
    pub fn add(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }

    /// Whether there is a finding that stops publication.
    pub fn has_errors(&self) -> bool {
        self.has_error(|_| true)
    }

    /// Whether there is an error of some kind.
    pub fn has_error(&self, is_kind: impl Fn(&'static Code) -> bool) -> bool {
        self.diagnostics.iter().any(|d| d.code.severity == Severity::Error && is_kind(d.code))
    }

    /// The value with all findings, sorted by severity, file, line, column and code, each once.
    pub fn finish<T>(mut self, value: T) -> Checked<T> {
        self.diagnostics.sort_by(Diagnostic::order);
        // The same mistake is often met on many pages: the first tells of it.
        self.diagnostics.dedup_by(|b, a| (a.code, &a.place, &a.message) == (b.code, &b.place, &b.message));
        Checked { value, diagnostics: self.diagnostics }
    }
}

/// How many findings of a severity there are.
pub fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|d| d.code.severity == severity).count()
}

/// The candidate nearest to `word`, when it is near enough to be what was meant: at most a third of its
/// letters differ (Damerau-Levenshtein distance, restricted), letter case aside.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    let length = folded.chars().count();
    let limit = (length / 3).max(1);
    candidates
        .into_iter()
        .filter(|c| c.chars().count().abs_diff(length) <= limit)
        .map(|c| (osa_distance(&folded, &c.to_lowercase()), c))
        .filter(|(d, _)| *d <= limit)
        .min()
        .map(|(_, near)| near)
}

/// The nearest candidate as a question.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, candidates).map(|near| format!("did you mean `{near}`?"))
}

/// The same with the `; ` that joins it to a sentence; empty when nothing is near enough.
pub fn or_did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    did_you_mean(word, candidates).map(|hint| format!("; {hint}")).unwrap_or_default()
}

#[cfg(test)]
mod tests;
