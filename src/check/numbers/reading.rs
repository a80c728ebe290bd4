//! Reading the numbers of a text in one language: in digits and in words, and what each of them says.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::numbers::amount;
use crate::check::numbers::tokens::{Kind, Token, Tokens};
use crate::check::numbers::words::Tongue;

/// A number in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    /// Its value in plain digits.
    pub value: String,
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// Whether it counts or measures something for certain. Others only answer one of the other language: parts of names,
    /// dates, orders, *one*.
    pub is_firm: bool,
    /// What it measures.
    pub sense: Sense,
    /// The value with the one that is not counted: *five others* are one of six.
    pub with_one: Option<String>,
}

/// What a number measures, as far as its unit tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// A share.
    Percent,
    /// An amount of money.
    Money,
    /// Anything else.
    Other,
}

/// Reads numbers as one language writes them.
pub struct Reader {
    /// The language of number words.
    pub tongue: Tongue,
    decimal: char,
    months: BTreeSet<String>,
}

/// What stands before a number that only numbers something.
const NUMBERED: &[&str] = &[
    "no",
    "nos",
    "nr",
    "n",
    "num", // parts of documents
    "section",
    "sections",
    "chapter",
    "page",
    "pages",
    "table",
    "article",
    "paragraph",
    "annex",
    "appendix",
    "footnote",
    "abschnitt",
    "kapitel",
    "seite",
    "seiten",
    "tabelle",
    "artikel",
    "absatz",
    "ziffer",
    "anhang",
    "abbildung",
    "fußnote",
    "chapitre",
    "tableau",
    "alinéa",
    "annexe",
    "note",
];
/// Beginnings of words for those that are counted beside one.
const OTHERS: &[&str] = &["other", "further", "more", "ander", "weiter", "übrig", "autre"];
/// What joins the days of one month: `24 to 26 September`.
const BETWEEN: &[&str] = &["to", "and", "or", "until", "bis", "und", "oder", "au", "et", "ou"];
/// Words for a hundredth part.
pub const PERCENT: &[&str] = &["percent", "percentage", "prozent", "prozentpunkte", "prozentpunkten", "pourcentage"];
/// Currencies, in words and codes.
pub const MONEY: &[&str] = &[
    "yuan", "yuans", "renminbi", "rmb", "cny", "euro", "euros", "eur", "dollar", "dollars", "usd", "pound", "pounds",
    "pfund", "livres", "franken", "francs", "chf", "gbp", "jpy", "yen", "yens",
];

impl Typed {
    /// Whether two numbers say the same: equal values, or *five others* for one of six.
    pub fn answers(&self, other: &Typed) -> bool {
        match (&self.with_one, &other.with_one) {
            (Some(all), None) if *all == other.value => true,
            (None, Some(all)) if *all == self.value => true,
            _ => self.value == other.value,
        }
    }
}

impl Reader {
    /// A reader for a language: its tag, its sign before decimals and the names of its months.
    pub fn new(code: &str, decimal: char, months: impl IntoIterator<Item = String>) -> Self {
        let months = months.into_iter().map(|name| name.trim_matches('.').to_lowercase()).collect();
        Reader { tongue: Tongue::of(code), decimal, months }
    }

    /// Every number of a text.
    pub fn read(&self, text: &str) -> Vec<Typed> {
        let tokens = Tokens::of(text, self.decimal);
        let (mut found, mut at) = (Vec::new(), 0);
        while at < tokens.len() {
            let Some((value, next, is_firm)) = self.number(&tokens, at) else {
                at += 1;
                continue;
            };
            let (Some(first), Some(last)) = (tokens.get(at), tokens.get(next - 1)) else { break };
            let range = first.range.start..last.range.end;
            let sense = self.sense(&tokens, at, next);
            let with_one = value.parse::<u64>().ok().filter(|_| has_others(&tokens, at, next));
            let with_one = with_one.map(|value| value.saturating_add(1).to_string());
            found.push(Typed { value, range, is_firm, sense, with_one });
            at = next;
        }
        found
    }

    /// The number at a position: its value, the position after it, and whether it counts something.
    fn number(&self, tokens: &Tokens, at: usize) -> Option<(String, usize, bool)> {
        if let Some(digits) = tokens.number(at) {
            let scale = tokens.next_word(at).and_then(|(word, _)| Some((word, self.tongue.scale(tokens.word(word))?)));
            return Some(match scale {
                Some((word, power)) => (amount::scaled(digits, power), word + 1, true),
                None => (digits.to_owned(), at + 1, !self.is_loose(tokens, at, digits)),
            });
        }
        let spelled = self.tongue.read(tokens, at)?;
        let is_firm = spelled.is_firm && !is_part(tokens, at, spelled.next) && !is_name(tokens, at, spelled.next);
        Some((spelled.value.to_string(), spelled.next, is_firm))
    }

    /// Whether a number in digits may be anything but a count or a measure.
    fn is_loose(&self, tokens: &Tokens, at: usize, digits: &str) -> bool {
        let length = tokens.get(at).map_or(0, |token| token.range.len());
        let is_year = length == 4 && digits.len() == 4 && matches!(&digits[..2], "19" | "20");
        let is_code = digits.matches('.').count() > 1 || (length > digits.len() && starts_with_zero(tokens, at));
        is_year
            || is_code
            || is_part(tokens, at, at + 1)
            || is_joined(tokens, at)
            || self.is_ordinal(tokens, at)
            || self.is_named(tokens, at)
            || self.is_day(tokens, at, digits)
    }

    /// Whether a point after the number makes it an order: `14. Fünfjahresplan`.
    fn is_ordinal(&self, tokens: &Tokens, at: usize) -> bool {
        let has_point = tokens.sign(at + 1) == Some('.') && tokens.touches(at);
        has_point
            && !tokens.word(at + 2).is_empty()
            && !tokens.touches(at + 1)
            && !matches!(self.tongue, Tongue::English | Tongue::French)
    }

    /// Whether a number belongs to a name before it: `Fortune 500`, `ISO 9001`, `No. 5`.
    fn is_named(&self, tokens: &Tokens, at: usize) -> bool {
        let before = match tokens.before(at) {
            Some(token) if matches!(token.kind, Kind::Sign('.' | '°')) => at.saturating_sub(2),
            Some(Token { kind: Kind::Sign('#' | '§' | '№'), .. }) => return true,
            _ => at.wrapping_sub(1),
        };
        let word = tokens.word(before);
        if NUMBERED.contains(&&*word.to_lowercase()) {
            return true;
        }
        let is_next = before.wrapping_add(1) == at;
        let is_currency = MONEY.contains(&&*word.to_lowercase());
        let is_capital = word.starts_with(char::is_uppercase) && !tokens.begins_sentence(before);
        let is_code = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        is_next && !is_currency && (is_code || (is_capital && self.tongue != Tongue::German))
    }

    /// Whether a number is the day of a date: a month stands beside it, or beside the day it goes up to.
    fn is_day(&self, tokens: &Tokens, at: usize, digits: &str) -> bool {
        let is_short = |at: usize| tokens.number(at).is_some_and(|day| day.len() <= 2);
        let is_sign = |at: usize| tokens.sign(at).is_some_and(|sign| ".,".contains(sign));
        let is_between = |at: usize| {
            let is_dash = tokens.sign(at).is_some_and(|sign| ",–-".contains(sign));
            is_dash || BETWEEN.contains(&&*tokens.word(at).to_lowercase())
        };
        let month_before = |at: usize| {
            let skipped = at.wrapping_sub(if is_sign(at.wrapping_sub(1)) { 2 } else { 1 });
            self.is_month(tokens.word(skipped))
        };
        let month_after = |at: usize| {
            let next = at + if is_sign(at + 1) || tokens.word(at + 1) == "of" { 2 } else { 1 };
            self.is_month(tokens.word(next))
        };
        if digits.len() > 2 {
            return false;
        }
        let to = at + if is_sign(at + 1) && is_between(at + 2) { 3 } else { 2 };
        let from = at.wrapping_sub(if is_sign(at.wrapping_sub(2)) { 3 } else { 2 });
        month_before(at)
            || month_after(at)
            || (is_between(to - 1) && is_short(to) && month_after(to))
            || (at > 1 && is_between(at - 1) && is_short(from) && month_before(from))
    }

    fn is_month(&self, word: &str) -> bool {
        !word.is_empty() && self.months.contains(&word.to_lowercase())
    }

    fn sense(&self, tokens: &Tokens, at: usize, next: usize) -> Sense {
        let is_money = |at: usize| MONEY.contains(&&*tokens.word(at).to_lowercase());
        let is_sign = |at: usize, signs: &str| tokens.sign(at).is_some_and(|sign| signs.contains(sign));
        let first = tokens.word(next).to_lowercase();
        let french_percent = first == "pour" && tokens.word(next + 1) == "cent";
        if is_sign(next, "%‰") || PERCENT.contains(&&*first) || french_percent {
            return Sense::Percent;
        }
        // `millions de yuans`, `millions d’euros`, `Mio. Yuan`.
        let next = if is_sign(next, ".") && tokens.touches(next - 1) { next + 1 } else { next };
        let first = tokens.word(next).to_lowercase();
        let after = match (first.as_str(), tokens.sign(next + 1)) {
            ("de", _) => next + 1,
            ("d", Some('’' | '\'')) => next + 2,
            _ => next,
        };
        let before = at.wrapping_sub(1);
        let has_sign = is_sign(before, "€$£¥") || is_sign(next, "€$£¥");
        if has_sign || is_money(before) || is_money(after) { Sense::Money } else { Sense::Other }
    }
}

/// Whether a number touches letters, or a hyphen with letters behind: `5G`, `17th`, `Covid-19`, `five-year`.
fn is_part(tokens: &Tokens, at: usize, next: usize) -> bool {
    let touches_before = at > 0 && tokens.touches(at - 1);
    let touches_after = tokens.touches(next - 1);
    let is_word = |at: usize| !tokens.word(at).is_empty();
    let is_hyphenated =
        |hyphen: usize, other: usize| tokens.is_hyphen(hyphen) && tokens.touches(other) && is_word(other);
    (touches_before && (is_word(at - 1) || (at > 1 && is_hyphenated(at - 1, at - 2))))
        || (touches_after && (is_word(next) || (tokens.is_hyphen(next) && tokens.touches(next) && is_word(next + 1))))
}

/// Whether a number in digits is joined with another by a point, a stroke, a colon or a hyphen: dates, times, ratios of
/// years, telephone numbers.
fn is_joined(tokens: &Tokens, at: usize) -> bool {
    let is_joint = |sign: usize| tokens.sign(sign).is_some_and(|sign| "./:".contains(sign));
    let before = at > 1 && is_joint(at - 1) && tokens.touches(at - 1) && tokens.touches(at - 2);
    let after = is_joint(at + 1) && tokens.touches(at) && tokens.touches(at + 1);
    let of_year = |at: usize, sign: usize| {
        let is_dash = tokens.sign(sign).is_some_and(|sign| "-–".contains(sign));
        is_dash && tokens.number(at).is_some_and(|year| year.len() == 4 && matches!(&year[..2], "19" | "20"))
    };
    let is_code = |at: usize| starts_with_zero(tokens, at) || tokens.number(at).is_some_and(|digits| digits.len() > 4);
    let of_code = |other: usize, hyphen: usize| {
        tokens.is_hyphen(hyphen) && tokens.number(other).is_some() && (is_code(at) || is_code(other))
    };
    (before && tokens.number(at - 2).is_some())
        || (at > 1 && tokens.touches(at - 1) && tokens.touches(at - 2) && of_code(at - 2, at - 1))
        || (tokens.touches(at) && tokens.touches(at + 1) && of_code(at + 2, at + 1))
        || (after && tokens.number(at + 2).is_some())
        || (at > 1 && tokens.touches(at - 1) && tokens.touches(at - 2) && of_year(at - 2, at - 1))
        || (at > 3 && tokens.touches(at - 1) && tokens.touches(at - 2) && of_year(at - 4, at - 3))
}

fn starts_with_zero(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        let text = &tokens.text[token.range.clone()];
        text.starts_with('0') && text.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
    })
}

/// Whether those that are counted are others: *five other centers*, *cinq autres*, *die anderen fünf*.
fn has_others(tokens: &Tokens, at: usize, next: usize) -> bool {
    let is_other = |at: usize| {
        let word = tokens.word(at).to_lowercase();
        !word.is_empty() && OTHERS.iter().any(|other| word.starts_with(other))
    };
    is_other(next) || is_other(at.wrapping_sub(1))
}

/// Whether number words have a capital inside of a sentence: then they are a part of a name.
fn is_name(tokens: &Tokens, at: usize, next: usize) -> bool {
    let is_capital = |at: usize| tokens.word(at).starts_with(char::is_uppercase);
    let is_scale_alone = next == at + 1 && matches!(tokens.word(at), "Hundert" | "Tausend");
    is_capital(at) && !tokens.begins_sentence(at) && !is_scale_alone
}

#[cfg(test)]
mod tests;
