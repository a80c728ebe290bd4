//! A published value: what the record of publications and corrections say of a number, in words both can be read from.

use std::fmt;

use crate::figures::{Amount, Basis};
use crate::model::date::{Date, Day};
use crate::model::number::Number;
use crate::model::value::{Bound, Missing, Status, Word, word_of};

/// Which value of which figure. Ordered by figure, group and date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ValueKey {
    /// Id of the figure.
    pub figure: Box<str>,
    /// Id of the group; `None`: the whole.
    pub group: Option<Box<str>>,
    /// From when, or of when, it is.
    pub on: When,
}

/// The date of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// It was so on every day: nothing that decides about it has a date.
    Always,
    /// A date as it was written or computed.
    On(Date),
}

/// A value as it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedValue {
    /// Where it comes from.
    pub basis: Basis,
    /// What it says.
    pub value: FigureValue,
    /// How firm it was. A change of it alone is not another value.
    pub status: Option<Status>,
}

/// What a figure is on a date: a number, perhaps bounded, or why there is none. As text `at-least 22` or `not-available`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureValue {
    /// A number, with what it bounds.
    Number(Number, Option<Bound>),
    /// That there is none, and why.
    Missing(Missing),
}

impl When {
    /// Parses `always`, or a date whose time, if it has one, stands behind a `T`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "always" { Some(When::Always) } else { Date::parse(text).map(When::On) }
    }

    /// The first day it covers.
    pub fn first(self) -> Day {
        match self {
            When::Always => Day::new(1, 1, 1),
            When::On(date) => date.first(),
        }
    }

    /// The last day it covers.
    pub fn last(self) -> Day {
        match self {
            When::Always => Day::new(1, 1, 1),
            When::On(date) => date.last(),
        }
    }
}

impl FigureValue {
    /// What an amount says; `None` when it says nothing at all.
    pub fn of(amount: &Amount) -> Option<Self> {
        let number = amount.number.clone().map(|number| FigureValue::Number(number, amount.bound));
        number.or(amount.missing.map(FigureValue::Missing))
    }

    /// Parses `22`, `more-than 600` (or `more than 600`), `not-available`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(missing) = Missing::from_word(text) {
            return Some(FigureValue::Missing(missing));
        }
        let (words, number) = text.rsplit_once(' ').unwrap_or(("", text));
        let bound = match words.trim() {
            "" => None,
            words => Some(Bound::from_word(&words.replace(' ', "-"))?),
        };
        Some(FigureValue::Number(Number::parse(number)?, bound))
    }

    /// Whether both say the same, however the number is spelled.
    pub fn equals(&self, other: &Self) -> bool {
        match (self, other) {
            (FigureValue::Number(number, bound), FigureValue::Number(other, other_bound)) => {
                number == other && bound == other_bound
            }
            (FigureValue::Missing(missing), FigureValue::Missing(other)) => missing == other,
            _ => false,
        }
    }
}

/// Whether two values, or the absence of both, say the same.
pub fn same(one: Option<&FigureValue>, other: Option<&FigureValue>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.equals(other),
        (None, None) => true,
        _ => false,
    }
}

/// A value in words for people: `22`, `more than 600`, `nothing`.
pub fn words(value: Option<&FigureValue>) -> String {
    match value {
        None => "nothing".to_owned(),
        Some(FigureValue::Missing(missing)) => format!("“{}”", word_of(*missing).replace('-', " ")),
        Some(FigureValue::Number(number, bound)) => {
            let bound = bound.map(|bound| format!("{} ", word_of(bound).replace('-', " ")));
            format!("{}{}", bound.unwrap_or_default(), number)
        }
    }
}

/// The word of a basis.
pub fn basis_word(basis: Basis) -> &'static str {
    match basis {
        Basis::Computed => "computed",
        Basis::Reported => "reported",
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Always => f.write_str("always"),
            When::On(date) => f.write_str(&date.to_string().replace(' ', "T")),
        }
    }
}

impl fmt::Display for FigureValue {
    /// As the record of publications writes it, and [`FigureValue::parse`] reads it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FigureValue::Missing(missing) => f.write_str(word_of(*missing)),
            FigureValue::Number(number, None) => number.fmt(f),
            FigureValue::Number(number, Some(bound)) => write!(f, "{} {}", word_of(*bound), number),
        }
    }
}
