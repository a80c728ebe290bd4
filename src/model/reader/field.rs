//! Reading one field of a content model, and of what it is made.

use std::sync::Arc;

use crate::config::{Language, Localized};
use crate::diagnostics::{codes, did_you_mean, nearest};
use crate::model::field::{ChoiceOption, Field, FieldKind, Markup, NumberKind, Targets};
use crate::model::number::Number;
use crate::parse::Span;
use crate::parse::keys::Context;
use crate::parse::yaml::{Key, Kind, Node};

const TYPES: &[&str] = &[
    "text",
    "markdown",
    "integer",
    "decimal",
    "date",
    "boolean",
    "choice",
    "language",
    "reference",
    "url",
    "email",
    "image",
    "file",
    "location",
    "list",
    "group",
];
/// Keys of every field; those of a type are added.
const COMMON: &[&str] = &["type", "label", "required", "help", "tracked", "unique", "sourced", "schema"];

type Choices<'a> = &'a [(Key, Node)];

/// Reads a field; `None` when its type is unknown. `choices` are the collection's named options.
pub fn field(
    context: &mut Context,
    name: &str,
    span: Span,
    node: &Node,
    choices: Choices,
    languages: &[Language],
) -> Option<Field> {
    if !is_field_name(name) {
        let message = format!("`{name}` cannot be the name of a field");
        context.report(
            &codes::MODEL,
            span,
            message,
            "use small letters, digits and underscores, beginning with a letter",
        );
        return None;
    }
    let type_node = if node.entries().is_some() { typed(context, name, node)? } else { node };
    let type_name = context.text(type_node, "type")?;
    let Some(own_keys) = keys_of(type_name) else {
        let message = format!("`{type_name}` is not a type of field");
        let hint =
            did_you_mean(type_name, TYPES.iter().copied()).unwrap_or_else(|| format!("known: {}", TYPES.join(", ")));
        context.report(&codes::MODEL, type_node.span, message, &hint);
        return None;
    };
    let known: Vec<&str> = COMMON.iter().chain(own_keys).copied().collect();
    if node.entries().is_some() {
        context.entries(node, &format!("a field of type `{type_name}`"), &known);
    }
    let kind = kind(context, type_name, node, choices, languages)?;
    let mut flag = |key: &str| node.get(key).and_then(|n| context.boolean(n, key));
    let (required, tracked) = (flag("required").unwrap_or(false), flag("tracked").unwrap_or(false));
    let unique = flag("unique");
    let sourced = flag("sourced").unwrap_or(!is_about_texts(&kind));
    if let Some(at) = node.get("unique").filter(|_| unique == Some(true) && !is_single(&kind)) {
        let message = format!("a `{type_name}` cannot be `unique`");
        context.report(&codes::MODEL, at.span, message, "put it on a field with a single value");
    }
    let mut text = |key: &str| match node.get(key) {
        Some(n) => {
            let text = Localized::read(context, n, key, languages);
            text.require(context, n, key, languages);
            text
        }
        None => Localized::empty(languages.len()),
    };
    let (label, help) = (text("label"), text("help"));
    let label = if label.is_empty() { Localized::same(name, languages.len()) } else { label };
    let schema = node.get("schema").and_then(|n| schema_name(context, n));
    let name: Arc<str> = name.into();
    let (view_name, one_text) = (name.clone(), false);
    Some(Field { view_name, name, label, kind, required, tracked, unique, sourced, one_text, help, schema, span })
}

/// Languages, images and files say something of texts and pages, not of the world.
pub fn is_about_texts(kind: &FieldKind) -> bool {
    match kind {
        FieldKind::Language | FieldKind::Image | FieldKind::File | FieldKind::Formula => true,
        FieldKind::List(of) => is_about_texts(&of.kind),
        _ => false,
    }
}

/// Whether values of a kind can be the same for two records.
fn is_single(kind: &FieldKind) -> bool {
    !matches!(
        kind,
        FieldKind::List(_) | FieldKind::Group(_) | FieldKind::Image | FieldKind::Location | FieldKind::Boolean
    )
}

/// The `type` of a field that is written as a map; a key that is meant to be it is told instead of its absence.
fn typed<'n>(context: &mut Context, name: &str, node: &'n Node) -> Option<&'n Node> {
    let entries = node.entries().unwrap_or_default();
    let of_types = TYPES.iter().filter_map(|name| keys_of(name)).flatten().chain(COMMON).copied();
    let known: Vec<&str> = of_types.collect();
    if node.get("type").is_none() {
        for (key, _) in entries.iter().filter(|(key, _)| nearest(&key.name, known.iter().copied()) == Some("type")) {
            context.unknown_key(key, &format!("the field `{name}`"), &["type"]);
        }
    }
    context.required(node, &format!("the field `{name}`"), "type", &known, "say what it holds: `type: text`")
}

/// A name of schema.org: a type or a property. Which of them exist is not known here.
pub fn schema_name(context: &mut Context, node: &Node) -> Option<Arc<str>> {
    let name = context.text(node, "schema")?;
    if name.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Some(name.into());
    }
    let message = format!("`{name}` is not a name of schema.org");
    context.report(&codes::MODEL, node.span, message, "write it without prefix: ResearchOrganization, telephone");
    None
}

fn is_field_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

fn keys_of(type_name: &str) -> Option<&'static [&'static str]> {
    Some(match type_name {
        "text" => &["translated", "language", "inline"],
        "markdown" => &["translated", "language"],
        "integer" => &["unit", "min", "max", "display"],
        "decimal" => &["unit", "min", "max", "decimals", "display"],
        "choice" => &["options"],
        "reference" => &["to", "back"],
        "list" => &["of"],
        "group" => &["fields"],
        "date" | "boolean" | "language" | "url" | "email" | "image" | "file" | "location" => &[],
        _ => return None,
    })
}

fn kind(
    context: &mut Context,
    type_name: &str,
    node: &Node,
    choices: Choices,
    languages: &[Language],
) -> Option<FieldKind> {
    Some(match type_name {
        "text" | "markdown" => text(context, type_name, node),
        "integer" | "decimal" => FieldKind::Number(number(context, type_name, node)),
        "date" => FieldKind::Date,
        "boolean" => FieldKind::Boolean,
        "language" => FieldKind::Language,
        "url" => FieldKind::Url,
        "email" => FieldKind::Email,
        "image" => FieldKind::Image,
        "file" => FieldKind::File,
        "location" => FieldKind::Location,
        "choice" => FieldKind::Choice(options(context, node, choices, languages)?),
        "reference" => reference(context, node)?,
        "list" => FieldKind::List(Box::new(list_item(context, node, choices, languages)?)),
        _ => FieldKind::Group(group(context, node, choices, languages)?),
    })
}

fn text(context: &mut Context, type_name: &str, node: &Node) -> FieldKind {
    let mut flag = |key: &str| node.get(key).and_then(|n| context.boolean(n, key)).unwrap_or(false);
    let (translated, inline) = (flag("translated"), flag("inline"));
    let markup = match (type_name, inline) {
        ("markdown", _) => Markup::Block,
        (_, true) => Markup::Inline,
        (_, false) => Markup::Plain,
    };
    let language: Option<Arc<str>> = node.get("language").and_then(|n| context.text(n, "language")).map(Arc::from);
    if let Some(span) = node.get("language").map(|n| n.span).filter(|_| translated) {
        context.report(
            &codes::MODEL,
            span,
            "a translated text has the language of its page".to_owned(),
            "remove `language` or `translated`",
        );
    }
    FieldKind::Text { translated, markup, language }
}

fn number(context: &mut Context, type_name: &str, node: &Node) -> NumberKind {
    let mut limit = |key: &str| {
        let limit = node.get(key)?;
        let number = limit.text().and_then(Number::parse);
        if number.is_none() {
            context.wrong_type(limit, key, "a number", "");
        }
        number
    };
    let (min, max) = (limit("min"), limit("max"));
    if let (Some(low), Some(high), Some(at)) = (&min, &max, node.get("max"))
        && high.is_less_than(low)
    {
        context.report(&codes::MODEL, at.span, "`max` is less than `min`".to_owned(), "");
    }
    let compact = node.get("display").is_some_and(|n| match n.text() {
        Some("compact") => true,
        _ => {
            context.wrong_type(n, "display", "`compact`", "");
            false
        }
    });
    NumberKind {
        whole: type_name == "integer",
        unit: node.get("unit").and_then(|n| context.text(n, "unit")).map(Arc::from),
        min,
        max,
        decimals: node.get("decimals").and_then(|n| context.count(n, "decimals", 0..=20)),
        compact,
        elsewhere: false,
    }
}

fn options(context: &mut Context, node: &Node, choices: Choices, languages: &[Language]) -> Option<Vec<ChoiceOption>> {
    let Some(written) = node.get("options") else {
        context.report(
            &codes::MODEL,
            node.span,
            "a `choice` needs `options`".to_owned(),
            "list them: `options: {open: {en: Open}, closed: {en: Closed}}`",
        );
        return None;
    };
    let map = match &written.kind {
        Kind::Scalar { text, .. } => match choices.iter().find(|(key, _)| key.name == *text) {
            Some((_, node)) => node,
            None => {
                let message = format!("`{text}` is not one of the collection's `choices`");
                let hint = did_you_mean(text, choices.iter().map(|(key, _)| &*key.name)).unwrap_or_default();
                context.report(&codes::MODEL, written.span, message, &hint);
                return None;
            }
        },
        _ => written,
    };
    let option = |context: &mut Context, (key, value): &(Key, Node)| {
        let label = if value.is_null() {
            Localized::same(&key.name, languages.len())
        } else {
            let label = Localized::read(context, value, &key.name, languages);
            label.require(context, value, &key.name, languages);
            label
        };
        ChoiceOption { id: (&*key.name).into(), label }
    };
    let options: Vec<ChoiceOption> = context.map(map, "options").iter().map(|entry| option(context, entry)).collect();
    map.entries().map(|_| options)
}

fn reference(context: &mut Context, node: &Node) -> Option<FieldKind> {
    let Some(to) = node.get("to") else {
        context.report(
            &codes::MODEL,
            node.span,
            "a `reference` needs `to`".to_owned(),
            "name the collection it refers to: `to: cities`",
        );
        return None;
    };
    let names: Vec<Arc<str>> = context.list(to, "to").iter().filter_map(|n| n.text()).map(Arc::from).collect();
    let targets = match (&to.kind, names.as_slice()) {
        (Kind::Scalar { .. }, [any]) if &**any == "any" => Targets::Any,
        (Kind::Scalar { .. }, [one]) => Targets::One(one.clone()),
        _ => Targets::Several(names),
    };
    let back = node.get("back").and_then(|n| context.text(n, "back")).map(Arc::from);
    Some(FieldKind::Reference { to: targets, back })
}

fn list_item(context: &mut Context, node: &Node, choices: Choices, languages: &[Language]) -> Option<Field> {
    let Some(of) = node.get("of") else {
        context.report(
            &codes::MODEL,
            node.span,
            "a `list` needs `of`".to_owned(),
            "say what it lists: `of: {type: text}`",
        );
        return None;
    };
    let item = field(context, "item", of.span, of, choices, languages)?;
    if matches!(item.kind, FieldKind::List(_)) {
        context.report(
            &codes::MODEL,
            of.span,
            "a list of lists has no meaning here".to_owned(),
            "use a group that has a list",
        );
        return None;
    }
    Some(item)
}

/// The fields of a group; `None` when one of them cannot be read: what its facts may say is not known.
fn group(context: &mut Context, node: &Node, choices: Choices, languages: &[Language]) -> Option<Vec<Field>> {
    let Some(fields) = node.get("fields") else {
        context.report(&codes::MODEL, node.span, "a `group` needs `fields`".to_owned(), "");
        return None;
    };
    let mut found = Vec::new();
    let inner = context.map(fields, "fields");
    for (key, node) in inner {
        if matches!(&*key.name, "is" | "missing") {
            let message =
                format!("a field of a group cannot be called `{}`: that marks the long form of a fact", key.name);
            context.report(&codes::MODEL, key.span, message, "choose another name");
            continue;
        }
        found.extend(field(context, &key.name, key.span, node, choices, languages));
    }
    (found.len() == inner.len() && fields.entries().is_some()).then_some(found)
}
