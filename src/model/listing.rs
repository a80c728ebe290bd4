//! What lists of a collection show: the columns of its table, the line at a glance, the facets of its filter.

use std::sync::Arc;

use crate::config::{Languages, Localized};
use crate::parse::Span;
use crate::position::FieldIx;

/// What a collection declares of the lists of its records.
#[derive(Debug, Clone)]
pub struct Listing {
    /// What its records are, in a sentence or two; empty: nothing is said.
    pub description: Localized,
    /// Columns of its table, behind the title; `None`: those that its fields suggest.
    pub columns: Option<Vec<ListedField>>,
    /// What stands below the title of a record; `None`: the columns.
    pub glance: Option<Vec<ListedField>>,
    /// By what its records can be filtered; `None`: what its fields suggest.
    pub facets: Option<Vec<ListedField>>,
    /// How its index is laid out; `None`: as its records suggest.
    pub layout: Option<Layout>,
    /// Whether letters lead through its list; `None`: as its order and length suggest.
    pub letters: Option<bool>,
}

impl Listing {
    /// That of a collection that declares nothing of it.
    pub fn undeclared(languages: &Languages) -> Self {
        let description = Localized::empty(languages);
        Listing { description, columns: None, glance: None, facets: None, layout: None, letters: None }
    }
}

/// A field of a record, or one of the record that it refers to: `city.region`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedField {
    /// As it is written.
    pub path: Arc<str>,
    /// The field of the record itself.
    pub field: FieldIx,
    /// The field of the record that this one refers to; `None`: it is the field itself.
    pub beyond: Option<FieldIx>,
    /// Where it is named, or declared.
    pub span: Span,
}

/// How an index is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// A table with its columns.
    Table,
    /// Images with titles.
    Gallery,
    /// Titles with summaries.
    List,
}

impl Layout {
    /// All of them, by the words that are written.
    pub const WORDS: [(&'static str, Layout); 3] =
        [("table", Layout::Table), ("gallery", Layout::Gallery), ("list", Layout::List)];

    /// The word that is written.
    pub fn name(self) -> &'static str {
        Self::WORDS.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }
}
