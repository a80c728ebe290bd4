//! What changed in which edition, as readers are told: a site published on three days, each time with other kinds of changes.

use prospectus::config::Run;
use prospectus::output::Read;

use crate::support::{Built, Site, date, in_three_languages, run};

const DAYS: [&str; 3] = ["2026-12-01", "2027-01-15", "2027-02-20"];

/// The page of a theme that says all it is told of an edition, one change a line.
const PAGE: &str = "{% set told = changes() %}{{ page.kind }} {{ page.url }} {{ told.feed }} first {{ told.first.date.iso }} {{ told.first.as_of.iso }}\n{% for e in told.editions %}# {{ e.id }} {{ e.title }}, {{ e.date.iso }} {{ e.as_of.iso }}, {{ e.count }}\n{% for g in e.groups %}## {{ g.kind }}: {{ g.label }}\n{% for r in g.records %}{% for c in r.entries %}{{ r.title }} ({{ r.key }}) | {{ c.field }} | {{ c.text }} | {% for s in c.source %}{{ s.id }}{% endfor %} | {% if c.correction %}{{ c.correction.id }}{% endif %}\n{% endfor %}{% endfor %}{% endfor %}{% endfor %}";

/// What templates see on the home page.
const HOME: &str = "<main>{% if changes() %}told{% else %}nothing{% endif %}, {% if site.changes %}{{ site.changes.url }} {{ site.changes.feed }} {{ site.changes.title }}{% else %}no address{% endif %}</main>";

const PARKS: &str = "label: {en: Parks, de: Parks, fr: Parcs}\nsingular: {en: Park, de: Park, fr: Parc}\nsegment: {en: parks, de: parks, fr: parcs}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n  trees: {type: integer, label: {en: Trees, de: Bäume, fr: Arbres}, tracked: true}\n  area: {type: decimal, label: {en: Area, de: Fläche, fr: Surface}}\n  benches: {type: integer, label: {en: Benches, de: Bänke, fr: Bancs}}\n  visitors: {type: integer, label: {en: Visitors, de: Besuche, fr: Visites}}\n  level:\n    type: choice\n    tracked: true\n    ordered: true\n    label: {en: Level, de: Ebene, fr: Niveau}\n    options: {planned: {en: planned, de: geplant, fr: prévu}, open: {en: open, de: eröffnet, fr: ouvert}}\n";

const NORTH: &str = "name: {en: North Park, de: Nordpark, fr: Parc du Nord}\nsource: report-2025\ntrees: [{is: 350, since: 2020}]\narea: {is: 12.5, status: provisional}\nbenches: {missing: not-available}\nvisitors: 900\nlevel: [{is: planned, by: 2022-02}]\n";

const SOUTH: &str = "name: {en: South Park, de: Südpark, fr: Parc du Sud}\nsource: report-2025\nvisitors: 40\n";

/// A site of three languages with two parks, as it is first published.
fn first() -> Site {
    in_three_languages()
        .with("content/parks/_collection.yaml", PARKS)
        .with("content/parks/north.yaml", NORTH)
        .with("content/parks/south.yaml", SOUTH)
        .with("content/parks/west.yaml", "name: {en: West Park, de: Westpark, fr: Parc de l’Ouest}\nsource: report-2025\nvisitors: 7\nexpires_on: 2027-02-01\n")
        .with("content/templates/changes.html", PAGE)
        .with("content/templates/pages/record.html", HOME)
        .published_for(on(0))
}

/// The second edition: a new record, a later item, a value where there was none, a firm one, a finer date.
fn second() -> Site {
    let north = NORTH
        .replace(
            "{is: 350, since: 2020}]",
            "{is: 350, since: 2020}, {is: 400, since: 2024-12-02, status: provisional}]",
        )
        .replace("{is: 12.5, status: provisional}", "12.5")
        .replace("{missing: not-available}", "{is: 30, by: 2026-05}")
        .replace("by: 2022-02", "by: 2022-02-10");
    first()
        .with("content/parks/north.yaml", &north)
        .with(
            "content/parks/east.yaml",
            "name: {en: East Park, de: Ostpark, fr: Parc de l’Est}\nsource: report-2025\nvisitors: 5\n",
        )
        .published_for(on(1))
}

/// The third: a corrected value, a stage, a new value of a record that has another id and address now, a record that is gone.
fn third() -> Site {
    let before = second();
    let north = String::from_utf8(before.0["content/parks/north.yaml"].clone()).unwrap();
    let north = north
        .replace("visitors: 900", "visitors: 950")
        .replace("by: 2022-02-10}", "by: 2022-02-10}, {is: open, since: 2025-01}");
    before
        .with("content/parks/north.yaml", &north)
        .with("content/corrections/visitors.yaml", "kind: correction\ngrade: minor\ndate: 2027-02-18\nreason: {en: Misread, de: Falsch gelesen, fr: Mal lu}\nof: parks/north\nfield: visitors\nwas: 900\nnow: 950\n")
        .without("content/parks/south.yaml")
        .with("content/parks/lake.yaml", &format!("{SOUTH}trees: [{{is: 12, since: 2019}}]\naliases: [/en/parks/south/, /de/parks/south/, /fr/parcs/south/, /id/parks/south/]\n"))
        .published_for(on(2))
}

fn on(edition: usize) -> Run {
    Run { today: date(DAYS[edition]), ..run() }
}

/// The lines of the page of a language.
fn page(built: &Built, path: &str) -> Vec<String> {
    assert_eq!(built.findings(), Vec::<String>::new());
    built.text(path).lines().map(|line| line.replace(['\u{a0}', '\u{202f}'], " ")).collect()
}

#[test]
fn before_the_second_edition_there_is_no_page_no_feed_and_templates_can_ask() {
    for built in [first().without("content/published.lock").build_for(on(0)), first().build_for(on(1))] {
        assert_eq!(built.findings(), Vec::<String>::new());
        assert!(built.text("en/index.html").contains("nothing, no address"));
        let told = built.files.keys().filter(|path| path.contains("changes") && !path.starts_with("data/"));
        assert_eq!(told.collect::<Vec<_>>(), Vec::<&String>::new());
        assert!(!built.text("sitemap-en.xml").contains("changes"));
    }
}

#[test]
fn from_the_second_edition_on_each_language_has_its_page_and_feed() {
    let built = second().build_for(on(1));

    assert_eq!(built.findings(), Vec::<String>::new());
    let home = |path: &str| built.text(path).to_owned();
    assert!(home("en/index.html").contains("told, /en/changes/ /en/changes.xml What has changed"));
    assert!(home("de/index.html").contains("told, /de/aenderungen/ /de/changes.xml Was sich geändert hat"));
    assert!(home("fr/index.html").contains("told, /fr/modifications/ /fr/changes.xml Ce qui a changé"));
    assert!(built.text("sitemap-de.xml").contains("<loc>https://parks.example/de/aenderungen/</loc>"));
    assert_eq!(
        page(&built, "de/aenderungen/index.html")[0],
        "changes /de/aenderungen/ /de/changes.xml first 2026-12-01 2026-12-01"
    );
}

#[test]
fn the_page_says_what_the_second_edition_brought() {
    let built = second().build_for(on(1));

    assert_eq!(
        page(&built, "en/changes/index.html")[1..],
        [
            "# edition-2027-01-15 Edition of January 15, 2027, 2027-01-15 2027-01-15, 4",
            "## new: New records",
            "East Park (parks/east) |  | not in an edition before |  | ",
            "## stage: Stages",
            "North Park (parks/north) | Level | planned (by February 10, 2022); in earlier editions dated: by February 2022 | report-2025 | ",
            "## value: Values",
            "North Park (parks/north) | Trees | 350 (2020), then 400 (December 2, 2024, provisional) | report-2025 | ",
            "North Park (parks/north) | Benches | 30 (by May 2026); in earlier editions: not published | report-2025 | ",
            "## certainty: Certainty",
            "North Park (parks/north) | Area | 12.5 (final); in earlier editions: provisional | report-2025 | ",
        ]
    );
}

#[test]
fn the_page_says_what_the_third_edition_brought_and_still_what_the_second_did() {
    let built = third().build_for(on(2));

    let de = page(&built, "de/aenderungen/index.html");
    assert_eq!(
        de[1..12],
        [
            "# edition-2027-02-20 Ausgabe vom 20. Februar 2027, 2027-02-20 2027-02-20, 5",
            "## correction: Berichtigungen",
            "Nordpark (parks/north) | Besuche | von 900 auf 950 |  | visitors",
            "## stage: Stufen",
            "Nordpark (parks/north) | Ebene | geplant (spätestens seit dem 10. Februar 2022), dann eröffnet (Januar 2025) | report-2025 | ",
            "## value: Werte",
            "Südpark (parks/lake) | Bäume | 12 (2019) | report-2025 | ",
            "## moved: Adressen",
            "Südpark (parks/lake) |  | die alte Adresse /de/parks/south/ führt jetzt zu /de/parks/lake/ |  | ",
            "## gone: Nicht mehr veröffentlicht",
            "parks/west (parks/west) |  | nicht mehr veröffentlicht |  | ",
        ]
    );
    let before = page(&second().build_for(on(1)), "de/aenderungen/index.html");
    assert_eq!(de[12..], before[1..], "what an edition changed stays what it was");
}

#[test]
fn each_language_says_it_in_its_words() {
    let built = third().build_for(on(2));

    let fr = page(&built, "fr/modifications/index.html");
    for line in [
        "# edition-2027-01-15 Édition du 15 janvier 2027, 2027-01-15 2027-01-15, 4",
        "Parc du Nord (parks/north) | Arbres | 350 (2020), puis 400 (2 décembre 2024, provisoire) | report-2025 | ",
        "Parc du Nord (parks/north) | Bancs | 30 (depuis mai 2026 au plus tard) ; dans les éditions antérieures : information non publiée | report-2025 | ",
        "Parc du Nord (parks/north) | Surface | 12,5 (définitif) ; dans les éditions antérieures : provisoire | report-2025 | ",
        "Parc du Nord (parks/north) | Visites | de 900 à 950 |  | visitors",
        "Parc du Sud (parks/lake) |  | l’ancienne adresse /fr/parcs/south/ mène désormais à /fr/parcs/lake/ |  | ",
    ] {
        assert!(fr.iter().any(|told| told == line), "{line}\n{fr:#?}");
    }
    for path in ["en/changes/index.html", "de/aenderungen/index.html", "fr/modifications/index.html"] {
        assert!(!built.text(path).contains('→'), "an arrow cannot be read aloud");
    }
}

#[test]
fn the_feed_has_an_entry_for_each_edition_and_record_whose_id_stays() {
    let feed = |site: Site, edition| site.build_for(on(edition)).text("de/changes.xml").replace('\u{a0}', " ");
    let (second, third) = (feed(second(), 1), feed(third(), 2));

    let ids = |feed: &str| -> Vec<String> {
        let entries = feed.split("<entry><id>").skip(1);
        entries.map(|entry| entry.split("</id>").next().unwrap().to_owned()).collect()
    };
    let of = |key: &str, day: &str| format!("https://parks.example/id/parks/{key}/#edition-{day}-de");
    assert_eq!(ids(&second), [of("east", DAYS[1]), of("north", DAYS[1])]);
    assert_eq!(
        ids(&third),
        [of("north", DAYS[2]), of("lake", DAYS[2]), of("west", DAYS[2]), of("east", DAYS[1]), of("north", DAYS[1])]
    );
    assert!(third.contains("<summary>Berichtigungen: Besuche: von 900 auf 950 · Stufen: Ebene: geplant"), "{third}");
    assert!(third.contains("<title>Nordpark – Ausgabe vom 20. Februar 2027</title>"), "{third}");
    assert!(third.contains("href=\"https://parks.example/de/aenderungen/#edition-2027-02-20\""), "of what is gone");
    assert!(third.contains("<updated>2027-02-20T00:00:00+00:00</updated>"), "{third}");
    assert!(third.contains("<summary>Nicht mehr veröffentlicht</summary>"), "{third}");
}

#[test]
fn a_publication_without_anything_new_makes_no_edition() {
    for (site, later) in [(first(), "2026-12-24"), (second(), "2027-01-20")] {
        let again = site.published_for(Run { today: date(later), ..run() });

        let record = |site: &Site| String::from_utf8(site.0["content/published.lock"].clone()).unwrap();
        assert_eq!(record(&again), record(&site));
    }
}

#[test]
fn the_address_is_in_words_of_the_site_and_the_theme_report_shows_the_page() {
    let site = third().without("content/templates/changes.html").without("content/templates/pages/record.html");
    let built = site
        .with("content/site.yaml", "title: {en: Parks, de: Parks, fr: Parcs}\nbase_url: https://parks.example\nlanguages: [en, de, fr]\ntheme: report\n")
        .with("content/locales/de.ftl", "changes-address = neues\n")
        .build_for(on(2));

    assert_eq!(built.findings(), Vec::<String>::new());
    let html = built.text("de/neues/index.html").replace('\u{a0}', " ");
    assert!(html.contains("<h1>Was sich geändert hat</h1>"), "{html}");
    assert!(html.contains("<h2 id=\"edition-2027-02-20\">Ausgabe vom 20. Februar 2027</h2>"), "{html}");
    assert!(html.contains("<a href=\"#edition-2027-01-15\">"), "a long history is divided");
    assert!(html.contains("erste Ausgabe vom 1. Dezember 2026"), "{html}");
    assert!(html.contains("title=\"Was sich geändert hat – Parks\" href=\"/de/changes.xml\""), "{html}");
    assert!(built.text("de/index.html").contains("<a href=\"/de/neues/\">Was sich geändert hat</a>"));
}

#[test]
fn a_correction_without_an_address_is_known_by_its_value() {
    let model = "label: {en: Corrections, de: Berichtigungen, fr: Rectificatifs}\npages: false\npermanent: false\n";
    let site = first().without("content/published.lock").with("content/corrections/_collection.yaml", model);
    let corrected = site
        .published_for(on(0))
        .with("content/parks/south.yaml", &SOUTH.replace("40", "41"))
        .with("content/corrections/south.yaml", "kind: correction\ngrade: minor\ndate: 2027-01-14\nreason: {en: Misread, de: Falsch gelesen, fr: Mal lu}\nof: parks/south\nfield: visitors\nwas: 40\nnow: 41\n")
        .published_for(on(1));

    let told = page(&corrected.build_for(on(1)), "en/changes/index.html");

    assert_eq!(
        told[2..],
        ["## correction: Corrections", "South Park (parks/south) | Visitors | from 40 to 41 |  | south"]
    );
}

#[test]
fn page_and_feed_note_what_they_are_made_of() {
    let built = third().build_for(on(2));

    let of = |collection: &str, id: &str| Read::Record { collection: collection.into(), id: id.into() };
    let made_of = [of("parks", "north"), of("parks", "lake"), of("corrections", "visitors"), Read::Publication];
    for path in ["de/aenderungen/index.html", "de/changes.xml"] {
        for read in &made_of {
            assert!(built.reads[path].contains(read), "{path}: {read:?}");
        }
    }
}
