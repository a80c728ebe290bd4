//! Tables for spreadsheet programs: what a double click opens, in words of a language, with the values of the exact tables.

use serde_json::Value;

use crate::support::{Built, Site, golden, golden_sites, small};
use crate::tables::cells;

/// The small site with a park that has something of every kind to say.
fn site() -> Site {
    let model = "label: {en: Parks, de: Parks}\nroles: {title: name}\nfields:\n  area: {type: decimal, unit: ha, label: {en: Area, de: Fläche}}\n  state: {type: choice, options: {open: {en: open, de: geöffnet}}, label: {en: State, de: Zustand}}\n  city: {type: reference, to: cities, label: {en: City, de: Stadt}}\n  fenced: {type: boolean, label: {en: Fenced, de: Umzäunt}}\n  motto: {type: text, translated: true, label: {en: Motto, de: Leitspruch}}\n  code: {type: text, label: {en: Code, de: Code}}\n  name: {type: text, translated: true, required: true, label: {en: Name, de: Name}}\n";
    let park = "name: {en: \"West; East\", de: Grüner Park}\narea: {is: -1250.50, bound: more-than, status: provisional}\nstate: open\ncity: jinan\nfenced: false\nmotto: {en: =1+1, de: \"-2\"}\ncode: \"@SUM(1+1)\"\n";
    let mut site = small().with("content/parks/_collection.yaml", model).with("content/parks/green.yaml", park);
    site.0.retain(|path, _| {
        !path.starts_with("content/parks/") || path.ends_with("_collection.yaml") || path.contains("green")
    });
    site
}

#[test]
fn a_table_for_spreadsheets_speaks_the_language_of_its_reader() {
    let built = site().build();

    let german = built.text("data/parks.spreadsheet-de.csv").strip_prefix('\u{feff}').unwrap();
    let german = cells(german, ';');
    let cell = |rows: &[Vec<String>], heading: &str| {
        let at =
            rows[0].iter().position(|known| known == heading).unwrap_or_else(|| panic!("{heading}: {:?}", rows[0]));
        rows[1][at].clone()
    };
    assert_eq!(german[0][0], "Name");
    assert_eq!(cell(&german, "Name"), "Grüner Park");
    assert_eq!(cell(&german, "Fläche (ha)"), "-1250,50");
    assert_eq!(cell(&german, "Fläche: genau oder nicht"), "mehr als");
    assert_eq!(cell(&german, "Fläche: Status"), "vorläufig");
    assert_eq!(cell(&german, "Zustand"), "geöffnet");
    assert_eq!(cell(&german, "Umzäunt"), "nein");
    assert!(!cell(&german, "Stadt").is_empty() && cell(&german, "Stadt") != "jinan");
    assert_eq!(cell(&german, "Kennung"), "green");
    assert!(cell(&german, "Seite").ends_with("/de/parks/green/"));

    let english = cells(built.text("data/parks.spreadsheet-en.csv").strip_prefix('\u{feff}').unwrap(), ',');
    assert_eq!((cell(&english, "Name"), cell(&english, "Area (ha)")), ("West; East".to_owned(), "-1250.50".to_owned()));
}

#[test]
fn no_cell_of_a_table_for_spreadsheets_is_calculated() {
    let built = site().build();

    for (language, separator, motto) in [("en", ',', "'=1+1"), ("de", ';', "-2")] {
        let text = built.text(&format!("data/parks.spreadsheet-{language}.csv")).strip_prefix('\u{feff}').unwrap();
        let rows = cells(text, separator);
        assert!(rows[1].contains(&"'@SUM(1+1)".to_owned()) && rows[1].contains(&motto.to_owned()), "{rows:?}");
        let runs = |cell: &&String| {
            let number = cell.replace(',', ".").parse::<f64>();
            cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && number.is_err()
        };
        assert_eq!(rows.iter().flatten().find(runs), None);
    }
}

#[test]
fn numbers_for_spreadsheets_are_those_of_the_exact_tables() {
    let mut compared = 0;
    for site in golden_sites() {
        let built = golden(site);
        if !built.files.contains_key("data/datapackage.json") {
            continue;
        }
        let package: Value = serde_json::from_str(built.text("data/datapackage.json")).unwrap();
        for resource in package["resources"].as_array().unwrap() {
            let path = resource["path"].as_str().unwrap();
            assert_eq!(
                resource["bytes"].as_u64().unwrap(),
                built.files[&format!("data/{path}")].len() as u64,
                "{path}"
            );
            let Some((stem, _)) = path.split_once(".spreadsheet-").filter(|(stem, _)| !stem.contains('/')) else {
                continue;
            };
            let exact = package["resources"].as_array().unwrap().iter();
            let exact = exact.clone().find(|other| other["path"] == format!("{stem}.csv")).unwrap();
            let (here, there) = (numbers(built, resource), numbers(built, exact));
            assert_eq!(here, there, "{site}: {path}");
            compared += here.iter().flatten().filter(|number| !number.is_empty()).count();
        }
    }
    assert!(compared > 100, "{compared}");
}

/// The numbers of a table, row by row, with a point.
fn numbers(built: &Built, resource: &Value) -> Vec<Vec<String>> {
    let text = built.text(&format!("data/{}", resource["path"].as_str().unwrap()));
    let separator = resource["dialect"]["delimiter"].as_str().unwrap().chars().next().unwrap();
    let rows = cells(text.trim_start_matches('\u{feff}'), separator);
    let fields = resource["schema"]["fields"].as_array().unwrap();
    let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!(rows[0], names);
    let is_number = |field: &Value| field["type"] == "number" || field["type"] == "integer";
    let decimal = |at: usize| fields[at]["decimalChar"].as_str().unwrap_or(".");
    let of_row = |row: &Vec<String>| {
        let cells = (0..row.len()).filter(|&at| is_number(&fields[at]));
        cells.map(|at| row[at].replace(decimal(at), ".")).collect()
    };
    rows[1..].iter().map(of_row).collect()
}

#[test]
fn a_figure_has_a_table_for_spreadsheets_in_every_language() {
    let built = golden("hospitals");
    let sheets: Vec<&String> = built
        .files
        .keys()
        .filter(|path| path.starts_with("data/figures/") && path.contains(".spreadsheet-fr"))
        .collect();
    assert!(!sheets.is_empty());

    for path in sheets {
        let rows = cells(built.text(path).strip_prefix('\u{feff}').unwrap(), ';');
        assert_eq!(rows[0][1], "Date", "{path}");
        assert!(rows.len() > 1 && rows.iter().all(|row| row.len() == rows[0].len()), "{path}");
    }
}

#[test]
fn pages_lead_people_to_the_table_of_their_language() {
    let built = golden("hospitals");
    let index = built.files.keys().find(|path| path.ends_with("hopitaux/index.html")).unwrap();

    let html = built.text(index);

    assert!(html.contains("/data/hopitaux.spreadsheet-fr.csv\" download"), "{index}");
    assert!(html.contains("pour Excel et LibreOffice, "), "{index}");
}
