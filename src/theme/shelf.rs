//! The files of a theme as they lie in its layers, for who wants to see or copy them.

use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::Diagnostic;
use crate::parse::Files;
use crate::theme::{Layer, SITE, builtin, layers};

/// Folders of a layer.
pub const FOLDERS: [&str; 3] = ["templates/", "locales/", "static/"];

/// A file of a layer.
#[derive(Debug)]
pub struct LayerFile {
    /// The layer that it belongs to: `site`, `investor`, `report`.
    pub layer: Arc<str>,
    /// Its path in the layer: `templates/base.html`, `static/report.css`, `theme.yaml`.
    pub name: String,
    /// Its path in the site; `None` for a file of a built-in theme.
    pub path: Option<Arc<str>>,
}

impl LayerFile {
    /// Its bytes.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    pub fn bytes(&self, files: &dyn Files) -> Result<Vec<u8>, Box<Diagnostic>> {
        match &self.path {
            Some(path) => files.bytes(path),
            None => Ok(builtin::files(&self.layer, "")
                .find(|(name, _)| *name == self.name)
                .map(|(_, bytes)| bytes.to_vec())
                .unwrap_or_default()),
        }
    }

    /// What it is called where its kind is known: `base.html`, `static/report.css`.
    pub fn short(&self) -> &str {
        self.name.strip_prefix(FOLDERS[0]).unwrap_or(&self.name)
    }
}

/// All files of all layers, those of the strongest layer first.
pub fn of_site(files: &dyn Files, config: &Config) -> Vec<LayerFile> {
    let paths = files.paths();
    layers(files, config).iter().flat_map(|layer| of_layer(layer, &paths)).collect()
}

fn of_layer(layer: &Layer, paths: &[Arc<str>]) -> Vec<LayerFile> {
    let name: Arc<str> = layer.name.as_str().into();
    match &layer.folder {
        None => of_built_in(&name),
        Some(folder) => paths
            .iter()
            .filter_map(|path| Some((path, path.strip_prefix(folder.as_str())?)))
            .filter(|(_, below)| FOLDERS.iter().any(|folder| below.starts_with(folder)) || is_settings(layer, below))
            .map(|(path, below)| LayerFile { layer: name.clone(), name: below.to_owned(), path: Some(path.clone()) })
            .collect(),
    }
}

/// The files of a theme that is built in, whether or not the site uses it; none when there is none of that name.
pub fn of_built_in(theme: &Arc<str>) -> Vec<LayerFile> {
    let file = |name: &str| LayerFile { layer: theme.clone(), name: name.to_owned(), path: None };
    builtin::files(theme, "").map(|(name, _)| file(name)).collect()
}

fn is_settings(layer: &Layer, below: &str) -> bool {
    layer.name != SITE && below == "theme.yaml"
}
