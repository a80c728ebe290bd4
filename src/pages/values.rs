//! Small template values.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use tera::Value;
use tera::value::Key;

/// A key that lives as long as the program.
pub fn key(name: &'static str) -> Key<'static> {
    Key::Str(name)
}

/// Entries of a map in their order, of which a later one replaces an earlier one of the same name.
///
/// Not Tera's own `Map`: a value of one is made by inserting all of it again.
#[derive(Default)]
pub struct Entries(Vec<(Key<'static>, Value)>);

impl Entries {
    /// No entries yet, and room for some.
    pub fn with_capacity(count: usize) -> Self {
        Entries(Vec::with_capacity(count))
    }

    /// The entries of a value; none when it is no map.
    pub fn of(value: &Value) -> Self {
        let entries = value.as_map().into_iter().flatten();
        Entries(entries.map(|(key, value)| (key.clone(), value.clone())).collect())
    }

    /// Adds an entry.
    pub fn insert(&mut self, key: Key<'static>, value: Value) {
        self.0.push((key, value));
    }

    /// Whether there is an entry of a name.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key.as_str() == Some(name))
    }
}

impl IntoIterator for Entries {
    type Item = (Key<'static>, Value);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Extend<(Key<'static>, Value)> for Entries {
    fn extend<I: IntoIterator<Item = (Key<'static>, Value)>>(&mut self, entries: I) {
        self.0.extend(entries);
    }
}

impl FromIterator<(Key<'static>, Value)> for Entries {
    fn from_iter<I: IntoIterator<Item = (Key<'static>, Value)>>(entries: I) -> Self {
        Entries(entries.into_iter().collect())
    }
}

impl From<Entries> for Value {
    fn from(entries: Entries) -> Self {
        let numbered = entries.0.into_iter().enumerate().map(|(at, (key, value))| (Nth(at, key), value));
        Value::from(numbered.collect::<BTreeMap<Nth, Value>>())
    }
}

/// A key at its place.
struct Nth(usize, Key<'static>);

impl PartialEq for Nth {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Nth {}

impl PartialOrd for Nth {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Nth {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl From<Nth> for Key<'static> {
    fn from(nth: Nth) -> Self {
        nth.1
    }
}

/// A map from fixed keys.
pub fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    Value::from(entries.into_iter().map(|(name, value)| (key(name), value)).collect::<Entries>())
}

/// A string, or none.
pub fn optional(text: Option<&str>) -> Value {
    text.map_or_else(Value::none, Value::normal_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_keep_their_order_and_the_last_of_a_name_counts() {
        let mut entries = Entries::with_capacity(3);
        for (name, number) in [("b", 1), ("a", 2), ("b", 3)] {
            entries.insert(key(name), Value::from(number));
        }

        let value = Value::from(entries);

        let read: Vec<_> =
            value.as_map().into_iter().flatten().map(|(key, value)| (key.as_str(), value.as_i64())).collect();
        assert_eq!(read, [(Some("b"), Some(3)), (Some("a"), Some(2))]);
    }
}
