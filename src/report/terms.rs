//! Words by which texts mean the terms of the glossary, found in one pass over a text.
//!
//! By hand: `aho-corasick` is not among the dependencies, and whole words need less: where a word begins, those forms are
//! compared that begin with it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::config::{Config, LinkTerms};
use crate::link::Site;
use crate::link::effective::Effective;
use crate::model::builtin::TERMS;
use crate::model::value::Value;
use crate::position::{CollectionIx, LanguageIx, List, RecordIx};

/// The field that says by which words texts mean a term.
const FORMS: &str = "forms";

/// What stands around a name that is quoted, and around its words in texts.
const QUOTES: &[char] = &['“', '”', '„', '"', '«', '»', '‹', '›', '‘', '’', ' ', '\u{a0}', '\u{202f}'];

/// Hyphens, shown or not: what stands beside one is part of a word.
const HYPHENS: &[char] = &['-', '\u{2010}', '\u{2011}', '\u{ad}'];

/// The words of all languages, each made when first asked for.
pub struct Terms(List<LanguageIx, OnceLock<Words>>);

impl Terms {
    /// Nothing is looked for yet.
    pub fn new(config: &Config) -> Self {
        Terms(config.all_languages.positions().map(|_| OnceLock::new()).collect())
    }

    /// The words by which texts of a language mean terms; `None`: texts link none, or there is no glossary.
    pub fn words(&self, site: &Site, config: &Config, language: LanguageIx) -> Option<(CollectionIx, &Words)> {
        let terms = site.collection_named(TERMS).filter(|_| config.link_terms != LinkTerms::None)?;
        let words = self.0.get(language)?.get_or_init(|| Words::of(site, terms, &Spoken { language, config }));
        Some((terms, words))
    }
}

/// The words of a language, by the first of each.
#[derive(Debug, Default)]
pub struct Words(HashMap<Box<str>, Vec<Form>>);

/// The language of texts, and what the site says of them.
struct Spoken<'a> {
    language: LanguageIx,
    config: &'a Config,
}

/// Words that mean a term.
#[derive(Debug)]
struct Form {
    words: Box<str>,
    term: RecordIx,
}

/// Words of a text that mean a term.
#[derive(Debug, PartialEq)]
pub struct Found {
    /// Where they stand, in bytes.
    pub range: Range<usize>,
    /// The term.
    pub term: RecordIx,
}

impl Words {
    fn of(site: &Site, terms: CollectionIx, spoken: &Spoken) -> Words {
        let mut words = Words::default();
        for record in site.ordered(terms, spoken.language) {
            forms(site, record, spoken).iter().for_each(|form| words.add(form, record));
        }
        // The longest of those that begin alike is meant; of equal ones the first term.
        words.0.values_mut().for_each(|forms| forms.sort_by_key(|form| std::cmp::Reverse(form.words.len())));
        words
    }

    /// Adds a form, and the same as a sentence begins.
    fn add(&mut self, form: &str, term: RecordIx) {
        let form = form.trim_matches(QUOTES);
        let mut letters = form.chars();
        let upper: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        for words in [form, &upper] {
            let first = &words[..word_end(words)];
            let known = self.0.entry(first.into()).or_default();
            if !first.is_empty() && !known.iter().any(|known| *known.words == *words) {
                known.push(Form { words: words.into(), term });
            }
        }
    }

    /// Whole words of a text that mean terms, from left to right, the longest where several begin together.
    pub fn found(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(start) = text[at..].find(char::is_alphanumeric).map(|behind| at + behind) {
            let end = start + word_end(&text[start..]);
            let is_part = text[..start].ends_with(HYPHENS);
            let forms = self.0.get(&text[start..end]).into_iter().flatten().filter(|_| !is_part);
            let whole = forms.filter_map(|form| Some((start + same(&text[start..], &form.words)?, form.term)));
            let first = { whole }.find(|(end, _)| !text[*end..].starts_with(is_in_word));
            at = first.map_or(end, |(end, _)| end);
            found.extend(first.map(|(end, term)| Found { range: start..end, term }));
        }
        found
    }
}

/// Where the word ends that a text begins with: with its hyphens, so that no part of a compound is a word.
fn word_end(text: &str) -> usize {
    text.find(|c| !is_in_word(c)).unwrap_or(text.len())
}

/// Whether a character belongs to the word before it: letters, digits, a hyphen, also one that stands for a part left out
/// (“Land- und Forstwirtschaft”).
fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || HYPHENS.contains(&c)
}

/// How much of a text is the words, whatever space stands between them; `None`: it begins otherwise.
fn same(text: &str, words: &str) -> Option<usize> {
    let mut rest = text;
    for (nth, word) in words.split_whitespace().enumerate() {
        if nth > 0 {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
        rest = rest.strip_prefix(word)?;
    }
    Some(text.len() - rest.len())
}

/// The forms of a term in a language: those that it declares, else its name and its abbreviation.
fn forms(site: &Site, record: RecordIx, spoken: &Spoken) -> Vec<String> {
    let Spoken { language, config } = *spoken;
    let declared = declared(site, record, &config.all_languages[language].code);
    if config.link_terms == LinkTerms::Declared {
        return declared.unwrap_or_default();
    }
    declared.unwrap_or_else(|| {
        let own = |name: &str| {
            let (at, _) = site.model(record).field(name)?;
            match site.get(record).value(at)? {
                Value::Localized(texts) => texts.get(language).map(ToString::to_string),
                Value::Text(text) => Some(text.to_string()),
                _ => None,
            }
        };
        // A name with a gap is a pattern, and stands in no text.
        ["term", "abbreviation"].into_iter().filter_map(own).filter(|name| !name.contains('…')).collect()
    })
}

/// The forms that a term declares for a language; `None`: it declares none.
fn declared(site: &Site, record: RecordIx, code: &str) -> Option<Vec<String>> {
    let (at, _) = site.model(record).field(FORMS)?;
    let all = site.effective(record, at)?;
    let (_, forms) = all.fields().find(|(field, _)| *field.name == *code)?;
    Some(forms?.items().filter_map(|item| text(&item)).collect())
}

fn text(item: &Effective) -> Option<String> {
    match item.value()? {
        Value::Text(text) => Some(text.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::position::Position;

    fn words(forms: &[(&str, u32)]) -> Words {
        let mut words = Words::default();
        for (form, record) in forms {
            words.add(form, RecordIx { collection: CollectionIx::behind(0), record: *record });
        }
        words.0.values_mut().for_each(|forms| forms.sort_by_key(|form| std::cmp::Reverse(form.words.len())));
        words
    }

    fn found(forms: &[(&str, u32)], text: &str) -> Vec<(String, u32)> {
        words(forms).found(text).into_iter().map(|one| (text[one.range].to_owned(), one.term.record)).collect()
    }

    fn is(words: &str, record: u32) -> (String, u32) {
        (words.to_owned(), record)
    }

    #[test]
    fn whole_words_are_found_and_the_longest_of_them() {
        let forms = [("pilot line", 1), ("pilot", 2), ("yuan", 3), ("Cluster", 4), ("R&D", 5)];

        assert_eq!(found(&forms, "A pilot line, a pilot."), [is("pilot line", 1), is("pilot", 2)]);
        assert_eq!(found(&forms, "Pilot line for pilots; copilot"), [is("Pilot line", 1)]);
        assert_eq!(found(&forms, "a pilot\nline, pilot\u{a0}line"), [is("pilot\nline", 1), is("pilot\u{a0}line", 1)]);
        assert_eq!(found(&forms, "Cluster-Förderung, Yuan-Kurs, Tech-Cluster, cluster"), []);
        assert_eq!(found(&forms, "Cluster- und Parkverwaltung, Park- und -Cluster"), []);
        assert_eq!(found(&forms, "l’yuan (Cluster) – 5 yuan"), [is("yuan", 3), is("Cluster", 4), is("yuan", 3)]);
        assert_eq!(found(&forms, "R&D, R&Done"), [is("R&D", 5)]);
        assert_eq!(found(&forms, "pilot lines"), [is("pilot", 2)]);
    }

    #[test]
    fn any_text_is_read_to_its_end() {
        let forms = [("é", 1), ("-", 2), ("", 3), ("«a»", 4)];

        assert_eq!(found(&forms, "É-\u{ad}ß 漢字 «a» -"), [is("a", 4)]);
        assert_eq!(found(&forms, ""), []);
    }
}
