//! Small template values.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use tera::Value;
use tera::value::Key;

/// A key that lives as long as the program.
pub fn key(name: &'static str) -> Key<'static> {
    Key::Str(name)
}

/// The name of an entry.
pub enum Name {
    /// One that the program gives.
    Fixed(&'static str),
    /// One of the model.
    Shared(Arc<str>),
}

impl From<&'static str> for Name {
    fn from(name: &'static str) -> Self {
        Name::Fixed(name)
    }
}

impl From<&Arc<str>> for Name {
    fn from(name: &Arc<str>) -> Self {
        Name::Shared(name.clone())
    }
}

impl Name {
    /// As templates write it.
    pub fn as_str(&self) -> &str {
        match self {
            Name::Fixed(name) => name,
            Name::Shared(name) => name,
        }
    }

    fn of(key: &Key<'static>) -> Option<Self> {
        match key {
            Key::Str(name) => Some(Name::Fixed(name)),
            Key::String(name) => Some(Name::Shared(name.clone())),
            _ => None,
        }
    }
}

/// Entries of a map in their order, of which a later one replaces an earlier one of the same name.
///
/// Not Tera's own `Map`: a value of one is made by inserting all of it again.
#[derive(Default)]
pub struct Entries(Vec<(Name, Value)>);

impl Entries {
    /// No entries yet, and room for some.
    pub fn with_capacity(count: usize) -> Self {
        Entries(Vec::with_capacity(count))
    }

    /// The entries of a value, and room for `more`; none when it is no map.
    pub fn of(value: &Value, more: usize) -> Self {
        let mut entries = Entries::with_capacity(value.len().unwrap_or_default() + more);
        let named =
            value.as_map().into_iter().flatten().filter_map(|(key, value)| Some((Name::of(key)?, value.clone())));
        entries.0.extend(named);
        entries
    }

    /// Adds an entry.
    pub fn insert(&mut self, name: impl Into<Name>, value: Value) {
        self.0.push((name.into(), value));
    }

    /// Whether there is an entry of a name.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known.as_str() == name)
    }
}

impl IntoIterator for Entries {
    type Item = (Name, Value);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Extend<(Name, Value)> for Entries {
    fn extend<I: IntoIterator<Item = (Name, Value)>>(&mut self, entries: I) {
        self.0.extend(entries);
    }
}

impl FromIterator<(Name, Value)> for Entries {
    fn from_iter<I: IntoIterator<Item = (Name, Value)>>(entries: I) -> Self {
        Entries(entries.into_iter().collect())
    }
}

impl From<Entries> for Value {
    fn from(entries: Entries) -> Self {
        let numbered = entries.0.into_iter().enumerate().map(|(at, (name, value))| (Nth(at, name), value));
        Value::from(numbered.collect::<BTreeMap<_, Value>>())
    }
}

/// A name at its place: Tera takes entries in order from a `BTreeMap` alone, and hashes each of them once.
struct Nth<N>(usize, N);

impl<N> PartialEq for Nth<N> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<N> Eq for Nth<N> {}

impl<N> PartialOrd for Nth<N> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<N> Ord for Nth<N> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl From<Nth<Name>> for Key<'static> {
    fn from(nth: Nth<Name>) -> Self {
        match nth.1 {
            Name::Fixed(name) => Key::Str(name),
            Name::Shared(name) => Key::String(name),
        }
    }
}

impl From<Nth<&'static str>> for Key<'static> {
    fn from(nth: Nth<&'static str>) -> Self {
        Key::Str(nth.1)
    }
}

/// A map from fixed keys.
pub fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    let mut at = 0;
    let numbered = entries.map(|(name, value)| {
        at += 1;
        (Nth(at, name), value)
    });
    Value::from(BTreeMap::from(numbered))
}

/// A string, or none.
pub fn optional(text: Option<&str>) -> Value {
    text.map_or_else(Value::none, Value::normal_string)
}

/// `{number, of, previous, next}` of a page of several, from 1; `url` has the links.
pub fn pager(number: u32, of: u32, url: impl Fn(u32) -> Option<String>) -> Value {
    let link = |other: u32| optional(url(other).filter(|_| (1..=of).contains(&other)).as_deref());
    map([
        ("number", Value::from(number)),
        ("of", Value::from(of)),
        ("previous", link(number - 1)),
        ("next", link(number + 1)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_keep_their_order_and_the_last_of_a_name_counts() {
        let mut entries = Entries::with_capacity(3);
        for (name, number) in [("b", 1), ("a", 2), ("b", 3)] {
            entries.insert(name, Value::from(number));
        }

        let value = Value::from(entries);

        let read: Vec<_> =
            value.as_map().into_iter().flatten().map(|(key, value)| (key.as_str(), value.as_i64())).collect();
        assert_eq!(read, [(Some("b"), Some(3)), (Some("a"), Some(2))]);
    }
}
