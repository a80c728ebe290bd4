//! One sweep through time: on which days a figure changes, and to what.
//!
//! Each record is looked at only on the days on which a fact that decides about it begins; what it adds to the totals on
//! one day and not on the next is an event; the events in order give every value the figure ever had. So the work grows
//! with the facts, not with days times records, and a value of any day is found by halving.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::figures::Amount;
use crate::figures::condition::{At, Check, Look, Test};
use crate::figures::formula::{Aggregate, By, Formula};
use crate::figures::path::{End, Path};
use crate::figures::totals::{Measured, Share, Totals};
use crate::link::{Linked, RecordIx, Site};
use crate::model::date::{Date, Day};
use crate::model::value::{Fact, Value};

/// A value from a day on.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The day.
    pub day: Day,
    /// The date as the facts that changed it wrote it: the coarsest of them. `None`: it always was so.
    pub written: Option<Written>,
    /// The value.
    pub amount: Amount,
}

/// A date as a fact wrote it. Ordered by day, the coarser and the less certain first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Written {
    /// The date.
    pub date: Date,
    /// Whether it only says “since”, not “by then”.
    pub since: bool,
}

/// A figure's values, oldest first; the first counts from always.
pub type Steps = Vec<Step>;

/// A group of records that have something in common. Ordered as groups are shown when nothing else orders them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A record they refer to, or the record itself.
    Record(RecordIx),
    /// An option, by position.
    Option(usize),
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
}

/// A record on a day.
#[derive(Debug, Clone, Default, PartialEq)]
struct State {
    share: Share,
    keys: Vec<Key>,
}

/// Something that happens to the totals.
struct Event {
    day: Day,
    written: Option<Written>,
    before: State,
    after: State,
}

/// Sweeps through all days up to `until`.
pub fn sweep(site: &Site, formula: &Formula, decimals: Option<u32>, until: Day) -> Swept {
    let records: Vec<RecordIx> = site.ordered(formula.collection, 0).collect();
    let histories: Vec<(Vec<Event>, State)> =
        records.par_iter().map(|record| history(site, formula, *record, until)).collect();
    let mut swept = Swept::default();
    let mut events = Vec::new();
    for (record, (own, last)) in records.into_iter().zip(histories) {
        events.extend(own);
        let counts = last.share.member || (formula.aggregate == Aggregate::Coverage && last.share.there);
        if last.share.member {
            swept.members.push(record);
        }
        for key in last.keys.into_iter().filter(|_| counts) {
            swept.group_members.entry(key).or_default().push(record);
        }
    }
    // Stable, so that records of one day stay in order.
    events.sort_by_key(|event| event.day);
    add_up(formula, decimals, events, &mut swept);
    swept
}

/// The events of one record, and how it is on the last day.
fn history(site: &Site, formula: &Formula, record: RecordIx, until: Day) -> (Vec<Event>, State) {
    let mut days = Days { site, days: BTreeMap::from([(Day::ALWAYS, None), (site.get(record).begins, None)]) };
    days.of_formula(formula, record);
    let mut events = Vec::new();
    let mut before = State::default();
    for (day, written) in days.days.into_iter().filter(|(day, _)| *day <= until) {
        let after = state(&Look::on(site, day), formula, record);
        if after != before {
            events.push(Event { day, written, before: before.clone(), after: after.clone() });
            before = after;
        }
    }
    (events, before)
}

fn state(look: &Look, formula: &Formula, record: RecordIx) -> State {
    if !look.is_there(record) {
        return State::default();
    }
    let meets = look.meets(record, &formula.tests);
    let mut state = State::default();
    state.share.there = meets || formula.aggregate == Aggregate::Share;
    state.share.member = meets;
    if !state.share.there {
        return state;
    }
    state.keys = keys(look, formula, record);
    if formula.aggregate == Aggregate::Coverage {
        state.share.member = meets && state.keys != [Key::Nobody];
    }
    if let Some(measure) = &formula.measure {
        measure.each(look, record, &mut |_, fact| {
            if let Some(Value::Number(number)) = fact.value() {
                let (bound, status) = (fact.bound, fact.status);
                state.share.numbers.push(Measured { number: number.clone(), bound, status });
            }
        });
    }
    state.share.status = look.weakest.get();
    state
}

fn keys(look: &Look, formula: &Formula, record: RecordIx) -> Vec<Key> {
    match &formula.by {
        None => Vec::new(),
        Some(By::Path(Path { end: End::Record, .. })) => vec![Key::Record(record)],
        Some(By::Path(path)) => {
            let mut keys = Vec::new();
            path.each(look, record, &mut |linked, fact| {
                let key = fact.value().and_then(|value| key(linked, value));
                keys.extend(key.filter(|key| !keys.contains(key)));
            });
            if keys.is_empty() { vec![Key::Missing] } else { keys }
        }
        Some(By::Best { back, path, .. }) => {
            let mut best: Option<usize> = None;
            for back in look.referring(record, *back) {
                path.each(look, back.record, &mut |_, fact| {
                    if let Some(Value::Choice(at)) = fact.value() {
                        best = Some(best.map_or(*at, |best| best.min(*at)));
                    }
                });
            }
            vec![best.map_or(Key::Nobody, Key::Option)]
        }
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
    // A group of a coverage counts all that is in it, be it covered or not.
    let of_group = if aggregate == Aggregate::Coverage { Aggregate::Count } else { aggregate };
    let group_share = |share: &Share| match aggregate {
        Aggregate::Coverage => Share { member: share.there, ..share.clone() },
        _ => share.clone(),
    };
    let mut totals = Totals::new(aggregate);
    let mut groups: BTreeMap<Key, Totals> = BTreeMap::new();
    swept.steps.push(Step { day: Day::ALWAYS, written: None, amount: totals.amount(aggregate, decimals) });
    let mut events = events.into_iter().peekable();
    while let Some(day) = events.peek().map(|event| event.day) {
        let mut touched: BTreeSet<Key> = BTreeSet::new();
        let mut written: Option<Written> = None;
        while let Some(event) = events.next_if(|event| event.day == day) {
            written = written.into_iter().chain(event.written).min();
            totals.remove(&event.before.share);
            totals.add(&event.after.share);
            for key in event.before.keys {
                groups
                    .entry(key.clone())
                    .or_insert_with(|| Totals::new(of_group))
                    .remove(&group_share(&event.before.share));
                touched.insert(key);
            }
            for key in event.after.keys {
                groups
                    .entry(key.clone())
                    .or_insert_with(|| Totals::new(of_group))
                    .add(&group_share(&event.after.share));
                touched.insert(key);
            }
        }
        step(&mut swept.steps, Step { day, written, amount: totals.amount(aggregate, decimals) });
        for key in touched {
            let amount = groups[&key].amount(of_group, decimals);
            step(swept.groups.entry(key).or_default(), Step { day, written, amount });
        }
    }
}

/// Adds a value if it is a new one.
fn step(steps: &mut Steps, step: Step) {
    match steps.last_mut() {
        Some(last) if last.day == step.day => last.amount = step.amount,
        Some(last) if last.amount == step.amount => {}
        _ => steps.push(step),
    }
}

/// Collects the days on which something that decides begins.
struct Days<'s> {
    site: &'s Site,
    days: BTreeMap<Day, Option<Written>>,
}

impl Days<'_> {
    /// Notes the first day of a fact, with its date as it is written.
    fn insert(&mut self, day: Day, date: Option<Date>, fact: &Fact) {
        let written = date.map(|date| Written { date, since: fact.by.is_none() });
        let known = self.days.entry(day).or_default();
        *known = (*known).into_iter().chain(written).min();
    }

    fn begins(&mut self, record: RecordIx) {
        self.days.entry(self.site.get(record).begins).or_default();
    }

    fn of_formula(&mut self, formula: &Formula, record: RecordIx) {
        self.of_tests(&formula.tests, record);
        if let Some(path) = &formula.measure {
            self.of_path(&path.hops, record);
        }
        match &formula.by {
            Some(By::Path(path)) => self.of_path(&path.hops, record),
            Some(By::Best { back, path, .. }) => {
                for back in self.site.get(record).backs[*back].clone() {
                    self.begins(back.record);
                    self.of_path(&path.hops, back.record);
                }
            }
            None => {}
        }
    }

    fn of_tests(&mut self, tests: &[Test], record: RecordIx) {
        for test in tests {
            match test.at {
                At::Field(field) | At::Item(field) => self.of_field(record, field, &test.is),
                At::Back(name) => {
                    let inner = inner_tests(&test.is);
                    for back in &self.site.get(record).backs[name] {
                        self.begins(back.record);
                        self.of_tests(inner, back.record);
                    }
                }
            }
        }
    }

    fn of_field(&mut self, record: RecordIx, field: usize, check: &Check) {
        let site = self.site;
        for (day, date, fact) in site.starts(record, field) {
            self.insert(day, date, fact);
            self.of_fact(site.get(record), fact, check);
        }
    }

    fn of_fact(&mut self, linked: &Linked, fact: &Fact, check: &Check) {
        if let Some(date) = fact.told_from() {
            self.insert(date.first(), Some(date), fact);
        }
        match fact.value() {
            Some(Value::List(items)) => items.iter().for_each(|item| self.of_fact(linked, item, check)),
            Some(Value::Group(facts)) => {
                for test in inner_tests(check) {
                    if let (At::Field(field), is) = (test.at, &test.is)
                        && let Some(inner) = &facts[field]
                    {
                        self.of_fact(linked, inner, is);
                    }
                }
            }
            Some(Value::Reference(at)) => {
                if let (Some(target), tests @ [_, ..]) = (linked.targets[*at as usize], inner_tests(check)) {
                    self.begins(target);
                    self.of_tests(tests, target);
                }
            }
            _ => {}
        }
    }

    fn of_path(&mut self, hops: &[usize], record: RecordIx) {
        let Some((first, rest)) = hops.split_first() else { return };
        let site = self.site;
        for (day, date, fact) in site.starts(record, *first) {
            self.insert(day, date, fact);
            self.along(site.get(record), fact, rest);
        }
    }

    fn along(&mut self, linked: &Linked, fact: &Fact, hops: &[usize]) {
        if let Some(date) = fact.told_from() {
            self.insert(date.first(), Some(date), fact);
        }
        match (fact.value(), hops.split_first()) {
            (Some(Value::List(items)), _) => items.iter().for_each(|item| self.along(linked, item, hops)),
            (Some(Value::Group(facts)), Some((first, rest))) => {
                if let Some(inner) = &facts[*first] {
                    self.along(linked, inner, rest);
                }
            }
            (Some(Value::Reference(at)), Some(_)) => {
                if let Some(target) = linked.targets[*at as usize] {
                    self.begins(target);
                    self.of_path(hops, target);
                }
            }
            _ => {}
        }
    }
}

fn inner_tests(check: &Check) -> &[Test] {
    match check {
        Check::All(tests) => tests,
        Check::Not(inner) => inner_tests(inner),
        _ => &[],
    }
}
