//! Functions that say what lists of records show.

use std::sync::Arc;

use tera::{Kwargs, TeraResult, Value};

use crate::model::builtin;
use crate::pages::functions::arguments::{collection_of, no_field, record_of};
use crate::pages::renderer::Renderer;
use crate::pages::values::key;
use crate::pages::views::{columns, facets};
use crate::position::CollectionIx;
use crate::report::recorder;

/// The columns of a collection.
pub fn columns(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(collection) = listed_collection(renderer, &arguments)? else { return Ok(nothing()) };
    let all = columns::columns(renderer.local(recorder::language()), collection);
    without(renderer, collection, &arguments, all)
}

/// The cells of a record in the columns of its collection.
pub fn cells(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(record) = record_of(renderer, arguments.must_get::<&Value>("record")?)? else { return Ok(nothing()) };
    let cells = columns::cells(renderer.local(recorder::language()), record);
    without(renderer, record.collection, &arguments, cells.as_array().unwrap_or_default().to_vec())
}

/// What stands below the title of a record.
pub fn glance(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(record) = record_of(renderer, arguments.must_get::<&Value>("record")?)? else { return Ok(nothing()) };
    Ok(Value::from(columns::glance(renderer.local(recorder::language()), record)))
}

/// By what the records of a collection can be filtered.
pub fn facets(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(collection) = listed_collection(renderer, &arguments)? else { return Ok(nothing()) };
    Ok(facets::facets(renderer.local(recorder::language()), collection))
}

/// The choices of those that find a record.
pub fn facet_values(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(record) = record_of(renderer, arguments.must_get::<&Value>("record")?)? else { return Ok(nothing()) };
    Ok(Value::from(facets::values(renderer.local(recorder::language()), record)))
}

/// The collection that is asked for; `None`: one whose model comes with the generator, and which the site need not have.
fn listed_collection(renderer: &Renderer, arguments: &Kwargs) -> TeraResult<Option<CollectionIx>> {
    let name: &str = arguments.must_get("of")?;
    if builtin::is_built_in(name) && renderer.report.site.collection_named(name).is_none() {
        return Ok(None);
    }
    collection_of(renderer, arguments).map(Some)
}

fn nothing() -> Value {
    Value::from(Vec::<Value>::new())
}

/// The entries but for the field that `without` names, if it names one.
fn without(
    renderer: &Renderer,
    collection: CollectionIx,
    arguments: &Kwargs,
    mut entries: Vec<Value>,
) -> TeraResult<Value> {
    let wanted = arguments.get::<&Value>("without")?.filter(|wanted| !wanted.is_none());
    let Some(wanted) = wanted else { return Ok(Value::from(entries)) };
    let name = wanted.as_str().unwrap_or_default();
    let is_it = |entry: &Value| entry.as_map().and_then(|entry| entry.get(&key("field"))?.as_str()) == Some(name);
    let fields = &renderer.report.site.collections[collection].fields;
    if !entries.iter().any(is_it) && !fields.iter().any(|field| *field.name == *name) {
        return Err(no_field(name, Some(fields)));
    }
    entries.retain(|entry| !is_it(entry));
    Ok(Value::from(entries))
}
