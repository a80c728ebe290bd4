//! Which terms of the glossary texts link: `link_terms` of `site.yaml`.

use crate::diagnostics::codes;
use crate::parse::keys::Context;
use crate::parse::yaml::Node;

/// Which terms texts link where they first use them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LinkTerms {
    /// None.
    #[default]
    None,
    /// All, by the words they declare, else by name and abbreviation.
    All,
    /// Those that declare by which words.
    Declared,
}

/// Reads it; what is no such word is reported.
pub fn read(context: &mut Context, node: &Node) -> LinkTerms {
    match node.text() {
        Some("none") => LinkTerms::None,
        Some("all") => LinkTerms::All,
        Some("declared") => LinkTerms::Declared,
        _ => {
            let message = "`link_terms` is one of: none, all, declared";
            let hint = "`declared` links terms that have `forms`, `all` the others too, by their names";
            context.report(&codes::SETTINGS, node.span, message).hint(hint);
            LinkTerms::None
        }
    }
}
