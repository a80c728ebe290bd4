//! Functions that draw: charts and maps of figures, where a record is; and how far two are apart.

use std::sync::Arc;

use tera::{Error, Kwargs, TeraResult, Value};

use crate::diagnostics::or_did_you_mean;
use crate::pages::functions::arguments::{collection_of, figure_of, record_of};
use crate::pages::renderer::Renderer;
use crate::pictures::marks::kilometers_between;
use crate::pictures::{charts, locator, maps};
use crate::report::recorder::{self, Note};

/// A chart of a figure.
pub fn chart(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(figure) = figure_of(renderer, arguments.must_get::<&Value>("figure")?)? else { return Ok(nothing()) };
    let kind = match arguments.get::<&str>("kind")? {
        Some(name) => charts::kind_named(name).ok_or_else(|| {
            let kinds = ["bars", "lines", "steps"];
            let hint = or_did_you_mean(name, kinds);
            Error::message(format!("`{name}` is not a kind of chart: {}{hint}", kinds.join(", ")))
        })?,
        None => charts::usual_kind(figure),
    };
    recorder::note(Note::Record(figure.record));
    let localizer = renderer.report.page_localizer(recorder::language());
    let mut around = charts::Around { caption: caption(&arguments)?, ..charts::Around::default() };
    if arguments.get::<bool>("table")? == Some(false) {
        around = around.without_table();
    }
    if let Some(name) = arguments.get::<&str>("axis")? {
        let axis = charts::axis_named(name).ok_or_else(|| {
            let axes = ["values", "report"];
            let hint = or_did_you_mean(name, axes);
            Error::message(format!("`{name}` is not an axis of a chart: {}{hint}", axes.join(", ")))
        })?;
        around = around.over(axis);
    }
    Ok(Value::safe_string(&charts::chart(localizer, figure, kind, around)))
}

/// A map of a collection.
pub fn map(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let figure = match arguments.get::<&Value>("figure")? {
        Some(value) if !value.is_none() => match figure_of(renderer, value)? {
            None => return Ok(nothing()),
            figure => figure,
        },
        _ => None,
    };
    let marks = arguments.get::<&Value>("marks")?.and_then(Value::as_array).map(<[Value]>::to_vec).unwrap_or_default();
    let collection = collection_of(renderer, &arguments)?;
    let asked = maps::MapRequest { collection, figure, marks, caption: caption(&arguments)? };
    if let Some(figure) = figure {
        recorder::note(Note::Record(figure.record));
    }
    Ok(Value::safe_string(&maps::map(renderer.report.page_localizer(recorder::language()), &asked)?))
}

/// Where a record is.
pub fn locator(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(record) = record_of(renderer, arguments.must_get::<&Value>("record")?)? else { return Ok(nothing()) };
    let name = arguments.get::<&str>("extent")?.unwrap_or("near");
    let extent = locator::extent_named(name).ok_or_else(|| {
        let extents = ["near", "whole"];
        let hint = or_did_you_mean(name, extents);
        Error::message(format!("`{name}` is not an extent of a locator: {}{hint}", extents.join(", ")))
    })?;
    Ok(Value::safe_string(&locator::locator(renderer.report.page_localizer(recorder::language()), record, extent)))
}

/// How many kilometers lie between two records, without decimals; none where one of them has no location.
pub fn distance(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let from = record_of(renderer, arguments.must_get::<&Value>("from")?)?;
    let to = record_of(renderer, arguments.must_get::<&Value>("to")?)?;
    let apart = from.zip(to).and_then(|(from, to)| kilometers_between(&renderer.report, from, to));
    Ok(apart.map_or_else(Value::none, |kilometers| Value::from(kilometers.round() as u64)))
}

/// The caption that is given; an empty one is none.
fn caption(arguments: &Kwargs) -> TeraResult<Option<&str>> {
    let given = arguments.get::<&Value>("caption")?.filter(|value| !value.is_none());
    let text = given.map(|value| value.as_str().ok_or_else(|| Error::message("`caption` is a text")));
    Ok(text.transpose()?.filter(|caption| !caption.is_empty()))
}

/// HTML of what the public does not see.
fn nothing() -> Value {
    Value::safe_string("")
}
