//! Facts in words: what a reader is told of a value, as text and as HTML.

use crate::link::{Linked, RecordIx};
use crate::locale::DateForm;
use crate::locale::program::Message;
use crate::markup::html::escape;
use crate::model::field::{Field, FieldKind};
use crate::model::value::{self, Fact};
use crate::position::LanguageIx;
use crate::report::localizer::Localizer;
use crate::words::figures::data_element;
use crate::words::quantity::{Quantity, digits_of};
use crate::words::{corrected, formula};

/// A fact in words; empty when there is no value.
pub fn words(localizer: Localizer, linked: &Linked, field: &Field, fact: &Fact) -> String {
    let Some(value) = fact.value() else { return String::new() };
    let locale = localizer.locale();
    match (value, &field.kind) {
        (value::Value::Text(text), _) => {
            corrected::value(localizer, linked, field, text).map_or_else(|| text.to_string(), |said| said.text)
        }
        (value::Value::Language(tag), _) => locale.language_name(tag).to_owned(),
        (value::Value::Localized(text), _) => text.text(localizer.language).to_owned(),
        (value::Value::Number(number), FieldKind::Number(kind)) => {
            let digits = digits_of(localizer, kind, number, fact.bound);
            Quantity { number, digits: &digits, unit: kind.unit.as_deref(), bound: fact.bound }.words(localizer)
        }
        (value::Value::Date(date), _) => locale.date(*date, DateForm::Long),
        (value::Value::Boolean(yes), _) => localizer.message(if *yes { Message::Yes } else { Message::No }),
        (value::Value::Choice(at), FieldKind::Choice(options)) => {
            options[*at].label.text(localizer.language).to_owned()
        }
        (value::Value::Reference(at), _) => {
            linked.targets[*at as usize].map_or_else(String::new, |target| localizer.title(target).to_owned())
        }
        (value::Value::Location(location), _) => {
            format!("{}; {}", locale.number(&location.latitude), locale.number(&location.longitude))
        }
        (value::Value::Image(image), _) => image.alt.text(localizer.language).to_owned(),
        (value::Value::List(items), FieldKind::List(of)) => {
            let words = items.iter().map(|item| words(localizer, linked, of, item)).filter(|text| !text.is_empty());
            listed(localizer, of, words.collect())
        }
        (value::Value::Group(facts), FieldKind::Group(fields)) => {
            let parts = fields
                .iter()
                .zip(facts)
                .filter_map(|(field, fact)| Some(words(localizer, linked, field, fact.as_ref()?)));
            parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

/// Items as the language joins them; those that have parts are kept apart by more than what stands between the parts.
pub fn listed(localizer: Localizer, of: &Field, items: Vec<String>) -> String {
    match &of.kind {
        FieldKind::Group(fields) if fields.len() > 1 => formula::joined(localizer, items.into_iter()),
        _ => localizer.locale().list(&items),
    }
}

/// A fact in words as HTML, numbers with their exact value for machines.
pub fn quoted(localizer: Localizer, linked: &Linked, field: &Field, fact: &Fact) -> String {
    let words = words(localizer, linked, field, fact);
    match (fact.value(), &field.kind) {
        (Some(value::Value::Number(number)), FieldKind::Number(kind)) => {
            let digits = digits_of(localizer, kind, number, fact.bound);
            data_element(localizer, number, &digits, &words)
        }
        _ => escape(&words),
    }
}

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
    let direction = match own.direction == page.direction {
        true => String::new(),
        false => format!(" dir=\"{}\"", own.direction.attribute()),
    };
    format!("<{element} lang=\"{}\"{direction}>{html}</{element}>", own.code)
}
