//! The program's own words, compiled in: a layer of messages below all themes.

use std::sync::Arc;

use crate::locale::messages::MessageFile;
use crate::parse::Source;

/// The languages that the program speaks, each with its message file. Those of `zh` are written as on the mainland.
const WORDS: [(&str, &str); 12] = [
    ("ar", include_str!("words/ar.ftl")),
    ("de", include_str!("words/de.ftl")),
    ("en", include_str!("words/en.ftl")),
    ("es", include_str!("words/es.ftl")),
    ("fr", include_str!("words/fr.ftl")),
    ("it", include_str!("words/it.ftl")),
    ("ja", include_str!("words/ja.ftl")),
    ("nl", include_str!("words/nl.ftl")),
    ("pl", include_str!("words/pl.ftl")),
    ("pt", include_str!("words/pt.ftl")),
    ("ru", include_str!("words/ru.ftl")),
    ("zh", include_str!("words/zh.ftl")),
];

/// The message file of a language; `None`: the program does not speak it.
pub fn of(code: &str) -> Option<MessageFile> {
    let (code, text) = WORDS.iter().find(|(known, _)| *known == code)?;
    Some(MessageFile { source: Arc::new(Source::new(format!("(program) words/{code}.ftl"), *text)), own: false })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};
    use icu::plurals::PluralRules;

    use super::*;
    use crate::locale::formats::icu_locale;
    use crate::locale::messages::resource;
    use crate::locale::program;
    use crate::locale::shape::{Shape, shape};

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

    /// A variable, and the names of the variants that it chooses among.
    type Choice<'m> = (&'m str, Vec<&'m str>);

    /// What chooses among variants anywhere in a message, with the names of the variants.
    fn choices<'m>(pattern: &Pattern<&'m str>, found: &mut Vec<Choice<'m>>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element else {
                continue;
            };
            if let InlineExpression::VariableReference { id } = selector {
                let names = variants.iter().map(|variant| match &variant.key {
                    VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => *name,
                });
                found.push((id.name, names.collect()));
            }
            variants.iter().for_each(|variant| choices(&variant.value, found));
        }
    }

    /// The messages of files with one name in several languages, each with its language, its variables and its choices.
    fn each_message(files: &[(&str, &str)], mut look: impl FnMut(&str, &str, &Shape, &[Choice])) {
        for (code, text) in files {
            let resource = resource(&Source::new(format!("{code}.ftl"), *text), &mut Vec::new());
            for entry in resource.entries() {
                let Entry::Message(Message { id, value: Some(value), .. }) = entry else { continue };
                let mut found = Vec::new();
                choices(value, &mut found);
                look(code, id.name, &shape(value), &found);
            }
        }
    }

    /// The words of the program and of the theme that comes with it.
    fn all_files() -> [Vec<(&'static str, &'static str)>; 2] {
        let of_theme = |code: &str| {
            let files = crate::theme::builtin::files(crate::theme::builtin::DEFAULT, "locales/");
            let file = files.into_iter().find(|(name, _)| *name == format!("{code}.ftl"));
            std::str::from_utf8(file.expect("each language is there").1).expect("is text")
        };
        [WORDS.to_vec(), WORDS.iter().map(|(code, _)| (*code, of_theme(code))).collect()]
    }

    /// Languages whose words somebody who speaks them has read.
    const REVIEWED: [&str; 3] = ["de", "en", "fr"];

    #[test]
    fn no_language_asks_for_a_value_that_the_program_does_not_give() {
        for files in all_files() {
            let mut given: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            let (read, others): (Vec<_>, Vec<_>) = files.iter().partition(|(code, _)| REVIEWED.contains(code));
            each_message(&read, |_, key, shape, _| {
                given.entry(key.to_owned()).or_default().extend(shape.variables.clone());
            });
            // A date is given in all its parts, written in two ways.
            for parts in given.iter_mut().filter(|(key, _)| key.starts_with("date-")).map(|(_, given)| given) {
                parts.extend(["day", "day2", "month", "month2", "year"].map(str::to_owned));
            }
            each_message(&others, |code, key, shape, _| {
                let given = given.get(key).unwrap_or_else(|| panic!("{code}: nothing asks for {key}"));
                assert!(shape.variables.is_subset(given), "{code} {key}: {:?}", shape.variables.difference(given));
            });
        }
    }

    #[test]
    fn plurals_are_those_of_the_language_and_other_choices_those_of_the_program() {
        const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
        for files in all_files() {
            let mut english = BTreeMap::new();
            each_message(&files, |code, key, _, choices| {
                if code == "en" {
                    let own = choices.iter().map(|(on, names)| (on.to_string(), names.iter().map(ToString::to_string)));
                    let own: BTreeMap<String, BTreeSet<String>> =
                        own.map(|(on, names)| (on, names.collect())).collect();
                    english.insert(key.to_owned(), own);
                }
            });
            each_message(&files, |code, key, _, choices| {
                let rules = PluralRules::try_new(icu_locale(code).into(), Default::default()).expect("CLDR has them");
                let known: BTreeSet<String> =
                    rules.categories().map(|category| format!("{category:?}").to_lowercase()).collect();
                for (on, names) in choices {
                    let words = || names.iter().filter(|name| name.parse::<f64>().is_err());
                    if words().all(|name| CATEGORIES.contains(name)) {
                        assert!(words().all(|name| known.contains(*name)), "{code} {key} ${on}: {names:?}");
                    } else if *on == "precision" {
                        assert!(words().all(|name| ["year", "month", "day", "other"].contains(name)), "{code} {key}");
                    } else if let Some(expected) = english.get(key).and_then(|own| own.get(*on)) {
                        assert!(words().all(|name| expected.contains(*name)), "{code} {key} ${on}: {names:?}");
                    }
                }
            });
        }
    }

    #[test]
    fn who_has_not_been_read_says_so() {
        for (code, text) in all_files().concat() {
            let says_so = text.starts_with("# Not yet reviewed by a native speaker.");
            assert_ne!(says_so, REVIEWED.contains(&code), "{code}");
        }
    }
}
