//! Style sheets that a page links only where it has something that they style.
//!
//! A theme has rules for charts, maps, galleries and tables, and most pages have none of these. A link with the attribute
//! `data-where-used` stays on a page, without the attribute, if one of the sheet's selectors may match there: if the page has
//! all classes that the selector names, of `:is(…)` and `:has(…)` those of one selector inside. What else a selector asks for,
//! elements, states and what stands in other brackets, counts as given, so that no sheet is missed; so do rules that are for no
//! element, such as `@font-face`. Classes that a script adds are not known here.

use std::collections::{BTreeSet, HashSet};

use foldhash::fast::FixedState;
use memchr::memmem;

use crate::markup::css;

/// The attribute of a link that stays only where its sheet is used.
pub const ATTRIBUTE: &str = " data-where-used";

/// What the selectors of a style sheet ask for, each a set of classes. None of them holds all that another asks for.
#[derive(Debug, Default)]
pub struct Asked(Vec<BTreeSet<Box<str>>>);

/// The classes of a page.
type Classes<'p> = HashSet<&'p [u8], FixedState>;

/// What a block of a style sheet holds.
#[derive(Clone, Copy, PartialEq)]
enum Block {
    /// Rules, under a condition or in a layer.
    Rules,
    /// Declarations of a rule, and rules nested in it, which ask for what it asks for and more.
    Declarations,
}

impl Asked {
    /// Reads a style sheet that has no comments.
    pub fn by(sheet: &str) -> Self {
        let mut asked = BTreeSet::new();
        let mut blocks: Vec<Block> = Vec::new();
        let mut begin = 0;
        for (at, sign) in css::signs(sheet) {
            match sign {
                '{' => {
                    let is_nested = blocks.contains(&Block::Declarations);
                    let before = sheet[begin..at].trim();
                    let block = match before.strip_prefix('@').map(at_rule) {
                        Some("media" | "supports" | "layer" | "container" | "scope" | "starting-style") => Block::Rules,
                        Some(_) => {
                            asked.insert(BTreeSet::new());
                            Block::Declarations
                        }
                        None => {
                            if !is_nested {
                                asked.extend(selectors(before));
                            }
                            Block::Declarations
                        }
                    };
                    blocks.push(block);
                }
                '}' => drop(blocks.pop()),
                _ if sheet[begin..at].trim_start().starts_with("@import") => drop(asked.insert(BTreeSet::new())),
                _ => {}
            }
            begin = at + 1;
        }
        // Where the larger may match, the smaller does.
        let mut least: Vec<BTreeSet<Box<str>>> = Vec::new();
        let mut asked: Vec<_> = asked.into_iter().collect();
        asked.sort_by_key(BTreeSet::len);
        for set in asked {
            if !least.iter().any(|smaller| smaller.is_subset(&set)) {
                least.push(set);
            }
        }
        Asked(least)
    }

    /// Whether one of the selectors may match where these classes are.
    fn may_match(&self, classes: &Classes) -> bool {
        self.0.iter().any(|asked| asked.iter().all(|class| classes.contains(class.as_bytes())))
    }
}

/// The name of an at-rule.
fn at_rule(text: &str) -> &str {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next().unwrap_or_default()
}

/// Sets of classes that one selector may ask for: more are not told apart.
const MOST: usize = 64;

/// The sets of classes that the selectors of a list ask for, one of them each.
fn selectors(list: &str) -> Vec<BTreeSet<Box<str>>> {
    let mut all = Vec::new();
    let mut sets = vec![BTreeSet::new()];
    let mut rest = list;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        rest = match c {
            ',' => {
                all.append(&mut sets);
                sets.push(BTreeSet::new());
                after
            }
            '.' => {
                let ends = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '\\'));
                let (name, after) = after.split_at(after.find(ends).unwrap_or(after.len()));
                // A name with escapes is not read: it counts as given.
                if !name.contains('\\') {
                    for set in &mut sets {
                        set.insert(name.into());
                    }
                }
                after
            }
            '(' | '[' => {
                let (inner, behind) = within(after);
                let before = &list[..list.len() - rest.len()];
                if [":is", ":where", ":has"].iter().any(|one| before.ends_with(one)) {
                    let inner = selectors(inner);
                    if sets.len() * inner.len() <= MOST {
                        let both = |set: &BTreeSet<Box<str>>| inner.iter().map(|one| set | one).collect::<Vec<_>>();
                        sets = sets.iter().flat_map(both).collect();
                    }
                }
                behind
            }
            _ => after,
        };
    }
    all.append(&mut sets);
    all
}

/// What stands before the bracket that closes, and what follows it.
fn within(text: &str) -> (&str, &str) {
    let mut depth = 1_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' if depth == 1 => return (&text[..at], &text[at + 1..]),
            ')' | ']' => depth -= 1,
            _ => {}
        }
    }
    (text, "")
}

/// The page with those of its links that are to stay; `asked` knows the style sheets by their addresses. One that it does not
/// know stays.
pub fn linked<'s>(html: Vec<u8>, asked: impl Fn(&str) -> Option<&'s Asked>) -> Vec<u8> {
    let Some(end) = memmem::find(&html, b"</head>") else { return html };
    let mut links = Vec::new();
    for at in memmem::find_iter(&html[..end], ATTRIBUTE) {
        let Some(start) = html[..at].iter().rposition(|byte| *byte == b'<') else { continue };
        let Some(close) = html[at..end].iter().position(|byte| *byte == b'>') else { continue };
        links.push((start, at, at + close + 1));
    }
    if links.is_empty() {
        return html;
    }
    let classes = classes(&html[end..]);
    let mut out = Vec::with_capacity(html.len());
    let mut done = 0;
    for (start, at, mut close) in links {
        out.extend_from_slice(&html[done..start]);
        let link = String::from_utf8_lossy(&html[start..close]);
        let address =
            link.split_once("href=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(address, _)| address);
        if asked(address).is_none_or(|asked| asked.may_match(&classes)) {
            out.extend_from_slice(&html[start..at]);
            out.extend_from_slice(&html[at + ATTRIBUTE.len()..close]);
        } else if html.get(close) == Some(&b'\n') {
            close += 1;
        }
        done = close;
    }
    out.extend_from_slice(&html[done..]);
    out
}

/// All classes of a page.
fn classes(html: &[u8]) -> Classes<'_> {
    const NAME: &[u8] = b"class=";
    let mut found = Classes::default();
    for at in memmem::find_iter(html, NAME) {
        let value = &html[at + NAME.len()..];
        let quote = value.first().copied().filter(|byte| matches!(byte, b'"' | b'\''));
        let value = if quote.is_some() { &value[1..] } else { value };
        let ends = |byte: &u8| match quote {
            Some(quote) => *byte == quote,
            None => byte.is_ascii_whitespace() || *byte == b'>',
        };
        let end = value.iter().position(ends).unwrap_or(value.len());
        found.extend(value[..end].split(u8::is_ascii_whitespace).filter(|class| !class.is_empty()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Asked, linked};
    use crate::markup::css::without_comments;

    fn page(link: &str, body: &str) -> String {
        format!("<html><head>{link}\n</head><body>{body}</body></html>")
    }

    /// Whether a page with this body keeps its link to a sheet of these rules.
    fn keeps(sheet: &str, body: &str) -> bool {
        let asked = Asked::by(&without_comments(sheet));
        let html = page("<link rel=\"stylesheet\" href=\"/a.css\" data-where-used>", body);
        let html = linked(html.into_bytes(), |address| (address == "/a.css").then_some(&asked));
        match String::from_utf8_lossy(&html).into_owned() {
            html if html == page("<link rel=\"stylesheet\" href=\"/a.css\">", body) => true,
            html if html == format!("<html><head></head><body>{body}</body></html>") => false,
            html => panic!("{html}"),
        }
    }

    #[test]
    fn a_sheet_stays_where_all_classes_of_a_selector_are() {
        let sheet = ".chart .bar, .map > svg { color: red }";

        assert!(keeps(sheet, "<div class=\"map\">"));
        assert!(keeps(sheet, "<div class=\"a chart\"><p class='b bar'>"));
        assert!(keeps(sheet, "<div class=map>"));
        assert!(!keeps(sheet, "<div class=\"chart\">"));
        assert!(!keeps(sheet, "<div class=\"maps\">"));
    }

    #[test]
    fn what_is_no_class_counts_as_given() {
        assert!(keeps(".a::after { content: '.d {' }", "<p class=\"a\">"));
        assert!(keeps("table { color: red }", ""));
        assert!(keeps(":not(.a) { color: red }", ""));
        assert!(!keeps("h1.a[data-x=\".b\"] { color: red }", "<h1 class=\"b\">"));
        assert!(keeps(".a\\:b { color: red }", ""));
    }

    #[test]
    fn of_alternatives_one_is_asked_for() {
        let sheet = ":is(.chart, .map .area:is(.b, h1)) > svg { color: red }";

        assert!(keeps(sheet, "<div class=\"chart\">"));
        assert!(keeps(sheet, "<div class=\"map area\">"));
        assert!(!keeps(sheet, "<div class=\"map b\">"));
        assert!(!keeps("p:has(> .a, .b) { color: red }", "<p class=\"c\">"));
        assert!(!keeps(":where(.a, .b):not(.c) { color: red }", "<div class=\"c\">"));
    }

    #[test]
    fn conditions_and_layers_are_read_through_and_nested_rules_are_not() {
        assert!(keeps("@layer a { @media (min-width: 1rem) { .a { color: red } } }", "<p class=\"a\">"));
        assert!(!keeps("@layer a, b; @layer a { .a { & b { color: red } .c { color: red } } }", "<p class=\"c\">"));
        assert!(
            keeps("@page { margin: 0 }", "") && keeps("@import 'a.css';", "") && keeps("@font-face { src: a }", "")
        );
        assert!(!keeps("", "<p class=\"a\">"));
    }

    #[test]
    fn comments_and_strings_ask_for_nothing() {
        assert!(!keeps("/* .a { */ .b { content: '} .a { }' }", "<p class=\"a\">"));
    }

    #[test]
    fn other_links_and_unknown_sheets_stay() {
        let html = page("<link rel=\"stylesheet\" href=\"/b.css\" data-where-used>", "").into_bytes();
        let html = String::from_utf8_lossy(&linked(html, |_| None)).into_owned();

        assert_eq!(html, page("<link rel=\"stylesheet\" href=\"/b.css\">", ""));
    }
}
