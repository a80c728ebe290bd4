//! Drafts for values of figures that are others now.

use std::collections::{BTreeMap, BTreeSet};

use crate::link::Site;
use crate::model::builtin::FIGURES;
use crate::model::date::Date;
use crate::publication::compare::{ChangedValue, Changes};
use crate::publication::corrections::{taken_from, takers};
use crate::publication::draft::told::{Dates, Told, may_change};
use crate::publication::draft::yaml;
use crate::publication::value::{ValueKey, When};

/// What has to be told of figures: one draft a series, of one date where all that follows is what that shifts.
pub fn told(site: &Site, changes: &Changes) -> Vec<Told> {
    let mut series: BTreeMap<(&str, Option<&str>), Vec<&ChangedValue>> = BTreeMap::new();
    // What tells of a fact tells of the figures that take it. Of what is not there any more nothing can be told.
    let takers = takers(site);
    let facts = changes.facts.iter().filter(|fact| !fact.explained);
    let with_facts: BTreeSet<ValueKey> = facts.flat_map(|fact| taken_from(&fact.key, &takers)).collect();
    let is_there = |key: &&ValueKey| site.find(&format!("{FIGURES}/{}", key.figure)).is_ok();
    for key in changes.untold.iter().filter(is_there).filter(|key| !with_facts.contains(key)) {
        let untold = changes.values.iter().filter(|value| value.key == *key);
        series.entry((&key.figure, key.group.as_deref())).or_default().extend(untold);
    }
    let mut told = Vec::new();
    for untold in series.values() {
        let (undated, dated): (Vec<&ChangedValue>, Vec<&ChangedValue>) =
            untold.iter().partition(|value| value.key.on == When::Always);
        told.extend(undated.into_iter().map(of_value));
        match dated.as_slice() {
            [] => {}
            [one] => told.push(of_value(one)),
            [first, ..] => {
                let series = |key: &ValueKey| (&key.figure, &key.group) == (&first.key.figure, &first.key.group);
                let values = changes.values.iter().filter(|value| series(&value.key) && !value.explained);
                let values: Vec<&ChangedValue> = values.collect();
                told.extend(values.last().map(|last| of_range(&values, (first, last))));
            }
        }
    }
    told
}

fn of_range(values: &[&ChangedValue], (first, last): (&ChangedValue, &ChangedValue)) -> Told {
    let dates = Dates::of(date(first), date(last));
    let is_revision = values.iter().all(|value| may_change(value.was.status));
    Told { name: name(&first.key, dates), is_revision, lines: about(&first.key, dates) }
}

fn of_value(value: &ChangedValue) -> Told {
    let dates = Dates::of(date(value), date(value));
    let mut lines = about(&value.key, dates);
    lines.push(format!("was: {}", yaml::value(&value.was.value.recorded())));
    lines.extend(value.now.as_ref().map(|now| format!("now: {}", yaml::value(&now.recorded()))));
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
