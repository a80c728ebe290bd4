//! Which fact of a history holds on a day, when records begin, and whether histories are in order.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, codes};
use crate::link::{Linked, Site};
use crate::model::builtin::{self, SOURCES};
use crate::model::date::Date;
use crate::model::field::Collection;
use crate::model::value::{Fact, Value};
use crate::model::{Model, Record};

/// The date of each source that has one, by id: what is dated by nothing else counts from there.
#[derive(Debug, Default)]
pub struct SourceDates {
    seen: HashMap<Arc<str>, Date>,
    held: HashSet<Arc<str>>,
}

impl SourceDates {
    /// The dates of the sources that the public sees.
    pub fn new(model: &Model) -> Self {
        let Some(at) = model.collections.iter().position(|collection| *collection.id == *SOURCES) else {
            return SourceDates::default();
        };
        let Some((field, _)) = model.collections[at].field("date") else { return SourceDates::default() };
        let (held, seen): (Vec<&Record>, Vec<&Record>) =
            model.records[at].iter().partition(|record| record.hidden.is_some());
        let dates = seen.into_iter().filter_map(|record| match record.entries[field].as_ref()?.history[0].value()? {
            Value::Date(date) => Some((record.id.clone(), *date)),
            _ => None,
        });
        SourceDates { seen: dates.collect(), held: held.into_iter().map(|record| record.id.clone()).collect() }
    }

    /// Whether a fact rests on a source that the public does not see: then it is not there yet.
    fn rests_on_held(&self, fact: &Fact, record: &Record) -> bool {
        cited(fact, record).any(|id| self.held.contains(id))
    }

    /// The date a fact counts from: its own, else the earliest of its sources.
    pub fn of(&self, fact: &Fact, record: &Record) -> Option<Date> {
        fact.date().or_else(|| cited(fact, record).filter_map(|id| self.seen.get(id).copied()).min())
    }
}

/// Ids of the sources that a fact cites, be it through its record.
fn cited<'r>(fact: &Fact, record: &'r Record) -> impl Iterator<Item = &'r str> {
    let cited = if fact.sources.is_empty() { record.sources.clone() } else { fact.sources.clone() };
    cited.into_iter().map(|at| {
        let text: &str = &record.references[at as usize].text;
        text.strip_prefix("sources/").unwrap_or(text)
    })
}

/// The day from which there is a record: its date role has come, and every tracked field that must be said has begun.
/// Records of built-in collections are always there: a report of an earlier day is made with today's knowledge.
pub fn begins(record: &Record, model: &Collection, dates: &SourceDates) -> Option<Begun> {
    if builtin::is_built_in(&model.id) {
        return None;
    }
    let first = |field: usize| Some(record.entries[field].as_ref()?.history.as_slice());
    let dated = model.roles.date.and_then(first).and_then(|history| match history[0].value()? {
        Value::Date(date) => Some(Begun { date: *date, since: true }),
        _ => None,
    });
    let tracked = model.fields.iter().enumerate().filter(|(_, field)| field.tracked && field.required);
    let begun = tracked.filter_map(|(at, _)| {
        let dated = first(at)?
            .iter()
            .filter_map(|fact| dates.of(fact, record).map(|date| Begun { date, since: fact.by.is_none() }));
        dated.min()
    });
    begun.chain(dated).max_by_key(|begun| begun.date.first())
}

/// The date from which there is a record. Ordered by it, the coarser and the less certain first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Begun {
    /// As it is written.
    pub date: Date,
    /// Whether it only says “since”, not “by then”.
    pub since: bool,
}

/// Sets `current` of every record.
pub fn resolve(site: &mut Site, as_of: &str, findings: &mut Vec<Diagnostic>) {
    let mut all = Vec::new();
    for (model, records) in site.collections.iter().zip(&site.records) {
        for linked in records {
            let fields = model.fields.iter().zip(&linked.record.entries);
            let current = fields.map(|(field, entry)| {
                let history = &entry.as_ref()?.history;
                if !field.tracked {
                    return (!history.is_empty()).then_some(0);
                }
                let dates: Vec<Option<Date>> =
                    history.iter().map(|fact| site.source_dates.of(fact, &linked.record)).collect();
                check(&field.name, history, &dates, linked, &site.source_dates, findings);
                let holds = |date: &Option<Date>| date.is_some_and(|date| date.reached_by(as_of));
                dates.iter().rposition(holds).map(|at| at as u32)
            });
            all.push(current.collect::<Vec<_>>());
        }
    }
    let mut all = all.into_iter();
    for linked in site.records.iter_mut().flatten() {
        linked.current = all.next().unwrap_or_default();
    }
}

fn check(
    field: &str,
    history: &[Fact],
    dates: &[Option<Date>],
    linked: &Linked,
    sources: &SourceDates,
    findings: &mut Vec<Diagnostic>,
) {
    let source = &linked.record.source;
    for (fact, date) in history.iter().zip(dates) {
        let is_elsewhere = matches!(fact.value(), Some(Value::Written(_)));
        if date.is_none() && !is_elsewhere && !sources.rests_on_held(fact, &linked.record) {
            let finding =
                source.finding(&codes::HISTORY, fact.span, format!("nothing says when this value of `{field}` began"));
            findings.push(
                finding.hint("add `since: …`, or `by: …` when only “so by then” is known, or cite a dated source"),
            );
        }
    }
    for (at, pair) in dates.windows(2).enumerate() {
        if let [Some(before), Some(after)] = pair
            && before.first() >= after.first()
        {
            let message = format!("{after} does not come after {before}");
            let finding = source.finding(&codes::HISTORY, history[at + 1].span, message);
            findings.push(finding.hint("the oldest value stands first, and no two begin on the same day"));
        }
    }
}
