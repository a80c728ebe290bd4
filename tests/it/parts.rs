//! What a part of a fact has from what contains it, and that a part of a later day is nowhere: pages, data, what sources
//! state and counts are held to the same.

use std::collections::BTreeMap;

use prospectus::config::Run;

use crate::support::{Built, Site, run, small_as_of};

/// Parks with a tracked list of groups, and sources of their own for parts of it.
fn site() -> Site {
    small_as_of("2026-11-24")
        .with(
            "content/parks/_collection.yaml",
            "label: {en: Parks, de: Parks}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n  uses:\n    type: list\n    tracked: true\n    label: {en: Uses, de: Nutzungen}\n    of:\n      type: group\n      fields:\n        what: {type: text}\n        area: {type: decimal}\n        rank: {type: integer}\n        remark: {type: text, sourced: false}\n        tags: {type: list, of: {type: text}}\n        city: {type: reference, to: cities}\n  seat:\n    type: group\n    label: {en: Seat, de: Sitz}\n    fields:\n      city: {type: reference, to: cities, back: seats}\n      plan: {type: file}\n      floor: {type: integer}\n  owner: {type: reference, to: cities, tracked: true, back: owns}\n",
        )
        .with("content/sources/survey.yaml", "title: Survey\nlanguage: en\npublisher: Office\ndate: 2024\n")
        .with("content/sources/census.yaml", "title: Census\nlanguage: en\npublisher: Bureau\ndate: 2019\n")
        .with("content/parks/north/facts.yaml", FACTS)
        .with("content/parks/north/en.md", "---\nname: North Park\n---\n")
        .with("content/parks/north/de.md", "---\nname: Nordpark\nslug: nordpark\n---\n")
}

/// A group in a list in a history; each part says something else of its own.
const FACTS: &str = "\
source: report-2025
uses:
  - {is: [{what: meadow}], since: 2019, source: census}
  - is:
      - what: forest
        area: {is: 2.5, source: survey, status: estimated}
        rank: {is: 1, status: final, by: 2023}
        remark: ours
        tags: [dark, {is: deep, since: 2022}]
      - is: {what: lake, rank: {is: 2, status: inferred}, area: {missing: not-available}}
        since: 2024-02
        status: revised
        source: survey
    since: 2021-03
    status: provisional
";

/// Prints what a page knows of each part, as a row of the data file has it.
const TEMPLATE: &str = r#"
{%- component Part(name, position, current, f) -%}
{%- if f.fields -%}
{%- for key, part in f.fields %}{{ <Part name={name ~ "." ~ key} position={position} current={current} f={part} /> }}{% endfor -%}
{%- elif f.items -%}
{%- for item in f.items %}{% set at = position ~ "." ~ loop.index if position else loop.index %}{{ <Part name={name} position={at} current={current} f={item} /> }}{% endfor -%}
{%- elif f.text or f.missing -%}
{{ name }} {{ position }} {{ f.text }} {% if f.missing %}{{ f.missing.code }}{% endif %} {{ f.since?.iso or "" }} {{ f.by?.iso or "" }} {% if f.status %}{{ f.status.code }}{% endif %} {{ current }} {% for s in f.source %}{{ s.id }};{% endfor %}|
{%- endif -%}
{%- endcomponent Part -%}
{%- set uses = fact(record=record, field="uses") -%}
{%- for f in uses.history %}{{ <Part name="uses" position="" current={loop.last} f={f} /> }}{% endfor -%}
"#;

/// Rows of the long form: field, position, value, missing, since, by, status, current, sources.
fn rows(built: &Built, field: &str) -> Vec<String> {
    let csv = built.text("data/parks.facts.csv");
    let cells = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let own = cells.filter(|cells| cells[1].starts_with(field));
    own.map(|cells| [1, 2, 4, 5, 6, 7, 8, 10, 11].map(|at| cells[at]).join(" ")).collect()
}

#[test]
fn a_part_has_what_the_whole_has_unless_it_says_otherwise() {
    let built = site().build();

    assert_eq!(built.findings(), Vec::<String>::new());
    insta::assert_snapshot!(rows(&built, "uses").join("\n"), @"
    uses.what 1 meadow  2019   false census
    uses.what 1 forest  2021-03  provisional true report-2025
    uses.area 1 2.5  2021-03  estimated true survey
    uses.rank 1 1   2023 final true report-2025
    uses.remark 1 ours  2021-03  provisional true 
    uses.tags 1.1 dark  2021-03  provisional true report-2025
    uses.tags 1.2 deep  2022  provisional true report-2025
    uses.what 2 lake  2024-02  revised true survey
    uses.area 2  not-available 2024-02  revised true 
    uses.rank 2 2  2024-02  inferred true 
    ");
}

#[test]
fn pages_and_data_have_the_same_of_each_part() {
    let built = site()
        .with("content/parks/north/facts.yaml", &format!("template: park.html\n{FACTS}"))
        .with("content/templates/park.html", TEMPLATE)
        .build();

    assert_eq!(built.findings(), Vec::<String>::new());
    let page =
        built.text("en/parks/north/index.html").trim_end_matches('|').split('|').map(|line| line.trim_end_matches(';'));
    assert_eq!(page.collect::<Vec<_>>(), rows(&built, "uses"));
}

/// What JSON says of the parts of a fact, as it says it: nothing of what they have from the whole.
#[test]
fn json_says_of_each_part_what_is_written_there() {
    let built = site().build();
    let json: serde_json::Value = serde_json::from_str(built.text("data/parks.json")).unwrap();

    let now = &json["records"][0]["facts"]["uses"];
    let first = &now["value"][0]["value"];
    let expected = serde_json::json!({
        "what": {"value": "forest"},
        "area": {"value": 2.5, "status": "estimated", "source": ["survey"]},
        "rank": {"value": 1, "by": "2023", "status": "final"},
        "remark": {"value": "ours", "source": []},
        "tags": {"value": [{"value": "dark"}, {"value": "deep", "since": "2022"}]},
    });
    assert_eq!(first, &expected);
    assert_eq!((&now["since"], &now["source"][0]), (&"2021-03".into(), &"report-2025".into()));
    assert_eq!(now["value"][1]["value"]["rank"], serde_json::json!({"value": 2, "status": "inferred", "source": []}));
}

#[test]
fn sources_state_what_rests_on_them_and_each_part_is_counted() {
    let built = site()
        .with("content/templates/home.html", "{% set k = completeness(of=\"parks\") %}{{ k.facts }} facts: {{ k.sourced }} sourced, {{ k.own }} own, {{ k.unsourced }} without")
        .with("content/pages/home.yaml", "title: {en: Home, de: Start}\nslug: ''\ntemplate: home.html\n")
        .build_for(Run { notes: true, ..run() });
    let page = built.text("en/parks/north/index.html");

    for source in ["Report</a>, City, March 2025", "Census</cite>, Bureau, 2019", "Survey</cite>, Office, 2024"] {
        assert!(page.contains(&format!("{source} <small>States: Uses</small>")), "{page}");
    }
    assert_eq!(built.text("en/index.html"), "8 facts: 7 sourced, 1 own, 0 without");
}

#[test]
fn a_file_that_only_a_later_part_names_is_not_published() {
    let with = |since: &str| {
        site()
            .with("content/parks/north/plan.pdf", "x")
            .with(
                "content/parks/north/facts.yaml",
                &format!("source: report-2025\nseat: {{plan: {{is: plan.pdf, since: {since}}}}}\n"),
            )
            .build()
    };
    let is_there = |built: &Built| built.files.contains_key("files/parks/north/plan.pdf");

    let (later, now) = (with("2027"), with("2025"));
    assert!(!is_there(&later) && is_there(&now));
    assert!(later.findings().iter().all(|finding| !finding.starts_with("unnamed-file")), "{:?}", later.findings());
}

/// Letters that stand in nothing but parts that are not public yet.
const SECRET: &str = "kestrel";

/// The site, with parts of a later day: an item of a list, a field of a group, and references to what is withheld.
fn with_later_parts(since: &str) -> Site {
    let later = format!("since: {since}");
    let facts = format!(
        "\
source: outlook
uses:
  - is:
      - what: meadow
        remark: {{is: kestrel remark, {later}}}
        tags: [dark, {{is: kestrel tag, {later}}}]
      - {{is: {{what: kestrel lake, city: zibo}}, {later}}}
      - {{city: {{is: zibo, {later}}}, what: pond}}
    since: 2021-03
    note: {{en: None, de: Keine}}
seat:
  city: {{is: zibo, {later}}}
  plan: {{is: kestrel.pdf, {later}}}
  floor: {{is: 977, {later}, note: {{en: kestrel floor, de: kestrel}}}}
"
    );
    site()
        .with("content/sources/outlook.yaml", "title: Outlook\nlanguage: en\npublisher: Office\n")
        .with("content/parks/north/kestrel.pdf", "kestrel")
        .with("content/parks/north/facts.yaml", &facts)
        .with("content/cities/zibo.yaml", "template: city.html\nname: {en: Zibo, de: Zibo}\n")
        .with("content/templates/city.html", "{% for p in record.parks %}parks {{ p.id }} {% endfor %}{% for p in record.seats %}seats {{ p.id }}{% endfor %}")
        .with("content/figures/_collection.yaml", "label: {en: Figures, de: Kennzahlen}\n")
        .with("content/figures/cities.yaml", "label: {en: Cities with parks, de: Orte mit Parks}\ncount: cities\nwhere: {parks: {}}\n")
}

fn traces(built: &Built) -> BTreeMap<&str, usize> {
    let count = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        text.matches(SECRET).count() + text.matches("2027-01").count()
    };
    let all = built.files.iter().map(|(path, bytes)| (path.as_str(), count(bytes) + path.matches(SECRET).count()));
    all.filter(|(_, count)| *count > 0).collect()
}

#[test]
fn a_part_of_a_later_day_leaves_no_trace() {
    let built = with_later_parts("2027-01-05").build();

    let expected = ["after-as-of content/parks/north/facts.yaml:5:17"];
    assert_eq!(built.findings(), expected);
    assert_eq!(traces(&built), BTreeMap::new());
    assert_eq!(built.text("en/cities/zibo/index.html"), "");
    assert!(built.text("en/figures/cities/index.html").contains("<data value=\"0\">"));
}

#[test]
fn when_its_day_comes_a_part_is_there() {
    let built = with_later_parts("2023-01-05").build();

    let page = built.text("en/parks/north/index.html");
    for text in ["kestrel remark", "kestrel tag", "kestrel lake", "977"] {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert!(built.files.contains_key("files/parks/north/kestrel.pdf"));
    assert_eq!(built.text("en/cities/zibo/index.html"), "parks north parks north seats north");
    assert!(built.text("en/figures/cities/index.html").contains("<data value=\"1\">"));
}

#[test]
fn a_group_of_which_nothing_is_public_is_not_there() {
    let facts = |city: &str| {
        format!(
            "source: report-2025\nseat: {{city: {city}}}\nuses: [{{is: [{{what: x}}, {{city: {city}}}], since: 2020}}]\n"
        )
    };
    let with = |city: &str| {
        let later = "publish_on: 2027-01-05\nname: {en: Zibo, de: Zibo}\n";
        site().with("content/cities/zibo.yaml", later).with("content/parks/north/facts.yaml", &facts(city)).build()
    };
    let (public, withheld) = (with("jinan"), with("zibo"));

    assert!(public.text("en/parks/north/index.html").contains("Seat"));
    assert!(!withheld.text("en/parks/north/index.html").contains("Seat"));
    assert_eq!(
        (public.text("data/parks.uses.csv").lines().count(), withheld.text("data/parks.uses.csv").lines().count()),
        (3, 2)
    );
}

#[test]
fn a_history_does_not_show_that_something_is_withheld() {
    let built = site()
        .with("content/cities/zibo.yaml", "publish_on: 2027-01-05\nname: {en: Zibo, de: Zibo}\n")
        .with("content/parks/north/facts.yaml", "template: park.html\nsource: report-2025\nowner: [{is: jinan, since: 2020}, {is: zibo, since: 2021-07}, {is: jinan, since: 2024}]\n")
        .with("content/templates/park.html", "{% set f = fact(record=record, field=\"owner\") %}{% for h in f.history %}{{ h.since.iso }} {{ h.text }};{% endfor %}")
        .build();

    assert_eq!(built.text("en/parks/north/index.html"), "2020 Jinan;2024 Jinan;");
}
