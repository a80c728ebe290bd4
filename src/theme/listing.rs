//! What a theme is made of, each part with the layer that it comes from, as `theme list` shows it.

use std::collections::BTreeMap;

use fluent_syntax::ast::Entry;
use serde::Serialize;

use crate::config::Config;
use crate::locale::messages::resource;
use crate::parse::blocks::{blocks, extends};
use crate::parse::components::{Component, components};
use crate::parse::{Files, Source};
use crate::position::LanguageIx;
use crate::theme::Theme;
use crate::theme::shelf::{self, LayerFile};
use crate::theme::statics::StaticContent;

/// Everything that a theme has.
#[derive(Debug, Default, Serialize)]
pub struct Listing {
    /// The layers, strongest first: `site`, the site's theme, what it extends.
    pub layers: Vec<String>,
    /// Templates, by name.
    pub templates: Vec<TemplateEntry>,
    /// Components, by name.
    pub components: Vec<ComponentEntry>,
    /// Messages of the source language, by key.
    pub messages: Vec<Entrant>,
    /// Static files, by name.
    #[serde(rename = "static")]
    pub statics: Vec<Entrant>,
}

/// Something with a name, and where it comes from.
#[derive(Debug, Clone, Serialize)]
pub struct Entrant {
    /// What it is called.
    pub name: String,
    /// The layer that it comes from; `made` for what the program makes.
    pub layer: String,
    /// The weaker layers that have it, too.
    pub replaces: Vec<String>,
}

/// A template.
#[derive(Debug, Serialize)]
pub struct TemplateEntry {
    /// What it is called, and where it comes from.
    #[serde(flatten)]
    pub of: Entrant,
    /// The template that it extends; `None`: none.
    pub extends: Option<String>,
    /// The blocks that it has, in order.
    pub blocks: Vec<String>,
}

/// A component.
#[derive(Debug, Serialize)]
pub struct ComponentEntry {
    /// What it is called, and where it comes from.
    #[serde(flatten)]
    pub of: Entrant,
    /// The template that defines it.
    pub template: String,
    /// Its arguments, in order.
    pub arguments: Vec<ArgumentEntry>,
    /// Whether it takes any other.
    pub open: bool,
    /// What the comment above it says.
    pub about: Option<String>,
}

/// An argument of a component.
#[derive(Debug, Serialize)]
pub struct ArgumentEntry {
    /// Its name.
    pub name: String,
    /// The type that is declared.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The default as it is written.
    pub default: Option<String>,
    /// Whether a call has to give it.
    pub required: bool,
}

/// The parts of the site's theme.
pub fn of(theme: &Theme, files: &dyn Files, config: &Config) -> Listing {
    let shelf = shelf::of_site(files, config);
    let layers = theme.prefixes.iter().map(|prefix| prefix.trim_end_matches(':').to_owned()).collect();
    let mut listing = Listing { layers, ..Listing::default() };
    for (name, of) in entrants(&shelf, "templates/") {
        let Some(text) = text(of[0], files) else { continue };
        listing.components.extend(components(&text).iter().map(|component| component_entry(component, &name, &of)));
        listing.templates.push(TemplateEntry {
            extends: extends(&text).map(|word| word.text.to_owned()),
            blocks: blocks(&text).iter().map(|word| word.text.to_owned()).collect(),
            of: entrant(&name, &of),
        });
    }
    listing.components.sort_by(|a, b| a.of.name.cmp(&b.of.name));
    listing.statics = entrants(&shelf, "static/").iter().map(|(name, of)| entrant(name, of)).collect();
    // What only the site has is no static file of the theme.
    listing.statics.retain(|file| theme.statics.iter().any(|known| *known.name == *file.name));
    let made = theme.statics.iter().filter(|file| matches!(file.content, StaticContent::Made(_)));
    listing.statics.extend(made.map(|file| Entrant {
        name: file.name.to_string(),
        layer: "made".to_owned(),
        replaces: Vec::new(),
    }));
    listing.messages = messages(&shelf, files, config);
    listing
}

/// The files of a folder by their names, each with the layers that have it, the strongest first.
fn entrants<'s>(shelf: &'s [LayerFile], folder: &str) -> BTreeMap<String, Vec<&'s LayerFile>> {
    let mut found: BTreeMap<String, Vec<&LayerFile>> = BTreeMap::new();
    for file in shelf {
        if let Some(name) = file.name.strip_prefix(folder) {
            found.entry(name.to_owned()).or_default().push(file);
        }
    }
    found
}

fn entrant(name: &str, of: &[&LayerFile]) -> Entrant {
    let mut layers = of.iter().map(|file| file.layer.to_string());
    Entrant { name: name.to_owned(), layer: layers.next().unwrap_or_default(), replaces: layers.collect() }
}

fn component_entry(component: &Component, template: &str, of: &[&LayerFile]) -> ComponentEntry {
    let arguments = component.parameters.iter().map(|parameter| ArgumentEntry {
        name: parameter.name.text.to_owned(),
        kind: parameter.kind.map(str::to_owned),
        default: parameter.default.map(str::to_owned),
        required: parameter.is_required(),
    });
    ComponentEntry {
        of: entrant(component.name.text, of),
        template: template.to_owned(),
        arguments: arguments.collect(),
        open: component.is_open,
        about: component.about.map(|about| about.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

/// The messages of the source language, each with the layers that have it.
fn messages(shelf: &[LayerFile], files: &dyn Files, config: &Config) -> Vec<Entrant> {
    let language = &config.languages[LanguageIx::SOURCE].code;
    let name = format!("locales/{language}.ftl");
    let mut found: BTreeMap<String, Vec<&LayerFile>> = BTreeMap::new();
    for file in shelf.iter().filter(|file| file.name == name) {
        let Some(text) = text(file, files) else { continue };
        let resource = resource(&Source::new(&*file.name, text), &mut Vec::new());
        for entry in resource.entries() {
            if let Entry::Message(message) = entry {
                found.entry(message.id.name.to_owned()).or_default().push(file);
            }
        }
    }
    found.iter().map(|(key, of)| entrant(key, of)).collect()
}

/// A file as text; `None` when it cannot be read, which is told where the site is built.
fn text(file: &LayerFile, files: &dyn Files) -> Option<String> {
    Some(String::from_utf8_lossy(&file.bytes(files).ok()?).into_owned())
}
