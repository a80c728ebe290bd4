//! Which fact of a history holds on a day, when records begin, and whether histories are in order.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, codes};
use crate::link::effective::Effective;
use crate::link::{Linked, Site};
use crate::model::builtin::{self, SOURCES};
use crate::model::date::{Date, Day};
use crate::model::field::Collection;
use crate::model::position::{FieldIx, List};
use crate::model::record::{Model, Record};
use crate::model::value::{Fact, Value};

/// What sources say of dates, by id: what is dated by nothing else counts from the date of its source, never from the day on
/// which somebody looked at it.
#[derive(Debug, Default)]
pub struct SourceDates {
    /// The date of each source that has one.
    dates: HashMap<Arc<str>, Date>,
    /// The day on which a source without date was last seen.
    seen: HashMap<Arc<str>, Date>,
    withheld: HashSet<Arc<str>>,
}

/// From when a value of a tracked field counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From this date on: its own, else the earliest of its sources.
    On(Date),
    /// Nobody says.
    Undated,
    /// It rests on a source that the public does not see yet.
    NotYet,
}

impl SourceDates {
    /// The dates of the sources that the public sees.
    pub fn new(model: &Model) -> Self {
        let Some(at) = model.collections.position(|collection| *collection.id == *SOURCES) else {
            return SourceDates::default();
        };
        let (withheld, shown): (Vec<&Record>, Vec<&Record>) =
            model.records[at].iter().partition(|record| record.hidden.is_some());
        let dates_of = |name: &str| -> HashMap<Arc<str>, Date> {
            let Some((field, _)) = model.collections[at].field(name) else { return HashMap::new() };
            let date = |record: &&Record| match record.entries[field].entry()?.history[0].value()? {
                Value::Date(date) => Some((record.id.clone(), *date)),
                _ => None,
            };
            shown.iter().filter_map(date).collect()
        };
        let (dates, mut seen) = (dates_of("date"), dates_of("seen"));
        seen.retain(|id, _| !dates.contains_key(id));
        SourceDates { dates, seen, withheld: withheld.into_iter().map(|record| record.id.clone()).collect() }
    }

    /// From when a fact counts.
    pub fn when(&self, fact: &Fact, record: &Record) -> When {
        let of_source = || cited(fact, record).filter_map(|id| self.dates.get(id).copied()).min();
        match fact.date().or_else(of_source) {
            Some(date) => When::On(date),
            None if cited(fact, record).any(|id| self.withheld.contains(id)) => When::NotYet,
            None => When::Undated,
        }
    }

    /// The only source of a fact, where it has no date and was last seen on the very day that the fact names.
    fn seen_then<'r>(&self, fact: &'r Fact, record: &'r Record) -> Option<&'r str> {
        let mut cited = cited(fact, record);
        let only = cited.next().filter(|_| cited.next().is_none())?;
        self.seen.get(only).filter(|seen| Some(**seen) == fact.by).map(|_| only)
    }

    /// The latest date among sources of a record that have one.
    pub fn latest(&self, sources: &[u32], record: &Record) -> Option<Date> {
        let ids = sources.iter().map(|at| &*record.references[*at as usize].text);
        let dates = ids.filter_map(|id| self.dates.get(id.strip_prefix("sources/").unwrap_or(id)));
        dates.max_by_key(|date| date.last()).copied()
    }
}

/// Ids of the sources that a fact cites, be it through its record.
fn cited<'r>(fact: &'r Fact, record: &'r Record) -> impl Iterator<Item = &'r str> {
    let cited = if fact.sources.is_empty() { &record.sources } else { &fact.sources };
    cited.iter().map(|at| {
        let text: &str = &record.references[*at as usize].text;
        text.strip_prefix("sources/").unwrap_or(text)
    })
}

/// From when there is a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    /// It always was there.
    Always,
    /// From this date on.
    On(Begun),
    /// Nobody says: it is there on the day of the data.
    Undated,
}

impl Begins {
    /// The first day; `undated` where nobody says.
    pub fn day(self, undated: Day) -> Day {
        match self {
            Begins::Always => Day::ALWAYS,
            Begins::On(begun) => begun.date.first(),
            Begins::Undated => undated,
        }
    }

    /// The date as it is written; `None`: there is none.
    pub fn date(self) -> Option<Begun> {
        if let Begins::On(begun) = self { Some(begun) } else { None }
    }
}

/// The day from which there is a record: its date role has come, and every tracked field that must be said has begun.
/// Records of built-in collections are always there: a report of an earlier day is made with today's knowledge.
pub fn begins(record: &Record, model: &Collection, dates: &SourceDates) -> Begins {
    if builtin::is_built_in(&model.id) {
        return Begins::Always;
    }
    let history = |field: FieldIx| record.entries[field].entry().map(|entry| entry.history.as_slice());
    let dated = model.roles.date.and_then(history).and_then(|history| match history[0].value()? {
        Value::Date(date) => Some(Begins::On(Begun { date: *date, since: true })),
        _ => None,
    });
    let tracked = model.fields.entries().filter(|(_, field)| field.tracked && field.required);
    let begun = tracked.filter_map(|(at, _)| first_of(history(at)?, record, dates));
    begun.chain(dated).max_by_key(|begins| begins.day(Day::LAST)).unwrap_or(Begins::Always)
}

/// When the first value of a history begins: a date before none. `None`: it rests on nothing that the public sees.
fn first_of(history: &[Fact], record: &Record, dates: &SourceDates) -> Option<Begins> {
    let dated = history.iter().filter_map(|fact| match dates.when(fact, record) {
        When::On(date) => Some(Begun { date, since: fact.by.is_none() }),
        When::Undated | When::NotYet => None,
    });
    let is_undated = |fact: &Fact| fact.value().is_some() && dates.when(fact, record) == When::Undated;
    dated.min().map(Begins::On).or_else(|| history.iter().any(is_undated).then_some(Begins::Undated))
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
pub fn resolve(site: &mut Site, findings: &mut Vec<Diagnostic>) {
    let mut all = Vec::new();
    for (model, records) in site.collections.iter().zip(&site.records) {
        for linked in records {
            let fields = model.fields.iter().zip(&linked.record.entries);
            let current = fields.map(|(field, entry)| {
                let history = &entry.entry()?.history;
                if !field.tracked {
                    return (!history.is_empty()).then_some(0);
                }
                let when: Vec<When> = history.iter().map(|fact| site.source_dates.when(fact, &linked.record)).collect();
                check(&field.name, history, &when, linked, findings);
                let holds = |when: &When| match when {
                    When::On(date) => date.first() <= site.as_of,
                    When::Undated => site.undated_from <= site.as_of,
                    When::NotYet => false,
                };
                when.iter().rposition(holds).map(|at| at as u32)
            });
            all.push(current.collect::<List<FieldIx, _>>());
        }
    }
    let mut all = all.into_iter();
    for linked in site.records.iter_mut().flatten() {
        linked.current = all.next().unwrap_or_else(|| Vec::new().into());
    }
    for linked in site.records.iter().flatten() {
        for fact in site.written_facts(linked.at) {
            fact.each(&mut |fact| findings.extend(dated_by_reading(&site.source_dates, fact)));
        }
    }
}

fn check(field: &str, history: &[Fact], when: &[When], linked: &Linked, findings: &mut Vec<Diagnostic>) {
    let source = &linked.record.source;
    for (fact, when) in history.iter().zip(when) {
        let is_elsewhere = matches!(fact.value(), Some(Value::Raw(_)));
        let has_source = cited(fact, &linked.record).next().is_some();
        if *when == When::Undated && !has_source && !is_elsewhere {
            let finding =
                source.finding(&codes::HISTORY, fact.span, format!("nothing says when this value of `{field}` began"));
            findings.push(finding.hint("add `since: …`, or `by: …` when only “so by then” is known, or cite a source"));
        }
    }
    let dated = history.iter().zip(when).filter_map(|(fact, when)| match when {
        When::On(date) => Some((fact, *date)),
        When::Undated | When::NotYet => None,
    });
    let dated: Vec<(&Fact, Date)> = dated.collect();
    for pair in dated.windows(2) {
        if let [(_, before), (fact, after)] = pair
            && before.first() >= after.first()
        {
            let message = format!("{after} does not come after {before}");
            let finding = source.finding(&codes::HISTORY, fact.span, message);
            findings.push(finding.hint("the oldest value stands first, and no two begin on the same day"));
        }
    }
}

/// A finding for what is dated by the day on which somebody looked at its only source.
fn dated_by_reading(dates: &SourceDates, fact: &Effective) -> Option<Diagnostic> {
    let (record, fact) = (&fact.linked.record, fact.fact);
    let (by, source) = (fact.by?, dates.seen_then(fact, record)?);
    let message = format!("{by} is the day on which `{source}` was read: the source has no date");
    let finding = record.source.finding(&codes::BY_SEEN, fact.span, message);
    Some(finding.hint("leave `by` out: then it counts from the day of the data, and its date is said to be unknown"))
}
