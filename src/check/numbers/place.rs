//! Where a translated field stands in its file. Records keep only where its fact is written, so the file is read once more:
//! only where there is something to say.

use std::ops::Range;
use std::sync::Arc;

use crate::check::numbers::site::Site;
use crate::diagnostics::Place;
use crate::link::record::LinkedRecord;
use crate::model::value::Fact;
use crate::parse::yaml::{self, Kind, Node};
use crate::parse::{Source, Span, front_matter};
use crate::position::LanguageIx;
use crate::report::Report;

/// Which text of a fact is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its value.
    Value,
    /// Its note.
    Note,
    /// What its image shows.
    Alt,
    /// What stands below its image.
    Caption,
}

/// A text that is looked for.
pub struct Sought<'a> {
    /// Name of its field in the collection.
    pub field: &'a str,
    /// The fact it belongs to.
    pub fact: &'a Fact,
    /// Which of its texts.
    pub part: Part,
    /// The text.
    pub words: &'a str,
    /// Position of its language.
    pub language: LanguageIx,
}

/// The place of bytes of a text; that of its fact when it is not found.
pub fn of(site: &Site, linked: &LinkedRecord, sought: &Sought, range: Range<usize>) -> Place {
    let in_front_matter = linked.record.prose[sought.language].as_ref().and_then(|prose| {
        let text = site.files.text(&prose.path).ok()?;
        let part = front_matter::split(&text).front_matter?;
        let source = Source::new(prose.path.clone(), text);
        let root = yaml::parse_part(&source, part, &mut Vec::new())?;
        let node = root.get(sought.field)?;
        let node = node.get("is").unwrap_or(node);
        (node.text() == Some(sought.words)).then(|| inside(&source, node, sought.words, range.clone()))
    });
    in_front_matter.unwrap_or_else(|| in_facts(site.report, &linked.record.source, sought, range))
}

fn in_facts(report: &Report, source: &Arc<Source>, sought: &Sought, range: Range<usize>) -> Place {
    let code = &report.config.languages[sought.language].code;
    let node = yaml::parse(source, &mut Vec::new());
    let text = node.as_ref().and_then(|root| with_span(root, sought.fact.span)).and_then(|fact| {
        let value = fact.get("is").unwrap_or(fact);
        let text = match sought.part {
            Part::Value => value,
            Part::Note => fact.get("note")?,
            Part::Alt => value.get("alt")?,
            Part::Caption => value.get("caption")?,
        };
        Some(text.get(code).unwrap_or(text)).filter(|text| text.text().is_some())
    });
    text.map_or_else(|| source.place(sought.fact.span), |node| inside(source, node, sought.words, range))
}

/// The node that has a span.
fn with_span(node: &Node, span: Span) -> Option<&Node> {
    if node.span == span {
        return Some(node);
    }
    match &node.kind {
        Kind::Scalar { .. } => None,
        Kind::Sequence(items) => items.iter().find_map(|item| with_span(item, span)),
        Kind::Mapping(entries) => entries.iter().find_map(|(_, value)| with_span(value, span)),
    }
}

/// The same occurrence of some bytes of a text in its written form, which may be quoted or folded.
fn inside(source: &Source, node: &Node, words: &str, range: Range<usize>) -> Place {
    let written = &source.text[node.span.start as usize..node.span.end as usize];
    let sought = words.get(range.clone()).filter(|sought| sought.len() < words.len() && !sought.is_empty());
    let nth = sought.map(|sought| words[..range.start].matches(sought).count());
    let at = sought.zip(nth).and_then(|(sought, nth)| written.match_indices(sought).nth(nth));
    let span = match at {
        Some((at, sought)) => {
            let start = node.span.start + at as u32;
            Span { start, end: start + sought.len() as u32 }
        }
        None => node.span,
    };
    source.place(span)
}
