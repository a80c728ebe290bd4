//! Prose: CommonMark → HTML, with links to records resolved, facts quoted and every broken link found at its place.
//!
//! Extensions of CommonMark: tables, footnotes, definition lists, strikethrough, task lists, GFM alerts. Headings start at `##` and get
//! ids; comments are dropped; HTML is escaped unless the site allows it; no inline styles, so that a strict
//! `Content-Security-Policy` holds.

mod definitions;
pub mod fields;
mod headings;
mod leftovers;
mod links;
mod notes;
mod quotes;
mod raw;
mod writer;

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use pulldown_cmark::{BrokenLink, Event, LinkType, Options, Parser, TagEnd};

use crate::diagnostics::place::Lines;
use crate::diagnostics::{Code, Diagnostic, codes};
use crate::link::record::LinkedRecord;
use crate::markup::ids::Reserved;
use crate::parse::{Files, front_matter};
use crate::position::RecordIx;
use crate::prose::definitions::Unused;
use crate::prose::headings::{Anchors, Headings};
use crate::prose::writer::Writer;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};

pub use headings::Heading;
pub use leftovers::guarded;
pub use links::file_named;

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
    /// The report in the language of the page: links lead to its pages.
    pub page: Localizer<'a>,
    /// In the language of the text itself: names and facts are quoted in it.
    pub words: Localizer<'a>,
    /// Other texts, whose headings anchors lead to; `None` where anchors are not checked.
    pub files: Option<&'a dyn Files>,
    /// The record it belongs to, for its attachments.
    pub linked: &'a LinkedRecord,
    /// File it stands in.
    pub path: &'a Arc<str>,
    /// The whole text of the file.
    pub whole: &'a str,
    /// The part that is Markdown.
    pub range: Range<usize>,
    /// What ids in the text begin with, so that several texts have a place on one page; empty for prose.
    pub ids: &'a str,
    /// What its links and findings look up.
    pub index: Index,
}

/// What is looked up in a text as often as it has links and mistakes, made when first asked for.
#[derive(Default)]
pub struct Index {
    lines: OnceCell<Lines>,
    /// The anchors of the text itself.
    own: OnceCell<Anchors>,
    /// Those of the records it leads to.
    others: RefCell<BTreeMap<RecordIx, Rc<Anchors>>>,
}

/// The extensions of CommonMark that texts may use.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_TASKLISTS
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
    let guarded = leftovers::guarded(source);
    let mut writer = Writer::new(text, source);
    let parser = Parser::new_with_broken_link_callback(&guarded, options(), Some(broken));
    let mut unused = Unused::of(parser.reference_definitions());
    let mut events = parser.into_offset_iter().peekable();
    while let Some((event, range)) = events.next() {
        unused.see(&event);
        let is_empty = matches!(events.peek(), Some((Event::End(TagEnd::Link | TagEnd::Image), _)));
        writer.event(leftovers::unguarded(event), range, is_empty);
    }
    unused.report(text);
    writer.finish()
}

/// The headings of a text, for checking anchors from other pages.
pub fn headings(source: &str, reserved: &Reserved) -> Vec<Heading> {
    let mut headings = Headings::new(reserved);
    for event in Parser::new_ext(&leftovers::guarded(source), options()) {
        headings.see(&leftovers::unguarded(event));
    }
    headings.done
}

impl Text<'_> {
    /// A finding at some bytes of the Markdown.
    fn finding(&self, code: &'static Code, range: Range<usize>, message: String) -> Diagnostic {
        let (start, end) = (self.range.start + range.start, self.range.start + range.end);
        let lines = self.index.lines.get_or_init(|| Lines::of(self.whole));
        Diagnostic::new(code, lines.place(self.path.clone(), self.whole, start..end), message)
    }

    /// The anchors of the text itself.
    fn anchors(&self) -> &Anchors {
        self.index
            .own
            .get_or_init(|| Anchors::of(headings(&self.whole[self.range.clone()], &self.page.report.reserved)))
    }

    /// The anchors of the headings of a record's prose in the language of the page; `None` where anchors are not checked.
    fn anchors_of(&self, record: RecordIx) -> Option<Rc<Anchors>> {
        let files = self.files?;
        let mut known = self.index.others.borrow_mut();
        let found = known.entry(record).or_insert_with(|| Rc::new(Anchors::of(self.headings_of(files, record))));
        Some(found.clone())
    }

    fn headings_of(&self, files: &dyn Files, record: RecordIx) -> Vec<Heading> {
        let shown = self.page.shown_language(record);
        let Some(prose) = &self.page.report.site.get(record).record.prose[shown] else { return Vec::new() };
        recorder::note(Note::File(prose.path.clone()));
        // A file that cannot be read is reported by its own page.
        let Ok(whole) = files.text(&prose.path) else { return Vec::new() };
        headings(&whole[front_matter::split(&whole).body], &self.page.report.reserved)
    }
}

#[cfg(test)]
mod tests {
    use super::headings;
    use crate::markup::ids::Reserved;

    #[test]
    fn headings_get_ids_of_their_own() {
        let ids: Vec<String> = headings("## Über uns\n\n## Über uns\n\n## {#own}\n\n### ?!\n", &Reserved::default())
            .into_iter()
            .map(|h| h.id)
            .collect();

        assert_eq!(ids, ["über-uns", "über-uns-2", "own", "section"]);
    }
}
