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

/// What only the shell may name.
const WORLD: &[&str] =
    &["std::fs", "std::net", "std::env", "println!", "eprintln!", "SystemTime", "Instant", "Timestamp::now"];

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

#[test]
fn modules_import_only_what_the_table_allows() {
    for (module, path, text) in sources().iter().filter(|(module, ..)| !matches!(module.as_str(), "lib" | "main")) {
        let (_, allowed, _) =
            TABLE.iter().find(|(known, ..)| known == module).unwrap_or_else(|| panic!("{module} is not in the table"));
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for (at, _) in line.match_indices("crate::") {
                let name: String = line[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let fine =
                    name == *module || name == "diagnostics" || allowed.contains(&name.as_str()) || name.is_empty();
                let in_tests = path.ends_with("tests.rs");
                assert!(fine || in_tests, "{} imports {name}: {line}", path.display());
            }
        }
    }
}

#[test]
fn the_core_touches_neither_files_nor_clock_nor_network() {
    for (module, path, text) in sources() {
        let is_core = TABLE.iter().any(|(known, _, core)| *known == module && *core);
        for line in text.lines().filter(|line| is_core && !line.trim_start().starts_with("//")) {
            let world = WORLD.iter().find(|word| line.contains(*word));
            assert!(world.is_none(), "{}: {line}", path.display());
        }
    }
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
