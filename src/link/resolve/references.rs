//! What each reference of a record leads to.

use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, codes};
use crate::link::by_path::named_by_path;
use crate::link::names::{Nowhere, Target};
use crate::link::resolve::public::Public;
use crate::model::builtin::SOURCES;
use crate::model::field::Targets;
use crate::model::record::{RawReference, Record};
use crate::position::{CollectionIx, RecordIx};

/// Looks up what is referred to.
pub struct References<'p> {
    /// What can be referred to.
    pub public: &'p Public,
    /// Collections of which nothing is known: whether there is such a record cannot be told.
    pub unread: &'p [Box<str>],
    /// The settings, for addresses that stand where names are wanted.
    pub config: &'p Config,
}

impl References<'_> {
    /// What the references of a record lead to, in their order.
    pub fn targets(&self, record: &Record, findings: &mut Vec<Diagnostic>) -> Vec<Option<RecordIx>> {
        let target = |reference| {
            self.target(record, reference).unwrap_or_else(|finding| {
                findings.push(*finding);
                None
            })
        };
        record.references.iter().map(target).collect()
    }

    fn target(&self, record: &Record, reference: &RawReference) -> Result<Option<RecordIx>, Box<Diagnostic>> {
        let name = match &reference.to {
            Targets::One(name) => name,
            Targets::Several(_) | Targets::Any => reference.text.split('/').next().unwrap_or_default(),
        };
        if self.unread.iter().any(|unread| **unread == *name) {
            return Ok(None);
        }
        match self.found(reference) {
            Ok(target) => Ok(target),
            Err(Nowhere::Withheld(_)) => Ok(None),
            Err(Nowhere::Unknown(hint)) => Err(Box::new(self.unknown(record, reference, hint))),
        }
    }

    /// The record that is meant; `None` where its collection is not declared, which is a finding of the model.
    fn found(&self, reference: &RawReference) -> Result<Option<RecordIx>, Nowhere> {
        let names = &self.public.names;
        let found = match &reference.to {
            Targets::One(name) => match names.collection(name) {
                Some(collection) => names.find_record(collection, own_name(&reference.text, name)),
                // Citing sources needs no declaration, so only here can the collection be absent.
                None if **name == *SOURCES => Err(Nowhere::Unknown("there is no folder content/sources".to_owned())),
                None => return Ok(None),
            },
            Targets::Several(allowed) => self.of_any(&reference.text, Some(allowed)),
            Targets::Any => self.of_any(&reference.text, None),
        };
        found.map(Some)
    }

    /// A record of any collection, or of those that are allowed.
    fn of_any(&self, text: &str, allowed: Option<&[Arc<str>]>) -> Result<RecordIx, Nowhere> {
        let name = text.split('/').next().unwrap_or(text);
        if let Some(names) = allowed.filter(|names| !names.iter().any(|allowed| **allowed == *name)) {
            let hint = format!("write collection/id; collections allowed here: {}", names.join(", "));
            return Err(Nowhere::Unknown(hint));
        }
        match self.public.names.find(text)? {
            Target::Record(record) => Ok(record),
            Target::Collection(_) => Err(Nowhere::Unknown(format!("write the record too: {text}/…"))),
        }
    }

    fn unknown(&self, record: &Record, reference: &RawReference, hint: String) -> Diagnostic {
        let what = match &reference.to {
            Targets::One(name) => format!("there is no `{}` in {name}", reference.text),
            Targets::Several(_) | Targets::Any => format!("there is no record `{}`", reference.text),
        };
        let source = reference.file.as_ref().unwrap_or(&record.source);
        let finding = source.finding(&codes::UNKNOWN_REFERENCE, reference.span, what);
        finding.hint(self.instead_of_address(reference).unwrap_or(hint))
    }

    /// What to write instead of an address of the site; `None`: it is none.
    fn instead_of_address(&self, reference: &RawReference) -> Option<String> {
        let records = |at: CollectionIx| self.public.records[at].iter().map(|public| &*public.record);
        let name = named_by_path(self.config, &self.public.collections, records, &reference.text)?;
        let name = match &reference.to {
            Targets::One(collection) => own_name(&name, collection),
            Targets::Several(_) | Targets::Any => &name,
        };
        Some(format!("references are names, not addresses: write {name}"))
    }
}

/// The id in `centers/bearings`, where a record of the collection `centers` is wanted.
fn own_name<'t>(text: &'t str, collection: &str) -> &'t str {
    text.strip_prefix(collection).and_then(|rest| rest.strip_prefix('/')).unwrap_or(text)
}
