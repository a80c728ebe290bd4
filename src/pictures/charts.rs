//! Pictures of figures: what a chart or a map of a figure needs, worded and formatted for one language.

use crate::drawing::charts::{self, Bar, Chart, Kind, Series, Words};
use crate::figures::{Basis, Dating, Figure, Group, GroupLabel, Point};
use crate::markup::html::escape;
use crate::model::date::{Date, Day};
use crate::model::number::Number;
use crate::model::value::Status;
use crate::report::Report;
use crate::report::recorder;
use crate::words::begun_large;
use crate::words::figures::{amount_text, date_text, group_date, group_label, number_text};
use crate::words::formula;
use crate::words::sources::{as_of, dated, labelled, sources_html};

/// Names that a description says one by one.
const DESCRIBED: usize = 8;

/// How a figure is drawn when nobody says: its groups as bars, its periods as lines, its history as steps.
pub fn usual_kind(figure: &Figure) -> Kind {
    let is_followed = figure.series.iter().any(|point| matches!(point.dating, Dating::Period(_)));
    match (figure.groups.is_empty(), is_followed) {
        (false, false) => Kind::Bars,
        (_, true) => Kind::Lines,
        (true, false) => Kind::Steps,
    }
}

/// The kind of that name.
pub fn kind_named(name: &str) -> Option<Kind> {
    match name {
        "bars" => Some(Kind::Bars),
        "lines" => Some(Kind::Lines),
        "steps" => Some(Kind::Steps),
        _ => None,
    }
}

/// A chart of a figure, as safe HTML.
pub fn chart(report: &Report, figure: &Figure, kind: Kind, caption: Option<&str>, language: usize) -> String {
    let title = report.site.title(figure.record, language).1;
    let (series, bars) = match kind {
        Kind::Bars => (Vec::new(), bars(report, figure, language)),
        _ => (lines(report, figure, language), Vec::new()),
    };
    let described = match kind {
        Kind::Bars => describe(report, bars.iter().map(|bar| (bar.label.as_str(), bar.text.as_str())), language),
        _ => describe_lines(report, &series, language),
    };
    let tick = |value: f64| {
        let number = Number::parse(&format!("{value}"));
        number.map_or_else(String::new, |number| number_text(report, figure, &number, language))
    };
    let words = |key: &str| report.words(key, language);
    let (table, date, value, source) =
        (words("chart-table"), words("chart-date"), words("chart-value"), words("chart-source"));
    // What is not listed has a name only where things are counted.
    let gap = if is_count(figure) { words("chart-gap") } else { String::new() };
    let none = words("chart-empty");
    let by = figure.formula.as_ref().and_then(|formula| formula::by(report, formula, language));
    let row = if kind == Kind::Bars { by.unwrap_or(date) } else { date };
    let source_html = source_line(report, figure, kind, language);
    charts::draw(&Chart {
        id: &recorder::unique(&format!("chart-{}", report.site.get(figure.record).record.id)),
        kind,
        title,
        description: &described,
        series,
        bars,
        until: until(report, figure, kind),
        tick: &tick,
        year: &|year| year.to_string(),
        words: Words { table: &table, row: &row, value: &value, source: &source, none: &none, gap: &gap },
        source_html: &source_html,
        caption,
    })
}

fn is_count(figure: &Figure) -> bool {
    figure.formula.as_ref().is_none_or(|formula| formula.measure.is_none())
}

fn describe<'a>(report: &Report, pairs: impl Iterator<Item = (&'a str, &'a str)>, language: usize) -> String {
    let pairs: Vec<(&str, &str)> = pairs.collect();
    let said = pairs.iter().take(DESCRIBED).map(|(name, value)| formula::pair(report, name, value, language));
    let more = (pairs.len() > DESCRIBED).then(|| "…".to_owned());
    formula::joined(report, said.chain(more), language)
}

/// Each line by its name, when there are several.
fn describe_lines(report: &Report, series: &[Series], language: usize) -> String {
    let one = |line: &Series| {
        describe(report, line.points.iter().map(|point| (point.date.as_str(), point.text.as_str())), language)
    };
    match series {
        [only] => one(only),
        _ => series
            .iter()
            .map(|line| format!("{}.", formula::pair(report, &line.name, &one(line), language)))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

/// Steps that hold today go on until the report's day.
fn until(report: &Report, figure: &Figure, kind: Kind) -> Option<f64> {
    let holds = kind == Kind::Steps && figure.series.iter().all(|point| point.basis == Basis::Computed);
    let day = Day::parse(report.config.as_of()).and_then(Day::date);
    day.filter(|_| holds).map(position)
}

fn bars(report: &Report, figure: &Figure, language: usize) -> Vec<Bar> {
    let bar = |group: &Group| Bar {
        label: group_label(report, figure, group, language),
        url: match group.label {
            GroupLabel::Record(record) => {
                report.plan.addresses.best(record, language).map(|(_, address)| address.url.to_string())
            }
            _ => None,
        },
        value: group.amount.number.as_ref().map(Number::to_f64),
        text: group_text(report, figure, group, language),
        class: matches!(group.label, GroupLabel::Missing | GroupLabel::Nobody).then(|| "missing".to_owned()),
    };
    figure.groups.iter().map(bar).collect()
}

/// The value of a group, with its date where the values of the groups are of different dates.
pub fn group_text(report: &Report, figure: &Figure, group: &Group, language: usize) -> String {
    let text = amount_text(report, figure, &group.amount, language);
    let date = group_date(report, figure, group, language).filter(|_| group.amount.number.is_some());
    let Some(date) = date else { return text };
    let messages = &report.locales.get(language).messages;
    let variables = [("value", text.as_str().into()), ("date", date.as_str().into())];
    messages.format("chart-of-date", &variables).unwrap_or_else(|| format!("{text} ({date})"))
}

fn lines(report: &Report, figure: &Figure, language: usize) -> Vec<Series> {
    let is_reported = figure.series.iter().all(|point| point.basis == Basis::Reported);
    let name = report.words(if is_reported { "chart-reported" } else { "chart-value" }, language);
    let class = if is_reported { "reported" } else { "computed" };
    let main = |point: &Point| chart_point(report, figure, point, &point.amount, true, language);
    let mut series = vec![Series { name, class, points: figure.series.iter().map(main).collect() }];
    let listed = figure
        .series
        .iter()
        .filter_map(|point| Some(chart_point(report, figure, point, point.listed.as_ref()?, false, language)));
    let listed: Vec<charts::Point> = listed.collect();
    if !listed.is_empty() {
        let name = report.words(if is_count(figure) { "chart-listed" } else { "chart-sum" }, language);
        series.push(Series { name, class: "computed", points: listed });
    }
    series
}

fn chart_point(
    report: &Report,
    figure: &Figure,
    point: &Point,
    amount: &crate::figures::Amount,
    sourced: bool,
    language: usize,
) -> charts::Point {
    charts::Point {
        position: position(point.date),
        date: date_text(report, point, language),
        value: amount.number.as_ref().map(Number::to_f64),
        // A bound is never left out: “more than 20” is not 20.
        number: match (&amount.number, amount.bound) {
            (Some(number), None) => number_text(report, figure, number, language),
            (Some(_), Some(_)) => amount_text(report, figure, amount, language),
            (None, _) => String::new(),
        },
        text: amount_text(report, figure, amount, language),
        source_html: match (sourced, point.basis) {
            (false, _) => String::new(),
            (true, Basis::Computed) if figure.is_mixed() => escape(&report.words("chart-computed", language)),
            (true, _) => sources_html(report, &point.sources, language),
        },
        open: amount.status.is_some_and(|status| !matches!(status, Status::Final | Status::Revised)),
        running: point.running,
    }
}

/// A date as a decimal year, by its first day.
fn position(date: Date) -> f64 {
    let day = date.start();
    f64::from(day.year()) + f64::from(day.day_of_year() - 1) / f64::from(day.days_in_year())
}

/// Whose numbers they are and of when: no picture is without this line.
pub fn source_line(report: &Report, figure: &Figure, kind: Kind, language: usize) -> String {
    let sources = if kind == Kind::Bars { Vec::new() } else { report.reporting(figure.record) };
    let is_computed = figure.formula.is_some();
    let mut parts = Vec::new();
    if !sources.is_empty() {
        parts.push(labelled(report, "chart-sources", &sources, language));
    }
    if is_computed {
        let words = report.words("chart-computed", language);
        parts.push(escape(&if parts.is_empty() { capitalized(&words) } else { words }));
    }
    let last = figure.series.last().filter(|_| !is_computed);
    parts.push(last.map_or_else(|| as_of(report, language), |last| dated(report, last.date, language)));
    begun_large(&parts.join(" · "))
}

/// Words as a line begins.
pub fn capitalized(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}
