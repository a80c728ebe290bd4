//! The tree keeps what was written; what it leaves out is a finding.

use proptest::prelude::*;

use super::*;

fn parsed(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let node = parse(&Source::new("x.yaml", text), &mut findings);
    (node, findings)
}

fn only_code(text: &str) -> &'static str {
    let (_, findings) = parsed(text);
    assert_eq!(findings.len(), 1, "{findings:?}");
    findings[0].code.name
}

#[test]
fn words_and_numbers_keep_their_spelling() {
    let (node, findings) = parsed("a: no\nb: 1.10\nc: 07745\nd: '~'\r\n");

    let node = node.expect("is YAML");
    let text = |key| node.get(key).and_then(Node::text).map(str::to_owned);
    assert_eq!([text("a"), text("b"), text("c"), text("d")].map(Option::unwrap), ["no", "1.10", "07745", "~"]);
    assert!(!node.get("d").expect("is there").is_null());
    assert!(findings.is_empty());
}

#[test]
fn duplicate_keys_are_reported_at_both_places_and_the_rest_is_kept() {
    let (node, findings) = parsed("a: 1\nb: 2\na: 3\nb: 4\n");

    let places: Vec<(u32, u32)> = findings.iter().map(|f| (f.place.line, f.related[0].0.line)).collect();
    assert_eq!(places, [(3, 1), (4, 2)]);
    assert_eq!(node.and_then(|n| n.get("a").and_then(|a| a.text().map(str::to_owned))), Some("1".into()));
}

#[test]
fn left_out_parts_of_yaml_are_named() {
    assert_eq!(only_code("a: &x 1\nb: *x\n"), "yaml-feature");
    assert_eq!(only_code("a: !int 1\n"), "yaml-feature");
    assert_eq!(only_code("<<: {a: 1}\n"), "yaml-feature");
    assert_eq!(only_code("a: 1\n---\nb: 2\n"), "yaml-feature");
    assert_eq!(only_code(&format!("{}1{}", "[".repeat(40), "]".repeat(40))), "yaml-feature");
    assert_eq!(parsed(&"[".repeat(10_000)).1.len(), 1);
}

#[test]
fn syntax_errors_are_worded_for_editors() {
    let hint = |text: &str| parsed(text).1.remove(0).hint.expect("has a hint");

    assert!(hint("title: Un titre : le suivant\nb: 1").contains("quotation marks"));
    assert!(hint("title: @centers").contains("without `@`: centers"));
    assert!(hint("a:\n\tb: 1\n").contains("tabs"));
    assert!(hint("title: \"Shandong\" leads\n").contains("after the closing quotation mark"));
}

#[test]
fn a_document_of_comments_alone_is_empty() {
    assert_eq!(parsed("# nothing\n"), (None, Vec::new()));
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,200}") {
        parsed(&text);
    }

    #[test]
    fn no_yaml_like_text_makes_the_parser_panic(text in "[-a-c:,\\[\\]{}#&*!|>'\"%@ \t\r\n]{0,120}") {
        parsed(&text);
    }
}

/// Whether what is read without the parser is what the parser reads; `None`: the parser alone reads it.
fn agrees(text: &str) -> Option<bool> {
    let plain = plain::read(text, 0)?;
    let mut findings = Vec::new();
    let parsed = parse_any(&Source::new("x.yaml", text), 0..text.len(), &mut findings);
    Some(findings.is_empty() && parsed == Some(plain))
}

#[test]
fn what_is_read_without_the_parser_is_what_the_parser_reads() {
    let texts = [
        "a: 1\nb: two words\nc: \"quoted: yes\"\nd: 'single'\n",
        "a:\n  b: 1\n  c:\n    - x\n    - y: 1\n      z: 2\n  # at the end\nd: 2\n",
        "a:\n- 1\n- {x: 1, y: [2, 3], z: \"#\"}\nb: -1 # said\n",
        "a:\n  - {title: {en: \"Stable, even\", de: 'So: ist es'}, target: 2027-02-03}\n\n\nb: Ü – ok\n# end\n",
        "- a\n- b: c\n  d: e\n-   f: g\n    h: i\n",
        "a: x\n",
        "a: 1",
        "  a: 1\n  b: 2\n",
    ];
    for text in texts {
        assert_eq!(agrees(text), Some(true), "{text}");
    }
    for text in [
        "a: b: c\n",
        "a: x\n  y\n",
        "a:\nb: 1\n",
        "a: |\n  x\n",
        "a: 1\na: 2\n",
        "a: @x\n",
        "",
        "# a\n",
        "a: [1,\n 2]\n",
    ] {
        assert_eq!(agrees(text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]
    #[test]
    fn what_is_read_without_the_parser_is_what_the_parser_reads_in_any_text(
        parts in prop::collection::vec(prop::sample::select(PARTS), 1..14),
    ) {
        let text: String = parts.concat();
        prop_assert_ne!(agrees(&text), Some(false), "{:?}", text);
    }
}

const PARTS: &[&str] = &[
    "a: ",
    "b: ",
    "c:",
    "de-f_1: ",
    "a",
    "- ",
    "-",
    "\n",
    "\n  ",
    "\n    ",
    "\n ",
    " ",
    "1",
    "-1",
    "x y",
    "2020-01-02",
    "\"q\"",
    "\"q: #\"",
    "'s'",
    "''",
    "\"\"",
    "{",
    "}",
    "[",
    "]",
    ", ",
    ",",
    ":",
    ": ",
    "#",
    " # c",
    "é",
    "~",
    "null",
    "x:y",
    "a: 1\n",
    "  b: 2\n",
    "- c\n",
    "{a: 1}",
    "[1, b]",
    "{a: {b: c}}",
    "\n\n",
    "\r\n",
    "\t",
    "?",
    "!",
    "&",
    "*",
    "|",
    ">",
    "@",
    "%",
    "\u{a0}",
    "\u{feff}",
    "---\n",
    "...",
    "\"\\n\"",
    "it's",
    "a'b",
    "x\"y",
    "<<: ",
    "=",
    "http://x.y/z#a",
    "a,b",
    "(x)",
    "+1",
    ".5",
    "/p",
];
