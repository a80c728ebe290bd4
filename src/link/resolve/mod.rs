//! Connecting the records of a model: each pass makes a finished value, of which the next is made.
//!
//! `Dates` of the sources → `Public`, what the public sees → `References` of it → `LinkedRecord`s, whose facts begin
//! on known days → their orders → who refers to them → the `Site`. Then come the rules that concern more than one fact.

mod dates;
pub mod kept;
mod public;
mod references;
mod histories;
mod later;
mod order;
mod back_references;
mod rules;
mod items;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Config, Run};
use crate::diagnostics::{Checked, Diagnostic};
use crate::link::Site;
use crate::link::each::Each;
use crate::link::record::LinkedRecord;
use crate::link::resolve::back_references::Connections;
use crate::link::resolve::dates::{Dates, SourceDates};
use crate::link::resolve::kept::{Kept, ModelOf, Ordered};
use crate::link::resolve::order::Orders;
use crate::link::resolve::public::{Public, PublicRecord};
use crate::link::resolve::references::References;
use crate::locale::Locales;
use crate::model::field::Collection;
use crate::model::record::Model;
use crate::position::{CollectionIx, LanguageIx, List, RecordIx, TOGETHER};

/// Connects the records of a model.
pub fn all(model: Model, config: &Config, run: &Run, locales: &Locales) -> Checked<Site> {
    all_again(model, (config, run), locales, &mut Kept::default())
}

/// The same, where records may have been connected before, with the same settings and run.
pub fn all_again(
    mut model: Model,
    (config, run): (&Config, &Run),
    locales: &Locales,
    kept: &mut Kept,
) -> Checked<Site> {
    let mut findings = Vec::new();
    let dates = Dates::new(&model, config, run);
    let models: Vec<ModelOf> = model.collections.iter().map(ModelOf::from).collect();
    if kept.sources != dates.sources || kept.models != models {
        *kept = Kept { sources: dates.sources.clone(), models, ..Kept::default() };
    }
    let unread = std::mem::take(&mut model.unread);
    let public = public::records(model, &dates);
    let references = References { public: &public, unread: &unread, config };
    let Resolved { targets, unsound } = resolved(&references, &mut findings);
    let Public { collections, records, names, next_change, later } = public;
    let records = linked(&collections, records, targets, (&dates, kept));
    let changed = kept.changed(&records);
    let before = changed.as_deref().map(|changed| (&kept.orders, changed));
    let orders = Orders { collections: &collections, records: &records, locales, before }.all();
    let connections = Connections { collections: &collections, records: &records, orders: &orders };
    let back_references = connections.names(&mut findings);
    let known = kept.referring.as_ref().zip(changed).filter(|((names, _), changed)| {
        *names == back_references
            && are_same(&orders, &kept.orders)
            && connections.refer_to_the_same(changed, &back_references)
    });
    let referring = known
        .map_or_else(|| Arc::new(connections.referring(&back_references)), |((_, referring), _)| referring.clone());
    kept.orders = orders.clone();
    kept.referring = Some((back_references.clone(), referring.clone()));
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
    // A report of an earlier day than that of the data leaves out what is later on purpose.
    if !site.is_earlier() {
        later::check(&site, later, &mut findings);
    }
    kept.found = found_in_records(&site, &sources, kept);
    findings.extend(kept.found.iter().flat_map(Each::iter).flat_map(|(_, found)| found.iter().cloned()));
    rules::of_all(&site, kept, &mut findings);
    items::check(&site, &mut findings);
    Checked { value: site, diagnostics: findings }
}

/// Whether orders are those of before.
fn are_same(now: &Ordered, before: &Ordered) -> bool {
    let is_same =
        |(now, before): (&List<_, _>, &List<_, _>)| Arc::ptr_eq(&now[LanguageIx::SOURCE], &before[LanguageIx::SOURCE]);
    now.len() == before.len() && now.iter().zip(before).all(is_same)
}

/// What the references of all records lead to.
struct Resolved {
    targets: List<CollectionIx, Vec<Vec<Option<RecordIx>>>>,
    /// Collections with records of which something could not be read, or that refer to nothing.
    unsound: BTreeSet<CollectionIx>,
}

fn resolved(references: &References, findings: &mut Vec<Diagnostic>) -> Resolved {
    let mut unsound = BTreeSet::new();
    let of_record = |public: &PublicRecord| {
        let mut found = Vec::new();
        let targets = references.targets(&public.record, &mut found);
        (targets, found, public.record.is_sound)
    };
    let mut of_collection = |(collection, records): (CollectionIx, &Vec<PublicRecord>)| {
        let resolved: Vec<_> = records.par_iter().with_max_len(TOGETHER).map(of_record).collect();
        let each = resolved.into_iter().map(|(targets, found, is_sound)| {
            if !found.is_empty() || !is_sound {
                unsound.insert(collection);
            }
            findings.extend(found);
            targets
        });
        each.collect()
    };
    let targets = references.public.records.entries().map(&mut of_collection).collect();
    Resolved { targets, unsound }
}

/// What the references of a record lead to.
type Targets = Vec<Option<RecordIx>>;

fn linked(
    collections: &List<CollectionIx, Collection>,
    records: List<CollectionIx, Vec<PublicRecord>>,
    targets: List<CollectionIx, Vec<Vec<Option<RecordIx>>>>,
    (dates, kept): (&Dates, &Kept),
) -> List<CollectionIx, Vec<Arc<LinkedRecord>>> {
    let of_collection =
        |(collection, model): (CollectionIx, &Collection), records: Vec<PublicRecord>, targets: Vec<Targets>| {
            let records = records.into_par_iter().with_max_len(TOGETHER).zip(targets).enumerate();
            let linked = records.map(|(at, (public, targets))| {
                let at = RecordIx { collection, record: at as u32 };
                let known = kept.record(at, &public.record, &targets).cloned();
                known.unwrap_or_else(|| Arc::new(histories::linked(public, at, targets, (model, dates))))
            });
            linked.collect()
        };
    let all = collections.entries().zip(records).zip(targets);
    all.map(|((collection, records), targets)| of_collection(collection, records, targets)).collect()
}

/// What is wrong with the facts of each record by itself: one walk over them, the records side by side.
fn found_in_records(site: &Site, sources: &SourceDates, kept: &Kept) -> List<CollectionIx, Each<Arc<[Diagnostic]>>> {
    let find = |linked: &LinkedRecord| {
        let mut found = Vec::new();
        histories::check(linked, site.model(linked.at), &mut found);
        for fact in site.written_facts(linked.at) {
            fact.each(&mut |fact| {
                found.extend(histories::dated_by_reading(sources, fact));
                found.extend(rules::known_in_time(sources, fact));
            });
        }
        rules::of_record(site, linked, &mut found);
        found.into()
    };
    let nothing = Each::default();
    let before = |at| kept.found.get(at).unwrap_or(&nothing);
    site.records.entries().map(|(at, records)| before(at).renewed(records, find)).collect()
}
