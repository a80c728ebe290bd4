//! The forms in which a language writes a date, and where they stand in a text.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::locale::Locale;
use crate::locale::formats::DateForm;
use crate::model::date::{Date, Precision};

/// A date in the forms of one language: long, short, and `2021-03-25`.
#[derive(Debug)]
pub struct DateForms {
    /// Each form as the parts between its blanks.
    forms: Vec<Vec<String>>,
    /// Whether it is a month: a day before it makes it another date.
    is_month: bool,
}

impl DateForms {
    /// The forms of a month or a day.
    pub fn new(locale: &Locale, date: Date) -> Self {
        let long = locale.date(date, DateForm::Long);
        let forms = BTreeSet::from([with_capital(&long), long, locale.date(date, DateForm::Short), date.to_string()]);
        let parts = |form: String| form.split_whitespace().map(str::to_owned).collect();
        DateForms { forms: forms.into_iter().map(parts).collect(), is_month: date.precision() == Precision::Month }
    }

    /// Where the date stands in a text, in order.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = self.forms.iter().flat_map(|form| self.find_form(text, form)).collect();
        found.sort_by_key(|range| (range.start, range.end));
        found.dedup();
        found
    }

    fn find_form(&self, text: &str, form: &[String]) -> Vec<Range<usize>> {
        let Some((first, rest)) = form.split_first() else { return Vec::new() };
        let starts = text.match_indices(&**first).map(|(start, _)| start);
        let ranges = starts.filter_map(|start| {
            let end = rest.iter().try_fold(start + first.len(), |at, part| after_blank(text, at, part))?;
            Some(start..end)
        });
        ranges.filter(|range| self.is_whole(text, range)).collect()
    }

    /// Whether it is not a part of a longer word, number or date.
    fn is_whole(&self, text: &str, range: &Range<usize>) -> bool {
        let (before, after) = (&text[..range.start], &text[range.end..]);
        let has_day = self.is_month && ends_with_day(before);
        !(has_day || goes_on(after.chars()) || goes_on(before.chars().rev()))
    }
}

/// Whether what stands beside a date, read away from it, belongs to it: `2021-03-25` is another date than `2021-03`.
fn goes_on(mut beside: impl Iterator<Item = char>) -> bool {
    match beside.next() {
        Some('-' | '/' | '.') => beside.next().is_some_and(|c| c.is_ascii_digit()),
        next => next.is_some_and(char::is_alphanumeric),
    }
}

/// The end of a part that stands behind one blank, whether lines may break there or not.
fn after_blank(text: &str, at: usize, part: &str) -> Option<usize> {
    let rest = &text[at..];
    let blank = rest.chars().next().filter(|c| c.is_whitespace())?;
    rest[blank.len_utf8()..].starts_with(part).then(|| at + blank.len_utf8() + part.len())
}

/// A date as it begins a sentence: `Mars 2021`.
fn with_capital(form: &str) -> String {
    let mut rest = form.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// Whether a text ends with the day of a month: `25. `, `25 `, `1er `, `25th `.
fn ends_with_day(text: &str) -> bool {
    let word = text.split_whitespace().next_back().filter(|_| text.ends_with(char::is_whitespace)).unwrap_or_default();
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && matches!(&word[digits..], "" | "." | "er" | "st" | "nd" | "rd" | "th")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(forms: &DateForms, text: &'t str) -> Vec<&'t str> {
        forms.find(text).into_iter().map(|range| &text[range]).collect()
    }

    fn day(forms: &[&str]) -> DateForms {
        let forms = forms.iter().map(|form| form.split_whitespace().map(str::to_owned).collect()).collect();
        DateForms { forms, is_month: false }
    }

    fn month(forms: &[&str]) -> DateForms {
        DateForms { is_month: true, ..day(forms) }
    }

    #[test]
    fn a_date_is_found_whatever_its_blanks() {
        let text = "Am 25. März 2021, 25.\u{a0}März\u{202f}2021 und am\n25. März\n2021. Seit 25. März 2021";

        assert_eq!(
            found(&day(&["25. März 2021"]), text),
            ["25. März 2021", "25.\u{a0}März\u{202f}2021", "25. März\n2021", "25. März 2021"]
        );
        assert_eq!(found(&day(&["2021-03-25", "25. März 2021"]), "2021-03-25 (25. März 2021)").len(), 2);
    }

    #[test]
    fn a_part_of_another_date_is_none() {
        assert_eq!(found(&day(&["5 mars 2021"]), "le 25 mars 2021, le 5 mars 20211"), [""; 0]);
        assert_eq!(found(&day(&["2021-03-25"]), "12021-03-25, 2021-03-25-7, A2021-03-25, 2021-03-25T10"), [""; 0]);
        assert_eq!(found(&day(&["25.03.2021"]), "1.25.03.2021, 25.03.2021.4"), [""; 0]);
    }

    #[test]
    fn a_month_is_not_looked_for_in_days() {
        for text in ["25. März 2021", "am 1. März 2021", "25\u{a0}März 2021", "1er März 2021", "5th März 2021"] {
            assert_eq!(found(&month(&["März 2021"]), text), [""; 0], "{text}");
        }
        assert_eq!(found(&month(&["2021-03"]), "2021-03-25"), [""; 0]);
        assert_eq!(
            found(&month(&["März 2021", "2021-03"]), "Seit März 2021, 2021-03. Im Jahr 2019 März 2021.").len(),
            3
        );
    }
}
