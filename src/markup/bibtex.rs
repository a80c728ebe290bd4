//! Writing BibTeX, as biblatex and biber read it: UTF-8, dates as ISO 8601-2 has them, addresses as they are.
//!
//! A value stands in two pairs of braces: a name is not taken apart, a title keeps its capitals. What TeX would take for a
//! command is written as one that prints it; braces have names of their own, since BibTeX counts every brace, also one with
//! a backslash before it.

use std::fmt::Write;

/// An entry that grows.
#[derive(Debug)]
pub struct Entry {
    text: String,
}

impl Entry {
    /// One of a kind (`online`, `misc`) under its key.
    pub fn new(kind: &str, key: &str) -> Self {
        Entry { text: format!("@{kind}{{{key}") }
    }

    /// A field of words; nothing where there are none.
    pub fn words(&mut self, name: &str, words: &str) {
        if !words.trim().is_empty() {
            self.field(name, &format!("{{{}}}", escape(words)));
        }
    }

    /// A field that is taken as it stands: an address, a date, the name of a language; nothing where it is empty.
    pub fn verbatim(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.field(name, &address(value));
        }
    }

    /// The entry, with a line break at its end.
    pub fn finish(self) -> String {
        format!("{}\n}}\n", self.text)
    }

    fn field(&mut self, name: &str, value: &str) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, ",\n  {name} = {{{value}}}");
    }
}

/// A key: letters of a to z, digits and hyphens; other characters by their numbers, so that different names stay different.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            c if c.is_ascii_alphanumeric() || c == '-' => key.push(c),
            '/' | '.' | '_' | ' ' => key.push('-'),
            c => key.push_str(&format!("u{:x}", u32::from(c))),
        }
    }
    key
}

/// Words as TeX prints them, on one line.
fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '{' => escaped.push_str("{\\textbraceleft}"),
            '}' => escaped.push_str("{\\textbraceright}"),
            '\\' => escaped.push_str("{\\textbackslash}"),
            '^' => escaped.push_str("{\\textasciicircum}"),
            '~' => escaped.push_str("{\\textasciitilde}"),
            // In some languages babel takes it for the beginning of a command, unless nothing follows.
            '"' => escaped.push_str("\"{}"),
            '%' | '&' | '#' | '$' | '_' => escaped.extend(['\\', c]),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// What would end the value, written as addresses have it.
fn address(value: &str) -> String {
    let mut address = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '{' | '}' | '\\' | ' ' | '"' => address.push_str(&format!("%{:02X}", u32::from(c))),
            c if c.is_control() => {}
            c => address.push(c),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::{Entry, key};

    #[test]
    fn words_stand_in_two_pairs_of_braces_and_print_what_they_are() {
        let mut entry = Entry::new("online", "a-1");
        entry.words("title", "50 % of {R&D} in \"山东\"\n C:\\a_b #1 ~x^2 $5");
        entry.words("note", "  ");
        entry.verbatim("url", "https://a.example/{x}?y=%20_z#v");

        let written = entry.finish();

        let title = "50 \\% of {\\textbraceleft}R\\&D{\\textbraceright} in \"{}山东\"{} C:{\\textbackslash}a\\_b \\#1 {\\textasciitilde}x{\\textasciicircum}2 \\$5";
        let expected =
            format!("@online{{a-1,\n  title = {{{{{title}}}}},\n  url = {{https://a.example/%7Bx%7D?y=%20_z#v}}\n}}\n");
        assert_eq!(written, expected);
    }

    #[test]
    fn keys_are_plain_and_differ_where_names_do() {
        let keys = ["centers/bearings", "figures/a_b", "q/é", "q/山"].map(key);

        assert_eq!(keys, ["centers-bearings", "figures-a-b", "q-ue9", "q-u5c71"]);
    }
}
