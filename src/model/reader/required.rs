//! What a record must say and does not: required fields, and texts of languages.
//!
//! What is written and was rejected has a finding already, and is not missing: [`Outcome`] knows, never the words of a finding.

use crate::config::{Config, Localized};
use crate::diagnostics::{Diagnostic, Place, codes};
use crate::model::field::{Collection, Field, Untranslated};
use crate::model::record::Record;
use crate::model::value::Value;
use crate::position::LanguageIx;

/// Findings for what is required and missing, and for translations that are not.
pub fn check(record: &Record, collection: &Collection, config: &Config, findings: &mut Vec<Diagnostic>) {
    for (field, outcome) in collection.fields.iter().zip(&record.entries) {
        if field.required && outcome.is_absent() {
            let message = format!("`{}` is required and missing", field.name);
            let finding = Diagnostic::new(&codes::MISSING_FIELD, place(field, record), message);
            findings.push(finding.hint(required_hint(field, record)));
        }
    }
    for language in config.languages.positions() {
        if record.is_translated(collection, language) {
            findings.extend(lacking_texts(record, collection, config, language));
        } else {
            findings.extend(untranslated(record, collection, config, language));
        }
    }
}

/// Where the field would be written: a translated one in the first language's file, if there is any.
fn place(field: &Field, record: &Record) -> Place {
    let text = record.prose.iter().flatten().next().filter(|_| field.is_translated());
    Place::file(text.map_or_else(|| record.source.path.clone(), |prose| prose.path.clone()))
}

fn required_hint(field: &Field, record: &Record) -> String {
    let where_to =
        if field.is_translated() && record.folder.is_some() { "to the front matter of each language" } else { "" };
    let sentence = format!("add `{}` {where_to}", field.name).trim_end().to_owned();
    format!("{sentence}; if nothing is known, say so: `{}: {{missing: not-available}}`", field.name)
}

/// A language in which the record says nothing at all.
fn untranslated(record: &Record, collection: &Collection, config: &Config, language: LanguageIx) -> Option<Diagnostic> {
    let place = Place::file(record.source.path.clone());
    let spec = &config.languages[language];
    let falls_back = record.falls_back(collection, language, &config.all_languages);
    match collection.untranslated {
        Untranslated::Error if !falls_back => {
            let message = format!("`{}/{}` is not translated into {}", collection.id, record.id, spec.name);
            let hint = format!("add {}.md, or choose `untranslated: fallback` for the collection", spec.code);
            Some(Diagnostic::new(&codes::UNTRANSLATED, place, message).hint(hint))
        }
        Untranslated::Fallback | Untranslated::Error if record.prose.iter().any(Option::is_some) => {
            let message = format!("there is no {}.md: the page in {} shows another language", spec.code, spec.name);
            Some(Diagnostic::new(&codes::MISSING_TRANSLATION, place, message))
        }
        Untranslated::Fallback | Untranslated::Error | Untranslated::Omit => None,
    }
}

/// A translated record that lacks single texts of a language.
fn lacking_texts(record: &Record, collection: &Collection, config: &Config, language: LanguageIx) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (field, outcome) in collection.fields.iter().zip(&record.entries) {
        for fact in outcome.entry().into_iter().flat_map(|entry| &entry.history) {
            visit_texts(fact.value(), &mut |text| {
                if !text.is_empty() && text.is_absent(language) {
                    let file = record.prose[language].as_ref().filter(|_| field.is_translated());
                    let place =
                        file.map_or_else(|| record.source.place(fact.span), |prose| Place::file(prose.path.clone()));
                    let message = format!("`{}` has no text in {}", field.name, config.languages[language].name);
                    findings.push(Diagnostic::new(&codes::MISSING_TRANSLATION, place, message));
                }
            });
        }
    }
    findings
}

fn visit_texts(value: Option<&Value>, visit: &mut impl FnMut(&Localized)) {
    match value {
        Some(Value::Localized(text)) => visit(text),
        Some(Value::List(items)) => items.iter().for_each(|item| visit_texts(item.value(), visit)),
        Some(Value::Group(fields)) => fields.iter().flatten().for_each(|fact| visit_texts(fact.value(), visit)),
        _ => {}
    }
}
