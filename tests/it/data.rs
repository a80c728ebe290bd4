//! Data files: what is in them, that both forms say the same, and that nothing is in them that pages do not show.

use serde_json::Value;

use crate::support::{date, golden, golden_sites, run, small};
use crate::tables::{self, rows};

#[test]
fn data_of_every_kind_of_field_is_as_documented() {
    let built = golden("data");
    let shown =
        |path: &&String| path.starts_with("data/") && !path.ends_with("metadata.json") && !path.ends_with(".zip");

    let mut listing = String::new();
    for path in built.files.keys().filter(shown) {
        listing.push_str(&format!("──── {path}\n{}", built.text(path).replace("\r\n", "␍\n")));
    }

    insta::assert_snapshot!(listing);
}

#[test]
fn a_table_is_described_for_csv_on_the_web() {
    let built = golden("data");

    insta::assert_snapshot!(built.text("data/parks.csv-metadata.json"));
}

#[test]
fn numbers_in_csv_are_those_in_json() {
    let compared: usize = golden_sites().map(|site| tables::compare_records(&golden(site).files)).sum();

    assert!(compared >= 20, "only {compared} numbers were compared");
}

#[test]
fn values_of_figures_in_csv_are_those_in_json() {
    let compared: usize = golden_sites().map(|site| tables::compare_figures(&golden(site).files)).sum();

    assert!(compared > 0);
}

#[test]
fn every_data_file_names_the_day_and_the_licence() {
    let built = golden("data");

    let texts = built.files.keys().filter(|path| path.starts_with("data/") && !path.ends_with(".zip"));
    for path in texts {
        let text = built.text(path);
        // A chart has its day in words.
        assert!(text.contains("2026-11-24") || path.ends_with(".svg"), "{path}");
        let license = ["CC-BY-4.0", "licenses/by/4.0", "authority/licence/CC_BY_4_0"];
        assert!(license.iter().any(|license| text.contains(license)), "{path}");
    }
}

#[test]
fn records_held_back_leave_no_trace_in_the_data() {
    let built = golden("data");

    for (path, bytes) in &built.files {
        assert!(!String::from_utf8_lossy(bytes).to_lowercase().contains("secret"), "{path}");
    }
}

#[test]
fn data_of_an_earlier_day_knows_nothing_later() {
    let site = small();

    let built = site.build_for(prospectus::config::Run { as_of: Some(date("2019-12-31")), ..run() });

    let facts = rows(built.text("data/parks.facts.csv"));
    let states: Vec<&str> =
        facts.iter().filter(|row| row["field"] == "state").map(|row| row["value"].as_str()).collect();
    assert_eq!(states, ["planned"]);
    assert!(facts.iter().all(|row| row["as_of"] == "2019-12-31"));
    assert!(!built.text("data/parks.json").contains("2020-06"));
}

#[test]
fn files_and_pages_of_the_site_do_not_replace_data() {
    let clash = |path: &str, text: &str| small().with(path, text).build().findings();

    assert_eq!(clash("content/static/data/parks.csv", "x"), ["address-clash content/static/data/parks.csv:0:0"]);
    assert_eq!(clash("content/static/data", "x"), ["address-clash content/static/data:0:0"]);
    assert_eq!(clash("content/static/data/picture.png", "x"), [""; 0]);
    let alias =
        |path: &str| clash("content/cities/jinan.yaml", &format!("name: {{en: J, de: J}}\naliases: [{path}]\n"));
    assert_eq!(alias("/data/catalog.ttl"), ["address-clash content/cities/jinan.yaml:2:11"]);
    assert_eq!(alias("/data/"), [""; 0]);
}

#[test]
fn pages_say_what_they_are_about() {
    let built = golden("data");
    let script = |path: &str| {
        let text = built.text(path);
        let start = text.find("<script type=\"application/ld+json\">").unwrap_or_else(|| panic!("{path}"));
        let json = &text[start + 35..start + text[start..].find("</script>").unwrap()];
        serde_json::to_string_pretty(&serde_json::from_str::<Value>(json).unwrap()).unwrap()
    };

    let pages = [
        "en/index.html",
        "de/parks/north/index.html",
        "zh/parks/index.html",
        "en/sources/report-2025/index.html",
        "en/figures/area/index.html",
    ];
    insta::assert_snapshot!(pages.map(|path| format!("──── {path}\n{}\n", script(path))).concat());
}
