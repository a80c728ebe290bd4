//! Footnotes: written apart from the text, numbered in the order in which readers meet them.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, html};
use unicase::UniCase;

use crate::diagnostics::codes;
use crate::locale::program::Message;
use crate::markup::html::escape;
use crate::prose::text::Text;
use crate::report::recorder;

/// A footnote's text.
struct Footnote<'a> {
    label: CowStr<'a>,
    range: Range<usize>,
    events: Vec<Event<'a>>,
}

/// The footnotes of a text while it is read.
#[derive(Default)]
pub struct Footnotes<'a> {
    /// Those whose end has come, by folded label.
    defined: BTreeMap<String, Footnote<'a>>,
    /// Those that are being read, from outside in: one may stand in a quotation in another.
    open: Vec<Footnote<'a>>,
}

/// Which footnotes are referred to from where.
#[derive(Default)]
struct References {
    /// Number and count of references, by folded label.
    known: BTreeMap<String, (usize, usize)>,
    /// Folded labels whose text is still to be written, in the order of their numbers.
    waiting: VecDeque<String>,
}

impl<'a> Footnotes<'a> {
    /// A footnote's text begins.
    pub fn open(&mut self, label: CowStr<'a>, range: Range<usize>) {
        self.open.push(Footnote { label, range, events: Vec::new() });
    }

    /// The innermost footnote's text ends. The first text of a label counts; that there is a second one is reported.
    pub fn close(&mut self, text: &Text) {
        let Some(note) = self.open.pop() else { return };
        let key = folded(&note.label);
        if self.defined.contains_key(&key) {
            let message = format!("the footnote `[^{}]` has a text already: this one is left out", note.label);
            let finding = text.finding(&codes::LOST_FOOTNOTE, first_line(text, &note.range), message);
            recorder::report(finding.hint("give one of the two another name"));
            return;
        }
        self.defined.insert(key, note);
    }

    /// Where events go while a footnote is read; `None` outside of footnotes.
    pub fn current(&mut self) -> Option<&mut Vec<Event<'a>>> {
        self.open.last_mut().map(|note| &mut note.events)
    }

    /// The HTML of a text with the footnotes that it refers to at its end.
    pub fn finish(mut self, text: &Text, body: Vec<Event<'a>>, capacity: usize) -> String {
        let mut references = References::default();
        let mut out = String::with_capacity(capacity);
        html::push_html(&mut out, references.referred(text, body));
        if !references.waiting.is_empty() {
            out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
            // Texts of notes refer to notes: all are met before the ways back are written.
            let mut written = Vec::new();
            while let Some(key) = references.waiting.pop_front() {
                let events = self.defined.remove(&key).map(|note| note.events).unwrap_or_default();
                written.push((key, references.referred(text, events).collect()));
            }
            for (key, events) in written {
                let (number, count) = references.known[&key];
                out.push_str(&footnote_html(text, events, number, count));
            }
            out.push_str("</ol>\n</section>\n");
        }
        for note in self.defined.into_values() {
            let message = format!("nothing refers to the footnote `[^{}]`: it is left out", note.label);
            let finding = text.finding(&codes::LOST_FOOTNOTE, first_line(text, &note.range), message);
            recorder::report(finding.hint(format!("write `[^{}]` where it belongs, or remove it", note.label)));
        }
        out
    }
}

impl References {
    /// The events with each reference as a link that can be come back to.
    fn referred<'a>(&mut self, text: &Text, events: Vec<Event<'a>>) -> impl Iterator<Item = Event<'a>> {
        let mut after_another = false;
        let link = move |event: Event<'a>| {
            let Event::FootnoteReference(label) = event else {
                after_another = false;
                return event;
            };
            let (number, count) = self.next(folded(&label));
            // Two notes side by side would read as one number.
            let is_second = std::mem::replace(&mut after_another, true);
            let comma = if is_second { text.words.message(Message::SeparatorList) } else { String::new() };
            let (ids, id) = (text.ids, back_id(text, number, count));
            Event::InlineHtml(
                format!(
                    "<sup class=\"footnote-reference\">{comma}<a href=\"#fn-{ids}{number}\" id=\"{id}\">{number}</a></sup>"
                )
                .into(),
            )
        };
        events.into_iter().map(link)
    }

    /// Number of a footnote, and how often it was referred to up to now.
    fn next(&mut self, key: String) -> (usize, usize) {
        let number = self.known.len() + 1;
        let entry = self.known.entry(key.clone()).or_insert_with(|| {
            self.waiting.push_back(key);
            (number, 0)
        });
        entry.1 += 1;
        *entry
    }
}

/// A footnote with a way back to each of its references.
fn footnote_html(text: &Text, events: Vec<Event>, number: usize, references: usize) -> String {
    let back = escape(&text.page.message(Message::FootnoteBack));
    let mut out = format!("<li id=\"fn-{}{number}\">", text.ids);
    html::push_html(&mut out, events.into_iter());
    out.truncate(out.trim_end().len());
    let in_paragraph = out.ends_with("</p>");
    if in_paragraph {
        out.truncate(out.len() - "</p>".len());
    }
    for count in 1..=references {
        let which = if count == 1 { String::new() } else { format!("<sup>{count}</sup>") };
        let id = back_id(text, number, count);
        let label = if count == 1 { back.clone() } else { format!("{back} ({count})") };
        out.push_str(&format!(
            " <a href=\"#{id}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"{label}\">↩{which}</a>"
        ));
    }
    out.push_str(if in_paragraph { "</p></li>\n" } else { "</li>\n" });
    out
}

/// The id of a reference to a footnote, where its way back leads.
fn back_id(text: &Text, number: usize, count: usize) -> String {
    match count {
        1 => format!("fnref-{}{number}", text.ids),
        _ => format!("fnref-{}{number}-{count}", text.ids),
    }
}

/// A label as the parser compares it: whatever its letter case.
pub fn folded(label: &str) -> String {
    UniCase::new(label).to_folded_case()
}

fn first_line(text: &Text, range: &Range<usize>) -> Range<usize> {
    let source = &text.whole[text.range.clone()][range.clone()];
    range.start..range.start + source.find('\n').unwrap_or(source.len())
}
