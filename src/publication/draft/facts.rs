//! Drafts for facts that are others now.

use std::collections::BTreeMap;

use crate::link::Site;
use crate::model::date::Date;
use crate::publication::compare::{ChangedFact, Changes};
use crate::publication::draft::told::{Dates, Told, may_change};
use crate::publication::draft::yaml;
use crate::publication::fact::FactDate;
use crate::publication::paths;

/// The changes of one field of one record.
struct Series<'c> {
    record: &'c str,
    /// Oldest first.
    facts: Vec<&'c ChangedFact>,
}

/// What series of several records have in common, if one draft is to tell of them.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Alike<'c> {
    collection: &'c str,
    path: &'c str,
    member: Option<&'c str>,
    dates: Dates,
    is_revision: bool,
}

/// What has to be told of facts: one draft for all dates of a field, and for all records of which the same field changed on
/// the same dates. What moved to another date, or has none, is told of by itself.
pub fn told(site: &Site, changes: &Changes) -> Vec<Told> {
    let mut series: BTreeMap<_, Vec<&ChangedFact>> = BTreeMap::new();
    let mut told = Vec::new();
    // Of what is not there any more nothing can be told.
    let is_there = |fact: &&ChangedFact| site.find(&fact.key.record).is_ok();
    for fact in changes.facts.iter().filter(|fact| !fact.explained).filter(is_there) {
        let key = &fact.key;
        if fact.moved.is_some() {
            told.push(of_fact(site, fact));
        } else {
            let is_dated = key.on != FactDate::Undated;
            series.entry((&*key.record, &*key.path, key.member.as_deref(), is_dated)).or_default().push(fact);
        }
    }
    let mut alike: BTreeMap<Alike, Vec<Series>> = BTreeMap::new();
    for ((record, path, member, _), facts) in series {
        let collection = record.split('/').next().unwrap_or(record);
        let dates = Dates::of(date(facts.first()), date(facts.last()));
        let is_revision = facts.iter().all(|fact| may_change(fact.was.status));
        alike.entry(Alike { collection, path, member, dates, is_revision }).or_default().push(Series { record, facts });
    }
    told.extend(alike.iter().map(|(alike, series)| match series.as_slice() {
        [Series { facts, .. }] if facts.len() == 1 => of_fact(site, facts[0]),
        series => of_series(site, alike, series),
    }));
    told
}

fn date(fact: Option<&&ChangedFact>) -> Option<Date> {
    fact.and_then(|fact| fact.key.on.date())
}

/// Several values: what they were is in the record of publications, what they are in the content.
fn of_series(site: &Site, alike: &Alike, series: &[Series]) -> Told {
    let records: Vec<&str> = series.iter().map(|one| one.record).collect();
    let first = records.first().copied().unwrap_or_default();
    let mut lines = of(&records);
    lines.extend(field(site, first, alike.path));
    lines.extend(alike.dates.line());
    let about = if records.len() == 1 { first } else { alike.collection };
    let dates = alike.dates.name();
    let name = yaml::name([Some(about), Some(alike.path), alike.member, dates.as_deref()].into_iter().flatten());
    Told { name, is_revision: alike.is_revision, lines }
}

/// One value, with what it was and is.
pub fn of_fact(site: &Site, fact: &ChangedFact) -> Told {
    let key = &fact.key;
    let dates = Dates::of(key.on.date(), key.on.date());
    let mut lines = of(&[&key.record]);
    lines.extend(field(site, &key.record, &key.path));
    lines.extend(dates.line());
    lines.push(format!("was: {}", yaml::value(&fact.was.value)));
    let now = match (fact.moved, &fact.now) {
        (Some(to), _) => Some(yaml::value_since(&fact.was.value, to)),
        (None, Some(now)) => Some(yaml::value(&now.value)),
        (None, None) => None,
    };
    lines.extend(now.map(|now| format!("now: {now}")));
    let name = dates.name();
    let name = yaml::name(
        [Some(&*key.record), Some(&*key.path), key.member.as_deref(), name.as_deref()].into_iter().flatten(),
    );
    Told { name, is_revision: may_change(fact.was.status), lines }
}

fn of(records: &[&str]) -> Vec<String> {
    match records {
        [one] => vec![format!("of: {}", yaml::scalar(one))],
        many => {
            let items = many.iter().map(|record| format!("  - {}", yaml::scalar(record)));
            std::iter::once("of:".to_owned()).chain(items).collect()
        }
    }
}

/// `field: organizations.name`, and of an entry of a list what tells it from others.
fn field(site: &Site, record: &str, path: &str) -> Vec<String> {
    let mut lines = vec![format!("field: {}", paths::names(path))];
    let collection = site.collections.iter().find(|model| record.split('/').next() == Some(&*model.id));
    let item = collection.map(|model| paths::item(model, path)).unwrap_or_default();
    if !item.is_empty() {
        lines.push("item:".to_owned());
    }
    let written = item.iter().filter(|(_, value)| !value.is_empty());
    lines.extend(written.map(|(key, value)| format!("  {}: {}", key.name, yaml::scalar(value))));
    lines
}
