//! Who may import whom: the table of ARCHITECTURE.md, and a core that touches nothing.

use std::fs;
use std::path::{Path, PathBuf};

/// Module, what it may import, whether it belongs to the core. Every module may import `diagnostics`.
const TABLE: &[(&str, &[&str], bool)] = &[
    ("diagnostics", &[], true),
    ("parse", &[], true),
    ("config", &["parse"], true),
    ("model", &["parse", "config"], true),
    ("locale", &["parse", "config", "model"], true),
    ("link", &["model", "config", "locale"], true),
    ("figures", &["link", "model", "config", "parse"], true),
    ("theme", &["parse", "config", "model", "locale"], true),
    ("plan", &["link", "config", "parse", "model", "theme"], true),
    ("publication", &["plan", "figures", "link", "model", "config", "parse"], true),
    ("render", &["publication", "plan", "figures", "link", "config", "parse", "model", "locale", "theme"], true),
    (
        "pipeline",
        &["render", "publication", "plan", "figures", "link", "config", "parse", "model", "locale", "theme"],
        true,
    ),
    ("read", &["parse"], false),
    ("write", &["render"], false),
    ("serve", &["read", "pipeline", "render", "config"], false),
    ("cli", &["config", "parse", "pipeline", "publication", "read", "write", "serve"], false),
];

/// What only the shell may name. Groups of `std` could hide any of it.
const WORLD: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::os",
    "std::{",
    "std::*",
    "print!(",
    "println!(",
    "eprint!(",
    "eprintln!(",
    "dbg!(",
    "stdout(",
    "stderr(",
    "stdin(",
    "SystemTime",
    "Instant",
    "Timestamp::now",
    "Zoned::now",
    "rustix::",
    "tokio::",
];

fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let relative = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
                let module = relative.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
                found.push((module, path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found
}

/// The line without what is said about it.
fn code(line: &str) -> &str {
    if line.trim_start().starts_with("//") { "" } else { line }
}

/// What a line of a module imports of the project and may not. A group or everything at once is named as it is written:
/// one import a line can be read, and looked for.
fn wrong_import(module: &str, line: &str) -> Option<String> {
    let (_, allowed, _) =
        TABLE.iter().find(|(known, ..)| *known == module).unwrap_or_else(|| panic!("{module} is not in the table"));
    let names = code(line).match_indices("crate::").map(|(at, found)| {
        let rest = &line[at + found.len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end.max(rest.chars().next().map_or(0, char::len_utf8).min(rest.len()))]
    });
    let is_fine = |name: &&str| *name == module || *name == "diagnostics" || allowed.contains(name);
    names.filter(|name| !is_fine(name)).map(str::to_owned).next()
}

/// What a line of the core names of the world.
fn touched(line: &str) -> Option<&'static str> {
    WORLD.iter().copied().find(|word| code(line).contains(word))
}

#[test]
fn modules_import_only_what_the_table_allows() {
    for (module, path, text) in sources().iter().filter(|(module, ..)| !matches!(module.as_str(), "lib" | "main")) {
        for line in text.lines() {
            let wrong = wrong_import(module, line).filter(|_| !path.ends_with("tests.rs"));
            assert_eq!(wrong, None, "{}: {line}", path.display());
        }
    }
}

#[test]
fn the_core_touches_neither_files_nor_clock_nor_network() {
    for (module, path, text) in sources() {
        let is_core = TABLE.iter().any(|(known, _, core)| *known == module && *core);
        for line in text.lines().filter(|_| is_core) {
            assert_eq!(touched(line), None, "{}: {line}", path.display());
        }
    }
}

#[test]
fn no_way_to_write_an_import_passes_the_walls() {
    for line in [
        "use crate::cli;",
        "use crate::{cli, write};",
        "use crate::*;",
        "    crate::write::stage()",
        "pub(crate) use crate::{",
    ] {
        assert!(wrong_import("link", line).is_some(), "{line}");
    }
    for line in [
        "use std::{env, fs};",
        "use std::fs;",
        "print!(\"x\");",
        "dbg!(x)",
        "std::process::exit(1)",
        "io::stdout().lock()",
    ] {
        assert!(touched(line).is_some(), "{line}");
    }
    for line in
        ["use crate::model::Record;", "// use crate::cli;", "use crate::link::order;", "use crate::diagnostics::Place;"]
    {
        assert_eq!(wrong_import("link", line), None, "{line}");
    }
    assert_eq!(touched("/// Never `std::fs`."), None);
}

#[test]
fn the_table_is_the_one_of_the_document() {
    let document = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).unwrap();
    for (module, allowed, _) in TABLE {
        let row = document
            .lines()
            .find(|line| line.starts_with(&format!("| `{module}` ")))
            .unwrap_or_else(|| panic!("no row for {module}"));
        for name in *allowed {
            assert!(row.contains(name), "the row of {module} does not name {name}");
        }
    }
}
