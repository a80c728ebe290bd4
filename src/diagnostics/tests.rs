//! Places and hints at their edges.

use super::*;

#[test]
fn place_counts_characters_not_bytes() {
    let text = "a: 1\nstraße: größe";
    let at = text.find("größe").expect("is there");

    let place = Place::in_text("x.yaml", text, at, text.len());

    assert_eq!((place.line, place.column, place.length), (2, 9, 5));
    assert_eq!(place.excerpt, "straße: größe");
}

#[test]
fn place_beyond_the_text_lies_at_its_end() {
    let place = Place::in_text("x.yaml", "ab", 99, 120);

    assert_eq!((place.line, place.column, place.length), (1, 3, 1));
}

#[test]
fn near_words_are_offered_and_far_ones_are_not() {
    assert_eq!(did_you_mean("provicial", ["national", "provincial"]), Some("did you mean `provincial`?".into()));
    assert_eq!(did_you_mean("city", ["level", "stage"]), None);
}

#[test]
fn findings_come_sorted_and_once() {
    let finding = |line: u32| {
        let place = Place { path: "a".into(), line, column: 1, length: 1, excerpt: String::new() };
        Diagnostic::new(&codes::UNKNOWN_KEY, place, "x")
    };
    let mut report = Report::default();
    report.add([finding(3), finding(1), finding(3)]);

    let lines: Vec<u32> = report.finish(()).diagnostics.iter().map(|d| d.place.line).collect();

    assert_eq!(lines, [1, 3]);
}
