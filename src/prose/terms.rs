//! Terms of the glossary, linked where a text first uses them: not in links, headings, code, nor in what the program puts
//! into a text itself.

use std::collections::BTreeSet;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use crate::markup::html::escape;
use crate::position::RecordIx;
use crate::prose::text::{Place, Text};
use crate::report::recorder::{self, Note};
use crate::report::terms::Words;

/// The events of a text with its terms linked. Those of texts that link none are as they were.
pub fn linked<'a>(text: &Text, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
    // Texts of fields stand on many pages, a quote alone on none.
    let is_page = text.place == Place::Prose && text.files.is_some();
    let report = text.page.report;
    let words = report.terms.words(&report.site, &report.config, text.words.language).filter(|_| is_page);
    let Some((terms, words)) = words else { return events };
    recorder::note(Note::Records(terms));
    let mut linker = Linker { text, words, used: BTreeSet::from([text.linked.at]), closed: Vec::new() };
    let mut linked = Vec::with_capacity(events.len());
    let mut run = String::new();
    for event in events {
        match event {
            Event::Text(words) if linker.is_open() => run.push_str(&words),
            Event::SoftBreak if !run.is_empty() => run.push('\n'),
            event => {
                linker.words(&std::mem::take(&mut run), &mut linked);
                linker.visit(&event);
                linked.push(event);
            }
        }
    }
    linker.words(&run, &mut linked);
    linked
}

struct Linker<'t, 'r> {
    text: &'t Text<'r>,
    words: &'r Words,
    /// Terms that are linked already, and the record itself.
    used: BTreeSet<RecordIx>,
    /// What is open and takes no links: what closes each.
    closed: Vec<Closes>,
}

/// What closes something that takes no links.
#[derive(PartialEq)]
enum Closes {
    /// The end of a part of the text.
    Tag(TagEnd),
    /// A tag of HTML: its beginning.
    Html(&'static str),
}

/// Elements that take no links, and how they end.
const ELEMENTS: [(&str, &str); 7] = [
    ("<a ", "</a>"),
    ("<pre ", "</code></pre>"),
    ("<code", "</code>"),
    ("<th ", "</th>"),
    ("<mark ", "]</mark>"),
    ("<dfn", "</dfn>"),
    ("<button", "</button>"),
];

impl Linker<'_, '_> {
    fn is_open(&self) -> bool {
        self.closed.is_empty()
    }

    /// Notes what begins and ends.
    fn visit(&mut self, event: &Event) {
        match event {
            Event::Start(tag @ (Tag::Heading { .. } | Tag::DefinitionListTitle)) => {
                self.closed.push(Closes::Tag(tag.to_end()));
            }
            Event::End(end) => self.close(&Closes::Tag(*end)),
            Event::Html(html) | Event::InlineHtml(html) => self.element(html),
            _ => {}
        }
    }

    fn element(&mut self, html: &str) {
        let html = html.trim();
        if let Some((_, end)) = ELEMENTS.iter().find(|(_, end)| html == *end) {
            return self.close(&Closes::Html(end));
        }
        if let Some((_, end)) = ELEMENTS.iter().find(|(begin, end)| html.starts_with(begin) && !html.ends_with(end)) {
            self.closed.push(Closes::Html(end));
        }
    }

    fn close(&mut self, end: &Closes) {
        if self.closed.last() == Some(end) {
            self.closed.pop();
        }
    }

    /// Words of the text, each term in them linked the first time.
    fn words<'a>(&mut self, run: &str, linked: &mut Vec<Event<'a>>) {
        let mut at = 0;
        let words = |range: std::ops::Range<usize>| Event::Text(CowStr::from(run[range].to_owned()));
        for found in self.words.found(run) {
            if self.used.contains(&found.term) {
                continue;
            }
            let Some(url) = self.text.page.url(found.term) else { continue };
            self.used.insert(found.term);
            linked.push(words(at..found.range.start));
            linked.push(Event::InlineHtml(format!("<a class=\"term\" href=\"{}\">", escape(url)).into()));
            at = found.range.end;
            linked.push(words(found.range.start..at));
            linked.push(Event::InlineHtml("</a>".into()));
        }
        if at < run.len() {
            linked.push(words(at..run.len()));
        }
    }
}
