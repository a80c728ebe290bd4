//! Maps of figures and records: what a map needs, worded and formatted for one language.

use std::collections::{HashMap, HashSet};

use tera::{Error, TeraResult, Value};

use crate::drawing::map;
use crate::drawing::map::scene::{Area, Key, Map, Mark, Sign};
use crate::drawing::map::symbols::Symbol;
use crate::drawing::surround::{Column, Row, Table};
use crate::figures::formula::Aggregate;
use crate::figures::{Amount, Figure, Group, GroupLabel};
use crate::locale::program::{Message, Wording};
use crate::markup::html::escape;
use crate::model::builtin::SOURCES;
use crate::model::field::FieldKind;
use crate::model::number::Number;
use crate::model::value::Missing;
use crate::pictures::course;
use crate::pictures::drawn;
use crate::pictures::marks::{LabelledMark, mark_of, place_at};
use crate::pictures::ranking::{self, Ranked};
use crate::position::{CollectionIx, FieldIx, RecordIx};
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words;
use crate::words::figures::{amount_text, group_label, group_text, number_text};
use crate::words::{formula, sources};

/// Tones of areas by value.
const TONES: usize = 5;
/// The class of areas whose value is not known: themes leave them hatched.
const UNKNOWN: &str = "area-missing";

/// What a template asks for.
pub struct MapRequest<'a> {
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
pub fn map(localizer: Localizer, request: &MapRequest) -> TeraResult<String> {
    recorder::note(Note::Records(request.collection));
    if let Some(figure) = request.figure {
        recorder::note(Note::Figure(figure.record));
    }
    let model = &localizer.report.site.collections[request.collection];
    if let Some(file) = &model.boundaries {
        recorder::note(Note::File(file.path.clone()));
    }
    let boundaries = localizer.report.boundaries[request.collection].as_deref();
    let location = model.fields.position(|field| matches!(field.kind, FieldKind::Location));
    if model.boundaries.is_none() && location.is_none() {
        return Err(Error::message(format!("`{}` has neither `boundaries` nor a field of type `location`", model.id)));
    }
    let title = request.figure.map_or(model.label.text(localizer.language), |figure| localizer.title(figure.record));
    let rows = rows(localizer, request);
    let mut marks = Vec::new();
    let mut marked = Vec::new();
    for mark in &request.marks {
        let (record, mark) = mark_of(localizer, mark)?;
        marked.extend(record);
        marks.extend(mark);
    }
    let drawn: Vec<&MapRow> = match boundaries {
        Some(boundaries) => {
            let shapes: HashSet<&str> = boundaries.ids().collect();
            rows.iter().filter(|row| shapes.contains(row.id.as_str())).collect()
        }
        // A record that has a mark already needs no second one.
        None => rows
            .iter()
            .filter(|row| location.is_some_and(|at| place_at(localizer.report, row.record, at).is_some()))
            .collect(),
    };
    if boundaries.is_none() {
        let unmarked = drawn.iter().filter(|row| !marked.contains(&row.record));
        marks.extend(unmarked.filter_map(|row| circle(localizer.report, row, location?)));
    }
    let shown = Shown { request, rows: &rows, drawn: &drawn, marks: &marks, marked: &marked };
    let description = description(localizer, &shown);
    let (table_words, source) = (localizer.message(Message::ChartTable), source_line(localizer, request));
    let name = request.figure.map_or(&*model.id, |figure| &*localizer.report.site.get(figure.record).record.id);
    Ok(map::draw(
        boundaries,
        &Map {
            id: &recorder::unique(&format!("map-{name}")),
            title,
            description: &description,
            areas: if boundaries.is_some() { rows.iter().map(area).collect() } else { Vec::new() },
            legend: legend(localizer, request, &drawn, &marks),
            marks: marks.into_iter().map(|(mark, _)| mark).collect(),
            table: table(localizer, request, &rows),
            open_table: &table_words,
            source_html: &source,
            caption: request.caption,
            reading: drawn::reading_in_place(localizer),
        },
    ))
}

/// What is on a map, and what is not.
struct Shown<'a, 'r> {
    request: &'a MapRequest<'r>,
    rows: &'a [MapRow],
    /// Those that have a place.
    drawn: &'a [&'a MapRow],
    marks: &'a [LabelledMark],
    /// Records that marks stand for.
    marked: &'a [RecordIx],
}

/// What a map shows; in a language that has no words for it, what each place is.
fn description(localizer: Localizer, shown: &Shown) -> String {
    let each = || formula::joined(localizer, shown.drawn.iter().map(|row| row.text.clone()));
    finding(localizer, shown).unwrap_or_else(each)
}

/// What a map shows, in sentences: how many places, what they have, what has no place; `None`: the language has no words.
fn finding(localizer: Localizer, shown: &Shown) -> Option<String> {
    let Shown { request, rows, drawn, marks, marked } = *shown;
    let mut sentences = Vec::new();
    if !drawn.is_empty() {
        sentences.push(localizer.format_own(Message::FindingPlaces, &[("count", drawn.len().into())])?);
    }
    match request.figure {
        Some(figure) if is_coverage(figure) => sentences.extend(grouped(localizer, figure, drawn)),
        Some(figure) => sentences.extend(ranked(localizer, figure, drawn)?),
        None if drawn.is_empty() => {}
        None => {
            let names: Vec<String> = drawn.iter().map(|row| row.name.clone()).collect();
            sentences.push(format!("{}.", course::listed(localizer, &names)));
        }
    }
    sentences.extend(kinds(localizer, marks));
    let placed: HashSet<RecordIx> = drawn.iter().map(|row| row.record).chain(marked.iter().copied()).collect();
    let without = rows.iter().filter(|row| !placed.contains(&row.record)).map(|row| row.name.clone());
    let without: Vec<String> = without.collect();
    if !without.is_empty() {
        sentences.push(course::counted(localizer, Message::FindingUnplaced, without.len(), &without)?);
    }
    Some(words::sentences(&sentences))
}

/// How many places there are in each group of a coverage.
fn grouped(localizer: Localizer, figure: &Figure, drawn: &[&MapRow]) -> Option<String> {
    let count = |at: usize| drawn.iter().filter(|row| row.group == Some(at)).count();
    let groups = figure.groups.iter().enumerate().map(|(at, group)| (count(at), group)).filter(|(count, _)| *count > 0);
    let counted = groups.map(|(count, group)| {
        let count = localizer.locale().number(&Number::whole(count));
        formula::pair(localizer, &group_label(localizer, figure, group), &count)
    });
    let said = formula::joined(localizer, counted);
    Some(format!("{}.", drawn::capitalized(&said))).filter(|_| !said.is_empty())
}

/// Which place has the most, and which have no value.
fn ranked(localizer: Localizer, figure: &Figure, drawn: &[&MapRow]) -> Option<Vec<String>> {
    let amount = |row: &MapRow| row.group.map(|at| &figure.groups[at].amount);
    let all: Vec<Ranked> =
        drawn.iter().map(|row| Ranked { name: &row.name, amount: amount(row), text: &row.value }).collect();
    let mut sentences = ranking::words(localizer, &all)?;
    if figure.has_groups_of_many_dates() {
        sentences.push(localizer.format_own(Message::FindingDates, &[])?);
    }
    Some(sentences)
}

/// How many marks there are of each meaning.
fn kinds(localizer: Localizer, marks: &[LabelledMark]) -> Option<String> {
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for (_, means) in marks.iter().filter(|(_, means)| !means.is_empty()) {
        match kinds.iter_mut().find(|(known, _)| known == means) {
            Some((_, count)) => *count += 1,
            None => kinds.push((means, 1)),
        }
    }
    let counted = kinds
        .iter()
        .map(|(means, count)| formula::pair(localizer, means, &localizer.locale().number(&Number::whole(*count))));
    let said = formula::joined(localizer, counted);
    Some(format!("{said}.")).filter(|_| !kinds.is_empty())
}

/// A record of the map with its value in the figure.
struct MapRow {
    record: RecordIx,
    id: String,
    name: String,
    url: Option<String>,
    class: String,
    /// Its group in the figure; `None`: it is in none.
    group: Option<usize>,
    /// What it is: a value or the name of its group.
    value: String,
    number: Option<f64>,
    text: String,
}

fn rows(localizer: Localizer, request: &MapRequest) -> Vec<MapRow> {
    let max = request.figure.map_or(0.0, largest);
    let places = request.figure.map(places).unwrap_or_default();
    let row = |record: RecordIx| {
        let name = localizer.title(record).to_owned();
        let url = localizer
            .report
            .plan
            .addresses
            .best(record, localizer.language)
            .map(|(_, address)| address.url.to_string());
        let (class, value, number) = match request.figure {
            Some(figure) if is_coverage(figure) => coverage_of(localizer, figure, places.get(&record)),
            Some(figure) => tone_of(localizer, figure, places.get(&record), max),
            None => (String::new(), String::new(), None),
        };
        let text = if value.is_empty() { name.clone() } else { formula::pair(localizer, &name, &value) };
        let id = localizer.report.site.get(record).record.id.to_string();
        MapRow { record, id, name, url, class, group: places.get(&record).copied(), value, number, text }
    };
    localizer.report.site.ordered(request.collection, localizer.language).map(row).collect()
}

fn is_coverage(figure: &Figure) -> bool {
    figure.formula.as_ref().is_some_and(|formula| formula.aggregate == Aggregate::Coverage)
}

/// The group that a coverage puts a record into.
fn coverage_of(localizer: Localizer, figure: &Figure, place: Option<&usize>) -> (String, String, Option<f64>) {
    match place.map(|at| (*at, &figure.groups[*at])) {
        Some((at, group)) => (area_class(at, group), group_label(localizer, figure, group), None),
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
fn tone_of(localizer: Localizer, figure: &Figure, place: Option<&usize>, max: f64) -> (String, String, Option<f64>) {
    let Some(group) = place.map(|at| &figure.groups[*at]) else {
        return (UNKNOWN.to_owned(), localizer.message(Missing::NotAvailable), None);
    };
    let Some(number) = &group.amount.number else {
        return (UNKNOWN.to_owned(), amount_text(localizer, figure, &group.amount), None);
    };
    let value = number.to_f64();
    let steps = (TONES - 1) as f64;
    let tone = if value <= 0.0 || max <= 0.0 { 0.0 } else { (value / max * steps).ceil().clamp(1.0, steps) };
    (format!("tone-{tone}"), group_text(localizer, figure, group), Some(value))
}

fn area(row: &MapRow) -> Area {
    Area {
        id: row.id.clone(),
        class: row.class.clone(),
        label: row.name.clone(),
        number: None,
        text: row.text.clone(),
        url: row.url.clone(),
    }
}

/// Without boundaries a record is a circle at its place.
fn circle(report: &Report, row: &MapRow, location: FieldIx) -> Option<(Mark, String)> {
    let (longitude, latitude) = place_at(report, row.record, location)?;
    let mark = Mark {
        longitude,
        latitude,
        symbol: Symbol::default(),
        class: format!("amount {}", row.class),
        title: row.text.clone(),
        label: Some(row.name.clone()),
        value: row.number,
    };
    Some((mark, String::new()))
}

/// What classes of areas and symbols of marks mean, each once.
fn legend(localizer: Localizer, request: &MapRequest, rows: &[&MapRow], marks: &[(Mark, String)]) -> Vec<Key> {
    let mut legend = Vec::new();
    for (mark, means) in marks.iter().filter(|(_, means)| !means.is_empty()) {
        let is_known = legend.iter().any(|key: &Key| matches!(&key.sign, Sign::Mark(symbol) if *symbol == mark.symbol));
        if !is_known {
            legend.push(Key { sign: Sign::Mark(mark.symbol.clone()), text: means.clone() });
        }
    }
    let Some(figure) = request.figure else { return legend };
    if is_coverage(figure) {
        let model = &localizer.report.site.collections[request.collection];
        let has_marks = !legend.is_empty();
        for (at, group) in figure.groups.iter().enumerate().filter(|(_, group)| !group.members.is_empty()) {
            let sign = Sign::Area(area_class(at, group));
            let named = &localizer.report.site.get(figure.record).record.id;
            let text = match localizer.own(&Wording::Area(named, &group.id).key()) {
                Some(words) => words.to_string(),
                // Marks may have the same words as areas: then areas say whose they are.
                None if has_marks => {
                    let singular = model.singular.text(localizer.language);
                    formula::pair(localizer, singular, &group_label(localizer, figure, group))
                }
                None => group_label(localizer, figure, group),
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
            amount_text(localizer, figure, &amount)
        };
        let digits = number(least).map(|number| number_text(localizer, figure, &number)).unwrap_or_default();
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
fn table(localizer: Localizer, request: &MapRequest, rows: &[MapRow]) -> Table {
    let model = &localizer.report.site.collections[request.collection];
    let name = Column { label: model.singular.text(localizer.language).to_owned(), numeric: false };
    let Some(figure) = request.figure else { return Table { head: vec![name], rows: Vec::new() } };
    let by = figure.formula.as_ref().filter(|_| is_coverage(figure)).and_then(|f| formula::by(localizer, f));
    let value = by.unwrap_or_else(|| localizer.message(Message::ChartValue));
    let row = |row: &MapRow| {
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

/// The sources of data and boundaries, with their date.
fn source_line(localizer: Localizer, request: &MapRequest) -> String {
    let mut parts = Vec::new();
    let data = match request.figure {
        Some(figure) => drawn::source_line(localizer, figure, drawn::Kind::Bars),
        None => {
            let as_of = sources::as_of(localizer);
            let computed = drawn::capitalized(&localizer.message(Message::ChartComputed));
            formula::dotted(localizer, [escape(&computed), as_of])
        }
    };
    parts.push(data);
    let model = &localizer.report.site.collections[request.collection];
    let named = model.boundaries.as_ref().and_then(|file| file.source.as_deref());
    if let Some(source) = named.and_then(|id| source_record(localizer.report, id)) {
        parts.push(sources::labelled(localizer, Message::MapBoundaries, &[source]));
    }
    formula::dotted(localizer, parts)
}

/// The source of that id; `None`: there is none, or the public does not see it.
pub fn source_record(report: &Report, id: &str) -> Option<RecordIx> {
    let sources = report.site.collection_named(SOURCES)?;
    report.site.find_record(sources, id).ok()
}
