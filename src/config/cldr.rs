//! Tables of CLDR that are a part of the program, by language.

use std::collections::HashMap;
use std::sync::OnceLock;

/// What every language inherits from in the end.
const ROOT: &str = "und";

/// A table that `tools/cldr.py` writes: for each language the line `#de`, then one for each cell, its key and its text between
/// them a tab; before all of them the tags, each with the length of its part in bytes. A language is read when it is first asked
/// for: whatever starts needs one or two of them.
pub struct Table(HashMap<&'static str, Part>);

struct Part {
    lines: &'static str,
    /// Only looked up, never listed.
    cells: OnceLock<HashMap<&'static str, &'static str>>,
}

impl Table {
    /// A table by its text.
    pub fn new(text: &'static str) -> Table {
        let (lengths, mut rest) = text.split_once('\n').unwrap_or_default();
        let mut words = lengths.split(' ');
        let mut parts = HashMap::new();
        while let (Some(tag), Some(length)) = (words.next(), words.next().and_then(|length| length.parse().ok())) {
            let Some((lines, after)) = rest.split_at_checked(length) else { break };
            rest = after;
            parts.insert(tag, Part { lines, cells: OnceLock::new() });
        }
        Table(parts)
    }

    /// The text of a cell in the first of these languages that has it, strongest first, else that of the root.
    pub fn cell(&self, tags: &[String], key: &str) -> Option<&'static str> {
        let tags = tags.iter().map(String::as_str).chain([ROOT]);
        tags.filter_map(|tag| self.0.get(tag)).find_map(|part| part.cells().get(key).copied())
    }

    /// What a language has itself, key and text, in the order of the table.
    pub fn lines(&self, tag: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.get(tag).into_iter().flat_map(|part| pairs(part.lines))
    }

    /// The tags of the languages, in no order.
    pub fn languages(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }
}

impl Part {
    fn cells(&self) -> &HashMap<&'static str, &'static str> {
        self.cells.get_or_init(|| pairs(self.lines).collect())
    }
}

fn pairs(lines: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines.lines().filter_map(|line| line.split_once('\t'))
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn every_part_is_that_of_its_language_and_none_is_lost() {
        for text in [include_str!("language_names.tsv"), include_str!("../locale/units.tsv")] {
            let table = Table::new(text);

            assert_eq!(table.0.len(), text.lines().filter(|line| line.starts_with('#')).count());
            for tag in table.languages() {
                let (head, lines) = table.0[tag].lines.split_once('\n').expect("a head and cells");
                assert_eq!(head.strip_prefix('#'), Some(tag));
                assert!(!lines.is_empty() && lines.lines().all(|line| line.matches('\t').count() == 1), "{tag}");
            }
        }
    }
}
