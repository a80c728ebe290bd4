//! Filters of templates, and how values of views are compared.

use std::cmp::Ordering;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::locale::Locale;
use crate::locale::formats::DateForm;
use crate::markup::address;
use crate::markup::contact;
use crate::markup::html::without_tags;
use crate::markup::marks;
use crate::model::date::Date;
use crate::model::field::FieldKind;
use crate::model::number::Number;
use crate::pages::callable::Callable;
use crate::pages::renderer::{self, Renderer};
use crate::pages::values::{key, map, optional};
use crate::report::localizer::Localizer;
use crate::report::recorder;
use crate::words::{formula, initial, sentence_case};

/// A filter with the renderer it looks into and the value it is given.
type Call = fn(&Renderer, &Value, &Kwargs) -> TeraResult<Value>;

/// All filters of our own.
pub const FILTERS: &[Callable<Call>] = &[
    Callable::new("date", &["form"], date),
    Callable::new("number", &["decimals", "compact"], number),
    Callable::new("list", &[], list),
    Callable::new("beside", &[], beside),
    Callable::new("where", &["field", "is"], filter_where),
    Callable::new("sort_by", &["field"], sort_by),
    Callable::new("group", &["by"], group),
    Callable::new("plain", &[], plain),
    Callable::new("capital", &[], capital),
    Callable::new("letter", &[], letter),
    Callable::new("query", &[], query),
    Callable::new("tel", &[], tel),
    Callable::new("mailto", &["subject"], mailto),
];

/// Registers all filters.
pub fn register(tera: &mut Tera) {
    for Callable { name, call, .. } in FILTERS {
        tera.register_filter(*name, move |value: &Value, arguments: Kwargs, _: &State| {
            call(renderer::running()?.as_ref(), value, &arguments)
        });
    }
}

fn localizer(renderer: &Renderer) -> Localizer<'_> {
    renderer.report.page_localizer(recorder::language())
}

fn locale(renderer: &Renderer) -> &Locale {
    renderer.report.locales.get(recorder::language())
}

fn date(renderer: &Renderer, value: &Value, arguments: &Kwargs) -> TeraResult<Value> {
    if value.is_none() {
        return Ok(Value::from(""));
    }
    let text = value.to_string();
    let date = Date::parse(&text).ok_or_else(|| Error::message(format!("`{text}` is not a date")))?;
    let words = match arguments.get::<&str>("form")?.unwrap_or("long") {
        "long" => locale(renderer).date(date, DateForm::Long),
        "short" => locale(renderer).date(date, DateForm::Short),
        "iso" => date.to_string().replace(' ', "T"),
        other => return Err(Error::message(format!("`{other}` is not a form of dates: long, short, iso"))),
    };
    Ok(Value::from(words))
}

fn number(renderer: &Renderer, value: &Value, arguments: &Kwargs) -> TeraResult<Value> {
    if value.is_none() {
        return Ok(Value::from(""));
    }
    let text = value.to_string();
    let written = Number::parse(&text).ok_or_else(|| Error::message(format!("`{text}` is not a number")))?;
    let number = match arguments.get::<u64>("decimals")? {
        Some(decimals) => written.rounded(decimals.min(20) as usize),
        None => written,
    };
    let compact = arguments.get::<bool>("compact")?.unwrap_or(false);
    Ok(Value::from(if compact { locale(renderer).compact(&number, None) } else { locale(renderer).number(&number) }))
}

/// A text that begins a line: its first letter large, the rest as it is (Tera's `capitalize` makes the rest small). A word such as
/// `eHealth` or `mems.me` stays as it is written.
fn capital(_: &Renderer, value: &Value, _: &Kwargs) -> TeraResult<Value> {
    let Some(text) = value.as_str() else { return Ok(value.clone()) };
    let capital = sentence_case(text);
    Ok(if value.is_safe() { Value::safe_string(&capital) } else { Value::from(capital) })
}

/// Under which letter a text stands in a list from A to Z: its first letter or digit, large and without accents.
fn letter(_: &Renderer, value: &Value, _: &Kwargs) -> TeraResult<Value> {
    Ok(Value::from(initial(&value.to_string())))
}

/// A text as a value in the query of an address (RFC 3986): `mailto:…?subject={{ page.title | query }}`.
fn query(_: &Renderer, value: &Value, _: &Kwargs) -> TeraResult<Value> {
    Ok(Value::from(address::value(&marks::without(&value.to_string()))))
}

/// `tel:` with an international number; none for what is not one plain number, or lacks the code of its country where the
/// site names none.
fn tel(renderer: &Renderer, value: &Value, _: &Kwargs) -> TeraResult<Value> {
    let country = renderer.report.config.calling_code.as_deref();
    let written = if value.is_none() { String::new() } else { marks::without(&value.to_string()).into_owned() };
    Ok(optional(contact::telephone(&written, country).as_deref()))
}

/// `mailto:` with a subject: `{{ contact.email | mailto(subject=page.title) }}`.
fn mailto(_: &Renderer, value: &Value, arguments: &Kwargs) -> TeraResult<Value> {
    let subject = arguments.get::<&str>("subject")?.unwrap_or_default();
    Ok(Value::from(contact::mail(&marks::without(&value.to_string()), &marks::without(subject))))
}

fn array(value: &Value) -> TeraResult<&[Value]> {
    if value.is_none() {
        return Ok(&[]);
    }
    value.as_array().ok_or_else(|| Error::message(format!("this filter takes an array, not {}", value.name())))
}

fn list(renderer: &Renderer, value: &Value, _: &Kwargs) -> TeraResult<Value> {
    Ok(Value::from(localizer(renderer).list(&words(value)?)))
}

/// Words one behind the other, with what the language has between them: `a, b`, `a، b`, `a、b`.
fn beside(renderer: &Renderer, value: &Value, _: &Kwargs) -> TeraResult<Value> {
    Ok(Value::from(formula::beside(localizer(renderer), words(value)?)))
}

/// The items of an array as words, without those that are none.
fn words(value: &Value) -> TeraResult<Vec<String>> {
    Ok(array(value)?.iter().filter(|item| !item.is_none()).map(ToString::to_string).collect())
}

fn filter_where(_: &Renderer, value: &Value, arguments: &Kwargs) -> TeraResult<Value> {
    let field: &str = arguments.must_get("field")?;
    let wanted: &Value = arguments.must_get("is")?;
    let kept = array(value)?.iter().filter(|item| matches(entry(item, field), wanted));
    Ok(Value::from(kept.cloned().collect::<Vec<_>>()))
}

fn sort_by(renderer: &Renderer, value: &Value, arguments: &Kwargs) -> TeraResult<Value> {
    let mut items = array(value)?.to_vec();
    sort(&mut items, arguments.must_get("field")?, locale(renderer));
    Ok(Value::from(items))
}

/// `[{value, label, count, items}]`: options of a choice in declared order, other values in order of appearance, absent ones last.
fn group(renderer: &Renderer, value: &Value, arguments: &Kwargs) -> TeraResult<Value> {
    let by: &str = arguments.must_get("by")?;
    let items = array(value)?;
    let mut groups: Vec<(Value, Value, Vec<Value>)> = Vec::new();
    let language = recorder::language();
    let model =
        items.first().and_then(|item| renderer.report.site.collection_named(entry(item, "collection")?.as_str()?));
    let field = model.and_then(|model| renderer.report.site.collections[model].field(by));
    if let Some((_, field)) = field
        && let FieldKind::Choice(options) = &field.kind
    {
        let group = |option: &crate::model::field::ChoiceOption| {
            (Value::normal_string(&option.id), Value::normal_string(option.label.text(language)), Vec::new())
        };
        groups.extend(options.iter().map(group));
    }
    let mut absent = Vec::new();
    for item in items {
        match entry(item, by).filter(|value| !value.is_none()) {
            None => absent.push(item.clone()),
            Some(value) => match groups.iter_mut().find(|(known, _, _)| same(known, value)) {
                Some((_, _, members)) => members.push(item.clone()),
                None => groups.push((value.clone(), group_label(value), vec![item.clone()])),
            },
        }
    }
    groups.retain(|(_, _, members)| !members.is_empty());
    if !absent.is_empty() {
        groups.push((Value::none(), Value::none(), absent));
    }
    let views = groups.into_iter().map(|(value, label, members)| {
        let count = Value::from(members.len() as u64);
        map([("value", value), ("label", label), ("count", count), ("items", Value::from(members))])
    });
    Ok(Value::from(views.collect::<Vec<_>>()))
}

fn group_label(value: &Value) -> Value {
    entry(value, "title").cloned().unwrap_or_else(|| value.clone())
}

fn plain(_: &Renderer, value: &Value, _: &Kwargs) -> TeraResult<Value> {
    Ok(Value::from(without_tags(&value.to_string())))
}

fn entry<'v>(item: &'v Value, name: &'v str) -> Option<&'v Value> {
    name.split('.').try_fold(item, |value, part| value.as_map()?.get(&tera::value::Key::Str(part)))
}

/// Whether an entry of a view is what `where` wants: a value, one of a list of values, or none.
pub fn matches(entry: Option<&Value>, wanted: &Value) -> bool {
    let absent = entry.is_none_or(Value::is_none);
    match wanted.as_array() {
        Some(any) => any.iter().any(|wanted| matches(entry, wanted)),
        None if wanted.is_none() => absent,
        None => entry.is_some_and(|entry| match entry.as_array() {
            Some(items) => items.iter().any(|item| same(item, wanted)),
            None => same(entry, wanted),
        }),
    }
}

/// Equal values; a card equals its id and its key.
fn same(value: &Value, wanted: &Value) -> bool {
    if let (Some(card), Some(text)) = (value.as_map(), wanted.as_str()) {
        return ["id", "key"].iter().any(|name| card.get(&key(name)).and_then(Value::as_str) == Some(text));
    }
    if let (Some(a), Some(b)) = (value.as_map(), wanted.as_map()) {
        return a.get(&key("key")).is_some() && a.get(&key("key")) == b.get(&key("key"));
    }
    value == wanted
}

/// Sorts views by an entry, `-` before it for the greatest first; absent ones last.
pub fn sort(items: &mut [Value], order: &str, locale: &Locale) {
    let (field, descending) = order.strip_prefix('-').map_or((order, false), |field| (field, true));
    items.sort_by(|a, b| {
        let present = |value: &Value| entry(value, field).filter(|value| !value.is_none()).cloned();
        match (present(a), present(b)) {
            (Some(a), Some(b)) if descending => compare(&b, &a, locale),
            (Some(a), Some(b)) => compare(&a, &b, locale),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }
    });
}

fn compare(a: &Value, b: &Value, locale: &Locale) -> Ordering {
    let title = |value: &Value| entry(value, "title").cloned().unwrap_or_else(|| value.clone());
    let (a, b) = (title(a), title(b));
    match (a.as_str(), b.as_str()) {
        // Dates as written sort by their characters.
        (Some(x), Some(y)) if Date::parse(x).is_some() && Date::parse(y).is_some() => x.cmp(y),
        (Some(x), Some(y)) => locale.compare(x, y),
        _ => a.partial_cmp(&b).unwrap_or(Ordering::Equal),
    }
}
