//! Corrections as template values: what each is about, what changed, and what that touched.

use tera::Value;

use crate::figures::{Figure, Point};
use crate::link::effective::Effective;
use crate::locale::program::Message;
use crate::model::builtin::CORRECTIONS;
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::{Entries, map, optional};
use crate::pages::views::dates;
use crate::position::RecordIx;
use crate::publication::correction::{Correction, On};
use crate::publication::told::Account;
use crate::report::recorder::{self, Note};
use crate::words::corrected::{self, Change, CorrectedValue};

/// The cards of the corrections that touch a record, the newest first.
pub fn of_record(local: LocalRenderer, record: RecordIx) -> Value {
    let corrections = corrected::of_record(local.localizer(), record);
    Value::from(corrections.iter().map(|correction| local.card(*correction)).collect::<Vec<_>>())
}

/// The card of the newest correction of a fact or of a part of it, or none.
pub fn of_fact(local: LocalRenderer, fact: &Effective) -> Value {
    let report = local.report();
    if report.site.collection_named(CORRECTIONS).is_none() {
        return Value::none();
    }
    // Corrections refer to what they tell of.
    recorder::note(Note::Referrers(fact.linked.at));
    if report.publication.corrections_of(fact.linked.at).is_empty() {
        return Value::none();
    }
    recorder::note(Note::Publication);
    let newest = report.publication.newest.of_fact(&report.site, fact);
    newest.map_or_else(Value::none, |correction| local.card(correction))
}

/// The card of the newest correction of a value of a figure, or none.
pub fn of_point(local: LocalRenderer, figure: &Figure, point: &Point) -> Value {
    if corrected::of_record(local.localizer(), figure.record).is_empty() {
        return Value::none();
    }
    let newest = local.report().publication.newest.of_point(&local.report().site, figure, point);
    newest.map_or_else(Value::none, |correction| local.card(correction))
}

/// Adds to the view of a record of `corrections` what it tells. A correction that could not be read tells nothing, and still
/// has all of these.
pub fn add(local: LocalRenderer, record: RecordIx, view: &mut Entries) {
    let localizer = local.localizer();
    let account = corrected::account(localizer, record);
    let correction = account.map(|account| &account.correction);
    let concerns: Vec<Value> = correction.iter().flat_map(|it| &it.of).map(|of| local.card(*of)).collect();
    // Most corrections are of one record: what templates ask most is its card.
    view.insert("of", concerns.first().cloned().unwrap_or_else(Value::none));
    view.insert("count", Value::from(concerns.len() as u64));
    view.insert("concerns", Value::from(concerns));
    view.insert("part", optional(correction.and_then(|it| corrected::part(localizer, it)).as_deref()));
    view.insert("when", optional(correction.and_then(|it| corrected::when(localizer, it)).as_deref()));
    view.insert("several", Value::from(correction.is_some_and(Correction::is_of_several)));
    let change = account.and_then(|account| corrected::change(localizer, account));
    view.insert("change", change.map_or_else(Value::none, |html| Value::safe_string(&html)));
    let changes = account.map(|account| changes(local, account)).unwrap_or_default();
    for (name, value) in dated(correction).into_iter().chain(said(&changes)) {
        view.insert(name, value);
    }
    let rows: Vec<Value> = changes.iter().map(|change| row(local, change)).collect();
    view.insert("changes", Value::from(rows));
    let figures = account.iter().flat_map(|account| &account.figures).map(|figure| local.card(*figure));
    view.insert("figures", Value::from(figures.collect::<Vec<_>>()));
}

fn changes(local: LocalRenderer, account: &Account) -> Vec<Change> {
    corrected::changes(local.localizer(), account)
}

/// `on`, `from` and `to` for machines, as a page compares and formats them.
fn dated(correction: Option<&Correction>) -> [(&'static str, Value); 3] {
    let (on, from, to) = match correction.map_or(On::Unsaid, |correction| correction.on) {
        On::Unsaid => (None, None, None),
        On::Date(date) => (Some(date), None, None),
        On::Range(from, to) => (None, Some(from), Some(to)),
    };
    [("on", on), ("from", from), ("to", to)]
        .map(|(name, date)| (name, optional(date.map(|date| date.to_string()).as_deref())))
}

/// `was` and `now` in words, where there is one of each.
fn said(changes: &[Change]) -> [(&'static str, Value); 2] {
    let only = if let [only] = changes { Some(only) } else { None };
    let text = |value: Option<&CorrectedValue>| optional(value.map(|value| value.text.as_str()));
    [("was", text(only.and_then(|it| it.was.as_ref()))), ("now", text(only.and_then(|it| it.now.as_ref())))]
}

/// `{of, date, was, now}`: a value that changed.
fn row(local: LocalRenderer, change: &Change) -> Value {
    let value = |value: &Option<CorrectedValue>| match value {
        Some(value) => map([("text", Value::from(value.text.as_str())), ("html", Value::safe_string(&value.html))]),
        None => Value::none(),
    };
    map([
        ("of", local.card(change.of)),
        ("date", dates::optional(local, Message::AsOfDate, change.on)),
        ("was", value(&change.was)),
        ("now", value(&change.now)),
    ])
}
