//! Words for those who slip: a key is found by any two of its first three characters, where one of them is wrong, missing or
//! one too many. What is typed is compared with the rest there. Without its first, a key lacks the fourth as well: where pairs
//! are split by what follows the third, it is found there when the fourth is the wrong one.

use crate::search::fold;
use crate::search::index::Key;
use crate::search::shards::{Filed, Layout, layout, weight};

/// Letters of a word that somebody may misspell and still mean.
const LEAST: usize = 4;

/// A key as it is filed: by a pair of its first characters and what follows the third, or the fourth.
struct Slip<'k> {
    letters: String,
    key: &'k str,
}

/// The files of slips, in the order of their buckets, each with its words in order; and how they are spread.
pub fn files(keys: &[Key]) -> (Layout, Vec<Vec<&str>>) {
    let slips: Vec<Slip> = keys.iter().filter(|key| key.is_word).flat_map(|key| of_key(&key.word)).collect();
    let filed: Vec<Filed> =
        slips.iter().map(|slip| Filed { letters: &slip.letters, weight: weight(slip.key) + 2 }).collect();
    let layout = layout(&filed);
    let words = |file: &Vec<u32>| {
        let mut words: Vec<&str> = file.iter().map(|at| slips[*at as usize].key).collect();
        words.dedup();
        words
    };
    let files = layout.files.iter().map(words).collect();
    (layout, files)
}

/// The ways in which a word is filed; none for what nobody misspells by a letter.
fn of_key(key: &str) -> Vec<Slip<'_>> {
    let mut characters = key.chars();
    let is_word = key.chars().count() >= LEAST && key.chars().all(char::is_alphabetic) && !fold::is_of_runs(key);
    let (true, Some(a), Some(b), Some(c)) = (is_word, characters.next(), characters.next(), characters.next()) else {
        return Vec::new();
    };
    let rest = characters.as_str();
    characters.next();
    let mut ways = vec![format!("{a}{b}{rest}"), format!("{a}{c}{rest}"), format!("{b}{c}{}", characters.as_str())];
    ways.sort_unstable();
    ways.dedup();
    ways.into_iter().map(|letters| Slip { letters, key }).collect()
}

#[cfg(test)]
mod tests {
    use super::of_key;

    fn letters(key: &str) -> Vec<String> {
        of_key(key).into_iter().map(|slip| slip.letters).collect()
    }

    #[test]
    fn a_word_is_filed_by_each_pair_of_its_first_three_letters() {
        assert_eq!(letters("haier"), ["air", "haer", "hier"]);
        assert_eq!(letters("aaab"), ["aa", "aab"]);
    }

    #[test]
    fn a_word_is_filed_where_it_is_looked_for_with_a_wrong_fourth_letter() {
        let typed = letters("haixr");

        assert!(letters("haier").iter().any(|way| typed.contains(way)), "{typed:?}");
    }

    #[test]
    fn short_words_numbers_and_chinese_are_not_misspelt_by_a_letter() {
        for key in ["abc", "2026", "青岛", "ガスガス", ""] {
            assert!(letters(key).is_empty(), "{key}");
        }
    }
}
