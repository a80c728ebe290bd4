//! Drafts of corrections: a record for each change that no correction tells of, with every value filled in and a blank for
//! the reason.
//!
//! In:  the changes, the model (which fields tell the items of a list apart), the languages of the site, the day.
//! Out: paths and texts of files below `content/corrections/`, none of which is there yet.
//!
//! What changed together is one record: a series of one figure, or of one fact, over a range of dates; the same field of
//! several records.

mod yaml;
mod told;
mod figures;
mod facts;

use std::collections::BTreeSet;

use crate::link::Site;
use crate::model::builtin::CORRECTIONS;
use crate::parse::Files;
use crate::publication::candidate::Candidate;
use crate::publication::compare::{ChangedFact, Changes};
use crate::publication::draft::told::Told;

/// What stands where somebody has to say why.
const WHY: &str = "[[to fill: why]]";

/// A file that is not there yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its path: `content/corrections/centers-x-capital-2022-02.yaml`.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// What a correction of one fact would say: whether it is a revision, and its lines from `of` on.
pub fn of_fact(site: &Site, fact: &ChangedFact) -> (bool, Vec<String>) {
    let told = facts::of_fact(site, fact);
    (told.is_revision, told.lines)
}

/// A draft for each uncorrected change, or group of changes. Paths are the same whenever the changes are.
pub fn drafts(candidate: &Candidate, changes: &Changes, files: &dyn Files) -> Vec<Draft> {
    let mut taken: BTreeSet<String> = files.paths().iter().filter_map(|path| record_of(path)).collect();
    let told = facts::told(candidate.site, changes).into_iter().chain(figures::told(candidate.site, changes));
    told.map(|told| Draft { path: free_path(&told.name, &mut taken), text: text(candidate, &told) }).collect()
}

/// The correction that a file belongs to: `content/corrections/x.yaml`, `content/corrections/x/en.md`.
fn record_of(path: &str) -> Option<String> {
    let inner = path.strip_prefix("content/")?.strip_prefix(CORRECTIONS)?.strip_prefix('/')?;
    Some(inner.split(['/', '.']).next()?.to_owned())
}

/// The path of a name, with a number behind it where that is taken.
fn free_path(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut free = name.to_owned();
    for number in 2.. {
        if taken.insert(free.clone()) {
            break;
        }
        free = format!("{name}-{number}");
    }
    format!("content/{CORRECTIONS}/{free}.yaml")
}

fn text(candidate: &Candidate, told: &Told) -> String {
    let kind = if told.is_revision { "revision" } else { "correction" };
    let languages = candidate.config.languages.iter();
    let reasons: String = languages.map(|language| format!("  {}: \"{WHY}\"\n", language.code)).collect();
    let lines: String = told.lines.iter().map(|line| format!("{line}\n")).collect();
    format!("kind: {kind}\ngrade: minor\ndate: {}\nreason:\n{reasons}{lines}", candidate.run.today)
}
