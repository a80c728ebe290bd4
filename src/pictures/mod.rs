//! Pictures of figures and records: what a chart or a map shows, worded for one language.

pub mod drawn;
pub mod certain;
pub mod course;
pub mod ranking;
pub mod bars;
pub mod charts;
pub mod boundaries;
pub mod marks;
pub mod maps;
pub mod locator;
