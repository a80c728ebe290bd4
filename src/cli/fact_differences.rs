//! Facts that differ between two publications, in words and for programs.

use serde_json::{Value, json};

use crate::publication::compare::{ChangedFact, Changes, NewFact};
use crate::publication::fact::{FactDate, FactKey, PublishedFact};
use crate::publication::value::{FigureValue, words};

/// The facts that are others now, those that are gone, and those that are new.
pub struct Facts<'c> {
    changed: Vec<&'c ChangedFact>,
    removed: Vec<&'c ChangedFact>,
    added: &'c [NewFact],
}

impl<'c> Facts<'c> {
    /// The facts of all changes.
    pub fn of(changes: &'c Changes) -> Self {
        let (changed, removed) = changes.facts.iter().partition(|fact| fact.now.is_some() || fact.moved.is_some());
        Facts { changed, removed, added: &changes.new_facts }
    }

    /// A line for each that is another one now; `name` marks what is code.
    pub fn changed_lines(&self, name: &dyn Fn(&str) -> String) -> Vec<String> {
        self.changed.iter().map(|fact| changed_line(fact, name)).collect()
    }

    /// A line for each that is gone.
    pub fn removed_lines(&self, name: &dyn Fn(&str) -> String) -> Vec<String> {
        self.removed.iter().map(|fact| changed_line(fact, name)).collect()
    }

    /// A line for each that is new, or was said to be missing.
    pub fn added_lines(&self, name: &dyn Fn(&str) -> String) -> Vec<String> {
        let line = |fact: &NewFact| {
            let was = fact.was.as_ref().map(|was| format!(" (was {})", said(Some(was)))).unwrap_or_default();
            format!("{}: {}{was}", called(&fact.key, name), said(Some(&fact.it)))
        };
        self.added.iter().map(line).collect()
    }

    /// `{"changed": […], "removed": […], "added": […]}`
    pub fn json(&self) -> Value {
        let changes = |facts: &[&ChangedFact]| facts.iter().map(|fact| change(fact)).collect::<Vec<_>>();
        json!({
            "changed": changes(&self.changed),
            "removed": changes(&self.removed),
            "added": self.added.iter().map(addition).collect::<Vec<_>>(),
        })
    }
}

fn changed_line(fact: &ChangedFact, name: &dyn Fn(&str) -> String) -> String {
    let now = match fact.moved {
        Some(FactDate::Undated) => format!("{} without a date", said(Some(&fact.was))),
        Some(FactDate::Since(date)) => format!("{} since {date}", said(Some(&fact.was))),
        Some(FactDate::By(date)) => format!("{} by {date}", said(Some(&fact.was))),
        None => said(fact.now.as_ref()),
    };
    format!("{}: {} → {now} ({})", called(&fact.key, name), said(Some(&fact.was)), TOLD[usize::from(fact.explained)])
}

/// `centers/x capital, 2022-02`: which fact.
fn called(key: &FactKey, name: &dyn Fn(&str) -> String) -> String {
    let on = match key.on {
        FactDate::Undated => String::new(),
        FactDate::Since(date) => format!(", {date}"),
        FactDate::By(date) => format!(", by {date}"),
    };
    format!("{} {}{on}", name(&key.record), key.path)
}

/// Whether readers are told of a change: no, yes.
pub const TOLD: [&str; 2] = ["no correction tells of it", "a correction tells of it"];

/// A published fact: `12`, `more than 600`, `cities/jinan`, `nothing`.
fn said(fact: Option<&PublishedFact>) -> String {
    let Some(fact) = fact else { return words(None) };
    FigureValue::from_record(&fact.value).map_or_else(|| fact.value.to_string(), |value| words(Some(&value)))
}

fn change(fact: &ChangedFact) -> Value {
    let mut named = named(&fact.key);
    named["was"] = (*fact.was.value).into();
    named["now"] = fact.now.as_ref().map(|now| &*now.value).into();
    if let Some(moved) = fact.moved {
        named["moved_to"] = date(moved).into();
    }
    named["corrected"] = fact.explained.into();
    named
}

fn addition(fact: &NewFact) -> Value {
    let mut named = named(&fact.key);
    named["value"] = (*fact.it.value).into();
    named["was"] = fact.was.as_ref().map(|was| &*was.value).into();
    named
}

fn named(key: &FactKey) -> Value {
    json!({"record": key.record, "field": key.path, "date": date(key.on)})
}

/// As the record of publications writes it; `None`: it has no date.
fn date(on: FactDate) -> Option<String> {
    on.date().map(|_| on.to_string())
}
