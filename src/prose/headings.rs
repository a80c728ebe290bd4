//! Headings of a text, and their anchors.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeSet;

use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup};
use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd};

use crate::diagnostics::did_you_mean;
use crate::markup::ids::{Ids, Reserved};
use crate::prose::syntax;

/// A heading of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Its words.
    pub title: String,
}

/// Collects headings and gives them ids that are unique in the text and none of its page's.
pub struct Headings<'r> {
    /// Those that are complete.
    pub done: Vec<Heading>,
    open: Option<Heading>,
    ids: Ids,
    reserved: &'r Reserved,
}

/// The anchors of a text, for links to them.
pub struct Anchors {
    in_order: Vec<String>,
    known: BTreeSet<String>,
    /// Hints that were given: looking for what was meant costs more than all else.
    hints: Cell<usize>,
}

/// Broken anchors of a text for which the nearest heading is looked for.
const HINTS: usize = 50;
/// Headings that a hint lists.
const LISTED: usize = 12;

impl Anchors {
    /// The anchors of headings.
    pub fn of(headings: Vec<Heading>) -> Self {
        let in_order: Vec<String> = headings.into_iter().map(|heading| heading.id).collect();
        Anchors { known: in_order.iter().cloned().collect(), in_order, hints: Cell::new(0) }
    }

    /// Whether there is such an anchor.
    pub fn has(&self, anchor: &str) -> bool {
        self.known.contains(anchor)
    }

    /// The anchor that was meant; `None` where nothing is near, or where too much is wrong to say.
    pub fn nearest(&self, anchor: &str) -> Option<String> {
        self.hints.set(self.hints.get() + 1);
        let asked = self.hints.get() <= HINTS;
        asked.then(|| did_you_mean(anchor, self.in_order.iter().map(String::as_str))).flatten()
    }

    /// The first of them, as a list.
    pub fn listed(&self) -> String {
        let more = if self.in_order.len() > LISTED { ", …" } else { "" };
        format!("{}{more}", self.in_order[..self.in_order.len().min(LISTED)].join(", "))
    }
}

impl<'r> Headings<'r> {
    /// Of a text on pages that have these ids themselves.
    pub fn new(reserved: &'r Reserved) -> Self {
        Headings { done: Vec::new(), open: None, ids: Ids::default(), reserved }
    }

    /// Looks at the next event of the text.
    pub fn visit(&mut self, event: &Event) {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                let id = id.as_ref().map(CowStr::to_string).unwrap_or_default();
                self.open = Some(Heading { level: (*level as u8).max(2), id, title: String::new() });
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(open) = &mut self.open {
                    open.title.push_str(text);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(mut heading) = self.open.take() {
                    if heading.id.is_empty() {
                        heading.id = anchor(&heading.title);
                    }
                    heading.id = self.ids.unique(&heading.id);
                    if self.reserved.has(&heading.id) {
                        heading.id = self.ids.unique(&self.reserved.instead(&heading.id));
                    }
                    self.done.push(heading);
                }
            }
            _ => {}
        }
    }
}

/// The headings of a text, for checking anchors from other pages.
pub fn headings(source: &str, reserved: &Reserved) -> Vec<Heading> {
    let mut headings = Headings::new(reserved);
    let protected = syntax::protected(source);
    let has_protected = matches!(protected, Cow::Owned(_));
    for event in Parser::new_ext(&protected, syntax::options()) {
        headings.visit(&if has_protected { syntax::restored(event) } else { event });
    }
    headings.done
}

/// The words of the headings of a text, without their anchors.
pub fn titles(source: &str) -> Vec<String> {
    let is_heading = |line: &str| {
        let line = line.trim_start();
        // `## Title`, or a title underlined.
        line.starts_with('#') || (!line.is_empty() && line.trim_end().bytes().all(|byte| matches!(byte, b'-' | b'=')))
    };
    if !source.lines().any(is_heading) {
        return Vec::new();
    }
    headings(source, &Reserved::default()).into_iter().map(|heading| heading.title).collect()
}

/// Words as an anchor: letters and digits in lower case, hyphens between.
fn anchor(title: &str) -> String {
    let mut id = String::with_capacity(title.len());
    for c in title.chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() || is_mark(c) {
            id.extend(c.to_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') && (c.is_whitespace() || c == '-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "section".to_owned() } else { id.to_owned() }
}

/// Whether a letter is drawn onto the one before it, as vowels are in Hindi: it belongs to the word.
fn is_mark(c: char) -> bool {
    c >= '\u{300}' && GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(c))
}

#[cfg(test)]
mod tests {
    use super::{anchor, headings};
    use crate::markup::ids::Reserved;

    #[test]
    fn anchors_keep_whole_words_in_every_script() {
        assert_eq!(anchor("Über uns, 2. Teil"), "über-uns-2-teil");
        assert_eq!(anchor("हिन्दी"), "हिन्दी");
        assert_eq!(anchor("简介"), "简介");
        assert_eq!(anchor("?!"), "section");
    }

    #[test]
    fn headings_get_ids_of_their_own() {
        let ids: Vec<String> = headings("## Über uns\n\n## Über uns\n\n## {#own}\n\n### ?!\n", &Reserved::default())
            .into_iter()
            .map(|h| h.id)
            .collect();

        assert_eq!(ids, ["über-uns", "über-uns-2", "own", "section"]);
    }
}
