//! The days on which a record may change its part in a figure: those on which a fact that decides about it begins.

use std::collections::BTreeMap;

use crate::figures::condition::{At, Check, Test};
use crate::figures::formula::{By, Formula};
use crate::link::Site;
use crate::link::back_references::BackReference;
use crate::link::record::LinkedRecord;
use crate::link::start::Start;
use crate::model::date::Day;
use crate::model::effective::EffectiveDate;
use crate::model::value::{Fact, Value};
use crate::position::{BackReferenceIx, FieldIx, RecordIx};

/// Collects the days on which something that decides begins.
pub struct Days<'s> {
    site: &'s Site,
    /// The days, each with the date as it is written: the coarsest.
    pub days: BTreeMap<Day, Option<EffectiveDate>>,
}

impl<'s> Days<'s> {
    /// No day yet.
    pub fn new(site: &'s Site) -> Self {
        Days { site, days: BTreeMap::new() }
    }

    /// Before all days.
    pub fn always(&mut self) {
        self.days.entry(Day::ALWAYS).or_default();
    }

    fn note(&mut self, day: Day, written: Option<EffectiveDate>) {
        let known = self.days.entry(day).or_default();
        *known = (*known).into_iter().chain(written).min();
    }

    /// Notes the first days of the facts of a field, each with its date as it is written.
    fn of_starts<'f>(&mut self, starts: impl Iterator<Item = (Day, Start, &'f Fact)>) {
        starts.for_each(|(day, start, _)| self.note(day, start.date()));
    }

    /// Notes the first day of a part of a fact that has a date of its own.
    fn of_part(&mut self, part: &Fact) {
        if let Some(date) = part.effective_from() {
            self.note(date.first(), Some(date));
        }
    }

    /// The day on which a record begins.
    pub fn begins(&mut self, record: RecordIx) {
        let linked = self.site.get(record);
        self.note(linked.begins, linked.start.date());
    }

    /// The days on which somebody begins or ceases to refer to a record by a name.
    pub fn refers(&mut self, record: RecordIx, name: BackReferenceIx, back: BackReference) {
        self.begins(back.record);
        let field = self.site.back_references[record.collection][name].field;
        self.of_starts(self.site.starts(back.record, field));
    }

    /// Of everything that a formula looks at.
    pub fn of_formula(&mut self, formula: &Formula, record: RecordIx) {
        self.of_tests(&formula.tests, record);
        if let Some(path) = &formula.measure {
            self.of_path(&path.hops, record);
        }
        match &formula.by {
            Some(By::Path(path)) => self.of_path(&path.hops, record),
            Some(By::Best { back, path, .. }) => {
                let site = self.site;
                for referring in site.past_referrers(record, *back) {
                    self.refers(record, *back, referring);
                    self.of_path(&path.hops, referring.record);
                }
            }
            None => {}
        }
    }

    /// Of everything that tests look at.
    pub fn of_tests(&mut self, tests: &[Test], record: RecordIx) {
        for test in tests {
            match test.at {
                At::Itself => {}
                At::Field(field) | At::Item(field) => self.of_field(record, field, &test.is),
                At::Back(name) => {
                    let inner = test.is.inner_tests();
                    let site = self.site;
                    for back in site.past_referrers(record, name) {
                        self.refers(record, name, back);
                        self.of_tests(inner, back.record);
                    }
                }
            }
        }
    }

    fn of_field(&mut self, record: RecordIx, field: FieldIx, check: &Check) {
        let site = self.site;
        for (day, start, fact) in site.starts(record, field) {
            self.note(day, start.date());
            self.of_fact(site.get(record), fact, check);
        }
    }

    fn of_fact(&mut self, linked: &LinkedRecord, fact: &Fact, check: &Check) {
        self.of_part(fact);
        match fact.value() {
            Some(Value::List(items)) => items.iter().for_each(|item| self.of_fact(linked, item, check)),
            Some(Value::Group(facts)) => {
                for test in check.inner_tests() {
                    if let (At::Field(field), is) = (test.at, &test.is)
                        && let Some(inner) = &facts[field]
                    {
                        self.of_fact(linked, inner, is);
                    }
                }
            }
            Some(Value::Reference(at)) => {
                if let (Some(target), tests @ [_, ..]) = (linked.targets[*at as usize], check.inner_tests()) {
                    self.begins(target);
                    self.of_tests(tests, target);
                }
            }
            _ => {}
        }
    }

    /// Of everything on a path.
    pub fn of_path(&mut self, hops: &[FieldIx], record: RecordIx) {
        let Some((first, rest)) = hops.split_first() else { return };
        let site = self.site;
        for (day, start, fact) in site.starts(record, *first) {
            self.note(day, start.date());
            self.along(site.get(record), fact, rest);
        }
    }

    fn along(&mut self, linked: &LinkedRecord, fact: &Fact, hops: &[FieldIx]) {
        self.of_part(fact);
        match (fact.value(), hops.split_first()) {
            (Some(Value::List(items)), _) => items.iter().for_each(|item| self.along(linked, item, hops)),
            (Some(Value::Group(facts)), Some((first, rest))) => {
                if let Some(inner) = &facts[*first] {
                    self.along(linked, inner, rest);
                }
            }
            (Some(Value::Reference(at)), Some(_)) => {
                if let Some(target) = linked.targets[*at as usize] {
                    self.begins(target);
                    self.of_path(hops, target);
                }
            }
            _ => {}
        }
    }
}
