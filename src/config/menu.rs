//! Menus: the lists that `site.yaml` puts at the head and the foot of every page.

use crate::config::language::{Languages, Localized, LocalizedReader};
use crate::config::url;
use crate::diagnostics::codes;
use crate::parse::Span;
use crate::parse::keys::{Context, Form};
use crate::parse::yaml::{Kind, Node};

/// An entry of a menu.
#[derive(Debug, Clone)]
pub struct MenuItem {
    /// What it leads to.
    pub leads: Leads,
    /// Its own words; empty: the title of what it refers to. A group and an address always have some.
    pub label: Localized,
    /// Where what it leads to stands in `site.yaml`.
    pub span: Span,
}

/// What an entry of a menu leads to.
#[derive(Debug, Clone)]
pub enum Leads {
    /// A record or a collection by its name: `pages/about`, `centers`.
    Name(Box<str>),
    /// An address of others (`http`, `https`, `mailto`).
    Address(Box<str>),
    /// Nothing by itself: it holds these, none of which is a group.
    Group(Vec<MenuItem>),
}

/// The keys of an entry.
const KEYS: &[&str] = &["to", "url", "items", "label"];

/// Reads a list of entries: each a name, or `{to:, label:}`, `{url:, label:}`, `{label:, items: [entries]}`.
pub fn list(context: &mut Context, node: &Node, what: &str, languages: &Languages) -> Vec<MenuItem> {
    let reader = MenuReader { what, languages };
    let items = context.list(node, what);
    items.iter().filter_map(|item| reader.entry(context, item, Depth::Menu)).collect()
}

/// Where an entry stands.
#[derive(Clone, Copy, PartialEq)]
enum Depth {
    Menu,
    Group,
}

#[derive(Clone, Copy)]
struct MenuReader<'a> {
    /// The key in `site.yaml`.
    what: &'a str,
    languages: &'a Languages,
}

impl MenuReader<'_> {
    fn entry(self, context: &mut Context, item: &Node, depth: Depth) -> Option<MenuItem> {
        if !matches!(item.kind, Kind::Mapping(_)) {
            let name = context.text(item, &format!("an entry of `{}`", self.what))?.into();
            let label = Localized::empty(self.languages);
            return Some(MenuItem { leads: Leads::Name(name), label, span: item.span });
        }
        let what = format!("an entry of `{}`", self.what);
        context.entries(item, &what, KEYS);
        match (item.get("to"), item.get("url"), item.get("items")) {
            (Some(to), None, None) => {
                let name = context.text(to, "to").map(Box::from);
                let label = item.get("label").map(|node| self.words(context, node));
                let label = label.unwrap_or_else(|| Localized::empty(self.languages));
                Some(MenuItem { leads: Leads::Name(name?), label, span: to.span })
            }
            (None, Some(url), None) => {
                let address = address(context, url);
                let label = self.own_label(context, item, "label: {en: …}` beside the address");
                Some(MenuItem { leads: Leads::Address(address?), label: label?, span: url.span })
            }
            (None, None, Some(items)) => {
                let entries = self.group(context, items, depth);
                let label = self.own_label(context, item, "label: {en: …}` above its items");
                Some(MenuItem { leads: Leads::Group(entries?), label: label?, span: items.span })
            }
            (None, None, None) => {
                self.leads_nowhere(context, item, &what);
                None
            }
            _ => {
                let message = format!("{what} has more than one of `to`, `url` and `items`");
                let hint = "a page of this site (`to`), an address of others (`url`) or a group (`items`): make several entries";
                context.report(&codes::SETTINGS, item.span, message).hint(hint);
                None
            }
        }
    }

    /// An entry that is a map and names nothing; where a key was meant to, that has been told.
    fn leads_nowhere(self, context: &mut Context, item: &Node, what: &str) {
        let hint = "name a record or a collection: `{to: pages/about, label: {en: About}}`, or an address: `url`";
        context.required(item, "to", Form { what, known: KEYS, hint });
    }

    fn group(self, context: &mut Context, node: &Node, depth: Depth) -> Option<Vec<MenuItem>> {
        if depth == Depth::Group {
            let message = format!("a group of `{}` stands in another group", self.what);
            let hint = "menus are nested one level: move its items up, or make it a group of its own";
            context.report(&codes::SETTINGS, node.span, message).hint(hint);
            return None;
        }
        let items = match &node.kind {
            Kind::Sequence(items) => items.as_slice(),
            _ if node.is_null() => &[],
            _ => context.list(node, "items"),
        };
        if items.is_empty() && (node.is_null() || matches!(node.kind, Kind::Sequence(_))) {
            let message = format!("a group of `{}` has no items", self.what);
            context.report(&codes::SETTINGS, node.span, message).hint("list them, or remove the group");
        }
        let items: Vec<MenuItem> = items.iter().filter_map(|item| self.entry(context, item, Depth::Group)).collect();
        (!items.is_empty()).then_some(items)
    }

    /// The label of what has no title to fall back on, in every language.
    fn own_label(self, context: &mut Context, item: &Node, hint: &str) -> Option<Localized> {
        let what = format!("an entry of `{}` without `to`", self.what);
        let hint = format!("add `{hint}");
        let node = context.required(item, "label", Form { what: &what, known: KEYS, hint: &hint })?;
        let label = LocalizedReader { what: "label", languages: self.languages }.read_all(context, node);
        (!label.is_empty()).then_some(label)
    }

    fn words(self, context: &mut Context, node: &Node) -> Localized {
        LocalizedReader { what: "label", languages: self.languages }.read(context, node)
    }
}

/// An address that a menu may lead to.
fn address(context: &mut Context, node: &Node) -> Option<Box<str>> {
    let text = context.text(node, "url")?;
    let flaw = match url::flaw(text) {
        None if text.to_ascii_lowercase().starts_with("tel:") => Some("is a telephone number"),
        flaw => flaw,
    };
    let Some(flaw) = flaw else { return Some(text.into()) };
    let hint = "write it with its scheme: https://bank.example/ or mailto:press@bank.example";
    context.report(&codes::SETTINGS, node.span, format!("`{text}` {flaw}")).hint(hint);
    None
}
