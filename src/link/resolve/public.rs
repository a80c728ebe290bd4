//! Which records the public sees on the report's day; of the others nothing is kept but their names.

use std::sync::Arc;

use crate::diagnostics::Place;
use crate::link::names::{CollectionNames, Names};
use crate::link::resolve::dates::Dates;
use crate::link::start::Start;
use crate::model::date::Day;
use crate::model::field::Collection;
use crate::model::record::{Hidden, Model, Record};
use crate::position::{CollectionIx, List};

/// The records that the public sees, and the names of all.
pub struct Public {
    /// The collections, by name.
    pub collections: List<CollectionIx, Collection>,
    /// Their public records, by id.
    pub records: List<CollectionIx, Vec<PublicRecord>>,
    /// The names of everything, be it public or not.
    pub names: Names,
    /// The next day on which a record appears or goes; `None`: none will.
    pub next_change: Option<Day>,
    /// Where records are written that begin after the report's day.
    pub later: Vec<Place>,
}

/// A record that the public sees, and when it begins.
pub struct PublicRecord {
    /// As the model read it.
    pub record: Arc<Record>,
    /// When there begins to be such a record.
    pub start: Start,
    /// The first day of it.
    pub begins: Day,
}

/// Parts what the public sees from what it does not see, or not yet.
pub fn records(model: Model, dates: &Dates) -> Public {
    let next_change = model.records.iter().flatten().filter_map(|record| record.changes_on).min();
    let mut later = Vec::new();
    let (mut records, mut names) = (Vec::new(), Vec::new());
    for (collection, list) in model.collections.iter().zip(model.records) {
        let (mut public, mut hidden) = (Vec::with_capacity(list.len()), Vec::new());
        for record in list {
            let start = dates.record_start(&record, collection);
            // A tracked field that rests on nothing the public sees begins nothing.
            let begins = start.first(dates.undated_from).unwrap_or_default();
            let to_come = to_come(start, begins, dates);
            if record.hidden.is_none() && to_come.is_some() {
                later.push(Place::file(record.source.path.clone()));
            }
            match record.hidden.or(to_come) {
                Some(why) => hidden.push((record.id.clone(), why)),
                None => public.push(PublicRecord { record, start, begins }),
            }
        }
        let ids: Vec<Arc<str>> = public.iter().map(|public| public.record.id.clone()).collect();
        names.push(CollectionNames { id: collection.id.clone(), ids, hidden });
        records.push(public);
    }
    let names = Names { collections: names.into() };
    Public { collections: model.collections, records: records.into(), names, next_change, later }
}

/// Why a record is not there yet; `None`: it is. What nobody dates is to come on the day of the data.
fn to_come(start: Start, begins: Day, dates: &Dates) -> Option<Hidden> {
    let date = start.date().map(|date| date.date()).or_else(|| dates.undated_from.date());
    date.filter(|_| begins > dates.as_of).map(Hidden::Begins)
}
