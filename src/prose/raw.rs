//! HTML in prose: comments are dropped, the rest is passed on where the site allows it and shown as text where not.

use std::ops::Range;

/// HTML without its comments.
#[derive(Debug, PartialEq)]
pub struct Uncommented {
    /// What is left.
    pub html: String,
    /// The first byte of a comment that is never closed; `None`: all are.
    pub unclosed: Option<usize>,
}

/// Takes the comments out of a piece of HTML.
pub fn uncommented(html: &str) -> Uncommented {
    let (mut kept, mut at) = (String::with_capacity(html.len()), 0);
    while let Some(start) = html[at..].find("<!--").map(|start| at + start) {
        kept.push_str(&html[at..start]);
        match html[start + 4..].find("-->") {
            Some(end) => at = start + 4 + end + 3,
            None => return Uncommented { html: kept, unclosed: Some(start) },
        }
    }
    kept.push_str(&html[at..]);
    Uncommented { html: kept, unclosed: None }
}

/// Whether a tag only breaks a line: Markdown has nothing for that in a cell of a table.
pub fn is_line_break(html: &str) -> bool {
    let inner = html.trim().strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    inner.is_some_and(|inner| inner.trim_end_matches('/').trim_end().eq_ignore_ascii_case("br"))
}

/// The beginning of some HTML, for a sentence.
pub fn excerpt(html: &str) -> String {
    const MOST: usize = 40;
    let line = html.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// The bytes of a text from `start` on that are its line.
pub fn line_at(text: &str, start: usize) -> Range<usize> {
    start..start + text[start..].find('\n').unwrap_or(text.len() - start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_taken_out_and_an_open_one_is_noticed() {
        let cut = |html: &str| uncommented(html);

        assert_eq!(cut("a<!-- b -->c<!---->d"), Uncommented { html: "acd".to_owned(), unclosed: None });
        assert_eq!(cut("<p>\n\n<!-- b"), Uncommented { html: "<p>\n\n".to_owned(), unclosed: Some(5) });
    }

    #[test]
    fn line_breaks_are_distinguished_from_other_tags() {
        assert!(["<br>", "<br/>", "<BR />"].iter().all(|html| is_line_break(html)));
        assert!(["<b>", "<br class=\"x\">", "br"].iter().all(|html| !is_line_break(html)));
    }

    #[test]
    fn an_excerpt_is_short() {
        assert_eq!(excerpt("\n<div>\nlong"), "<div>");
        assert_eq!(excerpt(&"ä".repeat(50)), format!("{}…", "ä".repeat(40)));
    }
}
