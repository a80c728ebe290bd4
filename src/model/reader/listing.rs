//! Reading what lists of a collection show: `columns`, `glance`, `facets`, `layout`, `az`, `description`.
//!
//! A path through a reference (`city.region`) is read in two steps: [`read`] looks at the first part while the collection is
//! read, [`follow`] at the second when all collections are known.

use crate::config::{Languages, LocalizedReader};
use crate::diagnostics::{Diagnostic, codes, did_you_mean};
use crate::model::collection_key::CollectionKey;
use crate::model::field::{Collection, Field, FieldKind, Targets};
use crate::model::list_kind::ListKind;
use crate::model::listing::{Layout, ListedField, Listing};
use crate::parse::keys::Context;
use crate::parse::yaml::Node;
use crate::position::{CollectionIx, FieldIx, List};

/// All collections.
type Collections = List<CollectionIx, Collection>;

/// What a collection declares of its lists.
pub fn read(context: &mut Context, root: &Node, collection: &Collection, languages: &Languages) -> Listing {
    let under = |key: CollectionKey| root.get(key.name());
    let mut listing = collection.listing.clone();
    if let Some(node) = under(CollectionKey::Description) {
        let what = CollectionKey::Description.name();
        listing.description = LocalizedReader { what, languages }.read_all(context, node);
    }
    for kind in ListKind::ALL {
        if let Some(node) = under(key_of(kind)) {
            *kind.of_mut(&mut listing) = Some(fields(context, node, kind, collection));
        }
    }
    if let Some(node) = under(CollectionKey::Layout) {
        listing.layout = layout(context, node);
    }
    if let Some(node) = under(CollectionKey::Az) {
        listing.letters = letters(context, node);
    }
    listing
}

fn key_of(kind: ListKind) -> CollectionKey {
    match kind {
        ListKind::Columns => CollectionKey::Columns,
        ListKind::Glance => CollectionKey::Glance,
        ListKind::Facets => CollectionKey::Facets,
    }
}

/// How an index is laid out; `None`: as its records suggest.
fn layout(context: &mut Context, node: &Node) -> Option<Layout> {
    let found = Layout::WORDS.iter().find(|(word, _)| node.text() == Some(word));
    if found.is_none() && node.text() != Some("auto") {
        context.wrong_type(node, CollectionKey::Layout.name(), "`auto`, `table`, `gallery` or `list`");
    }
    found.map(|(_, layout)| *layout)
}

/// Whether letters lead through a list; `None`: as its order and length suggest.
fn letters(context: &mut Context, node: &Node) -> Option<bool> {
    match node.text() {
        Some("auto") => None,
        Some("true" | "false") => context.boolean(node, CollectionKey::Az.name()),
        _ => {
            context.wrong_type(node, CollectionKey::Az.name(), "`auto`, `true` or `false`");
            None
        }
    }
}

fn fields(context: &mut Context, node: &Node, kind: ListKind, collection: &Collection) -> Vec<ListedField> {
    let mut found: Vec<ListedField> = Vec::new();
    for item in context.list(node, key_of(kind).name()) {
        let Some(listed) = field(context, item, kind, collection) else { continue };
        if found.iter().any(|known| known.path == listed.path) {
            let message = format!("`{}` stands here twice", listed.path);
            context.report(&codes::MODEL, item.span, message).hint("remove one of the two");
            continue;
        }
        found.push(listed);
    }
    found
}

/// A field, or the field through which a path begins.
fn field(context: &mut Context, item: &Node, kind: ListKind, collection: &Collection) -> Option<ListedField> {
    let path = context.text(item, key_of(kind).name())?;
    let (first, beyond) = path.split_once('.').map_or((path, None), |(first, beyond)| (first, Some(beyond)));
    let Some((at, field)) = collection.field(first) else {
        if !collection.has_rejected(first) {
            let (message, hint) = unknown(first, collection);
            context.report(&codes::MODEL, item.span, message).hint(hint);
        }
        return None;
    };
    let listed = ListedField { path: path.into(), field: at, beyond: None, span: item.span };
    let mistake = match beyond {
        Some(beyond) => no_way(first, field, beyond),
        None if collection.roles.title == Some(at) && kind != ListKind::Facets => {
            Some((format!("`{first}` is the title, which comes first anyway"), "remove it"))
        }
        None => no_member(kind, path, field),
    };
    let Some((message, hint)) = mistake else { return Some(listed) };
    context.report(&codes::MODEL, item.span, message).hint(hint);
    None
}

/// Why no path leads through a field; `None`: one does.
fn no_way(name: &str, field: &Field, beyond: &str) -> Option<(String, &'static str)> {
    if beyond.contains('.') {
        let message = format!("`{name}.{beyond}` goes through two references");
        return Some((message, "a path takes one step: `city.region`"));
    }
    match &field.kind {
        FieldKind::Reference { to: Targets::One(_), .. } => None,
        FieldKind::Reference { .. } => {
            let message = format!("`{name}` may refer to more than one collection: a path cannot go through it");
            Some((message, "name a field of this collection"))
        }
        _ => {
            let message = format!("no path goes through `{name}`: it is a `{}`", field.kind.field_type().name());
            Some((message, "a path goes through a field of type `reference`: `city.region`"))
        }
    }
}

/// Why a field cannot stand in a list; `None`: it can.
fn no_member(kind: ListKind, path: &str, field: &Field) -> Option<(String, &'static str)> {
    let declared = field.kind.field_type().name();
    let message = || (format!("`{path}` cannot be {}: it is a `{declared}`", kind.member()), kind.types());
    (!kind.takes(field)).then(message)
}

fn unknown(name: &str, collection: &Collection) -> (String, String) {
    let hint = did_you_mean(name, collection.fields.iter().map(|field| &*field.name)).unwrap_or_default();
    (format!("`{name}` is not a field of {}", collection.id), hint)
}

/// Follows the paths of all collections to the fields at their end. Those that lead nowhere are left out, with a finding.
pub fn follow(collections: &mut Collections, findings: &mut Vec<Diagnostic>) {
    let followed = |at: CollectionIx, findings: &mut Vec<Diagnostic>| {
        let collection = &collections[at];
        let mut listing = collection.listing.clone();
        for kind in ListKind::ALL {
            let Some(listed) = kind.of_mut(&mut listing) else { continue };
            listed.retain_mut(|listed| {
                let Some((_, name)) = listed.path.split_once('.') else { return true };
                listed.beyond = end(collections, (collection, listed), (kind, name), findings);
                listed.beyond.is_some()
            });
        }
        listing
    };
    let all: Vec<Listing> = collections.positions().map(|at| followed(at, findings)).collect();
    collections.iter_mut().zip(all).for_each(|(collection, listing)| collection.listing = listing);
}

/// The field at the end of a path.
fn end(
    collections: &Collections,
    (collection, listed): (&Collection, &ListedField),
    (kind, name): (ListKind, &str),
    findings: &mut Vec<Diagnostic>,
) -> Option<FieldIx> {
    let FieldKind::Reference { to: Targets::One(to), .. } = &collection.fields[listed.field].kind else { return None };
    // That there is no such collection is found at the reference.
    let target = collections.iter().find(|collection| collection.id == *to)?;
    let found = target.field(name);
    if found.is_none() && target.has_rejected(name) {
        return None;
    }
    let (message, hint) = match found {
        None => unknown(name, target),
        Some((at, field)) => match no_member(kind, &listed.path, field) {
            None => return Some(at),
            Some((message, hint)) => (message, hint.to_owned()),
        },
    };
    let hint = Some(hint).filter(|hint| !hint.is_empty());
    findings.push(collection.source.finding(&codes::MODEL, listed.span, message).hint_if(hint));
    None
}
