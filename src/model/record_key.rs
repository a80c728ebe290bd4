//! The keys that the facts of every record may have beside its fields.

/// A key of a record that no collection declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(clap::ValueEnum))]
pub enum RecordKey {
    /// Last part of its address.
    Slug,
    /// Its old addresses.
    Aliases,
    /// Sources of every fact that names none.
    Source,
    /// Whether the public does not see it yet.
    Draft,
    /// The day on which it appears.
    PublishOn,
    /// The day on which it is taken away.
    ExpiresOn,
    /// By when somebody should look at it again.
    ReviewBy,
    /// A template of its own.
    Template,
    /// Numbers of its texts that an editor found right.
    Accept,
}

impl RecordKey {
    /// Every key, in the order in which messages name them.
    pub const ALL: &[RecordKey] = &[
        RecordKey::Slug,
        RecordKey::Aliases,
        RecordKey::Source,
        RecordKey::Draft,
        RecordKey::PublishOn,
        RecordKey::ExpiresOn,
        RecordKey::ReviewBy,
        RecordKey::Template,
        RecordKey::Accept,
    ];

    /// The word that is written.
    pub fn name(self) -> &'static str {
        match self {
            RecordKey::Slug => "slug",
            RecordKey::Aliases => "aliases",
            RecordKey::Source => "source",
            RecordKey::Draft => "draft",
            RecordKey::PublishOn => "publish_on",
            RecordKey::ExpiresOn => "expires_on",
            RecordKey::ReviewBy => "review_by",
            RecordKey::Template => "template",
            RecordKey::Accept => "accept",
        }
    }

    /// The key of that name; `None`: a field, or nothing that exists.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|key| key.name() == name)
    }

    /// Whether no field can be called so. A field `accept` hides nothing: pages do not show what editors accepted.
    fn is_reserved(self) -> bool {
        self != RecordKey::Accept
    }
}

/// Names that every view has beside those of [`RecordKey`].
const VIEW_NAMES: &[&str] = &["key", "id", "collection", "url", "permanent", "lang", "cited_by", "cited_as", "item"];

/// Whether no field can have a name, since something that every record has is called so.
pub fn is_reserved(name: &str) -> bool {
    VIEW_NAMES.contains(&name) || RecordKey::named(name).is_some_and(RecordKey::is_reserved)
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn no_key_of_a_record_is_forgotten_in_the_list() {
        assert_eq!(RecordKey::ALL, RecordKey::value_variants());
    }

    #[test]
    fn a_field_cannot_hide_what_every_record_has() {
        for name in ["key", "url", "slug", "expires_on"] {
            assert!(is_reserved(name), "{name}");
        }
        assert!(!is_reserved("accept") && !is_reserved("name"));
    }
}
