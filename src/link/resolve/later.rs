//! What begins after the day of the data: it is not shown, and nobody would notice.

use crate::diagnostics::{Diagnostic, Place, codes};
use crate::link::Site;
use crate::link::effective::Effective;
use crate::model::value::Status;

/// How many places the finding names.
const NAMED: usize = 3;

/// One finding for everything that begins after the report's day, `records` being where records stand that do. Forecasts
/// are of later days by nature.
pub fn check(site: &Site, records: Vec<Place>, findings: &mut Vec<Diagnostic>) {
    let (mut count, mut places) = (records.len(), records);
    places.truncate(NAMED);
    for linked in site.records.iter().flatten().filter(|linked| !linked.is_open) {
        for fact in site.written_facts(linked.at) {
            each_later(&fact, &mut |fact| {
                count += 1;
                if places.len() < NAMED {
                    places.push(linked.record.source.place(fact.written.span));
                }
            });
        }
    }
    let mut places = places.into_iter();
    let Some(first) = places.next() else { return };
    let begins =
        if count == 1 { "1 value or record begins".to_owned() } else { format!("{count} values or records begin") };
    let message = format!(
        "{begins} after {}, the day of the data, and {} not shown",
        site.as_of,
        if count == 1 { "is" } else { "are" }
    );
    let finding = Diagnostic::new(&codes::AFTER_AS_OF, first, message);
    let finding = places.fold(finding, |finding, place| finding.related(place, "another"));
    findings.push(finding.hint(
        "raise `as_of` in site.yaml if the data were looked after since; what is only expected has `status: forecast`",
    ));
}

/// Calls `visit` for a fact that begins later, else for those in it that do.
fn each_later<'s>(fact: &Effective<'s, '_>, visit: &mut impl FnMut(&Effective<'s, '_>)) {
    if fact.written.effective_from().is_none_or(|date| date.first() <= fact.linked.as_of) {
        fact.parts().for_each(|part| each_later(&part, visit));
    } else if fact.status != Some(Status::Forecast) {
        visit(fact);
    }
}
