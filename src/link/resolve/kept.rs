//! What connecting records came to, kept as long as each and all that it rests on is the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::Diagnostic;
use crate::link::back_references::{BackReferenceFields, BackReferences};
use crate::link::each::Each;
use crate::link::record::LinkedRecord;
use crate::link::resolve::dates::SourceDates;
use crate::model::field::{Collection, CollectionKind};
use crate::model::record::Record;
use crate::parse::Source;
use crate::position::{CollectionIx, FieldIx, LanguageIx, List, RecordIx};

/// What the last run over the site came to. It holds for runs with the same settings, on the same day.
#[derive(Default)]
pub struct Kept {
    /// What the sources said of dates, from which facts of any record may count.
    pub sources: SourceDates,
    /// What was found in each record.
    pub found: List<CollectionIx, Each<Arc<[Diagnostic]>>>,
    /// Of each field whose values no two records share, its texts in each record.
    pub compared: BTreeMap<(CollectionIx, FieldIx), Each<Arc<[Compared]>>>,
    /// The models of the collections.
    pub models: Vec<ModelOf>,
    /// The orders of the records.
    pub orders: Ordered,
    /// Who refers to whom, and under which names.
    pub referring: Option<(BackReferenceFields, Arc<BackReferences>)>,
}

/// The model of a collection, told by its file: records of another model have other fields, and of another kind other duties.
#[derive(Debug, Clone)]
pub struct ModelOf {
    source: Arc<Source>,
    kind: CollectionKind,
}

impl From<&Collection> for ModelOf {
    fn from(collection: &Collection) -> Self {
        ModelOf { source: collection.source.clone(), kind: collection.kind }
    }
}

impl PartialEq for ModelOf {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.source, &other.source) && self.kind == other.kind
    }
}

/// Positions of the records of every collection, in order, per language.
pub type Ordered = List<CollectionIx, List<LanguageIx, Arc<[u32]>>>;

/// A record that is another than it was.
#[derive(Clone, Copy)]
pub struct Changed<'k> {
    /// As it was.
    pub before: &'k LinkedRecord,
    /// As it is.
    pub now: &'k LinkedRecord,
}

/// So many records that changed are looked at one by one; where there are more, nothing of all records is taken over.
const MOST: usize = 64;

/// A text of a field in a language: what it is compared by, and itself.
pub type Compared = (LanguageIx, String, String);

impl Kept {
    /// The records that are others than they were; `None`: records came or went, or these are many.
    pub fn changed<'k>(&'k self, records: &'k List<CollectionIx, Vec<Arc<LinkedRecord>>>) -> Option<Vec<Changed<'k>>> {
        let mut changed = Vec::new();
        for (at, now) in records.entries() {
            let before = self.found.get(at).filter(|before| before.count() == now.len())?;
            let pairs = before.records().zip(now).filter(|(before, now)| !Arc::ptr_eq(before, now));
            changed.extend(pairs.map(|(before, now)| Changed { before, now }).take(MOST + 1));
        }
        (changed.len() <= MOST).then_some(changed)
    }

    /// A record as it was connected, if it says the same and refers to the same.
    pub fn record(
        &self,
        at: RecordIx,
        record: &Arc<Record>,
        targets: &[Option<RecordIx>],
    ) -> Option<&Arc<LinkedRecord>> {
        let known = self.found.get(at.collection)?.record(at.record)?;
        (Arc::ptr_eq(&known.record, record) && *known.targets == *targets).then_some(known)
    }
}
