//! Corrections as template values: what each is about, what changed, and what that touched.

use tera::Value;

use crate::locale::program::Message;
use crate::pages::renderer::LocalRenderer;
use crate::pages::values::{Entries, map, optional};
use crate::pages::views::dates;
use crate::position::RecordIx;
use crate::publication::correction::{Correction, On};
use crate::publication::told::Account;
use crate::words::corrected::{self, Change, CorrectedValue};

/// The cards of the corrections that touch a record, the newest first.
pub fn of_record(local: LocalRenderer, record: RecordIx) -> Value {
    let corrections = corrected::of_record(local.localizer(), record);
    Value::from(corrections.iter().map(|correction| local.card(*correction)).collect::<Vec<_>>())
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
