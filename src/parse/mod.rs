//! Parse: the text of one file → YAML and Markdown with places.
//!
//! In:  [`Source`]s, whose text may be anything.
//! Out: a tree of [`yaml::Node`]s that keeps every value as it was written, with its place; the front matter of a
//!      Markdown file apart from its prose; what a template calls and which components it defines.
//!
//! Nothing is interpreted here: that `no` is a boolean or `2020-06` a date is the content model's business.

pub mod blanks;
pub mod tags;
pub mod calls;
pub mod blocks;
pub mod components;
pub mod front_matter;
pub mod hints;
mod node;
mod plain;
pub mod yaml;
pub mod keys;
pub mod scalar;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use sha2::{Digest as _, Sha256};

use crate::diagnostics::place::Lines;
use crate::diagnostics::{Code, Diagnostic, Place};

/// A file's text with its path below the site's folder.
pub struct Source {
    /// Path with `/`.
    pub path: Arc<str>,
    /// The text, or the part of it that was kept: a Markdown file's front matter.
    pub text: Box<str>,
    /// Where its lines begin, from the first finding on.
    lines: OnceLock<Lines>,
}

/// The path alone: what is made of a text is told where it stands.
impl fmt::Debug for Source {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.debug_tuple("Source").field(&self.path).finish()
    }
}

/// The same text at the same path, whatever was asked of it.
impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        (&self.path, &self.text) == (&other.path, &other.text)
    }
}

impl Eq for Source {}

/// Bytes of a source's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

/// Where something is written is no part of what it says.
impl Hash for Span {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl Source {
    /// A source from its parts.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Box<str>>) -> Self {
        Source { path: path.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// The place of some bytes.
    pub fn place(&self, span: Span) -> Place {
        let lines = self.lines.get_or_init(|| Lines::of(&self.text));
        lines.place(self.path.clone(), &self.text, span.start as usize..span.end as usize)
    }

    /// A finding at some bytes.
    pub fn finding(&self, code: &'static Code, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, self.place(span), message)
    }
}

/// The files of a site, which the core may read, by their paths below the site's folder, with `/`. The shell implements it.
pub trait Files: Sync {
    /// All paths, sorted.
    fn paths(&self) -> Arc<[Arc<str>]>;

    /// The bytes of a file, or a finding when it cannot be read.
    fn bytes(&self, path: &str) -> Result<Vec<u8>, Box<Diagnostic>>;

    /// The text of a file, or a finding when it cannot be read or is not UTF-8.
    fn text(&self, path: &str) -> Result<String, Box<Diagnostic>> {
        text_of(path, self.bytes(path)?)
    }

    /// The SHA-256 of a file's bytes; `None` when it cannot be read.
    fn sha256(&self, path: &str) -> Option<[u8; 32]> {
        self.bytes(path).ok().map(|bytes| Sha256::digest(bytes).into())
    }

    /// How many bytes a file has; `None` when it cannot be read.
    fn size(&self, path: &str) -> Option<u64> {
        self.bytes(path).ok().map(|bytes| bytes.len() as u64)
    }
}

/// The text of a file's bytes, or a finding at the first byte that is not UTF-8. A byte-order mark is left out.
pub fn text_of(path: &str, bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let readable = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let place = Place::in_text(path, &readable, valid, valid + 1);
        let finding = Diagnostic::new(&crate::diagnostics::codes::NOT_UTF8, place, "this byte is not UTF-8");
        Box::new(finding.hint("save the file as UTF-8"))
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}
