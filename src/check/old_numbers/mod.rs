//! Old numbers and dates: after a published number or date changed, the texts that still type what it was.
//!
//! In:  the report, and what differs from the last edition.
//! Out: [`OldNumbers`]: a finding at each such number and date, in every text and language.
//!
//! A text is looked through once, whatever the number of changes: only where it holds the digits or words of one
//! ([`candidates`]) its numbers are read as [`numbers`](crate::check::numbers) reads them and looked up ([`texts`]); only one that was published of something is held against what it may mean
//! ([`meaning`]). Where nothing changed, no text is opened.

mod changed;
mod candidates;
mod figures;
mod facts;
mod date_forms;
mod texts;
mod dates;
mod meaning;
mod wording;

use std::collections::HashSet;

use rayon::prelude::*;

use crate::check::numbers::acknowledged::{self, Acknowledged};
use crate::check::numbers::compare::Found;
use crate::check::numbers::site::Site;
use crate::check::old_numbers::changed::Changed;
use crate::check::old_numbers::dates::ChangedDates;
use crate::check::old_numbers::meaning::{Asking, Meaning};
use crate::check::old_numbers::texts::{Text, TextRead};
use crate::check::old_numbers::wording::Old;
use crate::diagnostics::{Diagnostic, Place, codes};
use crate::link::record::LinkedRecord;
use crate::model::builtin::CORRECTIONS;
use crate::parse::Files;
use crate::position::LanguageIx;
use crate::publication::compare::Changes;
use crate::report::Report;

/// What texts still type of numbers that are others now.
#[derive(Debug, Default)]
pub struct OldNumbers {
    /// A finding for each of them.
    pub findings: Vec<Diagnostic>,
    /// Where acknowledgements stand that are about old numbers.
    acknowledged: Vec<Place>,
}

/// Looks for old numbers in the texts of all records.
pub fn of_site(report: &Report, changes: Option<&Changes>, files: &dyn Files) -> OldNumbers {
    let Some(changes) = changes else { return OldNumbers::default() };
    let changed = numbers(report, changes);
    let dates = ChangedDates::new(report, &changes.facts);
    if changed.is_empty() && dates.is_empty() {
        return OldNumbers::default();
    }
    let site = Site::new(report, files);
    let meaning = Meaning::new(report, &changed);
    // A correction says what a number was: that is what it is for.
    let is_text = |linked: &&LinkedRecord| *report.site.model(linked.at).id != *CORRECTIONS;
    let records: Vec<&LinkedRecord> = report.site.all().filter(is_text).collect();
    let found: Vec<OldNumbers> =
        records.par_iter().map(|linked| of_record(&site, (&meaning, &dates), linked)).collect();
    found.into_iter().fold(OldNumbers::default(), OldNumbers::with)
}

/// Every number that differs from the last edition.
fn numbers<'a>(report: &'a Report, changes: &Changes) -> Vec<Changed<'a>> {
    let facts = changes.facts.iter().filter_map(|fact| facts::changed(report, fact));
    changes.values.iter().filter_map(|value| figures::changed(report, value)).chain(facts).collect()
}

/// Looks through the texts of a record.
fn of_record<'a>(
    site: &Site<'a>,
    (meaning, dates): (&Meaning<'a>, &ChangedDates),
    linked: &'a LinkedRecord,
) -> OldNumbers {
    let texts = texts::of_record(site, linked);
    let mut old = numbers_of_record(site, meaning, (linked, &texts));
    old.findings.extend(dates.of_texts(site, linked, &texts));
    old
}

/// Looks for old numbers in the texts of a record; their Markdown is read only where one of them has a number that may be old.
fn numbers_of_record<'a>(
    site: &Site<'a>,
    meaning: &Meaning<'a>,
    (linked, texts): (&'a LinkedRecord, &[Text<'a>]),
) -> OldNumbers {
    let leads_on = texts.iter().any(|text| text.raw().contains(['@', '&']));
    let candidates = if leads_on { meaning.candidates() } else { meaning.candidates_of(linked) };
    let may_be_old = |text: &Text| {
        let reader = &site.readers[text.language];
        candidates.may_be_in(text.raw(), reader.tongue)
            && reader.read(text.raw()).iter().any(|typed| meaning.knows(typed))
    };
    if !texts.iter().any(may_be_old) {
        return OldNumbers::default();
    }
    let mut links = Vec::new();
    let read: Vec<TextRead> = texts.iter().map(|text| texts::read(site, text, &mut links)).collect();
    let asking = Asking::new(site.report, linked, &links);
    let mut hits: Vec<Old> = Vec::new();
    for TextRead { text, reads } in &read {
        let found = reads.iter().flat_map(|read| read.typed.iter().map(move |typed| Found { block: read, typed }));
        hits.extend(found.filter_map(|found| {
            let meant = meaning.of(&asking, found, text.language)?;
            Some(Old { text, found, meant })
        }));
    }
    drop_unnamed(&mut hits);
    reported(site, linked, (&read, &hits))
}

/// Where a small number of a record is named in some of its texts, others that only have its value mean something else:
/// *four plants* beside *these four headings*.
fn drop_unnamed(hits: &mut Vec<Old>) {
    fn of(old: &Old) -> (usize, LanguageIx) {
        (old.meant.at, old.text.language)
    }
    let named: HashSet<_> = hits.iter().filter(|old| old.meant.is_named()).map(of).collect();
    hits.retain(|old| !old.meant.is_small_and_own() || old.meant.is_named() || !named.contains(&of(old)));
}

/// The findings for what was found in the texts of a record, but for what is acknowledged.
fn reported(site: &Site, linked: &LinkedRecord, (read, hits): (&[TextRead], &[Old])) -> OldNumbers {
    let accepted = texts::accepted(linked);
    let is_acknowledged = |old: &&Old| {
        let own = accepted.iter().filter(|(field, _)| Some(*field) == old.text.field()).map(|(_, one)| one);
        let inside = old.found.block.block.acknowledged.iter();
        acknowledged::covers(inside.chain(own), &[&old.found.typed.value])
    };
    let mut old = OldNumbers::default();
    old.findings.extend(hits.iter().filter(|old| !is_acknowledged(old)).map(|old| wording::finding(site, linked, old)));
    for TextRead { text, reads } in read {
        let used = reads.iter().flat_map(|read| &read.block.acknowledged).filter(|one| one.is_used.get());
        old.acknowledged.extend(used.map(|one| text.place(site, linked, one.range.clone())));
    }
    let used = accepted.iter().filter(|(_, one)| one.is_used.get());
    let source = &linked.record.source;
    let place = |one: &Acknowledged| Place::in_text(source.path.clone(), &source.text, one.range.start, one.range.end);
    old.acknowledged.extend(used.map(|(_, one)| place(one)));
    old
}

impl OldNumbers {
    /// Adds the findings to others, without what `check` says of the same numbers: that they are nearly what a fact is now,
    /// and that nothing is to be said of one that an editor acknowledged here.
    pub fn add_to(self, findings: &mut Vec<Diagnostic>) {
        fn at(place: &Place) -> (&str, u32, u32) {
            (&place.path, place.line, place.column)
        }
        let said: HashSet<_> = self.findings.iter().map(|old| at(&old.place)).collect();
        let met: HashSet<_> = self.acknowledged.iter().map(at).collect();
        findings.retain(|finding| {
            let is_near = finding.code == &codes::NEAR_MISS && said.contains(&at(&finding.place));
            let is_met = finding.code == &codes::ACKNOWLEDGEMENT && met.contains(&at(&finding.place));
            !is_near && !is_met
        });
        findings.extend(self.findings);
    }

    fn with(mut self, other: OldNumbers) -> OldNumbers {
        self.findings.extend(other.findings);
        self.acknowledged.extend(other.acknowledged);
        self
    }
}
