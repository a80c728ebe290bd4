//! What is written in the record of a figure, and findings at the words of it.

use crate::diagnostics::{Diagnostic, codes};
use crate::figures::condition::Test;
use crate::figures::reader::condition::{Conditions, Problem};
use crate::link::Site;
use crate::link::record::LinkedRecord;
use crate::model::field::FieldKind;
use crate::model::value::{Value, Word};
use crate::parse::Span;
use crate::parse::yaml::Node;
use crate::position::CollectionIx;

/// Reads one definition.
pub struct Reader<'s, 'f> {
    /// The records, with their models.
    pub site: &'s Site,
    /// The record that defines the figure.
    pub figure: &'s LinkedRecord,
    /// What was found so far.
    pub findings: &'f mut Vec<Diagnostic>,
}

impl<'s> Reader<'s, '_> {
    /// What is written under a key of the definition.
    pub fn written(&self, key: &str) -> Option<&'s Node> {
        let declared = self.site.model(self.figure.at).field(key);
        let is_formula = declared.is_some_and(|(_, field)| matches!(field.kind, FieldKind::Formula));
        debug_assert!(is_formula, "{key} is a part of definitions");
        let (at, _) = declared?;
        match self.figure.record.entries[at].entry()?.history[0].value()? {
            Value::Raw(node) => Some(node),
            _ => None,
        }
    }

    /// The value of a field that is no part of a formula, such as `unit`.
    pub fn value(&self, name: &str) -> Option<&'s Value> {
        let (at, _) = self.site.model(self.figure.at).field(name)?;
        self.figure.value(at)
    }

    /// A word of a closed list.
    pub fn word<W: Word>(&mut self, key: &str) -> Option<W> {
        let node = self.written(key)?;
        let text = node.text().unwrap_or_default();
        let found = W::from_word(text);
        if found.is_none() {
            let words: Vec<&str> = W::WORDS.iter().map(|(word, _)| *word).collect();
            let hint = Some(format!("known: {}", words.join(", ")));
            self.report(node.span, format!("`{text}` is not a word for `{key}`"), hint);
        }
        found
    }

    /// The tests of a `where` on records of a collection.
    pub fn conditions(&mut self, node: &Node, collection: CollectionIx) -> Vec<Test> {
        let mut conditions = Conditions::new(self.site);
        let tests = conditions.tests(node, collection);
        conditions.problems.into_iter().for_each(|Problem { span, message, hint }| self.report(span, message, hint));
        tests
    }

    /// A finding at some words of the definition.
    pub fn report(&mut self, span: Span, message: String, hint: Option<String>) {
        let finding = self.figure.record.source.finding(&codes::FIGURE, span, message);
        self.findings.push(finding.hint_if(hint));
    }
}
