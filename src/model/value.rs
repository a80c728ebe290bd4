//! Values of facts, as the content model typed them.

use std::sync::Arc;

use crate::config::Localized;
use crate::model::date::Date;
use crate::model::effective::EffectiveDate;
use crate::model::field::Field;
use crate::model::number::Number;
use crate::parse::Span;
use crate::parse::yaml::Node;
use crate::position::{FieldIx, List, OptionIx};

/// A typed value.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Value {
    /// Text that is the same in every language; also `url`, `email` and `file`.
    Text(Arc<str>),
    /// Text of a translated field.
    Localized(Localized),
    /// `integer` or `decimal`.
    Number(Number),
    /// A date at its precision.
    Date(Date),
    /// True or false.
    Boolean(bool),
    /// The position of an option.
    Choice(OptionIx),
    /// A language tag.
    Language(Arc<str>),
    /// The position in the record's [`references`](crate::model::record::Record::references).
    Reference(u32),
    /// An image in the record's folder.
    Image(Box<Image>),
    /// Degrees, WGS 84.
    Location(Box<Location>),
    /// Items, each a fact of its own.
    List(Vec<Fact>),
    /// One fact per field of the group, in the order of the model; `None` where nothing is written.
    Group(List<FieldIx, Option<Fact>>),
    /// YAML as it is written, which the stage `figures` reads: a part of a definition (`count: parks`), or the name of a fact.
    Raw(Arc<Node>),
}

/// An image with what a reader who cannot see it is told.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Image {
    /// File name in the record's folder.
    pub file: Arc<str>,
    /// Where the file is named.
    pub file_span: Span,
    /// What it shows, per language, for those who do not see it.
    pub alt: Localized,
    /// What stands below it, per language; `None` when nothing does.
    pub caption: Option<Box<Localized>>,
    /// Who made it; `None` when nothing is said.
    pub credit: Option<Arc<str>>,
}

/// A place on earth. Degrees as they were written, WGS 84.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Location {
    /// North is positive, -90 to 90.
    pub latitude: Number,
    /// East is positive, -180 to 180.
    pub longitude: Number,
}

/// Why there is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(clap::ValueEnum))]
pub enum Missing {
    /// No source was found.
    NotAvailable,
    /// The question does not arise.
    NotApplicable,
    /// Known, and withheld.
    Confidential,
    /// Nobody can know it yet, such as the result of next year.
    NotYet,
}

/// How firm a value is: the greater, the farther from final.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(test, derive(clap::ValueEnum))]
pub enum Status {
    /// Nobody expects that it will change.
    #[default]
    Final,
    /// Replaces an earlier value.
    Revised,
    /// Its source says that it may change.
    Provisional,
    /// Estimated by its source.
    Estimated,
    /// We conclude it; no source says so.
    Inferred,
    /// About the future.
    Forecast,
}

/// What a number bounds. Of two in one direction the stricter is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(test, derive(clap::ValueEnum))]
pub enum Bound {
    /// The true value is near it.
    About,
    /// Greater or equal.
    AtLeast,
    /// Smaller or equal.
    AtMost,
    /// The true value is smaller: “fewer than 30”.
    LessThan,
    /// The true value is greater: “more than 30”.
    MoreThan,
}

/// The words of the format for a closed list of variants.
pub trait Word: Sized + Copy + 'static {
    /// All words with what they mean.
    const WORDS: &'static [(&'static str, Self)];

    /// What a word means.
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }
}

impl Word for Missing {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("not-available", Missing::NotAvailable),
        ("not-applicable", Missing::NotApplicable),
        ("confidential", Missing::Confidential),
        ("not-yet", Missing::NotYet),
    ];
}

impl Word for Status {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("final", Status::Final),
        ("provisional", Status::Provisional),
        ("estimated", Status::Estimated),
        ("inferred", Status::Inferred),
        ("forecast", Status::Forecast),
        ("revised", Status::Revised),
    ];
}

impl Word for Bound {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("more-than", Bound::MoreThan),
        ("at-least", Bound::AtLeast),
        ("less-than", Bound::LessThan),
        ("at-most", Bound::AtMost),
        ("about", Bound::About),
    ];
}

/// The word that stands for a variant in the format.
pub fn word_of<W: Word + PartialEq>(value: W) -> &'static str {
    W::WORDS.iter().find(|(_, known)| *known == value).map_or("", |(word, _)| word)
}

/// What a fact says.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Given {
    /// The value of its field: `22`, or `{is: 22, …}`.
    Value(Value),
    /// That there is none, and why.
    Missing(Missing),
}

/// Something stated, with where it comes from. There are more of them than of anything else: what few of them have is boxed.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Fact {
    /// The value, or why there is none.
    pub given: Given,
    /// From when it counts, as it is written with it: `since` or `by`. `None`: it is timeless, or it counts from its sources'
    /// date, or nobody dates it, as [`Start`](crate::link::start::Start) tells.
    pub effective: Option<EffectiveDate>,
    /// Positions in the record's references, of the sources that state it; empty: those of what contains it.
    pub sources: Box<[u32]>,
    /// How firm it is; `None` means final.
    pub status: Option<Status>,
    /// What the number bounds; `None`: it is exact.
    pub bound: Option<Bound>,
    /// A note for readers.
    pub note: Option<Box<Localized>>,
    /// The day of the event that it reports, which is the field `date` of a group; `None`: it reports none.
    pub day: Option<Date>,
    /// Where it is written.
    pub span: Span,
}

impl Fact {
    /// A fact in its short form: a value and nothing else.
    pub fn short(value: Value, span: Span) -> Self {
        let given = Given::Value(value);
        let (effective, status, bound, note, day) = (None, None, None, None, None);
        Fact { given, effective, sources: Box::default(), status, bound, note, day, span }
    }

    /// The day from which it counts: a report as of an earlier one does not show it. `None`: it always counts.
    pub fn effective_from(&self) -> Option<EffectiveDate> {
        self.effective.or(self.day.map(EffectiveDate::Since))
    }

    /// The value; `None` when it is missing.
    pub fn value(&self) -> Option<&Value> {
        match &self.given {
            Given::Value(value) => Some(value),
            Given::Missing(_) => None,
        }
    }

    /// Why there is no value; `None` when there is one.
    pub fn missing(&self) -> Option<Missing> {
        match self.given {
            Given::Value(_) => None,
            Given::Missing(missing) => Some(missing),
        }
    }

    /// What it rests on, as positions in the record's references: its own sources, else `outer`, those of what contains
    /// it. Nobody inherits a source for what is missing, for what we conclude ourselves, or for our own words
    /// (`sourced: false`).
    pub fn rests_on<'a>(&'a self, field: &Field, outer: &'a [u32]) -> &'a [u32] {
        if self.sources.is_empty() && self.inherits(field) { outer } else { &self.sources }
    }

    /// Whether the sources of what contains it vouch for it, too.
    pub fn inherits(&self, field: &Field) -> bool {
        field.sourced && self.value().is_some() && self.status != Some(Status::Inferred)
    }

    /// Since when it holds; `None`: nothing is written, or only by when it held.
    pub fn since(&self) -> Option<Date> {
        self.effective?.since()
    }

    /// By when it held, its start being unknown; `None`: nothing is written, or since when it holds.
    pub fn by(&self) -> Option<Date> {
        self.effective?.by()
    }
}

/// What came of reading a field of a record.
#[derive(Debug, Clone, PartialEq, Hash, Default)]
pub enum Outcome {
    /// Nothing is written.
    #[default]
    Absent,
    /// Something is written that cannot be used; a finding says why, and nothing that follows from it is one more.
    Rejected,
    /// It was read.
    Read(Entry),
}

impl Outcome {
    /// What was read; `None` where nothing usable is written.
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Outcome::Read(entry) => Some(entry),
            Outcome::Absent | Outcome::Rejected => None,
        }
    }

    /// Whether nothing is written, be it usable or not.
    pub fn is_absent(&self) -> bool {
        *self == Outcome::Absent
    }

    /// Notes that what is written cannot be used. What was read stays.
    pub fn reject(&mut self) {
        if self.is_absent() {
            *self = Outcome::Rejected;
        }
    }
}

impl From<Option<Entry>> for Outcome {
    /// What is written and gave nothing usable was rejected.
    fn from(entry: Option<Entry>) -> Self {
        entry.map_or(Outcome::Rejected, Outcome::Read)
    }
}

/// What a record says about one field: one fact, or the history of a tracked field, oldest first. Never empty.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Entry {
    /// One fact, or those of each date, oldest first.
    pub history: Vec<Fact>,
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    fn each_has_a_word<W: Word + ValueEnum + PartialEq + std::fmt::Debug>() {
        for value in W::value_variants() {
            assert_eq!(W::from_word(word_of(*value)), Some(*value));
        }
    }

    #[test]
    fn every_reason_status_and_bound_has_a_word_of_its_own() {
        each_has_a_word::<Missing>();
        each_has_a_word::<Status>();
        each_has_a_word::<Bound>();
    }

    #[test]
    fn a_forecast_is_farthest_from_final() {
        assert_eq!(Status::default(), Status::Final);
        assert!(Status::value_variants().iter().all(|status| *status <= Status::Forecast && *status >= Status::Final));
        assert!(Bound::AtLeast < Bound::MoreThan && Bound::AtMost < Bound::LessThan);
    }
}
