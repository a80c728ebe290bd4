//! The tags of a template as pieces: words, strings and signs, each where it stands.
//!
//! Tera keeps its syntax tree to itself, so its tags are read here as far as calls and components need it. Whether a template
//! is one, Tera says.

use std::ops::Range;

use crate::parse::Span;

/// Some text of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'t> {
    /// As it is written.
    pub text: &'t str,
    /// Its first byte in the template.
    pub start: usize,
}

impl<'t> Word<'t> {
    /// Some bytes of a template.
    pub fn of(template: &'t str, bytes: Range<usize>) -> Self {
        Word { text: &template[bytes.clone()], start: bytes.start }
    }

    /// Its bytes in the template.
    pub fn span(self) -> Span {
        Span { start: self.start as u32, end: (self.start + self.text.len()) as u32 }
    }

    /// The string that an expression begins with, and what stands after it; `None` when it begins with none.
    pub fn string(self) -> Option<(Word<'t>, &'t str)> {
        let quote = self.text.chars().next().filter(|c| QUOTES.contains(c))?;
        let length = closing(&self.text[1..], quote)?;
        let string = Word { text: &self.text[1..1 + length], start: self.start + 1 };
        Some((string, &self.text[length + 2..]))
    }
}

/// Signs around a string.
const QUOTES: [char; 3] = ['"', '\'', '`'];

/// A piece of a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A name, a keyword or a number: its bytes.
    Word(Range<usize>),
    /// A string with its quotes: its bytes.
    Text(Range<usize>),
    /// Any other sign, and its first byte.
    Sign(char, usize),
}

/// The tokens of every tag; comments and what is raw have none.
pub fn tags(template: &str) -> Vec<Vec<Token>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(brace) = template[at..].find('{').map(|next| at + next) {
        at = brace + 1;
        match template.as_bytes().get(at) {
            Some(b'#') => at = template[at..].find("#}").map_or(template.len(), |end| at + end),
            Some(b'{' | b'%') => {
                let (tokens, end) = tag(template, at + 1);
                let is_raw = matches!(&tokens[..], [Token::Word(word)] if &template[word.clone()] == "raw");
                at = if is_raw { template[end..].find("endraw").map_or(template.len(), |raw| end + raw) } else { end };
                found.push(tokens);
            }
            _ => {}
        }
    }
    found
}

/// The tokens from the inside of a tag on, and where it ends.
fn tag(template: &str, start: usize) -> (Vec<Token>, usize) {
    let mut tokens = Vec::new();
    let mut at = start;
    let mut depth = 0_usize;
    while let Some(c) = template[at..].chars().next() {
        let rest = &template[at + c.len_utf8()..];
        match c {
            '%' | '}' if depth == 0 && rest.starts_with('}') => return (tokens, at + 2),
            _ if QUOTES.contains(&c) => {
                let start = at;
                at += closing(rest, c).map_or(rest.len(), |end| end + 1);
                tokens.push(Token::Text(start..at + c.len_utf8()));
            }
            _ if c.is_alphanumeric() || c == '_' => {
                let length = template[at..].find(|c: char| !c.is_alphanumeric() && c != '_');
                let end = length.map_or(template.len(), |length| at + length);
                tokens.push(Token::Word(at..end));
                at = end;
                continue;
            }
            _ if c.is_whitespace() || (c == '-' && depth == 0 && tokens.is_empty()) => {}
            _ => {
                match c {
                    '{' => depth += 1,
                    '}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                tokens.push(Token::Sign(c, at));
            }
        }
        at += c.len_utf8();
    }
    (tokens, template.len())
}

/// Where the quotation mark is that ends a string; a backslash takes the next character with it.
fn closing(rest: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in rest.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return Some(at),
            _ => {}
        }
    }
    None
}
