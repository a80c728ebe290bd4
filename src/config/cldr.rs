//! Tables of CLDR that are a part of the program, by language.

use std::collections::HashMap;
use std::sync::OnceLock;

/// What every language inherits from in the end.
const ROOT: &str = "und";

/// A table that `tools/cldr.py` writes: the line `#de`, then one for each cell, its key and its text between them a tab. A
/// language is read when it is first asked for.
pub struct Table(HashMap<&'static str, Part>);

struct Part {
    lines: &'static str,
    /// Only looked up, never listed.
    cells: OnceLock<HashMap<&'static str, &'static str>>,
}

impl Table {
    /// A table by its text.
    pub fn new(text: &'static str) -> Table {
        let parts = text.split('#').filter_map(|part| part.split_once('\n'));
        Table(parts.map(|(tag, lines)| (tag, Part { lines, cells: OnceLock::new() })).collect())
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
