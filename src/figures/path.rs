//! Paths into records: `city`, `chains.chain`, `city.region`, through lists, groups and references.

use crate::config::Localized;
use crate::figures::condition::Look;
use crate::link::{Linked, RecordIx};
use crate::model::field::Options;
use crate::model::position::{CollectionIx, FieldIx};
use crate::model::value::{Fact, Given, Value};

/// Where a value is, from a record: positions of fields, one level after the other.
#[derive(Debug, Clone)]
pub struct Path {
    /// Position of the field on each level.
    pub hops: Vec<FieldIx>,
    /// What is at its end.
    pub end: End,
    /// The last field's name for readers.
    pub label: Localized,
}

/// What is at the end of a path.
#[derive(Debug, Clone)]
pub enum End {
    /// A number.
    Number,
    /// A choice, with the labels of its options.
    Choice(Options),
    /// A reference; with the collection when there is only one.
    Reference(Option<CollectionIx>),
    /// A boolean.
    Boolean,
    /// A text or a language.
    Text,
    /// The record itself.
    Record,
}

impl Path {
    /// Calls `visit` for every fact at the end of the path, as of the look's day.
    pub fn each<'s>(&self, look: &Look<'s>, record: RecordIx, visit: &mut impl FnMut(&'s Linked, &'s Fact)) {
        let Some((first, rest)) = self.hops.split_first() else { return };
        if let Some(fact) = look.site.fact_on(record, *first, look.day) {
            step(look, look.site.get(record), fact, rest, visit);
        }
    }
}

fn step<'s>(
    look: &Look<'s>,
    linked: &'s Linked,
    fact: &'s Fact,
    hops: &[FieldIx],
    visit: &mut impl FnMut(&'s Linked, &'s Fact),
) {
    if !look.is_told(linked, fact) {
        return;
    }
    match (&fact.given, hops.split_first()) {
        (Given::Value(Value::List(items)), _) => items.iter().for_each(|item| step(look, linked, item, hops, visit)),
        (Given::Value(Value::Group(facts)), Some((first, rest))) => {
            if let Some(inner) = &facts[*first] {
                step(look, linked, inner, rest, visit);
            }
        }
        (Given::Value(Value::Reference(at)), Some((first, rest))) => {
            let target = linked.targets[*at as usize].filter(|target| look.is_there(*target));
            let inner = target.and_then(|target| Some((target, look.site.fact_on(target, *first, look.day)?)));
            if let Some((target, inner)) = inner {
                step(look, look.site.get(target), inner, rest, visit);
            }
        }
        (_, None) => visit(linked, fact),
        _ => {}
    }
}
