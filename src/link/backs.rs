//! References back: the record on the other side knows who refers to it.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, codes};
use crate::link::{Linked, RecordIx, Site};
use crate::model::builtin::SOURCES;
use crate::model::field::{Collection, Field, FieldKind, Targets};
use crate::model::read_model::RESERVED;
use crate::model::value::{Fact, Value};

/// A name under which records find who refers to them.
#[derive(Debug, Clone)]
pub struct BackField {
    /// The name: `back:` of the field, or the referring collection.
    pub name: Arc<str>,
    /// The referring collection.
    pub from: u16,
    /// The referring field.
    pub field: usize,
}

/// Somebody who refers here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Back {
    /// The record that refers.
    pub record: RecordIx,
    /// Position of the group that holds the reference, in the list that the field is; `None` when it is not in one.
    pub item: Option<u32>,
}

/// Connects every reference with its back-reference, and every source with what rests on it.
pub fn connect(site: &mut Site, findings: &mut Vec<Diagnostic>) {
    site.back_fields = names(&site.collections, findings);
    let mut backs: Vec<Vec<Vec<Vec<Back>>>> = Vec::new();
    for (collection, fields) in site.back_fields.iter().enumerate() {
        backs.push(vec![vec![Vec::new(); fields.len()]; site.records[collection].len()]);
    }
    let mut cited: Vec<Vec<RecordIx>> = Vec::new();
    let sources = site.collection_named(SOURCES);
    if let Some(sources) = sources {
        cited.resize(site.records[sources as usize].len(), Vec::new());
    }
    for from in 0..site.collections.len() as u16 {
        // In the order of the referring collection; of the source language, since one list serves all.
        for record in site.ordered(from, 0) {
            add_backs(site, record, &mut backs);
            if let Some(sources) = sources {
                add_citations(site.get(record), record, sources, &mut cited);
            }
        }
    }
    for (records, backs) in site.records.iter_mut().zip(backs) {
        for (linked, backs) in records.iter_mut().zip(backs) {
            linked.backs = backs;
        }
    }
    if let Some(sources) = sources {
        for (linked, cited) in site.records[sources as usize].iter_mut().zip(cited) {
            linked.cited_by = cited;
        }
    }
}

/// The names under which each collection is referred to, with a finding when two are the same.
fn names(collections: &[Collection], findings: &mut Vec<Diagnostic>) -> Vec<Vec<BackField>> {
    let mut names: Vec<Vec<BackField>> = vec![Vec::new(); collections.len()];
    for (from, model) in collections.iter().enumerate() {
        for (at, field) in model.fields.iter().enumerate() {
            let Some((to, back)) = reference_of(field) else { continue };
            let name = back.unwrap_or_else(|| model.id.clone());
            for (target, other) in collections.iter().enumerate().filter(|(_, other)| is_target(to, &other.id)) {
                let reserved = RESERVED.contains(&&*name) || ["title", "short", "summary"].contains(&&*name);
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
                    names[target].push(BackField { name: name.clone(), from: from as u16, field: at });
                }
            }
        }
    }
    names
}

/// The reference in a field, be it alone, in a list, in a group or in a list of groups.
fn reference_of(field: &Field) -> Option<(&Targets, Option<Arc<str>>)> {
    match &field.kind {
        FieldKind::Reference { to, back } => Some((to, back.clone())),
        FieldKind::List(item) => reference_of(item),
        FieldKind::Group(fields) => fields.iter().find_map(reference_of),
        _ => None,
    }
}

fn is_target(to: &Targets, collection: &str) -> bool {
    match to {
        Targets::One(name) => **name == *collection,
        Targets::Several(names) => names.iter().any(|name| **name == *collection),
        Targets::Any => true,
    }
}

fn add_backs(site: &Site, record: RecordIx, backs: &mut [Vec<Vec<Vec<Back>>>]) {
    let linked = site.get(record);
    for (at, field) in site.model(record).fields.iter().enumerate() {
        if reference_of(field).is_none() {
            continue;
        }
        let Some(value) = linked.value(at) else { continue };
        let mut found = Vec::new();
        references_in(value, None, &mut found);
        for (reference, item) in found {
            let Some(target) = linked.targets[reference as usize] else { continue };
            let names = &site.back_fields[target.collection as usize];
            let Some(name) = names.iter().position(|name| name.from == record.collection && name.field == at) else {
                continue;
            };
            let list = &mut backs[target.collection as usize][target.record as usize][name];
            let back = Back { record, item };
            if list.last() != Some(&back) {
                list.push(back);
            }
        }
    }
}

fn references_in(value: &Value, item: Option<u32>, found: &mut Vec<(u32, Option<u32>)>) {
    match value {
        Value::Reference(at) => found.push((*at, item)),
        Value::List(items) => {
            for (position, fact) in items.iter().enumerate() {
                let Some(value) = fact.value() else { continue };
                let item = item.or_else(|| matches!(value, Value::Group(_)).then_some(position as u32));
                references_in(value, item, found);
            }
        }
        Value::Group(fields) => {
            fields.iter().flatten().filter_map(Fact::value).for_each(|value| references_in(value, item, found));
        }
        _ => {}
    }
}

fn add_citations(linked: &Linked, record: RecordIx, sources: u16, cited: &mut [Vec<RecordIx>]) {
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
    for fact in linked.facts_so_far() {
        each_fact(fact, &mut |fact| mark(&fact.sources));
    }
}

/// Calls `visit` for a fact and every fact in it, in written order.
pub fn each_fact<'f>(fact: &'f Fact, visit: &mut impl FnMut(&'f Fact)) {
    visit(fact);
    match fact.value() {
        Some(Value::List(items)) => items.iter().for_each(|item| each_fact(item, visit)),
        Some(Value::Group(fields)) => fields.iter().flatten().for_each(|fact| each_fact(fact, visit)),
        _ => {}
    }
}
