//! Text and HTML: escaped for HTML and XML, and without tags.

/// A text with `& < > " '` written as entities, as Tera does it.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // Control characters and what is no character are not allowed in XML 1.0 (section 2.2, `Char`).
            c if (c as u32) < 0x20 && !matches!(c, '\n' | '\r' | '\t') => {}
            '\u{fffe}' | '\u{ffff}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// What stands in a text for its elements: no text of people has it (private use of Unicode).
const PLACES: std::ops::Range<u32> = 0xe000..0xe010;

/// Stands in a text for an element that [`with_html`] puts there, of which there are at most sixteen.
pub fn place(at: usize) -> String {
    PLACES.clone().nth(at).and_then(char::from_u32).map(String::from).unwrap_or_default()
}

/// Whether a character stands for an element.
pub fn is_place(c: char) -> bool {
    PLACES.contains(&u32::from(c))
}

/// A text, escaped, with each element, which is HTML already, at its place.
pub fn with_html<'h>(text: &str, elements: impl Iterator<Item = &'h str> + Clone) -> String {
    let mut html = String::with_capacity(text.len());
    for piece in escape(text).split_inclusive(is_place) {
        let last = piece.chars().next_back().filter(|c| is_place(*c));
        html.push_str(piece.trim_end_matches(|c| Some(c) == last));
        html.extend(last.and_then(|c| elements.clone().nth((u32::from(c) - PLACES.start) as usize)));
    }
    html
}

/// HTML as plain text on one line.
pub fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut in_tag = false;
    for (at, c) in html.char_indices() {
        let opens = c == '<' && html[at + 1..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '/');
        match c {
            _ if opens => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            '\n' => text.push(' '),
            c => text.push(c),
        }
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let decoded =
        entities.iter().fold(text, |text, (entity, c)| if text.contains('&') { text.replace(entity, c) } else { text });
    decoded.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{escape, place, with_html, without_tags};

    #[test]
    fn tags_are_taken_out_and_comparisons_are_not() {
        assert_eq!(without_tags("<p>A &lt; <b>B</b>\nand 3 < 4</p>"), "A < B and 3 < 4");
    }

    #[test]
    fn elements_stand_at_their_places_and_words_are_escaped() {
        let text = format!("{}{} < {} & {}", place(1), place(0), place(1), place(2));

        assert_eq!(with_html(&text, ["<b>a</b>", "<i>b</i>"].into_iter()), "<i>b</i><b>a</b> &lt; <i>b</i> &amp; ");
        assert_eq!(with_html("a < b", std::iter::empty()), "a &lt; b");
    }

    #[test]
    fn control_characters_do_not_reach_xml() {
        assert_eq!(escape("a\u{1}\u{fffe}\u{ffff}<\"'&"), "a&lt;&quot;&#39;&amp;");
    }
}
