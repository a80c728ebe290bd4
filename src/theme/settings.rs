//! `theme.yaml`: what a theme extends, which options it has, which fields it needs, and the grounds of its palette.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Place, codes, did_you_mean};
use crate::model::record::Model;
use crate::parse::keys::{Context, Form};
use crate::parse::yaml::{self, Node};
use crate::parse::{Files, Source};
use crate::theme::builtin;
use crate::theme::color::Color;
use crate::theme::palette::{self, Grounds, Scheme, Schemes};

/// The file as it is written.
#[derive(Debug, Default)]
pub struct File {
    /// The theme it builds on.
    pub extends: Option<String>,
    /// Options that a site may set.
    pub options: BTreeMap<String, Declaration>,
    /// Fields that the templates use, by collection.
    pub requires: BTreeMap<String, Vec<String>>,
    /// What the shades of `brand` are read on; `None`: says nothing of it, so that the theme it extends does. Nothing
    /// inside: no palette is made.
    pub palette: Option<Option<Schemes>>,
}

/// An option that a site may set.
#[derive(Debug)]
pub struct Declaration {
    /// What it takes.
    pub kind: OptionType,
    /// What it is when the site does not set it; `None`: nothing.
    pub default: Option<Node>,
}

/// What an option takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionType {
    /// Any text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A colour such as `#6d2748`.
    Color,
    /// One of these.
    Choice(Vec<String>),
    /// A file in content/static/ or among the theme's static files.
    File,
    /// Any number of these.
    Files,
}

/// The file with where it lies.
#[derive(Debug, Default)]
pub struct Settings {
    /// What it says.
    pub file: File,
    /// Its text; `None` when there is none.
    pub source: Option<Arc<Source>>,
}

impl Settings {
    /// Where it is; `None` when there is none.
    pub fn place(&self) -> Option<Place> {
        self.source.as_ref().map(|source| Place::file(source.path.clone()))
    }
}

/// The keys of the file.
const KEYS: &[&str] = &["extends", "options", "requires", "palette"];

/// Reads the settings of a theme in its folder; `None`: of one that is built in.
pub fn read(theme: &str, folder: Option<&str>, files: &dyn Files, findings: &mut Vec<Diagnostic>) -> Settings {
    let Some(source) = source(theme, folder, files, findings) else { return Settings::default() };
    let root = yaml::parse(&source, findings);
    let mut context = Context { source: &source, findings };
    let file = root.map(|root| file(&mut context, &root)).unwrap_or_default();
    Settings { file, source: Some(Arc::new(source)) }
}

fn source(theme: &str, folder: Option<&str>, files: &dyn Files, findings: &mut Vec<Diagnostic>) -> Option<Source> {
    let Some(folder) = folder else {
        let (_, bytes) = builtin::files(theme, "theme.yaml").next()?;
        return Some(Source::new(format!("({theme}) theme.yaml"), String::from_utf8_lossy(bytes)));
    };
    let path = format!("{folder}theme.yaml");
    if !files.paths().iter().any(|known| **known == *path) {
        return None;
    }
    match files.text(&path) {
        Ok(text) => Some(Source::new(path, text)),
        Err(finding) => {
            findings.push(*finding);
            None
        }
    }
}

fn file(context: &mut Context, root: &Node) -> File {
    context.entries(root, "theme.yaml", KEYS);
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
    let palette = root.get("palette").map(|node| if node.is_null() { None } else { schemes(context, node) });
    File { extends, options, requires, palette }
}

fn option(context: &mut Context, node: &Node) -> Option<Declaration> {
    const HINT: &str = "say what it is: `{type: text, default: …}`";
    const FORM: Form = Form { what: "an option", known: &["type", "of", "options", "default"], hint: HINT };
    context.entries(node, FORM.what, FORM.known);
    let kind = context.required(node, "type", FORM)?;
    let written = context.text(kind, "type")?;
    let kind = match written {
        "text" => OptionType::Text,
        "boolean" => OptionType::Boolean,
        "color" => OptionType::Color,
        "file" => OptionType::File,
        "choice" => OptionType::Choice(choices(context, node)?),
        "list" => of_files(context, node)?,
        _ => {
            let known = ["boolean", "choice", "color", "file", "list", "text"];
            let hint = did_you_mean(written, known).unwrap_or_else(|| format!("it is one of {}", known.join(", ")));
            let message = format!("`{written}` is not a type of options");
            context.report(&codes::UNKNOWN_OPTION, kind.span, message).hint(hint);
            return None;
        }
    };
    Some(Declaration { kind, default: node.get("default").filter(|default| !default.is_null()).cloned() })
}

/// What a choice has to choose from.
fn choices(context: &mut Context, node: &Node) -> Option<Vec<String>> {
    const HINT: &str = "name them: `{type: choice, options: [sans, serif], default: sans}`";
    const FORM: Form = Form { what: "a choice", known: &["type", "options", "default"], hint: HINT };
    let options = context.required(node, "options", FORM)?;
    let options = context.list(options, "options").iter();
    Some(options.filter_map(|option| context.text(option, "an option").map(str::to_owned)).collect())
}

/// A list is one of files, so far.
fn of_files(context: &mut Context, node: &Node) -> Option<OptionType> {
    const FORM: Form =
        Form { what: "a list", known: &["type", "of", "default"], hint: "say of what: `{type: list, of: file}`" };
    let of = context.required(node, "of", FORM)?;
    if context.text(of, "of")? != "file" {
        context.report(&codes::UNKNOWN_OPTION, of.span, "lists of options are of files").hint("write `of: file`");
        return None;
    }
    Some(OptionType::Files)
}

fn schemes(context: &mut Context, node: &Node) -> Option<Schemes> {
    const HINT: &str = "`{light: {paper: \"#fff\", …}, dark: {…}}`";
    const FORM: Form = Form { what: "palette", known: &["light", "dark"], hint: HINT };
    context.entries(node, FORM.what, FORM.known);
    let light = context.required(node, "light", FORM).and_then(|node| grounds(context, node, Scheme::Light));
    let dark = context.required(node, "dark", FORM).and_then(|node| grounds(context, node, Scheme::Dark));
    Some(Schemes { light: light?, dark: dark? })
}

fn grounds(context: &mut Context, node: &Node, scheme: Scheme) -> Option<Grounds> {
    const HINT: &str = "`{paper: \"#fff\", wash: \"#f2f5f6\", hit: \"#ffe9a8\", mark-0: \"#e4eaed\"}`";
    const KNOWN: &[&str] = &["paper", "wash", "hit", "mark-0"];
    const FORM: Form = Form { what: "a scheme", known: KNOWN, hint: HINT };
    context.entries(node, FORM.what, FORM.known);
    let colors: Vec<Option<Color>> = KNOWN
        .iter()
        .map(|key| {
            let node = context.required(node, key, FORM)?;
            let color = node.text().and_then(Color::parse);
            if color.is_none() {
                context.wrong_type(node, key, Color::FORM);
            }
            color
        })
        .collect();
    let [Some(paper), Some(wash), Some(hit), Some(mark_0)] = colors[..] else { return None };
    let grounds = Grounds { paper, wash, hit, mark_0 };
    for name in palette::unreadable(&grounds, scheme) {
        let message = format!("no shade can be read on this `{name}` in the {} scheme", scheme.name());
        let at = node.get(name).map_or(node.span, |node| node.span);
        context
            .report(&codes::THEME, at, message)
            .hint("make it lighter for the light scheme, darker for the dark one");
    }
    Some(grounds)
}

/// Holds what a theme requires against the content model.
pub fn require(theme: &Settings, model: &Model, findings: &mut Vec<Diagnostic>) {
    let Some(place) = theme.place() else { return };
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
