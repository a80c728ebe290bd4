//! Dates at the precision they were written with.

use std::fmt;

/// A day, a month or a year, perhaps with a time of day in the site's zone. Ordered by its first moment, then by
/// precision, the coarser first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: i16,
    /// Month, 1 to 12; `None` when only the year was written.
    pub month: Option<i8>,
    /// Day of the month; `None` when none was written.
    pub day: Option<i8>,
    /// Minutes since midnight; `None` when no time was written.
    pub minute: Option<i16>,
}

impl Date {
    /// Parses `2020`, `2020-06`, `2020-06-01` or, with a time, `2020-06-01 11:30` (`T` between them is allowed, seconds
    /// are dropped). `None` when it is none of these or no day of the calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = match text.split_once([' ', 'T']) {
            Some((day, time)) => (day, Some(time)),
            None => (text, None),
        };
        let mut parts = day.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2)).map_or(Some(None), |m| m.map(|m| Some(m as i8)))?;
        let day = parts.next().map(|part| digits(part, 2)).map_or(Some(None), |d| d.map(|d| Some(d as i8)))?;
        let minute = time.map(minutes).map_or(Some(None), |m| m.map(Some))?;
        let valid_day = match (month, day) {
            (Some(month), day) => jiff::civil::Date::new(year, month, day.unwrap_or(1)).is_ok(),
            (None, _) => year > 0,
        };
        let complete = minute.is_none() || day.is_some();
        (parts.next().is_none() && valid_day && complete && year > 0).then_some(Date { year, month, day, minute })
    }

    /// Whether the day `date` (written as `YYYY-MM-DD`) has been reached: a date counts from its first day.
    pub fn reached_by(&self, date: &str) -> bool {
        Day::parse(date).is_some_and(|day| self.first() <= day)
    }

    /// The first day it covers.
    pub fn first(&self) -> Day {
        Day::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day it covers: of a month its last, of a year 31 December.
    pub fn last(&self) -> Day {
        let month = self.month.unwrap_or(12);
        let day = self
            .day
            .unwrap_or_else(|| jiff::civil::Date::new(self.year, month, 1).map_or(28, |first| first.days_in_month()));
        Day::new(self.year, month, day)
    }

    /// The same without the time of day.
    pub fn without_time(self) -> Self {
        Date { minute: None, ..self }
    }

    /// The first day it covers, as `YYYY-MM-DD`.
    pub fn first_day(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }
}

/// A day of the calendar, ordered; smaller and faster to compare than a [`Date`]. A day has an end ([`Day::late`]), behind
/// everything that is dated to it: there begins what nobody dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(u32);

impl Day {
    /// Before every day: where timeless facts begin.
    pub const ALWAYS: Day = Day(0);

    /// After every day.
    pub const LAST: Day = Day(2 * 99_991_231);

    /// A day from its parts, which are those of a valid date.
    pub fn new(year: i16, month: i8, day: i8) -> Self {
        let (year, month, day) = (year.unsigned_abs(), month.unsigned_abs(), day.unsigned_abs());
        Day(2 * (u32::from(year) * 10_000 + u32::from(month) * 100 + u32::from(day)))
    }

    /// Parses `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        Date::parse(text).filter(|date| date.day.is_some()).map(|date| date.first())
    }

    /// The end of the day: what is dated to it holds, and what nobody dates begins.
    pub fn late(self) -> Self {
        Day(self.0 | 1)
    }

    /// Whether it is the end of a day.
    pub fn is_late(self) -> bool {
        self.0 & 1 == 1
    }

    /// The day without its end: only what is dated to it or earlier holds.
    pub fn early(self) -> Self {
        Day(self.0 & !1)
    }

    /// The same day as a date; `None` for [`Day::ALWAYS`].
    pub fn date(self) -> Option<Date> {
        let whole = self.0 / 2;
        let (year, month, day) = (whole / 10_000, whole / 100 % 100, whole % 100);
        (whole > 0).then_some(Date { year: year as i16, month: Some(month as i8), day: Some(day as i8), minute: None })
    }
}

impl fmt::Display for Day {
    /// `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.0 / 2;
        write!(f, "{:04}-{:02}-{:02}", whole / 10_000, whole / 100 % 100, whole % 100)
    }
}

impl fmt::Display for Date {
    /// As it was written, with a blank before the time.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        if let Some(minute) = self.minute {
            write!(f, " {:02}:{:02}", minute / 60, minute % 60)?;
        }
        Ok(())
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
    fn a_month_counts_from_its_first_day() {
        let month = Date::parse("2022-02").expect("is a date");

        assert!(month.reached_by("2022-02-01"));
        assert!(!month.reached_by("2022-01-31"));
    }
}
