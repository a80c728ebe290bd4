//! What reads the facts of one record, and what all of it needs: texts, words, dates, references.

use std::sync::Arc;

use crate::config::Languages;
use crate::diagnostics::{codes, did_you_mean};
use crate::model::builtin::SOURCES;
use crate::model::date::Date;
use crate::model::fact_key::FactKey;
use crate::model::field::{Field, Targets};
use crate::model::reader::meant;
use crate::model::record::RawReference;
use crate::model::value::Word;
use crate::parse::Source;
use crate::parse::keys::{Context, Reported};
use crate::parse::yaml::{Key, Kind, Node};

/// Whether something must be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// It must: an empty text is a missing one.
    Yes,
    /// It need not.
    No,
}

impl Needed {
    /// Whether a field must be said.
    pub fn of(field: &Field) -> Self {
        if field.required { Needed::Yes } else { Needed::No }
    }
}

/// Reads facts of one record; collects the references they make.
pub struct FactReader<'a, 'b> {
    /// The file being read, with the findings.
    pub context: Context<'a>,
    /// That file, when it is not the record's own.
    pub file: Option<Arc<Source>>,
    /// The languages of the site.
    pub languages: &'a Languages,
    /// Files in the record's folder.
    pub attachments: &'a [Box<str>],
    /// Every reference of the record, in the order of reading.
    pub references: &'b mut Vec<RawReference>,
}

impl FactReader<'_, '_> {
    /// What is written as a single value, with a finding for a list or a map.
    pub fn scalar<'n>(&mut self, field: &Field, node: &'n Node, expected: &str) -> Option<&'n str> {
        match node.text() {
            Some(text) => Some(text),
            None => {
                let hint = self.shape_hint(node);
                self.context.wrong_type(node, &field.name, expected).hint(hint);
                None
            }
        }
    }

    /// What to do about a list or a map where a single value is wanted.
    fn shape_hint(&self, node: &Node) -> &'static str {
        let languages = self.languages;
        let is_tag = |(key, _): &(Key, Node)| languages.iter().any(|language| *language.code == *key.name);
        match &node.kind {
            Kind::Mapping(entries) if entries.iter().any(is_tag) => {
                "this field is the same in every language: write one value, or declare it `translated: true`"
            }
            Kind::Mapping(_) => "a text with `: ` or `{` in it wants quotation marks",
            Kind::Sequence(_) if is_blank_to_fill(node) => "put it in quotation marks: \"[[to fill: …]]\"",
            Kind::Sequence(_) => "it takes one value; a text that begins with `[` wants quotation marks",
            Kind::Scalar { .. } => "",
        }
    }

    /// A word of a closed list.
    pub fn word<W: Word>(&mut self, node: &Node, key: &str) -> Option<W> {
        let text = self.context.text(node, key)?;
        let found = W::from_word(text);
        if found.is_none() {
            let known: Vec<&str> = W::WORDS.iter().map(|(word, _)| *word).collect();
            let hint =
                did_you_mean(text, known.iter().copied()).unwrap_or_else(|| format!("known: {}", known.join(", ")));
            self.context
                .report(&codes::UNKNOWN_OPTION, node.span, format!("`{text}` is not a word for `{key}`"))
                .hint(hint);
        }
        found
    }

    /// A date, with a finding when it is none.
    pub fn date(&mut self, node: &Node) -> Option<Date> {
        let text = self.context.text(node, "date")?;
        if text.trim().is_empty() {
            let hint = "write a date, or remove the line";
            self.context.report(&codes::WRONG_TYPE, node.span, "this date is empty").hint(hint);
            return None;
        }
        let date = Date::parse(text);
        if date.is_none() {
            self.invalid(node, "a date").hint(meant::date(text));
        }
        date
    }

    /// References to sources: one id or a list.
    pub fn sources(&mut self, node: &Node) -> Vec<u32> {
        let targets = Targets::One(SOURCES.into());
        let items = self.context.list(node, FactKey::Source.name());
        items.iter().filter_map(|item| self.reference(&targets, item, FactKey::Source.name())).collect()
    }

    /// A reference, as its position among those of the record.
    pub fn reference(&mut self, to: &Targets, node: &Node, what: &str) -> Option<u32> {
        let text = self.context.text(node, what)?;
        if is_blank(text) {
            self.empty(node, what, Needed::No);
            return None;
        }
        if let Some(bare) = text.strip_prefix('@') {
            self.context
                .report(&codes::UNKNOWN_REFERENCE, node.span, format!("`{text}` begins with `@`"))
                .hint(format!("in YAML references are bare: {bare}"));
            return None;
        }
        let file = self.file.clone();
        self.references.push(RawReference { text: text.into(), to: to.clone(), span: node.span, file });
        Some(self.references.len() as u32 - 1)
    }

    /// A finding for a value that is not there: an empty text says nothing.
    pub fn empty(&mut self, node: &Node, what: &str, needed: Needed) {
        let (code, message, hint) = match needed {
            Needed::Yes => (
                &codes::MISSING_FIELD,
                format!("`{what}` is required and empty"),
                format!("write it; if nothing is known, say so: `{what}: {{missing: not-available}}`"),
            ),
            Needed::No => (
                &codes::WRONG_TYPE,
                format!("`{what}` is empty"),
                "write a value, or remove the line; if it matters that nothing is known: `{missing: not-available}`"
                    .to_owned(),
            ),
        };
        self.context.report(code, node.span, message).hint(hint);
    }

    /// A finding for a value that is not what its field holds.
    pub fn invalid(&mut self, node: &Node, what: &str) -> Reported<'_> {
        let message = format!("`{}` is not {what}", node.text().unwrap_or_default());
        self.context.report(&codes::INVALID_VALUE, node.span, message)
    }
}

/// Whether a text says nothing: blanks, and marks that have no width.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
}

/// `[[to fill: …]]` without quotation marks is a list in a list.
fn is_blank_to_fill(node: &Node) -> bool {
    let only = |node: &Node| match &node.kind {
        Kind::Sequence(items) if items.len() == 1 => Some(items[0].clone()),
        _ => None,
    };
    only(node).and_then(|inner| only(&inner)).is_some_and(|innermost| innermost.get("to fill").is_some())
}
