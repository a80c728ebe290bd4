//! What a record is called: its title, its short name, and names in languages of their own.

use crate::link::Site;
use crate::link::effective::Effective;
use crate::model::field::{Field, FieldKind, Searched};
use crate::model::value::Value;
use crate::position::{FieldIx, LanguageIx, RecordIx};

/// A name of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called<'s> {
    /// The name.
    pub text: &'s str,
    /// The language it is in.
    pub language: Spoken<'s>,
}

/// The language of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoken<'s> {
    /// One of the site.
    Site(LanguageIx),
    /// Another, by its tag.
    Tag(&'s str),
    /// Nobody says.
    Unknown,
}

impl Site {
    /// The names of a record in a language that the public sees on the report's day, each once, the title first.
    pub fn names(&self, record: RecordIx, language: LanguageIx) -> Vec<Called<'_>> {
        let model = self.model(record);
        let mut names = Names { site: self, record, language, found: Vec::new() };
        names.title();
        if let Some((at, short)) = self.text(record, model.roles.short, language) {
            names.add(short, Spoken::Site(at));
        }
        for (at, _) in model.fields.entries().filter(|(_, field)| may_name(field)) {
            if model.roles.title != Some(at) && model.roles.short != Some(at) {
                names.field(at);
            }
        }
        names.found
    }
}

/// Whether a field, or a part of it, holds names.
fn may_name(field: &Field) -> bool {
    match (field.search, &field.kind) {
        (Some(Searched::Name), _) => true,
        (Some(Searched::Text | Searched::Nothing), _) => false,
        (None, FieldKind::Text { translated, language, .. }) => {
            language.is_some() && !translated && field.kind.is_line()
        }
        (None, FieldKind::List(item)) => may_name(item),
        (None, FieldKind::Group(fields)) => fields.iter().any(may_name),
        (None, _) => false,
    }
}

/// Collects the names of a record.
struct Names<'s> {
    site: &'s Site,
    record: RecordIx,
    language: LanguageIx,
    found: Vec<Called<'s>>,
}

impl<'s> Names<'s> {
    fn add(&mut self, text: &'s str, language: Spoken<'s>) {
        let text = text.trim();
        if !text.is_empty() && !self.found.iter().any(|known| known.text == text) {
            self.found.push(Called { text, language });
        }
    }

    /// The title, or what stands for it. That of a source is in a language of its own.
    fn title(&mut self) {
        let (at, text) = self.site.title(self.record, self.language);
        let field = self.site.model(self.record).roles.title.map(|at| &self.site.model(self.record).fields[at]);
        let own = field.and_then(|field| self.tag(field));
        self.add(text, own.map_or(Spoken::Site(at), Spoken::Tag));
    }

    fn field(&mut self, at: FieldIx) {
        if let Some(fact) = self.site.effective(self.record, at) {
            self.fact(&fact, fact.field.search);
        }
    }

    /// The names in a fact; `outer` is what the model says of that which contains it.
    fn fact(&mut self, fact: &Effective<'s, '_>, outer: Option<Searched>) {
        let searched = fact.field.search.or(outer);
        if searched != Some(Searched::Name) && !may_name(fact.field) {
            return;
        }
        match fact.value() {
            Some(Value::Text(text)) => {
                let language = self.tag(fact.field).map_or(Spoken::Unknown, Spoken::Tag);
                self.add(text, language);
            }
            Some(Value::Localized(texts)) => {
                if let Some((at, text)) = texts.best(self.language) {
                    self.add(text, Spoken::Site(at));
                }
            }
            _ => fact.parts().for_each(|part| self.fact(&part, searched)),
        }
    }

    /// The language that a text is always in; `None`: it is that of its page, or nobody says.
    fn tag(&self, field: &'s Field) -> Option<&'s str> {
        let FieldKind::Text { language: Some(written), .. } = &field.kind else { return None };
        // A tag, or the name of a field that holds one.
        let Some((at, _)) = self.site.model(self.record).field(written) else { return Some(written) };
        match self.site.get(self.record).value(at)? {
            Value::Language(tag) => Some(tag),
            _ => None,
        }
    }
}
