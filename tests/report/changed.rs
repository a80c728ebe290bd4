//! When the pages of the report last changed, once there is an edition of it.

use std::fs;

use crate::site::{files, published};

#[test]
fn every_page_says_when_it_last_changed_once_there_is_an_edition() {
    let output = published().join("output");

    for (language, words) in
        [("en", "Last changed: "), ("de", "Zuletzt geändert: "), ("fr", "Dernière modification : ")]
    {
        let mut silent = files(&output.join(language));
        silent.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
        assert!(silent.len() > 350, "{} pages in {language}", silent.len());
        silent.retain(|path| !fs::read_to_string(path).unwrap().replace(['\u{a0}', '\u{202f}'], " ").contains(words));
        assert_eq!(silent, [output.join(language).join("404.html")]);
    }
}
