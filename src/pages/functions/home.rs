//! What the home page shows beside its text, and pages that are found by their template.

use std::cmp::Reverse;
use std::sync::Arc;

use tera::{Error, Kwargs, TeraResult, Value};

use crate::diagnostics::or_did_you_mean;
use crate::model::builtin::FIGURES;
use crate::model::field::{CollectionKind, Field, FieldKind};
use crate::model::value;
use crate::pages::renderer::{LocalRenderer, Renderer};
use crate::pages::values::{key, map};
use crate::pages::views::figures;
use crate::plan::front::Front;
use crate::position::{CollectionIx, RecordIx};
use crate::report::recorder::{self, Note};

/// News on the home page.
const NEWS: usize = 3;

/// `{lead, figures, doors, map, news}` by `home` of the settings, else as it follows from the site.
pub fn home(renderer: &Arc<Renderer>, _: Kwargs) -> TeraResult<Value> {
    let local = renderer.local(recorder::language());
    let front = &local.report().plan.front;
    note_considered(local, front);
    let figures = front.figures.iter().filter_map(|figure| figure_view(local, *figure));
    let shown_map = front.map.map(|(of, figure)| {
        map([
            ("of", Value::normal_string(&local.report().site.collections[of].id)),
            ("figure", figure.and_then(|figure| figure_view(local, figure)).unwrap_or_else(Value::none)),
        ])
    });
    Ok(map([
        ("lead", front.lead.and_then(|figure| figure_view(local, figure)).unwrap_or_else(Value::none)),
        ("figures", Value::from(figures.collect::<Vec<_>>())),
        ("doors", Value::from(front.doors.iter().map(|at| door(local, *at)).collect::<Vec<_>>())),
        ("map", shown_map.unwrap_or_else(Value::none)),
        ("news", front.news.and_then(|at| news(local, at)).unwrap_or_else(Value::none)),
    ]))
}

/// Notes what decides which figures, collections and places are shown: all that could be.
fn note_considered(local: LocalRenderer, front: &Front) {
    let report = local.report();
    for (at, model) in report.site.collections.entries() {
        recorder::note(Note::Members(at));
        let may_be_on_map = model.boundaries.is_some() || model.fields.iter().any(is_location);
        if *model.id == *FIGURES || (may_be_on_map && front.map.is_none_or(|(of, _)| of >= at)) {
            recorder::note(Note::Records(at));
        }
    }
    report.figures.iter().for_each(|figure| recorder::note(Note::Figure(figure.record)));
    front.absent.iter().for_each(|name| recorder::note(Note::Absent(name.clone())));
}

fn is_location(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Location)
}

fn figure_view(local: LocalRenderer, record: RecordIx) -> Option<Value> {
    local.report().figures.of(record).map(|figure| figures::view(local, figure, None))
}

/// `{label, description, count, count_text, url}` of a collection.
fn door(local: LocalRenderer, collection: CollectionIx) -> Value {
    let card = local.collection_value(collection);
    let of_card =
        |name: &'static str| card.as_map().and_then(|card| card.get(&key(name)).cloned()).unwrap_or_else(Value::none);
    map([
        ("label", of_card("label")),
        ("description", of_card("description")),
        ("count", of_card("count")),
        ("count_text", of_card("count_text")),
        ("url", of_card("url")),
    ])
}

/// The newest records of a collection that the language has; `None`: there are none.
fn news(local: LocalRenderer, collection: CollectionIx) -> Option<Value> {
    let report = local.report();
    recorder::note(Note::Records(collection));
    let model = &report.site.collections[collection];
    let is_there = |record: &RecordIx| !model.pages || report.plan.addresses.of(*record, local.language).is_some();
    let mut records: Vec<RecordIx> = report.site.ordered(collection, local.language).filter(is_there).collect();
    let date = |record: &RecordIx| match model.roles.date.and_then(|at| report.site.get(*record).value(at)) {
        Some(value::Value::Date(date)) => Some(*date),
        _ => None,
    };
    records.sort_by_key(|record| Reverse(date(record)));
    records.truncate(NEWS);
    let views: Vec<Value> = records.iter().map(|record| local.view(*record)).collect();
    let card = local.collection_value(collection);
    (!views.is_empty()).then(|| map([("collection", card), ("records", Value::from(views))]))
}

/// The card of the first record of kind pages that a template renders; none where there is no such record.
pub fn page_with(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let template: &str = arguments.must_get("template")?;
    if !renderer.templates.has(template) {
        let hint = or_did_you_mean(template, renderer.templates.names());
        return Err(Error::message(format!("there is no template `{template}`{hint}")));
    }
    let local = renderer.local(recorder::language());
    let collections = local.report().site.collections.entries();
    let texts = collections.filter(|(_, model)| model.kind == CollectionKind::Pages && model.pages);
    texts.for_each(|(at, _)| recorder::note(Note::Records(at)));
    Ok(local.report().plan.by_template.get(template).map_or_else(Value::none, |record| local.card(*record)))
}
