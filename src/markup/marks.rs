//! Marks around words of another language and around what was put into a sentence, until it is known where on a page they
//! stand.
//!
//! A template prints the same words as text, in an attribute or in a title, and a function may put them into longer text.
//! Only the finished page shows where they are: there text becomes `<span lang="en">…</span>` or `<bdi>…</bdi>`, and where no
//! element can stand, marks of languages go, and those of what was put in become the controls of the Unicode Bidirectional
//! Algorithm (UAX #9, 2.4). Marks are noncharacters of Unicode, which no text may hold that is handed to others.

use std::borrow::Cow;

/// Before words; the n-th of them stands for the n-th language.
const FIRST: u32 = 0xfdd0;
/// How many languages can be told apart: a language and those that stand for it.
const MOST: u32 = 16;
/// After words.
const END: char = '\u{fde0}';
/// Before what was put into a sentence and is not to turn it round.
const ISOLATE: char = '\u{fde1}';
/// After it.
const ISOLATED: char = '\u{fde2}';
/// Begins what is read rightward or leftward as its first letter says; begins what is read leftward; ends both.
const CONTROLS: [char; 3] = ['\u{2068}', '\u{2067}', '\u{2069}'];

/// Elements that hold text alone, or drawings: no element with a language can stand in them.
const TEXT_ALONE: [&str; 6] = ["script", "style", "title", "textarea", "option", "svg"];

/// Begins an attribute that is heard and never seen.
const HEARD: &str = " aria-label=\"";

/// Elements without an end.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// A language that marks stand for.
#[derive(Debug, Clone, Copy)]
pub struct Tongue<'l> {
    /// Its tag, for `lang`.
    pub code: &'l str,
    /// The value of `dir`.
    pub direction: &'l str,
}

/// A text between marks of the n-th language.
pub fn around(text: &str, language: usize) -> String {
    let begin = u32::try_from(language).ok().filter(|at| *at < MOST).and_then(|at| char::from_u32(FIRST + at));
    begin.map_or_else(|| text.to_owned(), |begin| format!("{begin}{text}{END}"))
}

/// A text between marks that keep it apart from the direction of what it is put into.
pub fn isolated(text: &str) -> String {
    format!("{ISOLATE}{text}{ISOLATED}")
}

/// Whether a text has letters that are read leftward: Hebrew, Arabic and their neighbours, as the blocks of Unicode have them.
pub fn has_leftward(text: &str) -> bool {
    let is_leftward = |c: char| matches!(u32::from(c), 0x590..=0x8ff | 0xfb1d..=0xfdcf | 0xfdf0..=0xfdff | 0xfe70..=0xfefc | 0x10800..=0x10fff | 0x1e800..=0x1efff);
    !text.is_ascii() && text.contains(is_leftward)
}

/// Whether a character is a mark.
pub fn is_mark(c: char) -> bool {
    matches!(c, END | ISOLATE | ISOLATED) || begins(c).is_some()
}

/// A text without its marks.
pub fn without(text: &str) -> Cow<'_, str> {
    if text.contains(is_mark) { Cow::Owned(text.chars().filter(|c| !is_mark(*c)).collect()) } else { text.into() }
}

/// A text that no element can stand in, with controls in place of marks.
fn controlled(text: &str) -> Cow<'_, str> {
    if !text.contains(is_mark) {
        return text.into();
    }
    let mut controlled = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            ISOLATE => controlled.push(CONTROLS[usize::from(has_leftward(isolate(&text[at..])))]),
            ISOLATED => controlled.push(CONTROLS[2]),
            c if is_mark(c) => {}
            c => controlled.push(c),
        }
    }
    controlled.into()
}

/// A tag with controls in place of marks; what is only heard needs none.
fn tag_controlled(tag: &str) -> Cow<'_, str> {
    if !tag.contains(is_mark) {
        return tag.into();
    }
    let mut written = String::with_capacity(tag.len());
    for (at, part) in tag.split(HEARD).enumerate() {
        let end = part.find('"').filter(|_| at > 0).unwrap_or(0);
        if at > 0 {
            written.push_str(HEARD);
        }
        written.push_str(&without(&part[..end]));
        written.push_str(&controlled(&part[end..]));
    }
    written.into()
}

/// What the mark at the beginning of a text keeps apart, up to the mark that ends it.
fn isolate(text: &str) -> &str {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            ISOLATE => depth += 1,
            ISOLATED if depth == 1 => return &text[..at],
            ISOLATED => depth -= 1,
            _ => {}
        }
    }
    text
}

/// The marks that a text begins with, and what follows them.
pub fn leading(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c| !is_mark(c)).unwrap_or(text.len()))
}

/// The language that a mark begins.
fn begins(c: char) -> Option<usize> {
    let at = u32::from(c).checked_sub(FIRST).filter(|at| *at < MOST)?;
    Some(at as usize)
}

/// A finished page with elements in place of marks. `tongues` are the languages that they stand for, the first that of the
/// page.
pub fn written(html: Vec<u8>, tongues: &[Tongue]) -> Vec<u8> {
    match String::from_utf8(html) {
        Ok(text) if text.contains(is_mark) => {
            let mut writer = Writer { html: String::with_capacity(text.len() + 1024), open: Vec::new(), tongues };
            writer.page(&text);
            writer.html.into_bytes()
        }
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// What is open where the writer stands.
enum Open<'h> {
    /// An element of the page.
    Element(&'h str),
    /// Words of a language, within an element of ours if it is another than that around them.
    Words { language: usize, has_element: bool },
    /// What was put into a sentence.
    Isolate,
}

struct Writer<'a> {
    html: String,
    open: Vec<Open<'a>>,
    tongues: &'a [Tongue<'a>],
}

impl<'a> Writer<'a> {
    fn page(&mut self, page: &'a str) {
        let mut rest = page;
        while let Some(at) = rest.find(|c: char| c == '<' || is_mark(c)) {
            self.html.push_str(&rest[..at]);
            rest = &rest[at..];
            let c = rest.chars().next().unwrap_or(END);
            if c == '<' {
                rest = self.tag(rest);
            } else {
                match c {
                    ISOLATE => self.isolate(isolate(rest)),
                    ISOLATED => self.end(|open| matches!(open, Open::Isolate)),
                    c => match begins(c) {
                        Some(language) => self.begin(language),
                        None => self.end(|open| matches!(open, Open::Words { .. })),
                    },
                }
                rest = &rest[c.len_utf8()..];
            }
        }
        self.html.push_str(rest);
    }

    /// The language of the text where the writer stands.
    fn language(&self) -> usize {
        let words = |open: &Open| match open {
            Open::Words { language, .. } => Some(*language),
            Open::Element(_) | Open::Isolate => None,
        };
        self.open.iter().rev().find_map(words).unwrap_or(0)
    }

    fn begin(&mut self, language: usize) {
        let around = self.language();
        let tongue = self.tongues.get(language).filter(|_| language != around);
        self.open.push(Open::Words { language, has_element: tongue.is_some() });
        if let Some(Tongue { code, direction }) = tongue {
            let turns = self.tongues.get(around).is_some_and(|around| around.direction != *direction);
            let dir = if turns { format!(" dir=\"{direction}\"") } else { String::new() };
            self.html.push_str(&format!("<span lang=\"{code}\"{dir}>"));
        }
    }

    /// Begins what was put into a sentence: read leftward if it has a letter that is, so that “PDF” at its beginning does not
    /// turn it round; else as its first letter says.
    fn isolate(&mut self, words: &str) {
        let outside = self.tongues.first().is_some_and(|page| page.direction == "rtl");
        self.html.push_str(if outside && has_leftward(words) { "<bdi dir=\"rtl\">" } else { "<bdi>" });
        self.open.push(Open::Isolate);
    }

    /// The end of what began last of a kind; what a page opened since and did not close is closed by the page.
    fn end(&mut self, is_it: impl Fn(&Open) -> bool) {
        let Some(at) = self.open.iter().rposition(is_it) else { return };
        let ended = self.open.remove(at);
        self.html.push_str(ended.end());
    }

    /// Copies a tag, or all of an element that holds no others; gives back what follows.
    fn tag(&mut self, rest: &'a str) -> &'a str {
        let end = tag_end(rest);
        let (tag, after) = rest.split_at(end);
        let is_end = tag.starts_with("</");
        let name = tag.trim_start_matches(['<', '/']);
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len())];
        let is = |known: &&&str| known.eq_ignore_ascii_case(name);
        if is_end {
            self.close(name);
        }
        self.html.push_str(&tag_controlled(tag));
        if is_end || name.is_empty() || tag.ends_with("/>") || VOID.iter().any(|known| is(&known)) {
            return after;
        }
        if let Some(known) = TEXT_ALONE.iter().find(|known| is(known)) {
            let end = end_of(after, known);
            self.html.push_str(&controlled(&after[..end]));
            return &after[end..];
        }
        self.open.push(Open::Element(name));
        after
    }

    /// Ends the words that stand within an element that ends.
    fn close(&mut self, name: &str) {
        let is_it = |open: &Open| matches!(open, Open::Element(known) if known.eq_ignore_ascii_case(name));
        let Some(at) = self.open.iter().rposition(is_it) else { return };
        let within = self.open.split_off(at);
        within.iter().rev().for_each(|open| self.html.push_str(open.end()));
    }
}

impl Open<'_> {
    /// How an element of ours ends.
    fn end(&self) -> &'static str {
        match self {
            Open::Words { has_element: true, .. } => "</span>",
            Open::Isolate => "</bdi>",
            Open::Words { .. } | Open::Element(_) => "",
        }
    }
}

/// Where a tag or comment ends that a text begins with; a `<` that begins none stands for itself.
fn tag_end(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |at| at + 3);
    }
    if !text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') {
        return 1;
    }
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// Where the end tag of an element begins; the whole text when there is none.
fn end_of(text: &str, name: &str) -> usize {
    let is_end = |at: usize| text[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
    text.match_indices("</").map(|(at, _)| at).find(|at| is_end(*at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::{ISOLATE, ISOLATED, Tongue, around, isolated, without, written};

    const ARABIC: [Tongue; 2] = [Tongue { code: "ar", direction: "rtl" }, Tongue { code: "en", direction: "ltr" }];

    fn page(html: &str) -> String {
        String::from_utf8(written(html.as_bytes().to_vec(), &ARABIC)).expect("is UTF-8")
    }

    #[test]
    fn words_stand_in_an_element_where_one_can_stand() {
        let menu = around("Menu", 1);

        assert_eq!(page(&format!("<p>{menu}</p>")), "<p><span lang=\"en\" dir=\"ltr\">Menu</span></p>");
        assert_eq!(page(&format!("<nav aria-label=\"{menu}\">")), "<nav aria-label=\"Menu\">");
        assert_eq!(page(&format!("<title>{menu}</title>{menu}")).matches("<span").count(), 1);
        assert_eq!(page(&format!("<svg><text>{menu}</text></svg>")), "<svg><text>Menu</text></svg>");
        assert_eq!(page(&format!("<!-- {menu} --><select><option>{menu}")), "<!-- Menu --><select><option>Menu");
    }

    #[test]
    fn words_of_the_page_within_those_of_another_language_are_told_apart() {
        let since = around(&format!("since <b>{}</b>", around("أبريل", 0)), 1);

        let html = page(&since);

        assert_eq!(
            html,
            "<span lang=\"en\" dir=\"ltr\">since <b><span lang=\"ar\" dir=\"rtl\">أبريل</span></b></span>"
        );
        assert_eq!(page(&around(&around("twice", 1), 1)), page(&around("twice", 1)));
    }

    #[test]
    fn what_is_put_into_a_sentence_does_not_turn_it_round() {
        let put = |words: &str| format!("المصدر: {}.", isolated(words));

        assert_eq!(page(&put("City of Example")), "المصدر: <bdi>City of Example</bdi>.");
        assert_eq!(page(&put("PDF، 2 ميغابايت")), "المصدر: <bdi dir=\"rtl\">PDF، 2 ميغابايت</bdi>.");
        let nested = isolated(&format!("{} {}", isolated("<b>A</b>"), "ب"));
        assert_eq!(page(&nested), "<bdi dir=\"rtl\"><bdi><b>A</b></bdi> ب</bdi>");
        assert_eq!(page(&format!("<p>{ISOLATE}a</p>b{ISOLATED}")), "<p><bdi>a</bdi></p>b");
    }

    #[test]
    fn where_no_element_can_stand_controls_do() {
        let (title, both) = (isolated("A"), isolated("A ب"));

        assert_eq!(page(&format!("<title>{title} ب</title>")), "<title>\u{2068}A\u{2069} ب</title>");
        assert_eq!(page(&format!("<a title=\"{both}\">x</a>")), "<a title=\"\u{2067}A ب\u{2069}\">x</a>");
        let heard = format!("<a aria-label=\"{title} ب\" title=\"{title}\">");
        assert_eq!(page(&heard), "<a aria-label=\"A ب\" title=\"\u{2068}A\u{2069}\">");
        assert_eq!(without(&both), "A ب");
    }

    #[test]
    fn what_was_cut_leaves_whole_elements() {
        let (begin, end) = (around("", 1).chars().next().expect("begins"), around("", 1).chars().last().expect("ends"));

        assert_eq!(page(&format!("<p>{begin}a</p>b{end}")), "<p><span lang=\"en\" dir=\"ltr\">a</span></p>b");
        assert_eq!(page(&format!("a{end} < 3 <br>")), "a < 3 <br>");
        assert_eq!(without(&around("a", 1)), "a");
    }
}
