//! What would be recorded if the site were published now: values, addresses, and what each page says.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::config::{Config, Run};
use crate::figures::{Amount, Basis, Dating, Figure, Figures, Point};
use crate::link::Site;
use crate::model::date::Day;
use crate::parse::{Files, front_matter};
use crate::plan::Plan;
use crate::plan::page::{Page, PageKind};
use crate::position::{CollectionIx, LanguageIx, RecordIx};
use crate::publication::fingerprint::PageFingerprint;
use crate::publication::lock::{Edition, Entry, Lock, PublishedPage, value_name};
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
}

impl Candidate<'_> {
    /// The record of the site as it is, as if nothing had been published before.
    pub fn lock(&self, files: &dyn Files) -> Lock {
        let edition = Day::from(self.run.today);
        let values = values(self);
        let pages = Pages { candidate: self, files, values: &values };
        let pages: Vec<(Box<str>, PublishedPage)> =
            self.plan.pages.par_iter().filter_map(|page| pages.page(page)).collect();
        let pages = pages.into_iter().map(|(path, page)| (path, Entry::new(page, edition))).collect();
        let redirects = self.plan.redirects.iter();
        let address = |of| Entry::new(Box::from(self.site.key(of)), edition);
        let addresses = redirects.map(|to| (path_of(&to.file).into(), address(to.to))).collect();
        let values = values.into_iter().map(|(key, value)| (key, Entry::new(value, edition))).collect();
        Lock { values, pages, addresses, ..Lock::default() }
    }

    /// The edition that would be published now.
    pub fn edition(&self) -> Edition {
        Edition { day: Day::from(self.run.today), as_of: self.site.as_of.early() }
    }

    /// What a page is of, as the record names it; `None` for pages that are no promise: further parts of an index, which
    /// come and go with its length, the list of languages, and pages for addresses that do not exist.
    pub fn name_of(&self, page: &Page) -> Option<String> {
        match page.kind {
            PageKind::Record(record) => Some(self.site.key(record)),
            PageKind::Index { collection, number: 1, .. } => Some(self.site.collections[collection].id.to_string()),
            _ => None,
        }
    }
}

/// The pages of a site on their way into its record.
struct Pages<'s> {
    candidate: &'s Candidate<'s>,
    /// The files that prose is read from.
    files: &'s dyn Files,
    /// All values, of which the page of a figure says its own.
    values: &'s BTreeMap<ValueKey, PublishedValue>,
}

impl Pages<'_> {
    /// A page under its address; `None` when it is no promise.
    fn page(&self, page: &Page) -> Option<(Box<str>, PublishedPage)> {
        let Candidate { config, .. } = self.candidate;
        let of = self.candidate.name_of(page)?.into();
        let hash = match page.kind {
            PageKind::Record(record) => self.record(record, page.language),
            PageKind::Index { collection, .. } => self.index(collection, page.language),
            _ => return None,
        };
        let language = config.languages[page.language].code[..].into();
        Some((path_of(&page.file).into(), PublishedPage { of, language, hash }))
    }

    /// What the page of a record says.
    fn record(&self, record: RecordIx, language: LanguageIx) -> Box<str> {
        let Candidate { site, figures, config, .. } = self.candidate;
        let linked = site.get(record);
        let shown = linked.record.shown_language(site.model(record), language, &config.languages);
        let mut fingerprint = PageFingerprint::in_language(shown);
        fingerprint.record(site, record);
        if let Some(prose) = linked.record.prose[shown].as_ref().filter(|prose| !prose.is_empty)
            && let Ok(whole) = self.files.text(&prose.path)
        {
            fingerprint.prose(&whole[front_matter::split(&whole).body]);
        }
        if figures.of(record).is_some() {
            for (key, value) in of_figure(self.values, &linked.record.id) {
                fingerprint.word(&value_name(key));
                fingerprint.word(&value.value.to_string());
            }
        }
        fingerprint.finish()
    }

    /// What an index says: its name, and who is in it.
    fn index(&self, collection: CollectionIx, language: LanguageIx) -> Box<str> {
        let site = self.candidate.site;
        let mut fingerprint = PageFingerprint::in_language(language);
        fingerprint.word(site.collections[collection].label.text(language));
        for linked in &site.records[collection] {
            fingerprint.word(&linked.record.id);
            fingerprint.word(site.title(linked.at, language).1);
        }
        fingerprint.finish()
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
        let on = match (point.basis, point.dating) {
            // It began on no day we know: with the report's day, every publication would add a line.
            (_, Dating::AsOf) => When::Always,
            (Basis::Reported, _) | (_, Dating::Period(_)) => When::On(point.date),
            // As exact as the count is, not as the facts behind it were written: these may become more precise.
            (Basis::Computed, _) => point.date.first().date().map_or(When::Always, When::On),
        };
        let key = ValueKey { figure: id.into(), group: None, on };
        add(key, point.basis, &point.amount, values);
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

/// The report of a date; else one whose date is a more or less precise form of it.
fn reported(figure: &Figure, on: When) -> Option<&Point> {
    let When::On(date) = on else { return None };
    let mut reports = figure.series.iter().filter(|point| point.basis == Basis::Reported);
    let overlaps =
        |point: &&Point| covers(date.first(), date.last(), point) || covers_date(point, date.first(), date.last());
    reports.clone().find(|point| point.date == date).or_else(|| reports.find(overlaps))
}

fn covers(first: Day, last: Day, point: &Point) -> bool {
    first <= point.date.first() && point.date.last() <= last
}

fn covers_date(point: &Point, first: Day, last: Day) -> bool {
    point.date.first() <= first && last <= point.date.last()
}
