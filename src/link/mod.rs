//! Link: records → a site whose parts know each other.
//!
//! In:  a [`Model`], whose references are written names.
//! Out: [`Site`]: every reference resolved, with the reference back; records that the public does not see left out;
//!      each collection in order, per language; and a finding for every name that is nobody's.
//!
//! Prose is not read here: its links are resolved when it is rendered, through [`Site::find`].

mod backs;
mod by_path;
pub mod effective;
mod histories;
mod later;
mod order;
mod rules;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::config::{Config, Run};
use crate::diagnostics::{Checked, Diagnostic, Place, codes, did_you_mean};
pub use crate::link::histories::Begun;
use crate::link::histories::{SourceDates, When};
use crate::locale::Locales;
use crate::model::builtin::SOURCES;
use crate::model::date::{Date, Day};
use crate::model::field::{Collection, Targets, each_reference};
use crate::model::position::{CollectionIx, FieldIx, List, Position};
use crate::model::record::{Hidden, Model, RawReference, Record};
use crate::model::value::{Fact, Value};

use backs::PastBacks;
pub use backs::{Back, BackField};

/// A record by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordIx {
    /// Position of its collection.
    pub collection: CollectionIx,
    /// Position in it.
    pub record: u32,
}

/// A record that knows what it refers to and who refers to it.
#[derive(Debug)]
pub struct Linked {
    /// Its own position.
    pub at: RecordIx,
    /// The record as the model read it.
    pub record: Record,
    /// What each of its references leads to; `None` for a record that is withheld or does not exist.
    pub targets: Vec<Option<RecordIx>>,
    /// Position, in the history of each field, of the fact that holds on the report's day.
    pub current: List<FieldIx, Option<u32>>,
    /// For each [`BackField`] of its collection, who refers to it, in the order of the referring collection.
    pub backs: Vec<Vec<Back>>,
    /// Records with facts that rest on this source, by collection and id; empty unless it is a source.
    pub cited_by: Vec<RecordIx>,
    /// From which day there is such a record.
    pub begins: Day,
    /// The same as it is written; `None`: it always was there, or nobody dates it.
    pub begun: Option<Begun>,
    /// The report's day; its end where what nobody dates counts.
    pub as_of: Day,
}

impl Linked {
    /// The fact of a field that holds on the report's day.
    pub fn fact(&self, field: FieldIx) -> Option<&Fact> {
        let entry = self.record.entries[field].entry()?;
        entry.history.get(self.current[field]? as usize).filter(|fact| self.is_seen(fact))
    }

    /// The facts of a field up to the report's day, oldest first.
    pub fn history(&self, field: FieldIx) -> &[Fact] {
        match (self.record.entries[field].entry(), self.current[field]) {
            (Some(entry), Some(current)) => &entry.history[..=current as usize],
            _ => &[],
        }
    }

    /// Whether the public may see a fact: one that refers to a record withheld would be a trace of it, and one of a
    /// later day is not told yet.
    pub fn is_seen(&self, fact: &Fact) -> bool {
        if fact.effective_from().is_some_and(|date| date.first() > self.as_of) {
            return false;
        }
        match fact.value() {
            Some(Value::Reference(at)) => self.targets[*at as usize].is_some(),
            Some(Value::List(items)) => items.is_empty() || items.iter().any(|item| self.is_seen(item)),
            _ => true,
        }
    }

    /// The value of a field on the report's day.
    pub fn value(&self, field: FieldIx) -> Option<&Value> {
        self.fact(field)?.value()
    }
}

/// All records, connected.
#[derive(Debug)]
pub struct Site {
    /// The collections, by name.
    pub collections: List<CollectionIx, Collection>,
    /// Their records, by id.
    pub records: List<CollectionIx, Vec<Linked>>,
    /// Names under which records of each collection find who refers to them.
    pub back_fields: List<CollectionIx, Vec<BackField>>,
    /// The next day on which a record appears or goes; `None`: none will.
    pub next_change: Option<Day>,
    /// The report's day; its end where what nobody dates counts, which it does in no report of an earlier day than that of
    /// the data.
    pub as_of: Day,
    /// When what nobody dates begins: the end of the day of the data.
    pub undated_from: Day,
    /// Positions of the records of each collection in order, per language.
    orders: List<CollectionIx, Vec<Arc<[u32]>>>,
    source_dates: SourceDates,
    past_backs: PastBacks,
    ids: List<CollectionIx, HashMap<Arc<str>, u32>>,
    hidden: HashMap<String, Hidden>,
    /// By collection: why the public sees none of its records; `None` where it sees some, or there are none.
    withheld: List<CollectionIx, Option<Hidden>>,
    /// Collections with records of which something could not be read, or that refer to nothing.
    unsound: BTreeSet<CollectionIx>,
}

/// What a reference leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A record.
    Record(RecordIx),
    /// The index of a collection.
    Collection(CollectionIx),
}

/// Why a reference leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nowhere {
    /// The record exists, but the public does not see it, and why.
    Withheld(Hidden),
    /// Nothing of that name; the text is a hint.
    Unknown(String),
}

impl Site {
    /// Whether the report describes an earlier day than the data do: then its texts are of another day than its facts.
    pub fn is_earlier(&self) -> bool {
        !self.as_of.is_late()
    }

    /// A collection by its id.
    pub fn collection_named(&self, id: &str) -> Option<CollectionIx> {
        self.collections.position(|collection| *collection.id == *id)
    }

    /// The model of a record's collection.
    pub fn model(&self, record: RecordIx) -> &Collection {
        &self.collections[record.collection]
    }

    /// A record.
    pub fn get(&self, record: RecordIx) -> &Linked {
        &self.records[record.collection][record.record as usize]
    }

    /// `centers/bearings`.
    pub fn key(&self, record: RecordIx) -> String {
        format!("{}/{}", self.model(record).id, self.get(record).record.id)
    }

    /// What `centers` or `centers/bearings` refers to.
    pub fn find(&self, reference: &str) -> Result<Target, Nowhere> {
        let (name, id) = reference.split_once('/').map_or((reference, None), |(name, id)| (name, Some(id)));
        let Some(collection) = self.collection_named(name) else {
            let ids = self.collections.iter().map(|collection| &*collection.id);
            let known: Vec<&str> = ids.clone().collect();
            let hint = did_you_mean(name, ids).unwrap_or_else(|| format!("collections: {}", known.join(", ")));
            return Err(Nowhere::Unknown(hint));
        };
        match id {
            None => match self.withheld[collection] {
                Some(why) => Err(Nowhere::Withheld(why)),
                None => Ok(Target::Collection(collection)),
            },
            Some(id) => self.find_record(collection, id).map(Target::Record),
        }
    }

    /// A record of a collection by its id.
    pub fn find_record(&self, collection: CollectionIx, id: &str) -> Result<RecordIx, Nowhere> {
        let ids = &self.ids[collection];
        if let Some(&record) = ids.get(id) {
            return Ok(RecordIx { collection, record });
        }
        let name = &self.collections[collection].id;
        if let Some(&why) = self.hidden.get(&format!("{name}/{id}")) {
            return Err(Nowhere::Withheld(why));
        }
        let hint = did_you_mean(id, self.nearby(collection, id));
        Err(Nowhere::Unknown(hint.unwrap_or_else(|| format!("there is no content/{name}/{id}"))))
    }

    /// Whether a collection has records and the public sees none of them: that there is such a collection would be a trace.
    pub fn is_withheld(&self, collection: CollectionIx) -> bool {
        self.withheld[collection].is_some()
    }

    /// Why the public does not see some record of a collection; `None`: it sees all of them. That time has passed goes
    /// before other reasons: nobody watches when it does.
    pub fn hidden_in(&self, collection: CollectionIx) -> Option<Hidden> {
        let prefix = format!("{}/", self.collections[collection].id);
        let reasons = self.hidden.iter().filter(|(key, _)| key.starts_with(&prefix)).map(|(_, why)| *why);
        reasons.min_by_key(reason_order)
    }

    /// Whether a record, by collection and id, went because the day had come on which it said it would.
    pub fn has_expired(&self, key: &str) -> bool {
        matches!(self.hidden.get(key), Some(Hidden::Expired(_)))
    }

    /// Ids that may have been meant. In a large collection only those that begin alike are compared: a renamed folder gives
    /// thousands of wrong references at once.
    fn nearby<'s>(&'s self, collection: CollectionIx, id: &'s str) -> impl Iterator<Item = &'s str> {
        let records = &self.records[collection];
        let all = records.len() <= 1000;
        let beginning: &str = id.get(..2).unwrap_or(id);
        let ids = records.iter().map(|linked| &*linked.record.id);
        ids.filter(move |known| all || known.starts_with(beginning)).take(2000)
    }

    /// Whether all is known that is written in a collection, in those it refers to and in those that refer to it: what is
    /// counted there is what was meant.
    pub fn is_sound_around(&self, collection: CollectionIx) -> bool {
        self.around(collection).is_disjoint(&self.unsound)
    }

    /// A record of a collection, of those it refers to or of those that refer to it, that appeared or went by itself after
    /// a day, and how; `None`: nobody's day came.
    pub fn changed_by_time(&self, collection: CollectionIx, after: Day) -> Option<String> {
        let around = self.around(collection);
        let records = around.iter().flat_map(|at| &self.records[*at]);
        let mut appeared =
            records.filter_map(|linked| Some((linked, linked.record.appeared.filter(|day| *day > after)?)));
        if let Some((linked, day)) = appeared.next() {
            return Some(format!("{} appeared on {day}", self.key(linked.at)));
        }
        let of_around = |key: &str| {
            let name = key.split('/').next().unwrap_or_default();
            self.collection_named(name).is_some_and(|at| around.contains(&at))
        };
        let expired = self.hidden.iter().filter_map(|(key, why)| match why {
            Hidden::Expired(day) if day.first() > after && of_around(key) => Some((key, *why)),
            _ => None,
        });
        expired.min_by_key(|(key, _)| *key).map(|(key, why)| format!("{key} {}", why.words()))
    }

    /// A collection, those it refers to and those that refer to it.
    fn around(&self, collection: CollectionIx) -> BTreeSet<CollectionIx> {
        let mut around = BTreeSet::from([collection]);
        each_reference(self.collections[collection].fields.as_slice(), &mut |_, to| match to {
            Targets::One(name) => around.extend(self.collection_named(name)),
            Targets::Several(names) => around.extend(names.iter().filter_map(|name| self.collection_named(name))),
            Targets::Any => {}
        });
        around.extend(self.back_fields[collection].iter().map(|back| back.from));
        around
    }

    /// From when each fact of a field holds, oldest first; timeless facts always held. What nobody dates holds on the day of
    /// the data, unless something dated came after it: then no day is known on which it held.
    pub fn starts(&self, record: RecordIx, field: FieldIx) -> impl Iterator<Item = (Day, Option<Date>, &Fact)> {
        let tracked = self.model(record).fields[field].tracked;
        let linked = self.get(record);
        let history = linked.record.entries[field].entry().map_or(&[][..], |entry| &entry.history);
        let when = |fact| self.source_dates.when(fact, &linked.record);
        let is_dated = |fact| matches!(when(fact), When::On(_));
        let dated = if tracked { history.iter().rposition(is_dated).map_or(0, |last| last + 1) } else { 0 };
        history.iter().enumerate().filter_map(move |(at, fact)| {
            if !tracked {
                let date = fact.effective_from();
                return Some((date.map_or(Day::ALWAYS, |date| date.first()), date, fact));
            }
            match self.source_dates.when(fact, &linked.record) {
                When::On(date) => Some((date.first(), Some(date), fact)),
                When::Undated if at >= dated => Some((self.undated_from, None, fact)),
                When::Undated | When::NotYet => None,
            }
        })
    }

    /// Whether nobody says when a value of a tracked field began: neither it nor a source of it has a date.
    pub fn is_undated(&self, record: RecordIx, field: FieldIx, fact: &Fact) -> bool {
        let is_undated = |fact| self.source_dates.when(fact, &self.get(record).record) == When::Undated;
        self.model(record).fields[field].tracked && fact.value().is_some() && is_undated(fact)
    }

    /// Who refers to a record by a name, at any time up to the report's day.
    pub fn referrers(&self, record: RecordIx, name: usize) -> impl Iterator<Item = Back> + '_ {
        let back = &self.back_fields[record.collection][name];
        let past = if self.collections[back.from].fields[back.field].tracked {
            self.past_backs.get(&(record, name)).map(Vec::as_slice).unwrap_or_default()
        } else {
            self.get(record).backs[name].as_slice()
        };
        past.iter().copied()
    }

    /// Whether the fact at a position of a history is the one that held on a day.
    pub fn holds_on(&self, record: RecordIx, field: FieldIx, fact: usize, day: Day) -> bool {
        let entry = self.get(record).record.entries[field].entry();
        let wanted = entry.and_then(|entry| entry.history.get(fact));
        let held = self.fact_on(record, field, day);
        matches!((wanted, held), (Some(wanted), Some(held)) if std::ptr::eq(wanted, held))
    }

    /// The fact of a field that held on a day.
    pub fn fact_on(&self, record: RecordIx, field: FieldIx, day: Day) -> Option<&Fact> {
        self.starts(record, field).take_while(|(start, ..)| *start <= day).last().map(|(.., fact)| fact)
    }

    /// The records of a collection in its order, as a language orders them.
    pub fn ordered(
        &self,
        collection: CollectionIx,
        language: usize,
    ) -> impl DoubleEndedIterator<Item = RecordIx> + ExactSizeIterator + '_ {
        let order = &self.orders[collection][language];
        order.iter().map(move |&record| RecordIx { collection, record })
    }

    /// The heading of a record in a language, with the language it is in.
    pub fn title(&self, record: RecordIx, language: usize) -> (usize, &str) {
        let role = self.model(record).roles.title;
        self.text(record, role, language).unwrap_or((language, &self.get(record).record.id))
    }

    /// Whether a record is a source that is our own work.
    pub fn is_own_work(&self, record: RecordIx) -> bool {
        let model = self.model(record);
        *model.id == *SOURCES && self.get(record).record.is_own_work(model)
    }

    /// The text of a role in a language, or the next best, with the language it is in.
    pub fn text(&self, record: RecordIx, role: Option<FieldIx>, language: usize) -> Option<(usize, &str)> {
        match self.get(record).value(role?)? {
            Value::Text(text) => Some((language, text)),
            Value::Localized(text) => text.best(language).map(|(at, text)| (at, &**text)),
            _ => None,
        }
    }
}

/// Connects the records of a model.
pub fn resolve(model: Model, config: &Config, run: &Run, locales: &Locales) -> Checked<Site> {
    let mut findings = Vec::new();
    let unread = model.unread.clone();
    let (mut site, later_records) = public_records(model, report_days(config, run));
    for collection in site.collections.positions() {
        for record in 0..site.records[collection].len() {
            let linked = &site.records[collection][record];
            let before = findings.len();
            let targets = linked
                .record
                .references
                .iter()
                .map(|written| target(&site, &linked.record, written, (config, &unread), &mut findings));
            let targets: Vec<Option<RecordIx>> = targets.collect();
            if findings.len() > before || !linked.record.is_sound {
                site.unsound.insert(collection);
            }
            site.records[collection][record].targets = targets;
        }
    }
    histories::resolve(&mut site, &mut findings);
    if !site.is_earlier() {
        later::check(&site, later_records, &mut findings);
    }
    site.orders = order::orders(&site, config, locales).into();
    backs::connect(&mut site, &mut findings);
    rules::check(&site, &mut findings);
    Checked { value: site, diagnostics: findings }
}

/// The day that the report describes, the one that is asked for or else that of the data, and the day on which begins what
/// nobody dates. A report of the day of the data, or a later one, describes the end of its day.
fn report_days(config: &Config, run: &Run) -> (Day, Day) {
    let data = config.data_as_of.unwrap_or(run.today);
    let as_of = run.as_of.unwrap_or(data);
    let undated_from = Day::from(as_of.max(data)).late();
    (if as_of < data { Day::from(as_of) } else { Day::from(as_of).late() }, undated_from)
}

/// The site without records that the public does not see, or that were not there yet on the report's day; nothing else
/// of them is kept than their names; and where those are written that begin later.
fn public_records(model: Model, (as_of, undated_from): (Day, Day)) -> (Site, Vec<Place>) {
    let source_dates = SourceDates::new(&model);
    let mut later = Vec::new();
    let mut hidden = HashMap::new();
    let next_change = model.records.iter().flatten().filter_map(|record| record.changes_on).min();
    let mut records: List<CollectionIx, Vec<Linked>> = Vec::new().into();
    let (mut ids, mut withheld) = (Vec::new(), Vec::new());
    for (collection, list) in model.collections.iter().zip(model.records) {
        let at = CollectionIx::behind(records.len());
        let mut reason = None;
        let mut seen: Vec<Linked> = Vec::with_capacity(list.len());
        for record in list {
            let begun = histories::begins(&record, collection, &source_dates);
            let begins = begun.day(undated_from);
            // What nobody dates is to come on the day of the data.
            let date = begun.date().map(|begun| begun.date).or_else(|| undated_from.date());
            let to_come = date.filter(|_| begins > as_of);
            if record.hidden.is_none() && to_come.is_some() {
                later.push(Place::file(record.source.path.clone()));
            }
            if let Some(why) = record.hidden.or(to_come.map(Hidden::Begins)) {
                hidden.insert(format!("{}/{}", collection.id, record.id), why);
                reason = reason.into_iter().chain([why]).min_by_key(reason_order);
                continue;
            }
            let at = RecordIx { collection: at, record: seen.len() as u32 };
            seen.push(unlinked(record, at, (begins, begun.date()), as_of));
        }
        withheld.push(reason.filter(|_| seen.is_empty()));
        ids.push(seen.iter().enumerate().map(|(at, linked)| (linked.record.id.clone(), at as u32)).collect());
        records.push(seen);
    }
    let (back_fields, orders, past_backs) = (Vec::new().into(), Vec::new().into(), PastBacks::new());
    let site = Site {
        collections: model.collections,
        records,
        back_fields,
        next_change,
        as_of,
        undated_from,
        orders,
        source_dates,
        past_backs,
        ids: ids.into(),
        hidden,
        unsound: BTreeSet::new(),
        withheld: withheld.into(),
    };
    (site, later)
}

/// Which of several reasons for which records are hidden is told.
fn reason_order(why: &Hidden) -> (u8, Option<Date>) {
    match why {
        Hidden::Expired(day) => (0, Some(*day)),
        Hidden::Begins(day) => (1, Some(*day)),
        Hidden::Until(day) => (2, Some(*day)),
        Hidden::Draft => (3, None),
    }
}

fn unlinked(record: Record, at: RecordIx, (begins, begun): (Day, Option<Begun>), as_of: Day) -> Linked {
    let (targets, current, backs, cited_by) = (Vec::new(), Vec::new().into(), Vec::new(), Vec::new());
    Linked { at, record, targets, current, backs, cited_by, begins, begun, as_of }
}

fn target(
    site: &Site,
    record: &Record,
    written: &RawReference,
    (config, unread): (&Config, &[Box<str>]),
    findings: &mut Vec<Diagnostic>,
) -> Option<RecordIx> {
    let collection = if let Targets::One(name) = &written.to { name } else { written.text.split('/').next()? };
    if unread.iter().any(|unread| **unread == *collection) {
        return None;
    }
    let found = match &written.to {
        Targets::One(name) => match site.collection_named(name) {
            Some(collection) => {
                let own = written.text.strip_prefix(&**name).and_then(|rest| rest.strip_prefix('/'));
                site.find_record(collection, own.unwrap_or(&written.text))
            }
            // Citing sources needs no declaration, so only here can the collection be absent.
            None if **name == *SOURCES => Err(Nowhere::Unknown("there is no folder content/sources".to_owned())),
            None => return None,
        },
        Targets::Several(names) => record_of(site, &written.text, Some(names)),
        Targets::Any => record_of(site, &written.text, None),
    };
    match found {
        Ok(target) => Some(target),
        Err(Nowhere::Withheld(_)) => None,
        Err(Nowhere::Unknown(hint)) => {
            let what = match &written.to {
                Targets::One(name) => format!("there is no `{}` in {name}", written.text),
                _ => format!("there is no record `{}`", written.text),
            };
            let hint = by_name(site, config, written).unwrap_or(hint);
            let source = written.file.as_ref().unwrap_or(&record.source);
            findings.push(source.finding(&codes::UNKNOWN_REFERENCE, written.span, what).hint(hint));
            None
        }
    }
}

/// What to write instead of an address of the site.
fn by_name(site: &Site, config: &Config, written: &RawReference) -> Option<String> {
    let name = site.named_by_path(config, &written.text)?;
    let own = match &written.to {
        Targets::One(collection) => name.strip_prefix(&**collection).and_then(|rest| rest.strip_prefix('/')),
        Targets::Several(_) | Targets::Any => None,
    };
    Some(format!("references are names, not addresses: write {}", own.unwrap_or(&name)))
}

fn record_of(site: &Site, text: &str, allowed: Option<&[Arc<str>]>) -> Result<RecordIx, Nowhere> {
    let name = text.split('/').next().unwrap_or(text);
    if let Some(names) = allowed.filter(|names| !names.iter().any(|allowed| **allowed == *name)) {
        return Err(Nowhere::Unknown(format!("write collection/id; collections allowed here: {}", names.join(", "))));
    }
    match site.find(text)? {
        Target::Record(record) => Ok(record),
        Target::Collection(_) => Err(Nowhere::Unknown(format!("write the record too: {text}/…"))),
    }
}

#[cfg(test)]
mod tests;
