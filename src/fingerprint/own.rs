//! What a record says of itself, as a hash: its facts with what they have from the record and from what contains them.
//! Neither layout nor labels are part of it, nor the order in which the model declares fields: the page says the same.

use crate::config::Localized;
use crate::fingerprint::hash::Hash;
use crate::link::effective::Effective;
use crate::model::field::{FieldKind, Fields};
use crate::model::value::{Given, Value, word_of};
use crate::parse::yaml::{Key, Kind, Node};
use crate::position::{FieldIx, Position as _, RecordIx};
use crate::report::localizer::Localizer;

/// Collects what a record says.
pub struct Own<'s> {
    /// The hash so far.
    pub hash: Hash,
    page: Localizer<'s>,
    tells: Tells,
}

/// What is told of a fact.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tells {
    /// All that its page shows.
    All,
    /// What it says, without where that comes from.
    Values,
}

/// What an item of a list says, without where it comes from.
pub fn item(page: Localizer, item: &Effective) -> u32 {
    let mut own = Own { tells: Tells::Values, ..Own::new(page) };
    own.fact(item);
    own.hash.finish()
}

impl<'s> Own<'s> {
    /// Nothing yet, in the language of a page.
    pub fn new(page: Localizer<'s>) -> Self {
        Own { hash: Hash::default(), page, tells: Tells::All }
    }

    /// The facts of a record that the public sees, with their histories.
    pub fn record(&mut self, record: RecordIx) {
        let site = &self.page.report.site;
        let linked = site.get(record);
        self.references(linked.record.sources.iter().filter_map(|&at| linked.targets[at as usize]));
        for at in by_name(&site.model(record).fields) {
            site.effective_history(record, at).for_each(|fact| self.fact(&fact));
        }
    }

    fn word(&mut self, word: &str) {
        self.hash.word(word);
    }

    fn fact(&mut self, it: &Effective) {
        self.word(&it.field.name);
        self.word(it.written.bound.map_or("", word_of));
        if self.tells == Tells::All {
            for date in [it.since(), it.by()] {
                self.word(&date.map(|date| date.to_string()).unwrap_or_default());
            }
            self.word(it.status.map_or("", word_of));
            self.localized(it.written.note.as_deref());
            self.references(it.sources.iter().filter_map(|&at| it.linked.targets[at as usize]));
        }
        match &it.written.given {
            Given::Missing(missing) => self.word(word_of(*missing)),
            Given::Value(value) => self.value(it, value),
        }
    }

    fn value(&mut self, it: &Effective, value: &Value) {
        match value {
            Value::Text(text) | Value::Language(text) => self.hash.text(text),
            Value::Localized(text) => self.localized(Some(text)),
            Value::Number(number) => self.word(&number.to_string()),
            Value::Date(date) => self.word(&date.to_string()),
            Value::Boolean(yes) => self.word(if *yes { "yes" } else { "no" }),
            Value::Choice(at) => match &it.field.kind {
                FieldKind::Choice(options) => self.word(&options[*at].id),
                _ => self.word(&at.before().to_string()),
            },
            Value::Reference(at) => self.references(it.linked.targets[*at as usize].into_iter()),
            Value::Image(image) => {
                self.word(&image.file);
                self.localized(Some(&image.alt));
                if let Some(caption) = &image.caption {
                    self.localized(Some(caption));
                }
                self.word(image.credit.as_deref().unwrap_or_default());
            }
            Value::Location(place) => {
                self.word(&place.latitude.to_string());
                self.word(&place.longitude.to_string());
            }
            Value::List(_) => {
                self.word("list");
                it.items().for_each(|item| self.fact(&item));
                self.word("end");
            }
            Value::Group(_) => {
                let FieldKind::Group(fields) = &it.field.kind else { return };
                for part in by_name(fields).filter_map(|at| it.in_group(at)) {
                    self.fact(&part);
                }
                self.word("end");
            }
            Value::Raw(node) => self.node(node),
        }
    }

    /// Records by their keys: what they are called is theirs to say.
    fn references(&mut self, to: impl Iterator<Item = RecordIx>) {
        to.for_each(|record| self.hash.word(&self.page.report.site.key(record)));
        self.word("");
    }

    fn localized(&mut self, text: Option<&Localized>) {
        let shown = text.and_then(|text| text.best(self.page.language)).map(|(_, text)| &**text);
        self.hash.text(shown.unwrap_or_default());
    }

    fn node(&mut self, node: &Node) {
        match &node.kind {
            Kind::Scalar { text, .. } => self.word(text),
            Kind::Sequence(items) => items.iter().for_each(|item| self.node(item)),
            Kind::Mapping(entries) => match self.in_language(entries) {
                Some(text) => self.node(text),
                None => entries.iter().for_each(|(key, value)| {
                    self.word(&key.name);
                    self.node(value);
                }),
            },
        }
        self.word("end");
    }
}

impl Own<'_> {
    /// Of words in several languages those of the page, else the first; `None`: these are none.
    fn in_language<'n>(&self, entries: &'n [(Key, Node)]) -> Option<&'n Node> {
        let languages = &self.page.config().all_languages;
        let is_code = |key: &Key| languages.iter().any(|language| *language.code == *key.name);
        let of_page = entries.iter().find(|(key, _)| *key.name == *self.page.code());
        let (_, text) = of_page.or(entries.first())?;
        entries.iter().all(|(key, _)| is_code(key)).then_some(text)
    }
}

/// Positions of fields in the order of their names.
fn by_name(fields: &Fields) -> impl Iterator<Item = FieldIx> {
    let mut named: Vec<(&str, FieldIx)> = fields.entries().map(|(at, field)| (&*field.name, at)).collect();
    named.sort_unstable();
    named.into_iter().map(|(_, at)| at)
}
