//! Marks that a template puts on a map.

use tera::{Error, TeraResult, Value};

use crate::diagnostics::or_did_you_mean;
use crate::drawing::map::distance::kilometers;
use crate::drawing::map::scene::Mark;
use crate::drawing::map::symbols::{MarkShape, Symbol};
use crate::link::names::{Nowhere, Target};
use crate::model::value;
use crate::position::{FieldIx, RecordIx};
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};

/// A mark with its label in the legend.
pub type LabelledMark = (Mark, String);

/// A mark that a template asks for, with what it means, and its record; nothing for a record that the public does not see,
/// no mark for one without a place.
pub fn mark_of(localizer: Localizer, mark: &Value) -> TeraResult<(Option<RecordIx>, Option<LabelledMark>)> {
    let wrong =
        || Error::message("a mark is a map: {\"at\": \"cities/qingdao\", \"shape\": \"ring\", \"title\": \"…\"}");
    let map = mark.as_map().ok_or_else(wrong)?;
    let text = |name: &'static str| map.get(&tera::value::Key::Str(name)).and_then(Value::as_str);
    let at = text("at").ok_or_else(wrong)?;
    let record = match localizer.report.site.find(at) {
        Ok(Target::Record(record)) => record,
        Err(Nowhere::Withheld(_)) => return Ok((None, None)),
        _ => return Err(Error::message(format!("a mark stands at `{at}`, which is no record"))),
    };
    recorder::note(Note::Record(record));
    let shape = text("shape").map(shape_named).transpose()?.unwrap_or_default();
    let symbol = Symbol { shape, class: text("class").map(str::to_owned) };
    let title = text("title").map_or_else(|| localizer.title(record).to_owned(), str::to_owned);
    let means = text("label").unwrap_or_default().to_owned();
    let Some((longitude, latitude)) = place_of(localizer.report, record) else { return Ok((Some(record), None)) };
    let mark = Mark { longitude, latitude, symbol, title, ..Mark::default() };
    Ok((Some(record), Some((mark, means))))
}

fn shape_named(name: &str) -> TeraResult<MarkShape> {
    MarkShape::named(name).ok_or_else(|| {
        let known: Vec<&str> = MarkShape::ALL.iter().map(|shape| shape.name()).collect();
        let hint = or_did_you_mean(name, known.iter().copied());
        Error::message(format!("`{name}` is not the shape of a mark: {}{hint}", known.join(", ")))
    })
}

/// The first location that a record has, longitude before latitude.
pub fn place_of(report: &Report, record: RecordIx) -> Option<(f64, f64)> {
    let linked = report.site.get(record);
    linked.record.entries.positions().find_map(|field| place_at(report, record, field))
}

/// The location in a field of a record, longitude before latitude.
pub fn place_at(report: &Report, record: RecordIx, field: FieldIx) -> Option<(f64, f64)> {
    match report.site.get(record).value(field)? {
        value::Value::Location(place) => Some((place.longitude.to_f64(), place.latitude.to_f64())),
        _ => None,
    }
}

/// How many kilometers lie between the first locations of two records, the shortest way; `None`: one of them has none.
pub fn kilometers_between(report: &Report, from: RecordIx, to: RecordIx) -> Option<f64> {
    Some(kilometers(place_of(report, from)?, place_of(report, to)?))
}
