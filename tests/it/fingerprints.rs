//! What a page says and what it shows of others: which pages `diff` lists after a change, and when each last changed.

use std::fs;

use prospectus::config::Run;
use prospectus::pipeline::{self, Nowhere};

use crate::support::{Built, Folderish, Site, date, png, prospectus, run, small};

const TREES: &str = "content/figures/trees.yaml";
const NORTH: &str = "content/parks/north/facts.yaml";
const PARKS: &str = "content/parks/_collection.yaml";

/// The small site with a reported figure in short form, news that quote it and lead to a park, a glossary, a photo.
fn paper() -> Site {
    let news = "label: {en: News, de: Neues}\nsegment: {en: news, de: neues}\nfeed: true\nroles: {title: title, date: date, summary: summary}\nfields:\n  title: {type: text, translated: true, required: true}\n  date: {type: date, required: true}\n  summary: {type: text, translated: true, inline: true}\n";
    small()
        .with("content/figures/_collection.yaml", "label: {en: Figures, de: Kennzahlen}\n")
        .with("content/corrections/_collection.yaml", "label: {en: Corrections, de: Berichtigungen}\n")
        .with("content/terms/_collection.yaml", "label: {en: Glossary, de: Glossar}\nsegment: {en: glossary, de: glossar}\n")
        .with("content/terms/park.yaml", "term: {en: Park, de: Park}\ndefinition: {en: \"A green place, as [](@parks/north).\", de: \"Ein grüner Ort wie [](@parks/north).\"}\n")
        .with(TREES, &trees("2.1", "million"))
        .with("content/news/_collection.yaml", news)
        .with("content/news/planted/facts.yaml", "date: 2026-03-01\n")
        .with("content/news/planted/en.md", "---\ntitle: Planted\nsummary: Trees were planted\n---\nThe city has [](@figures/trees) trees.\n")
        .with("content/news/planted/de.md", "---\ntitle: Gepflanzt\nsummary: Es wurde gepflanzt\n---\nDie Stadt hat [](@figures/trees) Bäume.\n")
        .with("content/news/short.yaml", "date: 2026-03-02\ntitle: {en: Short, de: Kurz}\nsummary: {en: \"Now [](@figures/trees#2025-03)\", de: \"Jetzt [](@figures/trees#2025-03)\"}\n")
        .with("content/news/opened.yaml", "date: 2026-03-03\ntitle: {en: Opened, de: Eröffnet}\nsummary: {en: \"See [the park](@parks/north)\", de: \"Siehe [den Park](@parks/north)\"}\n")
        .with(NORTH, &north("city: jinan\n"))
        .with_bytes("content/parks/north/view.png", png(1))
}

/// A figure that was 2 million before, and is so many now.
fn trees(now: &str, unit: &str) -> String {
    let zeros = if unit == "million" { now.replace('.', "") + "00000" } else { now.to_owned() };
    format!(
        "label: {{en: Trees, de: Bäume}}\ndisplay: compact\nreported:\n  - {{is: 2000000, since: 2020, source: report-2025}}\n  - {{is: {zeros}, since: 2025-03, source: report-2025}}\n"
    )
}

fn north(rest: &str) -> String {
    format!(
        "source: report-2025\narea: 12.5\nlevel: national\nstate:\n  - {{is: planned, since: 2019}}\n  - {{is: open, since: 2020-06}}\nphoto: {{file: view.png, alt: {{en: Trees, de: Bäume}}}}\n{rest}"
    )
}

/// The text of a file of a site.
fn text(site: &Site, path: &str) -> String {
    String::from_utf8(site.0[path].clone()).unwrap()
}

/// The site with words exchanged in a file.
fn edited(site: &Site, path: &str, from: &str, to: &str) -> Site {
    let before = text(site, path);
    assert!(before.contains(from), "{path}: {before}");
    site.clone().with(path, &before.replace(from, to))
}

fn on(day: &str) -> Run {
    Run { today: date(day), ..run() }
}

/// Addresses of the pages that say something else than was published, and of those that show something else of others.
fn changed(site: &Site) -> (Vec<String>, Vec<String>) {
    let changes = pipeline::publish(site, &run(), &Nowhere).value.changes.unwrap();
    let paths = |pages: &[(Box<str>, _)]| pages.iter().map(|(path, _)| path.to_string()).collect();
    (paths(&changes.texts), paths(&changes.through_others))
}

fn none() -> (Vec<String>, Vec<String>) {
    (Vec::new(), Vec::new())
}

/// The same in both languages, sorted.
fn in_both(english: &[&str], german: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = german.iter().chain(english).map(|path| (*path).to_owned()).collect();
    all.sort();
    all
}

/// The day on which a page says it last changed.
fn shown(site: &Site, path: &str) -> String {
    shown_in(&site.build(), path)
}

fn shown_in(built: &Built, path: &str) -> String {
    let Some((_, rest)) = built.text(path).split_once("<p class=\"changed\"><small><time datetime=\"") else {
        return "never".to_owned();
    };
    rest.split('"').next().unwrap().to_owned()
}

#[test]
fn a_page_that_quotes_a_number_changes_when_its_readers_see_another() {
    let published = paper().published_for(on("2026-11-20"));
    let told = "kind: correction\ngrade: minor\ndate: 2026-11-21\nreason: {en: Misread, de: Falsch gelesen}\nof: figures/trees\non: 2025-03\nwas: 2100000\nnow: 1000000\n";
    let other = published.clone().with(TREES, &trees("1.0", "million")).with("content/corrections/trees.yaml", told);

    let (says, shows) = changed(&other);
    assert_eq!(says, in_both(&["/en/figures/trees/"], &["/de/kennzahlen/trees/"]));
    let english = ["/en/corrections/", "/en/news/planted/", "/en/news/short/"];
    let german = ["/de/berichtigungen/", "/de/neues/planted/", "/de/neues/short/"];
    assert_eq!(shows, in_both(&english, &german));

    let again = other.published_for(on("2026-11-22"));
    assert_eq!(shown(&again, "en/news/planted/index.html"), "2026-11-22");
    assert_eq!(shown(&again, "en/news/opened/index.html"), "2026-11-20");
    let german = again.build().text("de/neues/planted/index.html").to_owned();
    assert!(german.contains(">Zuletzt geändert: 22.\u{a0}November 2026</time>"), "{german}");
    let feed = again.build().text("en/feed.xml").to_owned();
    let entry = feed.split("<entry>").find(|entry| entry.contains("<title>Planted</title>")).unwrap();
    assert!(
        entry.contains("<published>2026-03-01T00:00:00+00:00</published><updated>2026-11-22T00:00:00+00:00</updated>"),
        "{entry}"
    );
}

#[test]
fn a_number_whose_printed_words_stay_changes_the_page_of_its_figure_alone() {
    let published = paper().published();
    let finer = published.with(TREES, &trees("2100400", ""));

    assert_eq!(changed(&finer), (in_both(&["/en/figures/trees/"], &["/de/kennzahlen/trees/"]), Vec::new()));
}

#[test]
fn diff_lists_pages_that_changed_through_others_apart() {
    let folder = Folderish::of(&paper());
    assert!(prospectus(&folder.0, &["publish", "--yes"]).status.success());
    fs::write(folder.0.join("content/parks/north/view.png"), png(2)).unwrap();
    fs::write(folder.0.join("content/cities/jinan.yaml"), "name: {en: Jinan, de: Tsinan}\n").unwrap();
    let lines = |format: &str| {
        let diff = prospectus(&folder.0, &["diff", "--format", format]);
        assert_eq!(diff.status.code(), Some(4));
        String::from_utf8(diff.stdout).unwrap()
    };

    let expected = "says      /de/staedte/jinan/ (cities/jinan)\nshows     /de/parks/nordpark/ (parks/north)\nshows     /de/staedte/ (cities)\nshows     /en/parks/north/ (parks/north)\n";
    assert_eq!(lines("text"), expected);
    let markdown = lines("markdown");
    assert!(markdown.starts_with("## Pages that say something else\n\n- `/de/staedte/jinan/`"), "{markdown}");
    assert!(
        markdown.contains("\n\n## Pages that show something else of others\n\n- `/de/parks/nordpark/`"),
        "{markdown}"
    );
    let json: serde_json::Value = serde_json::from_str(&lines("json")).unwrap();
    assert_eq!(json["pages"]["changed"][0]["path"], "/de/staedte/jinan/");
    assert_eq!(json["pages"]["changed_through_others"][2]["of"], "parks/north");
}

#[test]
fn a_title_changes_the_pages_that_print_it() {
    let other = edited(&paper().published(), "content/parks/north/en.md", "North Park", "Great Park");

    let (says, shows) = changed(&other);
    assert_eq!(says, ["/en/parks/north/"]);
    // Quoted, linked with other words, in a text of a field, listed by the city, in the index, citing a source.
    let english = [
        "/en/about/",
        "/en/cities/jinan/",
        "/en/glossary/",
        "/en/news/opened/",
        "/en/parks/",
        "/en/sources/report-2025/",
    ];
    assert_eq!(shows, english);
}

#[test]
fn an_image_changes_the_page_that_shows_it() {
    let prose = edited(&paper(), "content/parks/north/de.md", "Text.", "![Plan](plan.svg)");
    let published = prose.with("content/parks/north/plan.svg", "<svg/>").published();
    let photo = published.clone().with_bytes("content/parks/north/view.png", png(2));
    let plan = published.with("content/parks/north/plan.svg", "<svg></svg>");

    assert_eq!(changed(&photo), (Vec::new(), in_both(&["/en/parks/north/"], &["/de/parks/nordpark/"])));
    assert_eq!(changed(&plan), (Vec::new(), in_both(&[], &["/de/parks/nordpark/"])));
}

#[test]
fn a_source_that_is_exchanged_changes_the_page_whose_facts_rest_on_it() {
    let map = "title: Map\nlanguage: en\npublisher: City\ndate: 2025-03\nurl: https://city.example/m\n";
    let published = paper().with("content/sources/map.yaml", map).published();
    let own = edited(&published, NORTH, "since: 2020-06}", "since: 2020-06, source: map}");
    let inherited = edited(&published, NORTH, "source: report-2025\n", "source: map\n");
    let named = edited(&published, "content/sources/report-2025.yaml", "publisher: City", "publisher: Town");

    let park = in_both(&["/en/parks/north/"], &["/de/parks/nordpark/"]);
    let sources = |ids: &[&str]| -> Vec<String> {
        let of = |language: &str| {
            ids.iter()
                .map(|id| format!("/{language}/{}/{id}/", if language == "de" { "quellen" } else { "sources" }))
                .collect::<Vec<_>>()
        };
        [of("de"), of("en")].concat()
    };
    assert_eq!(changed(&own), (park.clone(), sources(&["map"])));
    assert_eq!(changed(&inherited), (park, sources(&["map", "report-2025"])));
    let (says, shows) = changed(&named);
    assert_eq!(says, sources(&["report-2025"]));
    let english = ["/en/figures/trees/", "/en/parks/north/"];
    assert_eq!(shows, in_both(&english, &["/de/kennzahlen/trees/", "/de/parks/nordpark/"]));
}

#[test]
fn facts_change_their_own_page_and_lists_that_show_them() {
    let published = paper().published();
    let park = in_both(&["/en/parks/north/"], &["/de/parks/nordpark/"]);
    let later = edited(&published, NORTH, "since: 2020-06}", "since: 2020-06}\n  - {is: planned, since: 2030}");
    assert_eq!(changed(&later), none(), "what has not begun is said nowhere");
    for (from, to) in [
        ("area: 12.5", "area: 12"),
        ("since: 2019}", "since: 2019-05}"),
        ("area: 12.5", "area: {is: 12.5, bound: about}"),
        ("area: 12.5", "area: {is: 12.5, status: provisional}"),
        ("area: 12.5", "area: {is: 12.5, note: {en: a, de: b}}"),
        ("level: national", "level: {missing: not-available}"),
        ("  - {is: planned, since: 2019}\n", ""),
    ] {
        assert_eq!(changed(&edited(&published, NORTH, from, to)), (park.clone(), Vec::new()), "{to}");
    }

    // Who has gone to another city is missed in one and found in the other.
    let weifang = paper().with("content/cities/weifang.yaml", "name: {en: Weifang, de: Weifang}\n").published();
    let cities =
        in_both(&["/en/cities/jinan/", "/en/cities/weifang/"], &["/de/staedte/jinan/", "/de/staedte/weifang/"]);
    assert_eq!(changed(&edited(&weifang, NORTH, "city: jinan", "city: weifang")), (park, cities));
}

#[test]
fn an_item_of_a_list_changes_the_page_that_lists_who_refers_by_it() {
    let tours = "label: {en: Tours, de: Touren}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n  stops:\n    type: list\n    of: {type: group, fields: {park: {type: reference, to: parks}, role: {type: choice, options: {start: {en: Start, de: Start}, end: {en: End, de: Ende}}}}}\n";
    let tour = "name: {en: Tour, de: Tour}\nstops: [{park: north, role: start}]\n";
    let published =
        paper().with("content/tours/_collection.yaml", tours).with("content/tours/a.yaml", tour).published();

    let role = edited(&published, "content/tours/a.yaml", "role: start", "role: end");
    let source = edited(
        &published,
        "content/tours/a.yaml",
        "stops: [{park: north, role: start}]",
        "stops: [{is: {park: north, role: start}, source: report-2025}]",
    );

    let park = in_both(&["/en/parks/north/"], &["/de/parks/nordpark/"]);
    assert_eq!(changed(&role), (in_both(&["/en/tours/a/"], &["/de/tours/a/"]), park));
    // Where that comes from is said by the tour.
    assert!(changed(&source).1.iter().all(|path| !path.contains("park")), "{:?}", changed(&source));
}

#[test]
fn a_record_changes_the_pages_of_figures_that_count_it() {
    let figure = "label: {en: Parks, de: Parks}\ncount: parks\nwhere: {state: open}\nby: city\n";
    let south = "state: [{is: open, since: 2022-05-01}]\ncity: weifang\nname: {en: South Park, de: Südpark}\n";
    let site = paper()
        .with("content/figures/parks.yaml", figure)
        .with("content/cities/weifang.yaml", "name: {en: Weifang, de: Weifang}\n")
        .with("content/parks/south.yaml", south)
        .published();
    let of_figure = in_both(&["/en/figures/parks/"], &["/de/kennzahlen/parks/"]);
    let lists = |pages: &[String]| of_figure.iter().all(|page| pages.contains(page));

    let (says, shows) = changed(&edited(&site, "content/parks/south.yaml", "2022-05-01", "2022-06-01"));
    assert!(lists(&says) && shows.is_empty(), "{says:?} {shows:?}");
    let renamed = edited(&site, "content/parks/south.yaml", "Südpark", "Park im Süden");
    assert!(changed(&renamed).1.contains(&"/de/kennzahlen/parks/".to_owned()));
    let city = edited(&site, "content/cities/weifang.yaml", "en: Weifang", "en: Wei Fang");
    assert!(changed(&city).1.contains(&"/en/figures/parks/".to_owned()));
    let sorted = edited(&site, PARKS, "sort: [-area, name]", "sort: [name]");
    assert_eq!(changed(&sorted), none());
}

#[test]
fn a_page_in_another_language_changes_with_the_text_that_it_shows() {
    // That it is not translated is a warning.
    let site = paper().without("content/news/planted/de.md");
    let record = pipeline::publish(&site, &run(), &Nowhere).value.record.unwrap();
    let site = site.with("content/published.lock", &record.to_text());
    let text = edited(&site, "content/news/planted/en.md", "The city", "The whole city");
    let number = site.with(TREES, &trees("1.0", "million"));

    let pages = in_both(&["/en/news/planted/"], &["/de/neues/planted/"]);
    assert_eq!(changed(&text), (pages.clone(), Vec::new()));
    assert!(pages.iter().all(|page| changed(&number).1.contains(page)), "{:?}", changed(&number));
}

#[test]
fn a_record_that_is_withdrawn_changes_the_pages_that_named_it() {
    let site = paper().with("content/parks/south.yaml", "name: {en: South Park, de: Südpark}\n");
    let withdrawn = site.published().with(NORTH, &north("city: jinan\nexpires_on: 2026-11-24\n"));

    let (says, shows) = changed(&withdrawn);
    assert_eq!(says, Vec::<String>::new());
    let english = [
        "/en/about/",
        "/en/cities/jinan/",
        "/en/glossary/",
        "/en/news/opened/",
        "/en/parks/",
        "/en/sources/report-2025/",
    ];
    let german = [
        "/de/glossar/",
        "/de/neues/opened/",
        "/de/parks/",
        "/de/quellen/report-2025/",
        "/de/staedte/jinan/",
        "/de/ueber-uns/",
    ];
    assert_eq!(shows, in_both(&english, &german));
}

#[test]
fn a_chart_in_a_text_changes_its_page_with_every_value() {
    let published = edited(&paper(), "content/pages/about/en.md", "See", "![Trees](@figures/trees)\n\nSee").published();
    let older = edited(&published, TREES, "is: 2000000", "is: 1900000");

    let (says, shows) = changed(&older);
    assert_eq!(says, in_both(&["/en/figures/trees/"], &["/de/kennzahlen/trees/"]));
    assert_eq!(shows, ["/en/about/"]);
}

#[test]
fn a_text_changes_the_pages_of_its_language() {
    let published = paper().published();
    let prose = edited(&published, "content/parks/north/de.md", "Text.", "Worte.");
    let summary = edited(&published, "content/news/planted/de.md", "Es wurde gepflanzt", "Bäume");
    let comment =
        edited(&published, "content/parks/north/de.md", "Text.", "<!-- look again\n\n at this -->\n\n\nText. ");
    let record = edited(&published, "content/news/opened.yaml", "de: Eröffnet", "de: Offen");

    let told = "kind: correction\ngrade: minor\ndate: 2026-11-21\nreason: {en: Misread, de: Falsch gelesen}\nof: cities/jinan\nfield: name\nwas: {en: Jinanfu, de: Tsinan}\nnow: {en: Jinan, de: Jinan}\n";
    let corrected = paper().with("content/corrections/name.yaml", told).published();
    let was = edited(&corrected, "content/corrections/name.yaml", "Tsinan", "Dschinan");

    assert_eq!(changed(&was), (in_both(&[], &["/de/berichtigungen/name/"]), Vec::new()));
    assert_eq!(changed(&prose), (in_both(&[], &["/de/parks/nordpark/"]), Vec::new()));
    assert_eq!(changed(&summary), (in_both(&[], &["/de/neues/planted/"]), Vec::new()));
    assert_eq!(changed(&comment), none(), "readers see no comment");
    assert_eq!(changed(&record), (in_both(&[], &["/de/neues/opened/"]), in_both(&[], &["/de/neues/"])));
}

#[test]
fn what_pages_do_not_say_themselves_changes_none() {
    let figure = "label: {en: Parks, de: Parks}\ncount: parks\nwhere: {state: open}\nby: level\n";
    let undated = "label: {en: Area, de: Fläche}\nsum: parks.area\n";
    let counted = paper().with("content/figures/parks.yaml", figure).with("content/figures/area.yaml", undated);
    let published = counted.published();
    let parks = text(&published, PARKS);
    let (before, area) = parks.split_once("  area: {type: decimal, min: 0}\n").unwrap();
    let reordered = format!("{before}{area}  area: {{type: decimal, min: 0}}\n");
    let settings = text(&published, "content/site.yaml");
    let same = [
        (
            "a word of the theme",
            published
                .clone()
                .with("content/locales/en.ftl", "sources = Where this comes from\nlast-changed = Changed { $date }\n"),
        ),
        ("a template", published.clone().with("content/templates/record.html", "<h1>{{ page.title }}</h1>")),
        ("a style", published.clone().with("content/static/extra.css", "p { color: red }")),
        ("a label", edited(&published, PARKS, "label: {en: Parks, de: Parks}", "label: {en: Gardens, de: Gärten}")),
        (
            "the name of an option",
            edited(
                &published,
                PARKS,
                "national: {en: National, de: National}",
                "national: {en: Of the state, de: Des Staates}",
            ),
        ),
        ("the order of fields", published.clone().with(PARKS, &reordered)),
        ("the order of records", edited(&published, PARKS, "sort: [-area, name]", "sort: [name]")),
        ("a menu", edited(&published, "content/site.yaml", "navigation: [parks]", "navigation: [parks, cities]")),
        ("the day of the data", published.clone().with("content/site.yaml", &format!("{settings}as_of: 2026-11-01\n"))),
        ("ends of lines", edited(&published, "content/news/planted/en.md", "\n", "\r\n")),
        ("a short form of a fact", edited(&published, NORTH, "area: 12.5", "area: {is: 12.5}")),
    ];

    for (what, site) in same {
        assert_eq!(changed(&site), none(), "{what}");
    }
}

#[test]
fn a_page_that_moves_keeps_the_day_on_which_it_changed() {
    let first = paper().published_for(on("2026-11-20"));
    let moved = edited(&first, "content/parks/north/de.md", "slug: nordpark", "slug: park-nord");
    let moved = moved.with(NORTH, &north("city: jinan\naliases: [/de/parks/nordpark/]\n"));

    assert_eq!(changed(&moved), none(), "the pages that lead there print what they printed");
    let second = moved.published_for(on("2026-11-22"));
    assert_eq!(shown(&second, "de/parks/park-nord/index.html"), "2026-11-20");
}

#[test]
fn every_page_says_when_it_last_changed_once_there_is_an_edition() {
    let parks = text(&paper(), PARKS);
    let south = "name: {en: South Park, de: Südpark}\ncity: jinan\n";
    let site = paper()
        .with(PARKS, &format!("{parks}per_page: 1\n"))
        .with("content/parks/south.yaml", south)
        .with("content/pages/data.yaml", "title: {en: Data, de: Daten}\n");
    let published = site.published_for(on("2026-11-20"));
    let pages = |built: &Built| -> Vec<String> {
        let is_page = |file: &&String| file.ends_with(".html") && (file.starts_with("en/") || file.starts_with("de/"));
        built.files.keys().filter(is_page).cloned().collect()
    };

    let unpublished = site.build();
    assert!(pages(&unpublished).iter().all(|page| shown_in(&unpublished, page) == "never"));
    let built = published.build();
    assert!(pages(&built).contains(&"en/parks/2/index.html".to_owned()), "{:?}", pages(&built));
    for page in pages(&built) {
        let day = if page.ends_with("404.html") { "never" } else { "2026-11-20" };
        assert_eq!(shown_in(&built, &page), day, "{page}");
    }

    // A further part of an index changes as its first.
    let later = published
        .with("content/parks/west.yaml", "name: {en: West Park, de: Westpark}\n")
        .published_for(on("2026-11-22"));
    assert_eq!(shown(&later, "en/parks/2/index.html"), "2026-11-22");
    assert_eq!(shown(&later, "en/index.html"), "2026-11-20");
}

#[test]
fn pages_of_a_record_of_the_first_format_keep_their_days() {
    let old = "prospectus published 1\npage /en/parks/north/ parks/north en 4f2a90c1d3e85b67 2026-11-20\n";
    let site = paper().with("content/published.lock", old);

    assert_eq!(changed(&site), none());
    let upgraded = site.published_for(on("2026-11-22"));
    assert_eq!(shown(&upgraded, "en/parks/north/index.html"), "2026-11-20");
    assert_eq!(shown(&upgraded, "de/parks/nordpark/index.html"), "2026-11-22");
    let other =
        edited(&upgraded, "content/parks/north/en.md", "Opened after", "Opened by").published_for(on("2026-11-24"));
    assert_eq!(shown(&other, "en/parks/north/index.html"), "2026-11-24");
}

#[test]
fn as_many_tasks_as_there_may_be_find_the_same() {
    let lock = |jobs: &str| {
        let folder = Folderish::of(&paper());
        let published = prospectus(&folder.0, &["publish", "--yes", "--jobs", jobs]);
        assert!(published.status.success(), "{}", String::from_utf8_lossy(&published.stderr));
        fs::read_to_string(folder.0.join("content/published.lock")).unwrap()
    };

    assert_eq!(lock("1"), lock("7"));
}
