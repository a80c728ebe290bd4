//! What is known and what is missing, per collection and language: facts, their sources, translations, reviews.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::{Config, Run};
use crate::diagnostics::{Checked, Diagnostic, Place, codes};
use crate::link::Site;
use crate::link::each::Each;
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::model::builtin;
use crate::model::date::Day;
use crate::model::field::{Collection, CollectionKind};
use crate::model::value::word_of;
use crate::position::{CollectionIx, LanguageIx, List, RecordIx};

/// What is known of a collection.
#[derive(Debug, Default)]
pub struct Completeness {
    /// Facts that say something, those inside lists and groups counted one by one.
    pub facts: usize,
    /// Those that a source states.
    pub sourced: usize,
    /// Those that are our own: concluded by us, or resting on our own work alone.
    pub own: usize,
    /// Those that no source states.
    pub unsourced: usize,
    /// Facts that say that something is missing, by reason.
    pub missing: BTreeMap<&'static str, usize>,
    /// Records that are translated, by language.
    pub translated: List<LanguageIx, usize>,
    /// Records whose review is overdue.
    pub overdue: Vec<RecordIx>,
}

/// What was known of each record when it was last looked at, in runs with the same settings on the same day.
#[derive(Default)]
pub struct Kept {
    /// The sources that are our own work: what rests on them counts apart.
    own: Vec<RecordIx>,
    records: List<CollectionIx, Each<OfRecord>>,
}

/// What is known of a record, and what is to be said of it.
type OfRecord = Arc<(Completeness, Vec<Diagnostic>)>;

/// Looks at every collection; with notes, each fact without source is named.
pub fn of_site(site: &Site, config: &Config, run: &Run) -> Checked<List<CollectionIx, Completeness>> {
    of_site_again(site, (config, run), &mut Kept::default())
}

/// The same, where records may have been looked at before.
pub fn of_site_again(
    site: &Site,
    (config, run): (&Config, &Run),
    kept: &mut Kept,
) -> Checked<List<CollectionIx, Completeness>> {
    let own = own_work(site);
    if kept.own != own {
        *kept = Kept { own, ..Kept::default() };
    }
    let nothing = || Completeness { translated: vec![0; config.languages.len()].into(), ..Completeness::default() };
    let count = |linked: &LinkedRecord| {
        let mut counted = Counted { site, completeness: nothing(), config, run, findings: Vec::new() };
        counted.record(site.model(linked.at), linked);
        Arc::new((counted.completeness, counted.findings))
    };
    let nobody = Each::default();
    let before = |at| kept.records.get(at).unwrap_or(&nobody);
    kept.records = site.records.entries().map(|(at, records)| before(at).renewed(records, count)).collect();
    let mut findings = Vec::new();
    let all = kept.records.iter().map(|records| {
        records.iter().fold(nothing(), |all, (_, known)| {
            findings.extend(known.1.iter().cloned());
            all.with(&known.0)
        })
    });
    let value = all.collect();
    Checked { value, diagnostics: findings }
}

/// The sources that are our own work.
fn own_work(site: &Site) -> Vec<RecordIx> {
    let sources = site.collection_named(builtin::SOURCES).into_iter().flat_map(|at| &site.records[at]);
    sources.map(|linked| linked.at).filter(|source| site.is_own_work(*source)).collect()
}

/// How many facts of a record no source states.
pub fn unsourced(site: &Site, record: RecordIx) -> usize {
    let mut count = 0;
    let mut each = |fact: &Effective| {
        let is_missing = fact.written.missing().is_some();
        count += usize::from(!is_missing && standing(site, fact) == Standing::Unsourced);
    };
    if states_facts(site.model(record)) {
        site.effective_facts(record).for_each(|fact| each_value(&fact, &mut each));
    }
    count
}

impl Completeness {
    /// What is known of some records and of others of the collection that follow.
    fn with(mut self, others: &Self) -> Self {
        self.facts += others.facts;
        self.sourced += others.sourced;
        self.own += others.own;
        self.unsourced += others.unsourced;
        others.missing.iter().for_each(|(reason, count)| *self.missing.entry(reason).or_default() += count);
        self.translated.iter_mut().zip(&others.translated).for_each(|(all, some)| *all += some);
        self.overdue.extend(&others.overdue);
        self
    }
}

struct Counted<'a> {
    site: &'a Site,
    completeness: Completeness,
    config: &'a Config,
    run: &'a Run,
    findings: Vec<Diagnostic>,
}

impl Counted<'_> {
    fn record(&mut self, model: &Collection, linked: &LinkedRecord) {
        for language in self.config.languages.positions() {
            self.completeness.translated[language] += usize::from(linked.record.is_translated(model, language));
        }
        if let Some((date, span)) =
            linked.record.review_by.filter(|(date, _)| date.first() <= Day::from(self.run.today))
        {
            self.completeness.overdue.push(linked.at);
            let message = format!("`{}/{}` was to be reviewed by {date}", model.id, linked.record.id);
            let finding = linked.record.source.finding(&codes::REVIEW_OVERDUE, span, message);
            self.findings.push(finding.hint("check it, then move the day"));
        }
        let is_dated = || model.roles.date.is_some_and(|at| linked.value(at).is_some());
        if self.run.notes && model.feed && !is_dated() {
            let message = format!("`{}/{}` has no date and is in no feed", model.id, linked.record.id);
            let place = Place::file(linked.record.source.path.clone());
            let finding = Diagnostic::new(&codes::NOT_IN_FEED, place, message);
            self.findings.push(finding.hint("add the date of what it tells"));
        }
        if states_facts(model) {
            self.site.effective_facts(linked.at).for_each(|fact| each_value(&fact, &mut |fact| self.fact(fact)));
        }
    }

    fn fact(&mut self, fact: &Effective) {
        if let Some(reason) = fact.written.missing() {
            *self.completeness.missing.entry(word_of(reason)).or_default() += 1;
            return;
        }
        self.completeness.facts += 1;
        match standing(self.site, fact) {
            Standing::Own => self.completeness.own += 1,
            Standing::Sourced => self.completeness.sourced += 1,
            Standing::Unsourced => {
                self.completeness.unsourced += 1;
                if self.run.notes {
                    self.findings.push(without_source(self.site, fact));
                }
            }
        }
    }
}

/// What comes with the generator is about facts and states none; pages are prose.
fn states_facts(model: &Collection) -> bool {
    !builtin::is_built_in(&model.id) && model.kind != CollectionKind::Pages
}

/// Calls `visit` for everything that a fact says or lacks, inside lists and groups too.
fn each_value(fact: &Effective, visit: &mut dyn FnMut(&Effective)) {
    match fact.written.missing() {
        _ if !fact.field.sourced => {}
        None if fact.is_compound() => fact.parts().for_each(|part| each_value(&part, visit)),
        _ => visit(fact),
    }
}

/// What stands behind a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// We concluded it, or it rests on our own work alone.
    Own,
    /// A source states it.
    Sourced,
    /// Nobody is named who says so.
    Unsourced,
}

fn standing(site: &Site, fact: &Effective) -> Standing {
    let mut sources = fact.sources.iter().filter_map(|&at| fact.linked.targets[at as usize]).peekable();
    if fact.is_inferred() || (sources.peek().is_some() && sources.all(|source| site.is_own_work(source))) {
        return Standing::Own;
    }
    if fact.sources.is_empty() { Standing::Unsourced } else { Standing::Sourced }
}

fn without_source(site: &Site, fact: &Effective) -> Diagnostic {
    let linked = fact.linked;
    let message = format!("we found no source for `{}` of {}", fact.field.name, site.key(linked.at));
    let finding = linked.record.source.finding(&codes::UNSOURCED, fact.written.span, message);
    finding.hint("name one: `{is: …, source: …}`, or `source:` for the whole record")
}
