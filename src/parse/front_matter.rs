//! The front matter of a Markdown file: YAML between two lines of `---`.

use std::ops::Range;

/// The two parts of a Markdown file, as bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The YAML between the marks; `None` when the file begins with prose.
    pub front_matter: Option<Range<usize>>,
    /// The prose.
    pub body: Range<usize>,
    /// Whether the first mark was never closed: then the whole text is front matter.
    pub unclosed: bool,
}

/// Splits a text. CRLF and spaces after the marks are allowed.
pub fn split(text: &str) -> Parts {
    let first = line_end(text, 0);
    if text[..first].trim_end() != "---" {
        return Parts { front_matter: None, body: 0..text.len(), unclosed: false };
    }
    let mut at = first;
    while at < text.len() {
        let end = line_end(text, at);
        if text[at..end].trim_end() == "---" {
            return Parts { front_matter: Some(first..at), body: end..text.len(), unclosed: false };
        }
        at = end;
    }
    Parts { front_matter: Some(first..text.len()), body: text.len()..text.len(), unclosed: true }
}

/// Where front matter seems to begin in a text that does not begin with it: after empty lines, or without its first mark.
pub fn misplaced(text: &str) -> Option<usize> {
    let at = text.len() - text.trim_start().len();
    let mut lines = text[at..].lines();
    let first = lines.next()?;
    let is_mark = |line: &str| line.len() >= 2 && line.trim().chars().all(|c| matches!(c, '-' | '–' | '—'));
    let is_key = first.split_once(": ").is_some_and(|(key, _)| key.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
    ((at > 0 && first.trim() == "---") || first.starts_with(['–', '—']) || (is_key && lines.take(40).any(is_mark)))
        .then_some(at)
}

fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |at| from + at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_may_end_with_spaces_and_crlf() {
        let parts = split("--- \r\na: 1\r\n---\r\nProse");

        assert_eq!(parts, Parts { front_matter: Some(6..12), body: 17..22, unclosed: false });
    }

    #[test]
    fn a_rule_in_prose_is_not_front_matter() {
        assert_eq!(split("Prose\n---\nmore").front_matter, None);
    }

    #[test]
    fn front_matter_without_its_first_mark_is_noticed() {
        assert_eq!(misplaced("name: A\n---\nProse\n"), Some(0));
        assert_eq!(misplaced("\n---\nname: A\n---\n"), Some(1));
        assert_eq!(misplaced("— name\n"), Some(0));
        assert_eq!(misplaced("Note: this is prose.\n\nMore.\n"), None);
    }

    #[test]
    fn front_matter_that_never_ends_is_noticed() {
        let parts = split("---\na: 1\n");

        assert!(parts.unclosed);
        assert_eq!(parts.body, 9..9);
    }
}
