//! Functions of templates that choose records: those of a collection that meet a condition, which is that of a figure.

use std::sync::Arc;

use tera::value::Key as Entry;
use tera::{Error, Kwargs, TeraResult, Value};

use crate::diagnostics::or_did_you_mean;
use crate::figures::reader::condition::Problem;
use crate::figures::selection::Selection;
use crate::model::builtin;
use crate::pages::filters;
use crate::pages::functions::arguments::collection_of;
use crate::pages::renderer::Renderer;
use crate::pages::values::key;
use crate::parse::Span;
use crate::parse::yaml::{Key, Kind, Node};
use crate::position::{CollectionIx, RecordIx};
use crate::report::recorder::{self, Note};

/// Views of the records of a collection that meet `where`, in its order or another.
pub fn records(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let name: &str = arguments.must_get("of")?;
    // A site need not have the collections whose model comes with the generator.
    if builtin::is_built_in(name) && renderer.report.site.collection_named(name).is_none() {
        return Ok(Value::from(Vec::<Value>::new()));
    }
    let collection = collection_of(renderer, &arguments)?;
    let language = recorder::language();
    let chosen = chosen(renderer, collection, &arguments)?;
    let mut found: Vec<Value> = chosen.into_iter().map(|record| renderer.local(language).view(record)).collect();
    if let Some(order) = arguments.get::<&str>("sort")? {
        filters::sort(&mut found, order, renderer.report.locales.get(language));
    }
    if let Some(limit) = arguments.get::<u64>("limit")? {
        found.truncate(limit as usize);
    }
    Ok(Value::from(found))
}

/// How many records of a collection meet `where` and have something in an entry of their view, `with`: a field, or what
/// refers to them.
pub fn count(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let collection = collection_of(renderer, &arguments)?;
    let chosen = chosen(renderer, collection, &arguments)?;
    let Some(name) = arguments.get::<&str>("with")? else { return Ok(Value::from(chosen.len() as u64)) };
    check_name(renderer, collection, name)?;
    let language = recorder::language();
    let says = |record: &RecordIx| {
        let view = renderer.local(language).view(*record);
        view.as_map().and_then(|map| map.get(&Entry::Str(name))).is_some_and(Value::is_truthy)
    };
    Ok(Value::from(chosen.iter().filter(|record| says(record)).count() as u64))
}

/// The records of a collection that meet `where`, in the order of the language.
fn chosen(renderer: &Renderer, collection: CollectionIx, arguments: &Kwargs) -> TeraResult<Vec<RecordIx>> {
    let site = &renderer.report.site;
    recorder::note(Note::Records(collection));
    let all = site.ordered(collection, recorder::language());
    let Some(wanted) = arguments.get::<&Value>("where")? else { return Ok(all.collect()) };
    let entries = wanted.as_map().ok_or_else(|| Error::message("`where` takes a map: {\"level\": \"national\"}"))?;
    // Nothing is one of none.
    if entries.values().any(|value| value.as_array().is_some_and(<[Value]>::is_empty)) {
        return Ok(Vec::new());
    }
    let selection = Selection::read(site, collection, &node(wanted)).map_err(|problems| refused(&problems))?;
    let looked = selection.looked(site);
    looked.records.into_iter().for_each(|at| recorder::note(Note::Records(at)));
    looked.members.into_iter().for_each(|at| recorder::note(Note::Members(at)));
    Ok(all.filter(|record| selection.holds(site, *record)).collect())
}

/// What is wrong with a condition, as an error at the call.
fn refused(problems: &[Problem]) -> Error {
    let one = |problem: &Problem| match &problem.hint {
        Some(hint) if !hint.is_empty() => format!("{} ({hint})", problem.message),
        _ => problem.message.clone(),
    };
    Error::message(format!("`where`: {}", problems.iter().map(one).collect::<Vec<_>>().join("; ")))
}

/// A condition as the reader of figures takes it: a record or its card is its key, and none is what is missing.
fn node(value: &Value) -> Node {
    let text = |text: String| Kind::Scalar { text: text.into(), quoted: false };
    let entry = |name: &str, value: Node| (Key { name: name.into(), span: Span::default() }, value);
    let record = |map: &tera::Map| map.get(&key("key")).and_then(Value::as_str).map(str::to_owned);
    let kind = match (value.as_map(), value.as_array()) {
        (Some(map), _) => match record(map) {
            Some(key) => text(key),
            None => {
                let named = map.iter().filter_map(|(name, value)| Some(entry(name.as_str()?, node(value))));
                Kind::Mapping(named.collect())
            }
        },
        (_, Some(items)) => Kind::Sequence(items.iter().map(node).collect()),
        _ if value.is_none() => {
            let any = Node { kind: text("any".to_owned()), span: Span::default() };
            Kind::Mapping(vec![entry("missing", any)])
        }
        _ => text(value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
    };
    Node { kind, span: Span::default() }
}

/// A name that no view has would count nothing, silently.
fn check_name(renderer: &Renderer, collection: CollectionIx, name: &str) -> TeraResult<()> {
    let model = &renderer.report.site.collections[collection];
    let backs = renderer.report.site.back_references[collection].iter().map(|back| &*back.name);
    let fields = model.fields.iter().map(|field| &*field.view_name);
    let known: Vec<&str> = fields.chain(backs).chain(["title", "short", "summary", "url"]).collect();
    if known.contains(&name) {
        return Ok(());
    }
    let hint = or_did_you_mean(name, known.iter().copied());
    Err(Error::message(format!("`{name}` is not a field of {}{hint}", model.id)))
}
