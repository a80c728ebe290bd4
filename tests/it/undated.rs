//! The day of the data, what nobody dates, and what stands beside a report.

use prospectus::config::Run;

use crate::support::{Built, Site, date, run, small_as_of};

const UNDATED: &str = "title: Undated\nlanguage: en\npublisher: Paper\nseen: 2026-11-23\n";
const OPEN: &str = "label: {en: Open parks, de: Offene Parks}\ncount: parks\nwhere: {state: open}\n";

/// Two open parks, one of which nobody dates, and how many are open.
fn parks() -> Site {
    small_as_of("2026-11-24")
        .with("content/sources/undated.yaml", UNDATED)
        .with("content/parks/south.yaml", "source: undated\nname: {en: South Park, de: Südpark}\nstate: open\n")
        .with("content/figures/open.yaml", OPEN)
}

fn as_of(day: &str) -> Run {
    Run { as_of: Some(date(day)), ..run() }
}

/// Rows of the file of the open parks: series, date, kind of date, value, how many are undated.
fn rows(built: &Built) -> Vec<String> {
    let text = built.text("data/figures/open.csv");
    let columns: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let cell = |name: &str| cells[columns.iter().position(|column| *column == name).unwrap()];
        ["series", "date", "date_kind", "value", "undated"].map(cell).join(" ")
    };
    text.lines().skip(1).map(row).collect()
}

#[test]
fn what_nobody_dates_counts_on_the_day_of_the_data_and_stands_in_no_series() {
    let built = parks().build();

    assert_eq!(built.findings(), Vec::<String>::new());
    assert_eq!(rows(&built), ["published 2020-06 since 1 ", "now 2026-11-24 as-of 2 1"]);
    let page = built.text("en/figures/open/index.html");
    assert!(page.contains("<data value=\"2\">2</data>"), "{page}");
    assert!(page.contains("1 without a date"));
    assert!(built.text("de/parks/south/index.html").contains("Datum nicht veröffentlicht"));
    let facts = built.text("data/parks.facts.csv");
    let fact = facts.lines().find(|line| line.contains("south") && line.contains(",state,")).unwrap();
    assert!(!fact.contains("2026-11-23"), "{fact}");
}

#[test]
fn what_nobody_dates_is_not_in_a_report_of_an_earlier_day() {
    let built = parks().build_for(as_of("2026-11-23"));

    assert_eq!(rows(&built), ["published 2020-06 since 1 "]);
    assert!(!built.text("data/parks.facts.csv").contains("south,state"));
}

#[test]
fn a_record_that_nothing_dates_is_not_there_on_an_earlier_day() {
    let model = String::from_utf8(parks().0["content/parks/_collection.yaml"].clone()).unwrap();
    let site = parks()
        .with("content/parks/_collection.yaml", &model.replace("tracked: true,", "tracked: true, required: true,"));

    assert!(site.build().files.contains_key("en/parks/south/index.html"));
    assert!(!site.build_for(as_of("2026-11-23")).files.contains_key("en/parks/south/index.html"));
}

#[test]
fn an_undated_report_is_the_value_and_stands_in_no_series() {
    let figure = "label: {en: T, de: T}\nreported:\n  - {is: 5, since: 2024, source: report-2025}\n  - {is: 7, source: undated}\n";
    let built = parks().with("content/figures/open.yaml", figure).build();

    assert_eq!(built.findings(), Vec::<String>::new());
    assert_eq!(rows(&built), ["published 2024 since 5 ", "now   7 "]);
    assert!(built.text("en/figures/open/index.html").contains("date not published"));
}

#[test]
fn the_day_of_the_data_is_not_that_of_the_build() {
    let settings = |day: &str| {
        let text = String::from_utf8(parks().0["content/site.yaml"].clone()).unwrap();
        text.replace("2026-11-24", day)
    };
    let site = parks().with("content/site.yaml", &settings("2026-11-01"));
    let built = site.build();

    let row = built.text("data/parks.csv").lines().nth(1).unwrap().to_owned();
    assert!(row.contains("2026-11-01") && !row.contains("2026-11-24"), "{row}");
    assert!(!built.text("en/index.html").contains("as it stood"), "no banner");
    assert_eq!(rows(&built)[1], "now 2026-11-01 as-of 2 1");
}

#[test]
fn an_earlier_day_than_that_of_the_data_says_that_texts_are_of_another() {
    let then = parks().build_for(as_of("2021-01-01"));
    let now = parks().build_for(as_of("2026-11-24"));

    assert!(then.text("en/index.html").contains("The texts are those of today"));
    assert!(!now.text("en/index.html").contains("The texts are those of today"));
}

#[test]
fn what_begins_after_the_day_of_the_data_is_one_warning_but_forecasts() {
    let later = "state:\n  - {is: planned, since: 2019}\n  - {is: open, since: 2027}\n";
    let site = parks()
        .with("content/parks/south.yaml", &format!("source: undated\nname: {{en: S, de: S}}\n{later}"))
        .with("content/parks/west.yaml", &format!("source: undated\nname: {{en: W, de: W}}\n{later}"));
    let forecast = later.replace("since: 2027", "since: 2027, status: forecast");
    let expected =
        parks().with("content/parks/south.yaml", &format!("source: undated\nname: {{en: S, de: S}}\n{forecast}"));
    let built = site.build();

    assert_eq!(built.findings(), ["after-as-of content/parks/south.yaml:5:5"]);
    assert!(built.diagnostics[0].message.starts_with("2 values or records begin after 2026-11-24"));
    assert_eq!(built.diagnostics[0].related.len(), 1);
    assert_eq!(expected.build().findings(), Vec::<String>::new());
    assert_eq!(site.build_for(as_of("2026-11-23")).findings(), Vec::<String>::new());
}

#[test]
fn beside_a_report_stands_our_count_of_its_day_with_the_day() {
    let figure = format!("{OPEN}complete: false\nreported: [{{is: 9, since: 2025-03-01, source: report-2025}}]\n");
    let built = parks().with("content/figures/open.yaml", &figure).build();

    assert!(built.text("en/figures/open/index.html").contains("1 of 9 listed here (March 1, 2025)"));
}

#[test]
fn an_incomplete_list_that_has_more_than_was_reported_is_an_error_on_each_day() {
    let figure = format!(
        "{OPEN}complete: false\nreported:\n  - {{is: 0, since: 2021-03-01, source: report-2025}}\n  - {{is: 0, bound: at-most, since: 2022-03-01, source: report-2025}}\n  - {{is: 0, bound: more-than, since: 2023-03-01, source: report-2025}}\n  - {{is: 1, since: 2025-03-01, source: report-2025}}\n"
    );
    let built = parks().with("content/figures/open.yaml", &figure).build();

    let expected = ["figure-mismatch content/figures/open.yaml:6:5", "figure-mismatch content/figures/open.yaml:7:5"];
    assert_eq!(built.findings(), expected);
}

#[test]
fn a_year_that_straddles_the_day_of_an_earlier_report_is_a_warning_for_coverages_and_shares() {
    let site = parks()
        .with("content/parks/north/facts.yaml", "source: report-2025\ncity: jinan\nstate: [{is: open, since: 2022}]\n")
        .with("content/figures/cover.yaml", "label: {en: C, de: C}\ncoverage: cities\nby: {parks: state}\n")
        .with("content/figures/share.yaml", "label: {en: S, de: S}\nshare: cities\nwhere: {parks: {state: open}}\n");
    let expected = ["cover", "open", "share"].map(|id| format!("figure-straddles content/figures/{id}.yaml:0:0"));

    assert_eq!(site.build_for(as_of("2022-02-28")).findings(), expected);
    assert_eq!(site.build().findings(), Vec::<String>::new());
}

#[test]
fn a_coarse_report_is_held_against_our_count_from_its_first_day() {
    let figure = format!("{OPEN}complete: false\nreported: [{{is: 9, by: 2020, source: report-2025}}]\n");
    let built = parks().with("content/figures/open.yaml", &figure).build();

    assert!(rows(&built).contains(&"listed 2020 as-of 0 ".to_owned()), "{:?}", rows(&built));
}

#[test]
fn what_nobody_dates_never_held_alone_when_something_dated_came_after_it() {
    let site = parks().with(
        "content/parks/south.yaml",
        "source: undated\nname: {en: S, de: S}\nstate:\n  - {is: open}\n  - {is: planned, since: 2021}\n",
    );
    let built = site.build();

    assert_eq!(built.findings(), Vec::<String>::new());
    assert_eq!(rows(&built), ["published 2020-06 since 1 "]);
}

#[test]
fn a_value_with_neither_date_nor_source_is_an_error() {
    let south = "name: {en: S, de: S}\nstate: open\n";

    assert_eq!(
        parks().with("content/parks/south.yaml", south).build().findings(),
        ["history content/parks/south.yaml:2:8"]
    );
}
