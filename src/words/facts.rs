//! Facts in words: values as readers see them, as text and as HTML.

use crate::link::effective::Effective;
use crate::locale::formats::DateForm;
use crate::locale::program::Message;
use crate::markup::html::escape;
use crate::model::field::{Field, FieldKind};
use crate::model::value;
use crate::report::localizer::Localizer;
use crate::words::figures::data_element;
use crate::words::quantity::{Quantity, digits_of};
use crate::words::{corrected, formula, places};

/// A fact in words; empty when there is no value.
pub fn words(localizer: Localizer, fact: &Effective) -> String {
    let Some(value) = fact.value() else { return String::new() };
    let locale = localizer.locale();
    match (value, &fact.field.kind) {
        (value::Value::Text(text), _) => text.to_string(),
        // What a correction says is written as what it corrects; how a figure is computed has no words here.
        (value::Value::Raw(_), _) => {
            corrected::value(localizer, fact.linked.at, fact.field).map_or_else(String::new, |value| value.text)
        }
        (value::Value::Language(tag), _) => locale.language_name(tag).to_owned(),
        (value::Value::Localized(text), _) => text.text(localizer.language).to_owned(),
        (value::Value::Number(number), FieldKind::Number(kind)) => {
            let bound = fact.written.bound;
            let digits = digits_of(localizer, kind, number, bound);
            Quantity { number, digits: &digits, unit: kind.unit.as_deref(), bound }.words(localizer)
        }
        (value::Value::Date(date), _) => locale.date(*date, DateForm::Long),
        (value::Value::Boolean(yes), _) => localizer.message(if *yes { Message::Yes } else { Message::No }),
        (value::Value::Choice(at), FieldKind::Choice(options)) => {
            options[*at].label.text(localizer.language).to_owned()
        }
        (value::Value::Reference(at), _) => {
            fact.linked.targets[*at as usize].map_or_else(String::new, |target| localizer.title(target).to_owned())
        }
        (value::Value::Location(location), _) => places::words(localizer, location),
        (value::Value::Image(image), _) => image.alt.text(localizer.language).to_owned(),
        (value::Value::List(_), FieldKind::List(of)) => listed(localizer, of, words_of_parts(localizer, fact)),
        (value::Value::Group(_), _) => formula::beside(localizer, words_of_parts(localizer, fact)),
        _ => String::new(),
    }
}

fn words_of_parts(localizer: Localizer, fact: &Effective) -> Vec<String> {
    fact.parts().map(|part| words(localizer, &part)).filter(|words| !words.is_empty()).collect()
}

/// Items as the language joins them; those that have parts are kept apart by more than what stands between the parts.
pub fn listed(localizer: Localizer, of: &Field, items: Vec<String>) -> String {
    match &of.kind {
        FieldKind::Group(fields) if fields.len() > 1 => formula::joined(localizer, items.into_iter()),
        _ => localizer.list(&items),
    }
}

/// A fact in words as HTML, numbers with their exact value for machines.
pub fn quoted(localizer: Localizer, fact: &Effective) -> String {
    let words = words(localizer, fact);
    match (fact.value(), &fact.field.kind) {
        (Some(value::Value::Number(number)), FieldKind::Number(kind)) => {
            let digits = digits_of(localizer, kind, number, fact.written.bound);
            data_element(localizer, number, &digits, &words)
        }
        _ => escape(&words),
    }
}

/// A number as HTML without its unit, for a column whose head names that; any other fact as [`quoted`].
pub fn without_unit(localizer: Localizer, fact: &Effective) -> String {
    let (Some(value::Value::Number(number)), FieldKind::Number(kind)) = (fact.value(), &fact.field.kind) else {
        return quoted(localizer, fact);
    };
    let bound = fact.written.bound;
    let digits = digits_of(localizer, kind, number, bound);
    let shown = Quantity { number, digits: &digits, unit: None, bound }.words(localizer);
    data_element(localizer, number, &digits, &shown)
}
