//! What an edition changed, in words: each change in one phrase, with the date of the fact in brackets and no arrow, so that it
//! can be read aloud.

use crate::link::names::Target;
use crate::locale::formats::DateForm;
use crate::locale::program::{Message, Wording};
use crate::markup::html::without_tags;
use crate::model::field::FieldKind;
use crate::model::value::{Status, word_of};
use crate::position::RecordIx;
use crate::publication::change::{Item, Kind, Of, Stated, Was, What};
use crate::publication::correction::Said;
use crate::publication::editions::EditionChanges;
use crate::publication::fact::{FactDate, FactKey};
use crate::publication::told::Key;
use crate::publication::value::ValueKey;
use crate::publication::{candidate, facts, paths};
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words::corrected::{self, CorrectedValue, Digits};
use crate::words::dates;
use crate::words::formula::{beside, joined, pair};

/// A change in words.
pub struct Told {
    /// Which part of the record it is, in the words of the model; `None`: the record as a whole.
    pub part: Option<String>,
    /// What was published, with its date; `None`: nothing, or a correction says more.
    pub was: Option<CorrectedValue>,
    /// What is published now, with its date; `None`: the same.
    pub now: Option<CorrectedValue>,
    /// The date of the fact; `None`: it has none.
    pub on: FactDate,
    /// All of it in one phrase.
    pub phrase: CorrectedValue,
    /// What the value rests on.
    pub sources: Vec<RecordIx>,
    /// The correction that tells of it.
    pub correction: Option<RecordIx>,
}

impl Told {
    /// A change of which only the phrase is known.
    fn plain(phrase: CorrectedValue) -> Self {
        let on = FactDate::Undated;
        Told { part: None, was: None, now: None, on, phrase, sources: Vec::new(), correction: None }
    }
}

/// The changes of an edition of one kind, record by record in the order of collections and of titles.
pub struct Group<'e> {
    /// Their kind.
    pub kind: Kind,
    /// Of each record its changes, in the order of fields and dates.
    pub records: Vec<&'e [Item]>,
}

/// The changes of an edition that readers of a language are told of, by kind.
pub fn groups<'e>(localizer: Localizer, edition: &'e EditionChanges) -> Vec<Group<'e>> {
    let by_kind = edition.items.chunk_by(|one, other| one.kind == other.kind);
    let group = |items: &'e [Item]| {
        let by_record = items.chunk_by(|one, other| one.of == other.of);
        let mut records: Vec<&[Item]> = by_record.filter(|items| is_meant(localizer, items)).collect();
        records.sort_by(|one, other| {
            let (one, other) = (&one[0].of, &other[0].of);
            let by_title = || localizer.locale().compare(&name(localizer, one), &name(localizer, other));
            collection(one).cmp(&collection(other)).then_with(by_title)
        });
        Some(Group { kind: items.first()?.kind, records }).filter(|group| !group.records.is_empty())
    };
    by_kind.filter_map(group).collect()
}

/// What a kind of change is called.
pub fn kind(localizer: Localizer, kind: Kind) -> String {
    let variables = [("kind", word_of(kind).into())];
    localizer.format(Message::ChangeKind, &variables).unwrap_or_else(|| word_of(kind).to_owned())
}

/// `Edition of December 1, 2026`
pub fn edition(localizer: Localizer, edition: &EditionChanges) -> String {
    let day = edition.edition.day.date();
    day.map(|day| dates::phrase(localizer, Message::EditionOf, day)).unwrap_or_default()
}

/// The title of the record that changed; of one that is gone its key.
pub fn name(localizer: Localizer, of: &Of) -> String {
    match of {
        Of::Record(record) => localizer.title(*record).to_owned(),
        Of::Key(key) => key.to_string(),
    }
}

fn collection(of: &Of) -> Option<crate::position::CollectionIx> {
    if let Of::Record(record) = of { Some(record.collection) } else { None }
}

/// Whether changes are of interest in a language: the old address of a page in another is not.
fn is_meant(localizer: Localizer, items: &[Item]) -> bool {
    items.iter().any(|item| is_of_language(localizer, item))
}

fn is_of_language(localizer: Localizer, item: &Item) -> bool {
    !matches!(&item.what, What::Address { language, .. } if *language != localizer.language)
}

/// The changes of a record in words.
pub fn told(localizer: Localizer, items: &[Item]) -> Vec<Told> {
    recorder::note(Note::Publication);
    let meant = items.iter().filter(|item| is_of_language(localizer, item));
    meant.filter_map(|item| one(localizer, item)).collect()
}

/// The same in one line without markup, for those who read it elsewhere.
pub fn line(localizer: Localizer, items: &[Item]) -> String {
    let lines = told(localizer, items).into_iter().map(|told| match told.part {
        Some(part) => pair(localizer, &part, &told.phrase.text),
        None => told.phrase.text,
    });
    joined(localizer, lines)
}

fn one(localizer: Localizer, item: &Item) -> Option<Told> {
    let record = match &item.of {
        Of::Record(record) => *record,
        Of::Key(key) => {
            recorder::note(Note::Absent(key.as_ref().into()));
            return Some(Told::plain(phrase(localizer, "gone", [None, None])));
        }
    };
    recorder::note(Note::Record(record));
    Some(match &item.what {
        What::Whole => Told::plain(phrase(localizer, word_of(item.kind), [None, None])),
        What::Address { from, .. } => address(localizer, record, from),
        What::Stated { key, now, was } => stated(localizer, (record, key), now, was.as_ref()),
        What::Corrected { correction, count } => return correction_of(localizer, record, *correction, *count),
    })
}

fn address(localizer: Localizer, record: RecordIx, from: &str) -> Told {
    let addresses = &localizer.report.plan.addresses;
    let was = CorrectedValue::text(addresses.link(from));
    let now = addresses.of(record, localizer.language).map(|address| CorrectedValue::text(address.url.to_string()));
    let phrase = phrase(localizer, "moved", [Some(&was), now.as_ref()]);
    Told { was: Some(was), now, ..Told::plain(phrase) }
}

fn stated(localizer: Localizer, (record, key): (RecordIx, &Key), now: &Stated, was: Option<&(Was, Stated)>) -> Told {
    let value = |stated: &Stated| value(localizer, (record, key), &stated.said);
    // Where certainty is what changed, that it is final is worth a word.
    let certain = if matches!(was, Some((Was::Firm, _))) { now.status.or(Some(Status::Final)) } else { certainty(now) };
    let now_dated = dated(localizer, value(now), now.on, certain);
    let (kind, was) = match was {
        None => ("new-value", None),
        Some((Was::Before, was)) => ("later", Some(dated(localizer, value(was), was.on, certainty(was)))),
        Some((Was::Missing, was)) => ("missing", Some(value(was))),
        Some((Was::Firm, was)) => ("firm", Some(CorrectedValue::text(certainty_words(localizer, was)))),
        Some((Was::Coarser, was)) => match date(localizer, was.on) {
            Some(date) => ("coarser", Some(CorrectedValue::text(date))),
            None => ("undated", None),
        },
    };
    let phrase = phrase(localizer, kind, [was.as_ref(), Some(&now_dated)]);
    let sources = sources(localizer, record, key);
    Told { part: part(localizer, record, key), was, now: Some(now_dated), on: now.on, sources, ..Told::plain(phrase) }
}

/// A change in one phrase; `was` and `now` are those of its kind that there are.
fn phrase(localizer: Localizer, kind: &str, values: [Option<&CorrectedValue>; 2]) -> CorrectedValue {
    let [was, now] = values.map(|value| value.map_or("", |value| &value.html));
    let worded = |localizer: Localizer| {
        let isolated = |html: &str| if html.is_empty() { String::new() } else { format!("<bdi>{html}</bdi>") };
        let (was, now) = (isolated(was), isolated(now));
        localizer.html(Message::ChangePhrase, &[("kind", kind.into())], &[("was", &was), ("now", &now)])
    };
    let html = worded(localizer).unwrap_or_default();
    let text = worded(localizer.plain()).map(|html| without_tags(&html)).unwrap_or_default();
    CorrectedValue::new(text, html)
}

fn value(localizer: Localizer, (record, key): (RecordIx, &Key), said: &Said) -> CorrectedValue {
    match (said, key) {
        (Said::Figure(value), _) => corrected::of_figure(localizer, record, (value, Digits::AsShown)),
        (Said::Fact(text), Key::Fact(key)) => {
            let fields = paths::fields(localizer.report.site.model(record), &key.path);
            let field = fields.last().map(|field| match &field.kind {
                FieldKind::List(of) if !matches!(of.kind, FieldKind::Group(_)) => of,
                _ => *field,
            });
            let known = field.and_then(|field| corrected::of_field(localizer, field, (text, Digits::AsShown)));
            known.unwrap_or_else(|| CorrectedValue::text(text.to_string()))
        }
        _ => CorrectedValue::text(String::new()),
    }
}

/// A value with its date and certainty in brackets.
fn dated(localizer: Localizer, value: CorrectedValue, on: FactDate, status: Option<Status>) -> CorrectedValue {
    let status = status.map(|status| localizer.message(Wording::Status(status)));
    let about: Vec<String> = date(localizer, on).into_iter().chain(status).collect();
    if about.is_empty() {
        return value;
    }
    value.about(&beside(localizer, about))
}

/// The date of a fact: of a beginning the date alone.
fn date(localizer: Localizer, on: FactDate) -> Option<String> {
    match on {
        FactDate::Undated => None,
        FactDate::Since(date) => Some(localizer.locale().date(date, DateForm::Long)),
        FactDate::By(date) => Some(dates::phrase(localizer, Message::ByDate, date)),
    }
}

/// How firm something is, where that is worth a word.
fn certainty(stated: &Stated) -> Option<Status> {
    stated.status.filter(|status| *status != Status::Final)
}

fn certainty_words(localizer: Localizer, stated: &Stated) -> String {
    localizer.message(Wording::Status(stated.status.unwrap_or(Status::Final)))
}

/// Which part of its record a value is: `Capacity: Area (Laboratories)`.
fn part(localizer: Localizer, record: RecordIx, key: &Key) -> Option<String> {
    let Key::Fact(FactKey { path, .. }) = key else { return None };
    let model = localizer.report.site.model(record);
    let labels = paths::fields(model, path).into_iter().map(|field| field.label.text(localizer.language).to_owned());
    let label = labels.reduce(|whole: String, part: String| pair(localizer, &whole, &part));
    let label = label.unwrap_or_else(|| paths::names(path));
    let entry = paths::item(model, path).into_iter().map(|(field, text)| {
        let text = match &field.kind {
            FieldKind::Reference { to: crate::model::field::Targets::One(of), .. } => format!("{of}/{text}"),
            _ => text,
        };
        corrected::of_field(localizer, field, (&text, Digits::AsShown)).map_or(text, |value| value.text)
    });
    let entry: Vec<String> = entry.filter(|text| !text.is_empty()).collect();
    Some(if entry.is_empty() { label } else { format!("{label} ({})", beside(localizer, entry)) })
}

/// What a value rests on, as far as the site says it still.
fn sources(localizer: Localizer, record: RecordIx, key: &Key) -> Vec<RecordIx> {
    let report = localizer.report;
    match key {
        Key::Fact(key) => facts::sources(&report.site, record, key),
        Key::Value(ValueKey { on, .. }) => {
            recorder::note(Note::Figure(record));
            let mut series = report.figures.of(record).into_iter().flat_map(|figure| &figure.series);
            series.find(|point| candidate::when(point) == *on).map(|point| point.sources.clone()).unwrap_or_default()
        }
        Key::None => Vec::new(),
    }
}

/// What a correction tells of a record: the value, or how many there are.
fn correction_of(localizer: Localizer, record: RecordIx, correction: RecordIx, count: usize) -> Option<Told> {
    let account = corrected::account(localizer, correction)?;
    recorder::note(Note::Record(correction));
    let written = &account.correction;
    let part = corrected::part(localizer, written);
    let changes = corrected::changes(localizer, account);
    let mut of_record = changes.iter().filter(|change| change.of == record);
    let only = of_record.next().filter(|_| count == 1);
    let when = match only {
        Some(change) => change.on.map(|date| localizer.locale().date(date, DateForm::Long)),
        None => corrected::when(localizer, written),
    };
    let said = match only {
        Some(change) => corrected::one_change(localizer, change),
        None if count == 0 => None,
        None => localizer.format(Message::CorrectionValues, &[("count", count.into())]).map(CorrectedValue::text),
    };
    let reason = || CorrectedValue::text(localizer.title(correction).to_owned());
    let said = said.unwrap_or_else(reason);
    let phrase = match when {
        Some(when) => said.about(&when),
        None => said,
    };
    let on = only.and_then(|change| change.on).map_or(FactDate::Undated, FactDate::Since);
    let (was, now) = only.map(|change| (change.was.clone(), change.now.clone())).unwrap_or_default();
    Some(Told { part, was, now, on, correction: Some(correction), ..Told::plain(phrase) })
}

/// The collection of a record that is gone, by its key; `None`: the model does not have it any more.
pub fn collection_of_key(localizer: Localizer, key: &str) -> Option<String> {
    let site = &localizer.report.site;
    let (name, _) = key.split_once('/')?;
    let Ok(Target::Collection(collection)) = site.find(name) else { return None };
    recorder::note(Note::Model(collection));
    Some(site.collections[collection].singular.text(localizer.language).to_owned())
}
