//! The tables of a built site: that their two forms, CSV and JSON, say the same.

use std::collections::BTreeMap;

use serde_json::Value;

/// The files of a site.
type Files = BTreeMap<String, Vec<u8>>;

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}"))).unwrap()
}

/// Compares the numbers of all records; gives back how many there are.
pub fn compare_records(files: &Files) -> usize {
    collections(files).iter().map(|collection| compare(files, collection)).sum()
}

/// Compares the values of all figures; gives back how many there are.
pub fn compare_figures(files: &Files) -> usize {
    let mut compared = 0;
    for path in files.keys().filter(|path| path.starts_with("data/figures/") && path.ends_with(".csv")) {
        if path.contains(".spreadsheet-") {
            continue;
        }
        let rows = rows(text(files, path));
        let json: Value = serde_json::from_str(text(files, &path.replace(".csv", ".json"))).unwrap();
        let values = json["values"].as_array().unwrap();
        assert_eq!(rows.len(), values.len(), "{path}");
        for (row, value) in rows.iter().zip(values) {
            for name in ["value", "known", "of", "part", "whole"] {
                assert_eq!(row[name].parse::<f64>().ok(), value[name].as_f64(), "{path} {name} on {}", row["date"]);
            }
            for name in ["series", "date", "group", "bound", "status", "missing", "basis"] {
                assert_eq!(row[name], value[name].as_str().unwrap_or_default(), "{path} {name}");
            }
        }
        compared += rows.len();
    }
    compared
}

/// Compares the numbers of the fields of records; gives back how many there are.
fn compare(files: &Files, collection: &str) -> usize {
    let json: Value = serde_json::from_str(text(files, &format!("data/{collection}.json"))).unwrap();
    let facts = rows(text(files, &format!("data/{collection}.facts.csv")));
    let table: BTreeMap<String, BTreeMap<String, String>> =
        rows(text(files, &format!("data/{collection}.csv"))).into_iter().map(|row| (row["id"].clone(), row)).collect();
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

fn collections(files: &Files) -> Vec<String> {
    let name = |path: &String| {
        Some(path.strip_prefix("data/")?.strip_suffix(".json")?.to_owned())
            .filter(|name| !name.contains(['/', '.']) && name != "datapackage")
    };
    files.keys().filter_map(name).collect()
}

/// The rows of a CSV file by the names of their columns (RFC 4180).
pub fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut rows = cells(text, ',');
    let head = rows.remove(0);
    rows.into_iter().map(|row| head.iter().cloned().zip(row).collect()).collect()
}

/// The rows of a table, the names of its columns first: all of one length, each with a line end as in RFC 4180.
pub fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => row.last_mut().unwrap().extend(chars.next()),
            '"' => quoted = !quoted,
            c if c == separator && !quoted => row.push(String::new()),
            '\r' if !quoted => assert_eq!(chars.next(), Some('\n')),
            c => row.last_mut().unwrap().push(c),
        }
        if c == '\r' && !quoted {
            rows.push(vec![String::new()]);
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line ends");
    for row in &rows {
        assert_eq!(row.len(), rows[0].len());
    }
    rows
}
