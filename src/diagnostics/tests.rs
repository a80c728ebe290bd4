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
        let place = Place { line, column: 1, ..Place::file("a") };
        Diagnostic::new(&codes::UNKNOWN_KEY, place, "x")
    };
    let mut report = Report::default();
    report.add([finding(3), finding(1), finding(3)]);

    let lines: Vec<u32> = report.finish(()).diagnostics.iter().map(|d| d.place.line).collect();

    assert_eq!(lines, [1, 3]);
}

#[test]
fn no_control_character_of_the_content_reaches_the_terminal() {
    let evil = "\u{1b}]0;pwned\u{7}\u{9b}31m\u{202e}\u{200b}";
    let line = format!("source: {evil}red");
    let mut finding = Diagnostic::new(&codes::UNKNOWN_KEY, Place::in_text(format!("a{evil}.yaml"), &line, 8, 12), evil);
    finding = finding.hint(format!("there is no content/sources/{evil}")).related(Place::file(evil), evil);

    let shown = human::text(&finding, human::Style::Plain);

    assert!(!shown.contains(|c| c != '\n' && printable::is_unseen(c)), "{shown:?}");
    assert!(shown.contains("there is no content/sources/\\u{1b}]0;pwned"), "{shown}");
}

#[test]
fn a_long_line_is_shown_around_its_mistake() {
    let text = format!("{}wrong{}", "a ".repeat(2500), " b".repeat(5000));
    let at = text.find("wrong").expect("is there");

    let shown = human::text(
        &Diagnostic::new(&codes::UNKNOWN_KEY, Place::in_text("x", &text, at, at + 5), "x"),
        human::Style::Plain,
    );

    assert!(shown.contains("wrong") && shown.contains("^^^^^") && shown.len() < 1500, "{shown}");
    let lines: Vec<&str> = shown.lines().collect();
    let line = lines.iter().position(|line| line.contains("wrong")).expect("is shown");
    let column = |line: &str, word: &str| line[..line.find(word).expect("is there")].chars().count();
    assert_eq!(column(lines[line], "wrong"), column(lines[line + 1], "^"));
    assert!(shown.contains("--> x:1:5001\n"), "{shown}");
}

fn finding(code: &'static Code, path: &str, message: &str) -> Diagnostic {
    Diagnostic::new(code, Place::file(path), message)
}

#[test]
fn errors_come_before_warnings_of_any_file() {
    let mut report = Report::default();
    report.add([finding(&codes::MISSING_TRANSLATION, "a", "x"), finding(&codes::UNKNOWN_KEY, "b", "y")]);

    let paths: Vec<String> = report.finish(()).diagnostics.iter().map(|d| d.place.path.to_string()).collect();

    assert_eq!(paths, ["b", "a"]);
}

#[test]
fn alike_findings_are_gathered_and_one_error_is_not_buried() {
    let mut all = vec![finding(&codes::UNKNOWN_KEY, "a", "`aera` is not a key of parks")];
    all.extend(
        (0..400).map(|at| finding(&codes::MISSING_TRANSLATION, "b", &format!("`name{at}` has no text in German"))),
    );

    let shown = gathered::gathered(&all);

    assert_eq!(shown.len(), 4);
    assert_eq!(shown[0].finding.code, &codes::UNKNOWN_KEY);
    assert_eq!(shown.iter().map(|one| one.more).collect::<Vec<_>>(), [0, 0, 0, 397]);
}

#[test]
fn another_wording_is_another_kind() {
    let all: Vec<Diagnostic> = ["`a` has no text in German", "`a` has no text in French"]
        .iter()
        .flat_map(|message| std::iter::repeat_n(finding(&codes::MISSING_TRANSLATION, "a", message), 3))
        .collect();

    assert_eq!(gathered::gathered(&all).len(), 6);
}

#[test]
fn letter_case_is_no_difference_to_what_was_meant() {
    assert_eq!(did_you_mean("Photo.PNG", ["photo.png", "plan.pdf"]), Some("did you mean `photo.png`?".into()));
}
