//! The content model: what a collection is and what its records may say.

use std::sync::Arc;

use crate::config::Localized;
use crate::model::builtin::{SOURCES, TERMS, is_built_in};
use crate::model::check::Check;
use crate::model::field_type::FieldType;
use crate::model::listing::Listing;
use crate::model::number::Number;
use crate::parse::{Source, Span};
use crate::position::{FieldIx, List, OptionIx};

/// A kind of records, as its `_collection.yaml` declares it.
#[derive(Debug, Clone)]
pub struct Collection {
    /// Name of its folder.
    pub id: Arc<str>,
    /// What its records are called, together.
    pub label: Localized,
    /// What one of them is called.
    pub singular: Localized,
    /// Its part of the address, per language; `""` puts records directly below the language.
    pub segment: Localized,
    /// Which fields play a part that every page knows.
    pub roles: Roles,
    /// Order of its records, strongest first; ties are decided by id.
    pub sort: Vec<SortKey>,
    /// Whether its records have pages.
    pub pages: bool,
    /// What happens to a record that is not translated.
    pub untranslated: Untranslated,
    /// What its records are.
    pub kind: CollectionKind,
    /// What must hold between two fields of each record.
    pub checks: Vec<Check>,
    /// What lists of its records show.
    pub listing: Listing,
    /// Whether what was published of its facts is held against it; `None`: as [`Collection::is_locked`] decides.
    pub locked: Option<bool>,
    /// Whether its records are news: they appear in the feed.
    pub feed: bool,
    /// Whether its records are found by a search.
    pub search: bool,
    /// Records on one page of the index; `None`: all on one.
    pub per_page: Option<u32>,
    /// Whether its records have an address that never changes, `/id/{collection}/{id}/`.
    pub permanent: bool,
    /// Whether each of its records may be in data files of its own; by [`Collection::has_record_data`] they are.
    pub record_data: bool,
    /// What its records are in the words of schema.org (`ResearchOrganization`); `None`: nothing in particular.
    pub schema: Option<Arc<str>>,
    /// Shapes of its records for maps; `None`: there are none.
    pub boundaries: Option<BoundariesFile>,
    /// Template of a record's page and where it is named; `None`: by the usual names.
    pub record_template: Option<(Arc<str>, Span)>,
    /// Template of the index and where it is named; `None`: by the usual names.
    pub index_template: Option<(Arc<str>, Span)>,
    /// The fields, in declared order.
    pub fields: Fields,
    /// What its declaration says and could not be read.
    pub rejected: Rejected,
    /// The file that declares it, for findings.
    pub source: Arc<Source>,
}

impl Collection {
    /// Whether its records stand on its index, each at the anchor of its id, and have no pages of their own unless they have
    /// prose: so does the glossary that does not ask for pages.
    pub fn is_glossary(&self) -> bool {
        !self.pages && *self.id == *TERMS
    }

    /// The field of that name with its position.
    pub fn field(&self, name: &str) -> Option<(FieldIx, &Field)> {
        self.fields.entries().find(|(_, field)| &*field.name == name)
    }

    /// Whether no two of its records may say the same in a field: as declared, else so for names of things, in the site's
    /// languages or their own.
    pub fn is_unique(&self, field: &Field) -> bool {
        let is_title = self.roles.title.is_some_and(|at| std::ptr::eq(&self.fields[at], field));
        let has_language = matches!(&field.kind, FieldKind::Text { language: Some(_), .. });
        let is_name = self.kind == CollectionKind::Records && (is_title || has_language);
        // Documents of one title are not rare.
        field.unique.unwrap_or(is_name && *self.id != *SOURCES)
    }

    /// Whether what was published of its facts is held against it: as declared, else unless its records are texts of the site.
    pub fn is_locked(&self) -> bool {
        !is_built_in(&self.id) && self.locked.unwrap_or(self.kind != CollectionKind::Pages)
    }

    /// Whether its records are things that facts are said of: neither reports nor texts, nor what the program itself knows.
    pub fn is_of_things(&self) -> bool {
        self.kind == CollectionKind::Records && !is_built_in(&self.id)
    }

    /// Whether each of its records is in data files of its own: they are things that facts are said of, and have pages.
    pub fn has_record_data(&self) -> bool {
        self.record_data && self.pages && self.is_of_things()
    }

    /// Whether a field of that name is declared in a way that could not be read.
    pub fn has_rejected(&self, name: &str) -> bool {
        match &self.rejected {
            Rejected::Nothing => false,
            Rejected::Parts(fields) => fields.iter().any(|field| **field == *name),
            Rejected::Everything => true,
        }
    }
}

/// What the records of a collection are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CollectionKind {
    /// Things that facts are said of; no two have one name.
    Records,
    /// Reports of what happened.
    News,
    /// Texts of the site, the home page among them.
    Pages,
}

impl CollectionKind {
    /// The kinds, by the words that are written.
    pub const WORDS: [(&'static str, CollectionKind); 3] =
        [("records", CollectionKind::Records), ("news", CollectionKind::News), ("pages", CollectionKind::Pages)];

    /// The word that is written.
    pub fn name(self) -> &'static str {
        Self::WORDS.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }
}

/// What of a content model could not be read; findings say why.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Rejected {
    /// Everything could be read.
    #[default]
    Nothing,
    /// Parts of it: these fields, or none if it is anything else.
    Parts(Vec<Box<str>>),
    /// All of it: what its records may say is not known.
    Everything,
}

/// Where the shapes of a collection's records are.
#[derive(Debug, Clone)]
pub struct BoundariesFile {
    /// Path of the GeoJSON file below the site's folder.
    pub path: Arc<str>,
    /// The property of a feature that holds the record's id.
    pub id: Box<str>,
    /// The source of the shapes, by id; `None`: the site names no source.
    pub source: Option<Box<str>>,
    /// Where it is named.
    pub span: Span,
}

/// Fields, by position, that play a part every page knows.
#[derive(Debug, Clone, Default)]
pub struct Roles {
    /// The heading of its pages and cards.
    pub title: Option<FieldIx>,
    /// A short form of it.
    pub short: Option<FieldIx>,
    /// One or two sentences.
    pub summary: Option<FieldIx>,
    /// The day it belongs to.
    pub date: Option<FieldIx>,
    /// The picture of its cards.
    pub image: Option<FieldIx>,
}

impl Roles {
    /// Each role by its name, with the field that has it.
    pub fn by_name(&self) -> [(&'static str, Option<FieldIx>); 5] {
        [
            ("title", self.title),
            ("short", self.short),
            ("summary", self.summary),
            ("date", self.date),
            ("image", self.image),
        ]
    }

    /// The role that a field has; `None`: it has none.
    pub fn role_of(&self, field: FieldIx) -> Option<&'static str> {
        self.by_name().into_iter().find(|(_, at)| *at == Some(field)).map(|(name, _)| name)
    }
}

/// One criterion of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortKey {
    /// Position of the field.
    pub field: FieldIx,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// What happens to a record in a language it is not translated into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untranslated {
    /// Its page shows the source language and says so.
    Fallback,
    /// It has no page.
    Omit,
    /// It is an error.
    Error,
}

/// A field, which every record of a collection, or every item of a group, may have: `area: {type: decimal}`.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its key in the facts.
    pub name: Arc<str>,
    /// Its name in templates; differs only where a built-in field would hide a part of every view.
    pub view_name: Arc<str>,
    /// Its name for readers.
    pub label: Localized,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether something must be said.
    pub required: bool,
    /// Whether its history is kept.
    pub tracked: bool,
    /// Whether no two records may say the same; `None`: as [`Collection::is_unique`] decides.
    pub unique: Option<bool>,
    /// Whether its values state something that a source vouches for. What does not (our own words: a name we translated, a
    /// summary) inherits no source, needs none, and is not counted among the facts.
    pub sourced: bool,
    /// Whether what was published of it is held against it, if its type is one that can be.
    pub locked: bool,
    /// Whether its options are steps, one after the other.
    pub ordered: bool,
    /// The number that it is a part of: never the greater of the two. `None`: of none.
    pub part_of: Option<FieldIx>,
    /// Of a list of groups: the fields that tell one item from another. Empty: its items are a set of values.
    pub key: Vec<FieldIx>,
    /// Whether a translated text may be written once for all languages.
    pub one_text: bool,
    /// Whether a list of one may be written as that one.
    pub one_item: bool,
    /// What editors are told about it.
    pub help: Localized,
    /// Its property in schema.org (`telephone`); `None`: it is not in the JSON-LD.
    pub schema: Option<Arc<str>>,
    /// What a search makes of it; `None`: as its type and its role have it.
    pub search: Option<Searched>,
    /// Where it is declared.
    pub span: Span,
}

/// What a search makes of the values of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Searched {
    /// Names of the record.
    Name,
    /// Words that are said of it.
    Text,
    /// Nothing: it is not found by them.
    Nothing,
}

impl Searched {
    /// All of them by the word that is written.
    pub const WORDS: [(&'static str, Searched); 3] =
        [("name", Searched::Name), ("text", Searched::Text), ("false", Searched::Nothing)];
}

impl Field {
    /// Whether each language has its own text here.
    pub fn is_translated(&self) -> bool {
        matches!(self.kind, FieldKind::Text { translated: true, .. })
    }
}

/// What a field holds.
#[derive(Debug, Clone)]
pub enum FieldKind {
    /// `text`, `markdown`.
    Text {
        /// Whether each language has its own.
        translated: bool,
        /// Whether it is Markdown, and which part of it.
        markup: Markup,
        /// The language it is in, when that is not the page's: a tag, or the name of a `language` field.
        language: Option<Arc<str>>,
    },
    /// `integer`, `decimal`.
    Number(NumberKind),
    /// `date`.
    Date,
    /// `boolean`.
    Boolean,
    /// `choice`, with its options in order.
    Choice(Options),
    /// `language`: a BCP 47 tag.
    Language,
    /// `reference`.
    Reference {
        /// Collections it may refer to.
        to: Targets,
        /// Name of the back-reference; `None`: the referring collection.
        back: Option<Arc<str>>,
    },
    /// `url`.
    Url,
    /// `email`.
    Email,
    /// `image`.
    Image,
    /// `file`.
    File,
    /// `location`.
    Location,
    /// `list` of items that are all alike.
    List(Box<Field>),
    /// `group` of fields.
    Group(Fields),
    /// A part of a figure's definition, of built-in collections only.
    Formula,
}

impl FieldKind {
    /// Whether it, or a part of it, holds text with marks.
    pub fn has_markup(&self) -> bool {
        match self {
            FieldKind::Text { markup, .. } => *markup != Markup::Plain,
            FieldKind::List(item) => item.kind.has_markup(),
            FieldKind::Group(fields) => fields.iter().any(|field| field.kind.has_markup()),
            _ => false,
        }
    }

    /// The type that declares it.
    pub fn field_type(&self) -> FieldType {
        match self {
            FieldKind::Text { markup: Markup::Block, .. } => FieldType::Markdown,
            FieldKind::Text { markup: Markup::Plain | Markup::Inline, .. } => FieldType::Text,
            FieldKind::Number(NumberKind { whole: true, .. }) => FieldType::Integer,
            FieldKind::Number(NumberKind { whole: false, .. }) => FieldType::Decimal,
            FieldKind::Date => FieldType::Date,
            FieldKind::Boolean => FieldType::Boolean,
            FieldKind::Choice(_) => FieldType::Choice,
            FieldKind::Language => FieldType::Language,
            FieldKind::Reference { .. } => FieldType::Reference,
            FieldKind::Url => FieldType::Url,
            FieldKind::Email => FieldType::Email,
            FieldKind::Image => FieldType::Image,
            FieldKind::File => FieldType::File,
            FieldKind::Location => FieldType::Location,
            FieldKind::List(_) => FieldType::List,
            FieldKind::Group(_) => FieldType::Group,
            FieldKind::Formula => FieldType::Formula,
        }
    }
}

impl FieldKind {
    /// Whether what is published of it can be held against it: numbers, dates, choices, references, yes and no, places, and
    /// what has one of these in it. Words may be put better, and pictures and files replaced.
    pub fn is_recorded(&self) -> bool {
        match self {
            FieldKind::Number(_)
            | FieldKind::Date
            | FieldKind::Boolean
            | FieldKind::Choice(_)
            | FieldKind::Reference { .. }
            | FieldKind::Location => true,
            FieldKind::List(item) => item.kind.is_recorded(),
            FieldKind::Group(fields) => fields.iter().any(|field| field.kind.is_recorded()),
            FieldKind::Text { .. }
            | FieldKind::Language
            | FieldKind::Url
            | FieldKind::Email
            | FieldKind::Image
            | FieldKind::File
            | FieldKind::Formula => false,
        }
    }

    /// Whether it is a line of text, or a list of these.
    pub fn is_line(&self) -> bool {
        match self {
            FieldKind::Text { markup, .. } => *markup == Markup::Plain,
            FieldKind::List(item) => item.kind.is_line(),
            _ => false,
        }
    }

    /// Whether it says words that a search may go by: texts without Markdown, labels of options, titles of other records.
    pub fn has_words(&self) -> bool {
        match self {
            FieldKind::Text { markup, .. } => *markup != Markup::Block,
            FieldKind::Choice(_) | FieldKind::Reference { .. } => true,
            FieldKind::List(item) => item.kind.has_words(),
            FieldKind::Group(fields) => fields.iter().any(|field| field.kind.has_words()),
            _ => false,
        }
    }

    /// Whether its values can tell one item of a list from another: each of them is written in one way only.
    pub fn is_identifying(&self) -> bool {
        match self {
            FieldKind::Text { translated, .. } => !translated,
            FieldKind::Number(number) => number.whole,
            kind => matches!(
                kind,
                FieldKind::Date
                    | FieldKind::Boolean
                    | FieldKind::Choice(_)
                    | FieldKind::Language
                    | FieldKind::Reference { .. }
            ),
        }
    }
}

/// Calls `visit` for every reference field, at any depth, with what it may refer to.
pub fn each_reference<'f>(fields: &'f [Field], visit: &mut impl FnMut(&'f Field, &'f Targets)) {
    for field in fields {
        match &field.kind {
            FieldKind::Reference { to, .. } => visit(field, to),
            FieldKind::List(item) => each_reference(std::slice::from_ref(item), visit),
            FieldKind::Group(fields) => each_reference(fields.as_slice(), visit),
            _ => {}
        }
    }
}

/// How much Markdown a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// None: it is plain text.
    Plain,
    /// Links, emphasis, quoted facts.
    Inline,
    /// All of Markdown: headings, lists, tables, notes.
    Block,
}

/// Limits and looks of a number.
#[derive(Debug, Clone, Default)]
pub struct NumberKind {
    /// Whether it has no decimals (`integer`).
    pub whole: bool,
    /// Its unit: the message `unit-{unit}` words it.
    pub unit: Option<Arc<str>>,
    /// The least value allowed.
    pub min: Option<Number>,
    /// The greatest value allowed.
    pub max: Option<Number>,
    /// Digits after the point, at most; `None`: as written.
    pub decimals: Option<u32>,
    /// Whether large numbers are shortened (“310 billion”).
    pub compact: bool,
    /// Whether it may name the fact of another record that holds it: `regions/shandong#national_centers`.
    pub may_reference_fact: bool,
}

/// The fields of a collection or group, in declared order.
pub type Fields = List<FieldIx, Field>;

/// The options of a `choice`, in order.
pub type Options = List<OptionIx, ChoiceOption>;

/// An option of a `choice`.
#[derive(Debug, Clone)]
pub struct ChoiceOption {
    /// What is written.
    pub id: Arc<str>,
    /// What is read.
    pub label: Localized,
}

/// What a reference may refer to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Targets {
    /// Records of one collection: the id alone is written.
    One(Arc<str>),
    /// Records of several: collection and id are written.
    Several(Vec<Arc<str>>),
    /// Any record: collection and id are written.
    Any,
}
