//! When a fact or a record begins.

use crate::model::date::Day;
use crate::model::effective::EffectiveDate;

/// When a fact or a record begins, as [`resolve`](crate::link::resolve) finds out once for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Start {
    /// It always held: the height of a mountain, a field without history.
    Always,
    /// On a date: its own, else the earliest of its sources.
    On(EffectiveDate),
    /// Nobody says: neither it nor a source of it has a date. It counts on the day of the data.
    Undated,
    /// It has not begun for the public: it rests on a source that is not public yet.
    Withheld,
}

impl Start {
    /// The first day, `undated` where nobody says; `None`: it has not begun.
    pub fn first(self, undated: Day) -> Option<Day> {
        match self {
            Start::Always => Some(Day::ALWAYS),
            Start::On(date) => Some(date.first()),
            Start::Undated => Some(undated),
            Start::Withheld => None,
        }
    }

    /// The date as it is written; `None`: there is none.
    pub fn date(self) -> Option<EffectiveDate> {
        if let Start::On(date) = self { Some(date) } else { None }
    }
}

/// The first days of the facts of a history, oldest first; `None` for what never held. What nobody dates holds from the day
/// of the data on, unless something dated came after it: then no day is known on which it held.
pub fn first_days(starts: &[Start], undated: Day) -> impl Iterator<Item = Option<Day>> {
    let has_begun = |start: &Start| start.date().is_some_and(|date| date.first() <= undated);
    let dated = starts.iter().rposition(has_begun);
    starts.iter().enumerate().map(move |(at, start)| {
        let is_passed = *start == Start::Undated && dated.is_some_and(|last| at < last);
        start.first(undated).filter(|_| !is_passed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::Date;

    #[test]
    fn what_nobody_dates_holds_until_something_dated_that_is_to_come() {
        let since = |text: &str| Start::On(EffectiveDate::Since(Date::parse(text).expect("is a date")));
        let today = Day::new(2026, 11, 28).late();

        let passed: Vec<Option<Day>> = first_days(&[Start::Undated, since("2026-06")], today).collect();
        let to_come: Vec<Option<Day>> = first_days(&[Start::Undated, since("2030")], today).collect();

        assert_eq!(passed, [None, Some(Day::new(2026, 6, 1))]);
        assert_eq!(to_come, [Some(today), Some(Day::new(2030, 1, 1))]);
    }
}
