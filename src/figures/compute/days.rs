//! The days on which a record may change its part in a figure: those on which a fact that decides about it begins.

use std::collections::BTreeMap;

use crate::figures::condition::{At, Check, Test};
use crate::figures::formula::{By, Formula};
use crate::link::{Back, Begun, Linked, RecordIx, Site};
use crate::model::date::{Date, Day};
use crate::model::position::FieldIx;
use crate::model::value::{Fact, Value};

/// Collects the days on which something that decides begins.
pub struct Days<'s> {
    site: &'s Site,
    /// The days, each with the date as it is written: the coarsest.
    pub days: BTreeMap<Day, Option<Begun>>,
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

    fn note(&mut self, day: Day, written: Option<Begun>) {
        let known = self.days.entry(day).or_default();
        *known = (*known).into_iter().chain(written).min();
    }

    /// Notes the first day of a fact, with its date as it is written.
    fn insert(&mut self, day: Day, date: Option<Date>, fact: &Fact) {
        self.note(day, date.map(|date| Begun { date, since: fact.by.is_none() }));
    }

    /// The day on which a record begins.
    pub fn begins(&mut self, record: RecordIx) {
        let linked = self.site.get(record);
        self.note(linked.begins, linked.begun);
    }

    /// The days on which somebody begins or ceases to refer to a record by a name.
    pub fn refers(&mut self, record: RecordIx, name: usize, back: Back) {
        self.begins(back.record);
        let field = self.site.back_fields[record.collection][name].field;
        let site = self.site;
        for (day, date, fact) in site.starts(back.record, field) {
            self.insert(day, date, fact);
        }
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
                for referring in site.referrers(record, *back) {
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
                At::Field(field) | At::Item(field) => self.of_field(record, field, &test.is),
                At::Back(name) => {
                    let inner = test.is.inner_tests();
                    let site = self.site;
                    for back in site.referrers(record, name) {
                        self.refers(record, name, back);
                        self.of_tests(inner, back.record);
                    }
                }
            }
        }
    }

    fn of_field(&mut self, record: RecordIx, field: FieldIx, check: &Check) {
        let site = self.site;
        for (day, date, fact) in site.starts(record, field) {
            self.insert(day, date, fact);
            self.of_fact(site.get(record), fact, check);
        }
    }

    fn of_fact(&mut self, linked: &Linked, fact: &Fact, check: &Check) {
        if let Some(date) = fact.effective_from() {
            self.insert(date.first(), Some(date), fact);
        }
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
        for (day, date, fact) in site.starts(record, *first) {
            self.insert(day, date, fact);
            self.along(site.get(record), fact, rest);
        }
    }

    fn along(&mut self, linked: &Linked, fact: &Fact, hops: &[FieldIx]) {
        if let Some(date) = fact.effective_from() {
            self.insert(date.first(), Some(date), fact);
        }
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
