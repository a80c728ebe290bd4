//! Headings of a text, and their anchors.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

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

/// Collects headings and gives them ids that are unique in the text.
#[derive(Default)]
pub struct Headings {
    /// Those that are complete.
    pub done: Vec<Heading>,
    open: Option<Heading>,
}

impl Headings {
    /// Looks at the next event of the text.
    pub fn see(&mut self, event: &Event) {
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
                    let wanted = heading.id.clone();
                    let mut count = 1;
                    while self.done.iter().any(|known| known.id == heading.id) {
                        count += 1;
                        heading.id = format!("{wanted}-{count}");
                    }
                    self.done.push(heading);
                }
            }
            _ => {}
        }
    }
}

/// Words as an anchor: letters and digits in lower case, hyphens between.
fn anchor(title: &str) -> String {
    let mut id = String::with_capacity(title.len());
    for c in title.chars() {
        if c.is_alphanumeric() {
            id.extend(c.to_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') && (c.is_whitespace() || c == '-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "section".to_owned() } else { id.to_owned() }
}
