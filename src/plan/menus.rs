//! Menus, resolved once per language.

use crate::config::{Config, MenuItem};
use crate::diagnostics::{Diagnostic, codes};
use crate::link::Site;
use crate::link::names::{Nowhere, Target};
use crate::parse::Span;
use crate::plan::addresses::Addresses;
use crate::position::{LanguageIx, List};

/// An entry of a menu in one language.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its words.
    pub label: String,
    /// The link.
    pub url: String,
    /// What it leads to.
    pub target: Target,
}

/// The menus by language.
#[derive(Debug)]
pub struct Menus {
    /// At the head of the page.
    pub navigation: List<LanguageIx, Vec<Step>>,
    /// At its foot.
    pub footer: List<LanguageIx, Vec<Step>>,
}

impl Menus {
    /// Resolves the menus of the settings; a finding for every entry that leads nowhere.
    pub fn new(site: &Site, config: &Config, addresses: &Addresses, findings: &mut Vec<Diagnostic>) -> Self {
        let mut menu = |items: &[MenuItem]| {
            let resolved: Vec<(Target, &MenuItem)> =
                items.iter().filter_map(|item| Some((target(site, config, item, findings)?, item))).collect();
            let steps = |language: LanguageIx| {
                resolved
                    .iter()
                    .filter_map(|(target, item)| {
                        let (title, url) = place(site, addresses, *target, language)?;
                        let label = item.label.best(language).map_or(title, |(_, own)| own);
                        Some(Step { label: label.to_owned(), url, target: *target })
                    })
                    .collect()
            };
            config.languages.positions().map(steps).collect()
        };
        Menus { navigation: menu(&config.navigation), footer: menu(&config.footer) }
    }
}

fn target(site: &Site, config: &Config, item: &MenuItem, findings: &mut Vec<Diagnostic>) -> Option<Target> {
    let mut report = |span: Span, message: String, hint: String| {
        findings.push(config.source.finding(&codes::UNKNOWN_REFERENCE, span, message).hint(hint));
    };
    match site.find(&item.to) {
        Ok(target) => Some(target),
        Err(Nowhere::Withheld(_)) => None,
        Err(Nowhere::Unknown(hint)) => {
            let outside = ["https://", "http://"].iter().any(|scheme| item.to.starts_with(scheme));
            let hint = match site.named_by_path(config, &item.to) {
                Some(name) => format!("menus list names, not addresses: write {name}"),
                None if outside => "a menu leads to records and collections of this site only".to_owned(),
                None => hint,
            };
            report(item.span, format!("the menu leads to `{}`, which does not exist", item.to), hint);
            None
        }
    }
}

/// What an entry without words of its own is called in a language, and where it leads.
fn place<'s>(site: &'s Site, addresses: &Addresses, target: Target, language: LanguageIx) -> Option<(&'s str, String)> {
    match target {
        Target::Record(record) => {
            let (_, address) = addresses.best(record, language)?;
            Some((site.title(record, language).1, address.url.to_string()))
        }
        Target::Collection(collection) => {
            let label = site.collections[collection].label.text(language);
            Some((label, addresses.index_url(collection, language, 1)?))
        }
    }
}
