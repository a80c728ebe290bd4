//! What a run gives back, beside the files that it hands on.

use crate::figures::completeness::Completeness;
use crate::link::Site;
use crate::model::date::Day;
use crate::position::{CollectionIx, List};
use crate::publication::Publication;
use crate::publication::compare::Changes;
use crate::publication::draft::Draft;
use crate::publication::lock::Lock;

/// What a run did, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files of the site that were looked at.
    pub files: usize,
    /// Records that the public sees.
    pub records: usize,
    /// Pages that were rendered.
    pub pages: usize,
    /// Facts that no source states.
    pub unsourced: usize,
    /// The next day on which a record appears or goes; `None`: none will.
    pub next_change: Option<Day>,
}

impl Summary {
    /// Counts the records and what their facts lack.
    pub fn count(&mut self, site: &Site, completeness: &List<CollectionIx, Completeness>) {
        self.records = site.records.iter().map(Vec::len).sum();
        self.unsourced = completeness.iter().map(|collection| collection.unsourced).sum();
        self.next_change = site.next_change;
    }
}

/// What a publication would record, beside the numbers of its run.
#[derive(Debug, Default)]
pub struct Published {
    /// What the run did.
    pub summary: Summary,
    /// What differs from the last publication; `None`: there was none, or the site is not sound enough to compare.
    pub changes: Option<Changes>,
    /// The record of this one; `None` when the site is not sound enough to plan its pages.
    pub record: Option<Lock>,
    /// Files of corrections that are missing, to be completed by whoever knows why something changed.
    pub drafts: Vec<Draft>,
}

impl Published {
    /// Takes out of what is known of publications what pages do not ask of it.
    pub fn taken(publication: &mut Publication) -> Self {
        Published {
            summary: Summary::default(),
            changes: publication.changes.take(),
            record: publication.next.take(),
            drafts: std::mem::take(&mut publication.drafts),
        }
    }
}
