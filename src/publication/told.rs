//! What corrections tell: which published values each is about, with what they were and are.
//!
//! In:  corrections as they are written, the record of publications, the site.
//! Out: a [`Told`] for each value. Where a correction names no values, as one of many does, the old value is the newest of
//!      the editions before its own, and the new one that of its edition, else what the site says.

use std::collections::BTreeMap;

use crate::link::item_key::MARKS;
use crate::model::builtin::CORRECTIONS;
use crate::model::date::{Date, Day};
use crate::model::field::{Collection, Field, FieldKind, Targets};
use crate::position::{FieldIx, RecordIx};
use crate::publication::candidate::{Candidate, of_figure};
use crate::publication::compare::{Looked, is_in_report};
use crate::publication::correction::{Correction, FieldPath, On, Part, Said};
use crate::publication::fact::{FactDate, FactKey, PublishedFact};
use crate::publication::facts::{self, CurrentFact};
use crate::publication::lock::{Entry, Lock, escaped};
use crate::publication::value::{ValueKey, When, is_same_text, same};

/// A value that a correction tells of.
#[derive(Debug, Clone)]
pub struct Told {
    /// Whose value it is.
    pub of: RecordIx,
    /// Of which date; `None`: it has none.
    pub on: Option<Date>,
    /// Which value, as the record of publications names it.
    pub key: Key,
    /// What was published; `None`: nothing.
    pub was: Option<Said>,
    /// What is right; `None`: nothing, the value is withdrawn.
    pub now: Option<Said>,
    /// The date that the value has now; `None`: the one that it had.
    pub moved: Option<FactDate>,
    /// Whether it is one entry of a list that took the place of another: what is recorded is that there is such an entry.
    pub is_entry: bool,
    /// Whether no edition says any more what it became: a later correction does.
    is_open: bool,
}

/// A correction with all that it tells.
#[derive(Debug)]
pub struct Account {
    /// What is written.
    pub correction: Correction,
    /// The values that changed.
    pub told: Vec<Told>,
    /// The edition that published it; `None`: the next will.
    pub edition: Option<Day>,
    /// The figures that it touched.
    pub figures: Vec<RecordIx>,
}

/// Which value a correction is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// One of a figure.
    Value(ValueKey),
    /// A fact.
    Fact(FactKey),
    /// Nothing that is recorded.
    None,
}

/// What is known of published values.
#[derive(Clone, Copy)]
pub struct Known<'s> {
    /// The site.
    pub candidate: &'s Candidate<'s>,
    /// What was published; empty before the first publication.
    pub lock: &'s Lock,
}

/// What each correction tells, in the order of the corrections.
pub fn all(known: &Known, corrections: Vec<Correction>) -> Vec<Account> {
    let editions = editions(known.lock);
    let account = |correction: Correction| {
        let edition = editions.get(known.candidate.site.key(correction.record).as_str()).copied();
        Account { told: known.told(&correction, edition), correction, edition, figures: Vec::new() }
    };
    let mut accounts: Vec<Account> = corrections.into_iter().map(account).collect();
    close(&mut accounts);
    accounts
}

/// The edition that published each correction.
fn editions(lock: &Lock) -> BTreeMap<&str, Day> {
    let pages = lock.pages.values().map(|page| (&*page.it.of, page.edition));
    let addresses = lock.addresses.values().map(|of| (&*of.it, of.edition));
    let mut editions: BTreeMap<&str, Day> = BTreeMap::new();
    let is_correction = |of: &str| of.split_once('/').is_some_and(|(collection, _)| collection == CORRECTIONS);
    for (of, day) in addresses.chain(pages).filter(|(of, _)| is_correction(of)) {
        let known = editions.entry(of).or_insert(day);
        *known = day.min(*known);
    }
    editions
}

/// Gives values that a later correction changed again what they were until then.
fn close(accounts: &mut [Account]) {
    let mut order: Vec<usize> = (0..accounts.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(accounts[*at].correction.date));
    let mut next: BTreeMap<Key, Option<Said>> = BTreeMap::new();
    for at in order {
        for told in accounts[at].told.iter_mut().filter(|told| told.key != Key::None) {
            if let Some(was) = next.get(&told.key).filter(|_| told.is_open) {
                told.now = was.clone();
            }
            next.insert(told.key.clone(), told.was.clone());
        }
    }
}

impl Known<'_> {
    /// The values of one correction; `edition` published it, or the next will.
    fn told(&self, correction: &Correction, edition: Option<Day>) -> Vec<Told> {
        if !correction.is_of_several() {
            return self.one(correction).into_iter().collect();
        }
        let of_record = |of: &RecordIx| match &correction.part {
            Part::Field(path) => self.facts(*of, path, (correction.on, edition)),
            part if self.is_figure(*of) => self.values(*of, part, (correction.on, edition)),
            _ => Vec::new(),
        };
        correction.of.iter().flat_map(of_record).collect()
    }

    fn is_figure(&self, of: RecordIx) -> bool {
        self.candidate.figures.of(of).is_some()
    }

    /// A correction that names a value; `None`: it is about a record as a whole, and only its reason says what changed.
    fn one(&self, correction: &Correction) -> Option<Told> {
        let Correction { was, now, of, on, .. } = correction;
        let of = *of.first()?;
        let (key, is_entry) = match &correction.part {
            Part::Field(path) => self.fact_key(of, path, correction),
            part if self.is_figure(of) => (Key::Value(self.value_key(of, part, *on)), false),
            _ => (Key::None, false),
        };
        let on = if let On::Date(date) = on { Some(*date) } else { None };
        let moved = correction.begins.map(|begins| FactDate::from(Some(begins)));
        let says_something = was.is_some() || now.is_some();
        let told = Told { of, on, key, was: was.clone(), now: now.clone(), moved, is_entry, is_open: false };
        says_something.then_some(told)
    }

    fn value_key(&self, of: RecordIx, part: &Part, on: On) -> ValueKey {
        let figure = self.candidate.site.get(of).record.id.as_ref().into();
        let group = if let Part::Group(group) = part { Some(group.clone()) } else { None };
        let on = if let On::Date(date) = on { When::On(date) } else { When::Always };
        ValueKey { figure, group, on }
    }

    /// The values of a figure that a range of dates covers, as far as they changed.
    fn values(&self, of: RecordIx, part: &Part, (on, edition): (On, Option<Day>)) -> Vec<Told> {
        let ValueKey { figure, group, .. } = self.value_key(of, part, on);
        let looked = Looked::new(self.candidate, &figure);
        let covered = |key: &ValueKey| match key.on {
            When::On(date) => key.group == group && on.includes(date),
            When::Always => key.group == group && on == On::Unsaid,
        };
        let published = of_figure(&self.lock.values, &figure).map(|(key, entry)| (key, entry.it.basis));
        let former = of_figure(&self.lock.former.values, &figure);
        let former = former.filter_map(|(key, entries)| Some((key, entries.last()?.it.basis)));
        let keys: BTreeMap<&ValueKey, _> = former.chain(published).filter(|(key, _)| covered(key)).collect();
        let as_of = self.candidate.site.as_of.early();
        let told = keys.into_iter().filter_map(|(key, basis)| {
            let said = self.lock.history_of_value(key).map(|entry| (entry.edition, entry.it.value.clone()));
            let lines = Lines { said: said.collect(), is_there: self.lock.values.contains_key(key) };
            let site = || looked.now(key, basis).filter(|_| is_in_report(key, basis, as_of));
            let Became { was, now, is_open } = lines.in_edition(edition, site);
            let on = if let When::On(date) = key.on { Some(date) } else { None };
            let key = Key::Value(key.clone());
            let is_same = same(was.as_ref(), now.as_ref()) && !is_open;
            let (was, now) = (was.map(Said::Figure), now.map(Said::Figure));
            (!is_same).then_some(Told { of, on, key, was, now, moved: None, is_entry: false, is_open })
        });
        told.collect()
    }

    /// The facts of a record that a path leads to and a range of dates covers, as far as they changed.
    fn facts(&self, of: RecordIx, path: &FieldPath, (on, edition): (On, Option<Day>)) -> Vec<Told> {
        let site = self.candidate.site;
        let Some(path) = path_of(site.model(of), path) else { return Vec::new() };
        let record = site.key(of);
        let current = facts::of_record(site, of);
        let covered = |key: &FactKey| *key.path == *path && covers(on, key.on);
        let published = of_record(&self.lock.facts, &record).map(|(key, _)| key);
        let former = of_record(&self.lock.former.facts, &record).map(|(key, _)| key);
        let mut keys: Vec<&FactKey> = published.chain(former).filter(|key| covered(key)).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut told: Vec<Told> = Vec::new();
        for key in keys {
            let said = self.lock.history_of_fact(key).map(|entry| (entry.edition, entry.it.value.clone()));
            let lines = Lines { said: said.collect(), is_there: self.lock.facts.contains_key(key) };
            let said = || value_on(&current, key).map(|fact| fact.it.value.clone());
            let Became { was, now, is_open } = lines.in_edition(edition, said);
            let is_same = match (&was, &now) {
                (Some(was), Some(now)) => is_same_text(was, now),
                (was, now) => was == now,
            };
            if !is_same || is_open {
                let on = key.on.date();
                let key = Key::Fact(key.clone());
                let (was, now) = (was.map(Said::Fact), now.map(Said::Fact));
                told.push(Told { of, on, key, was, now, moved: None, is_entry: false, is_open });
            }
        }
        if edition.is_none() {
            told.extend(self.inserted(&current, (of, &record), covered));
        }
        told
    }

    /// Items that came between published ones: what they were is what was published of their day.
    fn inserted(
        &self,
        current: &[CurrentFact],
        (of, record): (RecordIx, &str),
        covered: impl Fn(&FactKey) -> bool,
    ) -> Vec<Told> {
        let mut told = Vec::new();
        for fact in current.iter().filter(|fact| covered(&fact.key)) {
            let series = || {
                let lines = of_record(&self.lock.facts, record);
                lines.filter(|(key, _)| (&key.path, &key.member) == (&fact.key.path, &fact.key.member))
            };
            let is_known = series().any(|(key, _)| key.on == fact.key.on);
            let before = series().filter(|(key, _)| key.on.first() <= fact.key.on.first()).last();
            let is_last = series().all(|(key, _)| key.on.first() < fact.key.on.first());
            let Some((_, before)) = before.filter(|_| !is_known && !is_last) else { continue };
            if !is_same_text(&before.it.value, &fact.it.value) {
                let (was, now) = (before.it.value.clone(), fact.it.value.clone());
                let (was, now) = (Some(Said::Fact(was)), Some(Said::Fact(now)));
                let (on, key) = (fact.key.on.date(), Key::Fact(fact.key.clone()));
                told.push(Told { of, on, key, was, now, moved: None, is_entry: false, is_open: false });
            }
        }
        told
    }

    /// What was published of a fact.
    pub fn published(&self, key: &FactKey) -> Option<Box<str>> {
        self.lock.facts.get(key).map(|entry| entry.it.value.clone())
    }

    /// What was published of a record.
    pub fn facts_of(&self, record: &str) -> impl Iterator<Item = (&FactKey, &Entry<PublishedFact>)> {
        of_record(&self.lock.facts, record)
    }

    /// The fact that a correction of one value names, as it was published, else as the site says it; and whether it is told of
    /// by the entry of a list that it was in.
    fn fact_key(&self, of: RecordIx, path: &FieldPath, correction: &Correction) -> (Key, bool) {
        let site = self.candidate.site;
        let was = match &correction.was {
            Some(Said::Fact(was)) => Some(&**was),
            _ => None,
        };
        let entry = named_by(site.model(of), path, was);
        let is_entry = entry.is_some();
        let Some(path) = entry.or_else(|| path_of(site.model(of), path)) else { return (Key::None, false) };
        let record = site.key(of);
        let member = path.contains("[]").then(|| was.unwrap_or_default().into());
        let is_meant = |key: &&FactKey| *key.path == *path && (member.is_none() || key.member == member);
        let published: Vec<&FactKey> =
            of_record(&self.lock.facts, &record).map(|(key, _)| key).filter(is_meant).collect();
        let dated = |key: &&&FactKey| covers(correction.on, key.on);
        let only = if let ([only], On::Unsaid) = (published.as_slice(), correction.on) { Some(only) } else { None };
        let current = facts::of_record(site, of);
        let on = published.iter().find(dated).or(only).map(|key| key.on).or_else(|| {
            let current = current.iter().map(|fact| &fact.key).filter(is_meant);
            current.filter(|key| covers(correction.on, key.on)).map(|key| key.on).next()
        });
        let on = on.unwrap_or(match correction.on {
            On::Date(date) => FactDate::Since(date),
            _ => FactDate::Undated,
        });
        (
            Key::Fact(FactKey { record: record.as_str().into(), path: path.as_str().into(), member, nth: 0, on }),
            is_entry,
        )
    }
}

/// What is recorded of a record.
fn of_record<'l, V>(
    facts: &'l BTreeMap<FactKey, V>,
    record: &str,
) -> impl Iterator<Item = (&'l FactKey, &'l V)> + use<'l, V> {
    let first = FactKey { record: record.into(), path: "".into(), member: None, nth: 0, on: FactDate::Undated };
    facts.range(first.clone()..).take_while(move |(known, _)| known.record == first.record)
}

/// What became of a value in one edition.
struct Became<V> {
    was: Option<V>,
    now: Option<V>,
    is_open: bool,
}

/// All that is recorded of a value.
struct Lines<V> {
    /// What each edition said, oldest first.
    said: Vec<(Day, V)>,
    /// Whether the last of them is what was published last: else the value is gone.
    is_there: bool,
}

impl<V: Clone> Lines<V> {
    /// What became of the value in an edition; in the next it is what the site says.
    fn in_edition(&self, edition: Option<Day>, site: impl FnOnce() -> Option<V>) -> Became<V> {
        let Some(edition) = edition else {
            return Became { was: self.said.last().map(|(_, value)| value.clone()), now: site(), is_open: false };
        };
        let was = self.said.iter().rfind(|(day, _)| *day < edition).map(|(_, value)| value.clone());
        let of_edition = self.said.iter().rfind(|(day, _)| *day == edition).map(|(_, value)| value.clone());
        let is_later = self.said.iter().any(|(day, _)| *day > edition);
        // Its line was replaced when the value was corrected again.
        let is_open = of_edition.is_none() && is_later && was.is_some();
        let now = match of_edition {
            Some(now) => Some(now),
            None if is_open => site(),
            // It did not change in that edition, or was withdrawn: then its line stays, and the site says nothing.
            None if self.is_there => site().and(was.clone()),
            None => None,
        };
        Became { was, now, is_open }
    }
}

/// What the site says of a published date.
pub fn value_on<'c>(current: &'c [CurrentFact], key: &FactKey) -> Option<&'c CurrentFact> {
    let is_it =
        |fact: &&CurrentFact| (&fact.key.path, &fact.key.member, fact.key.on) == (&key.path, &key.member, key.on);
    current.iter().find(is_it)
}

/// Whether a correction of these dates is about a fact of that one.
fn covers(on: On, date: FactDate) -> bool {
    match date.date() {
        Some(date) => on.includes(date),
        None => on == On::Unsaid,
    }
}

/// The path of a field as the record of publications writes it: `capacities[laboratories].value`; `None`: it leads nowhere.
pub fn path_of(model: &Collection, path: &FieldPath) -> Option<String> {
    let mut written = String::new();
    let mut last = None;
    for field in path.fields(model)? {
        if !written.is_empty() {
            written.push('.');
        }
        written.push_str(&field.name);
        last = None;
        if let FieldKind::List(of) = &field.kind {
            let FieldKind::Group(fields) = &of.kind else {
                written.push_str("[]");
                continue;
            };
            let told = |at: &FieldIx| {
                let field = &fields[*at];
                let (_, value) = path.item.iter().find(|(known, _)| **known == *field.name)?;
                Some(in_key(field, value))
            };
            let values = field.key.iter().map(|at| told(at).unwrap_or_default());
            let values: Vec<String> = values.map(|value| escaped(&value, MARKS).into_owned()).collect();
            written.push_str(&format!("[{}]", values.join(",")));
            last = field.key.iter().find(|at| told(at).is_some()).map(|at| &*fields[*at].name);
        }
    }
    // That there is an entry is told by the first field of its key.
    if let Some(first) = last {
        written.push_str(&format!(".{first}"));
    }
    Some(written)
}

/// A value as the key of an item has it: of a record that can be in one collection only its id.
fn in_key(field: &Field, value: &str) -> String {
    match &field.kind {
        FieldKind::Reference { to: Targets::One(_), .. } => {
            value.split_once('/').map_or(value, |(_, id)| id).to_owned()
        }
        FieldKind::Date => value.replace('T', " "),
        _ => value.to_owned(),
    }
}

/// The path of an entry that a correction names by all of its key but the field that it corrects: that field was what it
/// says it was.
fn named_by(model: &Collection, path: &FieldPath, was: Option<&str>) -> Option<String> {
    let last = path.names.last()?;
    let fields = path.fields(model)?;
    let list = fields.iter().rev().nth(1).filter(|list| !list.key.is_empty())?;
    let FieldKind::List(of) = &list.kind else { return None };
    let FieldKind::Group(inner) = &of.kind else { return None };
    let is_of_key = list.key.iter().any(|at| *inner[*at].name == **last);
    if !is_of_key || path.item.iter().any(|(name, _)| name == last) || list.key.len() < 2 {
        return None;
    }
    let mut item = path.item.clone();
    item.push((last.clone(), was?.into()));
    let names = path.names[..path.names.len() - 1].to_vec();
    path_of(model, &FieldPath { names, item })
}
