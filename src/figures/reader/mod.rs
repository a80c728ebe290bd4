//! Reading a figure: its record, against the content model, gives a [`Definition`].
//!
//! In:  the record of a figure, whose formula is YAML as it was written.
//! Out: a [`Definition`] whose names all exist and whose types fit, and findings at the words that do not.

pub mod condition;
mod context;
mod path;
mod formula;
pub mod reported;

use std::sync::Arc;

use crate::diagnostics::Diagnostic;
use crate::figures::formula::{Aggregate, Change, Formula};
use crate::figures::reader::context::Reader;
use crate::figures::reader::reported::Reports;
use crate::link::Site;
use crate::link::record::LinkedRecord;
use crate::model::date::Day;
use crate::model::value::{Value, Word};
use crate::parse::Span;
use crate::position::RecordIx;

/// What a record says of a figure, and nothing that is computed from it.
#[derive(Debug)]
pub struct Definition {
    /// The record that defines it.
    pub record: RecordIx,
    /// How it is computed; `None`: it is only reported.
    pub formula: Option<Formula>,
    /// Digits after the point; `None`: as many as what it is computed from.
    pub decimals: Option<u32>,
    /// The day of its last value: that of the site, or an earlier one that is written.
    pub as_of: Day,
    /// Where `over` is written; `None`: it follows every change.
    pub over: Option<Span>,
    /// Whether our list is complete: if not, the report is the figure and our count stands beside it.
    pub complete: bool,
    /// Its unit: the message `unit-{unit}` words it.
    pub unit: Option<Arc<str>>,
    /// Whether large numbers are shortened.
    pub compact: bool,
    /// What it is compared with.
    pub change: Option<Change>,
    /// What sources say of it.
    pub reports: Reports,
}

impl Definition {
    /// Whether the figure is what sources report, our own count standing beside it at most.
    pub fn is_reported(&self) -> bool {
        self.formula.is_none() || (!self.complete && self.reports.are_written)
    }
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Display {
    /// Large numbers in short: “310 billion”.
    Compact,
}

impl Word for Display {
    const WORDS: &'static [(&'static str, Self)] = &[("compact", Display::Compact)];
}

/// Reads the figure that a record defines.
pub fn definition(site: &Site, figure: &LinkedRecord, findings: &mut Vec<Diagnostic>) -> Definition {
    let mut reader = Reader { site, figure, findings };
    let formula = reader.formula();
    let change = reader.word("change");
    let display: Option<Display> = reader.word("display");
    let reports = reader.reports();
    if formula.is_none() && !reports.are_written && !names_aggregate(&reader) {
        let hint = "add `count: …` (or sum, average, minimum, maximum, share, coverage), or `reported: […]`";
        reader.report(Span::default(), "the figure is neither computed nor reported".to_owned(), Some(hint.to_owned()));
    }
    let decimals = match reader.value("decimals") {
        Some(Value::Number(number)) => number.to_i64().and_then(|decimals| decimals.try_into().ok()),
        _ => None,
    };
    let unit = match reader.value("unit") {
        Some(Value::Text(unit)) => Some(unit.clone()),
        _ => None,
    };
    let as_of = match reader.value("on") {
        Some(Value::Date(date)) => date.last().min(site.as_of),
        _ => site.as_of,
    };
    Definition {
        record: figure.at,
        formula,
        decimals,
        as_of,
        over: reader.written("over").map(|node| node.span),
        complete: !matches!(reader.value("complete"), Some(Value::Boolean(false))),
        unit,
        compact: display == Some(Display::Compact),
        change,
        reports,
    }
}

/// Whether a computation is named, be it one that could not be read.
fn names_aggregate(reader: &Reader) -> bool {
    Aggregate::WORDS.iter().any(|(word, _)| reader.written(word).is_some())
}
