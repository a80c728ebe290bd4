//! The prose of a record in its languages.

use std::sync::Arc;

use crate::check::numbers::judge::{Case, Text};
use crate::check::numbers::known::Facts;
use crate::check::numbers::{Site, blocks};
use crate::diagnostics::{Diagnostic, Place};
use crate::link::record::LinkedRecord;
use crate::parse::front_matter;

/// The prose of one language with its file.
pub struct Prose {
    path: Arc<str>,
    whole: String,
}

/// What a record says in prose: the texts, and beside each its file.
pub type Texts = (Vec<Text>, Vec<Prose>);

/// Reads the prose of a record, the source language first.
pub fn of_record(site: &Site, linked: &LinkedRecord) -> Texts {
    let mut texts = Texts::default();
    for language in site.report.config.languages.positions() {
        let Some(prose) = linked.record.prose[language].as_ref().filter(|prose| !prose.is_empty) else { continue };
        // A file that cannot be read is reported by its own page.
        let Ok(whole) = site.files.text(&prose.path) else { continue };
        let blocks = blocks::of_markdown(&whole, front_matter::split(&whole).body);
        texts.0.push(Text::read(site, language, blocks));
        texts.1.push(Prose { path: prose.path.clone(), whole });
    }
    texts
}

/// Findings about the prose of a record.
pub fn check(texts: &Texts, facts: &Facts, findings: &mut Vec<Diagnostic>) {
    let (texts, files) = texts;
    let case = Case { texts, accepted: &[], facts, is_markup: true, field: None };
    for remark in case.remarks() {
        let Prose { path, whole } = &files[remark.text];
        let place = Place::in_text(path.clone(), whole, remark.range.start, remark.range.end);
        findings.push(Diagnostic::new(remark.code, place, remark.message).hint(remark.hint));
    }
}
