//! Which scripts a reader of a language reads.

use icu::locale::LocaleExpander;
use icu::properties::CodePointMapData;
use icu::properties::props::Script;

use crate::config::tags::canonical;

/// The scripts of a language.
#[derive(Debug, Clone)]
pub struct Scripts(Vec<Script>);

impl Scripts {
    /// The scripts that a language is written in by default (likely subtags of CLDR); Latin for a tag nobody knows.
    pub fn of(code: &str) -> Self {
        let mut language = canonical(code);
        LocaleExpander::new_extended().maximize(&mut language);
        let script = language.script;
        Scripts(match script.as_ref().map(|script| script.as_str()) {
            Some("Hans" | "Hant") => vec![Script::Han],
            Some("Jpan") => vec![Script::Han, Script::Hiragana, Script::Katakana],
            Some("Kore") => vec![Script::Hangul],
            Some(name) => {
                vec![icu::properties::PropertyParser::<Script>::new().get_strict(name).unwrap_or(Script::Latin)]
            }
            None => vec![Script::Latin],
        })
    }

    /// Whether most letters of a text are in these scripts; a text without letters is read by everybody.
    pub fn read(&self, text: &str) -> bool {
        let scripts = CodePointMapData::<Script>::new();
        let (mut known, mut foreign) = (0, 0);
        for letter in text.chars().filter(|c| c.is_alphabetic()) {
            *if self.0.contains(&scripts.get(letter)) { &mut known } else { &mut foreign } += 1;
        }
        known >= foreign
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_read_in_its_own_script() {
        let reads = |code: &str, text: &str| Scripts::of(code).read(text);

        assert!(reads("de", "Straße (济南)") && !reads("de", "大众日报") && !reads("de", "Новости"));
        assert!(reads("zh-Hans", "大众日报") && reads("ja", "ニュース") && !reads("zh-Hans", "Select Shandong"));
        assert!(reads("ru", "Новости") && reads("ar", "أخبار") && reads("sr-Latn", "Vesti") && reads("en", "2022"));
    }
}
