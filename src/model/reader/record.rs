//! Reading one record from its files.

use std::sync::Arc;

use crate::config::{Config, Localized};
use crate::diagnostics::{Diagnostic, Place, Severity, codes};
use crate::model::builtin::RECORD_KEYS;
use crate::model::date::Date;
use crate::model::field::Collection;
use crate::model::names::is_address_part;
use crate::model::reader::fact::{self, FactReader};
use crate::model::reader::layout::RecordFiles;
use crate::model::reader::{accepted, alias, citation, required};
use crate::model::record::{Alias, Hidden, Prose, Record};
use crate::model::value::Outcome;
use crate::parse::keys::Context;
use crate::parse::yaml::{self, Kind, Node};
use crate::parse::{Files, Source, Span, blanks, front_matter};

/// Reads a record; `None` when none of its files can be read.
pub fn record(
    files: &RecordFiles,
    collection: &Collection,
    all: &dyn Files,
    config: &Config,
) -> (Option<Record>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let facts = files.facts.as_ref().and_then(|path| source(path, all, &mut findings));
    let mut texts: Vec<Option<LanguageFile>> = Vec::new();
    for path in &files.prose {
        texts.push(path.as_ref().and_then(|path| language_file(path, all, &mut findings)));
    }
    let first_text = texts.iter().flatten().next().map(|file| file.source.clone());
    let Some(main) = facts.clone().or(first_text) else { return (None, findings) };
    let mut record = empty(files, collection, config, main, &texts);
    if files.facts.is_some() {
        let root = facts.as_ref().and_then(|source| read_facts(&mut record, source, collection, config, &mut findings));
        if root.is_none() {
            record.entries.iter_mut().for_each(Outcome::reject);
        }
    }
    for (language, file) in texts.iter().enumerate().filter(|(language, _)| files.prose[*language].is_some()) {
        let read =
            file.as_ref().map(|file| read_front_matter(&mut record, file, language, collection, config, &mut findings));
        if read != Some(FrontMatter::Read) {
            reject_translations(&mut record, collection, language, config.all_languages.len());
        }
    }
    record.entries.iter_mut().for_each(settle);
    let in_facts = facts.iter().flat_map(|facts| blanks::in_yaml(&facts.text).map(|blank| facts.place(span(blank))));
    record.blanks = in_facts.chain(texts.into_iter().flatten().flat_map(|file| file.blanks)).collect();
    record.is_sound = findings.iter().all(|finding| finding.code.severity != Severity::Error);
    required::check(&record, collection, config, &mut findings);
    citation::check(&record, collection, &mut findings);
    (Some(record), findings)
}

fn span(bytes: std::ops::Range<usize>) -> Span {
    Span { start: bytes.start as u32, end: bytes.end as u32 }
}

/// What was written in one language or another, and usable in none, was rejected.
fn settle(outcome: &mut Outcome) {
    let is_rejected = fact::only_text(outcome).is_some_and(|text| text.is_empty() && text.has_rejected());
    if is_rejected {
        *outcome = Outcome::Rejected;
    }
}

/// Nobody knows what a file says that cannot be read.
fn reject_translations(record: &mut Record, collection: &Collection, language: usize, languages: usize) {
    for (field, outcome) in collection.fields.iter().zip(&mut record.entries) {
        if field.is_translated() {
            fact::reject_translation(outcome, Span::default(), languages, language);
        }
    }
}

/// Whether a file's front matter could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FrontMatter {
    /// It was, or there is none.
    Read,
    /// It is there and cannot be read, as a finding has told.
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

fn empty(
    files: &RecordFiles,
    collection: &Collection,
    config: &Config,
    source: Arc<Source>,
    texts: &[Option<LanguageFile>],
) -> Record {
    let count = config.all_languages.len();
    let prose = |(path, file): (&Option<Arc<str>>, &Option<LanguageFile>)| {
        path.clone().map(|path| Prose { path, is_empty: file.as_ref().is_some_and(|file| !file.has_prose) })
    };
    let id: Arc<str> = (&*files.id).into();
    Record {
        slug: Localized::same(&id, count),
        slug_places: vec![None; count],
        id,
        entries: vec![Outcome::Absent; collection.fields.len()],
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
        appeared: None,
        review_by: None,
        changes_on: None,
        blanks: Vec::new(),
        is_sound: true,
    }
}

/// Reads `facts.yaml`; `None` when it is no map of facts at all, so that nothing can be said about what it lacks.
fn read_facts(
    record: &mut Record,
    source: &Arc<Source>,
    collection: &Collection,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> Option<()> {
    let before = findings.len();
    let Some(root) = yaml::parse(source, findings) else { return (findings.len() == before).then_some(()) };
    let mut references = std::mem::take(&mut record.references);
    let context = Context { source, findings };
    let attachments = record.attachments.clone();
    let mut reader = FactReader {
        context,
        file: None,
        languages: &config.all_languages,
        attachments: &attachments,
        references: &mut references,
    };
    for (key, node) in reader.context.map(&root, "a record") {
        if let Some((at, field)) = collection.field(&key.name) {
            record.entries[at] = reader.outcome(field, node);
        } else if &*key.name == "accept" {
            record.accepted = accepted::read(&mut reader.context, node, collection);
        } else if RECORD_KEYS.contains(&&*key.name) {
            record_key(&mut reader, record, &key.name, node, config);
        } else if !collection.has_rejected(&key.name) {
            let known: Vec<&str> =
                collection.fields.iter().map(|f| &*f.name).chain(RECORD_KEYS.iter().copied()).collect();
            let meant = reader.context.unknown_key(key, &collection.id, &known);
            reject_meant(record, collection, meant);
        }
    }
    record.references = references;
    root.entries().map(|_| ())
}

/// The field that a mistyped key was meant to be is written, though not usable.
fn reject_meant(record: &mut Record, collection: &Collection, meant: Option<&str>) {
    if let Some((at, _)) = meant.and_then(|name| collection.field(name)) {
        record.entries[at].reject();
    }
}

fn record_key(reader: &mut FactReader, record: &mut Record, key: &str, node: &Node, config: &Config) {
    match key {
        "source" => record.sources = reader.sources(node),
        "slug" => slugs(reader, record, node, config),
        "aliases" => aliases(reader, record, node),
        "template" => record.template = reader.context.text(node, key).map(|name| (name.into(), node.span)),
        "review_by" => record.review_by = reader.date(node).map(|date| (date, node.span)),
        "draft" => {
            if reader.context.boolean(node, key).unwrap_or(false) {
                hide(record, Hidden::Draft, config);
            }
        }
        "publish_on" => {
            let Some(day) = day_alone(reader, key, node) else { return };
            note_change(record, day, config);
            match day.reached_by(&config.run.today) {
                true => record.appeared = Some(day.first()),
                false => hide(record, Hidden::Until(day), config),
            }
        }
        _ => {
            let Some(day) = day_alone(reader, key, node) else { return };
            note_change(record, day, config);
            if day.reached_by(&config.run.today) {
                hide(record, Hidden::Expired(day), config);
            }
        }
    }
}

/// Keeps a record from the public; of several reasons that it is a draft says most.
fn hide(record: &mut Record, why: Hidden, config: &Config) {
    if !config.run.drafts && (record.hidden.is_none() || why == Hidden::Draft) {
        record.hidden = Some(why);
    }
}

/// A day to come is one on which the site wants to be built again.
fn note_change(record: &mut Record, day: Date, config: &Config) {
    let to_come = Some(day).filter(|day| !day.reached_by(&config.run.today)).map(|day| day.first());
    record.changes_on = record.changes_on.into_iter().chain(to_come).min();
}

/// A day without a time: a build does not happen at a minute.
fn day_alone(reader: &mut FactReader, key: &str, node: &Node) -> Option<Date> {
    let day = reader.date(node)?;
    if day.minute.is_some() {
        let message = format!("`{key}` takes a day without a time");
        reader.context.report(&codes::INVALID_VALUE, node.span, message, "write the day alone: 2027-01-01");
    }
    Some(day)
}

fn slugs(reader: &mut FactReader, record: &mut Record, node: &Node, config: &Config) {
    if let Kind::Scalar { text, .. } = &node.kind {
        for language in 0..config.all_languages.len() {
            slug(&mut reader.context, record, text, node.span, language);
        }
        return;
    }
    for (key, value) in reader.context.map(node, "slug") {
        match (config.language(&key.name), value.text()) {
            (Some(language), Some(text)) => slug(&mut reader.context, record, text, value.span, language),
            (None, _) => {
                let message = format!("`{}` is not a language of the site", key.name);
                reader.context.report(&codes::UNKNOWN_LANGUAGE, key.span, message, "");
            }
            (_, None) => reader.context.wrong_type(value, "slug", "text", ""),
        }
    }
}

fn slug(context: &mut Context, record: &mut Record, text: &str, span: Span, language: usize) {
    if text.is_empty() || is_address_part(text) {
        record.slug.set(language, text);
        record.slug_places[language] = Some(context.source.place(span));
    } else {
        let message = format!("`{text}` cannot be part of an address");
        context.report(
            &codes::INVALID_ADDRESS,
            span,
            message,
            "use small letters a to z, digits and hyphens, 200 at most: Über uns → ueber-uns",
        );
    }
}

fn aliases(reader: &mut FactReader, record: &mut Record, node: &Node) {
    for item in reader.context.list(node, "aliases") {
        let Some(text) = reader.context.text(item, "aliases") else { continue };
        match alias::path(text) {
            Ok(path) => record.aliases.push(Alias { path: path.into(), span: item.span }),
            Err(refused) => {
                let message = format!("`{text}` {}", refused.reason);
                reader.context.report(&codes::INVALID_ADDRESS, item.span, message, &refused.hint);
            }
        }
    }
}

fn read_front_matter(
    record: &mut Record,
    file: &LanguageFile,
    language: usize,
    collection: &Collection,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> FrontMatter {
    if file.is_rejected {
        return FrontMatter::Rejected;
    }
    let Some(range) = file.front_matter.clone() else { return FrontMatter::Read };
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
        languages: &config.all_languages,
        attachments: &attachments,
        references: &mut references,
    };
    for (key, node) in reader.context.map(&root, "front matter") {
        match collection.field(&key.name) {
            _ if &*key.name == "slug" => match node.text() {
                Some(text) => slug(&mut reader.context, record, text, node.span, language),
                None => reader.context.wrong_type(node, "slug", "text", ""),
            },
            Some((at, field)) if field.is_translated() => {
                fact::add_translation(&mut reader, &mut record.entries[at], field, node, language);
            }
            Some((at, field)) => {
                misplaced(&mut reader.context, key.span, &field.name);
                record.entries[at].reject();
            }
            None if RECORD_KEYS.contains(&&*key.name) => misplaced(&mut reader.context, key.span, &key.name),
            None if collection.has_rejected(&key.name) => {}
            None => {
                let translated = collection.fields.iter().filter(|field| field.is_translated());
                let known: Vec<&str> = translated.map(|field| &*field.name).chain(["slug"]).collect();
                let what = format!("the front matter of {}", collection.id);
                let meant = reader.context.unknown_key(key, &what, &known);
                if let Some((at, _)) = meant.and_then(|name| collection.field(name)) {
                    let languages = config.all_languages.len();
                    fact::reject_translation(&mut record.entries[at], key.span, languages, language);
                }
            }
        }
    }
    record.references = references;
    if root.entries().is_some() { FrontMatter::Read } else { FrontMatter::Rejected }
}

fn misplaced(context: &mut Context, span: Span, name: &str) {
    let message = format!("`{name}` is the same in every language");
    context.report(&codes::UNKNOWN_KEY, span, message, "move it to facts.yaml");
}
