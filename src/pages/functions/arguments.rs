//! What functions of templates are given: records, collections, fields, figures by their names. Each is noted as read.

use tera::{Error, Kwargs, TeraResult, Value};

use crate::diagnostics::or_did_you_mean;
use crate::figures::Figure;
use crate::link::names::{Nowhere, Target};
use crate::model::builtin::FIGURES;
use crate::model::date::Date;
use crate::model::field::{Field, FieldKind, Fields};
use crate::pages::renderer::Renderer;
use crate::pages::values::key;
use crate::position::{CollectionIx, RecordIx};
use crate::report::recorder::{self, Note};

/// A record given by its key, its card or its view. `None`: the public does not see it. That is no error, or the day of an
/// embargo or of an expiry would break a build that nobody watches.
pub fn record_of(renderer: &Renderer, value: &Value) -> TeraResult<Option<RecordIx>> {
    let text = value.as_str().or_else(|| value.as_map()?.get(&key("key"))?.as_str());
    let Some(text) = text else {
        return Err(Error::message("`record` takes a record, a card or a key such as \"centers/bearings\""));
    };
    match renderer.report.site.find(text) {
        Ok(Target::Record(record)) => {
            recorder::note(Note::Record(record));
            Ok(Some(record))
        }
        Ok(Target::Collection(_)) => Err(Error::message(format!("`{text}` is a collection, not a record"))),
        Err(Nowhere::Withheld(_)) => {
            recorder::note(Note::Absent(text.into()));
            Ok(None)
        }
        Err(Nowhere::Unknown(hint)) => Err(Error::message(format!("there is no record `{text}` ({hint})"))),
    }
}

/// The collection that the argument `of` names.
pub fn collection_of(renderer: &Renderer, arguments: &Kwargs) -> TeraResult<CollectionIx> {
    let name: &str = arguments.must_get("of")?;
    let found = renderer.report.site.collection_named(name);
    found.inspect(|collection| recorder::note(Note::Model(*collection))).ok_or_else(|| {
        let hint = or_did_you_mean(name, renderer.report.site.collections.iter().map(|collection| &*collection.id));
        Error::message(format!("there is no collection `{name}`{hint}"))
    })
}

/// A field by its name, or by a path into groups: `chains.segment`.
pub fn field_of<'w>(renderer: &'w Renderer, arguments: &Kwargs) -> TeraResult<&'w Field> {
    let collection = collection_of(renderer, arguments)?;
    let path: &str = arguments.must_get("field")?;
    let mut fields = Some(&renderer.report.site.collections[collection].fields);
    let mut found: Option<&Field> = None;
    for name in path.split('.') {
        let named = fields.into_iter().flatten().find(|field| *field.name == *name);
        let field = named.ok_or_else(|| no_field(path, fields))?;
        let inner = if let FieldKind::List(item) = &field.kind { item } else { field };
        fields = if let FieldKind::Group(fields) = &inner.kind { Some(fields) } else { None };
        found = Some(field);
    }
    found.ok_or_else(|| no_field(path, fields))
}

/// What is said of a field that there is not.
pub fn no_field(path: &str, fields: Option<&Fields>) -> Error {
    let last = path.rsplit('.').next().unwrap_or(path);
    let hint = or_did_you_mean(last, fields.into_iter().flatten().map(|field| &*field.name));
    Error::message(format!("there is no field `{path}`{hint}"))
}

/// The figure that a record, a card, a key or a bare id names; `None`: the public does not see it.
pub fn figure_of<'w>(renderer: &'w Renderer, value: &Value) -> TeraResult<Option<&'w Figure>> {
    let bare = value.as_str().filter(|text| !text.contains('/')).map(|id| format!("{FIGURES}/{id}"));
    let record = match bare {
        Some(key) => record_of(renderer, &Value::from(key))?,
        None => record_of(renderer, value)?,
    };
    let Some(record) = record else { return Ok(None) };
    let figure = renderer.report.figures.of(record);
    figure.map(Some).ok_or_else(|| Error::message(format!("`{}` is not a figure", renderer.report.site.key(record))))
}

/// The date that the argument `on` is; `None`: it is not given.
pub fn day_of(arguments: &Kwargs) -> TeraResult<Option<Date>> {
    let given = arguments.get::<&Value>("on")?.filter(|value| !value.is_none());
    let Some(text) = given.map(ToString::to_string) else { return Ok(None) };
    Date::parse(&text).map(Some).ok_or_else(|| Error::message(format!("`{text}` is not a date")))
}
