//! Pages: the report → files, one at a time, in parallel.
//!
//! In:  what earlier stages made, and the theme.
//! Out: before the plan, the files that a site brings ([`brought`]); after it, every file of the output,
//!      the data first, whose lengths pages say, handed to a [`Sink`] and dropped; findings of prose and templates.
//!
//! Templates see the view of their page. What else they ask for goes through functions that note it in the
//! recorder, so that it is known what each page was made of.

mod values;
mod callable;
mod cache;
mod bounded;
mod assets;
mod attachments;
mod images;
mod downloads;
mod options;
mod shared;
mod touched;
mod renderer;
mod views;
mod titles;
mod descriptions;
mod seen;
mod filters;
mod functions;
mod mistakes;
mod templates;
mod page;
mod redirects;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::check::numbers;
use crate::diagnostics::{Checked, Diagnostic};
use crate::export::{changes, data, feeds, security, sitemaps};
use crate::images::picture::{Images, Order};
use crate::output::{OutputFile, Part, Sink, Wish};
use crate::pages::assets::Assets;
use crate::pages::cache::{Fragments, Views};
use crate::pages::page::Rendering;
use crate::pages::renderer::Renderer;
use crate::pages::touched::Touched;
use crate::parse::Files;
use crate::plan::outputs::Outputs;
use crate::plan::page::Planner;
use crate::plan::published::PublishedFile;
use crate::position::{LanguageIx, List};
use crate::prose;
use crate::report::Report;
use crate::report::recorder::Note;
use crate::search;
use crate::search::names::{self, Names};
use crate::theme::Theme;
use crate::theme::uses::{MadeOf, made_of, mentioning};

/// A sink that takes what is planned and nothing else.
struct Planned<'s> {
    sink: &'s dyn Sink,
    outputs: &'s Outputs,
}

impl Sink for Planned<'_> {
    fn put(&self, file: OutputFile) {
        if self.outputs.has(&file.path) {
            self.sink.put(file);
        }
    }

    fn wish(&self, order: &Order) -> Wish {
        if self.outputs.has(&order.version.path) { self.sink.wish(order) } else { Wish::Nothing }
    }

    fn encoded(&self, order: &Order, bytes: &[u8]) {
        self.sink.encoded(order, bytes);
    }

    fn keeps(&self, part: &Arc<dyn Part>) -> bool {
        self.sink.keeps(part)
    }
}

/// The files of the search, which need nobody but the report.
struct SearchFiles(Arc<Renderer>);

impl Part for SearchFiles {
    fn may_have(&self, path: &str) -> bool {
        self.0.report.plan.outputs.is_in_folder(path)
    }

    fn make(&self, files: &dyn Files, sink: &dyn Sink) {
        search::write(&self.0.report, files, &Planned { sink, outputs: &self.0.report.plan.outputs });
    }
}

/// Has the files of the search made, now or when somebody asks for them.
fn search_files(renderer: &Arc<Renderer>, files: &dyn Files, sink: &dyn Sink) {
    let part: Arc<dyn Part> = Arc::new(SearchFiles(renderer.clone()));
    if search::is_on(&renderer.report) && !sink.keeps(&part) {
        part.make(files, sink);
    }
}

/// The names of the list from A to Z in each language that has one.
fn names(report: &Report) -> List<LanguageIx, Names> {
    let has_list = |language| report.plan.addresses.search(language).is_some_and(|search| search.az.is_some());
    let of_language = |language: LanguageIx| match has_list(language) {
        true => names::of_language(report.localizer(language)),
        false => Names::default(),
    };
    report.config.languages.positions().map(of_language).collect()
}

/// What a site is rendered from.
pub struct Inputs<'a> {
    /// What pages are made of.
    pub report: Report,
    /// The templates.
    pub theme: &'a Theme,
    /// Addresses of the theme's static files.
    pub assets: Assets,
}

/// Files that a site and its theme bring, and no template makes.
pub struct Brought {
    /// Addresses of the theme's static files.
    pub assets: Assets,
    /// All of the files.
    pub files: Vec<PublishedFile>,
    /// Those of them that pages show as images.
    pub images: Images,
}

/// The files that a site and its theme bring: static files, and those beside records.
pub fn brought(planner: Planner, files: &dyn Files) -> Checked<Brought> {
    let mut findings = Vec::new();
    let (assets, mut published) = assets::collect(planner, files, &mut findings);
    let (attached, images) = attachments::published(planner, files, &mut findings);
    published.extend(attached);
    Checked { value: Brought { assets, files: published, images }, diagnostics: findings }
}

/// What each template is made of, as what renders it notes it.
fn notes_of_templates(made_of: &MadeOf) -> BTreeMap<Arc<str>, Arc<[Note]>> {
    let notes = |names: &[Arc<str>]| names.iter().cloned().map(Note::Template).collect();
    made_of.iter().map(|(name, names)| (name.clone(), notes(names))).collect()
}

/// Renders all files of the site into a sink. Gives back how many pages there are.
pub fn all(inputs: Inputs, files: &dyn Files, sink: &dyn Sink) -> Checked<usize> {
    let mut findings = Vec::new();
    let Inputs { mut report, theme, assets } = inputs;
    // Their bytes are handed on, not kept.
    let published = std::mem::take(&mut report.plan.published);
    let made_of = made_of(theme);
    // Pages say how long the data files are.
    let data_sizes = data::write(&report, &Planned { sink, outputs: &report.plan.outputs });
    let renderer = Arc::new(Renderer {
        file_sizes: attachments::sizes(&published, files),
        views: Views::new(&report.site, &report.config),
        shared: shared::values(&report, theme, &assets, &data_sizes),
        data_sizes,
        touched: Touched::of(&report, files),
        names: names(&report),
        report,
        assets,
        tera: OnceLock::new(),
        fragments: Fragments::default(),
        with_sources: mentioning(theme, &made_of, "sources"),
        with_prose: mentioning(theme, &made_of, "prose"),
        made_of: notes_of_templates(&made_of),
    });
    let tera = templates::build(theme, &renderer, &mut findings);
    let Some(tera) = tera else { return Checked { value: 0, diagnostics: findings } };
    // Set once, here: functions that render templates need the templates, and templates the functions.
    let _ = renderer.tera.set(tera);
    let plan = &renderer.report.plan;
    let sink: &dyn Sink = &Planned { sink, outputs: &plan.outputs };
    let (images, published) = images::orders(published);
    findings.extend(assets::publish(&renderer.assets, published, files, sink));
    findings.extend(images::publish(&renderer.report.images, images, files, sink));
    let rendering = Rendering { renderer: &renderer, theme, files, sink };
    let (rendered, led): (Vec<Vec<Diagnostic>>, Vec<Diagnostic>) = rayon::join(
        || plan.pages.par_iter().map(|page| rendering.page(page)).collect(),
        || {
            sitemaps::write(&renderer.report, sink);
            feeds::write(&renderer.report, sink);
            changes::write(&renderer.report, sink);
            security::write(&renderer.report, sink);
            search_files(&renderer, files, sink);
            redirects::write(rendering)
        },
    );
    findings.extend(rendered.into_iter().flatten().chain(led));
    findings.extend(prose::fields::check(&renderer.report, files));
    if renderer.report.run.numbers {
        findings.extend(numbers::check(&renderer.report, files));
    }
    let pages = plan.pages.len();
    // Taking many records apart takes a while: nobody need wait for it.
    rayon::spawn(move || drop(renderer));
    Checked { value: pages, diagnostics: findings }
}
