//! Sources in words: short citations with links, and of when a figure is.

use crate::link::RecordIx;
use crate::locale::DateForm;
use crate::markup::html::escape;
use crate::model::date::{Date, Day, Precision};
use crate::model::value::Value;
use crate::report::Report;
use crate::words::formula;

/// Sources after the words of a message, as HTML.
pub fn labelled(report: &Report, message: &str, sources: &[RecordIx], language: usize) -> String {
    // A private character stands for the links: the words around them are text.
    const HERE: &str = "\u{e000}";
    let messages = &report.locales.get(language).messages;
    let variables = [("sources", HERE.into()), ("count", sources.len().into())];
    let around = messages.format(message, &variables).unwrap_or_else(|| HERE.to_owned());
    escape(&around).replace(HERE, &sources_html(report, sources, language))
}

/// “As of” the report's day, as HTML.
pub fn as_of(report: &Report, language: usize) -> String {
    let today = Day::parse(report.config.as_of()).and_then(Day::date);
    today.map_or_else(String::new, |today| dated(report, today, language))
}

/// Of when something is, as HTML: “As of May 2024”.
pub fn dated(report: &Report, date: Date, language: usize) -> String {
    let locale = report.locales.get(language);
    let words = locale.date(date, DateForm::Long);
    let precision = match date.precision() {
        Precision::Year => "year",
        Precision::Month => "month",
        Precision::Day | Precision::Minute(_) => "day",
    };
    let variables = [("date", words.as_str().into()), ("precision", precision.into())];
    escape(&locale.messages.format("chart-as-of", &variables).unwrap_or(words))
}

/// Sources by their short citation and date, each with a link to its page on this site.
pub fn sources_html(report: &Report, sources: &[RecordIx], language: usize) -> String {
    let one = |source: &RecordIx| {
        let words = source_words(report, *source, language);
        match report.plan.addresses.best(*source, language) {
            Some((_, address)) => format!("<a href=\"{}\">{words}</a>", escape(&address.url)),
            None => words,
        }
    };
    let mut listed: Vec<RecordIx> = Vec::new();
    for source in sources {
        if !listed.contains(source) {
            listed.push(*source);
        }
    }
    let names: Vec<String> = listed.iter().map(one).collect();
    names.join(&formula::separator(report, language))
}

/// The short citation of a source with its date, as HTML.
fn source_words(report: &Report, source: RecordIx, language: usize) -> String {
    let Some(citation) = report.citations.of(source, language) else { return String::new() };
    let mut words = match &citation.lang {
        Some(tag) => format!("<cite lang=\"{}\">{}</cite>", escape(tag), escape(&citation.text)),
        None => escape(&citation.text),
    };
    if citation.own {
        words = format!("{}: {words}", escape(&report.words("own-work", language)));
    }
    let date = report.site.model(source).field("date").and_then(|(at, _)| report.site.get(source).value(at));
    if let Some(Value::Date(date)) = date {
        let day = date.without_time();
        words = format!("{words}, {}", escape(&report.locales.get(language).date(day, DateForm::Long)));
    }
    match &citation.letter {
        Some(letter) if date.is_some() => format!("{words}{letter}"),
        Some(letter) => format!("{words} ({letter})"),
        None => words,
    }
}
