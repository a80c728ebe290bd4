//! What those who refer to a record say of it together, on every day: whether one of them meets a test, and the best option
//! of one of them.
//!
//! A city with a thousand centers changes on a thousand days. Asking all centers on all days would be a million questions;
//! `indexing.rs` asks each center on its own days only, and adds the answers up in order.

use crate::figures::compute::answer::Answer;
use crate::figures::condition::{Check, Test};
use crate::model::date::Day;
use crate::model::value::Status;
use crate::position::{OptionIx, RecordIx};

/// The best option, with the firmest status of those who have it; `None`: nobody has one.
pub type Best = Option<(OptionIx, Status)>;

/// What changes from day to day, oldest first: each holds until the next.
pub type Timeline<T> = Vec<(Day, T)>;

/// The answers about one record.
pub struct BackReferenceIndex<'f> {
    /// The record that is referred to.
    pub record: RecordIx,
    /// For each test on records that refer here, whether one of them meets it, not counting what the test denies.
    pub tests: Vec<(&'f Test, Timeline<Answer>)>,
    /// The best option that one of them has.
    pub best: Timeline<Best>,
}

impl BackReferenceIndex<'_> {
    /// The best option of a day.
    pub fn best_on(&self, day: Day) -> Best {
        *on(&self.best, day)?
    }

    /// Whether somebody who refers to a record meets a test on a day; `None`: the index is of another record or test.
    pub fn answer(&self, record: RecordIx, test: &Test, day: Day) -> Option<Answer> {
        let (_, answers) = self.tests.iter().find(|(known, _)| record == self.record && std::ptr::eq(*known, test))?;
        let answer = on(answers, day).copied().unwrap_or(Answer::NO);
        Some(if is_denied(&test.is) { !answer } else { answer })
    }
}

/// Whether a check says “not” an odd number of times.
fn is_denied(check: &Check) -> bool {
    if let Check::Not(inner) = check { !is_denied(inner) } else { false }
}

fn on<T>(timeline: &Timeline<T>, day: Day) -> Option<&T> {
    let next = timeline.partition_point(|(start, _)| *start <= day);
    next.checked_sub(1).map(|at| &timeline[at].1)
}
