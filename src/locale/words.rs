//! The program's own words, compiled in: a layer of messages below all themes.

use std::sync::Arc;

use crate::locale::messages::MessageFile;
use crate::parse::Source;

/// The languages that the program speaks, each with its message file.
const WORDS: [(&str, &str); 3] =
    [("de", include_str!("words/de.ftl")), ("en", include_str!("words/en.ftl")), ("fr", include_str!("words/fr.ftl"))];

/// The message file of a language; `None`: the program does not speak it.
pub fn of(code: &str) -> Option<MessageFile> {
    let (code, text) = WORDS.iter().find(|(known, _)| *known == code)?;
    Some(MessageFile { source: Arc::new(Source::new(format!("(program) words/{code}.ftl"), *text)), own: false })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale::messages::resource;
    use crate::locale::program;

    fn keys(text: &str) -> BTreeSet<&str> {
        text.lines()
            .filter_map(|line| line.split_once(" ="))
            .map(|(key, _)| key)
            .filter(|key| !key.contains(' '))
            .collect()
    }

    #[test]
    fn each_language_has_all_words_and_no_others() {
        for (code, text) in WORDS {
            let keys = keys(text);

            let mut needed = program::always().chain(program::with_figures());
            assert_eq!(needed.find(|key| !keys.contains(&**key)), None, "{code}");
            assert_eq!(keys.iter().find(|key| !program::asks_for(key)), None, "{code}");
        }
    }

    #[test]
    fn each_language_is_fluent() {
        for (code, _) in WORDS {
            let mut findings = Vec::new();

            resource(&of(code).expect("is listed").source, &mut findings);

            assert!(findings.is_empty(), "{code}: {findings:?}");
        }
    }
}
