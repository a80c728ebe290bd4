//! Which changes of published values a correction explains, and which are left.
//!
//! A record that turns out to be older than was known is counted from an earlier day: every later count differs by as much,
//! and so does its group. One correction tells of all that.

use std::collections::BTreeMap;

use bigdecimal::BigDecimal;

use crate::figures::Basis;
use crate::publication::compare::ChangedValue;
use crate::publication::corrections::{Chains, Check, CorrectedFigure, is_history};
use crate::publication::value::{FigureValue, ValueKey, When, same};

/// A change that no correction explains.
#[derive(Debug)]
pub struct Uncorrected {
    /// The change.
    pub value: ChangedValue,
    /// How many later values differ by as much.
    pub later: usize,
}

/// Marks changes that corrections tell of. Gives back those that nobody tells of, without what only follows from them
/// and without those whose corrections are wrong: these are findings of their own.
pub fn explain(check: &Check, changes: &mut [ChangedValue], chains: &Chains) -> Vec<Uncorrected> {
    let mut uncorrected: Vec<Uncorrected> = Vec::new();
    let mut wholes: BTreeMap<ValueKey, (BigDecimal, bool)> = BTreeMap::new();
    // The finding that later values of the same difference belong to.
    let mut run: Option<usize> = None;
    for at in 0..changes.len() {
        let change = &changes[at];
        let before = at.checked_sub(1).map(|at| &changes[at]).filter(|before| follows(check, change, before));
        let whole = wholes.get(&ValueKey { group: None, ..change.key.clone() });
        let whole = whole.filter(|(by, _)| difference(change).as_ref() == Some(by));
        let chain = chains.get(&change.key);
        let is_corrected = is_of_its_day(check, change)
            || chain.is_some_and(|chain| explains(chain, change))
            || before.is_some_and(|before| before.explained)
            || whole.is_some_and(|(_, is_corrected)| *is_corrected);
        let is_wrong = chain.is_some_and(|chain| {
            !is_history(chain, Some(&change.was.value)) && !check.is_superseded(&change.key, chain, chains)
        });
        match run.filter(|_| before.is_some() && !is_corrected) {
            Some(first) => uncorrected[first].later += 1,
            None if is_corrected || whole.is_some() || is_wrong => run = None,
            None => {
                run = Some(uncorrected.len());
                uncorrected.push(Uncorrected { value: change.clone(), later: 0 });
            }
        }
        if let Some(by) = difference(change).filter(|_| change.key.group.is_none()) {
            wholes.insert(change.key.clone(), (by, is_corrected));
        }
        changes[at].keeps_line =
            is_corrected && chain.is_some_and(|chain| chain.last().is_some_and(|last| last.is_of_several));
        changes[at].explained = is_corrected;
    }
    uncorrected
}

/// Whether a value has no date of its own: then it was that of the day of its publication, and today's is another.
fn is_of_its_day(check: &Check, change: &ChangedValue) -> bool {
    let is_undated = change.key.on == When::Always && change.was.basis == Basis::Computed;
    let next = check.lock.values.range(change.key.clone()..).nth(1);
    let same_series = |key: &ValueKey| (&key.figure, &key.group) == (&change.key.figure, &change.key.group);
    is_undated && next.is_none_or(|(key, _)| !same_series(key))
}

/// Whether a change is that of the value before it, carried on. Only what is computed carries on; each report is a
/// statement of its own.
fn follows(check: &Check, change: &ChangedValue, before: &ChangedValue) -> bool {
    let same_series = (&change.key.figure, &change.key.group) == (&before.key.figure, &before.key.group);
    let computed = change.was.basis == Basis::Computed && before.was.basis == Basis::Computed;
    let as_much = || matches!((difference(change), difference(before)), (Some(one), Some(other)) if one == other);
    // Nothing that stayed as it was lies between them.
    let between = || {
        let mut between = check.lock.values.range(before.key.clone()..change.key.clone()).skip(1);
        between.all(|(_, value)| value.it.basis == Basis::Reported)
    };
    same_series && computed && as_much() && between()
}

/// Whether corrections lead from what was published to what the site says.
fn explains(chain: &[CorrectedFigure], change: &ChangedValue) -> bool {
    let begins = chain.iter().any(|correction| same(correction.was.as_ref(), Some(&change.was.value)));
    begins && chain.last().is_some_and(|last| same(last.now.as_ref(), change.now.as_ref()))
}

/// By how much a value changed; `None` when one of the two is no exact number.
fn difference(change: &ChangedValue) -> Option<BigDecimal> {
    match (&change.was.value, change.now.as_ref()?) {
        (FigureValue::Number(was, bound), FigureValue::Number(now, other)) if bound == other => {
            Some(now.value() - was.value())
        }
        _ => None,
    }
}
