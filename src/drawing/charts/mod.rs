//! Charts: a figure's values as bars in a table, or as lines and steps in SVG, with the same data as a table.
//!
//! In:  names, values and dates, all worded and formatted for one language.
//! Out: one `<figure>` of safe HTML. Lines and steps are drawn twice, `wide` and `narrow`, of which the theme shows one: text in
//!      a single scaled drawing is unreadable on a phone. Names of lines stand in the legend, which is HTML; in the drawing are
//!      digits and years only. No colour, no font: the theme gives classes their looks.
//!
//! Time is linear in the points. Values that are no finite number count as missing. Pure: nothing is looked up.

pub mod chart;
pub mod frame;
pub mod axis;
pub mod plot;
pub mod gap;
pub mod labels;
pub mod lines;
pub mod bars;
pub mod standalone;

use crate::drawing::charts::chart::{Chart, Data, Point, Series, known};
use crate::drawing::charts::frame::{NARROW, WIDE};
use crate::drawing::surround::{self, Column, Row, Surroundings, Table};
use crate::markup::html::escape;

/// Draws lines or steps.
///
/// ```
/// use prospectus::drawing::charts::chart::{Chart, Data, Kind, Point, Series, Words};
/// use prospectus::drawing::charts::draw;
/// use prospectus::drawing::svg::Reading;
///
/// let point = |year: f64, value: f64| {
///     Point { position: year, date: year.to_string(), value: Some(value), number: value.to_string(), text: value.to_string(), ..Point::default() }
/// };
/// let html = draw(&Chart {
///     id: "centers",
///     kind: Kind::Steps,
///     title: "Centers",
///     description: "22 in 2022, 29 in 2023.",
///     series: vec![Series { name: "reported".to_owned(), class: "reported", points: vec![point(2022.0, 22.0), point(2023.0, 29.0)] }],
///     until: None,
///     tick: &|value| value.to_string(),
///     year: &|year| year.to_string(),
///     words: Words { table: "Data as a table", row: "Date", value: "Centers", source: "Source", none: "No values are known.", gap: "", since: "" },
///     source_html: "Own list",
///     caption: None,
///     unit: None,
///     data: Data::Below,
///     open: Vec::new(),
///     reading: Reading::Rightward,
/// });
/// assert!(html.contains("<svg class=\"plot wide\" role=\"img\""));
/// ```
pub fn draw(chart: &Chart) -> String {
    let has_values = chart.series.iter().flat_map(|series| &series.points).any(|point| known(point.value).is_some());
    let drawing = match has_values {
        false => format!("<p class=\"nothing\">{}</p>", escape(chart.words.none)),
        true => lines::draw(chart, &WIDE) + &lines::draw(chart, &NARROW) + &legend(chart),
    };
    let table = match chart.data {
        Data::Below => series_table(chart),
        Data::Elsewhere => Table::default(),
    };
    let around = Surroundings {
        title: chart.title,
        open_table: chart.words.table,
        table: &table,
        caption: chart.caption,
        unit: chart.unit,
        source_html: chart.source_html,
    };
    surround::write("chart", &drawing, &around)
}

/// What lines, the gap between them and hollow marks mean; a single line needs no name but its title.
fn legend(chart: &Chart) -> String {
    let sign = |content: &str| format!("<svg viewBox=\"0 0 20 14\" aria-hidden=\"true\">{content}</svg>");
    let entries: Vec<(String, &str)> =
        entries(chart).into_iter().map(|(content, words)| (sign(&content), words)).collect();
    surround::legend(&entries)
}

/// The signs of a chart, as SVG of 20 to 14 units, each with what it means.
fn entries<'c>(chart: &'c Chart) -> Vec<(String, &'c str)> {
    let series: Vec<&Series> = chart.series.iter().filter(|series| !series.points.is_empty()).collect();
    let is_one_of_several = series.len() > 1;
    let mut entries: Vec<(String, &str)> = Vec::new();
    for series in series.iter().filter(|series| is_one_of_several && !series.name.is_empty()) {
        let class = series.class.split(' ').next().unwrap_or_default();
        let line = format!("<line class=\"k-{class}\" x1=\"0\" x2=\"20\" y1=\"7\" y2=\"7\"/>");
        entries.push((line, &series.name));
    }
    let plot = plot::plot(chart, &WIDE);
    if !chart.words.gap.is_empty() && !gap::stretches(chart, &plot).is_empty() {
        entries.push(("<rect class=\"k-gap\" width=\"20\" height=\"14\"/>".to_owned(), chart.words.gap));
    }
    if !chart.words.since.is_empty() && chart.until.is_some() {
        let class = series.first().and_then(|series| series.class.split(' ').next()).unwrap_or_default();
        entries.push((
            format!("<line class=\"k-{class} k-on\" x1=\"0\" x2=\"20\" y1=\"7\" y2=\"7\"/>"),
            chart.words.since,
        ));
    }
    for open in &chart.open {
        entries.push(("<circle class=\"k-open\" cx=\"10\" cy=\"7\" r=\"5\"/>".to_owned(), open));
    }
    entries
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
