//! `robots.txt`, the sitemap index, and one sitemap per language with the same page in other languages (sitemaps.org
//! protocol 0.9, `xhtml:link` as Google documents it).

use std::fmt::Write;

use crate::markup::html::escape;
use crate::output::{OutputFile, Sink};
use crate::plan::{Page, PageKind};
use crate::report::Report;
use crate::report::localizer::Localizer;

/// A sitemap holds at most 50,000 addresses.
const LIMIT: usize = 50_000;

/// Writes the sitemaps of all languages and, unless the site has one of its own, `robots.txt`.
pub fn write(report: &Report, has_robots: bool, sink: &dyn Sink) {
    let put = |path: String, text: String| sink.put(OutputFile { path, bytes: text.into_bytes(), reads: Vec::new() });
    let base = report.config.base_url.whole();
    let mut index = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (language, spec) in report.config.languages.iter().enumerate() {
        let listed: Vec<&Page> =
            report.plan.pages.iter().filter(|page| page.language == language && is_listed(report, page)).collect();
        for (at, part) in listed.chunks(LIMIT).enumerate() {
            let name = if at == 0 {
                format!("sitemap-{}.xml", spec.code)
            } else {
                format!("sitemap-{}-{}.xml", spec.code, at + 1)
            };
            let _ = writeln!(index, "<sitemap><loc>{}</loc></sitemap>", escape(&format!("{base}/{name}")));
            put(name, sitemap(report, part));
        }
    }
    index.push_str("</sitemapindex>\n");
    put("sitemap.xml".to_owned(), index);
    if !has_robots {
        put("robots.txt".to_owned(), format!("User-agent: *\nAllow: /\n\nSitemap: {base}/sitemap.xml\n"));
    }
}

/// Whether search engines should list a page: fallbacks and error pages are not.
fn is_listed(report: &Report, page: &Page) -> bool {
    match page.kind {
        PageKind::Record(record) => {
            report.plan.addresses.of(record, page.language).is_some_and(|address| address.translated)
        }
        PageKind::Index { .. } | PageKind::Languages => true,
        PageKind::NotFound => false,
    }
}

fn sitemap(report: &Report, pages: &[&Page]) -> String {
    let mut xml = String::with_capacity(pages.len() * 400);
    xml.push_str(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages {
        let urls: Vec<(usize, String)> =
            (0..report.config.languages.len()).filter_map(|l| Some((l, url(report.localizer(l), page)?))).collect();
        let languages_page = report.config.base_url.whole() + "/";
        let own = urls.iter().find(|(language, _)| *language == page.language).map(|(_, url)| url);
        let own = if page.kind == PageKind::Languages { Some(&languages_page) } else { own };
        let Some(own) = own else { continue };
        let _ = write!(xml, "<url><loc>{}</loc>", escape(own));
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
        PageKind::NotFound => return None,
    };
    Some(format!("{}{link}", localizer.config().base_url.origin))
}
