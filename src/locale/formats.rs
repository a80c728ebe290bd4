//! Numbers, dates and lists by CLDR, one set of formatters per language.

use icu::calendar::Date as CalendarDate;
use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::{M, Y, YM, YMD};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::ListFormatter;
use icu::list::options::{ListFormatterOptions, ListLength};
use icu::locale::Locale;

use crate::locale::DateForm;
use crate::model::date::Date;

/// The formatters of one language.
pub struct Formats {
    long: Dates,
    short: Dates,
    year: DateTimeFormatter<Y>,
    decimal: DecimalFormatter,
    list: ListFormatter,
}

struct Dates {
    day: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    month_name: DateTimeFormatter<M>,
}

/// The locale of a tag, with the Gregorian calendar that our dates are written in; the root locale when it is no tag.
pub fn icu_locale(code: &str) -> Locale {
    format!("{code}-u-ca-gregory").parse().unwrap_or(Locale::UNKNOWN)
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
        Formats {
            long: dates(YMD::long(), YM::long(), M::long()),
            short: dates(YMD::medium(), YM::medium(), M::medium()),
            year: DateTimeFormatter::try_new(locale.into(), Y::long()).expect(COMPILED),
            decimal: DecimalFormatter::try_new(locale.into(), Default::default()).expect(COMPILED),
            list: ListFormatter::try_new_and(locale.into(), options).expect(COMPILED),
        }
    }

    /// A date at the precision it has, without its time.
    pub fn date(&self, date: Date, form: DateForm) -> String {
        let day =
            CalendarDate::try_new_iso(date.year.into(), date.month.unwrap_or(1) as u8, date.day.unwrap_or(1) as u8);
        let Ok(day) = day else { return date.to_string() };
        let dates = self.dates(form);
        match (date.month, date.day) {
            (Some(_), Some(_)) => dates.day.format(&day).to_string(),
            (Some(_), None) => dates.month.format(&day).to_string(),
            _ => self.year.format(&day).to_string(),
        }
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

    /// Items joined as the language does.
    pub fn list(&self, items: &[String]) -> String {
        self.list.format_to_string(items.iter())
    }
}

/// A number with `decimals` digits after the point, rounded half away from zero, as statistics offices do.
pub fn rounded(digits: &str, decimals: i16) -> String {
    let Ok(mut decimal) = digits.parse::<Decimal>() else { return digits.to_owned() };
    round(&mut decimal, -decimals);
    decimal.pad_end(-decimals);
    decimal.to_string()
}

/// Rounds to the digit at a power of ten, half away from zero.
fn round(decimal: &mut Decimal, power: i16) {
    if decimal.digit_at(power - 1) >= 5 { decimal.expand(power) } else { decimal.trunc(power) }
}

/// A number divided by ten to the power of `power`, with at most one decimal, rounded half away from zero.
pub fn scaled(digits: &str, power: i16) -> String {
    let Ok(mut decimal) = digits.parse::<Decimal>() else { return digits.to_owned() };
    decimal.multiply_pow10(-power);
    round(&mut decimal, -1);
    decimal.trim_end();
    decimal.to_string()
}
