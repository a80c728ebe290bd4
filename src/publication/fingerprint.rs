//! What a page says, as a hash: facts with their sources, prose, the values of a figure. Neither layout nor the day of the
//! report is part of it, nor the order in which the model declares fields: they may change, and the page says the same.

use sha2::{Digest as _, Sha256};

use crate::config::Localized;
use crate::link::Site;
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::model::field::{FieldKind, Fields};
use crate::model::value::{Given, Value, word_of};
use crate::parse::yaml::{Kind, Node};
use crate::position::{FieldIx, LanguageIx, Position, RecordIx};

/// Collects what a page says.
pub struct PageFingerprint {
    hash: Sha256,
    /// The language whose texts are shown.
    language: LanguageIx,
}

impl PageFingerprint {
    /// Nothing yet.
    pub fn in_language(language: LanguageIx) -> Self {
        PageFingerprint { hash: Sha256::new(), language }
    }

    /// A word, apart from the words before and after it.
    pub fn word(&mut self, word: &str) {
        self.hash.update((word.len() as u64).to_le_bytes());
        self.hash.update(word.as_bytes());
    }

    /// Prose, whatever the ends of its lines.
    pub fn prose(&mut self, text: &str) {
        self.word("prose");
        text.trim().lines().for_each(|line| self.word(line.trim_end()));
    }

    /// The first 16 digits of the hash.
    pub fn finish(self) -> Box<str> {
        self.hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>().into()
    }

    /// The facts of a record that the public sees, with their histories.
    pub fn record(&mut self, site: &Site, record: RecordIx) {
        let linked = site.get(record);
        let model = site.model(record);
        self.sources(site, linked, &linked.record.sources);
        for at in by_name(&model.fields) {
            site.effective_history(record, at).for_each(|fact| self.fact(site, &fact));
        }
    }

    /// What is written of a fact: what it has from others is said where it is written.
    fn fact(&mut self, site: &Site, it: &Effective) {
        let fact = it.written;
        self.word(&it.field.name);
        for date in [fact.since(), fact.by()] {
            self.word(&date.map(|date| date.to_string()).unwrap_or_default());
        }
        self.word(fact.status.map_or("", word_of));
        self.word(fact.bound.map_or("", word_of));
        self.localized(fact.note.as_ref());
        self.sources(site, it.linked, &fact.sources);
        match &fact.given {
            Given::Missing(missing) => self.word(word_of(*missing)),
            Given::Value(value) => self.value(site, it, value),
        }
    }

    fn value(&mut self, site: &Site, it: &Effective, value: &Value) {
        match value {
            Value::Text(text) | Value::Language(text) => self.word(text),
            Value::Localized(text) => self.localized(Some(text)),
            Value::Number(number) => self.word(&number.to_string()),
            Value::Date(date) => self.word(&date.to_string()),
            Value::Boolean(yes) => self.word(if *yes { "yes" } else { "no" }),
            Value::Choice(at) => match &it.field.kind {
                FieldKind::Choice(options) => self.word(&options[*at].id),
                _ => self.word(&at.before().to_string()),
            },
            Value::Reference(at) => {
                self.word(&it.linked.targets[*at as usize].map(|target| site.key(target)).unwrap_or_default());
            }
            Value::Image(image) => {
                self.word(&image.file);
                self.localized(Some(&image.alt));
                self.word(image.credit.as_deref().unwrap_or_default());
            }
            Value::Location(place) => {
                self.word(&place.latitude.to_string());
                self.word(&place.longitude.to_string());
            }
            Value::List(_) => {
                self.word("list");
                it.items().for_each(|item| self.fact(site, &item));
                self.word("end");
            }
            Value::Group(_) => {
                let FieldKind::Group(fields) = &it.field.kind else { return };
                for part in by_name(fields).filter_map(|at| it.in_group(at)) {
                    self.fact(site, &part);
                }
                self.word("end");
            }
            Value::Raw(node) => self.node(node),
        }
    }

    fn sources(&mut self, site: &Site, linked: &LinkedRecord, sources: &[u32]) {
        for source in sources.iter().filter_map(|&at| linked.targets[at as usize]) {
            self.word(&site.get(source).record.id);
        }
        self.word("");
    }

    fn localized(&mut self, text: Option<&Localized>) {
        let shown = text.and_then(|text| text.best(self.language)).map(|(_, text)| &**text);
        self.word(shown.unwrap_or_default());
    }

    fn node(&mut self, node: &Node) {
        match &node.kind {
            Kind::Scalar { text, .. } => self.word(text),
            Kind::Sequence(items) => items.iter().for_each(|item| self.node(item)),
            Kind::Mapping(entries) => {
                for (key, value) in entries {
                    self.word(&key.name);
                    self.node(value);
                }
            }
        }
        self.word("end");
    }
}

/// Positions of fields in the order of their names.
fn by_name(fields: &Fields) -> impl Iterator<Item = FieldIx> {
    let mut named: Vec<(&str, FieldIx)> = fields.entries().map(|(at, field)| (&*field.name, at)).collect();
    named.sort_unstable();
    named.into_iter().map(|(_, at)| at)
}
