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

/// What ids of the program begin with: facts, sources, footnotes, pictures, values and groups of figures.
const PREFIXES: &[&str] = &["fact-", "source-", "fn-", "fnref-", "chart-", "map-", "v-", "group-"];

/// Ids that headings of prose leave to the program and to the theme.
#[derive(Debug, Clone, Default)]
pub struct Reserved {
    whole: BTreeSet<String>,
    prefixes: Vec<String>,
}

impl Reserved {
    /// Those of templates: `id="main"` is one, `id="row-{{ n }}"` all that begin so. An id that is nothing but an expression is
    /// one of the program's.
    pub fn of_templates<'a>(templates: impl Iterator<Item = &'a str>) -> Self {
        let mut reserved =
            Reserved { whole: BTreeSet::new(), prefixes: PREFIXES.iter().map(|p| p.to_string()).collect() };
        for template in templates {
            for (at, _) in template.match_indices("id=\"") {
                let value = &template[at + 4..];
                let value = &value[..value.find('"').unwrap_or(value.len())];
                let is_attribute = template[..at].ends_with(char::is_whitespace);
                match value.find('{') {
                    _ if !is_attribute => {}
                    None => drop(reserved.whole.insert(value.to_owned())),
                    Some(0) => {}
                    Some(end) => reserved.prefixes.push(value[..end].to_owned()),
                }
            }
        }
        reserved
    }

    /// Whether an id is not for headings.
    pub fn has(&self, id: &str) -> bool {
        self.whole.contains(id) || self.prefixes.iter().any(|prefix| id.starts_with(&**prefix))
    }

    /// An id like a reserved one that is not reserved.
    pub fn instead(&self, id: &str) -> String {
        let mut names = ["section", "heading", "text", "part"].iter().map(|word| format!("{word}-{id}"));
        names.find(|name| !self.has(name)).unwrap_or_else(|| format!("x{id}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Ids, Reserved};

    #[test]
    fn ids_of_templates_are_reserved() {
        let template = "<p id=\"main\" data-id=\"x\"><i\n id=\"row-{{ n }}\"><b id=\"{{ f.id }}\">";

        let reserved = Reserved::of_templates([template].into_iter());

        assert!(["main", "row-1", "fact-area", "fn-1"].iter().all(|id| reserved.has(id)));
        assert!(["x", "row", "mainly", "facts", ""].iter().all(|id| !reserved.has(id)));
        assert_eq!(reserved.instead("main"), "section-main");
    }

    #[test]
    fn equal_names_are_counted_and_what_is_taken_is_passed_over() {
        let mut ids = Ids::default();

        let given: Vec<String> = ["a", "a-2", "a", "a", "b"].iter().map(|name| ids.unique(name)).collect();

        assert_eq!(given, ["a", "a-2", "a-3", "a-4", "b"]);
    }
}
