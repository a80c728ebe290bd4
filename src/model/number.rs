//! Decimal numbers, exact and with the precision they were written with; never a float.

use std::fmt;

use bigdecimal::{BigDecimal, RoundingMode, Signed, ToPrimitive};

/// A decimal number. Compared by its value, whatever the spelling: 1.0 is 1. It knows how many digits stand after its point,
/// and shows all of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Number(BigDecimal);

impl Number {
    /// Parses `1200`, `-0.5`, `31.90`; `None` for anything else (`1,000`, `1e6`, `.5`, `1.`).
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let leading_zero = whole.len() > 1 && whole.starts_with('0');
        let is_number = all_digits(whole) && fraction.is_none_or(all_digits) && !leading_zero;
        if is_number { text.parse().ok().map(Number) } else { None }
    }

    /// A whole number that is not negative.
    pub fn whole(number: usize) -> Self {
        Number(BigDecimal::from(number as u64))
    }

    /// The value, for sums.
    pub fn value(&self) -> &BigDecimal {
        &self.0
    }

    /// How many digits stand after the point.
    pub fn decimals(&self) -> usize {
        usize::try_from(self.0.fractional_digit_count()).unwrap_or(0)
    }

    /// Whether it has no point.
    pub fn is_whole(&self) -> bool {
        self.decimals() == 0
    }

    /// Whether it is less than zero.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// How far it is from zero.
    pub fn magnitude(&self) -> Self {
        Number(self.0.abs())
    }

    /// With so many decimals; what lies in the middle goes away from zero, as statistics offices do.
    pub fn rounded(&self, decimals: usize) -> Self {
        self.rounded_by(decimals as i64, RoundingMode::HalfUp)
    }

    /// With so many decimals, or so many zeros before the point where there are fewer than none.
    pub fn rounded_by(&self, decimals: i64, mode: RoundingMode) -> Self {
        Number(self.0.with_scale_round(decimals, mode))
    }

    /// As an integer; `None` when it has a point or does not fit.
    pub fn to_i64(&self) -> Option<i64> {
        self.0.to_i64().filter(|_| self.is_whole())
    }

    /// The nearest double, for templates and drawings only.
    pub fn to_f64(&self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }
}

impl From<BigDecimal> for Number {
    fn from(value: BigDecimal) -> Self {
        Number(value)
    }
}

impl fmt::Display for Number {
    /// As it was written, without exponent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_plain_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).expect("is a number")
    }

    #[test]
    fn only_plain_decimals_are_numbers() {
        let long = "0.0000000000000000000000000000000000000000000012300";
        for text in ["31.90", "-5", "0", "0.00", "1000000000000000000000000000000000", long] {
            assert_eq!(number(text).to_string(), text);
        }
        for text in ["1,000", "1e6", ".5", "1.", "", "-", "007", "1_000", "≈5", "+5", "NaN"] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_of_any_length_are_compared_exactly() {
        assert!(number("12345678901234567890123") < number("12345678901234567890124"));
        assert!(number("0.30000000000000001") > number("0.3"));
        assert!(number("-2") < number("-1.5"));
        assert!(number("0.10") > number("0.09"));
        assert_eq!(number("1.00"), number("1"));
    }

    #[test]
    fn the_middle_is_rounded_away_from_zero_and_zero_has_no_sign() {
        let rounded = |text: &str, decimals| number(text).rounded(decimals).to_string();

        assert_eq!(
            [rounded("2.5", 0), rounded("0.125", 2), rounded("-2.5", 0), rounded("2", 1), rounded("-0.04", 1)],
            ["3", "0.13", "-3", "2.0", "0.0"]
        );
        assert_eq!(number("-1250").rounded_by(-2, RoundingMode::Floor).to_string(), "-1300");
    }

    #[test]
    fn an_integer_is_a_number_without_a_point() {
        assert_eq!(number("-12").to_i64(), Some(-12));
        assert_eq!(number("12.0").to_i64(), None);
        assert_eq!(number("92233720368547758070").to_i64(), None);
    }
}
