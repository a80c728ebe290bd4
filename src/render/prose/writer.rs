//! Events of the Markdown parser → events of our HTML.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html};

use crate::diagnostics::codes;
use crate::render::prose::headings::Headings;
use crate::render::prose::{Prose, Text, links, quotes};
use crate::render::recorder;
use crate::render::xml::escape;

/// Characters of a footnote's label at most.
const LABEL: usize = 999;

/// A chart whose caption is being read.
struct ChartAt<'a> {
    /// What it is of.
    reference: CowStr<'a>,
    /// The caption so far.
    caption: String,
    /// Where it stands.
    range: Range<usize>,
    /// Images in the caption that are not closed yet.
    inner: usize,
}

/// Turns events of the parser into events of our HTML.
pub struct Writer<'a, 't> {
    text: &'a Text<'t>,
    source: &'a str,
    /// The text itself.
    body: Vec<Event<'a>>,
    /// Where events go while a footnote is written.
    note: Option<(CowStr<'a>, Vec<Event<'a>>)>,
    /// Footnotes by label.
    notes: BTreeMap<String, Vec<Event<'a>>>,
    /// Labels in the order of first reference.
    referenced: Vec<(String, Range<usize>)>,
    headings: Headings,
    heading_at: usize,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_body: bool,
    in_comment: bool,
    in_code: bool,
    /// What closes each open link: its end tag, or nothing where a link became text.
    links: Vec<&'static str>,
    alerts: Vec<bool>,
    html_block: bool,
    /// A chart whose caption is being read.
    chart: Option<ChartAt<'a>>,
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
            note: None,
            notes: BTreeMap::new(),
            referenced: Vec::new(),
            headings: Headings::default(),
            heading_at: 0,
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            has_body: false,
            in_comment: false,
            in_code: false,
            links: Vec::new(),
            alerts: Vec::new(),
            html_block: false,
            chart: None,
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

    /// Takes the next event; `next_ends_link` when the one after it ends a link.
    pub fn event(&mut self, event: Event<'a>, range: Range<usize>, next_ends_link: bool) {
        if self.chart.is_some() {
            self.caption(&event, range);
            return;
        }
        match &event {
            // An image closes itself, be it a chart or not.
            Event::Start(tag) if !matches!(tag, Tag::Image { .. }) => self.within.push(tag.to_end()),
            Event::End(TagEnd::Image) => {}
            Event::End(_) => drop(self.within.pop()),
            _ => {}
        }
        if self.note.is_none() {
            self.headings.see(&event);
        }
        match event {
            Event::Start(tag) => self.start(tag, range, next_ends_link),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                self.check_footnote(&text, &range);
                self.check_link(&text, &range);
                self.push(Event::Text(text));
            }
            Event::FootnoteReference(label) => self.reference(&label, range),
            Event::Html(html) | Event::InlineHtml(html) => self.raw(html, range),
            other => self.push(other),
        }
    }

    /// The words of an image that is a chart are its caption.
    fn caption(&mut self, event: &Event<'a>, range: Range<usize>) {
        let Some(chart) = &mut self.chart else { return };
        match event {
            Event::Text(text) | Event::Code(text) => chart.caption.push_str(text),
            Event::SoftBreak | Event::HardBreak => chart.caption.push(' '),
            Event::Start(Tag::Image { dest_url, .. }) => {
                chart.inner += 1;
                let finding =
                    self.text.finding(&codes::BROKEN_LINK, range, format!("`{dest_url}` stands in a caption"));
                recorder::report(finding.hint("a caption is words"));
            }
            Event::End(TagEnd::Image) if chart.inner > 0 => chart.inner -= 1,
            Event::End(TagEnd::Image) => {
                if let Some(chart) = self.chart.take() {
                    self.block(chart);
                }
            }
            _ => {}
        }
    }

    /// A chart is a block: the paragraph it stands in ends before it and goes on behind it.
    fn block(&mut self, chart: ChartAt<'a>) {
        let in_paragraph = match self.within.last() {
            Some(TagEnd::Paragraph) => true,
            Some(TagEnd::Item | TagEnd::DefinitionListDefinition) => false,
            _ => {
                let message = "a chart has no place here".to_owned();
                let finding = self.text.finding(&codes::BROKEN_LINK, chart.range, message);
                recorder::report(finding.hint("it stands in a paragraph of its own"));
                return;
            }
        };
        let html = quotes::chart(self.text, &chart.reference, &chart.caption, chart.range);
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
        match &mut self.note {
            Some((_, events)) => events,
            None => &mut self.body,
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>, empty_link: bool) {
        match tag {
            Tag::Heading { level, classes, attrs, .. } => {
                if level == HeadingLevel::H1 {
                    let finding =
                        self.text.finding(&codes::HEADING_LEVEL, range, "headings in prose start at `##`".to_owned());
                    recorder::report(
                        finding.hint("write `##`: the title of the page is its only heading of the first level"),
                    );
                }
                self.heading_at = self.body.len();
                let level = if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level };
                // Attributes of HTML are HTML.
                let attrs = if self.text.world.config.raw_html { attrs } else { Vec::new() };
                self.push(Event::Start(Tag::Heading { level, id: None, classes, attrs }));
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                let dest_url =
                    if link_type == LinkType::Email { format!("mailto:{dest_url}").into() } else { dest_url };
                let (html, end) = links::open(self.text, &dest_url, &title, range, empty_link);
                self.links.push(end);
                self.inline(html);
            }
            Tag::Image { dest_url, .. } if dest_url.starts_with('@') => {
                self.chart = Some(ChartAt { reference: dest_url, caption: String::new(), range, inner: 0 });
            }
            Tag::Image { link_type, dest_url, title, id } => {
                let dest_url = links::image(self.text, &dest_url, range).into();
                self.push(Event::Start(Tag::Image { link_type, dest_url, title, id }));
            }
            Tag::FootnoteDefinition(label) => self.note = Some((label, Vec::new())),
            Tag::Table(alignments) => {
                self.alignments = alignments;
                self.has_body = false;
                let label = escape(&self.text.world.words("prose-table", self.text.language));
                self.html(format!(
                    "<div class=\"prose-table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table>\n"
                ));
            }
            Tag::TableHead => {
                (self.in_head, self.column) = (true, 0);
                self.html("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.html(if self.has_body { "<tr>" } else { "<tbody>\n<tr>" });
                self.has_body = true;
            }
            Tag::TableCell => self.cell(),
            Tag::BlockQuote(kind) => {
                self.alerts.push(kind.is_some());
                match kind {
                    Some(kind) => self.alert(kind),
                    None => self.push(Event::Start(Tag::BlockQuote(None))),
                }
            }
            Tag::HtmlBlock => self.html_block = true,
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                self.push(Event::Start(Tag::CodeBlock(kind)));
            }
            Tag::Paragraph => {
                let marks = self.source[range.start..].bytes().take_while(|&b| b == b'#').count();
                if (1..=6).contains(&marks) {
                    let finding = self.text.finding(
                        &codes::HEADING_LEVEL,
                        range.start..range.start + marks,
                        "this is not a heading".to_owned(),
                    );
                    recorder::report(finding.hint("put a space after `##`"));
                }
                self.push(Event::Start(Tag::Paragraph));
            }
            other => self.push(Event::Start(other)),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                let id = self.headings.done.last().map(|heading| heading.id.clone());
                if self.note.is_none()
                    && let Some(Event::Start(Tag::Heading { id: slot, .. })) = self.body.get_mut(self.heading_at)
                {
                    *slot = id.map(CowStr::from);
                }
                let level = if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level };
                self.push(Event::End(TagEnd::Heading(level)));
            }
            TagEnd::Link => {
                let end = self.links.pop().unwrap_or_default();
                self.inline(end);
            }
            TagEnd::FootnoteDefinition => {
                if let Some((label, events)) = self.note.take() {
                    self.notes.entry(label.to_string()).or_insert(events);
                }
            }
            TagEnd::Table => self.html(if self.has_body { "</tbody>\n</table></div>\n" } else { "</table></div>\n" }),
            TagEnd::TableHead => {
                self.in_head = false;
                self.html("</tr></thead>\n");
            }
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => {
                self.column += 1;
                self.html(if self.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::BlockQuote(kind) => match self.alerts.pop() {
                Some(true) => self.html("</aside>\n"),
                _ => self.push(Event::End(TagEnd::BlockQuote(kind))),
            },
            TagEnd::HtmlBlock => (self.html_block, self.in_comment) = (false, false),
            // What a chart left of its paragraph.
            TagEnd::Paragraph if matches!(self.events().last(), Some(Event::Start(Tag::Paragraph))) => {
                self.events().pop();
            }
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.push(Event::End(TagEnd::CodeBlock));
            }
            other => self.push(Event::End(other)),
        }
    }

    fn cell(&mut self) {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        let tag = if self.in_head { "th scope=\"col\"" } else { "td" };
        self.html(format!("<{tag}{class}>"));
    }

    fn alert(&mut self, kind: BlockQuoteKind) {
        let name = match kind {
            BlockQuoteKind::Note => "note",
            BlockQuoteKind::Tip => "tip",
            BlockQuoteKind::Important => "important",
            BlockQuoteKind::Warning => "warning",
            BlockQuoteKind::Caution => "caution",
        };
        let title = escape(&self.text.world.words(&format!("alert-{name}"), self.text.language));
        self.html(format!("<aside class=\"alert alert-{name}\">\n<p class=\"alert-title\">{title}</p>\n"));
    }

    /// A footnote without text stays as it is written; the parser says nothing of it.
    fn check_footnote(&mut self, text: &str, range: &Range<usize>) {
        let rest = &self.source[range.start..];
        let escaped = self.source[..range.start].ends_with('\\');
        if self.in_code || escaped || !text.starts_with('[') || !rest.starts_with("[^") {
            return;
        }
        // A label ends before the next blank, and is no longer than CommonMark lets it be.
        let mut label = rest.char_indices().take(LABEL).take_while(|(_, c)| !c.is_whitespace());
        let Some(end) = label.find(|(_, c)| *c == ']').map(|(at, _)| at).filter(|&end| end > 2) else { return };
        let message = format!("the footnote `{}` has no text", &rest[..=end]);
        let finding = self.text.finding(&codes::UNDEFINED_FOOTNOTE, range.start..range.start + end + 1, message);
        recorder::report(finding.hint(format!("add a line `{}: …` with an empty line before it", &rest[..=end])));
    }

    /// `@centers/bearings` that stayed text was meant as a link.
    fn check_link(&mut self, text: &str, range: &Range<usize>) {
        for (at, _) in text.match_indices('@') {
            let start = range.start + at;
            let before = self.source[..start].chars().next_back();
            let rest = self.source[start + 1..].trim_start_matches(' ');
            let name: String =
                rest.chars().take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-').collect();
            let goes_on = rest[name.len()..].starts_with(['/', ')']);
            if before.is_some_and(char::is_alphanumeric)
                || !goes_on
                || self.text.world.site.collection_named(&name).is_none()
            {
                continue;
            }
            let finding = self.text.finding(
                &codes::BROKEN_LINK,
                start..start + 1 + name.len(),
                format!("`@{name}…` stands here as text"),
            );
            recorder::report(finding.hint("write a link as [text](@collection/id), with no space in it"));
        }
    }

    fn reference(&mut self, label: &str, range: Range<usize>) {
        let known = self.referenced.iter().position(|(known, _)| known == label);
        let number = known.unwrap_or(self.referenced.len()) + 1;
        let id = if known.is_some() { String::new() } else { format!(" id=\"fnref-{number}\"") };
        if known.is_none() {
            self.referenced.push((label.to_owned(), range));
        }
        self.inline(format!("<sup class=\"footnote-reference\"><a href=\"#fn-{number}\"{id}>{number}</a></sup>"));
    }

    /// A piece of HTML without its comments, which may begin and end in other pieces.
    fn without_comments(&mut self, html: CowStr<'a>) -> CowStr<'a> {
        if !self.in_comment && !html.contains("<!--") {
            return html;
        }
        let (mut kept, mut rest) = (String::new(), &*html);
        loop {
            if self.in_comment {
                let Some(end) = rest.find("-->") else { break };
                (self.in_comment, rest) = (false, &rest[end + 3..]);
            }
            match rest.find("<!--") {
                Some(start) => {
                    kept.push_str(&rest[..start]);
                    (self.in_comment, rest) = (true, &rest[start + 4..]);
                }
                None => {
                    kept.push_str(rest);
                    break;
                }
            }
        }
        kept.into()
    }

    fn raw(&mut self, html: CowStr<'a>, range: Range<usize>) {
        let html = self.without_comments(html);
        let trimmed = html.trim();
        if trimmed.is_empty() {
            return;
        }
        if self.text.world.config.raw_html {
            let event = if self.html_block { Event::Html(html) } else { Event::InlineHtml(html) };
            self.push(event);
            return;
        }
        let finding = self.text.finding(&codes::RAW_HTML, range, format!("`{trimmed}` is HTML and is shown as text"));
        recorder::report(finding.hint("write Markdown, or allow HTML with `raw_html: true` in site.yaml"));
        if self.html_block {
            self.html(format!("<p>{}</p>\n", escape(trimmed)));
        } else {
            self.push(Event::Text(html));
        }
    }

    /// The HTML, with footnotes at its end.
    pub fn finish(mut self) -> Prose {
        let mut prose = Prose { html: String::with_capacity(self.source.len() * 3 / 2), toc: self.headings.done };
        html::push_html(&mut prose.html, self.body.into_iter());
        if self.referenced.is_empty() {
            return prose;
        }
        prose.html.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        let back = escape(&self.text.world.words("footnote-back", self.text.language));
        for (at, (label, _)) in self.referenced.iter().enumerate() {
            let number = at + 1;
            prose.html.push_str(&format!("<li id=\"fn-{number}\">"));
            html::push_html(&mut prose.html, self.notes.remove(label).unwrap_or_default().into_iter());
            let trimmed = prose.html.trim_end().len();
            prose.html.truncate(trimmed);
            let link = format!(
                " <a href=\"#fnref-{number}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"{back}\">↩</a>"
            );
            match prose.html.strip_suffix("</p>").map(str::len) {
                Some(inside) => {
                    prose.html.truncate(inside);
                    prose.html.push_str(&link);
                    prose.html.push_str("</p></li>\n");
                }
                None => {
                    prose.html.push_str(&link);
                    prose.html.push_str("</li>\n");
                }
            }
        }
        prose.html.push_str("</ol>\n</section>\n");
        prose
    }
}
