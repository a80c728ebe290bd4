//! What holds between amounts whatever they bound: “more than 20” is more than 15, and nobody knows whether it is more than 22.

use std::cmp::Ordering;

use bigdecimal::BigDecimal;

use crate::figures::Amount;
use crate::model::value::Bound;

/// An end of what an amount may be.
struct End<'a> {
    number: &'a BigDecimal,
    /// Whether the amount may be the number itself.
    reached: bool,
}

/// Whether it is known of only some of the records that were asked: then it may be anything.
fn is_partly(amount: &Amount) -> bool {
    0 < amount.known && amount.known < amount.of
}

/// The most that an amount may be; `None`: nobody knows.
fn most(amount: &Amount) -> Option<End<'_>> {
    let number = amount.number.as_ref().filter(|_| !is_partly(amount))?.value();
    match amount.bound {
        None | Some(Bound::AtMost) => Some(End { number, reached: true }),
        Some(Bound::LessThan) => Some(End { number, reached: false }),
        Some(Bound::About | Bound::AtLeast | Bound::MoreThan) => None,
    }
}

/// The least that an amount may be; `None`: nobody knows.
fn least(amount: &Amount) -> Option<End<'_>> {
    let number = amount.number.as_ref().filter(|_| !is_partly(amount))?.value();
    match amount.bound {
        None | Some(Bound::AtLeast) => Some(End { number, reached: true }),
        Some(Bound::MoreThan) => Some(End { number, reached: false }),
        Some(Bound::About | Bound::AtMost | Bound::LessThan) => None,
    }
}

/// How two amounts stand to each other, as far as that is sure; `None`: it is not, or one has no number.
pub fn compared(a: &Amount, b: &Amount) -> Option<Ordering> {
    let is_exact = |amount: &Amount| amount.bound.is_none() && !is_partly(amount);
    let (first, second) = (a.number.as_ref()?.value(), b.number.as_ref()?.value());
    if first == second && is_exact(a) && is_exact(b) {
        return Some(Ordering::Equal);
    }
    let is_below = |low: Option<End>, high: Option<End>| match (low, high) {
        (Some(low), Some(high)) => match low.number.cmp(high.number) {
            Ordering::Less => true,
            Ordering::Equal => !(low.reached && high.reached),
            Ordering::Greater => false,
        },
        _ => false,
    };
    if is_below(most(a), least(b)) {
        return Some(Ordering::Less);
    }
    is_below(most(b), least(a)).then_some(Ordering::Greater)
}

/// Which of some amounts are surely all the same and surely above all others, or below them; none where that is not sure.
pub fn extreme(amounts: &[&Amount], side: Ordering) -> Vec<usize> {
    let first = (0..amounts.len()).reduce(
        |best, at| {
            if compared(amounts[at], amounts[best]) == Some(side) { at } else { best }
        },
    );
    let Some(best) = first else { return Vec::new() };
    let mut same = Vec::new();
    for (at, amount) in amounts.iter().enumerate() {
        match compared(amounts[best], amount) {
            _ if at == best => same.push(at),
            Some(Ordering::Equal) => same.push(at),
            Some(stands) if stands == side => {}
            _ => return Vec::new(),
        }
    }
    same
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::number::Number;

    fn amount(number: usize, bound: Option<Bound>) -> Amount {
        Amount { number: Some(Number::whole(number)), bound, ..Amount::default() }
    }

    #[test]
    fn bounds_are_compared_as_far_as_they_reach() {
        let exact = |number| amount(number, None);
        let more = |number| amount(number, Some(Bound::MoreThan));
        let least = |number| amount(number, Some(Bound::AtLeast));
        let less = |number| amount(number, Some(Bound::LessThan));
        let most = |number| amount(number, Some(Bound::AtMost));
        let about = |number| amount(number, Some(Bound::About));

        assert_eq!(compared(&exact(3), &exact(4)), Some(Ordering::Less));
        assert_eq!(compared(&exact(4), &exact(4)), Some(Ordering::Equal));
        assert_eq!(compared(&more(20), &exact(20)), Some(Ordering::Greater));
        assert_eq!(compared(&more(20), &exact(22)), None);
        assert_eq!(compared(&least(20), &exact(20)), None);
        assert_eq!(compared(&less(20), &least(20)), Some(Ordering::Less));
        assert_eq!(compared(&most(20), &least(20)), None);
        assert_eq!(compared(&about(3), &exact(9)), None);
        assert_eq!(compared(&Amount::default(), &exact(9)), None);
        assert_eq!(compared(&Amount { known: 1, of: 2, ..exact(1) }, &exact(9)), None);
    }

    #[test]
    fn an_extreme_is_said_only_where_it_is_sure() {
        let all = [amount(3, None), amount(5, None), amount(5, None), amount(1, None)];
        let all: Vec<&Amount> = all.iter().collect();
        assert_eq!(extreme(&all, Ordering::Greater), [1, 2]);
        assert_eq!(extreme(&all, Ordering::Less), [3]);

        let unsure = [amount(3, Some(Bound::MoreThan)), amount(5, None)];
        let unsure: Vec<&Amount> = unsure.iter().collect();
        assert_eq!(extreme(&unsure, Ordering::Greater), Vec::<usize>::new());
    }
}
