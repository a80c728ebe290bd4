//! `robots.txt`, the sitemap index, and one sitemap per language with the same page in other languages (sitemaps.org
//! protocol 0.9, `xhtml:link` as Google documents it).
//!
//! By hand: the crate `sitemap` knows no `xhtml:link`, without which search engines do not see the other languages.

use std::fmt::Write;

use crate::markup::html::escape;
use crate::output::{OutputFile, Sink};
use crate::plan::listings::{ROBOTS, SITEMAPS, Sitemap};
use crate::plan::page::{Page, PageKind};
use crate::position::LanguageIx;
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::Note;

/// Writes the sitemaps of all languages and, unless the site has one of its own, `robots.txt`.
pub fn write(report: &Report, sink: &dyn Sink) {
    // Which pages there are, and in which languages: what their records say.
    let notes: Vec<Note> = report.site.collections.positions().map(Note::Records).collect();
    let reads = report.reads(notes);
    let put = |path: &str, text: String| {
        sink.put(OutputFile { path: path.to_owned(), bytes: text.into_bytes(), reads: reads.clone() });
    };
    let base = report.config.base_url.whole();
    let mut index = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for part in &report.plan.sitemaps {
        let _ = writeln!(index, "<sitemap><loc>{}</loc></sitemap>", escape(&format!("{base}/{}", part.path)));
        put(&part.path, sitemap(report, part));
    }
    index.push_str("</sitemapindex>\n");
    put(SITEMAPS, index);
    if report.plan.robots {
        put(ROBOTS, format!("User-agent: *\nAllow: /\n\nSitemap: {base}/{SITEMAPS}\n"));
    }
}

fn sitemap(report: &Report, part: &Sitemap) -> String {
    let mut xml = String::with_capacity(part.pages.len() * 400);
    xml.push_str(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in part.pages.iter().map(|at| &report.plan.pages[*at]) {
        let urls: Vec<(LanguageIx, String)> =
            report.config.languages.positions().filter_map(|l| Some((l, url(report.localizer(l), page)?))).collect();
        let languages_page = report.config.base_url.whole() + "/";
        let own = urls.iter().find(|(language, _)| *language == page.language).map(|(_, url)| url);
        let own = if page.kind == PageKind::Languages { Some(&languages_page) } else { own };
        let Some(own) = own else { continue };
        let _ = write!(xml, "<url><loc>{}</loc>", escape(own));
        if !report.config.has_languages() {
            xml.push_str("</url>\n");
            continue;
        }
        for (language, url) in &urls {
            let code = escape(&report.config.languages[*language].code);
            let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{}\"/>", escape(url));
        }
        let is_home = match page.kind {
            PageKind::Record(record) => report.plan.home == Some(record),
            kind => kind == PageKind::Languages,
        };
        if let Some(first) = if is_home { Some(&languages_page) } else { urls.first().map(|(_, url)| url) } {
            let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"{}\"/>", escape(first));
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// The address of the home page of a language.
fn home(localizer: Localizer) -> String {
    let report = localizer.report;
    format!("{}{}", report.config.base_url.origin, report.plan.addresses.home_url(localizer.language))
}

/// The address of the same page in a language, if it is translated.
fn url(localizer: Localizer, page: &Page) -> Option<String> {
    let link = match page.kind {
        PageKind::Record(record) => localizer
            .report
            .plan
            .addresses
            .of(record, localizer.language)
            .filter(|address| address.translated)?
            .url
            .to_string(),
        PageKind::Index { collection, number, .. } => {
            localizer.report.plan.addresses.index_url(collection, localizer.language, number)?
        }
        PageKind::Languages => return Some(home(localizer)),
        PageKind::Az { number, .. } => {
            let addresses = &localizer.report.plan.addresses;
            let search = addresses.search(localizer.language).filter(|search| number <= search.az_pages())?;
            addresses.link(&search.az_path(number)?)
        }
        PageKind::Changes => {
            let addresses = &localizer.report.plan.addresses;
            addresses.link(&addresses.changes(localizer.language)?.page)
        }
        PageKind::NotFound | PageKind::Search | PageKind::Companion(..) => return None,
    };
    Some(format!("{}{link}", localizer.config().base_url.origin))
}
