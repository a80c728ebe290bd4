//! Facts in full, as `fact(…)` gives them: in words, with source, date, status and history.

use tera::value::Key;
use tera::{Map, Value};

use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::locale::program::{Message, Wording};
use crate::markup::html::escape;
use crate::model::builtin::FIGURES;
use crate::model::field::{Field, FieldKind, Markup};
use crate::model::value::{self, Word, word_of};
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::{key, map, optional};
use crate::pages::views::{dates, plain};
use crate::position::{FieldIx, LanguageIx, RecordIx};
use crate::prose::fields;
use crate::report::localizer::Localizer;
use crate::report::{Report, recorder};
use crate::words::corrected;
use crate::words::facts::{link_to, listed, marked, quoted, words};

/// The view of what a record says about a field.
pub fn view(local: LocalRenderer, record: RecordIx, at: FieldIx) -> Value {
    let site = &local.report().site;
    let field = &site.model(record).fields[at];
    let whole = |fact: Effective| {
        let mut map = one(local, &fact);
        map.insert(key("undated"), Value::from(site.is_undated(record, at, fact.written)));
        map
    };
    let mut map = site.effective(record, at).map_or_else(|| silent(field, local.language), whole);
    map.insert(key("id"), Value::from(format!("fact-{}", field.name)));
    if field.tracked {
        let history = site.effective_history(record, at).map(|fact| Value::from(whole(fact)));
        map.insert(key("history"), Value::from(history.collect::<Vec<_>>()));
    }
    Value::from(map)
}

/// All facts of a record that say something, but for those in a role, which every page shows already.
pub fn all(local: LocalRenderer, record: RecordIx) -> Vec<Value> {
    let model = local.report().site.model(record);
    let roles = [model.roles.title, model.roles.short, model.roles.summary];
    let said = |at: &FieldIx| {
        let is_shown = !roles.contains(&Some(*at)) && !matches!(model.fields[*at].kind, FieldKind::Formula);
        is_shown && local.report().site.get(record).fact(*at).is_some()
    };
    model.fields.positions().filter(said).map(|at| view(local, record, at)).collect()
}

/// A field about which nothing is written.
fn silent(field: &Field, language: LanguageIx) -> Map {
    let mut map = Map::with_capacity(20);
    map.insert(key("field"), Value::normal_string(&field.name));
    map.insert(key("label"), Value::normal_string(field.label.text(language)));
    map.insert(key("value"), Value::none());
    map.insert(key("text"), Value::from(""));
    map.insert(key("html"), Value::safe_string(""));
    map.insert(key("shown"), Value::safe_string(""));
    for name in ["missing", "since", "by", "date", "status", "bound", "note"] {
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

/// A fact or a part of one.
fn one(local: LocalRenderer, fact: &Effective) -> Map {
    let mut map = silent(fact.field, local.language);
    map.insert(key("value"), plain(local, fact));
    if let Some(missing) = fact.written.missing() {
        let missing = coded(local, missing);
        let reason = missing.as_map().and_then(|missing| missing.get(&key("text"))?.as_str());
        map.insert(key("shown"), Value::safe_string(&escape(reason.unwrap_or_default())));
        map.insert(key("missing"), missing);
    }
    let text = words(local.localizer(), fact);
    if fact.value().is_some() {
        let html = Value::safe_string(&html(local.localizer(), fact, &text));
        map.insert(key("html"), html.clone());
        map.insert(key("shown"), html);
    }
    map.insert(key("text"), Value::from(text));
    map.insert(key("source"), sources(local, fact.linked.at, fact.sources));
    map.insert(key("since"), dates::optional(local.localizer(), Message::SinceDate, fact.since()));
    map.insert(key("by"), dates::optional(local.localizer(), Message::ByDate, fact.by()));
    if let Some(value::Value::Date(date)) = fact.value() {
        map.insert(key("date"), dates::view(local.localizer(), Message::AsOfDate, *date));
    }
    if let Some(status) = fact.status {
        map.insert(key("status"), coded(local, status));
    }
    map.insert(key("bound"), optional(fact.written.bound.map(word_of)));
    map.insert(key("note"), optional(fact.written.note.as_ref().map(|note| note.text(local.language))));
    match fact.value() {
        Some(value::Value::List(_)) => {
            let items = fact.items().map(|item| Value::from(one(local, &item)));
            map.insert(key("items"), Value::from(items.collect::<Vec<_>>()));
        }
        Some(value::Value::Group(_)) => {
            let view = |(field, part): (&Field, Option<Effective>)| {
                let map = part.map_or_else(|| silent(field, local.language), |part| one(local, &part));
                (Key::String(field.view_name.clone()), Value::from(map))
            };
            map.insert(key("fields"), Value::from(fact.fields().map(view).collect::<Map>()));
        }
        _ => {}
    }
    map
}

/// `{code, text}` of why there is no value, or of how sure it is.
pub fn coded<W: Word + PartialEq + Copy + Into<Wording<'static>>>(local: LocalRenderer, word: W) -> Value {
    let (code, text) = (word_of(word), local.localizer().message(word));
    map([("code", Value::from(code)), ("text", Value::from(text))])
}

impl LocalRenderer<'_> {
    /// What each of some sources vouches for on the page of a record.
    pub fn stated(self, record: RecordIx, sources: &[RecordIx]) -> Vec<Stated> {
        let (linked, model) = (self.report().site.get(record), self.report().site.model(record));
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
            for fact in self.report().site.effective_history(record, at) {
                fact.each(&mut |fact| {
                    if is_vouched_for(fact) {
                        mark(fact.sources, fact.is_inferred());
                    }
                });
            }
            let label = Value::normal_string(field.label.text(self.language));
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
    pub fn citation(self, source: RecordIx, number: Option<usize>) -> Value {
        let mut map = self.view(source).into_map().unwrap_or_default();
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

/// Whether a fact is a value that its sources vouch for, or says that there is none: that is stated only by a source named
/// for it.
fn is_vouched_for(fact: &Effective) -> bool {
    !fact.is_compound() && !matches!(fact.value(), Some(value::Value::Raw(_)))
}

/// The sources that a record names for all of its facts, as the page cites them.
pub fn of_record(local: LocalRenderer, record: RecordIx) -> Value {
    sources(local, record, &local.report().site.get(record).record.sources)
}

/// What references to sources lead to, as the page cites it.
fn sources(local: LocalRenderer, record: RecordIx, references: &[u32]) -> Value {
    let linked = local.report().site.get(record);
    let cited = references.iter().filter_map(|&at| linked.targets[at as usize]);
    cited.map(|source| local.citation(source, recorder::number_of(source, record))).collect::<Vec<_>>().into()
}

/// The words as safe HTML, with links to records and addresses.
fn html(localizer: Localizer, fact: &Effective, words: &str) -> String {
    let (linked, field) = (fact.linked, fact.field);
    match (fact.value(), &field.kind) {
        (Some(value::Value::Reference(at)), _) => match linked.targets[*at as usize] {
            Some(target) => link_to(localizer, target, words),
            None => escape(words),
        },
        (Some(value::Value::Number(_)), FieldKind::Number(kind)) if kind.compact => quoted(localizer, fact),
        (Some(value::Value::Text(url)), FieldKind::Url) => {
            let shown = url.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
            format!("<a href=\"{}\">{}</a>", escape(url), escape(shown))
        }
        (Some(value::Value::Text(mail)), FieldKind::Email) => format!("<a href=\"mailto:{0}\">{0}</a>", escape(mail)),
        (Some(value::Value::Text(text)), FieldKind::Text { language: Some(of), .. }) => {
            let tag = language_of(localizer.report, linked, of).unwrap_or_else(|| of.to_string());
            format!("<span lang=\"{}\">{}</span>", escape(&tag), escape(text))
        }
        (Some(value::Value::Text(text)), FieldKind::Text { markup: Markup::Plain, .. }) => {
            corrected::value(localizer, linked, field, text).map_or_else(|| escape(words), |said| said.html)
        }
        (Some(value), FieldKind::Text { markup, .. }) => {
            let html = match markup {
                Markup::Plain => escape(words),
                _ => fields::of_field(localizer, fact, words),
            };
            let element = if *markup == Markup::Block { "div" } else { "span" };
            marked(
                localizer.report.localizer(language_in(value, localizer.language)),
                html,
                element,
                localizer.language,
            )
        }
        (Some(value::Value::List(_)), FieldKind::List(of)) => {
            let of_item = |item: Effective| {
                let words = self::words(localizer, &item);
                (!words.is_empty()).then(|| html(localizer, &item, &words))
            };
            listed(localizer, of, fact.items().filter_map(of_item).collect())
        }
        _ => escape(words),
    }
}

/// The language that a text is shown in on a page: the page's, or the next best.
fn language_in(value: &value::Value, page: LanguageIx) -> LanguageIx {
    match value {
        value::Value::Localized(text) => text.best(page).map_or(page, |(language, _)| language),
        _ => page,
    }
}

fn language_of(report: &Report, linked: &LinkedRecord, name: &str) -> Option<String> {
    let (at, _) = report.site.model(linked.at).field(name)?;
    match linked.value(at)? {
        value::Value::Language(tag) => Some(tag.to_string()),
        _ => None,
    }
}
