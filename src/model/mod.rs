//! Model: turns parsed files into records that are valid on their own.
//!
//! In:  the paths of the site and the files they name, whose YAML may hold anything.
//! Out: [`Model`]: collections and [`Record`]s that fit them, and a finding for each value that does not.
//!
//! References are still only written names here; `link` resolves them. Prose is not read: only where it is.

mod accepted;
pub mod builtin;
pub mod date;
pub mod field;
pub mod layout;
pub mod number;
mod read_fact;
mod read_field;
pub mod read_model;
mod read_record;
pub mod sources;
pub mod value;

use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Config, Localized};
use crate::diagnostics::{Checked, Diagnostic, Place, codes, errors_in};
use crate::model::date::{Date, Day};
use crate::model::field::{Collection, FieldKind, Targets};
use crate::model::number::Number;
use crate::model::value::Entry;
use crate::parse::{Files, Source, Span};

/// All collections with their records.
#[derive(Debug)]
pub struct Model {
    /// By name of their folders.
    pub collections: Vec<Collection>,
    /// Records of each collection, by id.
    pub records: Vec<Vec<Record>>,
}

/// A reference as it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// `qingdao` or `centers/bearings`.
    pub text: Box<str>,
    /// What it may refer to.
    pub to: Targets,
    /// Where it stands.
    pub span: Span,
    /// The file it stands in; `None`: the record's own.
    pub file: Option<Arc<Source>>,
}

/// The prose of a record in one language: where it is, not what it says.
#[derive(Debug, Clone)]
pub struct Prose {
    /// Its file.
    pub path: Arc<str>,
    /// Whether there is any text below the front matter.
    pub is_empty: bool,
}

/// An old address of a record.
#[derive(Debug, Clone)]
pub struct Alias {
    /// Path below the site with slashes at both ends.
    pub path: Box<str>,
    /// Where it is written.
    pub span: Span,
}

/// Why the public does not see a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    /// It says `draft: true`.
    Draft,
    /// Its `publish_on` is to come.
    Until(Date),
    /// Its `expires_on` has come.
    Expired(Date),
    /// What it is about begins after the day of the report.
    Begins(Date),
}

impl Hidden {
    /// The reason as the end of a sentence that begins with the name of the record.
    pub fn words(self) -> String {
        match self {
            Hidden::Draft => "is a draft".to_owned(),
            Hidden::Until(day) => format!("is held back until {day}"),
            Hidden::Expired(day) => format!("expired on {day}"),
            Hidden::Begins(day) => format!("begins on {day}, after the day of the report"),
        }
    }
}

/// A number in a translated field that an editor has looked at and found right.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    /// Name of the field.
    pub field: Box<str>,
    /// The number.
    pub value: Number,
    /// Where it is written.
    pub span: Span,
}

/// A record that is valid on its own.
#[derive(Debug)]
pub struct Record {
    /// Unique in its collection.
    pub id: Arc<str>,
    /// One entry per field of the collection, in its order; `None` where nothing is written.
    pub entries: Vec<Option<Entry>>,
    /// Last part of the address, per language.
    pub slug: Localized,
    /// Where a slug is written, per language; `None`: it is the id.
    pub slug_places: Vec<Option<Place>>,
    /// Old addresses.
    pub aliases: Vec<Alias>,
    /// Numbers in its fields that `check` need not remark on.
    pub accepted: Vec<Accepted>,
    /// References, as positions in `references`, to the sources of every fact that names none.
    pub sources: Vec<u32>,
    /// Every reference that the record makes.
    pub references: Vec<Written>,
    /// Template of its own.
    pub template: Option<Arc<str>>,
    /// Its prose, per language; `None` where the language has no file.
    pub prose: Vec<Option<Prose>>,
    /// Its folder with final slash; `None` when it is one file.
    pub folder: Option<Box<str>>,
    /// Other files in its folder.
    pub attachments: Vec<Box<str>>,
    /// Its facts, or the first language file's front matter: for findings of later stages.
    pub source: Arc<Source>,
    /// Why the public does not see it; `None`: it does.
    pub hidden: Option<Hidden>,
    /// Whether it was held back once and appeared by itself, on its `publish_on`.
    pub appeared: bool,
    /// By when somebody should look at it again, and where that is written.
    pub review_by: Option<(Date, Span)>,
    /// The next day after today on which the public begins or ceases to see it; `None`: none is set.
    pub changes_on: Option<Day>,
}

impl Record {
    /// Whether it has texts in a language: a file of the language where it has files at all, else every required
    /// translated field.
    pub fn is_translated(&self, collection: &Collection, language: usize) -> bool {
        if self.prose.iter().any(Option::is_some) {
            return self.prose[language].is_some();
        }
        let required =
            collection.fields.iter().zip(&self.entries).filter(|(field, _)| field.required && field.is_translated());
        required.into_iter().all(|(_, entry)| {
            let text = entry.as_ref().and_then(|entry| entry.history[0].value());
            match text {
                Some(value::Value::Localized(text)) => text.get(language).is_some(),
                _ => true,
            }
        })
    }

    /// The language whose texts a page in `language` shows, of `count` languages: its own, else the first that has them.
    pub fn shown_language(&self, collection: &Collection, language: usize, count: usize) -> usize {
        let mut order = std::iter::once(language).chain(0..count);
        order.find(|&other| self.is_translated(collection, other)).unwrap_or(language)
    }
}

/// Reads the models of all collections and their records. `paths` are those below the site's folder, sorted.
pub fn read(paths: &[Arc<str>], files: &dyn Files, config: &Config) -> Checked<Model> {
    let mut findings = Vec::new();
    let layout = layout::collections(paths, &config.all_languages, &mut findings);
    let mut model = Model { collections: Vec::new(), records: Vec::new() };
    let mut record_files = Vec::new();
    for (id, collection_files) in layout {
        if collection_files.model.is_none() && !builtin::is_built_in(&id) {
            let place = Place::file(format!("content/{id}"));
            let finding = Diagnostic::new(&codes::MODEL, place, format!("the folder `{id}` has no `_collection.yaml`"));
            findings.push(
                finding.hint(
                    "a collection says in `_collection.yaml` what its records are: at least `label` and `fields`",
                ),
            );
            continue;
        }
        let source = match &collection_files.model {
            Some(path) => match files.text(path) {
                Ok(text) => Arc::new(Source::new(path.clone(), text)),
                Err(finding) => {
                    findings.push(*finding);
                    continue;
                }
            },
            None => Arc::new(Source::new(format!("content/{id}"), "")),
        };
        model.collections.push(read_model::collection(&id, &source, &config.all_languages, &mut findings));
        record_files.push(collection_files.records);
    }
    check_targets(&model.collections, &mut findings);
    if errors_in(&findings, "_collection.yaml") {
        // Records are not checked against a model that does not hold.
        let records = model.collections.iter().map(|_| Vec::new()).collect();
        return Checked { value: Model { records, ..model }, diagnostics: findings };
    }
    for (collection, list) in model.collections.iter().zip(&record_files) {
        let read: Vec<(Option<Record>, Vec<Diagnostic>)> =
            list.par_iter().map(|record| read_record::record(record, collection, files, config)).collect();
        let mut records = Vec::with_capacity(read.len());
        for (record, found) in read {
            findings.extend(found);
            records.extend(record);
        }
        model.records.push(records);
    }
    Checked { value: model, diagnostics: findings }
}

/// `to:` names collections that exist.
fn check_targets(collections: &[Collection], findings: &mut Vec<Diagnostic>) {
    let ids: Vec<&str> = collections.iter().map(|collection| &*collection.id).collect();
    for collection in collections {
        each_reference(&collection.fields, &mut |field, to| {
            let names: &[Arc<str>] = match to {
                Targets::One(name) => std::slice::from_ref(name),
                Targets::Several(names) => names,
                Targets::Any => &[],
            };
            for name in names.iter().filter(|name| !ids.contains(&&***name)) {
                let finding =
                    collection.source.finding(&codes::MODEL, field.span, format!("there is no collection `{name}`"));
                let hint = crate::diagnostics::did_you_mean(name, ids.iter().copied());
                findings.push(finding.hint_if(hint));
            }
        });
    }
}

/// Calls `visit` for every reference field, at any depth, with what it may refer to.
pub fn each_reference<'f>(fields: &'f [field::Field], visit: &mut impl FnMut(&'f field::Field, &'f Targets)) {
    for field in fields {
        match &field.kind {
            FieldKind::Reference { to, .. } => visit(field, to),
            FieldKind::List(item) => each_reference(std::slice::from_ref(item), visit),
            FieldKind::Group(fields) => each_reference(fields, visit),
            _ => {}
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
