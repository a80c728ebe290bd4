//! What the pages of the report say and what they may not: denials that nobody can vouch for, a publisher that nobody confirmed,
//! internals; and how its words are set in German and French.

use std::fs;
use std::path::{Path, PathBuf};

use crate::site::{contents, files, today};
use crate::{expected, links};

/// Every page below a folder of the output, with its text.
fn pages(below: &str) -> Vec<(PathBuf, String)> {
    let mut pages = files(&today().join(below));
    pages.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    assert!(pages.len() > expected::pages().pages_at_least, "{} pages below {below}", pages.len());
    pages.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// The pages in which a text stands, with where.
fn holding(pages: &[(PathBuf, String)], text: &str) -> Vec<String> {
    let around = |html: &str, at: usize| html[at..].chars().take(70).collect::<String>();
    let one = |(path, html): &(PathBuf, String)| Some(format!("{}: {}", name(path), around(html, html.find(text)?)));
    pages.iter().filter_map(one).take(5).collect()
}

fn name(path: &Path) -> String {
    path.strip_prefix(today()).unwrap().display().to_string()
}

#[test]
fn what_was_not_found_is_not_said_not_to_exist() {
    for (language, texts) in expected::pages().nowhere {
        let pages = pages(&language);
        for text in texts {
            assert_eq!(holding(&pages, &text), Vec::<String>::new());
        }
    }
}

#[test]
fn files_say_what_is_expected_and_nothing_that_is_not() {
    for expected in expected::pages().files {
        let text = fs::read_to_string(today().join(&expected.file)).unwrap_or_else(|_| panic!("no {}", expected.file));
        let from = expected.from.map_or(0, |from| text.find(&from).unwrap_or_else(|| panic!("no {from} in {text}")));
        let part = &text[from..];
        let part = &part[..expected.to.map_or(part.len(), |to| part.find(&to).unwrap())];
        for with in expected.with {
            assert!(part.contains(&with), "{}: no {with} in {part}", expected.file);
        }
        for without in expected.without {
            assert!(!part.contains(&without), "{}: {without} in {part}", expected.file);
        }
    }
}

#[test]
fn every_internal_link_resolves() {
    assert_eq!(links::dangling(&contents(today())), Vec::<String>::new());
}

#[test]
fn a_date_does_not_break_between_day_and_month() {
    let months = [
        ("de", ". ", "Januar Februar März Mai Juni Juli August September Oktober November Dezember"),
        ("fr", " ", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    ];
    for (language, between, names) in months {
        let pages = pages(language);
        for month in names.split(' ') {
            for date in (1..=31).map(|day| format!("{day}{between}{month}")) {
                let broken = pages.iter().filter(|(_, html)| html.contains(&date) && is_written_by_us(html, &date));
                assert_eq!(broken.map(|(path, _)| name(path)).collect::<Vec<_>>(), Vec::<String>::new(), "{date}");
            }
        }
    }
}

/// Whether a date stands where the program writes it; prose is the editors' own.
fn is_written_by_us(html: &str, date: &str) -> bool {
    ["<time", "<text", "<desc", "<p class=\"source\""]
        .iter()
        .any(|tag| html.split(tag).skip(1).any(|rest| rest.split("</").next().unwrap_or_default().contains(date)))
}
