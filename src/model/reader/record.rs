//! Reading one record from its files.

use std::sync::Arc;

use crate::config::{Language, Languages, Localized};
use crate::diagnostics::{Diagnostic, Place, Severity, codes};
use crate::model::date::{Date, Day};
use crate::model::field::Collection;
use crate::model::names::{ADDRESS_PARTS, address_part};
use crate::model::reader::fact::reader::FactReader;
use crate::model::reader::fact::text::{self, Translation};
use crate::model::reader::layout::RecordFiles;
use crate::model::reader::reading::Reading;
use crate::model::reader::{accepted, alias, citation, required};
use crate::model::record::{Alias, Hidden, Prose, Record};
use crate::model::record_key::RecordKey;
use crate::model::value::Outcome;
use crate::parse::keys::Context;
use crate::parse::yaml::{self, Kind, Node};
use crate::parse::{Files, Source, Span, blanks, front_matter};
use crate::position::{LanguageIx, List};

/// Reads a record; `None` when none of its files can be read.
pub fn record(files: &RecordFiles, collection: &Collection, reading: Reading) -> (Option<Record>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let record = RecordReader { files, collection, reading, findings: &mut findings }.read();
    (record, findings)
}

/// Reads one record.
struct RecordReader<'a> {
    files: &'a RecordFiles,
    collection: &'a Collection,
    reading: Reading<'a>,
    findings: &'a mut Vec<Diagnostic>,
}

/// The files of a record in its languages, as far as they can be read.
type Texts = List<LanguageIx, Option<LanguageFile>>;

impl RecordReader<'_> {
    fn read(mut self) -> Option<Record> {
        let Reading { files: all, config, .. } = self.reading;
        let facts = self.files.facts.as_ref().and_then(|path| source(path, all, self.findings));
        let mut texts = Texts::default();
        for path in &self.files.prose {
            texts.push(path.as_ref().and_then(|path| language_file(path, all, self.findings)));
        }
        let first_text = texts.iter().flatten().next().map(|file| file.source.clone());
        let mut record = self.empty(facts.clone().or(first_text)?, &texts);
        if self.files.facts.is_some() {
            let root = facts.as_ref().and_then(|source| self.read_facts(&mut record, source));
            if root.is_none() {
                record.entries.iter_mut().for_each(Outcome::reject);
            }
        }
        for (language, file) in texts.entries().filter(|(language, _)| self.files.prose[*language].is_some()) {
            let read = file.as_ref().map(|file| self.read_front_matter(&mut record, file, language));
            if read != Some(FrontMatter::Read) {
                reject_translations(&mut record, self.collection, language, &config.all_languages);
            }
        }
        inherit(&mut record, &config.all_languages);
        record.entries.iter_mut().for_each(reject_unusable);
        let in_facts =
            facts.iter().flat_map(|facts| blanks::in_yaml(&facts.text).map(|blank| facts.place(span(blank))));
        record.blanks = in_facts.chain(texts.into_iter().flatten().flat_map(|file| file.blanks)).collect();
        record.is_sound = self.findings.iter().all(|finding| finding.code.severity != Severity::Error);
        required::check(&record, self.collection, config, self.findings);
        citation::check(&record, self.collection, self.findings);
        Some(record)
    }

    fn empty(&self, source: Arc<Source>, texts: &Texts) -> Record {
        let RecordReader { files, collection, .. } = self;
        let languages = &self.reading.config.all_languages;
        let prose = |(path, file): (&Option<Arc<str>>, &Option<LanguageFile>)| {
            path.clone().map(|path| Prose { path, is_empty: file.as_ref().is_some_and(|file| !file.has_prose) })
        };
        let id: Arc<str> = (&*files.id).into();
        Record {
            slug: Localized::same(&id, languages),
            slug_places: languages.iter().map(|_| None).collect(),
            id,
            entries: vec![Outcome::Absent; collection.fields.len()].into(),
            aliases: Vec::new(),
            accepted: Vec::new(),
            sources: Vec::new(),
            references: Vec::new(),
            template: None,
            prose: files.prose.iter().zip(texts).map(prose).collect(),
            folder: files.folder.clone(),
            attachments: files.attachments.clone(),
            source,
            hidden: None,
            withheld: None,
            appeared: None,
            review_by: None,
            changes_on: None,
            blanks: Vec::new(),
            is_sound: true,
        }
    }

    /// Reads `facts.yaml`; `None` when it is no map of facts at all, so that nothing can be said about what it lacks.
    fn read_facts(&mut self, record: &mut Record, source: &Arc<Source>) -> Option<()> {
        let (collection, reading) = (self.collection, self.reading);
        let findings = &mut *self.findings;
        let before = findings.len();
        let Some(root) = yaml::parse(source, findings) else { return (findings.len() == before).then_some(()) };
        let mut references = std::mem::take(&mut record.references);
        let context = Context { source, findings };
        let attachments = record.attachments.clone();
        let mut reader = FactReader {
            context,
            file: None,
            languages: &reading.config.all_languages,
            attachments: &attachments,
            references: &mut references,
        };
        for (key, node) in reader.context.map(&root, "a record") {
            if let Some((at, field)) = collection.field(&key.name) {
                record.entries[at] = reader.outcome(field, node);
            } else if let Some(known) = RecordKey::named(&key.name) {
                RecordKeyReader { reader: &mut reader, record, collection, reading }.read(known, node);
            } else if !collection.has_rejected(&key.name) {
                let known: Vec<&str> = collection
                    .fields
                    .iter()
                    .map(|f| &*f.name)
                    .chain(RecordKey::ALL.iter().map(|key| key.name()))
                    .collect();
                let meant = reader.context.unknown_key(key, &collection.id, &known);
                reject_meant(record, collection, meant);
            }
        }
        record.references = references;
        root.entries().map(|_| ())
    }

    fn read_front_matter(&mut self, record: &mut Record, file: &LanguageFile, language: LanguageIx) -> FrontMatter {
        if file.is_rejected {
            return FrontMatter::Rejected;
        }
        let Some(range) = file.front_matter.clone() else { return FrontMatter::Read };
        let (collection, languages) = (self.collection, &self.reading.config.all_languages);
        let findings = &mut *self.findings;
        let before = findings.len();
        let Some(root) = yaml::parse_part(&file.source, range, findings) else {
            return if findings.len() == before { FrontMatter::Read } else { FrontMatter::Rejected };
        };
        let context = Context { source: &file.source, findings };
        let mut references = std::mem::take(&mut record.references);
        let attachments: Vec<Box<str>> = Vec::new();
        let mut reader = FactReader {
            context,
            file: Some(file.source.clone()),
            languages,
            attachments: &attachments,
            references: &mut references,
        };
        for (key, node) in reader.context.map(&root, "front matter") {
            match collection.field(&key.name) {
                _ if *key.name == *RecordKey::Slug.name() => match node.text() {
                    Some(text) => slug(&mut reader.context, record, (text, node.span), language),
                    None => {
                        reader.context.wrong_type(node, RecordKey::Slug.name(), "text");
                    }
                },
                Some((at, field)) if field.is_translated() => {
                    Translation { field, node, language }.add_to(&mut record.entries[at], &mut reader);
                }
                Some((at, field)) => {
                    misplaced(&mut reader.context, key.span, &field.name);
                    record.entries[at].reject();
                }
                None if RecordKey::named(&key.name).is_some() => misplaced(&mut reader.context, key.span, &key.name),
                None if collection.has_rejected(&key.name) => {}
                None => {
                    let translated = collection.fields.iter().filter(|field| field.is_translated());
                    let known: Vec<&str> =
                        translated.map(|field| &*field.name).chain([RecordKey::Slug.name()]).collect();
                    let what = format!("the front matter of {}", collection.id);
                    let meant = reader.context.unknown_key(key, &what, &known);
                    if let Some((at, _)) = meant.and_then(|name| collection.field(name)) {
                        text::reject_translation(&mut record.entries[at], key.span, languages, language);
                    }
                }
            }
        }
        record.references = references;
        if root.entries().is_some() { FrontMatter::Read } else { FrontMatter::Rejected }
    }
}

fn span(bytes: std::ops::Range<usize>) -> Span {
    Span { start: bytes.start as u32, end: bytes.end as u32 }
}

/// Fills in what variants of languages have from others: prose, texts, the slug. The home page is that of a language in
/// preparation, too, and of one that kin stands for.
fn inherit(record: &mut Record, languages: &Languages) {
    if record.is_home() {
        let falls_back = |language: &Language| language.in_preparation || language.kin.is_some();
        for (at, _) in languages.entries().filter(|(_, language)| falls_back(language)) {
            if record.prose[at].is_none() && record.slug_places[at].is_none() {
                record.slug.set(at, "");
            }
        }
    }
    for entry in record.entries.iter_mut() {
        text::only_text(entry).into_iter().for_each(|text| text.inherit(languages));
    }
    for (at, language) in languages.entries() {
        let Some(from) = language.inherits.filter(|_| record.prose[at].is_none()) else { continue };
        record.prose[at] = record.prose[from].clone();
        if record.slug_places[at].is_none() && record.slug_places[from].is_some() {
            let slug = record.slug.text(from).to_owned();
            record.slug.set(at, slug);
        }
    }
}

/// What was written in one language or another, and usable in none, was rejected.
fn reject_unusable(outcome: &mut Outcome) {
    let is_rejected = text::only_text(outcome).is_some_and(|text| text.is_empty() && text.has_rejected());
    if is_rejected {
        *outcome = Outcome::Rejected;
    }
}

/// Nobody knows what a file says that cannot be read.
fn reject_translations(record: &mut Record, collection: &Collection, language: LanguageIx, languages: &Languages) {
    for (field, outcome) in collection.fields.iter().zip(record.entries.iter_mut()) {
        if field.is_translated() {
            text::reject_translation(outcome, Span::default(), languages, language);
        }
    }
}

/// Whether a file's front matter could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FrontMatter {
    /// It was, or there is none.
    Read,
    /// It is there and cannot be read, as a finding says.
    Rejected,
}

/// A Markdown file: its front matter kept, its prose only noted.
struct LanguageFile {
    source: Arc<Source>,
    front_matter: Option<std::ops::Range<usize>>,
    /// Whether its front matter is not where it can be read.
    is_rejected: bool,
    has_prose: bool,
    blanks: Vec<Place>,
}

fn source(path: &Arc<str>, all: &dyn Files, findings: &mut Vec<Diagnostic>) -> Option<Arc<Source>> {
    match all.text(path) {
        Ok(text) => Some(Arc::new(Source::new(path.clone(), text))),
        Err(finding) => {
            findings.push(*finding);
            None
        }
    }
}

fn language_file(path: &Arc<str>, all: &dyn Files, findings: &mut Vec<Diagnostic>) -> Option<LanguageFile> {
    let text = match all.text(path) {
        Ok(text) => text,
        Err(finding) => {
            findings.push(*finding);
            return None;
        }
    };
    let parts = front_matter::split(&text);
    if parts.unclosed {
        let place = Place::in_text(path.clone(), &text, 0, 3);
        let finding = Diagnostic::new(&codes::YAML_SYNTAX, place, "the front matter is never closed");
        findings.push(finding.hint("end it with a line of three hyphens: ---"));
    }
    let misplaced = front_matter::misplaced(&text).filter(|_| parts.front_matter.is_none());
    if let Some(at) = misplaced {
        let place = Place::in_text(path.clone(), &text, at, text[at..].find('\n').map_or(text.len(), |end| at + end));
        let finding = Diagnostic::new(&codes::YAML_SYNTAX, place, "the front matter does not begin on the first line");
        findings.push(finding.hint("the first line of the file is three hyphens, ---, with nothing before"));
    }
    let has_prose = !text[parts.body.clone()].trim().is_empty();
    let (above, below) = text.split_at(parts.body.start);
    let in_prose = blanks::blanks(below).map(|blank| blank.start + above.len()..blank.end + above.len());
    let found = blanks::in_yaml(above).chain(in_prose);
    let blanks = found.map(|blank| Place::in_text(path.clone(), &text, blank.start, blank.end)).collect();
    let kept = above;
    Some(LanguageFile {
        source: Arc::new(Source::new(path.clone(), kept)),
        front_matter: parts.front_matter.filter(|_| !parts.unclosed),
        is_rejected: parts.unclosed || misplaced.is_some(),
        has_prose,
        blanks,
    })
}

/// The field that a mistyped key was meant to be is written, though not usable.
fn reject_meant(record: &mut Record, collection: &Collection, meant: Option<&str>) {
    if let Some((at, _)) = meant.and_then(|name| collection.field(name)) {
        record.entries[at].reject();
    }
}

/// Reads what the facts of a record say beside its fields.
struct RecordKeyReader<'r, 'a, 'b> {
    reader: &'r mut FactReader<'a, 'b>,
    record: &'r mut Record,
    collection: &'r Collection,
    reading: Reading<'r>,
}

impl RecordKeyReader<'_, '_, '_> {
    fn read(&mut self, key: RecordKey, node: &Node) {
        let context = &mut self.reader.context;
        match key {
            RecordKey::Slug => self.slugs(node),
            RecordKey::Aliases => self.aliases(node),
            RecordKey::Source => self.record.sources = self.reader.sources(node),
            RecordKey::Draft => {
                if context.boolean(node, key.name()).unwrap_or(false) {
                    self.hide(Hidden::Draft);
                }
            }
            RecordKey::PublishOn => self.publish_on(node),
            RecordKey::ExpiresOn => self.expires_on(node),
            RecordKey::ReviewBy => self.record.review_by = self.reader.date(node).map(|date| (date, node.span)),
            RecordKey::Template => {
                self.record.template = context.text(node, key.name()).map(|name| (name.into(), node.span));
            }
            RecordKey::Accept => self.record.accepted = accepted::read(context, node, self.collection),
        }
    }

    fn publish_on(&mut self, node: &Node) {
        let Some(day) = self.day_alone(RecordKey::PublishOn, node) else { return };
        self.note_change(day);
        match self.has_come(day) {
            true => self.record.appeared = Some(day.first()),
            false => self.hide(Hidden::Until(day)),
        }
    }

    fn expires_on(&mut self, node: &Node) {
        let Some(day) = self.day_alone(RecordKey::ExpiresOn, node) else { return };
        self.note_change(day);
        if self.has_come(day) {
            self.hide(Hidden::Expired(day));
        }
    }

    fn has_come(&self, day: Date) -> bool {
        day.first() <= Day::from(self.reading.run.today)
    }

    /// Keeps a record from the public; of several reasons that it is a draft says most.
    fn hide(&mut self, why: Hidden) {
        if self.record.withheld.is_none() || why == Hidden::Draft {
            self.record.withheld = Some(why);
        }
        if !self.reading.run.drafts {
            self.record.hidden = self.record.withheld;
        }
    }

    /// A day to come is one on which the site wants to be built again.
    fn note_change(&mut self, day: Date) {
        let to_come = Some(day).filter(|day| !self.has_come(*day)).map(|day| day.first());
        self.record.changes_on = self.record.changes_on.into_iter().chain(to_come).min();
    }

    /// A day without a time: a build does not happen at a minute.
    fn day_alone(&mut self, key: RecordKey, node: &Node) -> Option<Date> {
        let day = self.reader.date(node)?;
        if day.minute().is_some() {
            let message = format!("`{}` takes a day without a time", key.name());
            self.reader
                .context
                .report(&codes::INVALID_VALUE, node.span, message)
                .hint("write the day alone: 2027-01-01");
        }
        Some(day)
    }

    fn slugs(&mut self, node: &Node) {
        let context = &mut self.reader.context;
        if let Kind::Scalar { text, .. } = &node.kind {
            for language in self.reading.config.all_languages.positions() {
                slug(context, self.record, (text, node.span), language);
            }
            return;
        }
        for (key, value) in context.map(node, RecordKey::Slug.name()) {
            match (self.reading.config.language(&key.name), value.text()) {
                (Some(language), Some(text)) => slug(context, self.record, (text, value.span), language),
                (None, _) => {
                    let message = format!("`{}` is not a language of the site", key.name);
                    context.report(&codes::UNKNOWN_LANGUAGE, key.span, message);
                }
                (_, None) => {
                    context.wrong_type(value, RecordKey::Slug.name(), "text");
                }
            }
        }
    }

    fn aliases(&mut self, node: &Node) {
        let context = &mut self.reader.context;
        for item in context.list(node, RecordKey::Aliases.name()) {
            let Some(text) = context.text(item, RecordKey::Aliases.name()) else { continue };
            match alias::path(text) {
                Ok(path) => self.record.aliases.push(Alias { path: path.into(), span: item.span }),
                Err(refused) => {
                    let message = format!("`{text}` {}", refused.reason);
                    context.report(&codes::INVALID_ADDRESS, item.span, message).hint(refused.hint);
                }
            }
        }
    }
}

/// The last part of a record's address in a language, as it is written at a place.
fn slug(context: &mut Context, record: &mut Record, (text, span): (&str, Span), language: LanguageIx) {
    let part = if text.is_empty() { Some(text.into()) } else { address_part(text) };
    if let Some(part) = part {
        record.slug.set(language, part);
        record.slug_places[language] = Some(context.source.place(span));
    } else {
        let message = format!("`{text}` cannot be part of an address");
        let hint = format!("use {ADDRESS_PARTS}: Über uns → ueber-uns or über-uns");
        context.report(&codes::INVALID_ADDRESS, span, message).hint(hint);
    }
}

fn misplaced(context: &mut Context, span: Span, name: &str) {
    let message = format!("`{name}` is the same in every language");
    context.report(&codes::UNKNOWN_KEY, span, message).hint("move it to facts.yaml");
}
