//! Records that fit the content model: what the reader makes, and what every later stage begins with.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::config::{Language, Languages, Localized};
use crate::diagnostics::Place;
use crate::model::builtin::OWN_WORK;
use crate::model::date::{Date, Day};
use crate::model::field::{Collection, FieldKind, Targets, Untranslated};
use crate::model::number::Number;
use crate::model::value::{Outcome, Value};
use crate::parse::{Source, Span};
use crate::position::{CollectionIx, FieldIx, LanguageIx, List};

/// All collections with their records.
#[derive(Debug)]
pub struct Model {
    /// By name of their folders.
    pub collections: List<CollectionIx, Collection>,
    /// Records of each collection, by id.
    pub records: List<CollectionIx, Vec<Arc<Record>>>,
    /// Collections whose records were not read, since what they may say is not known.
    pub unread: Vec<Box<str>>,
    /// Whether the models of all collections hold. If not, only findings that do not depend on them are true.
    pub is_sound: bool,
}

/// A reference as it is written, before it is resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct RawReference {
    /// `qingdao` or `centers/bearings`.
    pub text: Box<str>,
    /// What it may refer to.
    pub to: Targets,
    /// Where it stands.
    pub span: Span,
    /// The file it stands in; `None`: the record's own.
    pub file: Option<Arc<Source>>,
}

/// The prose of a record in one language: where it is, not what it says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Prose {
    /// The Markdown file it stands in.
    pub path: Arc<str>,
    /// Whether there is any text below the front matter.
    pub is_empty: bool,
}

/// An old address of a record.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Alias {
    /// Path below the site with slashes at both ends.
    pub path: Box<str>,
    /// Where it is written.
    pub span: Span,
}

/// Why the public does not see a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hidden {
    /// It says `draft: true`.
    Draft,
    /// Its `publish_on` is to come.
    Until(Date),
    /// Its `expires_on` has come.
    Expired(Date),
    /// What it is about begins after the day of the report.
    Begins(Date),
}

impl Hidden {
    /// The reason as the end of a sentence that begins with the name of the record.
    pub fn words(self) -> String {
        match self {
            Hidden::Draft => "is a draft".to_owned(),
            Hidden::Until(day) => format!("is withheld until {day}"),
            Hidden::Expired(day) => format!("expired on {day}"),
            Hidden::Begins(day) => format!("begins on {day}, after the day of the report"),
        }
    }
}

/// A number in a translated field that an editor has looked at and found right.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Accepted {
    /// Name of the field.
    pub field: Box<str>,
    /// The number that was found right.
    pub value: Number,
    /// Where it is written.
    pub span: Span,
}

/// A record that is valid on its own.
#[derive(Debug, PartialEq)]
pub struct Record {
    /// Unique in its collection.
    pub id: Arc<str>,
    /// What came of each field of the collection, in its order.
    pub entries: List<FieldIx, Outcome>,
    /// Last part of the address, per language.
    pub slug: Localized,
    /// Where a slug is written, per language; `None`: it is the id.
    pub slug_places: List<LanguageIx, Option<Place>>,
    /// Addresses that it had before, each of which leads to it.
    pub aliases: Vec<Alias>,
    /// Numbers in its fields that `check` need not remark on.
    pub accepted: Vec<Accepted>,
    /// References, as positions in `references`, to the sources of every fact that names none.
    pub sources: Vec<u32>,
    /// Every reference that the record makes.
    pub references: Vec<RawReference>,
    /// Template of its own, and where it is named.
    pub template: Option<(Arc<str>, Span)>,
    /// Its prose, per language; `None` where the language has no file.
    pub prose: List<LanguageIx, Option<Prose>>,
    /// Its folder with final slash; `None` when it is one file.
    pub folder: Option<Box<str>>,
    /// Other files in its folder.
    pub attachments: Vec<Box<str>>,
    /// Its facts, or the first language file's front matter: for findings of later stages.
    pub source: Arc<Source>,
    /// Why the public does not see it; `None`: it does.
    pub hidden: Option<Hidden>,
    /// Why the public would not see it, where drafts are shown; else as `hidden`.
    pub withheld: Option<Hidden>,
    /// The day on which it appeared by itself, its `publish_on`; `None`: it was never withheld, or still is.
    pub appeared: Option<Day>,
    /// By when somebody should look at it again, and where that is written.
    pub review_by: Option<(Date, Span)>,
    /// The next day after today on which the public begins or ceases to see it; `None`: none is set.
    pub changes_on: Option<Day>,
    /// Blanks in its files, `[[to fill: …]]`, that somebody has to fill before it is published.
    pub blanks: Vec<Place>,
    /// Whether all that is written in its facts and front matter could be used.
    pub is_sound: bool,
}

/// What it says, without where that is written: of two records that are the same but for this, all pages are.
impl Hash for Record {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Record {
            id,
            entries,
            slug,
            slug_places,
            aliases,
            accepted,
            sources,
            references,
            template,
            prose,
            folder,
            attachments,
            source: _,
            hidden,
            withheld,
            appeared,
            review_by,
            changes_on,
            blanks,
            is_sound,
        } = self;
        (id, entries, slug, aliases, accepted, sources, prose, folder, attachments).hash(state);
        slug_places.iter().for_each(|place| place.is_some().hash(state));
        references.iter().for_each(|reference| (&reference.text, &reference.to).hash(state));
        (template, hidden, withheld, appeared, review_by, changes_on, blanks.len(), is_sound).hash(state);
    }
}

impl Record {
    /// Whether it has texts in a language: a file of the language where it has files at all, else every required
    /// translated field.
    pub fn is_translated(&self, collection: &Collection, language: LanguageIx) -> bool {
        if self.prose.iter().any(Option::is_some) {
            return self.prose[language].is_some();
        }
        let required =
            collection.fields.iter().zip(&self.entries).filter(|(field, _)| field.required && field.is_translated());
        required.into_iter().all(|(_, entry)| match entry.entry().and_then(|entry| entry.history[0].value()) {
            Some(Value::Localized(text)) => !text.is_absent(language),
            _ => true,
        })
    }

    /// Whether a page in a language shows the texts of another: where the collection says so, where the language has kin that
    /// has them, and in a language that the settings hide still.
    pub fn falls_back(&self, collection: &Collection, language: LanguageIx, languages: &Languages) -> bool {
        match collection.untranslated {
            Untranslated::Fallback => true,
            Untranslated::Omit => false,
            Untranslated::Error => {
                let Language { kin, in_preparation, .. } = &languages[language];
                *in_preparation || kin.is_some_and(|kin| self.is_translated(collection, kin))
            }
        }
    }

    /// Whether it has a page of its own, in the languages that have one.
    pub fn has_page(&self, collection: &Collection) -> bool {
        collection.pages || (collection.is_glossary() && self.prose.iter().flatten().any(|prose| !prose.is_empty))
    }

    /// Whether it is the home page: its slug is empty, in any language.
    pub fn is_home(&self) -> bool {
        self.slug_places.positions().any(|language| self.slug.text(language).is_empty())
    }

    /// The prose of a language, where no earlier one has it too: each file once.
    pub fn own_prose(&self, language: LanguageIx) -> Option<&Prose> {
        let prose = self.prose[language].as_ref()?;
        let mut earlier =
            self.prose.entries().take_while(|(at, _)| *at != language).filter_map(|(_, other)| other.as_ref());
        (!earlier.any(|other| other.path == prose.path)).then_some(prose)
    }

    /// The language whose texts a page in `language` shows, of those of the site: its own, that of its kin, else the first
    /// that has them.
    pub fn shown_language(&self, collection: &Collection, language: LanguageIx, languages: &Languages) -> LanguageIx {
        let kin = languages.get(language).and_then(|language| language.kin);
        let mut order = std::iter::once(language).chain(kin).chain(languages.positions());
        order.find(|&other| self.is_translated(collection, other)).unwrap_or(language)
    }

    /// Whether a source is our own work (`access: own`).
    pub fn is_own_work(&self, collection: &Collection) -> bool {
        let Some((at, field)) = collection.field("access") else { return false };
        let (FieldKind::Choice(options), Some(entry)) = (&field.kind, self.entries[at].entry()) else { return false };
        matches!(entry.history[0].value(), Some(Value::Choice(chosen)) if *options[*chosen].id == *OWN_WORK)
    }
}
