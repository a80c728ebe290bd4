//! `{collection}.facts.csv`: every fact up to the report's day in long form, one value a row.

use crate::config::Localized;
use crate::export::data::said::{Said, ids, is_told, said};
use crate::export::data::spec::{self, Described, Kind, Spec};
use crate::link::Linked;
use crate::markup::csv::Csv;
use crate::model::date::Date;
use crate::model::field::{Collection, Field, FieldKind};
use crate::model::value::{Bound, Fact, Given, Missing, Status, word_of};
use crate::plan::data_files::{facts_stem, stem};
use crate::position::{CollectionIx, LanguageIx};
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

/// The facts of a collection as CSV.
pub fn csv(report: &Report, collection: CollectionIx, described: &Described) -> Vec<u8> {
    let mut csv = Csv::default();
    described.columns.iter().for_each(|column| csv.text(&column.name));
    csv.end_row();
    let model = &report.site.collections[collection];
    for linked in &report.site.records[collection] {
        for (at, field) in model.fields.entries() {
            let now = linked.fact(at);
            for fact in linked.history(at).iter().filter(|fact| is_told(linked, fact)) {
                let current = now.is_some_and(|now| std::ptr::eq(now, fact));
                let outer = Outer {
                    name: field.name.to_string(),
                    current,
                    sources: linked.record.sources.clone(),
                    ..Outer::default()
                };
                Facts { report, linked, csv: &mut csv }.add(field, fact, &outer);
            }
        }
    }
    csv.finish()
}

/// Where a fact stands, and what it has from those that contain it.
#[derive(Default, Clone)]
struct Outer {
    name: String,
    position: String,
    current: bool,
    sources: Vec<u32>,
    since: Option<Date>,
    by: Option<Date>,
    status: Option<Status>,
}

impl Outer {
    /// For the parts of a fact.
    fn with(&self, field: &Field, fact: &Fact) -> Self {
        let sources = fact.rests_on(field, &self.sources).to_vec();
        let (since, by) = if fact.effective.is_some() { (fact.since(), fact.by()) } else { (self.since, self.by) };
        let status = fact.status.or(self.status);
        Outer { sources, since, by, status, ..self.clone() }
    }
}

/// A cell of the column `value`, and its language.
#[derive(Clone, Copy, Default)]
struct Cell<'t> {
    value: &'t str,
    language: &'t str,
}

/// The facts of a record on their way into the file.
struct Facts<'a> {
    report: &'a Report,
    linked: &'a Linked,
    csv: &'a mut Csv,
}

impl Facts<'_> {
    fn add(&mut self, field: &Field, fact: &Fact, outer: &Outer) {
        let (report, linked) = (self.report, self.linked);
        let outer = outer.with(field, fact);
        let in_language = |at: LanguageIx| &*report.config.languages[at].code;
        match said(report, linked, field, fact) {
            None => self.row(fact, &outer, "", Cell::default()),
            Some(Said::Text(text)) => self.value(fact, &outer, &text),
            Some(Said::Number(number)) => self.value(fact, &outer, &number.to_string()),
            Some(Said::Boolean(yes)) => self.value(fact, &outer, if yes { "true" } else { "false" }),
            Some(Said::Localized(texts)) => {
                for (at, text) in texts {
                    self.row(fact, &outer, "", Cell { value: &text, language: in_language(at) });
                }
            }
            Some(Said::Location(location)) => {
                self.row(fact, &outer, ".latitude", Cell { value: &location.latitude.to_string(), language: "" });
                self.row(fact, &outer, ".longitude", Cell { value: &location.longitude.to_string(), language: "" });
            }
            Some(Said::Image(image)) => {
                self.value(fact, &outer, &report.attachment_address(linked, &image.file));
                for at in report.config.languages.positions() {
                    let value = image.alt.get(at).map_or("", |alt| alt);
                    self.row(fact, &outer, ".alt", Cell { value, language: in_language(at) });
                }
                let credit = image.credit.as_deref();
                credit.into_iter().for_each(|value| self.row(fact, &outer, ".credit", Cell { value, language: "" }));
            }
            Some(Said::List(items)) => self.list(field, fact, &items, &outer),
            Some(Said::Group(facts)) => self.group(field, fact, &facts, &outer),
        }
    }

    /// A list or a group has a row of its own only for its note.
    fn list(&mut self, field: &Field, fact: &Fact, items: &[&Fact], outer: &Outer) {
        let FieldKind::List(of) = &field.kind else { return };
        if fact.note.is_some() {
            self.row(fact, outer, "", Cell::default());
        }
        for (at, item) in items.iter().enumerate() {
            let separator = if outer.position.is_empty() { "" } else { "." };
            let position = format!("{}{separator}{}", outer.position, at + 1);
            self.add(of, item, &Outer { position, ..outer.clone() });
        }
    }

    fn group(&mut self, field: &Field, fact: &Fact, facts: &[Option<&Fact>], outer: &Outer) {
        let FieldKind::Group(fields) = &field.kind else { return };
        if fact.note.is_some() {
            self.row(fact, outer, "", Cell::default());
        }
        for (field, fact) in fields.iter().zip(facts) {
            let Some(fact) = fact else { continue };
            let name = format!("{}.{}", outer.name, field.name);
            self.add(field, fact, &Outer { name, ..outer.clone() });
        }
    }

    fn value(&mut self, fact: &Fact, outer: &Outer, value: &str) {
        self.row(fact, outer, "", Cell { value, language: "" });
    }

    /// One row; `part` names the part of the value, such as `.latitude`.
    fn row(&mut self, fact: &Fact, outer: &Outer, part: &str, cell: Cell) {
        let (report, linked) = (self.report, self.linked);
        let missing = if let Given::Missing(missing) = fact.given { word_of(missing) } else { "" };
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        self.csv.text(&linked.record.id);
        self.csv.text(&format!("{}{part}", outer.name));
        self.csv.text(&outer.position);
        self.csv.text(cell.language);
        self.csv.text(cell.value);
        self.csv.text(missing);
        self.csv.text(&date(outer.since));
        self.csv.text(&date(outer.by));
        self.csv.text(outer.status.map_or("", word_of));
        self.csv.text(fact.bound.map_or("", word_of));
        self.csv.text(if outer.current { "true" } else { "false" });
        self.csv.list(ids(report, linked, &outer.sources));
        for at in report.config.languages.positions() {
            self.csv.text(fact.note.as_ref().and_then(|note: &Localized| note.get(at)).map_or("", |note| note));
        }
        self.csv.text(&report.site.as_of.to_string());
        if let Some(license) = &report.config.license {
            self.csv.text(license);
        }
        self.csv.end_row();
    }
}
