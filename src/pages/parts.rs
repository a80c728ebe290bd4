//! The output in parts, each of which can be made by itself: all at once, or the file that somebody asks for.

use std::sync::Arc;

use rayon::prelude::*;

use crate::check::numbers;
use crate::diagnostics::Diagnostic;
use crate::export::{changes, feeds, security, sitemaps};
use crate::images::picture::Order;
use crate::output::{About, Had, OutputFile, Part, Sink, States, Wish};
use crate::pages::images::Orders;
use crate::pages::page::Rendering;
use crate::pages::renderer::{Place, Renderer};
use crate::pages::states::{OfBuild, planned_at};
use crate::pages::{about, copied, images, redirects};
use crate::parse::Files;
use crate::plan::listings::{ROBOTS, SECURITY, SITEMAPS};
use crate::plan::outputs::Outputs;
use crate::plan::published::PublishedFile;
use crate::position::{LanguageIx, TOGETHER};
use crate::prose;
use crate::report::Report;
use crate::search;

/// All parts: those that come before others, one after the other, and those that are made side by side.
pub fn all(renderer: Arc<Renderer>, published: Vec<PublishedFile>) -> [Vec<Arc<dyn Part>>; 2] {
    let (orders, published) = images::orders(published);
    let mut side_by_side: Vec<Arc<dyn Part>> =
        vec![Arc::new(Pages { renderer: renderer.clone() }), Arc::new(Listings(renderer.clone()))];
    if search::is_on(&renderer.report) {
        side_by_side.push(Arc::new(SearchFiles(renderer.clone())));
    }
    side_by_side.push(Arc::new(Checks(renderer.clone())));
    let before: Vec<Arc<dyn Part>> = vec![
        // Pages say how long the data files are.
        Arc::new(DataFiles(renderer.clone())),
        Arc::new(Brought { renderer: renderer.clone(), published }),
        Arc::new(Versions { renderer, orders }),
    ];
    [before, side_by_side]
}

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

    fn has(&self, path: &str, states: &dyn States) -> Option<u64> {
        if self.outputs.has(path) { self.sink.has(path, states) } else { None }
    }

    fn has_all(&self, folder: &str, planned: &dyn Fn(&str) -> bool, states: &dyn States) -> Option<Vec<Had>> {
        self.sink.has_all(folder, &|path| self.outputs.has(path) && planned(path), states)
    }

    fn keeps(&self, part: &Arc<dyn Part>) -> bool {
        self.sink.keeps(part)
    }

    fn is_closed(&self) -> bool {
        self.sink.is_closed()
    }
}

impl<'s> Planned<'s> {
    fn by(renderer: &'s Renderer, sink: &'s dyn Sink) -> Self {
        Planned { sink, outputs: &renderer.report.plan.outputs }
    }
}

/// How the paths of data files begin.
const DATA: &str = "data/";
/// How the paths of the files of the search begin.
const SEARCH: &str = "search/";

/// Files below `/data/`.
struct DataFiles(Arc<Renderer>);

impl Part for DataFiles {
    fn may_have(&self, path: &str) -> bool {
        path.starts_with(DATA)
    }

    fn make(&self, files: &dyn Files, sink: &dyn Sink) -> Vec<Diagnostic> {
        let (sink, states) = (Planned::by(&self.0, sink), OfBuild { renderer: &self.0, files });
        match sink.has_all(DATA, &|_| true, &states) {
            Some(files) => self.0.data.are(files),
            None => self.0.data.write(&self.0.report, &sink),
        }
        Vec::new()
    }

    fn make_for(&self, path: &str, _: &dyn Files, sink: &dyn Sink) -> Option<Vec<Diagnostic>> {
        self.0.data.make(&self.0.report, path, &Planned::by(&self.0, sink));
        Some(Vec::new())
    }
}

/// Static files of theme and site, and files beside records that are no images.
struct Brought {
    renderer: Arc<Renderer>,
    published: Vec<PublishedFile>,
}

impl Part for Brought {
    fn may_have(&self, path: &str) -> bool {
        self.published.iter().any(|file| file.path == path)
    }

    fn make(&self, files: &dyn Files, sink: &dyn Sink) -> Vec<Diagnostic> {
        let states = OfBuild { renderer: &self.renderer, files };
        copied::publish(states, &self.published, &Planned::by(&self.renderer, sink))
    }

    fn make_for(&self, path: &str, files: &dyn Files, sink: &dyn Sink) -> Option<Vec<Diagnostic>> {
        let meant = self.published.iter().filter(|file| file.path == path);
        let states = OfBuild { renderer: &self.renderer, files };
        Some(copied::publish(states, meant, &Planned::by(&self.renderer, sink)))
    }
}

/// Versions of images.
struct Versions {
    renderer: Arc<Renderer>,
    orders: Orders,
}

impl Versions {
    fn publish(&self, orders: &Orders, files: &dyn Files, sink: &dyn Sink) -> Vec<Diagnostic> {
        let states = OfBuild { renderer: &self.renderer, files };
        images::publish(states, orders, &Planned::by(&self.renderer, sink))
    }

    fn of(&self, path: &str) -> impl Iterator<Item = (&Arc<str>, &Order)> {
        let all = self.orders.iter().flat_map(|(source, orders)| orders.iter().map(move |order| (source, order)));
        all.filter(move |(_, order)| *order.version.path == *path)
    }
}

impl Part for Versions {
    fn may_have(&self, path: &str) -> bool {
        self.of(path).next().is_some()
    }

    fn make(&self, files: &dyn Files, sink: &dyn Sink) -> Vec<Diagnostic> {
        self.publish(&self.orders, files, sink)
    }

    fn make_for(&self, path: &str, files: &dyn Files, sink: &dyn Sink) -> Option<Vec<Diagnostic>> {
        let orders = self.of(path).map(|(source, order)| (source.clone(), vec![order.clone()]));
        Some(self.publish(&orders.collect(), files, sink))
    }
}

/// Pages, and what stands at other addresses of records.
struct Pages {
    renderer: Arc<Renderer>,
}

impl Pages {
    fn rendering<'a>(&'a self, files: &'a dyn Files, sink: &'a dyn Sink) -> Rendering<'a> {
        Rendering { renderer: &self.renderer, files, sink }
    }

    /// Makes those of a language. Views are made for each: there are as many of them as records, and those of a language that
    /// is done need not take memory.
    fn of_language(&self, language: LanguageIx, files: &dyn Files, sink: &dyn Sink) -> Vec<Diagnostic> {
        let renderer = Arc::new(self.renderer.anew());
        let rendering = Rendering { renderer: &renderer, files, sink };
        let plan = &renderer.report.plan;
        let wanted = |of: LanguageIx| of == language && !sink.is_closed();
        let (pages, others) = rayon::join(
            || {
                let pages = plan.pages.par_iter().with_max_len(TOGETHER).filter(|page| wanted(page.language));
                pages.map(|page| rendering.page(page)).collect::<Vec<_>>()
            },
            || {
                let redirects = plan.redirects.par_iter().with_max_len(TOGETHER).filter(|one| wanted(one.language));
                redirects.map(|one| redirects::one(rendering, one)).collect::<Vec<_>>()
            },
        );
        // Taken apart beside the next language.
        rayon::spawn(move || drop(renderer));
        pages.into_iter().chain(others).flatten().collect()
    }
}

impl Part for Pages {
    fn may_have(&self, path: &str) -> bool {
        planned_at(&self.renderer, path).is_some()
    }

    fn make(&self, files: &dyn Files, sink: &dyn Sink) -> Vec<Diagnostic> {
        // Made before any page is: many threads sort them, and one that waits for others takes up another page, which must
        // not wait for the names in turn.
        self.renderer.names();
        let planned = Planned::by(&self.renderer, sink);
        let languages = self.renderer.report.config.languages.positions();
        languages.flat_map(|language| self.of_language(language, files, &planned)).collect()
    }

    fn make_for(&self, path: &str, files: &dyn Files, sink: &dyn Sink) -> Option<Vec<Diagnostic>> {
        let planned = Planned::by(&self.renderer, sink);
        let (rendering, plan) = (self.rendering(files, &planned), &self.renderer.report.plan);
        Some(match planned_at(&self.renderer, path) {
            Some(Place::Page(at)) => rendering.page(&plan.pages[at]),
            Some(Place::Redirect(at)) => redirects::one(rendering, &plan.redirects[at]),
            None => Vec::new(),
        })
    }

    fn about(&self, path: &str) -> Option<About> {
        let Place::Page(at) = planned_at(&self.renderer, path)? else { return None };
        let report = &self.renderer.report;
        Some(about::page(report, &report.plan.pages[at]))
    }
}

/// Sitemaps, feeds, `security.txt`.
struct Listings(Arc<Renderer>);

impl Part for Listings {
    fn may_have(&self, path: &str) -> bool {
        let outputs = &self.0.report.plan.outputs;
        outputs.has(path) && !outputs.is_in_folder(path)
    }

    fn make(&self, files: &dyn Files, sink: &dyn Sink) -> Vec<Diagnostic> {
        let (report, sink) = (&self.0.report, &Planned::by(&self.0, sink));
        let states = OfBuild { renderer: &self.0, files };
        if listed(report).all(|path| sink.has(path, &states).is_some()) {
            return Vec::new();
        }
        sitemaps::write(report, sink);
        feeds::write(report, sink);
        changes::write(report, sink);
        security::write(report, sink);
        Vec::new()
    }
}

/// The paths of sitemaps, feeds and the like.
fn listed(report: &Report) -> impl Iterator<Item = &str> {
    let Report { plan, config, .. } = report;
    let one = std::iter::once(SITEMAPS)
        .chain(plan.robots.then_some(ROBOTS))
        .chain(config.security.as_ref().map(|_| SECURITY));
    let languages = config.languages.positions().filter_map(|at| plan.addresses.changes(at));
    let maps = plan.sitemaps.iter().map(|sitemap| &*sitemap.path);
    one.chain(maps).chain(plan.feeds.iter().map(String::as_str)).chain(languages.map(|page| &*page.feed))
}

/// The files of the search, which need nobody but the report.
struct SearchFiles(Arc<Renderer>);

impl Part for SearchFiles {
    fn may_have(&self, path: &str) -> bool {
        self.0.report.plan.outputs.is_in_folder(path)
    }

    fn make(&self, files: &dyn Files, sink: &dyn Sink) -> Vec<Diagnostic> {
        let (sink, states) = (Planned::by(&self.0, sink), OfBuild { renderer: &self.0, files });
        if sink.has_all(SEARCH, &|_| true, &states).is_none() {
            search::write(&self.0.report, files, &sink);
        }
        Vec::new()
    }

    fn is_apart(&self) -> bool {
        true
    }
}

/// What is looked for in texts beside what their pages find. It has no files.
struct Checks(Arc<Renderer>);

impl Part for Checks {
    fn may_have(&self, _: &str) -> bool {
        false
    }

    fn make(&self, files: &dyn Files, _: &dyn Sink) -> Vec<Diagnostic> {
        let report = &self.0.report;
        let mut findings = prose::fields::check(report, files);
        if report.run.numbers {
            findings.extend(numbers::check(report, files));
        }
        findings
    }
}
