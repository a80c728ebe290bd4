//! Names of languages in other languages, from CLDR.
//!
//! `language_names.tsv` is a part of the package `cldr-localenames-full` 48.2.0 (Unicode License v3), written by
//! `tools/cldr.py`: for each language that reports may be in, what it calls the languages that documents may be in. ICU4X has
//! these names only in its experimental part, which takes longer to compile than all we use of it.

use std::sync::LazyLock;

use icu::locale::LanguageIdentifier;

use crate::config::cldr::Table;
use crate::config::tags::rewritten;

static NAMES: LazyLock<Table> = LazyLock::new(|| Table::new(include_str!("language_names.tsv")));

/// The language whose names are looked through where it is asked which languages there are: it has one for each.
const ENGLISH: &str = "en";

/// The name of the language with that tag in the language that has these tags, strongest first; `None` where CLDR has none.
/// Of `en-IN` it is that of `en`, of `deu` that of `de`.
pub fn name(tag: &str, language: &[String]) -> Option<&'static str> {
    let known = |tag: &str| shortened(tag).find_map(|tag| NAMES.cell(language, tag));
    let Ok(written) = tag.parse::<LanguageIdentifier>() else { return known(tag) };
    known(&written.to_string()).or_else(|| known(&rewritten(tag)?))
}

/// A tag, then the same without its last part, and so on: `zh-Hans-CN`, `zh-Hans`, `zh`.
fn shortened(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(rest, _)| rest))
}

/// The name of a language in English.
pub fn in_english(tag: &str) -> Option<&'static str> {
    name(tag, &[ENGLISH.to_owned()])
}

/// The tag of the language that has a name in some language, whatever its case: of `German`, `allemand`, `Deutsch` it is `de`.
pub fn tag_of(name: &str) -> Option<&'static str> {
    let wanted = name.to_lowercase();
    let mut languages: Vec<&str> = NAMES.languages().collect();
    // The same word can mean two languages: English decides, then the order of tags.
    languages.sort_unstable_by_key(|tag| (*tag != ENGLISH, *tag));
    let mut cells = languages.into_iter().flat_map(|language| NAMES.lines(language));
    cells.find(|(_, known)| known.to_lowercase() == wanted).map(|(tag, _)| tag)
}

/// The tags of the languages that have a name here.
pub fn tags_known() -> impl Iterator<Item = &'static str> {
    NAMES.lines(ENGLISH).map(|(tag, _)| tag)
}

#[cfg(test)]
mod tests {
    use crate::config::tags::tags;

    fn name(tag: &str, language: &str) -> Option<&'static str> {
        super::name(tag, &tags(language))
    }

    #[test]
    fn languages_are_named_as_cldr_does() {
        assert_eq!(name("zh-Hans", "en"), Some("Simplified Chinese"));
        assert_eq!(name("zh-Hans", "de"), Some("Chinesisch (vereinfacht)"));
        assert_eq!(name("zh-Hans", "fr"), Some("chinois simplifié"));
        assert_eq!(name("en-IN", "de-CH"), Some("Englisch"));
        assert_eq!(name("EN", "de"), Some("Englisch"));
        assert_eq!(name("zh-hant", "en"), Some("Traditional Chinese"));
        assert_eq!(name("pt-br", "en"), Some("Brazilian Portuguese"));
        assert_eq!(name("deu", "en"), Some("German"));
        assert_eq!(name("ckb", "en"), Some("Central Kurdish"));
        assert_eq!(name("fr", "ht"), Some("français"));
        assert_eq!(name("pt-BR", "de"), Some("Portugiesisch (Brasilien)"));
        assert_eq!(name("ja", "zh-Hans"), Some("日语"));
        assert_eq!(name("de", "sw"), Some("Kijerumani"));
        assert_eq!(name("de", "sr-Latn"), Some("nemački"));
        assert_eq!(name("la", "kk"), Some("латын тілі"));
        assert_eq!(name("tlh", "en"), None);
        assert_eq!(name("en", "tlh"), None);
    }

    #[test]
    fn a_name_in_any_language_is_that_of_one() {
        for (name, tag) in
            [("German", "de"), ("allemand", "de"), ("DEUTSCH", "de"), ("Kijerumani", "de"), ("日语", "ja")]
        {
            assert_eq!(super::tag_of(name), Some(tag), "{name}");
        }
        assert_eq!(super::tag_of("Klingon"), None);
    }
}
