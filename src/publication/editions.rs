//! What each edition changed for readers: from the record of publications, what corrections tell, and where the site leads old
//! addresses. All that a first edition brought is new, and is not listed.
//!
//! In:  the site, the record by the names of today, the corrections.
//! Out: [`Editions`]: each later edition with what is new in it, said otherwise, moved or gone. Linear in the lines of the record.
//!
//! Left out: texts that changed, of which the record has only that they did; sources and terms, which stand beside what they
//! are of; the groups of figures, which follow from the records; values that a field does not have recorded.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::link::Site;
use crate::model::builtin::{FIGURES, is_built_in};
use crate::model::date::Day;
use crate::position::{FieldIx, RecordIx};
use crate::publication::candidate::{Candidate, path_of};
use crate::publication::change::{Item, Kind, Of, What};
use crate::publication::correction::Said;
use crate::publication::courses::{Courses, Explained};
use crate::publication::fact::FactKey;
use crate::publication::lock::{Edition, Entry, Lock};
use crate::publication::renames::record;
use crate::publication::told::{Account, Key, Told};
use crate::publication::value::{ValueKey, is_same_text};

/// The editions of a site that has more than one.
#[derive(Debug)]
pub struct Editions {
    /// The first.
    pub first: Edition,
    /// What each later one changed, the newest first.
    pub later: Vec<EditionChanges>,
}

/// What one edition changed.
#[derive(Debug)]
pub struct EditionChanges {
    /// Which one.
    pub edition: Edition,
    /// What it changed, by kind, then by record as collections are declared.
    pub items: Vec<Item>,
}

/// The days of the editions that a report of the site's day tells of, `more` among them.
pub fn days(site: &Site, lock: &Lock, more: Option<Day>) -> BTreeSet<Day> {
    let known = lock.editions.keys().copied().chain(more);
    known.filter(|day| !site.is_earlier() || *day <= site.as_of).collect()
}

/// What the editions of a record changed; `None`: there is one at most. `today` is the edition of corrections that none
/// published yet; `None`: they are not published.
pub fn of_site(candidate: &Candidate, lock: &Lock, accounts: &[Account], today: Option<Day>) -> Option<Editions> {
    let mut days = days(candidate.site, lock, None);
    let first = *lock.editions.get(&days.pop_first()?)?;
    let last = *days.last()?;
    let telling = Telling { candidate, lock, accounts, today, days };
    let mut by_day: BTreeMap<Day, Vec<Item>> = BTreeMap::new();
    telling.items(&mut |day, item| by_day.entry(day).or_default().push(item));
    let editions = lock.editions.range(..=last).rev().filter(|(day, _)| telling.days.contains(day));
    let later = editions.map(|(day, edition)| {
        let mut items = by_day.remove(day).unwrap_or_default();
        // Stable: of one field the order of its dates.
        items.sort_by_cached_key(|item| (item.kind, item.of.clone(), field(candidate.site, item)));
        EditionChanges { edition: *edition, items }
    });
    Some(Editions { first, later: later.collect() })
}

/// The field whose value changed; `None`: it is none, or the model does not have it any more.
fn field(site: &Site, item: &Item) -> Option<FieldIx> {
    let (Of::Record(record), What::Stated { key: Key::Fact(key), .. }) = (&item.of, &item.what) else { return None };
    let name = key.path.split(['.', '[']).next()?;
    Some(site.model(*record).field(name)?.0)
}

/// Takes what an edition changed.
type Take<'t> = &'t mut dyn FnMut(Day, Item);

struct Telling<'s> {
    candidate: &'s Candidate<'s>,
    lock: &'s Lock,
    accounts: &'s [Account],
    today: Option<Day>,
    /// The days of the editions after the first.
    days: BTreeSet<Day>,
}

impl Telling<'_> {
    fn items(&self, take: Take) {
        let new = self.new_records();
        for (record, day) in new.iter().filter(|(_, day)| self.days.contains(day)) {
            take(*day, Item { kind: Kind::New, of: Of::Record(*record), what: What::Whole });
        }
        let explained = self.corrections(take);
        let courses = Courses { candidate: self.candidate, lock: self.lock, days: &self.days };
        courses.each(&explained, &mut |day, item| {
            let is_new = matches!(item.of, Of::Record(record) if new.get(&record).is_some_and(|first| *first >= day));
            if !is_new {
                take(day, item);
            }
        });
        self.addresses(&new, take);
        for (key, gone) in self.lock.gone.iter().filter(|(key, gone)| self.is_later(gone.edition) && is_told(key)) {
            take(gone.edition, Item { kind: Kind::Gone, of: Of::Key(key.clone()), what: What::Whole });
        }
    }

    fn is_later(&self, day: Day) -> bool {
        self.days.contains(&day)
    }

    /// The edition of each record that no earlier one had, as far as the record of publications tells.
    fn new_records(&self) -> BTreeMap<RecordIx, Day> {
        let mut seen = Seen::default();
        seen.lines(self.lock, self.candidate.site);
        let corrected: BTreeSet<(RecordIx, Day)> = self
            .accounts
            .iter()
            .filter_map(|account| Some((account, self.edition(account)?)))
            .flat_map(|(account, day)| account.told.iter().map(move |told| (told, day)))
            .filter(|(told, _)| told.was.is_some())
            .map(|(told, day)| (told.of, day))
            .collect();
        let is_new = |record: &RecordIx, day: Day| self.is_later(day) && !corrected.contains(&(*record, day));
        seen.first.into_iter().filter(|(record, day)| is_new(record, *day)).collect()
    }

    /// The edition that published a correction. One without a page or a permanent address is known by the values that it tells
    /// of.
    fn edition(&self, account: &Account) -> Option<Day> {
        let published = |told: &Told| match (&told.key, &told.now) {
            (Key::Fact(key), Some(Said::Fact(now))) => {
                self.lock.facts.get(key).filter(|entry| is_same_text(&entry.it.value, now)).map(|entry| entry.edition)
            }
            (Key::Value(key), Some(Said::Figure(now))) => {
                self.lock.values.get(key).filter(|entry| entry.it.value.equals(now)).map(|entry| entry.edition)
            }
            _ => None,
        };
        account.edition.or(self.today).or_else(|| account.told.iter().find_map(published))
    }

    /// What corrections tell, with the values that they explain.
    fn corrections(&self, take: Take) -> Explained {
        let mut explained = Explained::default();
        for account in self.accounts {
            let Some(day) = self.edition(account).filter(|day| self.is_later(*day)) else { continue };
            self.explain(account, day, &mut explained);
            let mut counts: BTreeMap<RecordIx, usize> = BTreeMap::new();
            account.told.iter().for_each(|told| *counts.entry(told.of).or_default() += 1);
            if account.told.is_empty() {
                counts = account.correction.of.iter().map(|of| (*of, 0)).collect();
            }
            for (of, count) in counts {
                let what = What::Corrected { correction: account.correction.record, count };
                take(day, Item { kind: Kind::Correction, of: Of::Record(of), what });
            }
        }
        explained
    }

    fn explain(&self, account: &Account, day: Day, explained: &mut Explained) {
        for told in &account.told {
            if let (Key::Fact(key), Some(on)) = (&told.key, told.moved) {
                explained.keys.insert((Key::Fact(FactKey { on, ..key.clone() }), day));
            }
            if let (Key::Fact(key), Some(Said::Fact(now))) = (&told.key, &told.now) {
                if key.member.is_some() {
                    explained.keys.insert((Key::Fact(FactKey { member: Some(now.clone()), ..key.clone() }), day));
                }
                if told.is_entry {
                    let list = key.path.split('[').next().unwrap_or_default();
                    explained.lists.insert((key.record.clone(), list.into(), day));
                }
            }
            explained.keys.insert((told.key.clone(), day));
        }
        let site = self.candidate.site;
        let figures = account.figures.iter().map(|figure| (site.get(*figure).record.id.as_ref().into(), day));
        explained.figures.extend(figures);
    }

    /// Old addresses that a later edition leads to a record.
    fn addresses(&self, new: &BTreeMap<RecordIx, Day>, take: Take) {
        for redirect in self.candidate.plan.redirects.iter().filter(|redirect| !redirect.permanent) {
            let path = path_of(&redirect.file);
            let Some(day) = self.lock.addresses.get(&*path).map(|of| of.edition).filter(|day| self.is_later(*day))
            else {
                continue;
            };
            let is_new = new.get(&redirect.to).is_some_and(|first| *first >= day);
            let is_page = !path.starts_with("/id/") && is_told(&self.candidate.site.key(redirect.to));
            if is_page && !is_new {
                let what = What::Address { from: path.into(), language: redirect.language };
                take(day, Item { kind: Kind::Moved, of: Of::Record(redirect.to), what });
            }
        }
    }
}

/// Whether readers are told of a record that is new, moved or gone: not of those that stand beside what they are of.
fn is_told(key: &str) -> bool {
    key.split_once('/').is_some_and(|(collection, _)| collection == FIGURES || !is_built_in(collection))
}

/// When records were first published.
#[derive(Default)]
struct Seen {
    first: BTreeMap<RecordIx, Day>,
}

impl Seen {
    /// Goes by lines that keep their edition: facts, values, permanent addresses. Other addresses and pages, which an edition
    /// may have changed, only tell that a record was there before.
    fn lines(&mut self, lock: &Lock, site: &Site) {
        for (key, day) in of_records(&lock.facts).chain(of_records_before(&lock.former.facts)) {
            self.note(site, key, day);
        }
        let former =
            lock.former.values.iter().flat_map(|(key, entries)| entries.iter().map(move |it| (key, it.edition)));
        let mut days: BTreeMap<&str, Day> = BTreeMap::new();
        for (key, day) in lock.values.iter().map(|(key, entry)| (key, entry.edition)).chain(former) {
            earliest(&mut days, key, day);
        }
        for (figure, day) in days {
            self.note(site, &format!("{FIGURES}/{figure}"), day);
        }
        let (permanent, others): (Vec<_>, Vec<_>) =
            lock.addresses.iter().partition(|(path, of)| path[..] == format!("/id/{}/", of.it));
        permanent.into_iter().for_each(|(_, of)| self.note(site, &of.it, of.edition));
        let pages = lock.pages.values().map(|page| (&*page.it.of, page.edition));
        for (key, day) in others.into_iter().map(|(_, of)| (&*of.it, of.edition)).chain(pages) {
            self.bound(site, key, day);
        }
    }

    fn note(&mut self, site: &Site, key: &str, day: Day) {
        let Some(at) = record(site, key).filter(|_| is_told(key)) else { return };
        let first = self.first.entry(at).or_insert(day);
        *first = day.min(*first);
    }

    fn bound(&mut self, site: &Site, key: &str, day: Day) {
        if let Some(first) = record(site, key).and_then(|at| self.first.get_mut(&at)) {
            *first = day.min(*first);
        }
    }
}

fn earliest<'k>(days: &mut BTreeMap<&'k str, Day>, key: &'k ValueKey, day: Day) {
    let first = days.entry(&key.figure).or_insert(day);
    *first = day.min(*first);
}

/// The earliest line of each record: its lines stand together.
fn of_records<T>(lines: &BTreeMap<FactKey, Entry<T>>) -> impl Iterator<Item = (&str, Day)> {
    let mut lines = lines.iter().peekable();
    std::iter::from_fn(move || {
        let (key, entry) = lines.next()?;
        let mut day = entry.edition;
        while let Some((_, entry)) = lines.next_if(|(next, _)| next.record.cmp(&key.record) == Ordering::Equal) {
            day = day.min(entry.edition);
        }
        Some((&*key.record, day))
    })
}

fn of_records_before<T>(lines: &BTreeMap<FactKey, Vec<Entry<T>>>) -> impl Iterator<Item = (&str, Day)> {
    lines.iter().flat_map(|(key, entries)| entries.iter().map(|entry| (&*key.record, entry.edition)))
}
