//! Companion pages: a record once more, below the address of its page, wherever a template for them is there.

use crate::support::{Built, Site, small};

/// What a template is told of the page that it renders.
const TOLD: &str = "{% set way = breadcrumb | last %}{{ page.kind }} {{ page.url }} {{ page.canonical }} {{ page.noindex }} \
    {{ page.sheet }} {{ page.embed or \"-\" }} {{ record.title }} {{ record.area }} {{ prose.toc | length }} \
    {{ sources | length }}{% for a in alternates %} {{ a.url }}{% endfor %} {{ way.url }} {{ page.json_ld is none }}";

fn with_sheets() -> Site {
    small().with("content/templates/parks/sheet.html", TOLD)
}

/// The paths of the files that one build has and another has not.
fn more(built: &Built, than: &Built) -> Vec<String> {
    built.files.keys().filter(|path| !than.files.contains_key(*path)).cloned().collect()
}

#[test]
fn a_template_gives_each_record_of_its_collection_a_page_below_its_own() {
    let (before, built) = (small().build(), with_sheets().build());

    assert_eq!(built.findings(), Vec::<String>::new());
    assert_eq!(more(&built, &before), ["de/parks/nordpark/sheet/index.html", "en/parks/north/sheet/index.html"]);
    assert_eq!(
        built.text("en/parks/north/sheet/index.html"),
        "sheet /en/parks/north/sheet/ https://parks.example/en/parks/north/ true /en/parks/north/sheet/ - North Park 12.5 \
        1 1 /en/parks/north/sheet/ /de/parks/nordpark/sheet/ /en/parks/north/ true"
    );
}

#[test]
fn the_page_of_the_record_knows_its_companions_and_no_other_page_changes() {
    let told = "{{ page.kind }} {{ page.sheet or \"-\" }} {{ page.embed or \"-\" }} {{ page.canonical }}";
    let with = |name: &str| small().with("content/templates/record.html", told).with(name, "x").build();
    let (without, built) = (with("content/templates/parks/other.html"), with("content/templates/records/embed.html"));

    assert_eq!(without.text("en/parks/north/index.html"), "record - - https://parks.example/en/parks/north/");
    assert_eq!(
        built.text("en/parks/north/index.html"),
        "record - /en/parks/north/embed/ https://parks.example/en/parks/north/"
    );
    assert_eq!(built.text("en/cities/jinan/embed/index.html"), "x");
    // A page of the kind `pages`, and a source, are of no collection that is meant.
    for same in ["en/about/index.html", "en/sources/report-2025/index.html"] {
        assert_eq!(without.text(same), built.text(same));
    }
    let companions = |path: &&String| path.ends_with("/embed/index.html");
    assert_eq!(more(&built, &without).len(), built.files.keys().filter(companions).count());
}

#[test]
fn all_other_files_keep_their_bytes() {
    let (before, built) = (small().build(), with_sheets().build());

    let changed = |(path, bytes): &(&String, &Vec<u8>)| built.files.get(*path) != Some(*bytes);
    assert_eq!(before.files.iter().filter(changed).map(|(path, _)| path).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(before.text("sitemap-en.xml").contains("/en/parks/north/") && before.files.len() > 20);
}

#[test]
fn the_templates_of_a_collection_win_over_those_of_its_kind() {
    let site = with_sheets().with("content/templates/records/sheet.html", "of the kind");

    let built = site.build();

    assert!(built.text("en/parks/north/sheet/index.html").starts_with("sheet /en/parks/north/sheet/ "));
    assert_eq!(built.text("en/cities/jinan/sheet/index.html"), "of the kind");
}

#[test]
fn a_record_without_a_page_has_no_companions_and_the_home_page_may() {
    let site = with_sheets()
        .with("content/templates/terms/sheet.html", "t")
        .with("content/templates/pages/sheet.html", "{{ page.url }}")
        .with("content/terms/_collection.yaml", "label: {en: Terms, de: Begriffe}\n")
        .with("content/terms/park.yaml", "term: {en: park, de: Park}\ndefinition: {en: A park., de: Ein Park.}\n");

    let built = site.build();

    assert!(built.files.contains_key("en/glossary/index.html"), "{:?}", built.findings());
    assert!(!built.files.keys().any(|path| path.starts_with("en/glossary/") && path.contains("sheet")));
    assert_eq!(built.text("en/sheet/index.html"), "/en/sheet/");
}

#[test]
fn a_page_of_another_record_at_that_address_is_found() {
    let site = small()
        .with("content/templates/pages/sheet.html", "{{ record.title }}")
        .with("content/pages/leaflet.yaml", "title: {en: Leaflet, de: Faltblatt}\nslug: {en: sheet, de: faltblatt}\n");

    let built = site.build();

    let [finding] = &built.diagnostics[..] else { panic!("{:#?}", built.diagnostics) };
    assert_eq!(finding.code.name, "address-clash");
    assert_eq!(finding.message, "`/en/sheet/` is the address of something else already");
    assert_eq!(&*finding.place.path, "content/pages/home.yaml");
    assert_eq!(&*finding.related[0].0.path, "content/pages/leaflet.yaml");
}

#[test]
fn a_fallback_has_companions_where_it_has_a_page() {
    let parks = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    let site = |policy: &str| {
        let model = format!("untranslated: {policy}\n{parks}");
        with_sheets().with("content/parks/_collection.yaml", &model).without("content/parks/north/de.md").build()
    };

    let (fallback, omit) = (site("fallback"), site("omit"));

    let of = |built: &Built| -> Vec<String> {
        built.files.keys().filter(|path| path.contains("/sheet/")).cloned().collect()
    };
    assert_eq!(of(&fallback), ["de/parks/north/sheet/index.html", "en/parks/north/sheet/index.html"]);
    assert_eq!(of(&omit), ["en/parks/north/sheet/index.html"]);
}

#[test]
fn what_a_companion_page_does_not_show_of_the_prose_is_not_made() {
    let site = small().with("content/templates/parks/sheet.html", "{{ record.title }}");
    let read = |built: &Built| format!("{:?}", built.reads["en/parks/north/sheet/index.html"]).contains("en.md");

    assert!(read(&with_sheets().build()));
    assert!(!read(&site.build()));
}
