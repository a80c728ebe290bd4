//! The numbers that are others now than in the last edition.

use crate::check::numbers::amount;
use crate::check::numbers::reading::Sense;
use crate::check::numbers::stated;
use crate::config::Localized;
use crate::figures::formula::Aggregate;
use crate::figures::{Figure, GroupLabel};
use crate::link::names::Target;
use crate::model::date::{Date, Day};
use crate::model::number::Number;
use crate::model::value::{Bound, Value};
use crate::position::{LanguageIx, RecordIx};
use crate::publication::compare::{ChangedValue, Changes};
use crate::publication::value::{FigureValue, When};
use crate::report::Report;

/// A number that is another one now.
pub struct Changed<'a> {
    /// The record whose number it is: that of the figure, or the one that says the fact.
    pub record: RecordIx,
    /// Its key: `figures/trees`.
    pub key: String,
    /// What it was, in plain digits without a sign, which texts put into words: *fell by 3 percent*.
    pub value: String,
    /// What it was.
    pub was: Number,
    /// What it is; `None`: the site does not say it any more.
    pub now: Option<(Number, Option<Bound>)>,
    /// What it measures.
    pub sense: Sense,
    /// Words of which some stand around a number that means it.
    pub labels: Vec<&'a Localized>,
    /// Its date; `None`: it has none.
    pub date: Option<Date>,
    /// The first and the last day of its date.
    pub days: (Day, Day),
    /// What says it.
    pub of: Of<'a>,
    /// Its name in a sentence of the program: `“Trees” of 2025-03`.
    pub name: String,
}

/// What says a number.
pub enum Of<'a> {
    /// A figure.
    Figure {
        /// The figure.
        figure: &'a Figure,
        /// Of one group only: its id and the record that it stands for.
        group: Option<(Box<str>, Option<RecordIx>)>,
    },
}

/// Every number that differs from the last edition.
pub fn numbers<'a>(report: &'a Report, changes: &Changes) -> Vec<Changed<'a>> {
    changes.values.iter().filter_map(|value| of_figure(report, value)).collect()
}

fn of_figure<'a>(report: &'a Report, change: &ChangedValue) -> Option<Changed<'a>> {
    let FigureValue::Number(was, _) = &change.was.value else { return None };
    let now = match &change.now {
        Some(FigureValue::Number(now, bound)) => Some((now.clone(), *bound)),
        Some(FigureValue::Missing(_)) | None => None,
    };
    if now.as_ref().is_some_and(|(now, _)| now == was) {
        return None;
    }
    // Of a figure that is gone no text is left that could quote it.
    let Ok(Target::Record(record)) = report.site.find(&format!("figures/{}", change.key.figure)) else { return None };
    let figure = report.figures.of(record)?;
    let group = change.key.group.as_deref().map(|id| group_of(report, figure, id));
    let of_figure = stated::label_of(report, figure);
    let labels = match &group {
        Some((_, label)) => label.iter().copied().collect(),
        None => of_figure.into_iter().collect(),
    };
    let sense = match (&figure.unit, &figure.formula) {
        (Some(unit), _) => stated::sense_of_unit(unit),
        (None, Some(formula)) if matches!(formula.aggregate, Aggregate::Share) => Sense::Percent,
        _ => Sense::Other,
    };
    Some(Changed {
        record,
        key: report.site.key(record),
        value: plain(was),
        was: was.clone(),
        now,
        sense,
        labels,
        date: match change.key.on {
            When::On(date) => Some(date),
            When::Always => None,
        },
        days: (change.key.on.first(), change.key.on.last()),
        name: name_of(report, change, record),
        of: Of::Figure {
            figure,
            group: group.map(|(record, _)| (change.key.group.clone().unwrap_or_default(), record)),
        },
    })
}

/// The record that a group of a figure stands for, and what the group is called.
fn group_of<'a>(report: &'a Report, figure: &'a Figure, id: &str) -> (Option<RecordIx>, Option<&'a Localized>) {
    let group = figure.groups.iter().find(|group| *group.id == *id);
    match group.map(|group| &group.label) {
        Some(GroupLabel::Record(record)) => (Some(*record), title_of(report, *record)),
        Some(GroupLabel::Words(words)) => (None, Some(words)),
        _ => (None, None),
    }
}

fn title_of(report: &Report, record: RecordIx) -> Option<&Localized> {
    match report.site.get(record).value(report.site.model(record).roles.title?)? {
        Value::Localized(text) => Some(text),
        _ => None,
    }
}

/// “Recognized centers” of 2022-02-28; “Centers by city”, group qingdao, of 2019-06-12.
fn name_of(report: &Report, change: &ChangedValue, record: RecordIx) -> String {
    let title = report.site.title(record, LanguageIx::SOURCE).1;
    let group = change.key.group.as_ref().map(|group| format!(", group {group},")).unwrap_or_default();
    match change.key.on {
        When::Always => format!("“{title}”{group}"),
        When::On(date) => format!("“{title}”{group} of {date}"),
    }
}

/// A number in plain digits, without its sign.
pub fn plain(number: &Number) -> String {
    amount::normal(&number.magnitude().to_string())
}
