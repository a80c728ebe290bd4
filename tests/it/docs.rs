//! The examples of docs and README: each is built where it says that it belongs, and changes something.
//!
//! An example says its place in its first line (`# content/site.yaml`, `{# content/templates/record.html #}`) or, where it can
//! hold no comment, in the words before it. Settings and facts are put in place of those of the same name in the base site,
//! `tests/docs/` (of README the one that `init` makes), messages are added; any other file is the example. Examples below
//! one heading of the second level come on top of each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use prospectus::config::Run;

use crate::support::{Folderish, Site, prospectus, run};

/// A fenced block of a document.
pub struct Block {
    /// Its first line, counted from 1.
    line: usize,
    /// The heading of the second level above it.
    heading: String,
    /// The paragraph before it.
    words: String,
    text: String,
}

/// What a build gives.
type Files = BTreeMap<String, Vec<u8>>;

/// Blocks that are nothing to build: document, how they begin, why.
const SHOWN: &[(&str, &str, &str)] = &[
    ("docs/content.md", "content/centers/bearings/\n", "a listing of files"),
    ("docs/content.md", "prospectus messages", "a command"),
    ("docs/content.md", "# Main navigation\n", "what the command writes, still to be filled in"),
    ("docs/themes.md", "theme.yaml ", "a listing of files"),
    ("docs/themes.md", "prospectus ", "commands"),
    ("README.md", "cargo ", "commands"),
    ("README.md", "prospectus ", "commands"),
    ("README.md", "sha256sum ", "commands"),
];

/// Findings that the words around an example announce: document, path, codes.
const ANNOUNCED: &[(&str, &str, &[&str])] = &[];

/// The text of a document.
pub fn document(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn blocks(text: &str) -> Vec<Block> {
    let (mut found, mut heading, mut words) = (Vec::new(), String::new(), String::new());
    let (mut lines, mut is_after_blank) = (text.lines().enumerate(), true);
    while let Some((number, line)) = lines.next() {
        let indent = line.len() - line.trim_start().len();
        if line.trim_start().starts_with("```") {
            let inside = lines.by_ref().take_while(|(_, line)| line.trim() != "```");
            let text = inside.map(|(_, line)| format!("{}\n", line.get(indent..).unwrap_or_default())).collect();
            found.push(Block { line: number + 1, heading: heading.clone(), words: words.clone(), text });
        } else if !line.trim().is_empty() {
            if is_after_blank {
                words.clear();
            }
            words = words + line + " ";
            if let Some(title) = line.strip_prefix("## ") {
                title.clone_into(&mut heading);
            }
        }
        is_after_blank = line.trim().is_empty();
    }
    found
}

/// The texts of the fenced blocks of a document.
pub fn fenced(text: &str) -> Vec<String> {
    blocks(text).into_iter().map(|block| block.text).collect()
}

/// Whether words are the path of a file of a site.
fn is_path(words: &str) -> bool {
    let is_below = ["content/", "themes/"].iter().any(|folder| words.starts_with(folder));
    is_below && !words.contains(' ') && !words.ends_with('/')
}

impl Block {
    /// Where it belongs.
    fn path(&self) -> Option<&str> {
        let first = self.text.lines().next().unwrap_or_default();
        let first = first.trim_matches(|c: char| " #{}-<>!/*".contains(c));
        let in_words = || self.words.split('`').skip(1).step_by(2).filter(|span| is_path(span)).last();
        Some(first).filter(|first| is_path(first)).or_else(in_words)
    }

    fn is_shown(&self, document: &str) -> Option<usize> {
        SHOWN.iter().position(|(of, begin, _)| *of == document && self.text.starts_with(begin))
    }
}

/// Top-level entries of a YAML file: their names and their lines.
fn entries(text: &str) -> Vec<(&str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        match line.split_once(':') {
            Some((name, _)) if !line.starts_with([' ', '#', '-', '}', ']']) => found.push((name, format!("{line}\n"))),
            _ => {
                if let Some((_, lines)) = found.last_mut().filter(|_| !line.starts_with('#')) {
                    lines.push_str(line);
                    lines.push('\n');
                }
            }
        }
    }
    found
}

/// The site with an example in its place.
fn put(site: Site, path: &str, text: &str) -> Site {
    let Some(there) = site.0.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned()) else {
        return site.with(path, text);
    };
    let all = if path.ends_with(".ftl") {
        format!("{there}\n{text}")
    } else if path.ends_with(".yaml") {
        let new = entries(text);
        let kept = entries(&there).into_iter().filter(|(name, _)| new.iter().all(|(other, _)| other != name));
        kept.chain(new.iter().cloned()).map(|(_, lines)| lines).collect()
    } else {
        text.to_owned()
    };
    site.with(path, &all)
}

/// The files of a folder as a site.
fn folder(root: &Path) -> Site {
    let files = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.fold(Site::default(), |mut site, entry| {
        let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        site.0.insert(path, fs::read(entry.path()).unwrap());
        site
    })
}

/// The site that the examples of docs come into.
pub fn base() -> Site {
    folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/docs"))
}

/// The site that `init` makes.
fn made() -> Site {
    let new = Folderish::new();
    assert_eq!(prospectus(&new.0, &["init", "parks", "--languages", "en,de"]).status.code(), Some(0));
    folder(&new.0.join("parks"))
}

/// Whether a file is of a theme that the site does not name yet: a later example does, and is built with it.
fn is_of_later_theme(site: &Site, path: &str) -> bool {
    let settings = String::from_utf8_lossy(&site.0["content/site.yaml"]);
    let theme = path.strip_prefix("themes/").and_then(|rest| rest.split('/').next());
    theme.is_some_and(|theme| settings.lines().all(|line| line != format!("theme: {theme}")))
}

/// When examples are built.
#[derive(Clone, Copy, PartialEq)]
enum Built {
    Each,
    /// All below a heading at once.
    Together,
}

/// The files of a site, and what is wrong with it: its findings, or that it is the same as the one before.
fn build(site: &Site, before: &Files, announced: &[&str]) -> (Files, Option<String>) {
    let built = site.build_for(Run { numbers: true, ..run() });
    let codes: Vec<&str> = built.diagnostics.iter().map(|finding| finding.code.name).collect();
    let wrong = if codes == announced {
        (built.files == *before).then(|| "changes nothing".to_owned())
    } else {
        let told = built.diagnostics.iter().map(|d| format!("  {}: {}", d.place.path, d.message));
        Some(format!("{:?}\n{}", built.findings(), told.collect::<Vec<_>>().join("\n")))
    };
    (built.files, wrong)
}

/// Builds the examples of a document, each on top of those before it below the same heading.
fn build_all(document_path: &str, base: impl Fn(&str) -> Site, when: Built) {
    let text = document(document_path);
    let (mut heading, mut site, mut mistakes) = (String::new(), base(""), Vec::new());
    let mut before = Files::new();
    let mut shown = BTreeSet::new();
    let found = blocks(&text);
    for (index, block) in found.iter().enumerate() {
        if heading != block.heading {
            heading.clone_from(&block.heading);
            site = base(&heading);
            before.clear();
        }
        if let Some(entry) = block.is_shown(document_path) {
            shown.insert(entry);
            continue;
        }
        let place = format!("{document_path}:{}", block.line);
        let Some(path) = block.path() else {
            mistakes.push(format!("{place}: says nowhere to which file it belongs"));
            continue;
        };
        if before.is_empty() {
            before = site.build().files;
        }
        site = put(site, path, &block.text);
        let is_last = found.get(index + 1).is_none_or(|next| next.heading != heading);
        if !is_last && (when == Built::Together || is_of_later_theme(&site, path)) {
            continue;
        }
        let announced = ANNOUNCED.iter().find(|(of, at, _)| *of == document_path && *at == path);
        let announced = announced.map_or(&[][..], |(_, _, codes)| codes);
        let (files, wrong) = build(&site, &before, announced);
        mistakes.extend(wrong.map(|what| format!("{place}: {path}: {what}")));
        before = files;
    }
    let unused = SHOWN.iter().enumerate().filter(|(index, (of, ..))| *of == document_path && !shown.contains(index));
    mistakes
        .extend(unused.map(|(_, (_, begin, _))| format!("{document_path} has no block that begins with `{begin}`")));
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

#[test]
fn the_base_of_the_examples_has_no_finding() {
    assert_eq!(base().build().findings(), Vec::<String>::new());
}

#[test]
fn every_example_for_editors_builds() {
    build_all("docs/content.md", |_| base(), Built::Each);
}

#[test]
fn every_example_for_theme_authors_builds() {
    build_all("docs/themes.md", |heading| if heading == "Your first change" { made() } else { base() }, Built::Each);
}

#[test]
fn the_first_five_minutes_of_the_readme_build() {
    build_all("README.md", |_| made(), Built::Together);
}

#[test]
fn a_block_without_a_place_is_found_and_one_with_a_place_is_put_there() {
    let text = "## One\n\nIn `content/a/en.md`, of `x`:\n\n```markdown\n---\n```\n\nWords.\n\n```yaml\n# content/site.yaml\nhome: {}\n```\n\nNo place:\n\n```\nx\n```\n";
    let found = blocks(text);
    let paths: Vec<Option<&str>> = found.iter().map(Block::path).collect();
    assert_eq!(paths, [Some("content/a/en.md"), Some("content/site.yaml"), None]);

    let site = Site::default().with("content/site.yaml", "title: A\nhome:\n  lead: b\nlanguages: [en]\n");
    let site = put(site, "content/site.yaml", &found[1].text);
    assert_eq!(site.0["content/site.yaml"], b"title: A\nlanguages: [en]\nhome: {}\n");
}
