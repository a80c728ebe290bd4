//! The glossary: terms stand on one page, each at its anchor, unless the site gives them pages.

use crate::links::dangling;
use crate::support::{Site, small};

/// The small site with two terms, one of which a page links to.
fn site() -> Site {
    small()
        .with("content/terms/meadow.yaml", "term: {en: Meadow, de: Wiese}\ndefinition: {en: Grass., de: Gras.}\n")
        .with("content/terms/park.yaml", "term: {en: Park, de: Park}\ndefinition: {en: Green., de: Grün.}\n")
        .with(
            "content/pages/about/en.md",
            "---\ntitle: About\n---\nA [](@terms/park), [its words](@terms/park#fact-definition), [all](@terms).\n",
        )
}

/// The same with a page for each term.
fn with_pages() -> Site {
    site().with("content/terms/_collection.yaml", "pages: true\n")
}

#[test]
fn terms_stand_on_one_page_each_at_its_anchor() {
    let built = site().build();

    assert!(built.findings().is_empty(), "{:?}", built.diagnostics);
    assert!(!built.files.contains_key("en/glossary/park/index.html"));
    assert!(built.text("en/glossary/index.html").contains("<li id=\"park\">"));
    let about = built.text("en/about/index.html");
    assert!(about.contains("<a href=\"/en/glossary/#park\">Park</a>"), "{about}");
    assert!(about.contains("<a href=\"/en/glossary/#park\">its words</a>"), "{about}");
    assert!(about.contains("<a href=\"/en/glossary/\">all</a>"), "{about}");
    assert_eq!(dangling(&built.files), Vec::<String>::new());
    assert!(!built.text("sitemap-en.xml").contains("glossary/park"));
    assert!(
        built.text("data/terms.csv").contains("https://parks.example/de/glossar/#park"),
        "{}",
        built.text("data/terms.csv")
    );
}

#[test]
fn a_site_may_give_terms_pages() {
    let built = with_pages().build();

    assert!(built.findings().is_empty(), "{:?}", built.diagnostics);
    assert!(built.files.contains_key("de/glossar/park/index.html"));
    assert!(built.text("en/about/index.html").contains("<a href=\"/en/glossary/park/\">Park</a>"));
}

#[test]
fn a_term_with_a_text_keeps_a_page() {
    let built = site()
        .without("content/terms/park.yaml")
        .with("content/terms/park/facts.yaml", "definition: {en: Green., de: Grün.}\n")
        .with("content/terms/park/en.md", "---\nterm: Park\n---\nLong ago.\n")
        .with("content/terms/park/de.md", "---\nterm: Park\n---\nVor langer Zeit.\n")
        .build();

    assert!(built.findings().is_empty(), "{:?}", built.diagnostics);
    assert!(built.text("en/glossary/park/index.html").contains("Long ago."));
    assert!(built.text("en/about/index.html").contains("<a href=\"/en/glossary/park/\">Park</a>"));
    assert!(!built.files.contains_key("en/glossary/meadow/index.html"));
    assert!(built.text("sitemap-en.xml").contains("https://parks.example/en/glossary/park/"));
}

#[test]
fn addresses_of_pages_that_were_published_lead_to_the_anchor() {
    let grown = with_pages().published().without("content/terms/_collection.yaml");

    let built = grown.build();

    assert!(built.findings().is_empty(), "{:?}", built.diagnostics);
    let old = built.text("de/glossar/park/index.html");
    assert!(old.contains("content=\"0; url=/de/glossar/#park\""), "{old}");
    assert!(built.text("en/glossary/meadow/index.html").contains("url=/en/glossary/#meadow\""));
    // The next record names them as addresses, so that they stay.
    let again = grown.published();
    assert!(
        String::from_utf8_lossy(&again.0["content/published.lock"]).contains("address /de/glossar/park/ terms/park")
    );
    assert!(again.build().text("de/glossar/park/index.html").contains("url=/de/glossar/#park\""));
}

#[test]
fn aliases_of_terms_lead_to_the_anchor() {
    let park = "term: {en: Park, de: Park}\naliases: [/de/begriffe/park/, /old/]\n";

    let built = site().with("content/terms/park.yaml", park).build();

    assert!(built.text("de/begriffe/park/index.html").contains("url=/de/glossar/#park\""));
    assert!(built.text("old/index.html").contains("url=/en/glossary/#park\""));
}

#[test]
fn a_glossary_of_several_pages_has_its_anchors_on_each() {
    let built = site().with("content/terms/_collection.yaml", "per_page: 1\nsort: [term]\n").build();

    assert!(built.findings().is_empty(), "{:?}", built.diagnostics);
    assert!(built.text("en/about/index.html").contains("<a href=\"/en/glossary/2/#park\">Park</a>"));
    // Another language has another order.
    assert!(built.text("de/glossar/index.html").contains("id=\"park\""));
    assert_eq!(dangling(&built.files), Vec::<String>::new());
}

#[test]
fn the_page_of_the_glossary_changes_with_what_its_terms_say() {
    let lines = |site: &Site| {
        let lock = String::from_utf8(site.published().0["content/published.lock"].clone()).unwrap();
        lock.lines().filter(|line| line.starts_with("page /en/glossary/ ")).map(str::to_owned).collect::<Vec<_>>()
    };
    let other =
        site().with("content/terms/park.yaml", "term: {en: Park, de: Park}\ndefinition: {en: Blue., de: Grün.}\n");

    assert_eq!(lines(&site()).len(), 1);
    assert_ne!(lines(&site()), lines(&other));
}
