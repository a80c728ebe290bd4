//! What one chart of lines or steps shows, worded for one language.

use crate::drawing::svg::Reading;

/// How the values are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Values of periods, joined by lines.
    Lines,
    /// Values that hold from a date until the next one.
    Steps,
}

/// Whether the values of a chart stand below it as a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Data {
    /// They do, folded.
    #[default]
    Below,
    /// The page has them elsewhere.
    Elsewhere,
}

/// A chart, ready to be drawn.
pub struct Chart<'a> {
    /// Begins every id in the figure; unique in the page, `[a-z0-9-]+`.
    pub id: &'a str,
    /// How it is drawn.
    pub kind: Kind,
    /// Its name.
    pub title: &'a str,
    /// What it shows, in a sentence or two, for those who do not see it.
    pub description: &'a str,
    /// The lines. Of two series of steps, what lies between them is hatched: the first is the one reported.
    pub series: Vec<Series>,
    /// The day up to which the steps of the first line go on, as a decimal year; `None` ends them at their last point.
    pub until: Option<f64>,
    /// How a value on the axis is written.
    pub tick: &'a dyn Fn(f64) -> String,
    /// How a year on the axis is written.
    pub year: &'a dyn Fn(i32) -> String,
    /// What the chart says by itself.
    pub words: Words<'a>,
    /// The source line, as safe HTML; never empty.
    pub source_html: &'a str,
    /// A sentence above the chart; `None` where the page says it.
    pub caption: Option<&'a str>,
    /// The unit of all values, in words; `None`: they have none, or say it themselves.
    pub unit: Option<&'a str>,
    /// Whether its values stand below it.
    pub data: Data,
    /// What hollow marks mean: why a value may still change; each once.
    pub open: Vec<String>,
    /// In which direction it is read.
    pub reading: Reading,
}

/// A line of a chart: the same quantity at several dates.
#[derive(Clone, Debug, Default)]
pub struct Series {
    /// What it is called: "reported".
    pub name: String,
    /// Its classes: `reported`, `reported computed` or `listed`.
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
    /// What the broken line after the last value means: "no newer figure found"; empty says nothing.
    pub since: &'a str,
}

/// A value that can be drawn.
pub fn known(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}
