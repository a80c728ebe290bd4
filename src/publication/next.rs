//! The record of the next publication: what the site says, each with the edition that first said it.

use std::collections::{BTreeMap, BTreeSet};

use crate::link::Site;
use crate::model::date::Day;
use crate::publication::candidate::Candidate;
use crate::publication::compare::Changes;
use crate::publication::kept::{keep_news, keep_told};
use crate::publication::lock::{Entry, Former, Lock, PublishedPage};
use crate::publication::renames::record;
use crate::publication::told::{Account, Key};
use crate::publication::value::is_same_text;

/// What the next record follows.
pub struct Predecessor<'s> {
    /// What was published, by the names of today; empty before the first publication.
    pub lock: &'s Lock,
    /// What differs from it; `None`: nothing was compared.
    pub changes: Option<&'s Changes>,
    /// What corrections tell.
    pub accounts: &'s [Account],
}

/// Gives what was said before the edition that said it first. The edition itself is recorded if anything is new, or if the
/// data were looked after to a later day that is written down.
pub fn next(candidate: &Candidate, mut now: Lock, before: &Predecessor) -> Lock {
    let Predecessor { lock, changes, accounts } = *before;
    let edition = candidate.edition();
    carry(&mut now.facts, &lock.facts, |one, other| is_same_text(&one.value, &other.value));
    carry(&mut now.values, &lock.values, |one, other| one.value.equals(&other.value));
    carry(&mut now.addresses, &lock.addresses, |one, other| one == other);
    carry_pages(&mut now, lock);
    now.gone = gone(candidate.site, lock, edition.day);
    now.former = former(lock, accounts);
    if let Some(changes) = changes {
        keep_former(&mut now, lock, (changes, edition.day));
    }
    keep_told(&mut now, lock, edition.day);
    now.former.facts.retain(|key, _| !now.gone.contains_key(&key.record));
    now.editions = lock.editions.clone();
    let is_dated = candidate.config.data_as_of.is_some();
    let is_later = is_dated && lock.last_edition().is_none_or(|last| last.as_of < edition.as_of);
    // A line that stands for a former one alone is read as the last of its key.
    if is_later || (now != *lock && now.to_text() != lock.to_text()) {
        now.editions.insert(edition.day, edition);
    }
    now
}

/// What is said as it was keeps its edition, unless none is known: a record of format 1 without a page.
fn carry<K: Ord, T>(now: &mut BTreeMap<K, Entry<T>>, before: &BTreeMap<K, Entry<T>>, is_same: impl Fn(&T, &T) -> bool) {
    for (key, entry) in now {
        let known = before.get(key).filter(|known| is_same(&entry.it, &known.it) && known.edition != Day::ALWAYS);
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

/// Records that were withdrawn, in this edition or before.
fn gone(site: &Site, lock: &Lock, day: Day) -> BTreeMap<Box<str>, Entry<()>> {
    let pages = lock.pages.values().map(|page| &*page.it.of).filter(|of| of.contains('/'));
    let published: BTreeSet<&str> = pages.chain(lock.facts.keys().map(|key| &*key.record)).collect();
    let absent = |key: &&str| record(site, key).is_none();
    let withdrawn = published.into_iter().filter(absent).map(|key| (Box::from(key), Entry::new((), day)));
    let earlier = lock.gone.iter().filter(|(key, _)| record(site, key).is_none());
    withdrawn.chain(earlier.map(|(key, gone)| (key.clone(), gone.clone()))).collect()
}

/// The lines of earlier editions that a correction without values needs; others a merge brought back.
fn former(lock: &Lock, accounts: &[Account]) -> Former {
    let of_several = accounts.iter().filter(|account| account.correction.is_of_several());
    let needed: BTreeSet<&Key> = of_several.flat_map(|account| &account.told).map(|told| &told.key).collect();
    let mut former = lock.former.clone();
    keep_news(&mut former, lock, &|key| needed.contains(key));
    former
}

/// Keeps the lines whose values only the record knows: their corrections name none. What was published on the same day is of
/// the same edition, which says one thing.
fn keep_former(now: &mut Lock, before: &Lock, (changes, day): (&Changes, Day)) {
    let is_earlier = |edition: Day| edition < day;
    for change in changes.facts.iter().filter(|change| change.keeps_line) {
        if let Some(entry) = before.facts.get(&change.key).filter(|entry| is_earlier(entry.edition)) {
            let of_key = now.former.facts.entry(change.key.clone()).or_default();
            of_key.push(entry.clone());
        }
    }
    for change in changes.values.iter().filter(|change| change.keeps_line) {
        if let Some(entry) = before.values.get(&change.key).filter(|entry| is_earlier(entry.edition)) {
            now.former.values.entry(change.key.clone()).or_default().push(entry.clone());
        }
    }
}
