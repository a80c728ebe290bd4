//! The newest correction of each value that stands in the report, so that readers are told at the value itself.
//!
//! In:  what corrections tell, the site.
//! Out: [`Newest`]: the correction of a value of a figure, of a fact, of a part of one.

use std::collections::BTreeMap;

use crate::figures::{Figure, Point};
use crate::link::Site;
use crate::link::effective::Effective;
use crate::model::date::Date;
use crate::position::{FieldIx, RecordIx};
use crate::publication::candidate::{of_figure, when};
use crate::publication::correction::{On, Part};
use crate::publication::corrections::chains_of;
use crate::publication::fact::{FactDate, FactKey};
use crate::publication::facts;
use crate::publication::told::{Account, Key, Told};
use crate::publication::value::{ValueKey, When};

/// A fact, or a part of one, by where it is written.
type Written = (FieldIx, u32, u32);

/// The newest correction of each value.
#[derive(Debug, Default)]
pub struct Newest {
    values: BTreeMap<ValueKey, RecordIx>,
    facts: BTreeMap<RecordIx, BTreeMap<Written, RecordIx>>,
}

impl Newest {
    /// That of all values that corrections tell of.
    pub fn of(site: &Site, accounts: &[Account]) -> Self {
        let chains = chains_of(site, accounts);
        let newest = chains.into_iter().filter_map(|(key, chain)| Some((key, chain.last()?.record)));
        let mut all = Newest { values: newest.collect(), facts: BTreeMap::new() };
        let mut order: Vec<&Account> = accounts.iter().collect();
        // Stable: of one day the last by its id is the newest, as in the chain of a figure.
        order.sort_by_key(|account| account.correction.date);
        order.into_iter().for_each(|account| all.add(site, account));
        all
    }

    fn add(&mut self, site: &Site, account: &Account) {
        for Told { of, key, moved, .. } in &account.told {
            if let Key::Fact(key) = key {
                let on = [Some(key.on), *moved].into_iter().flatten().collect::<Vec<_>>();
                self.fact(site, (*of, account.correction.record), &named(site, *of, key, &on));
            }
        }
        if let (Part::Field(path), true) = (&account.correction.part, account.told.is_empty()) {
            for of in &account.correction.of {
                let name = path.names.first().map_or("", |name| &**name);
                self.fact(site, (*of, account.correction.record), &of_field(site, *of, name, account.correction.on));
            }
        }
    }

    /// Notes a correction with the facts that it touched, and with all that contains them.
    fn fact(&mut self, site: &Site, (of, correction): (RecordIx, RecordIx), touched: &[Written]) {
        let mut found = Vec::new();
        for (at, ..) in touched {
            for fact in site.effective_history(of, *at) {
                fact.each(&mut |part| {
                    if touched.contains(&written(*at, part)) {
                        containers(*at, part, &mut found);
                    }
                });
            }
        }
        let known = self.facts.entry(of).or_default();
        known.extend(found.into_iter().map(|fact| (fact, correction)));
    }

    /// The newest correction of a fact or of a part of it; `None`: there is none.
    pub fn of_fact(&self, site: &Site, fact: &Effective) -> Option<RecordIx> {
        let known = self.facts.get(&fact.linked.at)?;
        let (at, _) = site.model(fact.linked.at).field(&fact.whole().field.name)?;
        known.get(&written(at, fact)).copied()
    }

    /// The newest correction of a value of a figure; `None`: there is none. A value of today is that of the last day on which
    /// it changed.
    pub fn of_point(&self, site: &Site, figure: &Figure, point: &Point) -> Option<RecordIx> {
        let id = &site.get(figure.record).record.id;
        let last = || figure.series.iter().rev().find(|last| !last.running && last.amount == point.amount);
        match when(point) {
            When::Always => self.of_value(id, When::Always).or_else(|| self.of_value(id, when(last()?))),
            on => self.of_value(id, on),
        }
    }

    fn of_value(&self, id: &str, on: When) -> Option<RecordIx> {
        let exact = ValueKey { figure: id.into(), group: None, on };
        // A correction may write the date less exactly than the value has it.
        let alike = |key: &ValueKey| key.group.is_none() && key.on != When::Always && key.on.first() == on.first();
        let known = self.values.get(&exact);
        known.or_else(|| of_figure(&self.values, id).find(|(key, _)| alike(key)).map(|(_, it)| it)).copied()
    }
}

/// The facts by the name that the record of publications has for them, on one of some dates; of what it has no name for, such
/// as wording, those of the field.
fn named(site: &Site, of: RecordIx, key: &FactKey, on: &[FactDate]) -> Vec<Written> {
    let name = key.path.split(['[', '.']).next().unwrap_or_default();
    let Some((at, _)) = site.model(of).field(name) else { return Vec::new() };
    let current = facts::of_record(site, of);
    let is_meant = |known: &FactKey| (&known.path, &known.member) == (&key.path, &key.member) && on.contains(&known.on);
    let meant = current.iter().filter(|fact| is_meant(&fact.key));
    let found: Vec<Written> = meant.map(|fact| (at, fact.span.start, fact.span.end)).collect();
    if !found.is_empty() {
        return found;
    }
    let history = site.effective_history(of, at);
    history.filter(|fact| on.contains(&fact.effective.into())).map(|fact| written(at, &fact)).collect()
}

/// The facts of a field that a date or a range of dates means; that of the report's day where none is named.
fn of_field(site: &Site, of: RecordIx, name: &str, on: On) -> Vec<Written> {
    let Some((at, _)) = site.model(of).field(name) else { return Vec::new() };
    let date = |fact: &Effective| FactDate::from(fact.effective).date();
    let is_meant = |fact: &Effective| match on {
        On::Unsaid => fact.is_current,
        On::Date(_) | On::Range(..) => date(fact).is_some_and(|date: Date| on.includes(date)),
    };
    site.effective_history(of, at).filter(is_meant).map(|fact| written(at, &fact)).collect()
}

fn written(at: FieldIx, fact: &Effective) -> Written {
    (at, fact.written.span.start, fact.written.span.end)
}

/// A part of a fact and all that contains it.
fn containers(at: FieldIx, part: &Effective, found: &mut Vec<Written>) {
    found.push(written(at, part));
    part.outer.into_iter().for_each(|outer| containers(at, outer, found));
}
