//! Charts: a figure's values as SVG that can be read without seeing it, with the same data as a table.
//!
//! In:  names, values and dates, all worded and formatted for one language.
//! Out: one `<figure>` of safe HTML. It holds two drawings, `wide` and `narrow`, of which the theme shows one: text in a
//!      single scaled drawing is unreadable on a phone. No colour, no font: the theme gives classes their looks.
//!
//! Time is linear in the points. Values that are no finite number count as missing. Pure: nothing is looked up.

pub mod chart;
pub mod frame;
pub mod axis;
pub mod plot;
pub mod gap;
pub mod labels;
pub mod legend;
pub mod lines;
pub mod bars;

use crate::drawing::charts::chart::{Chart, Kind, Point, Series, known};
use crate::drawing::charts::frame::{NARROW, WIDE};
use crate::drawing::surround::{self, Column, Row, Surroundings, Table};
use crate::markup::html::escape;

/// Draws a chart.
///
/// ```
/// use prospectus::drawing::charts::chart::{Bar, Chart, Kind, Words};
/// use prospectus::drawing::charts::draw;
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
