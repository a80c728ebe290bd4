//! Drawing: charts and maps as SVG, from numbers and words that are ready. Knows no records.
//!
//! By hand, measured against `plotters` (no classes, no title, inline styles, sizes of text by guess) and `charming` (needs a
//! browser's engine): no crate draws what readers without sight can follow and a theme can style.

pub mod svg;
pub mod text;
pub mod place;
pub mod surround;
pub mod charts;
pub mod map;
