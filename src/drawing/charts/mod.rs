//! Charts: a figure's values as SVG that can be read without seeing it, with the same data as a table.
//!
//! In:  names, values and dates, all worded and formatted for one language.
//! Out: one `<figure>` of safe HTML. It holds two drawings, `wide` and `narrow`, of which the theme shows one: text in a
//!      single scaled drawing is unreadable on a phone. No colour, no font: the theme gives classes their looks.
//!
//! Time is linear in the points. Values that are no finite number count as missing. Pure: nothing is looked up.

pub mod axis;
pub mod bars;
pub mod gap;
pub mod labels;
pub mod legend;
pub mod lines;

use crate::drawing::surround::{self, Column, Row, Surroundings, Table};
use crate::markup::html::escape;

/// How the values are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A row per group: how much of it there is.
    Bars,
    /// Values of periods, joined by lines.
    Lines,
    /// Values that hold from a date until the next one.
    Steps,
}

/// A chart, ready to be drawn.
pub struct Chart<'a> {
    /// Begins every id in the figure; unique in the page, `[a-z0-9-]+`.
    pub id: &'a str,
    /// How it is drawn. Bars show `bars`, the others `series`.
    pub kind: Kind,
    /// Its name.
    pub title: &'a str,
    /// What it shows, in a sentence or two, for those who do not see it.
    pub description: &'a str,
    /// The lines. Of two series of steps, what lies between them is hatched: the first is the one reported.
    pub series: Vec<Series>,
    /// The bars, in the order they are shown.
    pub bars: Vec<Bar>,
    /// The day up to which steps go on, as a decimal year; `None` ends them at their last point.
    pub until: Option<f64>,
    /// How a value on the axis is written.
    pub tick: &'a dyn Fn(f64) -> String,
    /// How a year on the axis is written.
    pub year: &'a dyn Fn(i32) -> String,
    /// What the chart says by itself.
    pub words: Words<'a>,
    /// The source line, as safe HTML; never empty.
    pub source_html: &'a str,
    /// A sentence below the chart; `None` where the page says it.
    pub caption: Option<&'a str>,
}

/// A line of a chart: the same quantity at several dates.
#[derive(Clone, Debug, Default)]
pub struct Series {
    /// What it is called: "reported".
    pub name: String,
    /// Its class, `reported` or `computed`.
    pub class: &'static str,
    /// Its values; they are put in the order of their dates.
    pub points: Vec<Point>,
}

/// A value at a date.
#[derive(Clone, Debug, Default)]
pub struct Point {
    /// The date as a decimal year: 2024.5 is the middle of 2024.
    pub position: f64,
    /// The date in words.
    pub date: String,
    /// The value; `None` where it is missing, which is never drawn as zero.
    pub value: Option<f64>,
    /// The digits, as they stand beside the mark.
    pub number: String,
    /// The value in the table: with unit, bound and status, or why it is missing.
    pub text: String,
    /// Where the value comes from, as safe HTML; empty where the source line says it.
    pub source_html: String,
    /// Whether the value may still change: its mark is hollow.
    pub open: bool,
    /// Whether its period is not over: its mark is hollow, the line to it broken.
    pub running: bool,
}

/// A bar: a group and how much of it there is.
#[derive(Clone, Debug, Default)]
pub struct Bar {
    /// The group's name.
    pub label: String,
    /// Its page, if it has one.
    pub url: Option<String>,
    /// How much; `None` where that is missing.
    pub value: Option<f64>,
    /// The value in words, as it stands at the end of the bar.
    pub text: String,
    /// A further class; `missing` is drawn broken and hatched.
    pub class: Option<String>,
}

/// Words of a chart in the language of the page.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What opens the table: "Data as a table".
    pub table: &'a str,
    /// Heads the first column of the table: "Date", "City".
    pub row: &'a str,
    /// Heads the column of values, where a series has no name: "Value".
    pub value: &'a str,
    /// Heads the column of sources: "Source".
    pub source: &'a str,
    /// Said instead of a drawing when there is no value: "No values are known."
    pub none: &'a str,
    /// What lies between two series: "reported but not named here"; empty says nothing.
    pub gap: &'a str,
}

/// The sizes of one of the two drawings, in its own units.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Its class, `wide` or `narrow`.
    pub class: &'static str,
    /// Ends the ids of the drawing.
    pub suffix: &'static str,
    /// How wide it is.
    pub width: f64,
    /// How high the field between the axes is.
    pub height: f64,
    /// Font size of names and ticks.
    pub text: f64,
    /// Font size of values.
    pub value: f64,
    /// Font size of the last value.
    pub last: f64,
    /// Half the width of a mark.
    pub mark: f64,
}

/// For columns from about 36 rem on, and for paper.
pub const WIDE: Frame =
    Frame { class: "wide", suffix: "w", width: 720.0, height: 250.0, text: 13.0, value: 20.0, last: 32.0, mark: 4.0 };

/// For phones.
pub const NARROW: Frame =
    Frame { class: "narrow", suffix: "n", width: 340.0, height: 190.0, text: 13.0, value: 16.0, last: 26.0, mark: 3.6 };

/// Draws a chart.
///
/// ```
/// use prospectus::drawing::charts::{Bar, Chart, Kind, Words, draw};
///
/// let bar = |label: &str, value: f64| {
///     Bar { label: label.to_owned(), value: Some(value), text: value.to_string(), ..Bar::default() }
/// };
/// let html = draw(&Chart {
///     id: "by-city",
///     kind: Kind::Bars,
///     title: "Centers by city",
///     description: "Qingdao has three centers, Weihai two.",
///     series: Vec::new(),
///     bars: vec![bar("Qingdao", 3.0), bar("Weihai", 2.0)],
///     until: None,
///     tick: &|value| value.to_string(),
///     year: &|year| year.to_string(),
///     words: Words { table: "Data as a table", row: "City", value: "Centers", source: "Source", none: "No values are known.", gap: "" },
///     source_html: "Own list",
///     caption: None,
/// });
/// assert!(html.starts_with("<figure class=\"chart chart-bars\"><svg class=\"wide\" role=\"img\""));
/// ```
pub fn draw(chart: &Chart) -> String {
    let (class, table) = match chart.kind {
        Kind::Bars => ("chart chart-bars", bars::table(chart)),
        Kind::Lines => ("chart chart-lines", series_table(chart)),
        Kind::Steps => ("chart chart-steps", series_table(chart)),
    };
    let has_values = match chart.kind {
        Kind::Bars => !chart.bars.is_empty(),
        _ => chart.series.iter().flat_map(|series| &series.points).any(|point| known(point.value).is_some()),
    };
    let drawing = match chart.kind {
        _ if !has_values => format!("<p class=\"nothing\">{}</p>", escape(chart.words.none)),
        Kind::Bars => bars::draw(chart, &WIDE) + &bars::draw(chart, &NARROW),
        Kind::Lines | Kind::Steps => lines::draw(chart, &WIDE) + &lines::draw(chart, &NARROW),
    };
    let around = Surroundings {
        title: chart.title,
        open_table: chart.words.table,
        table: &table,
        caption: chart.caption,
        source_html: chart.source_html,
    };
    surround::write(class, &drawing, &around)
}

/// A value that can be drawn.
pub fn known(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}

/// A row per date, the newest first; a column per series.
fn series_table(chart: &Chart) -> Table {
    let series: Vec<&Series> = chart.series.iter().filter(|series| !series.points.is_empty()).collect();
    let mut points: Vec<(usize, &Point)> = series
        .iter()
        .enumerate()
        .flat_map(|(nth, series)| series.points.iter().map(move |point| (nth, point)))
        .collect();
    points.sort_by(|(_, a), (_, b)| b.position.total_cmp(&a.position));
    let has_sources = points.iter().any(|(_, point)| !point.source_html.is_empty());
    let mut rows: Vec<Row> = Vec::new();
    let mut filled = vec![true; series.len()];
    for (nth, point) in points {
        let name_html = escape(&point.date);
        if filled[nth] || rows.last().is_none_or(|row| row.name_html != name_html) {
            rows.push(Row { name_html, cells_html: vec![String::new(); series.len() + usize::from(has_sources)] });
            filled.fill(false);
        }
        filled[nth] = true;
        let Some(row) = rows.last_mut() else { continue };
        row.cells_html[nth] = escape(&point.text);
        if has_sources && row.cells_html[series.len()].is_empty() {
            row.cells_html[series.len()].clone_from(&point.source_html);
        }
    }
    let mut head = vec![Column { label: chart.words.row.to_owned(), numeric: false }];
    for series in series {
        let label = if series.name.is_empty() { chart.words.value } else { &series.name };
        head.push(Column { label: label.to_owned(), numeric: true });
    }
    if has_sources {
        head.push(Column { label: chart.words.source.to_owned(), numeric: false });
    }
    Table { head, rows }
}

#[cfg(test)]
mod tests;
