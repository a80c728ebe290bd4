//! Render: pages → files, one at a time, in parallel.
//!
//! In:  the [`World`]: the site, its plan, its words and its templates.
//! Out: every file of the output, handed to a [`Sink`] and dropped; findings of prose and templates.
//!
//! Templates see the view of their page. What else they ask for goes through functions that note it in the
//! [`recorder`], so that it is known what each page was made of.

mod assets;
mod attachments;
mod bounded;
pub mod charts;
mod citations;
mod corrected;
mod css;
mod data;
mod facts;
mod feeds;
mod figures;
mod filters;
mod formula;
mod functions;
mod ids;
pub mod map;
mod maps;
mod numbers;
mod json;
mod json_ld;
mod page;
mod pictures;
mod prose;
mod quantity;
pub mod recorder;
mod redirects;
mod shared;
mod sitemaps;
mod templates;
mod views;
mod xml;

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostics::{Checked, Diagnostic, Place, codes};
use crate::figures::Figures;
use crate::figures::completeness::Completeness;
use crate::link::Site;
use crate::locale::Locales;
use crate::parse::Files;
use crate::plan::{self, Plan};
use crate::publication::Publication;
use crate::theme::Theme;

pub use recorder::Read;

/// A file of the output.
pub struct OutputFile {
    /// Path below the output, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What it was made of, sorted; empty for files that are not made by templates.
    pub reads: Vec<Read>,
}

/// Where files go. It keeps its own errors, so that rendering need not stop for them.
pub trait Sink: Sync {
    /// Takes a file. Called from several threads, each path once.
    fn put(&self, file: OutputFile);
}

/// A sink that takes no file whose name no disk keeps: what is made of long names of collections and fields.
struct Fitting<'s> {
    sink: &'s dyn Sink,
    findings: Mutex<Vec<Diagnostic>>,
}

impl Sink for Fitting<'_> {
    fn put(&self, file: OutputFile) {
        let Some(flaw) = plan::paths::flaw(&file.path) else { return self.sink.put(file) };
        let message = format!("the file `/{}` {flaw}", file.path);
        let finding = Diagnostic::new(&codes::INVALID_ADDRESS, Place::file("content"), message);
        let mut findings = self.findings.lock().unwrap_or_else(PoisonError::into_inner);
        findings.push(finding.hint("give the collection or the field that it is named by a shorter name"));
    }
}

/// Everything that pages are made of.
pub struct World {
    /// The records.
    pub site: Site,
    /// The figures.
    pub figures: Figures,
    /// What is known and what is missing, by collection.
    pub completeness: Vec<Completeness>,
    /// The pages.
    pub plan: Plan,
    /// What is known of earlier publications.
    pub publication: Publication,
    /// The settings.
    pub config: Config,
    /// The languages.
    pub locales: Locales,
    /// How sources are cited.
    pub citations: citations::Citations,
    assets: assets::Assets,
    /// Ids of the pages that texts leave alone.
    reserved: ids::Reserved,
    boundaries: Vec<Option<map::boundaries::Boundaries>>,
    views: views::Views,
    shared: Vec<shared::Shared>,
    tera: OnceLock<tera::Tera>,
    fragments: views::Fragments,
}

/// What earlier stages made of the site.
pub struct Inputs {
    /// The records.
    pub site: Site,
    /// The figures.
    pub figures: Figures,
    /// What is known and what is missing, by collection.
    pub completeness: Vec<Completeness>,
    /// The pages.
    pub plan: Plan,
    /// What is known of earlier publications.
    pub publication: Publication,
    /// The settings.
    pub config: Config,
    /// The languages.
    pub locales: Locales,
    /// The templates and static files.
    pub theme: Theme,
}

/// Renders all files of the site into a sink. Gives back how many pages there are.
pub fn all(inputs: Inputs, paths: &[Arc<str>], files: &dyn Files, sink: &dyn Sink) -> Checked<usize> {
    let mut findings = Vec::new();
    let fitting = Fitting { sink, findings: Mutex::default() };
    let sink: &dyn Sink = &fitting;
    let Inputs { site, figures, completeness, mut plan, publication, config, locales, theme } = inputs;
    let (assets, mut asset_files) = assets::collect(&config, &theme, paths, files, &mut findings);
    asset_files.extend(attachments::published(&site, &plan, &config, files, &mut findings));
    let asset_files = assets::without_clashes(asset_files, &mut plan.paths, &config, &mut findings);
    let has_robots = asset_files.iter().any(|file| file.path() == "robots.txt");
    let views = views::Views::new(&site, &config);
    let boundaries = maps::boundaries(&site, files, &mut findings);
    let mut world = World {
        fragments: views::Fragments::default(),
        shared: Vec::new(),
        tera: OnceLock::new(),
        citations: citations::Citations::new(&site, &config),
        site,
        figures,
        completeness,
        plan,
        publication,
        config,
        locales,
        assets,
        reserved: ids::Reserved::of_templates(theme.templates.iter().map(|template| &*template.source.text)),
        boundaries,
        views,
    };
    world.shared = shared::values(&world, &theme);
    let world = Arc::new(world);
    let tera = templates::build(&theme, &world, &mut findings);
    let Some(tera) = tera else { return Checked { value: 0, diagnostics: findings } };
    // Set once, here: functions that render templates need the templates, and templates the functions.
    let _ = world.tera.set(tera);
    assets::publish(asset_files, files, sink, &mut findings);
    let render_page = |page| page::render(&world, page, &theme, files, sink);
    let (rendered, led): (Vec<Vec<Diagnostic>>, Vec<Diagnostic>) = rayon::join(
        || world.plan.pages.par_iter().map(render_page).collect(),
        || {
            sitemaps::write(&world, has_robots, sink);
            feeds::write(&world, sink);
            data::write(&world, sink);
            redirects::write(&world, &theme, sink)
        },
    );
    findings.extend(rendered.into_iter().flatten().chain(led));
    findings.append(&mut fitting.findings.lock().unwrap_or_else(PoisonError::into_inner));
    findings.extend(prose::fields::check(&world, files));
    if world.config.run.numbers {
        findings.extend(numbers::check(&world, files));
    }
    let pages = world.plan.pages.len();
    // Taking many records apart takes a while: nobody need wait for it.
    rayon::spawn(move || drop(world));
    Checked { value: pages, diagnostics: findings }
}

/// The document that a finding in a page names: which page it was.
pub(crate) fn page_name(page: &crate::plan::Page) -> String {
    format!("/{}", page.file.trim_end_matches("index.html"))
}

#[cfg(test)]
mod tests;
