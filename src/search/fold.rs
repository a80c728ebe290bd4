//! Words as a search compares them: without case and accents, runs of Chinese and Japanese in pairs.
//!
//! `words.js` of the theme folds what is typed in the same way: what is changed here is changed there, and both are held to
//! `folding.json`.

use std::borrow::Cow;

use icu::normalizer::DecomposingNormalizerBorrowed;
use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup, Script};

/// What stands before an apostrophe and is no word of its own, in French and Italian: `l’énergie`.
const ELIDED: &[&str] = &[
    "l", "d", "qu", "j", "m", "t", "s", "n", "c", "jusqu", "lorsqu", "puisqu", "quoiqu", "dell", "all", "dall", "nell",
    "sull", "un",
];
/// The mark of a long vowel in Japanese, which is of no script of its own.
const LONG_VOWEL: char = 'ー';
/// Between what is elided and the word.
const APOSTROPHES: &[char] = &['\'', '’', '‘', 'ʼ'];

/// Breaks a line where a word is divided, and is not seen elsewhere.
const SOFT_HYPHEN: char = '\u{ad}';
/// Letters of a word; what is longer, in a script that sets no spaces, is several.
const LONGEST: usize = 64;

/// Calls `visit` with each word of a text, folded, in their order.
pub fn words(text: &str, visit: &mut impl FnMut(&str)) {
    runs(text, &mut |run| if is_of_runs(run) { pairs(run, visit) } else { visit(run) });
}

/// The text without what stands between its words.
pub fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    runs(text, &mut |run| joined.push_str(run));
    joined
}

/// Calls `visit` with what stands between spaces and signs, folded: words, and whole runs of characters without spaces.
fn runs(text: &str, visit: &mut impl FnMut(&str)) {
    let mut folding = Folding { word: String::new(), run: String::new(), visit };
    for c in decomposed(text).chars() {
        folding.letter(c);
    }
    folding.end();
}

/// Pairs of neighbours; of a single character that one.
fn pairs(run: &str, visit: &mut impl FnMut(&str)) {
    let starts = run.char_indices().map(|(at, _)| at);
    let ends = run.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1);
    let mut is_single = true;
    for (start, end) in starts.zip(ends) {
        is_single = false;
        visit(&run[start..end]);
    }
    if is_single {
        visit(run);
    }
}

/// A text with its letters and their marks apart, and with what is drawn otherwise as the letters that it stands for.
fn decomposed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { DecomposingNormalizerBorrowed::new_nfkd().normalize(text) }
}

struct Folding<'v, V> {
    /// The word that is being read.
    word: String,
    /// The run of characters without spaces that is being read.
    run: String,
    visit: &'v mut V,
}

impl<V: FnMut(&str)> Folding<'_, V> {
    fn letter(&mut self, c: char) {
        if c.is_ascii() {
            match c.is_ascii_alphanumeric() {
                true => self.add(c.to_ascii_lowercase()),
                false => self.between(c),
            }
            return;
        }
        let category = CodePointMapData::<GeneralCategory>::new().get(c);
        match () {
            () if APOSTROPHES.contains(&c) => self.between(c),
            () if c == SOFT_HYPHEN || GeneralCategoryGroup::Mark.contains(category) => {}
            () if is_run(c) => {
                self.end_word();
                self.run.push(c);
            }
            () if GeneralCategoryGroup::Letter.contains(category)
                || GeneralCategoryGroup::Number.contains(category) =>
            {
                c.to_lowercase().for_each(|c| self.add(c));
            }
            () => self.between(c),
        }
    }

    fn add(&mut self, c: char) {
        self.end_run();
        match c {
            'ß' => self.extend("ss"),
            'æ' => self.extend("ae"),
            'œ' => self.extend("oe"),
            'ø' => self.extend("o"),
            'ł' => self.extend("l"),
            'ς' => self.extend("σ"),
            c => self.extend(c.encode_utf8(&mut [0; 4])),
        }
    }

    /// Adds letters to the word, and what is too much to the next.
    fn extend(&mut self, letters: &str) {
        for c in letters.chars() {
            // Bytes are counted sooner, and few words have so many.
            if self.word.len() >= LONGEST && self.word.chars().count() >= LONGEST {
                self.end_word();
            }
            self.word.push(c);
        }
    }

    /// What is no part of a word ends one, and after an apostrophe the rest may be another.
    fn between(&mut self, c: char) {
        if APOSTROPHES.contains(&c) && ELIDED.contains(&&*self.word) {
            self.word.clear();
        }
        self.end();
    }

    fn end(&mut self) {
        self.end_word();
        self.end_run();
    }

    fn end_word(&mut self) {
        if !self.word.is_empty() {
            (self.visit)(&self.word);
            self.word.clear();
        }
    }

    fn end_run(&mut self) {
        if !self.run.is_empty() {
            (self.visit)(&self.run);
            self.run.clear();
        }
    }
}

/// Whether a character is of a script that sets no spaces between words.
fn is_run(c: char) -> bool {
    c == LONG_VOWEL || matches!(script(c), Script::Han | Script::Hiragana | Script::Katakana)
}

/// Whether a character is Chinese.
pub fn is_han(c: char) -> bool {
    script(c) == Script::Han
}

/// Whether a key is of such characters, which nobody misspells by a letter.
pub fn is_of_runs(key: &str) -> bool {
    key.chars().next().is_some_and(is_run)
}

fn script(c: char) -> Script {
    CodePointMapData::<Script>::new().get(c)
}

#[cfg(test)]
mod tests {
    use super::{joined, runs, words};

    fn folded(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        words(text, &mut |word| found.push(word.to_owned()));
        found
    }

    #[test]
    fn texts_are_folded_as_the_script_folds_them() {
        let table = include_str!("folding.json");
        let table: Vec<(String, Vec<String>)> = serde_json::from_str(table).expect("texts, each with its words");
        assert!(table.len() > 30, "{}", table.len());
        for (text, expected) in table {
            let mut found = Vec::new();
            runs(&text, &mut |run| found.push(run.to_owned()));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn runs_without_spaces_are_kept_in_pairs() {
        assert_eq!(folded("青岛市"), ["青岛", "岛市"]);
        assert_eq!(folded("海尔Haier 2号"), ["海尔", "haier", "2", "号"]);
        assert_eq!(folded("ガス・パ"), ["カス", "ハ"]);
        assert_eq!(folded("センター"), ["セン", "ンタ", "ター"]);
    }

    #[test]
    fn a_name_is_joined_without_spaces_and_signs() {
        assert_eq!(joined("Tai’an"), "taian");
        assert_eq!(joined("L’Œuvre (Paris) 2"), "oeuvreparis2");
        assert_eq!(joined("海尔 Haier"), "海尔haier");
        assert_eq!(joined(" — "), "");
    }
}
