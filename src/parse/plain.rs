//! YAML that needs no grammar: keys and values a line each, lists, maps and lists in brackets on one line. Most files of a site are
//! nothing else, and this reads them several times as fast as the parser, to the same tree.
//!
//! What is not certain here is not read here: [`yaml`](crate::parse::yaml) then asks the parser, which also says what is wrong.
//! Texts of all kinds, and random ones, are held against it in the tests.

use crate::parse::Span;
use crate::parse::node::{Key, Kind, Node};

/// How deep collections may nest here; the parser decides about the rest.
const MAX_DEPTH: u32 = 24;
/// Maps with more keys are left to the parser.
const MAX_KEYS: usize = 64;

/// The tree of a text; `None`: the parser has to read it. Spans count from `base`.
pub fn read(text: &str, base: u32) -> Option<Node> {
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, base };
    let indent = reader.next_line()?;
    let node = reader.block(indent, 0)?;
    (reader.at == text.len()).then_some(node)
}

/// Where the dashes of a list stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dash {
    /// Farther in than the key above.
    Indented,
    /// Below it.
    BelowKey,
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    base: u32,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.base + start as u32, end: self.base + end as u32 }
    }

    /// Goes to the first character of the next line that says something; gives how far it is indented. `None`: there is none,
    /// or a line is none of those that are read here.
    fn next_line(&mut self) -> Option<usize> {
        loop {
            self.spaces();
            match self.peek()? {
                b'\n' => self.at += 1,
                b'#' => self.at = self.end_of_line(),
                _ => return Some(self.at - self.text[..self.at].rfind('\n').map_or(0, |end| end + 1)),
            }
        }
    }

    /// Where the next line begins.
    fn end_of_line(&self) -> usize {
        let rest = &self.bytes[self.at..];
        rest.iter().position(|byte| *byte == b'\n').map_or(self.bytes.len(), |end| self.at + end + 1)
    }

    /// Passes what may stand behind a value; the next line is begun then.
    fn finish_line(&mut self) -> Option<()> {
        let start = self.at;
        self.spaces();
        match self.peek() {
            None => {}
            Some(b'\n') => self.at += 1,
            Some(b'#') if self.at > start => self.at = self.end_of_line(),
            Some(_) => return None,
        }
        Some(())
    }

    /// Passes lines that say nothing; gives how far the next is indented, with the position of its first character; `None`
    /// inside: the text is at its end.
    fn upcoming(&mut self) -> Option<Option<usize>> {
        let mut ahead = Reader { at: self.at, ..*self };
        match ahead.next_line() {
            Some(indent) => {
                self.at = ahead.at;
                Some(Some(indent))
            }
            None if ahead.at == self.bytes.len() => {
                self.at = ahead.at;
                Some(None)
            }
            None => None,
        }
    }

    /// A map or list whose first entry begins here, indented so far.
    fn block(&mut self, indent: usize, depth: u32) -> Option<Node> {
        if depth > MAX_DEPTH {
            return None;
        }
        match self.peek()? {
            b'-' => self.sequence(indent, depth, Dash::Indented),
            _ => self.mapping(indent, depth),
        }
    }

    fn mapping(&mut self, indent: usize, depth: u32) -> Option<Node> {
        let start = self.at;
        let mut entries: Vec<(Key, Node)> = Vec::new();
        loop {
            let key = self.key()?;
            if entries.len() == MAX_KEYS || entries.iter().any(|(known, _)| known.name == key.name) {
                return None;
            }
            let value = self.value_of(indent, depth)?;
            entries.push((key, value));
            match self.upcoming()? {
                Some(next) if next == indent => {}
                Some(next) if next > indent => return None,
                _ => return Some(self.closed(start, Kind::Mapping(entries))),
            }
        }
    }

    /// A list; its entries are indented so far. To the parser one that is not indented below its key begins behind its first
    /// dash.
    fn sequence(&mut self, indent: usize, depth: u32, dash: Dash) -> Option<Node> {
        let mut start = self.at;
        let mut items = Vec::new();
        loop {
            if self.peek() != Some(b'-') || self.bytes.get(self.at + 1) != Some(&b' ') {
                // A list without indentation ends where the map around it goes on.
                return (!items.is_empty()).then(|| self.closed(start, Kind::Sequence(items)));
            }
            let begin = self.at;
            self.at += 2;
            self.spaces();
            if items.is_empty() && dash == Dash::BelowKey {
                start = self.at;
            }
            let inner = indent + (self.at - begin);
            items.push(match self.begins_with_key() {
                true => self.mapping_in_list(inner, depth + 1)?,
                false => self.value_on_line(inner, depth + 1)?,
            });
            match self.upcoming()? {
                Some(next) if next == indent => {}
                Some(next) if next > indent => return None,
                _ => return Some(self.closed(start, Kind::Sequence(items))),
            }
        }
    }

    fn mapping_in_list(&mut self, indent: usize, depth: u32) -> Option<Node> {
        if depth > MAX_DEPTH { None } else { self.mapping(indent, depth) }
    }

    /// A block ends where the next token begins, less the white space before it.
    fn closed(&self, start: usize, kind: Kind) -> Node {
        let end = start + self.text[start..self.at].trim_end().len();
        Node { kind, span: self.span(start, end) }
    }

    /// A key with its colon.
    fn key(&mut self) -> Option<Key> {
        let length = self.length_of_key()?;
        let start = self.at;
        self.at += length + 1;
        Some(Key { name: self.text[start..start + length].into(), span: self.span(start, start + length) })
    }

    fn begins_with_key(&self) -> bool {
        self.length_of_key().is_some()
    }

    fn length_of_key(&self) -> Option<usize> {
        let rest = &self.bytes[self.at..];
        if !rest.first()?.is_ascii_alphabetic() {
            return None;
        }
        let is_inner = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        let length = rest.iter().take_while(is_inner).count();
        let ends = rest.get(length) == Some(&b':') && matches!(rest.get(length + 1), None | Some(b' ' | b'\n'));
        ends.then_some(length)
    }

    /// What stands behind a key of a map that is indented so far: on its line, or below it.
    fn value_of(&mut self, indent: usize, depth: u32) -> Option<Node> {
        self.spaces();
        let is_below = matches!(self.peek(), None | Some(b'\n'));
        if !is_below {
            // A comment behind a colon is left to the parser.
            return self.value_on_line(indent + 1, depth + 1);
        }
        let next = self.upcoming()??;
        match self.peek() == Some(b'-') {
            _ if next > indent => self.block(next, depth + 1),
            true if next == indent && depth < MAX_DEPTH => self.sequence(next, depth + 1, Dash::BelowKey),
            _ => None,
        }
    }

    /// A value that ends on its line; what is indented more than `indent` below it would belong to it.
    fn value_on_line(&mut self, indent: usize, depth: u32) -> Option<Node> {
        let is_plain = !matches!(self.peek()?, b'"' | b'\'' | b'{' | b'[');
        let node = if is_plain { self.plain_to_end()? } else { self.flow(depth)? };
        self.finish_line()?;
        // Text goes on in lines that are indented.
        let goes_on = self.upcoming()?.is_some_and(|next| next >= indent && is_plain);
        (!goes_on).then_some(node)
    }

    /// Text without quotation marks to the end of its line, or to a comment.
    fn plain_to_end(&mut self) -> Option<Node> {
        let line = &self.text[self.at..self.end_of_line()];
        let line = line.strip_suffix('\n').unwrap_or(line);
        let text = line.find(" #").map_or(line, |end| &line[..end]).trim_end_matches(' ');
        let node = self.plain(text, b"")?;
        self.at += text.len();
        Some(node)
    }

    fn plain(&self, text: &str, ending: &[u8]) -> Option<Node> {
        let first = text.bytes().next()?;
        let begins =
            first.is_ascii_alphanumeric() || first >= 0x80 || (first == b'-' && is_digit(text.as_bytes().get(1)));
        let odd = |byte: u8| byte < b' ' || byte == 0x7f || ending.contains(&byte);
        let is_odd = text.bytes().any(odd) || text.contains(": ") || text.ends_with(':') || text.contains(" #");
        // Marks that begin a byte-order mark or a line of their own are the parser's business.
        if !begins || is_odd || text.contains(['\u{85}', '\u{2028}', '\u{2029}', '\u{feff}', '\u{a0}']) {
            return None;
        }
        let (start, end) = (self.at, self.at + text.len());
        Some(Node { kind: Kind::Scalar { text: text.into(), quoted: false }, span: self.span(start, end) })
    }

    /// A value in quotation marks or brackets.
    fn flow(&mut self, depth: u32) -> Option<Node> {
        match self.peek()? {
            quote @ (b'"' | b'\'') => self.quoted(quote),
            b'{' => self.flow_mapping(depth),
            b'[' => self.flow_sequence(depth),
            _ => {
                let rest = &self.bytes[self.at..];
                let length = rest.iter().position(|byte| matches!(byte, b',' | b'}' | b']' | b'\n' | b'{' | b'['))?;
                let text = self.text[self.at..self.at + length].trim_end_matches(' ');
                let node = self.plain(text, b"{}[],")?;
                // A colon may bind more tightly in brackets.
                if text.contains(':') {
                    return None;
                }
                self.at += text.len();
                Some(node)
            }
        }
    }

    fn quoted(&mut self, quote: u8) -> Option<Node> {
        let start = self.at;
        let rest = &self.bytes[start + 1..];
        let length = rest.iter().position(|byte| *byte == quote || matches!(byte, b'\\' | b'\n'))?;
        let inner = &self.text[start + 1..start + 1 + length];
        let is_odd = rest[length] != quote
            || rest.get(length + 1) == Some(&quote)
            || inner.bytes().any(|byte| byte < b' ' || byte == 0x7f)
            || inner.contains(['\u{85}', '\u{2028}', '\u{2029}', '\u{feff}']);
        if is_odd {
            return None;
        }
        self.at = start + length + 2;
        Some(Node { kind: Kind::Scalar { text: inner.into(), quoted: true }, span: self.span(start, self.at) })
    }

    fn spaces(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    fn flow_mapping(&mut self, depth: u32) -> Option<Node> {
        let start = self.at;
        self.at += 1;
        let mut entries: Vec<(Key, Node)> = Vec::new();
        loop {
            self.spaces();
            let key = self.key()?;
            if depth > MAX_DEPTH || entries.len() == MAX_KEYS || entries.iter().any(|(known, _)| known.name == key.name)
            {
                return None;
            }
            self.spaces();
            let value = self.flow(depth + 1)?;
            entries.push((key, value));
            if self.is_closed(b'}')? {
                return Some(Node { kind: Kind::Mapping(entries), span: self.span(start, self.at) });
            }
        }
    }

    fn flow_sequence(&mut self, depth: u32) -> Option<Node> {
        let start = self.at;
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.spaces();
            if depth > MAX_DEPTH {
                return None;
            }
            items.push(self.flow(depth + 1)?);
            if self.is_closed(b']')? {
                return Some(Node { kind: Kind::Sequence(items), span: self.span(start, self.at) });
            }
        }
    }

    /// Whether brackets close here, or another entry comes.
    fn is_closed(&mut self, bracket: u8) -> Option<bool> {
        self.spaces();
        let next = self.peek()?;
        self.at += 1;
        match next {
            b',' => Some(false),
            _ if next == bracket => Some(true),
            _ => None,
        }
    }
}

fn is_digit(byte: Option<&u8>) -> bool {
    byte.is_some_and(u8::is_ascii_digit)
}
