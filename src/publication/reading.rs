//! Reading corrections: the records of the collection `corrections`, against the models of what they are about.
//!
//! In:  records, whose `item`, `on`, `was` and `now` are YAML as it was written.
//! Out: a [`Correction`] for each that is right in itself, and findings at the words that are not.
//!
//! Whether one fits what was published and what the site says is another question (`corrections.rs`).

use crate::config::Config;
use crate::diagnostics::{Diagnostic, codes, did_you_mean};
use crate::link::Site;
use crate::link::record::LinkedRecord;
use crate::model::builtin::{CORRECTIONS, FIGURES};
use crate::model::date::Date;
use crate::model::field::{Collection, Field, FieldKind};
use crate::model::value::{Fact, Value};
use crate::parse::Span;
use crate::parse::keys::Context;
use crate::parse::yaml::{Key, Node};
use crate::position::RecordIx;
use crate::publication::correction::{Correction, FieldPath, On, Part, Said, inner};
use crate::publication::said::SaidReader;

/// Keys of a range of dates.
const RANGE: &[&str] = &["from", "to"];

/// The corrections of a site, in the order of their records.
pub fn read(site: &Site, config: &Config, findings: &mut Vec<Diagnostic>) -> Vec<Correction> {
    let Some(collection) = site.collection_named(CORRECTIONS) else { return Vec::new() };
    let records = &site.records[collection];
    records.iter().filter_map(|linked| Reader { site, config, linked, findings }.correction()).collect()
}

struct Reader<'s, 'f> {
    site: &'s Site,
    config: &'s Config,
    linked: &'s LinkedRecord,
    findings: &'f mut Vec<Diagnostic>,
}

impl<'s> Reader<'s, '_> {
    fn correction(&mut self) -> Option<Correction> {
        let (of, is_of_many) = self.of()?;
        let part = self.part(&of)?;
        let on = self.on()?;
        let date = self.date();
        let nothing =
            Correction { record: self.linked.at, date, of, is_of_many, part, on, was: None, now: None, begins: None };
        if nothing.is_of_several() && self.has_values() {
            return None;
        }
        let was = self.said("was", &nothing)?;
        let now = self.said("now", &nothing)?;
        let begins = self.written("now").and_then(|node| self.values("now").begins(node));
        Some(Correction { was, now, begins, ..nothing })
    }

    /// What it is about, and whether that is written as a list.
    fn of(&mut self) -> Option<(Vec<RecordIx>, bool)> {
        let fact = self.fact("of")?;
        let Some(Value::List(items)) = fact.value() else { return None };
        let target = |item: &Fact| match item.value() {
            Some(Value::Reference(at)) => self.linked.targets[*at as usize],
            _ => None,
        };
        let of: Vec<RecordIx> = items.iter().filter_map(target).collect();
        // A list of one is a list: who drafts it may add others.
        let written = self.linked.record.source.text.get(fact.span.start as usize..);
        let is_of_many = items.len() > 1 || written.is_some_and(|written| written.starts_with(['[', '-']));
        (!of.is_empty()).then_some((of, is_of_many))
    }

    /// Which part of its records it is about.
    fn part(&mut self, of: &[RecordIx]) -> Option<Part> {
        let (field, group) = (self.text("field"), self.text("group"));
        let is_of_figures = of.iter().all(|of| *self.site.model(*of).id == *FIGURES);
        if let Some((_, span)) = group.filter(|_| !is_of_figures || field.is_some()) {
            let hint = "`group` is a part of a figure; `field` names a fact of any record";
            self.report(span, "there is no group in what this corrects".to_owned(), Some(hint.to_owned()));
            return None;
        }
        match (field, group, self.written("item")) {
            (Some((name, span)), _, item) => self.field(of, (name, span), item).map(Part::Field),
            (None, _, Some(item)) => {
                let hint = "`item` tells an entry of a list from others: name the list, `field: …`".to_owned();
                self.report(item.span, "there is no list in what this corrects".to_owned(), Some(hint));
                None
            }
            (None, Some((group, _)), None) => Some(Part::Group(group.into())),
            (None, None, None) => Some(Part::Whole),
        }
    }

    /// A field that all of the records have: `capital`, `seat.city`, `capacities.value`.
    fn field(&mut self, of: &[RecordIx], (name, span): (&str, Span), item: Option<&'s Node>) -> Option<FieldPath> {
        let path = FieldPath { names: name.split('.').map(Into::into).collect(), item: Vec::new() };
        for record in of {
            let model = self.site.model(*record);
            if path.fields(model).is_none() {
                self.unknown_field(model, (name, span));
                return None;
            }
        }
        let Some(node) = item else { return Some(path) };
        let model = self.site.model(*of.first()?);
        let list = path.fields(model)?.into_iter().find(|field| matches!(field.kind, FieldKind::List(_)));
        let Some(fields) = list.and_then(inner) else {
            let message = format!("`{name}` is no list of groups, so it has no entries to tell apart");
            self.report(node.span, message, Some("remove `item`".to_owned()));
            return None;
        };
        let entries = self.context().map(node, "item");
        let item: Option<Vec<_>> = entries.iter().map(|entry| self.told_by(fields, entry)).collect();
        Some(FieldPath { item: item?, ..path })
    }

    /// What one line of `item` says, as the record of publications writes it.
    fn told_by(&mut self, fields: &[Field], (key, node): &(Key, Node)) -> Option<(Box<str>, Box<str>)> {
        let Some(field) = fields.iter().find(|field| *field.name == *key.name) else {
            let names: Vec<&str> = fields.iter().map(|field| &*field.name).collect();
            let hint = did_you_mean(&key.name, names.iter().copied())
                .unwrap_or_else(|| format!("known here: {}", names.join(", ")));
            self.report(key.span, format!("an entry has no field `{}`", key.name), Some(hint));
            return None;
        };
        let said = match &field.kind {
            FieldKind::Text { .. } => node.text().map(|text| Said::Fact(text.into())),
            _ => self.values("item").of_field(field, node),
        };
        match said? {
            Said::Fact(value) => Some((key.name.clone(), value)),
            Said::Figure(_) | Said::Words(_) => None,
        }
    }

    fn unknown_field(&mut self, model: &Collection, (name, span): (&str, Span)) {
        let mut fields = model.fields.as_slice();
        for part in name.split('.') {
            match fields.iter().find(|field| *field.name == *part) {
                Some(field) => fields = inner(field).unwrap_or_default(),
                None => {
                    let hint = did_you_mean(part, fields.iter().map(|field| &*field.name));
                    return self.report(span, format!("{} has no field `{name}`", model.id), hint);
                }
            }
        }
    }

    /// Of which date it is; outside, `None` when that cannot be read.
    fn on(&mut self) -> Option<On> {
        let Some(node) = self.written("on") else { return Some(On::Unsaid) };
        if node.entries().is_none() {
            let text = node.text().unwrap_or_default();
            let date = Date::parse(text.strip_prefix("<=").unwrap_or(text).trim());
            if date.is_none() {
                let hint = "write the date as it was published, 2022-02, or a range: `{from: 2018, to: 2022}`";
                self.report(node.span, format!("`{text}` is not a date"), Some(hint.to_owned()));
            }
            return date.map(On::Date);
        }
        self.context().entries(node, "a range of dates", RANGE);
        let (Some(from), Some(to)) = (node.get("from"), node.get("to")) else {
            let hint = "write both, which are included: `on: {from: 2018, to: 2022}`";
            self.report(node.span, "a range has a first and a last date".to_owned(), Some(hint.to_owned()));
            return None;
        };
        let (first, last) = (self.values("on").date(from), self.values("on").date(to));
        let (first, last) = (first?, last?);
        if last.last() < first.first() {
            self.report(to.span, format!("the range ends, {last}, before it begins, {first}"), None);
            return None;
        }
        Some(On::Range(first, last))
    }

    /// Whether it says values, which it does not where it tells of several: a finding for each.
    fn has_values(&mut self) -> bool {
        let mut has = false;
        for key in ["was", "now"] {
            if let Some(node) = self.written(key) {
                let hint = format!(
                    "remove `{key}`: the old values come from content/published.lock, the new from the content"
                );
                self.report(node.span, format!("`{key}` has no place where several values are corrected"), Some(hint));
                has = true;
            }
        }
        has
    }

    /// What `was` or `now` says; outside, `None` when it cannot be read.
    fn said(&mut self, key: &'static str, correction: &Correction) -> Option<Option<Said>> {
        let Some(node) = self.written(key) else { return Some(None) };
        let of = *correction.of.first()?;
        let model = self.site.model(of);
        let mut values = self.values(key);
        let said = match &correction.part {
            Part::Field(path) => values.of_field(path.field(model)?, node),
            _ if *model.id == *FIGURES => values.of_figure(node),
            _ => values.words(node).map(Said::Words),
        };
        said.map(Some)
    }

    fn values(&mut self, key: &'static str) -> SaidReader<'_, '_> {
        let languages = &self.config.all_languages;
        SaidReader { site: self.site, languages, key, context: self.context() }
    }

    fn context(&mut self) -> Context<'_> {
        Context { source: &self.linked.record.source, findings: self.findings }
    }

    fn fact(&self, name: &str) -> Option<&'s Fact> {
        self.linked.fact(self.site.model(self.linked.at).field(name)?.0)
    }

    /// The YAML of a field that another record decides how to read.
    fn written(&self, name: &str) -> Option<&'s Node> {
        match self.fact(name)?.value()? {
            Value::Raw(node) => Some(node),
            _ => None,
        }
    }

    fn text(&self, name: &str) -> Option<(&'s str, Span)> {
        let fact = self.fact(name)?;
        match fact.value() {
            Some(Value::Text(text)) => Some((text, fact.span)),
            _ => None,
        }
    }

    fn date(&self) -> Option<Date> {
        match self.fact("date")?.value() {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        }
    }

    fn report(&mut self, span: Span, message: String, hint: Option<String>) {
        self.findings.push(self.linked.record.source.finding(&codes::CORRECTION, span, message).hint_if(hint));
    }
}
