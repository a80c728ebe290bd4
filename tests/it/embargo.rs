//! What the public may not see yet leaves no trace, in no byte of the output; what has come is there.

use prospectus::config::Run;

use crate::support::{Built, Site, date, png, run, small, without_digits};

/// A word that stands in nothing but held records.
const SECRET: &str = "kestrel";

/// The small site with a held record of every kind, referred to in every way.
fn with_secrets(until: &str) -> Site {
    let held = format!("publish_on: {until}\n");
    let collection = "label: {en: Figures, de: Kennzahlen}\n";
    small()
        .with("content/parks/kestrel/facts.yaml", &format!("{held}source: kestrel-report\narea: 99.5\nlevel: national\ncity: jinan\nstate: [{{is: open, since: 2021}}]\nphoto: {{file: kestrel.png, alt: {{en: Kestrel, de: Kestrel}}}}\n"))
        .with_bytes("content/parks/kestrel/kestrel.png", png(7))
        .with("content/parks/kestrel/en.md", "---\nname: Kestrel Park\nslug: kestrel-park\n---\nThe kestrel.\n")
        .with("content/parks/kestrel/de.md", "---\nname: Kestrel-Park\n---\nDer Kestrel.\n")
        .with("content/cities/kestrel-town.yaml", &format!("{held}name: {{en: Kestrel Town, de: Kestrelstadt}}\n"))
        .with("content/parks/south/facts.yaml", "source: [report-2025, kestrel-report]\narea: {is: 2, source: kestrel-report}\ncity: kestrel-town\n")
        .with("content/parks/south/en.md", "---\nname: South Park\n---\nNear [](@parks/kestrel) and [](@cities/kestrel-town); [](@figures/kestrel).\n\n![](@figures/kestrel)\n")
        .with("content/parks/south/de.md", "---\nname: Südpark\n---\nBei [](@parks/kestrel).\n")
        .with("content/sources/kestrel-report.yaml", &format!("{held}title: Kestrel report\nlanguage: en\ndate: 2025\n"))
        .with("content/figures/_collection.yaml", collection)
        .with("content/figures/kestrel.yaml", &format!("{held}label: {{en: Kestrels, de: Kestrels}}\nreported: [{{is: 4711, since: 2025, source: report-2025}}]\n"))
        .with("content/figures/parks.yaml", "label: {en: Parks, de: Parks}\ncount: parks\nby: city\n")
        .with("content/figures/in-town.yaml", "label: {en: In town, de: In der Stadt}\ncount: parks\nwhere: {city: kestrel-town}\n")
}

fn traces(built: &Built) -> Vec<String> {
    let holds = |bytes: &[u8]| {
        let lower = bytes.to_ascii_lowercase();
        lower.windows(SECRET.len()).any(|window| window == SECRET.as_bytes())
            || lower.windows(4).any(|window| window == b"4711" || window == b"99.5")
    };
    let found = built.files.iter().filter(|(path, bytes)| path.contains(SECRET) || holds(bytes));
    found.map(|(path, _)| path.clone()).collect()
}

#[test]
fn a_held_record_leaves_no_trace_in_any_byte() {
    let built = with_secrets("2026-11-25").build();

    // The editor is told, and nobody else.
    let told = built.findings();
    let expected = ["hidden-quote content/parks/south/de.md:4:5", "hidden-quote content/parks/south/en.md:4:6"];
    assert!(expected.iter().all(|expected| told.iter().any(|finding| finding == expected)), "{told:?}");
    assert!(told.iter().all(|finding| finding.starts_with("hidden-")), "{told:?}");
    assert_eq!(traces(&built), Vec::<String>::new());
    assert!(built.text("en/figures/parks/index.html").contains("<data value=\"2\">"));
    assert!(built.text("en/figures/in-town/index.html").contains("<data value=\"0\">"));
}

#[test]
fn when_its_day_comes_it_is_there_and_counts() {
    let built = with_secrets("2026-11-25").build_for(Run::on(date("2026-11-25")));

    assert_eq!(built.findings(), Vec::<String>::new());
    assert!(built.text("en/parks/kestrel-park/index.html").contains("Kestrel Park"));
    assert!(built.text("en/parks/south/index.html").contains("<data value=\"4711\">"));
    assert!(built.text("en/figures/parks/index.html").contains("<data value=\"3\">"));
    assert!(built.text("en/figures/in-town/index.html").contains("<data value=\"1\">"));
    assert!(built.files.keys().any(|path| without_digits(path) == "files/parks/kestrel/kestrel.png"));
}

#[test]
fn a_draft_and_an_expired_record_leave_no_trace_either() {
    for held in ["draft: true", "expires_on: 2026-11-24"] {
        let mut site = with_secrets("2020-01-01");
        for bytes in site.0.values_mut() {
            if let Ok(text) = std::str::from_utf8(bytes) {
                *bytes = text.replace("publish_on: 2020-01-01", held).into_bytes();
            }
        }
        assert_eq!(traces(&site.build()), Vec::<String>::new(), "{held}");
        let preview = site.build_for(Run { drafts: true, ..run() });
        assert!(preview.files.contains_key("en/parks/kestrel-park/index.html"), "{held}");
    }
}

#[test]
fn the_build_says_when_the_next_change_is_due() {
    let folder = crate::support::Folderish::of(&with_secrets("2027-01-15"));

    let output = crate::support::prospectus(&folder.0, &["build"]);

    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(words.contains("changes next on 2027-01-15"), "{words}");
}

/// The site with secrets, and what else a public page may ask of them: shapes, groups, marks, templates, a whole collection.
fn asked_for(until: &str) -> Site {
    let ring = "[[[116,36],[117,36],[117,37],[116,36]]]";
    let shape = |id: &str| {
        format!(
            "{{\"type\":\"Feature\",\"properties\":{{\"id\":\"{id}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":{ring}}}}}"
        )
    };
    let shapes =
        format!("{{\"type\":\"FeatureCollection\",\"features\":[{},{}]}}", shape("jinan"), shape("kestrel-town"));
    let cities = "label: {en: Cities, de: Städte}\nsegment: {en: cities, de: staedte}\nroles: {title: name}\nboundaries: {file: cities.geojson, id: id}\nfields:\n  name: {type: text, translated: true, required: true}\n";
    let model = "label: {en: Kestrels, de: Turmfalken}\nsegment: {en: kestrels, de: kestrels}\nfeed: true\nroles: {title: name, date: seen}\nfields:\n  name: {type: text, translated: true, required: true}\n  seen: {type: date}\n";
    let template = "{% set r = record(key=\"parks/kestrel\") %}{% if r %}{{ r.title }}{% endif %}{% set u = url(to=\"parks/kestrel\") %}{% if u %}{{ u }}{% endif %}{{ chart(figure=\"kestrel\") }}{{ map(of=\"cities\", figure=\"areas\", marks=[{\"at\": \"cities/kestrel-town\", \"title\": \"x\"}]) }}{{ map(of=\"cities\", figure=\"kestrel\") }}{{ render(record=\"parks/kestrel\", template=\"row.html\") }}{% for f in facts(record=\"parks/kestrel\") %}{{ f.text }}{% endfor %}{% set g = figure(key=\"kestrel\") %}{% if g %}{{ g.text }}{% endif %}{% set a = fact(record=\"parks/kestrel\", field=\"area\") %}{% if a %}{{ a.text }}{% endif %}{% for b in navigation %}{{ b.label }}{% endfor %}";
    let groups = "[](@figures/areas#kestrel-town) [](@figures/by-park#kestrel) [](@figures/by-note#Kestrels)";
    let settings = "title: {en: Parks, de: Parks}\nbase_url: https://parks.example\nlanguages: [en, de]\nnavigation: [parks, kestrels]\nfooter: [pages/about]\n";
    let held = format!("publish_on: {until}\n");
    let parks = with_secrets(until).0["content/parks/_collection.yaml"].clone();
    let parks = String::from_utf8(parks).unwrap() + "  note: {type: text}\n";
    with_secrets(until)
        .with("content/site.yaml", settings)
        .with("content/parks/_collection.yaml", &parks)
        .with("content/parks/osprey/facts.yaml", &format!("{held}note: Kestrels\n"))
        .with("content/parks/osprey/en.md", "---\nname: Kestrel\n---\n")
        .with("content/parks/osprey/de.md", "---\nname: Kestrel\n---\n")
        .with("content/cities/_collection.yaml", cities)
        .with("content/cities/cities.geojson", &shapes)
        .with("content/kestrels/_collection.yaml", model)
        .with("content/kestrels/first.yaml", &format!("{held}name: {{en: First, de: Erste}}\nseen: 2020-01-01\n"))
        .with("content/figures/areas.yaml", "label: {en: Areas, de: Gebiete}\nsum: parks.area\nby: city\n")
        .with("content/figures/by-park.yaml", "label: {en: Each area, de: Jedes Gebiet}\nsum: parks.area\nby: id\n")
        .with("content/figures/by-note.yaml", "label: {en: Notes, de: Hinweise}\ncount: parks\nby: note\n")
        .with("content/templates/row.html", "{{ record.title }}")
        .with("content/templates/cities/index.html", template)
        .with(
            "content/parks/north/en.md",
            &format!("---\nname: North Park\n---\nSee [all](@kestrels) and [](@kestrels): {groups}\n"),
        )
}

/// How many areas the first map of the page has, without those of its legend.
fn areas(built: &Built) -> usize {
    let map = built.text("en/cities/index.html").split("<ul class=\"key\">").next().unwrap();
    map.matches("<path class=\"area").count()
}

#[test]
fn shapes_groups_and_collections_of_held_records_break_no_build_and_leave_no_trace() {
    for held in ["publish_on: 2026-11-25", "draft: true", "expires_on: 2026-11-24"] {
        let mut site = asked_for("2020-01-01");
        for bytes in site.0.values_mut() {
            if let Ok(text) = std::str::from_utf8(bytes) {
                *bytes = text.replace("publish_on: 2020-01-01", held).into_bytes();
            }
        }

        let built = site.build();

        // The editor is told of sentences that lose their words; that a day has come is never an error.
        let told = built.findings();
        assert!(told.iter().all(|finding| finding.starts_with("hidden-")), "{held}: {told:?}");
        let has_errors = told.iter().any(|finding| finding.starts_with("hidden-quote"));
        assert_eq!(has_errors, !held.starts_with("expires_on"), "{held}: {told:?}");
        assert_eq!(traces(&built), Vec::<String>::new(), "{held}");
        assert!(!built.files.contains_key("en/kestrels/index.html") && !built.files.contains_key("en/feed.xml"));
        assert_eq!(areas(&built), 1);
    }
}

#[test]
fn shapes_groups_and_collections_are_there_when_their_day_comes() {
    let built = asked_for("2026-11-25").build_for(Run::on(date("2026-11-25")));

    assert_eq!(built.findings(), Vec::<String>::new());
    assert!(built.text("en/kestrels/index.html").contains("Kestrels"));
    assert!(built.text("en/feed.xml").contains("First"));
    assert_eq!(areas(&built), 2);
    assert!(built.text("en/parks/north/index.html").contains("<data value=\"99.5\">"));
}

#[test]
fn a_shape_or_a_group_of_nobody_is_still_a_mistake() {
    let site = asked_for("2026-11-25")
        .with("content/parks/north/en.md", "---\nname: North Park\n---\nSee [](@figures/areas#kestrel-twon).\n")
        .with("content/cities/kestrel-town.yaml", "name: {en: Town, de: Stadt}\n")
        .without("content/cities/kestrel-town.yaml");

    let found = site.build().findings();

    assert_eq!(found.iter().filter(|finding| finding.starts_with("broken-anchor")).count(), 1, "{found:?}");
    assert!(
        found.iter().any(|finding| finding.starts_with("unknown-reference content/cities/_collection.yaml:4")),
        "{found:?}"
    );
}
