//! Numbers in texts: those of every translation against those of its source text, and all of them against the facts.
//! `check` asks; `build` does not.
//!
//! In:  the prose and the translated fields of every record.
//! Out: a finding for a number that another language does not say, that is nearly a fact, or that a quote would say.
//!
//! A number is read as its language writes it ([`reading`], [`words`]); texts are compared block by block ([`blocks`],
//! [`compare`]). What an editor has looked at is acknowledged ([`acknowledged`]).

mod acknowledged;
mod amount;
mod blocks;
mod compare;
mod fields;
mod judge;
mod known;
mod nearby;
mod place;
mod quoted;
mod reading;
mod stated;
mod texts;
mod tokens;
mod words;

use rayon::prelude::*;

use crate::check::numbers::reading::Reader;
use crate::diagnostics::Diagnostic;
use crate::link::record::LinkedRecord;
use crate::locale::Locale;
use crate::model::number::Number;
use crate::parse::Files;
use crate::position::{LanguageIx, List};
use crate::report::Report;

/// What the check of a record needs of the site.
struct Site<'a> {
    report: &'a Report,
    files: &'a dyn Files,
    /// One per language.
    readers: List<LanguageIx, Reader>,
    values: known::Values,
}

/// Looks through the prose and the translated fields of every record.
pub fn check(report: &Report, files: &dyn Files) -> Vec<Diagnostic> {
    let readers: List<LanguageIx, Reader> = report.locales.iter().map(reader).collect();
    let site = Site { report, files, readers, values: known::Values::of_site(report) };
    let records: Vec<&LinkedRecord> = report.site.records.iter().flatten().collect();
    records.par_iter().flat_map_iter(|linked| of_record(&site, linked)).collect()
}

fn of_record(site: &Site, linked: &LinkedRecord) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let texts = texts::of_record(site, linked);
    let facts = known::Facts::of_record(site, linked, &texts);
    texts::check(&texts, &facts, &mut findings);
    fields::check(&facts, &mut findings);
    findings
}

fn reader(locale: &Locale) -> Reader {
    let sample = Number::parse("1.5").map(|number| locale.number(&number)).unwrap_or_default();
    let decimal = sample.chars().find(|c| !c.is_ascii_digit()).unwrap_or('.');
    Reader::new(&locale.language.code, decimal, locale.months())
}
