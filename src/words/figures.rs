//! Figures in words: amounts, dates and groups, as text and as HTML.

use crate::figures::{Amount, Dating, Figure, Group, GroupLabel, Point};
use crate::locale::formats::DateForm;
use crate::locale::program::{Message, PERCENT, Wording};
use crate::markup::html::{escape, place, with_html};
use crate::model::number::Number;
use crate::model::value::{Bound, Missing, Status};
use crate::report::localizer::Localizer;
use crate::words::dates;
use crate::words::quantity::Quantity;

/// The date of a value in words: a day, a month, a year, a quarter.
pub fn date_text(localizer: Localizer, point: &Point) -> String {
    let locale = localizer.locale();
    if point.dating == Dating::Undated {
        return localizer.message(Message::DateMissing);
    }
    if let (Dating::Period(crate::figures::formula::Over::Quarter), Some(month)) = (point.dating, point.date.month()) {
        let variables =
            [("quarter", i64::from((month - 1) / 3 + 1).into()), ("year", point.date.year().to_string().into())];
        if let Some(text) = localizer.format(Message::DateQuarter, &variables) {
            return text;
        }
    }
    locale.date(point.date, DateForm::Long)
}

/// The date of a value as a reader sees it beside the value: “as of May 2024”, a period or a forecast by its name alone.
pub fn date_phrase(localizer: Localizer, point: &Point) -> String {
    let is_named =
        matches!(point.dating, Dating::Undated | Dating::Period(_)) || point.amount.status == Some(Status::Forecast);
    if is_named { date_text(localizer, point) } else { dates::phrase(localizer, Message::AsOfDate, point.date) }
}

/// The digits of a number as the figure shows them, without unit.
pub fn number_text(localizer: Localizer, figure: &Figure, number: &Number) -> String {
    digits_of(localizer, figure, number, None)
}

/// The same of a number that may be only a bound.
pub fn digits_of(localizer: Localizer, figure: &Figure, number: &Number, bound: Option<Bound>) -> String {
    let locale = localizer.locale();
    if figure.compact { locale.compact(number, bound) } else { locale.number(number) }
}

/// A value in words: digits, unit and bound, or why there is none.
pub fn amount_text(localizer: Localizer, figure: &Figure, amount: &Amount) -> String {
    with_words(localizer, figure, amount, |digits| digits)
}

/// The same as HTML, with the exact value for machines around the digits.
pub fn html(localizer: Localizer, figure: &Figure, amount: &Amount) -> String {
    let Some(number) = &amount.number else { return escape(&amount_text(localizer, figure, amount)) };
    let digits = digits_of(localizer, figure, number, amount.bound);
    let around = with_words(localizer, figure, amount, |_| place(0));
    let element = data_element(localizer, number, &digits, &digits);
    with_html(&around, std::iter::once(&*element))
}

/// A value as HTML without its unit, for a column whose head names that; the percent sign stays.
pub fn without_unit(localizer: Localizer, figure: &Figure, amount: &Amount) -> String {
    let Some(number) = amount.number.as_ref().filter(|_| figure.unit.is_some()) else {
        return html(localizer, figure, amount);
    };
    let digits = digits_of(localizer, figure, number, amount.bound);
    let around = Quantity { number, digits: &digits, unit: None, bound: amount.bound }.around(localizer, &place(0));
    let element = data_element(localizer, number, &digits, &digits);
    with_html(&around, std::iter::once(&*element))
}

/// A number as HTML: `shown` are its words, `value` is exact for machines, and for readers where its digits are in short.
pub fn data_element(localizer: Localizer, number: &Number, digits: &str, shown: &str) -> String {
    let exact = localizer.locale().number(number);
    let title = if exact == digits { String::new() } else { format!(" title=\"{}\"", escape(&exact)) };
    format!("<data value=\"{}\"{title}>{}</data>", number, escape(shown))
}

fn with_words(localizer: Localizer, figure: &Figure, amount: &Amount, mark: impl Fn(String) -> String) -> String {
    let Some(number) = &amount.number else {
        return amount.missing.map_or_else(String::new, |missing| localizer.message(missing));
    };
    let digits = digits_of(localizer, figure, number, amount.bound);
    let unit = if is_percent(figure) { Some(PERCENT) } else { figure.unit.as_deref() };
    let quantity = Quantity { number, digits: &digits, unit, bound: amount.bound };
    quantity.around(localizer, &mark(digits.clone()))
}

/// Whether the figure is in percent without saying so.
pub fn is_percent(figure: &Figure) -> bool {
    use crate::figures::formula::Aggregate;
    figure.formula.as_ref().is_some_and(|formula| formula.aggregate == Aggregate::Share) && figure.unit.is_none()
}

/// The words of a unit, without a number.
pub fn unit_words(localizer: Localizer, unit: &str) -> String {
    let variables = [("value", "".into()), ("count", 2.into()), ("scale", "digits".into())];
    let text = localizer.format(Wording::Unit(unit), &variables);
    text.map_or_else(
        || localizer.locale().unit(unit).map_or_else(|| unit.to_owned(), |unit| unit.name()),
        |text| text.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}' || c == '\u{202f}').to_owned(),
    )
}

/// Of when the value of a group is, where those of the groups are of different dates: nobody compares them without.
pub fn group_date(localizer: Localizer, figure: &Figure, group: &Group) -> Option<String> {
    let written = group.written.filter(|_| figure.has_groups_of_many_dates())?;
    Some(localizer.locale().date(written.date(), DateForm::Long))
}

/// The value of a group, with its date where the values of the groups are of different dates.
pub fn group_text(localizer: Localizer, figure: &Figure, group: &Group) -> String {
    let text = amount_text(localizer, figure, &group.amount);
    let date = group_date(localizer, figure, group).filter(|_| group.amount.number.is_some());
    let Some(date) = date else { return text };
    let variables = [("value", text.as_str().into()), ("date", date.as_str().into())];
    localizer.format(Message::ChartOfDate, &variables).unwrap_or_else(|| format!("{text} ({date})"))
}

/// What a group is called.
pub fn group_label(localizer: Localizer, figure: &Figure, group: &Group) -> String {
    // Who is in no group, and why nobody knows the group, a site may say better than we can for all figures.
    let rest = |message: Wording| {
        let figure = &localizer.report.site.get(figure.record).record.id;
        let own = localizer.own(&Wording::Group(figure, &group.id).key());
        own.map_or_else(|| localizer.message(message), |words| words.to_string())
    };
    match &group.label {
        GroupLabel::Record(record) => localizer.title(*record).to_owned(),
        GroupLabel::Words(words) => words.text(localizer.language).to_owned(),
        GroupLabel::Text(text) => text.to_string(),
        GroupLabel::Boolean(yes) => localizer.message(if *yes { Message::Yes } else { Message::No }),
        GroupLabel::Nobody => rest(Message::GroupNone.into()),
        GroupLabel::Missing => rest(Missing::NotAvailable.into()),
    }
}
