//! Golden sites: a folder below `tests/sites` is a test. Everything a build gives is kept in its snapshot.
//!
//! The samples are whole sites, such as an agency would make, without a template of their own: of them the snapshot has which
//! files there are, and what readers see of a page of each kind.

use std::fmt::Write as _;
use std::path::Path;

use prospectus::diagnostics::human;

use crate::support::{Built, golden, golden_folder};

/// Sites that show what the program can do for one agency, not a single feature.
const SAMPLES: [&str; 6] = ["bank", "hospitals", "images", "indicators", "japanese", "scripts"];

#[test]
fn golden_sites_keep_their_output() {
    insta::glob!("../sites", "*/content/site.yaml", |settings| {
        let root = settings.ancestors().nth(2).unwrap();
        let name = root.file_name().unwrap().to_string_lossy().into_owned();
        let built = golden(&name);
        let kept = match &*name {
            "scripts" => outline_in(built, &["ar/", "zh-Hans/"]),
            name if SAMPLES.contains(&name) => outline(built),
            _ => listing(built),
        };
        insta::with_settings!({ snapshot_suffix => name, prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(kept);
        });
    });
}

#[test]
fn sample_sites_are_built_without_a_finding_and_without_a_template_of_their_own() {
    for name in SAMPLES {
        let root = golden_folder(name);

        let built = golden(name);

        assert_eq!(built.findings(), Vec::<String>::new(), "{name}");
        assert!(built.files.len() > 20, "{name} has {} files", built.files.len());
        assert!(!root.join("content/templates").exists() && !root.join("themes").exists(), "{name}");
    }
}

fn findings(built: &Built) -> String {
    built.diagnostics.iter().map(|one| human::text(one, human::Style::Plain) + "\n").collect()
}

/// Findings, every file by its path, and the words of the pages of the first language that show each kind of them: all up to
/// one level below it, and the first of those below each of these.
pub fn outline(built: &Built) -> String {
    let is_there = |start: &&&str| built.files.contains_key(&format!("{start}index.html"));
    outline_in(built, &[["en/", "de/"].iter().find(is_there).unwrap_or(&"")])
}

/// The same in languages by the beginnings of their addresses.
fn outline_in(built: &Built, languages: &[&str]) -> String {
    let mut text = findings(built);
    let files = || built.files.iter().filter(|(path, _)| !path.starts_with("assets/"));
    text.extend(files().map(|(path, _)| format!("{path}\n")));
    for language in languages {
        write_pages(&mut text, built, language);
    }
    text
}

fn write_pages(text: &mut String, built: &Built, language: &str) {
    let mut shown: Vec<&str> = Vec::new();
    for (path, bytes) in &built.files {
        let Some(below) = path.strip_prefix(language).and_then(|path| path.strip_suffix("index.html")) else {
            continue;
        };
        let section = below.split('/').next().unwrap_or_default();
        let depth = below.matches('/').count();
        if ["id", "data", "files"].contains(&section) || depth > 2 || (depth == 2 && shown.contains(&section)) {
            continue;
        }
        if depth == 2 {
            shown.push(section);
        }
        let _ = writeln!(text, "──── {path}\n{}", words(&body(&String::from_utf8_lossy(bytes))));
    }
}

/// What is read of HTML: a line for each block, cells of a row and other parts apart, drawings left out.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, behind) = after.split_once('>').unwrap_or((after, ""));
        rest = behind;
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        match name {
            "svg" if !tag.starts_with('/') => rest = behind.split_once("</svg>").map_or("", |(_, after)| after),
            "td" | "th" | "dd" | "dt" => text.push_str(" | "),
            "a" | "b" | "bdi" | "data" | "time" | "i" | "em" | "del" | "ins" | "cite" | "dfn" | "strong" => {}
            "span" => text.push(' '),
            _ => text.push('\n'),
        }
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines
        .map(|line| line.replace("| |", "|"))
        .filter(|line| !line.is_empty() && line != "|")
        .collect::<Vec<_>>()
        .join("\n")
}

/// Findings as people read them, then every file: pages by what differs between them, other text whole.
fn listing(built: &Built) -> String {
    let mut text = findings(built);
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
