//! Numbers as they were written: digits, an optional sign and a point; never a float.

use std::cmp::Ordering;

/// A decimal number with the precision it was written with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number(Box<str>);

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
        (all_digits(whole) && fraction.is_none_or(all_digits) && !leading_zero).then(|| Number(text.into()))
    }

    /// A whole number that is not negative.
    pub fn whole(number: usize) -> Self {
        Number(number.to_string().into())
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many digits stand after the point.
    pub fn decimals(&self) -> usize {
        self.0.split_once('.').map_or(0, |(_, fraction)| fraction.len())
    }

    /// Whether it has no point.
    pub fn is_whole(&self) -> bool {
        !self.0.contains('.')
    }

    /// The nearest double, for comparisons in templates only.
    pub fn to_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }

    /// Whether the values are equal, whatever the spelling: 1.0 and 1.
    pub fn equals(&self, other: &Self) -> bool {
        self.parts() == other.parts() || (self.is_zero() && other.is_zero())
    }

    /// Whether the value is less, exactly and whatever the spelling: 1.0 is not less than 1.
    pub fn is_less_than(&self, other: &Self) -> bool {
        self < other && !self.equals(other)
    }

    fn is_zero(&self) -> bool {
        self.0.bytes().all(|b| matches!(b, b'0' | b'-' | b'.'))
    }

    fn parts(&self) -> (bool, &str, &str) {
        let negative = self.0.starts_with('-');
        let digits = self.0.trim_start_matches('-');
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        (negative, whole, fraction.trim_end_matches('0'))
    }
}

impl Ord for Number {
    /// By value, exactly, whatever the number of digits; equal values by their spelling.
    fn cmp(&self, other: &Self) -> Ordering {
        let ((negative, whole, fraction), (negative_b, whole_b, fraction_b)) = (self.parts(), other.parts());
        let magnitude =
            whole.len().cmp(&whole_b.len()).then_with(|| whole.cmp(whole_b)).then_with(|| fraction.cmp(fraction_b));
        let by_value = match (negative, negative_b) {
            (false, false) => magnitude,
            (true, true) => magnitude.reverse(),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        };
        by_value.then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_decimals_are_numbers() {
        let parsed = |text: &str| Number::parse(text).map(|n| n.as_str().to_owned());

        assert_eq!(parsed("31.90").as_deref(), Some("31.90"));
        assert_eq!(parsed("-5").as_deref(), Some("-5"));
        for text in ["1,000", "1e6", ".5", "1.", "", "-", "007", "1_000", "≈5"] {
            assert_eq!(parsed(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_of_any_length_are_compared_exactly() {
        let number = |text: &str| Number::parse(text).expect("is a number");

        assert!(number("12345678901234567890123") < number("12345678901234567890124"));
        assert!(number("-2") < number("-1.5"));
        assert!(number("0.10") > number("0.09"));
    }
}
