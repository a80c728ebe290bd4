//! The Markdown that texts are written in: its extensions, colons that begin no definition, emphasis where words have no
//! spaces.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Options, Tag};

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

/// Punctuation of Chinese, Japanese and Korean, which stands beside letters without a space.
const WIDE: &[char] = &[
    '、', '。', '〈', '〉', '《', '》', '「', '」', '『', '』', '【', '】', '〔', '〕', '〖', '〗', '〜', '・', '！',
    '（', '）', '，', '．', '：', '；', '？', '［', '］', '｛', '｝', '～',
];
/// Punctuation that these languages share with others.
const SHARED: &[char] = &['“', '”', '‘', '’', '—', '…'];
/// The first of the private signs that stand for both while a text is parsed; of three bytes each, as what they stand for.
const FIRST: u32 = 0xf5d0;

/// A text in which marks are seen that CommonMark does not see: lines may begin with a colon, since `:rocket:` is no
/// definition, and emphasis may stand beside the punctuation of languages without spaces, as in `**重要，**后面` (what others
/// call “CJK friendly”: such punctuation counts as a letter). Places are those of the text itself; [`restored`] gives the
/// signs back where the text is another.
pub fn protected(source: &str) -> Cow<'_, str> {
    let mut protected = Cow::Borrowed(source);
    let begins_no_definition = |at: usize| {
        let before = source[..at].trim_end_matches([' ', '\t', '>']);
        let is_first = before.is_empty() || before.ends_with('\n');
        is_first && source[at + 1..].starts_with(|c: char| !c.is_whitespace())
    };
    let colons = source.match_indices(':').map(|(at, _)| at).filter(|at| begins_no_definition(*at));
    for (at, stand_in) in colons.map(|at| (at, COLON)).chain(beside_marks(source)) {
        if matches!(protected, Cow::Borrowed(_)) && source.contains(|c| original(c).is_some()) {
            // What stands for others elsewhere stands for itself here.
            break;
        }
        let mut bytes = [0; 4];
        let stand_in = stand_in.encode_utf8(&mut bytes);
        protected.to_mut().replace_range(at..at + stand_in.len(), stand_in);
    }
    protected
}

/// Punctuation beside marks of emphasis that would not let them be seen: where it stands, and what stands in for it.
fn beside_marks(source: &str) -> impl Iterator<Item = (usize, char)> {
    let is_mark = |c: char| matches!(c, '*' | '~');
    let candidates = if source.is_ascii() { "" } else { source };
    let runs = candidates.match_indices(is_mark).filter(move |(at, _)| !source[..*at].ends_with(is_mark));
    let neighbours = runs.map(move |(at, _)| {
        let rest = source[at..].trim_start_matches(is_mark);
        let before = source[..at].char_indices().next_back();
        let after = rest.chars().next().map(|c| (source.len() - rest.len(), c));
        [(before, after), (after, before)]
    });
    neighbours.flatten().filter_map(|(here, beyond)| {
        let (at, c) = here?;
        let is_meant = WIDE.contains(&c) || (SHARED.contains(&c) && beyond.is_some_and(|(_, c)| is_unspaced(c)));
        is_meant.then(|| Some((at, stand_in(c)?))).flatten()
    })
}

/// Letters that stand beside each other without spaces.
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c), 0x2e80..=0x2fff | 0x3005..=0x3007 | 0x3040..=0x9fff | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0x20000..=0x3fffd)
}

fn stand_in(c: char) -> Option<char> {
    let at = WIDE.iter().chain(SHARED).position(|known| *known == c)?;
    char::from_u32(FIRST + at as u32)
}

/// The punctuation that a private sign stands for.
fn sign_behind(c: char) -> Option<char> {
    let at = u32::from(c).checked_sub(FIRST)? as usize;
    WIDE.iter().chain(SHARED).nth(at).copied().filter(|_| at < WIDE.len() + SHARED.len())
}

fn original(c: char) -> Option<char> {
    if c == COLON { Some(':') } else { sign_behind(c) }
}

/// An event with its signs back.
pub fn restored(event: Event) -> Event {
    match event {
        Event::Text(text) => Event::Text(with_signs(text)),
        Event::Code(text) => Event::Code(with_signs(text)),
        Event::Html(text) => Event::Html(with_signs(text)),
        Event::InlineHtml(text) => Event::InlineHtml(with_signs(text)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: with_signs(dest_url), title: with_signs(title), id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: with_signs(dest_url), title: with_signs(title), id })
        }
        other => other,
    }
}

fn with_signs(text: CowStr<'_>) -> CowStr<'_> {
    if !text.contains(|c| original(c).is_some()) {
        return text;
    }
    text.chars().map(|c| original(c).unwrap_or(c)).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Parser, html};

    use super::{options, protected, restored};

    fn html(source: &str) -> String {
        let mut written = String::new();
        html::push_html(&mut written, Parser::new_ext(&protected(source), options()).map(restored));
        written.trim().trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
    }

    #[test]
    fn only_colons_without_a_space_are_protected() {
        assert_eq!(protected("Term\n: text\n> :x:\n:rocket: a"), "Term\n: text\n> \u{1}x:\n\u{1}rocket: a");
        assert_eq!(protected("a: b\n:\n"), "a: b\n:\n");
    }

    #[test]
    fn emphasis_may_stand_beside_punctuation_where_words_have_no_spaces() {
        for (source, shown) in [
            ("**强调，**后面 **真。**她", "<strong>强调，</strong>后面 <strong>真。</strong>她"),
            ("中文**“强调”**后面", "中文<strong>“强调”</strong>后面"),
            ("これは**「重要」**です。", "これは<strong>「重要」</strong>です。"),
            ("*（注）*見る~~，删~~去", "<em>（注）</em>見る<del>，删</del>去"),
            ("이것은 **“강조”**입니다", "이것은 <strong>“강조”</strong>입니다"),
            ("`**，`和[链接，](/a)**重，**点", "<code>**，</code>和<a href=\"/a\">链接，</a><strong>重，</strong>点"),
            ("2 ** ，3", "2 ** ，3"),
        ] {
            assert_eq!(html(source), shown);
        }
        // Places are those of the text.
        assert_eq!(protected("**强调，**后面").len(), "**强调，**后面".len());
    }

    #[test]
    fn texts_with_spaces_between_words_are_parsed_as_commonmark_does() {
        for source in ["**„wichtig“**es", "a **“b”** c", "**a,**b", "*a*“b”", "Preis **— neu**"] {
            assert_eq!(protected(source), source);
        }
        assert_eq!(protected("\u{f5d0}**，**后"), "\u{f5d0}**，**后", "private signs of a text stay");
    }
}
