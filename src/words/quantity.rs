//! Numbers in words: digits with their unit and with what they bound.

use crate::locale::program::{PERCENT, Wording};
use crate::model::field::NumberKind;
use crate::model::number::Number;
use crate::model::value::Bound;
use crate::report::localizer::Localizer;

/// A number as a page shows it.
pub struct Quantity<'a> {
    /// Its value, for plurals.
    pub number: &'a Number,
    /// Its digits as the language writes them.
    pub digits: &'a str,
    /// Its unit: the message `unit-{unit}` words it.
    pub unit: Option<&'a str>,
    /// What it bounds.
    pub bound: Option<Bound>,
}

impl Quantity<'_> {
    /// The digits with unit and bound.
    pub fn words(&self, localizer: Localizer) -> String {
        self.around(localizer, self.digits)
    }

    /// The words around something that stands for the digits.
    pub fn around(&self, localizer: Localizer, shown: &str) -> String {
        let with_unit = self.unit.and_then(|unit| {
            let count = self.number.to_f64().into();
            let variables = [("value", shown.into()), ("count", count), ("scale", scale_of(self.digits).into())];
            localizer.format(Wording::Unit(unit), &variables)
        });
        let text = with_unit.unwrap_or_else(|| shown.to_owned());
        let Some(bound) = self.bound else { return text };
        localizer.format(bound, &[("value", text.as_str().into())]).unwrap_or(text)
    }
}

/// The digits of a number, in short where its field says so.
pub fn digits_of(localizer: Localizer, kind: &NumberKind, number: &Number, bound: Option<Bound>) -> String {
    let locale = localizer.locale();
    if kind.compact { locale.compact(number, bound) } else { locale.number(number) }
}

/// A percentage in words: by the message of the unit, else as most languages write it.
pub fn percent(localizer: Localizer, number: &Number, bound: Option<Bound>) -> String {
    let digits = localizer.locale().number(number);
    let words = Quantity { number, digits: &digits, unit: Some(PERCENT), bound }.words(localizer);
    if words.contains('%') { words } else { words.replacen(&digits, &format!("{digits}\u{a0}%"), 1) }
}

/// Whether a number ends with a word (“820 million”) or with digits: after a word some languages join the unit differently.
fn scale_of(digits: &str) -> &'static str {
    if digits.ends_with(|c: char| c.is_alphabetic() || c == '.') { "word" } else { "digits" }
}
