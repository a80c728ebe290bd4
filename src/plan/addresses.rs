//! The one table of addresses.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::config::Config;
use crate::link::Site;
use crate::link::names::Target;
use crate::markup::address;
use crate::plan::changes_page::ChangesPage;
use crate::plan::search_pages::Search;
use crate::position::{CollectionIx, LanguageIx, List, RecordIx};

/// Where a record is in a language.
#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    /// Path below the site: `/en/centers/bearings/`, or `/centers/bearings/` on a site in one language.
    pub path: Arc<str>,
    /// The same with the path of `base_url`, as links carry it.
    pub url: Arc<str>,
    /// Whether the record is translated; if not, the page shows another language.
    pub translated: bool,
}

/// The anchors of terms.
#[derive(Debug, Clone)]
struct Glossary {
    collection: CollectionIx,
    /// By record and language.
    anchors: Vec<List<LanguageIx, Option<Address>>>,
}

/// Where everything is.
#[derive(Debug, Clone)]
pub struct Addresses {
    /// By collection, record and language.
    records: List<CollectionIx, Vec<List<LanguageIx, Option<Address>>>>,
    /// Path of the home page, by language.
    homes: List<LanguageIx, Arc<str>>,
    /// Path of the index, by collection and language; `None` when there is none.
    indexes: List<CollectionIx, List<LanguageIx, Option<Arc<str>>>>,
    /// Where the terms of the glossary stand on its index; `None`: they have pages, or there is none.
    glossary: Option<Glossary>,
    /// The search of each language; `None`: the site has none.
    search: Option<List<LanguageIx, Search>>,
    /// Where each language tells what editions changed; `None`: there is one at most.
    changes: Option<List<LanguageIx, ChangesPage>>,
    base_path: String,
    /// What is at each path, made when first asked for.
    by_path: OnceLock<BTreeMap<Arc<str>, Target>>,
}

impl Addresses {
    /// Whether everything is at the same address by others.
    pub fn is_same(&self, other: &Self) -> bool {
        self.records == other.records
            && self.homes == other.homes
            && self.indexes == other.indexes
            && self.base_path == other.base_path
    }

    /// The addresses of a site.
    pub fn new(site: &Site, config: &Config) -> Self {
        let base_path = config.base_url.path.clone();
        let records = site.collections.iter().zip(&site.records).map(|(model, records)| {
            let of_record = |linked: &Arc<crate::link::record::LinkedRecord>| {
                let address = |language: LanguageIx| {
                    let translated = linked.record.is_translated(model, language);
                    let shown = translated || linked.record.falls_back(model, language, &config.all_languages);
                    (linked.record.has_page(model) && shown).then(|| {
                        let segment = model.segment.text(language);
                        let slug = linked.record.slug.text(language);
                        let path: Arc<str> =
                            path(&[config.language_part(language).unwrap_or_default(), segment, slug]).into();
                        let is_url = base_path.is_empty() && path.is_ascii();
                        let url = if is_url { path.clone() } else { encoded(&base_path, &path).into() };
                        Address { path, url, translated }
                    })
                };
                config.languages.positions().map(address).collect()
            };
            records.iter().map(of_record).collect()
        });
        let records = records.collect();
        let indexes = site.collections.entries().map(|(collection, model)| {
            let index = |language: LanguageIx| {
                let segment = model.segment.text(language);
                let is_public = !site.is_withheld(collection);
                let exists = is_public
                    && !segment.is_empty()
                    && (model.pages || model.is_glossary() || model.index_template.is_some());
                exists.then(|| path(&[config.language_part(language).unwrap_or_default(), segment]).into())
            };
            config.languages.positions().map(index).collect()
        });
        let home = |language| path(&[config.language_part(language).unwrap_or_default()]).into();
        let homes = config.languages.positions().map(home).collect();
        let (indexes, by_path) = (indexes.collect(), OnceLock::new());
        let (glossary, search, changes) = (None, None, None);
        let mut addresses = Addresses { records, homes, indexes, glossary, search, changes, base_path, by_path };
        addresses.glossary = addresses.glossary(site);
        addresses
    }

    /// The same with a search in each language.
    pub fn with_search(self, searches: List<LanguageIx, Search>) -> Self {
        Addresses { search: Some(searches), ..self }
    }

    /// The same with pages that tell what each edition changed.
    pub fn with_changes(self, pages: List<LanguageIx, ChangesPage>) -> Self {
        Addresses { changes: Some(pages), ..self }
    }

    /// The same without them.
    pub fn without_changes(self) -> Self {
        Addresses { changes: None, ..self }
    }

    /// Where a language tells what each edition changed; `None`: there is one at most.
    pub fn changes(&self, language: LanguageIx) -> Option<&ChangesPage> {
        self.changes.as_ref()?.get(language)
    }

    /// The search of a language; `None`: the site has none.
    pub fn search(&self, language: LanguageIx) -> Option<&Search> {
        self.search.as_ref()?.get(language)
    }

    /// The languages of the site.
    pub fn languages(&self) -> impl Iterator<Item = LanguageIx> + use<> {
        self.homes.positions()
    }

    /// The anchors of the terms, where they stand on the index.
    fn glossary(&self, site: &Site) -> Option<Glossary> {
        let (collection, _) = site.collections.entries().find(|(_, model)| model.is_glossary())?;
        let nowhere: List<LanguageIx, Option<Address>> = self.languages().map(|_| None).collect();
        let mut anchors = vec![nowhere; site.records[collection].len()];
        for language in self.languages() {
            for (at, record) in site.ordered(collection, language).enumerate() {
                let number = at as u32 / site.per_page(collection).unwrap_or(u32::MAX) + 1;
                let Some(path) = self.index_path(collection, language, number) else { continue };
                let path: Arc<str> = format!("{path}#{}", site.get(record).record.id).into();
                let address = Address { url: self.link(&path).into(), path, translated: true };
                anchors[record.record as usize][language] = Some(address);
            }
        }
        Some(Glossary { collection, anchors })
    }

    /// Path of the home page of a language.
    pub fn home_path(&self, language: LanguageIx) -> &str {
        &self.homes[language]
    }

    /// The link to the home page of a language, with the path of `base_url`.
    pub fn home_url(&self, language: LanguageIx) -> String {
        self.link(self.home_path(language))
    }

    /// Where a record is in a language; `None` when it has no page there.
    pub fn of(&self, record: RecordIx, language: LanguageIx) -> Option<&Address> {
        self.records[record.collection][record.record as usize].get(language)?.as_ref()
    }

    /// Where a record is in a language: its page, else its anchor on the page of the glossary.
    pub fn leads_to(&self, record: RecordIx, language: LanguageIx) -> Option<&Address> {
        self.of(record, language).or_else(|| {
            let glossary = self.glossary.as_ref().filter(|glossary| glossary.collection == record.collection)?;
            glossary.anchors[record.record as usize].get(language)?.as_ref()
        })
    }

    /// Where a record is in a language, else in the first language that has it.
    pub fn best(&self, record: RecordIx, language: LanguageIx) -> Option<(LanguageIx, &Address)> {
        let order = std::iter::once(language).chain(self.languages());
        order.filter_map(|at| self.leads_to(record, at).map(|address| (at, address))).next()
    }

    /// Path of a part of an index, from 1; `None` when the collection has no index.
    pub fn index_path(&self, collection: CollectionIx, language: LanguageIx, number: u32) -> Option<String> {
        let first = self.indexes[collection][language].as_ref()?;
        Some(if number == 1 { first.to_string() } else { format!("{first}{number}/") })
    }

    /// The link to a part of an index, with the path of `base_url`.
    pub fn index_url(&self, collection: CollectionIx, language: LanguageIx, number: u32) -> Option<String> {
        self.index_path(collection, language, number).map(|path| self.link(&path))
    }

    /// How many parts the index of a collection has, at least 1.
    pub fn index_pages(&self, site: &Site, collection: CollectionIx) -> u32 {
        let records = site.records[collection].len() as u32;
        site.per_page(collection).map_or(1, |per_page| records.div_ceil(per_page).max(1))
    }

    /// What is at a path, in any language; `None` when no record and no index is there.
    pub fn at(&self, path: &str) -> Option<Target> {
        self.by_path.get_or_init(|| self.paths().collect()).get(path).copied()
    }

    fn paths(&self) -> impl Iterator<Item = (Arc<str>, Target)> + '_ {
        let indexes = self.indexes.entries().flat_map(|(collection, paths)| {
            paths.iter().flatten().map(move |path| (path.clone(), Target::Collection(collection)))
        });
        let records = self.records.entries().flat_map(|(collection, records)| {
            records.iter().zip(0..).flat_map(move |(addresses, record)| {
                let target = Target::Record(RecordIx { collection, record });
                addresses.iter().flatten().map(move |address| (address.path.clone(), target))
            })
        });
        indexes.chain(records)
    }

    /// The permanent path of a record, when its collection has such.
    pub fn permanent(&self, site: &Site, record: RecordIx) -> Option<String> {
        let model = site.model(record);
        (model.permanent && model.pages).then(|| format!("/id/{}/{}/", model.id, site.get(record).record.id))
    }

    /// A path of the site as links carry it: letters beyond ASCII are encoded.
    pub fn link(&self, path: &str) -> String {
        encoded(&self.base_path, path)
    }
}

fn encoded(base: &str, path: &str) -> String {
    format!("{base}{}", address::letters(path))
}

fn path(parts: &[&str]) -> String {
    let mut path = String::from("/");
    for part in parts.iter().filter(|part| !part.is_empty()) {
        path.push_str(part);
        path.push('/');
    }
    path
}
