//! Output: a file of the site, with what it was made of, and where files go.

use std::sync::Arc;

use crate::link::RecordIx;
use crate::model::position::CollectionIx;

/// A file of the output.
pub struct OutputFile {
    /// Path below the output, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What it was made of, sorted; empty for files that are not made by templates.
    pub reads: Vec<Read>,
}

/// Where files go. It keeps its own errors, so that rendering need not stop for them.
pub trait Sink: Sync {
    /// Takes a file. Called from several threads, each path once.
    fn put(&self, file: OutputFile);
}

/// Something that a page was made of beside its own record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Read {
    /// A record, in the language of the page.
    Record(RecordIx),
    /// The list of records of a collection.
    Collection(CollectionIx),
    /// A message.
    Message(Arc<str>),
    /// A static file of the theme.
    Asset(Arc<str>),
}
