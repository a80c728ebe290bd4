//! Facts in full, as `fact(…)` gives them: in words, with source, date, status and history.

use tera::value::Key;
use tera::{Map, Value};

use crate::link::{Linked, RecordIx, each_fact};
use crate::locale::DateForm;
use crate::model::builtin::{FIGURES, SOURCES};
use crate::model::date::Date;
use crate::model::field::{Field, FieldKind, Markup, NumberKind};
use crate::model::number::Number;
use crate::model::position::FieldIx;
use crate::model::value::{self, Fact, Given, Status, word_of};
use crate::render::World;
use crate::render::corrected;
use crate::render::figures::data_element;
use crate::render::formula;
use crate::render::prose::fields;
use crate::render::quantity::Quantity;
use crate::render::recorder;
use crate::render::views::{key, map, optional, plain};
use crate::render::xml::escape;

/// The view of what a record says about a field.
pub fn view(world: &World, record: RecordIx, at: FieldIx, language: usize) -> Value {
    let linked = world.site.get(record);
    let field = &world.site.model(record).fields[at];
    let whole = |fact: &Fact| {
        let mut map = one(world, record, field, fact, language, &Inherited::of(linked));
        map.insert(key("undated"), Value::from(world.site.is_undated(record, at, fact)));
        map
    };
    let mut map = linked.fact(at).map_or_else(|| silent(field, language), whole);
    map.insert(key("id"), Value::from(format!("fact-{}", field.name)));
    if field.tracked {
        let history = linked.history(at).iter().map(|fact| Value::from(whole(fact)));
        map.insert(key("history"), Value::from(history.collect::<Vec<_>>()));
    }
    Value::from(map)
}

/// All facts of a record that say something, but for those in a role, which every page shows already.
pub fn all(world: &World, record: RecordIx, language: usize) -> Vec<Value> {
    let model = world.site.model(record);
    let roles = [model.roles.title, model.roles.short, model.roles.summary];
    let said = |at: &FieldIx| {
        let is_shown = !roles.contains(&Some(*at)) && !matches!(model.fields[*at].kind, FieldKind::Formula);
        is_shown && world.site.get(record).fact(*at).is_some()
    };
    model.fields.positions().filter(said).map(|at| view(world, record, at, language)).collect()
}

/// A field about which nothing is written.
fn silent(field: &Field, language: usize) -> Map {
    let mut map = Map::with_capacity(16);
    map.insert(key("field"), Value::normal_string(&field.name));
    map.insert(key("label"), Value::normal_string(field.label.text(language)));
    map.insert(key("value"), Value::none());
    map.insert(key("text"), Value::from(""));
    map.insert(key("html"), Value::safe_string(""));
    for name in ["missing", "since", "by", "status", "bound", "note"] {
        map.insert(key(name), Value::none());
    }
    for name in ["source", "history", "items"] {
        map.insert(key(name), Value::from(Vec::<Value>::new()));
    }
    map.insert(key("fields"), Value::none());
    map.insert(key("id"), Value::none());
    map.insert(key("undated"), Value::from(false));
    map
}

/// What a fact has from those that contain it, where it says nothing of its own.
struct Inherited {
    sources: Vec<u32>,
    since: Option<Date>,
    by: Option<Date>,
    status: Option<Status>,
}

impl Inherited {
    /// What the fields of a record have from it.
    fn of(linked: &Linked) -> Self {
        Inherited { sources: linked.record.sources.clone(), since: None, by: None, status: None }
    }

    /// What the parts of a fact have from it.
    fn with(&self, field: &Field, fact: &Fact) -> Self {
        let sources = fact.rests_on(field, &self.sources).to_vec();
        let (since, by) = if fact.date().is_some() { (fact.since, fact.by) } else { (self.since, self.by) };
        Inherited { sources, since, by, status: fact.status.or(self.status) }
    }
}

/// A fact within those that `outer` stands for.
fn one(world: &World, record: RecordIx, field: &Field, fact: &Fact, language: usize, outer: &Inherited) -> Map {
    let linked = world.site.get(record);
    let effective = outer.with(field, fact);
    let mut map = silent(field, language);
    map.insert(key("value"), plain(world, linked, field, fact, language));
    if let Given::Missing(missing) = &fact.given {
        map.insert(key("missing"), coded(world, "missing", word_of(*missing), language));
    }
    let text = words(world, linked, field, fact, language);
    map.insert(key("html"), Value::safe_string(&html(world, linked, field, fact, &text, language)));
    map.insert(key("text"), Value::from(text));
    map.insert(key("source"), sources(world, record, &effective.sources, language));
    let written = |date: Option<Date>| optional(date.map(|date| date.to_string()).as_deref());
    map.insert(key("since"), written(effective.since));
    map.insert(key("by"), written(effective.by));
    if let Some(status) = effective.status {
        map.insert(key("status"), coded(world, "status", word_of(status), language));
    }
    map.insert(key("bound"), optional(fact.bound.map(word_of)));
    map.insert(key("note"), optional(fact.note.as_ref().map(|note| note.text(language))));
    parts(world, record, field, fact, &effective, language, &mut map);
    map
}

fn parts(
    world: &World,
    record: RecordIx,
    field: &Field,
    fact: &Fact,
    effective: &Inherited,
    language: usize,
    map: &mut Map,
) {
    let linked = world.site.get(record);
    match (&field.kind, fact.value()) {
        (FieldKind::List(of), Some(value::Value::List(items))) => {
            let items = items
                .iter()
                .filter(|item| linked.is_seen(item))
                .map(|item| Value::from(one(world, record, of, item, language, effective)));
            map.insert(key("items"), Value::from(items.collect::<Vec<_>>()));
        }
        (FieldKind::Group(fields), Some(value::Value::Group(facts))) => {
            let mut inner = Map::with_capacity(fields.len());
            for (field, part) in fields.iter().zip(facts) {
                let view = match part {
                    Some(part) => one(world, record, field, part, language, effective),
                    None => silent(field, language),
                };
                inner.insert(Key::String(field.view_name.clone()), Value::from(view));
            }
            map.insert(key("fields"), Value::from(inner));
        }
        _ => {}
    }
}

fn coded(world: &World, kind: &str, code: &'static str, language: usize) -> Value {
    let text = world.words(&format!("{kind}-{code}"), language);
    map([("code", Value::from(code)), ("text", Value::from(text))])
}

impl World {
    /// A message without variables; its key when there is none (which is reported once, for all pages).
    pub fn words(&self, key: &str, language: usize) -> String {
        let messages = &self.locales.get(language).messages;
        messages.fixed(key).map_or_else(|| key.to_owned(), |text| text.to_string())
    }

    /// The sources that the facts of a record cite, in the order of first citing.
    pub fn cited(&self, record: RecordIx) -> Vec<RecordIx> {
        let linked = self.site.get(record);
        let mut cited = Vec::new();
        let mut add = |references: &[u32]| {
            for target in references.iter().filter_map(|&at| linked.targets[at as usize]) {
                if *self.site.model(target).id == *SOURCES && !cited.contains(&target) {
                    cited.push(target);
                }
            }
        };
        add(&linked.record.sources);
        for fact in linked.facts_so_far() {
            each_fact(linked, fact, &mut |fact| add(&fact.sources));
        }
        for source in self.reporting(record) {
            if !cited.contains(&source) {
                cited.push(source);
            }
        }
        cited
    }

    /// What each of some sources vouches for on the page of a record.
    pub fn stated(&self, record: RecordIx, sources: &[RecordIx], language: usize) -> Vec<Stated> {
        let (linked, model) = (self.site.get(record), self.site.model(record));
        let mut all: Vec<Stated> = sources.iter().map(|_| Stated::default()).collect();
        // For figures their table says it.
        for (at, field) in model.fields.entries().filter(|_| *model.id != *FIGURES) {
            let mut cited = vec![Vouches::default(); sources.len()];
            let mut mark = |references: &[u32], inferred: bool| {
                for target in references.iter().filter_map(|&at| linked.targets[at as usize]) {
                    for (cited, _) in cited.iter_mut().zip(sources).filter(|(_, source)| **source == target) {
                        *if inferred { &mut cited.basis } else { &mut cited.states } = true;
                    }
                }
            };
            for fact in linked.history(at) {
                each_source(linked, field, fact, &Inherited::of(linked), &mut mark);
            }
            let label = Value::normal_string(field.label.text(language));
            for (stated, cited) in all.iter_mut().zip(cited) {
                if cited.states {
                    stated.states.push(label.clone());
                } else if cited.basis {
                    stated.basis.push(label.clone());
                }
            }
        }
        all
    }

    /// A source as a page cites it: its view with a number.
    pub fn citation(&self, source: RecordIx, number: Option<usize>, language: usize) -> Value {
        let mut map = self.view(source, language).into_map().unwrap_or_default();
        let tag = map.get(&key("language")).and_then(Value::as_str).map(str::to_owned);
        map.insert(key("lang"), optional(tag.as_deref()));
        map.insert(key("number"), number.map_or_else(Value::none, |number| Value::from(number as u64)));
        Value::from(map)
    }
}

/// What a source vouches for on a page: labels of fields, in their order.
#[derive(Default)]
pub struct Stated {
    /// What it states.
    pub states: Vec<Value>,
    /// What we conclude from it, though it does not say so.
    pub basis: Vec<Value>,
}

/// Whether a source states something of a field, and whether we conclude something from it.
#[derive(Default, Clone, Copy)]
struct Vouches {
    states: bool,
    basis: bool,
}

/// Calls `mark` with the sources of every value in a fact, and whether the value is only concluded from them.
fn each_source(linked: &Linked, field: &Field, fact: &Fact, outer: &Inherited, mark: &mut impl FnMut(&[u32], bool)) {
    if !linked.is_seen(fact) {
        return;
    }
    let own = outer.with(field, fact);
    match (&fact.given, &field.kind) {
        (Given::Value(value::Value::List(items)), FieldKind::List(of)) => {
            items.iter().for_each(|item| each_source(linked, of, item, &own, mark));
        }
        (Given::Value(value::Value::Group(facts)), FieldKind::Group(fields)) => {
            for (field, fact) in fields.iter().zip(facts) {
                fact.iter().for_each(|fact| each_source(linked, field, fact, &own, mark));
            }
        }
        (Given::Value(value::Value::Raw(_)), _) => {}
        // That something is missing is stated only by a source named for that.
        _ => mark(&own.sources, own.status == Some(Status::Inferred)),
    }
}

/// The sources that a record names for all of its facts, as the page cites them.
pub fn of_record(world: &World, record: RecordIx, language: usize) -> Value {
    sources(world, record, &world.site.get(record).record.sources, language)
}

/// What references to sources lead to, as the page cites it.
fn sources(world: &World, record: RecordIx, references: &[u32], language: usize) -> Value {
    let linked = world.site.get(record);
    let cited = references.iter().filter_map(|&at| linked.targets[at as usize]);
    cited.map(|source| world.citation(source, recorder::number_of(source, record), language)).collect::<Vec<_>>().into()
}

/// A fact in words; empty when there is no value.
pub fn words(world: &World, linked: &Linked, field: &Field, fact: &Fact, language: usize) -> String {
    let Some(value) = fact.value() else { return String::new() };
    let locale = world.locales.get(language);
    match (value, &field.kind) {
        (value::Value::Text(text), _) => {
            corrected::value(world, linked, field, text, language).map_or_else(|| text.to_string(), |said| said.text)
        }
        (value::Value::Language(tag), _) => locale.language_name(tag).to_owned(),
        (value::Value::Localized(text), _) => text.text(language).to_owned(),
        (value::Value::Number(number), FieldKind::Number(kind)) => {
            let digits = digits_of(world, kind, fact, number, language);
            Quantity { number, digits: &digits, unit: kind.unit.as_deref(), bound: fact.bound }.words(world, language)
        }
        (value::Value::Date(date), _) => locale.date(*date, DateForm::Long),
        (value::Value::Boolean(yes), _) => world.words(if *yes { "yes" } else { "no" }, language),
        (value::Value::Choice(at), FieldKind::Choice(options)) => options[*at].label.text(language).to_owned(),
        (value::Value::Reference(at), _) => linked.targets[*at as usize]
            .map_or_else(String::new, |target| world.site.title(target, language).1.to_owned()),
        (value::Value::Location(location), _) => {
            format!("{}; {}", locale.number(&location.latitude), locale.number(&location.longitude))
        }
        (value::Value::Image(image), _) => image.alt.text(language).to_owned(),
        (value::Value::List(items), FieldKind::List(of)) => {
            let words =
                items.iter().map(|item| words(world, linked, of, item, language)).filter(|text| !text.is_empty());
            listed(world, of, words.collect(), language)
        }
        (value::Value::Group(facts), FieldKind::Group(fields)) => {
            let parts = fields
                .iter()
                .zip(facts)
                .filter_map(|(field, fact)| Some(words(world, linked, field, fact.as_ref()?, language)));
            parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

/// Items as the language joins them; those that have parts are kept apart by more than what stands between the parts.
fn listed(world: &World, of: &Field, items: Vec<String>, language: usize) -> String {
    match &of.kind {
        FieldKind::Group(fields) if fields.len() > 1 => formula::joined(world, items.into_iter(), language),
        _ => world.locales.get(language).list(&items),
    }
}

/// A fact in words as HTML, numbers with their exact value for machines.
pub fn quoted(world: &World, linked: &Linked, field: &Field, fact: &Fact, language: usize) -> String {
    let words = words(world, linked, field, fact, language);
    match (fact.value(), &field.kind) {
        (Some(value::Value::Number(number)), FieldKind::Number(kind)) => {
            let digits = digits_of(world, kind, fact, number, language);
            data_element(world, number, &digits, &words, language)
        }
        _ => escape(&words),
    }
}

/// The digits of a number, in short where its field says so.
fn digits_of(world: &World, kind: &NumberKind, fact: &Fact, number: &Number, language: usize) -> String {
    let locale = world.locales.get(language);
    if kind.compact { locale.compact(number, fact.bound) } else { locale.number(number) }
}

/// The words as safe HTML, with links to records and addresses.
fn html(world: &World, linked: &Linked, field: &Field, fact: &Fact, words: &str, language: usize) -> String {
    match (fact.value(), &field.kind) {
        (Some(value::Value::Reference(at)), _) => match linked.targets[*at as usize] {
            Some(target) => link_to(world, target, words, language),
            None => escape(words),
        },
        (Some(value::Value::Number(_)), FieldKind::Number(kind)) if kind.compact => {
            quoted(world, linked, field, fact, language)
        }
        (Some(value::Value::Text(url)), FieldKind::Url) => {
            let shown = url.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
            format!("<a href=\"{}\">{}</a>", escape(url), escape(shown))
        }
        (Some(value::Value::Text(mail)), FieldKind::Email) => format!("<a href=\"mailto:{0}\">{0}</a>", escape(mail)),
        (Some(value::Value::Text(text)), FieldKind::Text { language: Some(of), .. }) => {
            let tag = language_of(world, linked, of).unwrap_or_else(|| of.to_string());
            format!("<span lang=\"{}\">{}</span>", escape(&tag), escape(text))
        }
        (Some(value::Value::Text(text)), FieldKind::Text { markup: Markup::Plain, .. }) => {
            corrected::value(world, linked, field, text, language).map_or_else(|| escape(words), |said| said.html)
        }
        (Some(value), FieldKind::Text { markup, .. }) => {
            let html = match markup {
                Markup::Plain => escape(words),
                _ => fields::of_field(world, linked, field, fact, words, language),
            };
            let element = if *markup == Markup::Block { "div" } else { "span" };
            marked(world, html, element, language_in(value, language), language)
        }
        (Some(value::Value::List(items)), FieldKind::List(of)) => {
            let parts: Vec<String> = items
                .iter()
                .map(|item| (item, self::words(world, linked, of, item, language)))
                .filter(|(_, words)| !words.is_empty())
                .map(|(item, words)| html(world, linked, of, item, &words, language))
                .collect();
            listed(world, of, parts, language)
        }
        _ => escape(words),
    }
}

/// The language that a text is shown in on a page: the page's, or the next best.
fn language_in(value: &value::Value, page: usize) -> usize {
    match value {
        value::Value::Localized(text) => text.best(page).map_or(page, |(language, _)| language),
        _ => page,
    }
}

fn language_of(world: &World, linked: &Linked, name: &str) -> Option<String> {
    let (at, _) = world.site.model(linked.at).field(name)?;
    match linked.value(at)? {
        value::Value::Language(tag) => Some(tag.to_string()),
        _ => None,
    }
}

/// A link to the page of a record; only its words when it has none.
pub fn link_to(world: &World, record: RecordIx, words: &str, language: usize) -> String {
    let (of, title) = world.site.title(record, language);
    let words = if title == words { foreign(world, words, of, language) } else { escape(words) };
    match world.plan.addresses.best(record, language) {
        Some((_, address)) => format!("<a href=\"{}\">{words}</a>", escape(&address.url)),
        None => words,
    }
}

/// Words in a language on a page in another, marked as such: readers' machines speak and hyphenate them as what they are.
pub fn foreign(world: &World, words: &str, language: usize, page: usize) -> String {
    marked(world, escape(words), "span", language, page)
}

/// HTML in a language on a page in another, in an element that says so.
fn marked(world: &World, html: String, element: &str, language: usize, page: usize) -> String {
    let languages = &world.config.all_languages;
    let (Some(own), Some(page)) = (languages.get(language), languages.get(page)) else { return html };
    if own.code == page.code || html.is_empty() {
        return html;
    }
    let direction = match own.direction == page.direction {
        true => String::new(),
        false => format!(" dir=\"{}\"", own.direction.attribute()),
    };
    format!("<{element} lang=\"{}\"{direction}>{html}</{element}>", own.code)
}
