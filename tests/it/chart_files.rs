//! The chart of a figure as a file of its own: there where there is something to draw, complete, and valid XML.

use roxmltree::{Document, Node};

use crate::support::{Built, Site, small};

/// Three figures: one through time, one by cities, one with a single value.
fn drawn() -> Site {
    let reports = "reported:\n  - {is: 3, by: 2024-01-01, source: report-2025}\n  \
        - {is: 5, by: 2025-02-01, source: report-2025, status: provisional}\n";
    small()
        .with("content/figures/visits.yaml", &format!("label: {{en: Visits & more, de: Besuche}}\n{reports}"))
        .with("content/figures/by-city.yaml", "label: {en: By city, de: Nach Stadt}\nsum: parks.area\nby: city\n")
        .with(
            "content/figures/single.yaml",
            "label: {en: Single, de: Einzeln}\nreported: [{is: 3, by: 2024-01-01, source: report-2025}]\n",
        )
}

/// The texts of a drawing, each in one.
fn texts(document: &Document) -> Vec<String> {
    let words = |node: Node| node.descendants().filter(Node::is_text).filter_map(|n| n.text()).collect::<String>();
    document.descendants().filter(|node| node.has_tag_name("text")).map(words).collect()
}

fn files(built: &Built) -> Vec<&str> {
    built.files.keys().map(String::as_str).filter(|path| path.ends_with(".svg")).collect()
}

#[test]
fn each_figure_with_something_to_draw_has_a_file_in_each_language() {
    let built = drawn().build();

    assert_eq!(built.findings(), Vec::<String>::new());
    assert_eq!(
        files(&built),
        ["by-city-de", "by-city-en", "visits-de", "visits-en"].map(|name| format!("data/figures/{name}.svg"))
    );
}

#[test]
fn a_file_is_xml_and_says_title_values_source_date_and_where_it_is_from() {
    let built = drawn().build();

    let document = Document::parse(built.text("data/figures/visits-en.svg")).unwrap();

    let root = document.root_element();
    assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
    let texts = texts(&document);
    for said in ["Visits & more", "3", "5", "2024", "Parks · https://parks.example/en/figures/visits/"] {
        assert!(texts.iter().any(|text| text == said), "{said}: {texts:?}");
    }
    let source = texts.iter().find(|text| text.contains("City")).unwrap();
    assert!(source.contains("2025"), "{source}");
    // Nothing is fetched, nothing runs, no word is left as HTML.
    let foreign = |node: Node| node.has_attribute("href") || node.has_tag_name("script") || node.has_tag_name("a");
    assert!(!document.descendants().any(foreign) && !texts.concat().contains('<'));
}

#[test]
fn bars_are_drawn_with_their_names_and_values() {
    let built = drawn().build();

    let document = Document::parse(built.text("data/figures/by-city-de.svg")).unwrap();

    let texts = texts(&document);
    assert_eq!(texts[0], "Nach Stadt");
    assert!(texts.contains(&"Jinan".to_owned()) && texts.contains(&"12,5".to_owned()), "{texts:?}");
    assert!(document.descendants().any(|node| node.attribute("class") == Some("value")));
}

#[test]
fn every_word_is_within_the_paper_and_no_line_of_text_is_twice_at_one_place() {
    let built = drawn().build();

    for path in files(&built) {
        let document = Document::parse(built.text(path)).unwrap();
        let number = |node: Node, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
        let high = number(document.root_element(), "height");
        let own = document.root_element().children().filter(|node| node.has_tag_name("text"));
        let mut places: Vec<(String, String)> = Vec::new();
        for text in own {
            assert!((20.0..high).contains(&number(text, "y")), "{path}");
            places.push((text.attribute("x").unwrap().to_owned(), text.attribute("y").unwrap().to_owned()));
        }
        let all = places.len();
        places.sort();
        places.dedup();
        assert!(all > 3 && places.len() == all, "{path}: {places:?}");
    }
}

#[test]
fn what_a_sign_means_takes_as_many_lines_as_it_needs() {
    let reason = ["provisional until the office has counted every park again"; 4].join(", ");
    let built = drawn().with("content/locales/en.ftl", &format!("status-provisional = {reason}\n")).build();

    let document = Document::parse(built.text("data/figures/visits-en.svg")).unwrap();

    let lines: Vec<String> = texts(&document).into_iter().filter(|text| text.contains("counted every park")).collect();
    assert!(lines.len() > 1 && lines.iter().all(|line| line.chars().count() < 150), "{lines:?}");
}

#[test]
fn a_right_to_left_language_begins_at_the_right() {
    let settings =
        "title: {en: P, ar: P}\nbase_url: https://parks.example\nlanguages: [en, {code: ar, name: العربية}]\n";
    let site = Site::default()
        .with("content/site.yaml", settings)
        .with("content/parks/_collection.yaml", "label: {en: Parks, ar: حدائق}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true}\n  kind: {type: choice, options: {big: {en: Big, ar: كبير}}}\n")
        .with("content/parks/a.yaml", "name: {en: A, ar: أ}\nkind: big\n")
        .with("content/figures/f.yaml", "label: {en: F, ar: عدد}\ncount: parks\nby: kind\n");
    let built = site.build();

    let document = Document::parse(built.text("data/figures/f-ar.svg")).unwrap();

    assert_eq!(document.root_element().attribute("direction"), Some("rtl"));
    let title = document.root_element().children().find(|node| node.has_tag_name("text")).unwrap();
    assert_eq!((title.text(), title.attribute("x")), (Some("عدد"), Some("740")));
}

#[test]
fn a_file_of_the_site_at_that_address_is_found() {
    let built = drawn().with("content/static/data/figures/visits-en.svg", "<svg/>").build();

    assert_eq!(built.findings(), ["address-clash content/static/data/figures/visits-en.svg:0:0"]);
}

#[test]
fn templates_know_the_file_its_size_and_what_it_shows() {
    let told = "{% set f = figure(key=record.key) %}{% if f.chart %}{{ f.chart.format }} {{ f.chart.url }} {{ f.chart.kind }} \
        {{ f.chart.bytes }}{% else %}none{% endif %}";
    let built = drawn().with("content/templates/figures/record.html", told).build();

    let bytes = |name: &str| built.files[&format!("data/figures/{name}.svg")].len();
    let page = |id: &str| built.text(&format!("en/figures/{id}/index.html"));
    assert_eq!(page("visits"), format!("SVG /data/figures/visits-en.svg steps {}", bytes("visits-en")));
    assert_eq!(page("by-city"), format!("SVG /data/figures/by-city-en.svg bars {}", bytes("by-city-en")));
    assert_eq!(page("single"), "none");
}
