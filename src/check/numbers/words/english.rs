//! English: `twenty-two`, `eight hundred and ten`, `two million`.

use crate::check::numbers::tokens::{Gap, Tokens};
use crate::check::numbers::words::spelled::{Read, Spelled, Words, value_of};

/// One to nine.
pub const UNITS: &[(&str, u64)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
];
/// Ten to nineteen.
pub const TEENS: &[(&str, u64)] = &[
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
];
/// Twenty to ninety.
pub const TENS: &[(&str, u64)] = &[
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];
/// Words that may mean a number, or an order.
pub const LOOSE: &[(&str, u64)] = &[
    ("first", 1),
    ("once", 1),
    ("both", 2),
    ("twice", 2),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("decade", 10),
    ("dozen", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
];
/// Words that multiply what stands before them.
pub const SCALES: &[(&str, u32)] =
    &[("hundred", 2), ("thousand", 3), ("million", 6), ("bn", 9), ("billion", 9), ("trillion", 12)];

/// The first three bytes of every word that a number may begin with.
pub const BEGINNINGS: &[&[u8; 3]] = &[
    b"one", b"two", b"thr", b"fou", b"fiv", b"six", b"sev", b"eig", b"nin", b"ten", b"ele", b"twe", b"thi", b"fif",
    b"for", b"fir", b"onc", b"bot", b"twi", b"sec", b"dec", b"doz", b"a  ", b"an ", b"hal",
];

/// The number in English that begins with the word at a position.
pub fn read(tokens: &Tokens, at: usize) -> Option<Spelled> {
    let words = Words(tokens);
    let first = words.at(at);
    if let Some(value) = value_of(LOOSE, &first) {
        return Some(Spelled::loose(value, at + 1));
    }
    if first == "half" {
        // `half a year`, `half-year`: other languages count its months.
        let year = words
            .after(at)
            .and_then(|(next, _, word)| if word == "a" { words.after(next) } else { Some((next, Gap::Space, word)) });
        return year.filter(|(.., word)| word == "year").map(|(next, ..)| Spelled::loose(6, next + 1));
    }
    if matches!(&*first, "a" | "an") {
        let (next, gap, scale) = words.after(at)?;
        let power = SCALES.iter().find(|(known, _)| *known == scale && gap == Gap::Space)?.1;
        let (value, next) = with_rest(&words, 10u64.pow(power), next);
        return Some(Spelled::firm(value, next));
    }
    let (value, next) = number(&words, at)?;
    Some(if value == 1 { Spelled::loose(1, next) } else { Spelled::firm(value, next) })
}

/// `two million eight hundred thousand and ten`.
fn number(words: &Words, at: usize) -> Read {
    let (value, next) = below_thousand(words, at)?;
    let Some((scale_at, _, word)) = words.after(next - 1) else { return Some((value, next)) };
    match SCALES.iter().find(|(known, _)| *known == word) {
        Some((_, power)) => Some(with_rest(words, value.saturating_mul(10u64.pow(*power)), scale_at)),
        None => Some((value, next)),
    }
}

/// What follows a scale: `two thousand` **and ten**. `at` is the position of the scale.
fn with_rest(words: &Words, value: u64, at: usize) -> (u64, usize) {
    let rest = words.after(at).filter(|(_, gap, _)| *gap == Gap::Space).and_then(|(next, _, word)| {
        let start = if word == "and" { words.after(next)?.0 } else { next };
        number(words, start)
    });
    match rest {
        Some((rest, next)) if rest > 1 && rest < value => (value + rest, next),
        _ => (value, at + 1),
    }
}

/// `eight hundred and ten`.
fn below_thousand(words: &Words, at: usize) -> Read {
    let (value, next) = below_hundred(words, at)?;
    let Some((hundred_at, ..)) = words.after(next - 1).filter(|(_, _, word)| word == "hundred") else {
        return Some((value, next));
    };
    let hundreds = value * 100;
    let rest = words.after(hundred_at).and_then(|(next, _, word)| {
        let start = if word == "and" { words.after(next)?.0 } else { next };
        below_hundred(words, start)
    });
    Some(rest.map_or((hundreds, hundred_at + 1), |(rest, next)| (hundreds + rest, next)))
}

/// `twenty-two`, `twelve`.
fn below_hundred(words: &Words, at: usize) -> Read {
    let word = words.at(at);
    if let Some(value) = value_of(UNITS, &word).or_else(|| value_of(TEENS, &word)) {
        return Some((value, at + 1));
    }
    let tens = value_of(TENS, &word)?;
    let unit = words.after(at).and_then(|(next, _, word)| Some((tens + value_of(UNITS, &word)?, next + 1)));
    Some(unit.unwrap_or((tens, at + 1)))
}
