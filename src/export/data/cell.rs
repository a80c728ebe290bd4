//! The cells of a table: from which part of a record each takes what it says.

use crate::export::data::changes;
use crate::position::{FieldIx, LanguageIx};

/// What stands in a column.
pub enum Cell {
    /// The id of the record.
    Id,
    /// The address of its page in a language.
    Address(LanguageIx),
    /// The sources of the facts that name none.
    Sources,
    /// The position of the row in its list, or in one of those that contain it; from 1.
    Position(usize),
    /// Something of a fact: positions of fields from the row's own; empty for the item itself.
    Fact(Vec<FieldIx>, Aspect),
    /// What a correction tells.
    Told(changes::Aspect),
    /// The report's day.
    AsOf,
    /// The licence.
    License,
}

/// Which part of a fact, or what about it.
#[derive(Clone, Copy)]
pub enum Aspect {
    /// The value.
    Value,
    /// The value in a language.
    In(LanguageIx),
    /// North of the equator.
    Latitude,
    /// East of Greenwich.
    Longitude,
    /// What an image shows, in a language.
    Alt(LanguageIx),
    /// What stands below an image, in a language.
    Caption(LanguageIx),
    /// Who made an image.
    Credit,
    /// How a number bounds the true one.
    Bound,
    /// How firm it is.
    Status,
    /// Since when it holds.
    Since,
    /// By when it held.
    By,
    /// Why there is no value.
    Missing,
}
