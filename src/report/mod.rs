//! The report: everything that earlier stages made, finished, with what every product of it asks for.
//!
//! In:  records, figures, plan, publication, settings, languages.
//! Out: a [`Report`], which nothing changes; pages, data files and feeds are made of it.

pub mod citations;
pub mod recorder;
mod reads;
pub mod localizer;

use jiff::tz::TimeZone;

use crate::config::{Config, Run};
use crate::drawing::map::boundaries::Boundaries;
use crate::figures::Figures;
use crate::figures::completeness::Completeness;
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

/// Everything that pages, data and feeds are made of.
pub struct Report {
    /// The records.
    pub site: Site,
    /// The figures.
    pub figures: Figures,
    /// What is known and what is missing, by collection.
    pub completeness: List<CollectionIx, Completeness>,
    /// The pages.
    pub plan: Plan,
    /// What is known of earlier publications.
    pub publication: Publication,
    /// The settings.
    pub config: Config,
    /// What is asked for.
    pub run: Run,
    /// The languages.
    pub locales: Locales,
    /// How sources are cited.
    pub citations: citations::Citations,
    /// Ids that headings of texts leave to the program and to the theme.
    pub reserved: Reserved,
    /// The borders of each collection; `None`: it has none.
    pub boundaries: List<CollectionIx, Option<Boundaries>>,
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
        self.plan.addresses.link(&format!("/{}", address::path(&attachment_path(linked, file))))
    }

    /// The absolute address of a file in a record's folder.
    pub fn attachment_address(&self, linked: &LinkedRecord, file: &str) -> String {
        format!("{}{}", self.config.base_url.origin, self.attachment_url(linked, file))
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
