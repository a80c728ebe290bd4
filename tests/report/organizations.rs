//! Organizations of the report: who takes part in a center or a chain is named there and has a page that says so, and a name
//! that we rendered ourselves is marked in every language it is ours in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::site::today;
use crate::tables;

const LANGUAGES: [&str; 3] = ["en", "de", "fr"];

/// What pages say of a name that is ours.
const OURS: [&str; 3] = ["The name is our rendering", "Der Name ist unsere Wiedergabe", "Le nom est de notre fait"];

type Row = BTreeMap<String, String>;

fn rows(name: &str) -> Vec<Row> {
    tables::rows(&fs::read_to_string(today().join("data").join(name)).unwrap())
}

/// The page at an address of the site.
fn page(url: &str) -> String {
    let path = url.trim_start_matches("https://report.example/");
    fs::read_to_string(today().join(path).join("index.html")).unwrap_or_else(|error| panic!("{url}: {error}"))
}

/// The addresses of records in a language, by their ids.
fn addresses(rows: &[Row], language: &str) -> BTreeMap<String, String> {
    rows.iter().map(|row| (row["id"].clone(), row[&format!("url_{language}")].clone())).collect()
}

/// Who takes part in what: records of a collection, each with an organization.
fn references(collection: &str) -> BTreeSet<(String, String)> {
    let facts = rows(&format!("{collection}.facts.csv"));
    let of = facts.into_iter().filter(|row| row["field"] == "organizations.organization" && !row["value"].is_empty());
    of.map(|row| (row["record"].clone(), row["value"].clone())).collect()
}

#[test]
fn who_takes_part_is_linked_from_there_and_says_it_on_a_page_of_its_own() {
    let organizations = rows("organizations.csv");
    let mut named = BTreeSet::new();
    for collection in ["centers", "chains"] {
        let records = rows(&format!("{collection}.csv"));
        for (record, organization) in references(collection) {
            for language in LANGUAGES {
                let [there, here] = [(&records, &record), (&organizations, &organization)]
                    .map(|(rows, id)| addresses(rows, language)[id.as_str()].clone());
                let path = |url: &str| url.trim_start_matches("https://report.example").to_owned();
                let linked = |from: &str, to: &str| page(from).contains(&format!("href=\"{}\"", path(to)));
                assert!(linked(&there, &here), "{record} does not link {organization} in {language}");
                assert!(linked(&here, &there), "{organization} does not say that it takes part in {record}");
            }
            named.insert(organization);
        }
    }
    let all: BTreeSet<String> = organizations.iter().map(|row| row["id"].clone()).collect();
    assert_eq!(named, all, "an organization takes part in something");
}

#[test]
fn a_name_that_is_ours_is_marked_in_the_languages_it_is_ours_in() {
    let mut marked = 0;
    for row in rows("organizations.csv") {
        let ours: BTreeSet<&str> = row["own_names"].split(';').filter(|tag| !tag.is_empty()).collect();
        for (language, words) in LANGUAGES.into_iter().zip(OURS) {
            let says = page(&row[&format!("url_{language}")]).contains(words);
            assert_eq!(says, ours.contains(language), "{} in {language}", row["id"]);
            marked += usize::from(says);
        }
        let is_all = LANGUAGES.iter().all(|language| ours.contains(language));
        assert_eq!(row["name_status"] == "inferred", is_all, "{}", row["id"]);
    }
    assert!(marked > 100, "{marked} names are marked");
}
