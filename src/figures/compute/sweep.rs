//! One sweep through time: on which days a figure changes, and to what.
//!
//! Each record is looked at only on the days on which a fact that decides about it begins; what it adds to the totals on
//! one day and not on the next is an event; the events in order give every value the figure ever had. So the work grows
//! with the facts, not with days times records, and a value of any day is found by halving.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::figures::compute::back_references::BackReferenceIndex;
use crate::figures::compute::days::Days;
use crate::figures::compute::indexing::index;
use crate::figures::compute::snapshot::Snapshot;
use crate::figures::compute::totals::{Measured, Share, Totals};
use crate::figures::formula::{Aggregate, By, Formula};
use crate::figures::path::{End, Path};
use crate::figures::{Amount, Step, Steps};
use crate::link::Site;
use crate::link::record::LinkedRecord;
use crate::model::date::Day;
use crate::model::effective::EffectiveDate;
use crate::model::value::{Status, Value};
use crate::position::{LanguageIx, OptionIx, RecordIx};

/// A group of records that have something in common. Ordered as groups are shown when nothing else orders them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Those that refer to this record, or this record itself.
    Record(RecordIx),
    /// Those that have this option.
    Option(OptionIx),
    /// Those of which it is true, or false.
    Boolean(bool),
    /// Those that have this text or language tag.
    Text(Arc<str>),
    /// Of a coverage: those that nobody covers.
    Nobody,
    /// Those of which it is not known.
    Missing,
}

/// Everything that a formula gives, through time.
#[derive(Debug, Default)]
pub struct Swept {
    /// The values of the whole.
    pub steps: Steps,
    /// The values of each group that ever had a record.
    pub groups: BTreeMap<Key, Steps>,
    /// The records behind the value of the last day.
    pub members: Members,
    /// Records that begin or cease to count on a date that is coarser than a day.
    pub unsure: Vec<Unsure>,
}

/// Records that meet the condition on the last day, in order of their collection.
#[derive(Debug, Default)]
pub struct Members {
    /// All of them.
    pub all: Vec<RecordIx>,
    /// Those of each group that has a record on that day.
    pub of_groups: BTreeMap<Key, Vec<RecordIx>>,
}

/// A record and the days between which one of its dates makes it a part of the figure, or no part any more.
#[derive(Debug)]
pub struct Unsure {
    /// The record that may count or not.
    pub record: RecordIx,
    /// The first day of the date.
    pub from: Day,
    /// The last day of the date.
    pub to: Day,
    /// Whether the value of the whole changes, not only that of a group.
    pub is_whole: bool,
}

/// A record on a day.
#[derive(Debug, Clone, Default, PartialEq)]
struct State {
    share: Share,
    /// The groups it is in, each with the status of what says so.
    keys: Vec<(Key, Status)>,
}

/// Something that happens to the totals: one record is something else from a day on.
struct Event {
    day: Day,
    written: Option<EffectiveDate>,
    before: State,
    after: State,
}

impl Event {
    /// Whether its date is too coarse to tell on which day a record changed its part.
    fn unsure(&self, record: RecordIx) -> Option<Unsure> {
        let to = self.written?.date().last();
        let (before, after) = (&self.before.share, &self.after.share);
        let is_whole = before.member != after.member || (after.member && before.numbers != after.numbers);
        let keys = |state: &State| state.keys.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
        let changes = is_whole || keys(&self.before) != keys(&self.after);
        (self.day < to && changes).then_some(Unsure { record, from: self.day, to, is_whole })
    }
}

/// A record's part in a figure, through time.
struct History {
    record: RecordIx,
    events: Vec<Event>,
    /// How it is on the last day.
    last: State,
}

/// Sweeps through all days up to `until`.
pub fn sweep(site: &Site, formula: &Formula, decimals: Option<u32>, until: Day) -> Swept {
    let records: Vec<RecordIx> = site.ordered(formula.collection, LanguageIx::SOURCE).collect();
    let histories: Vec<History> = records.par_iter().map(|record| history(site, formula, *record, until)).collect();
    let of_record = |history: &History| -> Vec<Unsure> {
        history.events.iter().filter_map(|event| event.unsure(history.record)).collect()
    };
    let unsure = histories.iter().flat_map(of_record).collect();
    let members = members(formula, &histories);
    let mut events: Vec<Event> = histories.into_iter().flat_map(|history| history.events).collect();
    // Stable, so that records of one day stay in order.
    events.sort_by_key(|event| event.day);
    let (steps, groups) = Sums { formula, decimals }.added_up(events);
    Swept { steps, groups, members, unsure }
}

fn members(formula: &Formula, histories: &[History]) -> Members {
    let mut members = Members::default();
    for History { record, last, .. } in histories {
        if last.share.member {
            members.all.push(*record);
        }
        let counts = last.share.member || (formula.aggregate == Aggregate::Coverage && last.share.there);
        for (key, _) in &last.keys {
            let of_group = members.of_groups.entry(key.clone()).or_default();
            if counts {
                of_group.push(*record);
            }
        }
    }
    members
}

fn history(site: &Site, formula: &Formula, record: RecordIx, until: Day) -> History {
    let mut days = Days::new(site);
    days.always();
    days.begins(record);
    days.of_formula(formula, record);
    let index = index(site, formula, record, until);
    let mut events = Vec::new();
    let mut before = State::default();
    for (day, written) in days.days.into_iter().filter(|(day, _)| *day <= until) {
        let snapshot = Snapshot { site, day, index: Some(&index) };
        let after = state(&snapshot, formula, record, &index);
        if after != before {
            events.push(Event { day, written, before: before.clone(), after: after.clone() });
            before = after;
        }
    }
    History { record, events, last: before }
}

fn state(snapshot: &Snapshot, formula: &Formula, record: RecordIx, index: &BackReferenceIndex) -> State {
    if !snapshot.contains(record) {
        return State::default();
    }
    let answer = snapshot.meets(record, &formula.tests);
    let there = answer.holds() || formula.aggregate == Aggregate::Share;
    let mut share = Share { there, member: answer.holds(), status: answer.status, numbers: Vec::new() };
    if !there {
        return State { share, keys: Vec::new() };
    }
    let keys = keys(snapshot, formula, record, index);
    if let (Aggregate::Coverage, [(key, status)]) = (formula.aggregate, keys.as_slice()) {
        share.member &= *key != Key::Nobody;
        share.status = share.status.max(*status);
    }
    if let Some(measure) = &formula.measure {
        snapshot.each(measure, record, &mut |_, fact| {
            if let Some(Value::Number(number)) = fact.value() {
                let (bound, status) = (fact.bound, fact.status.unwrap_or_default());
                share.numbers.push(Measured { number: number.clone(), bound, status });
            }
        });
    }
    State { share, keys }
}

fn keys(snapshot: &Snapshot, formula: &Formula, record: RecordIx, index: &BackReferenceIndex) -> Vec<(Key, Status)> {
    match &formula.by {
        None => Vec::new(),
        Some(By::Path(Path { end: End::Record, .. })) => vec![(Key::Record(record), Status::Final)],
        Some(By::Path(path)) => {
            let mut keys: Vec<(Key, Status)> = Vec::new();
            snapshot.each(path, record, &mut |linked, fact| {
                let key = fact.value().and_then(|value| key(linked, value));
                let key = key.filter(|key| !keys.iter().any(|(known, _)| known == key));
                keys.extend(key.map(|key| (key, fact.status.unwrap_or_default())));
            });
            if keys.is_empty() { vec![(Key::Missing, Status::Final)] } else { keys }
        }
        Some(By::Best { .. }) => vec![match index.best_on(snapshot.day) {
            Some((option, status)) => (Key::Option(option), status),
            None => (Key::Nobody, Status::Final),
        }],
    }
}

fn key(linked: &LinkedRecord, value: &Value) -> Option<Key> {
    match value {
        Value::Reference(at) => linked.targets[*at as usize].map(Key::Record),
        Value::Choice(at) => Some(Key::Option(*at)),
        Value::Boolean(yes) => Some(Key::Boolean(*yes)),
        Value::Text(text) | Value::Language(text) => Some(Key::Text(text.clone())),
        _ => None,
    }
}

/// How events are added up.
struct Sums<'f> {
    formula: &'f Formula,
    decimals: Option<u32>,
}

impl Sums<'_> {
    /// The values of the whole and of each group; `events` in the order of their days.
    fn added_up(&self, events: Vec<Event>) -> (Steps, BTreeMap<Key, Steps>) {
        let Sums { formula: Formula { aggregate, .. }, decimals } = *self;
        let of_group = group_aggregate(*aggregate);
        let (mut totals, mut group_totals) = (Totals::new(*aggregate), BTreeMap::new());
        let mut steps = Steps::always(nothing(*aggregate, decimals));
        let mut groups: BTreeMap<Key, Steps> = BTreeMap::new();
        for events in events.chunk_by(|one, next| one.day == next.day) {
            let (day, written) = (events[0].day, events.iter().filter_map(|event| event.written).min());
            let mut undated = Undated::default();
            for event in events {
                undated.note(event);
                totals.remove(&event.before.share);
                totals.add(&event.after.share);
                self.of_groups(event, &mut group_totals);
            }
            let amount = Amount { undated: undated.count, ..totals.amount(*aggregate, decimals) };
            steps.add(Step { day, written, amount });
            let keys = events.iter().flat_map(|event| event.before.keys.iter().chain(&event.after.keys));
            for key in keys.map(|(key, _)| key).collect::<BTreeSet<_>>() {
                let undated = undated.of_groups.get(key).copied().unwrap_or_default();
                let amount = Amount { undated, ..group_totals[key].amount(of_group, decimals) };
                let nothing = || Steps::always(nothing(of_group, decimals));
                groups.entry(key.clone()).or_insert_with(nothing).add(Step { day, written, amount });
            }
        }
        (steps, groups)
    }

    fn of_groups(&self, event: &Event, groups: &mut BTreeMap<Key, Totals>) {
        let aggregate = self.formula.aggregate;
        let of_group = |share: &Share, status: Status| {
            let member = if aggregate == Aggregate::Coverage { share.there } else { share.member };
            Share { member, status: share.status.max(status), ..share.clone() }
        };
        let none = || Totals::new(group_aggregate(aggregate));
        for (key, status) in &event.before.keys {
            groups.entry(key.clone()).or_insert_with(none).remove(&of_group(&event.before.share, *status));
        }
        for (key, status) in &event.after.keys {
            groups.entry(key.clone()).or_insert_with(none).add(&of_group(&event.after.share, *status));
        }
    }
}

/// Records that change their part on no day that anybody knows, in all and by the group they enter.
#[derive(Default)]
struct Undated {
    count: usize,
    of_groups: BTreeMap<Key, usize>,
}

impl Undated {
    fn note(&mut self, event: &Event) {
        if event.day.is_late() {
            self.count += 1;
            for (key, _) in &event.after.keys {
                *self.of_groups.entry(key.clone()).or_default() += 1;
            }
        }
    }
}

/// What a group is computed by: of a coverage it counts all that is in it, be it covered or not.
pub fn group_aggregate(aggregate: Aggregate) -> Aggregate {
    if aggregate == Aggregate::Coverage { Aggregate::Count } else { aggregate }
}

/// The value of no records at all.
pub fn nothing(aggregate: Aggregate, decimals: Option<u32>) -> Amount {
    Totals::new(aggregate).amount(aggregate, decimals)
}
