//! The numbers of figures that are others now.

use crate::check::numbers::reading::Sense;
use crate::check::numbers::stated;
use crate::check::old_numbers::changed::{Changed, Of, plain};
use crate::config::Localized;
use crate::figures::formula::Aggregate;
use crate::figures::{Figure, GroupLabel};
use crate::link::names::Target;
use crate::model::value::Value;
use crate::position::{LanguageIx, RecordIx};
use crate::publication::compare::ChangedValue;
use crate::publication::value::{FigureValue, When};
use crate::report::Report;

/// A value that is another one now; `None` where it is no number, or the same with another bound.
pub fn changed<'a>(report: &'a Report, change: &ChangedValue) -> Option<Changed<'a>> {
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
    let sense = Some(sense);
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
