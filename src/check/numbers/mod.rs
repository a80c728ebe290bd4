//! Numbers in texts: those of every translation against those of its source text, and all of them against the facts.
//! `check` asks; `build` does not.
//!
//! In:  the prose and the translated fields of every record.
//! Out: a finding for a number that another language does not say, that is nearly a fact, or that a quote would say.
//!
//! A number is read as its language writes it ([`reading`], [`words`]); texts are compared block by block ([`blocks`],
//! [`compare`]). What an editor has looked at is acknowledged ([`acknowledged`]).

pub mod amount;
mod tokens;
pub mod words;
pub mod reading;
pub mod acknowledged;
pub mod blocks;
pub mod nearby;
pub mod compare;
mod values;
pub mod site;
pub mod text;
pub mod stated;
pub mod known;
mod quoted;
mod judge;
pub mod place;
mod prose;
pub mod fields;

use rayon::prelude::*;

use crate::check::numbers::known::Facts;
use crate::check::numbers::site::Site;
use crate::diagnostics::Diagnostic;
use crate::link::record::LinkedRecord;
use crate::parse::Files;
use crate::report::Report;

/// Looks through the prose and the translated fields of every record.
pub fn check(report: &Report, files: &dyn Files) -> Vec<Diagnostic> {
    let site = Site::new(report, files);
    let records: Vec<&LinkedRecord> = report.site.all().collect();
    records.par_iter().flat_map_iter(|linked| of_record(&site, linked)).collect()
}

fn of_record(site: &Site, linked: &LinkedRecord) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let prose = prose::of_record(site, linked);
    let facts = Facts::of_record(site, linked, &prose.texts);
    prose::check(&prose, &facts, &mut findings);
    fields::check(&facts, &mut findings);
    findings
}
