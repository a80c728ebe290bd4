//! Menus: lists of references that `site.yaml` puts at the head and the foot of every page.

use crate::config::language::{Languages, Localized, LocalizedReader};
use crate::parse::Span;
use crate::parse::keys::{Context, Form};
use crate::parse::yaml::{Kind, Node};

/// An entry of a menu.
#[derive(Debug, Clone)]
pub struct MenuItem {
    /// What it refers to: `centers` or `pages/about`.
    pub to: Box<str>,
    /// Its own words; empty: the title of what it refers to.
    pub label: Localized,
    /// Where the reference stands in `site.yaml`.
    pub span: Span,
}

/// Reads a list of references, each bare or as `{to:, label:}`.
pub fn list(context: &mut Context, node: &Node, what: &str, languages: &Languages) -> Vec<MenuItem> {
    let items = context.list(node, what);
    items.iter().filter_map(|item| one(context, item, what, languages)).collect()
}

fn one(context: &mut Context, item: &Node, what: &str, languages: &Languages) -> Option<MenuItem> {
    let (to, label) = match &item.kind {
        Kind::Mapping(_) => {
            let what = format!("an entry of `{what}`");
            let hint = "name a record or a collection: `{to: pages/about, label: {en: About}}`";
            let form = Form { what: &what, known: &["to", "label"], hint };
            context.entries(item, form.what, form.known);
            let to = context.required(item, "to", form)?;
            (to, item.get("label"))
        }
        _ => (item, None),
    };
    let label = match label {
        Some(node) => LocalizedReader { what: "label", languages }.read(context, node),
        None => Localized::empty(languages),
    };
    Some(MenuItem { to: context.text(to, what)?.into(), label, span: to.span })
}
