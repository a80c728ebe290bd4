//! Every value can be linked: each fact, each item of a list, each row of a table has an id on its page.

use std::collections::BTreeSet;

use crate::support::{Built, Site, golden, small};
use crate::tables::cells;

/// The ids of a page, of which none stands there twice.
fn ids(built: &Built, path: &str) -> BTreeSet<String> {
    let page = built.text(path);
    let mut ids = BTreeSet::new();
    for (at, _) in page.match_indices(" id=\"") {
        let id = page[at + 5..].split('"').next().unwrap();
        assert!(ids.insert(id.to_owned()), "{path} has #{id} twice");
    }
    ids
}

/// The anchor that a row of the long form of all facts asks for: that of the fact, of its item, or of what it was earlier.
fn anchor(row: &[String], position: &str) -> String {
    let field = row[1].split('.').next().unwrap();
    // A part of an image or of a place stands where the whole does.
    let is_part = |name: &&str| !["latitude", "longitude", "alt", "caption", "credit"].contains(name);
    match position.split('.').next().filter(|position| !position.is_empty()) {
        Some(position) => format!("fact-{field}-{position}"),
        None => format!("fact-{}", row[1].split('.').filter(is_part).collect::<Vec<_>>().join("-")),
    }
}

/// The anchors of all facts of a collection that its pages lack; each with the page.
fn lacking(built: &Built, collection: &str, page: impl Fn(&str) -> String, titles: &[&str]) -> (usize, Vec<String>) {
    let rows = cells(built.text(&format!("data/{collection}.facts.csv")), ',');
    let column = |name: &str| rows[0].iter().position(|head| head == name).unwrap();
    let (position, current, since, by) = (column("position"), column("current"), column("since"), column("by"));
    let mut asked = 0;
    let mut lacking = Vec::new();
    for row in rows[1..].iter().filter(|row| !titles.contains(&row[1].as_str())) {
        let path = page(&row[0]);
        let ids = ids(built, &path);
        let date = if row[by].is_empty() { &row[since] } else { &row[by] };
        let wanted = match row[current] == "true" {
            true => anchor(row, &row[position]),
            false => format!("v-{}-{date}", row[1]),
        };
        asked += 1;
        if !ids.contains(&wanted) {
            lacking.push(format!("{path}#{wanted}"));
        }
    }
    (asked, lacking)
}

/// A site whose records have every kind of fact.
fn works() -> Site {
    let model = "label: {en: Works, de: Werke}\nroles: {title: name}\nfields:\n  name: {type: text}\n  power: {type: integer, unit: kW, tracked: true}\n  stage: {type: choice, tracked: true, options: {planned: {en: planned, de: geplant}, open: {en: open, de: offen}}}\n  motto: {type: text}\n  names: {type: list, of: {type: text}}\n  towns: {type: list, of: {type: reference, to: cities}}\n  means: {type: group, fields: {testing: {type: text}, pilot: {type: text}}}\n  halls: {type: list, of: {type: group, fields: {use: {type: text}, area: {type: integer}}}}\n  told: {type: markdown}\n";
    let facts = "name: A\npower:\n  - {is: 5, since: 2020}\n  - {is: 7, since: 2022}\nstage:\n  - {is: planned, by: 2019-05}\n  - {is: open, since: 2020-06-01}\nmotto: Better\nnames: [a, b]\ntowns: [jinan]\nmeans: {testing: x, pilot: y}\nhalls: [{use: tests, area: 12}, {use: store, area: 3}]\ntold: Much.\n";
    let figure = "label: {en: Area, de: Fläche}\nsum: works.power\nby: stage\n";
    let settings = String::from_utf8(small().0["content/site.yaml"].clone()).unwrap();
    small()
        .with("content/site.yaml", &format!("{settings}theme: report\n"))
        .with("content/locales/en.ftl", "unit-kW = { $value } kW\n")
        .with("content/locales/de.ftl", "unit-kW = { $value } kW\n")
        .with("content/works/_collection.yaml", model)
        .with("content/works/a.yaml", facts)
        .with("content/works/b.yaml", "name: B\nnames: [a, b, c, d, e, f, g, h]\n")
        .with("content/figures/power.yaml", figure)
}

#[test]
fn every_kind_of_fact_has_an_anchor_and_none_stands_twice() {
    let built = works().build();

    let found = ids(&built, "en/works/a/index.html");

    let wanted = [
        "fact-power",
        "v-power-2020",
        "v-power-2022",
        "fact-stage",
        "v-stage-2019-05",
        "v-stage-2020-06-01",
        "fact-motto",
        "fact-names",
        "fact-names-1",
        "fact-names-2",
        "fact-towns-1",
        "fact-means",
        "fact-means-testing",
        "fact-means-pilot",
        "fact-halls",
        "fact-halls-1",
        "fact-halls-2",
        "fact-told",
    ];
    let lacking: Vec<&str> = wanted.into_iter().filter(|id| !found.contains(*id)).collect();
    assert_eq!(lacking, Vec::<&str>::new(), "{found:#?}");
    let page = built.text("en/works/a/index.html");
    assert!(page.contains("<span id=\"fact-names-1\">a</span> and <span id=\"fact-names-2\">b</span>"), "{page}");
}

#[test]
fn values_and_groups_of_a_figure_have_rows_with_anchors() {
    let built = works().build();

    let found = ids(&built, "en/figures/power/index.html");

    for id in ["v-2020", "v-2022", "group-open"] {
        assert!(found.contains(id), "{id}: {found:#?}");
    }
}

#[test]
fn every_fact_of_the_bank_has_its_anchor() {
    let built = golden("bank");

    let page = |id: &str| format!("en/projects/{id}/index.html");
    let (asked, lacking) = lacking(built, "projects", page, &["name", "short", "summary"]);

    assert!(asked > 100, "{asked} facts");
    assert_eq!(lacking, Vec::<String>::new());
}
