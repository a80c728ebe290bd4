//! The program knows no site: of every collection of the report all others can be taken away, with the theme that was made for
//! them, and what is left is a site.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proc_macro2::{TokenStream, TokenTree};
use prospectus::model::builtin;
use serde_json::Value;

use crate::site::files;

/// Keys that a site or a collection has for the sake of others, or of the theme.
const OF_OTHERS: &[&str] =
    &["home", "theme", "theme_options", "navigation", "footer", "templates", "source", "sources", "basis"];

/// The day of facts whose source is taken away.
const DAY: &str = "2026-11-24";

/// What is taken out of the texts of a collection that is left alone.
struct Alone<'c> {
    collection: &'c str,
    /// Fields that lead to other collections.
    fields: BTreeSet<String>,
}

impl Alone<'_> {
    /// Whether a field's declaration, or what it is a list or a group of, leads to another collection.
    fn leads_elsewhere(&self, field: &Value) -> bool {
        let names = match &field["to"] {
            Value::String(name) => vec![name.as_str()],
            Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        names.iter().any(|name| *name != self.collection)
            || (field["of"].is_object() && self.leads_elsewhere(&field["of"]))
    }

    /// Notes the fields of a model, of groups in it too, that lead elsewhere.
    fn note(&mut self, model: &Value) {
        for (name, field) in model["fields"].as_object().into_iter().flatten() {
            if self.leads_elsewhere(field) {
                self.fields.insert(name.clone());
            }
            self.note(field);
            self.note(&field["of"]);
        }
    }

    /// Takes out of a text what others are needed for; `false` when nothing of a part is left.
    fn cut(&self, value: &mut Value) -> bool {
        match value {
            Value::Object(map) => {
                if map.contains_key("is") && !["since", "by"].iter().any(|key| map.contains_key(*key)) {
                    // The day of its source was the day of the fact.
                    map.insert("by".to_owned(), Value::from(DAY));
                }
                // What tells items apart does so no longer where a part of it is taken away.
                let names = |key: &Value| key.as_str().is_some_and(|name| self.fields.contains(name));
                if map.get("key").and_then(Value::as_array).is_some_and(|key| key.iter().any(names)) {
                    map.remove("key");
                }
                map.retain(|key, value| {
                    !OF_OTHERS.contains(&key.as_str()) && !self.fields.contains(key) && self.cut(value)
                });
                !map.is_empty()
            }
            Value::Array(items) => {
                items.retain_mut(|item| self.cut(item));
                !items.is_empty()
            }
            Value::String(text) => {
                *text = without_links(text);
                !self.fields.contains(text.trim_start_matches('-'))
            }
            _ => true,
        }
    }
}

/// Prose that leads to no record.
fn without_links(text: &str) -> String {
    text.replace("](@", "](https://elsewhere.example/")
}

/// YAML as data. What is written from it is YAML again: JSON is.
fn yaml(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap();
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A site of one collection of the report and a home page.
fn site_of(collection: &str) -> PathBuf {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("alone-{collection}"));
    let _ = fs::remove_dir_all(&root);
    let mut alone = Alone { collection, fields: BTreeSet::new() };
    alone.note(&yaml(&content.join(collection).join("_collection.yaml")));
    for from in [vec![content.join("site.yaml")], files(&content.join(collection))].concat() {
        let to = root.join("content").join(from.strip_prefix(&content).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        match from.extension().and_then(|ending| ending.to_str()) {
            Some("yaml") => {
                let mut text = yaml(&from);
                alone.cut(&mut text);
                fs::write(to, text.to_string()).unwrap();
            }
            Some("md") => fs::write(to, without_links(&fs::read_to_string(from).unwrap())).unwrap(),
            _ => drop(fs::copy(from, to).unwrap()),
        }
    }
    let pages = root.join("content/start");
    fs::create_dir_all(&pages).unwrap();
    let label = r#"{"en": "Start", "de": "Start", "fr": "Accueil"}"#;
    let title = r#"{"type": "text", "translated": true}"#;
    let model =
        format!(r#"{{"label": {label}, "segment": {{"en": "", "de": "", "fr": ""}}, "fields": {{"title": {title}}}}}"#);
    fs::write(pages.join("_collection.yaml"), model).unwrap();
    fs::write(pages.join("home.yaml"), format!(r#"{{"title": {label}, "slug": ""}}"#)).unwrap();
    root
}

#[test]
fn every_collection_of_the_report_builds_without_the_others() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let models = files(&content).into_iter().filter(|path| path.ends_with("_collection.yaml"));
    let names: Vec<String> = models
        .map(|path| path.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned())
        // Figures count the others, corrections speak of them, and pages are the report's own text about them.
        .filter(|name| !["figures", "corrections", "pages"].contains(&name.as_str()))
        .collect();
    assert!(!names.is_empty());
    for collection in names {
        let root = site_of(&collection);
        let mut command = Command::new(env!("CARGO_BIN_EXE_prospectus"));
        command.current_dir(&root).env("SOURCE_DATE_EPOCH", "1795564800").args(["build", "--no-sync"]);
        let output = command.output().unwrap();

        assert!(output.status.success(), "{collection}: {}", String::from_utf8_lossy(&output.stderr));
        let model = yaml(&root.join(format!("content/{collection}/_collection.yaml")));
        let pages = match model["segment"]["de"].as_str() {
            Some(segment) => format!("output/de/{segment}/index.html"),
            // Without pages of its own it is in the data.
            None => format!("output/data/{collection}.csv"),
        };
        assert!(root.join(&pages).is_file(), "{collection} has no {pages}");
    }
}

/// Keys and kinds of every site and its model that are names of the report, too.
const OF_EVERY_SITE: &[&str] = &["fields", "lead", "news", "pages"];

/// The ids of options that a model declares, at any depth.
fn options(model: &Value, found: &mut BTreeSet<String>) {
    let Some(model) = model.as_object() else {
        return model.as_array().into_iter().flatten().for_each(|item| options(item, found));
    };
    let shared = model.get("choices").and_then(Value::as_object).into_iter().flat_map(|choices| choices.values());
    for list in shared.chain(model.get("options")).filter_map(Value::as_object) {
        found.extend(list.keys().cloned());
    }
    model.values().for_each(|inner| options(inner, found));
}

/// Texts in quotation marks among tokens.
fn literals(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Literal(literal) => drop(found.insert(literal.to_string())),
            TokenTree::Group(group) => literals(group.stream(), found),
            _ => {}
        }
    }
}

#[test]
fn the_program_names_no_collection_record_or_option_of_the_report() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_of_every_site = |name: &str| OF_EVERY_SITE.contains(&name) || builtin::is_built_in(name);
    let models = files(&root.join("content")).into_iter().filter(|path| path.ends_with("_collection.yaml"));
    let mut names = BTreeSet::new();
    for model in models {
        let folder = model.parent().unwrap();
        let collection = folder.file_name().unwrap().to_string_lossy().into_owned();
        options(&yaml(&model), &mut names);
        // Records of pages, news and built-in collections are about all that a report may speak of.
        if !is_of_every_site(&collection) {
            let records = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            names.extend(records.map(|record| record.file_stem().unwrap().to_string_lossy().into_owned()));
        }
        names.insert(collection);
    }
    names.retain(|name| !is_of_every_site(name));
    assert!(["centers", "recognized", "shandong"].iter().all(|name| names.contains(*name)), "{names:?}");

    let mut written = Vec::new();
    let source = files(&root.join("src")).into_iter().filter(|path| path.extension().is_some_and(|end| end == "rs"));
    for file in source.filter(|path| !path.ends_with("tests.rs")) {
        let text = fs::read_to_string(&file).unwrap();
        let program = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        let mut found = BTreeSet::new();
        literals(program.parse().unwrap(), &mut found);
        let known = names.iter().filter(|name| found.contains(&format!("\"{name}\"")));
        written.extend(known.map(|name| format!("{}: {name}", file.display())));
    }

    assert_eq!(written, Vec::<String>::new());
}
