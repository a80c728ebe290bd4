//! What was reported against what our records give, on each reported date.

use crate::diagnostics::{Diagnostic, Place, codes};
use crate::figures::condition::Look;
use crate::figures::definition::fact_named;
use crate::figures::formula::{Aggregate, Formula};
use crate::figures::sweep::Unsure;
use crate::figures::{Amount, Figure, Point, at};
use crate::link::{RecordIx, Site};
use crate::model::date::Day;
use crate::model::number::Number;
use crate::model::value::{Bound, Fact, Value};

/// How many records a finding names.
const NAMED: usize = 12;

/// Findings for reports that our records contradict, and for records whose dates are too coarse to tell.
pub fn check(site: &Site, figure: &Figure, unsure: &[Unsure], is_earlier: bool, findings: &mut Vec<Diagnostic>) {
    let Some(formula) = &figure.formula else { return };
    let facts = reported_facts(site, figure);
    let against = Against { site, figure, formula };
    for (point, (owner, fact)) in figure.reported.iter().zip(facts) {
        let place = site.get(owner).record.source.place(fact.span);
        let ours = within(figure, point.date.first(), point.date.last().min(figure.as_of));
        let is_possible = |ours: &Amount| match figure.complete {
            true => agrees(&point.amount, ours),
            false => is_part(formula.aggregate, ours, &point.amount),
        };
        if !ours.is_empty() && !ours.iter().any(|ours| is_possible(ours)) {
            findings.push(against.mismatch(point, ours[0], owner, place.clone()));
        }
        let coarse =
            unsure.iter().filter(|one| one.is_whole && one.from <= point.date.first() && point.date.last() < one.to);
        straddles(site, coarse, &point.date.to_string(), place, findings);
    }
    if is_earlier {
        let (day, source) = (figure.as_of, &site.get(figure.record).record.source);
        let coarse = unsure.iter().filter(|one| one.from <= day && day < one.to);
        straddles(site, coarse, &day.to_string(), Place::file(source.path.clone()), findings);
    }
}

/// What our records give on the days of a date, the first day first.
fn within(figure: &Figure, first: Day, last: Day) -> Vec<&Amount> {
    let later = figure.steps.iter().filter(|step| step.day > first && step.day <= last).map(|step| &step.amount);
    at(&figure.steps, first).into_iter().chain(later).collect()
}

/// What a report is held against.
struct Against<'s> {
    site: &'s Site,
    figure: &'s Figure,
    formula: &'s Formula,
}

impl Against<'_> {
    /// The finding for a report, written at `place` in the record `owner`, that our records contradict.
    fn mismatch(&self, point: &Point, ours: &Amount, owner: RecordIx, place: Place) -> Diagnostic {
        let (site, figure) = (self.site, self.figure);
        let title = site.title(figure.record, 0).1;
        let (theirs, own) = (text(&point.amount), text(ours));
        let message = format!("“{title}” on {}: reported {theirs}, but our records give {own}", point.date);
        let mut finding = Diagnostic::new(&codes::FIGURE_MISMATCH, place, message);
        if owner != figure.record {
            let own = site.get(figure.record).record.source.clone();
            finding = finding.related(Place::file(own.path.clone()), "the figure");
        }
        let counted = counted(site, self.formula, point.date.first());
        finding.hint(match figure.complete {
            true => format!("counted: {counted}; `complete: false` if our list is known to lack some"),
            false => format!("counted: {counted}; a list that lacks some cannot have more than there are"),
        })
    }
}

/// One finding for records of which it is not sure whether they counted on a day.
fn straddles<'u>(
    site: &Site,
    coarse: impl Iterator<Item = &'u Unsure>,
    day: &str,
    place: Place,
    findings: &mut Vec<Diagnostic>,
) {
    let mut names: Vec<String> = Vec::new();
    for one in coarse {
        let name = site.key(one.record);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return;
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let message = format!("whether {}{more} counted on {day} is not sure", names.join(", "));
    let finding = Diagnostic::new(&codes::FIGURE_STRADDLES, place, message);
    findings.push(finding.hint("their dates are coarser than the day: look for the exact day"));
}

/// The facts behind the reported points that have a date, in the same order.
fn reported_facts<'s>(site: &'s Site, figure: &Figure) -> Vec<(RecordIx, &'s Fact)> {
    let Some((field, _)) = site.model(figure.record).field("reported") else { return Vec::new() };
    let Some(entry) = site.get(figure.record).record.entries[field].entry() else { return Vec::new() };
    let (record, field) = match entry.history[0].value() {
        Some(Value::Raw(node)) => match fact_named(site, node.text().unwrap_or_default()) {
            Ok(Some(found)) => found,
            Ok(None) | Err(_) => return Vec::new(),
        },
        _ => (figure.record, field),
    };
    let so_far = site.starts(record, field).take_while(|(start, ..)| *start <= site.as_of);
    so_far.filter(|(_, date, _)| date.is_some()).map(|(.., fact)| (record, fact)).collect()
}

/// Whether our value can be that of a part of what was reported: a list that lacks some has no more, no greater sum and no
/// greater greatest value. Shares and means of a part may be anything.
fn is_part(aggregate: Aggregate, ours: &Amount, reported: &Amount) -> bool {
    let (Some(own), Some(theirs)) = (&ours.number, &reported.number) else { return true };
    let is_at_most = |(low, low_bound): (&Number, Option<Bound>), (high, high_bound): (&Number, Option<Bound>)| {
        let has_low = matches!(low_bound, None | Some(Bound::MoreThan | Bound::AtLeast));
        let has_high = matches!(high_bound, None | Some(Bound::LessThan | Bound::AtMost));
        !has_low || !has_high || low <= high
    };
    match aggregate {
        Aggregate::Count | Aggregate::Sum | Aggregate::Coverage | Aggregate::Maximum => {
            is_at_most((own, ours.bound), (theirs, reported.bound))
        }
        Aggregate::Minimum => is_at_most((theirs, reported.bound), (own, ours.bound)),
        Aggregate::Average | Aggregate::Share => true,
    }
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
        return own.rounded(theirs.decimals().min(own.decimals())) == *theirs;
    }
    low < high || (low == high && !open_low && !open_high)
}

type Limit = (Number, bool);

/// The greater of the lower ends, and whether it is open; `None`: there is none.
fn least(a: &Number, a_bound: Option<Bound>, b: &Number, b_bound: Option<Bound>) -> Option<Limit> {
    let low = |number: &Number, bound: Option<Bound>| match bound {
        None | Some(Bound::AtLeast) => Some((number.clone(), false)),
        Some(Bound::MoreThan) => Some((number.clone(), true)),
        _ => None,
    };
    low(a, a_bound).into_iter().chain(low(b, b_bound)).max()
}

/// The smaller of the upper ends, and whether it is open; `None`: there is none.
fn most(a: &Number, a_bound: Option<Bound>, b: &Number, b_bound: Option<Bound>) -> Option<Limit> {
    let high = |number: &Number, bound: Option<Bound>| match bound {
        None | Some(Bound::AtMost) => Some((number.clone(), false)),
        Some(Bound::LessThan) => Some((number.clone(), true)),
        _ => None,
    };
    high(a, a_bound)
        .into_iter()
        .chain(high(b, b_bound))
        .min_by(|(a, a_open), (b, b_open)| a.cmp(b).then(b_open.cmp(a_open)))
}

fn text(amount: &Amount) -> String {
    let number = amount.number.as_ref().map_or_else(|| "nothing".to_owned(), Number::to_string);
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
