//! What stands around a record: who refers to it, by which field, and who shares with it what it refers to first.

use crate::link::Site;
use crate::link::back_references::BackReferenceField;
use crate::link::effective::Effective;
use crate::model::builtin::{CORRECTIONS, SOURCES};
use crate::model::field::{Collection, Field, FieldKind, Targets};
use crate::model::value::Value;
use crate::position::{BackReferenceIx, CollectionIx, FieldIx, RecordIx};

/// The fewest records that a record is shown beside.
const FEWEST: usize = 2;
/// The most: of more a reader sees the list of them.
const MOST: usize = 40;

/// Records of one collection that refer to a record by one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backlink {
    /// Under which name they do.
    pub name: BackReferenceIx,
    /// Their collection.
    pub from: CollectionIx,
    /// Each of them once, in the order of their collection.
    pub records: Vec<RecordIx>,
}

/// Records that refer to the same record as another by the first reference field of their collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Siblings {
    /// The field.
    pub by: FieldIx,
    /// What all of them refer to.
    pub target: RecordIx,
    /// Those beside the record itself that stand nearest to it, in the order of the collection.
    pub nearest: Vec<RecordIx>,
    /// All of them beside it, in that order.
    pub all: Vec<RecordIx>,
}

/// Who refers to a record on the report's day, by collection and field, in declared order. Corrections are not among
/// them: they tell of a record and do not belong to it.
pub fn backlinks(site: &Site, record: RecordIx) -> Vec<Backlink> {
    let of_name = |(name, back): (BackReferenceIx, &BackReferenceField)| {
        let mut records: Vec<RecordIx> = site.referrers(record, name).map(|back| back.record).collect();
        // Several groups of one list may refer here: they stand beside each other.
        records.dedup();
        let is_told = *site.collections[back.from].id != *CORRECTIONS && !records.is_empty();
        is_told.then_some(Backlink { name, from: back.from, records })
    };
    site.back_references[record.collection].entries().filter_map(of_name).collect()
}

/// The path and the field by which a name of back-references refers: `chains.chain` for one in a list of groups.
pub fn referring_field<'s>(site: &'s Site, back: &BackReferenceField) -> (String, &'s Field) {
    let field = &site.collections[back.from].fields[back.field];
    let mut found = Vec::new();
    references("", field, &mut found);
    found.into_iter().nth(back.inner).unwrap_or_else(|| (field.name.to_string(), field))
}

/// What a record refers to by the first reference field of its collection, with the field; `None`: nothing.
pub fn first_target(site: &Site, record: RecordIx) -> Option<(FieldIx, RecordIx)> {
    let by = first_reference(site.model(record))?;
    let Some(Value::Reference(at)) = site.get(record).value(by) else { return None };
    Some((by, site.get(record).targets[*at as usize]?))
}

/// The records that have the same first target as another, at most `most` of them as its nearest; `None`: it has none, or
/// one or more than forty others share it.
pub fn siblings(site: &Site, record: RecordIx, most: usize) -> Option<Siblings> {
    let (by, target) = first_target(site, record)?;
    let is_same = |back: &BackReferenceField| back.from == record.collection && back.field == by;
    let name = site.back_references[target.collection].position(is_same)?;
    let referring = site.referrers(target, name);
    let count = referring.len().checked_sub(1)?;
    if !(FEWEST..=MOST).contains(&count) {
        return None;
    }
    let mut all: Vec<RecordIx> = referring.map(|back| back.record).collect();
    let own = all.iter().position(|other| *other == record)?;
    all.remove(own);
    let first = own.saturating_sub(most / 2).min(count.saturating_sub(most));
    let nearest = all.iter().skip(first).take(most).copied().collect();
    Some(Siblings { by, target, nearest, all })
}

/// The one source on which alone at least half of the facts of a record rest that have sources, without those in a role;
/// `None`: there is none, or no fact has a source. What we conclude ourselves is from nobody.
pub fn common_source(site: &Site, record: RecordIx) -> Option<RecordIx> {
    let model = site.model(record);
    let roles = [model.roles.title, model.roles.short, model.roles.summary];
    let facts = model.fields.positions().filter(|at| !roles.contains(&Some(*at)));
    let sourced = facts.filter_map(|at| site.effective(record, at));
    let sourced: Vec<_> = sourced.filter(|fact| !fact.sources.is_empty() && !fact.is_inferred()).collect();
    let alone = |fact: &Effective| match fact.sources {
        [only] => fact.linked.targets[*only as usize],
        _ => None,
    };
    let mut counts: Vec<(RecordIx, usize)> = Vec::new();
    for source in sourced.iter().filter_map(alone) {
        match counts.iter_mut().find(|(known, _)| *known == source) {
            Some((_, count)) => *count += 1,
            None => counts.push((source, 1)),
        }
    }
    // Of two that stand equal the one that is cited first.
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (most.1 * 2 >= sourced.len()).then_some(most.0)
}

/// The field of a collection that is its first reference to something but a source.
fn first_reference(model: &Collection) -> Option<FieldIx> {
    let is_reference = |field: &Field| match &field.kind {
        FieldKind::Reference { to: Targets::One(to), .. } => **to != *SOURCES,
        FieldKind::Reference { .. } => true,
        _ => false,
    };
    model.fields.position(is_reference)
}

/// The references in a field, at any depth, each with its path.
fn references<'f>(before: &str, field: &'f Field, found: &mut Vec<(String, &'f Field)>) {
    let path = if before.is_empty() { field.name.to_string() } else { format!("{before}.{}", field.name) };
    match &field.kind {
        FieldKind::Reference { .. } => found.push((path, field)),
        FieldKind::List(item) => match &item.kind {
            FieldKind::Reference { .. } => found.push((path, field)),
            FieldKind::Group(fields) => fields.iter().for_each(|inner| references(&path, inner, found)),
            _ => {}
        },
        FieldKind::Group(fields) => fields.iter().for_each(|inner| references(&path, inner, found)),
        _ => {}
    }
}
