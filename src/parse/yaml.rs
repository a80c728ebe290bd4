//! YAML as a tree that keeps spelling and places.
//!
//! The grammar is granit-parser's, which `serde_yaml` (the package serde-saphyr) is built on and hands on; this is the only
//! file that names it. Left out on purpose: aliases, tags, merge keys, several documents, keys that are not plain text.

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, Span as ParserSpan, StrInput};

use crate::diagnostics::{Diagnostic, codes};
use crate::parse::{Source, Span, hints, plain};

pub use crate::parse::node::{Key, Kind, Node};

/// How deep collections may nest.
const MAX_DEPTH: u32 = 32;
/// Maps with more keys look for duplicates in a set.
const LINEAR_KEYS: usize = 16;

/// Parses the whole text of a source. `None`: the text holds no document, or it is not YAML (then there are findings).
pub fn parse(source: &Source, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    parse_part(source, 0..source.text.len(), findings)
}

/// Parses the bytes `range` of a source as a document of their own; places are those of the whole text.
pub fn parse_part(source: &Source, range: std::ops::Range<usize>, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    let base = range.start as u32;
    plain::read(&source.text[range.clone()], base).or_else(|| parse_any(source, range, findings))
}

/// The same by the parser.
fn parse_any(source: &Source, range: std::ops::Range<usize>, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    let base = range.start as u32;
    let mut builder = Builder { parser: Parser::new_from_str(&source.text[range]), source, base, findings };
    match builder.document() {
        Ok(node) => node,
        Err(finding) => {
            findings.push(*finding);
            None
        }
    }
}

type Failed = Box<Diagnostic>;

struct Builder<'a> {
    parser: Parser<'a, StrInput<'a>>,
    source: &'a Source,
    base: u32,
    findings: &'a mut Vec<Diagnostic>,
}

impl<'a> Builder<'a> {
    fn document(&mut self) -> Result<Option<Node>, Failed> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::DocumentStart(..) if root.is_some() => {
                    return Err(self.unsupported(span, "only one YAML document fits in a file"));
                }
                Event::DocumentStart(..) => {
                    let (event, span) = self.next()?;
                    root = Some(self.node(event, span, 0)?);
                }
                Event::StreamEnd => return Ok(root.filter(|node| !is_empty_document(node))),
                _ => {}
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'a>, Span), Failed> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => Ok((event, self.span(&span))),
            Some(Err(error)) => {
                let at = self.base + error.marker().byte_offset().unwrap_or(0) as u32;
                Err(Box::new(hints::syntax(self.source, at, &error.info())))
            }
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: u32) -> Result<Node, Failed> {
        if depth > MAX_DEPTH {
            return Err(self.unsupported(span, "this is nested more than 32 levels deep"));
        }
        if event.tag().is_some() {
            return Err(self.unsupported(span, "YAML tags are not supported"));
        }
        match event {
            Event::Scalar(text, style, ..) => {
                let kind = Kind::Scalar { text: text.into(), quoted: style != ScalarStyle::Plain };
                Ok(Node { kind, span })
            }
            Event::SequenceStart(..) => self.sequence(span, depth),
            Event::MappingStart(..) => self.mapping(span, depth),
            Event::Alias(_) => Err(self.unsupported(span, "YAML aliases are not supported")),
            _ => Err(self.unsupported(span, "this is not expected here")),
        }
    }

    fn sequence(&mut self, start: Span, depth: u32) -> Result<Node, Failed> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                return Ok(Node { kind: Kind::Sequence(items), span: self.trimmed(start, span) });
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn mapping(&mut self, start: Span, depth: u32) -> Result<Node, Failed> {
        let mut entries: Vec<(Key, Node)> = Vec::new();
        let mut seen = std::collections::HashMap::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                return Ok(Node { kind: Kind::Mapping(entries), span: self.trimmed(start, span) });
            }
            let Event::Scalar(name, ..) = event else {
                return Err(self.unsupported(span, "a key must be plain text"));
            };
            if name == "<<" {
                return Err(self.unsupported(span, "merge keys are not supported"));
            }
            let key = Key { name: name.into(), span };
            let (event, span) = self.next()?;
            let value = self.node(event, span, depth + 1)?;
            let first = if entries.len() < LINEAR_KEYS {
                entries.iter().find(|(k, _)| k.name == key.name).map(|(k, _)| k.span)
            } else {
                if seen.is_empty() {
                    seen.extend(entries.iter().map(|(k, _)| (k.name.clone(), k.span)));
                }
                seen.insert(key.name.clone(), key.span)
            };
            match first {
                Some(first) => self.duplicate(&key, first),
                None => entries.push((key, value)),
            }
        }
    }

    fn duplicate(&mut self, key: &Key, first: Span) {
        let finding = self.source.finding(&codes::DUPLICATE_KEY, key.span, format!("`{}` is written twice", key.name));
        self.findings.push(finding.related(self.source.place(first), "first written here").hint("remove one of them"));
    }

    fn unsupported(&self, span: Span, message: &str) -> Failed {
        let finding = self.source.finding(&codes::YAML_FEATURE, span, message);
        let hint = match () {
            () if message.contains("alias") => {
                "put the text in quotation marks if it begins with `*`, or write the value again"
            }
            () if message.contains("tags") => "put the text in quotation marks if it begins with `!`",
            () => "write it out plainly",
        };
        Box::new(finding.hint(hint))
    }

    fn span(&self, span: &ParserSpan) -> Span {
        let range = span.byte_range().unwrap_or(0..0);
        Span { start: self.base + range.start as u32, end: self.base + range.end as u32 }
    }

    /// A block collection's end reaches to the next token: cut white space off.
    fn trimmed(&self, start: Span, end: Span) -> Span {
        let text = &self.source.text[start.start as usize..(end.end.max(start.end) as usize)];
        Span { start: start.start, end: start.start + text.trim_end().len() as u32 }
    }
}

fn is_empty_document(node: &Node) -> bool {
    matches!(&node.kind, Kind::Scalar { text, quoted: false } if text.is_empty())
}

#[cfg(test)]
#[path = "yaml_tests.rs"]
mod tests;
