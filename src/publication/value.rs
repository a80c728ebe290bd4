//! A published value: what the record of publications and corrections say of a number or a fact, in words that both can be
//! read from. What such a text means is told by the field of the fact, here and nowhere else.

use std::fmt;

use crate::figures::{Amount, Basis};
use crate::link::Site;
use crate::link::effective::Effective;
use crate::model::date::{Date, Day};
use crate::model::field::{ChoiceOption, Field, FieldKind};
use crate::model::number::Number;
use crate::model::value::{Bound, Given, Location, Missing, Status, Value, Word, word_of};

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

/// What the text of a published fact means.
#[derive(Debug, Clone)]
pub enum FactValue<'f> {
    /// `12`, `more-than:600`.
    Number(Number, Option<Bound>),
    /// `2020-06`
    Date(Date),
    /// `provincial`, which is an option of the field.
    Choice(&'f ChoiceOption),
    /// `cities/jinan`: the key of a record, which may be there no more.
    Reference(Box<str>),
    /// `yes`, `no`
    Boolean(bool),
    /// `36.65,117.12`
    Location(Location),
    /// `missing:not-available`
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

    /// As the record of publications writes it, in one word: `22`, `more-than:600`, `missing:not-available`.
    pub fn recorded(&self) -> String {
        match self {
            FigureValue::Missing(missing) => format!("{MISSING}{}", word_of(*missing)),
            FigureValue::Number(number, None) => number.to_string(),
            FigureValue::Number(number, Some(bound)) => format!("{}:{number}", word_of(*bound)),
        }
    }

    /// Reads what [`FigureValue::recorded`] writes.
    pub fn from_record(text: &str) -> Option<Self> {
        if let Some(word) = text.strip_prefix(MISSING) {
            return Missing::from_word(word).map(FigureValue::Missing);
        }
        let (bound, number) = match text.split_once(':') {
            Some((word, number)) => (Some(Bound::from_word(word)?), number),
            None => (None, text),
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

/// The begin of a text that says why there is no value.
const MISSING: &str = "missing:";

/// What a fact says, as the record of publications has it, not escaped; `None` where its field is of no type that is
/// recorded. A number and the degrees of a place are written as in their file.
pub fn text_of(site: &Site, fact: &Effective) -> Option<String> {
    let value = match &fact.written.given {
        Given::Missing(missing) => return Some(format!("{MISSING}{}", word_of(*missing))),
        Given::Value(value) => value,
    };
    Some(match value {
        Value::Number(number) => match fact.written.bound {
            Some(bound) => format!("{}:{number}", word_of(bound)),
            None => number.to_string(),
        },
        Value::Date(date) => date.to_string().replace(' ', "T"),
        Value::Boolean(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Choice(at) => match &fact.field.kind {
            FieldKind::Choice(options) => options[*at].id.to_string(),
            _ => return None,
        },
        Value::Reference(at) => site.key(fact.linked.targets[*at as usize]?),
        Value::Location(place) => format!("{},{}", place.latitude, place.longitude),
        Value::Text(_)
        | Value::Localized(_)
        | Value::Language(_)
        | Value::Image(_)
        | Value::List(_)
        | Value::Group(_)
        | Value::Raw(_) => return None,
    })
}

impl<'f> FactValue<'f> {
    /// What a text of the record means in a field; `None` when it means nothing there, as after a change of the model.
    pub fn parse(field: &'f Field, text: &str) -> Option<Self> {
        if let Some(word) = text.strip_prefix(MISSING) {
            return Missing::from_word(word).map(FactValue::Missing);
        }
        match &field.kind {
            FieldKind::Number(_) => match FigureValue::from_record(text)? {
                FigureValue::Number(number, bound) => Some(FactValue::Number(number, bound)),
                FigureValue::Missing(_) => None,
            },
            FieldKind::Date => Date::parse(text).map(FactValue::Date),
            FieldKind::Boolean => match text {
                "yes" => Some(FactValue::Boolean(true)),
                "no" => Some(FactValue::Boolean(false)),
                _ => None,
            },
            FieldKind::Choice(options) => options.iter().find(|option| *option.id == *text).map(FactValue::Choice),
            FieldKind::Reference { .. } => Some(FactValue::Reference(text.into())),
            FieldKind::Location => {
                let (latitude, longitude) = text.split_once(',')?;
                let (latitude, longitude) = (Number::parse(latitude)?, Number::parse(longitude)?);
                Some(FactValue::Location(Location { latitude, longitude }))
            }
            _ => None,
        }
    }
}

/// Whether a text of the record says why there is no value.
pub fn is_missing(text: &str) -> bool {
    text.starts_with(MISSING)
}

/// Whether two texts of the record say the same of a fact: zeros at the end of a decimal say nothing more.
pub fn is_same_text(one: &str, other: &str) -> bool {
    one == other || (one.contains('.') || other.contains('.')) && without_zeros(one) == without_zeros(other)
}

/// The text with each decimal in its shortest form: `more-than:31.90` → `more-than:31.9`, `36.0,117.50` → `36,117.5`.
pub fn without_zeros(text: &str) -> String {
    let shortest = |part: &str| match part.split_once('.') {
        Some(_) if Number::parse(part).is_some() => part.trim_end_matches('0').trim_end_matches('.').to_owned(),
        _ => part.to_owned(),
    };
    let (bound, degrees) = text.split_once(':').map_or(("", text), |(bound, rest)| (bound, rest));
    let degrees: Vec<String> = degrees.split(',').map(shortest).collect();
    if bound.is_empty() { degrees.join(",") } else { format!("{bound}:{}", degrees.join(",")) }
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
