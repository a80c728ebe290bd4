//! How a figure is computed: what is counted, of what, under which conditions, by what.

use crate::config::Localized;
use crate::figures::condition::Test;
use crate::figures::path::{End, Path};
use crate::model::value::Word;
use crate::position::{BackReferenceIx, CollectionIx};

/// How a figure is computed: `count: centers` with `where`, `by` and `over`.
#[derive(Debug, Clone)]
pub struct Formula {
    /// What is done with the records: `count`, `sum`.
    pub aggregate: Aggregate,
    /// The collection whose records are counted or asked.
    pub collection: CollectionIx,
    /// Where the number is that is summed; `None` for `count`, `share` and `coverage`.
    pub measure: Option<Path>,
    /// What must hold of a record.
    pub tests: Vec<Test>,
    /// What the records are grouped by; `None`: by nothing.
    pub by: Option<By>,
    /// The periods it is followed through; `None`: every change.
    pub over: Option<Over>,
}

impl Formula {
    /// The collection whose records have a value of their own, or one of the groups they are put into: what a map can show.
    /// `None`: there is none such.
    pub fn places(&self) -> Option<CollectionIx> {
        match self.by.as_ref()? {
            By::Path(Path { end: End::Reference(to), .. }) => *to,
            By::Path(Path { end: End::Record, .. }) | By::Best { .. } => Some(self.collection),
            By::Path(_) => None,
        }
    }
}

/// What is done with the records of a collection; the words are `count`, `sum`, `average` and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregate {
    /// How many records.
    Count,
    /// The sum of a number.
    Sum,
    /// The mean of a number.
    Average,
    /// The least value of a number.
    Minimum,
    /// The greatest value of a number.
    Maximum,
    /// Matching records of all, in percent.
    Share,
    /// Records that others cover, by the best option of these.
    Coverage,
}

/// What records are grouped by.
#[derive(Debug, Clone)]
pub enum By {
    /// A value of the record.
    Path(Path),
    /// The first option, in declared order, that one of the referring records has.
    Best {
        /// The back-reference.
        back: BackReferenceIx,
        /// The choice of the referring record.
        path: Path,
        /// What the referring records are called.
        label: Localized,
    },
}

/// Periods of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Calendar years: `over: year`.
    Year,
    /// Quarters of a year.
    Quarter,
    /// Calendar months: `over: month`.
    Month,
}

/// Against what a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The value before it.
    Previous,
    /// The value a year earlier.
    Year,
    /// None: the values are counted in different ways, so that nothing is said of how they run.
    Nothing,
}

impl Word for Aggregate {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("count", Aggregate::Count),
        ("sum", Aggregate::Sum),
        ("average", Aggregate::Average),
        ("minimum", Aggregate::Minimum),
        ("maximum", Aggregate::Maximum),
        ("share", Aggregate::Share),
        ("coverage", Aggregate::Coverage),
    ];
}

impl Word for Over {
    const WORDS: &'static [(&'static str, Self)] =
        &[("year", Over::Year), ("quarter", Over::Quarter), ("month", Over::Month)];
}

impl Word for Change {
    const WORDS: &'static [(&'static str, Self)] =
        &[("previous", Change::Previous), ("year", Change::Year), ("none", Change::Nothing)];
}
