//! One sweep through time: on which days a figure changes, and to what.
//!
//! Each record is looked at only on the days on which a fact that decides about it begins; what it adds to the totals on
//! one day and not on the next is an event; the events in order give every value the figure ever had. So the work grows
//! with the facts, not with days times records, and a value of any day is found by halving.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::figures::Amount;
use crate::figures::beforehand::Beforehand;
use crate::figures::condition::{Look, weaker};
use crate::figures::days::Days;
use crate::figures::formula::{Aggregate, By, Formula};
use crate::figures::path::{End, Path};
use crate::figures::totals::{Measured, Share, Totals};
use crate::link::{Begun, Linked, RecordIx, Site};
use crate::model::date::Day;
use crate::model::position::OptionIx;
use crate::model::value::{Status, Value};

/// A value from a day on.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The day.
    pub day: Day,
    /// The date as the facts that changed it wrote it: the coarsest of them. `None`: it always was so.
    pub written: Option<Begun>,
    /// The value.
    pub amount: Amount,
}

/// A figure's values, oldest first; the first counts from always.
pub type Steps = Vec<Step>;

/// A group of records that have something in common. Ordered as groups are shown when nothing else orders them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A record they refer to, or the record itself.
    Record(RecordIx),
    /// An option, by position.
    Option(OptionIx),
    /// True or false.
    Boolean(bool),
    /// A text.
    Text(Arc<str>),
    /// A coverage: nobody covers them.
    Nobody,
    /// Not known.
    Missing,
}

/// What became of a sweep.
#[derive(Debug, Default)]
pub struct Swept {
    /// The values of the whole.
    pub steps: Steps,
    /// The values of each group.
    pub groups: BTreeMap<Key, Steps>,
    /// Who meets the condition on the last day, in order of the collection.
    pub members: Vec<RecordIx>,
    /// The same for each group.
    pub group_members: BTreeMap<Key, Vec<RecordIx>>,
    /// Who begins or ceases to count on a date that is coarser than a day.
    pub unsure: Vec<Unsure>,
}

/// A record and the days between which one of its dates makes it a part of the figure, or no part any more.
#[derive(Debug)]
pub struct Unsure {
    /// The record.
    pub record: RecordIx,
    /// The first day of the date.
    pub from: Day,
    /// The last.
    pub to: Day,
    /// Whether the whole changes, not only a group.
    pub is_whole: bool,
}

/// A record on a day.
#[derive(Debug, Clone, Default, PartialEq)]
struct State {
    share: Share,
    /// The groups it is in, each with the status of what says so.
    keys: Vec<(Key, Option<Status>)>,
}

/// Something that happens to the totals.
struct Event {
    day: Day,
    written: Option<Begun>,
    before: State,
    after: State,
}

impl Event {
    /// Whether its date is too coarse to tell on which day a record changed its part.
    fn unsure(&self, record: RecordIx) -> Option<Unsure> {
        let to = self.written?.date.last();
        let (before, after) = (&self.before.share, &self.after.share);
        let is_whole = before.member != after.member || (after.member && before.numbers != after.numbers);
        let keys = |state: &State| state.keys.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
        let changes = is_whole || keys(&self.before) != keys(&self.after);
        (self.day < to && changes).then_some(Unsure { record, from: self.day, to, is_whole })
    }
}

/// Sweeps through all days up to `until`.
pub fn sweep(site: &Site, formula: &Formula, decimals: Option<u32>, until: Day) -> Swept {
    let records: Vec<RecordIx> = site.ordered(formula.collection, 0).collect();
    let histories: Vec<(Vec<Event>, State)> =
        records.par_iter().map(|record| history(site, formula, *record, until)).collect();
    let mut swept = Swept::default();
    let mut events = Vec::new();
    for (record, (own, last)) in records.into_iter().zip(histories) {
        swept.unsure.extend(own.iter().filter_map(|event| event.unsure(record)));
        events.extend(own);
        if last.share.member {
            swept.members.push(record);
        }
        let counts = last.share.member || (formula.aggregate == Aggregate::Coverage && last.share.there);
        for (key, _) in last.keys {
            let members = swept.group_members.entry(key).or_default();
            if counts {
                members.push(record);
            }
        }
    }
    // Stable, so that records of one day stay in order.
    events.sort_by_key(|event| event.day);
    add_up(formula, decimals, events, &mut swept);
    swept
}

/// The events of one record, and how it is on the last day.
fn history(site: &Site, formula: &Formula, record: RecordIx, until: Day) -> (Vec<Event>, State) {
    let mut days = Days::new(site);
    days.always();
    days.begins(record);
    days.of_formula(formula, record);
    let known = Beforehand::of(site, formula, record, until);
    let mut events = Vec::new();
    let mut before = State::default();
    for (day, written) in days.days.into_iter().filter(|(day, _)| *day <= until) {
        let look = Look { site, day, known: Some(&known) };
        let after = state(&look, formula, record, &known);
        if after != before {
            events.push(Event { day, written, before: before.clone(), after: after.clone() });
            before = after;
        }
    }
    (events, before)
}

fn state(look: &Look, formula: &Formula, record: RecordIx, known: &Beforehand) -> State {
    if !look.is_there(record) {
        return State::default();
    }
    let verdict = look.meets(record, &formula.tests);
    let meets = verdict.holds == Some(true);
    let mut state = State::default();
    state.share.there = meets || formula.aggregate == Aggregate::Share;
    state.share.member = meets;
    state.share.status = verdict.status;
    if !state.share.there {
        return state;
    }
    state.keys = keys(look, formula, record, known);
    if let (Aggregate::Coverage, [(key, status)]) = (formula.aggregate, state.keys.as_slice()) {
        state.share.member = meets && *key != Key::Nobody;
        state.share.status = weaker(state.share.status, *status);
    }
    if let Some(measure) = &formula.measure {
        measure.each(look, record, &mut |_, fact| {
            if let Some(Value::Number(number)) = fact.value() {
                let (bound, status) = (fact.bound, fact.status);
                state.share.numbers.push(Measured { number: number.clone(), bound, status });
            }
        });
    }
    state
}

fn keys(look: &Look, formula: &Formula, record: RecordIx, known: &Beforehand) -> Vec<(Key, Option<Status>)> {
    match &formula.by {
        None => Vec::new(),
        Some(By::Path(Path { end: End::Record, .. })) => vec![(Key::Record(record), None)],
        Some(By::Path(path)) => {
            let mut keys: Vec<(Key, Option<Status>)> = Vec::new();
            path.each(look, record, &mut |linked, fact| {
                let key = fact.value().and_then(|value| key(linked, value));
                let key = key.filter(|key| !keys.iter().any(|(known, _)| known == key));
                keys.extend(key.map(|key| (key, fact.status)));
            });
            if keys.is_empty() { vec![(Key::Missing, None)] } else { keys }
        }
        Some(By::Best { .. }) => vec![match known.best_on(look.day) {
            Some((option, status)) => (Key::Option(option), status),
            None => (Key::Nobody, None),
        }],
    }
}

fn key(linked: &Linked, value: &Value) -> Option<Key> {
    match value {
        Value::Reference(at) => linked.targets[*at as usize].map(Key::Record),
        Value::Choice(at) => Some(Key::Option(*at)),
        Value::Boolean(yes) => Some(Key::Boolean(*yes)),
        Value::Text(text) | Value::Language(text) => Some(Key::Text(text.clone())),
        _ => None,
    }
}

fn add_up(formula: &Formula, decimals: Option<u32>, events: Vec<Event>, swept: &mut Swept) {
    let aggregate = formula.aggregate;
    let of_group = group_aggregate(aggregate);
    let group_share = |share: &Share, status: Option<Status>| {
        let member = if aggregate == Aggregate::Coverage { share.there } else { share.member };
        Share { member, status: weaker(share.status, status), ..share.clone() }
    };
    let mut totals = Totals::new(aggregate);
    let mut groups: BTreeMap<Key, Totals> = BTreeMap::new();
    swept.steps.push(nothing(aggregate, decimals));
    let mut events = events.into_iter().peekable();
    while let Some(day) = events.peek().map(|event| event.day) {
        let mut touched: BTreeSet<Key> = BTreeSet::new();
        let mut written: Option<Begun> = None;
        let mut undated = Undated::default();
        while let Some(event) = events.next_if(|event| event.day == day) {
            written = written.into_iter().chain(event.written).min();
            undated.note(day, &event);
            totals.remove(&event.before.share);
            totals.add(&event.after.share);
            for (key, status) in event.before.keys {
                let totals = groups.entry(key.clone()).or_insert_with(|| Totals::new(of_group));
                totals.remove(&group_share(&event.before.share, status));
                touched.insert(key);
            }
            for (key, status) in event.after.keys {
                let totals = groups.entry(key.clone()).or_insert_with(|| Totals::new(of_group));
                totals.add(&group_share(&event.after.share, status));
                touched.insert(key);
            }
        }
        let amount = Amount { undated: undated.count, ..totals.amount(aggregate, decimals) };
        step(&mut swept.steps, Step { day, written, amount });
        for key in touched {
            let undated = undated.of_groups.get(&key).copied().unwrap_or_default();
            let amount = Amount { undated, ..groups[&key].amount(of_group, decimals) };
            let steps = swept.groups.entry(key).or_insert_with(|| vec![nothing(of_group, decimals)]);
            step(steps, Step { day, written, amount });
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
    fn note(&mut self, day: Day, event: &Event) {
        if day.is_late() {
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

/// The value of no records at all, from always on.
pub fn nothing(aggregate: Aggregate, decimals: Option<u32>) -> Step {
    Step { day: Day::ALWAYS, written: None, amount: Totals::new(aggregate).amount(aggregate, decimals) }
}

/// Adds a value if it is a new one.
fn step(steps: &mut Steps, step: Step) {
    match steps.last_mut() {
        Some(last) if last.day == step.day => last.amount = step.amount,
        Some(last) if last.amount.is_written_as(&step.amount) => {}
        _ => steps.push(step),
    }
}
