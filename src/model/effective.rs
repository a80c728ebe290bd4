//! Effective dates: from when a fact counts.

use std::cmp::Ordering;

use crate::model::date::{Date, Day};

/// The date from which a fact counts, with what is known of its beginning: `since: 2020` or `by: 2020`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EffectiveDate {
    /// It began then.
    Since(Date),
    /// It held by then, its beginning being unknown.
    By(Date),
}

impl EffectiveDate {
    /// The date as it is written.
    pub fn date(self) -> Date {
        match self {
            EffectiveDate::Since(date) | EffectiveDate::By(date) => date,
        }
    }

    /// Since when it holds; `None`: only by when it held is known.
    pub fn since(self) -> Option<Date> {
        if let EffectiveDate::Since(date) = self { Some(date) } else { None }
    }

    /// By when it held; `None`: since when it holds is known.
    pub fn by(self) -> Option<Date> {
        if let EffectiveDate::By(date) = self { Some(date) } else { None }
    }

    /// The first day on which it counts: a date counts from its first day.
    pub fn first(self) -> Day {
        self.date().first()
    }

    /// Whether the beginning itself is known.
    pub fn is_since(self) -> bool {
        matches!(self, EffectiveDate::Since(_))
    }
}

impl PartialOrd for EffectiveDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for EffectiveDate {
    /// By date, the coarser first; of one date, the less certain first.
    fn cmp(&self, other: &Self) -> Ordering {
        self.date().cmp(&other.date()).then(self.is_since().cmp(&other.is_since()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_coarser_and_the_less_certain_come_first() {
        let date = |text: &str| Date::parse(text).expect("is a date");
        let mut dates = [
            EffectiveDate::Since(date("2020-01-01")),
            EffectiveDate::Since(date("2020")),
            EffectiveDate::By(date("2020")),
            EffectiveDate::By(date("2019")),
        ];

        dates.sort();

        let (coarse, exact) = (date("2020"), date("2020-01-01"));
        let expected = [EffectiveDate::By(coarse), EffectiveDate::Since(coarse), EffectiveDate::Since(exact)];
        assert_eq!(dates[1..], expected);
    }
}
