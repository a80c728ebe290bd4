//! The record of the next publication: what the site says, each with the edition that first said it.

use std::collections::BTreeMap;

use crate::model::date::Day;
use crate::publication::candidate::Candidate;
use crate::publication::lock::{Entry, Lock, PublishedPage};
use crate::publication::value::is_same_text;

/// Gives what was said before the edition that said it first. The edition itself is recorded if anything is new, or if the
/// data were looked after to a later day that is written down.
pub fn next(candidate: &Candidate, mut now: Lock, before: &Lock) -> Lock {
    carry(&mut now.facts, &before.facts, |one, other| is_same_text(&one.value, &other.value));
    carry(&mut now.values, &before.values, |one, other| one.value.equals(&other.value));
    carry(&mut now.addresses, &before.addresses, |one, other| one == other);
    carry_pages(&mut now, before);
    now.former = before.former.clone();
    now.editions = before.editions.clone();
    let edition = candidate.edition();
    let is_dated = candidate.config.data_as_of.is_some();
    let is_later = is_dated && before.last_edition().is_none_or(|last| last.as_of < edition.as_of);
    if is_later || now != *before {
        now.editions.insert(edition.day, edition);
    }
    now
}

/// What is said as it was keeps its edition, unless none is known: a record of format 1 without a page.
fn carry<K: Ord, T>(now: &mut BTreeMap<K, Entry<T>>, before: &BTreeMap<K, Entry<T>>, is_same: impl Fn(&T, &T) -> bool) {
    for (key, entry) in now {
        let known = before.get(key).filter(|known| is_same(&known.it, &entry.it) && known.edition != Day::ALWAYS);
        entry.edition = known.map_or(entry.edition, |known| known.edition);
    }
}

/// A page that moved says what it said. Hashes of a record of format 1 tell nothing: its pages keep their days.
fn carry_pages(now: &mut Lock, before: &Lock) {
    let known: BTreeMap<(&str, &str), &Entry<PublishedPage>> =
        before.pages.values().map(|page| (of(&page.it), page)).collect();
    for page in now.pages.values_mut() {
        let same = known.get(&of(&page.it)).filter(|known| !before.tells_pages() || known.it.hash == page.it.hash);
        page.edition = same.map_or(page.edition, |known| known.edition);
    }
}

fn of(page: &PublishedPage) -> (&str, &str) {
    (&page.of, &page.language)
}
