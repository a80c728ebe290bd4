//! Reading a map with a closed list of keys: every reader of settings, models and records goes through here, so that
//! unknown keys are found everywhere and worded alike.

use crate::diagnostics::{Code, Diagnostic, codes, nearest};
use crate::parse::yaml::{Key, Kind, Node};
use crate::parse::{Source, Span};

/// A source with the findings about it.
pub struct Context<'a> {
    /// The file that is being read.
    pub source: &'a Source,
    /// What was found so far.
    pub findings: &'a mut Vec<Diagnostic>,
}

/// A finding that was just added: what to do about it may follow.
pub struct Reported<'f>(&'f mut Diagnostic);

impl Reported<'_> {
    /// Says what to do about it; an empty hint says nothing.
    pub fn hint(self, hint: impl Into<String>) {
        self.0.hint = Some(hint.into()).filter(|hint| !hint.is_empty());
    }
}

/// What a map is, for those who read it.
#[derive(Debug, Clone, Copy)]
pub struct Form<'a> {
    /// What it is, for sentences.
    pub what: &'a str,
    /// The keys that it may have.
    pub known: &'a [&'a str],
    /// What to write when a key is missing.
    pub hint: &'a str,
}

impl Context<'_> {
    /// Adds a finding.
    pub fn report(&mut self, code: &'static Code, span: Span, message: impl Into<String>) -> Reported<'_> {
        let at = self.findings.len();
        self.findings.push(self.source.finding(code, span, message));
        Reported(&mut self.findings[at])
    }

    /// Adds a finding that a value has another shape than expected.
    pub fn wrong_type(&mut self, node: &Node, what: &str, expected: &str) -> Reported<'_> {
        let message = format!("`{what}` must be {expected}, but this is {}", node.kind_name());
        self.report(&codes::WRONG_TYPE, node.span, message)
    }

    /// The entries of a map, with a finding for every key that is not `known`.
    pub fn entries<'n>(&mut self, node: &'n Node, what: &str, known: &[&str]) -> &'n [(Key, Node)] {
        let entries = self.map(node, what);
        for (key, _) in entries {
            if !known.contains(&&*key.name) {
                self.unknown_key(key, what, known);
            }
        }
        entries
    }

    /// The entries of a map, whatever its keys; a finding when it is not one.
    pub fn map<'n>(&mut self, node: &'n Node, what: &str) -> &'n [(Key, Node)] {
        match &node.kind {
            Kind::Mapping(entries) => entries,
            _ if node.is_null() => &[],
            _ => {
                self.wrong_type(node, what, "a map (`key: value` lines)");
                &[]
            }
        }
    }

    /// A finding for a key that does not exist here; gives back the known one that is meant, if one is near enough.
    pub fn unknown_key<'k>(&mut self, key: &Key, what: &str, known: &[&'k str]) -> Option<&'k str> {
        let message = format!("`{}` is not a key of {what}", key.name);
        let is_number = key.name.bytes().all(|b| b.is_ascii_digit());
        let number = is_number.then(|| "the comma splits: write numbers without separators".to_owned());
        let meant = nearest(&key.name, known.iter().copied()).filter(|_| !is_number);
        let hint = number
            .or_else(|| meant.map(|meant| format!("did you mean `{meant}`?")))
            .unwrap_or_else(|| format!("known here: {}", known.join(", ")));
        self.report(&codes::UNKNOWN_KEY, key.span, message).hint(hint);
        meant
    }

    /// The value of a key that must be there; a finding when it is not, unless another key was meant to be it, which has
    /// been told.
    pub fn required<'n>(&mut self, node: &'n Node, key: &str, form: Form) -> Option<&'n Node> {
        let Form { what, known, hint } = form;
        let found = node.get(key);
        let others = node.entries().unwrap_or_default().iter().filter(|(other, _)| !known.contains(&&*other.name));
        let is_meant = |name: &str| nearest(name, known.iter().copied()) == Some(key);
        if found.is_none() && !others.into_iter().any(|(other, _)| is_meant(&other.name)) {
            self.report(&codes::MISSING_FIELD, node.span, format!("{what} needs `{key}`")).hint(hint);
        }
        found
    }

    /// The text of a single value that is not empty.
    pub fn text<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n str> {
        match node.text() {
            Some(text) if !node.is_null() => Some(text),
            _ => {
                self.wrong_type(node, what, "text");
                None
            }
        }
    }

    /// `true` or `false`, written so.
    pub fn boolean(&mut self, node: &Node, what: &str) -> Option<bool> {
        match &node.kind {
            Kind::Scalar { text, quoted: false } if &**text == "true" => Some(true),
            Kind::Scalar { text, quoted: false } if &**text == "false" => Some(false),
            _ => {
                let hint = match node.text().unwrap_or_default().to_ascii_lowercase().as_str() {
                    "true" | "yes" | "on" | "y" => "write `true`",
                    "false" | "no" | "off" | "n" => "write `false`",
                    _ => "",
                };
                self.wrong_type(node, what, "`true` or `false`").hint(hint);
                None
            }
        }
    }

    /// A whole number in `range`.
    pub fn count(&mut self, node: &Node, what: &str, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
        let number = node.text().and_then(|text| text.parse::<u32>().ok()).filter(|n| range.contains(n));
        if number.is_none() {
            let expected = format!("a whole number from {} to {}", range.start(), range.end());
            self.wrong_type(node, what, &expected);
        }
        number
    }

    /// The items of a list; a single value counts as a list of one.
    pub fn list<'n>(&mut self, node: &'n Node, what: &str) -> &'n [Node] {
        match &node.kind {
            Kind::Sequence(items) => items,
            Kind::Scalar { .. } if !node.is_null() => std::slice::from_ref(node),
            _ => {
                self.wrong_type(node, what, "a list");
                &[]
            }
        }
    }
}
