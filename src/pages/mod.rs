//! Pages: the report → files, one at a time, in parallel.
//!
//! In:  what earlier stages made, and the theme.
//! Out: every file of the output, handed to a [`Sink`] and dropped; findings of prose and templates.
//!
//! Templates see the view of their page. What else they ask for goes through functions that note it in the
//! recorder, so that it is known what each page was made of.

mod values;
mod cache;
mod bounded;
mod assets;
mod attachments;
mod downloads;
mod shared;
mod renderer;
mod views;
mod filters;
mod functions;
mod templates;
mod page;
mod redirects;

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use crate::check::numbers;
use crate::config::Config;
use crate::diagnostics::{Checked, Diagnostic, Place, codes};
use crate::export::{data, feeds, sitemaps};
use crate::figures::Figures;
use crate::figures::completeness::Completeness;
use crate::link::Site;
use crate::locale::Locales;
use crate::markup::ids;
use crate::output::{OutputFile, Sink};
use crate::pages::cache::{Fragments, Views};
use crate::pages::renderer::Renderer;
use crate::parse::Files;
use crate::pictures::maps;
use crate::plan::{self, Plan};
use crate::prose;
use crate::publication::Publication;
use crate::report::{Report, citations};
use crate::theme::Theme;

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
pub fn all(inputs: Inputs, files: &dyn Files, sink: &dyn Sink) -> Checked<usize> {
    let mut findings = Vec::new();
    let fitting = Fitting { sink, findings: Mutex::default() };
    let sink: &dyn Sink = &fitting;
    let Inputs { site, figures, completeness, mut plan, publication, config, locales, theme } = inputs;
    let (assets, mut asset_files) = assets::collect(&config, &theme, files, &mut findings);
    asset_files.extend(attachments::published(&site, &plan, &config, files, &mut findings));
    let asset_files = assets::without_clashes(asset_files, &mut plan.paths, &config, &mut findings);
    let has_robots = asset_files.iter().any(|file| file.path() == "robots.txt");
    let boundaries = maps::boundaries(&site, files, &mut findings);
    let report = Report {
        citations: citations::Citations::new(&site, &config),
        site,
        figures,
        completeness,
        plan,
        publication,
        config,
        locales,
        reserved: ids::Reserved::of_templates(theme.templates.iter().map(|template| &*template.source.text)),
        boundaries,
    };
    let renderer = Arc::new(Renderer {
        views: Views::new(&report.site, &report.config),
        shared: shared::values(&report, &theme),
        report,
        assets,
        tera: OnceLock::new(),
        fragments: Fragments::default(),
    });
    let tera = templates::build(&theme, &renderer, &mut findings);
    let Some(tera) = tera else { return Checked { value: 0, diagnostics: findings } };
    // Set once, here: functions that render templates need the templates, and templates the functions.
    let _ = renderer.tera.set(tera);
    assets::publish(asset_files, files, sink, &mut findings);
    let render_page = |page| page::render(&renderer, page, &theme, files, sink);
    let (rendered, led): (Vec<Vec<Diagnostic>>, Vec<Diagnostic>) = rayon::join(
        || renderer.report.plan.pages.par_iter().map(render_page).collect(),
        || {
            sitemaps::write(&renderer.report, has_robots, sink);
            feeds::write(&renderer.report, sink);
            data::write(&renderer.report, sink);
            redirects::write(&renderer, &theme, sink)
        },
    );
    findings.extend(rendered.into_iter().flatten().chain(led));
    findings.append(&mut fitting.findings.lock().unwrap_or_else(PoisonError::into_inner));
    findings.extend(prose::fields::check(&renderer.report, files));
    if renderer.report.config.run.numbers {
        findings.extend(numbers::check(&renderer.report, files));
    }
    let pages = renderer.report.plan.pages.len();
    // Taking many records apart takes a while: nobody need wait for it.
    rayon::spawn(move || drop(renderer));
    Checked { value: pages, diagnostics: findings }
}
