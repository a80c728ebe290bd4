//! Which date a fact counts from, where it has none of its own: that of its sources.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::config::{Config, Run};
use crate::link::start::Start;
use crate::model::builtin::{self, SOURCES};
use crate::model::date::{Date, Day};
use crate::model::effective::EffectiveDate;
use crate::model::field::{Collection, Field};
use crate::model::record::{Model, Record};
use crate::model::value::{Fact, Value};
use crate::position::FieldIx;

/// The days of a report, and what its sources say of dates.
#[derive(Debug)]
pub struct Dates {
    /// The report's day; its end where what nobody dates counts.
    pub as_of: Day,
    /// When what nobody dates begins: the end of the day of the data.
    pub undated_from: Day,
    /// The dates of the sources.
    pub sources: SourceDates,
}

/// What sources say of dates, by id: what is dated by nothing else counts from the date of its source, never from the day on
/// which somebody looked at it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SourceDates {
    /// The date of each source that has one.
    dates: HashMap<Arc<str>, Date>,
    /// The day on which a source without date was last seen.
    seen: HashMap<Arc<str>, Date>,
    /// Sources that the public does not see yet.
    withheld: HashSet<Arc<str>>,
}

impl Dates {
    /// The days of a run, and the dates of the sources of a model. The report describes the day that is asked for, or else
    /// that of the data: the end of it, unless it is earlier than the data.
    pub fn new(model: &Model, config: &Config, run: &Run) -> Self {
        let data = config.data_as_of.unwrap_or(run.today);
        let day = run.as_of.unwrap_or(data);
        let undated_from = Day::from(day.max(data)).late();
        let as_of = if day < data { Day::from(day) } else { Day::from(day).late() };
        Dates { as_of, undated_from, sources: SourceDates::new(model) }
    }

    /// When a fact of a field begins. This is the one place that says so of what has no date of its own: a tracked value
    /// counts from the earliest of its sources; if none of them has a date, nobody dates it.
    pub fn start(&self, field: &Field, fact: &Fact, record: &Record) -> Start {
        if !field.tracked {
            return fact.effective_from().map_or(Start::Always, Start::On);
        }
        let of_sources = || cited(fact, record).filter_map(|id| self.sources.dates.get(id).copied()).min();
        match fact.effective.or_else(|| of_sources().map(EffectiveDate::Since)) {
            Some(date) => Start::On(date),
            None if cited(fact, record).any(|id| self.sources.withheld.contains(id)) => Start::Withheld,
            None => Start::Undated,
        }
    }

    /// When there begins to be a record: its date role has come, and every tracked field that must be said has begun.
    /// Records of built-in collections are always there: a report of an earlier day is made with today's knowledge.
    pub fn record_start(&self, record: &Record, model: &Collection) -> Start {
        if builtin::is_built_in(&model.id) {
            return Start::Always;
        }
        let history = |at: FieldIx| record.entries[at].entry().map(|entry| entry.history.as_slice());
        let dated = model.roles.date.and_then(history).and_then(|history| match history[0].value()? {
            Value::Date(date) => Some(Start::On(EffectiveDate::Since(*date))),
            _ => None,
        });
        let tracked = model.fields.entries().filter(|(_, field)| field.tracked && field.required);
        let begun = tracked.filter_map(|(at, field)| self.first(field, history(at)?, record));
        begun.chain(dated).max_by_key(|start| start.first(Day::LAST)).unwrap_or(Start::Always)
    }

    /// When the first value of a history begins: a date before none. `None`: it rests on nothing that the public sees.
    fn first(&self, field: &Field, history: &[Fact], record: &Record) -> Option<Start> {
        let starts = || history.iter().map(|fact| (fact, self.start(field, fact, record)));
        let dated = starts().filter_map(|(_, start)| start.date()).min();
        let is_undated = |(fact, start): (&Fact, Start)| fact.value().is_some() && start == Start::Undated;
        dated.map(Start::On).or_else(|| starts().any(is_undated).then_some(Start::Undated))
    }
}

impl SourceDates {
    /// The dates of the sources that the public sees.
    fn new(model: &Model) -> Self {
        let Some(at) = model.collections.position(|collection| *collection.id == *SOURCES) else {
            return SourceDates::default();
        };
        let (withheld, shown): (Vec<&Record>, Vec<&Record>) =
            model.records[at].iter().map(|record| &**record).partition(|record| record.hidden.is_some());
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

    /// The only source of a fact, where it has no date and was last seen on the very day that the fact names.
    pub fn seen_then<'r>(&self, fact: &'r Fact, record: &'r Record) -> Option<&'r str> {
        let mut cited = cited(fact, record);
        let only = cited.next().filter(|_| cited.next().is_none())?;
        self.seen.get(only).filter(|seen| Some(**seen) == fact.by()).map(|_| only)
    }

    /// The latest date among sources of a record that have one.
    pub fn latest(&self, sources: &[u32], record: &Record) -> Option<Date> {
        let ids = sources.iter().map(|at| &*record.references[*at as usize].text);
        let dates = ids.filter_map(|id| self.dates.get(id.strip_prefix("sources/").unwrap_or(id)));
        dates.max_by_key(|date| date.last()).copied()
    }
}

/// Ids of the sources that a fact cites, be it through its record.
pub fn cited<'r>(fact: &'r Fact, record: &'r Record) -> impl Iterator<Item = &'r str> {
    let cited = if fact.sources.is_empty() { record.sources.as_slice() } else { &*fact.sources };
    cited.iter().map(|at| {
        let text: &str = &record.references[*at as usize].text;
        text.strip_prefix("sources/").unwrap_or(text)
    })
}
