//! References back: the record on the other side knows who refers to it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, codes};
use crate::link::{RecordIx, Site};
use crate::model::builtin::SOURCES;
use crate::model::field::{Collection, Field, FieldKind, Targets};
use crate::model::position::{CollectionIx, FieldIx, List, Position};
use crate::model::record_key::is_reserved;
use crate::model::value::{Fact, Value};

/// A name under which records find who refers to them.
#[derive(Debug, Clone)]
pub struct BackField {
    /// The name: `back:` of the field, or the referring collection.
    pub name: Arc<str>,
    /// The referring collection.
    pub from: CollectionIx,
    /// The referring field.
    pub field: FieldIx,
    /// Which of the references in that field it is, in declared order.
    pub inner: usize,
}

/// Somebody who refers here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Back {
    /// The record that refers.
    pub record: RecordIx,
    /// Position of the group that holds the reference, in the list that the field is; `None` when it is not in one.
    pub item: Option<u32>,
    /// Position of the fact that refers, in the history of the field.
    pub fact: u32,
}

/// Who referred to a record by a name at any time up to the report's day, through tracked fields.
pub type PastBacks = BTreeMap<(RecordIx, usize), Vec<Back>>;

/// Connects every reference with its back-reference, and every source with what rests on it.
pub fn connect(site: &mut Site, findings: &mut Vec<Diagnostic>) {
    site.back_fields = names(&site.collections, findings);
    let mut backs: Vec<Vec<Vec<Vec<Back>>>> = Vec::new();
    for (collection, fields) in site.back_fields.entries() {
        backs.push(vec![vec![Vec::new(); fields.len()]; site.records[collection].len()]);
    }
    let mut past = PastBacks::new();
    let mut cited: Vec<Vec<RecordIx>> = Vec::new();
    let sources = site.collection_named(SOURCES);
    if let Some(sources) = sources {
        cited.resize(site.records[sources].len(), Vec::new());
    }
    for from in site.collections.positions() {
        // In the order of the referring collection; of the source language, since one list serves all.
        for record in site.ordered(from, 0) {
            add_backs(site, record, &mut backs, &mut past);
            if let Some(sources) = sources {
                add_citations(site, record, sources, &mut cited);
            }
        }
    }
    site.past_backs = past;
    for (records, backs) in site.records.iter_mut().zip(backs) {
        for (linked, backs) in records.iter_mut().zip(backs) {
            linked.backs = backs;
        }
    }
    if let Some(sources) = sources {
        for (linked, cited) in site.records[sources].iter_mut().zip(cited) {
            linked.cited_by = cited;
        }
    }
}

/// The names under which each collection is referred to, with a finding when two are the same.
fn names(
    collections: &List<CollectionIx, Collection>,
    findings: &mut Vec<Diagnostic>,
) -> List<CollectionIx, Vec<BackField>> {
    let mut names: List<CollectionIx, Vec<BackField>> = vec![Vec::new(); collections.len()].into();
    for (from, model) in collections.entries() {
        for (at, field) in model.fields.entries() {
            let mut references = Vec::new();
            references_of(field, &mut references);
            let all = references.iter().enumerate().flat_map(|(inner, (to, back))| {
                let targets = collections.entries().filter(|(_, other)| is_target(to, &other.id));
                targets.map(move |(target, other)| (inner, *back, target, other))
            });
            for (inner, back, target, other) in all {
                let name = back.clone().unwrap_or_else(|| model.id.clone());
                let reserved = is_reserved(&name) || ["title", "short", "summary"].contains(&&*name);
                let taken =
                    reserved || other.field(&name).is_some() || names[target].iter().any(|known| known.name == name);
                if taken {
                    let message = format!(
                        "records of {} would be known there as `{name}`, but {} has that name already",
                        model.id, other.id
                    );
                    let finding = model.source.finding(&codes::MODEL, field.span, message);
                    findings.push(finding.hint(format!("name the other direction: `back: {}_of`", field.name)));
                } else {
                    names[target].push(BackField { name: name.clone(), from, field: at, inner });
                }
            }
        }
    }
    names
}

/// The references in a field, be it one itself, a list or a group, in declared order.
fn references_of<'f>(field: &'f Field, found: &mut Vec<(&'f Targets, &'f Option<Arc<str>>)>) {
    match &field.kind {
        FieldKind::Reference { to, back } => found.push((to, back)),
        FieldKind::List(item) => references_of(item, found),
        FieldKind::Group(fields) => fields.iter().for_each(|field| references_of(field, found)),
        _ => {}
    }
}

fn count_references(field: &Field) -> usize {
    let mut found = Vec::new();
    references_of(field, &mut found);
    found.len()
}

fn is_target(to: &Targets, collection: &str) -> bool {
    match to {
        Targets::One(name) => **name == *collection,
        Targets::Several(names) => names.iter().any(|name| **name == *collection),
        Targets::Any => true,
    }
}

fn add_backs(site: &Site, record: RecordIx, backs: &mut [Vec<Vec<Vec<Back>>>], past: &mut PastBacks) {
    let linked = site.get(record);
    for (at, field) in site.model(record).fields.entries() {
        if count_references(field) == 0 {
            continue;
        }
        let Some(current) = linked.current[at] else { continue };
        let first = if field.tracked { 0 } else { current };
        for fact in first..=current {
            let known = linked.history(at).get(fact as usize).filter(|known| linked.is_seen(known));
            let Some(value) = known.and_then(Fact::value) else { continue };
            let mut found = Vec::new();
            references_in(field, value, 0, None, &mut found);
            for Found { reference, inner, item } in found {
                let Some(target) = linked.targets[reference as usize] else { continue };
                let names = &site.back_fields[target.collection];
                let Some(name) =
                    names.iter().position(|name| (name.from, name.field, name.inner) == (record.collection, at, inner))
                else {
                    continue;
                };
                let back = Back { record, item, fact };
                if field.tracked {
                    past.entry((target, name)).or_default().push(back);
                }
                let list = &mut backs[target.collection.before()][target.record as usize][name];
                if fact == current && list.last() != Some(&back) {
                    list.push(back);
                }
            }
        }
    }
}

/// A reference met in a value.
struct Found {
    /// Its position in the record's references.
    reference: u32,
    /// Which of the field's references it is, in declared order.
    inner: usize,
    /// The item of the outermost list of groups that holds it.
    item: Option<u32>,
}

/// `first` is the declared position of the first reference in `field`.
fn references_in(field: &Field, value: &Value, first: usize, item: Option<u32>, found: &mut Vec<Found>) {
    match (value, &field.kind) {
        (Value::Reference(at), _) => found.push(Found { reference: *at, inner: first, item }),
        (Value::List(items), FieldKind::List(of)) => {
            for (position, fact) in items.iter().enumerate() {
                let Some(value) = fact.value() else { continue };
                let item = item.or_else(|| matches!(value, Value::Group(_)).then_some(position as u32));
                references_in(of, value, first, item, found);
            }
        }
        (Value::Group(facts), FieldKind::Group(fields)) => {
            let mut first = first;
            for (field, fact) in fields.iter().zip(facts) {
                if let Some(value) = fact.as_ref().and_then(Fact::value) {
                    references_in(field, value, first, item, found);
                }
                first += count_references(field);
            }
        }
        _ => {}
    }
}

fn add_citations(site: &Site, record: RecordIx, sources: CollectionIx, cited: &mut [Vec<RecordIx>]) {
    let linked = site.get(record);
    let mut mark = |references: &[u32]| {
        for &at in references {
            if let Some(target) = linked.targets[at as usize].filter(|target| target.collection == sources) {
                let list = &mut cited[target.record as usize];
                if list.last() != Some(&record) {
                    list.push(record);
                }
            }
        }
    };
    mark(&linked.record.sources);
    site.effective_facts(record).for_each(|fact| fact.each(&mut |fact| mark(&fact.fact.sources)));
}
