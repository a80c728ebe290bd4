//! Figures: the site → every number the pages show.
//!
//! In:  the [`Site`], whose collection `figures` says what is counted and what was reported.
//! Out: [`Figures`]: the value of each figure on any day, its groups, its series, the records behind it; a finding for
//!      every name that does not exist, every type that cannot be added, and every report that our records contradict.
//!
//! Figures read facts, never the other way round. Numbers are exact decimals; nothing here depends on a language.

mod beforehand;
pub mod completeness;
pub mod condition;
mod days;
pub mod definition;
pub mod formula;
pub mod path;
mod read;
mod read_condition;
mod reconcile;
mod sweep;
mod totals;

use std::sync::Arc;

use crate::config::{Config, Localized};
use crate::diagnostics::Checked;
use crate::figures::formula::{Change, Formula, Over};
use crate::link::{Begun, RecordIx, Site};
use crate::model::builtin::FIGURES;
use crate::model::date::{Date, Day};
use crate::model::number::Number;
use crate::model::position::CollectionIx;
use crate::model::value::{Bound, Missing, Status};

pub use sweep::{Key, Step, Steps};

/// Every figure of the site.
#[derive(Debug, Default)]
pub struct Figures {
    /// Position of the collection; `None` when the site has none.
    collection: Option<CollectionIx>,
    figures: Vec<Figure>,
}

impl Figures {
    /// The figure of a record; `None` when the record is not one.
    pub fn of(&self, record: RecordIx) -> Option<&Figure> {
        (Some(record.collection) == self.collection).then(|| &self.figures[record.record as usize])
    }

    /// All figures, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Figure> {
        self.figures.iter()
    }
}

/// A published number.
#[derive(Debug)]
pub struct Figure {
    /// The record that defines it.
    pub record: RecordIx,
    /// How it is computed; `None`: it is only reported.
    pub formula: Option<Formula>,
    /// Whether our list is complete: if not, the report is the figure and our count stands beside it.
    pub complete: bool,
    /// Its unit: the message `unit-{unit}` words it.
    pub unit: Option<Arc<str>>,
    /// Whether large numbers are shortened.
    pub compact: bool,
    /// What it is compared with.
    pub change: Option<Change>,
    /// What it was and is, oldest first: what its page, its chart and its CSV show.
    pub series: Vec<Point>,
    /// What it would be if it were only computed; empty when it is not.
    pub computed: Vec<Point>,
    /// Its parts on the report's day, in order.
    pub groups: Vec<Group>,
    /// The records behind the computed value on the report's day.
    pub members: Vec<RecordIx>,
    reported: Vec<Point>,
    /// The last report, where nobody dates it: it stands in no series.
    undated: Option<Point>,
    /// Whether any report is written, be it of a later day.
    has_reports: bool,
    steps: Steps,
    as_of: Day,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// From the records of this site.
    Computed,
    /// From a source.
    Reported,
}

/// What the date of a value means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dating {
    /// It began then.
    Since,
    /// It was so by then.
    By,
    /// It is so on that day.
    AsOf,
    /// It is the state at the end of that period.
    Period(Over),
    /// It always was so.
    Always,
    /// Nobody says: it is so on the day of the data.
    Undated,
}

/// A value with its date and where it comes from.
#[derive(Debug, Clone)]
pub struct Point {
    /// Its date, as it was written or computed.
    pub date: Date,
    /// What the date means.
    pub dating: Dating,
    /// Where it comes from.
    pub basis: Basis,
    /// The value.
    pub amount: Amount,
    /// Sources that report it; empty when it is computed.
    pub sources: Vec<RecordIx>,
    /// What our incomplete list gives for the same date; `None` when there is none beside it.
    pub listed: Option<Amount>,
    /// A note of whoever entered the report.
    pub note: Option<Localized>,
    /// Whether its period is not over yet.
    pub running: bool,
}

/// A value and how good it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Amount {
    /// The value; `None`: there is none.
    pub number: Option<Number>,
    /// Why there is none.
    pub missing: Option<Missing>,
    /// What the number bounds; `None`: it is exact.
    pub bound: Option<Bound>,
    /// How firm it is.
    pub status: Option<Status>,
    /// Records whose number is known.
    pub known: usize,
    /// Records that were asked.
    pub of: usize,
    /// Records that count as they do by a value that nobody dates.
    pub undated: usize,
    /// Of a share or a coverage: how many match.
    pub part: Option<Number>,
    /// Of how many.
    pub whole: Option<Number>,
}

impl Amount {
    /// Whether it is the same, written with as many decimals.
    pub fn is_written_as(&self, other: &Amount) -> bool {
        let decimals = |amount: &Amount| amount.number.as_ref().map(Number::decimals);
        self == other && decimals(self) == decimals(other)
    }
}

/// A part of a figure.
#[derive(Debug)]
pub struct Group {
    /// Its name in addresses and files: a record's or option's id, `none`, `missing`.
    pub id: Box<str>,
    /// What it is called.
    pub label: GroupLabel,
    /// Its value on the report's day.
    pub amount: Amount,
    /// Its records on that day.
    pub members: Vec<RecordIx>,
    /// Its values through time.
    pub steps: Steps,
    /// The date of what last changed its value, as it is written; `None`: it always was so, or nobody dates it.
    pub written: Option<Begun>,
}

/// What a group is called.
#[derive(Debug, Clone)]
pub enum GroupLabel {
    /// As a record.
    Record(RecordIx),
    /// As an option.
    Words(Localized),
    /// As it is.
    Text(Arc<str>),
    /// Yes or no.
    Boolean(bool),
    /// Nobody.
    Nobody,
    /// Not published.
    Missing,
}

impl Figure {
    /// The time that its values cover: from its first dated value to the last that was reported, or to the report's day
    /// where our records go on. `None`: nothing is dated.
    pub fn covers(&self) -> Option<(Date, Date)> {
        let is_dated = |point: &&Point| !matches!(point.dating, Dating::AsOf | Dating::Always | Dating::Undated);
        let first = self.series.iter().find(is_dated)?.date;
        let last =
            if self.is_reported() { self.series.iter().rev().find(is_dated)?.date } else { self.as_of.date()? };
        Some((first.without_time(), last.without_time()))
    }

    /// The value of the report's day, with what nobody dates; `None`: nothing was reported yet.
    pub fn current(&self) -> Option<Point> {
        self.on(self.as_of)
    }

    /// The value on a day; on the report's day itself as well only what is dated, as its series has it.
    pub fn on(&self, day: Day) -> Option<Point> {
        let day = day.min(self.as_of);
        if self.is_reported() {
            if let Some(undated) = self.undated.as_ref().filter(|_| day.is_late()) {
                return Some(undated.clone());
            }
            return self.reported.iter().rev().find(|point| point.date.first() <= day).cloned();
        }
        self.computed_on(day)
    }

    /// The value of a group on a day.
    pub fn group_on(&self, group: &str, day: Day) -> Option<Amount> {
        Some(self.groups.iter().find(|known| *known.id == *group)?.on(day))
    }

    /// What our records give for a day; `None` when the figure is only reported.
    pub fn computed_on(&self, day: Day) -> Option<Point> {
        let amount = at(&self.steps, day)?.clone();
        let date = day.date()?;
        Some(Point {
            date,
            dating: Dating::AsOf,
            basis: Basis::Computed,
            amount,
            sources: Vec::new(),
            listed: None,
            note: None,
            running: false,
        })
    }

    /// Whether the figure is what sources report, our own count standing beside it at most.
    pub fn is_reported(&self) -> bool {
        self.formula.is_none() || (!self.complete && self.has_reports)
    }

    /// Whether its groups are numbers that were stated for different dates, not a count of what there is on one day.
    pub fn has_groups_of_many_dates(&self) -> bool {
        let is_measured = self.formula.as_ref().is_some_and(|formula| formula.measure.is_some());
        let mut dates = self.groups.iter().filter(|group| group.amount.number.is_some()).map(|group| group.written);
        let first = dates.next();
        is_measured && dates.any(|date| Some(date) != first)
    }

    /// Whether its series has values of both kinds: reports that only confirm what is computed.
    pub fn is_mixed(&self) -> bool {
        let has = |basis: Basis| self.series.iter().any(|point| point.basis == basis);
        has(Basis::Computed) && has(Basis::Reported)
    }

    /// The value that a point is compared with, and its date.
    pub fn before(&self, point: &Point) -> Option<Point> {
        let earlier = match self.change? {
            Change::Previous => {
                // A value of today is the one that holds: what was before it is the one before that.
                let reached = |other: &Point| match point.dating {
                    Dating::AsOf => other.order() <= point.order(),
                    _ => other.order() < point.order(),
                };
                let mut before = self.series.iter().rev().filter(|other| reached(other));
                before.nth(usize::from(point.dating == Dating::AsOf)).cloned()
            }
            Change::Year => {
                let date = point.date.a_year_before();
                self.on(date.last()).filter(|other| other.date.first() <= date.last())
            }
        };
        earlier.filter(|earlier| earlier.amount.number.is_some())
    }
}

impl Point {
    /// Where it stands in a series: a date counts from its first day, a period is known at its end.
    pub fn order(&self) -> Day {
        if matches!(self.dating, Dating::Period(_)) { self.date.last() } else { self.date.first() }
    }
}

impl Group {
    /// Its value on a day; after the report's day, that of the report's day.
    pub fn on(&self, day: Day) -> Amount {
        at(&self.steps, day).cloned().unwrap_or_default()
    }
}

/// The value of a day in steps.
fn at(steps: &Steps, day: Day) -> Option<&Amount> {
    let next = steps.partition_point(|step| step.day <= day);
    next.checked_sub(1).map(|at| &steps[at].amount)
}

/// Computes all figures of a site as of the report's day.
pub fn compute(site: &Site, config: &Config) -> Checked<Figures> {
    let Some(collection) = site.collection_named(FIGURES) else { return Checked::clean(Figures::default()) };
    let mut findings = Vec::new();
    let mut figures = Vec::new();
    for linked in &site.records[collection] {
        figures.push(read::figure(site, linked, config.is_earlier(), &mut findings));
    }
    Checked { value: Figures { collection: Some(collection), figures }, diagnostics: findings }
}

#[cfg(test)]
mod tests;
