//! Conditions on records, as `where:` states them. Whether a record meets one on a day, `compute/snapshot.rs` says.
//!
//! A condition is read as “there is a linked record or item for which all of this holds”. What is not known meets no
//! condition but `{missing: …}`: a center whose level nobody states is neither national nor not national.

use crate::config::Localized;
use crate::model::date::Date;
use crate::model::number::Number;
use crate::model::value::Missing;
use crate::position::{BackReferenceIx, FieldIx, OptionIx, RecordIx};

/// Something that must hold of one field, or of the records that refer here by one name: `level: provincial`.
#[derive(Debug, Clone)]
pub struct Test {
    /// Where to look.
    pub at: At,
    /// What must be there.
    pub is: Check,
    /// The field's name for readers.
    pub label: Localized,
}

/// Where a test looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// A field of the record or of a group, by position.
    Field(FieldIx),
    /// A back-reference, by position among those of the collection.
    Back(BackReferenceIx),
    /// The record itself: which one it is.
    Itself,
    /// The group by which a back-reference refers here: an item of this field of the referring record.
    Item(FieldIx),
}

/// What must hold of a value.
#[derive(Debug, Clone)]
pub enum Check {
    /// The value is one of several: `[pilot, recognized]`.
    OneOf(Vec<Plain>),
    /// It lies between two limits, both included: `{min: 10, max: 11}`.
    Range {
        /// The least; `None`: no limit.
        min: Option<Plain>,
        /// The greatest; `None`: no limit.
        max: Option<Plain>,
    },
    /// No value is given, for this reason; `None`: for any. `{missing: confidential}`.
    Missing(Option<Missing>),
    /// The value is known, and the inner check fails: `{not: national}`.
    Not(Box<Check>),
    /// The linked record or the group passes all of these: `{region: east, name: Yantai}`.
    All(Vec<Test>),
}

impl Check {
    /// The tests on linked records or groups in it, be they denied or not.
    pub fn inner_tests(&self) -> &[Test] {
        match self {
            Check::All(tests) => tests,
            Check::Not(inner) => inner.inner_tests(),
            Check::OneOf(_) | Check::Range { .. } | Check::Missing(_) => &[],
        }
    }
}

/// A value to compare with, with its words for readers.
#[derive(Debug, Clone)]
pub enum Plain {
    /// An option of a choice, with its label.
    Option(OptionIx, Localized),
    /// The record that a reference leads to.
    Record(RecordIx),
    /// A text that is the same in every language, or a language tag.
    Text(Box<str>),
    /// A number, whatever its decimals.
    Number(Number),
    /// Any day of this date.
    Date(Date),
    /// True or false.
    Boolean(bool),
}
