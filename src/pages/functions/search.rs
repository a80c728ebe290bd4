//! The search of the site and its list of names, for templates.

use std::ops::Range;
use std::sync::Arc;

use tera::{Kwargs, TeraResult, Value};

use crate::link::names::Target;
use crate::pages::cache::Of;
use crate::pages::renderer::{LocalRenderer, Renderer};
use crate::pages::values::{map, optional, pager};
use crate::plan::search_pages::{self, NAMES, Search};
use crate::report::recorder::{self, Note};
use crate::search::kinds::{self, Kind};
use crate::search::names::Names;

/// `{url, az, base, examples, kinds}`; none where the site has no search.
pub fn search(renderer: &Arc<Renderer>, _: Kwargs) -> TeraResult<Value> {
    let local = renderer.local(recorder::language());
    let addresses = &local.report().plan.addresses;
    let Some(search) = addresses.search(local.language) else { return Ok(Value::none()) };
    // Every page asks for it, and its kinds are counted over all records.
    Ok(local.renderer.views.small.get(local.language, Of::Search, || described(local, search)))
}

fn described(local: LocalRenderer, search: &Search) -> Value {
    let addresses = &local.report().plan.addresses;
    let base = format!("/{}", search_pages::folder(local.localizer().code()));
    let examples = local.report().plan.front.examples.iter().map(|target| example(local, *target));
    let kinds = kinds::of_language(local.localizer());
    map([
        ("url", Value::from(addresses.link(&search.page))),
        ("az", optional(search.az.as_ref().map(|path| addresses.link(path)).as_deref())),
        ("base", Value::from(addresses.link(&base))),
        ("examples", Value::from(examples.collect::<Vec<_>>())),
        ("kinds", Value::from(kinds.iter().map(|of| kind(local, *of)).collect::<Vec<_>>())),
    ])
}

/// What may be searched for: the card of a record, or a collection.
fn example(local: LocalRenderer, target: Target) -> Value {
    match target {
        Target::Record(record) => local.card(record),
        Target::Collection(collection) => {
            let model = &local.report().site.collections[collection];
            let label = Value::normal_string(model.label.text(local.language));
            let url = local.localizer().index_url(collection);
            let id = || Value::normal_string(&model.id);
            map([
                ("key", id()),
                ("id", id()),
                ("collection", id()),
                ("short", label.clone()),
                ("title", label),
                ("url", optional(url.as_deref())),
            ])
        }
    }
}

/// `{id, label, count, url}`.
fn kind(local: LocalRenderer, Kind { collection, count }: Kind) -> Value {
    let model = &local.report().site.collections[collection];
    recorder::note(Note::Model(collection));
    map([
        ("id", Value::normal_string(&model.id)),
        ("label", Value::normal_string(model.label.text(local.language))),
        ("count", Value::from(count as u64)),
        ("url", optional(local.localizer().index_url(collection).as_deref())),
    ])
}

/// `{letters, entries, pager}` of the page of the list from A to Z, on other pages of its first; none where there is no such list.
pub fn az(renderer: &Arc<Renderer>, _: Kwargs) -> TeraResult<Value> {
    let local = renderer.local(recorder::language());
    let report = local.report();
    let search = report.plan.addresses.search(local.language).filter(|search| search.az.is_some());
    let Some(search) = search else { return Ok(Value::none()) };
    report.site.collections.positions().for_each(|at| recorder::note(Note::Records(at)));
    let names = &local.renderer.names()[local.language];
    let number = recorder::part().max(1);
    let url = |number: u32| search.az_path(number).map(|path| report.plan.addresses.link(&path));
    let end = |number: u32| names.entries.len().min(number as usize * NAMES as usize);
    Ok(map([
        ("letters", Value::from(letters(local, search, names))),
        ("entries", Value::from(entries(local, names, end(number - 1)..end(number)))),
        ("pager", pager(number, search.az_pages(), url)),
    ]))
}

/// `[{letter, url}]`: each letter once, where it begins.
fn letters(local: LocalRenderer, search: &Search, names: &Names) -> Vec<Value> {
    let letter = |(at, letter): &(usize, Box<str>)| {
        let path = search.az_path(*at as u32 / NAMES + 1).unwrap_or_default();
        let url = format!("{}#az-{letter}", local.report().plan.addresses.link(&path));
        map([("letter", Value::normal_string(letter)), ("url", Value::from(url))])
    };
    names.letters.iter().map(letter).collect()
}

/// `[{letter, name, lang, url, kind, also, of}]`; `letter` where a letter begins in the list, else none.
fn entries(local: LocalRenderer, names: &Names, shown: Range<usize>) -> Vec<Value> {
    let first = |at: usize| names.letters.binary_search_by_key(&at, |(at, _)| *at).ok();
    let entry = |at: usize| {
        let entry = &names.entries[at];
        let site = &local.report().site;
        let url = local.report().plan.addresses.leads_to(entry.record, local.language).map(|address| &*address.url);
        let title = entry.also.then(|| site.title(entry.record, local.language).1);
        map([
            ("letter", optional(first(at).map(|letter| &*names.letters[letter].1))),
            ("name", Value::normal_string(&entry.name)),
            ("lang", optional(entry.language.as_deref())),
            ("url", optional(url)),
            ("kind", Value::normal_string(site.model(entry.record).singular.text(local.language))),
            ("also", Value::from(entry.also)),
            ("of", optional(title)),
        ])
    };
    shown.map(entry).collect()
}
