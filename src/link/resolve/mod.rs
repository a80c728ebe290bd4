//! Connecting the records of a model: each pass makes a finished value, of which the next is made.
//!
//! `Dates` of the sources → `Public`, what the public sees → `References` of it → `LinkedRecord`s, whose facts begin
//! on known days → their orders → who refers to them → the `Site`. Then come the rules that concern more than one fact.

mod dates;
mod public;
mod references;
mod histories;
mod later;
mod order;
mod back_references;
mod rules;
mod items;

use std::collections::BTreeSet;

use crate::config::{Config, Run};
use crate::diagnostics::{Checked, Diagnostic, Place};
use crate::link::Site;
use crate::link::record::LinkedRecord;
use crate::link::resolve::back_references::Connections;
use crate::link::resolve::dates::{Dates, SourceDates};
use crate::link::resolve::order::Orders;
use crate::link::resolve::public::{Public, PublicRecord};
use crate::link::resolve::references::References;
use crate::locale::Locales;
use crate::model::field::Collection;
use crate::model::record::Model;
use crate::position::{CollectionIx, List, RecordIx};

/// Connects the records of a model.
pub fn all(mut model: Model, config: &Config, run: &Run, locales: &Locales) -> Checked<Site> {
    let mut findings = Vec::new();
    let dates = Dates::new(&model, config, run);
    let unread = std::mem::take(&mut model.unread);
    let public = public::records(model, &dates);
    let references = References { public: &public, unread: &unread, config };
    let Resolved { targets, unsound } = resolved(&references, &mut findings);
    let Public { collections, records, names, next_change, later } = public;
    let records = linked(&collections, records, targets, &dates);
    let orders = Orders { collections: &collections, records: &records, locales }.all();
    let connections = Connections { collections: &collections, records: &records, orders: &orders };
    let back_references = connections.names(&mut findings);
    let referring = connections.referring(&back_references);
    let Dates { as_of, undated_from, sources } = dates;
    let site = Site {
        collections,
        records,
        back_references,
        next_change,
        as_of,
        undated_from,
        orders,
        referring,
        names,
        unsound,
    };
    check_dates(&site, &sources, later, &mut findings);
    rules::check(&site, &sources, &mut findings);
    items::check(&site, &mut findings);
    Checked { value: site, diagnostics: findings }
}

/// What the references of all records lead to.
struct Resolved {
    targets: List<CollectionIx, Vec<Vec<Option<RecordIx>>>>,
    /// Collections with records of which something could not be read, or that refer to nothing.
    unsound: BTreeSet<CollectionIx>,
}

fn resolved(references: &References, findings: &mut Vec<Diagnostic>) -> Resolved {
    let mut unsound = BTreeSet::new();
    let mut of_record = |collection: CollectionIx, public: &PublicRecord| {
        let before = findings.len();
        let targets = references.targets(&public.record, findings);
        if findings.len() > before || !public.record.is_sound {
            unsound.insert(collection);
        }
        targets
    };
    let records = references.public.records.entries();
    let targets = records.map(|(at, records)| records.iter().map(|record| of_record(at, record)).collect()).collect();
    Resolved { targets, unsound }
}

fn linked(
    collections: &List<CollectionIx, Collection>,
    records: List<CollectionIx, Vec<PublicRecord>>,
    targets: List<CollectionIx, Vec<Vec<Option<RecordIx>>>>,
    dates: &Dates,
) -> List<CollectionIx, Vec<LinkedRecord>> {
    let of_collection = |((collection, model), (records, targets)): ((CollectionIx, &Collection), (Vec<_>, Vec<_>))| {
        let records = records.into_iter().zip(targets).zip(0..);
        let linked = records.map(|((public, targets), record)| {
            histories::linked(public, RecordIx { collection, record }, targets, (model, dates))
        });
        linked.collect()
    };
    collections.entries().zip(records.into_iter().zip(targets)).map(of_collection).collect()
}

/// What is wrong with the dates of facts; `later` is where records stand that begin after the report's day.
fn check_dates(site: &Site, sources: &SourceDates, later: Vec<Place>, findings: &mut Vec<Diagnostic>) {
    for (collection, records) in site.collections.iter().zip(&site.records) {
        records.iter().for_each(|linked| histories::check(linked, collection, findings));
    }
    for fact in site.records.iter().flatten().flat_map(|linked| site.written_facts(linked.at)) {
        fact.each(&mut |fact| findings.extend(histories::dated_by_reading(sources, fact)));
    }
    // A report of an earlier day than that of the data leaves out what is later on purpose.
    if !site.is_earlier() {
        later::check(site, later, findings);
    }
}
