//! Numbers, dates and lists by CLDR, one set of formatters per language.

use std::cmp::Ordering;

use bigdecimal::RoundingMode;
use icu::calendar::{Date as CalendarDate, Iso};
use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::{M, Y, YM, YMD};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::GroupingStrategy;
use icu::list::ListFormatter;
use icu::list::options::{ListFormatterOptions, ListLength};
use icu::locale::Locale;
use icu::plurals::{PluralCategory, PluralRules};
use icu_decimal::CompactDecimalFormatter;

use crate::config::tags::{canonical, tags};
use crate::model::date::{Date, Precision};
use crate::model::number::Number;

/// The words for numbers up to ten to this power are no shorter than their digits: “38 thousand” is 38,000.
const IN_FULL: u8 = 3;
/// Ten to this power is ten thousand.
const TEN_THOUSAND: i16 = 4;
/// Ten to this power is a million.
const MILLION: i16 = 6;
/// How many digits of a compact number are significant.
const SIGNIFICANT: i16 = 3;

/// How long a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateForm {
    /// `28 February 2022`: in sentences.
    Long,
    /// `28 Feb 2022`: in tables.
    Short,
}

/// The formatters of one language.
pub struct Formats {
    long: Dates,
    short: Dates,
    year: DateTimeFormatter<Y>,
    decimal: DecimalFormatter,
    compact: CompactDecimalFormatter,
    /// The digits before the word of a number in short.
    shortened: DecimalFormatter,
    /// Numbers below ten to this power are written in full.
    compact_from: i16,
    list: ListFormatter,
    /// `None`: CLDR knows none, and everything is one of many.
    plurals: Option<PluralRules>,
    is_portuguese: bool,
}

struct Dates {
    day: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    month_name: DateTimeFormatter<M>,
}

/// The locale of a tag, with the Gregorian calendar that our dates are written in; the root locale when it is no tag.
pub fn icu_locale(code: &str) -> Locale {
    format!("{}-u-ca-gregory", canonical(code)).parse().unwrap_or(Locale::UNKNOWN)
}

/// The plural forms of a language. CLDR has them by language, a few by region (`pt-PT`): what is in another script than its
/// language, and so inherits nothing of it, has those of the language.
pub fn plural_rules(locale: &Locale) -> Option<PluralRules> {
    let mut spoken = locale.clone();
    if !tags(&locale.id.to_string()).iter().any(|tag| tag == locale.id.language.as_str()) {
        spoken.id = locale.id.language.into();
    }
    PluralRules::try_new_cardinal((&spoken).into()).ok()
}

impl Formats {
    /// Formatters for a locale. CLDR's root stands in for languages without data of their own.
    pub fn new(locale: &Locale) -> Self {
        const COMPILED: &str = "CLDR data is compiled in and falls back to the root";
        let dates = |day: YMD, month: YM, name: M| Dates {
            day: DateTimeFormatter::try_new(locale.into(), day).expect(COMPILED),
            month: DateTimeFormatter::try_new(locale.into(), month).expect(COMPILED),
            month_name: DateTimeFormatter::try_new(locale.into(), name).expect(COMPILED),
        };
        let options = ListFormatterOptions::default().with_length(ListLength::Wide);
        let compact = |strategy: GroupingStrategy| {
            CompactDecimalFormatter::try_new_long(locale.into(), strategy.into()).expect(COMPILED)
        };
        let decimal =
            |strategy: GroupingStrategy| DecimalFormatter::try_new(locale.into(), strategy.into()).expect(COMPILED);
        let usual = compact(GroupingStrategy::Auto);
        let is_short = |power: &i16| usual.compact_exponent_for_magnitude(*power) > IN_FULL;
        let compact_from = (0..=MILLION).find(is_short).unwrap_or(MILLION);
        // Who counts in ten thousands does not group four digits: 3800万.
        let grouping = if compact_from == TEN_THOUSAND { GroupingStrategy::Min2 } else { GroupingStrategy::Auto };
        Formats {
            long: dates(YMD::long(), YM::long(), M::long()),
            short: dates(YMD::medium(), YM::medium(), M::medium()),
            year: DateTimeFormatter::try_new(locale.into(), Y::long()).expect(COMPILED),
            decimal: decimal(GroupingStrategy::Auto),
            compact_from,
            compact: compact(grouping),
            shortened: decimal(grouping),
            plurals: plural_rules(locale),
            list: ListFormatter::try_new_and(locale.into(), options).expect(COMPILED),
            is_portuguese: locale.id.language.as_str() == "pt",
        }
    }

    /// A date at the precision it has, without its time.
    pub fn date(&self, date: Date, form: DateForm) -> String {
        let start = date.start();
        let day = CalendarDate::try_new_iso(start.year().into(), start.month() as u8, start.day() as u8);
        let Ok(day) = day else { return date.to_string() };
        let dates = self.dates(form);
        match date.precision() {
            Precision::Day | Precision::Minute(_) => dates.day.format(&day).to_string(),
            Precision::Month if self.is_portuguese && form == DateForm::Long => self.portuguese_month(date, &day),
            Precision::Month => dates.month.format(&day).to_string(),
            Precision::Year => self.year.format(&day).to_string(),
        }
    }

    /// A month with its year: the short form with the long name. ICU4X 2.4 does not load what it writes the year of the long
    /// form with.
    fn portuguese_month(&self, date: Date, day: &CalendarDate<Iso>) -> String {
        let month = date.month().unwrap_or(1);
        let (short, name) = (self.short.month.format(day).to_string(), self.month_name(month, DateForm::Short));
        if short.contains(&name) {
            return short.replacen(&name, &self.month_name(month, DateForm::Long), 1);
        }
        self.long.month.format(day).to_string()
    }

    /// The name of a month as it stands in a date.
    pub fn month_name(&self, month: i8, form: DateForm) -> String {
        CalendarDate::try_new_iso(2000, month as u8, 1)
            .map(|day| self.dates(form).month_name.format(&day).to_string())
            .unwrap_or_default()
    }

    fn dates(&self, form: DateForm) -> &Dates {
        match form {
            DateForm::Long => &self.long,
            DateForm::Short => &self.short,
        }
    }

    /// A decimal number given as digits, with all of them.
    pub fn number(&self, digits: &str) -> String {
        match digits.parse::<Decimal>() {
            Ok(decimal) => self.decimal.format(&decimal).to_string(),
            Err(_) => digits.to_owned(),
        }
    }

    /// The plural form of what there is so much of.
    pub fn plural(&self, number: &Number) -> PluralCategory {
        let value: Option<Decimal> = number.to_string().parse().ok();
        let rules = self.plurals.as_ref().zip(value);
        rules.map_or(PluralCategory::Other, |(rules, value)| rules.category_for(&value))
    }

    /// Digits as the language writes them.
    pub fn digits(&self, text: &str) -> String {
        let own = |digit: char| self.decimal.format(&Decimal::from(digit.to_digit(10).unwrap_or_default())).to_string();
        text.chars().map(|c| if c.is_ascii_digit() { own(c) } else { c.to_string() }).collect()
    }

    /// The sign before the digits of a difference: `+`, `−`, of none at all `±`. What keeps it on its side of the digits where
    /// lines are read leftward belongs to it, as CLDR has it.
    pub fn sign(&self, of: Ordering) -> String {
        let signed = self.number(if of == Ordering::Less { "-1" } else { "+1" });
        let digits = self.number("1");
        let sign = signed.replace(&*digits, "").replace('-', "−");
        if of == Ordering::Equal { sign.replace('+', "±") } else { sign }
    }

    /// A large number in short, in the steps of the language (million; 万, 亿; lakh, crore): `words` puts the digits, already
    /// formatted, and their value before the word of a power of ten, where the site words that itself; else CLDR does.
    /// `None`: the number is written in full.
    pub fn compact(&self, number: &Number, round: RoundingMode, words: &CompactWords) -> Option<String> {
        let value: Decimal = number.to_string().parse().ok()?;
        let magnitude = value.absolute.nonzero_magnitude_start();
        let from = if words.powers.is_empty() { self.compact_from } else { MILLION };
        if value.absolute.is_zero() || magnitude < from {
            return None;
        }
        let own = words.powers.iter().copied().filter(|power| i16::from(*power) <= magnitude).max();
        let power = own.unwrap_or_else(|| self.compact.compact_exponent_for_magnitude(magnitude));
        let shortened = |mode| shortened(number, magnitude, i16::from(power), mode);
        let short = shortened(round)?;
        let shown = self.shortened.format(&short).to_string();
        if own.is_some() {
            return (words.word)(power, &shown, &short.to_string());
        }
        if let Ok(text) = self.compact.format_with_exponent(&short, power) {
            return Some(text.to_string());
        }
        // Rounding filled the unit: 999,999,999 is 1,000 million, not 1 billion. CLDR words no such number; the same number
        // cut off instead of rounded has the words.
        let cut = shortened(RoundingMode::Down)?;
        let text = self.compact.format_with_exponent(&cut, power).ok()?.to_string();
        Some(text.replace(&self.shortened.format(&cut).to_string(), &shown))
    }

    /// Items joined as the language does.
    pub fn list(&self, items: &[String]) -> String {
        self.list.format_to_string(items.iter())
    }
}

/// How the words of a site put compact numbers.
pub struct CompactWords<'w> {
    /// The powers of ten that it words; empty: CLDR does.
    pub powers: &'w [u8],
    /// The words for digits as they are shown, and their value; `None`: they cannot be formatted.
    pub word: &'w dyn Fn(u8, &str, &str) -> Option<String>,
}

/// A number whose first digit stands at a power of ten, divided by ten to the power of `power`, with three significant
/// digits, zeros at the end left out.
fn shortened(number: &Number, magnitude: i16, power: i16, round: RoundingMode) -> Option<Decimal> {
    let last = magnitude - (SIGNIFICANT - 1);
    let mut short: Decimal = number.rounded_by(-i64::from(last), round).to_string().parse().ok()?;
    short.multiply_pow10(-power);
    short.trim_end();
    Some(short)
}
