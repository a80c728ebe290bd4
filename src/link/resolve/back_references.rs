//! References back: the record on the other side knows who refers to it, and a source what rests on it.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, codes};
use crate::link::back_references::{BackReference, BackReferenceField, BackReferenceFields, BackReferences};
use crate::link::effective::{Effective, history, in_history};
use crate::link::record::LinkedRecord;
use crate::link::resolve::kept::Changed;
use crate::model::builtin::SOURCES;
use crate::model::field::{Collection, Field, FieldKind, Targets};
use crate::model::record_key::is_reserved;
use crate::model::value::Value;
use crate::position::{BackReferenceIx, CollectionIx, FieldIx, LanguageIx, List, RecordIx};

/// Records whose references are turned round.
pub struct Connections<'s> {
    /// The collections, whose fields refer.
    pub collections: &'s List<CollectionIx, Collection>,
    /// Their records.
    pub records: &'s List<CollectionIx, Vec<Arc<LinkedRecord>>>,
    /// The order of the records, per language.
    pub orders: &'s List<CollectionIx, List<LanguageIx, Arc<[u32]>>>,
}

impl Connections<'_> {
    /// The names under which each collection is referred to, with a finding when two are the same.
    pub fn names(&self, findings: &mut Vec<Diagnostic>) -> BackReferenceFields {
        let mut names: BackReferenceFields = vec![List::from(Vec::new()); self.collections.len()].into();
        for (from, model) in self.collections.entries() {
            for (field, declared) in model.fields.entries() {
                let mut references = Vec::new();
                references_of(declared, &mut references);
                for (inner, (to, back)) in references.into_iter().enumerate() {
                    let name = back.as_ref().unwrap_or(&model.id);
                    for (target, other) in self.collections.entries().filter(|(_, other)| is_target(to, &other.id)) {
                        if is_taken(name, other, &names[target]) {
                            findings.push(taken(name, model, declared, other));
                        } else {
                            names[target].push(BackReferenceField { name: name.clone(), from, field, inner });
                        }
                    }
                }
            }
        }
        names
    }

    /// Everybody who refers to a record under one of these names, and everything that rests on a source.
    pub fn referring(&self, names: &BackReferenceFields) -> BackReferences {
        let mut found = Referring::default();
        for from in self.collections.positions() {
            // In the order of the referring collection; of the source language, since one list serves all.
            for &record in self.orders[from][LanguageIx::SOURCE].iter() {
                self.refer(&self.records[from][record as usize], names, &mut found);
            }
        }
        let Referring { current, past, citing } = found;
        BackReferences { current: current.into(), past: past.into(), citing: citing.into() }
    }

    /// Whether records of which some changed refer to the same under the same names, if their order is that of before.
    pub fn refer_to_the_same(&self, changed: &[Changed], names: &BackReferenceFields) -> bool {
        let of = |linked: &LinkedRecord| {
            let mut found = Referring::default();
            self.refer(linked, names, &mut found);
            found
        };
        changed.iter().all(|Changed { before, now }| of(before) == of(now))
    }

    /// Adds what a record refers to.
    fn refer(&self, linked: &LinkedRecord, names: &BackReferenceFields, into: &mut Referring) {
        let model = &self.collections[linked.at.collection];
        for (field, declared) in model.fields.entries() {
            each_reference(linked, (field, declared), names, &mut |target, back| {
                if linked.current[field] == Some(back.fact) {
                    into.current.push((target, back));
                }
                if declared.tracked {
                    into.past.push((target, back));
                }
            });
        }
        if let Some(sources) = self.collections.position(|collection| *collection.id == *SOURCES) {
            each_cited(linked, (model, sources), &mut |source| into.citing.push((source, linked.at)));
        }
    }
}

/// References of records, as they are met.
#[derive(Default, PartialEq)]
struct Referring {
    current: Vec<((RecordIx, BackReferenceIx), BackReference)>,
    past: Vec<((RecordIx, BackReferenceIx), BackReference)>,
    citing: Vec<(RecordIx, RecordIx)>,
}

fn is_taken(name: &str, other: &Collection, known: &List<BackReferenceIx, BackReferenceField>) -> bool {
    let is_reserved = is_reserved(name) || ["title", "short", "summary"].contains(&name);
    is_reserved || other.field(name).is_some() || known.iter().any(|known| *known.name == *name)
}

fn taken(name: &str, model: &Collection, field: &Field, other: &Collection) -> Diagnostic {
    let message =
        format!("records of {} would be known there as `{name}`, but {} has that name already", model.id, other.id);
    let finding = model.source.finding(&codes::MODEL, field.span, message);
    finding.hint(format!("name the other direction: `back: {}_of`", field.name))
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

/// Calls `visit` for every reference of a field up to the report's day, with what it leads to under which name.
fn each_reference(
    linked: &LinkedRecord,
    (at, field): (FieldIx, &Field),
    names: &BackReferenceFields,
    visit: &mut impl FnMut((RecordIx, BackReferenceIx), BackReference),
) {
    let Some(current) = linked.current[at].filter(|_| count_references(field) > 0) else { return };
    let first = if field.tracked { 0 } else { current };
    for fact in first..=current {
        let Some(known) = in_history(linked, (at, field), fact) else { continue };
        let mut found = Vec::new();
        references_in(&known, &Found { reference: 0, inner: 0, item: None }, &mut found);
        for Found { reference, inner, item } in found {
            let Some(target) = linked.targets[reference as usize] else { continue };
            let is_name =
                |name: &BackReferenceField| (name.from, name.field, name.inner) == (linked.at.collection, at, inner);
            if let Some(name) = names[target.collection].position(is_name) {
                visit((target, name), BackReference { record: linked.at, item, fact });
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

/// Collects the references in a fact that the public sees. `outer` tells of the fact: which of the field's references its first
/// is, and the item it is in.
fn references_in(fact: &Effective, outer: &Found, found: &mut Vec<Found>) {
    match fact.value() {
        Some(Value::Reference(at)) => found.push(Found { reference: *at, ..*outer }),
        Some(Value::List(items)) => {
            for position in 0..items.len() {
                let Some(part) = fact.item(position) else { continue };
                let is_group = matches!(part.value(), Some(Value::Group(_)));
                let item = outer.item.or_else(|| is_group.then_some(position as u32));
                references_in(&part, &Found { item, ..*outer }, found);
            }
        }
        Some(Value::Group(_)) => {
            let mut inner = outer.inner;
            for (field, part) in fact.fields() {
                part.iter().for_each(|part| references_in(part, &Found { inner, ..*outer }, found));
                inner += count_references(field);
            }
        }
        _ => {}
    }
}

/// Calls `visit` for every source on which something in a record rests.
fn each_cited(linked: &LinkedRecord, (model, sources): (&Collection, CollectionIx), visit: &mut impl FnMut(RecordIx)) {
    let mut cite = |references: &[u32]| {
        let targets = references.iter().filter_map(|&at| linked.targets[at as usize]);
        targets.filter(|target| target.collection == sources).for_each(&mut *visit);
    };
    cite(&linked.record.sources);
    for (at, field) in model.fields.entries() {
        history(linked, at, field).for_each(|fact| fact.each(&mut |fact| cite(&fact.written.sources)));
    }
}
