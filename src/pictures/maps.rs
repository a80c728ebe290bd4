//! Maps of figures and records: what a map needs, worded and formatted for one language.

use std::collections::{HashMap, HashSet};

use tera::{Error, TeraResult, Value};

use crate::diagnostics::{Diagnostic, Place, codes};
use crate::drawing::charts::Kind;
use crate::drawing::map::boundaries::Boundaries;
use crate::drawing::map::shapes::{self, Shape};
use crate::drawing::map::{self, Area, Key, Map, Mark, Sign};
use crate::drawing::surround::{Column, Row, Table};
use crate::figures::formula::Aggregate;
use crate::figures::{Amount, Figure, Group, GroupLabel};
use crate::link::{Nowhere, RecordIx, Site, Target};
use crate::locale::usage::AREA_KEY;
use crate::markup::html::escape;
use crate::model::builtin::SOURCES;
use crate::model::field::{BoundariesFile, Collection, FieldKind};
use crate::model::number::Number;
use crate::model::position::{CollectionIx, FieldIx, Position};
use crate::model::value;
use crate::output::Read;
use crate::parse::Files;
use crate::pictures::charts;
use crate::report::Report;
use crate::report::recorder;
use crate::words::figures::{amount_text, group_label, number_text};
use crate::words::{formula, sources};

/// Shapes without a record that a finding names.
const LISTED: usize = 20;
/// Tones of areas by value.
const TONES: usize = 5;
/// The class of areas whose value is not known: themes leave them hatched.
const UNKNOWN: &str = "area-missing";

/// Reads the boundaries of every collection that has some; a finding for a file that holds none, and for shapes that are
/// nobody's.
pub fn boundaries(site: &Site, files: &dyn Files, findings: &mut Vec<Diagnostic>) -> Vec<Option<Boundaries>> {
    let mut all = Vec::new();
    for (at, model) in site.collections.entries() {
        let Some(file) = &model.boundaries else {
            all.push(None);
            continue;
        };
        let read = files.text(&file.path).map_err(|finding| {
            findings.push(model.source.finding(&codes::MISSING_FILE, file.span, finding.message.clone()));
        });
        let Ok(text) = read else {
            all.push(None);
            continue;
        };
        match shapes::read(&text, &file.id) {
            Ok(shapes) => {
                check_source(site, model, file, findings);
                all.push(Boundaries::of_shapes(&public(site, at, file, shapes, findings)));
            }
            Err(error) => {
                let place = Place::in_text(file.path.clone(), &text, error.offset, error.offset + 1);
                let finding = Diagnostic::new(&codes::INVALID_VALUE, place, error.message);
                findings
                    .push(finding.hint("boundaries are a GeoJSON FeatureCollection of polygons in WGS 84 (RFC 7946)"));
                all.push(None);
            }
        }
    }
    all
}

/// The shapes of records that the public sees: that of a record withheld would be a trace of it. A finding for shapes that
/// are nobody's.
fn public(
    site: &Site,
    collection: CollectionIx,
    file: &BoundariesFile,
    shapes: Vec<Shape>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Shape> {
    let model = &site.collections[collection];
    let mut unknown = Vec::new();
    let shown = shapes.into_iter().filter(|shape| match site.find_record(collection, &shape.id) {
        Ok(_) => true,
        Err(Nowhere::Withheld(_)) => false,
        Err(Nowhere::Unknown(_)) => {
            unknown.push(shape.id.clone());
            true
        }
    });
    let shown: Vec<Shape> = shown.collect();
    if !unknown.is_empty() {
        let listed = unknown.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
        let more = if unknown.len() > LISTED { format!(" and {} more", unknown.len() - LISTED) } else { String::new() };
        let message = format!("{} has shapes of no record of {}: {listed}{more}", file.path, model.id);
        let finding = model.source.finding(&codes::UNKNOWN_REFERENCE, file.span, message);
        findings.push(finding.hint("rename the records or the shapes, or choose another `id` property"));
    }
    shown
}

fn check_source(site: &Site, model: &Collection, file: &BoundariesFile, findings: &mut Vec<Diagnostic>) {
    let Some(id) = &file.source else { return };
    let found = site.collection_named(SOURCES).map(|sources| site.find_record(sources, id));
    let hint = match found {
        Some(Ok(_) | Err(Nowhere::Withheld(_))) => return,
        Some(Err(Nowhere::Unknown(hint))) => hint,
        None => "there is no folder content/sources".to_owned(),
    };
    let finding = model.source.finding(&codes::UNKNOWN_REFERENCE, file.span, format!("there is no source `{id}`"));
    findings.push(finding.hint(hint));
}

/// What a template asks for.
pub struct Asked<'a> {
    /// The collection whose records are on the map.
    pub collection: CollectionIx,
    /// The figure that gives areas their tones; `None`: all have the same.
    pub figure: Option<&'a Figure>,
    /// Marks: maps with `at`, `class`, `title`.
    pub marks: Vec<Value>,
    /// A sentence below the map.
    pub caption: Option<&'a str>,
}

/// A map, as safe HTML.
pub fn map(report: &Report, asked: &Asked, language: usize) -> TeraResult<String> {
    recorder::note(Read::Collection(asked.collection));
    let model = &report.site.collections[asked.collection];
    let boundaries = report.boundaries[asked.collection.before()].as_ref();
    let location = model.fields.position(|field| matches!(field.kind, FieldKind::Location));
    if model.boundaries.is_none() && location.is_none() {
        return Err(Error::message(format!("`{}` has neither `boundaries` nor a field of type `location`", model.id)));
    }
    let title = asked.figure.map_or(model.label.text(language), |figure| report.site.title(figure.record, language).1);
    let rows = rows(report, asked, language);
    let mut marks = Vec::new();
    let mut marked = Vec::new();
    for mark in &asked.marks {
        let (record, mark) = mark_of(report, mark, language)?;
        marked.extend(record);
        marks.extend(mark);
    }
    let drawn: Vec<&RowOf> = match boundaries {
        Some(boundaries) => {
            let shapes: HashSet<&str> = boundaries.ids().collect();
            rows.iter().filter(|row| shapes.contains(row.id.as_str())).collect()
        }
        // A record that has a mark already needs no second one.
        None => {
            rows.iter().filter(|row| location.is_some_and(|at| place_at(report, row.record, at).is_some())).collect()
        }
    };
    if boundaries.is_none() {
        let unmarked = drawn.iter().filter(|row| !marked.contains(&row.record));
        marks.extend(unmarked.filter_map(|row| circle(report, row, location?)));
    }
    let described: Vec<String> = drawn.iter().map(|row| row.text.clone()).collect();
    let (table_words, source) = (report.words("chart-table", language), source_line(report, asked, language));
    let name = asked
        .figure
        .map_or_else(|| model.id.to_string(), |figure| report.site.get(figure.record).record.id.to_string());
    Ok(map::draw(
        boundaries,
        &Map {
            id: &recorder::unique(&format!("map-{name}")),
            title,
            description: &formula::joined(report, described.into_iter(), language),
            areas: if boundaries.is_some() { rows.iter().map(area).collect() } else { Vec::new() },
            legend: legend(report, asked, &drawn, &marks, language),
            marks: marks.into_iter().map(|(mark, _)| mark).collect(),
            table: table(report, asked, &rows, language),
            open_table: &table_words,
            source_html: &source,
            caption: asked.caption,
        },
    ))
}

/// A record of the map with what the figure says of it.
struct RowOf {
    record: RecordIx,
    id: String,
    name: String,
    url: Option<String>,
    class: String,
    /// What it is: a value or the name of its group.
    value: String,
    number: Option<f64>,
    text: String,
}

fn rows(report: &Report, asked: &Asked, language: usize) -> Vec<RowOf> {
    let max = asked.figure.map_or(0.0, largest);
    let places = asked.figure.map(places).unwrap_or_default();
    let row = |record: RecordIx| {
        let name = report.site.title(record, language).1.to_owned();
        let url = report.plan.addresses.best(record, language).map(|(_, address)| address.url.to_string());
        let (class, value, number) = match asked.figure {
            Some(figure) if is_coverage(figure) => covered(report, figure, places.get(&record), language),
            Some(figure) => toned(report, figure, places.get(&record), max, language),
            None => (String::new(), String::new(), None),
        };
        let text = if value.is_empty() { name.clone() } else { formula::pair(report, &name, &value, language) };
        let id = report.site.get(record).record.id.to_string();
        RowOf { record, id, name, url, class, value, number, text }
    };
    report.site.ordered(asked.collection, language).map(row).collect()
}

fn is_coverage(figure: &Figure) -> bool {
    figure.formula.as_ref().is_some_and(|formula| formula.aggregate == Aggregate::Coverage)
}

/// The group that a coverage puts a record into.
fn covered(report: &Report, figure: &Figure, place: Option<&usize>, language: usize) -> (String, String, Option<f64>) {
    match place.map(|at| (*at, &figure.groups[*at])) {
        Some((at, group)) => (area_class(at, group), group_label(report, figure, group, language), None),
        None => ("area-none".to_owned(), String::new(), None),
    }
}

/// The classes of an area that is in a group: by the group's id, and by its place for themes that know no ids.
fn area_class(at: usize, group: &Group) -> String {
    match group.label {
        GroupLabel::Nobody | GroupLabel::Missing => format!("area-{}", group.id),
        _ => format!("area-{} group-{at}", group.id),
    }
}

/// The position of the group of each record: the one a coverage puts it into, or the one it is itself.
fn places(figure: &Figure) -> HashMap<RecordIx, usize> {
    let mut places = HashMap::new();
    for (at, group) in figure.groups.iter().enumerate() {
        match group.label {
            GroupLabel::Record(record) => drop(places.insert(record, at)),
            _ if is_coverage(figure) => places.extend(group.members.iter().map(|member| (*member, at))),
            _ => {}
        }
    }
    places
}

fn largest(figure: &Figure) -> f64 {
    let values = figure.groups.iter().filter(|group| matches!(group.label, GroupLabel::Record(_)));
    values.filter_map(|group| group.amount.number.as_ref()).map(Number::to_f64).fold(0.0, f64::max)
}

/// The tone of a record by its value, from 0 for nothing to 4 for the greatest.
fn toned(
    report: &Report,
    figure: &Figure,
    place: Option<&usize>,
    max: f64,
    language: usize,
) -> (String, String, Option<f64>) {
    let Some(group) = place.map(|at| &figure.groups[*at]) else {
        return (UNKNOWN.to_owned(), report.words("missing-not-available", language), None);
    };
    let Some(number) = &group.amount.number else {
        return (UNKNOWN.to_owned(), amount_text(report, figure, &group.amount, language), None);
    };
    let value = number.to_f64();
    let steps = (TONES - 1) as f64;
    let tone = if value <= 0.0 || max <= 0.0 { 0.0 } else { (value / max * steps).ceil().clamp(1.0, steps) };
    (format!("tone-{tone}"), charts::group_text(report, figure, group, language), Some(value))
}

fn area(row: &RowOf) -> Area {
    Area {
        id: row.id.clone(),
        class: row.class.clone(),
        label: row.name.clone(),
        number: None,
        text: row.text.clone(),
        url: row.url.clone(),
    }
}

/// A mark with what it means.
type Worded = (Mark, String);

/// A mark that a template asks for, with what it means, and whose it is; nothing for a record that the public does not see,
/// no mark for one without a place.
fn mark_of(report: &Report, mark: &Value, language: usize) -> TeraResult<(Option<RecordIx>, Option<Worded>)> {
    let wrong =
        || Error::message("a mark is a map: {\"at\": \"cities/qingdao\", \"class\": \"k-full\", \"title\": \"…\"}");
    let map = mark.as_map().ok_or_else(wrong)?;
    let text = |name: &'static str| map.get(&tera::value::Key::Str(name)).and_then(Value::as_str);
    let at = text("at").ok_or_else(wrong)?;
    let record = match report.site.find(at) {
        Ok(Target::Record(record)) => record,
        Err(Nowhere::Withheld(_)) => return Ok((None, None)),
        _ => return Err(Error::message(format!("a mark stands at `{at}`, which is no record"))),
    };
    recorder::note(Read::Record(record));
    let symbol = text("class").unwrap_or("k-full").to_owned();
    let title = text("title").map_or_else(|| report.site.title(record, language).1.to_owned(), str::to_owned);
    let means = text("label").unwrap_or_default().to_owned();
    let Some((longitude, latitude)) = place_of(report, record) else { return Ok((Some(record), None)) };
    let mark = Mark { longitude, latitude, symbol, title, ..Mark::default() };
    Ok((Some(record), Some((mark, means))))
}

/// The first location that a record has, longitude before latitude.
fn place_of(report: &Report, record: RecordIx) -> Option<(f64, f64)> {
    let linked = report.site.get(record);
    linked.record.entries.positions().find_map(|field| place_at(report, record, field))
}

/// The location in a field of a record, longitude before latitude.
fn place_at(report: &Report, record: RecordIx, field: FieldIx) -> Option<(f64, f64)> {
    match report.site.get(record).value(field)? {
        value::Value::Location(place) => Some((place.longitude.to_f64(), place.latitude.to_f64())),
        _ => None,
    }
}

/// Without boundaries a record is a circle at its place.
fn circle(report: &Report, row: &RowOf, location: FieldIx) -> Option<(Mark, String)> {
    let (longitude, latitude) = place_at(report, row.record, location)?;
    let mark = Mark {
        longitude,
        latitude,
        symbol: "k-full".to_owned(),
        class: format!("amount {}", row.class),
        title: row.text.clone(),
        label: Some(row.name.clone()),
        value: row.number,
    };
    Some((mark, String::new()))
}

/// Marks may have the same words as areas: then areas say whose they are.
fn area_words(report: &Report, model: &Collection, label: &str, beside_marks: bool, language: usize) -> String {
    if beside_marks { formula::pair(report, model.singular.text(language), label, language) } else { label.to_owned() }
}

/// What classes of areas and symbols of marks mean, each once.
fn legend(report: &Report, asked: &Asked, rows: &[&RowOf], marks: &[(Mark, String)], language: usize) -> Vec<Key> {
    let mut legend = Vec::new();
    for (mark, means) in marks.iter().filter(|(_, means)| !means.is_empty()) {
        let is_known = legend.iter().any(|key: &Key| matches!(&key.sign, Sign::Mark(symbol) if *symbol == mark.symbol));
        if !is_known {
            legend.push(Key { sign: Sign::Mark(mark.symbol.clone()), text: means.clone() });
        }
    }
    let Some(figure) = asked.figure else { return legend };
    if is_coverage(figure) {
        let model = &report.site.collections[asked.collection];
        let has_marks = !legend.is_empty();
        for (at, group) in figure.groups.iter().enumerate().filter(|(_, group)| !group.members.is_empty()) {
            let sign = Sign::Area(area_class(at, group));
            let own = format!("{AREA_KEY}{}-{}", report.site.get(figure.record).record.id, group.id);
            let text = match report.locales.get(language).messages.fixed(&own) {
                Some(words) => words.to_string(),
                None => area_words(report, model, &group_label(report, figure, group, language), has_marks, language),
            };
            legend.push(Key { sign, text });
        }
        return legend;
    }
    for tone in 0..TONES {
        let class = format!("tone-{tone}");
        let values: Vec<f64> = rows.iter().filter(|row| row.class == class).filter_map(|row| row.number).collect();
        let (least, most) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(*v), b.max(*v)));
        if values.is_empty() {
            continue;
        }
        let number = |value: f64| Number::parse(&format!("{value}"));
        let whole = |value: f64| {
            let amount = Amount { number: number(value), ..Amount::default() };
            amount_text(report, figure, &amount, language)
        };
        let digits = number(least).map(|number| number_text(report, figure, &number, language)).unwrap_or_default();
        // The unit stands once, behind the greater end.
        let text = if least == most { whole(least) } else { format!("{digits}–{}", whole(most)) };
        legend.push(Key { sign: Sign::Area(class), text });
    }
    let mut unknown: Vec<&str> = Vec::new();
    for row in rows.iter().filter(|row| row.class == UNKNOWN) {
        if !unknown.contains(&row.value.as_str()) {
            unknown.push(&row.value);
            legend.push(Key { sign: Sign::Area(UNKNOWN.to_owned()), text: row.value.clone() });
        }
    }
    legend
}

/// The records with what is known of them, each with its link.
fn table(report: &Report, asked: &Asked, rows: &[RowOf], language: usize) -> Table {
    let model = &report.site.collections[asked.collection];
    let name = Column { label: model.singular.text(language).to_owned(), numeric: false };
    let Some(figure) = asked.figure else { return Table { head: vec![name], rows: Vec::new() } };
    let by = figure.formula.as_ref().filter(|_| is_coverage(figure)).and_then(|f| formula::by(report, f, language));
    let value = by.unwrap_or_else(|| report.words("chart-value", language));
    let row = |row: &RowOf| {
        let name = escape(&row.name);
        let name_html = match &row.url {
            Some(url) => format!("<a href=\"{}\">{name}</a>", escape(url)),
            None => name,
        };
        Row { name_html, cells_html: vec![escape(&row.value)] }
    };
    let head = vec![name, Column { label: value, numeric: !is_coverage(figure) }];
    Table { head, rows: rows.iter().map(row).collect() }
}

/// Whose data and whose boundaries they are, and of when.
fn source_line(report: &Report, asked: &Asked, language: usize) -> String {
    let mut parts = Vec::new();
    let data = match asked.figure {
        Some(figure) => charts::source_line(report, figure, Kind::Bars, language),
        None => {
            let as_of = sources::as_of(report, language);
            let computed = charts::capitalized(&report.words("chart-computed", language));
            format!("{} · {as_of}", escape(&computed))
        }
    };
    parts.push(data);
    let model = &report.site.collections[asked.collection];
    let named = model.boundaries.as_ref().and_then(|file| file.source.as_deref());
    if let Some(source) = named.and_then(|id| source_of(report, id)) {
        recorder::note(Read::Record(source));
        parts.push(sources::labelled(report, "map-boundaries", &[source], language));
    }
    parts.join(" · ")
}

fn source_of(report: &Report, id: &str) -> Option<RecordIx> {
    let sources = report.site.collection_named(SOURCES)?;
    report.site.find_record(sources, id).ok()
}
