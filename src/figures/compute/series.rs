//! The values that a figure shows through time: what our records give, and what is reported.

use jiff::civil;

use crate::figures::formula::{Formula, Over};
use crate::figures::{Dating, Point, Step, Steps};
use crate::model::date::{Date, Day};
use crate::model::effective::EffectiveDate;

/// A series with more values shows those of the ends of years.
const LONG_SERIES: usize = 100;

/// What the records give up to the report's day: for each period, else for each day on which it changes. What nobody dates
/// has no place there.
pub fn computed(formula: &Formula, steps: &Steps, as_of: Day) -> Vec<Point> {
    if let Some(over) = formula.over {
        return periods(steps, over, as_of);
    }
    let changes: Vec<&Step> = steps.iter().filter(|step| step.day > Day::ALWAYS && !step.day.is_late()).collect();
    if changes.len() > LONG_SERIES {
        return periods(steps, Over::Year, as_of);
    }
    let since = |step: &&Step| {
        let point = steps.point_on(step.day)?;
        let date = step.written.map_or(point.date, EffectiveDate::date);
        let dating = if step.written.is_none_or(EffectiveDate::is_since) { Dating::Since } else { Dating::By };
        Some(Point { date, dating, ..point })
    };
    let points: Vec<Point> = changes.iter().filter_map(since).collect();
    if points.is_empty() { steps.point_on(as_of).into_iter().collect() } else { points }
}

/// The state at the end of each period, from the first change to the report's day.
fn periods(steps: &Steps, over: Over, as_of: Day) -> Vec<Point> {
    let first = steps.iter().map(|step| step.day).find(|day| *day > Day::ALWAYS);
    let (Some(first), Some(today)) = (first.unwrap_or(as_of).date(), as_of.date()) else {
        return Vec::new();
    };
    let months = match over {
        Over::Year => 12,
        Over::Quarter => 3,
        Over::Month => 1,
    };
    let month_of = |date: Date| i32::from(date.year()) * 12 + i32::from(date.start().month()) - 1;
    let (start, end) = (month_of(first) / months, month_of(today) / months);
    let point = |period: i32| {
        let last = period * months + months - 1;
        let month = civil::Date::new((last / 12) as i16, (last % 12 + 1) as i8, 1).ok()?;
        let date = if over == Over::Year { Date::year_of(month) } else { Date::month_of(month) };
        let ends = date.last();
        // Steps end with the report's day, after which nothing changes.
        let point = steps.point_on(ends.min(as_of.early()))?;
        Some(Point { date, dating: Dating::Period(over), running: ends > as_of, ..point })
    };
    (start..=end).filter_map(point).collect()
}

/// Reports that only check what is computed, beside it: of one date only the report, of one day the report first.
pub fn merged(reported: &[Point], computed: &[Point]) -> Vec<Point> {
    let is_reported = |point: &Point| reported.iter().any(|report| report.date == point.date);
    let own = computed.iter().filter(|point| !is_reported(point));
    let mut series: Vec<Point> = reported.iter().chain(own).cloned().collect();
    series.sort_by_key(Point::order);
    series
}
