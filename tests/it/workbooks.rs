//! Workbooks: the exact tables of a collection or a figure in one file, where the site asks for them.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::support::{Built, Site, small};

fn with_workbooks() -> Site {
    let settings = String::from_utf8(small().0["content/site.yaml"].clone()).unwrap();
    small()
        .with("content/site.yaml", &format!("{settings}workbooks: true\nlicense: CC-BY-4.0\n"))
        .with("content/figures/all.yaml", "label: {en: All, de: Alle}\ncount: parks\n")
        .with(
            "content/parks/north/facts.yaml",
            "source: report-2025\narea: 12.50\nlevel: national\nevents:\n  - {date: 2021-05-06, title: {en: '=1+1', de: 'ein'}}\n  - {date: 2020-06}\n",
        )
}

fn part(built: &Built, path: &str, name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(&built.files[path])).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_collection_has_a_sheet_for_each_of_its_tables() {
    let built = with_workbooks().build();

    assert_eq!(built.findings(), Vec::<String>::new());
    let workbook = part(&built, "data/parks.xlsx", "xl/workbook.xml");
    let titles: Vec<&str> =
        workbook.split("<sheet name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(titles, ["records", "events", "facts"]);
    let records = part(&built, "data/parks.xlsx", "xl/worksheets/sheet.xml");
    assert!(records.contains("state=\"frozen\"") && records.contains("><v>12.50</v></c>"), "{records}");
    let events = part(&built, "data/parks.xlsx", "xl/worksheets/sheet.events.xml");
    assert!(events.contains(" s=\"1\"><v>44322</v>"), "a day is a day: {events}");
    assert!(events.contains(">2020-06</t>"), "a month is a text: {events}");
    assert!(events.contains(">=1+1</t>"), "a text is not calculated: {events}");
    assert!(part(&built, "data/figures/all.xlsx", "xl/workbook.xml").contains("<sheet name=\"values\""));
}

#[test]
fn workbooks_have_the_same_bytes_each_time() {
    let (one, other) = (with_workbooks().build(), with_workbooks().build());

    let of = |built: &Built| built.files["data/parks.xlsx"].clone();
    assert!(of(&one) == of(&other));
}

#[test]
fn workbooks_are_in_the_catalogue_but_no_tables_of_the_package_and_not_in_the_archive() {
    let built = with_workbooks().build();

    let catalog = built.text("data/catalog.ttl");
    assert!(catalog.contains("<https://parks.example/data/parks.xlsx>") && catalog.contains("file-type/XLSX>"));
    assert!(!built.text("data/datapackage.json").contains("xlsx"));
    let archive = ZipArchive::new(Cursor::new(&built.files["data/parks.zip"])).unwrap();
    assert!(archive.file_names().all(|name| !name.ends_with(".xlsx")));
}

#[test]
fn a_site_that_does_not_ask_for_workbooks_has_none() {
    let built = small().build();

    assert!(built.files.keys().all(|path| !path.ends_with(".xlsx")));
}
