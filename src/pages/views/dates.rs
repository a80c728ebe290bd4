//! Dates as template values: for machines, in words, and in what a reader sees of a value.

use tera::Value;

use crate::locale::program::Message;
use crate::model::date::Date;
use crate::pages::cache::Of;
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::map;
use crate::report::localizer::Localizer;
use crate::words::dates;

/// `{iso, text, precision, phrase}` of a date; `message` words its phrase.
pub fn view(local: LocalRenderer, message: Message, date: Date) -> Value {
    local.renderer.views.small.get(local.language, Of::Date(message, date), || fresh(local.localizer(), message, date))
}

fn fresh(localizer: Localizer, message: Message, date: Date) -> Value {
    let text = dates::long(localizer, date);
    let phrase = dates::around(localizer, message, date, &text);
    map([
        ("iso", Value::from(dates::iso(date))),
        ("text", Value::from(text)),
        ("precision", Value::from(dates::precision(date))),
        ("phrase", Value::from(phrase)),
    ])
}

/// The same of a date that may not be there.
pub fn optional(local: LocalRenderer, message: Message, date: Option<Date>) -> Value {
    date.map_or_else(Value::none, |date| view(local, message, date))
}
