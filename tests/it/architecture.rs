//! Who may import whom: the table of ARCHITECTURE.md, no circle between files, and a core that touches nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::code::{Module, files, modules};

/// What only the shell may name. `clippy.toml` bans the functions one by one; here are the rooms they stand in, so that
/// nothing of them is even imported.
const WORLD: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::os",
    "std::thread::spawn",
    "std::thread::sleep",
    "std::time::SystemTime",
    "std::time::Instant",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "std::*",
    "std::io::*",
    "std::time::*",
    "jiff::Timestamp::now",
    "jiff::Zoned::now",
    "jiff::tz::TimeZone::system",
    "anyhow",
    "axum",
    "clap",
    "notify_debouncer_full",
    "rustix",
    "same_file",
    "tokio",
    "tokio_stream",
    "walkdir",
];

/// Macros that print, and those that bring in code which is not looked at here.
const MACROS: &[&str] = &["print", "println", "eprint", "eprintln", "dbg", "include", "macro_rules"];

/// What documents name and a run makes.
const MADE: &[&str] = &["output/"];

/// One row of the document's table.
#[derive(Debug)]
struct Row {
    /// A folder below `src/`, or a file beside the folders.
    room: String,
    /// What its files may import besides each other: rooms, folders or files.
    may_import: Vec<String>,
    /// Whether it may touch the world.
    is_shell: bool,
}

/// The table as the document has it, in its order.
fn table(document: &str) -> Vec<Row> {
    let mut is_shell = false;
    let mut rows = Vec::new();
    let lines = document.lines().skip_while(|line| !line.starts_with("## Who may import whom"));
    for line in lines.skip(1).take_while(|line| !line.starts_with("## ")) {
        let cells = line.split('|').map(str::trim).collect::<Vec<_>>();
        let [_, room, _, may_import, _] = cells[..] else { continue };
        is_shell |= room.contains("shell");
        if let Some(room) = room.strip_prefix('`').and_then(|room| room.strip_suffix('`')) {
            let names = may_import.split(',').map(|name| name.trim().trim_matches('`').to_owned());
            let may_import = names.filter(|name| !name.is_empty()).collect();
            rows.push(Row { room: room.to_owned(), may_import, is_shell });
        }
    }
    rows
}

fn document() -> Vec<Row> {
    table(&fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).unwrap())
}

/// Whether a file is the one of that name, or stands in the folder of that name.
fn is_in(file: &str, room: &str) -> bool {
    file.strip_prefix(room).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The row of the innermost room that a file stands in.
fn row_of<'t>(rows: &'t [Row], file: &str) -> Option<&'t Row> {
    rows.iter().filter(|row| is_in(file, &row.room)).max_by_key(|row| row.room.len())
}

/// The files that each file names.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// Which file names which, by paths in imports, expressions, types and macros.
fn graph(modules: &[Module]) -> Graph {
    let files: BTreeMap<&[String], &str> = modules
        .iter()
        .filter(|module| !module.path.is_empty())
        .map(|module| (module.path.as_slice(), module.name.as_str()))
        .collect();
    let named = |path: &Vec<String>| {
        let inside = path.strip_prefix(&["crate".to_owned()])?;
        (1..=inside.len()).rev().find_map(|end| files.get(&inside[..end])).map(|file| (*file).to_owned())
    };
    let of = |module: &Module| module.paths().iter().filter_map(named).filter(|file| *file != module.name).collect();
    modules.iter().filter(|module| !module.path.is_empty()).map(|module| (module.name.clone(), of(module))).collect()
}

/// What a file names and may not, by the table.
fn wrong_imports(rows: &[Row], graph: &Graph) -> Vec<String> {
    let mut wrong = Vec::new();
    for (file, named) in graph {
        let Some(row) = row_of(rows, file) else {
            wrong.push(format!("{file} stands in no room of the table"));
            continue;
        };
        let may = |other: &&String| {
            is_in(other, &row.room)
                || is_in(other, "diagnostics")
                || row.may_import.iter().any(|allowed| is_in(other, allowed))
        };
        wrong.extend(named.iter().filter(|other| !may(other)).map(|other| format!("{file} imports {other}")));
    }
    wrong
}

/// Sets of files each of which leads to every other, each as one line of names.
fn circles(graph: &Graph) -> BTreeSet<String> {
    fn reach<'g>(graph: &'g Graph, start: &'g String) -> BTreeSet<&'g String> {
        let (mut seen, mut open) = (BTreeSet::new(), vec![start]);
        while let Some(named) = open.pop().and_then(|file| graph.get(file)) {
            open.extend(named.iter().filter(|file| seen.insert(*file)));
        }
        seen
    }
    let reached: BTreeMap<&String, BTreeSet<&String>> = graph.keys().map(|file| (file, reach(graph, file))).collect();
    let circle = |file: &&String| -> Vec<&str> {
        reached[*file].iter().filter(|other| reached[**other].contains(*file)).map(|file| file.as_str()).collect()
    };
    graph.keys().map(|file| circle(&file)).filter(|circle| circle.len() > 1).map(|circle| circle.join(" ")).collect()
}

/// Imports by which a room's file or folder needs one that the room declares later.
fn upward(room: &Module, graph: &Graph) -> Vec<String> {
    let declared = room.children();
    let below = format!("{}/", room.path.join("/"));
    let position = |file: &str| {
        let name = file.strip_prefix(below.trim_start_matches('/'))?.split('/').next()?;
        declared.iter().position(|child| child == name)
    };
    let is_upward = |file: &str, other: &str| position(file).zip(position(other)).is_some_and(|(at, to)| to > at);
    let pairs = graph.iter().flat_map(|(file, named)| named.iter().map(move |other| (file, other)));
    pairs
        .filter(|(file, other)| is_upward(file, other))
        .map(|(file, other)| format!("{file} imports {other}"))
        .collect()
}

/// What a module of the core names of the world.
fn touched(module: &Module) -> Vec<String> {
    let is_world = |path: &&Vec<String>| {
        let path = path.join("::");
        path == "std"
            || WORLD.iter().any(|part| path.strip_prefix(part).is_some_and(|r| r.is_empty() || r.starts_with("::")))
    };
    let paths = module.paths();
    let paths = paths.iter().filter(is_world).map(|path| path.join("::"));
    let macros = module.macros();
    paths.chain(macros.into_iter().filter(|name| MACROS.contains(&name.as_str()))).collect()
}

#[test]
fn files_import_only_what_the_table_allows() {
    assert_eq!(wrong_imports(&document(), &graph(&modules())), Vec::<String>::new());
}

#[test]
fn the_table_has_a_row_for_every_folder_and_no_other() {
    let (rows, modules) = (document(), modules());
    let folder = |module: &Module| match module.name.rsplit_once('/') {
        Some((folder, _)) => folder.to_owned(),
        None => module.name.clone(),
    };
    let folders: BTreeSet<String> = modules.iter().filter(|module| !module.path.is_empty()).map(folder).collect();

    assert_eq!(rows.iter().map(|row| row.room.clone()).collect::<BTreeSet<_>>(), folders);
}

#[test]
fn the_table_stands_in_order_and_allows_nothing_that_nobody_needs() {
    let (rows, graph) = (document(), graph(&modules()));
    for (at, row) in rows.iter().enumerate() {
        let top = |name: &str| name.split('/').next().unwrap().to_owned();
        for name in &row.may_import {
            let stands_above = rows[..at].iter().any(|above| top(&above.room) == top(name));
            assert!(stands_above || top(name) == top(&row.room), "`{}` imports {name}, which comes later", row.room);
            let needs = |(file, named): (&String, &BTreeSet<String>)| {
                row_of(&rows, file).is_some_and(|own| own.room == row.room)
                    && named.iter().any(|other| is_in(other, name) && !is_in(other, &row.room))
            };
            assert!(graph.iter().any(needs), "no file of `{}` imports {name}", row.room);
        }
    }
}

#[test]
fn the_crate_declares_its_rooms_in_the_order_of_the_table() {
    let rows = document();
    let rooms: Vec<&String> = rows.iter().map(|row| &row.room).filter(|room| !room.contains('/')).collect();
    let modules = modules();
    let library = modules.iter().find(|module| module.name == "lib").unwrap();

    assert_eq!(library.children().iter().collect::<Vec<_>>(), rooms);
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    assert_eq!(circles(&graph(&modules())), BTreeSet::new());
}

#[test]
fn a_file_imports_only_what_its_room_declares_before_it() {
    let modules = modules();
    let graph = graph(&modules);
    for room in modules.iter().filter(|module| !module.children().is_empty()) {
        assert_eq!(upward(room, &graph), Vec::<String>::new(), "{} declares them in another order", room.name);
    }
}

#[test]
fn the_core_touches_neither_files_nor_clock_nor_network() {
    let rows = document();
    for module in modules().iter().filter(|module| !module.path.is_empty()) {
        if !row_of(&rows, &module.name).is_some_and(|row| row.is_shell) {
            assert_eq!(touched(module), Vec::<String>::new(), "{}", module.name);
        }
    }
}

/// The names of files and folders that a document gives in code marks.
fn named_files(document: &str) -> Vec<&str> {
    let is_name = |text: &&str| {
        text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/'))
            && (text.ends_with('/') || [".rs", ".yaml", ".md", ".toml"].iter().any(|ending| text.ends_with(ending)))
    };
    document.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).filter(is_name).collect()
}

#[test]
fn every_file_that_the_documents_for_contributors_name_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["src", "tests", "themes", "docs", "bench", "content", "expected"];
    let mut files: Vec<String> =
        folders.iter().flat_map(|folder| files(&root.join(folder))).map(|path| path.display().to_string()).collect();
    files.extend(fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path().display().to_string()));
    for document in ["ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(root.join(document)).unwrap();
        for name in named_files(&text).into_iter().filter(|name| !MADE.contains(name)) {
            let is_there = |file: &String| match name.strip_suffix('/') {
                Some(folder) => file.contains(&format!("/{folder}/")),
                None => file.ends_with(&format!("/{name}")),
            };
            assert!(files.iter().any(is_there), "{document} names `{name}`, which is not there");
        }
    }
}

/// A crate of three modules, of which `link/order` has this text.
fn with(text: &str) -> Vec<Module> {
    vec![
        Module::of("cli", "//! A shell."),
        Module::of("link/mod", "//! A room.\nmod order;\npub fn resolve() { order::sort() }"),
        Module::of("link/order", text),
    ]
}

#[test]
fn no_way_to_write_an_import_passes_the_walls() {
    let rows = table("## Who may import whom\n| `link` | | |\n| — shell — | | |\n| `cli` | | link |\n");
    for text in [
        "use crate::cli;",
        "use crate::cli as other;",
        "use crate::{link, cli::{run, Arguments}};",
        "use crate::{self as house}; fn f() { house::cli::run() }",
        "use crate as house; fn f() { house::cli::run() }",
        "use super::super::cli;",
        "use super::{super::cli::run, resolve};",
        "pub(crate) use crate::{\n    cli\n};",
        "fn f() { crate::cli::run() }",
        "fn f() { assert!(vec![super::super::cli::run()].is_empty()) }",
        "fn f(x: Option<crate::cli::Arguments>) {}",
        "#[serde(with = \"crate::cli::dates\")] struct S;",
        "#[cfg(test)] mod tests; use crate::r#cli::run;",
    ] {
        assert_eq!(wrong_imports(&rows, &graph(&with(text))), ["link/order imports cli"], "{text}");
    }
    for text in [
        "use crate::link::resolve;",
        "// use crate::cli;",
        "/// As `crate::cli` does.\nfn f() {}",
        "#[cfg(test)]\nmod tests { use crate::cli; }",
        "use crate::diagnostics::Place;",
    ] {
        assert_eq!(wrong_imports(&rows, &graph(&with(text))), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn no_way_to_write_a_circle_passes() {
    for text in
        ["use super::resolve;", "fn f() { super::resolve() }", "use crate::{link::resolve};", "use super as up;"]
    {
        assert_eq!(Vec::from_iter(circles(&graph(&with(text)))), ["link/mod link/order"], "{text}");
    }
    assert_eq!(circles(&graph(&with("pub fn sort() {}"))), BTreeSet::new());
}

#[test]
fn an_import_of_what_is_declared_later_is_upward() {
    for (declared, upwards) in [("mod order; mod rules;", 1), ("mod rules; mod order;", 0)] {
        let modules = vec![
            Module::of("link/mod", declared),
            Module::of("link/order", "use super::rules::Rule;"),
            Module::of("link/rules", "pub struct Rule;"),
        ];

        assert_eq!(upward(&modules[0], &graph(&modules)).len(), upwards, "{declared}");
    }
}

#[test]
fn no_way_to_touch_the_world_passes() {
    for text in [
        "use std::{env, fmt};",
        "use std::fs;",
        "use std::*;",
        "use std as s;",
        "use std::{self as s, fmt};",
        "use std::io; fn f() { io::stdout().lock(); }",
        "use std::time::{self, Duration}; fn f() { time::Instant::now(); }",
        "fn f() { vec![::std::process::exit(1)] }",
        "fn f() { std::println!() }",
        "fn f() { format!(\"{}\", dbg!(1)) }",
        "use jiff::Zoned; fn f() { Zoned::now() }",
    ] {
        assert!(!touched(&Module::of("link/order", text)).is_empty(), "{text}");
    }
    for text in ["/// Never `std::fs`.\nfn f() {}", "use std::fmt::Write as _;", "fn f(a: bool) -> bool { a != !a }"] {
        assert_eq!(touched(&Module::of("link/order", text)), Vec::<String>::new(), "{text}");
    }
}
