//! Names of languages in other languages, from CLDR.
//!
//! `language_names.tsv` is a part of the package `cldr-localenames-full` 48.2.0 (Unicode License v3): a row for a language
//! that documents are in, a column for a language that reports are in. ICU4X has these names only in its experimental
//! part, which takes longer to compile than all we use of it.

use std::sync::LazyLock;

const TABLE: &str = include_str!("language_names.tsv");

/// The table by rows and columns: a report asks it for the language of each of its sources.
static ROWS: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| TABLE.lines().map(|row| row.split('\t').collect()).collect());

/// The name of the language with that tag in the language of the report; `None` when CLDR's is not in our table. Of
/// `en-IN` it is that of `en`.
pub fn name(tag: &str, language: &str) -> Option<&'static str> {
    let (header, rows) = ROWS.split_first()?;
    let column = shortened(language).find_map(|code| header.iter().position(|known| is_same(known, code)))?;
    shortened(tag).find_map(|tag| {
        let row = rows.iter().find(|row| row.first().is_some_and(|own| is_same(own, tag)))?;
        row.get(column).copied().filter(|name| !name.is_empty())
    })
}

/// The tag of the language that has a name in some language, whatever its case: of `German`, `allemand`, `Deutsch` it is `de`.
pub fn tag_of(name: &str) -> Option<&'static str> {
    let (_, rows) = ROWS.split_first()?;
    let wanted = name.to_lowercase();
    let row = rows.iter().find(|row| row.iter().skip(1).any(|known| known.to_lowercase() == wanted))?;
    row.first().copied()
}

/// The tags of the languages that have a name here.
pub fn tags() -> impl Iterator<Item = &'static str> {
    ROWS.iter().skip(1).filter_map(|row| row.first().copied())
}

/// A tag, then the same without its last part, and so on: `zh-Hans-CN`, `zh-Hans`, `zh`.
fn shortened(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(rest, _)| rest))
}

fn is_same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn languages_are_named_as_cldr_does() {
        assert_eq!(name("zh-Hans", "en"), Some("Simplified Chinese"));
        assert_eq!(name("zh-Hans", "de"), Some("Chinesisch (vereinfacht)"));
        assert_eq!(name("zh-Hans", "fr"), Some("chinois simplifié"));
        assert_eq!(name("en-IN", "de-CH"), Some("Englisch"));
        assert_eq!(name("pt-BR", "de"), Some("Portugiesisch (Brasilien)"));
        assert_eq!(name("ja", "zh-Hans"), Some("日语"));
        assert_eq!(name("tlh", "en"), None);
        assert_eq!(name("en", "tlh"), None);
    }

    #[test]
    fn every_row_has_every_column() {
        let columns = |row: &str| row.split('\t').count();
        let width = super::TABLE.lines().next().map(columns);

        assert!(super::TABLE.lines().all(|row| Some(columns(row)) == width));
    }
}
