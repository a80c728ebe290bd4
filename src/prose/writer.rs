//! Events of the Markdown parser → events of our HTML. A longer file: it is one writer with a method for each kind of event.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use crate::diagnostics::codes;
use crate::locale::program::{Alert, Message};
use crate::markup::html::escape;
use crate::model::value::word_of;
use crate::prose::asked::Asked;
use crate::prose::footnotes::Footnotes;
use crate::prose::headings::Headings;
use crate::prose::images::{self, Shown};
use crate::prose::leftovers::{self, Terms};
use crate::prose::tables::Table;
use crate::prose::text::{Link, Place, Prose, Text};
use crate::prose::{blocks, links, raw, terms};
use crate::report::recorder;

/// An image or a block whose words are being read.
struct OpenImage<'a> {
    /// What it is of.
    reference: CowStr<'a>,
    /// Its title.
    title: CowStr<'a>,
    /// The words so far.
    words: String,
    /// Where it stands.
    range: Range<usize>,
    /// Images in its words that are not closed yet.
    inner: usize,
}

/// Turns events of the parser into events of our HTML.
pub struct Writer<'a, 't> {
    text: &'a Text<'t>,
    source: &'a str,
    /// The text itself.
    body: Vec<Event<'a>>,
    footnotes: Footnotes<'a>,
    headings: Headings<'t>,
    heading_at: usize,
    table: Table,
    in_code: bool,
    /// What closes each open link: its end tag, or nothing where a link became text.
    links: Vec<&'static str>,
    alerts: Vec<bool>,
    /// The block of HTML that is being read.
    html_block: Option<String>,
    /// Definition lists that are being read, from outside in.
    terms: Vec<Terms>,
    /// What is still to be filled in and not reached yet, the next one last.
    blanks: Vec<Range<usize>>,
    /// What is being filled in, as it is written.
    blank: Option<Range<usize>>,
    /// The last piece of words.
    piece: Range<usize>,
    /// Where the innermost block begins.
    block: usize,
    /// Kinds of findings that one of a block is enough of, with the beginning of the block.
    reported: BTreeSet<(&'static str, usize)>,
    /// An image or a block whose words are being read.
    image: Option<OpenImage<'a>>,
    /// What the next event stands in, from outside in.
    within: Vec<TagEnd>,
}

impl<'a, 't> Writer<'a, 't> {
    /// A writer for the Markdown `source` of a text.
    pub fn new(text: &'a Text<'t>, source: &'a str) -> Self {
        Writer {
            text,
            source,
            body: Vec::with_capacity(source.len() / 24),
            footnotes: Footnotes::default(),
            headings: Headings::new(&text.page.report.reserved),
            heading_at: 0,
            table: Table::default(),
            in_code: false,
            links: Vec::new(),
            alerts: Vec::new(),
            html_block: None,
            terms: Vec::new(),
            blanks: leftovers::blanks(source).into_iter().rev().collect(),
            blank: None,
            piece: 0..0,
            block: 0,
            reported: BTreeSet::new(),
            image: None,
            within: Vec::new(),
        }
    }

    fn push(&mut self, event: Event<'a>) {
        self.events().push(event);
    }

    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.push(Event::Html(html.into()));
    }

    fn inline(&mut self, html: impl Into<CowStr<'a>>) {
        self.push(Event::InlineHtml(html.into()));
    }

    /// Takes an event, and looks at the one after it: a link or an image that begins with its end has no words.
    pub fn event(&mut self, event: Event<'a>, range: Range<usize>, next: Option<&Event>) {
        if self.image.is_some() {
            self.in_image(&event, range, next);
            return;
        }
        match &event {
            // An image closes itself, be it a chart or not.
            Event::Start(tag) if !matches!(tag, Tag::Image { .. }) => self.within.push(tag.to_end()),
            Event::End(TagEnd::Image) => {}
            Event::End(_) => drop(self.within.pop()),
            _ => {}
        }
        if self.footnotes.current().is_none() {
            self.headings.visit(&event);
        }
        match event {
            Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. })) => self.start_link(tag, range, next),
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.words(text, range),
            Event::InlineHtml(html) => self.tag(html, range),
            Event::Html(html) => match &mut self.html_block {
                Some(block) => block.push_str(&html),
                None => self.tag(html, range),
            },
            Event::TaskListMarker(done) => self.push(Event::Text(if done { "☑ " } else { "☐ " }.into())),
            other => self.push(other),
        }
    }

    /// Words, and what of them was meant otherwise.
    fn words(&mut self, text: CowStr<'a>, range: Range<usize>) {
        if !self.in_code {
            self.check(&text, &range);
        }
        if let Some(blank) = self.blanks.pop_if(|blank| blank.start <= range.start)
            && blank.start == range.start
            && !self.in_code
        {
            let label = self.text.words.message(Message::ToFill);
            self.inline(format!("<mark class=\"blank\">[{} ", escape(&label)));
            self.blank = Some(blank);
        }
        let Some(blank) = self.blank.clone() else { return self.push(Event::Text(text)) };
        let inner = blank.start + leftovers::OPENS.len()..blank.end - leftovers::CLOSES.len();
        if inner.start <= range.start && range.end <= inner.end {
            self.push(Event::Text(text));
        } else if let Some(words) = self.source.get(range.start.max(inner.start)..range.end.min(inner.end)) {
            // Its marks are for the editor; readers see what is wanted, in their language.
            self.push(Event::Text(words.trim_start().into()));
        }
        if blank.end == range.end {
            self.end_blank();
        }
    }

    fn check(&mut self, piece: &str, range: &Range<usize>) {
        leftovers::footnote(self.text, self.source, piece, range);
        leftovers::link(self.text, self.source, piece, range);
        leftovers::comment(self.text, self.source, range);
        if self.links.is_empty() {
            leftovers::address(self.text, self.source, piece, range);
        }
        let before = std::mem::replace(&mut self.piece, range.clone());
        if let Some(marks) = leftovers::emphasis(self.source, &before, range)
            && self.first_in_block(codes::SHOWN_AS_TEXT.name)
        {
            leftovers::report_emphasis(self.text, self.source, marks);
        }
    }

    fn end_blank(&mut self) {
        if self.blank.take().is_some() {
            self.inline("]</mark>");
        }
    }

    /// The words of an image are what it shows, those of a block its caption.
    fn in_image(&mut self, event: &Event<'a>, range: Range<usize>, next: Option<&Event>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Text(text) | Event::Code(text) => image.words.push_str(text),
            Event::SoftBreak | Event::HardBreak => image.words.push(' '),
            Event::Start(Tag::Image { dest_url, .. }) => {
                image.inner += 1;
                let finding =
                    self.text.finding(&codes::BROKEN_LINK, range, format!("`{dest_url}` stands in a caption"));
                recorder::report(finding.hint("a caption is words"));
            }
            Event::End(TagEnd::Image) if image.inner > 0 => image.inner -= 1,
            Event::End(TagEnd::Image) => {
                while self.blanks.pop_if(|blank| blank.start < range.end).is_some() {}
                match self.image.take() {
                    Some(block) if block.reference.starts_with('@') => self.block(block),
                    Some(image) => self.shown(image, next),
                    None => {}
                }
            }
            _ => {}
        }
    }

    /// An image: alone in its paragraph it is a figure with a caption.
    fn shown(&mut self, image: OpenImage<'a>, next: Option<&Event>) {
        let OpenImage { reference, title, words, range, .. } = image;
        let link = Link { destination: &reference, range, has_words: !words.trim().is_empty() };
        let shown = Shown { link, alt: &words, title: &title };
        let is_first = matches!(self.events().last(), Some(Event::Start(Tag::Paragraph)));
        let is_last = matches!(next, Some(Event::End(TagEnd::Paragraph)));
        if is_first && is_last && self.text.place != Place::Line {
            self.events().pop();
            let html = images::figure(self.text, &shown);
            self.html(html);
            self.push(Event::Start(Tag::Paragraph));
        } else {
            let html = images::inline(self.text, &shown);
            self.inline(html);
        }
    }

    /// A block is no part of a paragraph: the one it stands in ends before it and goes on behind it.
    fn block(&mut self, block: OpenImage<'a>) {
        let in_paragraph = match self.within.last() {
            Some(TagEnd::Paragraph) => true,
            Some(TagEnd::Item | TagEnd::DefinitionListDefinition) => false,
            _ => {
                let message = "a block has no place here".to_owned();
                let finding = self.text.finding(&codes::BROKEN_LINK, block.range, message);
                recorder::report(finding.hint("it stands in a paragraph of its own"));
                return;
            }
        };
        let asked = Asked::new(self.text, &block.reference, &block.words, block.range);
        let html = blocks::html(self.text, &asked);
        if !in_paragraph {
            self.html(html);
            return;
        }
        let is_first = matches!(self.events().last(), Some(Event::Start(Tag::Paragraph)));
        match is_first {
            true => drop(self.events().pop()),
            false => self.push(Event::End(TagEnd::Paragraph)),
        }
        self.html(html);
        self.push(Event::Start(Tag::Paragraph));
    }

    /// Where events go.
    fn events(&mut self) -> &mut Vec<Event<'a>> {
        match self.footnotes.current() {
            Some(events) => events,
            None => &mut self.body,
        }
    }

    /// A link, an image or a block begins.
    fn start_link(&mut self, tag: Tag<'a>, range: Range<usize>, next: Option<&Event>) {
        let has_words = !matches!(next, Some(Event::End(TagEnd::Link)));
        match tag {
            Tag::Link { link_type, dest_url, title, .. } => {
                let destination = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}").into(),
                    _ => dest_url,
                };
                let link = Link { destination: &destination, range, has_words };
                let (html, end) = links::open(self.text, &link, &title);
                self.links.push(end);
                self.inline(html);
            }
            Tag::Image { dest_url, title, .. } => {
                self.image = Some(OpenImage { reference: dest_url, title, words: String::new(), range, inner: 0 });
            }
            other => self.push(Event::Start(other)),
        }
    }

    /// Anything else begins.
    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        if !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough) {
            self.block = range.start;
        }
        match tag {
            Tag::Heading { level, classes, attrs, .. } => {
                if level == HeadingLevel::H1 {
                    self.report_title(range);
                }
                self.heading_at = self.body.len();
                // Attributes of HTML are HTML.
                let attrs = if self.text.page.report.config.raw_html { attrs } else { Vec::new() };
                self.push(Event::Start(Tag::Heading { level: level.max(HeadingLevel::H2), id: None, classes, attrs }));
            }
            Tag::FootnoteDefinition(label) => self.footnotes.open(label, range),
            Tag::Table(alignments) => {
                self.table = Table::new(alignments);
                let label = escape(&self.text.page.message(Message::ProseTable));
                self.html(self.table.start(&label));
            }
            Tag::TableHead => {
                let html = self.table.start_head();
                self.html(html);
            }
            Tag::TableRow => {
                leftovers::cells(self.text, self.source, &range, self.table.columns());
                let html = self.table.start_row();
                self.html(html);
            }
            Tag::TableCell => self.html(self.table.start_cell()),
            Tag::BlockQuote(kind) => self.start_quotation(kind, &range),
            Tag::HtmlBlock => self.html_block = Some(String::new()),
            Tag::DefinitionList => {
                self.terms.push(Terms { first: None, count: 0 });
                self.push(Event::Start(Tag::DefinitionList));
            }
            Tag::DefinitionListTitle => {
                if let Some(terms) = self.terms.last_mut() {
                    terms.count += 1;
                    terms.first.get_or_insert(range);
                }
                self.push(Event::Start(Tag::DefinitionListTitle));
            }
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                self.code_block(&kind);
            }
            Tag::Paragraph => {
                self.check_heading(range.start);
                self.push(Event::Start(Tag::Paragraph));
            }
            other => self.push(Event::Start(other)),
        }
    }

    fn report_title(&self, range: Range<usize>) {
        let finding = self.text.finding(&codes::HEADING_LEVEL, range, "headings in prose start at `##`".to_owned());
        recorder::report(finding.hint("write `##`: the title of the page is its only heading of the first level"));
    }

    /// A paragraph that was meant as a heading.
    fn check_heading(&self, start: usize) {
        let marks = self.source[start..].bytes().take_while(|&b| b == b'#').count();
        if (1..=6).contains(&marks) {
            let message = "this is not a heading".to_owned();
            let finding = self.text.finding(&codes::HEADING_LEVEL, start..start + marks, message);
            recorder::report(finding.hint("put a space after `##`"));
        }
    }

    fn start_quotation(&mut self, kind: Option<BlockQuoteKind>, range: &Range<usize>) {
        leftovers::alert(self.text, self.source, kind, range);
        self.alerts.push(kind.is_some());
        match kind {
            Some(kind) => self.alert(kind),
            None => self.push(Event::Start(Tag::BlockQuote(None))),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        if !matches!(tag, TagEnd::Link | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) {
            self.end_blank();
        }
        match tag {
            TagEnd::Heading(level) => {
                let id = self.headings.done.last().map(|heading| format!("{}{}", self.text.ids, heading.id));
                if self.footnotes.current().is_none()
                    && let Some(Event::Start(Tag::Heading { id: slot, .. })) = self.body.get_mut(self.heading_at)
                {
                    *slot = id.map(CowStr::from);
                }
                self.push(Event::End(TagEnd::Heading(level.max(HeadingLevel::H2))));
            }
            TagEnd::Link => {
                let end = self.links.pop().unwrap_or_default();
                self.inline(end);
            }
            TagEnd::FootnoteDefinition => self.footnotes.close(self.text),
            TagEnd::Table => self.html(self.table.end()),
            TagEnd::TableHead => {
                let html = self.table.end_head();
                self.html(html);
            }
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => {
                let html = self.table.end_cell();
                self.html(html);
            }
            TagEnd::BlockQuote(kind) => match self.alerts.pop() {
                Some(true) => self.html("</aside>\n"),
                _ => self.push(Event::End(TagEnd::BlockQuote(kind))),
            },
            TagEnd::HtmlBlock => {
                let block = self.html_block.take().unwrap_or_default();
                self.html_block(block, range);
            }
            TagEnd::DefinitionList => {
                if let Some(terms) = self.terms.pop() {
                    leftovers::definition(self.text, self.source, &terms, &range);
                }
                self.push(Event::End(TagEnd::DefinitionList));
            }
            // What a chart left of its paragraph.
            TagEnd::Paragraph if matches!(self.events().last(), Some(Event::Start(Tag::Paragraph))) => {
                self.events().pop();
            }
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.html("</code></pre>\n");
            }
            other => self.push(Event::End(other)),
        }
    }

    /// Code is as wide as its longest line: it scrolls by itself, also by keyboard.
    fn code_block(&mut self, kind: &CodeBlockKind) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let class =
            if language.is_empty() { String::new() } else { format!(" class=\"language-{}\"", escape(language)) };
        self.html(format!("<pre tabindex=\"0\"><code{class}>"));
    }

    fn alert(&mut self, kind: BlockQuoteKind) {
        let alert = match kind {
            BlockQuoteKind::Note => Alert::Note,
            BlockQuoteKind::Tip => Alert::Tip,
            BlockQuoteKind::Important => Alert::Important,
            BlockQuoteKind::Warning => Alert::Warning,
            BlockQuoteKind::Caution => Alert::Caution,
        };
        let (name, title) = (word_of(alert), escape(&self.text.page.message(alert)));
        self.html(format!("<aside class=\"alert alert-{name}\">\n<p class=\"alert-title\">{title}</p>\n"));
    }

    /// Some HTML of a line.
    fn tag(&mut self, html: CowStr<'a>, range: Range<usize>) {
        let left = raw::uncommented(&html).html;
        if left.trim().is_empty() {
            return;
        }
        if self.text.page.report.config.raw_html {
            self.inline(left);
        } else if raw::is_line_break(&left) {
            self.push(Event::HardBreak);
        } else {
            self.report_html(&left, range);
            self.push(Event::Text(left.into()));
        }
    }

    /// A block of HTML, whole.
    fn html_block(&mut self, block: String, range: Range<usize>) {
        let raw::Uncommented { html, unclosed } = raw::uncommented(&block);
        if let Some(at) = unclosed {
            // In quotations and lists the lines of the source have marks before them that the block has not.
            let before = block[..at].matches("<!--").count();
            let start = self.source[range.clone()].match_indices("<!--").nth(before).map_or(0, |(at, _)| at);
            self.report_open_comment(&block[at..], range.start + start);
        }
        if html.trim().is_empty() {
            return;
        }
        if self.text.page.report.config.raw_html {
            self.html(html);
            return;
        }
        let left = html.trim();
        self.report_html(left, raw::line_at(self.source, range.start));
        self.html(format!("<p>{}</p>\n", escape(left)));
    }

    fn report_open_comment(&mut self, comment: &str, start: usize) {
        let lines = comment.trim_end().lines().count() - 1;
        let message = match lines {
            0 => "this comment is never closed".to_owned(),
            1 => "this comment is never closed: the line after it is left out".to_owned(),
            _ => format!("this comment is never closed: the {lines} lines after it are left out"),
        };
        let finding = self.text.finding(&codes::UNCLOSED_COMMENT, raw::line_at(self.source, start), message);
        recorder::report(finding.hint("end it with `-->`"));
    }

    /// One finding for all HTML of a block.
    fn report_html(&mut self, html: &str, range: Range<usize>) {
        if !self.first_in_block(codes::RAW_HTML.name) {
            return;
        }
        let message = format!("`{}` is HTML and is shown as text", raw::excerpt(html));
        let finding = self.text.finding(&codes::RAW_HTML, range, message);
        recorder::report(finding.hint("write Markdown, or allow HTML with `raw_html: true` in site.yaml"));
    }

    /// Whether this is the first of its kind in the block that is being read.
    fn first_in_block(&mut self, kind: &'static str) -> bool {
        self.reported.insert((kind, self.block))
    }

    /// The HTML, with footnotes at its end.
    pub fn finish(self) -> Prose {
        let body = terms::linked(self.text, self.body);
        let html = self.footnotes.finish(self.text, body, self.source.len() * 3 / 2);
        Prose { html, toc: self.headings.done }
    }
}
