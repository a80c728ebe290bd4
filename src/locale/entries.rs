//! The entries of a message file as they are written, those without text too, which are none for Fluent: a file to
//! translate has the key of each message and waits for its words.

use std::ops::Range;

/// A message or term with its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'t> {
    /// Its key; of a term with the hyphen before it.
    pub key: &'t str,
    /// Its bytes, from the key to the end of its last line that is not empty.
    pub span: Range<usize>,
    /// Where its value begins: behind the `=`.
    value_at: usize,
    /// The file.
    text: &'t str,
}

/// What of an entry has no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack<'t> {
    /// All of it: it waits for a translator.
    Whole,
    /// A variant of it, as it is written, and its bytes in the file.
    Variant(&'t str, Range<usize>),
}

/// The entries of a file in their order.
pub fn entries(text: &str) -> Vec<Entry<'_>> {
    let mut found: Vec<Entry> = Vec::new();
    let mut is_open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, end) = (at, at + line.trim_end().len());
        at += line.len();
        if let Some((key, value)) = begins(line) {
            found.push(Entry { key, span: start..end, value_at: start + value, text });
            is_open = true;
        } else if line.starts_with('#') {
            is_open = false;
        } else if is_open
            && !line.trim().is_empty()
            && let Some(entry) = found.last_mut()
        {
            entry.span.end = end;
        }
    }
    found
}

/// The key that a line begins with, and where behind its `=` the value begins.
fn begins(line: &str) -> Option<(&str, usize)> {
    let (key, _) = line.split_once('=')?;
    let behind = key.len() + 1;
    let key = key.trim_end();
    let name = key.strip_prefix('-').unwrap_or(key);
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    is_name.then_some((key, behind))
}

impl<'t> Entry<'t> {
    /// What stands behind its `=`.
    pub fn value(&self) -> &'t str {
        &self.text[self.value_at..self.span.end]
    }

    /// What of it has no text; `None`: it is complete.
    pub fn lack(&self) -> Option<Lack<'t>> {
        if self.value().trim().is_empty() {
            return Some(Lack::Whole);
        }
        let lines: Vec<(usize, &str)> = self.lines().filter(|(_, line)| !line.is_empty()).collect();
        let is_empty = |at: usize| {
            let next = lines.get(at + 1).map_or("", |(_, line)| line);
            is_label(lines[at].1) && (next.is_empty() || next.starts_with('}') || variant(next).is_some())
        };
        let first = (0..lines.len()).find(|at| is_empty(*at))?;
        let is_frame = |at: usize| {
            let line = lines[at].1;
            line.ends_with("->") && line.starts_with('{') || line.chars().all(|c| c == '}') || is_empty(at)
        };
        if (0..lines.len()).all(is_frame) {
            return Some(Lack::Whole);
        }
        let (at, label) = lines[first];
        Some(Lack::Variant(label, at..at + label.len()))
    }

    /// The lines of its value without the blanks around them, each with where it begins in the file.
    fn lines(&self) -> impl Iterator<Item = (usize, &'t str)> {
        self.value().split('\n').scan(self.value_at, |at, line| {
            let start = *at + line.len() - line.trim_start().len();
            *at += line.len() + 1;
            Some((start, line.trim()))
        })
    }
}

/// What follows the label of a variant, `[one]` or `*[other]`, that a line begins with.
fn variant(line: &str) -> Option<&str> {
    line.strip_prefix('*').unwrap_or(line).strip_prefix('[')?.split_once(']').map(|(_, rest)| rest.trim())
}

/// Whether a line is the label of a variant and nothing else.
fn is_label(line: &str) -> bool {
    variant(line).is_some_and(str::is_empty)
}

#[cfg(test)]
mod tests {
    use super::{Lack, entries};

    #[test]
    fn entries_are_those_that_stand_there() {
        let text = "# a = b\nmenu = Menu\n\n## x\n-brand = B\ncount = { $n ->\n    [one] one = 1\n   *[other] more\n}\nlong =\n  two\n\n  lines\n\n# end\n";

        let found = entries(text);

        let keys: Vec<&str> = found.iter().map(|entry| entry.key).collect();
        assert_eq!(keys, ["menu", "-brand", "count", "long"]);
        assert_eq!(&text[found[2].span.clone()], "count = { $n ->\n    [one] one = 1\n   *[other] more\n}");
        assert_eq!(found[3].value(), "\n  two\n\n  lines");
        assert!(found.iter().all(|entry| entry.lack().is_none()));
    }

    #[test]
    fn an_entry_without_text_is_told_from_one_that_lacks_a_part() {
        let lack = |text: &'static str| entries(text)[0].lack();

        assert_eq!(lack("menu =\n"), Some(Lack::Whole));
        assert_eq!(lack("menu = \n\nnext = x\n"), Some(Lack::Whole));
        assert_eq!(lack("n = { $n ->\n    [one]\n   *[other]\n}\n"), Some(Lack::Whole));
        let part = "n = { $n ->\n    [one] eins\n   *[other]\n}\n";
        let at = part.find("*[other]").expect("stands there");
        assert_eq!(lack(part), Some(Lack::Variant("*[other]", at..at + 8)));
        assert_eq!(lack("n = { $n ->\n    [one] { \"\" }\n   *[other]\n     lang\n}\n"), None);
    }
}
