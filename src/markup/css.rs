//! Style sheets without what browsers skip: comments and the whitespace around blocks.
//!
//! No minifier: nothing is rewritten, only left out. Strings and addresses stay as they are, and so does a blank that may
//! mean something, as between `a` and `:hover` or around the signs of `calc()`.
//!
//! By hand: `lightningcss`, which would minify, is an alpha and rewrites what people wrote; they look at this file in their browser.

use std::ops::Range;

/// The style sheet without comments (but for `/*! … */`) and with blanks only where one may mean something.
pub fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut blank = false;
    while let Some(c) = rest.chars().next() {
        let taken = piece(rest);
        let (now, later) = rest.split_at(taken);
        rest = later;
        if c.is_whitespace() || is_comment(now) {
            blank = true;
            continue;
        }
        let before = out.chars().next_back();
        if blank && !is_mark(c) && before.is_some_and(|before| !is_mark(before)) {
            out.push(' ');
        }
        blank = false;
        out.push_str(now);
    }
    out.push('\n');
    out
}

/// Where the addresses in `url(…)` stand, between their brackets; comments have none.
pub fn addresses(css: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let begin = at + address(&css[at..])?;
        let end = begin + css[begin..].find(')')?;
        at = end;
        Some(begin..end)
    })
}

/// Where the first of them begins.
fn address(css: &str) -> Option<usize> {
    let mut at = 0;
    while at < css.len() {
        let rest = &css[at..];
        match rest.strip_prefix("/*") {
            Some(comment) => at += comment.find("*/").map_or(rest.len(), |end| end + 4),
            None if rest.starts_with("url(") => return Some(at + 4),
            // Each step passes what cannot begin either, a string of them at once.
            None => {
                let first = rest.chars().next().map_or(1, char::len_utf8);
                at += first + rest[first..].find(['/', 'u']).unwrap_or(rest.len() - first);
            }
        }
    }
    None
}

/// The signs that part rules, `{`, `}` and `;`, outside of comments, strings and addresses, each with where it stands.
pub fn signs(css: &str) -> Vec<(usize, char)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < css.len() {
        if let Some(sign) = css[at..].chars().next().filter(|c| matches!(c, '{' | '}' | ';')) {
            found.push((at, sign));
        }
        at += piece(&css[at..]);
    }
    found
}

/// Bytes that belong together: a comment, a string, an address without quotation marks, else one character.
fn piece(rest: &str) -> usize {
    let first = rest.chars().next().map_or(0, char::len_utf8);
    if let Some(comment) = rest.strip_prefix("/*") {
        return comment.find("*/").map_or(rest.len(), |end| end + 4);
    }
    if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        return string(rest, quote);
    }
    let is_address = rest.starts_with("url(") && !rest[4..].trim_start().starts_with(['"', '\'']);
    if is_address { rest.find(')').map_or(rest.len(), |end| end + 1) } else { first }
}

/// Bytes of a string that begins here; a backslash takes the next character with it.
fn string(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn is_comment(piece: &str) -> bool {
    piece.starts_with("/*") && !piece.starts_with("/*!")
}

/// Before and after these a blank means nothing.
fn is_mark(c: char) -> bool {
    matches!(c, '{' | '}' | ';' | ',')
}

#[cfg(test)]
mod tests {
    use super::{addresses, without_comments};

    #[test]
    fn addresses_in_comments_are_none() {
        let found = |css: &str| addresses(css).map(|span| css[span].to_owned()).collect::<Vec<_>>();

        assert_eq!(found("/* was: url(old.png) */"), [""; 0]);
        assert_eq!(found("a{} /* url(a) */ b{background:url(c)} c{mask:url('d')}"), ["c", "'d'"]);
        assert_eq!(found("ü/*"), [""; 0]);
        assert_eq!(found("u url("), [""; 0]);
    }

    #[test]
    fn comments_and_idle_blanks_go() {
        let css = "/* a */\n.a,\n.b :hover {\n  color: red; /* x */\n  width: calc(1px + 2px);\n}\n";

        assert_eq!(without_comments(css), ".a,.b :hover{color: red;width: calc(1px + 2px);}\n");
    }

    #[test]
    fn strings_addresses_and_licences_stay() {
        let css = "/*! OFL */ a::after { content: \"/* no */  \\\" {\"; background: url(a/*b*/c.png) }";

        assert_eq!(
            without_comments(css),
            "/*! OFL */ a::after{content: \"/* no */  \\\" {\";background: url(a/*b*/c.png)}\n"
        );
    }

    #[test]
    fn a_comment_parts_words_and_may_be_open() {
        assert_eq!(without_comments("a/**/b{}/* open"), "a b{}\n");
        assert_eq!(without_comments("a{content:'open"), "a{content:'open\n");
    }
}
