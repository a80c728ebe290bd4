//! Functions of templates. Whatever they hand out is noted by the recorder.

mod arguments;
mod changes;
mod cited;
mod editions;
mod home;
mod relations;
mod selected;
mod lists;
mod pictures;
mod search;

use std::sync::Arc;

use fluent_bundle::FluentValue;
use tera::{Context, Error, Kwargs, State, Tera, TeraResult, Value};

use crate::diagnostics::or_did_you_mean;
use crate::link::names::{Nowhere, Target};
use crate::model::builtin;
use crate::model::field::{ChoiceOption, Field, FieldKind, Options};
use crate::model::value::{Missing, Word};
use crate::pages::bounded;
use crate::pages::cache::Fragment;
use crate::pages::callable::Callable;
use crate::pages::functions::arguments::{collection_of, day_of, field_of, figure_of, no_field, record_of};
use crate::pages::renderer::{self, Renderer};
use crate::pages::values::map;
use crate::pages::views::{facts, figures};
use crate::position::{LanguageIx, RecordIx};
use crate::report::recorder::{self, Current, Note};

/// A function with the renderer it looks into.
type Call = fn(&Arc<Renderer>, Kwargs) -> TeraResult<Value>;

/// All functions of our own.
pub const FUNCTIONS: &[Callable<Call>] = &[
    Callable::new("record", &["key"], record),
    Callable::new("records", &["of", "where", "sort", "limit"], selected::records),
    Callable::new("collection", &["of"], collection),
    Callable::new("count", &["of", "with", "where"], selected::count),
    Callable::new("options", &["of", "field"], options),
    Callable::new("option", &["of", "field", "value"], option),
    Callable::new("label", &["of", "field"], label),
    Callable::new("fact", &["record", "field"], fact),
    Callable::new("figure", &["key", "on"], figure),
    Callable::new("chart", &["figure", "kind", "caption", "table", "axis"], pictures::chart),
    Callable::new("map", &["of", "figure", "marks", "caption"], pictures::map),
    Callable::new("locator", &["record", "extent"], pictures::locator),
    Callable::new("distance", &["from", "to"], pictures::distance),
    Callable::new("completeness", &["of"], completeness),
    Callable::new("facts", &["record", "source"], all_facts),
    Callable::new("record_sources", &["record"], record_sources),
    Callable::new("touched", &["record"], touched),
    Callable::new("backlinks", &["record"], relations::backlinks),
    Callable::new("siblings", &["record"], relations::siblings),
    Callable::new("common_source", &["record"], relations::common_source),
    Callable::new("counted_in", &["record"], relations::counted_in),
    Callable::new("cite", &["record", "on", "field"], cited::cite),
    Callable::new("url", &["to"], url),
    Callable::open("t", &["key"], message),
    Callable::new("asset", &["path"], asset),
    Callable::new("render", &["record", "template"], render),
    Callable::new("downloads", &[], downloads),
    Callable::new("dataset", &[], dataset),
    Callable::new("home", &[], home::home),
    Callable::new("page_with", &["template"], home::page_with),
    Callable::new("edition", &[], editions::edition),
    Callable::new("changes", &[], changes::changes),
    Callable::new("columns", &["of", "without"], lists::columns),
    Callable::new("cells", &["record", "without"], lists::cells),
    Callable::new("glance", &["record"], lists::glance),
    Callable::new("facets", &["of"], lists::facets),
    Callable::new("facet_values", &["record"], lists::facet_values),
    Callable::new("search", &[], search::search),
    Callable::new("az", &[], search::az),
];

/// Registers all functions. They look into whatever renders the page that calls them.
pub fn register(tera: &mut Tera) {
    for Callable { name, call, .. } in FUNCTIONS {
        tera.register_function(*name, move |arguments: Kwargs, _: &State| call(&renderer::running()?, arguments));
    }
}

fn record(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let record = record_of(renderer, arguments.must_get::<&Value>("key")?)?;
    Ok(record.map_or_else(Value::none, |record| renderer.local(recorder::language()).view(record)))
}

/// A collection; none where the site has not one of those whose model comes with the generator.
fn collection(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let name: &str = arguments.must_get("of")?;
    if builtin::is_built_in(name) && renderer.report.site.collection_named(name).is_none() {
        return Ok(Value::none());
    }
    let collection = collection_of(renderer, &arguments)?;
    Ok(renderer.local(recorder::language()).collection_value(collection))
}

/// The options of a choice, or of what a list consists of.
fn options_of(field: &Field) -> TeraResult<&Options> {
    let inner = if let FieldKind::List(item) = &field.kind { item } else { field };
    match &inner.kind {
        FieldKind::Choice(options) => Ok(options),
        _ => Err(Error::message(format!("`{}` is not a choice", field.name))),
    }
}

fn options(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let options = options_of(field_of(renderer, &arguments)?)?;
    let language = recorder::language();
    let one = |option: &ChoiceOption| {
        map([("value", Value::normal_string(&option.id)), ("label", Value::normal_string(option.label.text(language)))])
    };
    Ok(Value::from(options.iter().map(one).collect::<Vec<_>>()))
}

fn option(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let field = field_of(renderer, &arguments)?;
    let options = options_of(field)?;
    let value = arguments.must_get::<&Value>("value")?;
    if value.is_none() {
        return Ok(Value::from(""));
    }
    let wanted = value.as_str().unwrap_or_default();
    let found = options.iter().find(|option| *option.id == *wanted);
    let found = found.ok_or_else(|| Error::message(format!("`{wanted}` is not an option of `{}`", field.name)))?;
    Ok(Value::normal_string(found.label.text(recorder::language())))
}

fn label(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let field = field_of(renderer, &arguments)?;
    Ok(Value::normal_string(field.label.text(recorder::language())))
}

fn fact(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(record) = record_of(renderer, arguments.must_get::<&Value>("record")?)? else { return Ok(Value::none()) };
    let name: &str = arguments.must_get("field")?;
    let model = renderer.report.site.model(record);
    let (at, _) = model.field(name).ok_or_else(|| no_field(name, Some(&model.fields)))?;
    Ok(facts::view(renderer.local(recorder::language()), record, at))
}

fn all_facts(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let nothing = || Value::from(Vec::<Value>::new());
    let Some(record) = record_of(renderer, arguments.must_get::<&Value>("record")?)? else { return Ok(nothing()) };
    let source = match arguments.get::<&Value>("source")? {
        None => None,
        Some(value) if value.is_none() => None,
        Some(value) => match record_of(renderer, value)? {
            None => return Ok(nothing()),
            source => source,
        },
    };
    Ok(Value::from(facts::all(renderer.local(recorder::language()), record, source)))
}

fn record_sources(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let record = record_of(renderer, arguments.must_get::<&Value>("record")?)?;
    let nothing = || Value::from(Vec::<Value>::new());
    Ok(record.map_or_else(nothing, |record| facts::of_record(renderer.local(recorder::language()), record)))
}

/// Cards of the records whose texts lead to what a correction is about.
fn touched(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let record = record_of(renderer, arguments.must_get::<&Value>("record")?)?;
    let local = renderer.local(recorder::language());
    let texts = record.map(|record| renderer.touched.by(record)).unwrap_or_default();
    Ok(Value::from(texts.iter().map(|text| local.card(*text)).collect::<Vec<_>>()))
}

fn figure(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(figure) = figure_of(renderer, arguments.must_get::<&Value>("key")?)? else { return Ok(Value::none()) };
    let on = day_of(&arguments)?.map(|date| date.last());
    Ok(figures::view(renderer.local(recorder::language()), figure, on))
}

fn completeness(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let collection = collection_of(renderer, &arguments)?;
    recorder::note(Note::Records(collection));
    let (known, language) = (&renderer.report.completeness[collection], recorder::language());
    let missing = known.missing.iter().filter_map(|(code, count)| {
        let text = renderer.report.page_localizer(language).message(Missing::from_word(code)?);
        Some(map([("code", Value::from(*code)), ("text", Value::from(text)), ("count", Value::from(*count as u64))]))
    });
    let records = renderer.report.site.records[collection].len();
    let languages = renderer.report.config.languages.iter().zip(&known.translated).map(|(spec, translated)| {
        map([
            ("lang", Value::normal_string(&spec.code)),
            ("name", Value::normal_string(&spec.name)),
            ("translated", Value::from(*translated as u64)),
            ("of", Value::from(records as u64)),
        ])
    });
    Ok(map([
        ("records", Value::from(records as u64)),
        ("facts", Value::from(known.facts as u64)),
        ("sourced", Value::from(known.sourced as u64)),
        ("own", Value::from(known.own as u64)),
        ("unsourced", Value::from(known.unsourced as u64)),
        ("missing", Value::from(missing.collect::<Vec<_>>())),
        ("languages", Value::from(languages.collect::<Vec<_>>())),
        (
            "overdue",
            Value::from(known.overdue.iter().map(|record| renderer.local(language).card(*record)).collect::<Vec<_>>()),
        ),
    ]))
}

fn url(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let to: &str = arguments.must_get("to")?;
    let localizer = renderer.report.localizer(recorder::language());
    let found = match renderer.report.site.find(to) {
        Ok(Target::Collection(collection)) => {
            recorder::note(Note::Model(collection));
            localizer.index_url(collection)
        }
        Ok(Target::Record(record)) => localizer.url(record).map(|url| url.to_string()),
        Err(Nowhere::Withheld(_)) => {
            recorder::note(Note::Absent(to.into()));
            return Ok(Value::none());
        }
        Err(Nowhere::Unknown(hint)) => return Err(Error::message(format!("`{to}` does not exist ({hint})"))),
    };
    found.map(Value::from).ok_or_else(|| Error::message(format!("`{to}` has no page")))
}

fn message(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let key: &str = arguments.must_get("key")?;
    let localizer = renderer.local(recorder::language()).localizer();
    if let Some(text) = localizer.fixed(key) {
        return Ok(Value::normal_string(&text));
    }
    let given: Vec<(&str, &Value)> = arguments
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?, value)))
        .filter(|(name, _)| *name != "key")
        .collect();
    let variables: Vec<(&str, FluentValue)> = given.iter().map(|(name, value)| (*name, variable(value))).collect();
    localizer.try_format(key, &variables).map(Value::from).map_err(Error::message)
}

fn variable(value: &Value) -> FluentValue<'static> {
    match (value.as_i64(), value.as_f64()) {
        (Some(whole), _) => FluentValue::from(whole),
        (None, Some(number)) => FluentValue::from(number),
        (None, None) => FluentValue::from(value.to_string()),
    }
}

fn asset(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let path: &str = arguments.must_get("path")?;
    renderer.assets.noted(path).map(Value::normal_string).ok_or_else(|| {
        let hint = or_did_you_mean(path, renderer.assets.names());
        Error::message(format!("the theme has no static file `{path}`{hint}"))
    })
}

fn downloads(renderer: &Arc<Renderer>, _: Kwargs) -> TeraResult<Value> {
    // Which files there are, and how many records in them.
    renderer.report.site.collections.positions().for_each(|collection| recorder::note(Note::Members(collection)));
    Ok(renderer.local(recorder::language()).downloads().all())
}

fn dataset(renderer: &Arc<Renderer>, _: Kwargs) -> TeraResult<Value> {
    renderer.report.site.collections.positions().for_each(|collection| recorder::note(Note::Members(collection)));
    Ok(renderer.local(recorder::language()).downloads().of_everything())
}

/// How deep `render()` may stand in what `render()` renders: each needs its part of the stack.
const DEEPEST: usize = 32;

fn render(renderer: &Arc<Renderer>, arguments: Kwargs) -> TeraResult<Value> {
    let Some(record) = record_of(renderer, arguments.must_get::<&Value>("record")?)? else {
        return Ok(Value::safe_string(""));
    };
    let template: &str = arguments.must_get("template")?;
    let language = recorder::language();
    let depth = recorder::depth() + 1;
    if depth > DEEPEST {
        let message =
            format!("`render` of `{template}` is {depth} deep: it renders itself, or another that renders it");
        return Err(Error::message(message));
    }
    renderer.fragments.of(template, renderer.report.localizer(language)).get(record, || {
        let tera = renderer.templates.tera.as_ref().ok_or_else(|| Error::message("the templates cannot be read"))?;
        let rendered = || {
            renderer.templates.note(template);
            bounded::rendered(tera, template, &row_context(renderer, record, language))
        };
        let make = || recorder::recorded(Current { language, depth, ..renderer.current() }, rendered);
        let (html, read) = if depth == 1 { make() } else { on_a_stack_of_its_own(make)? };
        for finding in read.findings {
            recorder::report(finding);
        }
        let html = String::from_utf8(html?).map_err(|_| Error::message("templates write UTF-8"))?;
        Ok(Fragment { html: Value::safe_string(&html), reads: read.reads.kept() })
    })
}

/// What the template of a row sees.
fn row_context(renderer: &Renderer, record: RecordIx, language: LanguageIx) -> Context {
    let local = renderer.local(language);
    let mut context = Context::new();
    context.insert_value("record", local.view(record));
    context.insert_value("site", local.shared().site.clone());
    context.insert_value("lang", Value::normal_string(local.localizer().code()));
    context
}

/// Runs a render in a thread of its own: each may need as much of the stack as Tera allows to one, and many of them in one
/// another would end the program.
fn on_a_stack_of_its_own<R: Send>(make: impl FnOnce() -> R + Send) -> TeraResult<R> {
    std::thread::scope(|scope| {
        let spawned = std::thread::Builder::new().stack_size(4 * 1024 * 1024).spawn_scoped(scope, make);
        let thread = spawned.map_err(|error| Error::message(format!("there is no room to render in: {error}")))?;
        Ok(thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}
