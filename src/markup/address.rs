//! Addresses: what has a meaning in one, or no place there, written as `%XX`.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// What has a meaning in an address, or is not allowed there.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b']')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// What Turtle does not allow in an address.
const IRI: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// All but what means nothing in any part of an address.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path of a file as a part of an address (RFC 3986), but for letters beyond ASCII.
pub fn path(path: &str) -> String {
    ascii(path, PATH)
}

/// A path with its letters beyond ASCII encoded as well, as sitemaps, feeds and redirects want it; all else stays.
pub fn letters(path: &str) -> Cow<'_, str> {
    utf8_percent_encode(path, &AsciiSet::EMPTY).into()
}

/// An address without the characters that Turtle does not allow in one.
pub fn iri(address: &str) -> String {
    ascii(address, IRI)
}

/// A text as a value in the query of an address (RFC 3986).
pub fn value(text: &str) -> String {
    utf8_percent_encode(text, VALUE).to_string()
}

/// Encodes what is in the set; letters beyond ASCII, which the crate always encodes, stay readable.
fn ascii(text: &str, set: &'static AsciiSet) -> String {
    let parts = text.split_inclusive(|c: char| !c.is_ascii());
    parts.fold(String::with_capacity(text.len()), |mut encoded, part| {
        let end = part.char_indices().next_back().filter(|(_, c)| !c.is_ascii()).map_or(part.len(), |(at, _)| at);
        encoded.extend(utf8_percent_encode(&part[..end], set));
        encoded.push_str(&part[end..]);
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_any_alphabet_stay_and_marks_are_encoded() {
        assert_eq!(path("städte/plan 100% (1)#[a].svg"), "städte/plan%20100%25%20(1)%23%5Ba%5D.svg");
        assert_eq!(path("关于"), "关于");
        assert_eq!(letters("/zh/关于/#a%20"), "/zh/%E5%85%B3%E4%BA%8E/#a%20");
        assert_eq!(iri("https://a.example/ü b?c=<d>#e%20"), "https://a.example/ü%20b?c=%3Cd%3E#e%20");
        assert_eq!(value("a&b=ü ~"), "a%26b%3D%C3%BC%20~");
    }
}
