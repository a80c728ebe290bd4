//! What connecting records came to, kept as long as each and all that it rests on is the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::Diagnostic;
use crate::link::each::Each;
use crate::link::record::LinkedRecord;
use crate::link::resolve::dates::SourceDates;
use crate::model::record::Record;
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
}

/// A text of a field in a language: what it is compared by, and itself.
pub type Compared = (LanguageIx, String, String);

impl Kept {
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
