//! Names of records as HTML: with a link to their page, and marked where they are in another language than the page.

use crate::config::{self, Direction};
use crate::markup::html::escape;
use crate::position::LanguageIx;
use crate::position::RecordIx;
use crate::report::localizer::Localizer;

/// A link to the page of a record; only its words when it has none.
pub fn link_to(localizer: Localizer, record: RecordIx, words: &str) -> String {
    let (of, title) = localizer.spoken_title(record);
    let words = if title == words { foreign(localizer.with(of), words, localizer.language) } else { escape(words) };
    match localizer.url(record) {
        Some(url) => format!("<a href=\"{}\">{words}</a>", escape(url)),
        None => words,
    }
}

/// Words in a language on a page in another, marked as such: readers' machines speak and hyphenate them as what they are.
pub fn foreign(localizer: Localizer, words: &str, page: LanguageIx) -> String {
    marked(localizer, escape(words), "span", page)
}

/// HTML in a language on a page in another, in an element that says so.
pub fn marked(localizer: Localizer, html: String, element: &str, page: LanguageIx) -> String {
    let languages = &localizer.config().all_languages;
    let (Some(own), Some(page)) = (languages.get(localizer.language), languages.get(page)) else { return html };
    if own.code == page.code || html.is_empty() {
        return html;
    }
    let turned = (own.direction != page.direction).then_some(own.direction);
    tagged(&html, element, (&own.code, turned))
}

/// HTML on a page in an element that says in which language it is, by its tag.
pub fn in_language(localizer: Localizer, html: &str, element: &str, tag: &str) -> String {
    let own = config::direction(tag);
    tagged(html, element, (tag, (own != localizer.spoken().direction).then_some(own)))
}

fn tagged(html: &str, element: &str, (tag, turned): (&str, Option<Direction>)) -> String {
    let direction = turned.map(|own| format!(" dir=\"{}\"", own.attribute())).unwrap_or_default();
    format!("<{element} lang=\"{}\"{direction}>{html}</{element}>", escape(tag))
}
