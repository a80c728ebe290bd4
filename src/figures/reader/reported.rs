//! Reading what sources report of a figure: written with it, or the tracked fact of another record that holds it.

use crate::diagnostics::did_you_mean;
use crate::figures::reader::condition::known;
use crate::figures::reader::context::Reader;
use crate::figures::{Amount, Basis, Dating, Point};
use crate::link::Site;
use crate::link::names::{Nowhere, Target};
use crate::link::start::Start;
use crate::model::date::{Date, Day};
use crate::model::effective::EffectiveDate;
use crate::model::field::FieldKind;
use crate::model::value::{Fact, Given, Value};
use crate::parse::Span;
use crate::position::{FieldIx, RecordIx};

/// What sources report of a figure, up to the report's day.
#[derive(Debug, Default)]
pub struct Reports {
    /// Whether any is written, be it of a later day or wrong.
    pub are_written: bool,
    /// Those that have a date, oldest first.
    pub dated: Vec<Report>,
    /// The last one, where nobody dates it.
    pub undated: Option<Report>,
}

impl Reports {
    /// The record in which they are written; `None`: there are none.
    pub fn owner(&self) -> Option<RecordIx> {
        self.dated.first().or(self.undated.as_ref()).map(|report| report.owner)
    }
}

/// A number that a source states, and where that is written.
#[derive(Debug)]
pub struct Report {
    /// What is reported.
    pub point: Point,
    /// The record in which it is written: the figure's own, or another that holds the fact.
    pub owner: RecordIx,
    /// Where it is written there.
    pub span: Span,
}

impl Reader<'_, '_> {
    /// The reports of the figure.
    pub fn reports(&mut self) -> Reports {
        let Some((field, _)) = self.site.model(self.figure.at).field("reported") else { return Reports::default() };
        let are_written = !self.figure.record.entries[field].is_absent();
        let Some((owner, field)) = self.reported_fact(field) else {
            return Reports { are_written, ..Reports::default() };
        };
        let mut dated = reports(self.site, owner, field);
        let undated = dated.pop_if(|last| last.point.dating == Dating::Undated);
        dated.retain(|report| report.point.dating != Dating::Undated);
        Reports { are_written, dated, undated }
    }

    /// The fact that holds the reports: the figure's own field, or the one it names.
    fn reported_fact(&mut self, field: FieldIx) -> Option<(RecordIx, FieldIx)> {
        let entry = self.figure.record.entries[field].entry()?;
        let [Fact { given: Given::Value(Value::Raw(node)), .. }] = entry.history.as_slice() else {
            return Some((self.figure.at, field));
        };
        let text = node.text().unwrap_or_default();
        fact_named(self.site, text).unwrap_or_else(|hint| {
            let hint = (!hint.is_empty()).then_some(hint);
            self.report(node.span, format!("`{text}` names no tracked number"), hint);
            None
        })
    }
}

/// Which field of a record a text such as `regions/shandong#national_centers` names; `None`: the public does not see the
/// record yet, so it says nothing yet. What is wrong with the text is a hint.
fn fact_named(site: &Site, text: &str) -> Result<Option<(RecordIx, FieldIx)>, String> {
    let (record, name) = text.split_once('#').ok_or_else(String::new)?;
    let record = match site.find(record) {
        Ok(Target::Record(record)) => record,
        Ok(Target::Collection(_)) => return Err("write collection/id#field".to_owned()),
        Err(Nowhere::Withheld(_)) => return Ok(None),
        Err(Nowhere::Unknown(hint)) => return Err(hint),
    };
    let model = site.model(record);
    match model.field(name) {
        Some((at, field)) if field.tracked && matches!(field.kind, FieldKind::Number(_)) => Ok(Some((record, at))),
        Some(_) => Err(format!("`{name}` is no tracked number")),
        None => {
            let names = || model.fields.iter().map(|field| &*field.name);
            Err(did_you_mean(name, names()).unwrap_or_else(|| known(names())))
        }
    }
}

/// What a fact reported up to the report's day, oldest first.
fn reports(site: &Site, owner: RecordIx, field: FieldIx) -> Vec<Report> {
    let so_far = site.starts(owner, field).take_while(|(start, ..)| *start <= site.as_of);
    let report = |(day, start, fact): (Day, Start, &Fact)| {
        let date = match start.date() {
            Some(EffectiveDate::Since(date)) => (date, Dating::Since),
            Some(EffectiveDate::By(date)) => (date, Dating::By),
            None => (day.date()?, Dating::Undated),
        };
        Some(Report { point: point(site, (owner, field), date, fact), owner, span: fact.span })
    };
    so_far.filter_map(report).collect()
}

fn point(site: &Site, (owner, field): (RecordIx, FieldIx), (date, dating): (Date, Dating), fact: &Fact) -> Point {
    let linked = site.get(owner);
    let number = match fact.value() {
        Some(Value::Number(number)) => Some(number.clone()),
        _ => None,
    };
    let (missing, bound, status) = (fact.missing(), fact.bound, fact.status);
    let cited = fact.rests_on(&site.model(owner).fields[field], &linked.record.sources);
    let sources = cited.iter().filter_map(|&at| linked.targets[at as usize]).collect();
    let amount = Amount { number, missing, bound, status, ..Amount::default() };
    let (note, basis) = (fact.note.as_deref().cloned(), Basis::Reported);
    Point { date, dating, basis, amount, sources, listed: None, note, running: false }
}
