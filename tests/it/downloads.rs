//! What pages say of the files that they lead to is true: format and size are those of the file in the output.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read as _};

use crate::support::{Built, golden, golden_folder, golden_sites, small};

/// Whether the theme of a golden site is `report`.
fn is_report(site: &str) -> bool {
    fs::read_to_string(golden_folder(site).join("content/site.yaml")).unwrap().contains("\ntheme: report")
}

/// A link to a data file: the page, the file, and what readers see or hear.
struct Linked {
    page: String,
    language: String,
    file: String,
    words: String,
}

/// The links of all pages to data files.
fn links(built: &Built) -> Vec<Linked> {
    let mut links = Vec::new();
    for path in built.files.keys().filter(|path| path.ends_with(".html")) {
        let html = built.text(path);
        let language = html.split("<html lang=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        for anchor in html.split("<a ").skip(1) {
            let (tag, rest) = anchor.split_once('>').unwrap();
            let href = tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            let Some((_, file)) = href.split_once("/data/").filter(|(_, file)| file.contains('.')) else { continue };
            let mut words = String::new();
            let mut in_tag = false;
            for c in rest.split("</a>").next().unwrap().chars() {
                match c {
                    '<' => in_tag = true,
                    '>' => in_tag = false,
                    c if !in_tag => words.push(c),
                    _ => {}
                }
            }
            if let Some((_, label)) = tag.split_once("aria-label=\"") {
                let label = label.split('"').next().unwrap();
                assert!(label.contains(words.trim()), "{path}: `{label}` does not say `{words}`");
            }
            let file = format!("data/{file}");
            links.push(Linked { page: path.clone(), language: language.to_owned(), file, words });
        }
    }
    links
}

/// A size below a million bytes, in words.
fn size(bytes: usize, language: &str) -> String {
    assert!(bytes < 999_500);
    let unit = match language {
        "fr" => "ko",
        "ar" => "كيلوبايت",
        _ => "kB",
    };
    format!("{}\u{a0}{unit}", ((bytes + 500) / 1000).max(1))
}

#[test]
fn every_link_to_a_data_file_says_its_format_and_how_long_it_is() {
    let (mut said, mut silent) = (0, Vec::new());
    for site in golden_sites() {
        let (built, is_report) = (golden(site), is_report(site));
        for Linked { page, language, file, words } in links(built) {
            let bytes = built.files.get(&file).unwrap_or_else(|| panic!("{page}: no {file}")).len();
            let size = size(bytes, &language);
            let says_a_size = ["kB", "ko", "كيلوبايت"].iter().any(|unit| words.contains(&format!("\u{a0}{unit}")));
            assert!(!says_a_size || words.trim().ends_with(&size), "{page}: {file} has {bytes} bytes: `{words}`");
            said += u32::from(says_a_size);
            if is_report && !says_a_size {
                silent.push(format!("{page}: {file}: `{words}`"));
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
    assert!(said > 500, "{said}");
}

/// The files of an archive in its order: name, day, content.
fn unpacked(bytes: &[u8]) -> Vec<(String, String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let mut one = |at: usize| {
        let mut file = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        (file.name().to_owned(), file.last_modified().unwrap().to_string(), content)
    };
    (0..count).map(&mut one).collect()
}

#[test]
fn the_archive_holds_all_data_as_they_are_in_the_output() {
    let built = golden("data");

    let files = unpacked(&built.files["data/parks.zip"]);

    let names: Vec<&str> = files.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(names[..2], ["parks/README.md", "parks/datapackage.json"]);
    let wanted: BTreeSet<String> = built
        .files
        .keys()
        .filter_map(|path| path.strip_prefix("data/"))
        .filter(|name| !name.starts_with("catalog.") && !name.ends_with(".zip"))
        .filter(|name| name.starts_with("figures/") || !name.contains('/'))
        .filter(|name| !name.contains(".spreadsheet-") && !name.ends_with(".svg"))
        .map(|name| format!("parks/{name}"))
        .chain(["parks/README.md".to_owned()])
        .collect();
    assert_eq!(names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>(), wanted);
    for (name, day, content) in &files {
        assert!(day.starts_with("2026-11-24"), "{name}: {day}");
        let path = name.replacen("parks/", "data/", 1);
        // The one outside describes the tables for spreadsheets, too.
        let is_whole = name == "parks/datapackage.json";
        assert!(is_whole || built.files.get(&path).is_none_or(|there| there == content), "{name} differs");
    }
}

#[test]
fn the_archive_says_what_it_is_in_the_source_language() {
    let built = small()
        .with(
            "content/site.yaml",
            "title: {de: Parks der Städte, en: Parks of the cities}\nlanguages: [de, en]\nbase_url: https://parks.example\nas_of: 2026-11-24\npublisher: {de: Gartenamt, en: Office of gardens}\nlicense: CC-BY-4.0\n",
        )
        .build();

    let files = unpacked(&built.files["data/parks-der-stadte.zip"]);

    let readme = String::from_utf8(files[0].2.clone()).unwrap();
    for words in [
        "# Parks der Städte\n",
        "Stand 24.\u{a0}November 2026",
        "Lizenz: CC-BY-4.0",
        "So zitieren: Gartenamt: Alle Daten. Parks der Städte",
        "https://parks.example/",
        "- parks.facts.csv: Parks: jede Angabe mit ihrer Quelle",
    ] {
        assert!(readme.contains(words), "`{words}` is not in:\n{readme}");
    }
    assert!(!readme.contains(".zip") && !readme.contains('\u{2068}'), "{readme}");
}

#[test]
fn an_archive_without_a_licence_says_that_there_is_none() {
    let built = small().build();

    let (path, bytes) = built.files.iter().find(|(path, _)| path.ends_with(".zip")).unwrap();
    let readme = String::from_utf8(unpacked(bytes)[0].2.clone()).unwrap();

    assert!(readme.contains("No licence is given."), "{path}:\n{readme}");
}

#[test]
fn the_same_content_gives_the_same_archive() {
    let site = || small().build().files;
    let archive = |files: &BTreeMap<String, Vec<u8>>| {
        files.iter().find(|(path, _)| path.ends_with(".zip")).map(|(_, bytes)| bytes.clone()).unwrap()
    };
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();

    let first = archive(&site());

    assert_eq!(first, archive(&alone.install(site)));
    let other = small().with("content/cities/jinan.yaml", "name: {en: Other, de: Anders}\n").build().files;
    assert_ne!(first, archive(&other));
}

#[test]
fn portals_are_told_of_the_archive() {
    let built = golden("data");

    let catalog = built.text("data/catalog.ttl");

    let bytes = built.files["data/parks.zip"].len();
    let distribution =
        catalog.split("<https://data.example/report/data/parks.zip> a dcat:Distribution").nth(1).unwrap();
    let distribution = distribution.split("\n\n").next().unwrap();
    assert!(catalog.contains("dcat:distribution <https://data.example/report/data/parks.zip>"));
    assert!(distribution.contains(&format!("dcat:byteSize \"{bytes}\"^^xsd:nonNegativeInteger")), "{distribution}");
    assert!(distribution.contains("file-type/ZIP") && distribution.contains("media-types/application/zip"));
}

/// The JSON of a file of the output.
fn json(built: &Built, path: &str) -> serde_json::Value {
    serde_json::from_str(built.text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_record_by_itself_says_what_the_file_of_its_collection_says() {
    let mut compared = 0;
    for site in golden_sites() {
        let built = golden(site);
        let models: Vec<&str> = built
            .files
            .keys()
            .filter_map(|path| path.strip_prefix("data/")?.strip_suffix(".facts.csv"))
            .filter(|name| built.files.keys().any(|path| path.starts_with(&format!("data/{name}/"))))
            .filter(|name| *name != "figures")
            .collect();
        for name in models {
            let all = json(built, &format!("data/{name}.json"));
            let table = built.text(&format!("data/{name}.facts.csv"));
            let (head, rows) = table.split_once("\r\n").unwrap();
            for record in all["records"].as_array().unwrap() {
                let id = record["id"].as_str().unwrap();
                let one = json(built, &format!("data/{name}/{id}.json"));
                assert_eq!(&one["record"], record, "{name}/{id}");
                assert_eq!((&one["as_of"], &one["collection"]), (&all["as_of"], &name.into()));
                let csv = built.text(&format!("data/{name}/{id}.csv"));
                let of_record = csv.strip_prefix(&format!("{head}\r\n")).unwrap();
                assert!(rows.contains(of_record), "{name}/{id}");
                assert!(of_record.is_empty() || of_record.starts_with(&format!("{id},")), "{name}/{id}: {of_record}");
                compared += 1;
            }
        }
    }
    assert!(compared > 50, "{compared}");
}

#[test]
fn a_record_page_leads_to_the_files_of_the_record() {
    let built = golden("bank");
    let file = built.files.keys().find(|path| path.starts_with("data/projects/") && path.ends_with(".json")).unwrap();
    let id = file.strip_prefix("data/projects/").unwrap().strip_suffix(".json").unwrap();

    let page = built.files.keys().find(|path| path.ends_with(&format!("projects/{id}/index.html"))).unwrap();
    let html = built.text(page);

    let (before, _) = html.split_once("</head>").unwrap();
    assert!(before.contains("<link rel=\"alternate\" type=\"application/json\""), "{page}");
    assert!(before.contains(&format!("/{file}\">")), "{page}");
    for ending in ["csv", "json"] {
        assert!(html.contains(&format!("/data/projects/{id}.{ending}\" download")), "{page}");
    }
}

#[test]
fn only_what_the_public_sees_and_what_wants_them_has_files_of_its_own() {
    let of_records = |built: &Built| -> Vec<String> {
        let files = built.files.keys().filter_map(|path| path.strip_prefix("data/")).map(str::to_owned);
        files.filter(|path| path.contains('/') && !path.starts_with("figures/")).collect()
    };
    let park = "name: {en: Secret, de: Geheim}\n";

    let built = small()
        .with("content/parks/hidden.yaml", &format!("{park}draft: true\n"))
        .with("content/parks/later.yaml", &format!("{park}publish_on: 2999-01-01\n"))
        .build();
    let open = of_records(&built);
    assert!(open.contains(&"parks/north.csv".to_owned()) && open.contains(&"parks/north.json".to_owned()), "{open:?}");
    assert!(!open.iter().any(|path| path.contains("hidden") || path.contains("later")), "{open:?}");
    // Sources, terms and pages are no things of which a site collects facts.
    assert!(!open.iter().any(|path| path.starts_with("sources") || path.starts_with("pages")), "{open:?}");

    let model = String::from_utf8(small().0["content/parks/_collection.yaml"].clone()).unwrap();
    for key in ["record_data: false", "pages: false", "kind: news"] {
        let built = small().with("content/parks/_collection.yaml", &format!("{key}\n{model}")).build();
        assert!(!of_records(&built).iter().any(|path| path.starts_with("parks")), "{key}");
        assert!(built.files.contains_key("data/parks.csv"), "{key}: {:?}", built.findings());
    }
}
