//! In which other words a language says what it has no words for.

use std::collections::BTreeSet;

use icu::locale::LocaleFallbacker;

use crate::config::Config;
use crate::locale::formats::icu_locale;

/// The language that the program itself is written in: the last link of every chain.
const ENGLISH: &str = "en";

/// The tags whose message files all speak one language, strongest first: a tag and what CLDR has it inherit from. Those of
/// `ar-EG` are `ar-EG` and `ar`; `sr-Latn` stands alone, because `sr` is in another script.
pub fn tags(code: &str) -> Vec<String> {
    let fallbacker = LocaleFallbacker::new();
    let id = icu_locale(code).id;
    let mut steps = fallbacker.for_config(Default::default()).fallback_for(id.into());
    let mut tags = vec![code.to_owned()];
    while !steps.get().is_unknown() {
        let tag = steps.get().to_string();
        if !tags.contains(&tag) {
            tags.push(tag);
        }
        steps.step();
    }
    tags
}

/// The languages that a message is looked for in, first the language itself, then the source language, then English, each
/// once.
pub fn languages<'c>(code: &'c str, source: &'c str) -> Vec<&'c str> {
    let mut covered = tags(code);
    let mut chain = vec![code];
    for next in [source, ENGLISH] {
        if !covered.iter().any(|tag| tag == next) {
            covered.extend(tags(next));
            chain.push(next);
        }
    }
    chain
}

/// The tags whose message files a site may need.
pub fn needed(config: &Config) -> BTreeSet<String> {
    let source = config.languages.iter().next().map_or(ENGLISH, |language| &*language.code);
    let chains = config.all_languages.iter().flat_map(|language| languages(&language.code, source));
    chains.flat_map(tags).collect()
}

#[cfg(test)]
mod tests {
    use super::{languages, tags};

    #[test]
    fn a_tag_inherits_what_cldr_says_and_nothing_in_another_script() {
        assert_eq!(tags("ar-EG"), ["ar-EG", "ar"]);
        assert_eq!(tags("pt-AO"), ["pt-AO", "pt-PT", "pt"]);
        assert_eq!(tags("zh-Hans"), ["zh-Hans", "zh"]);
        assert_eq!(tags("zh-Hant"), ["zh-Hant"]);
        assert_eq!(tags("sr-Latn"), ["sr-Latn"]);
        assert_eq!(tags("en"), ["en"]);
    }

    #[test]
    fn a_chain_ends_with_the_source_language_and_english() {
        assert_eq!(languages("ar-EG", "de"), ["ar-EG", "de", "en"]);
        assert_eq!(languages("de", "de"), ["de", "en"]);
        assert_eq!(languages("de-CH", "de"), ["de-CH", "en"]);
        assert_eq!(languages("fr", "en-GB"), ["fr", "en-GB"]);
        assert_eq!(languages("en-GB", "en-GB"), ["en-GB"]);
    }
}
