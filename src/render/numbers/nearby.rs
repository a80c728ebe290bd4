//! The words around a number: what it counts is said there.

use std::ops::Range;

/// Letters of a word that tell it from others, its endings left out.
const STEM: usize = 6;
/// How many words before and after a number belong to it.
const REACH: usize = 7;
/// Words that say nothing of what is counted.
const EMPTY: &[&str] = &[
    "all", "and", "anzahl", "are", "auf", "aus", "aux", "bei", "dans", "das", "dem", "den", "der", "des", "die", "ein",
    "eine", "einer", "est", "for", "from", "für", "ist", "its", "les", "mit", "nach", "nombre", "number", "par",
    "pour", "que", "qui", "shandong", "sind", "sont", "sur", "that", "the", "their", "this", "total", "und", "une",
    "von", "was", "were", "with", "zahl",
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
    stems: Vec<String>,
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
        let stems = last.iter().copied().chain(words(after).take(REACH)).filter_map(stem).collect();
        Nearby { stems, is_about }
    }

    /// Whether a word with that stem stands there.
    pub fn has(&self, stem: &str) -> bool {
        self.stems.iter().any(|word| word.starts_with(stem) || stem.starts_with(word.as_str()))
    }
}

/// How many of a hundred words of a text stand around a number.
pub fn agreement(text: &str, around: &Nearby) -> usize {
    let stems = stems(text);
    stems.iter().filter(|stem| around.has(stem)).count() * 100 / stems.len().max(1)
}

/// The stems of the words of a text that say something.
pub fn stems(text: &str) -> Vec<String> {
    words(text).filter_map(stem).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

fn stem(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let is_word = word.chars().count() >= 3 && !EMPTY.contains(&&*word);
    is_word.then(|| word.chars().take(STEM).collect())
}
