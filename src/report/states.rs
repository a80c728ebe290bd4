//! What something that files read comes to in a report, as a hash: two reports in which it comes to the same make the same of it.
//!
//! What is not told apart here is told wrong later: where it is not sure, it says that something is another.

use std::fmt;
use std::hash::{BuildHasher as _, Hash as _, Hasher as _};
use std::sync::OnceLock;

use foldhash::quality::{FixedState, FoldHasher};

use crate::link::Site;
use crate::link::names::{Nowhere, Target};
use crate::locale::Locale;
use crate::model::builtin::SOURCES;
use crate::output::State;
use crate::position::{CollectionIx, LanguageIx, List, RecordIx};
use crate::publication::Publication;
use crate::report::Report;
use crate::report::recorder::Note;

/// What `write` writes, as a hash.
pub fn written(write: impl FnOnce(&mut dyn fmt::Write) -> fmt::Result) -> State {
    struct Into(FoldHasher<'static>);
    impl fmt::Write for Into {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0.write(text.as_bytes());
            Ok(())
        }
    }
    let mut into = Into(FixedState::with_seed(0).build_hasher());
    // It writes into memory: nothing can go wrong.
    let _ = write(&mut into);
    into.0.finish()
}

/// A hash of all that `add` adds.
pub fn hashed(add: impl FnOnce(&mut FoldHasher<'static>)) -> State {
    let mut hasher = FixedState::with_seed(0).build_hasher();
    add(&mut hasher);
    hasher.finish()
}

/// The kinds of what was read, as names begin.
pub mod kind {
    /// A record: `record centers/bearings`.
    pub const RECORD: &str = "record";
    /// A name that leads to no record.
    pub const ABSENT: &str = "absent";
    /// The records of a collection.
    pub const RECORDS: &str = "records";
    /// Which records a collection has.
    pub const MEMBERS: &str = "members";
    /// How a source is cited.
    pub const CITATION: &str = "citation";
    /// Who refers to a record.
    pub const REFERRERS: &str = "referrers";
    /// Which figures count a record.
    pub const COUNTING: &str = "counting";
    /// What a collection declares.
    pub const MODEL: &str = "model";
    /// The values of a figure.
    pub const FIGURE: &str = "figure";
    /// A message in a language: `message de title`.
    pub const MESSAGE: &str = "message";
    /// How a language writes dates and numbers.
    pub const FORMATS: &str = "formats";
    /// A template.
    pub const TEMPLATE: &str = "template";
    /// A static file of the theme.
    pub const ASSET: &str = "asset";
    /// A file of the site.
    pub const FILE: &str = "file";
    /// How long a data file is.
    pub const SIZE: &str = "size";
    /// The record of publications.
    pub const PUBLICATION: &str = "publication";
    /// What the plan has at a path.
    pub const PLANNED: &str = "path";
    /// That something was found.
    pub const FINDING: &str = "finding";
}

/// What everything comes to in a report.
#[derive(Clone, Copy)]
pub struct OfReport<'r> {
    /// The report.
    pub report: &'r Report,
    /// What was found out of it.
    pub known: &'r Known,
}

impl OfReport<'_> {
    /// The name of something that was read, which no record, message or file shifts that comes or goes.
    pub fn name(self, number: u32) -> String {
        let report = self.report;
        let site = &report.site;
        let message = |language, key: &str| format!("{} {} {key}", kind::MESSAGE, report.localizer(language).code());
        match report.ledger.note(number) {
            Note::Record(at) => format!("{} {}", kind::RECORD, site.key(at)),
            Note::Absent(name) => format!("{} {name}", kind::ABSENT),
            Note::Records(at) => format!("{} {}", kind::RECORDS, site.collections[at].id),
            Note::Members(at) => format!("{} {}", kind::MEMBERS, site.collections[at].id),
            Note::Citation(at) => format!("{} {}", kind::CITATION, site.key(at)),
            Note::Referrers(at) => format!("{} {}", kind::REFERRERS, site.key(at)),
            Note::Counting(at) => format!("{} {}", kind::COUNTING, site.key(at)),
            Note::Model(at) => format!("{} {}", kind::MODEL, site.collections[at].id),
            Note::Figure(at) => format!("{} {}", kind::FIGURE, site.key(at)),
            Note::Message(language, at) => message(language, report.locales.get(language).messages.key(at)),
            Note::NoMessage(language, key) => message(language, &key),
            Note::Formats(language) => format!("{} {}", kind::FORMATS, report.localizer(language).code()),
            Note::Template(name) => format!("{} {name}", kind::TEMPLATE),
            Note::Asset(name) => format!("{} {name}", kind::ASSET),
            Note::File(path) => format!("{} {path}", kind::FILE),
            Note::Size(path) => format!("{} {path}", kind::SIZE),
            Note::Publication => kind::PUBLICATION.to_owned(),
            Note::Planned(path) => format!("{} {path}", kind::PLANNED),
            Note::Finding => kind::FINDING.to_owned(),
        }
    }

    /// What something comes to that an earlier build named so; `None`: it is gone, or the report does not know of it.
    pub fn state(self, name: &str) -> Option<State> {
        let (kind, rest) = name.split_once(' ').unwrap_or((name, ""));
        let record = || self.named_record(rest);
        let collection = || self.report.site.collection_named(rest);
        let in_language = |code: &str| self.report.config.languages.position(|language| *language.code == *code);
        Some(match kind {
            kind::RECORD => self.state_of_record(record()?),
            kind::ABSENT => hashed(|into| match self.report.site.find(rest) {
                Ok(Target::Record(_)) => 1.hash(into),
                Ok(Target::Collection(_)) => 2.hash(into),
                Err(Nowhere::Withheld(why)) => why.hash(into),
                Err(Nowhere::Unknown(_)) => 3.hash(into),
            }),
            kind::RECORDS => self.state_of_records(collection()?),
            kind::MEMBERS => self.state_of_members(collection()?),
            kind::CITATION => self.state_of_citation(record()?),
            kind::REFERRERS => self.state_of_referrers(record()?),
            kind::COUNTING => {
                let figures = self.report.figures.counting(&self.report.site, record()?);
                hashed(|into| figures.for_each(|figure| self.report.site.get(figure).record.id.hash(into)))
            }
            kind::MODEL => self.state_of_model(collection()?),
            kind::FIGURE => {
                let record = record()?;
                let model = self.state_of_model(record.collection);
                written(|out| write!(out, "{model} {:?}", self.report.figures.of(record)))
            }
            kind::MESSAGE => {
                let (code, key) = rest.split_once(' ')?;
                self.state_of_message(in_language(code)?, key)
            }
            kind::FORMATS => {
                let language = in_language(rest)?;
                hashed(|into| Locale::format_keys().for_each(|key| self.state_of_message(language, key).hash(into)))
            }
            kind::PUBLICATION => state_of_publication(&self.report.publication),
            _ => return None,
        })
    }

    fn named_record(self, key: &str) -> Option<RecordIx> {
        let (collection, id) = key.split_once('/')?;
        self.report.site.find_record(self.report.site.collection_named(collection)?, id).ok()
    }

    /// What a record says, where its pages are, and what is declared of it.
    fn state_of_record(self, at: RecordIx) -> State {
        let count = self.report.site.records[at.collection].len();
        let of_collection =
            self.known.each[at.collection].get_or_init(|| (0..count).map(|_| OnceLock::new()).collect());
        *of_collection[at.record as usize].get_or_init(|| self.hash_of_record(at))
    }

    fn hash_of_record(self, at: RecordIx) -> State {
        let linked = self.report.site.get(at);
        hashed(|into| {
            self.state_of_model(at.collection).hash(into);
            linked.record.hash(into);
            for target in &linked.targets {
                self.name_of(*target, into);
            }
            (&linked.starts, &linked.current, linked.start, linked.begins, linked.as_of, linked.is_open).hash(into);
            for language in self.report.config.languages.positions() {
                if let Some(address) = self.report.plan.addresses.of(at, language) {
                    (&address.path, &address.url, address.translated).hash(into);
                }
                0.hash(into);
            }
        })
    }

    fn name_of(self, target: Option<RecordIx>, into: &mut FoldHasher<'static>) {
        match target {
            Some(at) => (&self.report.site.model(at).id, &self.report.site.get(at).record.id).hash(into),
            None => 0.hash(into),
        }
    }

    /// What all records of a collection say, in its order in each language.
    fn state_of_records(self, collection: CollectionIx) -> State {
        let of_collection = || {
            hashed(|into| {
                self.state_of_members(collection).hash(into);
                let count = self.report.site.records[collection].len() as u32;
                let records = (0..count).map(|record| RecordIx { collection, record });
                records.for_each(|record| self.state_of_record(record).hash(into));
                for language in self.report.config.languages.positions() {
                    let ordered = self.report.site.ordered(collection, language);
                    ordered.for_each(|record| self.report.site.get(record).record.id.hash(into));
                }
            })
        };
        *self.known.records[collection].get_or_init(of_collection)
    }

    /// Which records a collection has, seen and not seen.
    fn state_of_members(self, collection: CollectionIx) -> State {
        hashed(|into| {
            self.state_of_model(collection).hash(into);
            self.report.site.hash_names(collection, into);
        })
    }

    fn state_of_citation(self, source: RecordIx) -> State {
        let model = self.state_of_model(source.collection);
        let citations =
            self.report.config.languages.positions().map(|language| self.report.citations.of(source, language));
        written(|out| write!(out, "{model} {:?}", citations.collect::<Vec<_>>()))
    }

    fn state_of_referrers(self, record: RecordIx) -> State {
        hashed(|into| {
            let fields = &self.report.site.back_references[record.collection];
            for (name, field) in fields.entries() {
                (&field.name, field.from, field.field, field.inner).hash(into);
                let current = self.report.site.referrers(record, name);
                for back in current.chain(self.report.site.past_referrers(record, name)) {
                    self.name_of(Some(back.record), into);
                    (back.item, back.fact).hash(into);
                }
                0.hash(into);
            }
            if *self.report.site.model(record).id == *SOURCES {
                self.report.site.cited_by(record).for_each(|record| self.name_of(Some(record), into));
            }
        })
    }

    /// All that a collection declares, and by which names its records find who refers to them.
    fn state_of_model(self, collection: CollectionIx) -> State {
        *self.known.models[collection].get_or_init(|| {
            let (model, back) =
                (&self.report.site.collections[collection], &self.report.site.back_references[collection]);
            let indexes = self.report.config.languages.positions();
            let indexes = indexes.map(|language| self.report.plan.addresses.index_path(collection, language, 1));
            written(|out| write!(out, "{model:?} {back:?} {:?}", indexes.collect::<Vec<_>>()))
        })
    }

    fn state_of_message(self, language: LanguageIx, key: &str) -> State {
        let messages = &self.report.locales.get(language).messages;
        written(|out| messages.position(key).map_or(Ok(()), |at| messages.written(at, out)))
    }
}

/// Of what was published, what pages tell.
fn state_of_publication(publication: &Publication) -> State {
    if publication.is_nothing() {
        return 0;
    }
    written(|out| publication.write(out))
}

/// What records and collections come to, each found out when somebody first asks.
pub struct Known {
    models: List<CollectionIx, OnceLock<State>>,
    records: List<CollectionIx, OnceLock<State>>,
    each: List<CollectionIx, OnceLock<Box<[OnceLock<State>]>>>,
}

impl Known {
    /// Nothing is known yet.
    pub fn new(site: &Site) -> Self {
        let unknown = || site.collections.iter().map(|_| OnceLock::new()).collect();
        let each = site.collections.iter().map(|_| OnceLock::new()).collect();
        Known { models: unknown(), records: unknown(), each }
    }
}
