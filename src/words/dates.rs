//! Dates in words: the day, month or year alone, and what it says of a value (“since May 2022”).

use crate::locale::formats::DateForm;
use crate::locale::program::Message;
use crate::model::date::{Date, Precision};
use crate::report::localizer::Localizer;

/// A date in the words of a message, which may ask how much of it is known; the date alone where a language has no such
/// message.
pub fn phrase(localizer: Localizer, message: Message, date: Date) -> String {
    around(localizer, message, date, &long(localizer, date))
}

/// The same around the words of the date.
pub fn around(localizer: Localizer, message: Message, date: Date, words: &str) -> String {
    let variables = [("date", words.into()), ("precision", precision(date).into())];
    localizer.format(message, &variables).unwrap_or_else(|| words.to_owned())
}

/// A date in words, long.
pub fn long(localizer: Localizer, date: Date) -> String {
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

/// A date for machines: `2020-06`, or with a time `2020-06-01T11:30`.
pub fn iso(date: Date) -> String {
    date.to_string().replace(' ', "T")
}
