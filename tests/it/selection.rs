//! Conditions on records: one grammar for figures, templates and blocks in prose.

use crate::support::{Site, small};

/// The small site with parks of every kind, in a region each; an index says which of them meet a condition.
fn parks(condition: &str) -> Site {
    let condition = condition.replace('}', "} ");
    let index = format!(
        "{{% for p in records(of=\"parks\", where={condition}) %}}{{{{ p.id }}}} {{% endfor %}}|{{{{ count(of=\"parks\", where={condition}) }}}}"
    );
    let cities = "label: {en: Cities, de: Städte}\nsegment: {en: cities, de: staedte}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n  region: {type: choice, options: {east: {en: East, de: Ost}, west: {en: West, de: West}}}\n";
    small()
        .with("content/cities/_collection.yaml", cities)
        .with("content/cities/jinan.yaml", "name: {en: Jinan, de: Jinan}\nregion: west\n")
        .with("content/cities/yantai.yaml", "name: {en: Yantai, de: Yantai}\nregion: east\n")
        .with("content/parks/east.yaml", "name: {en: East, de: Ost}\nlevel: local\narea: 3\ncity: yantai\nevents: [{date: 2021, title: {en: Fair, de: Messe}}]\n")
        .with("content/parks/none.yaml", "name: {en: None, de: Keiner}\nlevel: local\narea: {missing: confidential}\nstate: {is: planned, since: 2030, status: forecast}\n")
        .with("content/templates/parks/index.html", &index)
        .with("content/templates/cities/index.html", "{% for c in records(of=\"cities\", where={\"parks\": {\"level\": \"local\"} }) %}{{ c.id }} {% endfor %}")
        .with("content/templates/cities/record.html", "{% for p in records(of=\"parks\", where={\"city\": record}) %}{{ p.id }} {% endfor %}")
}

/// Which parks meet a condition.
fn met(condition: &str) -> String {
    let built = parks(condition).build();
    assert_eq!(built.findings(), Vec::<String>::new(), "{condition}");
    built.text("en/parks/index.html").trim().to_owned()
}

/// What is said of a condition that cannot be.
fn refused(condition: &str) -> String {
    let built = parks(condition).build();
    let found = built.diagnostics.iter().find(|finding| finding.place.path.contains("templates/parks/index.html"));
    let found = found.unwrap_or_else(|| panic!("{condition}: {:?}", built.findings()));
    assert_eq!(found.place.line, 1);
    found.message.clone()
}

#[test]
fn templates_ask_as_figures_do() {
    assert_eq!(met(r#"{"level": "local"}"#), "east none |2");
    assert_eq!(met(r#"{"level": ["national", "local"]}"#), "north east none |3");
    assert_eq!(met(r#"{"area": {"min": 4}}"#), "north |1");
    assert_eq!(met(r#"{"area": {"min": 2.5, "max": 12.5}}"#), "north east |2");
    assert_eq!(met(r#"{"level": {"not": "local"}}"#), "north |1");
    assert_eq!(met(r#"{"city": {"region": "east"}}"#), "east |1");
    assert_eq!(met(r#"{"city.region": "east", "level": "local"}"#), "east |1");
    assert_eq!(met(r#"{"events": {"date": {"min": "2020"}}}"#), "east |1");
    assert_eq!(met(r#"{"id": {"not": "east"}}"#), "north none |2");
    assert_eq!(met(r#"{"area": {"missing": "confidential"}}"#), "none |1");
}

#[test]
fn what_templates_could_ask_before_they_still_can() {
    assert_eq!(met(r#"{"city": "jinan"}"#), "north |1");
    assert_eq!(met(r#"{"city": none}"#), "none |1");
    assert_eq!(met(r#"{"city": []}"#), "|0");
    let built = parks(r#"{"level": "local"}"#).build();
    assert_eq!(built.text("en/cities/yantai/index.html").trim(), "east");
    assert_eq!(built.text("en/cities/index.html").trim(), "yantai");
}

#[test]
fn a_condition_is_of_the_day_of_the_report() {
    assert_eq!(met(r#"{"state": "open"}"#), "north |1");
    assert_eq!(met(r#"{"state": "planned"}"#), "|0");
}

#[test]
fn a_condition_that_cannot_be_is_an_error_at_its_line() {
    assert!(refused(r#"{"levl": "local"}"#).contains("`levl` is not a field of parks (did you mean `level`?)"));
    assert!(refused(r#"{"level": "locl"}"#).contains("`locl` is no value of `level` (did you mean `local`?)"));
    assert!(refused(r#"{"area": {"minimum": 3}}"#).contains("`minimum` has no meaning here (known here: min, max"));
    assert!(refused(r#"{"city": "jnan"}"#).contains("`jnan` is no value of `city` (did you mean `jinan`?)"));
    assert!(refused(r#"{"name": "East"}"#).contains("`East` is no value of `name` (its values cannot be compared"));
    assert!(refused(r#"{"city.regon": "east"}"#).contains("`regon` is not a field of cities (did you mean `region`?)"));
}

#[test]
fn a_page_has_read_what_its_condition_looks_at() {
    let built = parks(r#"{"city.region": "east"}"#).build();
    let reads = &built.reads["en/parks/index.html"];

    for collection in ["parks", "cities"] {
        assert!(reads.contains(&prospectus::output::Read::Records(collection.into())), "{collection}: {reads:?}");
    }
}
