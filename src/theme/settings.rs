//! `theme.yaml`: what a theme extends, which options it has and which fields it needs.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Place, codes, did_you_mean};
use crate::model::record::Model;
use crate::parse::keys::{Context, Form};
use crate::parse::yaml::{self, Kind, Node};
use crate::parse::{Files, Source};

/// The file as it is written.
#[derive(Debug, Default)]
pub struct File {
    /// The theme it builds on.
    pub extends: Option<String>,
    /// Options that a site may set.
    pub options: BTreeMap<String, OptionDeclaration>,
    /// Fields that the templates use, by collection.
    pub requires: BTreeMap<String, Vec<String>>,
}

/// An option that a site may set under `theme_options`.
#[derive(Debug)]
pub struct OptionDeclaration {
    /// `text`, `boolean` or `color`.
    pub kind: String,
    /// The value when the site sets none.
    pub default: Option<String>,
}

/// What options can be.
const TYPES: &[&str] = &["text", "boolean", "color"];

/// The file with where it lies.
#[derive(Debug, Default)]
pub struct Settings {
    /// What it says.
    pub file: File,
    /// Where it is; `None` when there is none.
    pub place: Option<Place>,
}

/// Options by name, with the site's values or the defaults; `true` and `false` for booleans.
pub type Options = BTreeMap<String, Option<String>>;

/// Reads the settings of a theme's folder.
pub fn read(folder: &str, paths: &[Arc<str>], files: &dyn Files, findings: &mut Vec<Diagnostic>) -> Settings {
    let path = format!("{folder}theme.yaml");
    if !paths.iter().any(|known| **known == *path) {
        return Settings::default();
    }
    let source = match files.text(&path) {
        Ok(text) => Source::new(path, text),
        Err(finding) => {
            findings.push(*finding);
            return Settings::default();
        }
    };
    let place = Some(Place::file(source.path.clone()));
    let root = yaml::parse(&source, findings);
    let mut context = Context { source: &source, findings };
    Settings { file: root.map(|root| file(&mut context, &root)).unwrap_or_default(), place }
}

fn file(context: &mut Context, root: &Node) -> File {
    context.entries(root, "theme.yaml", &["extends", "options", "requires"]);
    let extends = root.get("extends").and_then(|node| context.text(node, "extends")).map(str::to_owned);
    let mut options = BTreeMap::new();
    for (name, node) in root.get("options").map_or(&[][..], |node| context.map(node, "options")) {
        options.extend(option(context, node).map(|option| (name.name.to_string(), option)));
    }
    let mut requires = BTreeMap::new();
    for (collection, node) in root.get("requires").map_or(&[][..], |node| context.map(node, "requires")) {
        let fields = context.list(node, &collection.name).iter();
        let fields = fields.filter_map(|field| context.text(field, "a field").map(str::to_owned)).collect();
        requires.insert(collection.name.to_string(), fields);
    }
    File { extends, options, requires }
}

fn option(context: &mut Context, node: &Node) -> Option<OptionDeclaration> {
    const HINT: &str = "say what it is: `{type: text, default: …}`";
    const FORM: Form = Form { what: "an option", known: &["type", "default"], hint: HINT };
    context.entries(node, FORM.what, FORM.known);
    let kind = context.required(node, "type", FORM)?;
    let written = context.text(kind, "type")?;
    if !TYPES.contains(&written) {
        let message = format!("`{written}` is not a type of options");
        context.report(&codes::UNKNOWN_OPTION, kind.span, message).hint(format!("it is one of {}", TYPES.join(", ")));
        return None;
    }
    let default = node.get("default").filter(|default| !default.is_null());
    let default = default.and_then(|default| context.text(default, "default")).map(str::to_owned);
    Some(OptionDeclaration { kind: written.to_owned(), default })
}

/// What the site sets, checked against the themes' declarations; what the themes require, against the content model.
pub fn resolve(themes: &[Settings], config: &Config, model: &Model, findings: &mut Vec<Diagnostic>) -> Options {
    let mut declared: BTreeMap<&str, &OptionDeclaration> = BTreeMap::new();
    for theme in themes.iter().rev() {
        declared.extend(theme.file.options.iter().map(|(name, option)| (name.as_str(), option)));
        require(theme, model, findings);
    }
    let mut options: Options =
        declared.iter().map(|(name, option)| ((*name).to_owned(), option.default.clone())).collect();
    let Some(Node { kind: Kind::Mapping(entries), .. }) = &config.theme_options else { return options };
    for (key, node) in entries {
        let Some(option) = declared.get(&*key.name) else {
            let finding =
                config.source.finding(&codes::UNKNOWN_KEY, key.span, format!("the theme has no option `{}`", key.name));
            let known = declared.keys().copied().collect::<Vec<_>>().join(", ");
            let hint =
                did_you_mean(&key.name, declared.keys().copied()).unwrap_or_else(|| format!("its options: {known}"));
            findings.push(finding.hint(hint));
            continue;
        };
        let text = node.text().unwrap_or_default();
        if fits(&option.kind, text) {
            options.insert(key.name.to_string(), Some(text.to_owned()));
        } else {
            let message = format!("`{}` must be {}", key.name, expected(&option.kind));
            findings.push(config.source.finding(&codes::WRONG_TYPE, node.span, message));
        }
    }
    options
}

fn fits(kind: &str, text: &str) -> bool {
    match kind {
        "boolean" => matches!(text, "true" | "false"),
        "color" => text
            .strip_prefix('#')
            .is_some_and(|hex| matches!(hex.len(), 3 | 6) && hex.bytes().all(|b| b.is_ascii_hexdigit())),
        _ => !text.is_empty(),
    }
}

fn expected(kind: &str) -> &'static str {
    match kind {
        "boolean" => "`true` or `false`",
        "color" => "a colour such as \"#bf2e17\"",
        _ => "text",
    }
}

fn require(theme: &Settings, model: &Model, findings: &mut Vec<Diagnostic>) {
    let Some(place) = &theme.place else { return };
    for (name, fields) in &theme.file.requires {
        let collection = model.collections.iter().find(|collection| *collection.id == **name);
        let Some(collection) = collection else {
            let message = format!("the theme needs a collection `{name}`");
            findings.push(Diagnostic::new(&codes::THEME_REQUIRES, place.clone(), message));
            continue;
        };
        for field in fields.iter().filter(|field| collection.field(field).is_none()) {
            let message = format!("the theme needs the field `{field}` of {name}");
            let hint = did_you_mean(field, collection.fields.iter().map(|field| &*field.name));
            findings.push(Diagnostic::new(&codes::THEME_REQUIRES, place.clone(), message).hint_if(hint));
        }
    }
}
