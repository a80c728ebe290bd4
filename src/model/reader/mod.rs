//! Reader: turns the files of collections into a [`Model`], with a finding for each value that does not fit.
//!
//! In:  the paths of the site and the files they name, whose YAML may hold anything.
//! Out: collections and records that fit them.
//!
//! `layout` says which files belong together, `collection` and `field` read what is declared, `record` and `fact` what is
//! said; each imports only what is declared before it. References are still only written names here; `link` resolves them.
//! Prose is not read: only where it is.

mod meant;
mod alias;
mod accepted;
mod layout;
mod check;
mod listing;
mod field;
mod collection;
mod builtin;
mod fact;
mod citation;
mod required;
mod reading;
mod record;

use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Config, Run};
use crate::diagnostics::{Checked, Diagnostic, Place, codes};
use crate::model::builtin::is_built_in;
use crate::model::field::{Collection, CollectionKind, Rejected, Targets, each_reference};
use crate::model::reader::field::Vocabulary;
use crate::model::reader::layout::CollectionFiles;
use crate::model::reader::reading::Reading;
use crate::model::record::{Model, Record};
use crate::parse::{Files, Source};

/// Reads the models of all collections and their records.
///
/// A mistake in a model hides as little as possible: fields and collections that could not be read are left out, and what
/// their records say in them is not looked at.
pub fn read(files: &dyn Files, config: &Config, run: &Run) -> Checked<Model> {
    let mut findings = Vec::new();
    let layout = layout::collections(&files.paths(), &config.all_languages, &mut findings);
    let mut model =
        Model { collections: Vec::new().into(), records: Vec::new().into(), unread: Vec::new(), is_sound: true };
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
    let before = findings.len();
    listing::follow(&mut model, &mut findings);
    model.is_sound &= findings.len() == before;
    let reading = Reading { files, config, run };
    for (collection, list) in model.collections.iter().zip(&record_files) {
        let list = if collection.rejected == Rejected::Everything { &[] } else { list.as_slice() };
        let read: Vec<(Option<Record>, Vec<Diagnostic>)> =
            list.par_iter().map(|record| record::record(record, collection, reading)).collect();
        let mut records = Vec::with_capacity(read.len());
        for (record, found) in read {
            findings.extend(found);
            records.extend(record);
        }
        model.records.push(records);
    }
    model.collections.iter_mut().zip(&model.records).for_each(|(collection, records)| infer_kind(collection, records));
    Checked { value: model, diagnostics: findings }
}

/// A collection that holds the home page holds the texts of the site.
fn infer_kind(collection: &mut Collection, records: &[Record]) {
    if collection.kind == CollectionKind::Records && records.iter().any(Record::is_home) {
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
        None if is_built_in(id) => Source::new(format!("content/{id}"), ""),
        None => {
            let place = Place::file(format!("content/{id}"));
            let finding = Diagnostic::new(&codes::MODEL, place, format!("the folder `{id}` has no `_collection.yaml`"));
            let hint = "a collection says in `_collection.yaml` what its records are: at least `label` and `fields`";
            return Err(Box::new(finding.hint(hint)));
        }
    };
    let mut findings = Vec::new();
    let (source, languages) = (Arc::new(source), &config.all_languages);
    let known = match builtin::collection(id, languages, &mut findings) {
        Some(built_in) => Collection { source, ..built_in },
        None => collection::undeclared(id, &source, languages),
    };
    let collection = collection::read(known, Vocabulary::Site(languages), &mut findings);
    Ok((collection, findings))
}

/// Whether every `to:` names a collection that exists; a finding for each that does not.
fn check_targets(model: &Model, findings: &mut Vec<Diagnostic>) -> bool {
    let before = findings.len();
    let declared = model.collections.iter().map(|collection| &*collection.id);
    let ids: Vec<&str> = declared.chain(model.unread.iter().map(|id| &**id)).collect();
    for collection in &model.collections {
        each_reference(collection.fields.as_slice(), &mut |field, to| {
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
