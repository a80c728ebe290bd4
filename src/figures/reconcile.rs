//! What was reported against what our records give, on each reported date.

use bigdecimal::BigDecimal;

use crate::diagnostics::{Diagnostic, codes};
use crate::figures::condition::Look;
use crate::figures::days::Days;
use crate::figures::definition::fact_named;
use crate::figures::formula::Formula;
use crate::figures::totals::{exact, rounded};
use crate::figures::{Amount, Figure, at};
use crate::link::{RecordIx, Site};
use crate::model::date::Day;
use crate::model::number::Number;
use crate::model::value::{Bound, Fact, Value};

/// How many records a finding names.
const NAMED: usize = 12;

/// Findings for reports that our records contradict, and for records whose dates are too coarse to tell.
pub fn check(site: &Site, figure: &Figure, findings: &mut Vec<Diagnostic>) {
    let Some(formula) = &figure.formula else { return };
    let facts = reported_facts(site, figure);
    if facts.is_empty() {
        return;
    }
    let unsure = if figure.complete { unsure(site, formula, figure.as_of) } else { Vec::new() };
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
        if !figure.complete {
            continue;
        }
        let coarse = straddling(&unsure, day);
        if !coarse.is_empty() {
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
            Ok(Some(found)) => found,
            Ok(None) | Err(_) => return Vec::new(),
        },
        _ => (figure.record, field),
    };
    let so_far = site.get(record).history(field).len();
    site.starts(record, field).take(so_far).map(|(.., fact)| (record, fact)).collect()
}

/// Whether our value is what was reported, at the precision that was reported. Where one of the two is only bounded, both
/// must be possible at once.
fn agrees(reported: &Amount, ours: &Amount) -> bool {
    let (Some(theirs), Some(own)) = (&reported.number, &ours.number) else {
        return reported.number.is_none();
    };
    let (Some((low, open_low)), Some((high, open_high))) =
        (least(theirs, reported.bound, own, ours.bound), most(theirs, reported.bound, own, ours.bound))
    else {
        // Something is unbounded below or above, or nobody says how near “about” is.
        return true;
    };
    if reported.bound.is_none() && ours.bound.is_none() {
        let rounded = exact(&rounded(&exact(own), theirs.decimals().min(own.decimals())));
        return rounded == exact(theirs);
    }
    low < high || (low == high && !open_low && !open_high)
}

type Limit = (BigDecimal, bool);

/// The greater of the lower ends, and whether it is open; `None`: there is none.
fn least(a: &Number, a_bound: Option<Bound>, b: &Number, b_bound: Option<Bound>) -> Option<Limit> {
    let low = |number: &Number, bound: Option<Bound>| match bound {
        None | Some(Bound::AtLeast) => Some((exact(number), false)),
        Some(Bound::MoreThan) => Some((exact(number), true)),
        _ => None,
    };
    low(a, a_bound).into_iter().chain(low(b, b_bound)).max()
}

/// The smaller of the upper ends, and whether it is open; `None`: there is none.
fn most(a: &Number, a_bound: Option<Bound>, b: &Number, b_bound: Option<Bound>) -> Option<Limit> {
    let high = |number: &Number, bound: Option<Bound>| match bound {
        None | Some(Bound::AtMost) => Some((exact(number), false)),
        Some(Bound::LessThan) => Some((exact(number), true)),
        _ => None,
    };
    high(a, a_bound)
        .into_iter()
        .chain(high(b, b_bound))
        .min_by(|(a, a_open), (b, b_open)| a.cmp(b).then(b_open.cmp(a_open)))
}

fn text(amount: &Amount) -> String {
    let number = amount.number.as_ref().map_or("nothing", |number| number.as_str());
    let bound = amount.bound.map(|bound| format!("{} ", crate::model::value::word_of(bound).replace('-', " ")));
    format!("{}{number}", bound.unwrap_or_default())
}

fn counted(site: &Site, formula: &Formula, day: Day) -> String {
    let look = Look::on(site, day);
    let all: Vec<RecordIx> = site
        .ordered(formula.collection, 0)
        .filter(|record| look.meets(*record, &formula.tests).holds == Some(true))
        .collect();
    if all.is_empty() {
        return "none".to_owned();
    }
    let names: Vec<&str> = all.iter().take(NAMED).map(|record| &*site.get(*record).record.id).collect();
    let more = if all.len() > NAMED { format!(" and {} more", all.len() - NAMED) } else { String::new() };
    format!("{}{more}", names.join(", "))
}

/// A record and the days between which one of its dates makes it a part of the figure, or no part any more.
struct Unsure {
    record: RecordIx,
    from: Day,
    to: Day,
}

/// Every date that decides about a record and is coarser than a day.
fn unsure(site: &Site, formula: &Formula, until: Day) -> Vec<Unsure> {
    let mut found = Vec::new();
    for record in site.ordered(formula.collection, 0) {
        let mut days = Days::new(site);
        days.begins(record);
        days.of_formula(formula, record);
        let meets = |day: Day| Look::on(site, day).meets(record, &formula.tests).holds == Some(true);
        for (from, written) in days.days.into_iter().filter(|(day, _)| *day > Day::ALWAYS && *day <= until) {
            let to = written.map_or(from, |written| written.date.last());
            if from < to && meets(from) != meets(from.eve()) {
                found.push(Unsure { record, from, to });
            }
        }
    }
    found
}

/// Records of which it is not sure whether they counted on a day.
fn straddling(unsure: &[Unsure], day: Day) -> Vec<RecordIx> {
    unsure.iter().filter(|unsure| unsure.from <= day && day < unsure.to).map(|unsure| unsure.record).collect()
}
