//! What is known beforehand of everybody who refers to a record: whether one of them meets a test, and the best option of
//! one of them, on every day.
//!
//! A city with a thousand centers changes on a thousand days. Asking all centers on all days would be a million questions;
//! each center is asked only on its own days, and the answers are added up in order.

use std::collections::BTreeMap;

use crate::figures::condition::{At, Check, Known, Look, Test, Verdict, firmer};
use crate::figures::days::{Days, inner_tests};
use crate::figures::formula::{By, Formula};
use crate::link::{Back, RecordIx, Site};
use crate::model::date::Day;
use crate::model::position::OptionIx;
use crate::model::value::{Status, Value};

/// The best option, with the firmest status of those who have it; `None`: nobody has one.
type Best = Option<(OptionIx, Option<Status>)>;

/// The answers about one record.
pub struct Beforehand<'f> {
    record: RecordIx,
    tests: Vec<(&'f Test, Vec<(Day, Verdict)>)>,
    best: Vec<(Day, Best)>,
}

impl<'f> Beforehand<'f> {
    /// Asks everybody who refers to a record, up to a day.
    pub fn of(site: &Site, formula: &'f Formula, record: RecordIx, until: Day) -> Self {
        let mut known = Beforehand { record, tests: Vec::new(), best: Vec::new() };
        for test in &formula.tests {
            if let (At::Back(name), true) = (test.at, is_on_records(&test.is)) {
                let answers = added_up(
                    site,
                    record,
                    name,
                    until,
                    |days, back| {
                        days.of_tests(inner_tests(&test.is), back.record);
                    },
                    |look, back| look.all(back.record, inner_tests(&test.is), Some(back)),
                );
                let steps = answers.into_iter().map(|(day, counts)| (day, any(&counts)));
                known.tests.push((test, steps.collect()));
            }
        }
        if let Some(By::Best { back: name, path, .. }) = &formula.by {
            let answers = added_up(
                site,
                record,
                *name,
                until,
                |days, back| {
                    days.of_path(&path.hops, back.record);
                },
                |look, back| {
                    let mut best: Best = None;
                    path.each(look, back.record, &mut |_, fact| {
                        if let Some(Value::Choice(at)) = fact.value() {
                            best = Some(match best {
                                Some((known, status)) if known == *at => (known, firmer(status, fact.status)),
                                Some((known, status)) if known < *at => (known, status),
                                _ => (*at, fact.status),
                            });
                        }
                    });
                    best
                },
            );
            known.best = answers.into_iter().map(|(day, counts)| (day, first_of(&counts))).collect();
        }
        known
    }

    /// The best option of one who refers to the record on a day, with the firmest status of those who have it.
    pub fn best_on(&self, day: Day) -> Best {
        *on(&self.best, day)?
    }
}

impl Known for Beforehand<'_> {
    fn holds(&self, record: RecordIx, test: &Test, day: Day) -> Option<Verdict> {
        let (_, steps) = self.tests.iter().find(|(known, _)| record == self.record && std::ptr::eq(*known, test))?;
        let verdict = on(steps, day).copied().unwrap_or(Verdict::firm(false));
        Some(if is_denied(&test.is) {
            Verdict { holds: verdict.holds.map(|holds| !holds), ..verdict }
        } else {
            verdict
        })
    }
}

/// Whether a check asks something of those who refer, not only whether there are any.
fn is_on_records(check: &Check) -> bool {
    match check {
        Check::All(_) => true,
        Check::Not(inner) => is_on_records(inner),
        _ => false,
    }
}

/// Whether a check says “not” an odd number of times.
fn is_denied(check: &Check) -> bool {
    if let Check::Not(inner) = check { !is_denied(inner) } else { false }
}

fn on<T>(steps: &[(Day, T)], day: Day) -> Option<&T> {
    let next = steps.partition_point(|(start, _)| *start <= day);
    next.checked_sub(1).map(|at| &steps[at].1)
}

/// How many give each answer, from a day on.
type Counts<A> = BTreeMap<Answer<A>, usize>;

/// An answer that can be counted, with how firm it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Answer<A>(A, Status);

impl<A> Answer<A> {
    /// The status that is worth a word; `None`: it is final.
    fn status(&self) -> Option<Status> {
        Some(self.1).filter(|status| *status != Status::Final)
    }
}

/// An answer with its status taken apart.
trait Split: Sized {
    type Part: Ord + Copy;
    /// The answer without its status, and the status.
    fn split(self) -> Option<(Self::Part, Option<Status>)>;
}

impl Split for Verdict {
    type Part = bool;

    /// Those who do not meet the test need not be counted.
    fn split(self) -> Option<(bool, Option<Status>)> {
        match self.holds {
            Some(false) => None,
            Some(true) => Some((true, self.status)),
            None => Some((false, self.status)),
        }
    }
}

impl Split for Best {
    type Part = OptionIx;

    fn split(self) -> Option<(OptionIx, Option<Status>)> {
        self
    }
}

/// On a day one answer is replaced by another; `None`: none.
type Changed<A> = (Day, Option<Answer<A>>, Option<Answer<A>>);

/// From a day on: how many gave each answer.
type Tallies<A> = Vec<(Day, Counts<A>)>;

/// Asks each referrer on its own days and adds up the answers day by day; only days with a change are given.
fn added_up<A: Split>(
    site: &Site,
    record: RecordIx,
    name: usize,
    until: Day,
    days_of: impl Fn(&mut Days, Back),
    ask: impl Fn(&Look, Back) -> A,
) -> Tallies<A::Part> {
    let mut changes: Vec<Changed<A::Part>> = Vec::new();
    for back in site.referrers(record, name) {
        let mut days = Days::new(site);
        days.always();
        days.refers(record, name, back);
        days_of(&mut days, back);
        let mut before = None;
        for day in days.days.into_keys().filter(|day| *day <= until) {
            let look = Look::on(site, day);
            let answer = if look.refers(record, name, back) { ask(&look, back).split() } else { None };
            let answer = answer.map(|(part, status)| Answer(part, status.unwrap_or_default()));
            if answer != before {
                changes.push((day, before, answer));
                before = answer;
            }
        }
    }
    changes.sort_by_key(|(day, ..)| *day);
    let (mut counts, mut tallies): (Counts<A::Part>, Tallies<A::Part>) = (BTreeMap::new(), Vec::new());
    for (day, before, after) in changes {
        if let Some(count) = before.and_then(|before| counts.get_mut(&before)) {
            *count -= 1;
        }
        counts.retain(|_, count| *count > 0);
        if let Some(after) = after {
            *counts.entry(after).or_default() += 1;
        }
        match tallies.last_mut() {
            Some((last, known)) if *last == day => known.clone_from(&counts),
            _ => tallies.push((day, counts.clone())),
        }
    }
    tallies
}

/// Whether one of them meets the test: the firmest who does.
fn any(counts: &Counts<bool>) -> Verdict {
    let holds = counts.keys().filter(|answer| answer.0).min_by_key(|answer| answer.1);
    match holds {
        Some(answer) => Verdict { holds: Some(true), status: answer.status() },
        None if counts.is_empty() => Verdict::firm(false),
        None => Verdict::default(),
    }
}

fn first_of(counts: &Counts<OptionIx>) -> Best {
    counts.keys().next().map(|answer| (answer.0, answer.status()))
}
