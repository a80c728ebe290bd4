//! Addresses: what has a meaning in one, or no place there, written as `%XX`.

use std::borrow::Cow;

use icu::properties::props::{EnumeratedProperty as _, GeneralCategory, GeneralCategoryGroup};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

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

/// An address as people read it: its encoded letters beyond ASCII as letters (RFC 3987), all else as it is. Browsers take
/// either.
pub fn readable(address: &str) -> Cow<'_, str> {
    if !address.contains('%') {
        return address.into();
    }
    let mut readable = String::with_capacity(address.len());
    let mut rest = address;
    while let Some(at) = rest.find('%') {
        readable.push_str(&rest[..at]);
        let is_encoded =
            |part: &&[u8]| matches!(part, [b'%', high, low] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit());
        let run = rest.as_bytes()[at..].chunks(3).take_while(is_encoded);
        let (encoded, after) = rest[at..].split_at(3 * run.count());
        let letters = percent_decode_str(encoded).decode_utf8().ok().filter(|text| text.chars().all(is_letter));
        let taken = if encoded.is_empty() { &rest[at..=at] } else { letters.as_deref().unwrap_or(encoded) };
        readable.push_str(taken);
        rest = if encoded.is_empty() { &rest[at + 1..] } else { after };
    }
    readable.push_str(rest);
    readable.into()
}

/// Letters beyond ASCII, with the signs that belong to them; nothing that could pass for a part of an address.
fn is_letter(c: char) -> bool {
    !c.is_ascii() && (c.is_alphanumeric() || GeneralCategoryGroup::Mark.contains(GeneralCategory::for_char(c)))
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
        assert_eq!(
            readable("https://a.example/zh/%E5%85%B3%E4%BA%8E/a%20b%2F?q=%C3%BC"),
            "https://a.example/zh/关于/a%20b%2F?q=ü"
        );
        assert_eq!(readable("/%E0%A4%95%E0%A5%8D-%E5%85/50%/%zz"), "/क्-%E5%85/50%/%zz");
        assert_eq!(readable("/%E2%80%AE%E5%85%B3"), "/%E2%80%AE%E5%85%B3", "nothing that turns a text round");
        assert_eq!(value("a&b=ü ~"), "a%26b%3D%C3%BC%20~");
    }
}
