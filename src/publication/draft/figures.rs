//! Drafts for values of figures that are others now.

use std::collections::BTreeMap;

use crate::figures::Basis;
use crate::model::builtin::FIGURES;
use crate::model::date::Date;
use crate::publication::compare::{ChangedValue, Changes};
use crate::publication::draft::told::{Dates, Told, may_change};
use crate::publication::draft::yaml;
use crate::publication::explain::difference;
use crate::publication::value::{ValueKey, When};

/// What has to be told of figures: one draft a series, of one date where all that follows is what it shifts.
pub fn told(changes: &Changes) -> Vec<Told> {
    let mut series: BTreeMap<(&str, Option<&str>), Vec<&ChangedValue>> = BTreeMap::new();
    for value in changes.values.iter().filter(|value| !value.explained && !goes_with_the_whole(changes, value)) {
        series.entry((&value.key.figure, value.key.group.as_deref())).or_default().push(value);
    }
    series.values().flat_map(|values| of_series(values)).collect()
}

/// Whether a value of a group is another one only because the whole is, by as much.
fn goes_with_the_whole(changes: &Changes, value: &ChangedValue) -> bool {
    let key = ValueKey { group: None, ..value.key.clone() };
    let whole = changes.values.iter().find(|other| other.key == key).and_then(difference);
    value.key.group.is_some() && whole.is_some() && difference(value) == whole
}

fn of_series(values: &[&ChangedValue]) -> Vec<Told> {
    let (undated, dated): (Vec<&ChangedValue>, Vec<&ChangedValue>) =
        values.iter().partition(|value| value.key.on == When::Always);
    let mut told: Vec<Told> = undated.into_iter().map(of_value).collect();
    if let [first, .., last] = dated.as_slice() {
        told.push(if are_one_shift(&dated) { of_value(first) } else { of_range(&dated, (first, last)) });
    } else {
        told.extend(dated.into_iter().map(of_value));
    }
    told
}

/// Whether computed values differ by as much from the first on: then one correction tells of all.
fn are_one_shift(values: &[&ChangedValue]) -> bool {
    let by = values.first().and_then(|first| difference(first));
    by.is_some() && values.iter().all(|value| value.was.basis == Basis::Computed && difference(value) == by)
}

fn of_range(values: &[&ChangedValue], (first, last): (&ChangedValue, &ChangedValue)) -> Told {
    let dates = Dates::of(date(first), date(last));
    let is_revision = values.iter().all(|value| may_change(value.was.status));
    Told { name: name(&first.key, dates), is_revision, lines: about(&first.key, dates) }
}

fn of_value(value: &ChangedValue) -> Told {
    let dates = Dates::of(date(value), date(value));
    let mut lines = about(&value.key, dates);
    lines.push(format!("was: {}", value.was.value));
    lines.extend(value.now.as_ref().map(|now| format!("now: {now}")));
    Told { name: name(&value.key, dates), is_revision: may_change(value.was.status), lines }
}

fn date(value: &ChangedValue) -> Option<Date> {
    match value.key.on {
        When::Always => None,
        When::On(date) => Some(date),
    }
}

fn about(key: &ValueKey, dates: Dates) -> Vec<String> {
    let of = format!("of: {}", yaml::scalar(&format!("{FIGURES}/{}", key.figure)));
    let group = key.group.as_ref().map(|group| format!("group: {}", yaml::scalar(group)));
    std::iter::once(of).chain(group).chain(dates.line()).collect()
}

fn name(key: &ValueKey, dates: Dates) -> String {
    let dates = dates.name();
    yaml::name([Some(&*key.figure), key.group.as_deref(), dates.as_deref()].into_iter().flatten())
}
