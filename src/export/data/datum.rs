//! What a fact says, as data: the one reading of values that CSV and JSON share, so that they cannot differ.

use std::borrow::Cow;

use crate::config::Localized;
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::markup::json::Json;
use crate::model::field::{Field, FieldKind, Markup};
use crate::model::number::Number;
use crate::model::value::{Image, Location, Value};
use crate::position::LanguageIx;
use crate::prose::fields;
use crate::report::Report;
use crate::report::localizer::Localizer;

/// A value as data. Records withheld are not in it.
pub enum Datum<'a> {
    /// Text, an id, a date, an address.
    Text(Cow<'a, str>),
    /// The same in the languages of the site that have it, by position.
    Localized(Vec<(LanguageIx, Cow<'a, str>)>),
    /// A number as it was written.
    Number(&'a Number),
    /// True or false.
    Boolean(bool),
    /// Degrees.
    Location(&'a Location),
    /// An image; its file is [`Report::image_address`].
    Image(&'a Image),
    /// A list: its [`items`](Effective::items) say something.
    List,
    /// A group: its [`fields`](Effective::fields) do.
    Group,
}

/// Whether a field holds facts: how a figure is computed is none.
pub fn is_data(field: &Field) -> bool {
    !matches!(field.kind, FieldKind::Formula)
}

/// Whether a fact says something itself, rather than where it is said or how it is computed.
pub fn says_something(fact: &Effective) -> bool {
    !matches!(fact.value(), Some(Value::Raw(_)))
}

/// What a fact says; `None` when it is missing or refers to a record withheld.
pub fn of<'a>(report: &'a Report, fact: &Effective<'a, '_>) -> Option<Datum<'a>> {
    let (linked, field) = (fact.linked, fact.field);
    Some(match fact.value()? {
        Value::Text(file) if matches!(field.kind, FieldKind::File) => {
            Datum::Text(report.attachment_address(linked, file).into())
        }
        Value::Text(text) => Datum::Text(plain(report.localizer(LanguageIx::SOURCE), fact, text)),
        Value::Localized(text) => Datum::Localized(localized(report, fact, text)),
        Value::Number(number) => Datum::Number(number),
        Value::Date(date) => Datum::Text(date.to_string().into()),
        Value::Boolean(yes) => Datum::Boolean(*yes),
        Value::Choice(at) => match &field.kind {
            FieldKind::Choice(options) => Datum::Text(Cow::Borrowed(&options[*at].id)),
            _ => return None,
        },
        Value::Language(tag) => Datum::Text(Cow::Borrowed(tag)),
        // How a figure is computed is no fact.
        Value::Raw(_) => return None,
        Value::Reference(at) => Datum::Text(name(report, field, linked, *at)?),
        Value::Image(image) => Datum::Image(image),
        Value::Location(location) => Datum::Location(location),
        Value::List(_) => Datum::List,
        Value::Group(_) => Datum::Group,
    })
}

/// A reference by id, or by `collection/id` where it may lead to several collections.
fn name<'a>(report: &'a Report, field: &Field, linked: &LinkedRecord, at: u32) -> Option<Cow<'a, str>> {
    use crate::model::field::Targets;
    let target = linked.targets[at as usize]?;
    Some(match &field.kind {
        FieldKind::Reference { to: Targets::One(_), .. } => Cow::Borrowed(&*report.site.get(target).record.id),
        _ => report.site.key(target).into(),
    })
}

/// A text in the languages of the site.
pub fn write_localized(report: &Report, json: &mut Json, text: &Localized) {
    json.object(|json| {
        for (at, language) in report.config.languages.entries() {
            json.optional(&language.code, text.get(at).map(|text| &**text));
        }
    });
}

fn localized<'a>(report: &Report, fact: &Effective, text: &'a Localized) -> Vec<(LanguageIx, Cow<'a, str>)> {
    let in_language = |at: LanguageIx| Some((at, plain(report.localizer(at), fact, text.get(at)?)));
    report.config.languages.positions().filter_map(in_language).collect()
}

/// A text without its markup: links in it name records, which need not be published.
fn plain<'a>(localizer: Localizer, fact: &Effective, text: &'a str) -> Cow<'a, str> {
    match fact.field.kind {
        FieldKind::Text { markup, .. } if markup != Markup::Plain => {
            fields::plain(&fields::of_field(localizer, fact, text)).into()
        }
        _ => Cow::Borrowed(text),
    }
}

/// The ids of what references lead to, without those withheld.
pub fn ids<'w>(
    report: &'w Report,
    linked: &'w LinkedRecord,
    references: &'w [u32],
) -> impl Iterator<Item = &'w str> + use<'w> {
    let targets = references.iter().filter_map(|&at| linked.targets[at as usize]);
    targets.map(|target| &*report.site.get(target).record.id)
}
