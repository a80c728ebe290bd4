//! Anchors: the ids by which a value stands on a page, so that it can be linked and cited.
//!
//! `fact-capital` is a fact, `fact-facilities-testing` a field of a group, `fact-halls-2` the second item of a list,
//! `fact-halls-2-area` a field of it: names have no hyphen, so that no two are alike. `v-stage-2022-02` is what a tracked
//! field was at a date, `v-2023-12-31` a value of a figure, `group-jinan` one of its groups.

use crate::figures::{Group, Point};
use crate::link::effective::Effective;
use crate::model::date::Date;

/// Of a fact of a record, by the name of its field.
pub fn of_field(name: &str) -> String {
    format!("fact-{name}")
}

/// Of a part of what has an anchor: an item of a list, or a field of a group.
pub fn of_part(whole: &str, part: &Effective) -> String {
    match part.position {
        Some(position) => format!("{whole}-{position}"),
        None => format!("{whole}-{}", part.field.name),
    }
}

/// Of each value that a tracked field had, in the order of its history.
pub fn of_history<'h>(name: &str, history: impl Iterator<Item = &'h Effective<'h, 'h>>) -> Vec<String> {
    told_apart(history.map(|fact| match fact.by().or(fact.since()) {
        Some(date) => format!("v-{name}-{}", dated(date)),
        None => format!("v-{name}"),
    }))
}

/// Of each value of a figure through time, in their order.
pub fn of_points(points: &[Point]) -> Vec<String> {
    told_apart(points.iter().map(|point| of_date(point.date)))
}

/// Of the value of a figure of a date.
pub fn of_date(date: Date) -> String {
    format!("v-{}", dated(date))
}

/// Of each group of a figure, in their order: by its id, or by its position from 1 where that is no plain ASCII.
pub fn of_groups(groups: &[Group]) -> Vec<String> {
    let is_plain =
        |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    let anchor = |(position, group): (usize, &Group)| match is_plain(&group.id) {
        true => format!("group-{}", group.id),
        false => format!("group-.{position}"),
    };
    (1..).zip(groups).map(anchor).collect()
}

fn dated(date: Date) -> String {
    date.to_string().replace([' ', ':'], "-")
}

/// Two values of one date stand one after the other: the later ones get their place in the order.
fn told_apart(anchors: impl Iterator<Item = String>) -> Vec<String> {
    let mut before = String::new();
    let one = |(at, anchor): (usize, String)| match anchor == before {
        true => format!("{anchor}-{at}"),
        false => {
            before.clone_from(&anchor);
            anchor
        }
    };
    anchors.enumerate().map(one).collect()
}
