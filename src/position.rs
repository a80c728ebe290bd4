//! Lists whose positions have a type of their own, so that a position of one list is none of another.
//!
//! By hand: what the crates for this bring along is more than these lines, and one of it is no longer maintained.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// So many things of a list one thread takes before another may help with the rest: by itself rayon divides a list into four
/// parts for two threads, and one that finds the dear things in its part is waited for.
pub const TOGETHER: usize = 32;

/// A position in a list.
pub trait Position: Copy + Ord {
    /// The position behind so many items.
    fn behind(items: usize) -> Self;

    /// How many items stand before it.
    fn before(self) -> usize;
}

/// A list of `T`, looked into by `P` alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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

    /// The items in order, each with its position.
    pub fn entries(&self) -> impl Iterator<Item = (P, &T)> {
        self.items.iter().enumerate().map(|(at, item)| (P::behind(at), item))
    }

    /// The item at a position; `None` behind the last.
    pub fn get(&self, at: P) -> Option<&T> {
        self.items.get(at.before())
    }

    /// The items as a slice, whose positions are those of no list.
    pub fn as_slice(&self) -> &[T] {
        &self.items
    }

    /// How many items it has.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Adds an item at the end.
    pub fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// The positions in order.
    pub fn positions(&self) -> impl Iterator<Item = P> + Clone + use<P, T> {
        (0..self.items.len()).map(P::behind)
    }

    /// The first so many items, each at the position it has here.
    pub fn beginning(&self, items: usize) -> Self
    where
        T: Clone,
    {
        self.items.iter().take(items).cloned().collect()
    }

    /// Where the first item stands that is as wanted.
    pub fn position(&self, is_wanted: impl FnMut(&T) -> bool) -> Option<P> {
        self.items.iter().position(is_wanted).map(P::behind)
    }
}

impl<P, T> Default for List<P, T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<P, T> From<Vec<T>> for List<P, T> {
    fn from(items: Vec<T>) -> Self {
        List { items, positions: PhantomData }
    }
}

impl<P, T> FromIterator<T> for List<P, T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Vec::from_iter(items).into()
    }
}

impl<P, T> IntoIterator for List<P, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<P: Position, T> Index<P> for List<P, T> {
    type Output = T;

    fn index(&self, at: P) -> &T {
        &self.items[at.before()]
    }
}

impl<P: Position, T> IndexMut<P> for List<P, T> {
    fn index_mut(&mut self, at: P) -> &mut T {
        &mut self.items[at.before()]
    }
}

impl<'l, P: Position, T> IntoIterator for &'l List<P, T> {
    type Item = &'l T;
    type IntoIter = std::slice::Iter<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The position of a language among those of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct LanguageIx(u16);

impl LanguageIx {
    /// The source language, in which authors write: the first.
    pub const SOURCE: LanguageIx = LanguageIx(0);
}

impl Position for LanguageIx {
    fn behind(items: usize) -> Self {
        LanguageIx(u16::try_from(items).unwrap_or(u16::MAX))
    }

    fn before(self) -> usize {
        usize::from(self.0)
    }
}

/// The position of a collection among those of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CollectionIx(u16);

impl CollectionIx {
    /// The position of none: what nobody is to know of stands there.
    pub const NONE: CollectionIx = CollectionIx(u16::MAX);
}

impl Position for CollectionIx {
    fn behind(items: usize) -> Self {
        CollectionIx(u16::try_from(items).unwrap_or(u16::MAX))
    }

    fn before(self) -> usize {
        usize::from(self.0)
    }
}

/// A record by position, among those that the public sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordIx {
    /// Position of its collection.
    pub collection: CollectionIx,
    /// Position in its collection, whose records are sorted by id.
    pub record: u32,
}

/// The position of a field among those of its collection or group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldIx(u32);

impl Position for FieldIx {
    fn behind(items: usize) -> Self {
        FieldIx(u32::try_from(items).unwrap_or(u32::MAX))
    }

    fn before(self) -> usize {
        self.0 as usize
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

/// The position of a name under which records of a collection find who refers to them, among all such names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BackReferenceIx(u32);

impl Position for BackReferenceIx {
    fn behind(items: usize) -> Self {
        BackReferenceIx(u32::try_from(items).unwrap_or(u32::MAX))
    }

    fn before(self) -> usize {
        self.0 as usize
    }
}

/// The position of a message or term among those of its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageIx(u32);

impl Position for MessageIx {
    fn behind(items: usize) -> Self {
        MessageIx(u32::try_from(items).unwrap_or(u32::MAX))
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
