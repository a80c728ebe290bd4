//! Days of the calendar, and dates at the precision they were written with. The calendar is jiff's.

use std::fmt;

use jiff::civil;

/// A day, a month or a year, perhaps with a time of day in the site's zone. Ordered by its first moment, then by
/// precision, the coarser first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The first day it covers, of the years 1 to 9999.
    start: civil::Date,
    precision: Precision,
}

/// How precisely a date was written, the coarsest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `2020`
    Year,
    /// `2020-06`
    Month,
    /// `2020-06-01`
    Day,
    /// `2020-06-01 11:30`, in minutes since midnight.
    Minute(i16),
}

impl Date {
    /// Parses `2020`, `2020-06`, `2020-06-01` or, with a time, `2020-06-01 11:30` (`T` between them is allowed, seconds
    /// are dropped). `None` when it is none of these or no day of the calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = match text.split_once([' ', 'T']) {
            Some((day, time)) => (day, Some(minutes(time)?)),
            None => (text, None),
        };
        let parts: Vec<&str> = day.split('-').collect();
        let part = |at: usize| digits(parts.get(at)?, 2).map(|part| part as i8);
        let year = digits(parts.first()?, 4).filter(|year| *year > 0)?;
        let (month, day, precision) = match (parts.len(), time) {
            (1, None) => (1, 1, Precision::Year),
            (2, None) => (part(1)?, 1, Precision::Month),
            (3, None) => (part(1)?, part(2)?, Precision::Day),
            (3, Some(minute)) => (part(1)?, part(2)?, Precision::Minute(minute)),
            _ => return None,
        };
        civil::Date::new(year, month, day).ok().map(|start| Date { start, precision })
    }

    /// The year that a day lies in.
    pub fn year_of(day: civil::Date) -> Self {
        Date { start: day.first_of_year(), precision: Precision::Year }
    }

    /// The month that a day lies in.
    pub fn month_of(day: civil::Date) -> Self {
        Date { start: day.first_of_month(), precision: Precision::Month }
    }

    /// How precisely it was written.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// Its first day, for what calendars and clocks know of it.
    pub fn start(self) -> civil::Date {
        self.start
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.start.year()
    }

    /// The month, 1 to 12; `None` when only the year was written.
    pub fn month(self) -> Option<i8> {
        (self.precision >= Precision::Month).then(|| self.start.month())
    }

    /// The day of the month; `None` when none was written.
    pub fn day(self) -> Option<i8> {
        (self.precision >= Precision::Day).then(|| self.start.day())
    }

    /// Minutes since midnight; `None` when no time was written.
    pub fn minute(self) -> Option<i16> {
        match self.precision {
            Precision::Minute(minute) => Some(minute),
            Precision::Year | Precision::Month | Precision::Day => None,
        }
    }

    /// The first day it covers.
    pub fn first(&self) -> Day {
        Day::from(self.start)
    }

    /// The last day it covers: of a month its last, of a year 31 December.
    pub fn last(&self) -> Day {
        Day::from(match self.precision {
            Precision::Year => self.start.last_of_year(),
            Precision::Month => self.start.last_of_month(),
            Precision::Day | Precision::Minute(_) => self.start,
        })
    }

    /// The same without the time of day.
    pub fn without_time(self) -> Self {
        Date { precision: self.precision.min(Precision::Day), ..self }
    }

    /// The same date a year earlier; of 29 February the 28th. The first year has none before it.
    pub fn a_year_before(self) -> Self {
        let before = self.start.checked_sub(jiff::Span::new().years(1)).ok().filter(|before| before.year() > 0);
        Date { start: before.unwrap_or(self.start), ..self }
    }
}

/// A day of the calendar, ordered; smaller and faster to compare than a [`Date`]. A day has an end ([`Day::late`]), behind
/// everything that is dated to it: there begins what nobody dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    day: civil::Date,
    /// Whether it is the end of the day.
    is_late: bool,
}

impl Day {
    /// Before every day: where timeless facts begin.
    pub const ALWAYS: Day = Day { day: civil::Date::MIN, is_late: false };

    /// After every day.
    pub const LAST: Day = Day { day: civil::Date::MAX, is_late: false };

    /// A day from its parts, which are those of a valid date.
    pub const fn new(year: i16, month: i8, day: i8) -> Self {
        Day { day: civil::date(year, month, day), is_late: false }
    }

    /// Parses `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        Date::parse(text).filter(|date| date.precision >= Precision::Day).map(|date| date.first())
    }

    /// The end of the day: what is dated to it holds, and what nobody dates begins.
    pub fn late(self) -> Self {
        Day { is_late: true, ..self }
    }

    /// Whether it is the end of a day.
    pub fn is_late(self) -> bool {
        self.is_late
    }

    /// The day without its end: only what is dated to it or earlier holds.
    pub fn early(self) -> Self {
        Day { is_late: false, ..self }
    }

    /// The same day as a date; `None` for [`Day::ALWAYS`].
    pub fn date(self) -> Option<Date> {
        (self.early() != Day::ALWAYS).then_some(Date { start: self.day, precision: Precision::Day })
    }
}

impl Default for Day {
    /// [`Day::ALWAYS`].
    fn default() -> Self {
        Day::ALWAYS
    }
}

impl From<civil::Date> for Day {
    /// The day, without its end.
    fn from(day: civil::Date) -> Self {
        Day { day, is_late: false }
    }
}

impl fmt::Display for Day {
    /// `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.day.fmt(f)
    }
}

impl fmt::Display for Date {
    /// As it was written, with a blank before the time.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Year => write!(f, "{:04}", self.year()),
            Precision::Month => write!(f, "{:04}-{:02}", self.year(), self.start.month()),
            Precision::Day => self.start.fmt(f),
            Precision::Minute(minute) => write!(f, "{} {:02}:{:02}", self.start, minute / 60, minute % 60),
        }
    }
}

fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn minutes(time: &str) -> Option<i16> {
    let mut parts = time.split(':');
    let (hour, minute) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let seconds_ok = parts.next().is_none_or(|s| digits(s, 2).is_some_and(|s| s < 60));
    (hour < 24 && minute < 60 && seconds_ok && parts.next().is_none()).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_is_kept() {
        for text in ["2020", "2020-06", "2020-06-01", "2022-02-28 11:16"] {
            assert_eq!(Date::parse(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_day_is_no_date() {
        for text in
            ["2021-02-29", "20-06", "2020-6", "2020-06 11:30", "2020-06-01 25:00", "2020-06-01-01", "0000", "heute"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_last_day_of_a_date_depends_on_its_precision() {
        let last = |text: &str| Date::parse(text).expect("is a date").last().to_string();

        assert_eq!(last("2024-02"), "2024-02-29");
        assert_eq!(last("2024"), "2024-12-31");
        assert_eq!(last("2024-03-04"), "2024-03-04");
    }

    #[test]
    fn the_end_of_a_day_lies_before_the_next_and_is_the_same_day() {
        let day = |text: &str| Day::parse(text).expect("is a day");

        assert!(day("2024-02-29") < day("2024-02-29").late());
        assert!(day("2024-02-29").late() < day("2024-03-01"));
        assert_eq!(day("2024-02-29").late().to_string(), "2024-02-29");
        assert_eq!(day("2024-02-29").late().early(), day("2024-02-29"));
    }

    #[test]
    fn dates_are_ordered_by_their_first_moment_and_then_the_coarser_first() {
        let dates =
            ["2019-12-31", "2020", "2020-01", "2020-01-01", "2020-01-01 00:00", "2020-01-01 09:00", "2020-01-02"];
        let parsed: Vec<Date> = dates.iter().filter_map(|text| Date::parse(text)).collect();

        assert_eq!(parsed.len(), dates.len());
        assert!(parsed.is_sorted() && Day::ALWAYS < parsed[0].first() && parsed[6].last() < Day::LAST);
    }

    #[test]
    fn a_year_before_a_leap_day_is_the_day_before_march() {
        let before = |text: &str| Date::parse(text).expect("is a date").a_year_before().to_string();

        assert_eq!(before("2024-02-29"), "2023-02-28");
        assert_eq!(before("2024-02"), "2023-02");
        assert_eq!(before("2024-03-01 11:30"), "2023-03-01 11:30");
        assert_eq!(before("0001"), "0001");
    }
}
