//! Facets of a collection: by what its records can be filtered, with how many each choice leaves.

use tera::Value;

use crate::link::listing::{FacetCounts, FacetValue, end_of, facet_counts, facet_values, teller};
use crate::model::field::{Field, FieldKind};
use crate::model::list_kind::{ListKind, item};
use crate::model::listing::ListedField;
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::{map, optional};
use crate::pages::views::chosen::fields;
use crate::position::{CollectionIx, RecordIx};
use crate::report::recorder::{self, Note};
use crate::words::facets::{label, written};

/// `[{field, label, kind, options: [{value, label, count, url}], missing}]`, made once per language.
pub fn facets(local: LocalRenderer, collection: CollectionIx) -> Value {
    local.renderer.views.facets.get(local.language, collection, || {
        local.report().note_deciding(collection);
        let listed = fields(local, collection, ListKind::Facets);
        Value::from(listed.iter().filter_map(|listed| facet(local, collection, listed)).collect::<Vec<_>>())
    })
}

/// `[{field, values}]` of a record: in each facet of its collection the choices that find it; none: it is one of those
/// without.
pub fn values(local: LocalRenderer, record: RecordIx) -> Vec<Value> {
    let site = &local.report().site;
    let of_facet = |listed: &ListedField| {
        let (_, field) = end_of(site, record.collection, listed)?;
        note_told(local, record, listed);
        let found = facet_values(site, record, listed);
        let words = found.iter().map(|value| Value::from(written(site, item(field), value)));
        Some(map([("field", Value::normal_string(&listed.path)), ("values", Value::from(words.collect::<Vec<_>>()))]))
    };
    recorder::note(Note::Record(record));
    local.report().note_absent(site.get(record));
    fields(local, record.collection, ListKind::Facets).iter().filter_map(of_facet).collect()
}

/// Notes the record at the end of a path.
fn note_told(local: LocalRenderer, record: RecordIx, listed: &ListedField) {
    let site = &local.report().site;
    if let Some((other, _)) = teller(site, record, listed).filter(|(other, _)| *other != record) {
        recorder::note(Note::Record(other));
        local.report().note_absent(site.get(other));
    }
}

/// A choice of a facet, with how many records it finds.
struct Choice {
    value: FacetValue,
    label: String,
    count: usize,
}

fn facet(local: LocalRenderer, collection: CollectionIx, listed: &ListedField) -> Option<Value> {
    let site = &local.report().site;
    let (end, field) = end_of(site, collection, listed)?;
    recorder::note(Note::Model(end));
    let of = item(field);
    site.records[collection].iter().for_each(|linked| note_told(local, linked.at, listed));
    let FacetCounts { values, missing } = facet_counts(site, collection, listed);
    let choice = |(value, count)| Choice { label: label(local.localizer(), of, &value), value, count };
    let mut choices: Vec<Choice> = values.into_iter().map(choice).collect();
    if matches!(of.kind, FieldKind::Reference { .. } | FieldKind::Language) {
        let locale = local.localizer().locale();
        choices.sort_by(|a, b| locale.compare(&a.label, &b.label));
    }
    Some(map([
        ("field", Value::normal_string(&listed.path)),
        ("label", Value::normal_string(field.label.text(local.language))),
        ("kind", Value::from(of.kind.field_type().name())),
        ("options", Value::from(choices.iter().map(|choice| option(local, of, choice)).collect::<Vec<_>>())),
        ("missing", Value::from(missing as u64)),
    ]))
}

fn option(local: LocalRenderer, of: &Field, choice: &Choice) -> Value {
    let url = match choice.value {
        FacetValue::Record(record) => local.localizer().url(record),
        _ => None,
    };
    map([
        ("value", Value::from(written(&local.report().site, of, &choice.value))),
        ("label", Value::normal_string(&choice.label)),
        ("count", Value::from(choice.count as u64)),
        ("url", optional(url.map(|url| &**url))),
    ])
}
