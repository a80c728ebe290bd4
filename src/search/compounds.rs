//! Parts of German compounds: who looks for “Zentrum” wants the “Innovationszentrum”.
//!
//! A word is taken apart where all of its parts are words of the same index. The first part is found anyway, as the beginning
//! of the word.

use std::sync::Arc;

use rayon::prelude::*;

use crate::search::index::Index;

/// Letters that a part has at least.
const LEAST: usize = 4;
/// Letters of a word that is looked at.
const LONGEST: usize = 60;
/// Parts of a word at most.
const PARTS: usize = 6;
/// What stands between two parts, the longest first.
const LINKS: [&str; 6] = ["es", "en", "er", "s", "n", "e"];

/// Whether words of a language are put together from others without a space.
pub fn has_compounds(tag: &str) -> bool {
    tag.split('-').next() == Some("de")
}

/// The words that are made of others, each with its parts but the first.
pub fn of_index(index: &Index) -> Vec<(Arc<str>, Vec<Arc<str>>)> {
    let words: Vec<&Arc<str>> = index.words().filter(|word| word.len() >= 2 * LEAST).collect();
    let apart = |word: &&Arc<str>| {
        let mut later = Vec::new();
        add_later(word, &|part| index.has(part), &mut later);
        (!later.is_empty()).then(|| ((*word).clone(), later.into_iter().map(Arc::from).collect()))
    };
    words.par_iter().filter_map(apart).collect()
}

/// Adds the parts of a word but the first, and the parts of these.
fn add_later<'w>(word: &'w str, is_word: &impl Fn(&str) -> bool, later: &mut Vec<&'w str>) {
    for part in parts(word, is_word, PARTS).unwrap_or_default().into_iter().skip(1) {
        later.push(part);
        add_later(part, is_word, later);
    }
}

/// The parts of a word, of which there are at least two; the last one as long as can be. `None`: it is not made of words.
fn parts<'w>(word: &'w str, is_word: &impl Fn(&str) -> bool, most: usize) -> Option<Vec<&'w str>> {
    if most < 2 || word.len() > LONGEST {
        return None;
    }
    let starts = word.char_indices().map(|(at, _)| at).filter(|at| *at >= LEAST && word.len() - at >= LEAST);
    starts.into_iter().find_map(|at| {
        let (head, last) = word.split_at(at);
        if !has_letters(last) || !is_word(last) {
            return None;
        }
        let mut whole = before(head, is_word, most - 1)?;
        whole.push(last);
        Some(whole)
    })
}

/// The parts of what stands before the last part, with a link at its end or without.
fn before<'w>(head: &'w str, is_word: &impl Fn(&str) -> bool, most: usize) -> Option<Vec<&'w str>> {
    let without = LINKS.iter().filter_map(|link| head.strip_suffix(link));
    std::iter::once(head)
        .chain(without)
        .filter(|head| has_letters(head))
        .find_map(|head| if is_word(head) { Some(vec![head]) } else { parts(head, is_word, most) })
}

fn has_letters(part: &str) -> bool {
    part.chars().count() >= LEAST && part.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::{add_later, parts};

    fn apart<'w>(word: &'w str, vocabulary: &[&str]) -> Option<Vec<&'w str>> {
        parts(word, &|part| part != word && vocabulary.contains(&part), 6)
    }

    #[test]
    fn a_part_that_is_made_of_others_is_found_by_these_as_well() {
        let words = ["hoch", "leistung", "werkstoff", "leistungswerkstoff"];
        let mut later = Vec::new();

        add_later("hochleistungswerkstoff", &|part| words.contains(&part), &mut later);

        assert_eq!(later, ["leistungswerkstoff", "werkstoff"]);
    }

    #[test]
    fn words_are_taken_apart_where_all_parts_are_words() {
        let words = ["innovation", "zentrum", "energie", "speicher", "hoch", "leistung", "werkstoff", "stadt"];

        assert_eq!(apart("innovationszentrum", &words), Some(vec!["innovation", "zentrum"]));
        assert_eq!(apart("energiespeicher", &words), Some(vec!["energie", "speicher"]));
        assert_eq!(apart("hochleistungswerkstoff", &words), Some(vec!["hoch", "leistung", "werkstoff"]));
        assert_eq!(apart("stadtzentrum", &words), Some(vec!["stadt", "zentrum"]));
    }

    #[test]
    fn what_has_a_part_that_is_no_word_stays_whole() {
        let words = ["innovation", "zentrum", "ion"];

        assert_eq!(apart("handelszentrum", &words), None);
        assert_eq!(apart("zentrum", &words), None);
        assert_eq!(apart("innovation", &words), None);
        assert_eq!(apart("über", &words), None);
    }

    #[test]
    fn a_long_word_ends() {
        for times in [7, 15, 200] {
            assert!(apart(&"haus".repeat(times), &["haus"]).is_none(), "{times}");
        }
    }
}
