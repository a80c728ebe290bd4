//! Drafts for facts that are others now.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::link::Site;
use crate::model::date::Date;
use crate::model::field::{Field, FieldKind};
use crate::position::Position as _;
use crate::publication::compare::{ChangedFact, Changes};
use crate::publication::draft::told::{Dates, Told, may_change};
use crate::publication::draft::yaml;
use crate::publication::fact::FactDate;

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

/// A part of the path to a fact: `organizations[lead,some-org]`.
struct Part<'p> {
    name: &'p str,
    /// The values that tell an item from others, each escaped; none for a set.
    item: Vec<&'p str>,
}

/// `field: organizations.name`, and of an entry of a list what tells it from others.
fn field(site: &Site, record: &str, path: &str) -> Vec<String> {
    let parts = parts(path);
    let names: Vec<&str> = parts.iter().map(|part| part.name).collect();
    let mut lines = vec![format!("field: {}", names.join("."))];
    let Some(at) = parts.iter().position(|part| !part.item.is_empty()) else { return lines };
    let collection = site.collections.iter().find(|model| record.split('/').next() == Some(&*model.id));
    let list = collection.and_then(|model| field_at(model.fields.as_slice(), &names[..=at]));
    let keys = list.into_iter().flat_map(|list| {
        let fields = inner(list).unwrap_or_default();
        list.key.iter().filter_map(move |key| fields.get(key.before()))
    });
    let written = keys.zip(&parts[at].item).filter(|(_, value)| !value.is_empty());
    lines.push("item:".to_owned());
    lines.extend(written.map(|(key, value)| {
        format!("  {}: {}", key.name, yaml::scalar(&percent_decode_str(value).decode_utf8_lossy()))
    }));
    lines
}

/// The parts of a path. What tells an item from others may hold any sign but those that end it.
fn parts(path: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (item, after) = match after.strip_prefix('[') {
            Some(inner) => inner.split_once(']').unwrap_or((inner, "")),
            None => ("", after),
        };
        let item = if item.is_empty() { Vec::new() } else { item.split(',').collect() };
        parts.push(Part { name, item });
        rest = after.strip_prefix('.').unwrap_or_default();
    }
    parts
}

fn field_at<'m>(fields: &'m [Field], names: &[&str]) -> Option<&'m Field> {
    let (last, above) = names.split_last()?;
    let fields = above.iter().try_fold(fields, |fields, name| inner(named(fields, name)?))?;
    named(fields, last)
}

fn named<'m>(fields: &'m [Field], name: &str) -> Option<&'m Field> {
    fields.iter().find(|field| *field.name == *name)
}

/// The fields in a group, or in the groups of a list.
fn inner(field: &Field) -> Option<&[Field]> {
    match &field.kind {
        FieldKind::Group(fields) => Some(fields.as_slice()),
        FieldKind::List(item) => inner(item),
        _ => None,
    }
}
