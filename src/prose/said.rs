//! What a text says itself, and what it shows of others, apart from how that looks: quotes as they are printed, records
//! that it leads to, images, charts.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::link::names::Target;
use crate::markup::html::without_tags;
use crate::position::RecordIx;
use crate::prose::asked::Asked;
use crate::prose::links::{self, file_named};
use crate::prose::text::{Link, Text};
use crate::prose::{blocks, raw, syntax};

/// What a text says and shows.
#[derive(Debug, Default, PartialEq)]
pub struct Said {
    /// The text as it is written, without comments.
    pub text: String,
    /// What stands for each link without words: what is quoted, as it is written, and the words that readers see.
    pub quotes: Vec<(String, String)>,
    /// Records that links with words lead to.
    pub linked: Vec<RecordIx>,
    /// Records whose charts stand in it.
    pub charts: Vec<RecordIx>,
    /// Names of the images that it shows, of files beside its record.
    pub images: Vec<Arc<str>>,
}

/// Reads a text; what is wrong with it is for those who render it.
pub fn said(text: &Text) -> Said {
    let source = &text.whole[text.range.clone()];
    let protected = syntax::protected(source);
    let mut said = Said { text: String::with_capacity(source.len()), ..Said::default() };
    let mut kept = 0;
    let mut events = Parser::new_ext(&protected, syntax::options()).into_offset_iter().peekable();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with('@') => {
                let has_words = !matches!(events.peek(), Some((Event::End(TagEnd::Link), _)));
                said.link(text, &Link { destination: &dest_url, range, has_words });
            }
            Event::Start(Tag::Image { dest_url, .. }) => said.image(text, &dest_url),
            // A block of HTML is seen whole before its lines are.
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                said.without_comments(source, kept..range.start.max(kept), range.clone());
                kept = range.end.max(kept);
            }
            _ => {}
        }
    }
    said.text.push_str(&source[kept..]);
    said
}

impl Said {
    fn link(&mut self, text: &Text, link: &Link) {
        if !link.has_words {
            let (html, end) = links::open(text, link, "");
            self.quotes.push((link.destination.to_owned(), without_tags(&format!("{html}{end}"))));
        } else if let Some(record) = record_of(text, link.destination) {
            self.linked.push(record);
        }
    }

    fn image(&mut self, text: &Text, destination: &str) {
        match destination.starts_with('@') {
            true => self.block(text, &Asked::new(text, destination, "", 0..0)),
            false => self.images.extend(file_named(destination, &text.linked.record.attachments).ok().map(Arc::from)),
        }
    }

    /// A chart by its figure, whose values are seen whole; a list, a map, a figure by what readers see of it.
    fn block(&mut self, text: &Text, asked: &Asked) {
        if blocks::is_chart(asked) {
            self.charts.extend(record_of(text, asked.name));
            return;
        }
        let html = blocks::html(text, asked);
        // What columns are called is not said of anybody.
        let rows = html.split_once("<tbody>").map_or(html.as_str(), |(_, rows)| rows);
        let query: Vec<String> = asked.parts.iter().map(|part| format!("{}={}", part.key, part.value)).collect();
        self.quotes.push((format!("{}?{}", asked.name, query.join("&")), without_tags(rows)));
    }

    fn without_comments(&mut self, source: &str, before: Range<usize>, html: Range<usize>) {
        self.text.push_str(&source[before]);
        self.text.push_str(&raw::uncommented(&source[html]).html);
    }
}

/// The record that a destination names; `None`: nothing, a whole collection, or what the public does not see.
fn record_of(text: &Text, destination: &str) -> Option<RecordIx> {
    let name = destination.trim_start_matches('@').split('#').next()?;
    match text.page.report.site.find(name) {
        Ok(Target::Record(record)) => Some(record),
        _ => None,
    }
}
