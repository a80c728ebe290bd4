//! Corrections of facts, held against what was published and what the site says: the same chains as those of figures.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, codes};
use crate::link::Site;
use crate::model::date::{Date, Day};
use crate::position::RecordIx;
use crate::publication::compare::ChangedFact;
use crate::publication::correction::Said;
use crate::publication::fact::{FactDate, FactKey};
use crate::publication::facts::{self, CurrentFact};
use crate::publication::paths::is_locked;
use crate::publication::renames::record;
use crate::publication::told::{Account, Key, Known, value_on};
use crate::publication::value::{FigureValue, is_same_text, words};

/// What one correction says of a fact.
#[derive(Debug, Clone)]
pub struct CorrectedFact {
    /// The record that tells of it.
    pub record: RecordIx,
    /// The day of the correction; `None`: it names none.
    pub date: Option<Date>,
    /// The edition that published it: what it led to is what readers saw; `None`: the next will.
    pub edition: Option<Day>,
    /// Whether it names no values: those of the record of publications count.
    pub is_of_several: bool,
    /// What was published, as the record writes it; `None`: nothing.
    pub was: Option<Box<str>>,
    /// What is right; `None`: nothing, the value is withdrawn.
    pub now: Option<Box<str>>,
    /// The date that the value has now; `None`: the one that it had.
    pub moved: Option<FactDate>,
}

/// The corrections of each fact, oldest first.
pub struct FactChains<'k> {
    known: Known<'k>,
    chains: BTreeMap<FactKey, Vec<CorrectedFact>>,
}

impl<'k> FactChains<'k> {
    /// The chains of what corrections tell of facts.
    pub fn of(known: Known<'k>, accounts: &[Account]) -> Self {
        let mut chains: BTreeMap<FactKey, Vec<CorrectedFact>> = BTreeMap::new();
        for Account { correction, told, edition, .. } in accounts {
            for told in told {
                let Key::Fact(key) = &told.key else { continue };
                let (was, now) = match told.is_entry {
                    true => (known.published(key), None),
                    false => (text(&told.was), text(&told.now)),
                };
                chains.entry(key.clone()).or_default().push(CorrectedFact {
                    record: correction.record,
                    date: correction.date,
                    edition: *edition,
                    is_of_several: correction.is_of_several(),
                    was,
                    now,
                    moved: told.moved,
                });
            }
        }
        for chain in chains.values_mut() {
            // Stable: those of one day stay in the order of their ids.
            chain.sort_by_key(|correction| correction.date);
        }
        FactChains { known, chains }
    }

    /// Marks the changes that corrections tell of.
    pub fn explain(&self, changes: &mut [ChangedFact]) {
        for change in changes {
            // One correction tells of each of several equal values of a set.
            let chain = self.chains.get(&change.key).or_else(|| self.chains.get(&change.key.first_of_equals()));
            let Some(chain) = chain else { continue };
            change.explained = self.explains(chain, change);
            change.keeps_line = change.explained && chain.last().is_some_and(|last| last.is_of_several);
        }
    }

    fn explains(&self, chain: &[CorrectedFact], change: &ChangedFact) -> bool {
        let was = Some(&*change.was.value);
        let begins = chain.iter().any(|correction| is_same(correction.was.as_deref(), was));
        let Some(last) = chain.last().filter(|_| begins) else { return false };
        if let Some(edition) = last.edition {
            // A line of before: the only one that has the old value, or one that a merge brought back.
            return self.known.lock.facts.get(&change.key).is_some_and(|line| line.edition < edition);
        }
        let now = change.now.as_ref().map(|now| &*now.value);
        match (change.moved, last.moved) {
            // The value is withdrawn from its date, wherever it went.
            (Some(_), None) => last.now.is_none(),
            (Some(moved), Some(said)) => moved == said && is_same(last.now.as_deref(), now),
            (None, None) => is_same(last.now.as_deref(), now),
            (None, Some(said)) => now.is_none() && self.says(&change.key, said, last.now.as_deref()),
        }
    }

    /// Whether the site says a value of another date than the one that was published.
    fn says(&self, key: &FactKey, on: FactDate, value: Option<&str>) -> bool {
        let key = said_to_be(key, on, value);
        let said =
            self.current(&key.record).and_then(|current| value_on(&current, &key).map(|fact| fact.it.value.clone()));
        is_same(said.as_deref(), value)
    }

    fn current(&self, key: &str) -> Option<Vec<CurrentFact>> {
        let site = self.known.candidate.site;
        record(site, key).map(|at| facts::of_record(site, at))
    }

    /// Findings for corrections that match neither what was published nor what the site says; one for each value.
    pub fn check(&self, findings: &mut Vec<Diagnostic>) {
        findings.extend(self.chains.iter().filter_map(|(key, chain)| self.chain(key, chain)));
    }

    fn chain(&self, key: &FactKey, chain: &[CorrectedFact]) -> Option<Diagnostic> {
        for pair in chain.windows(2) {
            if !is_same(pair[0].now.as_deref(), pair[1].was.as_deref()) {
                let (was, before) = (said(pair[1].was.as_deref()), said(pair[0].now.as_deref()));
                let message =
                    format!("{} was {was} before, this says, but the correction before it says {before}", called(key));
                let finding = self.finding(&pair[1], "was", message);
                return Some(finding.hint("the corrections of a value follow each other"));
            }
        }
        let (first, last) = (chain.first()?, chain.last()?);
        let site = self.known.candidate.site;
        let is_held = record(site, &key.record).is_some_and(|at| is_held(site, at, &key.path));
        if last.edition.is_some() || last.is_of_several || !is_held || !self.is_in_report(key) {
            return None;
        }
        self.against_site(key, last).or_else(|| self.against_record(key, (first, chain)))
    }

    fn is_in_report(&self, key: &FactKey) -> bool {
        let site = self.known.candidate.site;
        !site.is_earlier() || (key.on != FactDate::Undated && key.on.first() <= site.as_of)
    }

    fn against_site(&self, key: &FactKey, last: &CorrectedFact) -> Option<Diagnostic> {
        let on = last.moved.unwrap_or(key.on);
        let dated = said_to_be(key, on, last.now.as_deref());
        let current = self.current(&key.record)?;
        let now = value_on(&current, &dated).map(|fact| &*fact.it.value);
        if is_same(last.now.as_deref(), now) {
            return None;
        }
        let message = format!(
            "{} is {} now, this says, but the site says {}",
            called(&dated),
            said(last.now.as_deref()),
            said(now)
        );
        let dates = self.dates(key);
        let hint = match last.now {
            None => "say what it is now: `now: …`, with `{is: …, since: …}` where it has another date".to_owned(),
            Some(_) if dates.is_empty() => "write what the record says".to_owned(),
            Some(_) => format!("write what the record says; published dates of this fact: {}", dates.join(", ")),
        };
        Some(self.finding(last, "now", message).hint(hint))
    }

    fn against_record(&self, key: &FactKey, (first, chain): (&CorrectedFact, &[CorrectedFact])) -> Option<Diagnostic> {
        let published = self.known.published(key)?;
        let published = Some(&*published);
        let is_link = chain.iter().any(|correction| {
            is_same(correction.was.as_deref(), published) || is_same(correction.now.as_deref(), published)
        });
        if is_link {
            return None;
        }
        let (was, published) = (said(first.was.as_deref()), said(published));
        let message = format!("{} was {was}, this says, but {published} was published", called(key));
        Some(self.finding(first, "was", message).hint("write the value that readers saw"))
    }

    /// The dates of a fact that were published, when that of a correction is none of them.
    fn dates(&self, key: &FactKey) -> Vec<String> {
        if self.known.published(key).is_some() {
            return Vec::new();
        }
        let of_record = self.known.facts_of(&key.record).filter(|(known, _)| known.path == key.path);
        of_record.map(|(known, _)| known.on.to_string()).take(12).collect()
    }

    fn finding(&self, correction: &CorrectedFact, word: &str, message: String) -> Diagnostic {
        let site = self.known.candidate.site;
        let linked = site.get(correction.record);
        let fact = |word: &str| {
            let (field, _) = site.model(correction.record).field(word)?;
            linked.fact(field).map(|fact| fact.span)
        };
        let span = fact(word).or_else(|| fact("of")).unwrap_or_default();
        linked.record.source.finding(&codes::CORRECTION, span, message)
    }
}

/// Whether what is published of a fact is held against it.
fn is_held(site: &Site, at: RecordIx, path: &str) -> bool {
    let model = site.model(at);
    model.is_locked() && is_locked(model, path)
}

/// The key under which a fact stands now, if it is what a correction says: in a set the value is a part of it.
fn said_to_be(key: &FactKey, on: FactDate, now: Option<&str>) -> FactKey {
    let member = key.member.as_ref().map(|was| now.unwrap_or(was).into());
    FactKey { on, member, ..key.clone() }
}

fn text(value: &Option<Said>) -> Option<Box<str>> {
    match value {
        Some(Said::Fact(text)) => Some(text.clone()),
        Some(Said::Figure(value)) => Some(value.recorded().into()),
        Some(Said::Words(_)) | None => None,
    }
}

fn is_same(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => is_same_text(one, other),
        (one, other) => one == other,
    }
}

/// `capital` of centers/x of 2022-02.
fn called(key: &FactKey) -> String {
    let on = match key.on {
        FactDate::Undated => String::new(),
        on => format!(" of {on}"),
    };
    format!("`{}` of {}{on}", key.path, key.record)
}

/// A value in words for editors: `more than 12`, `provincial`, `nothing`.
fn said(text: Option<&str>) -> String {
    match text {
        None => words(None),
        Some(text) => FigureValue::from_record(text).map_or_else(|| text.to_owned(), |value| words(Some(&value))),
    }
}
