//! What lists of a collection show, chosen once for all pages, and what a collection says of them.

use tera::Value;

use crate::link::listing::{self, Chosen};
use crate::model::builtin::SOURCES;
use crate::pages::cache::ChosenOnce;
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::optional;
use crate::position::CollectionIx;
use crate::report::recorder::{self, Note};

/// What lists of a collection show, with the notes of those that had to look at its records to know.
pub fn chosen(local: LocalRenderer<'_>, collection: CollectionIx) -> &ChosenOnce {
    let site = &local.report().site;
    local.renderer.views.lists.of(collection, || {
        recorder::note(Note::Records(collection));
        // A value may begin on the day of its source, and a reference may lead to what the public does not see.
        site.collection_named(SOURCES).into_iter().for_each(|sources| recorder::note(Note::Records(sources)));
        site.records[collection].iter().for_each(|linked| local.report().note_absent(linked));
        listing::chosen(site, collection)
    })
}

/// The same of those who show its columns.
pub fn chosen_columns(local: LocalRenderer<'_>, collection: CollectionIx) -> &Chosen {
    recorder::note(Note::Model(collection));
    let (chosen, reads) = chosen(local, collection);
    if local.report().site.collections[collection].listing.columns.is_none() {
        recorder::note_all(reads);
    }
    chosen
}

/// `{description, kind, layout, az, per_page}` of a collection.
pub fn described(local: LocalRenderer, collection: CollectionIx) -> [(&'static str, Value); 5] {
    let model = &local.report().site.collections[collection];
    let (chosen, reads) = chosen(local, collection);
    // Whether there are images enough is a matter of the records.
    if model.listing.layout.is_none() && model.roles.image.is_some() {
        recorder::note_all(reads);
    }
    let description = model.listing.description.best(local.language).map(|(_, text)| &**text);
    [
        ("description", optional(description)),
        ("kind", Value::from(model.kind.name())),
        ("layout", Value::from(chosen.layout.name())),
        ("az", Value::from(chosen.letters)),
        ("per_page", model.per_page.map_or_else(Value::none, Value::from)),
    ]
}
