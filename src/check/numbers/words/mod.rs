//! Numbers in words: English, German and French. Other languages have digits only.

mod spelled;
mod english;
mod french;
mod german;

use crate::check::numbers::tokens::Tokens;
use crate::check::numbers::words::spelled::Spelled;

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

#[cfg(test)]
mod tests;
