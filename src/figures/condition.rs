//! Conditions on records, as `where:` states them, and whether a record meets one on a day.
//!
//! A condition is read as “there is a linked record or item for which all of this holds”. What is not known meets no
//! condition but `{missing: …}`: a center whose level nobody states is neither national nor not national.

use crate::config::Localized;
use crate::link::{Back, Linked, RecordIx, Site};
use crate::model::date::{Date, Day};
use crate::model::number::Number;
use crate::model::position::{FieldIx, List, OptionIx};
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
    Field(FieldIx),
    /// A back-reference, by position among those of the collection.
    Back(usize),
    /// The group by which a back-reference refers here: an item of this field of the referring record.
    Item(FieldIx),
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
    Option(OptionIx, Localized),
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

/// Whether something holds, and how firmly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Verdict {
    /// `None`: it is not known.
    pub holds: Option<bool>,
    /// The status of the facts that say so; `None`: final.
    pub status: Option<Status>,
}

impl Verdict {
    /// It holds or not, as sure as can be.
    pub fn firm(holds: bool) -> Self {
        Verdict { holds: Some(holds), status: None }
    }

    /// All of these hold: false as soon as one is, unknown as soon as one is and none is false.
    pub fn all(verdicts: impl Iterator<Item = Verdict>) -> Self {
        let mut all = Verdict::firm(true);
        for one in verdicts {
            match (all.holds, one.holds) {
                (Some(false), _) | (_, Some(false)) => return Verdict::firm(false),
                (_, None) => all.holds = None,
                _ => {}
            }
            all.status = weaker(all.status, one.status);
        }
        all
    }

    /// One of these holds, as firmly as the firmest that does; unknown as soon as one is and none holds.
    pub fn any(verdicts: impl Iterator<Item = Verdict>) -> Self {
        let mut any = Verdict::firm(false);
        for one in verdicts {
            match (any.holds, one.holds) {
                (Some(true), Some(true)) => any.status = firmer(any.status, one.status),
                (_, Some(true)) => any = one,
                (Some(false), None) => any.holds = None,
                _ => {}
            }
        }
        any
    }

    fn not(self) -> Self {
        Verdict { holds: self.holds.map(|holds| !holds), ..self }
    }
}

/// What is known beforehand about back-references of one record, so that nobody asks all who refer for every day.
pub trait Known {
    /// Whether somebody who refers here meets a test on a day; `None`: nothing is known beforehand.
    fn holds(&self, record: RecordIx, test: &Test, day: Day) -> Option<Verdict>;
}

/// Looks at records as they were on a day.
#[derive(Clone, Copy)]
pub struct Look<'s> {
    /// The records.
    pub site: &'s Site,
    /// The day.
    pub day: Day,
    /// What is known beforehand.
    pub known: Option<&'s dyn Known>,
}

impl<'s> Look<'s> {
    /// Records on a day.
    pub fn on(site: &'s Site, day: Day) -> Self {
        Look { site, day, known: None }
    }

    /// Whether a record is there and meets all tests.
    pub fn meets(&self, record: RecordIx, tests: &[Test]) -> Verdict {
        if self.is_there(record) { self.all(record, tests, None) } else { Verdict::firm(false) }
    }

    /// Whether there is such a record on the day.
    pub fn is_there(&self, record: RecordIx) -> bool {
        self.site.get(record).begins <= self.day
    }

    /// Whether a fact of a record is told on the day, and is none that the public may not see.
    pub fn is_told(&self, linked: &Linked, fact: &Fact) -> bool {
        fact.effective_from().is_none_or(|date| date.first() <= self.day) && linked.is_seen(fact)
    }

    /// Whether a record meets all tests; `back` is how it refers to whom it is asked for.
    pub fn all(&self, record: RecordIx, tests: &[Test], back: Option<Back>) -> Verdict {
        Verdict::all(tests.iter().map(|test| self.test(record, test, back)))
    }

    fn test(&self, record: RecordIx, test: &Test, back: Option<Back>) -> Verdict {
        match test.at {
            At::Field(field) => self.check(self.site.get(record), self.site.fact_on(record, field, self.day), &test.is),
            At::Back(name) => {
                let known = self.known.and_then(|known| known.holds(record, test, self.day));
                known.unwrap_or_else(|| self.backs(record, name, &test.is))
            }
            At::Item(field) => back.map_or_else(Verdict::default, |back| self.item(record, field, back, &test.is)),
        }
    }

    fn check(&self, linked: &Linked, fact: Option<&Fact>, check: &Check) -> Verdict {
        let fact = fact.filter(|fact| self.is_told(linked, fact));
        match (check, fact.map(|fact| &fact.given)) {
            (Check::Missing(wanted), None) => Verdict::firm(wanted.is_none()),
            (Check::Missing(wanted), Some(Given::Missing(reason))) => {
                Verdict::firm(wanted.is_none_or(|wanted| wanted == *reason))
            }
            (Check::Missing(_), Some(Given::Value(_))) => Verdict::firm(false),
            (_, None | Some(Given::Missing(_))) => Verdict::default(),
            (Check::Not(inner), Some(Given::Value(_))) => self.check(linked, fact, inner).not(),
            (_, Some(Given::Value(value))) => {
                let verdict = self.value(linked, value, check);
                Verdict { status: weaker(verdict.status, fact.and_then(|fact| fact.status)), ..verdict }
            }
        }
    }

    fn value(&self, linked: &Linked, value: &Value, check: &Check) -> Verdict {
        match (value, check) {
            (Value::List(items), _) => {
                let told = items.iter().filter(|item| self.is_told(linked, item));
                Verdict::any(told.map(|item| self.check(linked, Some(item), check)))
            }
            (Value::Group(facts), Check::All(tests)) => self.group(linked, facts, tests),
            (Value::Reference(at), Check::All(tests)) => {
                let target = linked.targets[*at as usize].filter(|target| self.is_there(*target));
                target.map_or_else(Verdict::default, |target| self.all(target, tests, None))
            }
            (Value::Reference(at), Check::OneOf(values)) => match linked.targets[*at as usize] {
                Some(target) => {
                    Verdict::firm(values.iter().any(|value| matches!(value, Plain::Record(of) if *of == target)))
                }
                None => Verdict::default(),
            },
            (value, Check::OneOf(values)) => Verdict::firm(values.iter().any(|wanted| is_equal(value, wanted))),
            (value, Check::Range { min, max }) => Verdict::firm(
                min.as_ref().is_none_or(|min| is_at_least(value, min))
                    && max.as_ref().is_none_or(|max| is_at_most(value, max)),
            ),
            _ => Verdict::default(),
        }
    }

    fn group(&self, linked: &Linked, facts: &List<FieldIx, Option<Fact>>, tests: &[Test]) -> Verdict {
        Verdict::all(tests.iter().map(|test| match test.at {
            At::Field(field) => self.check(linked, facts[field].as_ref(), &test.is),
            At::Back(_) | At::Item(_) => Verdict::default(),
        }))
    }

    /// Nobody referring here is known: then nobody does.
    fn backs(&self, record: RecordIx, name: usize, check: &Check) -> Verdict {
        match check {
            Check::All(tests) => {
                let referring = self.site.referrers(record, name).filter(|back| self.refers(record, name, *back));
                Verdict::any(referring.map(|back| self.all(back.record, tests, Some(back))))
            }
            Check::Not(inner) => self.backs(record, name, inner).not(),
            Check::Missing(_) => {
                Verdict::firm(!self.site.referrers(record, name).any(|back| self.refers(record, name, back)))
            }
            _ => Verdict::default(),
        }
    }

    /// Whether somebody who refers to a record by a name at some time does so on the day.
    pub fn refers(&self, record: RecordIx, name: usize, back: Back) -> bool {
        let (from, field) = {
            let back = &self.site.back_fields[record.collection][name];
            (back.from, back.field)
        };
        debug_assert_eq!(from, back.record.collection, "a name belongs to one collection");
        self.is_there(back.record) && self.site.holds_on(back.record, field, back.fact as usize, self.day)
    }

    fn item(&self, record: RecordIx, field: FieldIx, back: Back, check: &Check) -> Verdict {
        let linked = self.site.get(record);
        let (Check::All(tests), Some(item)) = (check, back.item) else { return Verdict::default() };
        match self.site.fact_on(record, field, self.day).and_then(Fact::value) {
            Some(Value::List(items)) => match items.get(item as usize).and_then(Fact::value) {
                Some(Value::Group(facts)) => self.group(linked, facts, tests),
                _ => Verdict::default(),
            },
            _ => Verdict::default(),
        }
    }
}

/// The less firm of two statuses; final ones are firm.
pub fn weaker(a: Option<Status>, b: Option<Status>) -> Option<Status> {
    if b.unwrap_or_default() > a.unwrap_or_default() { b } else { a }
}

/// The firmer of two statuses.
pub fn firmer(a: Option<Status>, b: Option<Status>) -> Option<Status> {
    if b.unwrap_or_default() < a.unwrap_or_default() { b } else { a }
}

fn is_equal(value: &Value, wanted: &Plain) -> bool {
    match (value, wanted) {
        (Value::Choice(at), Plain::Option(wanted, _)) => at == wanted,
        (Value::Text(text) | Value::Language(text), Plain::Text(wanted)) => **text == **wanted,
        (Value::Number(number), Plain::Number(wanted)) => number == wanted,
        (Value::Date(date), Plain::Date(wanted)) => date.first() >= wanted.first() && date.last() <= wanted.last(),
        (Value::Boolean(yes), Plain::Boolean(wanted)) => yes == wanted,
        _ => false,
    }
}

fn is_at_least(value: &Value, min: &Plain) -> bool {
    match (value, min) {
        (Value::Number(number), Plain::Number(min)) => number >= min,
        (Value::Date(date), Plain::Date(min)) => date.first() >= min.first(),
        _ => false,
    }
}

fn is_at_most(value: &Value, max: &Plain) -> bool {
    match (value, max) {
        (Value::Number(number), Plain::Number(max)) => number <= max,
        (Value::Date(date), Plain::Date(max)) => date.last() <= max.last(),
        _ => false,
    }
}
