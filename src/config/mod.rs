//! Config: the settings of the site; apart from them, what one run is asked for.
//!
//! In:  the parsed `site.yaml`; the run, which may show hidden languages and give another address.
//! Out: [`Config`], complete enough to go on even after findings.

pub mod cldr;
pub mod tags;
pub mod language_names;
pub mod language;
pub mod url;
pub mod menu;
pub mod home;
pub mod link_terms;
pub mod run;
pub mod security;

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostics::{Checked, Diagnostic, Place, codes};
use crate::parse::keys::Context;
use crate::parse::yaml::{self, Node};
use crate::parse::{Source, Span, blanks};
use crate::position::LanguageIx;

pub use home::Home;
pub use language::{Direction, Language, Languages, Localized, LocalizedReader, direction};
pub use link_terms::LinkTerms;
pub use menu::MenuItem;
pub use run::Run;
pub use security::Security;
pub use url::BaseUrl;

/// Path of the settings below the site's folder.
pub const SITE_FILE: &str = "content/site.yaml";

/// The theme of a site that names none.
pub const DEFAULT_THEME: &str = "report";

/// The settings of the site.
#[derive(Debug, Clone)]
pub struct Config {
    /// Name of the site.
    pub title: Localized,
    /// The same where room is short, as behind the title of a page; empty: there is no shorter name.
    pub short: Localized,
    /// What the site is, in a sentence.
    pub description: Localized,
    /// Where the site will stand.
    pub base_url: BaseUrl,
    /// The languages that are built, the source language first. Never empty.
    pub languages: Languages,
    /// Whether the languages are those that were meant; without them nothing can be said about the texts.
    pub knows_languages: bool,
    /// These and, after them, the hidden ones: texts may be written in all of them, and are checked.
    pub all_languages: Languages,
    /// The day to which the data were looked after; `None`: nobody says, so it is today.
    pub data_as_of: Option<Date>,
    /// Where that is written; the file where nothing is.
    pub data_as_of_place: Place,
    /// IANA name of the zone that times are written in.
    pub time_zone: Box<str>,
    /// Name of the theme.
    pub theme: Box<str>,
    /// Where the theme is named; the settings file as a whole when it is not.
    pub theme_place: Place,
    /// Options for the theme as written, with the source they stand in.
    pub theme_options: Option<Node>,
    /// Whether it has a search, where its theme knows one.
    pub search: bool,
    /// Whether its data are there as workbooks, too.
    pub workbooks: bool,
    /// The main menu.
    pub navigation: Vec<MenuItem>,
    /// The menu at the foot of the page.
    pub footer: Vec<MenuItem>,
    /// What the home page shows beside its text.
    pub home: Home,
    /// Who publishes the site.
    pub publisher: Localized,
    /// What stands instead while somebody has to confirm the publisher, `[[to fill: …]]`: then nothing is signed.
    pub publisher_blank: Localized,
    /// How to reach the publisher: pairs of kind (`email phone address url`) and value.
    pub contact: Vec<(Box<str>, Box<str>)>,
    /// The code of the country of telephone numbers that have none, `+86`; `None`: they are not known to be of any.
    pub calling_code: Option<Box<str>>,
    /// Whom to tell of a gap in the site's defences; `None`: nobody says.
    pub security: Option<Security>,
    /// Licence of the data: a name or an address.
    pub license: Option<Box<str>>,
    /// Whether HTML in prose is passed through.
    pub raw_html: bool,
    /// Which terms of the glossary texts of pages link where they first use them.
    pub link_terms: LinkTerms,
    /// The settings file, for findings of later stages.
    pub source: Arc<Source>,
}

const KEYS: &[&str] = &[
    "title",
    "short",
    "description",
    "base_url",
    "languages",
    "as_of",
    "time_zone",
    "theme",
    "theme_options",
    "search",
    "workbooks",
    "navigation",
    "footer",
    "home",
    "publisher",
    "contact",
    "calling_code",
    "security",
    "license",
    "raw_html",
    "link_terms",
];

impl Config {
    /// Whether the site has several languages, be they hidden or not.
    pub fn has_languages(&self) -> bool {
        self.all_languages.len() > 1
    }

    /// Whether `/` is a page that lists the languages: not on a site in one language, nor where one is at the root.
    pub fn lists_languages(&self) -> bool {
        self.has_languages() && !self.all_languages[LanguageIx::SOURCE].at_root
    }

    /// The part of the addresses of a language; `None` on a site in one language, and of the one at the root.
    pub fn language_part(&self, language: LanguageIx) -> Option<&str> {
        let language = &self.all_languages[language];
        (self.has_languages() && !language.at_root).then_some(&*language.code)
    }

    /// The language with that tag, hidden or not.
    pub fn language(&self, code: &str) -> Option<LanguageIx> {
        self.all_languages.position(|language| &*language.code == code)
    }
}

/// Reads the settings. Even an empty file gives a usable value, with findings.
pub fn read(source: Arc<Source>, run: &Run) -> Checked<Config> {
    let mut findings = Vec::new();
    let root = yaml::parse(&source, &mut findings);
    let syntax_error = root.is_none() && !findings.is_empty();
    let root = root.unwrap_or_else(Node::empty);
    let config = {
        let mut context = Context { source: &source, findings: &mut findings };
        context.entries(&root, "site.yaml", KEYS);
        settings(&mut context, &root, run, &source)
    };
    if syntax_error {
        return Checked { value: config, diagnostics: findings };
    }
    require(&source, &root, (&config, run), &mut findings);
    Checked { value: config, diagnostics: findings }
}

fn settings(context: &mut Context, root: &Node, run: &Run, source: &Arc<Source>) -> Config {
    let before = context.findings.len();
    let written = root.get("languages").map(|node| language::list(context, node)).unwrap_or_default();
    let knows_languages = context.findings.len() == before && written.iter().any(|language| !language.hidden);
    let mut languages = if written.is_empty() { vec![Language::new("en")] } else { written };
    if run.drafts {
        languages.iter_mut().for_each(|language| language.hidden = false);
    }
    // Texts are kept by the position of their language: hidden ones stand at the end, and the others are as if alone.
    languages.sort_by_key(|language| language.hidden);
    language::relate(&mut languages);
    let shown = languages.iter().filter(|language| !language.hidden).count();
    let languages = Languages::from(languages);
    let localized = |context: &mut Context, key: &str| match root.get(key) {
        Some(node) => LocalizedReader { what: key, languages: &languages }.read(context, node),
        None => Localized::empty(&languages),
    };
    let text = |context: &mut Context, key: &str| root.get(key).and_then(|n| context.text(n, key)).map(Box::from);
    let title = localized(context, "title");
    let short = root.get("short").map(|node| short(context, node, &languages));
    let description = localized(context, "description");
    let (publisher, publisher_blank) = confirmed(localized(context, "publisher"), &languages);
    let written_url = text(context, "base_url");
    let base_url = run.base_url.clone().or(written_url.map(|url: Box<str>| url.into_string()));
    let base_url = base_url.and_then(|text| base_url_of(context, root, &text)).unwrap_or_default();
    let menu = |context: &mut Context, key: &str| {
        root.get(key).map(|node| menu::list(context, node, key, &languages)).unwrap_or_default()
    };
    let navigation = menu(context, "navigation");
    let footer = menu(context, "footer");
    Config {
        title,
        short: short.unwrap_or_else(|| Localized::empty(&languages)),
        description,
        base_url,
        data_as_of: root.get("as_of").and_then(|node| data_day(context, node, run.today)),
        data_as_of_place: root.get("as_of").map_or_else(|| Place::file(SITE_FILE), |node| source.place(node.span)),
        time_zone: text(context, "time_zone").unwrap_or_else(|| "UTC".into()),
        theme: text(context, "theme").unwrap_or_else(|| DEFAULT_THEME.into()),
        theme_place: root.get("theme").map_or_else(|| Place::file(SITE_FILE), |node| source.place(node.span)),
        theme_options: root.get("theme_options").cloned(),
        search: root.get("search").and_then(|node| context.boolean(node, "search")).unwrap_or(true),
        workbooks: root.get("workbooks").and_then(|node| context.boolean(node, "workbooks")).unwrap_or(false),
        navigation,
        footer,
        home: root.get("home").map(|node| home::read(context, node)).unwrap_or_default(),
        publisher,
        publisher_blank,
        contact: root.get("contact").map(|node| contact(context, node)).unwrap_or_default(),
        calling_code: root.get("calling_code").and_then(|node| calling_code(context, node)),
        security: root.get("security").and_then(|node| security::read(context, node, run.today)),
        license: text(context, "license"),
        raw_html: root.get("raw_html").and_then(|node| context.boolean(node, "raw_html")).unwrap_or(false),
        link_terms: root.get("link_terms").map(|node| link_terms::read(context, node)).unwrap_or_default(),
        languages: languages.beginning(shown.max(1)),
        knows_languages,
        all_languages: languages,
        source: source.clone(),
    }
}

/// Letters of the short name of a site, which stands behind the title of each of its pages.
const SHORT: usize = 20;

fn short(context: &mut Context, node: &Node, languages: &Languages) -> Localized {
    let short = LocalizedReader { what: "short", languages }.read_all(context, node);
    let long = short.all().map(|(at, text)| (at, text.chars().count())).filter(|(_, length)| *length > SHORT);
    for (at, length) in long.collect::<Vec<_>>() {
        let Language { name, code, .. } = &languages[at];
        let message =
            format!("`short` has {length} characters in {name}: at most {SHORT} are left behind a page's title");
        let place = node.get(code).unwrap_or(node).span;
        context.report(&codes::SETTINGS, place, message).hint("an abbreviation, or the last word of the title");
    }
    short
}

/// The day to which the data were looked after. It has come: nobody has looked at what is to be.
fn data_day(context: &mut Context, node: &Node, today: Date) -> Option<Date> {
    let text = context.text(node, "as_of")?;
    let day = run::day(text);
    match day {
        None => {
            let hint = "write the day to which the data were looked after: `as_of: 2026-11-24`";
            context.report(&codes::SETTINGS, node.span, format!("`{text}` is not a day")).hint(hint);
        }
        Some(day) if day > today => {
            let hint = "write the day on which somebody last looked after the data";
            context.report(&codes::SETTINGS, node.span, format!("{day} has not come: today is {today}")).hint(hint);
        }
        Some(_) => {}
    }
    day
}

fn base_url_of(context: &mut Context, root: &Node, text: &str) -> Option<BaseUrl> {
    let parsed = BaseUrl::parse(text);
    if parsed.is_none() {
        let span = root.get("base_url").map_or(Span::default(), |node| node.span);
        let message = format!("`{text}` is not the address of a site");
        context
            .report(&codes::SETTINGS, span, message)
            .hint("write it with scheme and host: https://report.example/path");
    }
    parsed
}

fn contact(context: &mut Context, node: &Node) -> Vec<(Box<str>, Box<str>)> {
    let entries = context.entries(node, "contact", &["email", "phone", "address", "url"]);
    let pair = |context: &mut Context, (key, value): &(yaml::Key, Node)| {
        context.text(value, &key.name).map(|text| (key.name.clone(), text.into()))
    };
    entries.iter().filter_map(|entry| pair(context, entry)).collect()
}

/// `"+86"`: a plus and one to three digits.
fn calling_code(context: &mut Context, node: &Node) -> Option<Box<str>> {
    let text = context.text(node, "calling_code")?;
    let digits = text.strip_prefix('+').unwrap_or_default();
    let is_code = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_code || digits.starts_with('0') {
        let hint = "write it with a plus, in quotation marks: `calling_code: \"+86\"`";
        context
            .report(&codes::SETTINGS, node.span, format!("`{text}` is not the calling code of a country"))
            .hint(hint);
        return None;
    }
    Some(text.into())
}

/// Findings for settings that no site can do without.
fn require(source: &Arc<Source>, root: &Node, (config, run): (&Config, &Run), findings: &mut Vec<Diagnostic>) {
    let mut missing = |key: &str, hint: &str| {
        let place = Place::file(source.path.clone());
        findings.push(Diagnostic::new(&codes::SETTINGS, place, format!("`{key}` is not set")).hint(hint));
    };
    if root.get("title").is_none() {
        missing("title", "add a line `title: …`, or one text per language: `title: {en: …, de: …}`");
    }
    if root.get("languages").is_none() {
        missing("languages", "add a line `languages: [en]`; the first is the language you write in");
    }
    if root.get("base_url").is_none() && run.base_url.is_none() {
        missing("base_url", "add the address where the site will stand: `base_url: https://report.example`");
    }
    if config.all_languages.iter().all(|language| language.hidden) {
        missing("languages", "at least one language is not hidden");
    }
    if root.get("as_of").is_none() && run.notes {
        let place = Place::file(source.path.clone());
        let message = format!("nobody says to which day the data were looked after: {} is printed", run.today);
        let hint = "add `as_of: YYYY-MM-DD`, and raise it whenever somebody has looked: a new build is no newer data";
        findings.push(Diagnostic::new(&codes::NO_AS_OF, place, message).hint(hint));
    }
    let zone = root.get("time_zone");
    if let Some(node) = zone.filter(|_| jiff::tz::TimeZone::get(&config.time_zone).is_err()) {
        let message = format!("`{}` is not a time zone", config.time_zone);
        findings.push(
            source.finding(&codes::SETTINGS, node.span, message).hint("for example Asia/Shanghai, Europe/Berlin, UTC"),
        );
    }
}

/// A name, and the words of the blank that stands for it in some language: then there is no name in any.
fn confirmed(name: Localized, languages: &Languages) -> (Localized, Localized) {
    if !name.all().any(|(_, text)| blanks::is_blank(text)) {
        return (name, Localized::empty(languages));
    }
    let mut words = Localized::empty(languages);
    for (at, text) in name.all() {
        let inner = text.trim().trim_start_matches("[[").trim_end_matches("]]");
        words.set(at, inner.split_once(':').map_or(inner, |(_, words)| words).trim());
    }
    (Localized::empty(languages), words)
}

#[cfg(test)]
mod tests;
