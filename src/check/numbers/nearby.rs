//! The words around a number: what it counts is said there.

use std::ops::Range;

/// How many letters an ending has at most.
const ENDING: usize = 3;
/// A word of a label with as many letters may go on in a text: *Schwerpunkt* in *Schwerpunktketten*.
const LONG: usize = 8;
/// How many words before and after a number belong to it.
const REACH: usize = 7;
/// Words that say nothing of what is counted.
const EMPTY: &[&str] = &[
    "all", "and", "anzahl", "are", "auf", "aus", "aux", "bei", "dans", "das", "dem", "den", "der", "des", "die", "ein",
    "eine", "einer", "est", "for", "from", "für", "ist", "its", "les", "mit", "nach", "nombre", "number", "par",
    "pour", "que", "qui", "sind", "sont", "sur", "that", "the", "their", "this", "total", "und", "une", "von", "was",
    "were", "with", "zahl",
];
/// Words before a number that is not exact.
const ABOUT: &[&str] = &[
    "about",
    "around",
    "some",
    "nearly",
    "almost",
    "over",
    "than",
    "least",
    "rund",
    "etwa",
    "knapp",
    "fast",
    "über",
    "als",
    "mindestens",
    "environ",
    "près",
    "presque",
    "plus",
    "moins",
    "quelque",
];

/// The words around a number, up to the ends of its sentence.
pub struct Nearby {
    before: Vec<String>,
    after: Vec<String>,
    /// Whether a word before says that the number is not exact.
    pub is_about: bool,
}

impl Nearby {
    /// The words around some bytes of a text.
    pub fn of(text: &str, range: &Range<usize>) -> Self {
        let (before, after) = (&text[..range.start], &text[range.end..]);
        let ends = |c: char| ".!?;\u{fffc}".contains(c) || c.is_ascii_digit();
        let before = before.rfind(ends).map_or(before, |at| before[at..].trim_start_matches(ends));
        let after = after.find(ends).map_or(after, |at| &after[..at]);
        let last: Vec<&str> = words(before).collect();
        let last = &last[last.len().saturating_sub(REACH)..];
        let is_about = last.iter().rev().take(2).any(|word| ABOUT.contains(&&*word.to_lowercase()));
        let after = words(after).take(REACH).filter_map(significant_word).collect();
        Nearby { before: last.iter().copied().filter_map(significant_word).collect(), after, is_about }
    }

    /// Whether a word like that stands there.
    pub fn has(&self, label: &str) -> bool {
        self.before.iter().any(|word| is_alike(word, label)) || self.is_followed_by(label)
    }

    /// Whether a word like that stands behind the number.
    pub fn is_followed_by(&self, label: &str) -> bool {
        self.after.iter().any(|word| is_alike(word, label))
    }
}

/// Whether a word of a text is one of a label but for its ending, or begins with it.
fn is_alike(word: &str, label: &str) -> bool {
    let common = word.chars().zip(label.chars()).take_while(|(a, b)| a == b).count();
    let (word, label) = (word.chars().count(), label.chars().count());
    let is_form = common >= 3 && word - common <= ENDING && label - common <= ENDING && common * 2 > label;
    is_form || (common == label && label >= LONG)
}

/// How many of a hundred words of a text stand around a number.
pub fn agreement(text: &str, around: &Nearby) -> usize {
    let words = significant_words(text);
    words.iter().filter(|word| around.has(word)).count() * 100 / words.len().max(1)
}

/// The words of a text that say something, in small letters.
pub fn significant_words(text: &str) -> Vec<String> {
    words(text).filter_map(significant_word).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

fn significant_word(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let is_word = word.chars().count() >= 3 && !EMPTY.contains(&&*word);
    is_word.then_some(word)
}
