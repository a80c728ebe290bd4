//! Model: turns parsed files into records that are valid on their own.
//!
//! In:  the paths of the site and the files they name, whose YAML may hold anything.
//! Out: [`record::Model`]: collections and [`record::Record`]s that fit them, and a finding for each value that does not.
//!
//! The types come first, from the simplest to the whole: each imports only what stands above it. [`reader`] makes them.

pub mod date;
pub mod effective;
pub mod number;
pub mod builtin;
pub mod check;
pub mod field_type;
pub mod record_key;
pub mod collection_key;
pub mod fact_key;
pub mod listing;
pub mod field;
pub mod list_kind;
pub mod value;
pub mod record;
pub mod names;
pub mod reader;

#[cfg(test)]
pub(crate) mod tests;
