//! Files for programs that follow a site: `robots.txt`, sitemaps, feeds.

use crate::config::Config;
use crate::link::Site;
use crate::plan::addresses::Addresses;
use crate::plan::page::{Page, PageKind};
use crate::position::{LanguageIx, List};

/// What asks search engines for their manners, unless the site has one of its own.
pub const ROBOTS: &str = "robots.txt";
/// Whom to tell of a gap in the site's defences.
pub const SECURITY: &str = ".well-known/security.txt";
/// The list of all sitemaps.
pub const SITEMAPS: &str = "sitemap.xml";
/// A sitemap holds at most 50,000 addresses.
const LIMIT: usize = 50_000;

/// A part of the pages of a language that search engines should list.
#[derive(Debug, Clone)]
pub struct Sitemap {
    /// Its path below the output.
    pub path: String,
    /// Positions of its pages in the plan.
    pub pages: Vec<usize>,
}

/// The sitemaps of all languages.
pub fn sitemaps(config: &Config, addresses: &Addresses, pages: &[Page]) -> Vec<Sitemap> {
    let mut sitemaps = Vec::new();
    for language in config.languages.positions() {
        let is_listed = |page: &Page| page.language == language && is_listed(addresses, page);
        let listed: Vec<usize> = (0..pages.len()).filter(|&at| is_listed(&pages[at])).collect();
        for (at, part) in listed.chunks(LIMIT).enumerate() {
            let path = match (config.language_part(language), at + 1) {
                (None, number) => format!("sitemap-{number}.xml"),
                (Some(code), 1) => format!("sitemap-{code}.xml"),
                (Some(code), number) => format!("sitemap-{code}-{number}.xml"),
            };
            sitemaps.push(Sitemap { path, pages: part.to_vec() });
        }
    }
    sitemaps
}

/// Whether search engines should list a page: fallbacks and error pages are not.
fn is_listed(addresses: &Addresses, page: &Page) -> bool {
    match page.kind {
        PageKind::Record(record) => addresses.of(record, page.language).is_some_and(|address| address.translated),
        PageKind::Index { .. } | PageKind::Languages | PageKind::Az { .. } | PageKind::Changes => true,
        PageKind::NotFound | PageKind::Search | PageKind::Companion(..) => false,
    }
}

/// The feed of each language; none if no collection is news that the public may know of.
pub fn feeds(site: &Site, config: &Config) -> List<LanguageIx, String> {
    let is_news = site.news().any(|(at, _)| !site.is_withheld(at));
    let path = |language| match config.language_part(language) {
        Some(code) => format!("{code}/feed.xml"),
        None => "feed.xml".to_owned(),
    };
    config.languages.positions().filter(|_| is_news).map(path).collect()
}
