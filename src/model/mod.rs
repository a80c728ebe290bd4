//! Model: turns parsed files into records that are valid on their own.
//!
//! In:  the paths of the site and the files they name, whose YAML may hold anything.
//! Out: [`Model`]: collections and [`Record`]s that fit them, and a finding for each value that does not.
//!
//! References are still only written names here; `link` resolves them. Prose is not read: only where it is.

mod accepted;
mod alias;
pub mod builtin;
pub mod check;
pub mod date;
pub mod field;
pub mod layout;
mod meant;
pub mod number;
mod read_fact;
mod read_field;
pub mod read_model;
mod read_record;
mod required;
pub mod sources;
pub mod value;

use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Config, Localized};
use crate::diagnostics::{Checked, Diagnostic, Place, codes};
use crate::model::date::{Date, Day};
use crate::model::field::{Collection, CollectionKind, FieldKind, Rejected, Targets};
use crate::model::layout::CollectionFiles;
use crate::model::number::Number;
use crate::model::value::Outcome;
use crate::parse::{Files, Source, Span};

/// All collections with their records.
#[derive(Debug)]
pub struct Model {
    /// By name of their folders.
    pub collections: Vec<Collection>,
    /// Records of each collection, by id.
    pub records: Vec<Vec<Record>>,
    /// Collections whose records were not read, since what they may say is not known.
    pub unread: Vec<Box<str>>,
    /// Whether the models of all collections hold. If not, only what does not depend on them can be told.
    pub is_sound: bool,
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
    /// What came of each field of the collection, in its order.
    pub entries: Vec<Outcome>,
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
    /// Template of its own, and where it is named.
    pub template: Option<(Arc<str>, Span)>,
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
    /// The day on which it appeared by itself, its `publish_on`; `None`: it was never held back, or still is.
    pub appeared: Option<Day>,
    /// By when somebody should look at it again, and where that is written.
    pub review_by: Option<(Date, Span)>,
    /// The next day after today on which the public begins or ceases to see it; `None`: none is set.
    pub changes_on: Option<Day>,
    /// Blanks in its files, `[[to fill: …]]`, that somebody has to fill before it is published.
    pub blanks: Vec<Place>,
    /// Whether all that is written in its facts and front matter could be used.
    pub is_sound: bool,
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
        required.into_iter().all(|(_, entry)| match entry.entry().and_then(|entry| entry.history[0].value()) {
            Some(value::Value::Localized(text)) => !text.is_absent(language),
            _ => true,
        })
    }

    /// The language whose texts a page in `language` shows, of `count` languages: its own, else the first that has them.
    pub fn shown_language(&self, collection: &Collection, language: usize, count: usize) -> usize {
        let mut order = std::iter::once(language).chain(0..count);
        order.find(|&other| self.is_translated(collection, other)).unwrap_or(language)
    }
}

/// Reads the models of all collections and their records. `paths` are those below the site's folder, sorted.
///
/// A mistake in a model hides as little as possible: fields and collections that could not be read are left out, and what
/// their records say in them is not looked at.
pub fn read(paths: &[Arc<str>], files: &dyn Files, config: &Config) -> Checked<Model> {
    let mut findings = Vec::new();
    let layout = layout::collections(paths, &config.all_languages, &mut findings);
    let mut model = Model { collections: Vec::new(), records: Vec::new(), unread: Vec::new(), is_sound: true };
    let mut record_files = Vec::new();
    for (id, collection_files) in layout {
        match declaration(&id, &collection_files, files, config) {
            Ok((collection, found)) => {
                findings.extend(found);
                if collection.rejected == Rejected::Everything {
                    model.unread.push(id);
                }
                model.is_sound &= collection.rejected == Rejected::Nothing;
                model.collections.push(collection);
                record_files.push(collection_files.records);
            }
            Err(finding) => {
                findings.push(*finding);
                model.is_sound = false;
                model.unread.push(id);
            }
        }
    }
    model.is_sound &= check_targets(&model, &mut findings);
    for (collection, list) in model.collections.iter().zip(&record_files) {
        let list = if collection.rejected == Rejected::Everything { &[] } else { list.as_slice() };
        let read: Vec<(Option<Record>, Vec<Diagnostic>)> =
            list.par_iter().map(|record| read_record::record(record, collection, files, config)).collect();
        let mut records = Vec::with_capacity(read.len());
        for (record, found) in read {
            findings.extend(found);
            records.extend(record);
        }
        model.records.push(records);
    }
    model.collections.iter_mut().zip(&model.records).for_each(|(collection, records)| settle_kind(collection, records));
    Checked { value: model, diagnostics: findings }
}

/// A collection that holds the home page holds the texts of the site.
fn settle_kind(collection: &mut Collection, records: &[Record]) {
    let is_home = |record: &Record| (0..record.prose.len()).any(|language| record.slug.text(language).is_empty());
    if collection.kind == CollectionKind::Records && records.iter().any(is_home) {
        collection.kind = CollectionKind::Pages;
    }
}

/// The model of a collection, with what was found in it; an error when there is none or it cannot be opened.
fn declaration(
    id: &str,
    collection: &CollectionFiles,
    files: &dyn Files,
    config: &Config,
) -> Result<(Collection, Vec<Diagnostic>), Box<Diagnostic>> {
    let source = match &collection.model {
        Some(path) => Source::new(path.clone(), files.text(path)?),
        None if builtin::is_built_in(id) => Source::new(format!("content/{id}"), ""),
        None => {
            let place = Place::file(format!("content/{id}"));
            let finding = Diagnostic::new(&codes::MODEL, place, format!("the folder `{id}` has no `_collection.yaml`"));
            let hint = "a collection says in `_collection.yaml` what its records are: at least `label` and `fields`";
            return Err(Box::new(finding.hint(hint)));
        }
    };
    let mut findings = Vec::new();
    let collection = read_model::collection(id, &Arc::new(source), &config.all_languages, &mut findings);
    Ok((collection, findings))
}

/// Whether every `to:` names a collection that exists; a finding for each that does not.
fn check_targets(model: &Model, findings: &mut Vec<Diagnostic>) -> bool {
    let before = findings.len();
    let declared = model.collections.iter().map(|collection| &*collection.id);
    let ids: Vec<&str> = declared.chain(model.unread.iter().map(|id| &**id)).collect();
    for collection in &model.collections {
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
    findings.len() == before
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
