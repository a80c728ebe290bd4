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
mod carried;
mod cache;
mod bounded;
mod assets;
mod attachments;
mod downloads;
mod options;
mod shared;
mod touched;
mod templates;
mod renderer;
mod states;
mod copied;
mod images;
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
mod about;
mod parts;

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostics::{Checked, Diagnostic};
use crate::export::data::Data;
use crate::images::picture::Images;
use crate::output::{Part, Sink};
use crate::pages::assets::Assets;
use crate::pages::cache::{Fragments, Lists, Views};
use crate::pages::carried::Same;
use crate::pages::renderer::{Common, Renderer};
use crate::pages::states::OfBuild;
use crate::pages::touched::Touched;
use crate::parse::Files;
use crate::plan::page::Planner;
use crate::plan::published::PublishedFile;
use crate::report::Report;
use crate::report::states::Known;
use crate::theme::Theme;

pub use attachments::Pictures;
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

/// What makes the output, each part of it when it is asked for.
pub struct Pages {
    renderer: Arc<Renderer>,
    published: Vec<PublishedFile>,
}

impl Pages {
    /// All that pages have in common, made ready. Of those of before, by the same settings and theme, stays what is the same.
    pub fn new(inputs: Inputs, files: &dyn Files, before: Option<&Pages>) -> Self {
        let Inputs { report, templates, assets } = inputs;
        let published = report.plan.published.clone();
        let before = before
            .map(|pages| &*pages.renderer)
            .filter(|before| Arc::ptr_eq(&before.templates, &templates) && Arc::ptr_eq(&before.assets, &assets));
        let carried = before.and_then(|before| Some((before, Same::of(&before.report, &report)?)));
        let (views, fragments) = match carried {
            Some((before, same)) => {
                (before.views.carried(&same, &report.site, &report.config), before.fragments.carried(&same))
            }
            None => (Views::new(&report.site, &report.config), Fragments::default()),
        };
        let common = Common {
            file_sizes: attachments::sizes(&published, files),
            shared: shared::values(&report, &templates.theme, &assets),
            lists: Lists::new(&report.site),
            data: Data::new(&report),
            touched: Touched::of(&report, files),
            names: OnceLock::new(),
            places: OnceLock::new(),
            states: Known::new(&report.site),
            report,
            assets,
            templates,
        };
        let renderer = Arc::new(Renderer { common: Arc::new(common), views, fragments });
        Pages { renderer, published }
    }

    /// What they are made of.
    pub fn report(&self) -> &Report {
        &self.renderer.report
    }

    /// Whether what they have in common would be the same if it were made ready again, with files of which some may have
    /// changed that the report does not rest on: prose.
    pub fn is_same_with(&self, files: &dyn Files) -> bool {
        let Common { file_sizes, touched, report, .. } = &**self.renderer;
        *file_sizes == attachments::sizes(&self.published, files) && *touched == Touched::of(report, files)
    }

    /// Makes all files of the site into a sink, but for the parts that it keeps. Gives back how many pages there are.
    pub fn make(&self, files: &dyn Files, sink: &dyn Sink) -> Checked<usize> {
        let mut findings = self.renderer.templates.findings.clone();
        if self.renderer.templates.tera.is_none() {
            return Checked { value: 0, diagnostics: findings };
        }
        let [before, side_by_side] = parts::all(self.renderer.clone(), self.published.clone());
        let make = |part: &Arc<dyn Part>| if sink.keeps(part) { Vec::new() } else { part.make(files, sink) };
        findings.extend(before.iter().flat_map(make));
        let found: Vec<Vec<Diagnostic>> = side_by_side.par_iter().map(make).collect();
        findings.extend(found.into_iter().flatten());
        sink.end(&OfBuild { renderer: &self.renderer, files });
        Checked { value: self.renderer.report.plan.pages.len(), diagnostics: findings }
    }
}
