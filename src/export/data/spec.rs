//! What the columns of a data file are: the one description that the Data Package and CSV on the Web are made of.

use crate::config::Localized;
use crate::model::field::{Field, FieldKind, Markup, Targets};
use crate::model::number::Number;
use crate::position::LanguageIx;
use crate::report::Report;

/// A CSV file, described.
pub struct Described {
    /// Its name without ending: `centers`, `centers.chains`, `figures/provincial-centers`.
    pub name: String,
    /// What it holds, in the source language.
    pub title: String,
    /// What a row is, in English, as all that describes the format.
    pub description: String,
    /// Its columns, in order.
    pub columns: Vec<Spec>,
    /// Columns that identify a row; empty when none do.
    pub key: Vec<String>,
    /// Columns that hold ids of another file: their names, that file, its columns.
    pub foreign: Vec<(Vec<String>, String, Vec<String>)>,
}

/// A column, described.
pub struct Spec {
    /// The heading in the file.
    pub name: String,
    /// Its name for readers, in the source language.
    pub title: String,
    /// More about it; `None` when the title says all.
    pub description: Option<String>,
    /// What is in its cells.
    pub kind: Kind,
    /// The unit of its numbers; `None`: they have none, or it stands in another column.
    pub unit: Option<String>,
}

/// What is in the cells of a column.
#[derive(Clone)]
pub enum Kind {
    /// Text.
    Text,
    /// Texts joined by `;`.
    List,
    /// Whole numbers.
    Integer(Limits),
    /// Decimal numbers.
    Decimal(Limits),
    /// `true` or `false`.
    Boolean,
    /// A day, a month or a year, as it was written.
    Date,
    /// A day.
    Day,
    /// A web address.
    Url,
    /// A mail address.
    Email,
    /// One of some words, each with its label in the source language.
    Code(Vec<(String, String)>),
}

/// The least and the greatest number allowed.
#[derive(Clone, Default)]
pub struct Limits {
    /// `None`: no limit.
    pub min: Option<Number>,
    /// `None`: no limit.
    pub max: Option<Number>,
}

impl Spec {
    /// A column of the format itself.
    pub fn fixed(name: &str, title: &str, description: &str, kind: Kind) -> Self {
        Spec {
            name: name.to_owned(),
            title: title.to_owned(),
            description: Some(description.to_owned()),
            kind,
            unit: None,
        }
    }
}

impl Kind {
    /// What is in the cells of a field's own column.
    pub fn of(field: &Field) -> Self {
        match &field.kind {
            FieldKind::Number(number) => {
                let limits = Limits { min: number.min.clone(), max: number.max.clone() };
                if number.whole { Kind::Integer(limits) } else { Kind::Decimal(limits) }
            }
            FieldKind::Date => Kind::Date,
            FieldKind::Boolean => Kind::Boolean,
            FieldKind::Choice(options) => Kind::Code(
                options
                    .iter()
                    .map(|option| (option.id.to_string(), option.label.text(LanguageIx::SOURCE).to_owned()))
                    .collect(),
            ),
            FieldKind::Url | FieldKind::Image | FieldKind::File => Kind::Url,
            FieldKind::Email => Kind::Email,
            FieldKind::List(_) => Kind::List,
            _ => Kind::Text,
        }
    }

    /// Degrees from the negative of `most` to `most`.
    pub fn degrees(most: &str) -> Self {
        Kind::Decimal(Limits { min: Number::parse(&format!("-{most}")), max: Number::parse(most) })
    }

    /// One of the words of the format.
    pub fn words<W: crate::model::value::Word>() -> Self {
        Kind::Code(W::WORDS.iter().map(|(word, _)| ((*word).to_owned(), (*word).to_owned())).collect())
    }
}

/// The unit of the numbers of a field.
pub fn unit(field: &Field) -> Option<String> {
    match &field.kind {
        FieldKind::Number(number) => number.unit.as_ref().map(ToString::to_string),
        _ => None,
    }
}

/// What is said of a field beside its label: the help for editors, the unit, what a reference leads to.
pub fn description(field: &Field) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    if !field.help.is_empty() {
        parts.push(field.help.text(LanguageIx::SOURCE).to_owned());
    }
    let inner = if let FieldKind::List(item) = &field.kind { item } else { field };
    match &inner.kind {
        FieldKind::Number(number) => parts.extend(number.unit.as_ref().map(|unit| format!("Unit: {unit}."))),
        FieldKind::Reference { to: Targets::One(name), .. } => parts.push(format!("Id in {name}.")),
        FieldKind::Reference { .. } => parts.push("Collection and id.".to_owned()),
        FieldKind::Text { language: Some(language), .. } => parts.push(format!("Language: {language}.")),
        FieldKind::Text { markup, .. } if *markup != Markup::Plain => parts.push("Plain text of Markdown.".to_owned()),
        _ => {}
    }
    if matches!(field.kind, FieldKind::List(_)) {
        parts.push("Values are joined by semicolons; a semicolon in a value is written \\;.".to_owned());
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The columns that every file ends with: the day it describes and, where the site names one, its licence.
pub fn closing(report: &Report) -> Vec<Spec> {
    let mut columns = vec![Spec::fixed("as_of", "As of", "The day that the report describes.", Kind::Day)];
    if report.config.license.is_some() {
        columns.push(Spec::fixed("license", "Licence", "The licence of this file.", Kind::Text));
    }
    columns
}

/// A text of the settings in the source language; `None` when there is none.
pub fn in_source_language(text: &Localized) -> Option<&str> {
    text.best(LanguageIx::SOURCE).map(|(_, text)| &**text)
}

/// Whose name the name of a column is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// A field's, or that of a part of its value.
    Field,
    /// Ours, for what is said about a value or a record.
    Derived,
}

/// Gives columns that share a name names of their own: fields keep theirs, what is derived gets a `_` at its end.
pub fn tell_apart(columns: &mut [(Spec, Naming)]) {
    let of_fields = columns.iter().filter(|(_, naming)| *naming == Naming::Field);
    let mut taken: std::collections::BTreeSet<String> = of_fields.map(|(spec, _)| spec.name.clone()).collect();
    for (spec, _) in columns.iter_mut().filter(|(_, naming)| *naming == Naming::Derived) {
        while !taken.insert(spec.name.clone()) {
            spec.name.push('_');
        }
    }
}
