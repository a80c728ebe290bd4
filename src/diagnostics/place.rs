//! Where findings lie: bytes of a text → lines, columns and an excerpt, without reading the text from its beginning for each.

use std::ops::Range;
use std::sync::Arc;

/// Bytes between two marks of one line.
const STEP: usize = 1024;
/// Characters of the line that an excerpt keeps before the finding.
const BEFORE: usize = 120;
/// Characters of the line that an excerpt keeps from the beginning of the finding on.
const FROM: usize = 240;
/// Bytes that a finding covers at most; an excerpt shows no more.
const COVERED: usize = 4096;

/// Where in a file a finding lies. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Path below the site's folder, with `/`.
    pub path: Arc<str>,
    /// Line, from 1; 0 when the finding is about the file as a whole.
    pub line: u32,
    /// Column in characters, from 1; 0 when the finding is about the file as a whole.
    pub column: u32,
    /// How many characters of the line the finding covers, at least 1.
    pub length: u32,
    /// The line itself, without its end; of a long line what stands around the finding. Empty when the finding is about
    /// the file as a whole.
    pub excerpt: String,
    /// How many characters of the line come before the excerpt.
    pub clipped: u32,
}

impl Place {
    /// The file as a whole.
    pub fn file(path: impl Into<Arc<str>>) -> Self {
        Place { path: path.into(), line: 0, column: 0, length: 1, excerpt: String::new(), clipped: 0 }
    }

    /// The bytes `start..end` of `text`, cut to the first line of them. Offsets outside the text or inside
    /// a character are moved to the nearest character before. For many places of one text there is [`Lines`].
    pub fn in_text(path: impl Into<Arc<str>>, text: &str, start: usize, end: usize) -> Self {
        place(path.into(), text, start..end)
    }
}

/// A byte whose line and column are known.
#[derive(Debug, Clone, Copy)]
struct Mark {
    byte: usize,
    line: u32,
    /// Characters before it in its line.
    column: u32,
}

/// Where the lines of a text begin, and every so often a place within a long one. A place costs the same wherever it is, so
/// that a file with a mistake in each of its lines, or with all of them in one, is read in linear time.
#[derive(Debug)]
pub struct Lines(Vec<Mark>);

impl Lines {
    /// The marks of a text.
    pub fn of(text: &str) -> Lines {
        let mut marks = vec![Mark { byte: 0, line: 1, column: 0 }];
        let mut start = 0;
        for (line, whole) in (1..).zip(text.split_inclusive('\n')) {
            marks.extend((line > 1).then_some(Mark { byte: start, line, column: 0 }));
            let (mut at, mut column) = (0, 0);
            while at + STEP < whole.len() {
                let next = floor_char(whole, at + STEP);
                column += whole[at..next].chars().count() as u32;
                at = next;
                marks.push(Mark { byte: start + at, line, column });
            }
            start += whole.len();
        }
        if text.ends_with('\n') {
            let line = 1 + text.bytes().filter(|byte| *byte == b'\n').count() as u32;
            marks.push(Mark { byte: text.len(), line, column: 0 });
        }
        Lines(marks)
    }

    /// The place of some bytes of the text that the marks are of; see [`Place::in_text`].
    pub fn place(&self, path: Arc<str>, text: &str, range: Range<usize>) -> Place {
        let start = floor_char(text, range.start);
        let next = self.0.partition_point(|mark| mark.byte <= start);
        from_mark(self.0[next.saturating_sub(1)], path, text, start..range.end)
    }
}

/// The place of some bytes of a text that no further place is asked of.
pub fn place(path: Arc<str>, text: &str, range: Range<usize>) -> Place {
    let start = floor_char(text, range.start);
    let byte = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line = 1 + text[..byte].matches('\n').count() as u32;
    from_mark(Mark { byte, line, column: 0 }, path, text, start..range.end)
}

/// The place of bytes that begin at or behind a mark, in its line.
fn from_mark(mark: Mark, path: Arc<str>, text: &str, range: Range<usize>) -> Place {
    let start = range.start;
    let end = floor_char(text, range.end.min(start + COVERED)).max(start);
    let covered = text[start..end].split('\n').next().unwrap_or_default();
    let column = mark.column + text[mark.byte..start].chars().count() as u32;
    let before = text[..start].char_indices().rev().take_while(|(_, c)| *c != '\n').take(BEFORE);
    let (kept, first) = before.fold((0, start), |(kept, _), (at, _)| (kept + 1, at));
    let after = text[start..].chars().take_while(|c| *c != '\n').take(FROM);
    let last = start + after.map(char::len_utf8).sum::<usize>();
    Place {
        path,
        line: mark.line,
        column: 1 + column,
        length: (covered.trim_end().chars().count() as u32).max(1),
        excerpt: text[first..last].trim_end().to_owned(),
        clipped: column - kept,
    }
}

fn floor_char(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_a_single_look_find_the_same_places() {
        let long = "wörd ".repeat(2000);
        let text = format!("a: 1\n{long}\n\nstraße: größe\n");
        let lines = Lines::of(&text);

        for at in 0..=text.len() + 2 {
            assert_eq!(lines.place("x".into(), &text, at..at + 3), place("x".into(), &text, at..at + 3), "{at}");
        }
    }

    #[test]
    fn an_excerpt_of_a_long_line_is_what_stands_around_the_finding() {
        let text = format!("{}wrong{}", "ä".repeat(100_000), "ö".repeat(100_000));
        let at = text.find("wrong").expect("is there");

        let place = Lines::of(&text).place("x".into(), &text, at..at + 5);

        assert_eq!((place.line, place.column, place.length), (1, 100_001, 5));
        assert_eq!(place.excerpt, format!("{}wrong{}", "ä".repeat(BEFORE), "ö".repeat(FROM - 5)));
        assert_eq!(place.clipped as usize, 100_000 - BEFORE);
    }

    #[test]
    fn a_finding_ends_with_its_line() {
        let place = place("x".into(), "ab\ncd", 1..5);

        assert_eq!((place.column, place.length, place.excerpt.as_str()), (2, 1, "ab"));
    }
}
