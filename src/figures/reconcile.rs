//! What was reported against what our records give, on each reported date.

use crate::diagnostics::{Diagnostic, codes};
use crate::figures::condition::{At, Look, Test};
use crate::figures::definition::fact_named;
use crate::figures::formula::Formula;
use crate::figures::totals::{exact, rounded};
use crate::figures::{Amount, Figure, at};
use crate::link::{RecordIx, Site};
use crate::model::date::Day;
use crate::model::value::{Bound, Fact, Value};

/// How many records a finding names.
const NAMED: usize = 12;

/// Findings for reports that our records contradict, and for records whose dates are too coarse to tell.
pub fn check(site: &Site, figure: &Figure, findings: &mut Vec<Diagnostic>) {
    let Some(formula) = &figure.formula else { return };
    let facts = reported_facts(site, figure);
    for (point, (owner, fact)) in figure.reported.iter().zip(facts) {
        let day = point.date.last().min(figure.as_of);
        let place = site.get(owner).record.source.place(fact.span);
        let Some(ours) = at(&figure.steps, day) else { continue };
        if figure.complete && !agrees(&point.amount, ours) {
            let title = site.title(figure.record, 0).1;
            let (theirs, own) = (text(&point.amount), text(ours));
            let message = format!("“{title}” on {}: reported {theirs}, but our records give {own}", point.date);
            let mut finding = Diagnostic::new(&codes::FIGURE_MISMATCH, place.clone(), message);
            if owner != figure.record {
                let own = site.get(figure.record).record.source.clone();
                finding = finding.related(crate::diagnostics::Place::file(own.path.clone()), "the figure");
            }
            let counted = counted(site, formula, day);
            findings
                .push(finding.hint(format!("counted: {counted}; `complete: false` if our list is known to lack some")));
        }
        let coarse = straddling(site, formula, day);
        if figure.complete && !coarse.is_empty() {
            let names: Vec<String> = coarse.iter().take(NAMED).map(|record| site.key(*record)).collect();
            let message = format!("whether {} counted on {} is not sure", names.join(", "), point.date);
            let finding = Diagnostic::new(&codes::FIGURE_STRADDLES, place, message);
            findings.push(finding.hint("their dates are coarser than the day: look for the exact day"));
        }
    }
}

/// The facts behind the reported points, in the same order.
fn reported_facts<'s>(site: &'s Site, figure: &Figure) -> Vec<(RecordIx, &'s Fact)> {
    let Some((field, _)) = site.model(figure.record).field("reported") else { return Vec::new() };
    let Some(entry) = &site.get(figure.record).record.entries[field] else { return Vec::new() };
    let (record, field) = match entry.history[0].value() {
        Some(Value::Written(node)) => match fact_named(site, node.text().unwrap_or_default()) {
            Ok(found) => found,
            Err(_) => return Vec::new(),
        },
        _ => (figure.record, field),
    };
    let so_far = site.get(record).history(field).len();
    site.starts(record, field).take(so_far).map(|(.., fact)| (record, fact)).collect()
}

/// Whether our value is what was reported, at the precision that was reported.
fn agrees(reported: &Amount, ours: &Amount) -> bool {
    let (Some(theirs), Some(own)) = (&reported.number, &ours.number) else {
        return reported.number.is_none();
    };
    let own = exact(&rounded(&exact(own), theirs.decimals().min(own.decimals())));
    let theirs = exact(theirs);
    match reported.bound {
        None => own == theirs,
        Some(Bound::MoreThan) => own > theirs,
        Some(Bound::AtLeast) => own >= theirs,
        Some(Bound::LessThan) => own < theirs,
        Some(Bound::AtMost) => own <= theirs,
        // Nobody says how near “about” is.
        Some(Bound::About) => true,
    }
}

fn text(amount: &Amount) -> String {
    let number = amount.number.as_ref().map_or("nothing", |number| number.as_str());
    let bound = amount.bound.map(|bound| format!("{} ", crate::model::value::word_of(bound).replace('-', " ")));
    format!("{}{number}", bound.unwrap_or_default())
}

fn counted(site: &Site, formula: &Formula, day: Day) -> String {
    let look = Look::on(site, day);
    let all: Vec<RecordIx> =
        site.ordered(formula.collection, 0).filter(|record| look.meets(*record, &formula.tests)).collect();
    if all.is_empty() {
        return "none".to_owned();
    }
    let names: Vec<&str> = all.iter().take(NAMED).map(|record| &*site.get(*record).record.id).collect();
    let more = if all.len() > NAMED { format!(" and {} more", all.len() - NAMED) } else { String::new() };
    format!("{}{more}", names.join(", "))
}

/// Records that one of their dates makes a part of the figure, or no part any more, though it may have come after the day.
fn straddling(site: &Site, formula: &Formula, day: Day) -> Vec<RecordIx> {
    let unsure = |record: &RecordIx| formula.tests.iter().any(|test| is_unsure(site, formula, *record, test, day));
    site.ordered(formula.collection, 0).filter(unsure).collect()
}

fn is_unsure(site: &Site, formula: &Formula, record: RecordIx, test: &Test, day: Day) -> bool {
    let At::Field(field) = test.at else { return false };
    if !site.model(record).fields[field].tracked {
        return false;
    }
    let meets = |day: Day| Look::on(site, day).meets(record, &formula.tests);
    let mut starts = site.starts(record, field);
    starts.any(|(start, date, _)| {
        start <= day && date.is_some_and(|date| day < date.last()) && meets(start) != meets(start.eve())
    })
}
