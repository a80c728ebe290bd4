//! What the latest edition of a site changed, from the days on which pages last changed.

use std::sync::Arc;

use tera::{Kwargs, TeraResult, Value};

use crate::locale::program::Message;
use crate::model::date::Day;
use crate::pages::renderer::{LocalRenderer, Renderer};
use crate::pages::values::map;
use crate::pages::views::dates;
use crate::position::RecordIx;
use crate::report::recorder::{self, Note};

/// `{date, first, records}` of the latest edition; none before the first.
pub fn edition(renderer: &Arc<Renderer>, _: Kwargs) -> TeraResult<Value> {
    recorder::note(Note::Publication);
    let local = renderer.local(recorder::language());
    let changed = changed(local);
    let Some(last) = changed.iter().map(|(_, day)| *day).max() else { return Ok(Value::none()) };
    let is_first = changed.iter().all(|(_, day)| *day == last);
    // Whatever is in a first edition is new, so that a list of it would be a list of everything.
    let records = changed.iter().filter(|(_, day)| *day == last && !is_first).map(|(record, _)| local.card(*record));
    Ok(map([
        ("date", dates::optional(local, Message::LastChanged, last.date())),
        ("first", Value::from(is_first)),
        ("records", Value::from(records.collect::<Vec<_>>())),
    ]))
}

/// The records that have a page in the language and were published, with the day of the edition that last changed it.
fn changed(local: LocalRenderer) -> Vec<(RecordIx, Day)> {
    let report = local.report();
    let published = |record: RecordIx| {
        let address = report.plan.addresses.of(record, local.language)?;
        Some((record, report.publication.changed(&address.path)?))
    };
    let collections = report.site.collections.positions();
    collections
        .flat_map(|collection| {
            recorder::note(Note::Records(collection));
            report.site.ordered(collection, local.language).filter_map(published)
        })
        .collect()
}
