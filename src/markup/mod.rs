//! Markup: writers of the formats of the output, which know nothing of sites.

pub mod address;
pub mod bibtex;
pub mod contact;
pub mod html;
pub mod css;
pub mod xlsx;
pub mod csv;
pub mod ids;
pub mod js;
pub mod json;
pub mod marks;
pub mod rdf;
pub mod ris;
pub mod where_used;
