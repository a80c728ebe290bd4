//! A record that knows what it refers to and when its facts begin.

use std::sync::Arc;

use crate::link::start::{Start, first_days};
use crate::model::date::Day;
use crate::model::record::Record;
use crate::model::value::{Fact, Value};
use crate::position::{FieldIx, LanguageIx, List, RecordIx};

/// A record that knows what it refers to and when its facts begin.
#[derive(Debug)]
pub struct LinkedRecord {
    /// Its own position.
    pub at: RecordIx,
    /// The record as the model read it.
    pub record: Arc<Record>,
    /// What each of its references leads to; `None` for a record that is withheld or does not exist.
    pub targets: Vec<Option<RecordIx>>,
    /// When each fact of each field begins, in the order of the history.
    pub starts: List<FieldIx, Vec<Start>>,
    /// Position, in the history of each field, of the fact that holds on the report's day.
    pub current: List<FieldIx, Option<u32>>,
    /// When there begins to be such a record.
    pub start: Start,
    /// The first day of it.
    pub begins: Day,
    /// The report's day; its end where what nobody dates counts.
    pub as_of: Day,
    /// Whether the public sees all that is written in it, as is usual: then no fact need be looked at to know.
    pub is_open: bool,
}

impl LinkedRecord {
    /// The fact of a field that holds on the report's day.
    pub fn fact(&self, field: FieldIx) -> Option<&Fact> {
        let entry = self.record.entries[field].entry()?;
        entry.history.get(self.current[field]? as usize).filter(|fact| self.is_public(fact))
    }

    /// The value of a field on the report's day.
    pub fn value(&self, field: FieldIx) -> Option<&Value> {
        self.fact(field)?.value()
    }

    /// The facts of a field up to the report's day, oldest first.
    pub fn history(&self, field: FieldIx) -> &[Fact] {
        match self.current[field] {
            Some(current) => &self.written(field)[..=current as usize],
            None => &[],
        }
    }

    /// All facts of a field, those of later days as well, oldest first.
    pub fn written(&self, field: FieldIx) -> &[Fact] {
        self.record.entries[field].entry().map_or(&[], |entry| &entry.history)
    }

    /// The first day of each fact of a field, oldest first; what never held is left out.
    pub fn days(&self, field: FieldIx, undated: Day) -> impl Iterator<Item = (Day, Start, &Fact)> {
        let starts = &self.starts[field];
        let days = first_days(starts, undated);
        days.zip(starts).zip(self.written(field)).filter_map(|((day, start), fact)| Some((day?, *start, fact)))
    }

    /// Whether the public may see a fact: one that refers to a record withheld would be a trace of it, one of a later day
    /// has not begun, and a list or a group all of whose parts are such says nothing.
    pub fn is_public(&self, fact: &Fact) -> bool {
        if self.is_open {
            return true;
        }
        if fact.effective_from().is_some_and(|date| date.first() > self.as_of) {
            return false;
        }
        match fact.value() {
            Some(Value::Reference(at)) => self.targets[*at as usize].is_some(),
            Some(Value::List(items)) => self.shows_some(items.iter()),
            Some(Value::Group(facts)) => self.shows_some(facts.iter().flatten()),
            _ => true,
        }
    }

    /// Whether the public may see one of the parts, or there are none.
    fn shows_some<'f>(&self, parts: impl Iterator<Item = &'f Fact>) -> bool {
        let mut parts = parts.peekable();
        parts.peek().is_none() || parts.any(|part| self.is_public(part))
    }

    /// The text of a field in a language, or the next best, with the language it is in.
    pub fn text(&self, field: Option<FieldIx>, language: LanguageIx) -> Option<(LanguageIx, &str)> {
        match self.value(field?)? {
            Value::Text(text) => Some((language, text)),
            Value::Localized(text) => text.best(language).map(|(at, text)| (at, &**text)),
            _ => None,
        }
    }

    /// Its heading in a language, with the language it is in; `title` is the field of that role.
    pub fn title(&self, title: Option<FieldIx>, language: LanguageIx) -> (LanguageIx, &str) {
        self.text(title, language).unwrap_or((language, &self.record.id))
    }
}
