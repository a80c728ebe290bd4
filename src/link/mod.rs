//! Link: records → a site whose parts know each other.
//!
//! In:  a [`Model`](crate::model::record::Model), whose references are written names.
//! Out: [`Site`]: every reference resolved, with the reference back; records that the public does not see left out;
//!      each collection in order, per language; and a finding for every name that is nobody's.
//!
//! [`resolve::all`] makes it. Prose is not read here: its links are resolved when it is rendered, through [`Site::find`].

pub mod start;
pub mod record;
pub mod each;
pub mod names;
pub mod back_references;
mod by_path;
pub mod effective;
pub mod called;
pub mod item_key;
pub mod relations;
pub mod listing;
pub mod resolve;

use std::collections::BTreeSet;
use std::hash::{Hash as _, Hasher};
use std::sync::Arc;

use crate::config::Config;
use crate::link::back_references::{BackReference, BackReferenceFields, BackReferences};
use crate::link::names::{CollectionNames, Names, Nowhere, Target};
use crate::link::record::LinkedRecord;
use crate::link::start::Start;
use crate::model::builtin::SOURCES;
use crate::model::date::Day;
use crate::model::field::{Collection, Targets, each_reference};
use crate::model::record::Hidden;
use crate::model::value::Fact;
use crate::position::{BackReferenceIx, CollectionIx, FieldIx, LanguageIx, List, RecordIx};

/// How many records a list has on one page where its model does not say.
const LONG_LIST: u32 = 200;

/// All records, connected.
#[derive(Debug)]
pub struct Site {
    /// The collections, by name.
    pub collections: List<CollectionIx, Collection>,
    /// Their records, by id.
    pub records: List<CollectionIx, Vec<Arc<LinkedRecord>>>,
    /// Names under which records of each collection find who refers to them.
    pub back_references: BackReferenceFields,
    /// The next day on which a record appears or goes; `None`: none will.
    pub next_change: Option<Day>,
    /// The report's day; its end where what nobody dates counts, which it does in no report of an earlier day than that of
    /// the data.
    pub as_of: Day,
    /// When what nobody dates begins: the end of the day of the data.
    pub undated_from: Day,
    /// Positions of the records of each collection in order, per language.
    orders: List<CollectionIx, List<LanguageIx, Arc<[u32]>>>,
    referring: Arc<BackReferences>,
    names: Names,
    /// Collections with records of which something could not be read, or that refer to nothing.
    unsound: BTreeSet<CollectionIx>,
}

impl Site {
    /// Whether the report describes an earlier day than the data do: then its texts are of another day than its facts.
    pub fn is_earlier(&self) -> bool {
        !self.as_of.is_late()
    }

    /// Whether another site has the same names at the same positions, and describes the same day: what they differ in is what
    /// some records say.
    pub fn has_same_names(&self, other: &Site) -> bool {
        let kinds = |site: &Site| site.collections.iter().map(|collection| collection.kind).collect::<Vec<_>>();
        let days = |site: &Site| (site.as_of, site.undated_from, site.next_change);
        self.names == other.names
            && kinds(self) == kinds(other)
            && days(self) == days(other)
            && self.unsound == other.unsound
    }

    /// Whether the records of a collection stand in the same order in another site.
    pub fn has_same_order(&self, other: &Site, collection: CollectionIx) -> bool {
        self.orders[collection] == other.orders[collection]
    }

    /// A collection by its id.
    pub fn collection_named(&self, id: &str) -> Option<CollectionIx> {
        self.names.collection(id)
    }

    /// How many records stand on a page of an index; `None`: all. A list that no model divides is divided when it is long;
    /// the glossary stays whole.
    pub fn per_page(&self, collection: CollectionIx) -> Option<u32> {
        let model = &self.collections[collection];
        let is_long = !model.is_glossary() && self.records[collection].len() > LONG_LIST as usize;
        model.per_page.or(is_long.then_some(LONG_LIST))
    }

    /// The model of a record's collection.
    pub fn model(&self, record: RecordIx) -> &Collection {
        &self.collections[record.collection]
    }

    /// All records, by collection.
    pub fn all(&self) -> impl Iterator<Item = &LinkedRecord> {
        self.records.iter().flatten().map(|linked| &**linked)
    }

    /// The record at a position.
    pub fn get(&self, record: RecordIx) -> &LinkedRecord {
        &self.records[record.collection][record.record as usize]
    }

    /// `centers/bearings`.
    pub fn key(&self, record: RecordIx) -> String {
        format!("{}/{}", self.model(record).id, self.get(record).record.id)
    }

    /// What `centers` or `centers/bearings` refers to.
    pub fn find(&self, reference: &str) -> Result<Target, Nowhere> {
        self.names.find(reference)
    }

    /// Adds to a hash which records a collection has, be they public or not.
    pub fn hash_names(&self, collection: CollectionIx, into: &mut impl Hasher) {
        let CollectionNames { id: _, ids, hidden } = &self.names.collections[collection];
        (ids, hidden).hash(into);
    }

    /// A record of a collection by its id.
    pub fn find_record(&self, collection: CollectionIx, id: &str) -> Result<RecordIx, Nowhere> {
        self.names.find_record(collection, id)
    }

    /// `parks` or `parks/north` for `/en/parks/` or `https://the.site/en/parks/north-park/`; `None` for any other text.
    pub fn named_by_path(&self, config: &Config, text: &str) -> Option<String> {
        let records = |collection: CollectionIx| self.records[collection].iter().map(|linked| &*linked.record);
        by_path::named_by_path(config, &self.collections, records, text)
    }

    /// The collections that are news.
    pub fn news(&self) -> impl Iterator<Item = (CollectionIx, &Collection)> {
        self.collections.entries().filter(|(_, model)| model.feed)
    }

    /// Whether a collection has records and the public sees none of them: that there is such a collection would be a trace.
    pub fn is_withheld(&self, collection: CollectionIx) -> bool {
        self.names.collections[collection].withheld().is_some()
    }

    /// Why the public does not see some record of a collection; `None`: it sees all of them. That time has passed goes
    /// before other reasons: nobody watches when it does.
    pub fn hidden_in(&self, collection: CollectionIx) -> Option<Hidden> {
        self.names.collections[collection].first_reason()
    }

    /// Whether a record, by collection and id, went because the day had come on which it said it would.
    pub fn has_expired(&self, key: &str) -> bool {
        let why = key.split_once('/').and_then(|(name, id)| {
            let collection = self.names.collection(name)?;
            self.names.collections[collection].why_hidden(id)
        });
        matches!(why, Some(Hidden::Expired(_)))
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
        let hidden = around.iter().map(|at| &self.names.collections[*at]).flat_map(|names| {
            let of_name = names.hidden.iter();
            of_name.map(move |(id, why)| (format!("{}/{id}", names.id), *why))
        });
        let expired = hidden.filter(|(_, why)| matches!(why, Hidden::Expired(day) if day.first() > after));
        let first = expired.min_by(|(key, _), (other, _)| key.cmp(other));
        first.map(|(key, why)| format!("{key} {}", why.words()))
    }

    /// A collection, those it refers to and those that refer to it.
    fn around(&self, collection: CollectionIx) -> BTreeSet<CollectionIx> {
        let mut around = BTreeSet::from([collection]);
        each_reference(self.collections[collection].fields.as_slice(), &mut |_, to| match to {
            Targets::One(name) => around.extend(self.collection_named(name)),
            Targets::Several(names) => around.extend(names.iter().filter_map(|name| self.collection_named(name))),
            Targets::Any => {}
        });
        around.extend(self.back_references[collection].iter().map(|back| back.from));
        around
    }

    /// From when each fact of a field holds, oldest first, with when it begins: timeless facts always held, and what nobody
    /// dates holds on the day of the data.
    pub fn starts(&self, record: RecordIx, field: FieldIx) -> impl Iterator<Item = (Day, Start, &Fact)> {
        self.get(record).days(field, self.undated_from)
    }

    /// Whether nobody says when a value of a record began: neither it nor a source of it has a date.
    pub fn is_undated(&self, record: RecordIx, field: FieldIx, fact: &Fact) -> bool {
        let linked = self.get(record);
        let at = linked.written(field).iter().position(|known| std::ptr::eq(known, fact));
        let start = at.and_then(|at| linked.starts[field].get(at));
        fact.value().is_some() && start == Some(&Start::Undated)
    }

    /// The fact of a field that held on a day.
    pub fn fact_on(&self, record: RecordIx, field: FieldIx, day: Day) -> Option<&Fact> {
        self.starts(record, field).take_while(|(start, ..)| *start <= day).last().map(|(.., fact)| fact)
    }

    /// Whether the fact of a field by which a record refers to another is the one that held on a day.
    pub fn refers_on(&self, back: BackReference, field: FieldIx, day: Day) -> bool {
        let wanted = self.get(back.record).written(field).get(back.fact as usize);
        let held = self.fact_on(back.record, field, day);
        matches!((wanted, held), (Some(wanted), Some(held)) if std::ptr::eq(wanted, held))
    }

    /// Who refers to a record by a name, on the report's day, in the order of the referring collection.
    pub fn referrers(
        &self,
        record: RecordIx,
        name: BackReferenceIx,
    ) -> impl ExactSizeIterator<Item = BackReference> + '_ {
        self.referring.current.of(&(record, name)).copied()
    }

    /// Who refers to a record by a name, on any day up to the report's.
    pub fn past_referrers(&self, record: RecordIx, name: BackReferenceIx) -> impl Iterator<Item = BackReference> + '_ {
        let back = &self.back_references[record.collection][name];
        let is_tracked = self.collections[back.from].fields[back.field].tracked;
        let referring = if is_tracked { &self.referring.past } else { &self.referring.current };
        referring.of(&(record, name)).copied()
    }

    /// Records with facts that rest on a source, by collection and id; none unless the record is a source.
    pub fn cited_by(&self, source: RecordIx) -> impl ExactSizeIterator<Item = RecordIx> + '_ {
        self.referring.citing.of(&source).copied()
    }

    /// The records of a collection in its order, as a language orders them.
    pub fn ordered(
        &self,
        collection: CollectionIx,
        language: LanguageIx,
    ) -> impl DoubleEndedIterator<Item = RecordIx> + ExactSizeIterator + '_ {
        let order = &self.orders[collection][language];
        order.iter().map(move |&record| RecordIx { collection, record })
    }

    /// The heading of a record in a language, with the language it is in.
    pub fn title(&self, record: RecordIx, language: LanguageIx) -> (LanguageIx, &str) {
        self.get(record).title(self.model(record).roles.title, language)
    }

    /// The text of a role in a language, or the next best, with the language it is in.
    pub fn text(&self, record: RecordIx, role: Option<FieldIx>, language: LanguageIx) -> Option<(LanguageIx, &str)> {
        self.get(record).text(role, language)
    }

    /// Whether a record is a source that is our own work.
    pub fn is_own_work(&self, record: RecordIx) -> bool {
        let model = self.model(record);
        *model.id == *SOURCES && self.get(record).record.is_own_work(model)
    }
}

#[cfg(test)]
mod tests;
