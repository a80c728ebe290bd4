//! The kinds of what a search finds: the collections, in the order in which readers know them.

use std::collections::BTreeSet;

use crate::link::names::Target;
use crate::plan::menus::Step;
use crate::plan::search;
use crate::position::{CollectionIx, LanguageIx};
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};

/// A collection with what is found of it in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// The collection.
    pub collection: CollectionIx,
    /// How many of its records are found; at least one.
    pub count: usize,
}

/// The kinds of a language: collections in the order of the navigation, then the others as declared.
pub fn of_language(localizer: Localizer) -> Vec<Kind> {
    let Localizer { report, language, .. } = localizer;
    let kind = |collection: CollectionIx| {
        recorder::note(Note::Members(collection));
        let found = search::of_collection(&report.site, &report.plan.addresses, (collection, language));
        Kind { collection, count: found.count() }
    };
    in_order(report).into_iter().map(kind).filter(|kind| kind.count > 0).collect()
}

fn in_order(report: &Report) -> Vec<CollectionIx> {
    let mut found = Vec::new();
    add(&report.plan.menus.navigation[LanguageIx::SOURCE], &mut found);
    found.extend(report.site.collections.positions());
    let mut seen = BTreeSet::new();
    found.retain(|at| seen.insert(*at));
    found
}

/// Adds the collections that a menu leads to.
fn add(steps: &[Step], found: &mut Vec<CollectionIx>) {
    for step in steps {
        if let Some(Target::Collection(at)) = step.target {
            found.push(at);
        }
        add(&step.items, found);
    }
}
