//! What the facts of a collection say beside their values: only what is used gets columns.

use crate::link::Linked;
use crate::model::field::{Field, FieldKind, Fields};
use crate::model::value::{Fact, Value};

/// What facts of a field say beside their values.
#[derive(Debug, Default)]
pub struct Used {
    /// That a value is missing.
    pub missing: bool,
    /// A bound.
    pub bound: bool,
    /// A status.
    pub status: bool,
    /// Since when.
    pub since: bool,
    /// By when.
    pub by: bool,
    /// The same of the fields of a group, or of the items of a list.
    pub parts: Vec<Used>,
}

impl Used {
    /// Nothing used yet. The dates of a tracked field always are.
    fn new(field: &Field) -> Self {
        let parts = match &field.kind {
            FieldKind::Group(fields) => fields.iter().map(Used::new).collect(),
            FieldKind::List(item) => vec![Used::new(item)],
            _ => Vec::new(),
        };
        Used { since: field.tracked, by: field.tracked, parts, ..Used::default() }
    }

    fn mark(&mut self, linked: &Linked, fact: &Fact) {
        self.missing |= fact.value().is_none();
        self.bound |= fact.bound.is_some();
        self.status |= fact.status.is_some();
        self.since |= fact.since().is_some();
        self.by |= fact.by().is_some();
        match fact.value() {
            Some(Value::List(items)) => {
                items.iter().filter(|item| linked.is_seen(item)).for_each(|item| self.parts[0].mark(linked, item));
            }
            Some(Value::Group(facts)) => {
                for (part, fact) in self.parts.iter_mut().zip(facts) {
                    fact.iter().filter(|fact| linked.is_seen(fact)).for_each(|fact| part.mark(linked, fact));
                }
            }
            _ => {}
        }
    }
}

/// What the facts of some records say on the report's day, per field.
pub fn by(records: &[Linked], fields: &Fields) -> Vec<Used> {
    let mut used: Vec<Used> = fields.iter().map(Used::new).collect();
    for linked in records {
        for (at, used) in fields.positions().zip(&mut used) {
            linked.fact(at).iter().for_each(|fact| used.mark(linked, fact));
        }
    }
    used
}
