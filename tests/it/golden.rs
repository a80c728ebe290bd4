//! Golden sites: a folder below `tests/sites` is a test. Everything a build gives is kept in its snapshot.
//!
//! The samples are whole sites, such as an agency would make, without a template of their own.

use std::fmt::Write as _;
use std::path::Path;

use prospectus::diagnostics::human;

use crate::support::{Built, build_folder};

/// Sites that show what the program can do for one agency, not a single feature.
const SAMPLES: [&str; 3] = ["bank", "hospitals", "indicators"];

#[test]
fn golden_sites_keep_their_output() {
    insta::glob!("../sites", "*/content/site.yaml", |settings| {
        let root = settings.ancestors().nth(2).unwrap();
        let name = root.file_name().unwrap().to_string_lossy().into_owned();
        if SAMPLES.contains(&name.as_str()) {
            return;
        }
        insta::with_settings!({ snapshot_suffix => name, prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(listing(&build_folder(root)));
        });
    });
}

#[test]
fn sample_sites_are_built_without_a_finding_and_without_a_template_of_their_own() {
    for name in SAMPLES {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(name);

        let built = build_folder(&root);

        assert_eq!(built.findings(), Vec::<String>::new(), "{name}");
        assert!(built.files.len() > 20, "{name} has {} files", built.files.len());
        assert!(!root.join("content/templates").exists() && !root.join("themes").exists(), "{name}");
    }
}

/// Findings as people read them, then every file: pages by what differs between them, other text whole.
fn listing(built: &Built) -> String {
    let mut text = String::new();
    for diagnostic in &built.diagnostics {
        let _ = writeln!(text, "{}", human::text(diagnostic, human::Style::Plain));
    }
    for (path, bytes) in &built.files {
        // The theme's own files have their own tests; their fingerprints would change every snapshot.
        if path.starts_with("assets/") {
            continue;
        }
        let _ = writeln!(text, "──── {path}");
        match Path::new(path).extension().and_then(|ending| ending.to_str()) {
            Some("html") => text.push_str(&body(&String::from_utf8_lossy(bytes))),
            Some("xml" | "txt") => text.push_str(&String::from_utf8_lossy(bytes)),
            _ => drop(writeln!(text, "({} bytes)", bytes.len())),
        }
    }
    text
}

/// The `<html>` tag and the main part of a page, without empty lines.
fn body(html: &str) -> String {
    let start = html.find("<html").unwrap_or(0);
    let head = html[start..].lines().next().unwrap_or_default();
    let main = html.find("<main").map_or(html, |at| &html[at..]);
    let main = main.find("</main>").map_or(main, |end| &main[..end + 7]);
    let lines = main.lines().filter(|line| !line.trim().is_empty());
    std::iter::once(head).chain(lines).fold(String::new(), |text, line| text + line + "\n")
}
