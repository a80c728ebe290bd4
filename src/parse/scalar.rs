//! From the text of a YAML scalar back to the file: which byte of the file stands for which of the text.
//!
//! YAML unquotes, folds and unindents. Written and read text are compared letter by letter: what only one of them has is
//! an escape, a fold or an indentation.

/// For each byte of `text` the byte of `written` that stands for it, with the end of both at the end. `written` is the
/// scalar as it stands in the file, with its quotation marks or the head of its block.
pub fn places(written: &str, text: &str) -> Vec<usize> {
    let mut from = Walk { written, at: start(written) };
    let mut places = Vec::with_capacity(text.len() + 1);
    for c in text.chars() {
        let at = from.next(c);
        places.extend(std::iter::repeat_n(at, c.len_utf8()));
    }
    places.push(from.at);
    places
}

/// Where the text begins: behind a quotation mark, below the head of a block.
fn start(written: &str) -> usize {
    match written.chars().next() {
        Some('"' | '\'') => 1,
        Some('|' | '>') => written.find('\n').map_or(written.len(), |end| end + 1),
        _ => 0,
    }
}

struct Walk<'a> {
    written: &'a str,
    at: usize,
}

impl Walk<'_> {
    /// Where a letter of the text stands; what follows it is looked at next.
    fn next(&mut self, wanted: char) -> usize {
        let quoted = self.written.starts_with('"');
        loop {
            let rest = &self.written[self.at..];
            let Some(c) = rest.chars().next() else { return self.at };
            let at = self.at;
            if quoted && c == '\\' {
                self.at += escape(rest);
                // A line that ends so goes on in the next.
                if rest[1..].starts_with(['\n', '\r']) {
                    continue;
                }
                return at;
            }
            let folded = wanted.is_whitespace() && c.is_whitespace();
            self.at += c.len_utf8();
            if c == wanted {
                // In single quotation marks a mark stands twice.
                if c == '\'' && self.written.starts_with('\'') && rest[1..].starts_with('\'') {
                    self.at += 1;
                }
                return at;
            }
            if folded {
                self.at = self.written.len() - self.written[self.at..].trim_start().len();
                return at;
            }
        }
    }
}

/// How many bytes an escape in double quotation marks has.
fn escape(rest: &str) -> usize {
    let more = match rest[1..].chars().next() {
        Some('x') => 3,
        Some('u') => 5,
        Some('U') => 9,
        Some(c) => c.len_utf8(),
        None => 0,
    };
    let end = (1 + more).min(rest.len());
    (end..=rest.len()).find(|&end| rest.is_char_boundary(end)).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::places;

    /// The written text from where a word of the read text stands.
    fn at<'w>(written: &'w str, text: &str, word: &str) -> &'w str {
        &written[places(written, text)[text.find(word).expect("the text has the word")]..]
    }

    #[test]
    fn words_are_found_in_every_style() {
        assert_eq!(at("plain words", "plain words", "words"), "words");
        assert_eq!(at("plain\n    words here", "plain words here", "here"), "here");
        assert_eq!(at("'it''s here'", "it's here", "here"), "here'");
        assert_eq!(at("\"a \\u00e4\\\"\\n  x\"", "a ä\"\n  x", "x"), "x\"");
        assert_eq!(at("\"folded\n  \\\n  words\"", "folded words", "words"), "words\"");
        assert_eq!(at("|\n  one\n\n    two\n  three\n", "one\n\n  two\nthree\n", "three"), "three\n");
        assert_eq!(at(">-\n  one\n  two\n\n  three", "one two\nthree", "three"), "three");
        assert_eq!(at("|- # one\n  one two", "one two", "one"), "one two");
    }

    #[test]
    fn the_end_is_known_too() {
        assert_eq!(places("'a'", "a"), [1, 2]);
        assert_eq!(places("", ""), [0]);
    }
}
