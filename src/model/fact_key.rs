//! The keys of a fact in its long form: `{is: 22, since: 2024, source: report}`.

/// A key of a fact in its long form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(clap::ValueEnum))]
pub enum FactKey {
    /// The value itself.
    Is,
    /// Why there is none.
    Missing,
    /// Since when it holds.
    Since,
    /// By when it held, its start being unknown.
    By,
    /// The sources that state it.
    Source,
    /// How firm it is.
    Status,
    /// What the number bounds.
    Bound,
    /// A note for readers.
    Note,
}

impl FactKey {
    /// Every key, in the order in which messages name them.
    pub const ALL: &[FactKey] = &[
        FactKey::Is,
        FactKey::Missing,
        FactKey::Since,
        FactKey::By,
        FactKey::Source,
        FactKey::Status,
        FactKey::Bound,
        FactKey::Note,
    ];

    /// The keys of a text in the front matter, whose other keys stand in the facts.
    pub const OF_TEXT: &[FactKey] = &[FactKey::Is, FactKey::Source, FactKey::Status];

    /// The word that is written.
    pub fn name(self) -> &'static str {
        match self {
            FactKey::Is => "is",
            FactKey::Missing => "missing",
            FactKey::Since => "since",
            FactKey::By => "by",
            FactKey::Source => "source",
            FactKey::Status => "status",
            FactKey::Bound => "bound",
            FactKey::Note => "note",
        }
    }

    /// The words of several keys.
    pub fn names(keys: &[FactKey]) -> Vec<&'static str> {
        keys.iter().map(|key| key.name()).collect()
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn no_key_of_a_fact_is_forgotten_in_the_list() {
        assert_eq!(FactKey::ALL, FactKey::value_variants());
    }
}
