//! Output: a file of the site, with what it was made of, and where files go.

pub mod packed;

use std::sync::Arc;

use crate::diagnostics::Diagnostic;
use crate::images::picture::Order;
use crate::output::packed::Packed;
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
pub struct Reads<'r>(Arc<dyn Noted + 'r>);

/// What something noted while a file was made.
pub trait Noted: Send + Sync {
    /// It, in any order.
    fn named(&self) -> Vec<Read>;

    /// The same by numbers.
    fn numbers(&self) -> Numbers;
}

impl<'r> Reads<'r> {
    /// What somebody noted.
    pub fn new(noted: impl Noted + 'r) -> Self {
        Reads(Arc::new(noted))
    }

    /// All of it: sorted, each once, the same with any number of threads.
    pub fn named(&self) -> Vec<Read> {
        let mut reads = self.0.named();
        // Most of it stands in order already.
        reads.sort();
        reads.dedup();
        reads
    }

    /// All of it by numbers, which hold for this build: [`States`] gives them names.
    pub fn numbers(&self) -> Numbers {
        self.0.numbers()
    }
}

impl Noted for () {
    fn named(&self) -> Vec<Read> {
        Vec::new()
    }

    fn numbers(&self) -> Numbers {
        Numbers::default()
    }
}

impl Default for Reads<'_> {
    fn default() -> Self {
        Reads::new(())
    }
}

/// What a file was made of, by numbers, each once: single reads, and groups of them that many files have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Numbers of reads.
    pub single: Packed,
    /// Numbers of groups.
    pub groups: Packed,
}

/// What something that files read comes to, as a hash: as long as it comes to the same, whatever was made of it is. The same
/// program gives the same hash of the same; another may give another.
pub type State = u64;

/// What everything that files read comes to in a build, by names that hold from one build to the next.
pub trait States: Sync {
    /// What all files are made of, whatever else they read: the settings, what is asked for.
    fn common(&self) -> State;

    /// What something comes to that has a name; `None`: it is gone, or nobody can tell that it is the same.
    fn state(&self, name: &str) -> Option<State>;

    /// The name of what has a number in this build.
    fn name(&self, number: u32) -> String;

    /// The numbers of what is in a group.
    fn of_group(&self, group: u32) -> Packed;
}

/// The path of a file that is there already, and how long it is.
pub type Had = (String, u64);

/// Where files go. It keeps its own errors, so that rendering need not stop for them.
pub trait Sink: Sync {
    /// Takes a file. Called from several threads, each path once.
    fn put(&self, file: OutputFile);

    /// The length of a file that it has as it would be made now, since what it was made of comes to the same; `None`: the file
    /// is to be made. Who does not put a file that is said to be there makes it part of the output nonetheless.
    fn has(&self, _path: &str, _states: &dyn States) -> Option<u64> {
        None
    }

    /// The same of all files of an earlier build that are in a folder, with what it knows of them, if all of them are `planned`;
    /// `None`: they are to be made.
    fn has_all(&self, _folder: &str, _planned: &dyn Fn(&str) -> bool, _states: &dyn States) -> Option<Vec<Had>> {
        None
    }

    /// Whether the process is about to end: then nobody need take apart what was made for it.
    fn is_last(&self) -> bool {
        false
    }

    /// Is told that every file was put, or said to be there.
    fn end(&self, _states: &dyn States) {}

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
