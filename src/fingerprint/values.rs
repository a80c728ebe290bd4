//! What figures say, a line for each value, as the record of publications has them.

use std::collections::BTreeMap;

use crate::model::value::word_of;
use crate::publication::lock::value_name;
use crate::publication::value::{PublishedValue, ValueKey, basis_word};

/// The values of all figures, by the id of the figure.
pub struct Values(BTreeMap<Box<str>, Vec<String>>);

impl Values {
    /// What is published of figures, in lines.
    pub fn new(published: &BTreeMap<ValueKey, PublishedValue>) -> Self {
        let mut values: BTreeMap<Box<str>, Vec<String>> = BTreeMap::new();
        for (key, it) in published {
            let status = it.status.map_or("", word_of);
            let line = format!("{} {} {} {status}", value_name(key), basis_word(it.basis), it.value);
            values.entry(key.figure.clone()).or_default().push(line);
        }
        Values(values)
    }

    /// The values of a figure; none for what is no figure.
    pub fn of(&self, figure: &str) -> &[String] {
        self.0.get(figure).map(Vec::as_slice).unwrap_or_default()
    }
}
