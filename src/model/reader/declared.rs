//! What collections declare, in their `_collection.yaml`, and whether it holds together.

use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Place, codes, did_you_mean};
use crate::model::builtin::is_built_in;
use crate::model::field::{Collection, Rejected, Targets, each_reference};
use crate::model::reader::field::Vocabulary;
use crate::model::reader::labels::SiteLabels;
use crate::model::reader::layout::CollectionFiles;
use crate::model::reader::{builtin, collection, listing};
use crate::parse::{Files, Source};
use crate::position::{CollectionIx, List};

/// What all collections declare.
pub struct Declared {
    /// Those that could be read.
    pub collections: List<CollectionIx, Collection>,
    /// Ids of those whose records are not read, since what they may say is not known.
    pub unread: Vec<Box<str>>,
    /// Whether all of it holds.
    pub is_sound: bool,
    /// What is wrong with it.
    pub findings: Vec<Diagnostic>,
}

/// Reads what collections declare.
pub fn read<'l>(
    layout: impl Iterator<Item = (&'l str, &'l CollectionFiles)>,
    files: &dyn Files,
    config: &Config,
) -> Declared {
    let mut findings = Vec::new();
    let (mut collections, mut unread, mut is_sound) = (List::default(), Vec::new(), true);
    let labels = SiteLabels::of(files, &config.all_languages);
    findings.extend(labels.unknown(builtin::keys));
    for (id, collection_files) in layout {
        match declaration(id, collection_files, &labels, (files, config)) {
            Ok((collection, found)) => {
                findings.extend(found);
                if collection.rejected == Rejected::Everything {
                    unread.push(id.into());
                }
                is_sound &= collection.rejected == Rejected::Nothing;
                collections.push(collection);
            }
            Err(finding) => {
                findings.push(*finding);
                is_sound = false;
                unread.push(id.into());
            }
        }
    }
    is_sound &= check_targets((&collections, &unread), &mut findings);
    let before = findings.len();
    listing::follow(&mut collections, &mut findings);
    is_sound &= findings.len() == before;
    Declared { collections, unread, is_sound, findings }
}

/// The model of a collection, with what was found in it; an error when there is none or it cannot be opened.
fn declaration(
    id: &str,
    collection: &CollectionFiles,
    labels: &SiteLabels,
    (files, config): (&dyn Files, &Config),
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
    let known = match builtin::collection(id, languages, labels, &mut findings) {
        Some(built_in) => Collection { source, ..built_in },
        None => collection::undeclared(id, &source, languages),
    };
    let collection = collection::read(known, Vocabulary::Site(languages), &mut findings);
    Ok((collection, findings))
}

/// Whether every `to:` names a collection that exists; a finding for each that does not.
fn check_targets(
    (collections, unread): (&List<CollectionIx, Collection>, &[Box<str>]),
    findings: &mut Vec<Diagnostic>,
) -> bool {
    let before = findings.len();
    let declared = collections.iter().map(|collection| &*collection.id);
    let ids: Vec<&str> = declared.chain(unread.iter().map(|id| &**id)).collect();
    for collection in collections {
        each_reference(collection.fields.as_slice(), &mut |field, to| {
            let names: &[Arc<str>] = match to {
                Targets::One(name) => std::slice::from_ref(name),
                Targets::Several(names) => names,
                Targets::Any => &[],
            };
            for name in names.iter().filter(|name| !ids.contains(&&***name)) {
                let finding =
                    collection.source.finding(&codes::MODEL, field.span, format!("there is no collection `{name}`"));
                let hint = did_you_mean(name, ids.iter().copied());
                findings.push(finding.hint_if(hint));
            }
        });
    }
    findings.len() == before
}
