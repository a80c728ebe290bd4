//! Asks everybody who refers to a record, each on its own days, and adds the answers up.

use std::collections::BTreeMap;

use crate::figures::compute::answer::{Answer, Truth};
use crate::figures::compute::back_references::{BackReferenceIndex, Best, Timeline};
use crate::figures::compute::days::Days;
use crate::figures::compute::snapshot::Snapshot;
use crate::figures::condition::{At, Check, Test};
use crate::figures::formula::{By, Formula};
use crate::figures::path::Path;
use crate::link::Site;
use crate::link::back_references::BackReference;
use crate::model::date::Day;
use crate::model::value::{Status, Value};
use crate::position::{BackReferenceIx, RecordIx};

/// The index of a record for a formula, up to a day.
pub fn index<'f>(site: &Site, formula: &'f Formula, record: RecordIx, until: Day) -> BackReferenceIndex<'f> {
    let tests = formula.tests.iter().filter_map(|test| match test.at {
        At::Back(name) if is_on_records(&test.is) => {
            Some((test, meeting(&Referrers { site, record, name, until }, test)))
        }
        At::Back(_) | At::Field(_) | At::Item(_) | At::Itself => None,
    });
    let best = match &formula.by {
        Some(By::Best { back: name, path, .. }) => best(&Referrers { site, record, name: *name, until }, path),
        Some(By::Path(_)) | None => Vec::new(),
    };
    BackReferenceIndex { record, tests: tests.collect(), best }
}

/// Whether a check asks something of those who refer, not only whether there are any.
fn is_on_records(check: &Check) -> bool {
    match check {
        Check::All(_) => true,
        Check::Not(inner) => is_on_records(inner),
        Check::OneOf(_) | Check::Range { .. } | Check::Missing(_) => false,
    }
}

/// Whether one of those who refer meets a test.
fn meeting(referrers: &Referrers, test: &Test) -> Timeline<Answer> {
    let tests = test.is.inner_tests();
    let counted = referrers.counted(
        |days, back| days.of_tests(tests, back.record),
        |snapshot, back| {
            let answer = snapshot.all(back.record, tests, Some(back));
            // Those who do not meet the test need not be counted.
            (answer.truth != Truth::False).then_some((answer.truth, answer.status))
        },
    );
    counted.into_iter().map(|(day, counts)| (day, any(&counts))).collect()
}

/// Whether one of them meets the test: the firmest who does.
fn any(counts: &Counts<Truth>) -> Answer {
    let truths = counts.keys().map(|(truth, _)| *truth);
    let holds = counts.keys().filter(|(truth, _)| *truth == Truth::True);
    match holds.map(|(_, status)| *status).min() {
        Some(status) => Answer { truth: Truth::True, status },
        None => Answer { truth: truths.max().unwrap_or(Truth::False), status: Status::Final },
    }
}

/// The best option of one of those who refer.
fn best(referrers: &Referrers, path: &Path) -> Timeline<Best> {
    let counted = referrers.counted(
        |days, back| days.of_path(&path.hops, back.record),
        |snapshot, back| best_of(snapshot, back.record, path),
    );
    counted.into_iter().map(|(day, counts)| (day, counts.keys().next().copied())).collect()
}

/// The best option of one record: its first, with the firmest status of those facts that say so.
fn best_of(snapshot: &Snapshot, record: RecordIx, path: &Path) -> Best {
    let mut best: Best = None;
    snapshot.each(path, record, &mut |_, fact| {
        if let Some(Value::Choice(option)) = fact.value() {
            let own = (*option, fact.status.unwrap_or_default());
            best = Some(best.map_or(own, |known| known.min(own)));
        }
    });
    best
}

/// Those who refer to a record by a name, up to a day.
struct Referrers<'s> {
    site: &'s Site,
    record: RecordIx,
    name: BackReferenceIx,
    until: Day,
}

/// How many give each answer, each by what it says and how firmly.
type Counts<A> = BTreeMap<(A, Status), usize>;

/// On a day one answer of somebody is replaced by another; `None`: none.
struct Changed<A> {
    day: Day,
    before: Option<(A, Status)>,
    after: Option<(A, Status)>,
}

impl Referrers<'_> {
    /// How many give each answer, from each day on that changes it. `days_of` collects the days on which somebody's answer
    /// may change, `ask` asks for it.
    fn counted<A: Ord + Copy>(
        &self,
        days_of: impl Fn(&mut Days, BackReference),
        ask: impl Fn(&Snapshot, BackReference) -> Option<(A, Status)>,
    ) -> Timeline<Counts<A>> {
        let mut changes = Vec::new();
        for back in self.site.past_referrers(self.record, self.name) {
            let mut days = Days::new(self.site);
            days.always();
            days.refers(self.record, self.name, back);
            days_of(&mut days, back);
            let mut before = None;
            for day in days.days.into_keys().filter(|day| *day <= self.until) {
                let snapshot = Snapshot::on(self.site, day);
                let refers = snapshot.refers(self.record, self.name, back);
                let after = if refers { ask(&snapshot, back) } else { None };
                if after != before {
                    changes.push(Changed { day, before, after });
                    before = after;
                }
            }
        }
        changes.sort_by_key(|change| change.day);
        added_up(changes)
    }
}

fn added_up<A: Ord + Copy>(changes: Vec<Changed<A>>) -> Timeline<Counts<A>> {
    let (mut counts, mut timeline): (Counts<A>, Timeline<Counts<A>>) = (BTreeMap::new(), Vec::new());
    for Changed { day, before, after } in changes {
        if let Some(count) = before.and_then(|before| counts.get_mut(&before)) {
            *count -= 1;
        }
        counts.retain(|_, count| *count > 0);
        if let Some(after) = after {
            *counts.entry(after).or_default() += 1;
        }
        match timeline.last_mut() {
            Some((last, known)) if *last == day => known.clone_from(&counts),
            _ => timeline.push((day, counts.clone())),
        }
    }
    timeline
}
