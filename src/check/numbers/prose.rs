//! The prose of a record in its languages.

use std::sync::Arc;

use crate::check::numbers::blocks;
use crate::check::numbers::judge::Case;
use crate::check::numbers::known::Facts;
use crate::check::numbers::site::Site;
use crate::check::numbers::text::Text;
use crate::diagnostics::{Diagnostic, Place};
use crate::link::record::LinkedRecord;
use crate::parse::front_matter;

/// What a record says in prose.
#[derive(Default)]
pub struct Prose {
    /// Its text in each language that has one, the source language first.
    pub texts: Vec<Text>,
    /// The file of each text.
    files: Vec<ProseFile>,
}

/// The file that the prose of one language stands in.
struct ProseFile {
    path: Arc<str>,
    content: String,
}

/// Reads the prose of a record, the source language first.
pub fn of_record(site: &Site, linked: &LinkedRecord) -> Prose {
    let mut found = Prose::default();
    for language in site.report.config.languages.positions() {
        let Some(prose) = linked.record.own_prose(language).filter(|prose| !prose.is_empty) else { continue };
        // A file that cannot be read is reported by its own page.
        let Ok(content) = site.files.text(&prose.path) else { continue };
        let blocks = blocks::of_markdown(&content, front_matter::split(&content).body);
        found.texts.push(Text::read(site, language, blocks));
        found.files.push(ProseFile { path: prose.path.clone(), content });
    }
    found
}

/// Findings about the prose of a record.
pub fn check(prose: &Prose, facts: &Facts, findings: &mut Vec<Diagnostic>) {
    let case = Case { texts: &prose.texts, accepted: &[], facts, is_markup: true, field: None };
    for remark in case.remarks() {
        let ProseFile { path, content } = &prose.files[remark.text];
        let place = Place::in_text(path.clone(), content, remark.range.start, remark.range.end);
        findings.push(Diagnostic::new(remark.code, place, remark.message).hint(remark.hint));
    }
}
