//! `{collection}.facts.csv`: every fact up to the report's day in long form, one value a row.

use std::sync::Arc;

use crate::export::data::datum::{self, Datum, ids, says_something};
use crate::export::data::spec::{self, Described, Kind, Spec};
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::markup::csv::Csv;
use crate::markup::xlsx::CellKind;
use crate::model::date::Date;
use crate::model::field::{Collection, FieldKind};
use crate::model::value::{Bound, Missing, Status, word_of};
use crate::plan::data_files::{facts_stem, stem};
use crate::position::LanguageIx;
use crate::report::Report;

/// What a collection's facts are, described.
pub fn described(report: &Report, model: &Collection) -> Described {
    let about_position = "Position in a list, from 1; within a list in a list, both, joined by a full stop.";
    let about_source = "Ids of the sources that state it, joined by semicolons; with the status inferred, of those that it was concluded from. Empty: our own words, or no source.";
    let mut columns = vec![
        Spec::fixed("record", "Record", &format!("Id in {}.", model.id), Kind::Text),
        Spec::fixed("field", "Field", "Name of the field; within a group, both, joined by a full stop.", Kind::Text),
        Spec::fixed("position", "Position", about_position, Kind::Text),
        Spec::fixed("language", "Language", "Language of the value; empty: it is the same in all.", Kind::Text),
        Spec::fixed("value", "Value", "The value; empty when it is missing.", Kind::Text),
        Spec::fixed("missing", "Missing", "Why there is no value.", Kind::words::<Missing>()),
        Spec::fixed("since", "Since", "Since when it holds.", Kind::Date),
        Spec::fixed("by", "By", "By when it held; when it began is not known.", Kind::Date),
        Spec::fixed("status", "Status", "How firm it is; empty: final.", Kind::words::<Status>()),
        Spec::fixed(
            "bound",
            "Bound",
            "How the number bounds the true value; empty: it is exact.",
            Kind::words::<Bound>(),
        ),
        Spec::fixed(
            "current",
            "Current",
            "Whether it is the value on the report's day; false: an earlier one.",
            Kind::Boolean,
        ),
        Spec::fixed("source", "Source", about_source, Kind::List),
    ];
    for language in &report.config.languages {
        let name = format!("note_{}", language.code);
        columns.push(Spec::fixed(&name, &format!("Note ({})", language.code), "A note for readers.", Kind::Text));
    }
    columns.extend(spec::closing(report));
    Described {
        name: facts_stem(model),
        title: format!("{}: facts", model.label.text(LanguageIx::SOURCE)),
        description: "A row is a value of a fact, in one language where it has several; a tracked field has its whole history, oldest first.".to_owned(),
        columns,
        key: Vec::new(),
        foreign: vec![(vec!["record".to_owned()], stem(model), vec!["id".to_owned()])],
    }
}

/// The facts of records of one collection as CSV, at the end of what is begun.
pub fn csv(report: &Report, records: &[Arc<LinkedRecord>], described: &Described, mut csv: Csv) -> Csv {
    csv.head(described.columns.iter().map(|column| &*column.name));
    let as_of = report.site.as_of.to_string();
    for linked in records {
        for fact in report.site.effective_facts(linked.at).filter(says_something) {
            Facts { report, as_of: &as_of, csv: &mut csv }.add(&fact);
        }
    }
    csv
}

/// A cell of the column `value`, its language, and which part of the value it is, such as `.latitude`.
#[derive(Clone, Copy)]
struct Cell<'t> {
    value: &'t str,
    kind: CellKind,
    language: &'t str,
    part: &'t str,
}

impl<'t> Cell<'t> {
    /// A whole value, the same in every language.
    fn of(value: &'t str) -> Self {
        Cell { value, kind: CellKind::Text, language: "", part: "" }
    }

    /// Nothing.
    fn empty() -> Self {
        Cell::of("")
    }
}

/// Facts on their way into the file.
struct Facts<'a> {
    report: &'a Report,
    /// The report's day.
    as_of: &'a str,
    csv: &'a mut Csv,
}

impl Facts<'_> {
    fn add(&mut self, fact: &Effective) {
        let report = self.report;
        let in_language = |at: LanguageIx| &*report.config.languages[at].code;
        match datum::of(report, fact) {
            None => self.row(fact, Cell::empty()),
            Some(Datum::Text(text)) => {
                let kind = if matches!(fact.field.kind, FieldKind::Date) { CellKind::Date } else { CellKind::Text };
                self.row(fact, Cell { kind, ..Cell::of(&text) });
            }
            Some(Datum::Number(number)) => {
                self.row(fact, Cell { kind: CellKind::Number, ..Cell::of(&number.to_string()) });
            }
            Some(Datum::Boolean(yes)) => {
                self.row(fact, Cell { kind: CellKind::Boolean, ..Cell::of(if yes { "true" } else { "false" }) });
            }
            Some(Datum::Localized(texts)) => {
                for (at, text) in texts {
                    self.row(fact, Cell { language: in_language(at), ..Cell::of(&text) });
                }
            }
            Some(Datum::Location(location)) => {
                let degrees = [(".latitude", &location.latitude), (".longitude", &location.longitude)];
                for (part, degrees) in degrees {
                    self.row(fact, Cell { kind: CellKind::Number, part, ..Cell::of(&degrees.to_string()) });
                }
            }
            Some(Datum::Image(image)) => {
                self.row(fact, Cell::of(&report.image_address(fact.linked, &image.file)));
                for at in report.config.languages.positions() {
                    let alt = image.alt.get(at).map_or("", |alt| alt);
                    self.row(fact, Cell { language: in_language(at), part: ".alt", ..Cell::of(alt) });
                }
                for at in report.config.languages.positions() {
                    let caption = image.caption.as_ref().and_then(|caption| caption.get(at));
                    let cell = |text| Cell { language: in_language(at), part: ".caption", ..Cell::of(text) };
                    caption.into_iter().for_each(|text| self.row(fact, cell(text)));
                }
                let credit = image.credit.as_deref();
                credit.into_iter().for_each(|by| self.row(fact, Cell { part: ".credit", ..Cell::of(by) }));
            }
            Some(Datum::List | Datum::Group) => {
                // It has a row of its own only for its note.
                if fact.written.note.is_some() {
                    self.row(fact, Cell::empty());
                }
                fact.parts().for_each(|part| self.add(&part));
            }
        }
    }

    fn row(&mut self, fact: &Effective, cell: Cell) {
        let (report, linked) = (self.report, fact.linked);
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        self.csv.text(&linked.record.id);
        match fact.outer {
            None if cell.part.is_empty() => self.csv.text(&fact.field.name),
            _ => self.csv.text(&format!("{}{}", fact.path(), cell.part)),
        }
        match fact.outer {
            None => self.csv.empty(),
            Some(_) => self.csv.text(&fact.positions().to_string()),
        }
        self.csv.text(cell.language);
        self.csv.text_of(cell.kind, cell.value);
        self.csv.text(fact.written.missing().map_or("", word_of));
        self.csv.text(&date(fact.since()));
        self.csv.text(&date(fact.by()));
        self.csv.text(fact.status.map_or("", word_of));
        self.csv.text(fact.written.bound.map_or("", word_of));
        self.csv.text(if fact.is_current { "true" } else { "false" });
        self.csv.list(ids(report, linked, fact.sources));
        for at in report.config.languages.positions() {
            self.csv.text(fact.written.note.as_ref().and_then(|note| note.get(at)).map_or("", |note| note));
        }
        self.csv.text(self.as_of);
        if let Some(license) = &report.config.license {
            self.csv.text(license);
        }
        self.csv.end_row();
    }
}
