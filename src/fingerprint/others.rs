//! What a page shows of others: quotes as they are printed, names of records, bytes of images, who refers here, who is in a
//! list. Each is a line; their order says nothing, and what is shown twice is shown.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::figures::{Figure, GroupLabel};
use crate::fingerprint::hash::Hash;
use crate::fingerprint::own;
use crate::fingerprint::values::Values;
use crate::link::effective::Effective;
use crate::model::builtin::SOURCES;
use crate::model::field::{FieldKind, Markup};
use crate::model::value::Value;
use crate::position::{CollectionIx, RecordIx};
use crate::prose::{Said, fields};
use crate::report::citations;
use crate::report::localizer::Localizer;

/// Collects what a page shows of others.
pub struct Others<'a> {
    /// The report in the language of the page.
    pub page: Localizer<'a>,
    /// What figures say.
    pub values: &'a Values,
    /// The images that it shows, by their names beside the record; their bytes are added by whoever reads them.
    pub images: BTreeSet<Arc<str>>,
    lines: BTreeSet<String>,
}

impl<'a> Others<'a> {
    /// Nothing yet.
    pub fn new(page: Localizer<'a>, values: &'a Values) -> Self {
        Others { page, values, images: BTreeSet::new(), lines: BTreeSet::new() }
    }

    /// The hash of all lines.
    pub fn finish(self) -> u32 {
        let mut hash = Hash::default();
        self.lines.iter().for_each(|line| hash.word(line));
        hash.finish()
    }

    /// Who is in the list of a collection.
    pub fn members(&mut self, collection: CollectionIx) {
        let records = &self.page.report.site.records[collection];
        self.list("members", records.iter().map(|linked| linked.at));
    }

    /// The records behind a figure, and what its groups are called.
    pub fn figure(&mut self, figure: &Figure) {
        self.list("members", figure.members.iter().copied());
        for group in &figure.groups {
            self.list(&format!("members of {}", group.id), group.members.iter().copied());
        }
        self.groups(figure, self.page);
    }

    /// What the facts of a record show: records that they refer to or rest on, images, what their texts quote.
    pub fn facts(&mut self, record: RecordIx) {
        let report = self.page.report;
        for fact in report.site.effective_facts(record) {
            fact.each(&mut |fact| self.fact(fact));
        }
        report.cited(record).into_iter().for_each(|source| self.source(source));
    }

    /// Who refers to a record, as its page lists them.
    pub fn referrers(&mut self, record: RecordIx) {
        let site = &self.page.report.site;
        for (at, back_field) in site.back_references[record.collection].entries() {
            for back in site.referrers(record, at) {
                let list = site.effective(back.record, back_field.field);
                let item = back.item.and_then(|item| list.as_ref()?.item(item as usize));
                let item = item.map(|item| own::item(self.page, &item)).unwrap_or_default();
                self.named(&format!("referrer {} {item}", back_field.name), back.record, self.page);
            }
        }
        self.list("citing", site.cited_by(record));
    }

    /// What a text shows, in the language that its words are in.
    pub fn text(&mut self, said: Said, words: Localizer) {
        let quotes = said.quotes.into_iter();
        self.lines.extend(quotes.map(|(of, words)| format!("quote {of} {words}")));
        said.linked.into_iter().for_each(|record| self.named("link", record, words));
        let figures = &words.report.figures;
        for figure in said.charts.into_iter().filter_map(|chart| figures.of(chart)) {
            self.named("chart", figure.record, words);
            let values = self.values.of(&words.report.site.get(figure.record).record.id);
            self.lines.extend(values.iter().cloned());
            self.groups(figure, words);
        }
        self.images.extend(said.images);
    }

    /// What the groups of a figure are called, where they are records.
    fn groups(&mut self, figure: &Figure, words: Localizer) {
        for group in &figure.groups {
            if let GroupLabel::Record(record) = group.label {
                self.named("group", record, words);
            }
        }
    }

    /// An image, by the hash of its bytes.
    pub fn image(&mut self, name: &str, bytes: &str) {
        self.lines.insert(format!("image {name} {bytes}"));
    }

    fn fact(&mut self, fact: &Effective) {
        let target = |at: u32| fact.linked.targets[at as usize];
        match (&fact.field.kind, fact.value()) {
            (_, Some(Value::Reference(at))) => {
                target(*at).into_iter().for_each(|record| self.named("record", record, self.page));
            }
            (_, Some(Value::Image(image))) => drop(self.images.insert(image.file.clone())),
            (FieldKind::Text { markup: Markup::Plain, .. }, _) => {}
            (FieldKind::Text { .. }, Some(Value::Text(text))) => self.marked_up(fact, text, self.page),
            (FieldKind::Text { .. }, Some(Value::Localized(texts))) => {
                if let Some((shown, text)) = texts.best(self.page.language) {
                    self.marked_up(fact, text, self.page.with(shown));
                }
            }
            _ => {}
        }
    }

    fn marked_up(&mut self, fact: &Effective, text: &str, words: Localizer) {
        self.text(fields::shown(words, fact, text), words);
    }

    /// A record by what it is called.
    fn named(&mut self, how: &str, record: RecordIx, words: Localizer) {
        self.lines.insert(format!("{how} {}", name(words, record)));
    }

    /// Many records as one line.
    fn list(&mut self, what: &str, records: impl Iterator<Item = RecordIx>) {
        let mut hash = Hash::default();
        records.for_each(|record| hash.word(&name(self.page, record)));
        self.lines.insert(format!("{what} {}", hash.finish()));
    }

    /// A source by how it is cited: who speaks, what it is called, of when it is.
    fn source(&mut self, source: RecordIx) {
        let report = self.page.report;
        let cited = report.citations.of(source, self.page.language).map_or("", |citation| &citation.text);
        let date = citations::date(&report.site, source, "date").map(|date| date.to_string()).unwrap_or_default();
        self.named(&format!("{SOURCES} {cited}\n{date}"), source, self.page);
    }
}

/// Key, title and short name of a record.
fn name(words: Localizer, record: RecordIx) -> String {
    let (site, language) = (&words.report.site, words.language);
    let short = site.text(record, site.model(record).roles.short, language).map_or("", |(_, short)| short);
    format!("{}\n{}\n{short}", site.key(record), site.title(record, language).1)
}
