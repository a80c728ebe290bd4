//! The one integration binary: what users get, whole sites at a time.
#![allow(clippy::unwrap_used, missing_docs)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types)]

mod architecture;
mod bounds;
mod cli;
mod code;
mod codes;
mod corrections;
mod embargo;
mod data;
mod drafts;
mod drills;
mod fingerprints;
mod fuzz;
mod golden;
mod links;
mod mounts;
mod numbers;
mod old_numbers;
mod outputs;
mod parts;
mod pictures;
mod preview;
mod properties;
mod publish;
mod prose;
mod reading;
mod record;
mod reads;
mod sources;
mod structure;
mod support;
mod tables;
mod undated;
mod untouched;
mod whole;
