//! The tree of a YAML text.

use crate::parse::Span;

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Where it is.
    pub span: Span,
}

/// The three kinds of YAML nodes.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Kind {
    /// A single value.
    Scalar {
        /// Its text, after YAML's own unquoting.
        text: Box<str>,
        /// Whether it stood in quotation marks or a block: then it is text, whatever it looks like.
        quoted: bool,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// A map, in written order, no key twice.
    Mapping(Vec<(Key, Node)>),
}

/// A key of a map.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Key {
    /// Its text.
    pub name: Box<str>,
    /// Where it is.
    pub span: Span,
}

impl Node {
    /// A map without entries, at the beginning of a file.
    pub fn empty() -> Self {
        Node { kind: Kind::Mapping(Vec::new()), span: Span::default() }
    }

    /// The text of a scalar; `None` for lists and maps.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The entries of a map; `None` for anything else.
    pub fn entries(&self) -> Option<&[(Key, Node)]> {
        match &self.kind {
            Kind::Mapping(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value of a key, if this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries()?.iter().find(|(k, _)| &*k.name == key).map(|(_, node)| node)
    }

    /// Whether this is YAML's nothing: an empty unquoted value, `~` or `null`.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, quoted: false } if matches!(&**text, "" | "~" | "null"))
    }

    /// What the node is, for sentences.
    pub fn kind_name(&self) -> &'static str {
        match &self.kind {
            Kind::Scalar { .. } if self.is_null() => "nothing",
            Kind::Scalar { .. } => "a single value",
            Kind::Sequence(_) => "a list",
            Kind::Mapping(_) => "a map",
        }
    }
}
