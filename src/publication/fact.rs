//! A published fact: which one it is, what was said of it, and what a correction says of it.

use std::cmp::Ordering;
use std::fmt;

use crate::model::date::{Date, Day};
use crate::model::effective::EffectiveDate;
use crate::model::value::Status;
use crate::publication::value::without_zeros;

/// Which fact of which record. Ordered by record, path, member and date: the facts of one path and member are a history,
/// oldest first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactKey {
    /// Key of the record: `centers/bearings`.
    pub record: Box<str>,
    /// The fields that lead to it: `capital`, `seat.floor`; an item of a list that has a `key` in the model by the values of
    /// its key, `organizations[lead,some-org].name`; of another list without, `cities[]`. One word: what means something in it,
    /// and blanks, are escaped in the values of a key.
    pub path: Box<str>,
    /// The value itself where the path leads through a list without `key`: such a list is a set, and only whether a value is
    /// in it can be said. `None`: the path leads through none.
    pub member: Option<Box<str>>,
    /// How many equal values of its set and date stand before it: a set may have a value more than once.
    pub nth: usize,
    /// The date that is written with it.
    pub on: FactDate,
}

/// The date of a fact as it is written: `-`, `2020-06` (since), `<=2022-02` (by).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactDate {
    /// None is written with it, nor with what contains it.
    Undated,
    /// It began then.
    Since(Date),
    /// It held by then, its beginning being unknown.
    By(Date),
}

/// What was published of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedFact {
    /// Its value as [`text_of`](crate::publication::value::text_of) writes it, not escaped: `12`, `more-than:600`,
    /// `provincial`, `cities/jinan`, `missing:not-available`.
    pub value: Box<str>,
    /// How firm it was; `None`: final. A change of it alone is not another value.
    pub status: Option<Status>,
}

impl FactKey {
    /// The key of a fact by its record, path and date; its value is part of it where the path leads through a set.
    pub fn new((record, path, on): (Box<str>, Box<str>, FactDate), value: &str) -> Self {
        let member = path.contains("[]").then(|| without_zeros(value).into());
        FactKey { record, path, member, nth: 0, on }
    }

    /// The key of the first of the equal values of its set.
    pub fn first_of_equals(&self) -> Self {
        FactKey { nth: 0, ..self.clone() }
    }
}

impl FactDate {
    /// Parses `-`, `2020-06`, `<=2022-02`; a time stands behind a `T`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.strip_prefix("<=") {
            Some(date) => Date::parse(date).map(FactDate::By),
            None if text == "-" => Some(FactDate::Undated),
            None => Date::parse(text).map(FactDate::Since),
        }
    }

    /// The date itself; `None`: none is written.
    pub fn date(self) -> Option<Date> {
        match self {
            FactDate::Undated => None,
            FactDate::Since(date) | FactDate::By(date) => Some(date),
        }
    }

    /// The first day on which the fact counts: without a date every day.
    pub fn first(self) -> Day {
        self.date().map_or(Day::ALWAYS, |date| date.first())
    }
}

impl From<Option<EffectiveDate>> for FactDate {
    fn from(date: Option<EffectiveDate>) -> Self {
        match date {
            None => FactDate::Undated,
            Some(EffectiveDate::Since(date)) => FactDate::Since(date),
            Some(EffectiveDate::By(date)) => FactDate::By(date),
        }
    }
}

impl Ord for FactDate {
    /// What has no date comes first; of one date the coarser, and then the less certain.
    fn cmp(&self, other: &Self) -> Ordering {
        let is_since = |on: &FactDate| matches!(on, FactDate::Since(_));
        self.date().cmp(&other.date()).then(is_since(self).cmp(&is_since(other)))
    }
}

impl PartialOrd for FactDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for FactDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = |date: &Date| date.to_string().replace(' ', "T");
        match self {
            FactDate::Undated => f.write_str("-"),
            FactDate::Since(date) => f.write_str(&written(date)),
            FactDate::By(date) => write!(f, "<={}", written(date)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> FactDate {
        FactDate::parse(text).expect("is a date of a fact")
    }

    #[test]
    fn dates_are_written_as_they_are_read() {
        for text in ["-", "2020", "2020-06", "<=2022-02-28", "2022-02-28T11:16"] {
            assert_eq!(on(text).to_string(), text);
        }
        for text in ["", "<=", "--", "<=-", "2020-13", ">=2020"] {
            assert_eq!(FactDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_history_begins_with_what_has_no_date() {
        let mut dates = ["2020-01-01", "2020", "<=2020", "-", "<=2019-12"].map(on);

        dates.sort();

        assert_eq!(dates.map(|on| on.to_string()), ["-", "<=2019-12", "<=2020", "2020", "2020-01-01"]);
    }
}
