//! Facts and figures that a typed number may mean: by its value, by its unit, and by the words around it.

use std::cell::OnceCell;

use crate::check::numbers::amount;
use crate::check::numbers::compare::Found;
use crate::check::numbers::nearby::Nearby;
use crate::check::numbers::site::Site;
use crate::check::numbers::stated::{self, LEAST_COUNT, Meant, NEAR, Needed, Stated};
use crate::check::numbers::text::Text;
use crate::figures::Figure;
use crate::link::names::Target;
use crate::link::record::LinkedRecord;
use crate::model::builtin::SOURCES;
use crate::position::{LanguageIx, RecordIx};
use crate::report::Report;

/// Smaller numbers are too common for a quote to be proposed.
const LEAST_EQUAL: f64 = 10.0;

/// What a record, and what it leads to, state in numbers. Made when a number first asks.
pub struct Facts<'a> {
    /// The site.
    pub site: &'a Site<'a>,
    /// The record.
    pub linked: &'a LinkedRecord,
    targets: Vec<RecordIx>,
    stated: OnceCell<Collected<'a>>,
}

struct Collected<'a> {
    own: Vec<Stated<'a>>,
    /// Of figures and of records that the texts lead to.
    others: Vec<Stated<'a>>,
}

impl<'a> Facts<'a> {
    /// The facts of a record with those texts.
    pub fn of_record(site: &'a Site<'a>, linked: &'a LinkedRecord, texts: &[Text]) -> Self {
        let targets = led_to(site.report, linked, texts.iter().flat_map(|text| &text.links).map(String::as_str));
        Facts { site, linked, targets, stated: OnceCell::new() }
    }

    /// What states the same number: first what a quote could stand for.
    pub fn equal(&self, found: Found, language: LanguageIx) -> Option<Meant> {
        let value = amount::nearest(&found.typed.value).filter(|value| *value >= LEAST_EQUAL)?;
        let is_same = |stated: &&Stated| stated.value == found.typed.value && stated.sense == found.typed.sense;
        let figures = || self.site.values.about(value, 0.0);
        if !self.all().any(|stated| is_same(&stated)) && figures().next().is_none() {
            return None;
        }
        let around = Nearby::of(&found.block.block.text, &found.typed.range);
        let named = self.named_figures(figures(), &around, language);
        let same = self.all().chain(&named).filter(is_same).filter(|stated| {
            // A figure is proposed by its whole name, and not where the paragraph quotes it already.
            let needed = match stated.needed {
                Needed::Half if stated.is_figure => Needed::Whole,
                needed => needed,
            };
            stated.meets(needed, &around, language) && !(stated.is_figure && quotes(found, &stated.name))
        });
        same.max_by_key(|stated| (stated.quote.is_some(), stated.is_current)).map(Stated::meant)
    }

    /// What states nearly the same number, in words: its value, its name, and what quotes it.
    pub fn near(&self, found: Found, language: LanguageIx) -> Option<Meant> {
        let value = amount::nearest(&found.typed.value).filter(|value| *value >= LEAST_COUNT)?;
        let figures = || self.site.values.about(value, 2.0 * NEAR);
        let close = |stated: &&Stated| stated.is_current && stated.is_close(value, found);
        if !self.all().any(|stated| close(&stated)) && figures().next().is_none() {
            return None;
        }
        let around = Nearby::of(&found.block.block.text, &found.typed.range);
        let others = self.named_figures(figures(), &around, language);
        let all = || self.all().chain(&others);
        let is_own = self.collected().own.iter().any(|stated| stated.value == found.typed.value);
        let is_stated = |stated: &Stated| stated.value == found.typed.value && stated.is_meant(&around, language);
        if is_own || all().any(is_stated) {
            return None;
        }
        let meant = all().filter(close).filter(|stated| {
            let needed = if stated.is_near(value) { stated.needed } else { Needed::All };
            stated.meets(needed, &around, language) && !stated::is_rounded(stated, found, &around)
        });
        meant.max_by_key(|stated| stated.agreement(&around, language)).map(Stated::meant)
    }

    /// Figures, by position, whose whole name stands around a number, with their values.
    fn named_figures(
        &self,
        near: impl Iterator<Item = usize>,
        around: &Nearby,
        language: LanguageIx,
    ) -> Vec<Stated<'a>> {
        let report = self.site.report;
        let mut positions: Vec<usize> = near.collect();
        positions.sort_unstable();
        positions.dedup();
        let figures = positions.into_iter().filter_map(|at| report.figures.iter().nth(at));
        let is_other = |figure: &&Figure| figure.record != self.linked.at && !self.targets.contains(&figure.record);
        let is_named = |figure: &&Figure| {
            stated::label_of(report, figure).is_some_and(|label| Needed::All.is_met(label, around, language))
        };
        let named = figures.filter(is_other).filter(is_named);
        named.flat_map(|figure| stated::of_figure(report, figure, self.linked, Needed::All)).collect()
    }

    fn all(&self) -> impl Iterator<Item = &Stated<'a>> {
        let Collected { own, others } = self.collected();
        own.iter().chain(others)
    }

    fn collected(&self) -> &Collected<'a> {
        self.stated.get_or_init(|| {
            let (report, linked) = (self.site.report, self.linked);
            let of_record = |at: RecordIx, needed: Needed| match report.figures.of(at) {
                Some(figure) => stated::of_figure(report, figure, linked, Needed::Half),
                None => stated::of_facts(report, report.site.get(at), needed),
            };
            let own = of_record(linked.at, Needed::One);
            let others = self.targets.iter().flat_map(|target| of_record(*target, Needed::Half)).collect();
            Collected { own, others }
        })
    }
}

/// Whether the block of a number quotes a figure.
fn quotes(found: Found, figure: &str) -> bool {
    let of_figure = |quote: &str| quote.trim_start_matches('@').split('#').next() == Some(figure);
    found.block.block.quotes.iter().any(|(quote, _)| of_figure(quote))
}

/// The records that the links of a record's texts lead to, and those it refers to, but for sources.
pub fn led_to<'t>(report: &Report, linked: &LinkedRecord, links: impl Iterator<Item = &'t str>) -> Vec<RecordIx> {
    let named = links.filter_map(|link| match report.site.find(link) {
        Ok(Target::Record(record)) => Some(record),
        _ => None,
    });
    let mut targets: Vec<RecordIx> = named.chain(linked.targets.iter().copied().flatten()).collect();
    targets.retain(|target| *target != linked.at && *report.site.model(*target).id != *SOURCES);
    targets.sort_unstable();
    targets.dedup();
    targets
}
