//! Terms of the glossary, linked where the text of a page first uses them.

use crate::support::{Built, Site, small};

/// The small site with a glossary, and a text about parks.
fn site(settings: &str, text: &str) -> Site {
    let own = String::from_utf8(small().0["content/site.yaml"].clone()).unwrap();
    small()
        .with("content/site.yaml", &format!("{own}{settings}"))
        .with(
            "content/terms/grove.yaml",
            "term: {en: grove, de: Hain}\nforms: {en: [grove, groves], de: [Hain, Hains]}\n",
        )
        .with("content/terms/lime.yaml", "term: {en: lime tree, de: Linde}\nabbreviation: {en: LT, de: LI}\n")
        .with("content/terms/bank.yaml", "term: {en: bench, de: Bank}\nforms: {en: [bench], de: []}\n")
        .with("content/pages/about/en.md", &format!("---\ntitle: About\n---\n{text}\n"))
        .with(
            "content/pages/about/de.md",
            "---\ntitle: Über uns\nslug: ueber-uns\n---\nEine Bank im Hain. Die Linde des Hains.\n",
        )
}

fn prose(built: &Built) -> String {
    let page = built.text("en/about/index.html");
    let begin = page.find("<p>").unwrap_or_else(|| panic!("no text: {page}"));
    page[begin..].split_once("</main>").unwrap().0.to_owned()
}

const ON: &str = "link_terms: all\n";

fn link(id: &str, words: &str) -> String {
    format!("<a class=\"term\" href=\"/en/glossary/#{id}\">{words}</a>")
}

#[test]
fn the_first_use_of_each_term_is_linked() {
    let built = site(ON, "Groves have a lime\ntree. A *grove* with a LT and a bench, a bench.").build();

    assert_eq!(built.findings(), Vec::<String>::new());
    let text = format!(
        "<p>{} have a {}. A <em>grove</em> with a LT and a {}, a bench.</p>",
        link("grove", "Groves"),
        link("lime", "lime\ntree"),
        link("bank", "bench")
    );
    assert!(prose(&built).contains(&text), "{}", prose(&built));
}

#[test]
fn a_language_links_its_own_words_and_none_that_it_calls_off() {
    let built = site(ON, "Text.").build();

    let page = built.text("de/ueber-uns/index.html");
    let text = "<p>Eine Bank im <a class=\"term\" href=\"/de/glossar/#grove\">Hain</a>. Die <a class=\"term\" href=\"/de/glossar/#lime\">Linde</a> des Hains.</p>";
    assert!(page.contains(text), "{page}");
}

#[test]
fn links_headings_code_and_what_the_program_writes_take_no_link() {
    let text = "## The grove\n\n[A grove](@parks/north), `grove`, [[to fill: grove]]\n\n```\ngrove\n```\n\nterm grove\n: none\n\n| grove |\n|---|\n| groves |\n";
    let built = site(ON, text).build();

    let prose = prose(&built);
    assert_eq!(prose.matches("class=\"term\"").count(), 1, "{prose}");
    assert!(prose.contains(&format!("<td>{}</td>", link("grove", "groves"))), "{prose}");
}

#[test]
fn a_term_with_a_page_is_not_linked_on_it() {
    let text = "---\nterm: grove\n---\nA grove of lime trees, a lime tree.\n";
    let built = site(ON, "Text.").with("content/terms/grove/en.md", text).without("content/terms/grove.yaml").build();

    let page = built.text("en/glossary/grove/index.html");
    assert!(page.contains(&format!("A grove of lime trees, a {}.", link("lime", "lime tree"))), "{page}");
}

#[test]
fn without_the_setting_or_a_glossary_nothing_changes() {
    let text = "Groves have a lime\ntree.";

    let off = site("", text).build();
    assert!(prose(&off).contains("<p>Groves have a lime\ntree.</p>"), "{}", prose(&off));

    let without = |settings: &str| {
        let site = site(settings, text);
        ["grove", "lime", "bank"]
            .iter()
            .fold(site, |site, id| site.without(&format!("content/terms/{id}.yaml")))
            .build()
    };
    assert_eq!(without("").files, without(ON).files);
}

#[test]
fn only_terms_that_say_by_which_words_are_linked_where_a_site_wants_that() {
    let built = site("link_terms: declared\n", "Groves have a lime tree.").build();

    let text = format!("<p>{} have a lime tree.</p>", link("grove", "Groves"));
    assert!(prose(&built).contains(&text), "{}", prose(&built));

    let wrong = site("link_terms: yes\n", "Text.").build();
    assert_eq!(wrong.findings(), ["settings content/site.yaml:6:13"]);
}
