//! Where the search of a language stands: its page, the list of all names from A to Z, the folder of its files.

use std::sync::Arc;

/// The template of the search page; a theme without it has no search.
pub const SEARCH: &str = "search.html";
/// The template of the list from A to Z.
pub const AZ: &str = "az.html";
/// The file of a language that a search begins with, in its folder.
pub const INDEX: &str = "index.json";
/// Names on a page of the list from A to Z.
pub const NAMES: u32 = 200;

/// The folder of the files of a language, by its tag, below the output: `search/en/`.
pub fn folder(code: &str) -> String {
    format!("search/{code}/")
}

/// The search of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    /// Path of its page: `/en/search/`.
    pub page: Arc<str>,
    /// Path of the first page of the list from A to Z; `None`: the theme has none.
    pub az: Option<Arc<str>>,
    /// Names in that list; 0 where there is none.
    pub names: u32,
}

impl Search {
    /// How many pages the list from A to Z has.
    pub fn az_pages(&self) -> u32 {
        if self.az.is_some() { self.names.div_ceil(NAMES).max(1) } else { 0 }
    }

    /// Path of a page of the list from A to Z, from 1.
    pub fn az_path(&self, number: u32) -> Option<String> {
        let first = self.az.as_ref()?;
        Some(if number == 1 { first.to_string() } else { format!("{first}{number}/") })
    }
}
