//! The report: everything that earlier stages made, finished, with what every product of it asks for.
//!
//! In:  records, figures, plan, publication, settings, languages.
//! Out: a [`Report`], which nothing changes; pages, data files and feeds are made of it.

pub mod citations;
pub mod terms;
pub mod recorder;
pub mod ledger;
mod reads;
pub mod states;
pub mod localizer;

use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::config::{Config, Run};
use crate::drawing::map::boundaries::Boundaries;
use crate::figures::Figures;
use crate::figures::completeness::Completeness;
use crate::images::picture::{Images, Picture};
use crate::link::Site;
use crate::link::record::LinkedRecord;
use crate::locale::Locales;
use crate::markup::address;
use crate::markup::ids::Reserved;
use crate::model::builtin::SOURCES;
use crate::plan::Plan;
use crate::plan::published::attachment_path;
use crate::position::{CollectionIx, LanguageIx, List, RecordIx};
use crate::publication::Publication;
use crate::report::ledger::Ledger;
use crate::report::recorder::Note;

/// Everything that pages, data and feeds are made of.
pub struct Report {
    /// The records.
    pub site: Arc<Site>,
    /// The figures.
    pub figures: Arc<Figures>,
    /// What is known and what is missing, by collection.
    pub completeness: Arc<List<CollectionIx, Completeness>>,
    /// The pages.
    pub plan: Arc<Plan>,
    /// What is known of earlier publications.
    pub publication: Publication,
    /// The settings.
    pub config: Config,
    /// What is asked for.
    pub run: Run,
    /// The languages.
    pub locales: Arc<Locales>,
    /// How sources are cited.
    pub citations: citations::Citations,
    /// Words by which texts mean terms of the glossary.
    pub terms: terms::Terms,
    /// Ids that headings of texts leave to the program and to the theme.
    pub reserved: Reserved,
    /// Which way time goes in drawings.
    pub time: Time,
    /// The borders of each collection; `None`: it has none.
    pub boundaries: List<CollectionIx, Option<Arc<Boundaries>>>,
    /// The images that pages show.
    pub images: Images,
    /// What files read, by numbers.
    pub ledger: Ledger,
}

/// Which way time goes in drawings: the option `chart_time` of a theme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Time {
    /// As the page is read.
    #[default]
    Page,
    /// Rightward on every page.
    Rightward,
}

impl Report {
    /// The sources that the facts of a record cite, in the order of first citing.
    pub fn cited(&self, record: RecordIx) -> Vec<RecordIx> {
        let linked = self.site.get(record);
        let mut cited = Vec::new();
        let mut add = |references: &[u32]| {
            for target in references.iter().filter_map(|&at| linked.targets[at as usize]) {
                if *self.site.model(target).id == *SOURCES && !cited.contains(&target) {
                    cited.push(target);
                }
            }
        };
        add(&linked.record.sources);
        self.site.effective_facts(record).for_each(|fact| fact.each(&mut |fact| add(&fact.written.sources)));
        for source in self.reporting(record) {
            if !cited.contains(&source) {
                cited.push(source);
            }
        }
        cited
    }

    /// The sources that report a figure's values, in the order of its series.
    pub fn reporting(&self, record: RecordIx) -> Vec<RecordIx> {
        let mut sources = Vec::new();
        for point in self.figures.of(record).iter().flat_map(|figure| &figure.series) {
            for source in &point.sources {
                if !sources.contains(source) {
                    sources.push(*source);
                }
            }
        }
        sources
    }

    /// The link to a file in a record's folder.
    pub fn attachment_url(&self, linked: &LinkedRecord, file: &str) -> String {
        self.link_to(&attachment_path(linked, file))
    }

    /// The absolute address of a file in a record's folder.
    pub fn attachment_address(&self, linked: &LinkedRecord, file: &str) -> String {
        format!("{}{}", self.config.base_url.origin, self.attachment_url(linked, file))
    }

    /// The image in a file beside a record, which is noted; `None`: no page shows it as one.
    pub fn picture(&self, linked: &LinkedRecord, file: &str) -> Option<&Picture> {
        let source: Arc<str> = format!("{}{file}", linked.record.folder.as_deref().unwrap_or_default()).into();
        let picture = self.images.of(&source);
        recorder::note(Note::File(source));
        picture
    }

    /// The link to an image beside a record, in its own kind and size.
    pub fn image_url(&self, linked: &LinkedRecord, file: &str) -> String {
        match self.picture(linked, file) {
            Some(picture) => self.link_to(&picture.path),
            None => self.attachment_url(linked, file),
        }
    }

    /// The absolute address of an image beside a record, in its own kind and size.
    pub fn image_address(&self, linked: &LinkedRecord, file: &str) -> String {
        format!("{}{}", self.config.base_url.origin, self.image_url(linked, file))
    }

    /// The link to a file of the output.
    pub fn link_to(&self, path: &str) -> String {
        self.plan.addresses.link(&format!("/{}", address::path(path)))
    }

    /// Who publishes the site, in the source language; its title when it does not say.
    pub fn publisher(&self) -> &str {
        let named = self.config.publisher.best(LanguageIx::SOURCE).map(|(_, name)| &**name);
        named.unwrap_or_else(|| self.config.title.text(LanguageIx::SOURCE))
    }

    /// The zone that times are written in.
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.config.time_zone).unwrap_or(TimeZone::UTC)
    }
}
