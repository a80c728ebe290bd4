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
        self.first_day().as_str() <= date
    }

    /// The first day it covers, as `YYYY-MM-DD`.
    pub fn first_day(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
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
    fn a_month_counts_from_its_first_day() {
        let month = Date::parse("2022-02").expect("is a date");

        assert!(month.reached_by("2022-02-01"));
        assert!(!month.reached_by("2022-01-31"));
    }
}
