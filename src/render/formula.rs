//! A figure's formula in words: “Number of records in Centers with Level: Provincial; Stage: Recognized”.
//!
//! Conditions are pairs of label and value, so that the sentence holds in every language whatever the nouns are.

use crate::figures::condition::{Check, Plain, Test};
use crate::figures::formula::{By, Formula};
use crate::locale::DateForm;
use crate::model::value::word_of;
use crate::render::World;

/// The whole formula.
pub fn words(world: &World, formula: &Formula, language: usize) -> String {
    let messages = &world.locales.get(language).messages;
    let collection = world.site.collections[formula.collection as usize].label.text(language);
    let measure = formula.measure.as_ref().map_or("", |path| path.label.text(language));
    let by = by(formula, language).unwrap_or_default();
    let variables = [("collection", collection.into()), ("measure", measure.into()), ("by", by.as_str().into())];
    let key = format!("formula-{}", word_of(formula.aggregate));
    let sentence = messages.format(&key, &variables).unwrap_or_default();
    if formula.tests.is_empty() {
        return sentence;
    }
    let conditions = conditions(world, &formula.tests, language);
    let variables = [("formula", sentence.as_str().into()), ("conditions", conditions.as_str().into())];
    messages.format("formula-where", &variables).unwrap_or(sentence)
}

/// What a figure is grouped by.
pub fn by(formula: &Formula, language: usize) -> Option<String> {
    Some(match formula.by.as_ref()? {
        By::Path(path) => path.label.text(language).to_owned(),
        By::Best { path, label, .. } => format!("{} ({})", path.label.text(language), label.text(language)),
    })
}

fn conditions(world: &World, tests: &[Test], language: usize) -> String {
    let parts: Vec<String> = tests.iter().map(|test| condition(world, test, language)).collect();
    parts.join("; ")
}

fn condition(world: &World, test: &Test, language: usize) -> String {
    let messages = &world.locales.get(language).messages;
    let value = match &test.is {
        Check::All(inner) => format!("({})", conditions(world, inner, language)),
        check => check_words(world, check, language),
    };
    let variables = [("label", test.label.text(language).into()), ("value", value.as_str().into())];
    messages.format("formula-pair", &variables).unwrap_or(value)
}

fn check_words(world: &World, check: &Check, language: usize) -> String {
    let messages = &world.locales.get(language).messages;
    let one =
        |key: &str, value: &str| messages.format(key, &[("value", value.into())]).unwrap_or_else(|| value.to_owned());
    match check {
        Check::OneOf(values) => {
            values.iter().map(|value| plain(world, value, language)).collect::<Vec<_>>().join(" / ")
        }
        Check::Range { min, max } => {
            let limit =
                |key: &str, value: &Option<Plain>| value.as_ref().map(|value| one(key, &plain(world, value, language)));
            let limits = [limit("bound-at-least", min), limit("bound-at-most", max)];
            limits.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        Check::Missing(reason) => {
            world.words(&format!("missing-{}", reason.map_or("not-available", word_of)), language)
        }
        Check::Not(inner) => one("formula-not", &check_words(world, inner, language)),
        Check::All(tests) => format!("({})", conditions(world, tests, language)),
    }
}

fn plain(world: &World, value: &Plain, language: usize) -> String {
    let locale = world.locales.get(language);
    match value {
        Plain::Option(_, label) => label.text(language).to_owned(),
        Plain::Record(record) if (record.collection as usize) < world.site.records.len() => {
            world.site.title(*record, language).1.to_owned()
        }
        Plain::Record(_) => "–".to_owned(),
        Plain::Text(text) => text.to_string(),
        Plain::Number(number) => locale.number(number),
        Plain::Date(date) => locale.date(*date, DateForm::Long),
        Plain::Boolean(yes) => world.words(if *yes { "yes" } else { "no" }, language),
    }
}
