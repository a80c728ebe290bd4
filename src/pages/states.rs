//! What everything that files read comes to in this build: what the report knows, and what pages are made with beside it.

use std::hash::Hash as _;

use crate::output::packed::Packed;
use crate::output::{State, States};
use crate::pages::renderer::{Place, Renderer};
use crate::parse::Files;
use crate::plan::page::{Page, PageKind, Redirect};
use crate::position::{LanguageIx, RecordIx};
use crate::report::states::{OfReport, hashed, kind, written};

/// The states of a build.
#[derive(Clone, Copy)]
pub struct OfBuild<'a> {
    /// What it is made with.
    pub renderer: &'a Renderer,
    /// The files of the site.
    pub files: &'a dyn Files,
}

impl States for OfBuild<'_> {
    fn common(&self) -> State {
        let OfBuild { renderer, .. } = self;
        let (report, theme) = (&renderer.report, &renderer.templates.theme);
        let (plan, run) = (&report.plan, &report.run);
        let mut names: Vec<&str> = theme.templates.iter().map(|template| template.name.as_str()).collect();
        names.sort_unstable();
        hashed(|into| {
            // Of today pages know only what follows from it: the report's day, which records there are, what was published.
            (&report.config.source.text, run.as_of, &run.base_url, run.drafts).hash(into);
            (report.site.as_of, report.site.undated_from, names, plan.robots).hash(into);
            report.site.collections.iter().for_each(|collection| collection.id.hash(into));
            let has_more = (plan.addresses.changes(LanguageIx::SOURCE), plan.addresses.search(LanguageIx::SOURCE));
            (has_more.0.is_some(), has_more.1.is_some(), plan.data.archive().is_some()).hash(into);
            let settings = |out: &mut dyn std::fmt::Write| {
                write!(out, "{:?} {:?} {:?}", theme.options, report.reserved, plan.companions)
            };
            written(settings).hash(into);
        })
    }

    fn state(&self, name: &str) -> Option<State> {
        let OfBuild { renderer, files } = self;
        let (kind, rest) = name.split_once(' ').unwrap_or((name, ""));
        Some(match kind {
            kind::TEMPLATE => {
                let layers = renderer.templates.theme.layers(rest);
                let all: Vec<_> = layers.map(|template| (&template.name, &template.source.text)).collect();
                (!all.is_empty()).then(|| hashed(|into| all.hash(into)))?
            }
            kind::ASSET => hashed(|into| renderer.assets.named(rest).hash(into)),
            kind::FILE => {
                // Of an image pages say what it is made into.
                let image = renderer.report.images.of(rest);
                let image = written(|out| write!(out, "{image:?}"));
                hashed(|into| (files.sha256(rest), image).hash(into))
            }
            kind::SIZE => hashed(|into| renderer.data.known_size(rest).hash(into)),
            kind::PLANNED => match planned_at(renderer, rest)? {
                Place::Page(at) => self.of_page(&renderer.report.plan.pages[at]),
                Place::Redirect(at) => self.of_redirect(&renderer.report.plan.redirects[at]),
            },
            _ => return self.of_report().state(name),
        })
    }

    fn name(&self, number: u32) -> String {
        self.of_report().name(number)
    }

    fn of_group(&self, group: u32) -> Packed {
        self.renderer.report.ledger.of_group(group)
    }
}

impl OfBuild<'_> {
    fn of_report(&self) -> OfReport<'_> {
        OfReport { report: &self.renderer.report, known: &self.renderer.states }
    }

    fn of_page(&self, page: &Page) -> State {
        let report = &self.renderer.report;
        let Page { file: _, language, template, kind } = page;
        hashed(|into| {
            (report.localizer(*language).code(), template, std::mem::discriminant(kind)).hash(into);
            match kind {
                PageKind::Record(record) => self.key(*record).hash(into),
                PageKind::Companion(record, form) => (self.key(*record), form).hash(into),
                PageKind::Index { collection, number, of } => {
                    (&report.site.collections[*collection].id, number, of).hash(into);
                }
                PageKind::Az { number, of } => (number, of).hash(into),
                PageKind::Languages | PageKind::NotFound | PageKind::Changes | PageKind::Search => {}
            }
        })
    }

    fn of_redirect(&self, redirect: &Redirect) -> State {
        let Redirect { file: _, to, language, permanent } = redirect;
        hashed(|into| (self.key(*to), self.renderer.report.localizer(*language).code(), permanent).hash(into))
    }

    fn key(&self, record: RecordIx) -> String {
        self.renderer.report.site.key(record)
    }
}

/// What the plan has at a path of the output.
pub fn planned_at(renderer: &Renderer, path: &str) -> Option<Place> {
    let places = renderer.places.get_or_init(|| {
        let plan = &renderer.report.plan;
        let pages = plan.pages.iter().enumerate().map(|(at, page)| (page.file.as_str().into(), Place::Page(at)));
        let redirects = plan.redirects.iter().enumerate();
        // Two pages at one path have been found: the first is there.
        let redirects = redirects.map(|(at, one)| (one.file.as_str().into(), Place::Redirect(at)));
        redirects.chain(pages).collect()
    });
    places.get(path).copied()
}
