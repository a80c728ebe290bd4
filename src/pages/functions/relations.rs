//! Functions of templates: what stands around a record.

use std::sync::Arc;

use tera::{Kwargs, TeraResult, Value};

use crate::link::names::Target;
use crate::link::relations::{self, Backlink, Siblings};
use crate::model::field::{CollectionKind, Field, FieldKind, Targets};
use crate::model::value;
use crate::pages::functions::arguments::record_of;
use crate::pages::renderer::{LocalRenderer, Renderer};
use crate::pages::values::{key, map, optional};
use crate::pages::views::columns;
use crate::plan::menus::Step;
use crate::position::{CollectionIx, RecordIx};
use crate::report::recorder::{self, Note};

/// As many records of one collection stand on the page of a record that they refer to.
const MOST_BACKLINKS: usize = 10;
/// As many records stand beside another.
const MOST_SIBLINGS: usize = 5;

/// The record that a function of these is asked about; `None`: the public does not see it.
fn record(renderer: &Renderer, arguments: &Kwargs) -> TeraResult<Option<RecordIx>> {
    record_of(renderer, arguments.must_get::<&Value>("record")?)
}

fn nothing() -> Value {
    Value::from(Vec::<Value>::new())
}

/// Who refers to a record, by collection and field.
pub fn backlinks(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(record) = record(renderer, &arguments)? else { return Ok(nothing()) };
    recorder::note(Note::Referrers(record));
    let local = renderer.local(recorder::language());
    let mut links = relations::backlinks(&local.report().site, record);
    let menu = &local.report().plan.menus.navigation[local.language];
    let steps: Vec<&Step> = menu.iter().flat_map(|step| std::iter::once(step).chain(&step.items)).collect();
    let leads_to = |step: &Step, to: CollectionIx| step.target == Some(Target::Collection(to));
    let place = |collection: CollectionIx| steps.iter().position(|step| leads_to(step, collection));
    // Stable: what no menu names follows in declared order.
    links.sort_by_key(|link| place(link.from).unwrap_or(usize::MAX));
    Ok(Value::from(links.iter().map(|link| backlink(local, record, (link, &links))).collect::<Vec<_>>()))
}

/// Those of one collection who refer to a record by one field; `all` has those of the others as well.
fn backlink(local: LocalRenderer, record: RecordIx, (link, all): (&Backlink, &[Backlink])) -> Value {
    let site = &local.report().site;
    let (path, field) = relations::referring_field(site, &site.back_references[record.collection][link.name]);
    // Where each stands is a matter of what all of them say.
    link.records.iter().for_each(|referrer| recorder::note(Note::Record(*referrer)));
    let shown = match site.collections[link.from].kind {
        CollectionKind::News => newest_first(local, link),
        CollectionKind::Records | CollectionKind::Pages => link.records.clone(),
    };
    let views = shown.iter().take(MOST_BACKLINKS).map(|referrer| local.view(*referrer));
    let is_of_several = all.iter().filter(|other| other.from == link.from).count() > 1;
    let rest = local.localizer().index_url(link.from).filter(|_| link.records.len() > MOST_BACKLINKS);
    // The list of all, as its filter shows those that refer here.
    let more = rest.map(|url| format!("{url}?{path}={}", facet_value(local, field, record)));
    let points_here =
        &site.collections[link.from].fields[site.back_references[record.collection][link.name].field].name;
    let columns = columns::columns(local, link.from).into_iter().filter(|column| {
        let field = column.as_map().and_then(|column| column.get(&key("field"))?.as_str());
        field.is_none_or(|field| *field != **points_here && field != path)
    });
    map([
        ("collection", local.collection_value(link.from)),
        ("field", Value::from(path.as_str())),
        ("label", Value::normal_string(field.label.text(local.language))),
        ("several", Value::from(is_of_several)),
        ("count", Value::from(link.records.len() as u64)),
        ("columns", Value::from(columns.collect::<Vec<_>>())),
        ("records", Value::from(views.collect::<Vec<_>>())),
        ("more", optional(more.as_deref())),
    ])
}

/// A record as the filter of a list writes it: its id, or its key where the field may refer to several collections.
fn facet_value(local: LocalRenderer, field: &Field, record: RecordIx) -> String {
    let site = &local.report().site;
    let reference = if let FieldKind::List(item) = &field.kind { &item.kind } else { &field.kind };
    match reference {
        FieldKind::Reference { to: Targets::One(_), .. } => site.get(record).record.id.to_string(),
        _ => site.key(record),
    }
}

fn newest_first(local: LocalRenderer, link: &Backlink) -> Vec<RecordIx> {
    let site = &local.report().site;
    let role = site.collections[link.from].roles.date;
    let date = |record: &RecordIx| match role.and_then(|at| site.get(*record).value(at)) {
        Some(value::Value::Date(date)) => Some(*date),
        _ => None,
    };
    let mut newest = link.records.clone();
    newest.sort_by_key(|record| std::cmp::Reverse(date(record)));
    newest
}

/// Records that refer to the same as a record by the first reference field of its collection.
pub fn siblings(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(record) = record(renderer, &arguments)? else { return Ok(Value::none()) };
    let local = renderer.local(recorder::language());
    let site = &local.report().site;
    local.report().note_absent(site.get(record));
    relations::first_target(site, record).into_iter().for_each(|(_, target)| recorder::note(Note::Referrers(target)));
    let Some(Siblings { by, target, nearest, all }) = relations::siblings(site, record, MOST_SIBLINGS) else {
        return Ok(Value::none());
    };
    all.iter().for_each(|other| recorder::note(Note::Record(*other)));
    let field = &site.model(record).fields[by];
    let by = map([
        ("field", Value::normal_string(&field.name)),
        ("label", Value::normal_string(field.label.text(local.language))),
        ("title", Value::normal_string(local.localizer().title(target))),
        ("url", optional(local.localizer().url(target).map(|url| &**url))),
    ]);
    Ok(map([
        ("by", by),
        ("collection", local.collection_value(record.collection)),
        ("records", Value::from(nearest.iter().map(|other| local.view(*other)).collect::<Vec<_>>())),
        ("count", Value::from(all.len() as u64)),
    ]))
}

/// The source on which at least half of the facts of a record rest.
pub fn common_source(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(record) = record(renderer, &arguments)? else { return Ok(Value::none()) };
    let local = renderer.local(recorder::language());
    let source = relations::common_source(&local.report().site, record);
    Ok(source.map_or_else(Value::none, |source| local.cited(source, record)))
}

/// The figures that count a record, or take their reports from it.
pub fn counted_in(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(record) = record(renderer, &arguments)? else { return Ok(nothing()) };
    let local = renderer.local(recorder::language());
    recorder::note(Note::Counting(record));
    let figures = local.report().figures.counting(&local.report().site, record);
    Ok(Value::from(figures.map(|figure| local.card(figure)).collect::<Vec<_>>()))
}
