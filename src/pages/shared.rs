//! What all pages of a language share, made once: the site, its menus, the list of languages.

use std::sync::{Arc, OnceLock};

use tera::Value;

use crate::link::names::Target;
use crate::locale::program::Message;
use crate::pages::assets::Assets;
use crate::pages::downloads::Downloads;
use crate::pages::options;
use crate::pages::values::{Entries, map, optional};
use crate::plan::menus::Step;
use crate::position::{CollectionIx, LanguageIx, List};
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::theme::Theme;

/// The shared values of one language.
pub struct Shared {
    /// `site`.
    pub site: Value,
    /// The main menu.
    pub navigation: Menu,
    /// The menu at the foot.
    pub footer: Menu,
    /// `languages`.
    pub languages: Value,
    /// `feeds`.
    pub feeds: Value,
    /// Title and link of the home page; the breadcrumb begins with it.
    pub home_step: (String, String),
    /// `page.data` and `page.spreadsheet` of the pages of each collection, with what they were made of; made when first asked
    /// for.
    data: List<CollectionIx, OnceLock<OfPages>>,
    /// What all this but `data` was made of.
    pub reads: Arc<[Note]>,
}

/// `page.data` and `page.spreadsheet`, with what they were made of.
type OfPages = ([Value; 2], Arc<[Note]>);

impl Shared {
    /// `page.data` and `page.spreadsheet` of the pages of a collection, which is noted.
    pub fn data(&self, downloads: Downloads, at: CollectionIx) -> [Value; 2] {
        let made = || [downloads.of_pages(at), downloads.sheet_of_pages(at)];
        let (files, reads) = self.data[at].get_or_init(|| recorder::remembered(downloads.localizer.language, made));
        recorder::note_all(reads);
        files.clone()
    }
}

/// A menu whose entries for the current page are exchanged per page, nothing else copied.
pub struct Menu {
    entries: Vec<Entry>,
}

struct Entry {
    target: Option<Target>,
    elsewhere: Value,
    /// On the page itself.
    here: Value,
    /// On a page below it; of a group, on one of its items.
    below: Value,
    /// What a group holds.
    items: Vec<Entry>,
}

impl Entry {
    fn new(step: &Step) -> Self {
        match step.target {
            Some(Target::Record(record)) => recorder::note(Note::Record(record)),
            Some(Target::Collection(collection)) => recorder::note(Note::Model(collection)),
            None => {}
        }
        let items: Vec<Entry> = step.items.iter().map(Entry::new).collect();
        let value = |current: Option<&str>| {
            let held = items.iter().map(|item| item.elsewhere.clone()).collect::<Vec<_>>();
            map([
                ("label", Value::normal_string(&step.label)),
                ("url", optional(step.url.as_deref())),
                ("current", optional(current)),
                ("external", Value::from(step.is_external())),
                ("items", Value::from(held)),
            ])
        };
        Entry {
            target: step.target,
            elsewhere: value(None),
            here: value(Some("page")),
            below: value(Some("true")),
            items,
        }
    }

    fn on(&self, here: Option<Target>, below: Option<CollectionIx>) -> Value {
        match self.target {
            Some(target) if Some(target) == here => self.here.clone(),
            Some(Target::Collection(collection)) if Some(collection) == below => self.below.clone(),
            None if self.items.iter().any(|item| item.is_current(here, below)) => {
                let mut group = Entries::of(&self.below, 1);
                let items = self.items.iter().map(|item| item.on(here, below)).collect::<Vec<_>>();
                group.insert("items", Value::from(items));
                Value::from(group)
            }
            _ => self.elsewhere.clone(),
        }
    }

    fn is_current(&self, here: Option<Target>, below: Option<CollectionIx>) -> bool {
        match self.target {
            Some(Target::Collection(collection)) if Some(collection) == below => true,
            target => target.is_some() && target == here,
        }
    }
}

impl Menu {
    fn new(steps: &[Step]) -> Self {
        Menu { entries: steps.iter().map(Entry::new).collect() }
    }

    /// The menu on a page that is at `here`, below the index `below`.
    pub fn on(&self, here: Option<Target>, below: Option<CollectionIx>) -> Value {
        Value::from(self.entries.iter().map(|entry| entry.on(here, below)).collect::<Vec<_>>())
    }
}

/// The shared values of every language.
pub fn values(report: &Report, theme: &Theme, assets: &Assets) -> List<LanguageIx, Shared> {
    let languages = languages(report);
    let parts = |language: LanguageIx| Shared {
        site: site(report.localizer(language), options::value(&theme.options, assets, &report.config)),
        navigation: Menu::new(&report.plan.menus.navigation[language]),
        footer: Menu::new(&report.plan.menus.footer[language]),
        languages: languages.clone(),
        feeds: feeds(report.localizer(language)),
        home_step: home(report.localizer(language)),
        data: report.site.collections.positions().map(|_| OnceLock::new()).collect(),
        reads: Arc::default(),
    };
    let of_language = |language: LanguageIx| {
        let (shared, reads) = recorder::remembered(language, || parts(language));
        Shared { reads, ..shared }
    };
    report.config.languages.positions().map(of_language).collect()
}

fn site(localizer: Localizer, options: Value) -> Value {
    let config = localizer.config();
    let contact =
        |kind: &str| optional(config.contact.iter().find(|(known, _)| **known == *kind).map(|(_, value)| &**value));
    let text = |text: &crate::config::Localized| optional(text.best(localizer.language).map(|(_, text)| &**text));
    let title = config.title.text(localizer.language);
    let short = config.short.best(localizer.language).map_or(title, |(_, short)| short);
    map([
        ("title", Value::normal_string(title)),
        ("short", Value::normal_string(short)),
        ("description", text(&config.description)),
        ("url", Value::from(config.base_url.whole())),
        ("path", Value::normal_string(&config.base_url.path)),
        ("publisher", text(&config.publisher)),
        ("publisher_blank", text(&config.publisher_blank)),
        ("contact", map(["email", "phone", "address", "url"].map(|kind| (kind, contact(kind))))),
        ("license", optional(config.license.as_deref())),
        ("options", options),
        ("as_of", Value::normal_string(&localizer.report.site.as_of.to_string())),
        ("as_of_asked", Value::from(localizer.report.site.is_earlier())),
        ("changes", changes(localizer)),
        ("next_change", optional(localizer.report.site.next_change.map(|day| day.to_string()).as_deref())),
    ])
}

/// `{title, url, feed}` of the page that tells what each edition changed; none before the second.
fn changes(localizer: Localizer) -> Value {
    recorder::note(Note::Publication);
    let addresses = &localizer.report.plan.addresses;
    let Some(told) = addresses.changes(localizer.language) else { return Value::none() };
    map([
        ("title", Value::from(localizer.message(Message::ChangesTitle))),
        ("url", Value::from(addresses.link(&told.page))),
        ("feed", Value::from(addresses.link(&format!("/{}", told.feed)))),
    ])
}

/// The home page of each language.
fn languages(report: &Report) -> Value {
    let one = |language: LanguageIx| {
        let spec = &report.config.languages[language];
        let url = report.plan.addresses.home_url(language);
        map([
            ("lang", Value::normal_string(&spec.code)),
            ("name", Value::normal_string(&spec.name)),
            ("dir", Value::from(spec.direction.attribute())),
            ("permalink", Value::from(format!("{}{url}", report.config.base_url.origin))),
            ("url", Value::from(url)),
            ("title", Value::normal_string(report.config.title.text(language))),
            ("description", optional(report.config.description.best(language).map(|(_, text)| &**text))),
        ])
    };
    Value::from(report.config.languages.positions().map(one).collect::<Vec<_>>())
}

fn feeds(localizer: Localizer) -> Value {
    let plan = &localizer.report.plan;
    // There is a feed as long as the public sees news.
    localizer.report.site.news().for_each(|(collection, _)| recorder::note(Note::Members(collection)));
    let feed = |path: &String| {
        map([
            ("title", Value::normal_string(localizer.config().title.text(localizer.language))),
            ("url", Value::from(plan.addresses.link(&format!("/{path}")))),
        ])
    };
    Value::from(plan.feeds.get(localizer.language).map(feed).into_iter().collect::<Vec<_>>())
}

fn home(localizer: Localizer) -> (String, String) {
    let Localizer { report, language, .. } = localizer;
    let short = |home| report.site.text(home, report.site.model(home).roles.short, language).map(|(_, text)| text);
    let title = match report.plan.home {
        Some(home) => {
            recorder::note(Note::Record(home));
            short(home).unwrap_or_else(|| localizer.title(home))
        }
        None => report.config.title.text(language),
    };
    (title.to_owned(), report.plan.addresses.home_url(language))
}
