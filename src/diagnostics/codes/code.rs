//! What a kind of finding is.

use crate::diagnostics::severity::Severity;

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The name that people, scripts and editors know it by.
    pub name: &'static str,
    /// Whether it stops publication.
    pub severity: Severity,
    /// What it is, in a few words.
    pub title: &'static str,
    /// What it means and why it is reported, in plain words.
    pub explanation: &'static str,
    /// An example that causes it.
    pub before: &'static str,
    /// The same, mended.
    pub after: &'static str,
}

/// A kind of finding: its title, explanation, and an example before and after.
pub const fn code(
    name: &'static str,
    severity: Severity,
    [title, explanation, before, after]: [&'static str; 4],
) -> Code {
    Code { name, severity, title, explanation, before, after }
}
