//! Locale: everything that differs by language without being content: numbers, dates, lists, order of words, messages.
//!
//! In:  the languages of the site and the texts of message files, weakest first (the program's own, themes, site).
//! Out: one [`Locale`] per language, ready to format, shared by all threads.
//!
//! Patterns come from CLDR through ICU4X, words from Fluent messages. Pure: no file, clock or network.

pub mod formats;
pub mod units;
pub mod chain;
mod nesting;
mod entries;
pub mod program;
mod shape;
pub mod messages;
pub mod script;
pub mod usage;
mod words;
pub mod translation;

use bigdecimal::RoundingMode;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use fluent_bundle::FluentValue;
use icu::collator::options::CollatorOptions;
use icu::collator::preferences::CollationNumericOrdering;
use icu::collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu::plurals::PluralCategory;
use rayon::prelude::*;

use crate::config::tags::tags;
use crate::config::{Config, Language, language_names};
use crate::diagnostics::{Checked, Diagnostic};
use crate::locale::formats::{CompactWords, DateForm, Formats};
use crate::locale::messages::{MessageFile, Messages, Spoken};
use crate::locale::program::Message;
use crate::locale::units::Unit;
use crate::model::date::Date;
use crate::model::number::Number;
use crate::model::value::Bound;
use crate::position::{LanguageIx, List};

/// A date whose day stays on one line with its month: “28. Februar 2022”.
fn bound(date: String) -> String {
    let Some((day, rest)) = date.split_once(' ') else { return date };
    let begins_with_day = day.starts_with(|c: char| c.is_ascii_digit()) && day.len() <= 8;
    if begins_with_day && rest.starts_with(char::is_alphabetic) { format!("{day}\u{a0}{rest}") } else { date }
}

/// One language, ready to format.
pub struct Locale {
    /// The language.
    pub language: Language,
    /// Its words.
    pub messages: Messages,
    /// From which tags it has what CLDR says of it, strongest first.
    tags: Vec<String>,
    formats: Formats,
    collator: CollatorBorrowed<'static>,
    /// Dates that were written already: a report says the same few again and again. Only looked up, never listed.
    dates: RwLock<HashMap<(Date, DateForm), String>>,
    /// Units that were asked for already. Only looked up, never listed.
    units: RwLock<HashMap<Box<str>, Option<Arc<Unit>>>>,
}

/// The powers of ten that large numbers are shortened by, each with the message that a language may set for it.
const POWERS: [(u8, &str); 3] =
    [(6, Message::CompactMillion.key()), (9, Message::CompactBillion.key()), (12, Message::CompactTrillion.key())];

impl Locale {
    fn new(language: &Language, messages: Messages) -> Self {
        let locale = formats::icu_locale(&language.code);
        let mut preferences = CollatorPreferences::from(&locale);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = Collator::try_new(preferences, CollatorOptions::default())
            .or_else(|_| Collator::try_new(CollatorPreferences::default(), CollatorOptions::default()))
            .expect("root collation is compiled in");
        Locale {
            language: language.clone(),
            messages,
            tags: tags(&language.code),
            formats: Formats::new(&locale),
            collator,
            dates: RwLock::default(),
            units: RwLock::default(),
        }
    }

    /// Order of two words as a dictionary of the language has it; digits by their value. A quotation mark before a word
    /// does not move it to the front.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let word = |text: &'_ str| text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        self.collator.compare(&a[word(a)..], &b[word(b)..]).then_with(|| self.collator.compare(a, b))
    }

    /// A date at the precision it has, by the pattern of the messages (`date-day`, `date-month`, with `-short` for the
    /// short form) where the language sets one, else by CLDR.
    pub fn date(&self, date: Date, form: DateForm) -> String {
        let known = self.dates.read().unwrap_or_else(PoisonError::into_inner).get(&(date, form)).cloned();
        known.unwrap_or_else(|| {
            let words = self.written(date, form);
            self.dates.write().unwrap_or_else(PoisonError::into_inner).insert((date, form), words.clone());
            words
        })
    }

    fn written(&self, date: Date, form: DateForm) -> String {
        let day = bound(self.day(date, form));
        let Some(minute) = date.minute() else { return day };
        let digits = |text: String| self.formats.digits(&text);
        let time = digits(format!("{:02}:{:02}", minute / 60, minute % 60));
        let (hour, minutes) = (digits(format!("{}", minute / 60)), digits(format!("{:02}", minute % 60)));
        let variables = [
            ("date", day.as_str().into()),
            ("time", time.as_str().into()),
            ("hour", hour.as_str().into()),
            ("minute", minutes.as_str().into()),
        ];
        self.own(Message::DateTime.key(), &variables).unwrap_or_else(|| format!("{day}, {time}"))
    }

    /// A pattern that the language itself has: what another has would be in its order and its words.
    fn own(&self, key: &str, variables: &[(&str, FluentValue)]) -> Option<String> {
        self.messages.format(self.messages.own(key)?, variables)
    }

    fn day(&self, date: Date, form: DateForm) -> String {
        let key = match (date.day(), date.month(), form) {
            (Some(_), _, DateForm::Long) => Message::DateDay.key(),
            (Some(_), _, DateForm::Short) => Message::DateDayShort.key(),
            (None, Some(_), DateForm::Long) => Message::DateMonth.key(),
            (None, Some(_), DateForm::Short) => Message::DateMonthShort.key(),
            (None, None, _) => Message::DateYear.key(),
        };
        if self.messages.own(key).is_none() {
            return self.formats.date(date, form);
        }
        let month = date.month().map(|month| self.formats.month_name(month, form)).unwrap_or_default();
        let (two_days, two_months) =
            (format!("{:02}", date.day().unwrap_or(0)), format!("{:02}", date.month().unwrap_or(0)));
        let variables = [
            ("day", i64::from(date.day().unwrap_or(0)).into()),
            ("day2", two_days.as_str().into()),
            ("month", month.as_str().into()),
            ("month2", two_months.as_str().into()),
            ("year", date.year().to_string().into()),
        ];
        self.own(key, &variables).unwrap_or_else(|| self.formats.date(date, form))
    }

    /// The messages that dates and large numbers are written by, whether the language has them or not.
    pub fn format_keys() -> impl Iterator<Item = &'static str> {
        let dates = [
            Message::DateDay,
            Message::DateDayShort,
            Message::DateMonth,
            Message::DateMonthShort,
            Message::DateYear,
            Message::DateTime,
        ];
        dates.into_iter().map(Message::key).chain(POWERS.iter().map(|(_, key)| *key))
    }

    /// The name of the language with that tag, by CLDR; the tag itself where we know none.
    pub fn language_name<'t>(&self, tag: &'t str) -> &'t str {
        language_names::name(tag, &self.tags).unwrap_or(tag)
    }

    /// The names of the months as they stand in dates, long and short.
    pub fn months(&self) -> impl Iterator<Item = String> {
        let names = |form: DateForm| (1..=12).map(move |month| self.formats.month_name(month, form));
        names(DateForm::Long).chain(names(DateForm::Short))
    }

    /// A number with the digits it was written with, grouped and pointed as the language does.
    pub fn number(&self, number: &Number) -> String {
        self.formats.number(&number.to_string())
    }

    /// A year, an hour: its digits as the language writes them, and nothing else.
    pub fn digits(&self, text: &str) -> String {
        self.formats.digits(text)
    }

    /// How the language writes a number with a unit, by CLDR; `None`: it does not say.
    pub fn unit(&self, unit: &str) -> Option<Arc<Unit>> {
        let known = self.units.read().unwrap_or_else(PoisonError::into_inner).get(unit).cloned();
        known.unwrap_or_else(|| {
            let found = Unit::new(&self.tags, unit).map(Arc::new);
            self.units.write().unwrap_or_else(PoisonError::into_inner).insert(unit.into(), found.clone());
            found
        })
    }

    /// The plural form of what there is so much of.
    pub fn plural(&self, number: &Number) -> PluralCategory {
        self.formats.plural(number)
    }

    /// The sign before the digits of a difference: `+`, `−`, of none at all `±`.
    pub fn sign(&self, of: Ordering) -> String {
        self.formats.sign(of)
    }

    /// A large number in short: `310 billion`, `2.65亿`, `38万`; numbers below a million, or below the first step of the
    /// language above a thousand, in full.
    ///
    /// Three significant digits, in the unit that the exact value has: rounding never moves it into the next one, so
    /// 999,999,999 is “1,000 million”. Rounded to the nearest; a bound never past itself: what is more than 1,234,567 is
    /// “more than 1.23 million”, what is less than that “less than 1.24 million”. The units are those of the messages
    /// `compact-million`, `compact-billion`, `compact-trillion` where the language has them, else those of CLDR.
    pub fn compact(&self, number: &Number, bound: Option<Bound>) -> String {
        let round = match bound {
            Some(Bound::MoreThan | Bound::AtLeast) => RoundingMode::Floor,
            Some(Bound::LessThan | Bound::AtMost) => RoundingMode::Ceiling,
            Some(Bound::About) | None => RoundingMode::HalfUp,
        };
        let own = POWERS.iter().filter(|(_, key)| self.messages.own(key).is_some()).map(|(power, _)| *power);
        let powers: Vec<u8> = own.collect();
        let word = |power: u8, shown: &str, value: &str| {
            let (_, key) = POWERS.iter().find(|(known, _)| *known == power)?;
            let count: f64 = value.parse().unwrap_or(0.0);
            self.own(key, &[("value", shown.into()), ("count", count.into())])
        };
        let words = CompactWords { powers: &powers, word: &word };
        self.formats.compact(number, round, &words).unwrap_or_else(|| self.number(number))
    }

    /// A list as the language joins it: `A, B, and C`.
    pub fn list(&self, items: &[String]) -> String {
        self.formats.list(items)
    }
}

/// All languages of the site, in its order.
pub struct Locales(List<LanguageIx, Locale>);

impl Locales {
    /// The language at a position.
    pub fn get(&self, language: LanguageIx) -> &Locale {
        &self.0[language]
    }

    /// Their positions.
    pub fn positions(&self) -> impl Iterator<Item = LanguageIx> + use<> {
        self.0.positions()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Locale> {
        self.0.iter()
    }
}

/// The message files of a language, weakest first: the program's own words, then `files`; those of `en` count for
/// `en-GB` too.
pub fn files_of(code: &str, files: &BTreeMap<String, Vec<MessageFile>>) -> Vec<MessageFile> {
    let tags = chain::tags(code);
    let own = tags.iter().rev().filter_map(|tag| words::of(tag));
    own.chain(tags.iter().rev().filter_map(|tag| files.get(tag)).flatten().cloned()).collect()
}

/// Whether the program has words in a language.
pub fn speaks(code: &str) -> bool {
    chain::tags(code).iter().any(|tag| words::of(tag).is_some())
}

/// Builds the languages of the site. `files` are the message files by language tag, weakest first.
pub fn build(config: &Config, files: &BTreeMap<String, Vec<MessageFile>>) -> Checked<Locales> {
    let source = &config.languages[LanguageIx::SOURCE].code;
    let chains = config.languages.iter().map(|language| chain::languages(&language.code, source));
    let chains: Vec<Vec<&str>> = chains.collect();
    let codes: BTreeSet<&str> = chains.iter().flatten().copied().collect();
    let read = |code| {
        let mut found = Vec::new();
        let spoken = Spoken::new(&Language::new(code), &files_of(code, files), &mut found);
        (code, (Arc::new(spoken), found))
    };
    let made: BTreeMap<&str, (Arc<Spoken>, Vec<Diagnostic>)> = codes.into_par_iter().map(read).collect();
    let findings = made.values().flat_map(|(_, found)| found).cloned().collect();
    let locales = config.languages.iter().zip(&chains).map(|(language, chain)| {
        let spoken = chain.iter().map(|code| made[code].0.clone());
        Locale::new(language, Messages::new(spoken.collect()))
    });
    let locales = Locales(locales.collect());
    Checked { value: locales, diagnostics: findings }
}

#[cfg(test)]
mod tests;
