//! Whatever is written ends, in time and memory that grow with it. The sizes are such that work for each pair of two things
//! would not end while anybody waits for the tests.

use crate::support::small;

/// The page of a text, which is that of the record `about`.
fn about(prose: &str) -> crate::support::Built {
    small().with("content/pages/about/en.md", &format!("---\ntitle: About\n---\n{prose}")).build()
}

#[test]
fn many_equal_headings_get_an_id_each() {
    let built = about(&"## Same\n\n".repeat(20_000));

    assert_eq!(built.findings(), Vec::<String>::new());
    let html = built.text("en/about/index.html");
    assert!(html.contains("<h2 id=\"same\">") && html.contains("<h2 id=\"same-20000\">"));
}

#[test]
fn many_links_within_a_page_are_checked_and_broken_ones_found() {
    let headings: String = (0..5_000).map(|nth| format!("## Part {nth}\n\n")).collect();
    let links: String = (0..5_000).map(|nth| format!("[x](#part-{nth}) [y](#prat-{nth})\n")).collect();

    let built = about(&format!("{headings}{links}"));

    let broken = built.findings().iter().filter(|finding| finding.starts_with("broken-anchor")).count();
    assert_eq!(broken, 5_000);
}

#[test]
fn links_to_the_headings_of_another_page_are_checked_without_reading_it_again() {
    let history: String = (0..3_000).map(|nth| format!("## Part {nth}\n\n")).collect();
    let links: String =
        (0..3_000).map(|nth| format!("[x](@parks/north#part-{nth}) [y](@parks/north#none)\n")).collect();
    let site = small()
        .with("content/parks/north/en.md", &format!("---\nname: North Park\n---\n{history}"))
        .with("content/pages/about/en.md", &format!("---\ntitle: About\n---\n{links}"));

    let built = site.build();

    assert_eq!(built.diagnostics.len(), 3_000);
    let hints: usize = built.diagnostics.iter().filter_map(|finding| Some(finding.hint.as_ref()?.len())).sum();
    assert!(hints < 3_000 * 200, "{hints}");
}

#[test]
fn twenty_thousand_mistakes_on_one_line_do_not_keep_the_line_twenty_thousand_times() {
    for (mistake, code) in
        [("[text][nowhere] ", "broken-link"), ("x[^none] ", "undefined-footnote"), (" @parks/ ", "broken-link")]
    {
        let built = about(&mistake.repeat(20_000));

        let found: Vec<_> = built.diagnostics.iter().filter(|finding| finding.code.name == code).collect();
        assert_eq!(found.len(), 20_000, "{mistake}");
        assert!(found.iter().all(|finding| finding.place.excerpt.len() < 500));
        assert!(found[19_999].place.column > 19_999 * mistake.len() as u32 && found[19_999].place.line == 4);
    }
}

#[test]
fn unclosed_footnotes_are_not_looked_for_to_the_end_of_the_text() {
    about(&"[^a".repeat(100_000));
    about(&"[^a ".repeat(100_000));
}

#[test]
fn many_unused_messages_are_found_at_their_lines() {
    let messages: String = (0..100_000).map(|nth| format!("unused-{nth} = Text\n")).collect();

    let built = small().with("content/locales/en.ftl", &messages).build();

    assert_eq!(built.diagnostics.len(), 100_000);
    assert!(built.diagnostics.iter().all(|finding| finding.place.line > 0));
}

#[test]
fn many_unknown_keys_are_found_at_their_lines() {
    let keys: String = (0..50_000).map(|nth| format!("unknown-{nth}: {nth}\n")).collect();

    let built = small().with("content/parks/north/facts.yaml", &keys).build();

    assert_eq!(built.diagnostics.len(), 50_000);
    assert_eq!(built.diagnostics[49_999].place.line, 50_000);
}
