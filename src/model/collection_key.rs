//! The keys of `_collection.yaml`.

/// A key of a collection's declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(clap::ValueEnum))]
pub enum CollectionKey {
    /// What its records are called, together.
    Label,
    /// What one of them is called.
    Singular,
    /// What its records are, in a sentence or two.
    Description,
    /// Its part of the address.
    Segment,
    /// Which fields play a part that every page knows.
    Roles,
    /// Order of its records.
    Sort,
    /// Columns of its table.
    Columns,
    /// What stands below the title of a record.
    Glance,
    /// By what its records can be filtered.
    Facets,
    /// How its index is laid out.
    Layout,
    /// Whether letters lead through its list.
    Az,
    /// Whether its records have pages.
    Pages,
    /// What happens to a record that is not translated.
    Untranslated,
    /// What its records are.
    Kind,
    /// What must hold between two fields of each record.
    Checks,
    /// Whether its records are news.
    Feed,
    /// Whether its records are found by a search.
    Search,
    /// Whether what was published of its facts is held against it.
    Locked,
    /// Records on one page of the index.
    PerPage,
    /// Whether its records have an address that never changes.
    Permanent,
    /// Whether each of its records is in data files of its own.
    RecordData,
    /// Templates of its own.
    Templates,
    /// Options that several of its fields share.
    Choices,
    /// What its records are in the words of schema.org.
    Schema,
    /// Shapes of its records for maps.
    Boundaries,
    /// What its records may say.
    Fields,
}

impl CollectionKey {
    /// Every key, in the order in which messages name them.
    pub const ALL: &[CollectionKey] = &[
        CollectionKey::Label,
        CollectionKey::Singular,
        CollectionKey::Description,
        CollectionKey::Segment,
        CollectionKey::Roles,
        CollectionKey::Sort,
        CollectionKey::Columns,
        CollectionKey::Glance,
        CollectionKey::Facets,
        CollectionKey::Layout,
        CollectionKey::Az,
        CollectionKey::Pages,
        CollectionKey::Untranslated,
        CollectionKey::Kind,
        CollectionKey::Checks,
        CollectionKey::Feed,
        CollectionKey::Search,
        CollectionKey::Locked,
        CollectionKey::PerPage,
        CollectionKey::Permanent,
        CollectionKey::RecordData,
        CollectionKey::Templates,
        CollectionKey::Choices,
        CollectionKey::Schema,
        CollectionKey::Boundaries,
        CollectionKey::Fields,
    ];

    /// The word that is written.
    pub fn name(self) -> &'static str {
        match self {
            CollectionKey::Label => "label",
            CollectionKey::Singular => "singular",
            CollectionKey::Description => "description",
            CollectionKey::Segment => "segment",
            CollectionKey::Roles => "roles",
            CollectionKey::Sort => "sort",
            CollectionKey::Columns => "columns",
            CollectionKey::Glance => "glance",
            CollectionKey::Facets => "facets",
            CollectionKey::Layout => "layout",
            CollectionKey::Az => "az",
            CollectionKey::Pages => "pages",
            CollectionKey::Untranslated => "untranslated",
            CollectionKey::Kind => "kind",
            CollectionKey::Checks => "checks",
            CollectionKey::Feed => "feed",
            CollectionKey::Search => "search",
            CollectionKey::Locked => "locked",
            CollectionKey::PerPage => "per_page",
            CollectionKey::Permanent => "permanent",
            CollectionKey::RecordData => "record_data",
            CollectionKey::Templates => "templates",
            CollectionKey::Choices => "choices",
            CollectionKey::Schema => "schema",
            CollectionKey::Boundaries => "boundaries",
            CollectionKey::Fields => "fields",
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn no_key_of_a_collection_is_forgotten_in_the_list() {
        assert_eq!(CollectionKey::ALL, CollectionKey::value_variants());
    }
}
