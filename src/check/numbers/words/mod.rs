//! Numbers in words: English, German and French. Other languages have digits only.

mod english;
mod french;
mod german;

use crate::check::numbers::tokens::{Gap, Tokens};

/// A language whose number words are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    English,
    /// German.
    German,
    /// French.
    French,
    /// Any other: its words say nothing here.
    Other,
}

/// A number in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelled {
    /// Its value.
    pub value: u64,
    /// The position after its last word.
    pub next: usize,
    /// Whether it counts something for certain: *one*, *both*, ordinals and parts of other words may mean no number.
    pub is_firm: bool,
}

impl Spelled {
    /// A number that counts something.
    fn firm(value: u64, next: usize) -> Self {
        Spelled { value, next, is_firm: true }
    }

    /// A word that may stand for a number.
    fn loose(value: u64, next: usize) -> Self {
        Spelled { value, next, is_firm: false }
    }
}

impl Tongue {
    /// The language of a tag.
    pub fn of(code: &str) -> Self {
        match code.split('-').next() {
            Some("en") => Tongue::English,
            Some("de") => Tongue::German,
            Some("fr") => Tongue::French,
            _ => Tongue::Other,
        }
    }

    /// The number that begins with the word at a position.
    pub fn read(self, tokens: &Tokens, at: usize) -> Option<Spelled> {
        if !self.may_begin(tokens.word(at)) {
            return None;
        }
        match self {
            Tongue::English => english::read(tokens, at),
            Tongue::German => german::read(tokens, at),
            Tongue::French => french::read(tokens, at),
            Tongue::Other => None,
        }
    }

    /// The power of ten that a word after digits stands for: `820 million`.
    pub fn scale(self, word: &str) -> Option<u32> {
        if word.is_empty() {
            return None;
        }
        let word = word.to_lowercase();
        let of = |list: &[(&str, u32)]| list.iter().find(|(known, _)| *known == word).map(|(_, power)| *power);
        match self {
            Tongue::English => of(english::SCALES),
            Tongue::German => of(german::SCALES),
            Tongue::French => of(french::SCALES),
            Tongue::Other => None,
        }
    }

    /// Whether a word may begin a number: nearly all are passed over by their first letters, before anything is allocated.
    fn may_begin(self, word: &str) -> bool {
        let bytes = word.as_bytes();
        let first: [u8; 3] = std::array::from_fn(|at| bytes.get(at).copied().unwrap_or(b' ').to_ascii_lowercase());
        let list: &[&[u8; 3]] = match self {
            Tongue::English => english::BEGINNINGS,
            Tongue::German => german::BEGINNINGS,
            Tongue::French => french::BEGINNINGS,
            Tongue::Other => &[],
        };
        list.contains(&&first)
    }
}

/// A number read from words, and the position after it.
type Read = Option<(u64, usize)>;

/// Words one after another, in small letters.
struct Words<'a, 't>(&'a Tokens<'t>);

impl Words<'_, '_> {
    fn at(&self, at: usize) -> String {
        self.0.word(at).to_lowercase()
    }

    /// The word after the one at a position.
    fn after(&self, at: usize) -> Option<(usize, Gap, String)> {
        let (next, gap) = self.0.next_word(at)?;
        Some((next, gap, self.at(next)))
    }
}

/// What a word stands for in a list of words.
fn value_of(list: &[(&str, u64)], word: &str) -> Option<u64> {
    list.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests;
