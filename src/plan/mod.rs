//! Plan: which pages there are, at which address, in which language, by which template.
//!
//! In:  the [`Site`]; the names of the templates.
//! Out: [`Plan`]: one table of (record, language) → address, which the switcher, `hreflang`, sitemaps, feeds and links
//!      all use; the list of pages; and a finding for every address that is taken twice.

mod addresses;
mod home;
mod menus;
pub mod paths;

use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Checked, Diagnostic, Place, codes, did_you_mean};
use crate::link::{RecordIx, Site};
use crate::model::position::CollectionIx;
use crate::parse::Span;
use crate::theme::Theme;

pub use addresses::{Address, Addresses};
pub use menus::{Menus, Step};
use paths::{Clash, Paths};

/// Template of a record's page when nothing else is said.
const RECORD_TEMPLATE: &str = "record.html";
/// Template of an index when nothing else is said.
const INDEX_TEMPLATE: &str = "index.html";

/// What to do about two pages at one address.
const OTHER_SLUG: &str = "give one of them another `slug`, or its collection another `segment`";
/// What to do about an old address at which there is something.
const OTHER_ALIAS: &str =
    "another page is at this old address: remove the alias, or give it to the record that is there";

/// A page to render.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// File below the output, such as `en/centers/bearings/index.html`.
    pub file: String,
    /// Position of its language.
    pub language: usize,
    /// Its template.
    pub template: Arc<str>,
    /// What it shows.
    pub kind: PageKind,
}

/// What a page shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PageKind {
    /// A record.
    Record(RecordIx),
    /// A part of the index of a collection.
    Index {
        /// Which collection.
        collection: CollectionIx,
        /// Which part, from 1.
        number: u32,
        /// Of how many.
        of: u32,
    },
    /// The list of languages at `/`.
    Languages,
    /// What is shown for an address that does not exist.
    NotFound,
}

/// A page that only leads to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Redirect {
    /// File below the output.
    pub file: String,
    /// The record it leads to.
    pub to: RecordIx,
    /// The language of the page it leads to.
    pub language: usize,
    /// Whether it is the record's permanent address, which leads to every language.
    pub permanent: bool,
}

/// Everything that will be at an address.
#[derive(Debug)]
pub struct Plan {
    /// Where records and indexes are.
    pub addresses: Addresses,
    /// The home page; `None`: there is none.
    pub home: Option<RecordIx>,
    /// Pages by template; long lists first, so that nobody waits for them at the end.
    pub pages: Vec<Page>,
    /// Redirect pages.
    pub redirects: Vec<Redirect>,
    /// The menus, resolved.
    pub menus: Menus,
    /// Where something stands already, for the files that are published as they are.
    pub paths: Paths,
}

/// Plans the pages of a site.
pub fn pages(site: &Site, config: &Config, theme: &Theme) -> Checked<Plan> {
    let mut findings = Vec::new();
    let addresses = Addresses::new(site, config);
    let mut pages = vec![
        Page { file: "index.html".into(), language: 0, template: "languages.html".into(), kind: PageKind::Languages },
        Page { file: "404.html".into(), language: 0, template: "not-found.html".into(), kind: PageKind::NotFound },
    ];
    for (language, spec) in config.languages.iter().enumerate() {
        let file = format!("{}/404.html", spec.code);
        pages.push(Page { file, language, template: "not-found.html".into(), kind: PageKind::NotFound });
    }
    for collection in site.collections.positions() {
        add_indexes(site, config, theme, &addresses, collection, &mut pages, &mut findings);
    }
    // Small collections have the pages that list many records: the home page, a chain, a city.
    let mut by_size: Vec<CollectionIx> = site.collections.positions().collect();
    by_size.sort_by_key(|&collection| site.records[collection].len());
    for collection in by_size {
        add_records(site, config, theme, &addresses, collection, &mut pages, &mut findings);
    }
    let mut redirects = redirects(site, config, &addresses);
    let menus = Menus::new(site, config, &addresses, &mut findings);
    let mut taking = Taking { paths: own_paths(config), config, findings: &mut findings };
    pages.retain(|page| taking.take(&page.file, page_place(site, config, page), OTHER_SLUG));
    let hint = |redirect: &Redirect| if redirect.permanent { OTHER_SLUG } else { OTHER_ALIAS };
    redirects.retain(|redirect| taking.take(&redirect.file, redirect_place(site, redirect), hint(redirect)));
    let paths = taking.paths;
    let home = home::find(site, config, &addresses, &mut findings);
    Checked { value: Plan { addresses, home, pages, redirects, menus, paths }, diagnostics: findings }
}

/// The file of an address: `/en/about/` → `en/about/index.html`.
fn file_of(path: &str) -> String {
    let inner = path.trim_start_matches('/');
    if inner.is_empty() || inner.ends_with('/') { format!("{inner}index.html") } else { inner.to_owned() }
}

fn add_indexes(
    site: &Site,
    config: &Config,
    theme: &Theme,
    addresses: &Addresses,
    collection: CollectionIx,
    pages: &mut Vec<Page>,
    findings: &mut Vec<Diagnostic>,
) {
    let model = &site.collections[collection];
    let template = template(&model.index_template, &model.id, "index.html", INDEX_TEMPLATE, theme);
    if let Err((name, span)) = &template {
        findings.push(no_template(model.source.place(*span), name, theme));
    }
    let template = template.unwrap_or_else(|_| INDEX_TEMPLATE.into());
    for language in 0..config.languages.len() {
        let of = addresses.index_pages(site, collection);
        for number in 1..=of {
            let Some(path) = addresses.index_path(collection, language, number) else { continue };
            let kind = PageKind::Index { collection, number, of };
            pages.push(Page { file: file_of(&path), language, template: template.clone(), kind });
        }
    }
}

fn add_records(
    site: &Site,
    config: &Config,
    theme: &Theme,
    addresses: &Addresses,
    collection: CollectionIx,
    pages: &mut Vec<Page>,
    findings: &mut Vec<Diagnostic>,
) {
    let model = &site.collections[collection];
    if !model.pages {
        return;
    }
    let usual = template(&model.record_template, &model.id, "record.html", RECORD_TEMPLATE, theme);
    if let Err((name, span)) = &usual {
        findings.push(no_template(model.source.place(*span), name, theme));
    }
    let usual = usual.unwrap_or_else(|_| RECORD_TEMPLATE.into());
    for (at, linked) in site.records[collection].iter().enumerate() {
        let record = RecordIx { collection, record: at as u32 };
        let mut template = usual.clone();
        if let Some((own, span)) = &linked.record.template {
            match theme.has_template(own) {
                true => template = own.clone(),
                false => findings.push(no_template(linked.record.source.place(*span), own, theme)),
            }
        }
        for language in 0..config.languages.len() {
            if let Some(address) = addresses.of(record, language) {
                let file = file_of(&address.path);
                pages.push(Page { file, language, template: template.clone(), kind: PageKind::Record(record) });
            }
        }
    }
}

/// The template by the usual names; an error with the name of one that was asked for and does not exist.
fn template(
    asked: &Option<(Arc<str>, Span)>,
    collection: &str,
    own: &str,
    usual: &str,
    theme: &Theme,
) -> Result<Arc<str>, (Arc<str>, Span)> {
    if let Some((name, span)) = asked {
        return if theme.has_template(name) { Ok(name.clone()) } else { Err((name.clone(), *span)) };
    }
    let own = format!("{collection}/{own}");
    Ok(if theme.has_template(&own) { own.into() } else { usual.into() })
}

fn no_template(place: Place, name: &str, theme: &Theme) -> Diagnostic {
    let hint = did_you_mean(name, theme.template_names());
    Diagnostic::new(&codes::MODEL, place, format!("there is no template `{name}`"))
        .hint(hint.unwrap_or_else(|| "put it into the theme's templates/, or into content/templates/".to_owned()))
}

fn redirects(site: &Site, config: &Config, addresses: &Addresses) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for (collection, records) in site.records.entries() {
        for (at, linked) in records.iter().enumerate() {
            let to = RecordIx { collection, record: at as u32 };
            let Some(first) = (0..config.languages.len()).find(|&l| addresses.of(to, l).is_some()) else { continue };
            if let Some(path) = addresses.permanent(site, to) {
                redirects.push(Redirect { file: file_of(&path), to, language: first, permanent: true });
            }
            for alias in &linked.record.aliases {
                let named = alias.path.split('/').nth(1).and_then(|code| config.language(code));
                let language = named.filter(|&l| addresses.of(to, l).is_some()).unwrap_or(first);
                redirects.push(Redirect { file: file_of(&alias.path), to, language, permanent: false });
            }
        }
    }
    redirects
}

/// What the program itself writes beside pages and data.
fn own_paths(config: &Config) -> Paths {
    let mut paths = Paths::default();
    let own = ["robots.txt", "manifest.json", "sitemap.xml"].map(str::to_owned).into_iter();
    let of_language = |code: &str| [format!("sitemap-{code}.xml"), format!("{code}/feed.xml")];
    for path in own.chain(config.languages.iter().flat_map(|language| of_language(&language.code))) {
        // Two languages have no tag in common.
        let _ = paths.take(&path, Place::file(config.source.path.clone()));
    }
    paths
}

/// Gives pages and redirects their paths.
struct Taking<'a> {
    paths: Paths,
    config: &'a Config,
    findings: &'a mut Vec<Diagnostic>,
}

impl Taking<'_> {
    /// Takes the path of a page or of a redirect. `false`: something else is there, or no file can be, which is reported.
    fn take(&mut self, file: &str, place: Place, hint: &str) -> bool {
        if let Some(flaw) = paths::flaw(file) {
            let finding = Diagnostic::new(&codes::INVALID_ADDRESS, place, format!("the address `/{file}` {flaw}"));
            self.findings.push(finding.hint("write a shorter one"));
            return false;
        }
        self.findings.extend(paths::unfit_for_windows(file).map(|part| not_for_windows(place.clone(), part)));
        let address = file.trim_end_matches("index.html");
        // A data file is none of the plan's, but nothing may stand in its place, nor in it.
        let mut parts = file.match_indices('/').map(|(at, _)| &file[..at]).chain([file]);
        let taken = match parts.find(|part| is_written_beside(part, self.config)) {
            Some(_) => Err(Clash::Same(Place::file(self.config.source.path.clone()))),
            None => self.paths.take(file, place.clone()),
        };
        let Err(clash) = taken else { return true };
        let (message, other) = match clash {
            Clash::Same(other) => (format!("two pages would be at `/{address}`"), other),
            Clash::Folder(other) => {
                (format!("`/{address}` would be a file, but others lie in a folder of that name"), other)
            }
            Clash::InFile(file, other) => (format!("`/{address}` would lie in `/{file}`, which is a file"), other),
        };
        let finding = Diagnostic::new(&codes::ADDRESS_CLASH, place, message).related(other, "the other one");
        self.findings.push(finding.hint(hint));
        false
    }
}

/// A finding that Windows has another use for a name.
pub fn not_for_windows(place: Place, name: &str) -> Diagnostic {
    let message = format!("`{name}` cannot be the name of a file on Windows");
    Diagnostic::new(&codes::WINDOWS_NAME, place, message)
        .hint("choose another name, or leave it if nobody works on Windows")
}

/// Whether the program itself writes a file of that path beside the pages and `robots.txt`.
pub fn is_written_beside(path: &str, config: &Config) -> bool {
    let is_feed = path.rsplit_once('/').is_some_and(|(folder, name)| {
        name.eq_ignore_ascii_case("feed.xml") && config.languages.iter().any(|l| folder.eq_ignore_ascii_case(&l.code))
    });
    is_feed || path == "manifest.json" || (path.starts_with("sitemap") && path.ends_with(".xml")) || is_data(path)
}

/// Whether a file of that path may be one of the data files. Others may lie beside them: an old address `/data/`, a picture.
fn is_data(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    lower.starts_with("data/") && [".csv", ".json", ".jsonld", ".ttl"].iter().any(|ending| lower.ends_with(ending))
}

fn page_place(site: &Site, config: &Config, page: &Page) -> Place {
    match page.kind {
        PageKind::Record(record) => {
            let record = &site.get(record).record;
            record.slug_places[page.language].clone().unwrap_or_else(|| Place::file(record.source.path.clone()))
        }
        PageKind::Index { collection, .. } => Place::file(site.collections[collection].source.path.clone()),
        PageKind::Languages | PageKind::NotFound => Place::file(config.source.path.clone()),
    }
}

fn redirect_place(site: &Site, redirect: &Redirect) -> Place {
    let record = &site.get(redirect.to).record;
    let alias = record.aliases.iter().find(|alias| file_of(&alias.path) == redirect.file);
    alias.map_or_else(|| Place::file(record.source.path.clone()), |alias| record.source.place(alias.span))
}

#[cfg(test)]
mod tests;
