//! Corrections in words: which values they are about, what was published and what is right, as the corrected page itself
//! writes such a value.

use crate::figures::Amount;
use crate::link::names::{Nowhere, Target};
use crate::locale::formats::DateForm;
use crate::locale::program::Message;
use crate::markup::html::{escape, without_tags};
use crate::model::builtin::CORRECTIONS;
use crate::model::date::Date;
use crate::model::field::{Field, FieldKind};
use crate::model::number::Number;
use crate::model::value::{Bound, Missing};
use crate::position::RecordIx;
use crate::publication::correction::{Correction, On, Part, Said, inner};
use crate::publication::fact::FactDate;
use crate::publication::told::{Account, Told};
use crate::publication::value::{FactValue, FigureValue};
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words::dates;
use crate::words::figures::{self, data_element};
use crate::words::formula::{beside, joined, pair};
use crate::words::names::{foreign, link_to};
use crate::words::quantity::{Quantity, digits_of};

/// One value of a correction, as text and as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectedValue {
    /// Without markup.
    pub text: String,
    /// With its exact number for machines, or with a link to the record that it is.
    pub html: String,
    /// Whether it is a number.
    is_number: bool,
}

impl CorrectedValue {
    /// Words with their HTML.
    pub fn new(text: String, html: String) -> Self {
        CorrectedValue { text, html, is_number: false }
    }

    /// The same with words in brackets behind it.
    pub fn about(self, words: &str) -> Self {
        let CorrectedValue { text, html, is_number } = self;
        CorrectedValue { text: format!("{text} ({words})"), html: format!("{html} ({})", escape(words)), is_number }
    }

    /// Words without markup.
    pub fn text(text: String) -> Self {
        CorrectedValue { html: escape(&text), text, is_number: false }
    }

    fn nothing() -> Self {
        CorrectedValue::text(String::new())
    }
}

/// How a large number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// As its field or figure shows it, perhaps in short.
    AsShown,
    /// With all digits: in short the old one and the new may look alike.
    All,
}

/// A value that changed, in words.
pub struct Change {
    /// Whose value it is.
    pub of: RecordIx,
    /// Of which date; `None`: it has none.
    pub on: Option<Date>,
    /// What was published; `None`: nothing.
    pub was: Option<CorrectedValue>,
    /// What is right; `None`: nothing.
    pub now: Option<CorrectedValue>,
}

/// What is known of a record of `corrections`, noted as read; `None`: it is none, or what it says cannot be read.
pub fn account(localizer: Localizer<'_>, record: RecordIx) -> Option<&Account> {
    let account = localizer.report.publication.account(record)?;
    recorder::note(Note::Publication);
    account.correction.of.iter().for_each(|of| recorder::note(Note::Record(*of)));
    Some(account)
}

/// The corrections that touch a record, the newest first.
pub fn of_record(localizer: Localizer<'_>, record: RecordIx) -> &[RecordIx] {
    let report = localizer.report;
    // Who refers to the record is noted with it; what its figure is made of may have been corrected elsewhere.
    if let Some(collection) = report.site.collection_named(CORRECTIONS).filter(|_| report.figures.of(record).is_some())
    {
        recorder::note(Note::Records(collection));
        recorder::note(Note::Publication);
    }
    report.publication.corrections_of(record)
}

/// A field of a correction that is written as what it corrects is; `None`: it says nothing, or is no such field.
pub fn value(localizer: Localizer, record: RecordIx, field: &Field) -> Option<CorrectedValue> {
    let correction = &account(localizer, record)?.correction;
    let of = *correction.of.first()?;
    let said =
        |said: &Option<Said>| said.as_ref().map(|said| value_of(localizer, correction, (of, said, Digits::AsShown)));
    match &*field.name {
        "was" => said(&correction.was),
        "now" => said(&correction.now),
        "on" => when(localizer, correction).map(CorrectedValue::text),
        "item" => entry(localizer, correction).map(CorrectedValue::text),
        _ => None,
    }
}

/// The values that changed, in the order of the records and of their dates.
pub fn changes(localizer: Localizer, account: &Account) -> Vec<Change> {
    let change = |told: &Told| {
        let of = told.of;
        recorder::note(Note::Record(of));
        let value = |said: &Option<Said>, digits| {
            said.as_ref().map(|said| value_of(localizer, &account.correction, (of, said, digits)))
        };
        let both = |digits| (value(&told.was, digits), value(&told.now, digits));
        let (was, now) = both(Digits::AsShown);
        let is_alike = was.as_ref().zip(now.as_ref()).is_some_and(|(was, now)| was.is_number && was.text == now.text);
        let (was, now) = if is_alike { both(Digits::All) } else { (was, now) };
        let now = now.map(|now| dated(localizer, now, told.moved));
        Change { of, on: told.on, was, now }
    };
    account.told.iter().map(change).collect()
}

/// A value with the date that it has now, where that is another one.
fn dated(localizer: Localizer, value: CorrectedValue, moved: Option<FactDate>) -> CorrectedValue {
    let phrase = match moved {
        Some(FactDate::Since(date)) => dates::phrase(localizer, Message::SinceDate, date),
        Some(FactDate::By(date)) => dates::phrase(localizer, Message::ByDate, date),
        Some(FactDate::Undated) | None => return value,
    };
    value.about(&phrase)
}

/// What changed, as HTML in one phrase, the old value before the new one. Each value is set apart, so that neither moves
/// where the text runs from right to left. Of several values how many they are. `None`: the correction names no values.
pub fn change(localizer: Localizer, account: &Account) -> Option<String> {
    phrase(localizer, account, |name, value| format!("<{name}><bdi>{}</bdi></{name}>", value.html))
}

/// The same without markup.
pub fn change_text(localizer: Localizer, account: &Account) -> Option<String> {
    phrase(localizer, account, |_, value| escape(&value.text)).map(|html| without_tags(&html))
}

fn phrase(localizer: Localizer, account: &Account, write: impl Fn(&str, &CorrectedValue) -> String) -> Option<String> {
    if account.correction.is_of_several() {
        let count = account.told.len();
        return localizer.format(Message::CorrectionValues, &[("count", count.into())]).filter(|_| count > 0);
    }
    phrase_of(localizer, changes(localizer, account).first()?, write)
}

/// One value that changed, as HTML in one phrase and as text; `None`: nothing is said of it.
pub fn one_change(localizer: Localizer, change: &Change) -> Option<CorrectedValue> {
    let html = phrase_of(localizer, change, |name, value| format!("<{name}><bdi>{}</bdi></{name}>", value.html))?;
    let text = phrase_of(localizer, change, |_, value| escape(&value.text)).map(|html| without_tags(&html))?;
    Some(CorrectedValue::new(text, html))
}

fn phrase_of(localizer: Localizer, change: &Change, write: impl Fn(&str, &CorrectedValue) -> String) -> Option<String> {
    let Change { was, now, .. } = change;
    let kind = match (was, now) {
        (None, None) => return None,
        (None, Some(_)) => "added",
        (Some(_), None) => "gone",
        (Some(was), Some(now)) if was.is_number && now.is_number => "number",
        _ => "other",
    };
    let element = |name, value: &Option<CorrectedValue>| value.as_ref().map_or_else(String::new, |it| write(name, it));
    let (was, now) = (element("del", was), element("ins", now));
    localizer.html(Message::CorrectionChange, &[("kind", kind.into())], &[("was", &was), ("now", &now)])
}

/// Which part of its records a correction is about: `Capacity: Area (Laboratories)`; `None`: the whole of them.
pub fn part(localizer: Localizer, correction: &Correction) -> Option<String> {
    match &correction.part {
        Part::Whole => None,
        Part::Group(group) => Some(group_label(localizer, correction, group)),
        Part::Field(path) => {
            let fields = path.fields(localizer.report.site.model(correction.of[0]))?;
            let labels = fields.iter().map(|field| field.label.text(localizer.language).to_owned());
            let label = labels.reduce(|whole, part| pair(localizer, &whole, &part))?;
            Some(match entry(localizer, correction) {
                Some(entry) => format!("{label} ({entry})"),
                None => label,
            })
        }
    }
}

/// Of which dates a correction is, in words; `None`: it names none.
pub fn when(localizer: Localizer, correction: &Correction) -> Option<String> {
    let words = |date: Date| localizer.locale().date(date, DateForm::Long);
    match correction.on {
        On::Unsaid => None,
        On::Date(date) => Some(words(date)),
        On::Range(from, to) => {
            let precision = dates::precision(from);
            let (from, to) = (words(from), words(to));
            let variables =
                [("from", from.as_str().into()), ("to", to.as_str().into()), ("precision", precision.into())];
            Some(localizer.format(Message::DateRange, &variables).unwrap_or_else(|| format!("{from} – {to}")))
        }
    }
}

/// The whole of a correction in one line without markup, for those who read it elsewhere: what it concerns, which part of
/// it and of when, and what changed.
pub fn line(localizer: Localizer, account: &Account) -> String {
    let correction = &account.correction;
    let titles: Vec<String> = correction.of.iter().map(|of| localizer.title(*of).to_owned()).collect();
    let about = [part(localizer, correction), when(localizer, correction)];
    let mut line = localizer.list(&titles);
    let about = joined(localizer, about.into_iter().flatten());
    if !about.is_empty() {
        line = format!("{line} ({about})");
    }
    match change_text(localizer, account) {
        Some(change) => pair(localizer, &line, &change),
        None => line,
    }
}

/// Which entry of a list it is about.
fn entry(localizer: Localizer, correction: &Correction) -> Option<String> {
    let Part::Field(path) = &correction.part else { return None };
    let fields = path.fields(localizer.report.site.model(*correction.of.first()?))?;
    let list = fields.into_iter().find_map(|field| match field.kind {
        FieldKind::List(_) => inner(field),
        _ => None,
    })?;
    let words = path.item.iter().filter_map(|(name, text)| {
        let field = list.iter().find(|field| *field.name == **name)?;
        let known = of_field(localizer, field, (text, Digits::AsShown));
        Some(known.map_or_else(|| text.to_string(), |known| known.text))
    });
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| beside(localizer, words))
}

fn group_label(localizer: Localizer, correction: &Correction, id: &str) -> String {
    let figure = localizer.report.figures.of(correction.of[0]);
    let group = figure.and_then(|figure| Some((figure, figure.groups.iter().find(|group| *group.id == *id)?)));
    group.map_or_else(|| id.to_owned(), |(figure, group)| figures::group_label(localizer, figure, group))
}

fn value_of(
    localizer: Localizer,
    correction: &Correction,
    (of, said, digits): (RecordIx, &Said, Digits),
) -> CorrectedValue {
    match said {
        Said::Words(words) => {
            let Some((language, text)) = words.best(localizer.language) else { return CorrectedValue::nothing() };
            let html = foreign(localizer.with(language), text, localizer.language);
            CorrectedValue { html, ..CorrectedValue::text(text.to_string()) }
        }
        Said::Figure(value) => of_figure(localizer, of, (value, digits)),
        Said::Fact(text) => {
            let field = match &correction.part {
                Part::Field(path) => path.field(localizer.report.site.model(of)),
                _ => None,
            };
            let known = field.and_then(|field| of_field(localizer, field, (text, digits)));
            known.unwrap_or_else(|| CorrectedValue::text(text.to_string()))
        }
    }
}

/// A value of a figure as its page writes it.
pub fn of_figure(localizer: Localizer, of: RecordIx, (value, digits): (&FigureValue, Digits)) -> CorrectedValue {
    let Some(figure) = localizer.report.figures.of(of) else { return CorrectedValue::text(value.to_string()) };
    let (number, bound, missing) = parts(value);
    if let (Some(number), Digits::All) = (&number, digits) {
        return in_full(localizer, number, (figure.unit.as_deref(), bound));
    }
    let is_number = number.is_some();
    let amount = Amount { number, bound, missing, ..Amount::default() };
    let html = figures::html(localizer, figure, &amount);
    CorrectedValue { text: figures::amount_text(localizer, figure, &amount), html, is_number }
}

/// A number with all of its digits.
fn in_full(localizer: Localizer, number: &Number, (unit, bound): (Option<&str>, Option<Bound>)) -> CorrectedValue {
    let digits = localizer.locale().number(number);
    let words = Quantity { number, digits: &digits, unit, bound }.words(localizer);
    let html = data_element(localizer, number, &digits, &words);
    CorrectedValue { text: words, html, is_number: true }
}

fn parts(value: &FigureValue) -> (Option<Number>, Option<Bound>, Option<Missing>) {
    match value {
        FigureValue::Number(number, bound) => (Some(number.clone()), *bound, None),
        FigureValue::Missing(missing) => (None, None, Some(*missing)),
    }
}

/// The value of a fact as its record's page writes it; `None`: the field does not hold such a value.
pub fn of_field(localizer: Localizer, field: &Field, (text, digits): (&str, Digits)) -> Option<CorrectedValue> {
    let locale = localizer.locale();
    Some(match FactValue::parse(field, text)? {
        FactValue::Number(number, bound) => {
            let FieldKind::Number(kind) = &field.kind else { return None };
            if digits == Digits::All {
                return Some(in_full(localizer, &number, (kind.unit.as_deref(), bound)));
            }
            let digits = digits_of(localizer, kind, &number, bound);
            let words =
                Quantity { number: &number, digits: &digits, unit: kind.unit.as_deref(), bound }.words(localizer);
            let html = data_element(localizer, &number, &digits, &words);
            CorrectedValue { text: words, html, is_number: true }
        }
        FactValue::Date(date) => CorrectedValue::text(locale.date(date, DateForm::Long)),
        FactValue::Choice(option) => CorrectedValue::text(option.label.text(localizer.language).to_owned()),
        FactValue::Boolean(yes) => {
            CorrectedValue::text(localizer.message(if yes { Message::Yes } else { Message::No }))
        }
        FactValue::Location(place) => {
            CorrectedValue::text(format!("{}; {}", locale.number(&place.latitude), locale.number(&place.longitude)))
        }
        FactValue::Missing(missing) => CorrectedValue::text(localizer.message(missing)),
        FactValue::Reference(key) => reference(localizer, &key),
    })
}

/// A record by its title, with a link; by its key when it is there no more.
fn reference(localizer: Localizer, key: &str) -> CorrectedValue {
    match localizer.report.site.find(key) {
        Ok(Target::Record(record)) => {
            recorder::note(Note::Record(record));
            let title = localizer.title(record).to_owned();
            CorrectedValue { html: link_to(localizer, record, &title), ..CorrectedValue::text(title) }
        }
        Err(Nowhere::Withheld(_)) => CorrectedValue::nothing(),
        _ => {
            recorder::note(Note::Absent(key.into()));
            CorrectedValue::text(key.to_owned())
        }
    }
}
