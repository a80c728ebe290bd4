//! Publication: the site → what differs from what was published, and the record of the next publication.
//!
//! In:  the finished plan of the site, its figures, and `content/published.lock`, where every publication is recorded.
//! Out: [`Publication`]: when each page last changed, and every difference; findings for values that are others without a
//!      correction that tells of it, and for addresses that lead nowhere now.
//!
//! What was published is a promise: the program does not judge whether a number is right, only that nobody changes one, or
//! breaks a link, without saying so.

pub mod value;
pub mod fact;
pub mod correction;
mod said;
mod reading;
pub mod fingerprint;
pub mod lock;
mod lock_reader;
pub mod facts;
pub mod candidate;
pub mod compare;
pub mod told;
pub mod change;
mod history;
pub mod paths;
mod renames;
mod kept;
mod next;
mod changed_facts;
mod findings;
pub mod corrections;
mod fact_chains;
mod touched;
pub mod newest;
mod courses;
pub mod editions;
pub mod explain;
pub mod draft;
mod fact_findings;

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use crate::config::Run;
use crate::diagnostics::{Checked, Diagnostic};
use crate::figures::Basis;
use crate::link::Site;
use crate::model::date::Day;
use crate::parse::{Files, Source};
use crate::plan::page::PageKind;
use crate::position::RecordIx;
use crate::publication::candidate::{Candidate, path_of};
use crate::publication::changed_facts::FactComparison;
use crate::publication::compare::{ChangedValue, Changes};
use crate::publication::corrections::Check;
use crate::publication::draft::Draft;
use crate::publication::editions::Editions;
use crate::publication::explain::{Uncorrected, explain};
use crate::publication::fact_chains::FactChains;
use crate::publication::findings::{Other, Published};
use crate::publication::lock::{Entry, Lock};
use crate::publication::newest::Newest;
use crate::publication::next::Predecessor;
use crate::publication::told::{Account, Known};

/// The record of what was published, as it stands in the site's folder.
pub struct Recorded {
    read: Checked<Option<(Source, Lock)>>,
}

/// Reads the record of what was published.
pub fn recorded(files: &dyn Files) -> Recorded {
    Recorded { read: lock_reader::read(files) }
}

impl Recorded {
    /// What was published, as far as it can be read; `None`: nothing was.
    pub fn lock(&self) -> Option<&Lock> {
        self.read.value.as_ref().map(|(_, lock)| lock)
    }

    /// Whether there may be more than one edition to tell of: a publication makes one if anything is new.
    pub fn may_tell_changes(&self, site: &Site, run: &Run, purpose: Purpose) -> bool {
        let today = (purpose == Purpose::Publish).then(|| Day::from(run.today));
        self.lock().is_some_and(|lock| editions::days(site, lock, today).len() > 1)
    }
}

/// What is known of earlier publications.
#[derive(Debug, Default)]
pub struct Publication {
    /// What differs from the last one; `None`: there was none.
    pub changes: Option<Changes>,
    /// What each edition changed; `None`: there is one at most.
    pub editions: Option<Editions>,
    /// The record of the next; `None` when none was asked for.
    pub next: Option<Lock>,
    /// Corrections that are missing, where a record of the next was asked for.
    pub drafts: Vec<Draft>,
    /// What the corrections tell, in the order of their records.
    accounts: Vec<Account>,
    /// The corrections that touch each record, the newest first.
    touching: BTreeMap<RecordIx, Vec<RecordIx>>,
    /// The newest correction of each value.
    pub newest: Newest,
    /// When the page at an address last changed what it says.
    changed: HashMap<String, Day>,
}

/// What a run is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To make the site: what was published is only looked at.
    Build,
    /// To record what is published, or to see what would be.
    Publish,
}

impl Publication {
    /// Whether nothing is known that pages could tell: nothing was published, and no correction tells of anything.
    pub fn is_nothing(&self) -> bool {
        self.accounts.is_empty() && self.editions.is_none() && self.changed.is_empty()
    }

    /// Writes all that pages may tell of it, for programs: two that are the same tell the same.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        let Publication { accounts, touching, newest, editions, changed, .. } = self;
        write!(out, "{accounts:?}{touching:?}{newest:?}{editions:?}")?;
        let changed: BTreeMap<&String, &Day> = changed.iter().collect();
        write!(out, "{changed:?}")
    }

    /// What a record of `corrections` tells; `None`: it is none, or what it says cannot be read.
    pub fn account(&self, record: RecordIx) -> Option<&Account> {
        let at = self.accounts.binary_search_by_key(&record, |account| account.correction.record).ok()?;
        self.accounts.get(at)
    }

    /// What all corrections tell, in the order of their records.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.accounts.iter()
    }

    /// The corrections that touch a record, the newest first: those about it, and of a figure those of facts that it is made of.
    pub fn corrections_of(&self, record: RecordIx) -> &[RecordIx] {
        self.touching.get(&record).map_or(&[], Vec::as_slice)
    }

    /// The day of the publication that last changed what the page at `path` says; `None` before the first.
    pub fn changed(&self, path: &str) -> Option<Day> {
        self.changed.get(path).copied()
    }
}

/// How the stages before this one ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soundness {
    /// Without an error: what differs, somebody changed.
    Sound,
    /// With errors: what follows from them would be reported as if somebody had changed it.
    Faulty,
}

/// Compares a site with what was published of it; one with errors only gets the days of its pages.
pub fn of_site(
    candidate: &Candidate,
    (files, recorded): (&dyn Files, Recorded),
    purpose: Purpose,
    soundness: Soundness,
) -> Checked<Publication> {
    let mut findings = Vec::new();
    let Checked { value: mut before, diagnostics } = recorded.read;
    if let Some((_, lock)) = &mut before {
        renames::apply(lock, candidate.site, candidate.plan);
    }
    let is_comparable = diagnostics.is_empty() && soundness == Soundness::Sound && !candidate.run.drafts;
    findings.extend(diagnostics);
    let corrections = reading::read(candidate.site, candidate.config, &mut findings);
    let nothing = Lock::default();
    let lock = before.as_ref().map(|(_, lock)| lock);
    let known = Known { candidate, lock: lock.unwrap_or(&nothing) };
    let mut accounts = told::all(&known, corrections);
    touched::add(candidate, &mut accounts);
    let touching = touched::by_record(&accounts);
    let newest = Newest::of(candidate.site, &accounts);
    let mut publication = Publication { accounts, touching, newest, ..Publication::default() };
    if let Some((source, lock)) = before.as_ref().filter(|_| is_comparable) {
        let comparison = Comparison { published: Published { candidate, source, lock }, purpose };
        publication.changes = Some(comparison.changes(&publication.accounts, &mut findings));
    }
    if purpose == Purpose::Publish {
        let changes = publication.changes.as_ref();
        let predecessor = Predecessor { lock: known.lock, changes, accounts: &publication.accounts };
        let next = next::next(candidate, candidate.lock(), &predecessor);
        if let (Some(changes), Some(lock)) = (&mut publication.changes, lock) {
            compare::add_news(changes, lock, &next);
            publication.drafts = draft::drafts(candidate, changes, files);
        }
        publication.next = Some(next);
    }
    let today = (purpose == Purpose::Publish).then(|| Day::from(candidate.run.today));
    let told_of = publication.next.as_ref().or(lock);
    publication.editions = told_of.and_then(|lock| editions::of_site(candidate, lock, &publication.accounts, today));
    publication.changed = publication.next.as_ref().or(lock).map(|lock| dates(candidate, lock)).unwrap_or_default();
    Checked { value: publication, diagnostics: findings }
}

/// The comparison of a site with what was published of it.
struct Comparison<'s> {
    published: Published<'s>,
    purpose: Purpose,
}

impl Comparison<'_> {
    /// What differs from the last publication, with findings for what nobody reports.
    fn changes(&self, accounts: &[Account], findings: &mut Vec<Diagnostic>) -> Changes {
        let Published { candidate, lock, .. } = self.published;
        let as_of = candidate.site.as_of.early();
        let mut changes = Changes { values: compare::changed_values(candidate, lock, as_of), ..Changes::default() };
        let check = Check { candidate, lock, as_of };
        let chains = check.normalize_keys(corrections::chains_of(candidate.site, accounts));
        let uncorrected = explain(&check, &mut changes.values, &chains);
        check.chains(&chains, findings);
        changes.untold = uncorrected.iter().map(|one| one.value.key.clone()).collect();
        findings.extend(self.unexplained(uncorrected));
        self.facts(&mut changes, accounts, findings);
        findings.extend(findings::older_as_of(&self.published));
        // A report of an earlier day does not have the pages of today.
        if !candidate.site.is_earlier() {
            compare::add_addresses(&mut changes, candidate, lock);
            findings.extend(findings::gone(&self.published, &changes));
        }
        changes
    }

    /// Adds what became of published facts, with findings for what nobody reports. A record of format 1 has none.
    fn facts(&self, changes: &mut Changes, accounts: &[Account], findings: &mut Vec<Diagnostic>) {
        let Published { candidate, lock, .. } = self.published;
        if lock.editions.is_empty() {
            return;
        }
        let mut found = FactComparison { site: candidate.site, lock }.changes();
        let chains = FactChains::of(Known { candidate, lock }, accounts);
        chains.explain(&mut found.changed);
        chains.check(findings);
        let unexplained = found.changed.iter().filter(|change| !change.explained);
        findings.extend(unexplained.map(|change| fact_findings::changed(&self.published, change)));
        findings.extend(found.gone.iter().map(|(key, count)| fact_findings::record_gone(&self.published, key, *count)));
        (changes.facts, changes.new_facts) = (found.changed, found.new);
    }

    /// Findings for changed values that no correction tells of; one for a figure that is not there at all, unless it said
    /// that it would go.
    fn unexplained(&self, uncorrected: Vec<Uncorrected>) -> Vec<Diagnostic> {
        let Published { candidate, source, lock } = self.published;
        let mut gone: BTreeMap<Box<str>, usize> = BTreeMap::new();
        let mut found = Vec::new();
        for Uncorrected { value, later } in uncorrected {
            if compare::figure(candidate, &value.key.figure).is_some() {
                let by_time = self.by_time(&value);
                found.push(findings::changed(&self.published, &Other { value, later, by_time }));
            } else if !candidate.site.has_expired(&format!("figures/{}", value.key.figure)) {
                *gone.entry(value.key.figure).or_default() += 1 + later;
            }
        }
        let of_gone = gone.iter().filter_map(|(id, count)| {
            let (_, first): (_, &Entry<_>) = candidate::of_figure(&lock.values, id).next()?;
            Some(findings::figure_gone(source, id, first, *count))
        });
        found.extend(of_gone);
        found
    }

    /// What only the passing of time did to a computed value since the last publication. A build that nobody attends goes
    /// on with it; whoever publishes tells readers of it.
    fn by_time(&self, value: &ChangedValue) -> Option<String> {
        if self.purpose == Purpose::Publish || value.was.basis != Basis::Computed {
            return None;
        }
        let Published { candidate, lock, .. } = self.published;
        let last = lock.last_day()?;
        let formula = compare::figure(candidate, &value.key.figure)?.formula.as_ref()?;
        candidate.site.changed_by_time(formula.collection, last)
    }
}

/// When each page of the site last changed, by its address: a page that moved says what it said.
fn dates(candidate: &Candidate, lock: &Lock) -> HashMap<String, Day> {
    let known: HashMap<(&str, &str), Day> =
        lock.pages.values().map(|page| ((&*page.it.of, &*page.it.language), page.edition)).collect();
    let dated = candidate.plan.pages.iter().filter_map(|page| {
        let of = match page.kind {
            PageKind::Index { collection, .. } => candidate.site.collections[collection].id.to_string(),
            _ => candidate.name_of(page.kind)?,
        };
        let day = known.get(&(of.as_str(), &*candidate.config.languages[page.language].code))?;
        Some((path_of(&page.file), *day))
    });
    dated.collect()
}

#[cfg(test)]
mod tests;
