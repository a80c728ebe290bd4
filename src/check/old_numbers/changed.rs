//! A number that is another one now than in the last edition.

use crate::check::numbers::amount;
use crate::check::numbers::reading::Sense;
use crate::config::Localized;
use crate::figures::Figure;
use crate::model::date::{Date, Day};
use crate::model::number::Number;
use crate::model::value::Bound;
use crate::position::RecordIx;

/// A number that is another one now.
pub struct Changed<'a> {
    /// The record whose number it is: that of the figure, or the one that says the fact.
    pub record: RecordIx,
    /// Its key: `figures/trees`.
    pub key: String,
    /// What it was, in plain digits without a sign, which texts put into words: *fell by 3 percent*.
    pub value: String,
    /// What it was.
    pub was: Number,
    /// What it is; `None`: the site does not say it any more.
    pub now: Option<(Number, Option<Bound>)>,
    /// What it measures; `None`: nobody knows any more.
    pub sense: Option<Sense>,
    /// Words of which some stand around a number that means it.
    pub labels: Vec<&'a Localized>,
    /// Its date; `None`: it has none.
    pub date: Option<Date>,
    /// The first and the last day of its date.
    pub days: (Day, Day),
    /// What says it.
    pub of: Of<'a>,
    /// Its name in a sentence of the program: `“Trees” of 2025-03`.
    pub name: String,
}

/// What says a number.
pub enum Of<'a> {
    /// A figure.
    Figure {
        /// The figure.
        figure: &'a Figure,
        /// Of one group only: its id and the record that it stands for.
        group: Option<(Box<str>, Option<RecordIx>)>,
    },
    /// A fact of a record.
    Fact {
        /// What quotes it: the whole of a field that holds on the report's day; `None`: nothing can.
        quote: Option<String>,
        /// Whether its field says nothing of a later date.
        is_latest: bool,
    },
}

/// A number in plain digits, without its sign.
pub fn plain(number: &Number) -> String {
    amount::normal(&number.magnitude().to_string())
}
