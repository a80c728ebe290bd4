//! The lists of fields that a collection has, and what can stand in each.

use crate::model::field::{Field, FieldKind, Markup};
use crate::model::listing::{ListedField, Listing};

/// The lists of fields that a collection has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// Columns of the table.
    Columns,
    /// What stands below the title of a record.
    Glance,
    /// By what records can be filtered.
    Facets,
}

impl ListKind {
    /// All of them.
    pub const ALL: [ListKind; 3] = [ListKind::Columns, ListKind::Glance, ListKind::Facets];

    /// What a collection declares of it; `None`: nothing.
    pub fn of(self, listing: &Listing) -> Option<&[ListedField]> {
        match self {
            ListKind::Columns => listing.columns.as_deref(),
            ListKind::Glance => listing.glance.as_deref(),
            ListKind::Facets => listing.facets.as_deref(),
        }
    }

    /// The same, to be changed.
    pub fn of_mut(self, listing: &mut Listing) -> &mut Option<Vec<ListedField>> {
        match self {
            ListKind::Columns => &mut listing.columns,
            ListKind::Glance => &mut listing.glance,
            ListKind::Facets => &mut listing.facets,
        }
    }

    /// Whether a field can stand in such a list.
    pub fn takes(self, field: &Field) -> bool {
        match self {
            ListKind::Columns | ListKind::Glance => is_short(item(field)),
            ListKind::Facets => has_few_values(item(field)),
        }
    }

    /// One field of it, for sentences.
    pub fn member(self) -> &'static str {
        match self {
            ListKind::Columns => "a column",
            ListKind::Glance => "part of the line at a glance",
            ListKind::Facets => "a facet",
        }
    }

    /// The types that it takes, for hints.
    pub fn types(self) -> &'static str {
        match self {
            ListKind::Columns | ListKind::Glance => {
                "name fields of the types choice, reference, date, integer, decimal, boolean, language or text, or lists of these"
            }
            ListKind::Facets => {
                "name fields of the types choice, reference, date, boolean or language, or lists of these"
            }
        }
    }
}

/// The items of a list, else the field itself.
pub fn item(field: &Field) -> &Field {
    if let FieldKind::List(item) = &field.kind { item } else { field }
}

fn has_few_values(field: &Field) -> bool {
    matches!(
        field.kind,
        FieldKind::Choice(_) | FieldKind::Reference { .. } | FieldKind::Date | FieldKind::Boolean | FieldKind::Language
    )
}

fn is_short(field: &Field) -> bool {
    let is_line =
        matches!(field.kind, FieldKind::Number(_) | FieldKind::Text { markup: Markup::Plain | Markup::Inline, .. });
    is_line || has_few_values(field)
}
