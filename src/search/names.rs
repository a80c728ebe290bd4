//! All names of what a search finds, from A to Z.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::link::called::Spoken;
use crate::plan::search;
use crate::position::RecordIx;
use crate::report::localizer::Localizer;
use crate::search::fold;
use crate::words::initial;

/// A name in the list from A to Z.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name.
    pub name: Box<str>,
    /// The tag of its language, where it is not that of the reader; `None`: it is, or nobody says.
    pub language: Option<Box<str>>,
    /// What is called so.
    pub record: RecordIx,
    /// Whether it is not the name that stands at the head of its page.
    pub also: bool,
}

/// The list from A to Z.
#[derive(Debug, Default)]
pub struct Names {
    /// Its entries, in the order of a dictionary.
    pub entries: Vec<Entry>,
    /// Each letter or digit that entries begin with, with the position of the first of them.
    pub letters: Vec<(usize, Box<str>)>,
}

/// The names of a language.
pub fn of_language(localizer: Localizer) -> Names {
    let Localizer { report, language, .. } = localizer;
    let records: Vec<RecordIx> = search::records(&report.site, &report.plan.addresses, language).collect();
    let mut entries: Vec<Entry> = records.par_iter().flat_map_iter(|record| of_record(localizer, *record)).collect();
    let locale = report.locales.get(language);
    // Records come in the same order whatever the number of threads: a stable sort keeps it among equals.
    entries.par_sort_by(|a, b| locale.compare(&a.name, &b.name));
    Names { letters: letters(&entries), entries }
}

fn letters(entries: &[Entry]) -> Vec<(usize, Box<str>)> {
    let mut seen = BTreeSet::new();
    let initials = entries.iter().map(|entry| heading(&entry.name)).enumerate();
    let first = initials.filter(|(_, letter)| !letter.is_empty() && seen.insert(letter.clone()));
    first.map(|(at, letter)| (at, letter.into())).collect()
}

/// Above which a name stands: its first letter; all digits are one heading, and so are all Chinese characters, of which each
/// would be one of its own.
fn heading(name: &str) -> String {
    let letter = initial(name);
    match letter.chars().next() {
        Some(first) if first.is_numeric() => "0–9".to_owned(),
        Some(first) if fold::is_han(first) => "漢字".to_owned(),
        _ => letter,
    }
}

fn of_record(localizer: Localizer<'_>, record: RecordIx) -> impl Iterator<Item = Entry> {
    let names = localizer.report.site.names(record, localizer.language);
    names.into_iter().enumerate().map(move |(at, called)| Entry {
        name: called.text.into(),
        language: foreign(localizer, called.language).map(Box::from),
        record,
        also: at > 0,
    })
}

/// The tag of a language that is not the reader's.
pub fn foreign<'r>(localizer: Localizer<'r>, language: Spoken<'r>) -> Option<&'r str> {
    let tag = match language {
        Spoken::Site(at) => localizer.with(at).code(),
        Spoken::Tag(tag) => tag,
        Spoken::Unknown => return None,
    };
    (tag != localizer.code()).then_some(tag)
}
