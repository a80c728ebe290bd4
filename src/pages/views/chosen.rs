//! What lists of a collection show, chosen once for all pages, and what a collection says of them.

use tera::Value;

use crate::link::listing;
use crate::model::list_kind::ListKind;
use crate::model::listing::ListedField;
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::optional;
use crate::position::CollectionIx;
use crate::report::recorder::{self, Note};

/// The fields of a list of a collection.
pub fn fields(local: LocalRenderer<'_>, collection: CollectionIx, kind: ListKind) -> &[ListedField] {
    recorder::note(Note::Model(collection));
    let (fields, reads) = local.renderer.lists.of(collection, kind, || {
        local.report().note_deciding(collection);
        listing::fields(&local.report().site, collection, kind)
    });
    let declared = &local.report().site.collections[collection].listing;
    let is_declared = match kind {
        ListKind::Columns => declared.columns.is_some(),
        ListKind::Glance => declared.glance.is_some() || declared.columns.is_some(),
        ListKind::Facets => declared.facets.is_some(),
    };
    // Else somebody had to look at the records to know.
    if !is_declared {
        recorder::note_all(reads);
    }
    fields
}

/// `{description, kind, layout, az, per_page}` of a collection.
pub fn described(local: LocalRenderer, collection: CollectionIx) -> [(&'static str, Value); 5] {
    let site = &local.report().site;
    let model = &site.collections[collection];
    // Whether there are images enough is a matter of the records.
    if model.listing.layout.is_none() && model.roles.image.is_some() {
        local.report().note_deciding(collection);
    }
    let description = model.listing.description.best(local.language).map(|(_, text)| &**text);
    [
        ("description", optional(description)),
        ("kind", Value::from(model.kind.name())),
        ("layout", Value::from(listing::layout(site, collection).name())),
        ("az", Value::from(listing::letters(site, collection))),
        ("per_page", site.per_page(collection).map_or_else(Value::none, Value::from)),
    ]
}
