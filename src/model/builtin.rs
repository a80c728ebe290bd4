//! Collections whose model comes with the generator: what it knows of them by name, and their models, which are YAML as
//! any other, in `builtin/`.

use std::collections::BTreeMap;

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

/// Languages of the labels in their models; a site in a language that has no labels at all shows those of the first.
pub const LANGUAGES: &[&str] = &["en", "de", "fr"];

/// The labels in further languages, a line `key = text` for each: `sources`, `sources-singular`, `sources-segment`,
/// `sources-access` for a field, `sources-access-own` for an option.
const LABELS: [(&str, &str); 9] = [
    ("ar", include_str!("builtin/words/ar.ftl")),
    ("es", include_str!("builtin/words/es.ftl")),
    ("it", include_str!("builtin/words/it.ftl")),
    ("ja", include_str!("builtin/words/ja.ftl")),
    ("nl", include_str!("builtin/words/nl.ftl")),
    ("pl", include_str!("builtin/words/pl.ftl")),
    ("pt", include_str!("builtin/words/pt.ftl")),
    ("ru", include_str!("builtin/words/ru.ftl")),
    ("zh", include_str!("builtin/words/zh.ftl")),
];

/// The labels in a further language, by key; `None`: it has none.
pub fn labels(tag: &str) -> Option<BTreeMap<&'static str, &'static str>> {
    let (_, text) = LABELS.iter().find(|(known, _)| *known == tag)?;
    Some(text.lines().filter_map(|line| line.split_once(" = ")).collect())
}

/// The further languages that have labels.
pub fn labelled() -> impl Iterator<Item = &'static str> {
    LABELS.iter().map(|(tag, _)| *tag)
}

/// Begins the key of a message with which a site words a label itself: `label-sources-publisher`.
pub const LABEL: &str = "label-";

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
