//! Something of each record of a collection, kept as long as the record is the same: connected records are, as long as they say
//! and refer to the same and stand at the same position.

use std::sync::Arc;

use rayon::prelude::*;

use crate::link::record::LinkedRecord;
use crate::position::TOGETHER;

/// Something of each record of a collection.
pub struct Each<T>(Vec<(Arc<LinkedRecord>, T)>);

impl<T> Default for Each<T> {
    fn default() -> Self {
        Each(Vec::new())
    }
}

impl<T: Clone + Send + Sync> Each<T> {
    /// The record at a position, as it was.
    pub fn record(&self, position: u32) -> Option<&Arc<LinkedRecord>> {
        self.0.get(position as usize).map(|(linked, _)| linked)
    }

    /// The same of these records: what is known of those that are the same, and what `make` makes of the others, side by side.
    pub fn renewed(&self, records: &[Arc<LinkedRecord>], make: impl Fn(&LinkedRecord) -> T + Sync) -> Self {
        let of_record = |(at, linked): (usize, &Arc<LinkedRecord>)| {
            let known = self.0.get(at).filter(|(known, _)| Arc::ptr_eq(known, linked));
            (linked.clone(), known.map_or_else(|| make(linked), |(_, of)| of.clone()))
        };
        Each(records.par_iter().with_max_len(TOGETHER).enumerate().map(of_record).collect())
    }

    /// How many records there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The records, as they were.
    pub fn records(&self) -> impl Iterator<Item = &Arc<LinkedRecord>> {
        self.0.iter().map(|(linked, _)| linked)
    }

    /// Each record with what is of it.
    pub fn iter(&self) -> impl Iterator<Item = (&LinkedRecord, &T)> {
        self.0.iter().map(|(linked, of)| (&**linked, of))
    }
}
