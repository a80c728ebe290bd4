//! French: `vingt-deux`, `soixante-dix`, `quatre-vingts`, `deux cents`, `deux millions`.

use crate::check::numbers::tokens::{Gap, Tokens};
use crate::check::numbers::words::spelled::{Read, Spelled, Words, value_of};

/// One to nine.
pub const UNITS: &[(&str, u64)] = &[
    ("un", 1),
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
];
/// Ten to sixteen: seventeen is *dix-sept*.
pub const TEENS: &[(&str, u64)] =
    &[("dix", 10), ("onze", 11), ("douze", 12), ("treize", 13), ("quatorze", 14), ("quinze", 15), ("seize", 16)];
/// Twenty and the tens after it.
pub const TENS: &[(&str, u64)] = &[
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("septante", 70),
    ("huitante", 80),
    ("octante", 80),
    ("nonante", 90),
];
/// Words that may mean a number, or about as much.
pub const LOOSE: &[(&str, u64)] = &[
    ("premier", 1),
    ("première", 1),
    ("premiers", 1),
    ("premières", 1),
    ("second", 2),
    ("seconde", 2),
    ("trimestre", 3),
    ("semestre", 6),
    ("dizaine", 10),
    ("décennie", 10),
    ("douzaine", 12),
    ("quinzaine", 15),
    ("vingtaine", 20),
    ("trentaine", 30),
    ("quarantaine", 40),
    ("cinquantaine", 50),
    ("soixantaine", 60),
    ("centaine", 100),
    ("millier", 1000),
];
/// Numbers with the ending of an order, without it.
pub const ORDERS: &[(&str, u64)] = &[
    ("deux", 2),
    ("trois", 3),
    ("quatr", 4),
    ("cinqu", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuv", 9),
    ("dix", 10),
    ("onz", 11),
    ("douz", 12),
];
/// Words that multiply what stands before them.
pub const SCALES: &[(&str, u32)] = &[
    ("mille", 3),
    ("million", 6),
    ("millions", 6),
    ("milliard", 9),
    ("milliards", 9),
    ("billion", 12),
    ("billions", 12),
];

/// The first three bytes of every word that a number may begin with.
pub const BEGINNINGS: &[&[u8; 3]] = &[
    b"un ",
    b"une",
    b"deu",
    b"tro",
    b"qua",
    b"cin",
    b"six",
    b"sep",
    b"hui",
    b"neu",
    b"vin",
    b"tre",
    b"soi",
    b"oct",
    b"non",
    b"pre",
    b"sec",
    b"sei",
    b"tri",
    b"sem",
    b"diz",
    b"d\xc3\xa9",
    b"dou",
    b"qui",
    b"cen",
    b"mil",
    b"dix",
    b"onz",
];

/// The number in French that begins with the word at a position.
pub fn read(tokens: &Tokens, at: usize) -> Option<Spelled> {
    let words = Words(tokens);
    let first = words.at(at);
    let before = tokens.word_before(at).to_lowercase();
    let is_new = first == "neuf" && matches!(&*before, "à" | "tout" | "flambant" | "quoi" | "comme");
    if is_new || (first == "cent" && before == "pour") {
        return None;
    }
    if let Some(value) = value_of(LOOSE, &first).or_else(|| order(&first)) {
        return Some(Spelled::loose(value, at + 1));
    }
    let (value, next) = number(&words, at)?;
    Some(if value == 1 { Spelled::loose(1, next) } else { Spelled::firm(value, next) })
}

/// The number of `troisième`.
fn order(word: &str) -> Option<u64> {
    value_of(ORDERS, word.strip_suffix("ièmes").or_else(|| word.strip_suffix("ième"))?)
}

/// `deux millions trois cent mille`.
fn number(words: &Words, at: usize) -> Read {
    let (value, next) = below_million(words, at)?;
    let scale = words.after(next - 1).and_then(|(scale_at, _, word)| {
        let (_, power) = SCALES.iter().find(|(known, power)| *known == word && *power > 3)?;
        Some((value.saturating_mul(10u64.pow(*power)), scale_at))
    });
    let Some((value, scale_at)) = scale else { return Some((value, next)) };
    let rest = words.after(scale_at).and_then(|(next, gap, _)| number(words, next).filter(|_| gap == Gap::Space));
    Some(match rest {
        Some((rest, next)) if rest < value => (value + rest, next),
        _ => (value, scale_at + 1),
    })
}

/// `mille deux cents`, `deux mille`.
fn below_million(words: &Words, at: usize) -> Read {
    let (thousands, thousand_at) = if words.at(at) == "mille" {
        (1000, at)
    } else {
        let (value, next) = below_thousand(words, at)?;
        match words.after(next - 1) {
            Some((thousand_at, _, word)) if word == "mille" && value > 1 => (value * 1000, thousand_at),
            _ => return Some((value, next)),
        }
    };
    let rest = words.after(thousand_at).and_then(|(next, ..)| below_thousand(words, next));
    Some(rest.map_or((thousands, thousand_at + 1), |(rest, next)| (thousands + rest, next)))
}

/// `cent vingt`, `deux cents`.
fn below_thousand(words: &Words, at: usize) -> Read {
    let (hundreds, hundred_at) = if words.at(at) == "cent" {
        (100, at)
    } else {
        let (value, next) = below_hundred(words, at)?;
        match words.after(next - 1) {
            Some((hundred_at, _, word)) if matches!(&*word, "cent" | "cents") && (2..=9).contains(&value) => {
                (value * 100, hundred_at)
            }
            _ => return Some((value, next)),
        }
    };
    let rest = words.after(hundred_at).and_then(|(next, ..)| below_hundred(words, next));
    Some(rest.map_or((hundreds, hundred_at + 1), |(rest, next)| (hundreds + rest, next)))
}

/// `vingt et un`, `soixante-dix-sept`, `quatre-vingt-douze`.
fn below_hundred(words: &Words, at: usize) -> Read {
    let word = words.at(at);
    let hyphenated = |at: usize| words.after(at).filter(|(_, gap, _)| *gap == Gap::Hyphen);
    if let Some(value) = value_of(UNITS, &word) {
        return Some(match hyphenated(at) {
            Some((next, _, word)) if value == 4 && matches!(&*word, "vingt" | "vingts") => hyphenated(next)
                .and_then(|(at, ..)| below_twenty(words, at))
                .map_or((80, next + 1), |(n, e)| (80 + n, e)),
            _ => (value, at + 1),
        });
    }
    let Some(tens) = value_of(TENS, &word) else { return below_twenty(words, at) };
    let rest = words.after(at).and_then(|(next, gap, word)| match (&*word, gap) {
        ("et", _) => below_twenty(words, words.after(next)?.0).filter(|(rest, _)| matches!(rest, 1 | 11)),
        (_, Gap::Hyphen) => below_twenty(words, next),
        _ => None,
    });
    Some(rest.map_or((tens, at + 1), |(rest, next)| (tens + rest, next)))
}

/// `dix-sept`, `douze`, `trois`.
fn below_twenty(words: &Words, at: usize) -> Read {
    let word = words.at(at);
    let value = value_of(UNITS, &word).or_else(|| value_of(TEENS, &word))?;
    let unit = words.after(at).filter(|(_, gap, _)| value == 10 && *gap == Gap::Hyphen);
    let unit = unit.and_then(|(next, _, word)| Some((10 + value_of(UNITS, &word).filter(|n| *n > 6)?, next + 1)));
    Some(unit.unwrap_or((value, at + 1)))
}
