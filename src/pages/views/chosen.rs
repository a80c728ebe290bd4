//! What lists of a collection show, chosen once for all pages, and what a collection says of them.

use tera::Value;

use crate::link::listing;
use crate::model::builtin::SOURCES;
use crate::model::field::{Targets, each_reference};
use crate::model::list_kind::ListKind;
use crate::model::listing::ListedField;
use crate::pages::cache::ChosenOnce;
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::optional;
use crate::position::CollectionIx;
use crate::report::recorder::{self, Note};

/// What lists of a collection show, with the notes of those that had to look at its records to know.
fn chosen(local: LocalRenderer<'_>, collection: CollectionIx) -> &ChosenOnce {
    local.renderer.views.lists.of(collection, || {
        note_records(local, collection);
        listing::chosen(&local.report().site, collection)
    })
}

/// Notes all that decides which records of a collection have a value of a field.
pub fn note_records(local: LocalRenderer, collection: CollectionIx) {
    let site = &local.report().site;
    recorder::note(Note::Records(collection));
    // A value may begin on the day of its source, and a reference may lead to what the public does not see.
    site.collection_named(SOURCES).into_iter().for_each(|sources| recorder::note(Note::Records(sources)));
    site.records[collection].iter().for_each(|linked| local.report().note_absent(linked));
    each_reference(site.collections[collection].fields.as_slice(), &mut |_, to| {
        if let Targets::One(name) = to {
            site.collection_named(name).into_iter().for_each(|target| recorder::note(Note::Members(target)));
        }
    });
}

/// The fields of a list of a collection.
pub fn fields(local: LocalRenderer<'_>, collection: CollectionIx, kind: ListKind) -> &[ListedField] {
    recorder::note(Note::Model(collection));
    let (chosen, reads) = chosen(local, collection);
    let declared = &local.report().site.collections[collection].listing;
    let (fields, is_declared) = match kind {
        ListKind::Columns => (&chosen.columns, declared.columns.is_some()),
        ListKind::Glance => (&chosen.glance, declared.glance.is_some() || declared.columns.is_some()),
        ListKind::Facets => (&chosen.facets, declared.facets.is_some()),
    };
    if !is_declared {
        recorder::note_all(reads);
    }
    fields
}

/// `{description, kind, layout, az, per_page}` of a collection.
pub fn described(local: LocalRenderer, collection: CollectionIx) -> [(&'static str, Value); 5] {
    let site = &local.report().site;
    let model = &site.collections[collection];
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
        ("per_page", site.per_page(collection).map_or_else(Value::none, Value::from)),
    ]
}
