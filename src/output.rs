//! Output: a file of the site, with what it was made of, and where files go.

use std::sync::Arc;

use crate::diagnostics::Diagnostic;
use crate::images::picture::Order;
use crate::parse::Files;

/// A file of the output.
pub struct OutputFile<'r> {
    /// Path below the output, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What it was made of.
    pub reads: Reads<'r>,
}

/// What a file was made of. It is named when somebody asks for it: who only writes files does not.
#[derive(Clone)]
pub struct Reads<'r>(Arc<dyn Fn() -> Vec<Read> + Send + Sync + 'r>);

impl<'r> Reads<'r> {
    /// What `name` gives, in any order.
    pub fn new(name: impl Fn() -> Vec<Read> + Send + Sync + 'r) -> Self {
        Reads(Arc::new(name))
    }

    /// All of it: sorted, each once, the same with any number of threads.
    pub fn named(&self) -> Vec<Read> {
        let mut reads = (self.0)();
        // Most of it stands in order already.
        reads.sort();
        reads.dedup();
        reads
    }
}

impl Default for Reads<'_> {
    fn default() -> Self {
        Reads::new(Vec::new)
    }
}

/// Where files go. It keeps its own errors, so that rendering need not stop for them.
pub trait Sink: Sync {
    /// Takes a file. Called from several threads, each path once.
    fn put(&self, file: OutputFile);

    /// What it wants of a version of an image, each of which takes a moment to encode.
    fn wish(&self, _: &Order) -> Wish {
        Wish::Encoded
    }

    /// Is told what was encoded, before it is put.
    fn encoded(&self, _: &Order, _: &[u8]) {}

    /// Whether it keeps a part of the output to make it when somebody asks for one of its files; else the part is made now.
    fn keeps(&self, _part: &Arc<dyn Part>) -> bool {
        false
    }

    /// Whether nobody wants more files: who makes many may stop, and says nothing of those that are left.
    fn is_closed(&self) -> bool {
        false
    }
}

/// A sink that drops everything, of whoever makes a file only to know of it.
pub struct Dropped;

impl Sink for Dropped {
    fn put(&self, _: OutputFile) {}
}

/// What is wanted of a version of an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Its bytes.
    Encoded,
    /// These bytes are it: an earlier run encoded them.
    Known(Vec<u8>),
    /// To know that the image can be encoded.
    Sound,
    /// Nothing now.
    Nothing,
}

/// Files of the output that can be made by themselves, be it when all others are long there.
pub trait Part: Send + Sync {
    /// Whether a path is one of its files, as far as that can be told before they are made.
    fn may_have(&self, path: &str) -> bool;

    /// Makes all of its files; gives back what is wrong with the site.
    fn make(&self, files: &dyn Files, sink: &dyn Sink) -> Vec<Diagnostic>;

    /// Makes the file at a path; gives back what is wrong with it. `None`: all of its files are made at once.
    fn make_for(&self, _path: &str, _files: &dyn Files, _sink: &dyn Sink) -> Option<Vec<Diagnostic>> {
        None
    }

    /// What authors are told of the page at a path; `None`: there is none.
    fn about(&self, _path: &str) -> Option<About> {
        None
    }

    /// Whether nothing but its files comes of it: it finds nothing wrong, and no other file needs it.
    fn is_apart(&self) -> bool {
        false
    }
}

/// What authors are told of a page, beside what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The record that it shows, `centers/bearings`; `None`: it shows none by itself.
    pub record: Option<String>,
    /// The files of the record: its facts, its text in the language of the page.
    pub files: Vec<Arc<str>>,
    /// Why the public does not see it, in a few words; `None`: it does.
    pub withheld: Option<String>,
    /// Tags of languages in which the record has no text.
    pub untranslated: Vec<Arc<str>>,
    /// How many facts of the record no source states.
    pub unsourced: usize,
    /// By when somebody is to look at the record again, and whether that day has passed.
    pub review: Option<(String, bool)>,
}

/// Something that a file was made of, beside the settings of the site, which all are made of. It has a name that no other
/// record, message or file shifts. As long as all that a file read stays as it was, the file does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Read {
    /// What a record says, where its pages are and what they are called; not its prose.
    Record {
        /// Id of its collection.
        collection: Arc<str>,
        /// Its id.
        id: Arc<str>,
    },
    /// What a reference or link looked for and did not find, as it was written: `centers/bearings`. It may appear.
    Absent(Arc<str>),
    /// Which records there are in a collection, their order, and what each says.
    Records(Arc<str>),
    /// Which records there are in a collection.
    Members(Arc<str>),
    /// How a source is cited in a few words, which depends on those that would be cited alike; its id.
    Citation(Arc<str>),
    /// Which records refer to one, wherever they are.
    Referrers {
        /// Id of its collection.
        collection: Arc<str>,
        /// Its id.
        id: Arc<str>,
    },
    /// Which figures count a record, or take their reports from it.
    Counting {
        /// Id of its collection.
        collection: Arc<str>,
        /// Its id.
        id: Arc<str>,
    },
    /// The fields, labels and rules of a collection.
    Model(Arc<str>),
    /// The values of a figure through time and by groups; its id. They change with whatever its data file was made of.
    Figure(Arc<str>),
    /// A message in a language.
    Message {
        /// Tag of the language.
        language: Arc<str>,
        /// The key.
        key: Arc<str>,
    },
    /// A template, by its name.
    Template(Arc<str>),
    /// A static file of the theme, by its name.
    Asset(Arc<str>),
    /// The text of a file of the site, by its path: prose, borders.
    File(Arc<str>),
    /// How long a data file is, by its path. It changes with whatever that file was made of.
    Size(Arc<str>),
    /// What is recorded of earlier publications.
    Publication,
}
