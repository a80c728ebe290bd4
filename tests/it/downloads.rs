//! What pages say of the files that they lead to is true: format and size are those of the file in the output.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{Built, build_folder};

/// The golden sites, each with whether its theme is `report`.
fn sites() -> Vec<(PathBuf, bool)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let folders = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let with_settings = folders.filter_map(|folder| {
        let settings = fs::read_to_string(folder.join("content/site.yaml")).ok()?;
        Some((folder, settings.contains("\ntheme: report")))
    });
    with_settings.collect()
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
    let unit = if language == "fr" { "ko" } else { "kB" };
    format!("{}\u{a0}{unit}", ((bytes + 500) / 1000).max(1))
}

#[test]
fn every_link_to_a_data_file_says_its_format_and_how_long_it_is() {
    let (mut said, mut silent) = (0, Vec::new());
    for (folder, is_report) in sites() {
        let built = build_folder(&folder);
        for Linked { page, language, file, words } in links(&built) {
            let bytes = built.files.get(&file).unwrap_or_else(|| panic!("{page}: no {file}")).len();
            let size = size(bytes, &language);
            let says_a_size = words.contains("\u{a0}kB") || words.contains("\u{a0}ko");
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
