//! Reading one record from its files.

use std::sync::Arc;

use crate::config::{Config, Localized};
use crate::diagnostics::{Diagnostic, Place, codes};
use crate::model::accepted;
use crate::model::builtin::RECORD_KEYS;
use crate::model::date::Date;
use crate::model::field::{Collection, Field, Untranslated};
use crate::model::layout::RecordFiles;
use crate::model::read_fact::{self, FactReader};
use crate::model::read_model::is_address_part;
use crate::model::sources;
use crate::model::value::{Entry, Value};
use crate::model::{Alias, Hidden, Prose, Record};
use crate::parse::keys::Context;
use crate::parse::yaml::{self, Kind, Node};
use crate::parse::{Files, Source, Span, front_matter};

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
    let mut record = empty(files, collection, config, main.clone(), &texts);
    let broken = read_facts(&mut record, facts.is_some().then_some(&main), collection, config, &mut findings);
    for (language, file) in texts.iter().enumerate() {
        if let Some(file) = file {
            read_front_matter(&mut record, file, language, collection, config, &mut findings);
        }
    }
    if !broken {
        require(&record, collection, config, &mut findings);
        sources::check(&record, collection, &mut findings);
    }
    (Some(record), findings)
}

/// A Markdown file: its front matter kept, its prose only noted.
struct LanguageFile {
    source: Arc<Source>,
    front_matter: Option<std::ops::Range<usize>>,
    has_prose: bool,
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
    if parts.front_matter.is_none()
        && let Some(at) = front_matter::misplaced(&text)
    {
        let place = Place::in_text(path.clone(), &text, at, text[at..].find('\n').map_or(text.len(), |end| at + end));
        let finding = Diagnostic::new(&codes::YAML_SYNTAX, place, "the front matter does not begin on the first line");
        findings.push(finding.hint("the first line of the file is three hyphens, ---, with nothing before"));
    }
    let has_prose = !text[parts.body.clone()].trim().is_empty();
    let kept = &text[..parts.body.start];
    Some(LanguageFile {
        source: Arc::new(Source::new(path.clone(), kept)),
        front_matter: parts.front_matter.filter(|_| !parts.unclosed),
        has_prose,
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
    let prose = |file: &Option<LanguageFile>| {
        file.as_ref().map(|file| Prose { path: file.source.path.clone(), is_empty: !file.has_prose })
    };
    let id: Arc<str> = (&*files.id).into();
    Record {
        slug: Localized::same(&id, count),
        slug_places: vec![None; count],
        id,
        entries: vec![None; collection.fields.len()],
        aliases: Vec::new(),
        accepted: Vec::new(),
        sources: Vec::new(),
        references: Vec::new(),
        template: None,
        prose: texts.iter().map(prose).collect(),
        folder: files.folder.clone(),
        attachments: files.attachments.clone(),
        source,
        hidden: None,
        appeared: false,
        review_by: None,
        changes_on: None,
    }
}

/// Reads `facts.yaml`; true when it is not YAML at all, so that nothing can be said about what it lacks.
fn read_facts(
    record: &mut Record,
    source: Option<&Arc<Source>>,
    collection: &Collection,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> bool {
    let Some(source) = source else { return false };
    let before = findings.len();
    let Some(root) = yaml::parse(source, findings) else { return findings.len() > before };
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
            record.entries[at] = reader.entry(field, node);
        } else if &*key.name == "accept" {
            record.accepted = accepted::read(&mut reader.context, node, collection);
        } else if RECORD_KEYS.contains(&&*key.name) {
            record_key(&mut reader, record, &key.name, node, config);
        } else {
            let known: Vec<&str> =
                collection.fields.iter().map(|f| &*f.name).chain(RECORD_KEYS.iter().copied()).collect();
            reader.context.unknown_key(key, &format!("{}", collection.id), &known);
        }
    }
    record.references = references;
    false
}

fn record_key(reader: &mut FactReader, record: &mut Record, key: &str, node: &Node, config: &Config) {
    match key {
        "source" => record.sources = reader.sources(node),
        "slug" => slugs(reader, record, node, config),
        "aliases" => aliases(reader, record, node),
        "template" => record.template = reader.context.text(node, key).map(Arc::from),
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
                true => record.appeared = true,
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
            "use small letters a to z, digits and hyphens: Über uns → ueber-uns",
        );
    }
}

fn aliases(reader: &mut FactReader, record: &mut Record, node: &Node) {
    for item in reader.context.list(node, "aliases") {
        let Some(text) = reader.context.text(item, "aliases") else { continue };
        let inner = text.strip_prefix('/').map(|rest| rest.trim_end_matches('/'));
        let is_part = |part: &str| {
            !part.is_empty()
                && !part.starts_with('.')
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.~".contains(&b))
        };
        match inner {
            Some(inner) if inner.split('/').all(is_part) => {
                let path = if inner.ends_with(".html") { format!("/{inner}") } else { format!("/{inner}/") };
                record.aliases.push(Alias { path: path.into(), span: item.span });
            }
            _ => {
                let message = format!("`{text}` is not a path of this site");
                reader.context.report(
                    &codes::INVALID_ADDRESS,
                    item.span,
                    message,
                    "write the old path from the root: /en/old-name/",
                );
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
) {
    let Some(range) = file.front_matter.clone() else { return };
    let Some(root) = yaml::parse_part(&file.source, range, findings) else { return };
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
                read_fact::add_translation(&mut reader, &mut record.entries[at], field, node, language);
            }
            Some((_, field)) => misplaced(&mut reader.context, key.span, &field.name),
            None if RECORD_KEYS.contains(&&*key.name) => misplaced(&mut reader.context, key.span, &key.name),
            None => {
                let translated = |f: &&Field| f.is_translated();
                let known: Vec<&str> =
                    collection.fields.iter().filter(translated).map(|f| &*f.name).chain(["slug"]).collect();
                reader.context.unknown_key(key, &format!("the front matter of {}", collection.id), &known);
            }
        }
    }
    record.references = references;
}

fn misplaced(context: &mut Context, span: Span, name: &str) {
    let message = format!("`{name}` is the same in every language");
    context.report(&codes::UNKNOWN_KEY, span, message, "move it to facts.yaml");
}

/// Findings for what is required and not there, and for translations that are.
fn require(record: &Record, collection: &Collection, config: &Config, findings: &mut Vec<Diagnostic>) {
    // What was written wrongly was told already, and is not missing.
    let told = |field: &Field, findings: &[Diagnostic]| {
        let quoted = format!("`{}`", field.name);
        findings.iter().any(|finding| {
            let unread = finding.code == &codes::YAML_SYNTAX && field.is_translated();
            unread
                || finding.message.contains(&quoted)
                || finding.hint.as_ref().is_some_and(|hint| hint.contains(&quoted))
        })
    };
    for (field, entry) in collection.fields.iter().zip(&record.entries) {
        if field.required && entry.is_none() && !told(field, findings) {
            let place = Place::file(record.source.path.clone());
            let finding =
                Diagnostic::new(&codes::MISSING_FIELD, place, format!("`{}` is required and not there", field.name));
            findings.push(finding.hint(required_hint(field, record)));
        }
    }
    for language in 0..config.languages.len() {
        let file = record.prose[language].as_ref().map(|prose| &prose.path);
        if record.is_translated(collection, language) {
            if file.is_some_and(|path| findings.iter().any(|finding| finding.place.path == *path)) {
                continue;
            }
            lacking_texts(record, collection, config, language, findings);
        } else if collection.untranslated == Untranslated::Error {
            let place = Place::file(record.source.path.clone());
            let tag = &config.languages[language].code;
            let message =
                format!("`{}/{}` is not translated into {}", collection.id, record.id, config.languages[language].name);
            findings.push(
                Diagnostic::new(&codes::UNTRANSLATED, place, message)
                    .hint(format!("add {tag}.md, or choose `untranslated: fallback` for the collection")),
            );
        } else if collection.untranslated == Untranslated::Fallback && record.prose.iter().any(Option::is_some) {
            let place = Place::file(record.source.path.clone());
            let language = &config.languages[language];
            let message =
                format!("there is no {}.md: the page in {} shows another language", language.code, language.name);
            findings.push(Diagnostic::new(&codes::MISSING_TRANSLATION, place, message));
        }
    }
}

fn required_hint(field: &Field, record: &Record) -> String {
    let where_to =
        if field.is_translated() && record.folder.is_some() { "to the front matter of each language" } else { "" };
    let sentence = format!("add `{}` {where_to}", field.name).trim_end().to_owned();
    format!("{sentence}; if nothing is known, say so: `{}: {{missing: not-available}}`", field.name)
}

/// A translated record that lacks single texts of a language.
fn lacking_texts(
    record: &Record,
    collection: &Collection,
    config: &Config,
    language: usize,
    findings: &mut Vec<Diagnostic>,
) {
    for (field, entry) in collection.fields.iter().zip(&record.entries) {
        for fact in entry.iter().flat_map(|entry: &Entry| &entry.history) {
            visit_texts(fact.value(), &mut |text| {
                if !text.is_empty() && text.get(language).is_none() {
                    let file = record.prose[language].as_ref().filter(|_| field.is_translated());
                    let place =
                        file.map_or_else(|| record.source.place(fact.span), |prose| Place::file(prose.path.clone()));
                    let message = format!("`{}` has no text in {}", field.name, config.languages[language].name);
                    findings.push(Diagnostic::new(&codes::MISSING_TRANSLATION, place, message));
                }
            });
        }
    }
}

fn visit_texts(value: Option<&Value>, visit: &mut impl FnMut(&Localized)) {
    match value {
        Some(Value::Localized(text)) => visit(text),
        Some(Value::List(items)) => items.iter().for_each(|item| visit_texts(item.value(), visit)),
        Some(Value::Group(fields)) => fields.iter().flatten().for_each(|fact| visit_texts(fact.value(), visit)),
        _ => {}
    }
}
