//! The renderer: what pages are rendered with, beside the report that they show.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::config::Language;
use crate::export::data::Data;
use crate::markup::marks::{self, Tongue};
use crate::markup::where_used;
use crate::pages::assets::Assets;
use crate::pages::cache::{Fragments, Views};
use crate::pages::downloads::Downloads;
use crate::pages::shared::Shared;
use crate::pages::touched::Touched;
use crate::position::{LanguageIx, List};
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::search::names::{self, Names};
use crate::theme::Theme;

/// What renders pages: the report with its templates and what many pages share.
pub struct Renderer {
    /// What pages are made of.
    pub report: Report,
    /// Addresses of static files.
    pub assets: Assets,
    /// Views that were made.
    pub views: Views,
    /// What all pages of a language share.
    pub shared: List<LanguageIx, Shared>,
    /// The names of the list from A to Z, by language; made when first asked for.
    pub names: OnceLock<List<LanguageIx, Names>>,
    /// Where templates are from, for what is found in them.
    pub theme: Theme,
    /// The templates; set once, when their functions know the renderer.
    pub tera: OnceLock<tera::Tera>,
    /// Bytes of the files in the folders of records that are published, by where they are in the site.
    pub file_sizes: BTreeMap<Arc<str>, u64>,
    /// The data files.
    pub data: Data,
    /// Texts that corrections touched.
    pub touched: Touched,
    /// Rows that were rendered.
    pub fragments: Fragments,
    /// What each template is made of, as notes.
    pub made_of: BTreeMap<Arc<str>, Arc<[Note]>>,
    /// The templates that may show which data files belong to their page.
    pub with_data: BTreeSet<Arc<str>>,
    /// The templates that may show the sources of their page.
    pub with_sources: BTreeSet<Arc<str>>,
    /// The templates that may show the prose of their page.
    pub with_prose: BTreeSet<Arc<str>>,
}

impl Renderer {
    /// Whether the data files of a page are to be made ready for its template.
    pub fn shows_data(&self, template: &str) -> bool {
        self.may_show(&self.with_data, template)
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

    /// Whether the sources of a page are to be made ready for its template.
    pub fn shows_sources(&self, template: &str) -> bool {
        self.may_show(&self.with_sources, template)
    }

    /// Whether the prose of a record is to be made ready for the template of a companion page.
    pub fn shows_prose(&self, template: &str) -> bool {
        self.may_show(&self.with_prose, template)
    }

    /// Of a template that nobody has looked at nothing is known.
    fn may_show(&self, with: &BTreeSet<Arc<str>>, template: &str) -> bool {
        with.contains(template) || !self.made_of.contains_key(template)
    }

    /// Notes that a template is rendered, with all that it is made of.
    pub fn note_template(&self, name: &str) {
        if let Some(made_of) = self.made_of.get(name) {
            recorder::note_all(made_of);
        }
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
        if !messages.has_foreign() {
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
