//! Sums over records, to which records can be added and from which they can be taken away again. Exact: decimals, no floats.

use std::collections::BTreeMap;

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::BigInt;

use crate::figures::Amount;
use crate::figures::formula::Aggregate;
use crate::model::number::Number;
use crate::model::value::{Bound, Missing, Status};

/// A number of a record, as it is added.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// The number as it is written.
    pub number: Number,
    /// What it bounds; `None`: it is exact.
    pub bound: Option<Bound>,
    /// How firm it is.
    pub status: Status,
}

/// What one record adds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Share {
    /// Whether it is one of those of which a share is taken.
    pub there: bool,
    /// Whether it meets the condition.
    pub member: bool,
    /// The least firm status that decided so.
    pub status: Status,
    /// What it adds to a sum, or is compared for a least or greatest; several where a path leads through a list.
    pub numbers: Vec<Measured>,
}

/// How often each value occurs with each bound, and how it was written.
type Values = BTreeMap<(Number, Option<Bound>), (usize, Number)>;

/// Sums over records.
#[derive(Debug, Clone, Default)]
pub struct Totals {
    there: usize,
    members: usize,
    known: usize,
    sum: BigDecimal,
    count: usize,
    /// How many numbers were written with how many decimals.
    decimals: BTreeMap<usize, usize>,
    /// How often each value occurs; kept only for the least and the greatest.
    values: Option<Values>,
    bounds: BTreeMap<Bound, usize>,
    statuses: BTreeMap<Status, usize>,
}

impl Totals {
    /// Totals to which no record was added yet.
    pub fn new(aggregate: Aggregate) -> Self {
        let extremes = matches!(aggregate, Aggregate::Minimum | Aggregate::Maximum);
        Totals { values: extremes.then(BTreeMap::new), ..Totals::default() }
    }

    /// Adds a record.
    pub fn add(&mut self, share: &Share) {
        self.there += usize::from(share.there);
        if !share.member {
            return;
        }
        self.members += 1;
        self.known += usize::from(!share.numbers.is_empty());
        count(&mut self.statuses, share.status, 1);
        for measured in &share.numbers {
            self.measure(measured, 1);
        }
    }

    /// Takes a record away that was added.
    pub fn remove(&mut self, share: &Share) {
        self.there -= usize::from(share.there);
        if !share.member {
            return;
        }
        self.members -= 1;
        self.known -= usize::from(!share.numbers.is_empty());
        count(&mut self.statuses, share.status, -1);
        for measured in &share.numbers {
            self.measure(measured, -1);
        }
    }

    fn measure(&mut self, measured: &Measured, sign: isize) {
        let value = &measured.number;
        if let Some(values) = &mut self.values {
            let key = (value.clone(), measured.bound);
            let entry = values.entry(key.clone()).or_insert_with(|| (0, measured.number.clone()));
            entry.0 = entry.0.saturating_add_signed(sign);
            if entry.0 == 0 {
                values.remove(&key);
            }
        }
        if sign > 0 {
            self.sum += value.value()
        } else {
            self.sum -= value.value()
        }
        self.count = self.count.saturating_add_signed(sign);
        let decimals = self.decimals.entry(measured.number.decimals()).or_default();
        *decimals = decimals.saturating_add_signed(sign);
        if let Some(bound) = measured.bound {
            count(&mut self.bounds, bound, sign);
        }
        count(&mut self.statuses, measured.status, sign);
    }

    /// What a figure says of these records; `decimals` as the definition sets them.
    pub fn amount(&self, aggregate: Aggregate, decimals: Option<u32>) -> Amount {
        let mut amount = Amount { status: self.status(), ..Amount::default() };
        match aggregate {
            Aggregate::Count => amount.number = Some(Number::whole(self.members)),
            Aggregate::Share | Aggregate::Coverage => self.part(aggregate, decimals, &mut amount),
            _ => self.measured(aggregate, decimals, &mut amount),
        }
        amount
    }

    /// Matching records of all: a share in percent, a coverage as a number.
    fn part(&self, aggregate: Aggregate, decimals: Option<u32>, amount: &mut Amount) {
        (amount.part, amount.whole) = (Some(Number::whole(self.members)), Some(Number::whole(self.there)));
        amount.number = match (aggregate, self.there) {
            (Aggregate::Coverage, _) => Some(Number::whole(self.members)),
            (_, 0) => None,
            (_, there) => {
                let percent = BigDecimal::from(self.members as u64 * 100) / BigDecimal::from(there as u64);
                Some(Number::from(percent).rounded(decimals.unwrap_or(0) as usize))
            }
        };
        amount.missing = amount.number.is_none().then_some(Missing::NotApplicable);
    }

    fn measured(&self, aggregate: Aggregate, decimals: Option<u32>, amount: &mut Amount) {
        (amount.known, amount.of) = (self.known, self.members);
        let written = self.decimals.iter().rev().find(|(_, count)| **count > 0).map_or(0, |(decimals, _)| *decimals);
        let decimals = decimals.map(|decimals| decimals as usize);
        let rounded = |value: BigDecimal| Number::from(value).rounded(decimals.unwrap_or(written));
        (amount.number, amount.bound) = match aggregate {
            // Of no records the sum is nothing, and there is no mean, least or greatest; only what a record does not say is
            // not known.
            Aggregate::Sum if self.members == 0 => (Some(Number::default().rounded(decimals.unwrap_or(0))), None),
            _ if self.count == 0 => (None, None),
            Aggregate::Sum => (Some(rounded(self.sum.clone())), self.bound()),
            Aggregate::Average => {
                let mean = &self.sum / BigDecimal::from(BigInt::from(self.count));
                // No digit that none of the values carries.
                (Some(rounded(mean)), self.bound())
            }
            Aggregate::Minimum => self.extreme(decimals, [Bound::LessThan, Bound::AtMost], Bound::AtMost),
            _ => self.extreme(decimals, [Bound::MoreThan, Bound::AtLeast], Bound::AtLeast),
        };
        let reason = if self.members == 0 { Missing::NotApplicable } else { Missing::NotAvailable };
        amount.missing = amount.number.is_none().then_some(reason);
    }

    /// The least or the greatest value. `beyond` are the bounds of numbers that may lie beyond it: one of them makes it a
    /// bound itself, `outer`.
    fn extreme(&self, decimals: Option<usize>, beyond: [Bound; 2], outer: Bound) -> (Option<Number>, Option<Bound>) {
        let Some(values) = &self.values else { return (None, None) };
        let is_least = outer == Bound::AtMost;
        let value = if is_least { values.keys().next() } else { values.keys().next_back() }.map(|(value, _)| value);
        let Some(value) = value else { return (None, None) };
        let of_value = values.iter().filter(|((other, _), _)| other == value);
        let bounds: Vec<Option<Bound>> = of_value.clone().map(|((_, bound), _)| *bound).collect();
        let number = of_value.map(|(_, (_, number))| number).next();
        let own = if bounds.contains(&None) { None } else { bounds.first().copied().flatten() };
        let is_beyond = |bound: &Option<Bound>| bound.is_some_and(|bound| beyond.contains(&bound));
        let reaches = values.keys().any(|(other, bound)| other != value && is_beyond(bound));
        let same = bounds.iter().flatten().any(|bound| beyond.contains(bound));
        let bound = if own.is_some() && !reaches {
            own
        } else if reaches || same {
            Some(outer)
        } else {
            own
        };
        let number = number.map(|number| decimals.map_or_else(|| number.clone(), |decimals| number.rounded(decimals)));
        (number, bound)
    }

    /// Lower bounds add up to a lower bound, upper ones to an upper one; anything else is about that much.
    fn bound(&self) -> Option<Bound> {
        let has = |bound: Bound| self.bounds.get(&bound).is_some_and(|count| *count > 0);
        let lower = has(Bound::MoreThan) || has(Bound::AtLeast);
        let upper = has(Bound::LessThan) || has(Bound::AtMost);
        match (lower, upper, has(Bound::About)) {
            (false, false, false) => None,
            (true, false, false) => Some(if has(Bound::MoreThan) { Bound::MoreThan } else { Bound::AtLeast }),
            (false, true, false) => Some(if has(Bound::LessThan) { Bound::LessThan } else { Bound::AtMost }),
            _ => Some(Bound::About),
        }
    }

    /// The least firm of all; final ones need no word.
    fn status(&self) -> Option<Status> {
        let present = self.statuses.iter().filter(|(_, count)| **count > 0);
        present.map(|(status, _)| *status).max().filter(|weakest| *weakest != Status::Final)
    }
}

fn count<K: Ord>(counts: &mut BTreeMap<K, usize>, key: K, sign: isize) {
    let entry = counts.entry(key).or_default();
    *entry = entry.saturating_add_signed(sign);
}
