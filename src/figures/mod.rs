//! Figures: the site → every number the pages show.
//!
//! In:  the [`Site`], whose collection `figures` says what is counted and what was reported.
//! Out: [`Figures`]: the value of each figure on any day, its groups, its series, the records behind it; a finding for
//!      every name that does not exist, every type that cannot be added, and every report that our records contradict.
//!
//! [`reader`] makes a definition of each record, [`compute::all`] makes the figures. Figures read facts, never the other
//! way round. Numbers are exact decimals; nothing here depends on a language.

pub mod path;
pub mod condition;
pub mod formula;
pub mod reader;
pub mod compute;
pub mod completeness;
pub mod selection;

use std::sync::{Arc, OnceLock};

use crate::config::Localized;
use crate::figures::formula::{Change, Formula, Over};
use crate::link::Site;
use crate::link::back_references::Referrers;
use crate::model::date::{Date, Day};
use crate::model::effective::EffectiveDate;
use crate::model::number::Number;
use crate::model::value::{Bound, Missing, Status};
use crate::position::{CollectionIx, LanguageIx, RecordIx};

/// Every figure of the site.
#[derive(Debug, Default)]
pub struct Figures {
    /// The collection that defines them; `None`: the site defines none.
    collection: Option<CollectionIx>,
    /// One for each record of the collection, by id.
    figures: Vec<Figure>,
    /// Which figures each record counts in, made when first asked for.
    counting: OnceLock<Referrers<RecordIx, RecordIx>>,
}

impl Figures {
    /// The figure of a record; `None` when the record is not one.
    pub fn of(&self, record: RecordIx) -> Option<&Figure> {
        (Some(record.collection) == self.collection).then(|| &self.figures[record.record as usize])
    }

    /// The figures in which a record counts on the report's day, or that take their reports from a fact of it, in the order of
    /// their collection.
    pub fn counting(&self, site: &Site, record: RecordIx) -> impl Iterator<Item = RecordIx> + use<'_> {
        self.counting.get_or_init(|| self.counted(site)).of(&record).copied()
    }

    fn counted(&self, site: &Site) -> Referrers<RecordIx, RecordIx> {
        let figures = self.collection.into_iter().flat_map(|at| site.ordered(at, LanguageIx::SOURCE));
        let behind = figures.filter_map(|record| self.of(record)).flat_map(|figure| {
            let behind = figure.taken_from.iter().chain(&figure.members);
            behind.map(|record| (*record, figure.record))
        });
        behind.collect::<Vec<_>>().into()
    }

    /// All figures, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Figure> {
        self.figures.iter()
    }
}

/// A published number, such as “Centers: 22”, with everything that is shown of it.
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
    /// The record whose fact its reports are; `None`: it has none, or they are its own.
    pub taken_from: Option<RecordIx>,
    /// Its dated reports, oldest first, each with what our incomplete list gives for its day.
    reported: Vec<Point>,
    /// The last report, where nobody dates it: it stands in no series.
    undated: Option<Point>,
    /// Whether it is what sources report, its own count standing beside it at most.
    is_reported: bool,
    /// What our records give on any day; empty when it is only reported.
    steps: Steps,
    /// The day of its last value, that of the report or an earlier one; of a later one nothing is said.
    as_of: Day,
}

impl Figure {
    /// Whether its values through time are a chart: where there is more than one.
    pub fn has_history(&self) -> bool {
        self.series.iter().filter(|point| point.amount.number.is_some()).nth(1).is_some()
    }

    /// Whether there is anything to draw: its values through time, or the value of a group.
    pub fn has_chart(&self) -> bool {
        self.has_history() || self.groups.iter().any(|group| group.amount.number.is_some())
    }
}

/// Who vouches for a value: our count or somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The records of this site, which were counted.
    Computed,
    /// A source, which states the number itself.
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

/// A value with its date and where it comes from: “22, by 2024, reported by two sources”.
#[derive(Debug, Clone)]
pub struct Point {
    /// Its date, as it was written or computed.
    pub date: Date,
    /// What the date means.
    pub dating: Dating,
    /// Whether it was counted or reported.
    pub basis: Basis,
    /// The number and how good it is.
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

/// A number and how good it is: “more than 30.5, provisional, known of 2 of 3”.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Amount {
    /// The number; `None`: there is none.
    pub number: Option<Number>,
    /// Why there is no number; `None` where there is one.
    pub missing: Option<Missing>,
    /// What the number bounds; `None`: it is exact.
    pub bound: Option<Bound>,
    /// How firm it is; `None`: final, without anybody saying so.
    pub status: Option<Status>,
    /// Records whose number is known.
    pub known: usize,
    /// Records that were asked.
    pub of: usize,
    /// Records that count as they do by a value that nobody dates.
    pub undated: usize,
    /// Of a share or a coverage: how many match.
    pub part: Option<Number>,
    /// Of a share or a coverage: of how many.
    pub whole: Option<Number>,
}

/// The largest of some numbers, for drawings; 0 where none is above that.
pub fn largest<'a>(amounts: impl Iterator<Item = &'a Amount>) -> f64 {
    amounts.filter_map(|amount| amount.number.as_ref()).map(Number::to_f64).fold(0.0, f64::max)
}

impl Amount {
    /// How much of `longest` it is, from 0 to 1, to four digits: for drawings. Below zero it is 0; `None`: there is no number.
    pub fn ratio(&self, longest: f64) -> Option<f64> {
        let number = self.number.as_ref()?.to_f64();
        let share = if longest > 0.0 { number / longest } else { 0.0 };
        Some((share.clamp(0.0, 1.0) * 10_000.0).round() / 10_000.0)
    }

    /// Whether it is the same, written with as many decimals.
    pub fn is_written_as(&self, other: &Amount) -> bool {
        let decimals = |amount: &Amount| amount.number.as_ref().map(Number::decimals);
        self == other && decimals(self) == decimals(other)
    }
}

/// A value from a day on.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The first day on which it was so.
    pub day: Day,
    /// The date as the facts that changed it wrote it: the coarsest of them. `None`: it always was so, or nobody dates it.
    pub written: Option<EffectiveDate>,
    /// What it was from that day on.
    pub amount: Amount,
}

/// A value through time, oldest first: from 2019 on 1, from 2021-03-01 on 2. The first step counts from always.
#[derive(Debug, Clone, Default)]
pub struct Steps(Vec<Step>);

impl Steps {
    /// A value that never changed.
    pub fn always(amount: Amount) -> Self {
        Steps(vec![Step { day: Day::ALWAYS, written: None, amount }])
    }

    /// Adds a later step, or one of the same day as the last; what is the same as before is none.
    pub fn add(&mut self, step: Step) {
        match self.0.last_mut() {
            Some(last) if last.day == step.day => last.amount = step.amount,
            Some(last) if last.amount.is_written_as(&step.amount) => {}
            _ => self.0.push(step),
        }
    }

    /// The steps, oldest first.
    pub fn iter(&self) -> std::slice::Iter<'_, Step> {
        self.0.iter()
    }

    /// The value of a day; `None`: there are no values at all.
    pub fn on(&self, day: Day) -> Option<&Amount> {
        let next = self.0.partition_point(|step| step.day <= day);
        next.checked_sub(1).map(|at| &self.0[at].amount)
    }

    /// The values of the days from `first` to `last`, oldest first.
    pub fn within(&self, first: Day, last: Day) -> Vec<&Amount> {
        let later = self.0.iter().filter(|step| step.day > first && step.day <= last).map(|step| &step.amount);
        self.on(first).into_iter().chain(later).collect()
    }

    /// The value of a day as what our records give; `None`: they give none, or it is no day of the calendar.
    pub fn point_on(&self, day: Day) -> Option<Point> {
        let (amount, date) = (self.on(day)?.clone(), day.date()?);
        let (dating, basis) = (Dating::AsOf, Basis::Computed);
        Some(Point { date, dating, basis, amount, sources: Vec::new(), listed: None, note: None, running: false })
    }
}

/// A part of a figure: of “centers by city” the centers of Jinan.
#[derive(Debug)]
pub struct Group {
    /// Its name in addresses and files: a record's or option's id, `none`, `missing`.
    pub id: Box<str>,
    /// What it is called.
    pub label: GroupLabel,
    /// Its value on the report's day.
    pub amount: Amount,
    /// Its records on the report's day.
    pub members: Vec<RecordIx>,
    /// Its values through time.
    pub steps: Steps,
    /// The date of what last changed its value, as it is written; `None`: it always was so, or nobody dates it.
    pub written: Option<EffectiveDate>,
}

/// What a group is called.
#[derive(Debug, Clone)]
pub enum GroupLabel {
    /// As the record that its members refer to, or that it stands for.
    Record(RecordIx),
    /// As the option that its members have.
    Words(Localized),
    /// As the text or language tag that its members have.
    Text(Arc<str>),
    /// Yes or no.
    Boolean(bool),
    /// Of a coverage: those whom nobody covers.
    Nobody,
    /// Those of whom it is not known to which group they belong.
    Missing,
}

impl Figure {
    /// The time that its values cover: from its first dated value to the last that was reported, or to the report's day
    /// where our records go on. `None`: nothing is dated.
    pub fn covers(&self) -> Option<(Date, Date)> {
        let is_dated = |point: &&Point| !matches!(point.dating, Dating::AsOf | Dating::Always | Dating::Undated);
        let first = self.series.iter().find(is_dated)?.date;
        let last = if self.is_reported { self.series.iter().rev().find(is_dated)?.date } else { self.as_of.date()? };
        Some((first.without_time(), last.without_time()))
    }

    /// The value of the report's day, with what nobody dates; `None`: nothing was reported yet.
    pub fn current(&self) -> Option<Point> {
        self.on(self.as_of)
    }

    /// The value on a day; on the report's day itself as well only what is dated, as its series has it.
    pub fn on(&self, day: Day) -> Option<Point> {
        let day = day.min(self.as_of);
        if self.is_reported {
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
        self.steps.point_on(day)
    }

    /// Whether the figure is what sources report, our own count standing beside it at most.
    pub fn is_reported(&self) -> bool {
        self.is_reported
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
            Change::Nothing => return None,
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
        self.steps.on(day).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
