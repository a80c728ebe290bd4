//! What was read of a site, kept as long as the files are the same that it was read from: a preview reads a site after every
//! save, of which most stays as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Config, Languages};
use crate::diagnostics::Diagnostic;
use crate::model::field::Collection;
use crate::model::reader::declared::{self, Declared};
use crate::model::reader::labels;
use crate::model::reader::layout::{self, CollectionFiles, RecordFiles};
use crate::model::reader::reading::Reading;
use crate::model::reader::record;
use crate::model::record::Record;
use crate::parse::Files;
use crate::position::TOGETHER;

/// What was read of a site.
#[derive(Default)]
pub struct Kept {
    layout: Option<Arc<Layout>>,
    declared: Option<(Vec<Model>, Arc<Declared>)>,
    records: BTreeMap<Box<str>, Vec<ReadRecord>>,
    /// The files that changed since all this was read.
    changed: BTreeSet<Arc<str>>,
    /// How often something that was read came to say something else.
    edition: u64,
}

/// The id of a collection, and the file that says what it is.
type Model = (Box<str>, Option<Arc<str>>);

/// Which files belong together.
pub struct Layout {
    collections: BTreeMap<Box<str>, CollectionFiles>,
    /// What is wrong with that.
    pub findings: Vec<Diagnostic>,
}

/// A record that was read from its files.
#[derive(Clone)]
pub struct ReadRecord {
    files: Arc<RecordFiles>,
    /// It; `None`: none of its files can be read.
    pub record: Option<Arc<Record>>,
    /// What is wrong with it.
    pub findings: Arc<[Diagnostic]>,
}

impl ReadRecord {
    fn says_the_same(&self, other: &Self) -> bool {
        match (&self.record, &other.record) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl Layout {
    /// The files of each record of a collection, by id.
    pub fn records(&self, collection: &str) -> Option<&[Arc<RecordFiles>]> {
        self.collections.get(collection).map(|files| files.records.as_slice())
    }

    fn models(&self) -> Vec<Model> {
        self.collections.iter().map(|(id, files)| (id.clone(), files.model.clone())).collect()
    }
}

impl Kept {
    /// A number that stays as long as records and what collections declare say the same.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// Notes that files are others than those that were read.
    pub fn changed(&mut self, paths: &BTreeSet<Arc<str>>) {
        self.changed.extend(paths.iter().cloned());
    }

    /// Notes that there may be files that were not there, or none that were.
    pub fn moved(&mut self) {
        self.layout = None;
    }

    /// Which files belong together.
    pub fn layout(&mut self, paths: &[Arc<str>], languages: &Languages) -> Arc<Layout> {
        if let Some(layout) = &self.layout {
            return layout.clone();
        }
        let mut findings = Vec::new();
        let collections = layout::collections(paths, languages, &mut findings);
        let layout = Arc::new(Layout { collections, findings });
        self.layout = Some(layout.clone());
        layout
    }

    /// What the collections declare.
    pub fn declared(&mut self, layout: &Layout, files: &dyn Files, config: &Config) -> Arc<Declared> {
        let models = layout.models();
        let is_changed = |(_, path): &Model| path.as_ref().is_some_and(|path| self.changed.contains(path));
        let has_other_labels = self.changed.iter().any(|path| path.starts_with(labels::FOLDER));
        // What collections declare depends on which there are, too.
        if let Some((known, declared)) = &self.declared
            && *known == models
            && !models.iter().any(is_changed)
            && !has_other_labels
        {
            return declared.clone();
        }
        // Records are read by what is declared.
        self.records.clear();
        self.edition += 1;
        let collections = layout.collections.iter().map(|(id, files)| (&**id, files));
        let declared = Arc::new(declared::read(collections, files, config));
        self.declared = Some((models, declared.clone()));
        declared
    }

    /// The records of a collection by their files, of which those are read that changed.
    pub fn records(&mut self, files: &[Arc<RecordFiles>], collection: &Collection, reading: Reading) -> &[ReadRecord] {
        let before = self.records.remove(&*collection.id).unwrap_or_default();
        let folder = format!("content/{}/", collection.id);
        let is_touched = self.changed.iter().any(|path| path.starts_with(&folder));
        let is_same = before.len() == files.len()
            && !is_touched
            && before.iter().zip(files).all(|(read, files)| Arc::ptr_eq(&read.files, files));
        let read = match is_same {
            true => before,
            false => {
                let read = self.read_anew((&before, files), collection, reading);
                let is_equal = |(one, other): (&ReadRecord, &ReadRecord)| one.says_the_same(other);
                let is_equal = before.len() == read.len() && before.iter().zip(&read).all(is_equal);
                self.edition += u64::from(!is_equal);
                read
            }
        };
        self.records.entry(collection.id.as_ref().into()).or_insert(read)
    }

    fn read_anew(
        &self,
        (before, files): (&[ReadRecord], &[Arc<RecordFiles>]),
        collection: &Collection,
        reading: Reading,
    ) -> Vec<ReadRecord> {
        let of_before = |wanted: &RecordFiles| {
            let at = before.binary_search_by(|read| read.files.id.cmp(&wanted.id)).ok()?;
            Some(&before[at]).filter(|read| *read.files == *wanted)
        };
        let read = |files: &Arc<RecordFiles>| {
            let before = of_before(files);
            if let Some(read) = before.filter(|_| !files.paths().any(|path| self.changed.contains(path))) {
                return ReadRecord { files: files.clone(), ..read.clone() };
            }
            let (record, findings) = record::record(files, collection, reading);
            // Who only edits prose changes nothing that a record says: what was made of it stays.
            let same = before.and_then(|read| read.record.clone()).filter(|before| record.as_ref() == Some(before));
            ReadRecord { files: files.clone(), record: same.or(record.map(Arc::new)), findings: findings.into() }
        };
        files.par_iter().with_max_len(TOGETHER).map(read).collect()
    }

    /// Notes that all was read.
    pub fn is_up_to_date(&mut self) {
        self.changed.clear();
    }
}
