//! What the home page shows beside its text: `home` of `site.yaml`, as written.

use crate::parse::Span;
use crate::parse::keys::{Context, Form};
use crate::parse::yaml::{Kind, Node};

/// A record or a collection, by its name.
#[derive(Debug, Clone)]
pub struct Named {
    /// `figures/commitments`, `projects`; of a figure also its id alone.
    pub name: Box<str>,
    /// Where it stands in `site.yaml`.
    pub span: Span,
}

/// What the settings say of a part of the home page.
#[derive(Debug, Clone, Default)]
pub enum Part<T> {
    /// Nothing: it shows what follows from the site.
    #[default]
    Usual,
    /// It is not shown (`false`).
    Nothing,
    /// It shows this.
    Given(T),
}

/// The map of the home page.
#[derive(Debug, Clone)]
pub struct HomeMap {
    /// The collection whose records it shows.
    pub of: Named,
    /// The figure that gives them their tones; `None`: they have none.
    pub figure: Option<Named>,
}

/// The parts of the home page.
#[derive(Debug, Clone, Default)]
pub struct Home {
    /// The figure beside its title.
    pub lead: Part<Named>,
    /// The figures below it.
    pub figures: Part<Vec<Named>>,
    /// The collections that it leads to.
    pub doors: Part<Vec<Named>>,
    /// The map.
    pub map: Part<HomeMap>,
    /// The collection whose newest records it lists.
    pub news: Part<Named>,
    /// What may be searched for.
    pub search_examples: Vec<Named>,
}

/// Reads the parts of the home page.
pub fn read(context: &mut Context, node: &Node) -> Home {
    context.entries(node, "home", &["lead", "figures", "doors", "map", "news", "search_examples"]);
    let examples = node.get("search_examples").map(|node| list(context, node, "search_examples"));
    Home {
        lead: part(context, node, "lead", named),
        figures: part(context, node, "figures", |context, node, what| Some(list(context, node, what))),
        doors: part(context, node, "doors", |context, node, what| Some(list(context, node, what))),
        map: part(context, node, "map", map),
        news: part(context, node, "news", named),
        search_examples: examples.unwrap_or_default(),
    }
}

fn part<T>(
    context: &mut Context,
    home: &Node,
    key: &str,
    read: impl FnOnce(&mut Context, &Node, &str) -> Option<T>,
) -> Part<T> {
    let Some(node) = home.get(key) else { return Part::Usual };
    if matches!(&node.kind, Kind::Scalar { text, quoted: false } if &**text == "false") {
        return Part::Nothing;
    }
    // What cannot be read has a finding, and nothing else is shown in its place.
    read(context, node, key).map_or(Part::Nothing, Part::Given)
}

fn named(context: &mut Context, node: &Node, what: &str) -> Option<Named> {
    Some(Named { name: context.text(node, what)?.into(), span: node.span })
}

fn list(context: &mut Context, node: &Node, what: &str) -> Vec<Named> {
    let items = context.list(node, what);
    items.iter().filter_map(|item| named(context, item, what)).collect()
}

fn map(context: &mut Context, node: &Node, what: &str) -> Option<HomeMap> {
    let hint = "name a collection with boundaries or locations: `map: {of: countries, figure: commitments}`";
    let form = Form { what: "`map`", known: &["of", "figure"], hint };
    if context.entries(node, what, form.known).is_empty() && !matches!(node.kind, Kind::Mapping(_)) {
        return None;
    }
    let of = context.required(node, "of", form)?;
    let of = named(context, of, "of")?;
    let figure = node.get("figure").and_then(|node| named(context, node, "figure"));
    Some(HomeMap { of, figure })
}
