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
mod parts;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::diagnostics::{Checked, Diagnostic};
use crate::export::data::Data;
use crate::images::picture::Images;
use crate::output::{Part, Sink};
use crate::pages::assets::Assets;
use crate::pages::cache::{Fragments, Views};
use crate::pages::renderer::Renderer;
use crate::pages::touched::Touched;
use crate::parse::Files;
use crate::plan::page::Planner;
use crate::plan::published::PublishedFile;
use crate::report::Report;
use crate::report::recorder::Note;
use crate::theme::Theme;
use crate::theme::uses::{MadeOf, made_of, mentioning};

/// What a site is rendered from.
pub struct Inputs {
    /// What pages are made of.
    pub report: Report,
    /// The templates.
    pub theme: Theme,
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

/// Makes all files of the site into a sink, but for the parts that it keeps. Gives back how many pages there are.
pub fn all(inputs: Inputs, files: &dyn Files, sink: &dyn Sink) -> Checked<usize> {
    let Checked { value: renderer, diagnostics: mut findings } = renderer(inputs, files);
    let Some((renderer, published)) = renderer else { return Checked { value: 0, diagnostics: findings } };
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

/// One of these stands where a template asks for `page.data`, `page.spreadsheet` or `page.record_data`.
const OF_DATA: &[&str] =
    &[".data", "\"data\"", "'data'", "spreadsheet", "record_data", "page |", "page|", "{{ page }}", "{{page}}"];

/// What renders the pages, and the files that no template makes; `None`: the templates cannot be read.
fn renderer(inputs: Inputs, files: &dyn Files) -> Checked<Option<(Arc<Renderer>, Vec<PublishedFile>)>> {
    let mut findings = Vec::new();
    let Inputs { mut report, theme, assets } = inputs;
    let published = std::mem::take(&mut report.plan.published);
    let made_of = made_of(&theme);
    let data = Data::new(&report);
    let renderer = Arc::new(Renderer {
        file_sizes: attachments::sizes(&published, files),
        views: Views::new(&report.site, &report.config),
        shared: shared::values(&report, &theme, &assets),
        data,
        touched: Touched::of(&report, files),
        names: OnceLock::new(),
        report,
        assets,
        tera: OnceLock::new(),
        fragments: Fragments::default(),
        with_data: mentioning(&theme, &made_of, OF_DATA),
        with_sources: mentioning(&theme, &made_of, &["sources"]),
        with_prose: mentioning(&theme, &made_of, &["prose"]),
        made_of: notes_of_templates(&made_of),
        theme,
    });
    let tera = templates::build(&renderer.theme, &renderer, &mut findings);
    // Set once, here: functions that render templates need the templates, and templates the functions.
    let is_read = tera.is_some_and(|tera| renderer.tera.set(tera).is_ok());
    Checked { value: is_read.then_some((renderer, published)), diagnostics: findings }
}
