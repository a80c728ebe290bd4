//! A text cut into words, numbers in digits, and signs.

use std::ops::Range;

use crate::check::numbers::amount;

/// A piece of a text. Spaces are left out: neighbours that touch have no gap between their ranges.
#[derive(Debug, Clone)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// What a piece of a text is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Letters.
    Word,
    /// Digits, read as the language groups and points them: their value in plain digits.
    Number(String),
    /// Any other character.
    Sign(char),
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Spaces.
    Space,
    /// A hyphen, without spaces.
    Hyphen,
}

/// A text with its pieces.
pub struct Tokens<'t> {
    /// The text.
    pub text: &'t str,
    list: Vec<Token>,
}

/// Hyphens, also the one that breaks no line.
const HYPHENS: [char; 2] = ['-', '\u{2011}'];
/// Signs that group digits, beside the comma and the point.
const GROUPING: &str = ".,'’ \u{a0}\u{202f}\u{2009}";

impl<'t> Tokens<'t> {
    /// Cuts a text. `decimal` is the sign before decimals.
    pub fn of(text: &'t str, decimal: char) -> Self {
        let (mut list, mut at) = (Vec::with_capacity(text.len() / 5), 0);
        while let Some(first) = text[at..].chars().next() {
            let start = at;
            let kind = if first.is_ascii_digit() {
                let (value, length) = digits(&text[at..], decimal);
                at += length;
                Kind::Number(value)
            } else if is_letter(first) {
                at += text[at..].find(|c| !is_letter(c)).unwrap_or(text.len() - at);
                Kind::Word
            } else {
                at += first.len_utf8();
                Kind::Sign(first)
            };
            if !matches!(kind, Kind::Sign(sign) if sign.is_whitespace()) {
                list.push(Token { kind, range: start..at });
            }
        }
        Tokens { text, list }
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// A piece; `None` past the end.
    pub fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// The piece before; `None` at the beginning.
    pub fn before(&self, at: usize) -> Option<&Token> {
        self.list.get(at.checked_sub(1)?)
    }

    /// The word at a position, as it is written; empty where there is none.
    pub fn word(&self, at: usize) -> &'t str {
        match self.list.get(at) {
            Some(Token { kind: Kind::Word, range }) => &self.text[range.clone()],
            _ => "",
        }
    }

    /// The word before a position; empty where there is none.
    pub fn word_before(&self, at: usize) -> &'t str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// The sign at a position.
    pub fn sign(&self, at: usize) -> Option<char> {
        match self.list.get(at)?.kind {
            Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    /// The number in digits at a position.
    pub fn number(&self, at: usize) -> Option<&str> {
        match &self.list.get(at)?.kind {
            Kind::Number(value) => Some(value),
            _ => None,
        }
    }

    /// Whether two neighbours touch.
    pub fn touches(&self, at: usize) -> bool {
        match (self.list.get(at), self.list.get(at + 1)) {
            (Some(a), Some(b)) => a.range.end == b.range.start,
            _ => false,
        }
    }

    /// The word that follows a piece after spaces or a hyphen, and which of them.
    pub fn next_word(&self, at: usize) -> Option<(usize, Gap)> {
        if self.is_hyphen(at + 1) && self.touches(at) && self.touches(at + 1) && !self.word(at + 2).is_empty() {
            return Some((at + 2, Gap::Hyphen));
        }
        (!self.word(at + 1).is_empty() && !self.touches(at)).then_some((at + 1, Gap::Space))
    }

    /// Whether a hyphen stands at a position.
    pub fn is_hyphen(&self, at: usize) -> bool {
        self.sign(at).is_some_and(|sign| HYPHENS.contains(&sign))
    }

    /// Whether a sentence, or a part of one that may begin with a capital, begins at a position.
    pub fn begins_sentence(&self, at: usize) -> bool {
        match self.before(at) {
            None => true,
            Some(token) => matches!(token.kind, Kind::Sign(sign) if !HYPHENS.contains(&sign) && !",'’".contains(sign)),
        }
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic()
}

/// The number that begins a text, and how many bytes it has.
fn digits(text: &str, decimal: char) -> (String, usize) {
    let run = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let mut length = run(0);
    let (mut value, mut at) = (text[..length].to_owned(), length);
    let (mut is_decimal, mut is_version) = (false, false);
    while let Some(sign) = text[at..].chars().next() {
        let after = at + sign.len_utf8();
        let next = run(after);
        if next == 0 {
            break;
        }
        let part = &text[after..after + next];
        let may_group = !is_decimal && !is_version && sign != decimal && GROUPING.contains(sign);
        if may_group && next == 3 && length <= 3 && all_groups(&text[at..], sign) {
            value.push_str(part);
        } else if sign == '.' && sign != decimal && !is_date(&text[after..]) {
            // A number of a version: 1.1.3.
            (is_version, value) = (true, format!("{value}.{part}"));
        } else if sign == decimal && (!is_decimal || sign == '.') {
            (is_decimal, value) = (true, format!("{value}.{part}"));
        } else {
            break;
        }
        (length, at) = (next, after + next);
    }
    (amount::normal(&value), at)
}

/// Whether every group that this sign begins has three digits: `1.100.200`, not `1.100.20`.
fn all_groups(rest: &str, sign: char) -> bool {
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != sign).unwrap_or(rest.len());
    rest[..end].trim_end_matches(sign).split(sign).skip(1).all(|group| group.len() == 3)
}

/// Whether a day goes on with month and year (`02.2022`), or a month with its year.
fn is_date(rest: &str) -> bool {
    let digits = |part: &str| part.bytes().take_while(u8::is_ascii_digit).count();
    match rest.split_once('.') {
        Some((month, year)) if month.len() <= 2 => digits(year) == 4,
        _ => digits(rest) == 4,
    }
}
