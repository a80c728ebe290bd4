//! Numbers in words: digits with their unit and with what they bound.

use bigdecimal::BigDecimal;

use crate::locale::program::{PERCENT, Wording};
use crate::model::field::NumberKind;
use crate::model::number::Number;
use crate::model::value::Bound;
use crate::report::localizer::Localizer;

/// What a number ends with that is shortened: “820 million”.
const WORD: &str = "word";

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
        let with_unit = self.unit.and_then(|unit| self.with_unit(localizer, unit, shown));
        let text = with_unit.unwrap_or_else(|| shown.to_owned());
        let Some(bound) = self.bound else { return text };
        localizer.format(bound, &[("value", text.as_str().into())]).unwrap_or(text)
    }

    /// By the words of the site or the program, else by CLDR.
    fn with_unit(&self, localizer: Localizer, unit: &str, shown: &str) -> Option<String> {
        let (count, scale) = (self.number.to_f64().into(), scale_of(self.digits));
        let variables = [("value", shown.into()), ("count", count), ("scale", scale.into())];
        let message = || localizer.format(Wording::Unit(unit), &variables);
        let by_cldr = || {
            let unit = localizer.locale().unit(unit)?;
            Some(match scale {
                WORD => unit.around_word(shown),
                _ => unit.around(shown, localizer.locale().plural(self.number)),
            })
        };
        match unit {
            // The program's words for it in another language are no better than those of CLDR in the language itself.
            PERCENT => localizer.format_own(Wording::Unit(unit), &variables).or_else(by_cldr).or_else(message),
            _ => message().or_else(by_cldr),
        }
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
    if words.contains(['%', '٪']) { words } else { words.replacen(&digits, &format!("{digits}\u{a0}%"), 1) }
}

/// What parts numbers are of a whole above zero that they add up to: in whole percents, or with a decimal where whole ones would
/// not add up to about a hundred. Never 0 of something, nor 100 of less than all.
pub fn shares(localizer: Localizer, parts: &[&Number], whole: &Number) -> Vec<String> {
    let exact = |part: &&Number| Number::from(part.value() * BigDecimal::from(100) / whole.value());
    let exact: Vec<Number> = parts.iter().map(exact).collect();
    let rounded: BigDecimal = exact.iter().map(|share| share.rounded(0).value().clone()).sum();
    let is_near = Number::from(rounded - BigDecimal::from(100)).magnitude() <= Number::whole(1);
    let decimals = usize::from(!is_near);
    exact.iter().map(|share| share_words(localizer, share, decimals)).collect()
}

/// A share with so many decimals, in words.
fn share_words(localizer: Localizer, exact: &Number, decimals: usize) -> String {
    let least = Number::from(BigDecimal::new(1.into(), decimals as i64));
    let (none, all) = (Number::default(), Number::whole(100));
    let rounded = exact.rounded(decimals);
    match () {
        () if *exact == none || *exact == all => percent(localizer, &exact.rounded(0), None),
        () if rounded == none && *exact > none => percent(localizer, &least, Some(Bound::LessThan)),
        () if rounded == all && *exact < all => {
            let most = Number::from(all.value() - least.value());
            percent(localizer, &most, Some(Bound::MoreThan))
        }
        () => percent(localizer, &rounded, None),
    }
}

/// Whether a number ends with a word (“820 million”) or with digits: after a word some languages join the unit differently.
fn scale_of(digits: &str) -> &'static str {
    if digits.ends_with(|c: char| c.is_alphabetic() || c == '.') { WORD } else { "digits" }
}
