//! Files in the folders of records: which of them are published.
//!
//! Those that a fact or a text names that readers see. What nothing names is reported and stays where it is: leftovers of
//! editors and notes among colleagues lie in the same folders.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use pulldown_cmark::{Event, Parser, Tag};

use crate::config::{Config, Languages};
use crate::diagnostics::{Diagnostic, Place, codes};
use crate::link::Site;
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::model::field::{FieldKind, Markup};
use crate::model::value::Value;
use crate::parse::{Files, front_matter};
use crate::plan::addresses::Addresses;
use crate::plan::outputs::Product;
use crate::plan::page::Planner;
use crate::plan::published::{Content, PublishedFile, attachment_path};
use crate::position::LanguageIx;
use crate::prose::{self, file_named};

/// The files to publish, with a finding for each that nothing names.
pub fn published(planner: Planner, files: &dyn Files, findings: &mut Vec<Diagnostic>) -> Vec<PublishedFile> {
    let Planner { site, config, addresses, .. } = planner;
    let mut out = Vec::new();
    for linked in site.records.iter().flatten().filter(|linked| !linked.record.attachments.is_empty()) {
        let reader = Reader { site, linked, config, files };
        let shown = reader.shown(addresses);
        let named = if linked.record.attachments.iter().any(|file| !shown.contains(&**file)) {
            reader.named()
        } else {
            shown.clone()
        };
        for file in &linked.record.attachments {
            let folder = linked.record.folder.as_deref().unwrap_or_default();
            let from: Arc<str> = format!("{folder}{file}").into();
            if shown.contains(&**file) {
                let path = attachment_path(linked, file);
                out.push(PublishedFile { path, product: Product::Attachment, content: Content::Copy(from) });
            } else if !named.contains(&**file) && linked.record.is_sound {
                // Where something could not be read it may be what names the file.
                let message = format!("nothing names `{file}`: it is not published");
                let finding = Diagnostic::new(&codes::UNNAMED_FILE, Place::file(from), message);
                findings.push(finding.hint("name it in a field of the type `image` or `file` or in a text, [words](file), or move it elsewhere"));
            }
        }
    }
    out
}

/// How many bytes each of the published files of records has, by where it is in the site.
pub fn sizes(published: &[PublishedFile], files: &dyn Files) -> BTreeMap<Arc<str>, u64> {
    let of_records = published.iter().filter(|file| file.product == Product::Attachment);
    let size = |file: &PublishedFile| match &file.content {
        Content::Copy(from) => Some((from.clone(), files.size(from)?)),
        Content::Bytes(_) => None,
    };
    of_records.filter_map(size).collect()
}

/// Reads what a record names.
struct Reader<'a> {
    site: &'a Site,
    linked: &'a LinkedRecord,
    config: &'a Config,
    files: &'a dyn Files,
}

type Names<'a> = BTreeSet<&'a str>;

impl<'a> Reader<'a> {
    /// Files that readers meet: named by facts of the report's day, and by texts in languages that have pages.
    fn shown(&self, addresses: &Addresses) -> Names<'a> {
        let mut names = Names::new();
        let languages = &self.config.languages;
        for fact in self.site.effective_facts(self.linked.at) {
            fact.each(&mut |fact| self.in_fact(fact, languages, &mut names));
        }
        let (linked, record) = (self.linked, &self.linked.record);
        let pages = languages.positions().filter_map(|language| Some((language, addresses.of(linked.at, language)?)));
        let shown: BTreeSet<LanguageIx> = pages
            .map(|(language, address)| match address.translated {
                true => language,
                false => record.shown_language(self.site.model(linked.at), language, languages),
            })
            .collect();
        shown.into_iter().for_each(|language| self.in_prose(language, &mut names));
        names
    }

    /// Files that are named at all, be it by a fact of a later day or in a language that is not shown yet.
    fn named(&self) -> Names<'a> {
        let mut names = Names::new();
        let languages = &self.config.all_languages;
        for fact in self.site.written_facts(self.linked.at) {
            fact.each(&mut |fact| self.in_fact(fact, languages, &mut names));
        }
        languages.positions().for_each(|language| self.in_prose(language, &mut names));
        names
    }

    fn in_fact(&self, fact: &Effective<'a, '_>, languages: &Languages, names: &mut Names<'a>) {
        match (&fact.field.kind, fact.value()) {
            (_, Some(Value::Image(image))) => drop(names.insert(&image.file)),
            (FieldKind::File, Some(Value::Text(file))) => drop(names.insert(file)),
            (FieldKind::Text { markup, .. }, Some(value)) if *markup != Markup::Plain => match value {
                Value::Text(text) => self.in_text(text, names),
                Value::Localized(texts) => {
                    languages.positions().filter_map(|at| texts.get(at)).for_each(|text| self.in_text(text, names));
                }
                _ => {}
            },
            _ => {}
        }
    }

    fn in_prose(&self, language: LanguageIx, names: &mut Names<'a>) {
        let Some(Some(prose)) = self.linked.record.prose.get(language) else { return };
        // A file that cannot be read is reported by its page.
        let Ok(whole) = self.files.text(&prose.path) else { return };
        self.in_text(&whole[front_matter::split(&whole).body], names);
    }

    fn in_text(&self, text: &str, names: &mut Names<'a>) {
        let attachments = &self.linked.record.attachments;
        let text = prose::protect_colons(text);
        for event in Parser::new_ext(&text, prose::options()) {
            if let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event {
                names.extend(file_named(&dest_url, attachments).ok());
            }
        }
        if self.config.raw_html {
            // HTML names a file by where it is published.
            names.extend(
                attachments
                    .iter()
                    .map(|file| &**file)
                    .filter(|file| text.contains(&attachment_path(self.linked, file))),
            );
        }
    }
}
