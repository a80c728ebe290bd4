//! Words of a text in small letters, and the numbers that they spell.

use crate::check::numbers::tokens::{Gap, Tokens};

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
    pub fn firm(value: u64, next: usize) -> Self {
        Spelled { value, next, is_firm: true }
    }

    /// A word that may stand for a number.
    pub fn loose(value: u64, next: usize) -> Self {
        Spelled { value, next, is_firm: false }
    }
}

/// A number read from words, and the position after it.
pub type Read = Option<(u64, usize)>;

/// Words one after another, in small letters.
pub struct Words<'a, 't>(pub &'a Tokens<'t>);

impl Words<'_, '_> {
    /// The word at a position.
    pub fn at(&self, at: usize) -> String {
        self.0.word(at).to_lowercase()
    }

    /// The word after the one at a position.
    pub fn after(&self, at: usize) -> Option<(usize, Gap, String)> {
        let (next, gap) = self.0.next_word(at)?;
        Some((next, gap, self.at(next)))
    }
}

/// What a word stands for in a list of words.
pub fn value_of(list: &[(&str, u64)], word: &str) -> Option<u64> {
    list.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}
