//! Findings as people read them: of many that are alike the first few, and how many more there are.
//!
//! Programs get all of them: only what is written for people is gathered.

use std::collections::HashMap;

use super::{Diagnostic, Severity};

/// So many errors that are alike are shown: each has to be mended.
const ERRORS: usize = 10;
/// So many warnings or notes that are alike are shown.
const OTHERS: usize = 3;

/// A finding that is shown, with those that are not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gathered<'d> {
    /// The finding.
    pub finding: &'d Diagnostic,
    /// How many more are like it and are not shown; said behind the last that is.
    pub more: usize,
}

/// The findings that are shown, in their order. Two are alike when they have one code and one wording, names and numbers
/// aside.
pub fn gathered(diagnostics: &[Diagnostic]) -> Vec<Gathered<'_>> {
    let kinds: Vec<(&str, String)> = diagnostics.iter().map(|d| (d.code.name, wording(&d.message))).collect();
    let mut left: HashMap<&(&str, String), usize> = HashMap::new();
    for kind in &kinds {
        *left.entry(kind).or_default() += 1;
    }
    let mut shown: HashMap<&(&str, String), usize> = HashMap::new();
    let mut list = Vec::new();
    for (finding, kind) in diagnostics.iter().zip(&kinds) {
        let limit = if finding.code.severity == Severity::Error { ERRORS } else { OTHERS };
        let count = shown.entry(kind).or_default();
        *count += 1;
        if *count <= limit {
            let more = if *count == limit { left[kind] - limit } else { 0 };
            list.push(Gathered { finding, more });
        }
    }
    list
}

/// A message without what it names: the parts between backticks, words with a slash (records, files) and digits.
fn wording(message: &str) -> String {
    let outside: String = message.split('`').step_by(2).collect();
    let words = outside.split(' ').filter(|word| !word.contains('/'));
    words.flat_map(str::chars).filter(|c| !c.is_ascii_digit()).collect()
}
