//! Conditions on records, as `where:` states them, and whether a record meets one on a day.
//!
//! A condition is read as “there is a linked record or item for which all of this holds”. What is not known meets no
//! condition but `{missing: …}`: a center whose level nobody states is neither national nor not national.

use std::cell::Cell;

use crate::config::Localized;
use crate::link::{Back, Linked, RecordIx, Site};
use crate::model::date::{Date, Day};
use crate::model::number::Number;
use crate::model::value::{Fact, Given, Missing, Status, Value};

/// Something that must hold of one field, or of the records that refer here by one name.
#[derive(Debug, Clone)]
pub struct Test {
    /// Where to look.
    pub at: At,
    /// What must be there.
    pub is: Check,
    /// The field's name for readers.
    pub label: Localized,
}

/// Where a test looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// A field of the record or of a group, by position.
    Field(usize),
    /// A back-reference, by position among those of the collection.
    Back(usize),
    /// The group by which a back-reference refers here: an item of this field of the referring record.
    Item(usize),
}

/// What must hold of a value.
#[derive(Debug, Clone)]
pub enum Check {
    /// It is one of these.
    OneOf(Vec<Plain>),
    /// It lies between these, ends included.
    Range {
        /// The least; `None`: no limit.
        min: Option<Plain>,
        /// The greatest; `None`: no limit.
        max: Option<Plain>,
    },
    /// There is none, for this reason; `None`: for any.
    Missing(Option<Missing>),
    /// It is known, and this does not hold.
    Not(Box<Check>),
    /// All of this holds of the linked record or the group.
    All(Vec<Test>),
}

/// A value to compare with, with its words for readers.
#[derive(Debug, Clone)]
pub enum Plain {
    /// An option, by position.
    Option(usize, Localized),
    /// A record.
    Record(RecordIx),
    /// Text, or a language tag.
    Text(Box<str>),
    /// A number.
    Number(Number),
    /// Any day of this date.
    Date(Date),
    /// True or false.
    Boolean(bool),
}

/// Looks at records as they were on a day.
pub struct Look<'s> {
    /// The records.
    pub site: &'s Site,
    /// The day.
    pub day: Day,
    /// The least firm status met on the way.
    pub weakest: Cell<Option<Status>>,
}

impl<'s> Look<'s> {
    /// Records on a day.
    pub fn on(site: &'s Site, day: Day) -> Self {
        Look { site, day, weakest: Cell::new(None) }
    }

    /// Whether a record is there and meets all tests.
    pub fn meets(&self, record: RecordIx, tests: &[Test]) -> bool {
        self.is_there(record) && self.all(record, tests, None) == Some(true)
    }

    /// Whether there is such a record on the day.
    pub fn is_there(&self, record: RecordIx) -> bool {
        self.site.get(record).begins <= self.day
    }

    /// Whether a fact is told on the day.
    pub fn is_told(&self, fact: &Fact) -> bool {
        fact.told_from().is_none_or(|date| date.first() <= self.day)
    }

    fn note(&self, status: Option<Status>) {
        self.weakest.set(weaker(self.weakest.get(), status));
    }

    /// `None`: it is not known.
    fn all(&self, record: RecordIx, tests: &[Test], back: Option<Back>) -> Option<bool> {
        tests.iter().map(|test| self.test(record, test, back)).try_fold(true, |all, one| Some(all && one?))
    }

    fn test(&self, record: RecordIx, test: &Test, back: Option<Back>) -> Option<bool> {
        match test.at {
            At::Field(field) => self.check(self.site.get(record), self.site.fact_on(record, field, self.day), &test.is),
            At::Back(name) => self.backs(record, name, &test.is),
            At::Item(field) => self.item(record, field, back?, &test.is),
        }
    }

    fn check(&self, linked: &Linked, fact: Option<&Fact>, check: &Check) -> Option<bool> {
        let fact = fact.filter(|fact| self.is_told(fact));
        match (check, fact.map(|fact| &fact.given)) {
            (Check::Missing(None), None) => Some(true),
            (Check::Missing(Some(_)), None) => Some(false),
            (Check::Missing(wanted), Some(Given::Missing(reason))) => {
                Some(wanted.is_none_or(|wanted| wanted == *reason))
            }
            (Check::Missing(_), Some(Given::Value(_))) => Some(false),
            (_, None | Some(Given::Missing(_))) => None,
            (Check::Not(inner), Some(Given::Value(_))) => self.check(linked, fact, inner).map(|holds| !holds),
            (_, Some(Given::Value(value))) => {
                let holds = self.value(linked, value, check)?;
                if holds {
                    self.note(fact.and_then(|fact| fact.status));
                }
                Some(holds)
            }
        }
    }

    fn value(&self, linked: &Linked, value: &Value, check: &Check) -> Option<bool> {
        match (value, check) {
            (Value::List(items), _) => {
                let mut found = false;
                for item in items.iter().filter(|item| linked.is_seen(item)) {
                    found = found || self.check(linked, Some(item), check) == Some(true);
                }
                Some(found)
            }
            (Value::Group(facts), Check::All(tests)) => self.group(linked, facts, tests),
            (Value::Reference(at), Check::All(tests)) => {
                let target = linked.targets[*at as usize].filter(|target| self.is_there(*target))?;
                self.all(target, tests, None)
            }
            (Value::Reference(at), Check::OneOf(values)) => {
                let target = linked.targets[*at as usize]?;
                Some(values.iter().any(|value| matches!(value, Plain::Record(record) if *record == target)))
            }
            (value, Check::OneOf(values)) => Some(values.iter().any(|wanted| is_equal(value, wanted))),
            (value, Check::Range { min, max }) => Some(
                min.as_ref().is_none_or(|min| is_at_least(value, min))
                    && max.as_ref().is_none_or(|max| is_at_most(value, max)),
            ),
            _ => None,
        }
    }

    fn group(&self, linked: &Linked, facts: &[Option<Fact>], tests: &[Test]) -> Option<bool> {
        let one = |test: &Test| match test.at {
            At::Field(field) => self.check(linked, facts[field].as_ref(), &test.is),
            At::Back(_) | At::Item(_) => None,
        };
        tests.iter().map(one).try_fold(true, |all, one| Some(all && one?))
    }

    /// Nobody referring here is known: then nobody does.
    fn backs(&self, record: RecordIx, name: usize, check: &Check) -> Option<bool> {
        let (tests, wanted) = match check {
            Check::All(tests) => (tests, true),
            Check::Not(inner) => match &**inner {
                Check::All(tests) => (tests, false),
                _ => return None,
            },
            Check::Missing(_) => return Some(self.referring(record, name).next().is_none()),
            _ => return None,
        };
        let mut found = false;
        for back in self.referring(record, name) {
            found = found || self.all(back.record, tests, Some(back)) == Some(true);
        }
        Some(found == wanted)
    }

    /// Who refers to a record by a name, on the day.
    pub fn referring(&self, record: RecordIx, name: usize) -> impl Iterator<Item = Back> + '_ {
        self.site.get(record).backs[name].iter().copied().filter(|back| self.is_there(back.record))
    }

    fn item(&self, record: RecordIx, field: usize, back: Back, check: &Check) -> Option<bool> {
        let linked = self.site.get(record);
        let Check::All(tests) = check else { return None };
        let items = match self.site.fact_on(record, field, self.day)?.value()? {
            Value::List(items) => items,
            _ => return None,
        };
        match items.get(back.item? as usize)?.value()? {
            Value::Group(facts) => self.group(linked, facts, tests),
            _ => None,
        }
    }
}

/// The less firm of two statuses; final ones are firm.
pub fn weaker(a: Option<Status>, b: Option<Status>) -> Option<Status> {
    let rank = |status: Option<Status>| match status {
        None | Some(Status::Final) => 0,
        Some(Status::Revised) => 1,
        Some(Status::Provisional) => 2,
        Some(Status::Estimated) => 3,
        Some(Status::Forecast) => 4,
    };
    if rank(b) > rank(a) { b } else { a }
}

fn is_equal(value: &Value, wanted: &Plain) -> bool {
    match (value, wanted) {
        (Value::Choice(at), Plain::Option(wanted, _)) => at == wanted,
        (Value::Text(text) | Value::Language(text), Plain::Text(wanted)) => **text == **wanted,
        (Value::Number(number), Plain::Number(wanted)) => number.equals(wanted),
        (Value::Date(date), Plain::Date(wanted)) => date.first() >= wanted.first() && date.last() <= wanted.last(),
        (Value::Boolean(yes), Plain::Boolean(wanted)) => yes == wanted,
        _ => false,
    }
}

fn is_at_least(value: &Value, min: &Plain) -> bool {
    match (value, min) {
        (Value::Number(number), Plain::Number(min)) => number >= min || number.equals(min),
        (Value::Date(date), Plain::Date(min)) => date.first() >= min.first(),
        _ => false,
    }
}

fn is_at_most(value: &Value, max: &Plain) -> bool {
    match (value, max) {
        (Value::Number(number), Plain::Number(max)) => number <= max || number.equals(max),
        (Value::Date(date), Plain::Date(max)) => date.last() <= max.last(),
        _ => false,
    }
}
