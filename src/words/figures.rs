//! Figures in words: amounts, dates and groups, as text and as HTML.

use crate::figures::{Amount, Dating, Figure, Group, GroupLabel, Point};
use crate::locale::DateForm;
use crate::locale::usage::GROUP_KEY;
use crate::markup::html::escape;
use crate::model::number::Number;
use crate::model::value::{Bound, word_of};
use crate::report::Report;
use crate::words::quantity::Quantity;

/// The date of a value in words: a day, a month, a year, a quarter.
pub fn date_text(report: &Report, point: &Point, language: usize) -> String {
    let locale = report.locales.get(language);
    if point.dating == Dating::Undated {
        return report.words("date-missing", language);
    }
    if let (Dating::Period(crate::figures::formula::Over::Quarter), Some(month)) = (point.dating, point.date.month()) {
        let variables =
            [("quarter", i64::from((month - 1) / 3 + 1).into()), ("year", point.date.year().to_string().into())];
        if let Some(text) = locale.messages.format("date-quarter", &variables) {
            return text;
        }
    }
    locale.date(point.date, DateForm::Long)
}

/// The digits of a number as the figure shows them, without unit.
pub fn number_text(report: &Report, figure: &Figure, number: &Number, language: usize) -> String {
    digits_of(report, figure, number, None, language)
}

/// The same of a number that may be only a bound.
pub fn digits_of(report: &Report, figure: &Figure, number: &Number, bound: Option<Bound>, language: usize) -> String {
    let locale = report.locales.get(language);
    if figure.compact { locale.compact(number, bound) } else { locale.number(number) }
}

/// A value in words: digits, unit and bound, or why there is none.
pub fn amount_text(report: &Report, figure: &Figure, amount: &Amount, language: usize) -> String {
    with_words(report, figure, amount, language, |digits| digits)
}

/// The same as HTML, with the exact value for machines around the digits.
pub fn html(report: &Report, figure: &Figure, amount: &Amount, language: usize) -> String {
    let Some(number) = &amount.number else { return escape(&amount_text(report, figure, amount, language)) };
    // A private character stands for the element while the words are put around it: messages must not be escaped twice.
    const HERE: &str = "\u{e000}";
    let digits = digits_of(report, figure, number, amount.bound, language);
    let around = with_words(report, figure, amount, language, |_| HERE.to_owned());
    let element = data_element(report, number, &digits, &digits, language);
    escape(&around).replace(HERE, &element)
}

/// A number as HTML: `shown` are its words, `value` is exact for machines, and for readers where its digits are in short.
pub fn data_element(report: &Report, number: &Number, digits: &str, shown: &str, language: usize) -> String {
    let exact = report.locales.get(language).number(number);
    let title = if exact == digits { String::new() } else { format!(" title=\"{}\"", escape(&exact)) };
    format!("<data value=\"{}\"{title}>{}</data>", number, escape(shown))
}

fn with_words(
    report: &Report,
    figure: &Figure,
    amount: &Amount,
    language: usize,
    mark: impl Fn(String) -> String,
) -> String {
    let Some(number) = &amount.number else {
        return amount
            .missing
            .map_or_else(String::new, |missing| report.words(&format!("missing-{}", word_of(missing)), language));
    };
    let digits = digits_of(report, figure, number, amount.bound, language);
    let unit = if is_percent(figure) { Some("percent") } else { figure.unit.as_deref() };
    let quantity = Quantity { number, digits: &digits, unit, bound: amount.bound };
    quantity.around(report, &mark(digits.clone()), language)
}

/// Whether the figure is in percent without saying so.
pub fn is_percent(figure: &Figure) -> bool {
    use crate::figures::formula::Aggregate;
    figure.formula.as_ref().is_some_and(|formula| formula.aggregate == Aggregate::Share) && figure.unit.is_none()
}

/// The words of a unit, without a number.
pub fn unit_words(report: &Report, unit: &str, language: usize) -> String {
    let variables = [("value", "".into()), ("count", 2.into()), ("scale", "digits".into())];
    let text = report.locales.get(language).messages.format(&format!("unit-{unit}"), &variables);
    text.map_or_else(
        || unit.to_owned(),
        |text| text.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}' || c == '\u{202f}').to_owned(),
    )
}

/// Of when the value of a group is, where those of the groups are of different dates: nobody compares them without.
pub fn group_date(report: &Report, figure: &Figure, group: &Group, language: usize) -> Option<String> {
    let written = group.written.filter(|_| figure.has_groups_of_many_dates())?;
    Some(report.locales.get(language).date(written.date, DateForm::Long))
}

/// What a group is called.
pub fn group_label(report: &Report, figure: &Figure, group: &Group, language: usize) -> String {
    // Who is in no group, and why nobody knows the group, a site may say better than we can for all figures.
    let rest = |key: &str| {
        let own = format!("{GROUP_KEY}{}-{}", report.site.get(figure.record).record.id, group.id);
        let own = report.locales.get(language).messages.fixed(&own);
        own.map_or_else(|| report.words(key, language), |words| words.to_string())
    };
    match &group.label {
        GroupLabel::Record(record) => report.site.title(*record, language).1.to_owned(),
        GroupLabel::Words(words) => words.text(language).to_owned(),
        GroupLabel::Text(text) => text.to_string(),
        GroupLabel::Boolean(yes) => report.words(if *yes { "yes" } else { "no" }, language),
        GroupLabel::Nobody => rest("group-none"),
        GroupLabel::Missing => rest("missing-not-available"),
    }
}
