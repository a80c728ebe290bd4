//! The texts of a record: its prose in each language, and the texts of its facts.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::check::numbers::acknowledged::Acknowledged;
use crate::check::numbers::blocks::{self, Block, Blocks};
use crate::check::numbers::compare::Read;
use crate::check::numbers::fields::{self, FieldText};
use crate::check::numbers::place::{self, Part, Sought};
use crate::check::numbers::site::Site;
use crate::diagnostics::Place;
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::model::field::{FieldKind, Markup};
use crate::model::value::{Fact, Value};
use crate::parse::front_matter;
use crate::position::LanguageIx;

/// A text in one language.
pub struct Text<'a> {
    /// Position of its language.
    pub language: LanguageIx,
    /// Whether a quote may stand in it.
    pub is_markup: bool,
    /// Where it is written.
    pub written: Written<'a>,
}

/// Where a text is written.
pub enum Written<'a> {
    /// Below the front matter of a file.
    Prose {
        /// The path of the file.
        path: Arc<str>,
        /// All of the file.
        content: String,
        /// The prose in it.
        body: Range<usize>,
    },
    /// In a fact.
    Field {
        /// Name of the field of the collection that the fact belongs to.
        field: &'a str,
        /// The fact.
        fact: &'a Fact,
        /// Which of its texts.
        part: Part,
        /// The text.
        words: &'a str,
    },
}

/// Every text of a record, each once where languages share it.
pub fn of_record<'a>(site: &Site<'a>, linked: &'a LinkedRecord) -> Vec<Text<'a>> {
    let mut texts = Vec::new();
    for language in site.report.config.languages.positions() {
        let Some(prose) = linked.record.own_prose(language).filter(|prose| !prose.is_empty) else { continue };
        // A file that cannot be read is reported by its own page.
        let Ok(content) = site.files.text(&prose.path) else { continue };
        let body = front_matter::split(&content).body;
        let written = Written::Prose { path: prose.path.clone(), content, body };
        texts.push(Text { language, is_markup: true, written });
    }
    for fact in site.report.site.written_facts(linked.at) {
        fact.each(&mut |fact| {
            fields::each_text(fact, &mut |text| add_languages(&text, &mut texts));
            texts.extend(untranslated(fact));
        });
    }
    texts
}

/// A text of a fact in each language that has its own.
fn add_languages<'a>(text: &FieldText<'a>, texts: &mut Vec<Text<'a>>) {
    let mut known: HashSet<&str> = HashSet::new();
    for (language, words) in text.text.all() {
        if known.insert(words) {
            let written = Written::Field { field: &text.field.name, fact: text.fact, part: text.part, words };
            texts.push(Text { language, is_markup: text.markup != Markup::Plain, written });
        }
    }
}

/// The text of a field that is not translated; `None` where it is in a language of its own, or no text.
fn untranslated<'a>(it: &Effective<'a, '_>) -> Option<Text<'a>> {
    let (FieldKind::Text { language: None, markup, .. }, Some(Value::Text(words))) = (&it.field.kind, it.value())
    else {
        return None;
    };
    let (field, fact) = (&*it.whole().field.name, it.written);
    let written = Written::Field { field, fact, part: Part::Value, words };
    Some(Text { language: LanguageIx::SOURCE, is_markup: *markup != Markup::Plain, written })
}

impl Text<'_> {
    /// What is written, marks and all.
    pub fn raw(&self) -> &str {
        match &self.written {
            Written::Prose { content, body, .. } => &content[body.clone()],
            Written::Field { words, .. } => words,
        }
    }

    /// Its blocks, and what it links to.
    pub fn blocks(&self) -> Blocks {
        match &self.written {
            Written::Prose { content, body, .. } => blocks::of_markdown(content, body.clone()),
            Written::Field { words, .. } if self.is_markup => blocks::of_markdown(words, 0..words.len()),
            Written::Field { words, .. } => Blocks { list: vec![Block::plain(words)], ..Blocks::default() },
        }
    }

    /// The name of the field that it is written in; `None`: it is prose.
    pub fn field(&self) -> Option<&str> {
        match &self.written {
            Written::Prose { .. } => None,
            Written::Field { field, .. } => Some(field),
        }
    }

    /// The place of some bytes of it, as its blocks count them.
    pub fn place(&self, site: &Site, linked: &LinkedRecord, range: Range<usize>) -> Place {
        match &self.written {
            Written::Prose { path, content, .. } => Place::in_text(path.clone(), content, range.start, range.end),
            Written::Field { field, fact, part, words } => {
                let sought = Sought { field, fact, part: *part, words, language: self.language };
                place::of(site, linked, &sought, range)
            }
        }
    }
}

/// A text with its numbers.
pub struct TextRead<'t, 'a> {
    /// The text.
    pub text: &'t Text<'a>,
    /// Its blocks with their numbers.
    pub reads: Vec<Read>,
}

/// Reads the numbers of a text, and adds what it links to or shows.
pub fn read<'t, 'a>(site: &Site, text: &'t Text<'a>, links: &mut Vec<String>) -> TextRead<'t, 'a> {
    let Blocks { list, links: linked, shown, .. } = text.blocks();
    links.extend(linked.into_iter().chain(shown));
    let reader = &site.readers[text.language];
    let reads = list.into_iter().map(|block| Read { typed: reader.read(&block.text), block }).collect();
    TextRead { text, reads }
}

/// The numbers that an editor accepts in the fields of a record, with the fields.
pub fn accepted(linked: &LinkedRecord) -> Vec<(&str, Acknowledged)> {
    let accepted = linked.record.accepted.iter();
    let range = |at: &crate::parse::Span| at.start as usize..at.end as usize;
    accepted.map(|one| (&*one.field, Acknowledged::new(&one.value, range(&one.span)))).collect()
}
