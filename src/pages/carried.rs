//! What pages were made of before and are made of still: views and rows whose reads say the same in two reports of one site, of
//! which some records differ. What one is not sure of counts as another.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::link::record::LinkedRecord;
use crate::model::builtin::SOURCES;
use crate::pictures::boundaries;
use crate::position::{CollectionIx, List, RecordIx};
use crate::report::Report;
use crate::report::recorder::Note;

/// What is the same in two reports.
pub struct Same {
    /// Records that say the same.
    records: List<CollectionIx, Vec<bool>>,
    /// Collections whose records all say the same, in the same order.
    collections: List<CollectionIx, bool>,
    /// Whether sources are cited as before.
    citations: bool,
    /// Records to which others refer that differ.
    referred: BTreeSet<RecordIx>,
    /// Whether neither knows of a publication.
    is_unpublished: bool,
    /// Whether there are no figures.
    has_no_figures: bool,
}

impl Same {
    /// What is the same in a report and in a later one with the same settings and theme; `None`: positions or addresses differ.
    pub fn of(before: &Report, now: &Report) -> Option<Self> {
        let is_comparable = before.site.has_same_names(&now.site)
            && before.plan.addresses.is_same(&now.plan.addresses)
            && before.images == now.images
            && boundaries::are_same(&before.boundaries, &now.boundaries)
            && Arc::ptr_eq(&before.locales, &now.locales);
        if !is_comparable {
            return None;
        }
        let is_same = |(one, other): (&Arc<LinkedRecord>, &Arc<LinkedRecord>)| Arc::ptr_eq(one, other);
        let of_collection = |(one, other): (&Vec<Arc<LinkedRecord>>, &Vec<Arc<LinkedRecord>>)| -> Vec<bool> {
            one.iter().zip(other).map(is_same).collect()
        };
        let records: List<CollectionIx, Vec<bool>> =
            before.site.records.iter().zip(&now.site.records).map(of_collection).collect();
        let is_whole = |(at, same): (CollectionIx, &Vec<bool>)| {
            same.iter().all(|same| *same) && before.site.has_same_order(&now.site, at)
        };
        let collections: List<CollectionIx, bool> = records.entries().map(is_whole).collect();
        let differing = records.entries().flat_map(|(at, same)| {
            let others = same.iter().enumerate().filter(|(_, same)| !**same);
            others.map(move |(record, _)| RecordIx { collection: at, record: record as u32 })
        });
        let targets = |record: RecordIx| {
            let both = [before, now].map(|report| report.site.get(record).targets.iter().flatten().copied());
            both.into_iter().flatten().collect::<Vec<_>>()
        };
        let referred = differing.flat_map(targets).collect();
        let citations = now.site.collection_named(SOURCES).is_none_or(|at| collections[at]);
        let has_no_figures = [before, now].iter().all(|report| report.figures.iter().next().is_none());
        let is_unpublished = before.publication.is_nothing() && now.publication.is_nothing();
        Some(Same { records, collections, citations, referred, is_unpublished, has_no_figures })
    }

    /// Whether a record says the same.
    pub fn record(&self, at: RecordIx) -> bool {
        self.records[at.collection][at.record as usize]
    }

    /// Whether all that something had read says the same.
    pub fn all(&self, reads: &[Note]) -> bool {
        reads.iter().all(|read| self.read(read))
    }

    fn read(&self, read: &Note) -> bool {
        match read {
            Note::Record(record) => self.record(*record),
            Note::Records(collection) => self.collections[*collection],
            Note::Citation(_) => self.citations,
            Note::Referrers(record) => !self.referred.contains(record),
            Note::Counting(_) => self.has_no_figures,
            Note::Publication => self.is_unpublished,
            // They change with what is not known before they are asked for.
            Note::Figure(_) | Note::Size(_) => false,
            // Who makes it again finds it again; pages are never carried.
            Note::Finding | Note::Planned(_) => false,
            // Names, declarations, messages, templates, images and borders are the same.
            Note::Absent(_)
            | Note::Members(_)
            | Note::Model(_)
            | Note::Message(..)
            | Note::NoMessage(..)
            | Note::Formats(_)
            | Note::Template(_)
            | Note::Asset(_)
            | Note::File(_) => true,
        }
    }
}
