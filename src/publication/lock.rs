//! The record of publications: `content/published.lock`.
//!
//! A header, then one line for each edition, each published fact and value of a figure, each page, each other address and
//! each record that was withdrawn, sorted, without counts or positions: two branches that publish different things can be
//! merged line by line. The last word of a line is the edition that first said it; of several lines with one key that of the
//! latest edition counts, and the others are its history.
//!
//! ```text
//! prospectus published 2
//! address /id/centers/bearings/ centers/bearings 2026-12-01
//! edition 2026-12-01 as-of 2026-11-24
//! fact centers/bearings level - provincial 2026-12-01
//! fact centers/x capacities[laboratories].value <=2022-09 more-than:12 provisional 2026-12-01
//! figure centers-by-city/qingdao 2019-06-12 computed 2 2026-12-01
//! figure provincial-centers 2022-02-28 reported 22 provisional 2026-12-01
//! gone centers/y 2027-02-01
//! page /en/centers/bearings/ centers/bearings en 4f2a90c1d3e85b67 2026-12-01
//! ```

use std::borrow::Cow;
use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::date::Day;
use crate::model::value::{Status, word_of};
use crate::parse::Span;
use crate::publication::fact::{FactKey, PublishedFact};
use crate::publication::fingerprint::Fingerprint;
use crate::publication::value::{PublishedValue, ValueKey, basis_word};

/// Path of the record below the site's folder.
pub const FILE: &str = "content/published.lock";
/// What its first line begins with, before the version of its format.
pub const HEADER: &str = "prospectus published";
/// The version that is written.
pub const VERSION: u32 = 2;

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lock {
    /// Every edition, by its day; none in a record of format 1.
    pub editions: BTreeMap<Day, Edition>,
    /// Every fact whose type can be held against it.
    pub facts: BTreeMap<FactKey, Entry<PublishedFact>>,
    /// Every value of a figure.
    pub values: BTreeMap<ValueKey, Entry<PublishedValue>>,
    /// Every page, by its address below the site. Its edition is the one that last changed what it says.
    pub pages: BTreeMap<Box<str>, Entry<PublishedPage>>,
    /// Every other address that leads to a record: permanent ones and aliases; with the record's key.
    pub addresses: BTreeMap<Box<str>, Entry<Box<str>>>,
    /// Records that were withdrawn, by their keys.
    pub gone: BTreeMap<Box<str>, Entry<()>>,
    /// What earlier editions said of facts and values that a later one says otherwise, where only the record knows it.
    pub former: Former,
}

/// Lines that a later edition supersedes, the oldest first; never an empty list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Former {
    /// Of facts.
    pub facts: BTreeMap<FactKey, Vec<Entry<PublishedFact>>>,
    /// Of values of figures.
    pub values: BTreeMap<ValueKey, Vec<Entry<PublishedValue>>>,
}

/// One publication. Its name is its day: what is published twice on one day is one edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// The day of the publication.
    pub day: Day,
    /// The day to which its data were looked after.
    pub as_of: Day,
}

/// Something published, with the line that says so.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    /// What was published.
    pub it: T,
    /// The day of the edition that first said it; of a page, of the one that last changed what it says. In a record of
    /// format 1, which has it for pages only, the newest of them; [`Day::ALWAYS`] if there is no page.
    pub edition: Day,
    /// Its line; empty when it does not stand in a file yet.
    pub span: Span,
}

/// A page as it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedPage {
    /// `centers/bearings`, or `centers` for the index.
    pub of: Box<str>,
    /// Its language.
    pub language: Box<str>,
    /// What it says and shows; in a record of format 1 a hash of another kind, which equals none of today's.
    pub hash: Fingerprint,
}

impl<T> Entry<T> {
    /// Something that stands in no file yet, in the edition of that day.
    pub fn new(it: T, edition: Day) -> Self {
        Entry { it, edition, span: Span::default() }
    }
}

/// Entries are equal when they say the same, wherever they stand.
impl<T: PartialEq> PartialEq for Entry<T> {
    fn eq(&self, other: &Self) -> bool {
        (&self.it, self.edition) == (&other.it, other.edition)
    }
}

impl<T: Eq> Eq for Entry<T> {}

impl Lock {
    /// The last edition; `None` in a record of format 1.
    pub fn last_edition(&self) -> Option<Edition> {
        self.editions.values().next_back().copied()
    }

    /// The day of the last publication; `None` when a record of format 1 has no page.
    pub fn last_day(&self) -> Option<Day> {
        let newest_page = || self.pages.values().map(|page| page.edition).max();
        self.last_edition().map(|edition| edition.day).or_else(newest_page)
    }

    /// Whether its hashes of pages are like those of today; in a record of format 1 they are not.
    pub fn tells_pages(&self) -> bool {
        self.last_edition().is_some()
    }

    /// All that was ever recorded of a fact, oldest first.
    pub fn history_of_fact(&self, key: &FactKey) -> impl DoubleEndedIterator<Item = &Entry<PublishedFact>> {
        self.former.facts.get(key).into_iter().flatten().chain(self.facts.get(key))
    }

    /// All that was ever recorded of a value of a figure, oldest first.
    pub fn history_of_value(&self, key: &ValueKey) -> impl DoubleEndedIterator<Item = &Entry<PublishedValue>> {
        self.former.values.get(key).into_iter().flatten().chain(self.values.get(key))
    }

    /// The record as text.
    pub fn to_text(&self) -> String {
        let mut lines = Vec::with_capacity(self.facts.len() + self.values.len() + self.pages.len());
        lines.extend(self.editions.values().map(|edition| format!("edition {} as-of {}", edition.day, edition.as_of)));
        let former = self.former.facts.iter().flat_map(|(key, entries)| entries.iter().map(move |entry| (key, entry)));
        lines.extend(self.facts.iter().chain(former).map(|(key, entry)| fact_line(key, entry)));
        let former = self.former.values.iter().flat_map(|(key, entries)| entries.iter().map(move |entry| (key, entry)));
        lines.extend(self.values.iter().chain(former).map(|(key, entry)| value_line(key, entry)));
        for (path, Entry { it: page, edition, .. }) in &self.pages {
            let path = escaped(path, &[]);
            lines.push(format!("page {path} {} {} {} {edition}", page.of, page.language, page.hash));
        }
        let addresses = self.addresses.iter();
        lines.extend(addresses.map(|(path, of)| format!("address {} {} {}", escaped(path, &[]), of.it, of.edition)));
        lines.extend(self.gone.iter().map(|(key, gone)| format!("gone {key} {}", gone.edition)));
        lines.sort_unstable();
        let mut text = format!("{HEADER} {VERSION}\n");
        for line in lines {
            text.push_str(&line);
            text.push('\n');
        }
        text
    }
}

/// `centers-by-city/qingdao 2019-06-12`: which value, as the record names it.
pub fn value_name(key: &ValueKey) -> String {
    let group = key.group.as_ref().map(|group| format!("/{}", escaped(group, &['/']))).unwrap_or_default();
    format!("{}{group} {}", key.figure, key.on)
}

fn value_line(key: &ValueKey, entry: &Entry<PublishedValue>) -> String {
    let Entry { it: value, edition, .. } = entry;
    let (basis, said) = (basis_word(value.basis), value.value.recorded());
    format!("figure {} {basis} {said}{} {edition}", value_name(key), status_word(value.status))
}

fn fact_line(key: &FactKey, entry: &Entry<PublishedFact>) -> String {
    let Entry { it: fact, edition, .. } = entry;
    let value = escaped(&fact.value, &[NTH]);
    let nth = if key.nth == 0 { String::new() } else { format!("{NTH}{}", key.nth + 1) };
    format!("fact {} {} {} {value}{nth}{} {edition}", key.record, key.path, key.on, status_word(fact.status))
}

/// The status, behind a space; nothing where it is final, which needs no word.
fn status_word(status: Option<Status>) -> String {
    let said = status.filter(|status| *status != Status::Final);
    said.map(|status| format!(" {}", word_of(status))).unwrap_or_default()
}

/// Stands between a value of a set and how many equal ones there are up to it: `12*2` is the second 12.
pub const NTH: char = '*';

/// A group may be any text, an old address too; in a line it is one word. `marks` mean something in that word.
pub fn escaped<'t>(text: &'t str, marks: &[char]) -> Cow<'t, str> {
    let is_special = |c: char| c.is_whitespace() || c.is_control() || c == '%' || marks.contains(&c);
    if !text.contains(is_special) {
        return text.into();
    }
    let mut word = String::with_capacity(text.len());
    for c in text.chars() {
        if is_special(c) {
            word.extend(utf8_percent_encode(c.encode_utf8(&mut [0; 4]), NON_ALPHANUMERIC));
        } else {
            word.push(c);
        }
    }
    word.into()
}
