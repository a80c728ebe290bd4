//! The columns of a table, from the fields of the model and from what the facts say beside their values.

use crate::export::data::cell::{Aspect, Cell};
use crate::export::data::datum::is_data;
use crate::export::data::spec::{self, Kind, Naming, Spec, tell_apart};
use crate::export::data::used::Used;
use crate::model::field::{Collection, Field, FieldKind, Fields};
use crate::model::value::{Bound, Missing, Status};
use crate::position::{FieldIx, LanguageIx, Position};
use crate::report::Report;

/// Where a field stands in a row: the groups that contain it, and itself. The default is the row.
#[derive(Default)]
pub struct FieldPath {
    /// The names, joined by `.`.
    name: String,
    /// The labels in the source language, joined by `: `.
    title: String,
    /// The positions.
    path: Vec<FieldIx>,
}

impl FieldPath {
    /// A field of what this leads to.
    fn field(&self, at: FieldIx, field: &Field) -> Self {
        let label = field.label.text(LanguageIx::SOURCE);
        let mut path = self.path.clone();
        path.push(at);
        if self.path.is_empty() {
            return FieldPath { name: field.name.to_string(), title: label.to_owned(), path };
        }
        FieldPath { name: format!("{}.{}", self.name, field.name), title: format!("{}: {label}", self.title), path }
    }

    /// The name of a column with what is said about the value.
    fn about(&self, word: &str) -> String {
        if self.path.is_empty() { word.to_owned() } else { format!("{}_{word}", self.name) }
    }
}

/// Columns as they are put together: with what they are and what stands in them, and whether they are not a field's own.
pub struct Columns<'w> {
    report: &'w Report,
    columns: Vec<(Spec, Naming)>,
    cells: Vec<Cell>,
}

impl<'w> Columns<'w> {
    /// None yet.
    pub fn new(report: &'w Report) -> Self {
        Columns { report, columns: Vec::new(), cells: Vec::new() }
    }

    /// Adds a column.
    pub fn add(&mut self, spec: Spec, naming: Naming, cell: Cell) {
        self.columns.push((spec, naming));
        self.cells.push(cell);
    }

    /// All columns, those at the end of every file added, each with a name of its own.
    pub fn finish(mut self) -> (Vec<Spec>, Vec<Cell>) {
        for spec in spec::closing(self.report) {
            let cell = if spec.name == "as_of" { Cell::AsOf } else { Cell::License };
            self.add(spec, Naming::Derived, cell);
        }
        tell_apart(&mut self.columns);
        (self.columns.into_iter().map(|(spec, _)| spec).collect(), self.cells)
    }

    /// The addresses of the page of a record.
    pub fn addresses(&mut self, model: &Collection) {
        if !model.pages && !model.is_glossary() {
            return;
        }
        for (at, language) in self.report.config.languages.entries() {
            let name = format!("url_{}", language.code);
            let title = format!("Page ({})", language.code);
            let about = format!("The page of the record in {}.", language.name);
            self.add(Spec::fixed(&name, &title, &about, Kind::Url), Naming::Derived, Cell::Address(at));
        }
    }

    /// The columns of the fields of a row, or of a group in it.
    pub fn fields(&mut self, fields: &Fields, used: &[Used], within: &FieldPath) {
        for (at, field) in fields.entries().filter(|(_, field)| is_data(field)) {
            let nothing = Used::default();
            let used = used.get(at.before()).unwrap_or(&nothing);
            let path = within.field(at, field);
            match &field.kind {
                FieldKind::Group(inner) => {
                    self.about(used, &path);
                    self.fields(inner, &used.parts, &path);
                }
                FieldKind::List(item) if matches!(item.kind, FieldKind::Group(_)) => self.about(used, &path),
                _ => {
                    self.value(field, &path);
                    self.about(used, &path);
                }
            }
        }
    }

    /// The columns of a value.
    fn value(&mut self, field: &Field, at: &FieldPath) {
        let FieldPath { name, title, path } = at;
        let languages = self.report.config.languages.entries();
        let mut add = |name: String, title: String, kind: Kind, aspect: Aspect, naming: Naming| {
            let unit = spec::unit(field).filter(|_| matches!(aspect, Aspect::Value));
            let spec = Spec { name, title, description: spec::description(field), kind, unit };
            self.add(spec, naming, Cell::Fact(path.clone(), aspect));
        };
        let item = if let FieldKind::List(item) = &field.kind { item } else { field };
        match &field.kind {
            _ if item.is_translated() => {
                for (at, language) in languages {
                    let title = format!("{title} ({})", language.code);
                    add(format!("{name}_{}", language.code), title, Kind::of(field), Aspect::In(at), Naming::Derived);
                }
            }
            FieldKind::Location => {
                for (part, most, aspect) in
                    [("latitude", "90", Aspect::Latitude), ("longitude", "180", Aspect::Longitude)]
                {
                    add(
                        format!("{name}.{part}"),
                        format!("{title}: {part}"),
                        Kind::degrees(most),
                        aspect,
                        Naming::Field,
                    );
                }
            }
            FieldKind::Image => {
                add(name.clone(), title.clone(), Kind::Url, Aspect::Value, Naming::Field);
                for (at, language) in languages {
                    let code = &language.code;
                    let (alt, caption) =
                        (format!("{title}: description ({code})"), format!("{title}: caption ({code})"));
                    add(format!("{name}.alt_{code}"), alt, Kind::Text, Aspect::Alt(at), Naming::Derived);
                    add(format!("{name}.caption_{code}"), caption, Kind::Text, Aspect::Caption(at), Naming::Derived);
                }
                add(format!("{name}.credit"), format!("{title}: credit"), Kind::Text, Aspect::Credit, Naming::Field);
            }
            _ => add(name.clone(), title.clone(), Kind::of(field), Aspect::Value, Naming::Field),
        }
    }

    /// The columns of what is said about a value, as far as it is used.
    pub fn about(&mut self, used: &Used, at: &FieldPath) {
        let kinds = [
            (
                used.bound,
                "bound",
                Kind::words::<Bound>(),
                Aspect::Bound,
                "How the number bounds the true value; empty: it is exact.",
            ),
            (used.status, "status", Kind::words::<Status>(), Aspect::Status, "How firm the value is; empty: final."),
            (used.since, "since", Kind::Date, Aspect::Since, "Since when the value holds."),
            (used.by, "by", Kind::Date, Aspect::By, "By when the value held; when it began is not known."),
            (
                used.missing,
                "missing",
                Kind::words::<Missing>(),
                Aspect::Missing,
                "Why there is no value; empty: there is one, or nothing is said.",
            ),
        ];
        for (_, word, kind, aspect, about) in kinds.into_iter().filter(|(used, ..)| *used) {
            let title = if at.path.is_empty() { word.to_owned() } else { format!("{}: {word}", at.title) };
            let spec = Spec::fixed(&at.about(word), &title, about, kind);
            self.add(spec, Naming::Derived, Cell::Fact(at.path.clone(), aspect));
        }
    }
}
