//! The renderer: what pages are rendered with, beside the report that they show.

use std::sync::OnceLock;

use crate::pages::assets::Assets;
use crate::pages::cache::{Fragments, Views};
use crate::pages::shared::Shared;
use crate::report::Report;

/// What renders pages: the report with its templates and what many pages share.
pub struct Renderer {
    /// What pages are made of.
    pub report: Report,
    /// Addresses of static files.
    pub assets: Assets,
    /// Views that were made.
    pub views: Views,
    /// What all pages of a language share.
    pub shared: Vec<Shared>,
    /// The templates; set once, when their functions know the renderer.
    pub tera: OnceLock<tera::Tera>,
    /// Rows that were rendered.
    pub fragments: Fragments,
}
