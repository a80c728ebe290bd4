//! What was read, by names that stay when records are added.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::figures::Figure;
use crate::link::record::LinkedRecord;
use crate::locale::Locale;
use crate::model::builtin::SOURCES;
use crate::model::field::{Targets, each_reference};
use crate::output::{Noted, Numbers, Read, Reads};
use crate::position::{CollectionIx, LanguageIx, RecordIx};
use crate::report::Report;
use crate::report::recorder::{self, Note, Notes};

/// What was noted of a report.
struct InReport<'r> {
    report: &'r Report,
    notes: Notes,
}

impl Noted for InReport<'_> {
    fn named(&self) -> Vec<Read> {
        self.report.named(&self.notes.sorted())
    }

    fn numbers(&self) -> Numbers {
        self.report.ledger.numbers(&self.notes)
    }
}

impl Report {
    /// What notes stand for, to be named when somebody asks.
    pub fn reads(&self, notes: impl Into<Notes>) -> Reads<'_> {
        Reads::new(InReport { report: self, notes: notes.into() })
    }

    /// The models of the records are among what notes stand for, and the messages of the formats.
    fn named(&self, notes: &[&Note]) -> Vec<Read> {
        let models: BTreeSet<CollectionIx> = notes.iter().filter_map(|note| collection_of(note)).collect();
        let models = models.into_iter().map(|at| Read::Model(self.collection_id(at)));
        let formats = notes.iter().filter_map(|note| match note {
            Note::Formats(language) => Some(*language),
            _ => None,
        });
        let formats = formats.flat_map(|language| {
            let messages = &self.locales.get(language).messages;
            messages.own_tags().flat_map(|tag| Locale::format_keys().map(|key| message(tag, &key.into())))
        });
        let messages = notes.iter().flat_map(|note| self.messages(note));
        let others = notes.iter().filter_map(|note| self.read(note));
        others.chain(models).chain(formats).chain(messages).collect()
    }

    /// A message is looked for in one file after the other: each that was asked may change what stands there.
    fn messages(&self, note: &Note) -> Vec<Read> {
        let of = |language: &LanguageIx| &self.locales.get(*language).messages;
        match note {
            Note::Message(language, at) => {
                let messages = of(language);
                messages.asked(*at).map(|tag| message(tag, messages.key(*at))).collect()
            }
            Note::NoMessage(language, key) => of(language).asked_in_vain().map(|tag| message(tag, key)).collect(),
            _ => Vec::new(),
        }
    }

    fn read(&self, note: &Note) -> Option<Read> {
        Some(match note {
            Note::Record(at) => Read::Record { collection: self.collection_id(at.collection), id: self.id(*at) },
            Note::Referrers(at) => Read::Referrers { collection: self.collection_id(at.collection), id: self.id(*at) },
            Note::Counting(at) => Read::Counting { collection: self.collection_id(at.collection), id: self.id(*at) },
            Note::Figure(at) => Read::Figure(self.id(*at)),
            Note::Absent(name) => Read::Absent(name.clone()),
            Note::Records(at) => Read::Records(self.collection_id(*at)),
            Note::Members(at) => Read::Members(self.collection_id(*at)),
            Note::Citation(at) => Read::Citation(self.id(*at)),
            Note::Model(at) => Read::Model(self.collection_id(*at)),
            Note::Template(name) => Read::Template(name.clone()),
            Note::Asset(name) => Read::Asset(name.clone()),
            Note::File(path) => Read::File(path.clone()),
            Note::Size(path) => Read::Size(path.clone()),
            Note::Publication => Read::Publication,
            Note::Message(..) | Note::NoMessage(..) | Note::Formats(_) => return None,
            // Of the program, not of the site.
            Note::Planned(_) | Note::Finding => return None,
        })
    }

    fn collection_id(&self, at: CollectionIx) -> Arc<str> {
        self.site.collections[at].id.clone()
    }

    fn id(&self, at: RecordIx) -> Arc<str> {
        self.site.get(at).record.id.clone()
    }
}

impl Report {
    /// Notes all that decides which records of a collection have a value of a field.
    pub fn note_deciding(&self, collection: CollectionIx) {
        let site = &self.site;
        recorder::note(Note::Records(collection));
        // A value may begin on the day of its source, and a reference may lead to what the public does not see.
        site.collection_named(SOURCES).into_iter().for_each(|sources| recorder::note(Note::Records(sources)));
        site.records[collection].iter().for_each(|linked| self.note_absent(linked));
        each_reference(site.collections[collection].fields.as_slice(), &mut |_, to| {
            if let Targets::One(name) = to {
                site.collection_named(name).into_iter().for_each(|target| recorder::note(Note::Members(target)));
            }
        });
    }

    /// Notes what the values of a figure are made of: the records of its collection, of all that these refer to, and of those
    /// that refer to them, as far as any of its conditions may look; the sources, whose days date facts.
    pub fn note_made_of(&self, figure: &Figure) {
        recorder::note(Note::Record(figure.record));
        recorder::note(Note::Figure(figure.record));
        self.reporting(figure.record).into_iter().for_each(|source| recorder::note(Note::Record(source)));
        self.note_absent(self.site.get(figure.record));
        let Some(formula) = &figure.formula else { return };
        let mut reached = vec![formula.collection];
        reached.extend(self.site.collection_named(SOURCES));
        reached.extend(self.site.back_references[formula.collection].iter().map(|back| back.from));
        let mut at = 0;
        while let Some(&collection) = reached.get(at) {
            recorder::note(Note::Records(collection));
            let mut add = |to: CollectionIx| {
                if !reached.contains(&to) {
                    reached.push(to);
                }
            };
            let fields = self.site.collections[collection].fields.as_slice();
            each_reference(fields, &mut |_, to| match to {
                Targets::One(name) => self.site.collection_named(name).into_iter().for_each(&mut add),
                Targets::Several(names) => {
                    names.iter().filter_map(|name| self.site.collection_named(name)).for_each(&mut add);
                }
                Targets::Any => self.site.collections.positions().for_each(&mut add),
            });
            at += 1;
        }
    }

    /// Notes the names in a record that lead to nothing that the public sees: one day they may.
    pub fn note_absent(&self, linked: &LinkedRecord) {
        for (reference, _) in
            linked.record.references.iter().zip(&linked.targets).filter(|(_, target)| target.is_none())
        {
            let name = match &reference.to {
                Targets::One(collection) => format!("{collection}/{}", reference.text).into(),
                Targets::Several(_) | Targets::Any => Arc::from(&*reference.text),
            };
            recorder::note(Note::Absent(name));
        }
    }
}

fn message(tag: &Arc<str>, key: &Arc<str>) -> Read {
    Read::Message { language: tag.clone(), key: key.clone() }
}

fn collection_of(note: &Note) -> Option<CollectionIx> {
    match note {
        Note::Record(at) | Note::Figure(at) | Note::Citation(at) => Some(at.collection),
        Note::Records(at) | Note::Members(at) => Some(*at),
        _ => None,
    }
}
