//! Checks of a collection: what must hold between two fields of each of its records.

use std::cmp::Ordering;

use crate::config::Localized;
use crate::position::FieldIx;

/// `disbursed <= commitment`, on every day on which both have a value.
#[derive(Debug, Clone)]
pub struct Check {
    /// Position of the field on the left.
    pub left: FieldIx,
    /// How the two compare.
    pub comparison: Comparison,
    /// Position of the field on the right.
    pub right: FieldIx,
    /// As it is written.
    pub that: Box<str>,
    /// What editors are told when it does not hold; empty: only that it does not.
    pub message: Localized,
}

/// How two values compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `=`
    Equal,
    /// `>=`
    AtLeast,
    /// `>`
    Greater,
}

impl Comparison {
    /// The signs that are written, with what they mean.
    pub const SIGNS: &[(&str, Comparison)] = &[
        ("<", Comparison::Less),
        ("<=", Comparison::AtMost),
        ("=", Comparison::Equal),
        (">=", Comparison::AtLeast),
        (">", Comparison::Greater),
    ];

    /// Whether values that stand in that order meet it.
    pub fn is_met(self, order: Ordering) -> bool {
        match self {
            Comparison::Less => order.is_lt(),
            Comparison::AtMost => order.is_le(),
            Comparison::Equal => order.is_eq(),
            Comparison::AtLeast => order.is_ge(),
            Comparison::Greater => order.is_gt(),
        }
    }
}
