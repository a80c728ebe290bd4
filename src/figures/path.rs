//! Paths into records: `city`, `chains.chain`, `city.region`, through lists, groups and references.

use crate::config::Localized;
use crate::model::field::Options;
use crate::position::{CollectionIx, FieldIx};

/// Where a value is, from a record: `city.region` is the field `region` of the record that the field `city` refers to.
#[derive(Debug, Clone)]
pub struct Path {
    /// The field on each level; none at all for the record itself.
    pub hops: Vec<FieldIx>,
    /// What is at its end.
    pub end: End,
    /// The last field's name for readers.
    pub label: Localized,
}

/// What is at the end of a path.
#[derive(Debug, Clone)]
pub enum End {
    /// A number, which can be added.
    Number,
    /// A choice, with its options in order.
    Choice(Options),
    /// A reference; with the collection when there is only one that it may lead to.
    Reference(Option<CollectionIx>),
    /// True or false.
    Boolean,
    /// A text that is the same in every language, or a language tag.
    Text,
    /// The record at which the path begins.
    Record,
}
