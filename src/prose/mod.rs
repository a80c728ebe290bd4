//! Prose: CommonMark → HTML, with links to records resolved, facts quoted and every broken link found at its place.
//!
//! Extensions of CommonMark: tables, footnotes, definition lists, strikethrough, task lists, GFM alerts. Headings start at `##` and get
//! ids; comments are dropped; HTML is escaped unless the site allows it; no inline styles, so that a strict
//! `Content-Security-Policy` holds.

mod raw;
mod syntax;
mod headings;
mod text;
mod hidden;
mod footnotes;
mod definitions;
mod leftovers;
mod quotes;
mod links;
mod images;
mod tables;
mod asked;
mod lists;
mod blocks;
mod terms;
mod writer;
mod render;
mod said;
pub mod fields;

pub use headings::{Heading, titles};
pub use images::{srcset, webp_srcset};
pub use links::file_named;
pub use render::render;
pub use said::{Said, said};
pub use syntax::{options, protected};
pub use text::{Index, Place, Prose, Text};
