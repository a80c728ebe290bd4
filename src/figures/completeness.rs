//! What is known and what is missing, per collection and language: facts, their sources, translations, reviews.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::diagnostics::{Checked, Diagnostic, codes};
use crate::link::{Linked, RecordIx, Site};
use crate::model::builtin;
use crate::model::field::{Collection, Field, FieldKind};
use crate::model::value::{Fact, Given, Value, word_of};
use crate::parse::Span;

/// What is known of a collection.
#[derive(Debug, Default)]
pub struct Completeness {
    /// Facts that say something, those inside lists and groups counted one by one.
    pub facts: usize,
    /// Those that a source states.
    pub sourced: usize,
    /// Those that no source states.
    pub unsourced: usize,
    /// Facts that say that something is missing, by reason.
    pub missing: BTreeMap<&'static str, usize>,
    /// Records that are translated, by language.
    pub translated: Vec<usize>,
    /// Records whose review is overdue.
    pub overdue: Vec<RecordIx>,
}

/// Looks at every collection; with notes, each fact without source is named.
pub fn of_site(site: &Site, config: &Config) -> Checked<Vec<Completeness>> {
    let mut findings = Vec::new();
    let collections = site.collections.iter().zip(&site.records);
    let all = collections.map(|(model, records)| {
        let mut counted = Counted { completeness: Completeness::default(), config, findings: &mut findings };
        counted.completeness.translated = vec![0; config.languages.len()];
        records.iter().for_each(|linked| counted.record(model, linked));
        counted.completeness
    });
    let value = all.collect();
    Checked { value, diagnostics: findings }
}

struct Counted<'a> {
    completeness: Completeness,
    config: &'a Config,
    findings: &'a mut Vec<Diagnostic>,
}

impl Counted<'_> {
    fn record(&mut self, model: &Collection, linked: &Linked) {
        for language in 0..self.config.languages.len() {
            self.completeness.translated[language] += usize::from(linked.record.is_translated(model, language));
        }
        if let Some((date, span)) = linked.record.review_by.filter(|(date, _)| date.reached_by(&self.config.run.today))
        {
            self.completeness.overdue.push(linked.at);
            let message = format!("`{}/{}` was to be reviewed by {date}", model.id, linked.record.id);
            let finding = linked.record.source.finding(&codes::REVIEW_OVERDUE, span, message);
            self.findings.push(finding.hint("check it, then move the day"));
        }
        // What comes with the generator is about facts and states none; pages are prose.
        let states_facts = !builtin::is_built_in(&model.id) && &*model.id != "pages";
        for (at, field) in model.fields.iter().enumerate().filter(|_| states_facts) {
            let told = [model.roles.title, model.roles.short, model.roles.summary].contains(&Some(at));
            if told || is_about_texts(field) {
                continue;
            }
            for fact in linked.history(at) {
                self.fact(model, linked, field, fact, !linked.record.sources.is_empty());
            }
        }
    }

    /// `sourced`: whether what contains it names a source.
    fn fact(&mut self, model: &Collection, linked: &Linked, field: &Field, fact: &Fact, sourced: bool) {
        if !linked.is_seen(fact) {
            return;
        }
        let sourced = sourced || !fact.sources.is_empty();
        match (&fact.given, &field.kind) {
            (Given::Missing(reason), _) => *self.completeness.missing.entry(word_of(*reason)).or_default() += 1,
            (Given::Value(Value::List(items)), FieldKind::List(of)) => {
                items.iter().for_each(|item| self.fact(model, linked, of, item, sourced));
            }
            (Given::Value(Value::Group(facts)), FieldKind::Group(fields)) => {
                for (field, fact) in fields.iter().zip(facts) {
                    if let Some(fact) = fact {
                        self.fact(model, linked, field, fact, sourced);
                    }
                }
            }
            (Given::Value(_), _) => self.value(model, linked, field, fact.span, sourced),
        }
    }

    fn value(&mut self, model: &Collection, linked: &Linked, field: &Field, span: Span, sourced: bool) {
        self.completeness.facts += 1;
        if sourced {
            self.completeness.sourced += 1;
            return;
        }
        self.completeness.unsourced += 1;
        if self.config.run.notes {
            let message = format!("no source states `{}` of {}/{}", field.name, model.id, linked.record.id);
            let finding = linked.record.source.finding(&codes::UNSOURCED, span, message);
            self.findings.push(finding.hint("name one: `{is: …, source: …}`, or `source:` for the whole record"));
        }
    }
}

/// Languages and images say something of texts and pages, not of the world.
pub fn is_about_texts(field: &Field) -> bool {
    match &field.kind {
        FieldKind::Language | FieldKind::Image | FieldKind::File | FieldKind::Formula => true,
        FieldKind::List(of) => is_about_texts(of),
        _ => false,
    }
}
