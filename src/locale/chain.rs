//! In which other words a language says what it has no words for.

use std::collections::BTreeSet;

use crate::config::Config;
pub use crate::config::tags::tags;

/// The language that the program itself is written in: the last link of every chain.
const ENGLISH: &str = "en";

/// The languages that a message is looked for in, first the language itself, then the same in the letters it mostly has, then
/// the source language, then English, each once.
pub fn languages<'c>(code: &'c str, source: &'c str) -> Vec<&'c str> {
    let mut covered = tags(code);
    let mut chain = vec![code];
    let name = code.split('-').next().unwrap_or(code);
    for next in [name, source, ENGLISH] {
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
    use super::languages;

    #[test]
    fn a_chain_ends_with_the_source_language_and_english() {
        assert_eq!(languages("ar-EG", "de"), ["ar-EG", "de", "en"]);
        assert_eq!(languages("de", "de"), ["de", "en"]);
        assert_eq!(languages("de-CH", "de"), ["de-CH", "en"]);
        assert_eq!(languages("fr", "en-GB"), ["fr", "en-GB"]);
        assert_eq!(languages("zh-Hant", "de"), ["zh-Hant", "zh", "de", "en"]);
        assert_eq!(languages("en-GB", "en-GB"), ["en-GB"]);
    }
}
