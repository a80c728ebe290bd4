//! Computing figures: a [`Definition`] and the records of the site give a [`Figure`].
//!
//! The order in which it is done is the order of the files: what holds on a day, on which days that may change, what it adds
//! up to, the groups and the series of it, and what of it contradicts the reports.

mod answer;
mod totals;
mod back_references;
pub mod snapshot;
mod days;
mod indexing;
mod sweep;
mod groups;
mod series;
mod reconcile;

use crate::diagnostics::{Checked, Diagnostic, codes};
use crate::figures::compute::reconcile::Count;
use crate::figures::compute::sweep::Swept;
use crate::figures::reader::reported::{Report, Reports};
use crate::figures::reader::{self, Definition};
use crate::figures::{Figure, Figures, Group, Point};
use crate::link::Site;
use crate::link::record::LinkedRecord;
use crate::model::builtin::FIGURES;
use crate::model::date::Day;

/// Periods of a figure that nobody looks through.
const MANY_PERIODS: usize = 1000;

/// Computes all figures of a site as of the report's day.
pub fn all(site: &Site) -> Checked<Figures> {
    let Some(collection) = site.collection_named(FIGURES) else { return Checked::clean(Figures::default()) };
    let mut findings = Vec::new();
    let records = site.records[collection].iter();
    let figures = records.map(|record| figure(site, record, &mut findings)).collect();
    Checked { value: Figures { collection: Some(collection), figures, ..Figures::default() }, diagnostics: findings }
}

fn figure(site: &Site, record: &LinkedRecord, findings: &mut Vec<Diagnostic>) -> Figure {
    let definition = reader::definition(site, record, findings);
    let Some(formula) = &definition.formula else { return built(definition, Computed::default()) };
    let swept = sweep::sweep(site, formula, definition.decimals, definition.as_of);
    let series = series::computed(formula, &swept.steps, definition.as_of);
    findings.extend(too_many_periods(record, &definition, &series));
    // Numbers of records that could not be read in full contradict nobody.
    if site.is_sound_around(formula.collection) {
        let count = Count { site, definition: &definition, formula, swept: &swept };
        count.check_reports(findings);
        // On a day for which nobody dated them: the day of the data is known to whoever wrote them.
        findings.extend(count.check_day().filter(|_| !definition.as_of.is_late()));
    }
    let groups = groups::groups(site, formula, definition.decimals, &swept);
    built(definition, Computed { swept, series, groups })
}

/// A finding where an early date gives periods without end.
fn too_many_periods(record: &LinkedRecord, definition: &Definition, series: &[Point]) -> Option<Diagnostic> {
    let over = definition.over.filter(|_| series.len() > MANY_PERIODS)?;
    let first = series.first().map(|point| point.date.to_string()).unwrap_or_default();
    let message = format!("the figure has {} periods: its first fact is of {first}", series.len());
    let finding = record.record.source.finding(&codes::EARLY_DATE, over, message);
    Some(finding.hint("is that date a slip of the keys? If not, follow it `over: year`"))
}

/// What our records give for a figure; nothing at all for one that is only reported.
#[derive(Default)]
struct Computed {
    swept: Swept,
    series: Vec<Point>,
    groups: Vec<Group>,
}

/// The figure of its definition and of what was computed for it.
fn built(definition: Definition, computed: Computed) -> Figure {
    let is_reported = definition.is_reported();
    let (steps, as_of) = (computed.swept.steps, definition.as_of);
    let listed = |day: Day| if definition.complete { None } else { steps.on(day).cloned() };
    let taken_from = definition.reports.owner().filter(|owner| *owner != definition.record);
    let Reports { dated, undated, .. } = definition.reports;
    // A date counts from its first day.
    let dated = dated.into_iter().map(|Report { point, .. }| Point { listed: listed(point.date.first()), ..point });
    let reported: Vec<Point> = dated.collect();
    let undated = undated.map(|Report { point, .. }| Point { listed: listed(as_of), ..point });
    let series = if is_reported { reported.clone() } else { series::merged(&reported, &computed.series) };
    Figure {
        record: definition.record,
        formula: definition.formula,
        complete: definition.complete,
        unit: definition.unit,
        compact: definition.compact,
        change: definition.change,
        series,
        computed: computed.series,
        groups: computed.groups,
        members: computed.swept.members.all,
        taken_from,
        reported,
        undated,
        is_reported,
        steps,
        as_of,
    }
}
