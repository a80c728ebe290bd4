//! Lists whose positions have a type of their own, so that a position of one list is none of another.
//!
//! By hand: what the crates for this bring along is more than these lines, and one of it is no longer maintained.

use std::marker::PhantomData;
use std::ops::Index;

/// A position in a list.
pub trait Position: Copy + Ord {
    /// The position behind so many items.
    fn behind(items: usize) -> Self;

    /// How many items stand before it.
    fn before(self) -> usize;
}

/// A list of `T`, looked into by `P` alone.
#[derive(Debug, Clone, PartialEq)]
pub struct List<P, T> {
    items: Vec<T>,
    positions: PhantomData<P>,
}

impl<P: Position, T> List<P, T> {
    /// The items in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// The items in order, to be changed.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.items.iter_mut()
    }

    /// The positions in order.
    pub fn positions(&self) -> impl Iterator<Item = P> + use<P, T> {
        (0..self.items.len()).map(P::behind)
    }

    /// Where the first item stands that is as wanted.
    pub fn position(&self, is_wanted: impl FnMut(&T) -> bool) -> Option<P> {
        self.items.iter().position(is_wanted).map(P::behind)
    }
}

impl<P, T> From<Vec<T>> for List<P, T> {
    fn from(items: Vec<T>) -> Self {
        List { items, positions: PhantomData }
    }
}

impl<P: Position, T> Index<P> for List<P, T> {
    type Output = T;

    fn index(&self, at: P) -> &T {
        &self.items[at.before()]
    }
}

/// The position of an option among those of its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionIx(u32);

impl Position for OptionIx {
    fn behind(items: usize) -> Self {
        OptionIx(u32::try_from(items).unwrap_or(u32::MAX))
    }

    fn before(self) -> usize {
        self.0 as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_looked_into_by_its_own_positions() {
        let list: List<OptionIx, &str> = vec!["open", "closed"].into();

        let closed = list.position(|item| *item == "closed").expect("is in it");

        assert_eq!(list[closed], "closed");
        assert_eq!(list.positions().collect::<Vec<_>>(), [OptionIx::behind(0), closed]);
        assert_eq!(list.position(|item| *item == "gone"), None);
    }
}
