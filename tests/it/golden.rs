//! Golden sites: a folder below `tests/sites` is a test. Everything a build gives is kept in its snapshot.

use std::fmt::Write as _;
use std::path::Path;

use prospectus::diagnostics::human;

use crate::support::{Built, build_folder};

#[test]
fn golden_sites_keep_their_output() {
    insta::glob!("../sites", "*/content/site.yaml", |settings| {
        let root = settings.ancestors().nth(2).unwrap();
        let name = root.file_name().unwrap().to_string_lossy().into_owned();
        insta::with_settings!({ snapshot_suffix => name, prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(listing(&build_folder(root)));
        });
    });
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
