//! Dates as template values: for machines, in words, and in what a reader sees of a value.

use tera::Value;

use crate::locale::program::Message;
use crate::model::date::Date;
use crate::pages::values::map;
use crate::report::localizer::Localizer;
use crate::words::dates;

/// `{iso, text, precision, phrase}` of a date; `message` words its phrase.
pub fn view(localizer: Localizer, message: Message, date: Date) -> Value {
    let text = dates::long(localizer, date);
    let phrase = dates::around(localizer, message, date, &text);
    map([
        ("iso", Value::from(iso(date))),
        ("text", Value::from(text)),
        ("precision", Value::from(dates::precision(date))),
        ("phrase", Value::from(phrase)),
    ])
}

/// The same of a date that may not be there.
pub fn optional(localizer: Localizer, message: Message, date: Option<Date>) -> Value {
    date.map_or_else(Value::none, |date| view(localizer, message, date))
}

/// A date for machines: `2020-06`, or with a time `2020-06-01T11:30`.
fn iso(date: Date) -> String {
    date.to_string().replace(' ', "T")
}
