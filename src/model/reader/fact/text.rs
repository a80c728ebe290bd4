//! Texts per language: `{en: …, de: …}` in the facts, or a line in the front matter of each language's file.

use std::sync::Arc;

use crate::config::{Languages, Localized, LocalizedReader};
use crate::diagnostics::codes;
use crate::model::fact_key::FactKey;
use crate::model::field::Field;
use crate::model::reader::fact::reader::{FactReader, Needed, is_blank};
use crate::model::value::{Entry, Fact, Given, Outcome, Value};
use crate::parse::Span;
use crate::parse::yaml::{Kind, Node};
use crate::position::LanguageIx;

/// Texts per language, none of which may be empty.
pub fn texts(reader: &mut FactReader, node: &Node, what: &str, needed: Needed) -> Localized {
    if node.text().is_some_and(is_blank) && !node.is_null() {
        reader.empty(node, what, needed);
        return Localized::empty(reader.languages);
    }
    let read = LocalizedReader { what, languages: reader.languages }.read(&mut reader.context, node);
    let Some(entries) = node.entries() else { return read };
    let mut texts = Localized::empty(reader.languages);
    for (at, language) in reader.languages.entries() {
        let written = entries.iter().find(|(key, _)| *key.name == *language.code);
        match (read.get(at), written) {
            (Some(text), Some((_, value))) if is_blank(text) => {
                reader.empty(value, &format!("{what}` in `{}", language.code), needed);
                texts.reject(at);
            }
            (Some(text), _) => texts.set(at, text.clone()),
            (None, _) if !read.is_absent(at) => texts.reject(at),
            (None, _) => {}
        }
    }
    texts.inherit(reader.languages);
    texts
}

/// The text of a translated field.
pub fn localized(reader: &mut FactReader, field: &Field, node: &Node) -> Option<Localized> {
    match &node.kind {
        Kind::Scalar { text, .. } if reader.languages.len() == 1 || field.one_text => {
            Some(Localized::same(text, reader.languages))
        }
        Kind::Mapping(_) => {
            let text = texts(reader, node, &field.name, Needed::of(field));
            (!text.is_empty()).then_some(text)
        }
        _ => {
            let hint =
                "a translated text stands in the front matter of each language's file, or here as `{en: …, de: …}`";
            reader.context.wrong_type(node, &field.name, "a text per language").hint(hint);
            None
        }
    }
}

/// What the front matter of a language's file says about a translated field.
pub struct Translation<'n> {
    /// The field.
    pub field: &'n Field,
    /// What is written.
    pub node: &'n Node,
    /// The language of the file.
    pub language: LanguageIx,
}

impl Translation<'_> {
    /// Reads it into one more language of the field.
    pub fn add_to(&self, outcome: &mut Outcome, reader: &mut FactReader) {
        let long = self.node.get(FactKey::Is.name());
        if long.is_some() {
            reader.context.entries(self.node, "a text in its long form", &FactKey::names(FactKey::OF_TEXT));
        }
        let text = long.unwrap_or(self.node);
        let Some(words) = words(reader, self.field, text) else {
            reject_translation(outcome, text.span, reader.languages, self.language);
            return;
        };
        if !matches!(outcome, Outcome::Read(_)) {
            *outcome = Outcome::Read(Entry { history: vec![self.without_words(reader)] });
        }
        match only_text(outcome).filter(|localized| localized.is_absent(self.language)) {
            Some(localized) => localized.set(self.language, words),
            None => {
                let message = format!("`{}` is already given in the facts", self.field.name);
                let hint = "keep it in the front matter or in the facts";
                reader.context.report(&codes::TRANSLATED_TWICE, self.node.span, message).hint(hint);
            }
        }
    }

    /// The fact with what is said of it in its long form, its text in no language yet.
    fn without_words(&self, reader: &mut FactReader) -> Fact {
        let mut fact = Fact::short(Value::Localized(Localized::empty(reader.languages)), self.node.span);
        if self.node.get(FactKey::Is.name()).is_some() {
            let under = |key: FactKey| self.node.get(key.name());
            fact.sources = under(FactKey::Source).map(|node| reader.sources(node)).unwrap_or_default().into();
            fact.status = under(FactKey::Status).and_then(|node| reader.word(node, FactKey::Status.name()));
        }
        fact
    }
}

fn words(reader: &mut FactReader, field: &Field, node: &Node) -> Option<Arc<str>> {
    match node.text() {
        Some(text) if !node.is_null() && !is_blank(text) => Some(text.into()),
        Some(_) => {
            reader.empty(node, &field.name, Needed::of(field));
            None
        }
        None => {
            let hint = "a text with `: ` or `{` in it wants quotation marks";
            reader.context.wrong_type(node, &field.name, "text").hint(hint);
            None
        }
    }
}

/// Notes that what is written in a language cannot be used; the other languages are not touched.
pub fn reject_translation(outcome: &mut Outcome, span: Span, languages: &Languages, language: LanguageIx) {
    if !matches!(outcome, Outcome::Read(_)) {
        let text = Value::Localized(Localized::empty(languages));
        *outcome = Outcome::Read(Entry { history: vec![Fact::short(text, span)] });
    }
    if let Some(localized) = only_text(outcome) {
        localized.reject(language);
    }
}

/// The translated text of a field that is not a history.
pub fn only_text(outcome: &mut Outcome) -> Option<&mut Localized> {
    match outcome {
        Outcome::Read(Entry { history }) => match history.as_mut_slice() {
            [Fact { given: Given::Value(Value::Localized(localized)), .. }] => Some(localized),
            _ => None,
        },
        Outcome::Absent | Outcome::Rejected => None,
    }
}
