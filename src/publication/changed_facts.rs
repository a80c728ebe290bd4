//! Facts that were published against those of today: each record's own, two sorted sequences side by side.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::link::Site;
use crate::model::field::Collection;
use crate::position::RecordIx;
use crate::publication::compare::{ChangedFact, NewFact};
use crate::publication::fact::{FactDate, FactKey, PublishedFact};
use crate::publication::facts::{self, CurrentFact};
use crate::publication::history::{self, Item};
use crate::publication::lock::{Entry, Lock};
use crate::publication::paths;
use crate::publication::renames::record;
use crate::publication::value::{is_missing, is_same_text};

/// What became of the published facts of a site.
#[derive(Debug, Default)]
pub struct FactChanges {
    /// Facts that are others now, or are gone.
    pub changed: Vec<ChangedFact>,
    /// Facts that are new.
    pub new: Vec<NewFact>,
    /// Records that had facts and no address, and are gone, with how many facts they had.
    pub gone: Vec<(Box<str>, usize)>,
}

/// What facts are compared with.
#[derive(Clone, Copy)]
pub struct FactComparison<'s> {
    /// The site.
    pub site: &'s Site,
    /// What was published, by the names of today.
    pub lock: &'s Lock,
}

impl FactComparison<'_> {
    /// Compares all facts. In a report of an earlier day only those with a date up to that day.
    pub fn changes(&self) -> FactChanges {
        let records: Vec<RecordIx> = self.site.records.iter().flatten().map(|linked| linked.at).collect();
        let found: Vec<FactChanges> = records.par_iter().map(|record| self.record(*record)).collect();
        let mut changes = FactChanges { gone: self.gone(), ..FactChanges::default() };
        for of_record in found {
            changes.changed.extend(of_record.changed);
            changes.new.extend(of_record.new);
        }
        changes
    }

    fn record(&self, record: RecordIx) -> FactChanges {
        let model = self.site.model(record);
        let mut changes = FactChanges::default();
        if !model.is_locked() {
            return changes;
        }
        let key = self.site.key(record);
        let published: Vec<_> = of_record(self.lock, &key).filter(|(key, _)| self.is_in_report(key.on)).collect();
        let mut now = facts::of_record(self.site, record);
        now.retain(|fact| self.is_in_report(fact.key.on));
        let mut now = now.as_slice();
        let mut published = published.as_slice();
        while let Some(first) = next_of(published, now) {
            let (was, rest) = published.split_at(published.partition_point(|(key, _)| series(key) <= series(first)));
            let (is, later) = now.split_at(now.partition_point(|fact| series(&fact.key) <= series(first)));
            (published, now) = (rest, later);
            self.history(was, is, &mut changes);
        }
        pair_members(&mut changes);
        changes.changed.retain(|change| !self.is_excused(model, change));
        changes
    }

    fn is_in_report(&self, on: FactDate) -> bool {
        !self.site.is_earlier() || (on != FactDate::Undated && on.first() <= self.site.as_of)
    }

    fn history(&self, was: &[(&FactKey, &Entry<PublishedFact>)], now: &[CurrentFact], changes: &mut FactChanges) {
        let Some(of) = now.first().map(|fact| &fact.key).or(was.first().map(|(key, _)| *key)) else { return };
        let published: Vec<Item> = was.iter().map(|(key, entry)| Item { on: key.on, it: &entry.it }).collect();
        let today: Vec<Item> = now.iter().map(|fact| Item { on: fact.key.on, it: &fact.it }).collect();
        let course = history::compare(&published, &today, &is_same_text);
        changes.changed.extend(course.changed.into_iter().map(|change| ChangedFact {
            key: FactKey { on: change.on, ..of.clone() },
            was: change.was.clone(),
            now: change.now.cloned(),
            moved: change.moved,
            explained: false,
            keeps_line: false,
        }));
        changes.new.extend(course.new.into_iter().map(|new| NewFact {
            key: FactKey { on: new.item.on, ..of.clone() },
            it: new.item.it.clone(),
            was: new.was.cloned(),
        }));
    }

    /// Whether nobody need be told of a change: its field opts out, or the record that it names went
    /// by an announced end.
    fn is_excused(&self, model: &Collection, change: &ChangedFact) -> bool {
        let path = &change.key.path;
        let has_expired = |key: &str| self.site.has_expired(key);
        let names_expired = || has_expired(&change.was.value) || paths::names_some(model, path, &has_expired);
        change.now.is_none() && (names_expired() || paths::opts_out(model, path))
    }

    /// Records without addresses that are gone, and did not say that they would go: those that had one are missed there.
    fn gone(&self) -> Vec<(Box<str>, usize)> {
        let mut gone: BTreeMap<&str, usize> = BTreeMap::new();
        let mut last: Option<(&str, bool)> = None;
        for key in self.lock.facts.keys() {
            let is_absent = match last {
                Some((known, is_absent)) if *known == *key.record => is_absent,
                _ => record(self.site, &key.record).is_none(),
            };
            last = Some((&key.record, is_absent));
            if is_absent {
                *gone.entry(&key.record).or_default() += 1;
            }
        }
        if gone.is_empty() || self.site.is_earlier() {
            return Vec::new();
        }
        let pages = self.lock.pages.values().map(|page| &*page.it.of);
        let addressed: BTreeSet<&str> = pages.chain(self.lock.addresses.values().map(|of| &*of.it)).collect();
        gone.retain(|key, _| !addressed.contains(key) && !self.site.has_expired(key) && self.is_held(key));
        gone.into_iter().map(|(key, count)| (key.into(), count)).collect()
    }

    /// Whether the facts of a record that is not there would be recorded.
    fn is_held(&self, key: &str) -> bool {
        let collection = key.split_once('/').and_then(|(name, _)| self.site.collection_named(name));
        collection.is_none_or(|at| self.site.collections[at].is_locked())
    }
}

/// What was published of a record.
pub fn of_record<'l>(lock: &'l Lock, key: &str) -> impl Iterator<Item = (&'l FactKey, &'l Entry<PublishedFact>)> {
    let first = FactKey { record: key.into(), path: "".into(), member: None, nth: 0, on: FactDate::Undated };
    lock.facts.range(first.clone()..).take_while(move |(known, _)| known.record == first.record)
}

/// What the facts of one history have in common.
fn series(key: &FactKey) -> (&str, Option<&str>, usize) {
    (&key.path, key.member.as_deref(), key.nth)
}

/// The key of the history that comes first in either.
fn next_of<'k>(published: &[(&'k FactKey, &Entry<PublishedFact>)], now: &'k [CurrentFact]) -> Option<&'k FactKey> {
    let (was, is) = (published.first().map(|(key, _)| *key), now.first().map(|fact| &fact.key));
    match (was, is) {
        (Some(was), Some(is)) => Some(if series(was) <= series(is) { was } else { is }),
        (was, is) => was.or(is),
    }
}

/// Of the values of a set where one is gone and one is new, one became the other.
fn pair_members(changes: &mut FactChanges) {
    let alone = |path: &str, members: &mut dyn Iterator<Item = &FactKey>| {
        members.filter(|key| key.member.is_some() && *key.path == *path).count() == 1
    };
    for at in 0..changes.changed.len() {
        let FactKey { path, member, .. } = changes.changed[at].key.clone();
        let is_gone = member.is_some() && changes.changed[at].now.is_none();
        if !is_gone || !alone(&path, &mut changes.changed.iter().map(|change| &change.key)) {
            continue;
        }
        let is_value = |new: &NewFact| new.key.path == path && !is_missing(&new.it.value);
        if !alone(&path, &mut changes.new.iter().map(|new| &new.key)) {
            continue;
        }
        if let Some(new) = changes.new.iter().position(is_value) {
            changes.changed[at].now = Some(changes.new.remove(new).it);
        }
    }
}
