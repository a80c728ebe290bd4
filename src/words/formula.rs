//! A figure's formula in words: “Number of records in Centers with Level: Provincial; Stage: Recognized”.
//!
//! Conditions are pairs of label and value, so that the sentence holds in every language whatever the nouns are.

use crate::figures::condition::{Check, Plain, Test};
use crate::figures::formula::{By, Formula};
use crate::locale::DateForm;
use crate::model::value::word_of;
use crate::report::Report;

/// The whole formula.
pub fn words(report: &Report, formula: &Formula, language: usize) -> String {
    let messages = &report.locales.get(language).messages;
    let collection = report.site.collections[formula.collection].label.text(language);
    let measure = formula.measure.as_ref().map_or("", |path| path.label.text(language));
    let by = by(report, formula, language).unwrap_or_default();
    let variables = [("collection", collection.into()), ("measure", measure.into()), ("by", by.as_str().into())];
    let key = format!("formula-{}", word_of(formula.aggregate));
    let sentence = messages.format(&key, &variables).unwrap_or_default();
    if formula.tests.is_empty() {
        return sentence;
    }
    let conditions = conditions(report, &formula.tests, language);
    let variables = [("formula", sentence.as_str().into()), ("conditions", conditions.as_str().into())];
    messages.format("formula-where", &variables).unwrap_or(sentence)
}

/// What a figure is grouped by.
pub fn by(report: &Report, formula: &Formula, language: usize) -> Option<String> {
    Some(match formula.by.as_ref()? {
        By::Path(path) => path.label.text(language).to_owned(),
        By::Best { path, label, .. } => {
            let (field, collection) = (path.label.text(language), label.text(language));
            let variables = [("field", field.into()), ("collection", collection.into())];
            let messages = &report.locales.get(language).messages;
            messages.format("formula-best", &variables).unwrap_or_else(|| field.to_owned())
        }
    })
}

fn conditions(report: &Report, tests: &[Test], language: usize) -> String {
    joined(report, tests.iter().map(|test| condition(report, test, language)), language)
}

/// Parts that stand beside each other: `a; b; c`.
pub fn joined(report: &Report, parts: impl Iterator<Item = String>, language: usize) -> String {
    let messages = &report.locales.get(language).messages;
    let two = |first: String, second: String| {
        let variables = [("first", first.as_str().into()), ("second", second.as_str().into())];
        messages.format("formula-join", &variables).unwrap_or_else(|| format!("{first}; {second}"))
    };
    parts.reduce(two).unwrap_or_default()
}

/// What stands between two parts: a semicolon with the blanks of the language.
pub fn separator(report: &Report, language: usize) -> String {
    let ends = ["\u{e000}", "\u{e001}"];
    let joined = joined(report, ends.iter().map(ToString::to_string), language);
    joined.trim_matches(['\u{e000}', '\u{e001}']).to_owned()
}

/// A label with its value: `Stage: Recognized`.
pub fn pair(report: &Report, label: &str, value: &str, language: usize) -> String {
    let messages = &report.locales.get(language).messages;
    let variables = [("label", label.into()), ("value", value.into())];
    messages.format("formula-pair", &variables).unwrap_or_else(|| format!("{label}: {value}"))
}

fn condition(report: &Report, test: &Test, language: usize) -> String {
    let value = match &test.is {
        // A single condition on others needs no brackets.
        Check::All(inner) if inner.len() == 1 => conditions(report, inner, language),
        Check::All(inner) => format!("({})", conditions(report, inner, language)),
        check => check_words(report, check, language),
    };
    pair(report, test.label.text(language), &value, language)
}

fn check_words(report: &Report, check: &Check, language: usize) -> String {
    let messages = &report.locales.get(language).messages;
    let one =
        |key: &str, value: &str| messages.format(key, &[("value", value.into())]).unwrap_or_else(|| value.to_owned());
    match check {
        Check::OneOf(values) => {
            values.iter().map(|value| plain(report, value, language)).collect::<Vec<_>>().join(" / ")
        }
        Check::Range { min, max } => {
            let limit = |key: &str, value: &Option<Plain>| {
                value.as_ref().map(|value| one(key, &plain(report, value, language)))
            };
            let limits = [limit("bound-at-least", min), limit("bound-at-most", max)];
            limits.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        Check::Missing(reason) => {
            report.words(&format!("missing-{}", reason.map_or("not-available", word_of)), language)
        }
        Check::Not(inner) => one("formula-not", &check_words(report, inner, language)),
        Check::All(tests) => format!("({})", conditions(report, tests, language)),
    }
}

fn plain(report: &Report, value: &Plain, language: usize) -> String {
    let locale = report.locales.get(language);
    match value {
        Plain::Option(_, label) => label.text(language).to_owned(),
        Plain::Record(record) if report.site.records.get(record.collection).is_some() => {
            report.site.title(*record, language).1.to_owned()
        }
        Plain::Record(_) => "–".to_owned(),
        Plain::Text(text) => text.to_string(),
        Plain::Number(number) => locale.number(number),
        Plain::Date(date) => locale.date(*date, DateForm::Long),
        Plain::Boolean(yes) => report.words(if *yes { "yes" } else { "no" }, language),
    }
}
