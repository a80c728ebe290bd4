//! Collections whose model comes with the generator: what it knows of them by name, and their models, which are YAML as
//! any other, in `builtin/`.

/// The collection that facts cite.
pub const SOURCES: &str = "sources";
/// The `access` of a source that is our own work: it vouches for nothing but what we think.
pub const OWN_WORK: &str = "own";
/// The collection of numbers that pages show.
pub const FIGURES: &str = "figures";
/// The glossary.
pub const TERMS: &str = "terms";
/// The collection of what was published and is not so.
pub const CORRECTIONS: &str = "corrections";

/// Languages of the labels in their models; a site in another language shows those of the first.
pub const LANGUAGES: &[&str] = &["en", "de", "fr"];

/// Name and model of each.
pub const MODELS: &[(&str, &str)] = &[
    (SOURCES, include_str!("builtin/sources.yaml")),
    (TERMS, include_str!("builtin/terms.yaml")),
    (FIGURES, include_str!("builtin/figures.yaml")),
    (CORRECTIONS, include_str!("builtin/corrections.yaml")),
];

/// The model of a collection that comes with the generator; `None` for any other.
pub fn model(id: &str) -> Option<&'static str> {
    MODELS.iter().find(|(known, _)| *known == id).map(|(_, model)| *model)
}

/// Whether the model of that collection comes with the generator.
pub fn is_built_in(id: &str) -> bool {
    model(id).is_some()
}
