//! How languages write a number with its unit, from CLDR.
//!
//! `units.tsv` is a part of the packages `cldr-units-full` and `cldr-numbers-full` 48.2.0 (Unicode License v3), written by
//! `tools/cldr.py`: the units of each language that has any. A unit stands under its symbol (`km`, `kWh`, `%`) in its short form,
//! under its name in CLDR (`kilometer`, `year`) in its long one, a currency under its code (ISO 4217) in its names. A cell is
//! a pattern around `{0}`, or one for each plural form, `one=…|other=…`; number and unit are joined by a no-break space. The
//! root has what is written alike everywhere: symbols, and codes of currencies. ICU4X has units and currencies only in its
//! experimental part.

use std::sync::LazyLock;

use icu::plurals::PluralCategory;

use crate::config::cldr::Table;

static UNITS: LazyLock<Table> = LazyLock::new(|| Table::new(include_str!("units.tsv")));

/// Languages in which a unit behind a word of the number, as in “45 million dollars”, has the form of many things; in others it
/// has that of any number.
const MANY_AFTER_WORD: &[&str] = &["be", "br", "pl", "ru", "uk"];

/// A unit in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    language: Box<str>,
    /// What is written around `{0}`, by plural form; the last is for all others.
    forms: Vec<(&'static str, &'static str)>,
}

/// Whether CLDR has a unit in the language that has these tags, strongest first, or in all alike.
pub fn has(tags: &[String], unit: &str) -> bool {
    UNITS.cell(tags, unit).is_some()
}

impl Unit {
    /// A unit in the language that has these tags, strongest first; `None`: CLDR does not have it.
    pub fn new(tags: &[String], unit: &str) -> Option<Unit> {
        let cell = UNITS.cell(tags, unit)?;
        let form = |text: &'static str| text.split_once('=').filter(|_| cell.contains("other="));
        let forms = cell.split('|').map(|text| form(text).unwrap_or(("other", text))).collect();
        let language = tags.first()?.split('-').next()?.into();
        Some(Unit { language, forms })
    }

    /// A number, as it is shown, with the unit.
    pub fn around(&self, shown: &str, of: PluralCategory) -> String {
        self.form(name(of)).replace("{0}", shown)
    }

    /// The same of a number that ends with a word, as “45 million” does.
    pub fn around_word(&self, shown: &str) -> String {
        let form = self.words_form();
        match form.split_once('\u{a0}').filter(|(before, _)| *before == "{0}") {
            Some((_, unit)) => format!("{shown}\u{a0}{}{unit}", self.particle(unit)),
            None => form.replace("{0}", shown),
        }
    }

    /// The unit alone, as a column is headed.
    pub fn name(&self) -> String {
        let is_between = |c: char| c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '\u{200e}' | '\u{200f}');
        self.words_form().replace("{0}", "").trim_matches(is_between).to_owned()
    }

    fn words_form(&self) -> &'static str {
        self.form(if MANY_AFTER_WORD.contains(&&*self.language) { "many" } else { "other" })
    }

    fn form(&self, name: &str) -> &'static str {
        let form = self.forms.iter().find(|(form, _)| *form == name).or(self.forms.last());
        form.map_or("{0}", |(_, pattern)| pattern)
    }

    /// What stands between “million” and the unit.
    fn particle(&self, unit: &str) -> &'static str {
        let is_vowel = unit.to_lowercase().starts_with(['a', 'e', 'i', 'o', 'u', 'é', 'h', 'y']);
        match &*self.language {
            "fr" if is_vowel && !unit.starts_with(|c: char| c.is_uppercase()) => "d’",
            "ca" if is_vowel => "d’",
            "ast" | "ca" | "es" | "fr" | "gl" | "pt" | "sc" | "vec" => "de ",
            "it" => "di ",
            _ => "",
        }
    }
}

fn name(of: PluralCategory) -> &'static str {
    match of {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::tags;

    fn unit(language: &str, unit: &str) -> Unit {
        Unit::new(&tags::tags(language), unit).unwrap_or_else(|| panic!("{unit} in {language}"))
    }

    #[test]
    fn every_cell_is_a_pattern_for_some_forms_and_all_others() {
        for language in UNITS.languages() {
            for (name, cell) in UNITS.lines(language) {
                let forms: Vec<&str> =
                    cell.split('|').map(|form| form.split_once('=').map_or("other", |(form, _)| form)).collect();
                let (last, own) = forms.split_last().unwrap_or_else(|| panic!("{name}"));

                assert!(cell.contains("{0}") && *last == "other", "{name} in {language}: {cell}");
                assert!(own.iter().all(|form| ["zero", "one", "two", "few", "many"].contains(form)), "{forms:?}");
            }
        }
    }

    #[test]
    fn a_unit_has_the_form_of_its_number() {
        let dollars = |language: &str, category| unit(language, "USD").around("5", category).replace('\u{a0}', " ");

        assert_eq!(dollars("en", PluralCategory::One), "5 US dollar");
        assert_eq!(dollars("en", PluralCategory::Other), "5 US dollars");
        assert_eq!(dollars("pl", PluralCategory::Few), "5 dolary amerykańskie");
        assert_eq!(dollars("zh-Hans", PluralCategory::Other), "5美元");
        assert_eq!(unit("fr", "km").around("5", PluralCategory::Other), "5\u{202f}km");
        assert_eq!(unit("de-CH", "year").around("5", PluralCategory::Other), "5\u{a0}Jahre");
    }

    #[test]
    fn a_unit_behind_a_word_is_joined_as_the_language_does() {
        let million =
            |language: &str, word: &str, of: &str| unit(language, of).around_word(word).replace('\u{a0}', " ");

        assert_eq!(million("en", "45 million", "USD"), "45 million US dollars");
        assert_eq!(million("fr", "45 millions", "USD"), "45 millions de dollars des États-Unis");
        assert_eq!(million("fr", "45 millions", "EUR"), "45 millions d’euros");
        assert_eq!(million("es", "45 millones", "EUR"), "45 millones de euros");
        assert_eq!(million("ru", "45 миллионов", "USD"), "45 миллионов долларов США");
        assert_eq!(million("ro", "45 de milioane", "USD"), "45 de milioane de dolari americani");
        assert_eq!(million("zh", "4500万", "USD"), "4500万美元");
    }

    #[test]
    fn a_unit_alone_heads_a_column() {
        assert_eq!(unit("en", "USD").name(), "US dollars");
        assert_eq!(unit("zh", "km").name(), "公里");
        assert_eq!(unit("pl", "%").name(), "%");
    }

    #[test]
    fn every_language_has_units_its_variants_where_they_differ() {
        let of =
            |language: &str, name: &str| unit(language, name).around("5", PluralCategory::Other).replace('\u{a0}', " ");

        assert_eq!(of("en", "kilometer"), "5 kilometers");
        assert_eq!(of("en-GB", "kilometer"), "5 kilometres");
        assert_eq!(of("pt", "kilometer"), "5 quilômetros");
        assert_eq!(of("pt-AO", "kilometer"), "5 quilómetros");
        assert_eq!(of("sr-Latn", "kilometer"), "5 kilometara");
        assert_eq!(of("kk", "USD"), "5 АҚШ доллары");
        assert_eq!(of("sw", "year"), "miaka 5");
        assert_eq!(of("cy", "km"), "5 km");
        assert_eq!(of("tlh", "km"), "5 km");
        assert_eq!(of("tlh", "USD"), "5 USD");
    }

    #[test]
    fn what_cldr_does_not_have_is_none() {
        assert_eq!(Unit::new(&tags::tags("en"), "people"), None);
        assert_eq!(Unit::new(&tags::tags("tlh"), "year"), None);
    }
}
