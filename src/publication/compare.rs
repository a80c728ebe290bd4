//! What was published against what would be: values, pages and addresses that are new, others, or gone.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::figures::{Basis, Figure, Group};
use crate::model::builtin::FIGURES;
use crate::model::date::Day;
use crate::publication::candidate::{self, Candidate, path_of};
use crate::publication::fact::{FactDate, FactKey, PublishedFact};
use crate::publication::lock::{Entry, Lock, PublishedPage};
use crate::publication::value::{FigureValue, PublishedValue, ValueKey, same};

/// Everything that differs between the last publication and the site as it is.
#[derive(Debug, Default)]
pub struct Changes {
    /// Values of figures that are others now, or are gone: then there is nothing they are now.
    pub values: Vec<ChangedValue>,
    /// Which of them no correction tells of, without those that only follow from one before, or from the whole.
    pub untold: Vec<ValueKey>,
    /// Facts that are others now, or are gone, or came between what was published; one for each value.
    pub facts: Vec<ChangedFact>,
    /// Facts that are new, or that were said to be missing.
    pub new_facts: Vec<NewFact>,
    /// Values that are new.
    pub added: Vec<(ValueKey, PublishedValue)>,
    /// Pages at another address.
    pub moved: Vec<Moved>,
    /// Pages that are not there any more, and other addresses that lead nowhere now.
    pub gone: Vec<Gone>,
    /// Pages that are new, with their addresses.
    pub new: Vec<(Box<str>, PublishedPage)>,
    /// Pages that say something else, with their addresses.
    pub texts: Vec<(Box<str>, PublishedPage)>,
    /// Pages that say what they said, while what they show of others is something else; with their addresses.
    pub through_others: Vec<(Box<str>, PublishedPage)>,
}

/// A value that is another one now.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangedValue {
    /// Which value.
    pub key: ValueKey,
    /// What was published.
    pub was: PublishedValue,
    /// What the site says; `None`: nothing.
    pub now: Option<FigureValue>,
    /// Whether a correction tells of it.
    pub explained: bool,
    /// Whether that correction names no values: then the published line stays beside the new one.
    pub keeps_line: bool,
}

/// A fact that is another one now.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangedFact {
    /// Which fact, with the date that was published; that of the new fact, where it came between published ones.
    pub key: FactKey,
    /// What was published; for a new fact between published ones what was published of its first day.
    pub was: PublishedFact,
    /// What the site says of that date; `None`: nothing.
    pub now: Option<PublishedFact>,
    /// The date that the same value has now, where that is not a finer form of what was published; `None`: it has none.
    pub moved: Option<FactDate>,
    /// Whether a correction tells of it.
    pub explained: bool,
    /// Whether that correction names no values: then the published line stays beside the new one.
    pub keeps_line: bool,
}

/// A fact that is new.
#[derive(Debug, Clone, PartialEq)]
pub struct NewFact {
    /// Which fact.
    pub key: FactKey,
    /// What the site says.
    pub it: PublishedFact,
    /// Why there was no value so far, as it was published: `missing:not-available`; `None`: nothing was published.
    pub was: Option<PublishedFact>,
}

/// A page at another address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// `centers/bearings`.
    pub of: Box<str>,
    /// Its language.
    pub language: Box<str>,
    /// Where it was.
    pub from: Box<str>,
    /// Where it is.
    pub to: Box<str>,
    /// Whether the old address leads somewhere still.
    pub is_served: bool,
}

/// An address at which there is no page of its record any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The address.
    pub path: Box<str>,
    /// What was there.
    pub of: Box<str>,
    /// Whether that was announced: its `expires_on` has come.
    pub announced: bool,
    /// Whether something else is there now, or leads on from there.
    pub is_served: bool,
}

impl Changes {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many differences there are.
    pub fn count(&self) -> usize {
        let pages = self.moved.len() + self.gone.len() + self.new.len();
        let pages = pages + self.texts.len() + self.through_others.len();
        self.values.len() + self.facts.len() + self.new_facts.len() + self.added.len() + pages
    }
}

/// Whether a value stands in a report of a day: what was reported from its date on, what is computed when that day is over.
pub fn is_in_report(key: &ValueKey, basis: Basis, as_of: Day) -> bool {
    match basis {
        Basis::Reported => key.on.first() <= as_of,
        Basis::Computed => key.on.last() <= as_of,
    }
}

/// What the site says now of every value that was published and that a report of this day can tell.
pub fn values_now<'l>(
    candidate: &Candidate,
    lock: &'l Lock,
    as_of: Day,
) -> impl Iterator<Item = (&'l ValueKey, &'l Entry<PublishedValue>, Option<FigureValue>)> {
    let mut of: Option<Looked> = None;
    let candidate = *candidate;
    lock.values.iter().filter(move |(key, value)| is_in_report(key, value.it.basis, as_of)).map(move |(key, value)| {
        if of.as_ref().is_none_or(|looked| *looked.id != *key.figure) {
            of = Some(Looked::new(&candidate, &key.figure));
        }
        let now = of.as_ref().and_then(|looked| looked.now(key, value.it.basis));
        (key, value, now)
    })
}

/// A figure whose values are asked for, with its groups by id.
pub struct Looked<'s> {
    id: Box<str>,
    figure: Option<&'s Figure>,
    groups: HashMap<&'s str, &'s Group>,
}

impl<'s> Looked<'s> {
    /// A figure by its id.
    pub fn new(candidate: &Candidate<'s>, id: &str) -> Self {
        let figure = figure(candidate, id);
        let groups = figure.iter().flat_map(|figure| &figure.groups).map(|group| (&*group.id, group)).collect();
        Looked { id: id.into(), figure, groups }
    }

    /// What it says of a date.
    pub fn now(&self, key: &ValueKey, basis: Basis) -> Option<FigureValue> {
        match &key.group {
            None => candidate::now(self.figure?, key.on, basis),
            Some(group) => FigureValue::of(&self.groups.get(&**group)?.on(key.on.last())),
        }
    }
}

/// The figure of that id.
pub fn figure<'s>(candidate: &Candidate<'s>, id: &str) -> Option<&'s Figure> {
    let collection = candidate.site.collection_named(FIGURES)?;
    candidate.figures.of(candidate.site.find_record(collection, id).ok()?)
}

/// The published values that are others now.
pub fn changed_values(candidate: &Candidate, lock: &Lock, as_of: Day) -> Vec<ChangedValue> {
    let changed = |(key, value, now): (&ValueKey, &Entry<PublishedValue>, Option<FigureValue>)| {
        // A value where there was none is news.
        let was_missing = matches!(value.it.value, FigureValue::Missing(_));
        let is_same = same(Some(&value.it.value), now.as_ref());
        (!is_same && !was_missing).then(|| ChangedValue {
            key: key.clone(),
            was: value.it.clone(),
            now,
            explained: false,
            keeps_line: false,
        })
    };
    values_now(candidate, lock, as_of).filter_map(changed).collect()
}

/// Values, pages and texts of `now` that `lock` does not have or has otherwise. Values that are others, and addresses that
/// are gone, are found by every build; these only matter to who wants to see all.
pub fn add_news(changes: &mut Changes, lock: &Lock, now: &Lock) {
    let is_told = |value: &Entry<PublishedValue>| !matches!(value.it.value, FigureValue::Missing(_));
    let is_new = |(key, value): &(&ValueKey, &Entry<PublishedValue>)| match lock.values.get(*key) {
        Some(before) => is_told(value) && !is_told(before),
        None => true,
    };
    let added = now.values.iter().filter(is_new);
    changes.added = added.map(|(key, value)| (key.clone(), value.it.clone())).collect();
    let before: BTreeMap<(&str, &str), &PublishedPage> = by_name(lock).map(|(name, _, page)| (name, page)).collect();
    for (name, path, page) in by_name(now) {
        let kind = match before.get(&name) {
            None => &mut changes.new,
            Some(before) if before.hash == page.hash || !lock.tells_pages() => continue,
            Some(before) if before.hash.own == page.hash.own => &mut changes.through_others,
            Some(_) => &mut changes.texts,
        };
        kind.push((path.clone(), page.clone()));
    }
}

fn by_name(lock: &Lock) -> impl Iterator<Item = ((&str, &str), &Box<str>, &PublishedPage)> {
    lock.pages.iter().map(|(path, page)| ((&*page.it.of, &*page.it.language), path, &page.it))
}

/// Published pages that are elsewhere or nowhere, and other addresses that lead nowhere.
pub fn add_addresses(changes: &mut Changes, candidate: &Candidate, lock: &Lock) {
    let there = pages_there(candidate);
    let served = served(candidate);
    let mut gone: BTreeSet<&str> = BTreeSet::new();
    for (path, Entry { it: page, .. }) in &lock.pages {
        match there.get(&(page.of.to_string(), &*page.language)) {
            Some(now) if **now == **path => {}
            Some(now) => changes.moved.push(Moved {
                of: page.of.clone(),
                language: page.language.clone(),
                from: path.clone(),
                to: now.as_str().into(),
                is_served: served.contains(&**path),
            }),
            None => {
                gone.insert(path);
            }
        }
    }
    gone.extend(lock.addresses.keys().map(|path| &**path).filter(|path| !served.contains(*path)));
    for path in gone {
        let page = lock.pages.get(path).map(|page| &page.it.of);
        let Some(of) = page.or(lock.addresses.get(path).map(|of| &of.it)) else { continue };
        let announced = candidate.site.has_expired(of);
        changes.gone.push(Gone { path: path.into(), of: of.clone(), announced, is_served: served.contains(path) });
    }
}

/// The address of each page of the site, by what it is of and its language.
fn pages_there<'s>(candidate: &Candidate<'s>) -> BTreeMap<(String, &'s str), String> {
    let languages = &candidate.config.languages;
    let named = candidate.plan.pages.iter().filter_map(|page| {
        let name = candidate.name_of(page.kind)?;
        Some(((name, &*languages[page.language].code), path_of(&page.file)))
    });
    named.collect()
}

/// Every address at which there is something.
fn served(candidate: &Candidate) -> HashSet<String> {
    let redirects = candidate.plan.redirects.iter().map(|redirect| &redirect.file);
    candidate.plan.pages.iter().map(|page| &page.file).chain(redirects).map(|file| path_of(file)).collect()
}
