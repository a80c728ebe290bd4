//! Pages and redirects: which there are, in which file, by which template.

use std::collections::HashSet;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Place};
use crate::link::Site;
use crate::link::names::Target;
use crate::plan::addresses::Addresses;
use crate::plan::changes_page::CHANGES;
use crate::plan::companions::{Companions, Form};
use crate::plan::search_pages::{AZ, SEARCH};
use crate::plan::templates::Lookup;
use crate::position::{CollectionIx, LanguageIx, RecordIx};
use crate::theme::Theme;

/// A page to render.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// File below the output, such as `en/parks/harbour/index.html`.
    pub file: String,
    /// Position of its language.
    pub language: LanguageIx,
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
    /// A record in another form, below the address of its page.
    Companion(RecordIx, Form),
    /// A part of the index of a collection.
    Index {
        /// Which collection.
        collection: CollectionIx,
        /// Which part, from 1.
        number: u32,
        /// Of how many.
        of: u32,
    },
    /// The list of languages at `/`, on a site in several.
    Languages,
    /// What is shown for an address that does not exist.
    NotFound,
    /// What each edition changed.
    Changes,
    /// Where one searches.
    Search,
    /// A part of the list of all names from A to Z.
    Az {
        /// Which part, from 1.
        number: u32,
        /// Of how many.
        of: u32,
    },
}

impl PageKind {
    /// What the page is of, where its address is a promise to readers; `None` for further parts of an index, which come and
    /// go with its length, the list of languages, and what is shown for addresses that do not exist.
    pub fn promised(self) -> Option<Target> {
        match self {
            PageKind::Record(record) => Some(Target::Record(record)),
            PageKind::Index { collection, number: 1, .. } => Some(Target::Collection(collection)),
            PageKind::Index { .. } | PageKind::Languages | PageKind::NotFound => None,
            // They hold nothing that is not elsewhere.
            PageKind::Search | PageKind::Az { .. } | PageKind::Companion(..) | PageKind::Changes => None,
        }
    }
}

/// A page that only leads to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Redirect {
    /// File below the output.
    pub file: String,
    /// The record it leads to.
    pub to: RecordIx,
    /// The language of the page it leads to.
    pub language: LanguageIx,
    /// Whether it is the record's permanent address, which leads to every language.
    pub permanent: bool,
}

/// An address at which something was published.
#[derive(Debug, Clone)]
pub struct FormerAddress {
    /// Its path below the site.
    pub path: Box<str>,
    /// The record, `terms/park`.
    pub of: Box<str>,
    /// The code of its language; `None`: nobody says.
    pub language: Option<Box<str>>,
}

/// What pages are planned from.
#[derive(Clone, Copy)]
pub struct Planner<'a> {
    /// The records.
    pub site: &'a Site,
    /// The settings.
    pub config: &'a Config,
    /// The templates.
    pub theme: &'a Theme,
    /// Where records and indexes are.
    pub addresses: &'a Addresses,
}

impl Planner<'_> {
    /// All pages; a finding for each template that does not exist.
    pub fn pages(self, findings: &mut Vec<Diagnostic>) -> Vec<Page> {
        let page =
            |file: String, language, template: &str, kind| Page { file, language, template: template.into(), kind };
        let not_found = |file, language| page(file, language, "not-found.html", PageKind::NotFound);
        let mut pages = vec![not_found("404.html".into(), LanguageIx::SOURCE)];
        if self.config.lists_languages() {
            pages.push(page("index.html".into(), LanguageIx::SOURCE, "languages.html", PageKind::Languages));
        }
        let parts = self.config.languages.positions().filter_map(|at| Some((at, self.config.language_part(at)?)));
        pages.extend(parts.map(|(at, part)| not_found(format!("{part}/404.html"), at)));
        self.config.languages.positions().for_each(|language| pages.append(&mut self.search(language)));
        pages.extend(self.config.languages.positions().filter_map(|language| {
            let told = self.addresses.changes(language)?;
            Some(page(file_of(&told.page), language, CHANGES, PageKind::Changes))
        }));
        for collection in self.site.collections.positions() {
            pages.append(&mut self.indexes(collection, findings));
        }
        // Small collections have the pages that list many records: the home page, a chain, a city.
        let mut by_size: Vec<CollectionIx> = self.site.collections.positions().collect();
        by_size.sort_by_key(|&collection| self.site.records[collection].len());
        for collection in by_size.into_iter().filter(|&collection| self.has_pages(collection)) {
            pages.append(&mut self.records(collection, findings));
        }
        pages
    }

    /// The search page and the list from A to Z.
    fn search(self, language: LanguageIx) -> Vec<Page> {
        let Some(search) = self.addresses.search(language) else { return Vec::new() };
        let page =
            |path: &str, template: &str, kind| Page { file: file_of(path), language, template: template.into(), kind };
        let of = search.az_pages();
        let az = (1..=of).filter_map(|number| Some(page(&search.az_path(number)?, AZ, PageKind::Az { number, of })));
        std::iter::once(page(&search.page, SEARCH, PageKind::Search)).chain(az).collect()
    }

    /// Whether records of a collection may have pages.
    fn has_pages(self, collection: CollectionIx) -> bool {
        let model = &self.site.collections[collection];
        model.pages || model.is_glossary()
    }

    fn indexes(self, collection: CollectionIx, findings: &mut Vec<Diagnostic>) -> Vec<Page> {
        let model = &self.site.collections[collection];
        let template = self.lookup().of_index(model, findings);
        let mut pages = Vec::new();
        for language in self.config.languages.positions() {
            let of = self.addresses.index_pages(self.site, collection);
            for number in 1..=of {
                let Some(path) = self.addresses.index_path(collection, language, number) else { continue };
                let kind = PageKind::Index { collection, number, of };
                pages.push(Page { file: file_of(&path), language, template: template.clone(), kind });
            }
        }
        pages
    }

    fn records(self, collection: CollectionIx, findings: &mut Vec<Diagnostic>) -> Vec<Page> {
        let model = &self.site.collections[collection];
        let usual = self.lookup().of_records(model, findings);
        let mut pages = Vec::new();
        for linked in &self.site.records[collection] {
            let template = self.lookup().of_record(&linked.record, &usual, findings);
            for language in self.config.languages.positions() {
                if let Some(address) = self.addresses.of(linked.at, language) {
                    let (file, kind) = (file_of(&address.path), PageKind::Record(linked.at));
                    pages.push(Page { file, language, template: template.clone(), kind });
                }
            }
        }
        pages
    }

    /// The companion pages of all records that have a page.
    pub fn companions(self, companions: &Companions) -> Vec<Page> {
        let mut pages = Vec::new();
        for form in Form::ALL {
            for linked in self.site.records.iter().flatten() {
                let Some(template) = companions.template(linked.at.collection, form) else { continue };
                for language in self.config.languages.positions() {
                    let Some(path) = companions.path((self.addresses, linked.at, language), form) else { continue };
                    let (file, kind) = (file_of(&path), PageKind::Companion(linked.at, form));
                    pages.push(Page { file, language, template: template.clone(), kind });
                }
            }
        }
        pages
    }

    fn lookup(&self) -> Lookup<'_> {
        Lookup { theme: self.theme }
    }

    /// Permanent and old addresses of all records that have a page.
    pub fn redirects(self) -> Vec<Redirect> {
        let mut redirects = Vec::new();
        for linked in self.site.records.iter().flatten() {
            let to = linked.at;
            let has_page = |language: &LanguageIx| self.addresses.leads_to(to, *language).is_some();
            let Some(first) = self.config.languages.positions().find(has_page) else { continue };
            if let Some(path) = self.addresses.permanent(self.site, to) {
                redirects.push(Redirect { file: file_of(&path), to, language: first, permanent: true });
            }
            for alias in &linked.record.aliases {
                let named = alias.path.split('/').nth(1).and_then(|code| self.config.language(code));
                let language = named.filter(has_page).unwrap_or(first);
                redirects.push(Redirect { file: file_of(&alias.path), to, language, permanent: false });
            }
        }
        redirects
    }

    /// The addresses at which terms had pages of their own, which stand on one page now, where nothing else is there.
    pub fn former(self, former: &[FormerAddress], pages: &[Page], redirects: &[Redirect]) -> Vec<Redirect> {
        if former.is_empty() {
            return Vec::new();
        }
        let files = pages.iter().map(|page| &*page.file).chain(redirects.iter().map(|redirect| &*redirect.file));
        let taken: HashSet<&str> = files.collect();
        let redirect = |FormerAddress { path, of, language }: &FormerAddress| {
            let Ok(Target::Record(to)) = self.site.find(of) else { return None };
            let code = language.as_deref().or_else(|| path.split('/').nth(1))?;
            let named = self.config.languages.position(|language| *language.code == *code);
            let language = named.unwrap_or(LanguageIx::SOURCE);
            let file = file_of(path);
            let is_meant = self.site.model(to).is_glossary() && !taken.contains(&*file);
            is_meant.then_some(Redirect { file, to, language, permanent: false })
        };
        former.iter().filter_map(redirect).collect()
    }

    /// What asks for a page.
    pub fn page_place(self, page: &Page) -> Place {
        match page.kind {
            PageKind::Record(record) | PageKind::Companion(record, _) => {
                let record = &self.site.get(record).record;
                record.slug_places[page.language].clone().unwrap_or_else(|| Place::file(record.source.path.clone()))
            }
            PageKind::Index { collection, .. } => Place::file(self.site.collections[collection].source.path.clone()),
            PageKind::Languages | PageKind::NotFound | PageKind::Search | PageKind::Az { .. } | PageKind::Changes => {
                Place::file(self.config.source.path.clone())
            }
        }
    }

    /// What asks for a redirect.
    pub fn redirect_place(self, redirect: &Redirect) -> Place {
        let record = &self.site.get(redirect.to).record;
        let alias = record.aliases.iter().find(|alias| file_of(&alias.path) == redirect.file);
        alias.map_or_else(|| Place::file(record.source.path.clone()), |alias| record.source.place(alias.span))
    }
}

/// The file of an address: `/en/about/` → `en/about/index.html`.
fn file_of(path: &str) -> String {
    let inner = path.trim_start_matches('/');
    if inner.is_empty() || inner.ends_with('/') { format!("{inner}index.html") } else { inner.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::file_of;

    #[test]
    fn addresses_become_files() {
        assert_eq!(file_of("/"), "index.html");
        assert_eq!(file_of("/en/about/"), "en/about/index.html");
        assert_eq!(file_of("/old/page.html"), "old/page.html");
    }
}
