//! Reading `_collection.yaml`: the model of a model is checked as strictly as the content.

use std::sync::Arc;

use crate::config::{Languages, Localized, LocalizedReader};
use crate::diagnostics::{Diagnostic, Severity, codes, did_you_mean};
use crate::model::builtin::{SOURCES, is_built_in};
use crate::model::collection_key::CollectionKey;
use crate::model::field::{
    BoundariesFile, Collection, CollectionKind, FieldKind, Rejected, Roles, SortKey, Untranslated,
};
use crate::model::listing::Listing;
use crate::model::names::{ADDRESS_PARTS, address_part};
use crate::model::reader::field::{FieldReader, Vocabulary, schema_name};
use crate::model::reader::{check, listing};
use crate::model::record_key::is_reserved;
use crate::parse::keys::Context;
use crate::parse::yaml::{self, Node};
use crate::parse::{Source, Span};
use crate::position::FieldIx;

/// Adds what the file of a collection declares to what is known of it without: nothing, or its built-in model.
pub fn read(mut collection: Collection, vocabulary: Vocabulary, findings: &mut Vec<Diagnostic>) -> Collection {
    let source = &*collection.source.clone();
    let before = findings.len();
    let root = yaml::parse(source, findings);
    let is_empty = root.is_none() && findings.len() == before && !is_built_in(&collection.id);
    let root = root.or_else(|| is_empty.then(Node::empty));
    if let Some(root) = &root {
        let known: Vec<&str> = CollectionKey::ALL.iter().map(|key| key.name()).collect();
        Context { source, findings }.entries(root, "a collection's model", &known);
    }
    if let Some(root) = root.as_ref().filter(|root| root.entries().is_some()) {
        let mut context = Context { source, findings };
        texts(&mut context, root, &mut collection, vocabulary.languages());
        switches(&mut context, root, &mut collection);
        fields(&mut context, root, &mut collection, vocabulary);
        roles(&mut context, under(root, CollectionKey::Roles), &mut collection);
        own_words(root, &mut collection);
        sort(&mut context, under(root, CollectionKey::Sort), &mut collection);
        if let Some(node) = under(root, CollectionKey::Checks) {
            collection.checks = check::list(&mut context, node, &collection, vocabulary.languages());
        }
        if let Some(node) = under(root, CollectionKey::Fields) {
            check::parts(&mut context, node, &mut collection, vocabulary.languages());
        }
        collection.listing = listing::read(&mut context, root, &collection, vocabulary.languages());
    }
    let is_sound = findings[before..].iter().all(|finding| finding.code.severity != Severity::Error);
    let is_map = root.as_ref().is_some_and(|root| root.entries().is_some());
    collection.rejected = match collection.rejected {
        _ if is_sound => Rejected::Nothing,
        // Without fields there is nothing to hold records against.
        _ if !is_map || collection.fields.is_empty() => Rejected::Everything,
        Rejected::Nothing => Rejected::Parts(Vec::new()),
        some => some,
    };
    collection
}

/// What stands under a key of the declaration.
fn under(root: &Node, key: CollectionKey) -> Option<&Node> {
    root.get(key.name())
}

/// How a page is called and summed up are our own words, unless the model says otherwise; the title of a source is printed there.
fn own_words(root: &Node, collection: &mut Collection) {
    let title = collection.roles.title.filter(|_| *collection.id != *SOURCES);
    let roles = [title, collection.roles.short, collection.roles.summary];
    for at in roles.into_iter().flatten() {
        let field = &mut collection.fields[at];
        let declared = under(root, CollectionKey::Fields).and_then(|fields| fields.get(&field.name));
        if declared.and_then(|field| field.get("sourced")).is_none() {
            field.sourced = false;
        }
    }
}

/// A collection of which only the name is known, with labels in the languages of the site.
pub fn undeclared(id: &str, source: &Arc<Source>, languages: &Languages) -> Collection {
    Collection {
        id: id.into(),
        label: Localized::same(id, languages),
        singular: Localized::empty(languages),
        segment: Localized::same(id, languages),
        roles: Roles::default(),
        sort: Vec::new(),
        pages: true,
        untranslated: Untranslated::Fallback,
        kind: CollectionKind::Records,
        checks: Vec::new(),
        listing: Listing::undeclared(languages),
        locked: None,
        feed: false,
        search: true,
        per_page: None,
        permanent: false,
        record_data: true,
        schema: None,
        boundaries: None,
        record_template: None,
        index_template: None,
        fields: Vec::new().into(),
        rejected: Rejected::Nothing,
        source: source.clone(),
    }
}

fn texts(context: &mut Context, root: &Node, collection: &mut Collection, languages: &Languages) {
    let read = |context: &mut Context, key: CollectionKey, into: &mut Localized| {
        if let Some(node) = under(root, key) {
            *into = LocalizedReader { what: key.name(), languages }.read_all(context, node);
        }
    };
    read(context, CollectionKey::Label, &mut collection.label);
    read(context, CollectionKey::Singular, &mut collection.singular);
    read(context, CollectionKey::Segment, &mut collection.segment);
    if under(root, CollectionKey::Label).is_none() && !is_built_in(&collection.id) {
        let message = format!("the collection `{}` has no `label`", collection.id);
        context
            .report(&codes::MODEL, Span::default(), message)
            .hint("add a line `label: {en: …, de: …}`: what its records are called");
    }
    if collection.singular.is_empty() {
        collection.singular = collection.label.clone();
    }
    for at in languages.positions() {
        let segment = collection.segment.text(at);
        if segment.is_empty() {
            continue;
        }
        if let Some(part) = address_part(segment).map(|part| part.into_owned()) {
            collection.segment.set(at, part);
        } else {
            let span = under(root, CollectionKey::Segment).map_or(Span::default(), |node| node.span);
            let message = format!("`{segment}` cannot be part of an address");
            let hint = format!("use {ADDRESS_PARTS}: Städte → staedte or städte");
            context.report(&codes::INVALID_ADDRESS, span, message).hint(hint);
        }
    }
}

/// `{file: cities.geojson, id: id, source: survey-2020}`.
fn boundaries(context: &mut Context, node: &Node, collection: &str) -> Option<BoundariesFile> {
    context.entries(node, CollectionKey::Boundaries.name(), &["file", "id", "source"]);
    let Some(file) = node.get("file") else {
        let hint = "name the GeoJSON file beside this one: `{file: cities.geojson, id: id}`";
        context.report(&codes::MODEL, node.span, "`boundaries` needs `file`").hint(hint);
        return None;
    };
    let name = context.text(file, "file")?;
    let id = node.get("id").and_then(|id| context.text(id, "id")).unwrap_or("id").into();
    let source = node.get("source").and_then(|source| context.text(source, "source")).map(Box::from);
    Some(BoundariesFile { source, path: format!("content/{collection}/{name}").into(), id, span: file.span })
}

fn switches(context: &mut Context, root: &Node, collection: &mut Collection) {
    let switch = |context: &mut Context, key: CollectionKey, into: &mut bool| {
        if let Some(value) = under(root, key).and_then(|node| context.boolean(node, key.name())) {
            *into = value;
        }
    };
    switch(context, CollectionKey::Pages, &mut collection.pages);
    switch(context, CollectionKey::Feed, &mut collection.feed);
    switch(context, CollectionKey::Permanent, &mut collection.permanent);
    switch(context, CollectionKey::RecordData, &mut collection.record_data);
    switch(context, CollectionKey::Search, &mut collection.search);
    if collection.feed {
        collection.kind = CollectionKind::News;
    }
    if let Some(node) = under(root, CollectionKey::Kind) {
        collection.kind = kind(context, node).unwrap_or(collection.kind);
    }
    if let Some(node) = under(root, CollectionKey::Locked) {
        collection.locked = locked(context, node, &collection.id);
    }
    if let Some(node) = under(root, CollectionKey::PerPage) {
        collection.per_page = context.count(node, CollectionKey::PerPage.name(), 1..=100_000);
    }
    if let Some(node) = under(root, CollectionKey::Untranslated) {
        collection.untranslated = match node.text() {
            Some("fallback") => Untranslated::Fallback,
            Some("omit") => Untranslated::Omit,
            Some("error") => Untranslated::Error,
            _ => {
                context.wrong_type(node, CollectionKey::Untranslated.name(), "`fallback`, `omit` or `error`");
                Untranslated::Fallback
            }
        };
    }
    if let Some(node) = under(root, CollectionKey::Boundaries) {
        collection.boundaries = boundaries(context, node, &collection.id);
    }
    if let Some(node) = under(root, CollectionKey::Schema) {
        collection.schema = schema_name(context, node);
    }
    if let Some(node) = under(root, CollectionKey::Templates) {
        context.entries(node, CollectionKey::Templates.name(), &["record", "index"]);
        let template = |context: &mut Context, key: &str| {
            node.get(key).and_then(|n| Some((Arc::from(context.text(n, key)?), n.span)))
        };
        collection.record_template = template(context, "record");
        collection.index_template = template(context, "index");
    }
}

/// Whether what was published of its facts is held against it.
fn locked(context: &mut Context, node: &Node, collection: &str) -> Option<bool> {
    if is_built_in(collection) {
        let message = format!("`{collection}` comes with the generator: its facts are not recorded");
        context.report(&codes::MODEL, node.span, message).hint("remove `locked`");
    }
    context.boolean(node, CollectionKey::Locked.name())
}

fn kind(context: &mut Context, node: &Node) -> Option<CollectionKind> {
    let found = CollectionKind::WORDS.iter().find(|(word, _)| node.text() == Some(word));
    if found.is_none() {
        context.wrong_type(node, CollectionKey::Kind.name(), "`records`, `news` or `pages`");
    }
    found.map(|(_, kind)| *kind)
}

fn fields(context: &mut Context, root: &Node, collection: &mut Collection, vocabulary: Vocabulary) {
    let choices = under(root, CollectionKey::Choices)
        .map(|node| context.map(node, CollectionKey::Choices.name()))
        .unwrap_or_default();
    let Some(node) = under(root, CollectionKey::Fields) else { return };
    let mut rejected: Vec<Box<str>> = Vec::new();
    let mut reader =
        FieldReader { context: Context { source: context.source, findings: context.findings }, choices, vocabulary };
    for (key, node) in reader.context.map(node, CollectionKey::Fields.name()) {
        if vocabulary.is_of_site() && is_reserved(&key.name) {
            let message = format!("a field cannot be called `{}`: every record has that already", key.name);
            reader.context.report(&codes::MODEL, key.span, message).hint("choose another name");
            continue;
        }
        if collection.field(&key.name).is_some() {
            let message = format!("`{}` comes with the generator and cannot be changed", key.name);
            reader
                .context
                .report(&codes::MODEL, key.span, message)
                .hint("a built-in collection may add fields, never change its own");
            continue;
        }
        match reader.field(&key.name, key.span, node) {
            Some(field) => collection.fields.push(field),
            None => rejected.push(key.name.clone()),
        }
    }
    let is_map = node.entries().is_some() || node.is_null();
    collection.rejected = if is_map { Rejected::Parts(rejected) } else { Rejected::Everything };
    check_text_languages(context, collection);
}

/// `language: X` of a text names a tag or a `language` field beside it.
fn check_text_languages(context: &mut Context, collection: &Collection) {
    let fields = &collection.fields;
    for field in fields {
        let FieldKind::Text { language: Some(language), .. } = &field.kind else { continue };
        let names_field = fields.iter().any(|f| f.name == *language && matches!(f.kind, FieldKind::Language));
        if !names_field
            && !collection.has_rejected(language)
            && language.parse::<icu::locale::LanguageIdentifier>().is_err()
        {
            let message = format!("`{language}` is neither a language tag nor a field of type `language`");
            context
                .report(&codes::MODEL, field.span, message)
                .hint("write a tag such as zh-Hans, or declare the field");
        }
    }
}

fn roles(context: &mut Context, node: Option<&Node>, collection: &mut Collection) {
    let known = ["title", "short", "summary", "date", "image"];
    if let Some(node) = node {
        context.entries(node, CollectionKey::Roles.name(), &known);
    }
    let role = |context: &mut Context, name: &str, preset: Option<FieldIx>| {
        let Some(written) = node.and_then(|node| node.get(name)) else {
            return preset.or_else(|| collection.field(name).map(|(at, _)| at));
        };
        let field = context.text(written, name)?;
        let found = collection.field(field).map(|(at, _)| at);
        if found.is_none() && !collection.has_rejected(field) {
            let message = format!("`{field}` is not a field of {}", collection.id);
            let hint = did_you_mean(field, collection.fields.iter().map(|f| &*f.name)).unwrap_or_default();
            context.report(&codes::MODEL, written.span, message).hint(hint);
        }
        found
    };
    let preset = collection.roles.clone();
    let roles = Roles {
        title: role(context, "title", preset.title),
        short: role(context, "short", preset.short),
        summary: role(context, "summary", preset.summary),
        date: role(context, "date", preset.date),
        image: role(context, "image", preset.image),
    };
    // A title that is named wrongly, or declared so, has a finding already.
    let has_title = roles.title.is_some() || collection.has_rejected("title");
    if !has_title && node.is_none_or(|node| node.get("title").is_none()) {
        no_title(context, &collection.id);
    }
    check_roles(context, collection, &roles);
    collection.roles = roles;
}

fn no_title(context: &mut Context, collection: &str) {
    let message = format!("the collection `{collection}` does not say which field is its title");
    let hint = "declare a field `title`, or set `roles: {title: name}`";
    context.report(&codes::MODEL, Span::default(), message).hint(hint);
}

/// A view's `title`, `short` and `summary` are those of the roles: a field of that name that is not in the role would hide.
fn check_roles(context: &mut Context, collection: &Collection, roles: &Roles) {
    for (name, role) in [("title", roles.title), ("short", roles.short), ("summary", roles.summary)] {
        let Some((at, field)) = collection.field(name) else { continue };
        if role.is_some_and(|role| role != at) {
            let message = format!("the field `{name}` is hidden by the role `{name}`, which another field plays");
            context.report(&codes::MODEL, field.span, message).hint("rename the field");
        }
    }
}

fn sort(context: &mut Context, node: Option<&Node>, collection: &mut Collection) {
    let Some(node) = node else {
        if collection.sort.is_empty() {
            collection.sort =
                collection.roles.title.map(|field| SortKey { field, descending: false }).into_iter().collect();
        }
        return;
    };
    let mut keys = Vec::new();
    for item in context.list(node, CollectionKey::Sort.name()) {
        let Some(text) = context.text(item, CollectionKey::Sort.name()) else { continue };
        let (name, descending) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
        match collection.field(name) {
            Some((field, _)) => keys.push(SortKey { field, descending }),
            None if collection.has_rejected(name) => {}
            None => {
                let message = format!("`{name}` is not a field of {}", collection.id);
                let hint = did_you_mean(name, collection.fields.iter().map(|f| &*f.name)).unwrap_or_default();
                context.report(&codes::MODEL, item.span, message).hint(hint);
            }
        }
    }
    collection.sort = keys;
}
