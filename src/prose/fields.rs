//! Texts of fields with markup: their HTML, and what is wrong with them, at the line where they are written.

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostics::Diagnostic;
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::markup::html::without_tags;
use crate::model::field::{FieldKind, Markup};
use crate::model::value::Value;
use crate::parse::yaml::{self, Kind, Node};
use crate::parse::{Files, Source, Span, front_matter, scalar};
use crate::position::{CollectionIx, LanguageIx, RecordIx};
use crate::prose::render::render;
use crate::prose::said::{Said, said};
use crate::prose::text::{Index, Place, Text};
use crate::report::localizer::Localizer;
use crate::report::{Report, recorder};
use crate::words::facts;

/// Letters without which a text is nothing but words.
const MARKS: &[char] = &['[', '!', '<', '*', '_', '~', '#', '@', ':', '|', '>'];

/// A text field with markup, as HTML. What is wrong with it is for [`check`]: the text has a place on many pages.
pub fn of_field(localizer: Localizer, fact: &Effective, text: &str) -> String {
    let (prose, found) = read(localizer, fact, text, render);
    recorder::note_inner(found.reads);
    let html = prose.html.trim();
    match fact.field.kind {
        FieldKind::Text { markup: Markup::Inline, .. } => {
            html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")).unwrap_or(html).to_owned()
        }
        _ => html.to_owned(),
    }
}

/// A field of a record in words, without markup; `None`: it says nothing.
pub fn plain_field(localizer: Localizer, record: RecordIx, name: &str) -> Option<String> {
    let (at, _) = localizer.report.site.model(record).field(name)?;
    let fact = localizer.report.site.effective(record, at)?;
    Some(plain_words(localizer, &fact)).filter(|words| !words.is_empty())
}

/// The summary of a record as plain text.
pub fn plain_summary(localizer: Localizer, record: RecordIx) -> Option<String> {
    let at = localizer.report.site.model(record).roles.summary?;
    let field = &localizer.report.site.model(record).fields[at];
    let (shown, text) = localizer.report.site.text(record, Some(at), localizer.language)?;
    match field.kind {
        FieldKind::Text { markup: Markup::Plain, .. } => Some(text.to_owned()),
        FieldKind::Text { .. } => {
            let fact = localizer.report.site.effective(record, at)?;
            Some(plain(&of_field(localizer.report.localizer(shown), &fact, text)))
        }
        _ => None,
    }
}

/// The HTML of a text as plain text, without its blocks: a table or a picture has none.
pub fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<figure") {
        text.push_str(&rest[..start]);
        rest = rest[start..].split_once("</figure>").map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    without_tags(&text)
}

/// A fact in words, as plain text.
pub fn plain_words(localizer: Localizer, fact: &Effective) -> String {
    let words = facts::words(localizer, fact);
    match fact.field.kind {
        FieldKind::Text { markup, .. } if markup != Markup::Plain => plain(&of_field(localizer, fact, &words)),
        _ => words,
    }
}

/// What a text field with markup says and shows.
pub fn shown(localizer: Localizer, fact: &Effective, text: &str) -> Said {
    read(localizer, fact, text, said).0
}

/// Makes something of a text, with what was read and found on the way.
fn read<T>(
    localizer: Localizer,
    fact: &Effective,
    text: &str,
    make: impl FnOnce(&Text) -> T,
) -> (T, recorder::Current) {
    let path: Arc<str> = fact.linked.record.source.path.clone();
    // Only notes and headings have ids.
    let ids = if text.contains("[^") || text.contains('#') { ids(localizer.report, fact) } else { String::new() };
    let text = Text {
        page: localizer,
        words: localizer,
        files: None,
        place: place_of(fact),
        linked: fact.linked,
        path: &path,
        whole: text,
        range: 0..text.len(),
        ids: &ids,
        index: Index::default(),
    };
    recorder::recorded(recorder::Current { language: localizer.language, ..recorder::Current::default() }, || {
        make(&text)
    })
}

/// A field of one line has no room for blocks.
fn place_of(fact: &Effective) -> Place {
    match fact.field.kind {
        FieldKind::Text { markup: Markup::Block, .. } => Place::Field,
        _ => Place::Line,
    }
}

/// What ids in the text of a field begin with. Lists show several records, records several texts, lists and histories several
/// facts of a field.
fn ids(report: &Report, fact: &Effective) -> String {
    let (linked, model) = (fact.linked, report.site.model(fact.linked.at));
    let own = model.field(&fact.field.name).and_then(|(at, _)| linked.fact(at));
    let which = match own {
        Some(own) if std::ptr::eq(own, fact.written) => String::new(),
        _ => format!("{}-", fact.written.span.start),
    };
    format!("{}-{}-{}-{which}", model.id, linked.record.id, fact.field.name)
}

/// Looks through the texts with markup of every record.
pub fn check(report: &Report, files: &dyn Files) -> Vec<Diagnostic> {
    let has_texts =
        |(at, _): &(CollectionIx, _)| report.site.collections[*at].fields.iter().any(|field| field.kind.has_markup());
    let records = report.site.records.entries().filter(has_texts).flat_map(|(_, records)| records);
    let records: Vec<&LinkedRecord> = records.map(|linked| &**linked).collect();
    let of_record = |linked: &&LinkedRecord| {
        let mut findings = Vec::new();
        for fact in report.site.effective_facts(linked.at) {
            fact.each(&mut |fact| Checker { report, files, fact }.texts(&mut findings));
        }
        findings
    };
    records.par_iter().flat_map_iter(of_record).collect()
}

struct Checker<'a> {
    report: &'a Report,
    files: &'a dyn Files,
    fact: &'a Effective<'a, 'a>,
}

impl Checker<'_> {
    fn texts(&self, findings: &mut Vec<Diagnostic>) {
        match (&self.fact.field.kind, self.fact.value()) {
            (FieldKind::Text { markup: Markup::Plain, .. }, _) => {}
            (FieldKind::Text { .. }, Some(Value::Text(text))) => self.text(text, LanguageIx::SOURCE, findings),
            (FieldKind::Text { .. }, Some(Value::Localized(texts))) => {
                let languages = self.report.config.languages.positions();
                for (language, text) in languages.filter_map(|language| Some((language, texts.get(language)?))) {
                    self.text(text, language, findings);
                }
            }
            _ => {}
        }
    }

    fn text(&self, text: &str, language: LanguageIx, findings: &mut Vec<Diagnostic>) {
        if !text.contains(MARKS) {
            return;
        }
        let (_, found) = read(self.report.localizer(language), self.fact, text, render);
        if found.findings.is_empty() {
            return;
        }
        let written = self.in_front_matter(text, language).or_else(|| self.in_facts(text, language));
        for mut finding in found.findings {
            finding.place = match &written {
                Some(written) => written.place(text, &finding),
                None => self.fact.linked.record.source.place(self.fact.written.span),
            };
            findings.push(finding);
        }
    }

    /// A text that stands in the front matter of its language.
    fn in_front_matter(&self, text: &str, language: LanguageIx) -> Option<Written> {
        let path = &self.fact.linked.record.prose.get(language)?.as_ref()?.path;
        let whole = self.files.text(path).ok()?;
        let range = front_matter::split(&whole).front_matter?;
        let source = Arc::new(Source::new(path.clone(), whole));
        let root = yaml::parse_part(&source, range, &mut Vec::new())?;
        let node = root.get(&self.fact.field.name)?;
        let node = node.get("is").unwrap_or(node);
        (node.text() == Some(text)).then(|| Written { span: node.span, source })
    }

    /// A text that stands in the facts, be it for all languages or in a map by language.
    fn in_facts(&self, text: &str, language: LanguageIx) -> Option<Written> {
        let source = self.fact.linked.record.source.clone();
        let root = yaml::parse(&source, &mut Vec::new())?;
        let tag = &self.report.config.languages[language].code;
        let mut search = Search { text, within: self.fact.written.span, found: Vec::new() };
        search.visit(&root, "");
        let found = search.found;
        let own = found.iter().find(|(key, _)| *key == &**tag).or(found.first())?;
        Some(Written { span: own.1, source: source.clone() })
    }
}

/// Looks for the scalars of a text within a span.
struct Search<'n, 't> {
    text: &'t str,
    within: Span,
    /// Each with the key it stands at.
    found: Vec<(&'n str, Span)>,
}

impl<'n> Search<'n, '_> {
    fn visit(&mut self, node: &'n Node, key: &'n str) {
        if node.span.end <= self.within.start || node.span.start >= self.within.end {
            return;
        }
        match &node.kind {
            Kind::Scalar { text, .. } if **text == *self.text => self.found.push((key, node.span)),
            Kind::Scalar { .. } => {}
            Kind::Sequence(items) => items.iter().for_each(|item| self.visit(item, key)),
            Kind::Mapping(entries) => entries.iter().for_each(|(key, value)| self.visit(value, &key.name)),
        }
    }
}

/// Where a text is written.
struct Written {
    source: Arc<Source>,
    span: Span,
}

impl Written {
    /// The place of a finding, which knows its own within the text.
    fn place(&self, text: &str, finding: &Diagnostic) -> crate::diagnostics::Place {
        let (line, column) = (finding.place.line.max(1) as usize, finding.place.column.max(1) as usize);
        let line_start = text.split_inclusive('\n').take(line - 1).map(str::len).sum::<usize>();
        let letters =
            |count: usize| text[line_start..].char_indices().nth(count).map_or(text.len(), |(at, _)| line_start + at);
        let (start, end) = (letters(column - 1), letters(column - 1 + finding.place.length as usize));
        let written = &self.source.text[self.span.start as usize..self.span.end as usize];
        let places = scalar::places(written, text);
        let at = |offset: usize| self.span.start + places[offset.min(text.len())] as u32;
        self.source.place(Span { start: at(start), end: at(end).max(at(start)) })
    }
}
