//! Blanks in texts, `[[to fill: the name of the host]]`: what is known to be missing before a site can be published.

use std::ops::Range;

/// The bytes of every blank of a text, in order. One that is never closed ends with its line.
pub fn blanks(text: &str) -> impl Iterator<Item = Range<usize>> {
    marks(text).filter_map(|start| {
        let inner = &text[start + MARK.len()..];
        let begins = inner.trim_start_matches([' ', '\n', '\r']);
        let words = begins.get(..WORDS.len()).filter(|words| words.eq_ignore_ascii_case(WORDS))?;
        let rest = &begins[words.len()..];
        let rest = &rest[..rest.floor_char_boundary(LONGEST)];
        let length = rest.find("]]").map(|at| at + "]]".len()).or_else(|| rest.find('\n')).unwrap_or(rest.len());
        Some(start..start + MARK.len() + (inner.len() - begins.len()) + words.len() + length)
    })
}

/// Where each mark begins, none within another. One sign is looked for faster than two.
fn marks(text: &str) -> impl Iterator<Item = usize> {
    let mut next = 0;
    text.match_indices('[').map(|(at, _)| at).filter(move |&at| {
        let is_mark = at >= next && text[at..].starts_with(MARK);
        if is_mark {
            next = at + MARK.len();
        }
        is_mark
    })
}

/// What a blank begins with.
const MARK: &str = "[[";
const WORDS: &str = "to fill";
/// Bytes after which an end is not looked for: many blanks without one cost no more than their number.
const LONGEST: usize = 2000;

/// Whether a text is a blank and nothing else.
pub fn is_blank(text: &str) -> bool {
    let text = text.trim();
    blanks(text).next().is_some_and(|blank| blank == (0..text.len()))
}

/// The blanks of a YAML file that are not in a line of comment.
pub fn in_yaml(text: &str) -> impl Iterator<Item = Range<usize>> {
    blanks(text).filter(|blank| {
        let line = text[..blank.start].rfind('\n').map_or(0, |at| at + 1);
        !text[line..].trim_start().starts_with('#')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_found_however_they_are_spaced() {
        let text = "a [[to fill: x]] b [[ To fill: y ]] c [[link]] d [[to fill: z\nnext";

        let found: Vec<&str> = blanks(text).map(|blank| &text[blank]).collect();

        assert_eq!(found, ["[[to fill: x]]", "[[ To fill: y ]]", "[[to fill: z"]);
    }

    #[test]
    fn comments_of_yaml_have_no_blanks() {
        assert_eq!(in_yaml("a: x\n  # [[to fill: y]]\nb: \"[[to fill: z]]\"\n").count(), 1);
    }

    #[test]
    fn a_text_with_other_words_is_not_a_blank_alone() {
        assert!(is_blank(" [[to fill: x]] ") && !is_blank("phone [[to fill: x]]") && !is_blank("[[x]]"));
    }
}
