//! Data files: what is in them, that both forms say the same, and that nothing is in them that pages do not show.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{Built, build_folder, run, small};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The golden sites.
fn sites() -> Vec<PathBuf> {
    let golden = fs::read_dir(root().join("tests/sites")).unwrap().map(|entry| entry.unwrap().path());
    golden.filter(|folder| folder.join("content/site.yaml").is_file()).collect()
}

#[test]
fn data_of_every_kind_of_field_is_as_documented() {
    let built = build_folder(&root().join("tests/sites/data"));
    let shown = |path: &&String| path.starts_with("data/") && !path.ends_with("metadata.json");

    let mut listing = String::new();
    for path in built.files.keys().filter(shown) {
        listing.push_str(&format!("──── {path}\n{}", built.text(path).replace("\r\n", "␍\n")));
    }

    insta::assert_snapshot!(listing);
}

#[test]
fn a_table_is_described_for_csv_on_the_web() {
    let built = build_folder(&root().join("tests/sites/data"));

    insta::assert_snapshot!(built.text("data/parks.csv-metadata.json"));
}

#[test]
fn numbers_in_csv_are_those_in_json() {
    let mut compared = 0;
    for folder in sites() {
        let built = build_folder(&folder);
        for collection in collections(&built) {
            compared += compare(&built, &collection);
        }
    }

    assert!(compared >= 20, "only {compared} numbers were compared");
}

/// Compares the numbers of the fields of records; gives back how many there are.
fn compare(built: &Built, collection: &str) -> usize {
    let json: Value = serde_json::from_str(built.text(&format!("data/{collection}.json"))).unwrap();
    let facts = rows(built.text(&format!("data/{collection}.facts.csv")));
    let table: BTreeMap<String, BTreeMap<String, String>> =
        rows(built.text(&format!("data/{collection}.csv"))).into_iter().map(|row| (row["id"].clone(), row)).collect();
    let mut numbers = 0;
    for record in json["records"].as_array().unwrap() {
        let id = record["id"].as_str().unwrap();
        for (field, fact) in record["facts"].as_object().unwrap() {
            let Some(number) = fact["value"].as_number() else { continue };
            let is_it = |text: &String| text.parse::<f64>().ok() == number.as_f64();
            let long =
                facts.iter().find(|row| row["record"] == id && row["field"] == *field && row["current"] == "true");
            assert!(is_it(&table[id][field]), "{collection}/{id} {field}: {number} and {}", table[id][field]);
            assert!(long.is_some_and(|row| is_it(&row["value"])), "{collection}/{id} {field}: {long:?}");
            numbers += 1;
        }
        numbers += nested(record, id, &facts);
    }
    numbers
}

#[test]
fn values_of_figures_in_csv_are_those_in_json() {
    for folder in sites() {
        let built = build_folder(&folder);
        let figures = built.files.keys().filter(|path| path.starts_with("data/figures/") && path.ends_with(".csv"));
        for path in figures {
            let rows = rows(built.text(path));
            let json: Value = serde_json::from_str(built.text(&path.replace(".csv", ".json"))).unwrap();
            let values = json["values"].as_array().unwrap();
            assert_eq!(rows.len(), values.len(), "{path}");
            for (row, value) in rows.iter().zip(values) {
                let number = |name: &str| (row[name].parse::<f64>().ok(), value[name].as_f64());
                for name in ["value", "known", "of", "part", "whole"] {
                    assert_eq!(number(name).0, number(name).1, "{path} {name} on {}", row["date"]);
                }
                for name in ["series", "date", "group", "bound", "status", "missing", "basis"] {
                    assert_eq!(row[name], value[name].as_str().unwrap_or_default(), "{path} {name}");
                }
            }
        }
    }
}

/// Numbers in groups and lists: each is a row of the facts.
fn nested(record: &Value, id: &str, facts: &[BTreeMap<String, String>]) -> usize {
    let mut found = Vec::new();
    for (field, fact) in record["facts"].as_object().unwrap() {
        if !fact["value"].is_number() {
            collect(fact, field, "", &mut found);
        }
    }
    for (field, position, number) in &found {
        let row = facts.iter().find(|row| {
            row["record"] == id && row["field"] == *field && row["position"] == *position && row["current"] == "true"
        });
        assert_eq!(row.and_then(|row| row["value"].parse().ok()), Some(*number), "{id} {field} {position}");
    }
    found.len()
}

fn collect(fact: &Value, field: &str, position: &str, found: &mut Vec<(String, String, f64)>) {
    match &fact["value"] {
        Value::Number(number) => found.push((field.to_owned(), position.to_owned(), number.as_f64().unwrap())),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let separator = if position.is_empty() { "" } else { "." };
                collect(item, field, &format!("{position}{separator}{}", at + 1), found);
            }
        }
        Value::Object(fields) => {
            for (name, part) in fields {
                match part {
                    // Coordinates are parts of a value, not facts.
                    Value::Number(number) => {
                        found.push((format!("{field}.{name}"), position.to_owned(), number.as_f64().unwrap()));
                    }
                    part => collect(part, &format!("{field}.{name}"), position, found),
                }
            }
        }
        _ => {}
    }
}

fn collections(built: &Built) -> Vec<String> {
    let name = |path: &String| {
        Some(path.strip_prefix("data/")?.strip_suffix(".json")?.to_owned())
            .filter(|name| !name.contains(['/', '.']) && name != "datapackage")
    };
    built.files.keys().filter_map(name).collect()
}

/// The rows of a CSV file by the names of their columns (RFC 4180).
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut rows: Vec<Vec<String>> = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => row.last_mut().unwrap().extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => assert_eq!(chars.next(), Some('\n')),
            c => row.last_mut().unwrap().push(c),
        }
        if c == '\r' && !quoted {
            rows.push(vec![String::new()]);
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line ends");
    let head = rows.remove(0);
    let row = |row: Vec<String>| {
        assert_eq!(row.len(), head.len());
        head.iter().cloned().zip(row).collect()
    };
    rows.into_iter().map(row).collect()
}

#[test]
fn every_data_file_names_the_day_and_the_licence() {
    let built = build_folder(&root().join("tests/sites/data"));

    for (path, _) in built.files.iter().filter(|(path, _)| path.starts_with("data/")) {
        let text = built.text(path);
        assert!(text.contains("2026-11-24"), "{path}");
        let license = ["CC-BY-4.0", "licenses/by/4.0", "authority/licence/CC_BY_4_0"];
        assert!(license.iter().any(|license| text.contains(license)), "{path}");
    }
}

#[test]
fn records_held_back_leave_no_trace_in_the_data() {
    let built = build_folder(&root().join("tests/sites/data"));

    for (path, bytes) in &built.files {
        assert!(!String::from_utf8_lossy(bytes).to_lowercase().contains("secret"), "{path}");
    }
}

#[test]
fn data_of_an_earlier_day_knows_nothing_later() {
    let site = small();

    let built = site.build_for(prospectus::config::Run { as_of: Some("2019-12-31".into()), ..run() });

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
    let built = build_folder(&root().join("tests/sites/data"));
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
