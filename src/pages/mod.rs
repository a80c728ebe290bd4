//! Pages: the report → files, one at a time, in parallel.
//!
//! In:  what earlier stages made, and the theme.
//! Out: before the plan, the files that a site brings ([`brought`]); after it, every file of the output, in parts that are
//!      made at once, the data first, whose lengths pages say, or each when somebody asks for a file of it; all is handed to
//!      a [`Sink`] and dropped. With each part, what is found in prose and templates.
//!
//! Templates see the view of their page. What else they ask for goes through functions that note it in the
//! recorder, so that it is known what each page was made of.

mod values;
mod callable;
mod cache;
mod bounded;
pub mod assets;
pub mod attachments;
mod images;
mod downloads;
mod options;
mod shared;
mod touched;
mod templates;
mod renderer;
mod views;
mod titles;
mod descriptions;
mod seen;
mod filters;
mod functions;
mod mistakes;
mod loading;
mod page;
mod redirects;
mod parts;

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostics::{Checked, Diagnostic};
use crate::export::data::Data;
use crate::images::picture::Images;
use crate::output::{Part, Sink};
use crate::pages::assets::Assets;
use crate::pages::attachments::Pictures;
use crate::pages::cache::{Fragments, Views};
use crate::pages::renderer::Renderer;
use crate::pages::touched::Touched;
use crate::parse::Files;
use crate::plan::page::Planner;
use crate::plan::published::PublishedFile;
use crate::report::Report;
use crate::theme::Theme;

pub use loading::templates;
pub use templates::Templates;

/// What a site is rendered from.
pub struct Inputs {
    /// What pages are made of.
    pub report: Report,
    /// The templates.
    pub templates: Arc<Templates>,
    /// Addresses of static files.
    pub assets: Arc<Assets>,
}

/// Static files of a theme and of the site.
pub struct Statics {
    /// Their addresses.
    pub assets: Arc<Assets>,
    files: Vec<PublishedFile>,
    findings: Vec<Diagnostic>,
}

impl Statics {
    /// Those of a theme, and of the site.
    pub fn of(theme: &Theme, config: &Config, files: &dyn Files) -> Self {
        let mut findings = Vec::new();
        let (assets, published) = assets::collect(theme, config, files, &mut findings);
        Statics { assets: Arc::new(assets), files: published, findings }
    }
}

/// Files that a site and its theme bring, and no template makes.
pub struct Brought {
    /// All of the files.
    pub files: Vec<PublishedFile>,
    /// Those of them that pages show as images.
    pub images: Images,
}

/// The files that a site and its theme bring: static files, and those beside records.
pub fn brought(planner: Planner, statics: &Statics, files: &dyn Files, pictures: &mut Pictures) -> Checked<Brought> {
    let mut findings = statics.findings.clone();
    let (attached, images) = attachments::published(planner, files, pictures, &mut findings);
    let all = statics.files.iter().cloned().chain(attached).collect();
    Checked { value: Brought { files: all, images }, diagnostics: findings }
}

/// Makes all files of the site into a sink, but for the parts that it keeps. Gives back how many pages there are.
pub fn all(inputs: Inputs, files: &dyn Files, sink: &dyn Sink) -> Checked<usize> {
    let mut findings = inputs.templates.findings.clone();
    let Some((renderer, published)) = renderer(inputs, files) else {
        return Checked { value: 0, diagnostics: findings };
    };
    let pages = renderer.report.plan.pages.len();
    let [before, side_by_side] = parts::all(renderer, published);
    let make = |part: &Arc<dyn Part>| if sink.keeps(part) { Vec::new() } else { part.make(files, sink) };
    findings.extend(before.iter().flat_map(make));
    let found: Vec<Vec<Diagnostic>> = side_by_side.par_iter().map(make).collect();
    findings.extend(found.into_iter().flatten());
    // Taking many records apart takes a while: nobody need wait for it.
    rayon::spawn(move || drop((before, side_by_side)));
    Checked { value: pages, diagnostics: findings }
}

/// What renders the pages, and the files that no template makes; `None`: the templates cannot be read.
fn renderer(inputs: Inputs, files: &dyn Files) -> Option<(Arc<Renderer>, Vec<PublishedFile>)> {
    let Inputs { report, templates, assets } = inputs;
    let published = report.plan.published.clone();
    let renderer = Arc::new(Renderer {
        file_sizes: attachments::sizes(&published, files),
        views: Views::new(&report.site, &report.config),
        shared: shared::values(&report, &templates.theme, &assets),
        data: Data::new(&report),
        touched: Touched::of(&report, files),
        names: OnceLock::new(),
        report,
        assets,
        tera: OnceLock::new(),
        fragments: Fragments::default(),
        templates,
    });
    // Set once, here: functions that render templates need the templates, and templates the functions.
    let tera = loading::with_functions(&renderer.templates, &renderer)?;
    renderer.tera.set(tera).is_ok().then_some((renderer, published))
}
