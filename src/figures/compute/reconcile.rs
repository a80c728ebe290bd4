//! What was reported against what our records give, on each reported date.

use crate::diagnostics::{Diagnostic, Place, codes};
use crate::figures::Amount;
use crate::figures::compute::snapshot::Snapshot;
use crate::figures::compute::sweep::{Swept, Unsure};
use crate::figures::formula::{Aggregate, Formula};
use crate::figures::reader::Definition;
use crate::figures::reader::reported::Report;
use crate::link::Site;
use crate::model::date::Day;
use crate::model::number::Number;
use crate::model::value::{Bound, word_of};
use crate::position::{LanguageIx, RecordIx};

/// How many records a finding names.
const NAMED: usize = 12;

/// A figure's own count, against which its reports are held.
pub struct Count<'s> {
    /// The records that are counted.
    pub site: &'s Site,
    /// The figure, with its reports.
    pub definition: &'s Definition,
    /// How it is computed.
    pub formula: &'s Formula,
    /// What came of it.
    pub swept: &'s Swept,
}

impl Count<'_> {
    /// Findings for reports that our records contradict, and for records whose dates are too coarse to tell.
    pub fn check_reports(&self, findings: &mut Vec<Diagnostic>) {
        for report in &self.definition.reports.dated {
            let date = report.point.date;
            let ours = self.swept.steps.within(date.first(), date.last().min(self.definition.as_of));
            if !ours.is_empty() && !ours.iter().any(|ours| self.is_possible(&report.point.amount, ours)) {
                findings.push(self.mismatch(report, ours[0]));
            }
            let is_unsure = |unsure: &Unsure| unsure.is_whole && unsure.from <= date.first() && date.last() < unsure.to;
            findings.extend(self.straddles(is_unsure, &date.to_string(), self.place(report)));
        }
    }

    /// A finding for records whose dates are too coarse to tell whether they counted on the report's day.
    pub fn check_day(&self) -> Option<Diagnostic> {
        let (day, source) = (self.definition.as_of, &self.site.get(self.definition.record).record.source);
        let is_unsure = |unsure: &Unsure| unsure.from <= day && day < unsure.to;
        self.straddles(is_unsure, &day.to_string(), Place::file(source.path.clone()))
    }

    fn place(&self, report: &Report) -> Place {
        self.site.get(report.owner).record.source.place(report.span)
    }

    fn is_possible(&self, reported: &Amount, ours: &Amount) -> bool {
        match self.definition.complete {
            true => agrees(reported, ours),
            false => is_part(self.formula.aggregate, ours, reported),
        }
    }

    /// The finding for a report that our records contradict, for which they give `ours`.
    fn mismatch(&self, report: &Report, ours: &Amount) -> Diagnostic {
        let (site, figure, date) = (self.site, self.definition.record, report.point.date);
        let title = site.title(figure, LanguageIx::SOURCE).1;
        let (theirs, own) = (text(&report.point.amount), text(ours));
        let message = format!("“{title}” on {date}: reported {theirs}, but our records give {own}");
        let mut finding = Diagnostic::new(&codes::FIGURE_MISMATCH, self.place(report), message);
        if report.owner != figure {
            let own = site.get(figure).record.source.clone();
            finding = finding.related(Place::file(own.path.clone()), "the figure");
        }
        let counted = counted(site, self.formula, date.first());
        finding.hint(match self.definition.complete {
            true => format!("counted: {counted}; `complete: false` if our list is known to lack some"),
            false => format!("counted: {counted}; a list that lacks some cannot have more than there are"),
        })
    }

    /// The finding for records of which it is not sure whether they counted on a day.
    fn straddles(&self, is_unsure: impl Fn(&Unsure) -> bool, day: &str, place: Place) -> Option<Diagnostic> {
        let mut names: Vec<String> = Vec::new();
        for unsure in self.swept.unsure.iter().filter(|unsure| is_unsure(unsure)) {
            let name = self.site.key(unsure.record);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.is_empty() {
            return None;
        }
        let more = names.len().saturating_sub(NAMED);
        names.truncate(NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let message = format!("whether {}{more} counted on {day} is not sure", names.join(", "));
        let finding = Diagnostic::new(&codes::FIGURE_STRADDLES, place, message);
        Some(finding.hint("their dates are coarser than the day: look for the exact day"))
    }
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

/// An end of what a number may be, and whether it is open.
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
    let bound = amount.bound.map(|bound| format!("{} ", word_of(bound).replace('-', " ")));
    format!("{}{number}", bound.unwrap_or_default())
}

fn counted(site: &Site, formula: &Formula, day: Day) -> String {
    let snapshot = Snapshot::on(site, day);
    let all: Vec<RecordIx> = site
        .ordered(formula.collection, LanguageIx::SOURCE)
        .filter(|record| snapshot.meets(*record, &formula.tests).holds())
        .collect();
    if all.is_empty() {
        return "none".to_owned();
    }
    let names: Vec<&str> = all.iter().take(NAMED).map(|record| &*site.get(*record).record.id).collect();
    let more = if all.len() > NAMED { format!(" and {} more", all.len() - NAMED) } else { String::new() };
    format!("{}{more}", names.join(", "))
}
