//! Texts that a correction touched: pages that quote a corrected value, or link to it.
//!
//! In:  the report, the prose of its records.
//! Out: [`Touched`]: for each correction the records whose texts lead to its figures or its fact.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::link::record::LinkedRecord;
use crate::model::value::Value;
use crate::parse::{Files, front_matter};
use crate::position::RecordIx;
use crate::publication::correction::Part;
use crate::publication::told::Account;
use crate::report::Report;
use crate::report::recorder::{self, Note};

/// What leads from a text to a record: `[…](@centers/bearings#capital)`.
const MARK: &str = "(@";

/// The records whose texts corrections touched.
#[derive(Default, PartialEq, Eq)]
pub struct Touched {
    by_correction: BTreeMap<RecordIx, Vec<RecordIx>>,
    /// The files that were looked through.
    read: Vec<Arc<str>>,
}

/// Where corrections are looked for: by the key of a record, each with the field that must be named, if one must be.
type Sought = BTreeMap<String, Vec<(RecordIx, Option<Box<str>>)>>;

impl Touched {
    /// Looks through all texts; through none on a site without corrections of values.
    pub fn of(report: &Report, files: &dyn Files) -> Self {
        let sought = sought(report);
        if sought.is_empty() {
            return Touched::default();
        }
        let records: Vec<&LinkedRecord> = report.site.all().collect();
        let led: Vec<(RecordIx, BTreeSet<RecordIx>)> =
            records.par_iter().map(|linked| (linked.at, corrections_in(linked, files, &sought))).collect();
        let mut touched = Touched::default();
        for (record, corrections) in led {
            let is_own = |of: &RecordIx| report.publication.corrections_of(record).contains(of) || *of == record;
            for correction in corrections.into_iter().filter(|correction| !is_own(correction)) {
                touched.by_correction.entry(correction).or_default().push(record);
            }
        }
        let prose = records.iter().flat_map(|linked| linked.record.prose.iter().flatten());
        touched.read = prose.map(|prose| prose.path.clone()).collect();
        touched
    }

    /// The records whose texts a correction touched, beside those that it is about.
    pub fn by(&self, correction: RecordIx) -> &[RecordIx] {
        self.read.iter().for_each(|path| recorder::note(Note::File(path.clone())));
        self.by_correction.get(&correction).map_or(&[], Vec::as_slice)
    }
}

fn sought(report: &Report) -> Sought {
    let mut sought = Sought::new();
    for Account { correction, told, figures, .. } in
        report.publication.accounts().filter(|account| !account.told.is_empty())
    {
        let mut add = |of: RecordIx, field: Option<&str>| {
            let entry = (correction.record, field.map(Into::into));
            sought.entry(report.site.key(of)).or_default().push(entry);
        };
        figures.iter().for_each(|figure| add(*figure, None));
        if let Part::Field(path) = &correction.part {
            let field = path.names.first().map(|name| &**name);
            told.iter().map(|told| told.of).collect::<BTreeSet<_>>().into_iter().for_each(|of| add(of, field));
        }
    }
    sought
}

/// The corrections to whose values the texts of a record lead.
fn corrections_in(linked: &LinkedRecord, files: &dyn Files, sought: &Sought) -> BTreeSet<RecordIx> {
    let mut found = BTreeSet::new();
    for prose in linked.record.prose.iter().flatten().filter(|prose| !prose.is_empty) {
        // A file that cannot be read is reported by its own page.
        if let Ok(whole) = files.text(&prose.path) {
            look(&whole[front_matter::split(&whole).body], sought, &mut found);
        }
    }
    let facts = linked.record.entries.iter().filter_map(|entry| entry.entry()).flat_map(|entry| &entry.history);
    for value in facts.filter_map(|fact| fact.value()) {
        match value {
            Value::Text(text) => look(text, sought, &mut found),
            Value::Localized(texts) => texts.all().for_each(|(_, text)| look(text, sought, &mut found)),
            _ => {}
        }
    }
    found
}

fn look(text: &str, sought: &Sought, found: &mut BTreeSet<RecordIx>) {
    for link in text.split(MARK).skip(1) {
        let target = link.split([')', '?', ' ', '\n']).next().unwrap_or_default();
        let (key, field) = target.split_once('#').map_or((target, None), |(key, field)| (key, Some(field)));
        let field = field.and_then(|field| field.split('.').next());
        let meant = sought.get(key).into_iter().flatten();
        found.extend(meant.filter(|(_, named)| named.is_none() || named.as_deref() == field).map(|(at, _)| *at));
    }
}
