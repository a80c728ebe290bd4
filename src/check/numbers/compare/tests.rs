use super::*;
use crate::check::numbers::blocks;
use crate::check::numbers::reading::Reader;

fn reads(code: &str, text: &str) -> Vec<Read> {
    let reader = Reader::new(code, if code == "en" { '.' } else { ',' }, Vec::new());
    let blocks = blocks::of_markdown(text, 0..text.len());
    blocks.list.into_iter().map(|block| Read { typed: reader.read(&block.text), block }).collect()
}

/// `there → here` for every difference of a German text from an English one. Quotes print 40.
fn differing(english: &str, german: &str) -> Vec<String> {
    let (source, translation) = (reads("en", english), reads("de", german));
    let value = |found: Option<Found>| found.map_or("–".to_owned(), |found| found.typed.value.clone());
    let found = differences(&source, &translation, &|_, _| vec!["40".to_owned()]);
    found.into_iter().map(|difference| format!("{} → {}", value(difference.there), value(difference.here))).collect()
}

#[test]
fn words_and_digits_of_the_same_value_are_no_difference() {
    assert_eq!(differing("four plants and 1,100 firms", "4 Anlagen und 1.100 Unternehmen"), [""; 0]);
    assert_eq!(differing("both centers", "zwei Zentren"), [""; 0]);
    assert_eq!(differing("one center", "1 Zentrum"), [""; 0]);
    assert_eq!(differing("two", "zwei, und noch einmal zwei"), [""; 0]);
}

#[test]
fn a_wrong_number_is_named_with_the_one_it_stands_for() {
    assert_eq!(differing("four pilot plants", "fünf Pilotanlagen"), ["4 → 5"]);
    assert_eq!(differing("four plants, four labs, five firms", "vier Anlagen, fünf Labore, fünf Firmen"), ["4 → 5"]);
    assert_eq!(differing("four plants and four labs", "vier Anlagen und fünf Labore"), ["4 → 5"]);
    assert_eq!(differing("470 firms", "Unternehmen"), ["470 → –"]);
    assert_eq!(differing("firms", "470 Unternehmen"), ["– → 470"]);
}

#[test]
fn paragraphs_are_compared_each_with_its_own() {
    let english = "5 in Jinan.\n\n4 in Zibo.";

    assert_eq!(differing(english, "4 in Jinan.\n\n5 in Zibo."), ["5 → 4", "4 → 5"]);
    assert_eq!(differing(english, "In Jinan 5, in Zibo 4."), [""; 0]);
    // A sentence may have gone to the next paragraph.
    assert_eq!(differing("5 in Jinan.\n\nMore.", "In Jinan.\n\n5 davon."), [""; 0]);
}

#[test]
fn a_quote_answers_a_typed_number_and_asks_for_none() {
    assert_eq!(differing("[](@figures/centers) centers", "40 Zentren"), [""; 0]);
    assert_eq!(differing("[](@figures/centers) centers", "41 Zentren"), ["– → 41"]);
    assert_eq!(differing("40 centers", "[](@figures/centers) Zentren"), [""; 0]);
    assert_eq!(differing("[](@figures/centers) centers", "viele Zentren"), [""; 0]);
}

#[test]
fn code_addresses_and_rows_of_tables() {
    assert_eq!(differing("see [it](https://x.example/2022/17) and `x = 42`", "siehe"), [""; 0]);
    assert_eq!(differing("| a | b |\n|--|--|\n| 5 | 6 |", "| a | b |\n|--|--|\n| 5 | 7 |"), ["6 → 7"]);
    assert_eq!(differing("- 5\n- 6\n", "- 6\n- 5\n"), ["5 → 6", "6 → 5"]);
}
