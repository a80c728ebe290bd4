//! The Markdown that texts are written in: its extensions, and colons that begin no definition.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Options};

/// The extensions of CommonMark that texts may use.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// A sign for a colon at the beginning of a line that begins no definition, for there is no space behind it; of one byte as
/// the colon, so that places stay.
const COLON: char = '\u{1}';

/// A text whose lines may begin with a colon: `:rocket:` is no definition. Places are those of the text itself.
pub fn protect_colons(source: &str) -> Cow<'_, str> {
    let begins_no_definition = |at: usize| {
        let before = source[..at].trim_end_matches([' ', '\t', '>']);
        let is_first = before.is_empty() || before.ends_with('\n');
        is_first && source[at + 1..].starts_with(|c: char| !c.is_whitespace())
    };
    let mut protected = Cow::Borrowed(source);
    for (at, colon) in source.match_indices(':').filter(|(at, _)| begins_no_definition(*at)) {
        protected.to_mut().replace_range(at..at + colon.len(), COLON.encode_utf8(&mut [0; 4]));
    }
    protected
}

/// Whether events of a text may have to get their colons back.
pub fn has_protected(source: &str) -> bool {
    source.contains(COLON)
}

/// An event with its colons back.
pub fn restore_colons(event: Event) -> Event {
    let back = |text: CowStr<'_>| text.replace(COLON, ":");
    match event {
        Event::Text(text) if text.contains(COLON) => Event::Text(back(text).into()),
        Event::Code(text) if text.contains(COLON) => Event::Code(back(text).into()),
        Event::Html(text) if text.contains(COLON) => Event::Html(back(text).into()),
        Event::InlineHtml(text) if text.contains(COLON) => Event::InlineHtml(back(text).into()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::protect_colons;

    #[test]
    fn only_colons_without_a_space_are_protected() {
        assert_eq!(protect_colons("Term\n: text\n> :x:\n:rocket: a"), "Term\n: text\n> \u{1}x:\n\u{1}rocket: a");
        assert_eq!(protect_colons("a: b\n:\n"), "a: b\n:\n");
    }
}
