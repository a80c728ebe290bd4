//! Prose: CommonMark → HTML, with links to records resolved, facts quoted and every broken link found at its place.
//!
//! Extensions of CommonMark: tables, footnotes, definition lists, strikethrough, GFM alerts. Headings start at `##` and get
//! ids; comments are dropped; HTML is escaped unless the site allows it; no inline styles, so that a strict
//! `Content-Security-Policy` holds.

mod links;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html,
};

use crate::diagnostics::{Code, Diagnostic, Place, codes};
use crate::link::{Linked, RecordIx};
use crate::model::field::Markup;
use crate::model::value::Fact;
use crate::parse::{Files, front_matter};
use crate::render::World;
use crate::render::recorder;
use crate::render::xml::escape;

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

/// A rendered text.
#[derive(Debug, Default)]
pub struct Prose {
    /// Its HTML.
    pub html: String,
    /// Its headings.
    pub toc: Vec<Heading>,
}

/// A text with all that its links need.
pub struct Text<'a> {
    /// The world.
    pub world: &'a World,
    /// Other texts, whose headings anchors lead to; `None` where anchors are not checked.
    pub files: Option<&'a dyn Files>,
    /// The record it belongs to, for its attachments.
    pub linked: &'a Linked,
    /// Language of the page: links lead to its pages.
    pub language: usize,
    /// Language of the text itself: names and facts are quoted in it.
    pub words: usize,
    /// File it stands in.
    pub path: &'a Arc<str>,
    /// The whole text of the file.
    pub whole: &'a str,
    /// The part that is Markdown.
    pub range: Range<usize>,
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

/// Renders a text; what is wrong with it goes to the recorder.
pub fn render(text: &Text) -> Prose {
    let source = &text.whole[text.range.clone()];
    let broken = |link: BrokenLink| {
        // `[text]` alone is an ordinary way to write brackets.
        if !matches!(link.link_type, LinkType::Shortcut | LinkType::ShortcutUnknown) {
            let finding = text.finding(
                &codes::BROKEN_LINK,
                link.span,
                format!("there is no link definition `[{}]: …`", link.reference),
            );
            recorder::report(
                finding.hint("define it on a line of its own, with an empty line before, or write [text](address)"),
            );
        }
        None
    };
    let mut writer = Writer::new(text, source);
    let mut events =
        Parser::new_with_broken_link_callback(source, options(), Some(broken)).into_offset_iter().peekable();
    while let Some((event, range)) = events.next() {
        let is_empty = matches!(events.peek(), Some((Event::End(TagEnd::Link), _)));
        writer.event(event, range, is_empty);
    }
    writer.finish()
}

/// The headings of a text, for checking anchors from other pages.
pub fn headings(source: &str) -> Vec<Heading> {
    let mut headings = Headings::default();
    for event in Parser::new_ext(source, options()) {
        headings.see(&event);
    }
    headings.done
}

/// The anchors of the headings of a record's prose in a language.
pub fn anchors_of(world: &World, files: &dyn Files, record: RecordIx, language: usize) -> Vec<String> {
    let shown = world.shown_language(record, language);
    let Some(prose) = &world.site.get(record).record.prose[shown] else { return Vec::new() };
    // A file that cannot be read is reported by its own page.
    let Ok(whole) = files.text(&prose.path) else { return Vec::new() };
    headings(&whole[front_matter::split(&whole).body]).into_iter().map(|heading| heading.id).collect()
}

/// A text field with markup, as HTML. Findings are placed at the fact.
pub fn of_field(world: &World, linked: &Linked, fact: &Fact, text: &str, markup: Markup, language: usize) -> String {
    let source = &linked.record.source;
    let text = Text {
        world,
        files: None,
        linked,
        language,
        words: language,
        path: &source.path,
        whole: text,
        range: 0..text.len(),
    };
    let (prose, found) =
        recorder::recorded(recorder::Current { language, ..recorder::Current::default() }, || render(&text));
    for mut finding in found.findings {
        finding.place = match linked.record.prose.get(language) {
            Some(Some(prose)) => Place::file(prose.path.clone()),
            _ => source.place(fact.span),
        };
        recorder::report(finding);
    }
    for read in found.reads {
        recorder::note(read);
    }
    let html = prose.html.trim();
    match markup {
        Markup::Inline => {
            html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")).unwrap_or(html).to_owned()
        }
        _ => html.to_owned(),
    }
}

impl Text<'_> {
    /// A finding at some bytes of the Markdown.
    fn finding(&self, code: &'static Code, range: Range<usize>, message: String) -> Diagnostic {
        let (start, end) = (self.range.start + range.start, self.range.start + range.end);
        Diagnostic::new(code, Place::in_text(self.path.clone(), self.whole, start, end), message)
    }
}

/// Collects headings and gives them ids that are unique in the text.
#[derive(Default)]
struct Headings {
    done: Vec<Heading>,
    open: Option<Heading>,
}

impl Headings {
    fn see(&mut self, event: &Event) {
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

/// Turns events of the parser into events of our HTML.
struct Writer<'a, 't> {
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
}

impl<'a, 't> Writer<'a, 't> {
    fn new(text: &'a Text<'t>, source: &'a str) -> Self {
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
        }
    }

    fn push(&mut self, event: Event<'a>) {
        match &mut self.note {
            Some((_, events)) => events.push(event),
            None => self.body.push(event),
        }
    }

    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.push(Event::Html(html.into()));
    }

    fn inline(&mut self, html: impl Into<CowStr<'a>>) {
        self.push(Event::InlineHtml(html.into()));
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>, next_ends_link: bool) {
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
        let Some(end) = rest.find(']').filter(|&end| end > 2 && !rest[..end].contains(char::is_whitespace)) else {
            return;
        };
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

    fn finish(mut self) -> Prose {
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
