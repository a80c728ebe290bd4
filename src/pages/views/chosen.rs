//! What lists of a collection show, chosen once for all pages, and what a collection says of them.

use tera::Value;

use crate::link::listing;
use crate::model::list_kind::ListKind;
use crate::model::listing::ListedField;
use crate::pages::cache::ChosenOnce;
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::optional;
use crate::position::CollectionIx;
use crate::report::recorder::{self, Note};

/// What lists of a collection show, with the notes of those that had to look at its records to know.
fn chosen(local: LocalRenderer<'_>, collection: CollectionIx) -> &ChosenOnce {
    local.renderer.lists.of(collection, || {
        local.report().note_deciding(collection);
        listing::chosen(&local.report().site, collection)
    })
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
