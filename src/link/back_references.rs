//! Who refers to a record: each reference as the record at its other end sees it.

use std::sync::Arc;

use crate::position::{BackReferenceIx, CollectionIx, FieldIx, List, RecordIx};

/// A name under which records of a collection find who refers to them: parks find by `trails` which trails lead there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackReferenceField {
    /// The name: `back:` of the field, or the referring collection.
    pub name: Arc<str>,
    /// The referring collection.
    pub from: CollectionIx,
    /// The referring field.
    pub field: FieldIx,
    /// Which of the references in that field it is, in declared order.
    pub inner: usize,
}

/// Somebody who refers to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackReference {
    /// The record that refers.
    pub record: RecordIx,
    /// Position of the group that holds the reference, in the list that the field is; `None` when it is not in one.
    pub item: Option<u32>,
    /// Position of the fact that refers, in the history of the field.
    pub fact: u32,
}

/// The names of all back-references, by the collection that is referred to.
pub type BackReferenceFields = List<CollectionIx, List<BackReferenceIx, BackReferenceField>>;

/// Everybody who refers to a record.
#[derive(Debug, Default)]
pub struct BackReferences {
    /// Those who refer on the report's day.
    pub current: Referrers<(RecordIx, BackReferenceIx), BackReference>,
    /// Those who refer through a tracked field on any day up to the report's.
    pub past: Referrers<(RecordIx, BackReferenceIx), BackReference>,
    /// Records with facts that rest on a source.
    pub citing: Referrers<RecordIx, RecordIx>,
}

/// Who refers to what, in one list: sorted by what is referred to, and in it in the order of the referring collection.
#[derive(Debug)]
pub struct Referrers<T, R> {
    all: Vec<(T, R)>,
}

impl<T, R> Default for Referrers<T, R> {
    fn default() -> Self {
        Referrers { all: Vec::new() }
    }
}

impl<T: Ord + Copy, R: PartialEq> From<Vec<(T, R)>> for Referrers<T, R> {
    /// `all` in the order in which the referrers of each stand; who refers twice in a row counts once.
    fn from(mut all: Vec<(T, R)>) -> Self {
        all.sort_by_key(|(target, _)| *target);
        all.dedup();
        all.shrink_to_fit();
        Referrers { all }
    }
}

impl<T: Ord, R> Referrers<T, R> {
    /// Who refers to a target, in order.
    pub fn of(&self, target: &T) -> impl ExactSizeIterator<Item = &R> + use<'_, T, R> {
        let first = self.all.partition_point(|(other, _)| other < target);
        let count = self.all[first..].partition_point(|(other, _)| other == target);
        self.all[first..first + count].iter().map(|(_, referrer)| referrer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn referrers_stand_in_their_own_order_each_once() {
        let referrers = Referrers::from(vec![(2, 'c'), (1, 'z'), (2, 'a'), (2, 'a'), (3, 'x')]);

        assert_eq!(referrers.of(&2).collect::<String>(), "ca");
        assert_eq!(referrers.of(&4).len(), 0);
    }
}
