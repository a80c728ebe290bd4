//! Values of corrections in words: what was published and what is right, as the corrected page itself writes such a value.

use crate::figures::Amount;
use crate::link::record::LinkedRecord;
use crate::locale::formats::DateForm;
use crate::locale::program::Message;
use crate::markup::html::escape;
use crate::model::builtin::CORRECTIONS;
use crate::model::date::Date;
use crate::model::field::{Field, FieldKind};
use crate::model::number::Number;
use crate::model::value::{Bound, Missing, Value};
use crate::position::RecordIx;
use crate::publication::value::FigureValue;
use crate::report::Report;
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words::figures::{self, data_element};
use crate::words::quantity::{Quantity, digits_of};

/// One value of a correction, as text and as HTML.
pub struct CorrectedValue {
    /// Without markup.
    pub text: String,
    /// With its exact number for machines.
    pub html: String,
    /// Whether it is a number.
    is_number: bool,
}

impl CorrectedValue {
    fn text(text: String) -> Self {
        CorrectedValue { html: escape(&text), text, is_number: false }
    }
}

/// What `was` or `now` of a correction says of the value that it corrects; `None`: the field is another one, or what it
/// says is words and not a value.
pub fn value(localizer: Localizer, linked: &LinkedRecord, field: &Field, text: &str) -> Option<CorrectedValue> {
    let is_value = *localizer.report.site.model(linked.at).id == *CORRECTIONS && matches!(&*field.name, "was" | "now");
    let of = if is_value { target(localizer.report, linked)? } else { return None };
    recorder::note(Note::Record(of));
    match named(localizer.report, linked) {
        None => of_figure(localizer, of, text),
        Some(name) => of_field(localizer, localizer.report.site.model(of).field(name)?.1, text),
    }
}

/// What changed, as HTML in one phrase, the old value before the new one. Each value is set apart, so that neither moves
/// where the text runs from right to left. `None`: the correction names no values.
pub fn change(localizer: Localizer, linked: &LinkedRecord) -> Option<String> {
    let value_of = |name: &str| {
        let (at, field) = localizer.report.site.model(linked.at).field(name)?;
        let Some(Value::Text(text)) = linked.value(at) else { return None };
        Some(value(localizer, linked, field, text).unwrap_or_else(|| CorrectedValue::text(text.to_string())))
    };
    let (was, now) = (value_of("was"), value_of("now"));
    let kind = match (&was, &now) {
        (None, None) => return None,
        (None, Some(_)) => "added",
        (Some(_), None) => "gone",
        (Some(was), Some(now)) if was.is_number && now.is_number => "number",
        _ => "other",
    };
    let element = |name: &str, value: Option<CorrectedValue>| {
        value.map_or_else(String::new, |value| format!("<{name}><bdi>{}</bdi></{name}>", value.html))
    };
    let (was, now) = (element("del", was), element("ins", now));
    localizer.html(Message::CorrectionChange, &[("kind", kind.into())], &[("was", &was), ("now", &now)])
}

fn target(report: &Report, linked: &LinkedRecord) -> Option<RecordIx> {
    match linked.value(report.site.model(linked.at).field("of")?.0)? {
        Value::Reference(at) => linked.targets[*at as usize],
        _ => None,
    }
}

fn named<'w>(report: &'w Report, linked: &'w LinkedRecord) -> Option<&'w str> {
    match linked.value(report.site.model(linked.at).field("field")?.0)? {
        Value::Text(name) => Some(name),
        _ => None,
    }
}

fn of_figure(localizer: Localizer, of: RecordIx, text: &str) -> Option<CorrectedValue> {
    let figure = localizer.report.figures.of(of)?;
    let (number, bound, missing) = parts(FigureValue::parse(text)?);
    let is_number = number.is_some();
    let amount = Amount { number, bound, missing, ..Amount::default() };
    let html = figures::html(localizer, figure, &amount);
    Some(CorrectedValue { text: figures::amount_text(localizer, figure, &amount), html, is_number })
}

fn parts(value: FigureValue) -> (Option<Number>, Option<Bound>, Option<Missing>) {
    match value {
        FigureValue::Number(number, bound) => (Some(number), bound, None),
        FigureValue::Missing(missing) => (None, None, Some(missing)),
    }
}

fn of_field(localizer: Localizer, field: &Field, text: &str) -> Option<CorrectedValue> {
    let locale = localizer.locale();
    if let Some(missing) = FigureValue::parse(text).and_then(|value| parts(value).2) {
        return Some(CorrectedValue::text(localizer.message(missing)));
    }
    match &field.kind {
        FieldKind::Number(kind) => {
            let (number, bound, _) = parts(FigureValue::parse(text)?);
            let number = number?;
            let digits = digits_of(localizer, kind, &number, bound);
            let quantity = Quantity { number: &number, digits: &digits, unit: kind.unit.as_deref(), bound };
            let words = quantity.words(localizer);
            let html = data_element(localizer, &number, &digits, &words);
            Some(CorrectedValue { text: words, html, is_number: true })
        }
        FieldKind::Choice(options) => {
            let option = options.iter().find(|option| *option.id == *text)?;
            Some(CorrectedValue::text(option.label.text(localizer.language).to_owned()))
        }
        FieldKind::Date => Date::parse(text).map(|date| CorrectedValue::text(locale.date(date, DateForm::Long))),
        _ => None,
    }
}
