//! The facts of a record that are recorded when they are published: on the one walk over effective facts, whole histories,
//! with the parts of groups and lists.

use crate::diagnostics::Place;
use crate::link::effective::Effective;
use crate::link::{Site, item_key};
use crate::model::field::FieldKind;
use crate::model::value::{Status, Value};
use crate::parse::Span;
use crate::position::RecordIx;
use crate::publication::fact::{FactDate, FactKey, PublishedFact};
use crate::publication::lock::escaped;
use crate::publication::value::text_of;

/// A fact as the site says it.
#[derive(Debug, Clone)]
pub struct CurrentFact {
    /// Which one.
    pub key: FactKey,
    /// What is said.
    pub it: PublishedFact,
    /// Where it is written in the file of its record.
    pub span: Span,
}

/// The facts of a record that the public sees and that are recorded, in the order of their keys.
pub fn of_record(site: &Site, record: RecordIx) -> Vec<CurrentFact> {
    let model = site.model(record);
    let mut walk = Walk { site, record: site.key(record).into(), found: Vec::new() };
    if model.is_locked() {
        let recorded = model.fields.entries().filter(|(_, field)| field.locked && field.kind.is_recorded());
        for (at, field) in recorded {
            site.effective_history(record, at).for_each(|fact| walk.fact(&fact, &field.name));
        }
    }
    let mut found = walk.found;
    found.sort_by(|one, other| one.key.cmp(&other.key));
    number_equals(&mut found);
    found
}

/// Tells equal values of a set and date apart, in the order in which they are written.
fn number_equals(found: &mut [CurrentFact]) {
    for at in 1..found.len() {
        let before = &found[at - 1].key;
        if before.first_of_equals() == found[at].key {
            found[at].key.nth = before.nth + 1;
        }
    }
    found.sort_by(|one, other| one.key.cmp(&other.key));
}

/// The place of a fact that the site says; `None`: it says none by that key.
pub fn place(site: &Site, record: RecordIx, key: &FactKey) -> Option<Place> {
    let found = of_record(site, record).into_iter().find(|fact| fact.key == *key)?;
    Some(site.get(record).record.source.place(found.span))
}

/// The sources that a fact rests on, as the site says it; empty where it says none by that key.
pub fn sources(site: &Site, record: RecordIx, key: &FactKey) -> Vec<RecordIx> {
    let Some(found) = of_record(site, record).into_iter().find(|fact| fact.key == *key) else { return Vec::new() };
    let linked = site.get(record);
    let mut sources = Vec::new();
    for at in site.model(record).fields.positions() {
        site.effective_history(record, at).for_each(|fact| {
            fact.each(&mut |part| {
                if part.written.span == found.span {
                    sources = part.sources.iter().filter_map(|at| linked.targets[*at as usize]).collect();
                }
            });
        });
    }
    sources
}

struct Walk<'s> {
    site: &'s Site,
    record: Box<str>,
    found: Vec<CurrentFact>,
}

impl Walk<'_> {
    fn fact(&mut self, fact: &Effective, path: &str) {
        match fact.value() {
            Some(Value::List(_)) => {
                for item in fact.items() {
                    self.item(fact, &item, path);
                }
            }
            Some(Value::Group(_)) => self.group(fact, path, None),
            _ => self.leaf(fact, path),
        }
    }

    fn item(&mut self, list: &Effective, item: &Effective, path: &str) {
        match item_key::of_item(self.site, list, item) {
            Some(values) => {
                let values: Vec<_> = values.iter().map(|value| escaped(value, item_key::MARKS)).collect();
                self.group(item, &format!("{path}[{}]", values.join(",")), Some(list));
            }
            None => self.fact(item, &format!("{path}[]")),
        }
    }

    /// The fields of a group. Of those of a key the first that is written tells that there is such an item: the path has
    /// the others.
    fn group(&mut self, group: &Effective, path: &str, keyed: Option<&Effective>) {
        let FieldKind::Group(fields) = &group.field.kind else { return };
        let mut key = keyed.map(|list| list.field.key.as_slice()).unwrap_or_default().iter();
        let first = key.find(|at| group.in_group(**at).is_some());
        for (at, field) in fields.entries().filter(|(_, field)| field.locked && field.kind.is_recorded()) {
            let is_told = keyed.is_some_and(|list| list.field.key.contains(&at)) && first != Some(&at);
            if let Some(part) = group.in_group(at).filter(|_| !is_told) {
                self.fact(&part, &format!("{path}.{}", field.name));
            }
        }
    }

    fn leaf(&mut self, fact: &Effective, path: &str) {
        let Some(value) = text_of(self.site, fact) else { return };
        let status = fact.status.filter(|status| *status != Status::Final);
        let key = FactKey::new((self.record.clone(), path.into(), FactDate::from(fact.effective)), &value);
        let it = PublishedFact { value: value.into(), status };
        self.found.push(CurrentFact { key, it, span: fact.written.span });
    }
}
