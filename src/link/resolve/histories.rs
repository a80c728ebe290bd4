//! When each fact of a record begins, which of a history holds on the report's day, and whether histories are in order.

use crate::diagnostics::{Diagnostic, codes};
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::link::resolve::dates::{Dates, SourceDates, cited};
use crate::link::resolve::public::PublicRecord;
use crate::link::start::{Start, first_days};
use crate::model::date::{Date, Day};
use crate::model::field::{Collection, Field};
use crate::model::record::Record;
use crate::model::value::{Fact, Outcome, Value};
use crate::position::{FieldIx, List, RecordIx};

/// A record with what it refers to and when its facts begin.
pub fn linked(
    public: PublicRecord,
    at: RecordIx,
    targets: Vec<Option<RecordIx>>,
    (collection, dates): (&Collection, &Dates),
) -> LinkedRecord {
    let PublicRecord { record, start, begins } = public;
    let fields = || collection.fields.iter();
    let starts = fields().zip(&record.entries).map(|(field, outcome)| starts(field, outcome, &record, dates));
    let starts: List<FieldIx, Vec<Start>> = starts.collect();
    let current = fields().zip(&starts).map(|(field, starts)| current(field, starts, dates)).collect();
    let is_open = is_open(&record, &targets, dates);
    LinkedRecord { at, targets, starts, current, start, begins, as_of: dates.as_of, is_open, record }
}

/// Whether the public sees every fact of a record with every part of it: nothing refers to what is withheld, and all has begun.
fn is_open(record: &Record, targets: &[Option<RecordIx>], dates: &Dates) -> bool {
    let mut facts = record.entries.iter().filter_map(Outcome::entry).flat_map(|entry| &entry.history);
    targets.iter().all(Option::is_some) && facts.all(|fact| has_begun(fact, dates.as_of))
}

/// Whether a fact and all its parts count on a day.
fn has_begun(fact: &Fact, day: Day) -> bool {
    let have_parts = match fact.value() {
        Some(Value::List(items)) => items.iter().all(|item| has_begun(item, day)),
        Some(Value::Group(facts)) => facts.iter().flatten().all(|part| has_begun(part, day)),
        _ => true,
    };
    have_parts && fact.effective_from().is_none_or(|date| date.first() <= day)
}

fn starts(field: &Field, outcome: &Outcome, record: &Record, dates: &Dates) -> Vec<Start> {
    let history = outcome.entry().into_iter().flat_map(|entry| &entry.history);
    history.map(|fact| dates.start(field, fact, record)).collect()
}

/// Which fact of a field holds on the report's day. Without history it is the only one, be it of a later day.
fn current(field: &Field, starts: &[Start], dates: &Dates) -> Option<u32> {
    if !field.tracked {
        return (!starts.is_empty()).then_some(0);
    }
    let days: Vec<_> = first_days(starts, dates.undated_from).collect();
    days.iter().rposition(|day| day.is_some_and(|day| day <= dates.as_of)).map(|at| at as u32)
}

/// Findings for histories of a record that nobody can date, or that are not in order.
pub fn check(linked: &LinkedRecord, collection: &Collection, findings: &mut Vec<Diagnostic>) {
    for (at, field) in collection.fields.entries().filter(|(_, field)| field.tracked) {
        undated(linked, at, field, findings);
        out_of_order(linked, at, findings);
    }
}

fn undated(linked: &LinkedRecord, at: FieldIx, field: &Field, findings: &mut Vec<Diagnostic>) {
    for (fact, start) in linked.written(at).iter().zip(&linked.starts[at]) {
        let is_elsewhere = matches!(fact.value(), Some(Value::Raw(_)));
        let has_source = cited(fact, &linked.record).next().is_some();
        if *start == Start::Undated && !has_source && !is_elsewhere {
            let message = format!("nothing says when this value of `{}` began", field.name);
            let finding = linked.record.source.finding(&codes::HISTORY, fact.span, message);
            findings.push(finding.hint("add `since: …`, or `by: …` when only “so by then” is known, or cite a source"));
        }
    }
}

fn out_of_order(linked: &LinkedRecord, at: FieldIx, findings: &mut Vec<Diagnostic>) {
    let dated = linked.written(at).iter().zip(&linked.starts[at]);
    let dated: Vec<(&Fact, Date)> = dated.filter_map(|(fact, start)| Some((fact, start.date()?.date()))).collect();
    for pair in dated.windows(2) {
        if let [(_, before), (fact, after)] = pair
            && before.first() >= after.first()
        {
            let message = format!("{after} does not come after {before}");
            let finding = linked.record.source.finding(&codes::HISTORY, fact.span, message);
            findings.push(finding.hint("the oldest value stands first, and no two begin on the same day"));
        }
    }
}

/// A finding for what is dated by the day on which somebody looked at its only source.
pub fn dated_by_reading(dates: &SourceDates, fact: &Effective) -> Option<Diagnostic> {
    let (record, fact) = (&fact.linked.record, fact.written);
    let (by, source) = (fact.by()?, dates.seen_then(fact, record)?);
    let message = format!("{by} is the day on which `{source}` was read: the source has no date");
    let finding = record.source.finding(&codes::BY_SEEN, fact.span, message);
    Some(finding.hint("leave `by` out: then it counts from the day of the data, and its date is said to be unknown"))
}
