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
mod labels;
pub mod builtin;
mod fact;
mod citation;
mod required;
mod reading;
mod record;
mod declared;
pub mod kept;

use std::sync::Arc;

use crate::config::{Config, Run};
use crate::diagnostics::Checked;
use crate::model::field::{Collection, CollectionKind, Rejected};
use crate::model::reader::declared::Declared;
use crate::model::reader::kept::Kept;
use crate::model::reader::reading::Reading;
use crate::model::record::{Model, Record};
use crate::parse::Files;

/// Reads the models of all collections and their records.
///
/// A mistake in a model hides as little as possible: fields and collections that could not be read are left out, and what
/// their records say in them is not looked at.
pub fn read(files: &dyn Files, config: &Config, run: &Run) -> Checked<Model> {
    read_again(files, (config, run), &mut Kept::default())
}

/// The same, where some of it may have been read before with the same settings and run.
pub fn read_again(files: &dyn Files, (config, run): (&Config, &Run), kept: &mut Kept) -> Checked<Model> {
    let mut findings = Vec::new();
    let layout = kept.layout(&files.paths(), &config.all_languages);
    findings.extend(layout.findings.iter().cloned());
    let declared = kept.declared(&layout, files, config);
    findings.extend(declared.findings.iter().cloned());
    let Declared { collections, unread, is_sound, .. } = &*declared;
    let mut model = Model {
        collections: collections.clone(),
        records: Vec::new().into(),
        unread: unread.clone(),
        is_sound: *is_sound,
    };
    let reading = Reading { files, config, run };
    for collection in collections {
        let of_collection = layout.records(&collection.id).filter(|_| collection.rejected != Rejected::Everything);
        let read = kept.records(of_collection.unwrap_or_default(), collection, reading);
        findings.extend(read.iter().flat_map(|read| read.findings.iter().cloned()));
        model.records.push(read.iter().filter_map(|read| read.record.clone()).collect());
    }
    model.collections.iter_mut().zip(&model.records).for_each(|(collection, records)| infer_kind(collection, records));
    kept.is_up_to_date();
    Checked { value: model, diagnostics: findings }
}

/// A collection that holds the home page holds the texts of the site.
fn infer_kind(collection: &mut Collection, records: &[Arc<Record>]) {
    if collection.kind == CollectionKind::Records && records.iter().any(|record| record.is_home()) {
        collection.kind = CollectionKind::Pages;
    }
}
