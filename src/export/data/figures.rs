//! `figures/{id}.csv` and `.json`: the values of a figure through time and by group, as its page shows them.
//!
//! A row belongs to one of four series: `published` is the figure; `listed` is what our own records give beside a figure
//! that sources report; `group` is a part of the figure on the report's day; `now` is the figure on that day, where values
//! count that nobody dates: these stand in no other series.

use crate::config::Localized;
use crate::export::data::datum::write_localized;
use crate::export::data::records::head;
use crate::export::data::spec::{self, Described, Kind, Limits, Spec};
use crate::figures::formula::{Aggregate, Over};
use crate::figures::{Amount, Basis, Dating, Figure, Group, GroupLabel, Point};
use crate::markup::csv::Csv;
use crate::markup::json::Json;
use crate::model::date::Date;
use crate::model::number::Number;
use crate::model::value::{Bound, Missing, Status, Word, word_of};
use crate::plan::data_files::figure_stem;
use crate::position::{LanguageIx, RecordIx};
use crate::prose::fields;
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::words::figures::{group_label, is_percent};
use crate::words::formula;

/// A value of a figure.
struct Row<'f> {
    series: &'static str,
    date: String,
    date_kind: &'static str,
    period: &'static str,
    running: bool,
    group: Option<&'f Group>,
    amount: &'f Amount,
    basis: Basis,
    sources: &'f [RecordIx],
    note: Option<&'f Localized>,
}

/// Values before and after the group in the file; the names are the members of the JSON, too.
const BEFORE: &[&str] = &["series", "date", "date_kind", "period", "running", "group"];
const AFTER: &[&str] =
    &["value", "unit", "bound", "status", "missing", "basis", "known", "of", "undated", "part", "whole"];

/// What the values of a figure are, described.
pub fn described(report: &Report, figure: &Figure) -> Described {
    let mut columns: Vec<Spec> = BEFORE.iter().map(|name| column(name)).collect();
    for language in &report.config.languages {
        let (name, title) = (format!("group_label_{}", language.code), format!("Group ({})", language.code));
        columns.push(Spec::fixed(&name, &title, "What the group is called.", Kind::Text));
    }
    columns.extend(AFTER.iter().map(|name| match *name {
        "value" => Spec { unit: unit(figure).map(str::to_owned), ..column(name) },
        _ => column(name),
    }));
    columns.push(Spec::fixed("source", "Source", "Ids in sources, joined by semicolons.", Kind::List));
    for language in &report.config.languages {
        let (name, title) = (format!("note_{}", language.code), format!("Note ({})", language.code));
        columns.push(Spec::fixed(&name, &title, "A note on this value.", Kind::Text));
    }
    columns.extend(spec::closing(report));
    Described {
        name: figure_stem(&report.site, figure.record),
        title: report.site.title(figure.record, LanguageIx::SOURCE).1.to_owned(),
        description: "A row is a value: of the figure through time, of our own list beside it, or of a group."
            .to_owned(),
        columns,
        key: Vec::new(),
        foreign: Vec::new(),
    }
}

fn column(name: &str) -> Spec {
    let code = |words: &[&str]| Kind::Code(words.iter().map(|word| ((*word).to_owned(), (*word).to_owned())).collect());
    let count = || Kind::Integer(Limits::default());
    let (title, about, kind) = match name {
        "series" => (
            "Series",
            "published: the figure; listed: what our records give beside a reported figure; group: a part of the figure on the report's day; now: the figure on the report's day, with values that nobody dates.",
            code(&["published", "listed", "group", "now"]),
        ),
        "date" => ("Date", "The date, as precise as it is known.", Kind::Date),
        "date_kind" => (
            "Kind of date",
            "since: it began then; by: it was so by then; as-of: it was so on that day; period: the state at its end.",
            code(&["since", "by", "as-of", "period"]),
        ),
        "period" => ("Period", "How long the period is that begins on the date.", code(&["year", "quarter", "month"])),
        "running" => ("Running", "Whether the period is not over yet.", Kind::Boolean),
        "group" => ("Group", "Id of a record or an option; none: nobody; missing: not known.", Kind::Text),
        "value" => ("Value", "The value; empty when there is none.", Kind::Decimal(Limits::default())),
        "unit" => ("Unit", "The unit of the value; empty: a number of things.", Kind::Text),
        "bound" => ("Bound", "How the value bounds the true one; empty: it is exact.", Kind::words::<Bound>()),
        "status" => ("Status", "How firm the value is; empty: final.", Kind::words::<Status>()),
        "missing" => ("Missing", "Why there is no value.", Kind::words::<Missing>()),
        "basis" => {
            ("Basis", "Whether a source reports the value or our records give it.", code(&["computed", "reported"]))
        }
        "known" => ("Known", "Of how many records the number is known.", count()),
        "of" => ("Of", "How many records were asked.", count()),
        "undated" => ("Undated", "How many records count as they do by a value whose date is not published.", count()),
        "part" => ("Part", "Of a share: how many match.", Kind::Decimal(Limits::default())),
        _ => ("Whole", "Of a share: of how many.", Kind::Decimal(Limits::default())),
    };
    Spec::fixed(name, title, about, kind)
}

/// The value of the report's day, where it stands in no series.
fn now(figure: &Figure) -> Option<Point> {
    figure.current().filter(|point| point.dating == Dating::Undated || point.amount.undated > 0)
}

/// The values of a figure: as published, of our own list, of the report's day, by group; each oldest first.
fn rows<'f>(report: &Report, figure: &'f Figure, now: Option<&'f Point>) -> Vec<Row<'f>> {
    let mut rows: Vec<Row> = figure.series.iter().map(|point| of_point("published", point)).collect();
    let mut listed: Vec<(Date, Row)> = Vec::new();
    for point in &figure.series {
        let beside = point.listed.as_ref().map(|amount| {
            let row = of_point("listed", point);
            let row = Row { amount, date_kind: "as-of", basis: Basis::Computed, sources: &[], note: None, ..row };
            (point.date, row)
        });
        listed.extend(beside);
    }
    if figure.is_reported() {
        let reported: Vec<Date> = listed.iter().map(|(date, _)| *date).collect();
        let own = figure.computed.iter().filter(|point| !reported.contains(&point.date));
        listed.extend(own.map(|point| (point.date, of_point("listed", point))));
    }
    listed.sort_by_key(|(date, _)| *date);
    rows.extend(listed.into_iter().map(|(_, row)| row));
    if let Some(now) = now {
        rows.push(of_point("now", now));
    }
    rows.extend(figure.groups.iter().map(|group| Row {
        series: "group",
        date: report.site.as_of.to_string(),
        date_kind: "as-of",
        period: "",
        running: false,
        group: Some(group),
        amount: &group.amount,
        basis: Basis::Computed,
        sources: &[],
        note: None,
    }));
    rows
}

fn of_point<'f>(series: &'static str, point: &'f Point) -> Row<'f> {
    let (date_kind, period) = match point.dating {
        Dating::Since => ("since", ""),
        Dating::By => ("by", ""),
        Dating::AsOf | Dating::Always => ("as-of", ""),
        Dating::Undated => ("", ""),
        Dating::Period(over) => ("period", word_of::<Over>(over)),
    };
    Row {
        series,
        date: if point.dating == Dating::Undated { String::new() } else { point.date.to_string() },
        date_kind,
        period,
        running: point.running,
        group: None,
        amount: &point.amount,
        basis: point.basis,
        sources: &point.sources,
        note: point.note.as_ref(),
    }
}

impl Row<'_> {
    /// The text of a column.
    fn text(&self, figure: &Figure, name: &str) -> String {
        let amount = self.amount;
        let count = |count: usize| if amount.of > 0 { count.to_string() } else { String::new() };
        let number = |number: &Option<Number>| number.as_ref().map_or_else(String::new, Number::to_string);
        match name {
            "series" => self.series.to_owned(),
            "date" => self.date.clone(),
            "date_kind" => self.date_kind.to_owned(),
            "period" => self.period.to_owned(),
            "running" => self.running.to_string(),
            "group" => self.group.map_or("", |group| &group.id).to_owned(),
            "value" => number(&amount.number),
            "unit" => unit(figure).unwrap_or_default().to_owned(),
            "bound" => code(amount.bound),
            "status" => code(amount.status),
            "missing" => code(amount.missing),
            "basis" => if self.basis == Basis::Computed { "computed" } else { "reported" }.to_owned(),
            "known" => count(amount.known),
            "of" => count(amount.of),
            "undated" if amount.undated > 0 => amount.undated.to_string(),
            "undated" => String::new(),
            "part" => number(&amount.part),
            _ => number(&amount.whole),
        }
    }
}

fn code<W: Word + PartialEq>(word: Option<W>) -> String {
    word.map_or("", word_of).to_owned()
}

/// The unit of a figure; a share is in percent.
fn unit(figure: &Figure) -> Option<&str> {
    if is_percent(figure) { Some("percent") } else { figure.unit.as_deref() }
}

/// The values of a figure as CSV, at the end of what is begun.
pub fn csv(report: &Report, figure: &Figure, described: &Described, mut csv: Csv) -> Csv {
    csv.head(described.columns.iter().map(|column| &*column.name));
    let languages = report.config.languages.positions();
    let now = now(figure);
    for row in rows(report, figure, now.as_ref()) {
        BEFORE.iter().for_each(|name| csv.text(&row.text(figure, name)));
        for language in languages.clone() {
            csv.text(
                &row.group.map(|group| group_label(report.localizer(language), figure, group)).unwrap_or_default(),
            );
        }
        AFTER.iter().for_each(|name| csv.text(&row.text(figure, name)));
        csv.list(ids(report, row.sources));
        languages.clone().for_each(|at| csv.text(row.note.and_then(|note| note.get(at)).map_or("", |note| note)));
        csv.text(&report.site.as_of.to_string());
        report.config.license.iter().for_each(|license| csv.text(license));
        csv.end_row();
    }
    csv
}

fn ids<'w>(report: &'w Report, records: &'w [RecordIx]) -> impl Iterator<Item = &'w str> {
    records.iter().map(|record| &*report.site.get(*record).record.id)
}

/// A figure as JSON: what it is, its values, the records behind them.
pub fn json(report: &Report, figure: &Figure) -> String {
    let linked = report.site.get(figure.record);
    let mut json = Json::with_capacity(8 * 1024);
    json.object(|json| {
        head(report, report.site.title(figure.record, LanguageIx::SOURCE).1, json);
        json.member("id", &linked.record.id);
        per_language(report, json, "url", |language| report.localizer(language).page_address(figure.record));
        per_language(report, json, "label", |language| Some(report.site.title(figure.record, language).1.to_owned()));
        for name in ["definition", "note"] {
            per_language(report, json, name, |language| text(report.localizer(language), figure.record, name));
        }
        if let Some(formula) = &figure.formula {
            json.member("aggregate", word_of::<Aggregate>(formula.aggregate));
            per_language(report, json, "formula", |language| Some(formula::words(report.localizer(language), formula)));
            per_language(report, json, "by", |language| formula::by(report.localizer(language), formula));
        }
        json.key("complete").literal(if figure.complete { "true" } else { "false" });
        json.optional("unit", unit(figure));
        let now = now(figure);
        json.key("values").array(|json| {
            for row in rows(report, figure, now.as_ref()) {
                json.line();
                json.object(|json| value(report, figure, &row, json));
            }
            json.line_end();
        });
        keys(report, json, "records", &figure.members);
    });
    json.finish() + "\n"
}

/// A value with the members that say something, under the names of the columns.
fn value(report: &Report, figure: &Figure, row: &Row, json: &mut Json) {
    for name in BEFORE.iter().chain(AFTER) {
        let text = row.text(figure, name);
        match *name {
            _ if text.is_empty() => {}
            // Said once for all values.
            "unit" => {}
            "value" | "known" | "of" | "undated" | "part" | "whole" => json.key(name).literal(&text),
            "running" if row.running => json.key(name).literal("true"),
            "running" => {}
            _ => json.member(name, &text),
        }
    }
    if let Some(group) = row.group {
        per_language(report, json, "group_label", |language| {
            Some(group_label(report.localizer(language), figure, group))
        });
        if let GroupLabel::Record(record) = group.label {
            json.member("group_record", &report.site.key(record));
        }
        keys(report, json, "records", &group.members);
    }
    if !row.sources.is_empty() {
        json.key("source").array(|json| ids(report, row.sources).for_each(|id| json.string(id)));
    }
    if let Some(note) = row.note {
        write_localized(report, json.key("note"), note);
    }
}

/// Records by collection and id.
fn keys(report: &Report, json: &mut Json, name: &str, records: &[RecordIx]) {
    json.key(name).array(|json| records.iter().for_each(|record| json.string(&report.site.key(*record))));
}

/// A member with a text per language; none when no language has one.
fn per_language(report: &Report, json: &mut Json, name: &str, text: impl Fn(LanguageIx) -> Option<String>) {
    let languages = report.config.languages.entries();
    let texts: Vec<(&str, String)> =
        languages.filter_map(|(at, language)| Some((&*language.code, text(at)?))).collect();
    if !texts.is_empty() {
        json.key(name).object(|json| texts.iter().for_each(|(code, text)| json.member(code, text)));
    }
}

/// A text of the record of a figure, without markup; `None` where it has none in that very language.
pub fn text(localizer: Localizer, record: RecordIx, field: &str) -> Option<String> {
    let (at, _) = localizer.report.site.model(record).field(field)?;
    let fact = localizer.report.site.effective(record, at)?;
    match fact.value()? {
        crate::model::value::Value::Localized(text) => text.get(localizer.language)?,
        _ => return None,
    };
    Some(fields::plain_words(localizer, &fact))
}
