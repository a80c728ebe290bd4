//! Drawing: charts and maps as SVG, from numbers and words that are ready. Knows no records.

pub mod svg;
pub mod text;
pub mod place;
pub mod surround;
pub mod charts;
pub mod map;
