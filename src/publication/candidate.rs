//! What would be recorded if the site were published now: values, addresses, and pages with what each of them says.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::config::{Config, Run};
use crate::figures::{Amount, Basis, Dating, Figure, Figures, Point};
use crate::link::Site;
use crate::link::names::Target;
use crate::model::date::Day;
use crate::plan::Plan;
use crate::plan::page::PageKind;
use crate::position::RecordIx;
use crate::publication::facts;
use crate::publication::fingerprint::Fingerprint;
use crate::publication::lock::{Edition, Entry, Lock, PublishedPage};
use crate::publication::value::{FigureValue, PublishedValue, ValueKey, When};

/// The group of what nobody knows: not a statement that could be wrong.
const MISSING: &str = "missing";

/// The site that is to be published: the finished stages that a publication is made from.
#[derive(Clone, Copy)]
pub struct Candidate<'s> {
    /// The records.
    pub site: &'s Site,
    /// The figures.
    pub figures: &'s Figures,
    /// The pages.
    pub plan: &'s Plan,
    /// The settings.
    pub config: &'s Config,
    /// The run, which gives pages that changed their day.
    pub run: &'s Run,
    /// What each page of the plan says, at its position there, `None` for those that are no promise; empty where nobody asks.
    pub pages: &'s [Option<Fingerprint>],
}

impl Candidate<'_> {
    /// The record of the site as it is, as if nothing had been published before.
    pub fn lock(&self) -> Lock {
        let edition = Day::from(self.run.today);
        let pages = self.pages().map(|(path, page)| (path, Entry::new(page, edition))).collect();
        let redirects = self.plan.redirects.iter();
        let address = |of| Entry::new(Box::from(self.site.key(of)), edition);
        let addresses = redirects.map(|to| (path_of(&to.file).into(), address(to.to))).collect();
        let values = values(self).into_iter().map(|(key, value)| (key, Entry::new(value, edition))).collect();
        let records: Vec<RecordIx> = self.site.records.iter().flatten().map(|linked| linked.at).collect();
        let of_record = |record: &RecordIx| {
            let facts = facts::of_record(self.site, *record).into_iter();
            facts.map(|fact| (fact.key, Entry::new(fact.it, edition))).collect::<Vec<_>>()
        };
        let facts: Vec<Vec<_>> = records.par_iter().map(of_record).collect();
        Lock { facts: facts.into_iter().flatten().collect(), values, pages, addresses, ..Lock::default() }
    }

    /// The edition that would be published now.
    pub fn edition(&self) -> Edition {
        Edition { day: Day::from(self.run.today), as_of: self.site.as_of.early() }
    }

    /// The pages whose addresses are promises, each with what it says.
    fn pages(&self) -> impl Iterator<Item = (Box<str>, PublishedPage)> {
        let with_hashes = self.plan.pages.iter().zip(self.pages);
        with_hashes.filter_map(|(page, hash)| {
            let (of, hash) = (self.name_of(page.kind)?.into(), (*hash)?);
            let language = self.config.languages[page.language].code[..].into();
            Some((path_of(&page.file).into(), PublishedPage { of, language, hash }))
        })
    }

    /// What a page is of, as the record names it; `None` for pages that are no promise.
    pub fn name_of(&self, page: PageKind) -> Option<String> {
        Some(match page.promised()? {
            Target::Record(record) => self.site.key(record),
            Target::Collection(collection) => self.site.collections[collection].id.to_string(),
        })
    }
}

/// The address of a file: `en/about/index.html` → `/en/about/`.
pub fn path_of(file: &str) -> String {
    format!(
        "/{}",
        file.strip_suffix("index.html").filter(|path| path.is_empty() || path.ends_with('/')).unwrap_or(file)
    )
}

/// The values of one figure.
pub fn of_figure<'v, V>(
    values: &'v BTreeMap<ValueKey, V>,
    figure: &str,
) -> impl Iterator<Item = (&'v ValueKey, &'v V)> {
    let first = ValueKey { figure: figure.into(), group: None, on: When::Always };
    values.range(first.clone()..).take_while(move |(key, _)| key.figure == first.figure)
}

/// Every value that the site publishes.
pub fn values(candidate: &Candidate) -> BTreeMap<ValueKey, PublishedValue> {
    let mut values = BTreeMap::new();
    for figure in candidate.figures.iter() {
        let id: &str = &candidate.site.get(figure.record).record.id;
        add_series(id, figure, &mut values);
        for group in figure.groups.iter().filter(|group| &*group.id != MISSING) {
            // What nobody dates would get the report's day, and each edition another.
            for step in group.steps.iter().filter(|step| !step.day.is_late()) {
                let on = step.day.date().map_or(When::Always, When::On);
                let key = ValueKey { figure: id.into(), group: Some(group.id.clone()), on };
                add(key, Basis::Computed, &step.amount, &mut values);
            }
        }
    }
    values
}

fn add_series(id: &str, figure: &Figure, values: &mut BTreeMap<ValueKey, PublishedValue>) {
    // What a period that is not over will be is not said yet.
    for point in figure.series.iter().filter(|point| !point.running) {
        let on = when(point);
        let key = ValueKey { figure: id.into(), group: None, on };
        add(key, point.basis, &point.amount, values);
    }
}

/// Of when a value of a series is, as the record of publications has it.
pub fn when(point: &Point) -> When {
    match (point.basis, point.dating) {
        // It began on no day we know: with the report's day, every publication would add a line.
        (_, Dating::AsOf) => When::Always,
        (Basis::Reported, _) | (_, Dating::Period(_)) => When::On(point.date),
        // As exact as the count is, not as the facts behind it were written: these may become more precise.
        (Basis::Computed, _) => point.date.first().date().map_or(When::Always, When::On),
    }
}

fn add(key: ValueKey, basis: Basis, amount: &Amount, values: &mut BTreeMap<ValueKey, PublishedValue>) {
    if let Some(value) = FigureValue::of(amount) {
        values.insert(key, PublishedValue { basis, value, status: amount.status });
    }
}

/// What a figure says now of a date for which it was published.
pub fn now(figure: &Figure, on: When, basis: Basis) -> Option<FigureValue> {
    if basis == Basis::Reported {
        if let Some(point) = reported(figure, on) {
            return FigureValue::of(&point.amount);
        }
        // Its report is gone; where the records are the figure, they still say something of that day.
        if figure.is_reported() {
            return None;
        }
    }
    figure.on(on.last()).and_then(|point| FigureValue::of(&point.amount))
}

/// The report of a date; else one whose date is a more precise form of it.
fn reported(figure: &Figure, on: When) -> Option<&Point> {
    let When::On(date) = on else { return None };
    let mut reports = figure.series.iter().filter(|point| point.basis == Basis::Reported);
    let is_finer = |point: &&Point| covers(date.first(), date.last(), point);
    reports.clone().find(|point| point.date == date).or_else(|| reports.find(is_finer))
}

fn covers(first: Day, last: Day, point: &Point) -> bool {
    first <= point.date.first() && point.date.last() <= last
}
