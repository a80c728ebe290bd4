//! What a field can be declared as: its type, and the keys of its declaration.
//!
//! Reading, suggestions and messages go by these lists; what is in none of them does not exist. A new type or key is a
//! variant here, and the compiler names the places that declare and read it.

/// The type of a field, as `type` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(clap::ValueEnum))]
pub enum FieldType {
    /// A line of text.
    Text,
    /// Markdown of any length.
    Markdown,
    /// A whole number.
    Integer,
    /// A number with or without decimals.
    Decimal,
    /// A year, month or day, perhaps with a time.
    Date,
    /// True or false.
    Boolean,
    /// One of a closed list of options.
    Choice,
    /// A BCP 47 tag.
    Language,
    /// Another record.
    Reference,
    /// A web address.
    Url,
    /// A mail address.
    Email,
    /// A picture in the record's folder.
    Image,
    /// A file in the record's folder.
    File,
    /// Latitude and longitude.
    Location,
    /// Items that are all alike.
    List,
    /// Fields that belong together.
    Group,
    /// A part of a figure's definition: of built-in collections only.
    Formula,
}

impl FieldType {
    /// Every type, in the order in which messages name them.
    pub const ALL: &[FieldType] = &[
        FieldType::Text,
        FieldType::Markdown,
        FieldType::Integer,
        FieldType::Decimal,
        FieldType::Date,
        FieldType::Boolean,
        FieldType::Choice,
        FieldType::Language,
        FieldType::Reference,
        FieldType::Url,
        FieldType::Email,
        FieldType::Image,
        FieldType::File,
        FieldType::Location,
        FieldType::List,
        FieldType::Group,
        FieldType::Formula,
    ];

    /// Whether the model of a site's collection can name it.
    pub fn is_for_sites(self) -> bool {
        self != FieldType::Formula
    }

    /// Its name in a content model.
    pub fn name(self) -> &'static str {
        match self {
            FieldType::Text => "text",
            FieldType::Markdown => "markdown",
            FieldType::Integer => "integer",
            FieldType::Decimal => "decimal",
            FieldType::Date => "date",
            FieldType::Boolean => "boolean",
            FieldType::Choice => "choice",
            FieldType::Language => "language",
            FieldType::Reference => "reference",
            FieldType::Url => "url",
            FieldType::Email => "email",
            FieldType::Image => "image",
            FieldType::File => "file",
            FieldType::Location => "location",
            FieldType::List => "list",
            FieldType::Group => "group",
            FieldType::Formula => "formula",
        }
    }

    /// The keys that its declaration has beside those of every field.
    pub fn keys(self) -> &'static [FieldKey] {
        use FieldKey::{
            Back, Decimals, Display, Fields, Inline, Key, Language, Max, MayReferenceFact, Min, Of, OneItem, OneText,
            Options, Ordered, PerLanguage, To, Translated, Unit,
        };
        match self {
            FieldType::Text => &[Translated, Language, Inline, OneText],
            FieldType::Markdown => &[Translated, Language],
            FieldType::Integer => &[Unit, Min, Max, Display, Of],
            FieldType::Decimal => &[Unit, Min, Max, Decimals, Display, Of, MayReferenceFact],
            FieldType::Choice => &[Options, Ordered],
            FieldType::Reference => &[To, Back],
            FieldType::List => &[Of, Key, OneItem],
            FieldType::Group => &[Fields, PerLanguage],
            FieldType::Date
            | FieldType::Boolean
            | FieldType::Language
            | FieldType::Url
            | FieldType::Email
            | FieldType::Image
            | FieldType::File
            | FieldType::Location
            | FieldType::Formula => &[],
        }
    }
}

/// A key of a field's declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(clap::ValueEnum))]
pub enum FieldKey {
    /// What it holds: a [`FieldType`].
    Type,
    /// Its name for readers, per language.
    Label,
    /// Whether something must be said.
    Required,
    /// What editors are told about it.
    Help,
    /// Whether its history is kept.
    Tracked,
    /// Whether no two records may say the same.
    Unique,
    /// Whether a source vouches for its values.
    Sourced,
    /// Whether what was published of it is held against it.
    Locked,
    /// Its property in schema.org.
    Schema,
    /// What a search makes of it.
    Search,
    /// Whether each language has its own text.
    Translated,
    /// The language of a text, when it is not the page's.
    Language,
    /// Whether a text may hold links, emphasis and quoted facts.
    Inline,
    /// The unit of a number.
    Unit,
    /// The least number allowed.
    Min,
    /// The greatest number allowed.
    Max,
    /// How a number is shown.
    Display,
    /// Digits after the point, at most.
    Decimals,
    /// What can be chosen.
    Options,
    /// Whether what can be chosen are steps, one after the other.
    Ordered,
    /// Which collections a reference may refer to.
    To,
    /// Name of the back-reference.
    Back,
    /// What a list holds; the number that a number is a part of.
    Of,
    /// Fields of its items that tell one item of a list from another.
    Key,
    /// What a group is made of.
    Fields,
    /// Its name in templates, where its own would hide a part of every view.
    ViewName,
    /// Whether a translated text may be written once for all languages.
    OneText,
    /// Whether a list of one may be written as that one.
    OneItem,
    /// Whether a number may name the fact of another record that holds it.
    MayReferenceFact,
    /// What each language of the site has in a group.
    PerLanguage,
}

impl FieldKey {
    /// Every key.
    pub const ALL: &[FieldKey] = &[
        FieldKey::Type,
        FieldKey::Label,
        FieldKey::Required,
        FieldKey::Help,
        FieldKey::Tracked,
        FieldKey::Unique,
        FieldKey::Sourced,
        FieldKey::Locked,
        FieldKey::Schema,
        FieldKey::Search,
        FieldKey::Translated,
        FieldKey::Language,
        FieldKey::Inline,
        FieldKey::Unit,
        FieldKey::Min,
        FieldKey::Max,
        FieldKey::Display,
        FieldKey::Decimals,
        FieldKey::Options,
        FieldKey::Ordered,
        FieldKey::To,
        FieldKey::Back,
        FieldKey::Of,
        FieldKey::Key,
        FieldKey::Fields,
        FieldKey::ViewName,
        FieldKey::OneText,
        FieldKey::OneItem,
        FieldKey::MayReferenceFact,
        FieldKey::PerLanguage,
    ];

    /// The keys of every field, whatever its type.
    pub const COMMON: &[FieldKey] = &[
        FieldKey::Type,
        FieldKey::Label,
        FieldKey::Required,
        FieldKey::Help,
        FieldKey::Tracked,
        FieldKey::Unique,
        FieldKey::Sourced,
        FieldKey::Locked,
        FieldKey::Schema,
        FieldKey::Search,
        FieldKey::ViewName,
    ];

    /// Whether the model of a site's collection can have it; else only those that come with the generator.
    pub fn is_for_sites(self) -> bool {
        use FieldKey::{MayReferenceFact, OneItem, OneText, PerLanguage, ViewName};
        !matches!(self, ViewName | OneText | OneItem | MayReferenceFact | PerLanguage)
    }

    /// The word that is written.
    pub fn name(self) -> &'static str {
        match self {
            FieldKey::Type => "type",
            FieldKey::Label => "label",
            FieldKey::Required => "required",
            FieldKey::Help => "help",
            FieldKey::Tracked => "tracked",
            FieldKey::Unique => "unique",
            FieldKey::Sourced => "sourced",
            FieldKey::Locked => "locked",
            FieldKey::Schema => "schema",
            FieldKey::Search => "search",
            FieldKey::Translated => "translated",
            FieldKey::Language => "language",
            FieldKey::Inline => "inline",
            FieldKey::Unit => "unit",
            FieldKey::Min => "min",
            FieldKey::Max => "max",
            FieldKey::Display => "display",
            FieldKey::Decimals => "decimals",
            FieldKey::Options => "options",
            FieldKey::Ordered => "ordered",
            FieldKey::To => "to",
            FieldKey::Back => "back",
            FieldKey::Of => "of",
            FieldKey::Key => "key",
            FieldKey::Fields => "fields",
            FieldKey::ViewName => "view_name",
            FieldKey::OneText => "one_text",
            FieldKey::OneItem => "one_item",
            FieldKey::MayReferenceFact => "may_reference_fact",
            FieldKey::PerLanguage => "per_language",
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn no_type_and_no_key_is_forgotten_in_its_list() {
        assert_eq!(FieldType::ALL, FieldType::value_variants());
        assert_eq!(FieldKey::ALL, FieldKey::value_variants());
    }

    #[test]
    fn every_key_belongs_to_every_field_or_to_some_type() {
        for key in FieldKey::ALL {
            let of_types = FieldType::ALL.iter().any(|known| known.keys().contains(key));
            assert!(of_types != FieldKey::COMMON.contains(key), "{}", key.name());
        }
    }

    #[test]
    fn every_type_of_sites_is_described() {
        let described = include_str!("../../docs/content.md");
        for known in FieldType::ALL.iter().filter(|known| known.is_for_sites()) {
            let row = described.lines().any(|line| {
                line.starts_with("| `")
                    && line.split('|').nth(1).is_some_and(|cell| cell.contains(&format!("`{}`", known.name())))
            });
            assert!(row, "docs/content.md has no row for `{}`", known.name());
        }
    }
}
