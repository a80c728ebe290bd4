//! Dates in words: the day, month or year alone, and what it says of a value (“since May 2022”).

use crate::locale::DateForm;
use crate::model::date::{Date, Precision};
use crate::report::localizer::Localizer;

/// Message of a value that counts from a date on: “since May 2022”.
pub const SINCE: &str = "since-date";

/// Message of a value known by a date, which may have begun before: “by 2024”.
pub const BY: &str = "by-date";

/// Message of a value as it is on a date: “as of May 2024”.
pub const AS_OF: &str = "figure-as-of";

/// A date in the words of a message, which may ask how much of it is known; the date alone where a language has no such
/// message.
pub fn phrase(localizer: Localizer, message: &str, date: Date) -> String {
    let words = alone(localizer, date);
    let variables = [("date", words.as_str().into()), ("precision", precision(date).into())];
    localizer.format(message, &variables).unwrap_or(words)
}

/// A date in words, long.
pub fn alone(localizer: Localizer, date: Date) -> String {
    localizer.locale().date(date, DateForm::Long)
}

/// How much of a date is known: a time of day does not matter to words.
pub fn precision(date: Date) -> &'static str {
    match date.precision() {
        Precision::Year => "year",
        Precision::Month => "month",
        Precision::Day | Precision::Minute(_) => "day",
    }
}
