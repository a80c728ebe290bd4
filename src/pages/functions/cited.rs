//! How a page, a value of a figure or a fact is cited, for templates.

use std::sync::Arc;

use tera::{Error, Kwargs, TeraResult, Value};

use crate::link::effective::Effective;
use crate::model::date::Date;
use crate::pages::functions::arguments::{day_of, no_field, record_of};
use crate::pages::renderer::Renderer;
use crate::pages::values::map;
use crate::position::RecordIx;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words::anchors;
use crate::words::cite::{self, PageCitation};

/// How the page of a record is cited; with `on` the value of a figure on a day, with `field` a fact, or a part of one.
pub fn cite(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(record) = record_of(renderer, arguments.must_get::<&Value>("record")?)? else { return Ok(Value::none()) };
    let on = day_of(&arguments)?;
    let figure = renderer.report.figures.of(record);
    if figure.is_some() {
        recorder::note(Note::Figure(record));
    }
    let localizer = renderer.report.page_localizer(recorder::language());
    let cited = match (path(&arguments)?, on, figure) {
        (Some(path), on, _) => of_field(localizer, record, Asked { path, on })?,
        (None, Some(on), Some(figure)) => cite::of_value(localizer, figure, on.last()),
        (None, Some(_), None) => return Err(Error::message("`on` is the day of a figure, or of a `field`")),
        (None, None, _) => cite::of_record(localizer, record),
    };
    Ok(cited.map_or_else(Value::none, view))
}

fn view(cited: PageCitation) -> Value {
    map([
        ("text", Value::from(cited.text)),
        ("html", Value::safe_string(&cited.html)),
        ("url", Value::from(cited.url)),
        ("page", Value::from(cited.page)),
        ("bibtex", Value::from(cited.bibtex)),
        ("ris", Value::from(cited.ris)),
    ])
}

/// A field or a path to a part of it, and the day that is asked for; `None`: that of the report.
struct Asked<'a> {
    path: &'a str,
    on: Option<Date>,
}

/// The argument `field`; none is as if it were not given.
fn path(arguments: &Kwargs) -> TeraResult<Option<&str>> {
    let given = arguments.get::<&Value>("field")?.filter(|value| !value.is_none());
    let text = given.map(|value| value.as_str().ok_or_else(|| Error::message("`field` is the name of a field")));
    text.transpose()
}

/// A fact by its field, `capital`; a part of it by its name or its position from 1: `halls.2.area`.
fn of_field(localizer: Localizer, record: RecordIx, asked: Asked) -> TeraResult<Option<PageCitation>> {
    let site = &localizer.report.site;
    let (name, rest) = asked.path.split_once('.').unwrap_or((asked.path, ""));
    let model = site.model(record);
    let (at, _) = model.field(name).ok_or_else(|| no_field(asked.path, Some(&model.fields)))?;
    let history: Vec<Effective> = site.effective_history(record, at).collect();
    let began = |fact: &Effective| fact.by().or(fact.since()).map(|date| date.first());
    let held = |fact: &&Effective| match asked.on {
        Some(on) => began(fact).is_none_or(|day| day <= on.last()),
        None => fact.is_current,
    };
    let Some(at) = history.iter().rposition(|fact| held(&fact)) else { return Ok(None) };
    let fact = &history[at];
    let anchor = match fact.is_current {
        true => anchors::of_field(name),
        false => anchors::of_history(name, history.iter()).swap_remove(at),
    };
    let mut steps = rest.split('.').filter(|step| !step.is_empty());
    part(fact, anchor, &mut steps, &|fact, anchor| cite::of_fact(localizer, fact, anchor))
        .ok_or_else(|| Error::message(format!("`{}` names nothing of this record", asked.path)))
}

/// What `found` makes of the part at the end of a path; `None`: there is none.
fn part<'p, R>(
    fact: &Effective,
    anchor: String,
    steps: &mut dyn Iterator<Item = &'p str>,
    found: &dyn Fn(&Effective, String) -> R,
) -> Option<R> {
    let Some(step) = steps.next() else { return Some(found(fact, anchor)) };
    let inner = match step.parse::<usize>() {
        Ok(position) => fact.items().nth(position.checked_sub(1)?),
        Err(_) => fact.fields().find(|(field, _)| *field.name == *step)?.1,
    }?;
    let anchor = anchors::of_part(&anchor, &inner);
    part(&inner, anchor, steps, found)
}
