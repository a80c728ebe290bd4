//! Dates that are others now, and the texts that still type what they were.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::check::numbers::blocks::Block;
use crate::check::numbers::site::Site;
use crate::check::old_numbers::date_forms::DateForms;
use crate::check::old_numbers::facts;
use crate::check::old_numbers::texts::Text;
use crate::diagnostics::{Diagnostic, codes};
use crate::link::names::Target;
use crate::link::record::LinkedRecord;
use crate::locale::formats::DateForm;
use crate::model::date::{Date, Precision};
use crate::model::field::FieldKind;
use crate::model::value::Value;
use crate::position::{LanguageIx, List, RecordIx};
use crate::publication::compare::ChangedFact;
use crate::publication::fact::FactDate;
use crate::report::Report;

/// A date that is another one now.
struct ChangedDate {
    /// The record that says it.
    record: RecordIx,
    /// Its name in a sentence of the program: ``the date of `stage` of centers/x, recognized,``.
    name: String,
    /// What it was: a day or a month.
    was: Date,
    /// What it is; `None`: the site does not say it any more.
    now: Option<Date>,
    /// What it was, as each language writes it.
    forms: List<LanguageIx, DateForms>,
}

/// The dates that changed, by the records that say them.
pub struct ChangedDates {
    of_record: HashMap<RecordIx, Vec<ChangedDate>>,
    /// The years of what they were: a text without them types none.
    years: BTreeSet<String>,
}

impl ChangedDates {
    /// The dates of facts that moved, and the dates that are values of facts, but for those that their record says of
    /// something else still.
    pub fn new(report: &Report, facts: &[ChangedFact]) -> Self {
        let mut dates = ChangedDates { of_record: HashMap::new(), years: BTreeSet::new() };
        for date in facts.iter().filter_map(|change| changed(report, change)) {
            dates.years.insert(format!("{:04}", date.was.year()));
            dates.of_record.entry(date.record).or_default().push(date);
        }
        dates
    }

    /// Whether none changed.
    pub fn is_empty(&self) -> bool {
        self.of_record.is_empty()
    }

    /// The findings for the texts of a record: those that type an old date of the record, and those with a paragraph that
    /// leads to the record of an old date and types it.
    pub fn of_texts(&self, site: &Site, linked: &LinkedRecord, texts: &[Text]) -> Vec<Diagnostic> {
        let may_be_old = |text: &Text| {
            let raw = text.raw();
            (self.of_record.contains_key(&linked.at) || raw.contains("](@"))
                && self.years.iter().any(|year| raw.contains(&**year))
        };
        let mut findings = Vec::new();
        for text in texts.iter().filter(|text| may_be_old(text)) {
            for block in text.blocks().list {
                self.of_block(&Asked { site, linked, text, block: &block }, &mut findings);
            }
        }
        findings
    }

    fn of_block(&self, asked: &Asked, findings: &mut Vec<Diagnostic>) {
        let links = asked.links();
        let mut records: Vec<RecordIx> = vec![asked.linked.at];
        records.extend(links.iter().map(|(record, _)| *record));
        let mut met = BTreeSet::new();
        for date in records.iter().filter_map(|record| self.of_record.get(record)).flatten() {
            for range in date.forms[asked.text.language].find(&asked.block.text) {
                let place = asked.block.in_file(&range);
                if !asked.is_of_another(date, &links, place.start) && met.insert(range.start) {
                    let typed = &asked.block.text[range];
                    findings.push(finding(asked, date, (typed, place)));
                }
            }
        }
    }
}

/// A paragraph that is looked through.
struct Asked<'a> {
    site: &'a Site<'a>,
    linked: &'a LinkedRecord,
    text: &'a Text<'a>,
    block: &'a Block,
}

/// A record that a paragraph leads to, and where the link stands in the file.
type Link = (RecordIx, Range<usize>);

impl Asked<'_> {
    fn links(&self) -> Vec<Link> {
        let record = |reference: &str| match self.site.report.site.find(reference) {
            Ok(Target::Record(record)) => Some(record),
            _ => None,
        };
        let links = self.block.links.iter();
        links.filter_map(|(reference, range)| Some((record(reference)?, range.clone()))).collect()
    }

    /// Whether something else says the date now that the text may mean: the record that a link around it leads to; in texts
    /// of other records these themselves, and all that the paragraph leads to.
    fn is_of_another(&self, date: &ChangedDate, links: &[Link], at: usize) -> bool {
        let report = self.site.report;
        let is_own = date.record == self.linked.at;
        let may_mean = |(record, range): &&Link| *record != date.record && (!is_own || range.contains(&at));
        (!is_own && says(report, self.linked.at, date.was))
            || links.iter().filter(may_mean).any(|(record, _)| says(report, *record, date.was))
    }
}

/// A date that is another one now; `None` where it is none, or only a year, or where the record says it of something else.
fn changed(report: &Report, change: &ChangedFact) -> Option<ChangedDate> {
    let Ok(Target::Record(record)) = report.site.find(&change.key.record) else { return None };
    let key = report.site.key(record);
    let (was, now, name) = match change.moved {
        Some(moved) => {
            let (path, value) = (change.key.path.replace("[]", ""), &change.was.value);
            (change.key.on.date()?, moved.date(), format!("the date of `{path}` of {key}, {value},"))
        }
        None => {
            let fields = facts::along(report.site.model(record), &facts::names(&change.key.path))?;
            if !matches!(fields.last()?.kind, FieldKind::Date) {
                return None;
            }
            let now = change.now.as_ref().and_then(|now| Date::parse(&now.value));
            (Date::parse(&change.was.value)?, now, facts::name_of(change, &key, None))
        }
    };
    let (was, now) = (was.without_time(), now.map(Date::without_time));
    if was.precision() == Precision::Year || now == Some(was) || says(report, record, was) {
        return None;
    }
    let forms = report.locales.iter().map(|locale| DateForms::new(locale, was)).collect();
    Some(ChangedDate { record, name, was, now, forms })
}

/// Whether a record says a date now: as that of a fact, or as a value. A day of a month says the month, too.
fn says(report: &Report, record: RecordIx, date: Date) -> bool {
    let is_it = |said: Date| {
        let is_within =
            date.precision() == Precision::Month && said.first() >= date.first() && said.last() <= date.last();
        said.without_time() == date || is_within
    };
    let mut is_said = false;
    for fact in report.site.written_facts(record) {
        fact.each(&mut |fact| {
            let value = match fact.value() {
                Some(Value::Date(date)) => Some(*date),
                _ => None,
            };
            let on = FactDate::from(fact.effective).date();
            is_said |= on.into_iter().chain(value).any(is_it);
        });
    }
    is_said
}

fn finding(asked: &Asked, date: &ChangedDate, (typed, at): (&str, Range<usize>)) -> Diagnostic {
    let ChangedDate { name, was, .. } = date;
    let locale = asked.site.report.locales.get(asked.text.language);
    let (now, way) = match date.now {
        Some(now) => (format!("is {now} now"), format!("write {}", locale.date(now, DateForm::Long))),
        None => ("is not said any more".to_owned(), "write what holds now".to_owned()),
    };
    let place = asked.text.place(asked.site, asked.linked, at);
    let finding = Diagnostic::new(&codes::OLD_DATE, place, format!("`{typed}` is typed; {name} was {was}, and {now}"));
    finding.hint(format!("{way}; where it is right as it is, leave it: it is looked for until the next edition only"))
}
