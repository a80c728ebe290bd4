//! What the facts of a collection say beside their values: only what is used gets columns.

use crate::link::Site;
use crate::link::effective::Effective;
use crate::model::field::{Field, FieldKind};
use crate::position::CollectionIx;

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

    fn mark(&mut self, fact: &Effective) {
        let written = fact.written;
        self.missing |= written.value().is_none();
        self.bound |= written.bound.is_some();
        self.status |= written.status.is_some();
        self.since |= written.since().is_some();
        self.by |= written.by().is_some();
        fact.items().for_each(|item| self.parts[0].mark(&item));
        for (used, (_, part)) in self.parts.iter_mut().zip(fact.fields()) {
            part.iter().for_each(|part| used.mark(part));
        }
    }
}

/// What the facts of a collection say on the report's day, per field.
pub fn by(site: &Site, collection: CollectionIx) -> Vec<Used> {
    let fields = &site.collections[collection].fields;
    let mut used: Vec<Used> = fields.iter().map(Used::new).collect();
    for linked in &site.records[collection] {
        for (at, used) in fields.positions().zip(&mut used) {
            site.effective(linked.at, at).iter().for_each(|fact| used.mark(fact));
        }
    }
    used
}
