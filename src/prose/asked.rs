//! What a block in prose asks for: `![Caption](@centers?where=level:national&columns=city,stage)`, taken to pieces, each with
//! its place, so that a mistake is reported where it stands.

use std::ops::Range;

use crate::diagnostics::{codes, did_you_mean};
use crate::figures::reader::condition::Problem;
use crate::parse::Span;
use crate::parse::yaml::{Key, Kind, Node};
use crate::prose::text::Text;
use crate::report::recorder;

/// A block as it stands in a text.
pub struct Asked<'t> {
    /// The text.
    pub text: &'t Text<'t>,
    /// The words between its brackets; empty: it has none.
    pub caption: &'t str,
    /// What it is of, without `@`: `centers`, `figures/x`.
    pub name: &'t str,
    /// What stands behind `?`, in written order.
    pub parts: Vec<Part<'t>>,
    /// The bytes of the Markdown that it is.
    pub range: Range<usize>,
    /// Where its destination begins in the Markdown; `None`: it is not written there as it is read.
    start: Option<usize>,
}

/// A key with its value: `limit=10`.
pub struct Part<'t> {
    /// The key.
    pub key: &'t str,
    /// Its value; empty where there is none.
    pub value: &'t str,
    /// Where the key begins in the destination.
    at: usize,
}

impl Part<'_> {
    /// Where its value begins in the destination.
    pub fn value_at(&self) -> usize {
        self.at + self.key.len() + 1
    }
}

impl<'t> Asked<'t> {
    /// Takes a destination to pieces.
    pub fn new(text: &'t Text<'t>, destination: &'t str, caption: &'t str, range: Range<usize>) -> Self {
        let (whole, query) = destination.split_once('?').unwrap_or((destination, ""));
        let name = whole.trim_start_matches('@').split('#').next().unwrap_or_default();
        let mut parts = Vec::new();
        let mut at = whole.len() + 1;
        for piece in query.split('&') {
            let (key, value) = piece.split_once('=').unwrap_or((piece, ""));
            if !piece.is_empty() {
                parts.push(Part { key, value, at });
            }
            at += piece.len() + 1;
        }
        let source = text.whole.get(text.range.clone()).and_then(|markdown| markdown.get(range.clone()));
        let start = source.and_then(|written| Some(range.start + written.rfind(destination)?));
        Asked { text, caption, name, parts, range, start }
    }

    /// The value of a key; `None`: it is not there.
    pub fn part(&self, key: &str) -> Option<&Part<'t>> {
        self.parts.iter().find(|part| part.key == key)
    }

    /// A finding at some bytes of the destination.
    pub fn report(&self, at: Range<usize>, message: String, hint: Option<String>) {
        let range = self.start.map_or(self.range.clone(), |start| start + at.start..start + at.end);
        recorder::report(self.text.finding(&codes::WRONG_BLOCK, range, message).hint_if(hint));
    }

    /// A finding at the value of a part.
    pub fn report_value(&self, part: &Part, message: String, hint: String) {
        let at = part.value_at();
        self.report(at..at + part.value.len(), message, Some(hint));
    }

    /// Whether it has none but the keys that mean something here, each once; a finding for every other.
    pub fn takes_only(&self, known: &[&str], what: &str) -> bool {
        let mut is_right = true;
        for (at, part) in self.parts.iter().enumerate() {
            let place = part.at..part.at + part.key.len();
            if !known.contains(&part.key) {
                let hint = did_you_mean(part.key, known.iter().copied());
                let hint = hint.unwrap_or_else(|| format!("known here: {}", known.join(", ")));
                self.report(place, format!("`{}` has no meaning for {what}", part.key), Some(hint));
                is_right = false;
            } else if self.parts[..at].iter().any(|other| other.key == part.key) {
                self.report(place, format!("`{}` stands here twice", part.key), Some("keep one of the two".to_owned()));
                is_right = false;
            }
        }
        is_right
    }

    /// The `where` of a figure, written flat: `level:national,stage:pilot|recognized,city.region:!shandong`. `None`: it cannot
    /// be read, which is reported.
    pub fn condition(&self, part: &Part) -> Option<Node> {
        let mut entries = Vec::new();
        let mut at = part.value_at();
        for condition in part.value.split(',') {
            let Some((path, wanted)) =
                condition.split_once(':').filter(|(path, wanted)| !path.is_empty() && !wanted.is_empty())
            else {
                let hint = "write field:value, several joined by commas: `level:national,stage:pilot|recognized`";
                self.report(at..at + condition.len(), format!("`{condition}` is no condition"), Some(hint.to_owned()));
                return None;
            };
            let key = Key { name: path.into(), span: span(at, path) };
            entries.push((key, wanted_node(wanted, at + path.len() + 1)));
            at += condition.len() + 1;
        }
        let span = span(part.value_at(), part.value);
        Some(Node { kind: Kind::Mapping(entries), span })
    }

    /// Reports what is wrong with a condition.
    pub fn refuse(&self, problems: Vec<Problem>) {
        for Problem { span, message, hint } in problems {
            self.report(span.start as usize..span.end as usize, message, hint.filter(|hint| !hint.is_empty()));
        }
    }
}

/// `a`, `a|b`, `!a`.
fn wanted_node(text: &str, at: usize) -> Node {
    if let Some(denied) = text.strip_prefix('!') {
        let not = Key { name: "not".into(), span: span(at, "!") };
        return Node { kind: Kind::Mapping(vec![(not, wanted_node(denied, at + 1))]), span: span(at, text) };
    }
    let scalar = |text: &str, at: usize| {
        let kind = Kind::Scalar { text: text.into(), quoted: false };
        Node { kind, span: span(at, text) }
    };
    if !text.contains('|') {
        return scalar(text, at);
    }
    let mut items = Vec::new();
    let mut place = at;
    for item in text.split('|') {
        items.push(scalar(item, place));
        place += item.len() + 1;
    }
    Node { kind: Kind::Sequence(items), span: span(at, text) }
}

fn span(at: usize, text: &str) -> Span {
    Span { start: at as u32, end: (at + text.len()) as u32 }
}
