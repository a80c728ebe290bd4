//! Facts in words: what a reader is told of a value, as text and as HTML.

use crate::link::{Linked, RecordIx};
use crate::locale::DateForm;
use crate::markup::html::escape;
use crate::model::field::{Field, FieldKind};
use crate::model::value::{self, Fact};
use crate::report::Report;
use crate::words::corrected;
use crate::words::figures::data_element;
use crate::words::formula;
use crate::words::quantity::{Quantity, digits_of};

/// A fact in words; empty when there is no value.
pub fn words(report: &Report, linked: &Linked, field: &Field, fact: &Fact, language: usize) -> String {
    let Some(value) = fact.value() else { return String::new() };
    let locale = report.locales.get(language);
    match (value, &field.kind) {
        (value::Value::Text(text), _) => {
            corrected::value(report, linked, field, text, language).map_or_else(|| text.to_string(), |said| said.text)
        }
        (value::Value::Language(tag), _) => locale.language_name(tag).to_owned(),
        (value::Value::Localized(text), _) => text.text(language).to_owned(),
        (value::Value::Number(number), FieldKind::Number(kind)) => {
            let digits = digits_of(report, kind, number, fact.bound, language);
            Quantity { number, digits: &digits, unit: kind.unit.as_deref(), bound: fact.bound }.words(report, language)
        }
        (value::Value::Date(date), _) => locale.date(*date, DateForm::Long),
        (value::Value::Boolean(yes), _) => report.words(if *yes { "yes" } else { "no" }, language),
        (value::Value::Choice(at), FieldKind::Choice(options)) => options[*at].label.text(language).to_owned(),
        (value::Value::Reference(at), _) => linked.targets[*at as usize]
            .map_or_else(String::new, |target| report.site.title(target, language).1.to_owned()),
        (value::Value::Location(location), _) => {
            format!("{}; {}", locale.number(&location.latitude), locale.number(&location.longitude))
        }
        (value::Value::Image(image), _) => image.alt.text(language).to_owned(),
        (value::Value::List(items), FieldKind::List(of)) => {
            let words =
                items.iter().map(|item| words(report, linked, of, item, language)).filter(|text| !text.is_empty());
            listed(report, of, words.collect(), language)
        }
        (value::Value::Group(facts), FieldKind::Group(fields)) => {
            let parts = fields
                .iter()
                .zip(facts)
                .filter_map(|(field, fact)| Some(words(report, linked, field, fact.as_ref()?, language)));
            parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

/// Items as the language joins them; those that have parts are kept apart by more than what stands between the parts.
pub fn listed(report: &Report, of: &Field, items: Vec<String>, language: usize) -> String {
    match &of.kind {
        FieldKind::Group(fields) if fields.len() > 1 => formula::joined(report, items.into_iter(), language),
        _ => report.locales.get(language).list(&items),
    }
}

/// A fact in words as HTML, numbers with their exact value for machines.
pub fn quoted(report: &Report, linked: &Linked, field: &Field, fact: &Fact, language: usize) -> String {
    let words = words(report, linked, field, fact, language);
    match (fact.value(), &field.kind) {
        (Some(value::Value::Number(number)), FieldKind::Number(kind)) => {
            let digits = digits_of(report, kind, number, fact.bound, language);
            data_element(report, number, &digits, &words, language)
        }
        _ => escape(&words),
    }
}

/// A link to the page of a record; only its words when it has none.
pub fn link_to(report: &Report, record: RecordIx, words: &str, language: usize) -> String {
    let (of, title) = report.site.title(record, language);
    let words = if title == words { foreign(report, words, of, language) } else { escape(words) };
    match report.plan.addresses.best(record, language) {
        Some((_, address)) => format!("<a href=\"{}\">{words}</a>", escape(&address.url)),
        None => words,
    }
}

/// Words in a language on a page in another, marked as such: readers' machines speak and hyphenate them as what they are.
pub fn foreign(report: &Report, words: &str, language: usize, page: usize) -> String {
    marked(report, escape(words), "span", language, page)
}

/// HTML in a language on a page in another, in an element that says so.
pub fn marked(report: &Report, html: String, element: &str, language: usize, page: usize) -> String {
    let languages = &report.config.all_languages;
    let (Some(own), Some(page)) = (languages.get(language), languages.get(page)) else { return html };
    if own.code == page.code || html.is_empty() {
        return html;
    }
    let direction = match own.direction == page.direction {
        true => String::new(),
        false => format!(" dir=\"{}\"", own.direction.attribute()),
    };
    format!("<{element} lang=\"{}\"{direction}>{html}</{element}>", own.code)
}
