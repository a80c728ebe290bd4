//! The report that lies in `content/`, as readers have it: its files and pages say the same, and what `expected/` holds them
//! to. These are expectations of the report, not of the program: whoever edits the one changes the other, and no test of
//! the program depends on either.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::disallowed_types, missing_docs)]

mod alone;
mod changed;
mod copy;
mod editions;
mod expected;
#[path = "../it/links.rs"]
mod links;
mod organizations;
mod pages;
mod published;
mod site;
#[path = "../it/tables.rs"]
mod tables;
