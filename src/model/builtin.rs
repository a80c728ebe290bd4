//! Collections whose model comes with the generator, and the fields that every record has.

use std::sync::Arc;

use crate::config::{Language, Localized};
use crate::model::field::{ChoiceOption, Collection, Field, FieldKind, Markup, Roles, SortKey, Targets, Untranslated};
use crate::parse::{Source, Span};

/// Keys that the facts of every record may have beside its fields.
pub const RECORD_KEYS: &[&str] =
    &["slug", "aliases", "source", "draft", "publish_on", "expires_on", "review_by", "template"];

/// The collection that facts cite.
pub const SOURCES: &str = "sources";

/// Whether the model of that collection comes with the generator.
pub fn is_built_in(id: &str) -> bool {
    matches!(id, "sources" | "terms")
}

/// The model of a built-in collection; `None` for any other.
pub fn collection(id: &str, source: &Arc<Source>, languages: &[Language]) -> Option<Collection> {
    let fields = match id {
        "sources" => sources(languages.len()),
        "terms" => terms(languages),
        _ => return None,
    };
    let count = languages.len();
    Some(Collection {
        id: id.into(),
        label: Localized::same(id, count),
        singular: Localized::empty(count),
        segment: Localized::same(id, count),
        roles: Roles { title: Some(0), ..Roles::default() },
        sort: vec![SortKey { field: 0, descending: false }],
        pages: true,
        untranslated: Untranslated::Fallback,
        feed: false,
        per_page: None,
        permanent: false,
        record_template: None,
        index_template: None,
        fields,
        source: source.clone(),
    })
}

/// `title` (in its own `language`), `publisher`, `date`, `url`, `seen`, `access`, `file`, `note`.
fn sources(count: usize) -> Vec<Field> {
    let text = |language: Option<&str>, translated| FieldKind::Text {
        translated,
        markup: Markup::Plain,
        language: language.map(Arc::from),
    };
    let access = ["original", "repost", "file"];
    let option = |id: &&str| ChoiceOption { id: (*id).into(), label: Localized::same(id, count) };
    let mut fields = vec![
        field("title", text(Some("language"), false), count),
        field("language", FieldKind::Language, count),
        field("publisher", text(None, false), count),
        field("date", FieldKind::Date, count),
        // The address of the source itself; a view's `url` is the page on this site.
        Field { view_name: "link".into(), ..field("url", FieldKind::Url, count) },
        field("seen", FieldKind::Date, count),
        field("access", FieldKind::Choice(access.iter().map(option).collect()), count),
        field("file", FieldKind::File, count),
        field("note", text(None, true), count),
    ];
    fields[0].required = true;
    fields
}

/// `term`, `definition`, `abbreviation` per language, and `avoid`: words not to use, a list per language.
fn terms(languages: &[Language]) -> Vec<Field> {
    let count = languages.len();
    let translated = |markup| FieldKind::Text { translated: true, markup, language: None };
    let words = || FieldKind::List(Box::new(field("item", FieldKind::Text { translated: false, markup: Markup::Plain, language: None }, count)));
    let avoid = languages.iter().map(|language| field(&language.code, words(), count)).collect();
    let mut fields = vec![
        field("term", translated(Markup::Plain), count),
        field("definition", translated(Markup::Inline), count),
        field("abbreviation", translated(Markup::Plain), count),
        field("avoid", FieldKind::Group(avoid), count),
    ];
    fields[0].required = true;
    fields
}

fn field(name: &str, kind: FieldKind, count: usize) -> Field {
    let name: Arc<str> = name.into();
    Field {
        view_name: name.clone(),
        label: Localized::same(&name, count),
        name,
        kind,
        required: false,
        tracked: false,
        help: Localized::empty(count),
        span: Span::default(),
    }
}

/// What the `source` of a fact refers to.
pub fn source_targets() -> Targets {
    Targets::One(SOURCES.into())
}
