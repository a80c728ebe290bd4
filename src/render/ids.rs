//! Names → ids that are unique in a page or a text.

use std::collections::{BTreeMap, BTreeSet};

/// Ids that are taken.
#[derive(Debug, Default)]
pub struct Ids {
    taken: BTreeSet<String>,
    /// The last number that was tried for a name: many equal headings are not counted from the first each time.
    tried: BTreeMap<String, usize>,
}

impl Ids {
    /// The name itself where it is free, else with the next number that makes it so.
    pub fn unique(&mut self, name: &str) -> String {
        if self.taken.insert(name.to_owned()) {
            return name.to_owned();
        }
        let tried = self.tried.entry(name.to_owned()).or_insert(1);
        loop {
            *tried += 1;
            let id = format!("{name}-{tried}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn equal_names_are_counted_and_what_is_taken_is_passed_over() {
        let mut ids = Ids::default();

        let given: Vec<String> = ["a", "a-2", "a", "a", "b"].iter().map(|name| ids.unique(name)).collect();

        assert_eq!(given, ["a", "a-2", "a-3", "a-4", "b"]);
    }
}
