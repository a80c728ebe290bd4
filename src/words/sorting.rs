//! What cells of a list are put in order by.

use crate::link::effective::Effective;
use crate::model::value::Value;
use crate::position::{OptionIx, Position};
use crate::report::localizer::Localizer;
use crate::words::dates::iso;
use crate::words::facts::words;

/// What a script puts cells in order by: digits of numbers, dates as machines read them, positions of options, else words.
pub fn sort_key(localizer: Localizer, fact: &Effective) -> String {
    let position = |at: OptionIx| format!("{:04}", at.before());
    match fact.value() {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Date(date)) => iso(*date),
        Some(Value::Choice(at)) => position(*at),
        Some(Value::Boolean(yes)) => u8::from(!yes).to_string(),
        Some(Value::List(_)) => fact.items().map(|item| sort_key(localizer, &item)).collect::<Vec<_>>().join(" "),
        _ => words(localizer, fact),
    }
}
