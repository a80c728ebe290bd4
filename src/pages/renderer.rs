//! The renderer: what pages are rendered with, beside the report that they show.

use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use tera::{Error, TeraResult};

use crate::config::Language;
use crate::export::data::Data;
use crate::markup::marks::{self, Tongue};
use crate::markup::where_used;
use crate::pages::assets::Assets;
use crate::pages::cache::{Fragments, Lists, Views};
use crate::pages::downloads::Downloads;
use crate::pages::shared::Shared;
use crate::pages::templates::Templates;
use crate::pages::touched::Touched;
use crate::position::{LanguageIx, List};
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Current};
use crate::report::states::Known;
use crate::search::names::{self, Names};

/// What renders pages: what all of them have in common, and what was made of it so far.
pub struct Renderer {
    /// What pages have in common.
    pub common: Arc<Common>,
    /// Views that were made.
    pub views: Views,
    /// Rows that were rendered.
    pub fragments: Fragments,
}

/// What pages have in common: the report with its templates and what is made ready once.
pub struct Common {
    /// What pages are made of.
    pub report: Report,
    /// Addresses of static files.
    pub assets: Arc<Assets>,
    /// What all pages of a language share.
    pub shared: List<LanguageIx, Shared>,
    /// What lists show.
    pub lists: Lists,
    /// The names of the list from A to Z, by language; made when first asked for.
    pub names: OnceLock<List<LanguageIx, Names>>,
    /// The templates.
    pub templates: Arc<Templates>,
    /// Bytes of the files in the folders of records that are published, by where they are in the site.
    pub file_sizes: BTreeMap<Arc<str>, u64>,
    /// The data files.
    pub data: Data,
    /// Texts that corrections touched.
    pub touched: Touched,
    /// What is at which path, found when one first asks.
    pub places: OnceLock<HashMap<Box<str>, Place>>,
    /// What records and collections come to.
    pub states: Known,
}

impl Deref for Renderer {
    type Target = Common;

    fn deref(&self) -> &Common {
        &self.common
    }
}

/// Where a page is in the plan.
#[derive(Clone, Copy)]
pub enum Place {
    /// Among the pages.
    Page(usize),
    /// Among those that lead to others.
    Redirect(usize),
}

impl Renderer {
    /// Another with nothing made yet.
    pub fn anew(&self) -> Self {
        let Common { report, .. } = &*self.common;
        Renderer {
            common: self.common.clone(),
            views: Views::new(&report.site, &report.config),
            fragments: Fragments::default(),
        }
    }

    /// The beginning of a render: what functions of templates look into.
    pub fn current(self: &Arc<Self>) -> Current {
        Current { renderer: Some(self.clone()), ..Current::default() }
    }

    /// The names of the list from A to Z, by language; none where there is no such list.
    pub fn names(&self) -> &List<LanguageIx, Names> {
        self.names.get_or_init(|| {
            let report = &self.report;
            let has_list = |language| report.plan.addresses.search(language).is_some_and(|search| search.az.is_some());
            let of_language = |language: LanguageIx| match has_list(language) {
                true => names::of_language(report.localizer(language)),
                false => Names::default(),
            };
            report.config.languages.positions().map(of_language).collect()
        })
    }
}

/// The renderer of the pages of one language.
#[derive(Clone, Copy)]
pub struct LocalRenderer<'r> {
    /// The renderer.
    pub renderer: &'r Renderer,
    /// Its language here.
    pub language: LanguageIx,
}

impl Renderer {
    /// The renderer of the pages of a language.
    pub fn local(&self, language: LanguageIx) -> LocalRenderer<'_> {
        LocalRenderer { renderer: self, language }
    }
}

impl<'r> LocalRenderer<'r> {
    /// What pages are made of.
    pub fn report(self) -> &'r Report {
        &self.renderer.report
    }

    /// The report in this language, for pages: words of another language stand between marks.
    pub fn localizer(self) -> Localizer<'r> {
        self.renderer.report.page_localizer(self.language)
    }

    /// The data files in this language.
    pub fn downloads(self) -> Downloads<'r> {
        Downloads { localizer: self.localizer(), data: &self.renderer.data }
    }

    /// A finished page, with the style sheets that it uses and elements around the words of another language.
    pub fn finished(self, html: Vec<u8>) -> Vec<u8> {
        let html = where_used::linked(html, |address| self.renderer.assets.asked(address));
        let messages = &self.report().locales.get(self.language).messages;
        // The first byte of every mark; where it is absent, which is nearly everywhere, nothing needs to be read.
        if !html.contains(&0xef) {
            return html;
        }
        let tongue =
            |language: &'r Language| Tongue { code: &language.code, direction: language.direction.attribute() };
        marks::written(html, &messages.languages().map(tongue).collect::<Vec<_>>())
    }

    /// What all pages of this language share.
    pub fn shared(self) -> &'r Shared {
        &self.renderer.shared[self.language]
    }
}

/// What renders the page that calls a function or a filter.
pub fn running() -> TeraResult<Arc<Renderer>> {
    recorder::renderer().ok_or_else(|| Error::message("no page is being rendered"))
}
