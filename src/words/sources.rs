//! Sources in words: short citations with links, and of when a figure is.

use crate::locale::formats::DateForm;
use crate::locale::program::Message;
use crate::markup::html::{escape, without_tags};
use crate::model::date::Date;
use crate::position::RecordIx;
use crate::report::citations;
use crate::report::localizer::Localizer;
use crate::words::{dates, formula, names};

/// Sources after the words of a message, as HTML.
pub fn labelled(localizer: Localizer, message: Message, sources: &[RecordIx]) -> String {
    let listed = sources_html(localizer, sources);
    let count = [("count", sources.len().into())];
    localizer.html(message, &count, &[("sources", &listed)]).unwrap_or(listed)
}

/// “As of” the report's day, as HTML.
pub fn as_of(localizer: Localizer) -> String {
    localizer.report.site.as_of.date().map_or_else(String::new, |day| dated(localizer, day))
}

/// Of when something is, as HTML: “As of May 2024”.
pub fn dated(localizer: Localizer, date: Date) -> String {
    escape(&dates::phrase(localizer, Message::ChartAsOf, date))
}

/// Sources by their short citation and date, each with a link to its page on this site.
pub fn sources_html(localizer: Localizer, sources: &[RecordIx]) -> String {
    let link = |source: &RecordIx| {
        let words = source_words(localizer, *source);
        match localizer.url(*source) {
            Some(url) => format!("<a href=\"{}\">{words}</a>", escape(url)),
            None => words,
        }
    };
    let mut listed: Vec<RecordIx> = Vec::new();
    for source in sources {
        if !listed.contains(source) {
            listed.push(*source);
        }
    }
    let two = |first: String, second: String| {
        let both = localizer.html(Message::FormulaJoin, &[], &[("first", &first), ("second", &second)]);
        both.unwrap_or_else(|| format!("{first}; {second}"))
    };
    listed.iter().map(link).reduce(two).unwrap_or_default()
}

/// A source in a sentence without markup: its citation with its date, and its title where that says more. `None`: it is
/// no source.
pub fn sentence(localizer: Localizer, source: RecordIx) -> Option<String> {
    let citation = localizer.citation(source)?;
    let words = without_tags(&source_words(localizer, source));
    let title = localizer.title(source);
    Some(if *citation.text == *title { words } else { formula::pair(localizer, &words, title) })
}

/// How a source is cited, with its date. `None`: it is no source.
pub fn short(localizer: Localizer, source: RecordIx) -> Option<String> {
    localizer.citation(source)?;
    Some(without_tags(&source_words(localizer, source)))
}

/// The short citation of a source with its date, as HTML.
fn source_words(localizer: Localizer, source: RecordIx) -> String {
    let Some(citation) = localizer.citation(source) else { return String::new() };
    let mut words = match &citation.lang {
        Some(tag) => names::in_language(localizer, &escape(&citation.text), "cite", tag),
        None => escape(&citation.text),
    };
    if citation.own {
        let own = escape(&localizer.message(Message::OwnWork));
        let both = localizer.html(Message::FormulaPair, &[], &[("label", &own), ("value", &words)]);
        words = both.unwrap_or_else(|| format!("{own}: {words}"));
    }
    let date = citations::date(&localizer.report.site, source, "date");
    if let Some(date) = date {
        let day = date.without_time();
        words = formula::beside(localizer, [words, escape(&localizer.locale().date(day, DateForm::Long))]);
    }
    match &citation.letter {
        Some(letter) if date.is_some() => format!("{words}{letter}"),
        Some(letter) => format!("{words} ({letter})"),
        None => words,
    }
}
