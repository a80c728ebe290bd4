//! Files that facts name: address, format and size as readers and templates see them.

use tera::Value;

use crate::link::effective::Effective;
use crate::model::field::FieldKind;
use crate::model::value;
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::{map, optional};
use crate::report::recorder::{self, Note};
use crate::words::sizes;

/// `{url, name, format, bytes, size}` of the file that a fact names; none for a fact that names none.
pub fn view(local: LocalRenderer, fact: &Effective) -> Value {
    let (FieldKind::File, Some(value::Value::Text(file))) = (&fact.field.kind, fact.value()) else {
        return Value::none();
    };
    let from = format!("{}{file}", fact.linked.record.folder.as_deref().unwrap_or_default());
    let bytes = local.renderer.file_sizes.get(from.as_str()).copied();
    recorder::note(Note::File(from.into()));
    let name = file.rsplit('/').next().unwrap_or(file);
    let format = name.rsplit_once('.').map(|(_, ending)| ending.to_uppercase());
    map([
        ("url", Value::from(local.report().attachment_url(fact.linked, file))),
        ("name", Value::normal_string(name)),
        ("format", optional(format.as_deref())),
        ("bytes", bytes.map_or_else(Value::none, Value::from)),
        ("size", optional(bytes.map(|bytes| sizes::words(local.localizer(), bytes)).as_deref())),
    ])
}
