//! The texts of a starting point in the languages that a site is to have.
//!
//! In:  a file with its words in all of [`WRITTEN`]: `{en: Parks, de: Parks, fr: Parcs}` in YAML, a file of each language for prose and messages.
//! Out: the file in the languages asked for. What nobody has written in a language is English, for the site to replace.
//!
//! In YAML a site of one language has plain texts instead of maps. `first{en: …}` is what is in one language only, as the
//! title of a source: the language that the site is written in.

use std::path::Path;

/// The languages that starting points are written in. English stands in for any other.
pub const WRITTEN: [&str; 3] = ["en", "de", "fr"];

/// The language whose words a language gets: its own, or English.
pub fn words_of(language: &str) -> &'static str {
    let main = language.split('-').next().unwrap_or_default();
    WRITTEN.into_iter().find(|written| *written == main).unwrap_or("en")
}

/// A file as a site in these languages has it, with its paths: what is of one language is there once for each that has its words.
pub fn worded(path: &str, text: &str, languages: &[String]) -> Vec<(String, String)> {
    let file = Path::new(path);
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if ending == "yaml" {
        return vec![(path.to_owned(), in_yaml(text, languages))];
    }
    if !WRITTEN.contains(&stem) {
        return vec![(path.to_owned(), text.to_owned())];
    }
    let theirs = languages.iter().filter(|language| words_of(language) == stem);
    theirs.map(|language| (named(file, language, ending), text.to_owned())).collect()
}

fn named(file: &Path, language: &str, ending: &str) -> String {
    let name = format!("{language}.{ending}");
    file.parent().map_or(name.clone(), |folder| format!("{}/{name}", folder.display()))
}

/// YAML with each map of languages as the site has it.
fn in_yaml(text: &str, languages: &[String]) -> String {
    let (mut made, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once("{en: ") {
        let (inside, behind) = after.split_once('}').unwrap_or((after, ""));
        match before.strip_suffix("first") {
            Some(before) => made = made + before + &in_map(inside, &languages[..1]),
            None => made = made + before + &in_map(inside, languages),
        }
        rest = behind;
    }
    made + rest
}

/// What is between the braces after `en: `, in the languages asked for.
fn in_map(inside: &str, languages: &[String]) -> String {
    let (english, others) = inside.split_once(", de: ").unwrap_or((inside, inside));
    let (german, french) = others.split_once(", fr: ").unwrap_or((others, others));
    let words = |language: &str| match words_of(language) {
        "de" => german,
        "fr" => french,
        _ => english,
    };
    match languages {
        [only] => words(only).to_owned(),
        several => {
            let texts: Vec<String> =
                several.iter().map(|language| format!("{language}: {}", words(language))).collect();
            format!("{{{}}}", texts.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "label: {en: Parks, de: \"Parks, alle\", fr: Parcs}   # said\ntitle: first{en: A, de: B, fr: C}\n";

    fn yaml(languages: &[&str]) -> String {
        let languages: Vec<String> = languages.iter().map(|language| (*language).to_owned()).collect();
        worded("content/parks/a.yaml", TEXT, &languages).swap_remove(0).1
    }

    #[test]
    fn maps_have_the_languages_asked_for_and_one_language_has_none() {
        assert_eq!(yaml(&["fr", "en"]), "label: {fr: Parcs, en: Parks}   # said\ntitle: C\n");
        assert_eq!(yaml(&["de"]), "label: \"Parks, alle\"   # said\ntitle: B\n");
    }

    #[test]
    fn what_is_not_written_in_a_language_is_english_there() {
        assert_eq!(yaml(&["es", "de-AT"]), "label: {es: Parks, de-AT: \"Parks, alle\"}   # said\ntitle: A\n");

        let languages = ["es".to_owned(), "fr".to_owned()];
        assert_eq!(worded("pages/en.md", "Hello", &languages), [("pages/es.md".to_owned(), "Hello".to_owned())]);
        assert_eq!(worded("pages/de.md", "Hallo", &languages), []);
        assert_eq!(worded(".gitignore", "x", &languages), [(".gitignore".to_owned(), "x".to_owned())]);
    }
}
