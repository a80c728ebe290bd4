//! A text that is rendered, with what its links and findings look up.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use crate::diagnostics::place::Lines;
use crate::diagnostics::{Code, Diagnostic};
use crate::link::record::LinkedRecord;
use crate::parse::{Files, front_matter};
use crate::position::RecordIx;
use crate::prose::headings::{Anchors, Heading, headings};
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};

/// A rendered text.
#[derive(Debug, Default)]
pub struct Prose {
    /// Its HTML.
    pub html: String,
    /// Its headings.
    pub toc: Vec<Heading>,
}

/// Where a text stands, which decides what may stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is the prose of a page.
    Prose,
    /// It is a field of type `markdown`.
    Field,
    /// It is a field of one line.
    Line,
}

/// A text with all that its links need.
pub struct Text<'a> {
    /// The report in the language of the page: links lead to its pages.
    pub page: Localizer<'a>,
    /// In the language of the text itself: names and facts are quoted in it.
    pub words: Localizer<'a>,
    /// Other texts, whose headings anchors lead to; `None` where anchors are not checked.
    pub files: Option<&'a dyn Files>,
    /// Where it stands.
    pub place: Place,
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

/// A link or an image as it stands in a text.
pub struct Link<'a> {
    /// What it leads to, as it is written.
    pub destination: &'a str,
    /// The bytes of the Markdown that it is.
    pub range: Range<usize>,
    /// Whether something stands between its brackets; a link without words quotes what it leads to.
    pub has_words: bool,
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

impl Text<'_> {
    /// A finding at some bytes of the Markdown.
    pub fn finding(&self, code: &'static Code, range: Range<usize>, message: String) -> Diagnostic {
        let (start, end) = (self.range.start + range.start, self.range.start + range.end);
        let lines = self.index.lines.get_or_init(|| Lines::of(self.whole));
        Diagnostic::new(code, lines.place(self.path.clone(), self.whole, start..end), message)
    }

    /// The anchors of the text itself.
    pub fn anchors(&self) -> &Anchors {
        self.index
            .own
            .get_or_init(|| Anchors::of(headings(&self.whole[self.range.clone()], &self.page.report.reserved)))
    }

    /// The anchors of the headings of a record's prose in the language of the page; `None` where anchors are not checked.
    pub fn anchors_of(&self, record: RecordIx) -> Option<Rc<Anchors>> {
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
