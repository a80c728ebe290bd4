//! What the generator itself knows by name: built-in collections.

/// The collection that facts cite.
pub const SOURCES: &str = "sources";
/// The `access` of a source that is our own work: it vouches for nothing but what we think.
pub const OWN_WORK: &str = "own";
/// The collection of numbers that pages show.
pub const FIGURES: &str = "figures";
/// The collection of what was published and is not so.
pub const CORRECTIONS: &str = "corrections";

/// Whether the model of that collection comes with the generator.
pub fn is_built_in(id: &str) -> bool {
    matches!(id, "sources" | "terms" | "figures" | "corrections")
}

/// Keys of a figure's definition that the stage `figures` reads: how it is computed and shown.
pub const FORMULA_KEYS: &[&str] =
    &["count", "sum", "average", "minimum", "maximum", "share", "coverage", "where", "by", "over", "display", "change"];
