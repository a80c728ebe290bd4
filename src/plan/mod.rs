//! Plan: every file that there will be: which pages, at which address, in which language, by which template, and all else.
//!
//! In:  the [`Site`] with its figures, the names of the templates, the files that are published as they are.
//! Out: [`Plan`]: one table of (record, language) → address, which the switcher, `hreflang`, sitemaps, feeds and links
//!      all use; one table of the paths of all files; and a finding for every path that is wanted twice.

pub mod paths;
pub mod outputs;
pub mod search_pages;
pub mod changes_page;
pub mod addresses;
pub mod address_words;
pub mod search;
pub mod changes;
pub mod templates;
pub mod companions;
pub mod page;
pub mod home;
pub mod menus;
pub mod front;
pub mod listings;
pub mod data_files;
pub mod published;
mod taking;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Checked, Place};
use crate::figures::Figures;
use crate::link::Site;
use crate::model::field::CollectionKind;
use crate::plan::addresses::Addresses;
use crate::plan::companions::Companions;
use crate::plan::data_files::DataFiles;
use crate::plan::front::Front;
use crate::plan::listings::{ROBOTS, SECURITY, SITEMAPS, Sitemap};
use crate::plan::menus::Menus;
use crate::plan::outputs::{MANIFEST, Outputs, Product};
use crate::plan::page::{FormerAddress, Page, PageKind, Planner, Redirect};
use crate::plan::published::PublishedFile;
use crate::plan::taking::Taking;
use crate::position::{LanguageIx, List, RecordIx};
use crate::theme::Theme;

/// What a site is planned from.
pub struct Inputs<'a> {
    /// The records.
    pub site: &'a Site,
    /// The figures.
    pub figures: &'a Figures,
    /// The settings.
    pub config: &'a Config,
    /// The templates.
    pub theme: &'a Theme,
    /// Where records and indexes are.
    pub addresses: Arc<Addresses>,
    /// Files that are to be published as they are.
    pub published: Vec<PublishedFile>,
    /// Addresses at which terms were published.
    pub former: Vec<FormerAddress>,
}

/// Everything that will be at an address.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Where records and indexes are.
    pub addresses: Arc<Addresses>,
    /// The home page; `None`: there is none.
    pub home: Option<RecordIx>,
    /// Pages by template; long lists first, so that nobody waits for them at the end.
    pub pages: Vec<Page>,
    /// Which collections have companion pages.
    pub companions: Companions,
    /// The first record of kind pages that each template renders.
    pub by_template: BTreeMap<Arc<str>, RecordIx>,
    /// Redirect pages.
    pub redirects: Vec<Redirect>,
    /// The menus, resolved.
    pub menus: Menus,
    /// What the home page shows beside its text.
    pub front: Front,
    /// Whether `robots.txt` is the program's; the site may have one of its own.
    pub robots: bool,
    /// The sitemaps, by language.
    pub sitemaps: Vec<Sitemap>,
    /// The feed of each language; empty: there are no news.
    pub feeds: List<LanguageIx, String>,
    /// The data files.
    pub data: DataFiles,
    /// Files that are published as they are.
    pub published: Vec<PublishedFile>,
    /// The paths of all of these.
    pub outputs: Arc<Outputs>,
}

/// Plans a site.
pub fn of_site(inputs: Inputs) -> Checked<Plan> {
    of_site_again(inputs, None)
}

/// The same, where all paths may be those of an earlier plan.
pub fn of_site_again(inputs: Inputs, before: Option<&Plan>) -> Checked<Plan> {
    let Inputs { site, figures, config, theme, addresses, mut published, former } = inputs;
    let mut findings = Vec::new();
    let planner = Planner { site, config, theme, addresses: &addresses };
    let (mut pages, mut redirects) = (planner.pages(&mut findings), planner.redirects());
    let companions = Companions::of_site(site, theme);
    // Last: where one meets the page of another record, it is the one that is found to be in the way.
    pages.append(&mut planner.companions(&companions));
    redirects.extend(planner.former(&former, &pages, &redirects));
    let menus = Menus::new(site, config, &addresses, &mut findings);
    let inputs = front::Inputs { site, figures, config, addresses: &addresses, menus: &menus };
    let front = front::of_site(&inputs, &mut findings);
    let robots = !published.iter().any(|file| file.path == ROBOTS);
    let feeds = listings::feeds(site, config);
    let data = DataFiles::of_site(site, figures, config);
    let give = |taking: &mut Taking| {
        taking.search(config, &addresses);
        pages.retain(|page| taking.take(Product::Page, &page.file, || planner.page_place(page)));
        let sitemaps = listings::sitemaps(config, &addresses, &pages);
        let own = [MANIFEST, SITEMAPS].into_iter().chain(robots.then_some(ROBOTS));
        let own = own.chain(config.security.as_ref().map(|_| SECURITY));
        let own = own.chain(sitemaps.iter().map(|sitemap| &*sitemap.path)).chain(feeds.iter().map(String::as_str));
        let own =
            own.chain(config.languages.positions().filter_map(|at| addresses.changes(at)).map(|page| &*page.feed));
        for path in own {
            taking.take(Product::Listing, path, || Place::file(config.source.path.clone()));
        }
        taking.data(site, config, &data);
        taking.charts(site, config, figures);
        redirects.retain(|redirect| {
            let product = if redirect.permanent { Product::Permanent } else { Product::Alias };
            taking.take(product, &redirect.file, || planner.redirect_place(redirect))
        });
        published.retain(|file| taking.take(file.product, &file.path, || file.place()));
        sitemaps
    };
    let (sitemaps, outputs) = taking::given(before.map(|before| &before.outputs), give, &mut findings);
    let by_template = by_template(site, &pages);
    let home = home::find(site, config, &addresses, &mut findings);
    let plan = Plan {
        addresses,
        home,
        pages,
        companions,
        by_template,
        redirects,
        menus,
        front,
        robots,
        sitemaps,
        feeds,
        data,
        published,
        outputs,
    };
    Checked { value: plan, diagnostics: findings }
}

impl Plan {
    /// The same without what tells of changes: a publication that brings nothing new makes no second edition.
    pub fn without_changes(&self, config: &Config) -> Self {
        let addresses = Arc::new(Addresses::clone(&self.addresses).without_changes());
        let pages: Vec<Page> = self.pages.iter().filter(|page| page.kind != PageKind::Changes).cloned().collect();
        let sitemaps = listings::sitemaps(config, &addresses, &pages);
        Plan { addresses, pages, sitemaps, ..self.clone() }
    }
}

/// The first record of kind pages that each template renders.
fn by_template(site: &Site, pages: &[Page]) -> BTreeMap<Arc<str>, RecordIx> {
    let mut first: BTreeMap<Arc<str>, RecordIx> = BTreeMap::new();
    for page in pages {
        let PageKind::Record(record) = page.kind else { continue };
        if site.model(record).kind == CollectionKind::Pages {
            let known = first.entry(page.template.clone()).or_insert(record);
            *known = record.min(*known);
        }
    }
    first
}
