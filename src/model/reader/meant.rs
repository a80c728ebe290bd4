//! What an editor meant by something that is nearly a date or a number, for hints.
//!
//! A hint never proposes another meaning: where two readings are possible both are named, and where what is meant cannot
//! be written yet it says so.

use crate::model::date::Date;
use crate::model::number::Number;

const DATES: &str = "write a date as 2020, 2020-06, 2020-06-01 or 2020-06-01 11:30";
const NUMBERS: &str = "write digits, an optional minus and a point: 1200, -0.5";
/// Signs that only ever separate groups of digits.
const BLANKS: &[char] = &[' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’', '_'];

/// A hint for what is no date.
pub fn date(text: &str) -> String {
    let text = text.trim();
    zoned(text).or_else(|| period(text)).or_else(|| day(text)).unwrap_or_else(|| DATES.to_owned())
}

/// A day with a time that has a zone, fractions of seconds or an hour of one digit: the written day and time are kept.
fn zoned(text: &str) -> Option<String> {
    let (day, time) = text.split_once(['T', 't', ' '])?;
    let day = Date::parse(day).filter(|date| date.day().is_some())?;
    let end = time.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(time.len());
    let (clock, rest) = time.split_at(end);
    let (hour, minutes) = clock.split_once(':')?;
    let written = format!("{day} {hour:0>2}:{}", minutes.get(..2)?);
    Date::parse(&written)?;
    let rest = rest.trim();
    if !rest.chars().all(|c| c.is_ascii_digit() || "Zz+-.,:UTCGM ".contains(c)) {
        return None;
    }
    let has_zone = rest.contains(|c: char| c.is_ascii_alphabetic() || c == '+' || c == '-');
    Some(match has_zone {
        true => format!(
            "write {written}: the day and time that stand here. A zone cannot be written; times are those of `time_zone` in \
             site.yaml"
        ),
        false => format!("write {written}"),
    })
}

/// A span of years or a quarter.
fn period(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    if let Some((before, after)) = upper.split_once('Q') {
        let (before, after) = (before.trim_end_matches(['-', '/', ' ']), after.trim_start_matches(['-', '/', ' ']));
        let (year, quarter) = if before.is_empty() {
            after.split_once(['-', '/', ' ']).map(|(quarter, year)| (year, quarter))?
        } else {
            (before, after)
        };
        let quarter: u32 = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
        Date::parse(year).filter(|date| date.month().is_none())?;
        let first = quarter * 3 - 2;
        return Some(format!(
            "a quarter cannot be written yet: write the month it begins with ({year}-{first:02} if the year begins in January), \
             and what it spans as a `note`"
        ));
    }
    let (first, last) = text.split_once(['/', '-', '–', '—'])?;
    let year = Date::parse(first).filter(|date| date.month().is_none())?.year();
    let number: i16 = last.parse().ok()?;
    let follows = match last.len() {
        1 => number == (year + 1) % 10,
        2 => number == (year + 1) % 100,
        4 => true,
        _ => false,
    };
    follows.then(|| {
        format!(
            "if a span of years is meant, it cannot be written yet: write the month it begins with, as {year}-MM, and what it \
             spans as a `note`"
        )
    })
}

/// A day or a month whose parts stand in another order or with other signs.
fn day(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', '-', '/', ' ', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    if parts.iter().any(|part| part.len() > 8 || !part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let is_year = |part: &str| part.len() == 4;
    let readings: Vec<String> = match *parts.as_slice() {
        [whole] if whole.len() == 8 => vec![format!("{}-{}-{}", &whole[..4], &whole[4..6], &whole[6..])],
        [year, month] if is_year(year) => vec![format!("{year}-{month:0>2}")],
        [month, year] if is_year(year) => vec![format!("{year}-{month:0>2}")],
        [year, month, day] if is_year(year) => vec![format!("{year}-{month:0>2}-{day:0>2}")],
        [day, month, year] if is_year(year) && text.contains('.') => vec![format!("{year}-{month:0>2}-{day:0>2}")],
        // Whether the day or the month stands first differs from country to country.
        [a, b, year] if is_year(year) => vec![format!("{year}-{b:0>2}-{a:0>2}"), format!("{year}-{a:0>2}-{b:0>2}")],
        _ => return None,
    };
    let mut valid: Vec<&String> = readings.iter().filter(|reading| Date::parse(reading).is_some()).collect();
    valid.dedup();
    match valid.as_slice() {
        [] => Some("the calendar has no such day".to_owned()),
        [one] => Some(format!("write {one}")),
        [one, other, ..] => Some(format!("write {one} or {other}: which is the day cannot be told")),
    }
}

/// A hint for what is no number.
pub fn number(text: &str) -> String {
    let text = text.trim();
    if let Some((bound, rest)) = bounded(text) {
        return match readings(rest).as_slice() {
            [one] => format!("write `{{is: {one}, bound: {bound}}}`"),
            _ => format!("write the number with plain digits, and beside it the bound: `{{is: …, bound: {bound}}}`"),
        };
    }
    match readings(text).as_slice() {
        [one] if text.rfind([',', '.']).is_some_and(|at| text[at..].starts_with(',')) && one.contains('.') => {
            format!("the decimal sign is a point: {one}")
        }
        [one] => format!("write digits without separators: {one}"),
        [grouped, decimal] => {
            format!("write {grouped} if the sign separates thousands, {decimal} if it is the decimal sign")
        }
        _ => NUMBERS.to_owned(),
    }
}

/// A hint for a number with a point where a whole one is wanted.
pub fn whole(text: &str) -> String {
    match text.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|b| b == b'0') && fraction.len() != 3 => {
            format!("write {whole}")
        }
        Some((whole, fraction)) if is_grouped(&[whole, fraction]) => {
            format!("write {whole}{fraction} if the point separates thousands: digits are written without separators")
        }
        _ => "the field takes whole numbers only".to_owned(),
    }
}

fn bounded(text: &str) -> Option<(&'static str, &str)> {
    const SIGNS: &[(&str, &str)] = &[
        (">=", "at-least"),
        ("<=", "at-most"),
        ("≥", "at-least"),
        ("≤", "at-most"),
        (">", "more-than"),
        ("<", "less-than"),
        ("~", "about"),
        ("≈", "about"),
        ("±", "about"),
    ];
    let before = SIGNS.iter().find_map(|(sign, bound)| Some((*bound, text.strip_prefix(sign)?.trim())));
    before.or_else(|| Some(("at-least", text.strip_suffix('+')?.trim())))
}

/// The numbers that a text may mean; none when it is no number in any writing, two when a sign may be either.
fn readings(text: &str) -> Vec<String> {
    let (sign, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let found = unsigned(digits).into_iter().map(|number| format!("{sign}{number}"));
    found.filter(|number| Number::parse(number).is_some()).collect()
}

fn unsigned(text: &str) -> Vec<String> {
    let (commas, points) = (text.matches(',').count(), text.matches('.').count());
    if text.is_empty() {
        return Vec::new();
    }
    let last = text.rfind([',', '.']);
    let joined = |whole: &str, fraction: &str| {
        let groups: Vec<&str> = whole.split([',', '.']).flat_map(|part| part.split(BLANKS)).collect();
        let is_plain = groups.len() == 1;
        let is_number = (is_plain || is_grouped(&groups)) && fraction.bytes().all(|b| b.is_ascii_digit());
        let point = if fraction.is_empty() { "" } else { "." };
        is_number.then(|| {
            format!(
                "{}{point}{fraction}",
                if is_plain && whole.is_empty() { "0" } else { "" }.to_owned() + &groups.concat()
            )
        })
    };
    let Some(last) = last else { return joined(text, "").into_iter().collect() };
    let (before, after) = (&text[..last], &text[last + 1..]);
    match (commas, points) {
        // One sign: a decimal sign, unless exactly three digits follow.
        (1, 0) | (0, 1) => {
            let is_grouped_by_it = is_grouped(&[before, after]);
            let grouped = is_grouped_by_it.then(|| format!("{before}{after}"));
            grouped.into_iter().chain(joined(before, after)).collect()
        }
        // Several of one kind separate groups.
        (_, 0) | (0, _) => joined(text, "").into_iter().collect(),
        // Of two kinds the last is the decimal sign, and the other the only separator.
        _ => {
            let decimal = &text[last..=last];
            if before.contains(decimal) { Vec::new() } else { joined(before, after).into_iter().collect() }
        }
    }
}

/// Whether digits stand in groups of three, or of two before the last as in India.
fn is_grouped(groups: &[&str]) -> bool {
    let all_digits = groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()));
    let [first, middle @ .., last] = groups else { return false };
    let by = |length: usize| middle.iter().all(|group| group.len() == length);
    let begins = !first.is_empty() && first.len() <= 3 && !first.starts_with('0');
    all_digits && begins && last.len() == 3 && (by(3) || (by(2) && first.len() <= 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_financial_year_is_no_month() {
        for text in ["2004/05", "2004/5", "2004–05", "2011-2013", "1999/00", "2009/10"] {
            let hint = date(text);
            assert!(hint.contains("span of years") && !hint.contains("write 2004-05"), "{text}: {hint}");
        }
        assert!(date("2018-Q3").contains("2018-07") && date("Q3 2018").contains("a quarter cannot be written yet"));
        assert_eq!(date("2004/07"), "write 2004-07");
        assert_eq!(date("05/2004"), "write 2004-05");
    }

    #[test]
    fn a_date_with_a_zone_keeps_its_day_and_time() {
        for text in
            ["2024-09-14T12:47:52-07:00", "2024-09-14T12:47:52Z", "2024-09-14T12:47:52.000Z", "2024-09-14 12:47 UTC"]
        {
            assert!(date(text).starts_with("write 2024-09-14 12:47: "), "{text}: {}", date(text));
        }
        assert_eq!(date("2024-09-14T12:47:52.123"), "write 2024-09-14 12:47");
        assert_eq!(date("2024-09-14 9:30"), "write 2024-09-14 09:30");
        assert_eq!(date("2024-09-14 9:30 PM"), DATES);
    }

    #[test]
    fn day_and_month_are_not_guessed() {
        assert_eq!(date("05.06.2024"), "write 2024-06-05");
        assert_eq!(date("05/06/2024"), "write 2024-06-05 or 2024-05-06: which is the day cannot be told");
        assert_eq!(date("25/11/2022"), "write 2022-11-25");
        assert_eq!(date("11/25/2022"), "write 2022-11-25");
        assert_eq!(date("2024年9月14日"), "write 2024-09-14");
        assert_eq!(date("20240914"), "write 2024-09-14");
        assert_eq!(date("30.2.2024"), "the calendar has no such day");
        for text in ["5 June 2024", "12 Mai 2024", "ca. 2020 6", "05.06.24", "soon"] {
            assert_eq!(date(text), DATES, "{text}");
        }
    }

    #[test]
    fn a_sign_that_may_be_either_is_not_guessed() {
        let both = |text: &str, grouped: &str, decimal: &str| {
            let expected =
                format!("write {grouped} if the sign separates thousands, {decimal} if it is the decimal sign");
            assert_eq!(number(text), expected, "{text}");
        };

        both("1,000", "1000", "1.000");
        both("-12,345", "-12345", "-12.345");
        assert_eq!(number("1,5"), "the decimal sign is a point: 1.5");
        assert_eq!(number("0,125"), "the decimal sign is a point: 0.125");
        assert_eq!(number("1.234,56"), "the decimal sign is a point: 1234.56");
        for (text, plain) in [
            ("1,234.56", "1234.56"),
            ("1.000.000", "1000000"),
            ("12,34,567", "1234567"),
            ("-1 000", "-1000"),
            ("1'000", "1000"),
            ("−5", "-5"),
            (".5", "0.5"),
        ] {
            assert_eq!(number(text), format!("write digits without separators: {plain}"), "{text}");
        }
        assert_eq!(number("1 000,5"), "the decimal sign is a point: 1000.5");
        for text in ["1.2.3", "10 000 – 20 000", "12 34", "1,5 %", "2020 2021", "1,23,4", "1e6", "007", "1,2.3,4", ""]
        {
            assert_eq!(number(text), NUMBERS, "{text}");
        }
    }

    #[test]
    fn a_bound_is_the_one_that_is_written() {
        assert_eq!(number(">20"), "write `{is: 20, bound: more-than}`");
        assert_eq!(number(">= 20"), "write `{is: 20, bound: at-least}`");
        assert_eq!(number("≤1 000"), "write `{is: 1000, bound: at-most}`");
        assert_eq!(number("20+"), "write `{is: 20, bound: at-least}`");
        assert!(number(">1,000").contains("`{is: …, bound: more-than}`"));
    }

    #[test]
    fn a_point_in_a_whole_number_may_separate_thousands() {
        assert!(whole("1.000").starts_with("write 1000 if the point separates thousands"));
        assert_eq!(whole("12.0"), "write 12");
        assert_eq!(whole("12.5"), "the field takes whole numbers only");
    }
}
