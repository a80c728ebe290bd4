//! The search of a site: whether there is one, where it stands, and how many names are on the list from A to Z.
//!
//! Its files lie below `search/{language}/`. How many there are follows from what is in them: the folder is theirs as a whole.

use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Checked, Diagnostic};
use crate::link::Site;
use crate::locale::Locales;
use crate::locale::program::Message;
use crate::plan::address_words::AddressWords;
use crate::plan::addresses::Addresses;
use crate::plan::search_pages::{AZ, SEARCH, Search};
use crate::position::{CollectionIx, LanguageIx, RecordIx};
use crate::theme::Theme;

/// Whether a site has a search.
pub fn is_on(config: &Config, theme: &Theme) -> bool {
    config.search && theme.has_template(SEARCH)
}

/// The addresses of a site, with those of the search if it has one. A finding for each word that cannot be part of an address.
pub fn addresses(site: &Site, config: &Config, theme: &Theme, locales: &Locales) -> Checked<Addresses> {
    let (addresses, mut diagnostics) = (Addresses::new(site, config), Vec::new());
    if !is_on(config, theme) {
        return Checked { value: addresses, diagnostics };
    }
    let reading = Reading { site, theme, words: AddressWords { config, locales } };
    let languages = config.languages.positions();
    let searches = languages.map(|language| reading.of_language(&addresses, language, &mut diagnostics)).collect();
    Checked { value: addresses.with_search(searches), diagnostics }
}

/// What the search of a language is planned from.
#[derive(Clone, Copy)]
struct Reading<'a> {
    site: &'a Site,
    theme: &'a Theme,
    words: AddressWords<'a>,
}

impl Reading<'_> {
    fn of_language(self, addresses: &Addresses, language: LanguageIx, findings: &mut Vec<Diagnostic>) -> Search {
        let home = addresses.home_path(language);
        let mut path = |message: Message| {
            let part = self.words.part(language, message, findings);
            Arc::from(format!("{home}{part}/"))
        };
        let page = path(Message::SearchAddress);
        let az = self.theme.has_template(AZ).then(|| path(Message::AzAddress));
        let found = az.iter().flat_map(|_| records(self.site, addresses, language));
        let names = found.map(|record| self.site.names(record, language).len() as u32).sum();
        Search { page, az, names }
    }
}

/// The records that a search finds in a language, by collection as declared, each in its order: those that have a page, or a
/// place on one, and whose collection does not say no.
pub fn records<'a>(
    site: &'a Site,
    addresses: &'a Addresses,
    language: LanguageIx,
) -> impl Iterator<Item = RecordIx> + 'a {
    let collections = site.collections.positions();
    collections.flat_map(move |collection| of_collection(site, addresses, (collection, language)))
}

/// The same of one collection.
pub fn of_collection<'a>(
    site: &'a Site,
    addresses: &'a Addresses,
    (collection, language): (CollectionIx, LanguageIx),
) -> impl Iterator<Item = RecordIx> + 'a {
    let ordered = site.ordered(collection, language).filter(move |_| site.collections[collection].search);
    ordered.filter(move |record| addresses.leads_to(*record, language).is_some())
}
