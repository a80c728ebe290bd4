//! Prospectus: a static site generator for public reporting.
//!
//! ```text
//! read → parse → model → link → figures → plan → publication → render → write
//! ```
//!
//! A pure core in a thin shell: [`pipeline::build`] calls the stages in order; each takes finished values and returns new
//! ones, with every mistake in the content as a [`diagnostics::Diagnostic`]. Only `read`, `write`, `serve` and `cli` touch
//! files, clock and network. ARCHITECTURE.md says who may import whom and why.

pub mod diagnostics;
pub mod parse;
pub mod config;
pub mod model;
pub mod locale;
pub mod link;
pub mod figures;
pub mod theme;
pub mod plan;
pub mod publication;
pub mod render;
pub mod pipeline;
pub mod read;
pub mod write;
pub mod serve;
pub mod cli;
