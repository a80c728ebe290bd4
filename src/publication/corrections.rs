//! Corrections: what the site tells of values that were published and are others now, checked against the record of
//! publications and against the site.
//!
//! Corrections of one value form a chain, by date: what one says is `now`, the next says it `was`. The published value is
//! somewhere in the chain, and the site says what its end says.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, codes};
use crate::figures::Basis;
use crate::link::Site;
use crate::model::builtin::FIGURES;
use crate::model::date::{Date, Day};
use crate::model::value::Value;
use crate::position::RecordIx;
use crate::publication::candidate::{Candidate, of_figure};
use crate::publication::compare::{Looked, is_in_report};
use crate::publication::correction::{Correction, Said};
use crate::publication::fact::FactKey;
use crate::publication::findings::called;
use crate::publication::lock::Lock;
use crate::publication::told::{Account, Key};
use crate::publication::value::{FigureValue, ValueKey, When, same, words};

/// A link in the chain of corrections of a figure's value.
#[derive(Debug, Clone)]
pub struct CorrectedFigure {
    /// The record that tells of it.
    pub record: RecordIx,
    /// The day of the correction; `None`: it names none.
    pub date: Option<Date>,
    /// Whether it names no values: those of the record of publications count.
    pub is_of_several: bool,
    /// What was published; `None`: nothing.
    pub was: Option<FigureValue>,
    /// What is right; `None`: nothing, the value is withdrawn.
    pub now: Option<FigureValue>,
}

/// The corrections of each value of a figure, oldest first.
pub type Chains = BTreeMap<ValueKey, Vec<CorrectedFigure>>;

/// The chains of what corrections tell of figures: of their values, and of facts that a figure takes its reports from.
pub fn chains_of(site: &Site, accounts: &[Account]) -> Chains {
    let takers = takers(site);
    let mut chains = Chains::new();
    for Account { correction, told, .. } in accounts {
        for told in told {
            // Of the date that was published there is nothing where the value has another.
            let now = told.now.as_ref().filter(|_| told.moved.is_none());
            let (was, now) = (told.was.as_ref().and_then(value), now.and_then(value));
            let is_of_several = correction.is_of_several();
            let Correction { record, date, .. } = *correction;
            let link = CorrectedFigure { record, date, is_of_several, was, now };
            for key in keys_of(&told.key, &takers) {
                chains.entry(key).or_default().push(link.clone());
            }
        }
    }
    for chain in chains.values_mut() {
        // Stable: those of one day stay in the order of their ids.
        chain.sort_by_key(|correction| correction.date);
    }
    chains
}

/// The values of figures that one told value is about.
fn keys_of(key: &Key, takers: &BTreeMap<String, Vec<Box<str>>>) -> Vec<ValueKey> {
    match key {
        Key::Value(key) => vec![key.clone()],
        Key::Fact(fact) => taken_from(fact, takers),
        Key::None => Vec::new(),
    }
}

/// The values of figures that are reported as a fact says.
pub fn taken_from(fact: &FactKey, takers: &BTreeMap<String, Vec<Box<str>>>) -> Vec<ValueKey> {
    let figures = takers.get(&format!("{}#{}", fact.record, fact.path)).into_iter().flatten();
    let on = fact.on.date().map_or(When::Always, When::On);
    figures.map(|figure| ValueKey { figure: figure.clone(), group: None, on }).collect()
}

/// The figures that take their reports from a fact, by its name: `regions/shandong#national_centers`.
pub fn takers(site: &Site) -> BTreeMap<String, Vec<Box<str>>> {
    let mut takers: BTreeMap<String, Vec<Box<str>>> = BTreeMap::new();
    let Some(collection) = site.collection_named(FIGURES) else { return takers };
    let Some((field, _)) = site.collections[collection].field("reported") else { return takers };
    for linked in &site.records[collection] {
        let written = linked.record.entries[field].entry().and_then(|entry| entry.history.first()?.value());
        if let Some(Value::Raw(node)) = written
            && let Some(name) = node.text()
        {
            takers.entry(name.to_owned()).or_default().push(linked.record.id.as_ref().into());
        }
    }
    takers
}

fn value(said: &Said) -> Option<FigureValue> {
    match said {
        Said::Figure(value) => Some(value.clone()),
        Said::Fact(text) => FigureValue::from_record(text),
        Said::Words(_) => None,
    }
}

/// What corrections are checked against.
pub struct Check<'s> {
    /// The site.
    pub candidate: &'s Candidate<'s>,
    /// What was published.
    pub lock: &'s Lock,
    /// The report's day.
    pub as_of: Day,
}

/// A value with its corrections, with what was published of it and what the site says.
struct CorrectedValue<'c> {
    key: &'c ValueKey,
    chain: &'c [CorrectedFigure],
    /// `None`: nothing was published.
    published: Option<&'c FigureValue>,
    /// `None`: the site says nothing.
    now: Option<&'c FigureValue>,
}

impl Check<'_> {
    /// Names each value as the record of publications does: a correction may write its date less exactly.
    pub fn normalize_keys(&self, chains: Chains) -> Chains {
        let mut normal = Chains::new();
        for (key, chain) in chains {
            normal.entry(self.published(&key)).or_default().extend(chain);
        }
        normal
    }

    fn published(&self, key: &ValueKey) -> ValueKey {
        if self.lock.values.contains_key(key) {
            return key.clone();
        }
        let alike = |known: &&ValueKey| {
            known.group == key.group && known.on != When::Always && known.on.first() == key.on.first()
        };
        of_figure(&self.lock.values, &key.figure).map(|(known, _)| known).find(alike).unwrap_or(key).clone()
    }

    /// Findings for corrections that match neither what was published nor what the site says.
    pub fn chains(&self, chains: &Chains, findings: &mut Vec<Diagnostic>) {
        let mut looked: Option<(Box<str>, Looked)> = None;
        for (key, chain) in chains {
            if looked.as_ref().is_none_or(|(id, _)| *id != key.figure) {
                looked = Some((key.figure.clone(), Looked::new(self.candidate, &key.figure)));
            }
            let Some((_, figure)) = &looked else { continue };
            let published = self.lock.values.get(key).map(|entry| &entry.it);
            let basis = published.map_or(Basis::Reported, |value| value.basis);
            if !is_in_report(key, basis, self.as_of) {
                continue;
            }
            let now = figure.now(key, basis);
            let published = published.map(|value| &value.value);
            findings.extend(self.chain(&CorrectedValue { key, chain, published, now: now.as_ref() }, chains));
        }
    }

    /// A finding for what the corrections of a value say wrongly.
    fn chain(&self, value: &CorrectedValue, all: &Chains) -> Option<Diagnostic> {
        let CorrectedValue { key, chain, published, now } = *value;
        let value = called(self.candidate, key);
        for pair in chain.windows(2) {
            if !same(pair[0].now.as_ref(), pair[1].was.as_ref()) {
                let (was, before) = (words(pair[1].was.as_ref()), words(pair[0].now.as_ref()));
                let message =
                    format!("{value} was {was} before, this says, but the correction before it says {before}");
                let finding = self.finding(&pair[1], "was", message);
                return Some(finding.hint("the corrections of a value follow each other"));
            }
        }
        let (first, last) = (chain.first()?, chain.last()?);
        // A later correction of an earlier day shifts this value too; that a value changed again is a finding of its own.
        if is_history(chain, published) || self.is_superseded(key, chain, all) {
            return None;
        }
        if !same(last.now.as_ref(), now) {
            let (last_now, now) = (words(last.now.as_ref()), words(now));
            let message = format!("{value} is {last_now} now, this says, but the site says {now}");
            let hint = self.dates(key).unwrap_or_else(|| "write what the figure's page says for that date".to_owned());
            return Some(self.finding(last, "now", message).hint(hint));
        }
        let is_link = same(first.was.as_ref(), published)
            || chain.iter().any(|correction| same(correction.now.as_ref(), published));
        if published.is_some() && !is_link {
            let (was, published) = (words(first.was.as_ref()), words(published));
            let message = format!("{value} was {was}, this says, but {published} was published");
            return Some(self.finding(first, "was", message).hint("write the value that readers saw"));
        }
        None
    }

    /// Whether a correction of an earlier day, or of the whole, came after those of a value: it may have shifted that too.
    pub fn is_superseded(&self, key: &ValueKey, chain: &[CorrectedFigure], all: &Chains) -> bool {
        let Some(last) = chain.last() else { return false };
        of_figure(all, &key.figure).any(|(other, chain)| {
            let wider = other.group.is_none() || other.group == key.group;
            let is_later =
                |correction: &CorrectedFigure| correction.date >= last.date && correction.record != last.record;
            other != key && wider && other.on.first() <= key.on.first() && chain.iter().any(is_later)
        })
    }

    fn finding(&self, correction: &CorrectedFigure, word: &str, message: String) -> Diagnostic {
        let linked = self.candidate.site.get(correction.record);
        let fact = |word: &str| {
            let (field, _) = self.candidate.site.model(correction.record).field(word)?;
            linked.fact(field).map(|fact| fact.span)
        };
        let span = fact(word).or_else(|| fact("of")).unwrap_or_default();
        linked.record.source.finding(&codes::CORRECTION, span, message)
    }

    /// The dates that can be corrected, when this is none of them.
    fn dates(&self, key: &ValueKey) -> Option<String> {
        if self.lock.values.contains_key(key) {
            return None;
        }
        let known = of_figure(&self.lock.values, &key.figure).filter(|(known, _)| known.group == key.group);
        let dates: Vec<String> = known.map(|(known, _)| known.on.to_string()).take(12).collect();
        (!dates.is_empty()).then(|| format!("published dates of this figure: {}", dates.join(", ")))
    }
}

/// Whether corrections were published already: what they led to is what readers saw.
pub fn is_history(chain: &[CorrectedFigure], published: Option<&FigureValue>) -> bool {
    published.is_some() && chain.last().is_some_and(|last| same(last.now.as_ref(), published))
}
