//! A change that an edition made, as readers are told of it.

use crate::model::value::{Status, Word};
use crate::position::{LanguageIx, RecordIx};
use crate::publication::correction::Said;
use crate::publication::fact::FactDate;
use crate::publication::told::Key;

/// A kind of change, in the order in which readers are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What was published is not so: a correction tells of it.
    Correction,
    /// A record that was not published before.
    New,
    /// A step that was not published before.
    Stage,
    /// A value that was not published before.
    Value,
    /// The same value, firmer or less firm.
    Certainty,
    /// An old address leads to the record now.
    Moved,
    /// A record that is not published any more.
    Gone,
}

impl Word for Kind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("correction", Kind::Correction),
        ("new", Kind::New),
        ("stage", Kind::Stage),
        ("value", Kind::Value),
        ("certainty", Kind::Certainty),
        ("moved", Kind::Moved),
        ("gone", Kind::Gone),
    ];
}

/// What an edition changed of one thing.
#[derive(Debug)]
pub struct Item {
    /// Which kind of change it is.
    pub kind: Kind,
    /// Whose it is.
    pub of: Of,
    /// What changed.
    pub what: What,
}

/// Whose change it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// A record of the site.
    Record(RecordIx),
    /// One that is gone, by its key.
    Key(Box<str>),
}

/// What changed.
#[derive(Debug)]
pub enum What {
    /// The record as a whole.
    Whole,
    /// What is said at one date.
    Stated {
        /// Which fact or value.
        key: Key,
        /// What is said.
        now: Stated,
        /// What was published before; `None`: nothing.
        was: Option<(Was, Stated)>,
    },
    /// What a correction tells of the record.
    Corrected {
        /// The record of the correction.
        correction: RecordIx,
        /// How many values of the record it tells of. Of one, `was` and `now` stand in its account.
        count: usize,
    },
    /// An old address of the record.
    Address {
        /// Its path below the site.
        from: Box<str>,
        /// The language of the page that it leads to.
        language: LanguageIx,
    },
}

/// What is said of a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    /// The date as it is written.
    pub on: FactDate,
    /// What is said.
    pub said: Said,
    /// How firm it is; `None`: final.
    pub status: Option<Status>,
}

/// In which way something was published before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Was {
    /// It is what held before, and still stands.
    Before,
    /// There was no value, and the reason why.
    Missing,
    /// The same value at a coarser date.
    Coarser,
    /// The same value, firmer or less firm.
    Firm,
}
