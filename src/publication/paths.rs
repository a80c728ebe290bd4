//! Paths to facts, as the record of publications writes them: `organizations[lead,some-org].name`.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::link::item_key::MARKS;
use crate::model::field::{Collection, Field, FieldKind, Targets};
use crate::publication::lock::escaped;

/// A step of a path.
struct Step<'p> {
    name: &'p str,
    /// What stands in brackets behind it; `None`: there are none. Empty for a set.
    item: Option<&'p str>,
}

fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.split('.').map(|step| match step.split_once('[') {
        Some((name, rest)) => Step { name, item: Some(rest.trim_end_matches(']')) },
        None => Step { name: step, item: None },
    })
}

/// Whether what a path leads to is held against what was published; so is what the model does not have any more.
pub fn is_locked(model: &Collection, path: &str) -> bool {
    let fields = fields(model, path);
    fields.is_empty() || fields.iter().all(|field| field.locked && field.kind.is_recorded())
}

/// Whether a field on a path opts out of being held. That its type is one that is not recorded any more does not.
pub fn opts_out(model: &Collection, path: &str) -> bool {
    fields(model, path).iter().any(|field| !field.locked)
}

/// The fields on a path, as far as the model has them.
pub fn fields<'m>(model: &'m Collection, path: &str) -> Vec<&'m Field> {
    let mut found: Vec<&Field> = Vec::new();
    for step in steps(path) {
        let next = match found.last() {
            None => model.field(step.name).map(|(_, field)| field),
            Some(field) => part(field, step.name),
        };
        let Some(next) = next else { return found };
        found.push(next);
    }
    found
}

/// The names of the fields on a path, without what tells items apart: `organizations.name`.
pub fn names(path: &str) -> String {
    steps(path).map(|step| step.name).collect::<Vec<_>>().join(".")
}

/// What tells the item that a path leads through from others: the fields of its key, each with its value; empty where it
/// leads through none, or the model has no such list.
pub fn item<'m>(model: &'m Collection, path: &str) -> Vec<(&'m Field, String)> {
    let told = steps(path).zip(fields(model, path)).find_map(|(step, list)| {
        let item = step.item.filter(|item| !item.is_empty())?;
        let FieldKind::List(of) = &list.kind else { return None };
        let FieldKind::Group(fields) = &of.kind else { return None };
        let values = item.split(',').map(|value| percent_decode_str(value).decode_utf8_lossy().into_owned());
        Some(list.key.iter().filter_map(|at| fields.get(*at)).zip(values).collect())
    });
    told.unwrap_or_default()
}

/// A field in a group, or in the groups of a list.
fn part<'f>(field: &'f Field, name: &str) -> Option<&'f Field> {
    match &field.kind {
        FieldKind::List(item) => part(item, name),
        FieldKind::Group(fields) => fields.iter().find(|field| *field.name == *name),
        _ => None,
    }
}

/// The path with other records in the keys of its items: `rename` gives the new key of a record, `None` where it is the old
/// one.
pub fn renamed(model: &Collection, path: &str, rename: &dyn Fn(&str) -> Option<String>) -> String {
    let fields = fields(model, path);
    let step = |(at, step): (usize, Step)| match (step.item, fields.get(at)) {
        (Some(item), Some(list)) if !item.is_empty() => format!("{}[{}]", step.name, renamed_item(list, item, rename)),
        (Some(item), _) => format!("{}[{item}]", step.name),
        (None, _) => step.name.to_owned(),
    };
    steps(path).enumerate().map(step).collect::<Vec<_>>().join(".")
}

fn renamed_item(list: &Field, item: &str, rename: &dyn Fn(&str) -> Option<String>) -> String {
    let FieldKind::List(of) = &list.kind else { return item.to_owned() };
    let FieldKind::Group(fields) = &of.kind else { return item.to_owned() };
    let value = |(at, value): (usize, &str)| -> String {
        let field = list.key.get(at).and_then(|at| fields.get(*at));
        let Some(FieldKind::Reference { to, .. }) = field.map(|field| &field.kind) else { return value.to_owned() };
        let text: Cow<str> = percent_decode_str(value).decode_utf8_lossy();
        let new = match to {
            Targets::One(collection) => rename(&format!("{collection}/{text}")).and_then(|new| id_of(&new)),
            Targets::Several(_) | Targets::Any => rename(&text),
        };
        new.map_or_else(|| value.to_owned(), |new| escaped(&new, MARKS).into_owned())
    };
    item.split(',').enumerate().map(value).collect::<Vec<_>>().join(",")
}

fn id_of(key: &str) -> Option<String> {
    key.split_once('/').map(|(_, id)| id.to_owned())
}

/// Whether one of the records in the keys of a path's items is as asked.
pub fn names_some(model: &Collection, path: &str, is_asked: &dyn Fn(&str) -> bool) -> bool {
    let found = std::cell::Cell::new(false);
    renamed(model, path, &|key| {
        found.set(found.get() || is_asked(key));
        None
    });
    found.get()
}
