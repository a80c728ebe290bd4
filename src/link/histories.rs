//! Which fact of a history holds on the report's day, and whether histories are in order.

use crate::diagnostics::{Diagnostic, codes};
use crate::link::{Linked, RecordIx, Site};
use crate::model::builtin::SOURCES;
use crate::model::date::Date;
use crate::model::value::{Fact, Value};

/// Sets `current` of every record.
pub fn resolve(site: &mut Site, as_of: &str, findings: &mut Vec<Diagnostic>) {
    let source_dates = source_dates(site);
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
                    history.iter().map(|fact| date_of(fact, linked, &source_dates)).collect();
                check(&field.name, history, &dates, linked, findings);
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

/// The date of each source; `None` when the site has no sources.
fn source_dates(site: &Site) -> Option<(u16, Vec<Option<Date>>)> {
    let collection = site.collection_named(SOURCES)?;
    let (field, _) = site.collections[collection as usize].field("date")?;
    let date = |linked: &Linked| match linked.record.entries[field].as_ref()?.history[0].value()? {
        Value::Date(date) => Some(*date),
        _ => None,
    };
    Some((collection, site.records[collection as usize].iter().map(date).collect()))
}

/// The date a fact counts from: its own, else the earliest of its sources.
fn date_of(fact: &Fact, linked: &Linked, sources: &Option<(u16, Vec<Option<Date>>)>) -> Option<Date> {
    fact.date().or_else(|| {
        let (collection, dates) = sources.as_ref()?;
        let cited = if fact.sources.is_empty() { &linked.record.sources } else { &fact.sources };
        let of_source =
            |target: RecordIx| if target.collection == *collection { dates[target.record as usize] } else { None };
        cited.iter().filter_map(|&at| of_source(linked.targets[at as usize]?)).min()
    })
}

fn check(field: &str, history: &[Fact], dates: &[Option<Date>], linked: &Linked, findings: &mut Vec<Diagnostic>) {
    let source = &linked.record.source;
    for (fact, date) in history.iter().zip(dates) {
        if date.is_none() {
            let finding =
                source.finding(&codes::HISTORY, fact.span, format!("nothing says when this value of `{field}` began"));
            findings.push(
                finding.hint("add `since: …`, or `by: …` when only “so by then” is known, or cite a dated source"),
            );
        }
    }
    for (at, pair) in dates.windows(2).enumerate() {
        if let [Some(before), Some(after)] = pair
            && before.first_day() >= after.first_day()
        {
            let message = format!("{after} does not come after {before}");
            let finding = source.finding(&codes::HISTORY, history[at + 1].span, message);
            findings.push(finding.hint("the oldest value stands first, and no two begin on the same day"));
        }
    }
}
