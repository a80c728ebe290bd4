//! Menus, resolved once per language.

use crate::config::menu::Leads;
use crate::config::{Config, MenuItem};
use crate::diagnostics::{Diagnostic, codes};
use crate::link::Site;
use crate::link::names::{Nowhere, Target};
use crate::plan::addresses::Addresses;
use crate::position::{LanguageIx, List};

/// An entry of a menu in one language.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its words.
    pub label: String,
    /// The link; `None`: it is a group.
    pub url: Option<String>,
    /// What it leads to; `None`: it is a group, or leads to others.
    pub target: Option<Target>,
    /// What it holds, if it is a group: steps that are none. Never empty then.
    pub items: Vec<Step>,
}

impl Step {
    /// Whether it leads to a site of others.
    pub fn is_external(&self) -> bool {
        self.target.is_none() && self.url.as_ref().is_some_and(|url| !url.to_ascii_lowercase().starts_with("mailto:"))
    }
}

/// The menus by language.
#[derive(Debug, Clone)]
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
            let resolved = entries(site, config, items, findings);
            config.languages.positions().map(|language| steps(site, addresses, &resolved, language)).collect()
        };
        Menus { navigation: menu(&config.navigation), footer: menu(&config.footer) }
    }
}

/// An entry whose names are found.
struct Entry<'c> {
    item: &'c MenuItem,
    leads: Found<'c>,
}

enum Found<'c> {
    Target(Target),
    Address(&'c str),
    Group(Vec<Entry<'c>>),
}

fn entries<'c>(site: &Site, config: &Config, items: &'c [MenuItem], findings: &mut Vec<Diagnostic>) -> Vec<Entry<'c>> {
    let mut found = Vec::with_capacity(items.len());
    for item in items {
        let leads = match &item.leads {
            Leads::Name(name) => match target(site, config, (item, name), findings) {
                Some(target) => Found::Target(target),
                None => continue,
            },
            Leads::Address(address) => {
                own_address(site, config, (item, address), findings);
                Found::Address(address)
            }
            Leads::Group(items) => Found::Group(entries(site, config, items, findings)),
        };
        found.push(Entry { item, leads });
    }
    found
}

fn steps(site: &Site, addresses: &Addresses, entries: &[Entry], language: LanguageIx) -> Vec<Step> {
    let step = |Entry { item, leads }: &Entry| {
        let own = item.label.best(language).map(|(_, own)| &**own);
        let (title, url, target, items) = match leads {
            Found::Target(target) => {
                let (title, url) = place(site, addresses, *target, language)?;
                (title, Some(url), Some(*target), Vec::new())
            }
            Found::Address(address) => ("", Some((*address).to_owned()), None, Vec::new()),
            Found::Group(entries) => {
                let items = steps(site, addresses, entries, language);
                // What the public sees nothing of leaves no trace.
                if items.is_empty() {
                    return None;
                }
                ("", None, None, items)
            }
        };
        Some(Step { label: own.unwrap_or(title).to_owned(), url, target, items })
    };
    entries.iter().filter_map(step).collect()
}

fn target(
    site: &Site,
    config: &Config,
    (item, name): (&MenuItem, &str),
    findings: &mut Vec<Diagnostic>,
) -> Option<Target> {
    match site.find(name) {
        Ok(target) => Some(target),
        Err(Nowhere::Withheld(_)) => None,
        Err(Nowhere::Unknown(hint)) => {
            let outside = ["https://", "http://", "mailto:"].iter().any(|scheme| name.starts_with(scheme));
            let hint = match site.named_by_path(config, name) {
                Some(name) => format!("menus list names, not addresses: write {name}"),
                None if outside => format!("to lead to others write `{{url: \"{name}\", label: {{en: …}}}}`"),
                None => hint,
            };
            let message = format!("the menu leads to `{name}`, which does not exist");
            findings.push(config.source.finding(&codes::UNKNOWN_REFERENCE, item.span, message).hint(hint));
            None
        }
    }
}

/// A finding for an address that is one of this site: it would not follow its page.
fn own_address(site: &Site, config: &Config, (item, address): (&MenuItem, &str), findings: &mut Vec<Diagnostic>) {
    if let Some(name) = site.named_by_path(config, address) {
        let message = format!("the menu leads to a page of this site by its address `{address}`");
        let finding = config.source.finding(&codes::OWN_ADDRESS, item.span, message);
        findings.push(finding.hint(format!("name it, then the link follows the page: `to: {name}`")));
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
