//! Theme: which templates, words and static files the site is dressed in.
//!
//! In:  the paths of the site and the files they name; the content model, which the theme may make demands on.
//! Out: [`Theme`]: templates by name, strongest first; message files per language, weakest first; static files; options.
//!
//! Layers, strongest first: the site (`content/templates`, `content/locales`), its theme, the themes that one extends, down
//! to the last, which extends none: most often the built-in `report`.

pub mod builtin;
pub mod color;
pub mod palette;
pub mod statics;
mod settings;
pub mod options;
mod made;
pub mod components;
pub mod uses;
pub mod shelf;
pub mod listing;
pub mod ejected;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Checked, Diagnostic, codes, did_you_mean};
use crate::locale::chain;
use crate::locale::messages::MessageFile;
use crate::model::record::Model;
use crate::parse::{Files, Source};

use crate::theme::options::{Options, Shelves};
use crate::theme::settings::Settings;
use crate::theme::statics::{StaticContent, StaticFile};

/// A template.
pub struct Template {
    /// Its layer and its name: `investor:record.html`. Templates ask for `record.html` and get the strongest layer's.
    pub name: String,
    /// Path and text.
    pub source: Arc<Source>,
}

/// What the site is dressed in.
pub struct Theme {
    /// What the names of templates begin with, strongest layer first: `site:`, `investor:`, `report:`.
    pub prefixes: Vec<String>,
    /// All templates.
    pub templates: Vec<Template>,
    /// Templates that those of stronger layers replace and nobody asks for.
    pub replaced: Vec<Template>,
    /// Message files per language tag, weakest first.
    pub messages: BTreeMap<String, Vec<MessageFile>>,
    /// Static files by their path, each once, the strongest layer's.
    pub statics: Vec<StaticFile>,
    /// The theme's options with what the site set.
    pub options: Options,
    /// What each layer's `theme.yaml` says.
    settings: Vec<Settings>,
}

impl Theme {
    /// The strongest layer's template of that name, or the one of the layer that the name begins with.
    pub fn template(&self, name: &str) -> Option<&Template> {
        let exact = self.templates.iter().find(|template| template.name == name);
        exact.or_else(|| {
            self.prefixes.iter().find_map(|prefix| {
                self.templates.iter().find(|template| template.name.strip_prefix(prefix.as_str()) == Some(name))
            })
        })
    }

    /// All templates of a name, the strongest layer first: each may extend the next.
    pub fn layers(&self, name: &str) -> impl Iterator<Item = &Template> {
        self.templates.iter().filter(move |template| self.bare(template) == name)
    }

    /// What the theme requires and the content model has not.
    pub fn missing(&self, model: &Model) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        self.settings.iter().for_each(|layer| settings::require(layer, model, &mut findings));
        findings
    }

    /// Whether there is a template of that name.
    pub fn has_template(&self, name: &str) -> bool {
        self.template(name).is_some()
    }

    /// The name of a template that others ask for.
    pub fn bare<'t>(&self, template: &'t Template) -> &'t str {
        self.stripped(&template.name)
    }

    /// A name without its layer.
    pub fn stripped<'n>(&self, name: &'n str) -> &'n str {
        self.prefixes.iter().find_map(|prefix| name.strip_prefix(prefix.as_str())).unwrap_or(name)
    }

    /// What the name of a template begins with: `investor:`.
    pub fn layer(&self, template: &Template) -> &str {
        self.prefixes.iter().map(String::as_str).find(|prefix| template.name.starts_with(prefix)).unwrap_or_default()
    }

    /// The names that templates ask for.
    pub fn template_names(&self) -> impl Iterator<Item = &str> {
        self.templates
            .iter()
            .map(|template| template.name.split_once(':').map_or(template.name.as_str(), |(_, name)| name))
    }
}

/// The name of the layer that is the site itself.
pub const SITE: &str = "site";

/// What a theme is made for.
#[derive(Clone, Copy)]
struct Inputs<'a> {
    paths: &'a [Arc<str>],
    files: &'a dyn Files,
    config: &'a Config,
}

/// A layer: a folder that holds `templates/`, `locales/` and `static/`.
#[derive(Debug)]
pub struct Layer {
    /// Name that qualifies its templates; `site` for the site itself.
    pub name: String,
    /// Its folder with final slash; `None` for a built-in theme.
    pub folder: Option<String>,
    /// Whether unused messages in it are worth a finding.
    own: bool,
}

/// The layers of the site's theme, the site's own first.
pub fn layers(files: &dyn Files, config: &Config) -> Vec<Layer> {
    layers_and_settings(&files.paths(), files, config, &mut Vec::new()).0
}

fn layers_and_settings(
    paths: &[Arc<str>],
    files: &dyn Files,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> (Vec<Layer>, Vec<Settings>) {
    let (mut layers, settings) = chain(paths, files, config, findings);
    layers.insert(0, Layer { name: SITE.to_owned(), folder: Some("content/".to_owned()), own: true });
    (layers, settings)
}

/// Collects the layers of the site's theme, and holds them to the content model.
pub fn load(files: &dyn Files, config: &Config, model: &Model) -> Checked<Theme> {
    let Checked { value: theme, diagnostics: mut findings } = of_site(files, config);
    findings.extend(theme.missing(model));
    Checked { value: theme, diagnostics: findings }
}

/// Collects the layers of the site's theme.
pub fn of_site(files: &dyn Files, config: &Config) -> Checked<Theme> {
    let mut findings = Vec::new();
    let paths = &files.paths();
    let (layers, settings) = layers_and_settings(paths, files, config, &mut findings);
    let inputs = Inputs { paths, files, config };
    let prefixes = layers.iter().map(|layer| format!("{}:", layer.name)).collect();
    let mut theme = Theme {
        prefixes,
        templates: Vec::new(),
        replaced: Vec::new(),
        messages: BTreeMap::new(),
        statics: Vec::new(),
        options: Options::new(),
        settings: Vec::new(),
    };
    for layer in &layers {
        add_templates(&mut theme, layer, inputs, &mut findings);
        if layer.name != SITE {
            add_statics(&mut theme, layer, paths);
        }
    }
    let shelves = Shelves { paths, statics: &theme.statics };
    theme.options = options::resolve(&settings, config, shelves, &mut findings);
    let grounds = settings.iter().find_map(|theme| theme.file.palette).flatten();
    let sources = made::Inputs { options: &theme.options, grounds, config, paths };
    made::add(&mut theme.statics, sources, &mut findings);
    replace_by_site(&mut theme.statics, paths);
    drop_replaced(&mut theme);
    for layer in layers.iter().rev() {
        add_messages(&mut theme, layer, inputs, &mut findings);
    }
    theme.settings = settings;
    Checked { value: theme, diagnostics: findings }
}

/// The theme and what it extends, strongest first.
fn chain(
    paths: &[Arc<str>],
    files: &dyn Files,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> (Vec<Layer>, Vec<Settings>) {
    let (mut layers, mut all_settings) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    let mut name = config.theme.to_string();
    let mut place = config.theme_place.clone();
    loop {
        if !seen.insert(name.clone()) {
            findings.push(Diagnostic::new(&codes::THEME, place, format!("the theme `{name}` extends itself")));
            break;
        }
        let folder = format!("themes/{name}/");
        let exists = paths.iter().any(|path| path.starts_with(&folder));
        if !exists && builtin::find(&name).is_none() {
            let known: BTreeSet<&str> =
                paths.iter().filter_map(|p| p.strip_prefix("themes/")?.split('/').next()).collect();
            let hint = did_you_mean(&name, known.iter().copied());
            let fallback = format!("put it into themes/{name}/, or use the built-in theme `{}`", builtin::DEFAULT);
            findings.push(
                Diagnostic::new(&codes::THEME, place, format!("there is no theme `{name}`"))
                    .hint(hint.unwrap_or(fallback)),
            );
            if seen.contains(builtin::DEFAULT) {
                break;
            }
            (name, place) = (builtin::DEFAULT.to_owned(), config.theme_place.clone());
            continue;
        }
        let folder = exists.then_some(folder);
        let settings = settings::read(&name, folder.as_deref(), files, findings);
        layers.push(Layer { own: exists && layers.is_empty(), name: name.clone(), folder });
        let next = settings.file.extends.clone();
        place = settings.place().unwrap_or(place);
        all_settings.push(settings);
        match next {
            Some(parent) => name = parent,
            None => break,
        }
    }
    (layers, all_settings)
}

fn add_templates(theme: &mut Theme, layer: &Layer, inputs: Inputs, findings: &mut Vec<Diagnostic>) {
    let mut add = |name: &str, source: Source| {
        theme.templates.push(Template { name: format!("{}:{name}", layer.name), source: Arc::new(source) });
    };
    for (path, name) in in_layer(layer, "templates/", inputs.paths) {
        match inputs.files.text(path) {
            Ok(text) => add(name, Source::new(path.clone(), text)),
            Err(finding) => findings.push(*finding),
        }
    }
    if layer.folder.is_none() {
        for (name, bytes) in builtin::files(&layer.name, "templates/") {
            add(name, Source::new(format!("({}) templates/{name}", layer.name), String::from_utf8_lossy(bytes)));
        }
    }
}

/// A file in content/static/ takes the place of the theme's of the same name.
fn replace_by_site(statics: &mut [StaticFile], paths: &[Arc<str>]) {
    for file in statics {
        let path = format!("content/static/{}", file.name);
        if let Some(path) = paths.iter().find(|known| ***known == *path) {
            file.content = StaticContent::File(path.clone());
        }
    }
}

/// A replaced template may extend another that is replaced too and no longer fits: only those that somebody asks for by
/// their layer's name are kept.
fn drop_replaced(theme: &mut Theme) {
    let is_asked_for = |name: &str| {
        theme.templates.iter().any(|template| {
            [format!("\"{name}\""), format!("'{name}'")].iter().any(|quoted| template.source.text.contains(quoted))
        })
    };
    let keep: Vec<bool> = theme
        .templates
        .iter()
        .enumerate()
        .map(|(at, template)| {
            let name = template.name.split_once(':').map_or("", |(_, name)| name);
            let replaced = theme.templates[..at]
                .iter()
                .any(|stronger| stronger.name.split_once(':').is_some_and(|(_, other)| other == name));
            !replaced || is_asked_for(&template.name)
        })
        .collect();
    let (kept, replaced): (Vec<_>, Vec<_>) =
        std::mem::take(&mut theme.templates).into_iter().zip(keep).partition(|(_, is_kept)| *is_kept);
    theme.templates = kept.into_iter().map(|(template, _)| template).collect();
    theme.replaced = replaced.into_iter().map(|(template, _)| template).collect();
}

/// Files of a layer below one of its folders: the path and the name below that folder.
fn in_layer<'p>(layer: &Layer, below: &str, paths: &'p [Arc<str>]) -> impl Iterator<Item = (&'p Arc<str>, &'p str)> {
    let prefix = layer.folder.as_ref().map(|folder| format!("{folder}{below}"));
    paths.iter().filter_map(move |path| Some((path, path.strip_prefix(prefix.as_deref()?)?)))
}

fn add_statics(theme: &mut Theme, layer: &Layer, paths: &[Arc<str>]) {
    let mut add = |name: &str, content: StaticContent| {
        if !theme.statics.iter().any(|file| *file.name == *name) {
            theme.statics.push(StaticFile { name: name.into(), content });
        }
    };
    for (path, name) in in_layer(layer, "static/", paths) {
        add(name, StaticContent::File(path.clone()));
    }
    if layer.folder.is_none() {
        for (name, bytes) in builtin::files(&layer.name, "static/") {
            add(name, StaticContent::Builtin(bytes));
        }
    }
}

fn add_messages(theme: &mut Theme, layer: &Layer, inputs: Inputs, findings: &mut Vec<Diagnostic>) {
    let mut add = |code: &str, source: Source| {
        let file = MessageFile { source: Arc::new(source), own: layer.own };
        theme.messages.entry(code.to_owned()).or_default().push(file);
    };
    let tags = chain::needed(inputs.config);
    for (path, name) in in_layer(layer, "locales/", inputs.paths) {
        let code = name.strip_suffix(".ftl");
        let known = code.filter(|code| tags.contains(*code));
        match (known, inputs.files.text(path)) {
            (Some(code), Ok(text)) => add(code, Source::new(path.clone(), text)),
            (Some(_), Err(finding)) => findings.push(*finding),
            (None, _) => {}
        }
    }
    if layer.folder.is_none() {
        for (name, bytes) in builtin::files(&layer.name, "locales/") {
            if let Some(code) = name.strip_suffix(".ftl") {
                add(code, Source::new(format!("({}) locales/{name}", layer.name), String::from_utf8_lossy(bytes)));
            }
        }
    }
}
