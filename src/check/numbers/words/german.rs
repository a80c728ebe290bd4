//! German: `zweiundzwanzig`, `dreihundertfünfzig`, `zwei Millionen`. Numbers below a million are one word.

use crate::check::numbers::tokens::Tokens;
use crate::check::numbers::words::spelled::{Spelled, Words, value_of};

/// Words for numbers below twenty, the longer before those they begin with.
pub const SMALL: &[(&str, u64)] = &[
    ("dreizehn", 13),
    ("vierzehn", 14),
    ("fünfzehn", 15),
    ("sechzehn", 16),
    ("siebzehn", 17),
    ("achtzehn", 18),
    ("neunzehn", 19),
    ("zwölf", 12),
    ("zehn", 10),
    ("elf", 11),
    ("eins", 1),
    ("ein", 1),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
];
/// Twenty to ninety.
pub const TENS: &[(&str, u64)] = &[
    ("zwanzig", 20),
    ("dreißig", 30),
    ("vierzig", 40),
    ("fünfzig", 50),
    ("sechzig", 60),
    ("siebzig", 70),
    ("achtzig", 80),
    ("neunzig", 90),
];
/// Beginnings of words that may mean a number, an order or a span of time, and do not begin with a number.
pub const LOOSE: &[(&str, u64)] = &[
    ("erst", 1),
    ("beid", 2),
    ("doppel", 2),
    ("zwo", 2),
    ("dritt", 3),
    ("quartal", 3),
    ("halbjahr", 6),
    ("siebt", 7),
    ("jahrzehnt", 10),
    ("dutzend", 12),
];
/// Words that multiply what stands before them.
pub const SCALES: &[(&str, u32)] = &[
    ("hundert", 2),
    ("tausend", 3),
    ("tsd", 3),
    ("million", 6),
    ("millionen", 6),
    ("mio", 6),
    ("milliarde", 9),
    ("milliarden", 9),
    ("mrd", 9),
    ("billion", 12),
    ("billionen", 12),
];
/// Before these *hundert* and *tausend* are no number.
const MANY: &[&str] = &["mehrere", "mehreren", "einige", "einigen", "paar", "viele", "vielen", "etliche"];

/// The first three bytes of every word that a number may begin with.
pub const BEGINNINGS: &[&[u8; 3]] = &[
    b"dre",
    b"vie",
    b"f\xc3\xbc",
    b"sec",
    b"sie",
    b"ach",
    b"neu",
    b"zw\xc3",
    b"zeh",
    b"elf",
    b"ein",
    b"zwe",
    b"zwa",
    b"ers",
    b"bei",
    b"dop",
    b"zwo",
    b"dri",
    b"qua",
    b"hal",
    b"jah",
    b"dut",
    b"hun",
    b"tau",
];

/// The number in German that begins with the word at a position.
pub fn read(tokens: &Tokens, at: usize) -> Option<Spelled> {
    let words = Words(tokens);
    let word = words.at(at);
    if word == "acht" && matches!(tokens.word_before(at), "außer" | "in") && tokens.word(at) == "Acht" {
        return None;
    }
    let Some((value, rest)) = number(&word) else {
        let (_, value) = LOOSE.iter().find(|(known, _)| word.starts_with(known))?;
        return Some(Spelled::loose(*value, at + 1));
    };
    let is_article = matches!(rest, "e" | "er" | "em" | "en" | "es") && value == 1;
    if value == 1 && !rest.is_empty() && !is_article {
        return None;
    }
    if let Some((next, _, scale)) = words.after(at).filter(|_| rest.is_empty() || is_article)
        && let Some((_, power)) = SCALES.iter().find(|(known, _)| *known == scale)
    {
        return Some(Spelled::firm(value.saturating_mul(10u64.pow(*power)), next + 1));
    }
    let is_declined = matches!((value, rest), (2 | 3, "er" | "en") | (4..=7 | 9..=12, "en"));
    let is_whole = rest.is_empty() || is_declined;
    let is_many = matches!(&*word, "hundert" | "tausend") && MANY.contains(&&*tokens.word_before(at).to_lowercase());
    Some(if is_whole && value > 1 && !is_many {
        Spelled::firm(value, at + 1)
    } else {
        // An order (*vierte*), a part of a word (*Fünfjahresplan*), or *ein*.
        Spelled::loose(value, at + 1)
    })
}

/// The longest number that a word begins with, and what is left of the word.
fn number(word: &str) -> Option<(u64, &str)> {
    let (thousands, rest) = match below_thousand(word) {
        Some((value, rest)) => match rest.strip_prefix("tausend") {
            Some(rest) => (value * 1000, rest),
            None => return Some((value, rest)),
        },
        None => (1000, word.strip_prefix("tausend")?),
    };
    let after = rest.strip_prefix("und").unwrap_or(rest);
    Some(below_thousand(after).map_or((thousands, rest), |(value, rest)| (thousands + value, rest)))
}

/// `dreihundertfünfzig`.
fn below_thousand(word: &str) -> Option<(u64, &str)> {
    let (hundreds, rest) = match below_hundred(word) {
        Some((value, rest)) => match rest.strip_prefix("hundert") {
            Some(rest) => (value * 100, rest),
            None => return Some((value, rest)),
        },
        None => (100, word.strip_prefix("hundert")?),
    };
    let after = rest.strip_prefix("und").unwrap_or(rest);
    Some(below_hundred(after).map_or((hundreds, rest), |(value, rest)| (hundreds + value, rest)))
}

/// `zweiundzwanzig`, `zwölf`.
fn below_hundred(word: &str) -> Option<(u64, &str)> {
    if let Some(found) = beginning(TENS, word) {
        return Some(found);
    }
    let (value, rest) = beginning(SMALL, word)?;
    let tens = rest.strip_prefix("und").and_then(|rest| beginning(TENS, rest));
    Some(match tens {
        Some((tens, rest)) if value < 10 => (tens + value, rest),
        _ => (value, rest),
    })
}

fn beginning<'w>(list: &[(&str, u64)], word: &'w str) -> Option<(u64, &'w str)> {
    let known = list.iter().find(|(known, _)| word.starts_with(known))?;
    Some((value_of(list, known.0)?, &word[known.0.len()..]))
}
