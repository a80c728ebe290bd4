//! The tables of a collection: one row per record and, for each list of groups, one row per item.
//!
//! A name says how deep a value lies: `facilities.testing` is a field of a group, `seat.latitude` a part of a location.
//! What stands after a `_` says something about a value: its language, bound, status, dates.

use crate::export::data::cell::{Aspect, Cell};
use crate::export::data::changes;
use crate::export::data::columns::{Columns, FieldPath};
use crate::export::data::spec::{Described, Kind, Limits, Naming, Spec};
use crate::export::data::used::{self, Used};
use crate::model::field::{Collection, Field, FieldKind, Fields};
use crate::plan::data_files::{list_stem, stem};
use crate::position::{CollectionIx, FieldIx, LanguageIx, Position};
use crate::report::Report;

/// A table of a collection.
pub struct Table {
    /// What it is, and its columns.
    pub described: Described,
    /// What stands in each column.
    pub cells: Vec<Cell>,
    /// From the record to its rows: the lists on the way. Empty: a row is a record.
    pub steps: Vec<Step>,
}

/// A list on the way to the rows of a table.
#[derive(Clone)]
pub struct Step {
    /// Positions of the fields that lead to it, from the record or from the item above.
    pub path: Vec<FieldIx>,
    /// Its name.
    pub name: String,
}

/// The tables of a collection, the one of its records first.
pub fn all(report: &Report, collection: CollectionIx) -> Vec<Table> {
    let model = &report.site.collections[collection];
    let used = used::by(&report.site, collection);
    let mut tables = vec![records(report, collection, &used)];
    let mut lists = Lists::default();
    lists.add(&model.fields, &used, "");
    tables.extend(lists.found.into_iter().map(|list| items(report, model, list)));
    tables
}

/// A list of groups in a collection, however deep.
struct List<'w, 'u> {
    /// Names of the fields that lead to it, joined by `.`.
    path: String,
    /// The field.
    field: &'w Field,
    /// The fields of its groups.
    fields: &'w Fields,
    used: Option<&'u Used>,
    steps: Vec<Step>,
}

/// The lists of groups in a collection as they are found.
#[derive(Default)]
struct Lists<'w, 'u> {
    found: Vec<List<'w, 'u>>,
    /// The lists that contain the fields looked at.
    steps: Vec<Step>,
    /// The groups that contain them, from the record or from the innermost list.
    path: Vec<FieldIx>,
}

impl<'w, 'u> Lists<'w, 'u> {
    /// Adds the lists among some fields, and those inside. `prefix` is the name of what contains them, with its point.
    fn add(&mut self, fields: &'w Fields, used: &'u [Used], prefix: &str) {
        for (at, field) in fields.entries() {
            let parts = used.get(at.before()).map_or(&[][..], |used| &used.parts);
            let name = format!("{prefix}{}", field.name);
            self.path.push(at);
            match &field.kind {
                FieldKind::Group(inner) => self.add(inner, parts, &format!("{name}.")),
                FieldKind::List(item) => {
                    if let FieldKind::Group(inner) = &item.kind {
                        self.add_list(List {
                            path: name,
                            field,
                            fields: inner,
                            used: parts.first(),
                            steps: Vec::new(),
                        });
                    }
                }
                _ => {}
            }
            self.path.pop();
        }
    }

    /// Adds a list and those in its groups.
    fn add_list(&mut self, list: List<'w, 'u>) {
        let path = std::mem::take(&mut self.path);
        self.steps.push(Step { path: path.clone(), name: list.field.name.to_string() });
        let (fields, parts) = (list.fields, list.used.map_or(&[][..], |item| &item.parts));
        let prefix = format!("{}.", list.path);
        self.found.push(List { steps: self.steps.clone(), ..list });
        self.add(fields, parts, &prefix);
        self.steps.pop();
        self.path = path;
    }
}

fn records(report: &Report, collection: CollectionIx, used: &[Used]) -> Table {
    let model = &report.site.collections[collection];
    let mut columns = Columns::new(report);
    columns.add(
        Spec::fixed("id", "Id", "Identifies the record in its collection.", Kind::Text),
        Naming::Field,
        Cell::Id,
    );
    columns.addresses(model);
    columns.fields(&model.fields, used, &FieldPath::default());
    for (spec, aspect) in changes::columns(model) {
        columns.add(spec, Naming::Derived, Cell::Told(aspect));
    }
    if report.site.records[collection].iter().any(|linked| !linked.record.sources.is_empty()) {
        let about = "Ids of the sources of every fact that names none of its own, joined by semicolons.";
        columns.add(Spec::fixed("source", "Source", about, Kind::List), Naming::Derived, Cell::Sources);
    }
    let (columns, cells) = columns.finish();
    let described = Described {
        name: stem(model),
        title: model.label.text(LanguageIx::SOURCE).to_owned(),
        description: "A row is a record, as of the report's day.".to_owned(),
        key: vec![columns[0].name.clone()],
        foreign: references(report, &model.fields, &columns, &cells),
        columns,
    };
    Table { described, cells, steps: Vec::new() }
}

fn items(report: &Report, model: &Collection, list: List) -> Table {
    let mut columns = Columns::new(report);
    let parent = Spec {
        name: singular(model),
        title: model.singular.text(LanguageIx::SOURCE).to_owned(),
        description: Some(format!("Id in {}.", model.id)),
        kind: Kind::Text,
        unit: None,
    };
    columns.add(parent, Naming::Derived, Cell::Id);
    for (level, step) in list.steps.iter().enumerate() {
        let is_own = level + 1 == list.steps.len();
        let name = if is_own { "position".to_owned() } else { format!("{}_position", step.name) };
        let limits = Limits { min: crate::model::number::Number::parse("1"), max: None };
        let about = "Position in the list, from 1.";
        columns.add(
            Spec::fixed(&name, "Position", about, Kind::Integer(limits)),
            Naming::Derived,
            Cell::Position(level),
        );
    }
    let nothing = Used::default();
    let used = list.used.unwrap_or(&nothing);
    columns.about(used, &FieldPath::default());
    columns.fields(list.fields, &used.parts, &FieldPath::default());
    let keys = 1 + list.steps.len();
    let (columns, cells) = columns.finish();
    let key: Vec<String> = columns[..keys].iter().map(|column| column.name.clone()).collect();
    let mut foreign = vec![(vec![key[0].clone()], stem(model), vec!["id".to_owned()])];
    foreign.extend(references(report, list.fields, &columns, &cells));
    let described = Described {
        name: list_stem(model, &list.path),
        title: format!("{}: {}", model.label.text(LanguageIx::SOURCE), list.field.label.text(LanguageIx::SOURCE)),
        description: format!("A row is an item of the list {} of a record, as of the report's day.", list.path),
        columns,
        key,
        foreign,
    };
    Table { described, cells, steps: list.steps }
}

/// What a record is called as the name of a column: its name in the source language, in letters of a to z.
fn singular(model: &Collection) -> String {
    let name: String = model
        .singular
        .text(LanguageIx::SOURCE)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' })
        .collect();
    let is_plain =
        model.singular.text(LanguageIx::SOURCE).is_ascii() && name.starts_with(|c: char| c.is_ascii_lowercase());
    if is_plain { name } else { "record".to_owned() }
}

/// The columns that hold ids of records of one collection.
fn references(
    report: &Report,
    fields: &Fields,
    columns: &[Spec],
    cells: &[Cell],
) -> Vec<(Vec<String>, String, Vec<String>)> {
    use crate::model::field::Targets;
    let reference = |(spec, cell): (&Spec, &Cell)| {
        let Cell::Fact(path, Aspect::Value) = cell else { return None };
        let FieldKind::Reference { to: Targets::One(name), .. } = &field_at(fields, path)?.kind else { return None };
        let target = report.site.collection_named(name)?;
        let model = &report.site.collections[target];
        let is_written = !report.site.records[target].is_empty();
        is_written.then(|| (vec![spec.name.clone()], stem(model), vec!["id".to_owned()]))
    };
    columns.iter().zip(cells).filter_map(reference).collect()
}

/// The field at the end of a path through groups.
fn field_at<'f>(fields: &'f Fields, path: &[FieldIx]) -> Option<&'f Field> {
    let (first, rest) = path.split_first()?;
    let field = fields.get(*first)?;
    match &field.kind {
        _ if rest.is_empty() => Some(field),
        FieldKind::Group(inner) => field_at(inner, rest),
        _ => None,
    }
}
