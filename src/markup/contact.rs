//! Numbers and mailboxes as addresses: `tel:` (RFC 3966) and `mailto:` (RFC 6068).
//!
//! By hand: what is known of the numbering plan of every country would be megabytes, and a number that is not plain is text.

use icu::normalizer::ComposingNormalizerBorrowed;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::markup::address;

/// What is encoded in a mailbox: letters beyond ASCII too.
const MAILBOX: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@').remove(b'+');

/// Codes of countries in which the zero before a number is a part of it: Italy, San Marino, the Vatican.
const ZERO_STAYS: [&str; 3] = ["39", "378", "379"];

/// Fewest digits of a number that can be called from another country: shorter ones are services of one network.
const SHORTEST: usize = 7;
/// Fewest digits of a number behind a slash.
const BEHIND_SLASH: usize = 4;
/// Most digits of an international number (E.164).
const LONGEST: usize = 15;

/// `tel:` with an international number. A number without the code of its country has that of `country`, written `+86`;
/// `None`: it has none, or is not one plain number.
pub fn telephone(written: &str, country: Option<&str>) -> Option<String> {
    let text = ComposingNormalizerBorrowed::new_nfkc().normalize(written);
    let text = text.trim().replace("(0)", "");
    let is_international = text.starts_with('+');
    let digits: String = text.trim_start_matches('+').chars().filter(char::is_ascii_digit).collect();
    // Behind the code of a town stands a whole number; two digits stand for another last line of the same: `8262888/89`.
    let is_of_several =
        text.rsplit_once('/').is_some_and(|(_, rest)| rest.chars().filter(char::is_ascii_digit).count() < BEHIND_SLASH);
    let is_between = |c: char| c.is_ascii_digit() || c.is_whitespace() || "-\u{2010}\u{2011}\u{2013}./()".contains(c);
    if !text.trim_start_matches('+').chars().all(is_between) || text.starts_with("++") || is_of_several {
        return None;
    }
    let number = match (is_international, digits.strip_prefix("00")) {
        (true, _) => digits,
        (false, Some(rest)) => rest.to_owned(),
        (false, None) => of_country(&digits, country?.trim_start_matches('+'))?,
    };
    let is_number = (SHORTEST..=LONGEST).contains(&number.len()) && !number.starts_with('0');
    is_number.then(|| format!("tel:+{number}"))
}

/// A number as it is dialled in its country, with the code of that country.
fn of_country(digits: &str, code: &str) -> Option<String> {
    let own = if ZERO_STAYS.contains(&code) { digits } else { digits.strip_prefix('0').unwrap_or(digits) };
    (own.len() >= SHORTEST).then(|| format!("{code}{own}"))
}

/// `mailto:` to a mailbox, with a subject if there is one.
pub fn mail(mailbox: &str, subject: &str) -> String {
    let to = utf8_percent_encode(mailbox.trim(), MAILBOX);
    match subject.trim() {
        "" => format!("mailto:{to}"),
        subject => format!("mailto:{to}?subject={}", address::value(subject)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_the_code_of_their_country_are_international() {
        for (written, number) in [
            ("+86 531 0000 000", "tel:+865310000000"),
            ("+49 (0)30 / 1234-567", "tel:+49301234567"),
            ("0033 1 23 45 67 89", "tel:+33123456789"),
            ("＋８６ ５３８\u{2013}8526778", "tel:+865388526778"),
        ] {
            assert_eq!(telephone(written, None).as_deref(), Some(number), "{written}");
            assert_eq!(telephone(written, Some("+1")).as_deref(), Some(number), "{written}");
        }
    }

    #[test]
    fn numbers_without_a_code_have_that_of_the_site_or_none() {
        assert_eq!(telephone("0538-8526778", Some("+86")).as_deref(), Some("tel:+865388526778"));
        assert_eq!(telephone("06 1234 5678", Some("+39")).as_deref(), Some("tel:+390612345678"));
        assert_eq!(telephone("(212) 555-0100", Some("+1")).as_deref(), Some("tel:+12125550100"));
        assert_eq!(telephone("0538-8526778", None), None);
    }

    #[test]
    fn what_is_no_plain_number_is_text() {
        for written in
            ["", "+", "++49 30 1234567", "12345", "110", "0531-82628888, 82628889", "0531-82628888/82628889", "ask Li"]
        {
            assert_eq!(telephone(written, Some("+86")), None, "{written}");
        }
        assert_eq!(telephone("030 / 123456", Some("+49")).as_deref(), Some("tel:+4930123456"));
        for two in ["0531-8262888/89", "+49 30 1234567/8"] {
            assert_eq!(telephone(two, Some("+86")), None, "{two}");
        }
        assert_eq!(telephone("+0 123 4567", None), None);
        assert_eq!(telephone("+49 30 1234567 ext. 5", None), None);
    }

    #[test]
    fn subjects_are_encoded_in_every_script() {
        assert_eq!(mail("info@a.example", ""), "mailto:info@a.example");
        assert_eq!(
            mail("info@a.example", "Öl & Gas? 100 %"),
            "mailto:info@a.example?subject=%C3%96l%20%26%20Gas%3F%20100%20%25"
        );
        assert_eq!(
            mail("a b+c@münchen.example", "轴承"),
            "mailto:a%20b+c@m%C3%BCnchen.example?subject=%E8%BD%B4%E6%89%BF"
        );
    }
}
