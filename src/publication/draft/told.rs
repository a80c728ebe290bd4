//! What a draft tells of, on its way into a file.

use crate::model::date::Date;
use crate::model::value::Status;
use crate::publication::draft::yaml::day;

/// What a draft says, but for what is alike in all.
#[derive(Debug)]
pub struct Told {
    /// The name of its file, without what makes it another one than those that are there.
    pub name: String,
    /// Whether what was published said itself that it might change.
    pub is_revision: bool,
    /// `of: …` and what follows.
    pub lines: Vec<String>,
}

/// Of which dates a draft is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dates {
    /// What it corrects has no date.
    Undated,
    /// Of one.
    One(Date),
    /// From one to another.
    Range(Date, Date),
}

impl Dates {
    /// Those of values in the order of their dates.
    pub fn of(first: Option<Date>, last: Option<Date>) -> Self {
        match (first, last) {
            (Some(first), Some(last)) if first == last => Dates::One(first),
            (Some(first), Some(last)) => Dates::Range(first, last),
            _ => Dates::Undated,
        }
    }

    /// `on: 2022-02`; `None` where nothing has a date.
    pub fn line(self) -> Option<String> {
        match self {
            Dates::Undated => None,
            Dates::One(date) => Some(format!("on: {}", day(date))),
            Dates::Range(from, to) => Some(format!("on: {{from: {}, to: {}}}", day(from), day(to))),
        }
    }

    /// What it adds to a file's name; `None` where nothing has a date.
    pub fn name(self) -> Option<String> {
        match self {
            Dates::Undated => None,
            Dates::One(date) => Some(day(date)),
            Dates::Range(from, to) => Some(format!("{}-to-{}", day(from), day(to))),
        }
    }
}

/// Whether a published value said that it might change.
pub fn may_change(status: Option<Status>) -> bool {
    matches!(status, Some(Status::Provisional | Status::Estimated))
}
