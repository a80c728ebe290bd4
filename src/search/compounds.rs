//! Parts of German compounds: who looks for “Zentrum” wants the “Innovationszentrum”.
//!
//! A word is taken apart where all of its parts are words of the same index; else where its end is one; else where its
//! beginning is one, or ends as a first part does before several others: `Funktions|keramik`, `Funktions|fasern`. The first
//! part is found anyway, as the beginning of the word.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::search::index::Index;

/// Letters that a part has at least.
const LEAST: usize = 4;
/// Letters that a part has at least where the other one is no word.
const ALONE: usize = 5;
/// Parts of a word at most.
const PARTS: usize = 6;
/// Letters of a word that is looked at.
const LONGEST: usize = 60;
/// What stands between two parts, the longest first.
const LINKS: [&str; 6] = ["es", "en", "er", "s", "n", "e"];
/// Ends of words that are no words, but make others of them.
const ENDINGS: [&str; 5] = ["heit", "isch", "keit", "lich", "schaft"];
/// Letters that follow a beginning which is the first part of several words.
const FOLLOWING: usize = 3;

/// Whether words of a language are put together from others without a space.
pub fn has_compounds(tag: &str) -> bool {
    tag.split('-').next() == Some("de")
}

/// The words that are made of others, each with its parts but the first.
pub fn of_index(index: &Index) -> Vec<(Arc<str>, Vec<Arc<str>>)> {
    let mut words: Vec<&str> = index.words().map(|word| &**word).collect();
    words.sort_unstable();
    let vocabulary = Vocabulary { is_word: &|word| index.has(word), words: &words };
    let long: Vec<&Arc<str>> = index.words().filter(|word| word.len() >= 2 * LEAST).collect();
    let apart = |word: &&Arc<str>| {
        let mut later = Vec::new();
        vocabulary.add_later(word, &mut later);
        (!later.is_empty()).then(|| ((*word).clone(), later.into_iter().map(Arc::from).collect()))
    };
    long.par_iter().filter_map(apart).collect()
}

/// The words that there are.
struct Vocabulary<'v> {
    is_word: &'v (dyn Fn(&str) -> bool + Sync),
    /// In their order.
    words: &'v [&'v str],
}

impl Vocabulary<'_> {
    /// Adds the parts of a word but the first, and the parts of these.
    fn add_later<'w>(&self, word: &'w str, later: &mut Vec<&'w str>) {
        let made = parts(word, &self.is_word, PARTS).map(|parts| parts[1..].to_vec());
        for part in made.or_else(|| self.end(word).map(|end| vec![end])).unwrap_or_default() {
            later.push(part);
            self.add_later(part, later);
        }
    }

    /// The end of a word of which only one part is known.
    fn end<'w>(&self, word: &'w str) -> Option<&'w str> {
        let splits = word.char_indices().map(|(at, _)| word.split_at(at));
        let long = splits.filter(|(head, end)| has_letters(head, LEAST) && has_letters(end, ALONE));
        let long: Vec<(&str, &str)> = long.collect();
        let known = long.iter().find(|(_, end)| (self.is_word)(end));
        let begun = || {
            long.iter().rev().find(|(head, end)| self.first_part(head).is_some_and(|first| is_apart(word, first, end)))
        };
        known.or_else(begun).map(|(_, end)| *end)
    }

    /// The first part of a word, without its link: a word, or the beginning of several.
    fn first_part<'w>(&self, head: &'w str) -> Option<&'w str> {
        let without = LINKS.iter().filter_map(|link| head.strip_suffix(link));
        let is_word = |head: &&str| has_letters(head, LEAST) && (self.is_word)(head);
        let known = std::iter::once(head).chain(without).find(is_word);
        known.or_else(|| self.has_several(head).then_some(head))
    }

    /// Whether a beginning has the link of a first part, and goes on in several ways.
    fn has_several(&self, head: &str) -> bool {
        if !head.ends_with('s') || !has_letters(head, ALONE + 1) {
            return false;
        }
        let mut rest = &self.words[self.words.partition_point(|word| *word < head)..];
        let mut ways = BTreeSet::new();
        // Those that go on alike stand side by side: from each way on to the next.
        while let Some(after) = rest.first().and_then(|word| word.strip_prefix(head)) {
            let way = after.chars().next();
            ways.extend(way);
            if ways.len() >= FOLLOWING {
                return true;
            }
            let alike = |word: &&str| word.strip_prefix(head).is_some_and(|after| after.chars().next() == way);
            rest = &rest[rest.partition_point(alike)..];
        }
        false
    }
}

/// Whether what follows a first part is a word of its own, and no ending.
fn is_apart(word: &str, first: &str, end: &str) -> bool {
    let is_ending = |text: &str| ENDINGS.iter().any(|ending| text.starts_with(ending));
    !is_ending(end) && !is_ending(&word[first.len()..])
}

/// The parts of a word, of which there are at least two; the last one as long as can be. `None`: it is not made of words.
fn parts<'w>(word: &'w str, is_word: &dyn Fn(&str) -> bool, most: usize) -> Option<Vec<&'w str>> {
    if most < 2 || word.len() > LONGEST {
        return None;
    }
    let starts = word.char_indices().map(|(at, _)| at).filter(|at| *at >= LEAST && word.len() - at >= LEAST);
    starts.into_iter().find_map(|at| {
        let (head, last) = word.split_at(at);
        if !has_letters(last, LEAST) || !is_word(last) {
            return None;
        }
        let mut whole = before(head, is_word, most - 1)?;
        whole.push(last);
        Some(whole)
    })
}

/// The parts of what stands before the last part, with a link at its end or without.
fn before<'w>(head: &'w str, is_word: &dyn Fn(&str) -> bool, most: usize) -> Option<Vec<&'w str>> {
    let without = LINKS.iter().filter_map(|link| head.strip_suffix(link));
    std::iter::once(head)
        .chain(without)
        .filter(|head| has_letters(head, LEAST))
        .find_map(|head| if is_word(head) { Some(vec![head]) } else { parts(head, is_word, most) })
}

fn has_letters(part: &str, least: usize) -> bool {
    part.chars().count() >= least && part.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::{Vocabulary, parts};

    fn apart<'w>(word: &'w str, vocabulary: &[&str]) -> Option<Vec<&'w str>> {
        parts(word, &|part| part != word && vocabulary.contains(&part), 6)
    }

    fn later<'w>(word: &'w str, words: &[&str]) -> Vec<&'w str> {
        let mut later = Vec::new();
        Vocabulary { is_word: &|part| part != word && words.contains(&part), words }.add_later(word, &mut later);
        later
    }

    #[test]
    fn a_part_that_is_made_of_others_is_found_by_these_as_well() {
        let words = ["hoch", "leistung", "leistungswerkstoff", "werkstoff"];

        assert_eq!(later("hochleistungswerkstoff", &words), ["leistungswerkstoff", "werkstoff"]);
    }

    #[test]
    fn a_part_that_is_no_word_is_known_by_the_other_one() {
        let words = ["bericht", "funktionsfasern", "funktionskeramik", "funktionswerkstoffe", "gerate", "industrie"];

        assert_eq!(later("haushaltsgerate", &words), ["gerate"]);
        assert_eq!(later("industrieabfalle", &words), ["abfalle"]);
        assert_eq!(later("funktionskeramik", &words), ["keramik"]);
        assert!(later("industriell", &words).is_empty());
        assert!(later("berichtschaft", &words).is_empty());
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
