//! What connecting records came to, kept as long as each and all that it rests on is the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::Diagnostic;
use crate::link::record::LinkedRecord;
use crate::link::resolve::dates::SourceDates;
use crate::model::record::Record;
use crate::position::{CollectionIx, FieldIx, LanguageIx, List, RecordIx};

/// What the last run over the site came to. It holds for runs with the same settings, on the same day.
#[derive(Default)]
pub struct Kept {
    /// What the sources said of dates, from which facts of any record may count.
    pub sources: SourceDates,
    /// Each record, with what was found in it.
    pub records: List<CollectionIx, Vec<OfRecord>>,
    /// Of each field whose values no two records share, what they are compared by.
    pub compared: BTreeMap<(CollectionIx, FieldIx), Vec<OfField>>,
}

/// A record, and what was found in it.
#[derive(Clone)]
pub struct OfRecord {
    /// It, connected.
    pub linked: Arc<LinkedRecord>,
    /// What is wrong with its facts.
    pub found: Arc<[Diagnostic]>,
}

/// The texts of a field of a record, in the languages that have one: what each is compared by, and itself.
#[derive(Clone)]
pub struct OfField {
    /// The record.
    pub linked: Arc<LinkedRecord>,
    /// Its texts.
    pub texts: Arc<[(LanguageIx, String, String)]>,
}

impl Kept {
    /// A record as it was connected, if it says the same and refers to the same.
    pub fn record(&self, at: RecordIx, record: &Arc<Record>, targets: &[Option<RecordIx>]) -> Option<&OfRecord> {
        let known = self.records.get(at.collection)?.get(at.record as usize)?;
        let is_same = Arc::ptr_eq(&known.linked.record, record) && *known.linked.targets == *targets;
        is_same.then_some(known)
    }

    /// What was found in a record, if it was connected before.
    pub fn found(&self, linked: &Arc<LinkedRecord>) -> Option<Arc<[Diagnostic]>> {
        let known = self.records.get(linked.at.collection)?.get(linked.at.record as usize)?;
        Arc::ptr_eq(&known.linked, linked).then(|| known.found.clone())
    }
}
