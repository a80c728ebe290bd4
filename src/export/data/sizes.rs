//! How long the data files are. Pages say it beside their links, so it is known before they are made; the bytes are not kept.

use std::collections::BTreeMap;

use crate::plan::data_files::{DataFile, Format, Part};
use crate::position::RecordIx;

/// Bytes of each data file that was written.
#[derive(Debug, Default)]
pub struct Sizes {
    /// By path.
    files: BTreeMap<String, u64>,
    /// Of the files of a record by itself, of which there may be many.
    records: BTreeMap<RecordIx, OfRecord>,
}

/// Bytes of the files of a record by itself.
#[derive(Debug, Clone, Copy)]
pub struct OfRecord {
    /// As CSV.
    pub csv: u64,
    /// As JSON.
    pub json: u64,
}

impl Sizes {
    /// Bytes of a data file; `None`: it was not written.
    pub fn of(&self, file: &DataFile) -> Option<u64> {
        let Part::Record(record) = file.part else { return self.of_path(&file.path) };
        let of_record = self.records.get(&record)?;
        Some(if file.format == Format::Csv { of_record.csv } else { of_record.json })
    }

    /// Whether a data file was written: a table of more rows than a workbook can hold has none, and a small site no archive.
    pub fn has(&self, file: &DataFile) -> bool {
        self.of(file).is_some()
    }

    /// Bytes of a file that is not of a single record.
    pub fn of_path(&self, path: &str) -> Option<u64> {
        self.files.get(path).copied()
    }

    /// Adds files that were written.
    pub fn add(&mut self, files: impl IntoIterator<Item = Written>) {
        self.files.extend(files.into_iter().map(|file| (file.path, file.bytes)));
    }

    /// Adds the files of records by themselves.
    pub fn add_records(&mut self, records: impl IntoIterator<Item = (RecordIx, OfRecord)>) {
        self.records.extend(records);
    }
}

/// A file that was handed on.
pub struct Written {
    /// Its path below the output.
    pub path: String,
    /// How long it is.
    pub bytes: u64,
}
