//! A Markdown text as a list of blocks: paragraphs, headings, list items, rows of tables. Texts of two languages are compared
//! block by block.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::check::numbers::acknowledged::{self, Acknowledged};
use crate::prose;

/// Stands for what is no text: a quote, code, an image.
const OBJECT: char = '\u{fffc}';

/// A paragraph, a heading, an item or a row.
#[derive(Debug, Default)]
pub struct Block {
    /// Its words, without marks, addresses and code.
    pub text: String,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// Where it stands in the file.
    pub range: Range<usize>,
    /// Links without words: what is quoted, and where.
    pub quotes: Vec<(String, Range<usize>)>,
    /// The records that its links and quotes lead to, without fragment, and where each link stands in the file.
    pub links: Vec<(String, Range<usize>)>,
    /// The numbers that an editor has looked at.
    pub acknowledged: Vec<Acknowledged>,
    /// For stretches of the words, where each begins in `text` and in the file.
    pieces: Vec<(usize, usize)>,
}

/// A text in blocks, with what it links to.
#[derive(Debug, Default)]
pub struct Blocks {
    /// The blocks, in order.
    pub list: Vec<Block>,
    /// Records that it links to, as written behind the `@`, without fragment.
    pub links: Vec<String>,
    /// Records that it shows as a chart, a map or a table, in the same way.
    pub shown: Vec<String>,
    /// Acknowledgements that cannot be read: where, and what is wrong.
    pub malformed: Vec<(Range<usize>, String)>,
}

impl Block {
    /// A text without markup as one block.
    pub fn plain(text: &str) -> Self {
        Block { text: text.to_owned(), range: 0..text.len(), pieces: vec![(0, 0)], ..Block::default() }
    }

    /// Where bytes of the words stand in the file.
    pub fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        let piece = self.pieces.partition_point(|(at, _)| *at <= range.start).checked_sub(1);
        let (at, file) = piece.map_or((0, self.range.start), |piece| self.pieces[piece]);
        let start = file + (range.start - at);
        start..start + range.len()
    }

    fn push(&mut self, words: &str, range: Range<usize>) {
        self.pieces.push((self.text.len(), range.start));
        self.text.push_str(words);
        self.range.end = self.range.end.max(range.end);
    }
}

/// Reads the part `range` of a file.
pub fn of_markdown(whole: &str, range: Range<usize>) -> Blocks {
    let mut builder = Builder { whole, offset: range.start, blocks: Blocks::default(), state: State::default() };
    let mut events = Parser::new_ext(&whole[range], prose::options()).into_offset_iter().peekable();
    while let Some((event, range)) = events.next() {
        builder.event(event, range, events.peek().map(|(next, _)| next));
    }
    builder.finish()
}

struct Builder<'a> {
    whole: &'a str,
    offset: usize,
    blocks: Blocks,
    state: State,
}

#[derive(Default)]
struct State {
    /// Whether the last block goes on.
    is_open: bool,
    in_code: bool,
    in_heading: bool,
    /// Whether an address is written out: `<https://city.example/2022>`.
    in_address: bool,
    /// Where the link leads that is open.
    link: Option<String>,
    /// Acknowledgements before a block, for the next one.
    waiting: Vec<Acknowledged>,
}

impl Builder<'_> {
    fn event(&mut self, event: Event, range: Range<usize>, next: Option<&Event>) {
        let range = self.offset + range.start..self.offset + range.end;
        match event {
            Event::Start(Tag::CodeBlock(_)) => (self.state.in_code, self.state.is_open) = (true, false),
            Event::End(TagEnd::CodeBlock) => self.state.in_code = false,
            Event::Start(Tag::HtmlBlock) => {
                self.comment_between(range);
                self.state.is_open = false;
            }
            Event::InlineHtml(_) => self.comment_inside(range),
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                self.state.in_address = true;
                self.object(range);
            }
            Event::Start(Tag::Link { dest_url, .. }) => self.link(&dest_url, range, next),
            Event::Start(Tag::Image { dest_url, .. }) => self.image(&dest_url, range),
            Event::Start(Tag::TableCell) => self.block(range.start).push("\u{fffc}", range.start..range.start),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {}
            Event::Start(tag) => {
                self.state.is_open = false;
                self.state.in_heading = matches!(tag, Tag::Heading { .. });
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::TableCell) => {}
            Event::End(TagEnd::Link) => self.end_of_link(range),
            Event::End(TagEnd::Image) => {}
            Event::End(_) => (self.state.is_open, self.state.in_heading) = (false, false),
            Event::Text(words) if !self.state.in_code && !self.state.in_address => {
                self.block(range.start).push(&words, range)
            }
            Event::SoftBreak | Event::HardBreak => self.block(range.start).push(" ", range),
            Event::Code(_) | Event::FootnoteReference(_) => self.object(range),
            _ => {}
        }
    }

    /// The block that goes on, or a new one.
    fn block(&mut self, start: usize) -> &mut Block {
        if !self.state.is_open || self.blocks.list.is_empty() {
            let acknowledged = std::mem::take(&mut self.state.waiting);
            let is_heading = self.state.in_heading;
            self.blocks.list.push(Block { range: start..start, acknowledged, is_heading, ..Block::default() });
            self.state.is_open = true;
        }
        let last = self.blocks.list.len() - 1;
        &mut self.blocks.list[last]
    }

    fn object(&mut self, range: Range<usize>) {
        self.block(range.start).push(OBJECT.encode_utf8(&mut [0; 4]), range);
    }

    /// Remembers where a link leads; one without words is a quote.
    fn link(&mut self, destination: &str, range: Range<usize>, next: Option<&Event>) {
        let Some(reference) = record_of(destination) else { return };
        self.state.link = Some(reference.clone());
        self.blocks.links.push(reference);
        if matches!(next, Some(Event::End(TagEnd::Link))) {
            self.object(range.clone());
            self.block(range.start).quotes.push((destination.to_owned(), range));
        }
    }

    fn end_of_link(&mut self, range: Range<usize>) {
        self.state.in_address = false;
        if let Some(reference) = self.state.link.take() {
            self.block(range.start).links.push((reference, range));
        }
    }

    /// Remembers what an image shows; its words are part of the text.
    fn image(&mut self, destination: &str, range: Range<usize>) {
        self.blocks.shown.extend(record_of(destination));
        self.block(range.start).push(" ", range.start..range.start);
    }

    /// The acknowledgements of a comment; those that cannot be read are kept apart.
    fn acknowledged(&mut self, comment: Range<usize>) -> Vec<Acknowledged> {
        match acknowledged::in_comment(&self.whole[comment.clone()], comment.start) {
            Some(Ok(list)) => list,
            Some(Err(malformed)) => {
                self.blocks.malformed.push(malformed);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// A comment among words is about the block that goes on.
    fn comment_inside(&mut self, range: Range<usize>) {
        let list = self.acknowledged(range.clone());
        if !list.is_empty() {
            self.block(range.start).acknowledged.extend(list);
        }
    }

    /// A comment of its own is about the block that it follows without an empty line, else about the next.
    fn comment_between(&mut self, range: Range<usize>) {
        let list = self.acknowledged(range.clone());
        let whole = self.whole;
        let follows = |block: &&mut Block| {
            whole.get(block.range.end..range.start).is_some_and(|gap| gap.matches('\n').count() < 2)
        };
        match self.blocks.list.last_mut().filter(follows) {
            Some(block) => block.acknowledged.extend(list),
            None => self.state.waiting.extend(list),
        }
    }

    fn finish(mut self) -> Blocks {
        // What stands behind the last block belongs to it.
        if let Some(block) = self.blocks.list.last_mut() {
            block.acknowledged.append(&mut self.state.waiting);
        } else if !self.state.waiting.is_empty() {
            let acknowledged = std::mem::take(&mut self.state.waiting);
            self.blocks.list.push(Block { acknowledged, ..Block::default() });
        }
        self.blocks
    }
}

/// The record that a destination names, without fragment and query: `@figures/x#2022` names `figures/x`.
fn record_of(destination: &str) -> Option<String> {
    let reference = destination.strip_prefix('@')?;
    Some(reference.split(['#', '?']).next().unwrap_or(reference).to_owned())
}
