//! What lists show of records: the columns of a collection, the cells of a record, its line at a glance.

use tera::Value;

use crate::link::effective::Effective;
use crate::link::listing::{end_of, target, teller};
use crate::markup::html::escape;
use crate::model::field::{Field, FieldKind};
use crate::model::list_kind::{ListKind, item};
use crate::model::listing::ListedField;
use crate::model::value::{self, Missing};
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::{Entries, optional};
use crate::pages::views::chosen::fields;
use crate::pages::views::facts;
use crate::position::{CollectionIx, RecordIx};
use crate::report::recorder::{self, Note};
use crate::words::dates::iso;
use crate::words::facts::{listed, without_unit, words};
use crate::words::figures::unit_words;
use crate::words::names::foreign;
use crate::words::sorting::sort_key;

/// The columns of a collection, behind the title: `[{field, label, unit, align, kind, ordered}]`.
pub fn columns(local: LocalRenderer, collection: CollectionIx) -> Vec<Value> {
    let columns = fields(local, collection, ListKind::Columns);
    columns.iter().filter_map(|listed| Some(Value::from(column(local, collection, listed)?))).collect()
}

/// The cells of a record, one for each column: its entries, and `fact`, `shown`, `sort`.
pub fn cells(local: LocalRenderer, record: RecordIx) -> Value {
    // On its own page a record numbers its sources.
    if recorder::is_of(record) {
        return fresh_cells(local, record);
    }
    local.renderer.views.cells.get(local.language, record, || fresh_cells(local, record))
}

/// The same of the line at a glance, without what nothing is written of; values have their unit.
pub fn glance(local: LocalRenderer, record: RecordIx) -> Vec<Value> {
    let collection = record.collection;
    let said = |listed: &ListedField| {
        let told = Told::by(local, record, listed);
        let mut entries = column(local, collection, listed).filter(|_| told.is_written())?;
        entries.insert("unit", Value::none());
        Some(told.add_to(entries, Form::Sentence))
    };
    fields(local, collection, ListKind::Glance).iter().filter_map(said).collect()
}

fn column(local: LocalRenderer, collection: CollectionIx, listed: &ListedField) -> Option<Entries> {
    recorder::note(Note::Model(collection));
    let (end, field) = end_of(&local.report().site, collection, listed)?;
    recorder::note(Note::Model(end));
    let (align, unit) = match &item(field).kind {
        FieldKind::Number(number) => ("end", number.unit.as_deref().map(|unit| unit_words(local.localizer(), unit))),
        _ => ("start", None),
    };
    let mut entries = Entries::with_capacity(9);
    entries.insert("field", Value::normal_string(&listed.path));
    entries.insert("label", Value::normal_string(field.label.text(local.language)));
    entries.insert("unit", optional(unit.as_deref()));
    entries.insert("align", Value::from(align));
    entries.insert("kind", Value::from(field.kind.field_type().name()));
    entries.insert("ordered", Value::from(field.ordered));
    Some(entries)
}

fn fresh_cells(local: LocalRenderer, record: RecordIx) -> Value {
    let collection = record.collection;
    let cell = |listed: &ListedField| {
        let entries = column(local, collection, listed)?;
        Some(Told::by(local, record, listed).add_to(entries, Form::Cell))
    };
    let columns = fields(local, collection, ListKind::Columns);
    Value::from(columns.iter().filter_map(cell).collect::<Vec<_>>())
}

/// Where a value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Below the head of a column, which has the unit.
    Cell,
    /// Beside its label.
    Sentence,
}

/// What is told of a record in a listed field.
struct Told<'r> {
    local: LocalRenderer<'r>,
    field: Option<&'r Field>,
    /// The fact itself, or, where a path ends early, that by which the record refers to none.
    fact: Option<Effective<'r, 'r>>,
    view: Value,
}

impl<'r> Told<'r> {
    fn by(local: LocalRenderer<'r>, record: RecordIx, listed: &ListedField) -> Self {
        let site = &local.report().site;
        recorder::note(Note::Record(record));
        local.report().note_absent(site.get(record));
        let field = end_of(site, record.collection, listed).map(|(_, field)| field);
        if let Some((teller, at)) = teller(site, record, listed) {
            recorder::note(Note::Record(teller));
            local.report().note_absent(site.get(teller));
            return Told { local, field, fact: site.effective(teller, at), view: facts::view(local, teller, at) };
        }
        let fact = site.effective(record, listed.field);
        let view = field.map_or_else(Value::none, |field| facts::unknown(local, field, fact.as_ref()));
        Told { local, field, fact, view }
    }

    fn is_written(&self) -> bool {
        self.fact.is_some()
    }

    fn add_to(self, mut entries: Entries, form: Form) -> Value {
        let shown = self.shown(form);
        let sort = self.fact.as_ref().map_or_else(String::new, |fact| sort_key(self.local.localizer(), fact));
        entries.insert("fact", self.view);
        entries.insert("shown", Value::safe_string(&shown));
        entries.insert("sort", Value::from(sort));
        Value::from(entries)
    }

    /// The value with its status, or why there is none; never empty.
    fn shown(&self, form: Form) -> String {
        let fact = self.fact.as_ref().filter(|fact| fact.value().is_some());
        let value = fact.map(|fact| shown(self.local, fact, form)).filter(|value| !value.is_empty());
        let Some(value) = value.filter(|_| self.field.is_some()) else {
            let missing = self.fact.as_ref().and_then(|fact| fact.written.missing()).unwrap_or(Missing::NotAvailable);
            return format!("<span class=\"nil\">{}</span>", escape(&self.local.localizer().message(missing)));
        };
        let status = fact.and_then(|fact| fact.status).filter(|status| *status != value::Status::Final);
        match status {
            Some(status) => {
                format!("{value} <span class=\"badge\">{}</span>", escape(&self.local.localizer().message(status)))
            }
            None => value,
        }
    }
}

/// A value as HTML without links: who reads a list follows its title.
fn shown(local: LocalRenderer, fact: &Effective, form: Form) -> String {
    let localizer = local.localizer();
    match (fact.value(), &fact.field.kind) {
        (Some(value::Value::Number(_)), _) if form == Form::Cell => without_unit(localizer, fact),
        (Some(value::Value::Date(date)), _) => {
            format!("<time datetime=\"{}\">{}</time>", iso(*date), escape(&words(localizer, fact)))
        }
        (Some(value::Value::Reference(_)), _) => target(fact).map_or_else(String::new, |target| {
            let (language, title) = localizer.spoken_title(target);
            foreign(localizer.with(language), title, local.language)
        }),
        (Some(value::Value::List(_)), FieldKind::List(of)) => {
            let items = fact.items().map(|item| shown(local, &item, form)).filter(|item| !item.is_empty());
            listed(localizer, of, items.collect())
        }
        _ => facts::html(localizer, fact, &words(localizer, fact)),
    }
}
