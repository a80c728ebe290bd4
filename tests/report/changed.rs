//! When the pages of the report last changed, once there is an edition of it.

use std::fs;

use crate::site::{files, published};

#[test]
fn every_page_says_when_it_last_changed_once_there_is_an_edition() {
    let output = published().join("output");

    let languages = [
        ("en", "Last changed: ", "search"),
        ("de", "Zuletzt geändert: ", "suche"),
        ("fr", "Dernière modification : ", "recherche"),
    ];
    for (language, words, search) in languages {
        let mut silent = files(&output.join(language));
        silent.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
        assert!(silent.len() > 350, "{} pages in {language}", silent.len());
        silent.retain(|path| !fs::read_to_string(path).unwrap().replace(['\u{a0}', '\u{202f}'], " ").contains(words));
        // What stands in a frame of others has the day of its value.
        silent.retain(|path| !path.ends_with("embed/index.html"));
        // What is made of the names of all others has no day of its own.
        silent.retain(|path| !path.starts_with(output.join(language).join("a-z")));
        let own = ["404.html".to_owned(), format!("{search}/index.html")];
        assert_eq!(silent, own.map(|page| output.join(language).join(page)));
    }
}
