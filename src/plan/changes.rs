//! Whether a site tells what each edition changed, and where.

use std::sync::Arc;

use crate::diagnostics::{Checked, Diagnostic};
use crate::locale::program::Message;
use crate::plan::address_words::AddressWords;
use crate::plan::addresses::Addresses;
use crate::plan::changes_page::{CHANGES, ChangesPage};
use crate::theme::Theme;

/// Whether a theme tells of changes, once there are any.
pub fn is_told(theme: &Theme) -> bool {
    theme.has_template(CHANGES)
}

/// The addresses with those of the pages that tell of changes. A finding for each word that cannot be part of an address.
pub fn addresses(addresses: Addresses, words: AddressWords) -> Checked<Addresses> {
    let mut findings: Vec<Diagnostic> = Vec::new();
    let pages = words.config.languages.positions().map(|language| {
        let part = words.part(language, Message::ChangesAddress, &mut findings);
        let page = Arc::from(format!("{}{part}/", addresses.home_path(language)));
        let feed = match words.config.language_part(language) {
            Some(code) => format!("{code}/changes.xml"),
            None => "changes.xml".to_owned(),
        };
        ChangesPage { page, feed: feed.into() }
    });
    let pages = pages.collect();
    Checked { value: addresses.with_changes(pages), diagnostics: findings }
}
