//! What the home page shows beside its text, by the settings and without any.

use crate::support::{Built, Site, small};

const SETTINGS: &str = "title: {en: Parks, de: Parks}\nbase_url: https://parks.example\nlanguages: [en, de]\nnavigation: [parks, {label: {en: More, de: Mehr}, items: [cities, parks]}, pages/about]\n";

const SQUARE: &str = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "jinan"}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}}]}"#;

/// Prints all that `home()` gives.
const PRINT: &str = r#"{% set h = home() -%}
lead {% if h.lead %}{{ h.lead.id }} {{ h.lead.text }}{% endif %}
figures{% for f in h.figures %} {{ f.id }}{% endfor %}
doors{% for d in h.doors %} {{ d.label }}|{{ d.count_text }}|{{ d.count }}|{{ d.url }}{% endfor %}
map {% if h.map %}{{ h.map.of }} {% if h.map.figure %}{{ h.map.figure.id }}{% endif %}{% endif %}
news {% if h.news %}{{ h.news.collection.label }}:{% for n in h.news.records %} {{ n.title }}{% endfor %}{% endif %}
"#;

/// The small site with figures, areas and news.
fn site(home: &str) -> Site {
    let news = |site: Site, (id, date): (&str, &str)| {
        site.with(&format!("content/news/{id}.yaml"), &format!("title: {{en: {id}, de: {id}}}\ndate: {date}\n"))
    };
    let site = small()
        .with("content/site.yaml", &format!("{SETTINGS}{home}"))
        .with("content/templates/home.html", PRINT)
        .with("content/cities/_collection.yaml", "label: {en: Cities, de: Städte}\nsegment: {en: cities, de: staedte}\nroles: {title: name}\nboundaries: {file: cities.geojson}\nfields:\n  name: {type: text, translated: true, required: true}\n")
        .with("content/cities/cities.geojson", SQUARE)
        .with("content/figures/area.yaml", "label: {en: Area, de: Fläche}\nsum: parks.area\n")
        .with("content/figures/by-city.yaml", "label: {en: By city, de: Je Stadt}\ncount: parks\nby: city\n")
        .with("content/figures/open.yaml", "label: {en: Open, de: Offen}\ncount: parks\nwhere: {state: open}\n")
        .with("content/figures/parks.yaml", "label: {en: Parks, de: Anzahl}\ncount: parks\n")
        .with("content/figures/unknown.yaml", "label: {en: A, de: A}\nreported: {missing: not-available, since: 2020, source: report-2025}\n")
        .with("content/news/_collection.yaml", "label: {en: News, de: Neues}\nkind: news\nsort: [title]\nfields:\n  title: {type: text, translated: true, required: true}\n  date: {type: date, required: true}\n");
    [("a", "2020-01-01"), ("b", "2024-05"), ("c", "2023-01-01"), ("d", "2021-01-01")].into_iter().fold(site, news)
}

fn printed(site: &Site) -> String {
    let built = site.build();
    assert!(built.findings().is_empty(), "{:?}", built.diagnostics);
    built.text("en/index.html").to_owned()
}

fn line<'p>(printed: &'p str, name: &str) -> &'p str {
    printed.lines().find_map(|line| line.strip_prefix(name)).map(str::trim).unwrap_or_else(|| panic!("{printed}"))
}

#[test]
fn a_site_that_says_nothing_shows_what_follows_from_it() {
    let printed = printed(&site(""));

    // The first figures with one number, without those that have none or only groups.
    assert_eq!(line(&printed, "lead"), "area 12.5");
    assert_eq!(line(&printed, "figures"), "open parks");
    assert_eq!(line(&printed, "doors"), "Parks|1 record|1|/en/parks/ Cities|1 record|1|/en/cities/");
    assert_eq!(line(&printed, "map"), "cities by-city");
    assert_eq!(line(&printed, "news"), "News: b c d");
}

#[test]
fn figures_that_the_site_marks_go_before_others() {
    let marked = |site: Site, id: &str| {
        let path = format!("content/figures/{id}.yaml");
        let text = String::from_utf8(site.0[&path].clone()).unwrap();
        site.with(&path, &format!("{text}featured: true\n"))
    };
    let site = ["parks", "by-city"].into_iter().fold(site(""), marked);

    let printed = printed(&site);

    assert_eq!(line(&printed, "lead"), "by-city 1");
    assert_eq!(line(&printed, "figures"), "parks");
}

#[test]
fn settings_choose_every_part() {
    let home = "home: {lead: figures/open, figures: [parks, area], doors: [sources], map: {of: cities}, news: news, search_examples: [parks/north, cities]}\n";
    let own = site(home)
        .with("content/locales/en.ftl", "records-count-sources = { $count } documents\n")
        .with("content/locales/de.ftl", "records-count-sources = { $count } Dokumente\n");

    let printed = printed(&own);

    assert_eq!(line(&printed, "lead"), "open 1");
    assert_eq!(line(&printed, "figures"), "parks area");
    assert_eq!(line(&printed, "doors"), "Sources|1 documents|1|/en/sources/");
    assert_eq!(line(&printed, "map"), "cities");
    assert_eq!(line(&printed, "news"), "News: b c d");
}

#[test]
fn settings_leave_parts_out() {
    let printed = printed(&site("home: {lead: false, figures: [], doors: false, map: false, news: false}\n"));

    for part in ["lead", "figures", "doors", "map", "news"] {
        assert_eq!(line(&printed, part), "", "{part}");
    }
}

#[test]
fn the_lead_is_not_repeated_among_the_usual_figures() {
    let printed = printed(&site("home: {lead: parks}\n"));

    assert_eq!(line(&printed, "lead"), "parks 1");
    assert_eq!(line(&printed, "figures"), "area open");
}

#[test]
fn without_boundaries_the_map_shows_the_first_places() {
    let site = site("")
        .with("content/cities/_collection.yaml", "label: {en: Cities, de: Städte}\nsegment: {en: cities, de: staedte}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n  at: {type: location}\n")
        .without("content/cities/cities.geojson");
    let placed = site
        .clone()
        .with("content/cities/jinan.yaml", "name: {en: Jinan, de: Jinan}\nat: {latitude: 36.7, longitude: 117.1}\n");

    assert_eq!(line(&printed(&site), "map"), "");
    assert_eq!(line(&printed(&placed), "map"), "cities");
}

#[test]
fn without_a_navigation_all_collections_of_records_are_doors() {
    let settings = SETTINGS.lines().take(3).collect::<Vec<_>>().join("\n");
    let printed = printed(&site("").with("content/site.yaml", &format!("{settings}\n")));

    let doors = line(&printed, "doors");
    assert_eq!(doors, "Cities|1 record|1|/en/cities/ Figures|5 records|5|/en/figures/ Parks|1 record|1|/en/parks/");
}

#[test]
fn what_the_public_does_not_see_yet_is_left_out() {
    let hidden = "publish_on: 2027-01-01\n";
    let site = site("home: {lead: later, figures: [later, parks], news: news}\n")
        .with("content/figures/later.yaml", &format!("label: {{en: Later, de: Später}}\ncount: parks\n{hidden}"));

    let printed = printed(&site);

    assert_eq!(line(&printed, "lead"), "");
    assert_eq!(line(&printed, "figures"), "parks");
}

#[test]
fn every_mistake_in_home_is_told_at_its_place() {
    for (home, expected) in [
        ("{leed: parks}", "unknown-key 5:8 `leed` is not a key of home (did you mean `lead`?)"),
        (
            "{lead: prks}",
            "unknown-reference 5:14 `home` names `figures/prks`, which does not exist (did you mean `parks`?)",
        ),
        ("{lead: parks/north}", "settings 5:14 `parks/north` is not a figure (name a record of `figures`)"),
        ("{figures: [area, parcs]}", "unknown-reference 5:24 `home` names `figures/parcs`, which does not exist"),
        (
            "{doors: [pages/about]}",
            "settings 5:16 `pages/about` is a record, not a collection (name its collection: pages)",
        ),
        ("{doors: [pages]}", "settings 5:16 `pages` has no index page to lead to"),
        (
            "{doors: [citie]}",
            "unknown-reference 5:16 `home` names `citie`, which does not exist (did you mean `cities`?)",
        ),
        ("{map: {figure: by-city}}", "missing-field 5:13 `map` needs `of`"),
        ("{map: cities}", "wrong-type 5:13 `map` must be a map"),
        ("{map: {of: news}}", "settings 5:18 `news` has neither `boundaries` nor a field of type `location`"),
        ("{map: {of: cities, figure: area}}", "settings 5:34 `area` has no values by `cities`"),
        ("{news: parks}", "settings 5:14 `parks` is not of kind news"),
        (
            "{search_examples: [parks/nort]}",
            "unknown-reference 5:26 `home` names `parks/nort`, which does not exist (did you mean `north`?)",
        ),
        ("[parks]", "wrong-type 5:7 `home` must be a map"),
    ] {
        let built = site(&format!("home: {home}\n")).build();

        let told = told(&built);
        assert!(told.iter().any(|told| told.contains(expected)), "{home}\n{expected}\n{told:#?}");
    }
}

fn told(built: &Built) -> Vec<String> {
    let one = |d: &prospectus::diagnostics::Diagnostic| {
        let hint = d.hint.as_deref().unwrap_or_default();
        format!("{} {}:{} {} ({hint})", d.code.name, d.place.line, d.place.column, d.message)
    };
    built.diagnostics.iter().map(one).collect()
}

#[test]
fn a_page_is_found_by_its_template() {
    let print = "{% set p = page_with(template=\"report.html\") %}{% if p %}{{ p.title }} {{ p.url }}{% endif %}";
    let without = site("").with("content/templates/home.html", print).with("content/templates/report.html", "x");
    let with =
        without.clone().with("content/pages/report.yaml", "title: {en: Report, de: Bericht}\ntemplate: report.html\n");

    assert_eq!(without.build().text("de/index.html"), "");
    assert_eq!(with.build().text("de/index.html"), "Bericht /de/report/");
}

#[test]
fn a_page_cannot_be_found_by_a_template_that_does_not_exist() {
    let site = site("").with("content/templates/home.html", "{% set p = page_with(template=\"recrd.html\") %}");

    let told = told(&site.build());

    assert!(told.iter().any(|told| told.contains("there is no template `recrd.html`")), "{told:#?}");
}
