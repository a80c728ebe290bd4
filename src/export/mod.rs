//! Export: the files of the site that are no pages, and what pages say to machines. One file here is one product.

mod atom;
pub mod changes;
pub mod data;
pub mod feeds;
pub mod json_ld;
pub mod security;
pub mod sitemaps;
