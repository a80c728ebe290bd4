//! A figure's formula in words: “Number of records in Centers with Level: Provincial; Stage: Recognized”.
//!
//! Conditions are pairs of label and value, so that the sentence holds in every language whatever the nouns are.

use crate::figures::condition::{Check, Plain, Test};
use crate::figures::formula::{Aggregate, By, Formula};
use crate::locale::formats::DateForm;
use crate::locale::program::{Message, Wording};
use crate::model::value::{Bound, Missing};
use crate::report::localizer::Localizer;

/// The whole formula.
pub fn words(localizer: Localizer, formula: &Formula) -> String {
    let collection = localizer.report.site.collections[formula.collection].label.text(localizer.language);
    let measure = formula.measure.as_ref().map_or("", |path| path.label.text(localizer.language));
    let by = by(localizer, formula).unwrap_or_default();
    let variables = [("collection", collection.into()), ("measure", measure.into()), ("by", by.as_str().into())];
    let sentence = localizer.format(message(formula.aggregate), &variables).unwrap_or_default();
    if formula.tests.is_empty() {
        return sentence;
    }
    let conditions = conditions(localizer, &formula.tests);
    let variables = [("formula", sentence.as_str().into()), ("conditions", conditions.as_str().into())];
    localizer.format(Message::FormulaWhere, &variables).unwrap_or(sentence)
}

fn message(aggregate: Aggregate) -> Message {
    match aggregate {
        Aggregate::Count => Message::FormulaCount,
        Aggregate::Sum => Message::FormulaSum,
        Aggregate::Average => Message::FormulaAverage,
        Aggregate::Minimum => Message::FormulaMinimum,
        Aggregate::Maximum => Message::FormulaMaximum,
        Aggregate::Share => Message::FormulaShare,
        Aggregate::Coverage => Message::FormulaCoverage,
    }
}

/// What a figure is grouped by.
pub fn by(localizer: Localizer, formula: &Formula) -> Option<String> {
    Some(match formula.by.as_ref()? {
        By::Path(path) => path.label.text(localizer.language).to_owned(),
        By::Best { path, label, .. } => {
            let (field, collection) = (path.label.text(localizer.language), label.text(localizer.language));
            let variables = [("field", field.into()), ("collection", collection.into())];
            localizer.format(Message::FormulaBest, &variables).unwrap_or_else(|| field.to_owned())
        }
    })
}

fn conditions(localizer: Localizer, tests: &[Test]) -> String {
    joined(localizer, tests.iter().map(|test| condition(localizer, test)))
}

/// Parts that stand beside each other: `a; b; c`.
pub fn joined(localizer: Localizer, parts: impl Iterator<Item = String>) -> String {
    let two = |first: String, second: String| {
        let variables = [("first", first.as_str().into()), ("second", second.as_str().into())];
        localizer.format(Message::FormulaJoin, &variables).unwrap_or_else(|| format!("{first}; {second}"))
    };
    parts.reduce(two).unwrap_or_default()
}

/// Parts that are written one behind the other: `a, b`. On a page each keeps its direction.
pub fn beside(localizer: Localizer, parts: impl IntoIterator<Item = String>) -> String {
    between(localizer, Message::SeparatorList, parts)
}

/// Parts that have less to do with each other: `a · b`. On a page each keeps its direction.
pub fn dotted(localizer: Localizer, parts: impl IntoIterator<Item = String>) -> String {
    between(localizer, Message::SeparatorDot, parts)
}

fn between(localizer: Localizer, separator: Message, parts: impl IntoIterator<Item = String>) -> String {
    let mut parts: Vec<String> = parts.into_iter().collect();
    if parts.len() < 2 {
        return parts.pop().unwrap_or_default();
    }
    let parts: Vec<String> = parts.into_iter().map(|part| localizer.isolated(part)).collect();
    parts.join(&localizer.message(separator))
}

/// A label with its value: `Stage: Recognized`.
pub fn pair(localizer: Localizer, label: &str, value: &str) -> String {
    let variables = [("label", label.into()), ("value", value.into())];
    localizer.format(Message::FormulaPair, &variables).unwrap_or_else(|| format!("{label}: {value}"))
}

fn condition(localizer: Localizer, test: &Test) -> String {
    let value = match &test.is {
        // A single condition on others needs no brackets.
        Check::All(inner) if inner.len() == 1 => conditions(localizer, inner),
        Check::All(inner) => format!("({})", conditions(localizer, inner)),
        check => check_words(localizer, check),
    };
    pair(localizer, test.label.text(localizer.language), &value)
}

fn check_words(localizer: Localizer, check: &Check) -> String {
    let around = |message: Wording, value: String| {
        localizer.format(message, &[("value", value.as_str().into())]).unwrap_or(value)
    };
    match check {
        Check::OneOf(values) => values.iter().map(|value| operand(localizer, value)).collect::<Vec<_>>().join(" / "),
        Check::Range { min, max } => {
            let limit = |bound: Bound, value: &Option<Plain>| {
                value.as_ref().map(|value| around(bound.into(), operand(localizer, value)))
            };
            let limits = [limit(Bound::AtLeast, min), limit(Bound::AtMost, max)];
            beside(localizer, limits.into_iter().flatten())
        }
        Check::Missing(reason) => localizer.message(reason.unwrap_or(Missing::NotAvailable)),
        Check::Not(inner) => around(Message::FormulaNot.into(), check_words(localizer, inner)),
        Check::All(tests) => format!("({})", conditions(localizer, tests)),
    }
}

fn operand(localizer: Localizer, value: &Plain) -> String {
    let locale = localizer.locale();
    match value {
        Plain::Option(_, label) => label.text(localizer.language).to_owned(),
        Plain::Record(record) if localizer.report.site.records.get(record.collection).is_some() => {
            localizer.title(*record).to_owned()
        }
        Plain::Record(_) => "–".to_owned(),
        Plain::Text(text) => text.to_string(),
        Plain::Number(number) => locale.number(number),
        Plain::Date(date) => locale.date(*date, DateForm::Long),
        Plain::Boolean(yes) => localizer.message(if *yes { Message::Yes } else { Message::No }),
    }
}
