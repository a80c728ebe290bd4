//! Facts in full, as `fact(…)` gives them: in words, with source, date, status and history.

use std::sync::Arc;

use tera::Value;

use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::locale::program::{Message, Wording};
use crate::markup::contact;
use crate::markup::html::escape;
use crate::model::builtin::FIGURES;
use crate::model::field::{Field, FieldKind, Markup};
use crate::model::value::{self, Missing, Word, word_of};
use crate::pages::cache::Of;
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::{Entries, Name, key, map, optional};
use crate::pages::views::{corrections, dates, files, plain, tables};
use crate::position::{FieldIx, LanguageIx, Position, RecordIx};
use crate::prose::fields;
use crate::report::localizer::Localizer;
use crate::report::{Report, recorder};
use crate::words::facts::{listed, quoted, words};
use crate::words::names::{link_to, marked};
use crate::words::{anchors, corrected, names};

/// The view of what a record says about a field: made once for its own page, which numbers the sources, and once for all
/// others.
pub fn view(local: LocalRenderer, record: RecordIx, at: FieldIx) -> Value {
    if recorder::is_of(record) {
        return recorder::own_fact(at, || fresh(local, record, at));
    }
    local.renderer.views.facts.get(local.language, Of::Fact(record, at), || fresh(local, record, at))
}

fn fresh(local: LocalRenderer, record: RecordIx, at: FieldIx) -> Value {
    let site = &local.report().site;
    let field = &site.model(record).fields[at];
    let model = site.model(record);
    let role = optional(model.roles.role_of(at));
    let part_of = optional(field.part_of.map(|whole| &*model.fields[whole].name));
    let whole = |fact: &Effective, id: &str| {
        let undated = Value::from(site.is_undated(record, at, fact.written));
        FactView { undated, role: role.clone(), part_of: part_of.clone(), ..one(local, fact, id) }
    };
    let id = anchors::of_field(&field.name);
    let Some(current) = site.effective(record, at) else {
        let history = history_of(local, record, at, |fact, id| Value::from(whole(fact, id)));
        let id = Value::from(id);
        return Value::from(FactView { id, history, role, part_of, ..FactView::silent(field, local.language) });
    };
    let view = whole(&current, &id);
    // The fact that holds is the last of its history; its parts have anchors of their own in either place.
    let in_history = |fact: &Effective, id: &str| match std::ptr::eq(fact.written, current.written) {
        true if !fact.is_compound() => Value::from(FactView { id: Value::from(id), ..view.clone() }),
        _ => Value::from(whole(fact, id)),
    };
    let history = history_of(local, record, at, in_history);
    Value::from(FactView { history, ..view })
}

/// The view of a field of another record where this one refers to none: what it says of that, `reference`, says why.
pub fn unknown(local: LocalRenderer, field: &Field, reference: Option<&Effective>) -> Value {
    let view = FactView::silent(field, local.language);
    let Some(missing) = reference.and_then(|fact| fact.written.missing()) else { return view.into() };
    FactView { shown: reason(local, missing), missing: coded(local, missing), ..view }.into()
}

/// What a field was, oldest first; of a field that is not tracked nothing. `view` is given the anchor of each.
fn history_of(local: LocalRenderer, record: RecordIx, at: FieldIx, view: impl Fn(&Effective, &str) -> Value) -> Value {
    let site = &local.report().site;
    let field = &site.model(record).fields[at];
    let facts: Vec<Effective> = match field.tracked {
        true => site.effective_history(record, at).collect(),
        false => Vec::new(),
    };
    let ids = anchors::of_history(&field.name, facts.iter());
    Value::from(facts.iter().zip(&ids).map(|(fact, id)| view(fact, id)).collect::<Vec<_>>())
}

/// All facts of a record that say something, but for those in a role, which every page shows already; of a source those that
/// rest on it.
pub fn all(local: LocalRenderer, record: RecordIx, source: Option<RecordIx>) -> Vec<Value> {
    let model = local.report().site.model(record);
    let roles = [model.roles.title, model.roles.short, model.roles.summary];
    // The parts of a formula are words only together.
    let is_formula = |field: &Field| *model.id == *FIGURES && matches!(field.kind, FieldKind::Formula);
    let said = |at: &FieldIx| {
        let is_shown = !roles.contains(&Some(*at)) && !is_formula(&model.fields[*at]);
        is_shown && local.report().site.get(record).fact(*at).is_some()
    };
    let rests = |at: &FieldIx| source.is_none_or(|source| rests_on(local.report(), record, *at, source));
    model.fields.positions().filter(said).filter(rests).map(|at| view(local, record, at)).collect()
}

/// Whether a fact rests on a source, one of its items, or what a tracked field was earlier.
fn rests_on(report: &Report, record: RecordIx, at: FieldIx, source: RecordIx) -> bool {
    let linked = report.site.get(record);
    let cites = |fact: &Effective| fact.sources.iter().any(|&at| linked.targets[at as usize] == Some(source));
    let now = report.site.effective(record, at);
    let is_tracked = report.site.model(record).fields[at].tracked;
    now.is_some_and(|fact| cites(&fact) || fact.items().any(|item| cites(&item)))
        || is_tracked && report.site.effective_history(record, at).any(|fact| cites(&fact))
}

/// A fact as templates see it, or a part of one.
#[derive(Clone)]
struct FactView {
    field: Value,
    label: Value,
    kind: Value,
    role: Value,
    part_of: Value,
    value: Value,
    text: Value,
    html: Value,
    shown: Value,
    missing: Value,
    since: Value,
    by: Value,
    date: Value,
    status: Value,
    bound: Value,
    note: Value,
    source: Value,
    history: Value,
    items: Value,
    fields: Value,
    table: Value,
    file: Value,
    id: Value,
    undated: Value,
    corrected: Value,
    step: Value,
}

impl FactView {
    /// Of a field about which nothing is written.
    fn silent(field: &Field, language: LanguageIx) -> Self {
        let none = Value::none;
        let (nothing, empty) = (Value::from(Vec::<Value>::new()), Value::safe_string(""));
        FactView {
            field: Value::normal_string(&field.name),
            label: Value::normal_string(field.label.text(language)),
            kind: Value::from(field.kind.field_type().name()),
            role: none(),
            part_of: none(),
            value: none(),
            text: Value::from(""),
            html: empty.clone(),
            shown: empty,
            missing: none(),
            since: none(),
            by: none(),
            date: none(),
            status: none(),
            bound: none(),
            note: none(),
            source: nothing.clone(),
            history: nothing.clone(),
            items: nothing,
            fields: none(),
            table: none(),
            file: none(),
            id: none(),
            undated: Value::from(false),
            corrected: none(),
            step: none(),
        }
    }
}

impl From<FactView> for Value {
    fn from(view: FactView) -> Self {
        map([
            ("field", view.field),
            ("label", view.label),
            ("kind", view.kind),
            ("role", view.role),
            ("part_of", view.part_of),
            ("value", view.value),
            ("text", view.text),
            ("html", view.html),
            ("shown", view.shown),
            ("missing", view.missing),
            ("since", view.since),
            ("by", view.by),
            ("date", view.date),
            ("status", view.status),
            ("bound", view.bound),
            ("note", view.note),
            ("source", view.source),
            ("history", view.history),
            ("items", view.items),
            ("fields", view.fields),
            ("table", view.table),
            ("file", view.file),
            ("id", view.id),
            ("undated", view.undated),
            ("corrected", view.corrected),
            ("step", view.step),
        ])
    }
}

/// A fact or a part of one, with its anchor.
fn one(local: LocalRenderer, fact: &Effective, id: &str) -> FactView {
    let localizer = local.localizer();
    let mut view = FactView { id: Value::from(id), ..FactView::silent(fact.field, local.language) };
    view.value = plain(local, fact);
    if let Some(missing) = fact.written.missing() {
        view.shown = reason(local, missing);
        view.missing = coded(local, missing);
    }
    let text = words(localizer, fact);
    if fact.value().is_some() {
        view.html = Value::safe_string(&html(localizer, fact, &text));
        view.shown = view.html.clone();
    }
    view.text = Value::from(text);
    view.source = sources(local, fact.linked.at, fact.sources);
    view.since = dates::optional(local, Message::SinceDate, fact.since());
    view.by = dates::optional(local, Message::ByDate, fact.by());
    if let Some(value::Value::Date(date)) = fact.value() {
        view.date = dates::view(local, Message::AsOfDate, *date);
    }
    view.step = step(fact);
    if let Some(status) = fact.status {
        view.status = coded(local, status);
    }
    view.corrected = corrections::of_fact(local, fact);
    view.bound = optional(fact.written.bound.map(word_of));
    view.file = files::view(local, fact);
    view.note = optional(fact.written.note.as_ref().map(|note| note.text(local.language)));
    match fact.value() {
        Some(value::Value::List(_)) => {
            let item = |item: Effective| Value::from(one(local, &item, &anchors::of_part(id, &item)));
            let items: Vec<Value> = fact.items().map(item).collect();
            view.table = tables::view(local, fact, &items);
            view.items = Value::from(items);
        }
        Some(value::Value::Group(_)) => {
            let part = |(field, part): (&Field, Option<Effective>)| {
                let silent = || FactView::silent(field, local.language).into();
                let silent = || local.renderer.views.small.get(local.language, Of::absent(field), silent);
                let view = part.map_or_else(silent, |part| one(local, &part, &anchors::of_part(id, &part)).into());
                (Name::from(&field.view_name), view)
            };
            view.fields = Value::from(fact.fields().map(part).collect::<Entries>());
        }
        _ => {}
    }
    view
}

/// `{position, of}` of an option that is a step, from 1.
fn step(fact: &Effective) -> Value {
    match (fact.value(), &fact.field.kind) {
        (Some(value::Value::Choice(at)), FieldKind::Choice(options)) if fact.field.ordered => {
            map([("position", Value::from(at.before() as u64 + 1)), ("of", Value::from(options.len() as u64))])
        }
        _ => Value::none(),
    }
}

/// Why there is no value, as safe HTML.
fn reason(local: LocalRenderer, missing: Missing) -> Value {
    Value::safe_string(&escape(&local.localizer().message(missing)))
}

/// `{code, text}` of why there is no value, or of how sure it is.
pub fn coded<W: Word + PartialEq + Copy + Into<Wording<'static>>>(local: LocalRenderer, word: W) -> Value {
    local.renderer.views.small.get(local.language, Of::Word(word.into()), || {
        map([("code", Value::from(word_of(word))), ("text", Value::from(local.localizer().message(word)))])
    })
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

    /// The sources that the page of a record numbers, if it is this page that runs.
    pub fn numbered(self, record: RecordIx) -> Option<Arc<[RecordIx]>> {
        recorder::numbered(record, || self.report().cited(record).into())
    }

    /// A source as facts of a record cite it.
    pub fn cited(self, source: RecordIx, record: RecordIx) -> Value {
        let numbered = self.numbered(record);
        let number = numbered.and_then(|numbered| Some(numbered.iter().position(|&known| known == source)? + 1));
        self.citation(source, number)
    }

    /// A source as a page cites it: its view with a number.
    pub fn citation(self, source: RecordIx, number: Option<usize>) -> Value {
        recorder::cited(source, number, || match number {
            Some(_) => self.fresh_citation(source, number),
            None => {
                let of = Of::Citation(source);
                self.renderer.views.small.get(self.language, of, || self.fresh_citation(source, None))
            }
        })
    }

    fn fresh_citation(self, source: RecordIx, number: Option<usize>) -> Value {
        let view = self.view(source);
        let tag = view.as_map().and_then(|view| view.get(&key("language"))?.as_str());
        let mut map = Entries::of(&view, 2);
        map.insert("lang", optional(tag));
        map.insert("number", number.map_or_else(Value::none, |number| Value::from(number as u64)));
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
    cited.map(|source| local.cited(source, record)).collect::<Vec<_>>().into()
}

/// Whether a field holds telephone numbers, by its word of schema.org.
fn is_telephone(field: &Field) -> bool {
    field.schema.as_deref() == Some("telephone")
}

/// The words as safe HTML, with links to records and addresses.
pub fn html(localizer: Localizer, fact: &Effective, words: &str) -> String {
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
        (Some(value::Value::Text(mail)), FieldKind::Email) => {
            format!("<a href=\"{}\">{}</a>", escape(&contact::mail(mail, "")), escape(mail))
        }
        (Some(value::Value::Text(number)), FieldKind::Text { .. }) if is_telephone(field) => {
            let country = localizer.config().calling_code.as_deref();
            let shown = format!("<bdi dir=\"ltr\">{}</bdi>", escape(number));
            match contact::telephone(number, country) {
                Some(call) => format!("<a href=\"{call}\">{shown}</a>"),
                None => shown,
            }
        }
        (Some(value::Value::Text(text)), FieldKind::Text { language: Some(of), .. }) => {
            let tag = language_of(localizer.report, linked, of).unwrap_or_else(|| of.to_string());
            names::in_language(localizer, &escape(text), "span", &tag)
        }
        (Some(value::Value::Raw(_)), _) => {
            corrected::value(localizer, linked.at, field).map_or_else(|| escape(words), |said| said.html)
        }
        (Some(value), FieldKind::Text { markup, .. }) => {
            let html = match markup {
                Markup::Plain => escape(words),
                _ => fields::of_field(localizer, fact, words),
            };
            let element = if *markup == Markup::Block { "div" } else { "span" };
            marked(localizer.with(language_in(value, localizer.language)), html, element, localizer.language)
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
