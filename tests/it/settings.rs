//! What `site.yaml` says and pages show: menus, titles, the home page; which template renders which page.

use crate::support::{Built, Site, small};

const SETTINGS: &str = "title: {en: Parks, de: Parks}\nbase_url: https://parks.example\nlanguages: [en, de]\n";

/// The small site with further lines in its settings.
fn with_settings(lines: &str) -> Site {
    small().with("content/site.yaml", &format!("{SETTINGS}{lines}"))
}

/// `place: message (hint)`, one a finding.
fn told(site: &Site) -> Vec<String> {
    let one = |d: &prospectus::diagnostics::Diagnostic| {
        let hint = d.hint.as_deref().unwrap_or_default();
        format!("{} {}:{} {} ({hint})", d.code.name, d.place.line, d.place.column, d.message)
    };
    site.build().diagnostics.iter().map(one).collect()
}

fn template(name: &str) -> String {
    format!("content/templates/{name}")
}

/// The small site with templates that print their own name.
fn named_templates(names: &[&str]) -> Site {
    names.iter().fold(small(), |site, name| site.with(&template(name), &format!("<p>by {name}</p>")))
}

/// By which template a page was made.
fn made_by<'b>(built: &'b Built, page: &str) -> &'b str {
    let html = built.text(page);
    html.split_once("<p>by ").and_then(|(_, rest)| rest.split_once("</p>")).map_or("another", |(name, _)| name)
}

#[test]
fn templates_are_looked_up_by_home_then_collection_then_kind() {
    let all = ["home.html", "pages/record.html", "records/record.html", "record.html", "parks/record.html"];
    let pages = ["en/index.html", "en/about/index.html", "en/parks/north/index.html", "en/cities/jinan/index.html"];
    let made = |names: &[&str]| {
        let built = named_templates(names).build();
        assert!(built.findings().is_empty(), "{:?}", built.findings());
        pages.map(|page| made_by(&built, page).to_owned())
    };

    assert_eq!(made(&all), ["home.html", "pages/record.html", "parks/record.html", "records/record.html"]);
    assert_eq!(
        made(&all[1..4]),
        ["pages/record.html", "pages/record.html", "records/record.html", "records/record.html"]
    );
    assert_eq!(made(&all[3..4]), ["record.html"; 4]);
    assert_eq!(made(&["home.html"]), ["home.html", "another", "another", "another"]);
}

#[test]
fn what_is_asked_for_by_name_goes_before_the_usual_templates() {
    let site = named_templates(&["home.html", "page.html", "report.html", "pages/record.html", "news/index.html"])
        .with("content/pages/_collection.yaml", "label: {en: Pages, de: Seiten}\nsegment: {en: '', de: ''}\nuntranslated: error\ntemplates: {record: page.html}\nfields:\n  title: {type: text, translated: true, required: true}\n")
        .with("content/pages/report.yaml", "title: {en: Report, de: Bericht}\ntemplate: report.html\n")
        .with("content/cities/_collection.yaml", "label: {en: Cities, de: Städte}\nkind: news\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n");

    let built = site.build();

    assert!(built.findings().is_empty(), "{:?}", built.findings());
    assert_eq!(made_by(&built, "de/index.html"), "page.html");
    assert_eq!(made_by(&built, "de/report/index.html"), "report.html");
    assert_eq!(made_by(&built, "de/cities/index.html"), "news/index.html");
}

#[test]
fn collections_of_the_generator_are_kinds_of_their_own() {
    let built = named_templates(&["sources/index.html", "records/index.html", "records/record.html"]).build();

    assert_eq!(made_by(&built, "en/sources/index.html"), "sources/index.html");
    assert_eq!(made_by(&built, "en/sources/report-2025/index.html"), "another");
    assert_eq!(made_by(&built, "en/parks/index.html"), "records/index.html");
}

const MENU: &str = r#"navigation:
  - parks
  - {label: {en: About, de: Über}, items: [pages/about, {to: cities, label: {en: Towns, de: Orte}}, {url: "https://bank.example/", label: {en: "The bank", de: Die Bank}}]}
  - {url: "mailto:press@bank.example", label: {en: Write, de: Schreiben}}
"#;

#[test]
fn menus_hold_groups_and_lead_outside() {
    let print = "{% for n in navigation %}{{ n.label }}|{{ n.url }}|{{ n.current }}|{{ n.external }}\n{% for i in n.items %}- {{ i.label }}|{{ i.url }}|{{ i.current }}|{{ i.external }}\n{% endfor %}{% endfor %}";
    let site =
        ["record.html", "index.html"].iter().fold(with_settings(MENU), |site, name| site.with(&template(name), print));

    let built = site.build();

    assert!(built.findings().is_empty(), "{:?}", built.findings());
    assert_eq!(
        built.text("en/about/index.html"),
        "Parks|/en/parks/||false\nAbout|||true|false\n- About|/en/about/|page|false\n- Towns|/en/cities/||false\n- The bank|https://bank.example/||true\nWrite|mailto:press@bank.example||false\n".replace("About|||true", "About||true")
    );
    assert!(
        built
            .text("de/staedte/jinan/index.html")
            .contains("Über||true|false\n- Über uns|/de/ueber-uns/||false\n- Orte|/de/staedte/|true|false\n")
    );
    assert!(built.text("de/parks/index.html").contains("Parks|/de/parks/|page|false\nÜber|||false\n"));
}

#[test]
fn a_group_of_what_the_public_does_not_see_leaves_no_trace() {
    let site = with_settings("navigation: [parks, {label: {en: Secret, de: Geheim}, items: [pages/later]}]\n")
        .with("content/pages/later.yaml", "title: {en: Later, de: Später}\npublish_on: 2027-01-01\n");

    let built = site.build();

    assert!(!built.text("en/index.html").contains("Secret"));
    assert!(built.text("en/index.html").contains("/en/parks/"));
}

#[test]
fn every_mistake_in_a_menu_is_told_at_its_place() {
    for (menu, expected) in [
        (
            "[{to: parks, lable: {en: X}}]",
            "unknown-key 4:26 `lable` is not a key of an entry of `navigation` (did you mean `label`?)",
        ),
        ("[{url: \"https://bank.example\"}]", "missing-field 4:14 an entry of `navigation` without `to` needs `label`"),
        ("[{items: [parks]}]", "missing-field 4:14 an entry of `navigation` without `to` needs `label`"),
        (
            "[{url: bank.example, label: {en: X, de: X}}]",
            "settings 4:20 `bank.example` has no scheme (write it with its scheme",
        ),
        (
            "[{url: \"javascript:alert(1)\", label: {en: X, de: X}}]",
            "settings 4:20 `javascript:alert(1)` is not allowed as a link",
        ),
        ("[{url: \"tel:+4930\", label: {en: X, de: X}}]", "settings 4:20 `tel:+4930` is a telephone number"),
        ("[{url: \"https://bank.example\", label: {en: X}}]", "untranslated 4:51 `label` has no text in Deutsch (de)"),
        (
            "[{url: \"https://parks.example/en/parks/\", label: {en: X, de: X}}]",
            "own-address 4:20 the menu leads to a page of this site by its address `https://parks.example/en/parks/` (name it, then the link follows the page: `to: parks`)",
        ),
        ("[{label: {en: X, de: X}, items: []}]", "settings 4:45 a group of `navigation` has no items"),
        ("[{label: {en: X, de: X}, items: }]", "settings 4:43 a group of `navigation` has no items"),
        (
            "[{label: {en: X, de: X}, items: [{label: {en: Y, de: Y}, items: [parks]}]}]",
            "settings 4:77 a group of `navigation` stands in another group",
        ),
        (
            "[{label: {en: X, de: X}, items: [praks]}]",
            "unknown-reference 4:46 the menu leads to `praks`, which does not exist (did you mean `parks`?)",
        ),
        (
            "[{to: parks, url: \"https://bank.example\"}]",
            "settings 4:14 an entry of `navigation` has more than one of `to`, `url` and `items`",
        ),
        ("[{label: {en: X, de: X}}]", "missing-field 4:14 an entry of `navigation` needs `to`"),
        ("[[parks]]", "wrong-type 4:14 `an entry of `navigation`` must be text"),
    ] {
        let found = told(&with_settings(&format!("navigation: {menu}\n")));

        assert!(found.iter().any(|f| f.contains(expected)), "{menu}\n{expected}\n{found:#?}");
        let footer = told(&with_settings(&format!("footer: {menu}\n")));
        assert_eq!(footer.len(), found.len(), "{footer:#?}");
    }
}

const HEAD: &str = "{{ page.document_title }}|{{ page.description }}|{{ site.short }}";

/// The small site, whose pages print their title and their description.
fn heads(lines: &str) -> Site {
    let names = ["home.html", "record.html", "index.html", "languages.html", "not-found.html", "permanent.html"];
    names.iter().fold(with_settings(lines), |site, name| site.with(&template(name), HEAD))
}

#[test]
fn titles_of_documents_end_with_the_short_name_of_the_site() {
    let long = "Rehabilitation of the park of the northern districts and of all of its lakes";
    let site = heads("short: {en: City parks, de: Parks}\n")
        .with("content/parks/north/en.md", &format!("---\nname: {long}\n---\nText.\n"))
        .with(
            "content/parks/_collection.yaml",
            &text_of(&small(), "content/parks/_collection.yaml").replace("sort:", "per_page: 1\nsort:"),
        )
        .with("content/parks/south.yaml", "name: {en: South, de: Süd}\n");

    let built = site.build();

    assert!(built.findings().is_empty(), "{:?}", built.diagnostics);
    let title = |page: &str| built.text(page).split('|').next().unwrap().to_owned();
    assert_eq!(title("en/index.html"), "Parks");
    assert_eq!(title("index.html"), "Parks");
    assert_eq!(title("404.html"), "Parks");
    assert_eq!(title("en/about/index.html"), "About – City parks");
    assert_eq!(title("de/staedte/jinan/index.html"), "Jinan – Parks");
    assert_eq!(title("en/parks/north/index.html"), "Rehabilitation of the park of the northern… – City parks");
    assert_eq!(title("en/parks/2/index.html"), "Parks (page 2 of 2) – City parks");
    assert_eq!(title("de/parks/2/index.html"), "Parks (Seite 2 von 2) – Parks");
    assert!(built.text("en/about/index.html").ends_with("|City parks"));
}

fn text_of(site: &Site, path: &str) -> String {
    String::from_utf8(site.0[path].clone()).unwrap()
}

#[test]
fn a_short_title_stands_for_a_long_one() {
    let model = text_of(&small(), "content/cities/_collection.yaml") + "  short: {type: text, translated: true}\n";
    let site = heads("").with("content/cities/_collection.yaml", &model).with(
        "content/cities/jinan.yaml",
        "name: {en: The city of Jinan, de: Stadt Jinan}\nshort: {en: Jinan, de: Jinan}\n",
    );

    assert!(site.build().text("en/cities/jinan/index.html").starts_with("Jinan – Parks|"));
}

#[test]
fn a_short_name_has_at_most_twenty_letters() {
    let found = told(&with_settings("short: {en: Coastal Development Bank, de: Parks}\n"));

    assert_eq!(
        found,
        [
            "settings 4:13 `short` has 24 characters in English: at most 20 are left behind a page's title (an abbreviation, or the last word of the title)"
        ]
    );
    assert!(told(&with_settings("short: {en: Twenty letters long!, de: Parks}\n")).is_empty());
    assert!(told(&with_settings("short: {en: Parks}\n"))[0].starts_with("untranslated 4:8"));
}

#[test]
fn every_page_is_described_by_what_it_says() {
    let site = heads("description: {en: All parks., de: Alle Parks.}\n")
        .with("content/figures/_collection.yaml", "label: {en: Figures, de: Zahlen}\n")
        .with("content/figures/area.yaml", "label: {en: Area, de: Fläche}\ndefinition: {en: 'What is *green*.', de: Grünes.}\nsum: parks.area\nunit: ha\n")
        .with("content/locales/en.ftl", "unit-ha = { $value } ha\n")
        .with("content/locales/de.ftl", "unit-ha = { $value } ha\n")
        .with("content/terms/park.yaml", "term: {en: Park, de: Park}\ndefinition: {en: 'A *green* place.', de: Grün.}\n")
        .with("content/terms/_collection.yaml", "pages: true\n")
        .with("content/parks/south.yaml", "name: {en: South, de: Süd}\n");

    let built = site.build();

    assert!(built.findings().is_empty(), "{:?}", built.diagnostics);
    let described = |page: &str| built.text(page).split('|').nth(1).unwrap().to_owned();
    assert_eq!(described("en/index.html"), "All parks.");
    assert_eq!(described("de/404.html"), "Alle Parks.");
    assert_eq!(described("en/about/index.html"), "See North Park and all.");
    assert_eq!(described("en/parks/north/index.html"), "area: 12.5 · level: National · state: open · city: Jinan");
    assert_eq!(described("en/figures/area/index.html"), "Area: 12.5 ha (as of November 24, 2026). What is green.");
    assert_eq!(described("en/sources/report-2025/index.html"), "City, March 2025: Report");
    assert_eq!(described("en/glossary/park/index.html"), "A green place.");
    assert_eq!(described("en/parks/index.html"), "Parks: North Park · South");
    assert_eq!(described("id/figures/area/index.html"), "Area: 12.5 ha (as of November 24, 2026). What is green.");
}
