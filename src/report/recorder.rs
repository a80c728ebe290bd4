//! What a page reads while it is rendered, in which language it is, and what is found on the way.
//!
//! One render runs on one thread, and Tera's components do not see the page's context, so this is thread-local: the one
//! such state of the core.

use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::diagnostics::Diagnostic;
use crate::markup::ids::Ids;
use crate::position::{CollectionIx, FieldIx, LanguageIx, MessageIx, RecordIx};

/// Something that was read, by its position: what [`Report::reads`](crate::report::Report::reads) makes a
/// [`Read`](crate::output::Read) of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Note {
    /// What a record says, and its addresses.
    Record(RecordIx),
    /// A name that leads to no record.
    Absent(Arc<str>),
    /// All records of a collection, with what they say.
    Records(CollectionIx),
    /// Which records a collection has.
    Members(CollectionIx),
    /// How a source is cited.
    Citation(RecordIx),
    /// Who refers to a record.
    Referrers(RecordIx),
    /// Which figures count a record.
    Counting(RecordIx),
    /// The model of a collection.
    Model(CollectionIx),
    /// The values of a figure.
    Figure(RecordIx),
    /// A message in a language.
    Message(LanguageIx, MessageIx),
    /// A message that a language does not have.
    NoMessage(LanguageIx, Arc<str>),
    /// How a language writes dates and large numbers.
    Formats(LanguageIx),
    /// A template.
    Template(Arc<str>),
    /// A static file.
    Asset(Arc<str>),
    /// A file of the site.
    File(Arc<str>),
    /// How long a data file is, by its path.
    Size(Arc<str>),
    /// The record of earlier publications.
    Publication,
    /// What the plan has at a path of the output.
    Planned(Arc<str>),
    /// That something was found: whoever makes the file again finds it again.
    Finding,
}

/// All that was read, in any order, some of it more than once: sorting waits for who asks what it was.
#[derive(Debug, Default)]
pub struct Notes {
    own: Vec<Note>,
    /// What remembered things had read, each by its handle.
    handed_on: Vec<Arc<[Note]>>,
}

impl Notes {
    fn add(&mut self, note: Note) {
        // The same is often asked for again and again.
        if self.own.last() != Some(&note) {
            self.own.push(note);
        }
    }

    fn hand_on(&mut self, notes: &Arc<[Note]>) {
        let is_known = self.handed_on.last().is_some_and(|last| Arc::ptr_eq(last, notes));
        if !is_known && !notes.is_empty() {
            self.handed_on.push(notes.clone());
        }
    }

    fn append(&mut self, mut others: Notes) {
        self.own.append(&mut others.own);
        self.handed_on.append(&mut others.handed_on);
    }

    /// Each note once, in order.
    pub fn sorted(&self) -> Vec<&Note> {
        let mut notes: Vec<&Note> = self.own.iter().chain(self.handed_on.iter().flat_map(|notes| &**notes)).collect();
        notes.sort_unstable();
        notes.dedup();
        notes
    }

    /// What was noted, and what was handed on with what is remembered.
    pub fn parts(&self) -> (&[Note], &[Arc<[Note]>]) {
        (&self.own, &self.handed_on)
    }

    /// Each note once, in order, as something remembered keeps them.
    pub fn kept(mut self) -> Arc<[Note]> {
        self.own.extend(self.handed_on.iter().flat_map(|notes| &**notes).cloned());
        self.own.sort_unstable();
        self.own.dedup();
        self.own.into()
    }
}

impl From<Arc<[Note]>> for Notes {
    fn from(kept: Arc<[Note]>) -> Self {
        Notes { own: Vec::new(), handed_on: vec![kept] }
    }
}

impl From<Vec<Note>> for Notes {
    fn from(own: Vec<Note>) -> Self {
        Notes { own, handed_on: Vec::new() }
    }
}

/// The render that runs on this thread.
#[derive(Default)]
pub struct Current {
    /// What the functions of templates look into, known to who renders: templates are read once and used by many.
    pub renderer: Option<Arc<dyn Any + Send + Sync>>,
    /// Position of the language.
    pub language: LanguageIx,
    /// The record whose page it is; `None` on other pages.
    pub record: Option<RecordIx>,
    /// Which part of the list from A to Z it is, from 1; 0 on other pages.
    pub part: u32,
    /// Sources that the facts of the record cite, in order of their numbers, when somebody asked.
    pub numbered: Option<Arc<[RecordIx]>>,
    /// Sources that were cited already, each with its number: most facts of a page cite the same few.
    pub cited: Vec<(RecordIx, Option<usize>, tera::Value)>,
    /// The view of the figure whose page it is.
    pub own_figure: Option<tera::Value>,
    /// Views of facts of the record whose page it is: templates ask for the same in several places.
    pub own_facts: HashMap<FieldIx, tera::Value, FixedState>,
    /// Ids of pictures that the page has already.
    pub ids: Ids,
    /// In how many templates that another renders it stands.
    pub depth: usize,
    /// What was read.
    pub reads: Notes,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}

thread_local!(static CURRENT: RefCell<Option<Current>> = const { RefCell::new(None) });

/// Runs `render` with a fresh record of what it reads, and gives that back. May be nested.
pub fn recorded<R>(current: Current, render: impl FnOnce() -> R) -> (R, Current) {
    /// Puts the outer render back, also when the inner one panics.
    struct Restore(Option<Current>);
    impl Drop for Restore {
        fn drop(&mut self) {
            CURRENT.with(|cell| *cell.borrow_mut() = self.0.take());
        }
    }
    let restore = Restore(CURRENT.with(|cell| cell.borrow_mut().replace(current)));
    let result = render();
    let current = CURRENT.with(|cell| cell.borrow_mut().take()).unwrap_or_default();
    drop(restore);
    (result, current)
}

/// Notes that something was read.
pub fn note(read: Note) {
    with(|current| current.reads.add(read));
}

/// Notes all that something remembered had read when it was made.
pub fn note_all(reads: &Arc<[Note]>) {
    with(|current| current.reads.hand_on(reads));
}

/// Notes all that an inner render had read: it is part of the one that runs.
pub fn note_inner(reads: Notes) {
    with(|current| current.reads.append(reads));
}

/// Makes something that is remembered and used again: what it reads is not of the render that runs, but of each that uses
/// it. Findings are of the first.
pub fn remembered<R>(language: LanguageIx, make: impl FnOnce() -> R) -> (R, Arc<[Note]>) {
    let (made, current) =
        recorded(Current { renderer: who_renders(), language, depth: depth(), ..Current::default() }, make);
    current.findings.into_iter().for_each(report);
    (made, current.reads.kept())
}

/// Notes a finding.
pub fn report(finding: Diagnostic) {
    with(|current| {
        current.reads.add(Note::Finding);
        current.findings.push(finding);
    });
}

fn who_renders() -> Option<Arc<dyn Any + Send + Sync>> {
    CURRENT.with(|cell| cell.borrow().as_ref()?.renderer.clone())
}

/// What the functions of templates look into; `None`: no page is being rendered.
pub fn renderer<T: Any + Send + Sync>() -> Option<Arc<T>> {
    who_renders()?.downcast().ok()
}

/// The language of the running render; the source language outside of one.
pub fn language() -> LanguageIx {
    CURRENT.with(|cell| cell.borrow().as_ref().map_or(LanguageIx::SOURCE, |current| current.language))
}

/// Which part of the list from A to Z the page is that runs, from 1; 0: it is another page.
pub fn part() -> u32 {
    CURRENT.with(|cell| cell.borrow().as_ref().map_or(0, |current| current.part))
}

/// In how many templates that another renders the running one stands.
pub fn depth() -> usize {
    CURRENT.with(|cell| cell.borrow().as_ref().map_or(0, |current| current.depth))
}

/// Whether the page that runs is that of a record.
pub fn is_of(record: RecordIx) -> bool {
    CURRENT.with(|cell| cell.borrow().as_ref().is_some_and(|current| current.record == Some(record)))
}

/// An id that no picture of the page has yet: the name itself, else with a number.
pub fn unique(name: &str) -> String {
    let mut id = name.to_owned();
    with(|current| id = current.ids.unique(name));
    id
}

/// The sources that the page of a record numbers, if it is this page that runs, made once; `make` makes them.
pub fn numbered(record: RecordIx, make: impl FnOnce() -> Arc<[RecordIx]>) -> Option<Arc<[RecordIx]>> {
    if !is_of(record) {
        return None;
    }
    let known = CURRENT.with(|cell| cell.borrow().as_ref()?.numbered.clone());
    known.or_else(|| {
        let numbered = make();
        with(|current| current.numbered = Some(numbered.clone()));
        Some(numbered)
    })
}

/// The value of a source that is cited, made once in a render; `make` makes it.
pub fn cited(source: RecordIx, number: Option<usize>, make: impl FnOnce() -> tera::Value) -> tera::Value {
    let known = CURRENT.with(|cell| {
        let current = cell.borrow();
        let known =
            current.as_ref()?.cited.iter().find(|(known, as_number, _)| (*known, *as_number) == (source, number));
        known.map(|(_, _, value)| value.clone())
    });
    known.unwrap_or_else(|| {
        let value = make();
        with(|current| current.cited.push((source, number, value.clone())));
        value
    })
}

/// The view of the figure whose page runs, made once in a render; `make` makes it.
pub fn own_figure(make: impl FnOnce() -> tera::Value) -> tera::Value {
    let known = CURRENT.with(|cell| cell.borrow().as_ref()?.own_figure.clone());
    known.unwrap_or_else(|| {
        let value = make();
        with(|current| current.own_figure = Some(value.clone()));
        value
    })
}

/// The view of a fact of the record whose page runs, made once in a render; `make` makes it.
pub fn own_fact(field: FieldIx, make: impl FnOnce() -> tera::Value) -> tera::Value {
    let known = CURRENT.with(|cell| cell.borrow().as_ref()?.own_facts.get(&field).cloned());
    known.unwrap_or_else(|| {
        let value = make();
        with(|current| drop(current.own_facts.insert(field, value.clone())));
        value
    })
}

/// Changes the running render; nothing happens outside of one. Never calls back into a template.
pub fn with(change: impl FnOnce(&mut Current)) {
    CURRENT.with(|cell| {
        if let Some(current) = cell.borrow_mut().as_mut() {
            change(current);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{Current, Note, note, note_all, recorded, remembered};
    use crate::position::{CollectionIx, LanguageIx, Position, RecordIx};

    #[test]
    fn nested_renders_keep_their_reads_apart() {
        let read = |record| Note::Record(RecordIx { collection: CollectionIx::behind(0), record });
        let ((inner, ()), outer) = recorded(Current::default(), || {
            note(read(2));
            let ((), inner) =
                recorded(Current { language: LanguageIx::behind(1), ..Current::default() }, || note(read(3)));
            note(read(1));
            note(read(2));
            (inner, ())
        });

        assert_eq!(outer.reads.sorted(), [&read(1), &read(2)]);
        assert_eq!((inner.reads.sorted(), inner.language), (vec![&read(3)], LanguageIx::behind(1)));
    }

    #[test]
    fn what_is_remembered_has_read_each_thing_once_with_what_it_is_made_of() {
        let read = |record| Note::Record(RecordIx { collection: CollectionIx::behind(0), record });
        let ((), part) = remembered(LanguageIx::SOURCE, || [3, 1, 3].into_iter().for_each(|at| note(read(at))));
        let ((), whole) = remembered(LanguageIx::SOURCE, || {
            note(read(2));
            note_all(&part);
            note(read(1));
            note_all(&part);
        });

        assert_eq!(*part, [read(1), read(3)]);
        assert_eq!(*whole, [read(1), read(2), read(3)]);
    }
}
