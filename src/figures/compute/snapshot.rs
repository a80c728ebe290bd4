//! Records as they were on a day: whether one is there, what it says, whether it meets a condition.

use crate::figures::compute::answer::Answer;
use crate::figures::compute::back_references::BackReferenceIndex;
use crate::figures::condition::{At, Check, Plain, Test};
use crate::figures::path::Path;
use crate::link::Site;
use crate::link::back_references::BackReference;
use crate::link::record::LinkedRecord;
use crate::model::date::Day;
use crate::model::value::{Fact, Given, Value};
use crate::position::{BackReferenceIx, FieldIx, List, RecordIx};

/// Records as they were on a day.
#[derive(Clone, Copy)]
pub struct Snapshot<'s> {
    /// All records, of every day.
    pub site: &'s Site,
    /// The day whose facts hold.
    pub day: Day,
    /// What is known of those who refer to a record, so that nobody asks all of them for every day; `None`: they are asked.
    pub index: Option<&'s BackReferenceIndex<'s>>,
}

impl<'s> Snapshot<'s> {
    /// Records on a day, with nothing known beforehand.
    pub fn on(site: &'s Site, day: Day) -> Self {
        Snapshot { site, day, index: None }
    }

    /// Whether a record is there and meets all tests.
    pub fn meets(&self, record: RecordIx, tests: &[Test]) -> Answer {
        if self.contains(record) { self.all(record, tests, None) } else { Answer::NO }
    }

    /// Whether a record has begun.
    pub fn contains(&self, record: RecordIx) -> bool {
        self.site.get(record).begins <= self.day
    }

    /// Whether a fact of a record has begun, and is none that the public may not see.
    pub fn shows(&self, linked: &LinkedRecord, fact: &Fact) -> bool {
        fact.effective_from().is_none_or(|date| date.first() <= self.day) && linked.is_public(fact)
    }

    /// Whether a record meets all tests; `back` is how it refers to whom it is asked for.
    pub fn all(&self, record: RecordIx, tests: &[Test], back: Option<BackReference>) -> Answer {
        Answer::all(tests.iter().map(|test| self.test(record, test, back)))
    }

    fn test(&self, record: RecordIx, test: &Test, back: Option<BackReference>) -> Answer {
        match test.at {
            At::Field(field) => self.check(self.site.get(record), self.site.fact_on(record, field, self.day), &test.is),
            At::Back(name) => {
                let known = self.index.and_then(|index| index.answer(record, test, self.day));
                known.unwrap_or_else(|| self.backs(record, name, &test.is))
            }
            At::Itself => itself(record, &test.is),
            At::Item(field) => back.map_or_else(Answer::default, |back| self.item(back, field, &test.is)),
        }
    }

    fn check(&self, linked: &LinkedRecord, fact: Option<&Fact>, check: &Check) -> Answer {
        let fact = fact.filter(|fact| self.shows(linked, fact));
        match (check, fact.map(|fact| &fact.given)) {
            (Check::Missing(wanted), None) => Answer::from(Some(wanted.is_none())),
            (Check::Missing(wanted), Some(Given::Missing(reason))) => {
                Answer::from(Some(wanted.is_none_or(|wanted| wanted == *reason)))
            }
            (Check::Missing(_), Some(Given::Value(_))) => Answer::NO,
            (_, None | Some(Given::Missing(_))) => Answer::default(),
            (Check::Not(inner), Some(Given::Value(_))) => !self.check(linked, fact, inner),
            (_, Some(Given::Value(value))) => {
                let status = fact.and_then(|fact| fact.status).unwrap_or_default();
                self.value(linked, value, check).weakened(status)
            }
        }
    }

    fn value(&self, linked: &LinkedRecord, value: &Value, check: &Check) -> Answer {
        match (value, check) {
            (Value::List(items), _) => {
                let shown = items.iter().filter(|item| self.shows(linked, item));
                Answer::any(shown.map(|item| self.check(linked, Some(item), check)))
            }
            (Value::Group(facts), Check::All(tests)) => self.group(linked, facts, tests),
            (Value::Reference(at), Check::All(tests)) => {
                let target = linked.targets[*at as usize].filter(|target| self.contains(*target));
                target.map_or_else(Answer::default, |target| self.all(target, tests, None))
            }
            (Value::Reference(at), Check::OneOf(values)) => {
                let is_target = |target| values.iter().any(|value| matches!(value, Plain::Record(of) if *of == target));
                linked.targets[*at as usize].map(is_target).into()
            }
            (value, Check::OneOf(values)) => Some(values.iter().any(|wanted| is_equal(value, wanted))).into(),
            (value, Check::Range { min, max }) => {
                let is_in_range = min.as_ref().is_none_or(|min| is_at_least(value, min))
                    && max.as_ref().is_none_or(|max| is_at_most(value, max));
                Some(is_in_range).into()
            }
            _ => Answer::default(),
        }
    }

    fn group(&self, linked: &LinkedRecord, facts: &List<FieldIx, Option<Fact>>, tests: &[Test]) -> Answer {
        Answer::all(tests.iter().map(|test| match test.at {
            At::Field(field) => self.check(linked, facts[field].as_ref(), &test.is),
            At::Back(_) | At::Item(_) | At::Itself => Answer::default(),
        }))
    }

    /// Nobody referring here is known: then nobody does.
    fn backs(&self, record: RecordIx, name: BackReferenceIx, check: &Check) -> Answer {
        match check {
            Check::All(tests) => {
                let referring = self.site.past_referrers(record, name).filter(|back| self.refers(record, name, *back));
                Answer::any(referring.map(|back| self.all(back.record, tests, Some(back))))
            }
            Check::Not(inner) => !self.backs(record, name, inner),
            Check::Missing(_) => {
                let refers = self.site.past_referrers(record, name).any(|back| self.refers(record, name, back));
                Some(!refers).into()
            }
            _ => Answer::default(),
        }
    }

    /// Whether somebody who refers to a record by a name at some time does so on the day.
    pub fn refers(&self, record: RecordIx, name: BackReferenceIx, back: BackReference) -> bool {
        let (from, field) = {
            let back = &self.site.back_references[record.collection][name];
            (back.from, back.field)
        };
        debug_assert_eq!(from, back.record.collection, "a name belongs to one collection");
        self.contains(back.record) && self.site.refers_on(back, field, self.day)
    }

    /// Whether the item of a list with which a record refers to another meets a check.
    fn item(&self, back: BackReference, field: FieldIx, check: &Check) -> Answer {
        let linked = self.site.get(back.record);
        let (Check::All(tests), Some(item)) = (check, back.item) else { return Answer::default() };
        match self.site.fact_on(back.record, field, self.day).and_then(Fact::value) {
            Some(Value::List(items)) => match items.get(item as usize).and_then(Fact::value) {
                Some(Value::Group(facts)) => self.group(linked, facts, tests),
                _ => Answer::default(),
            },
            _ => Answer::default(),
        }
    }

    /// Calls `visit` for every fact at the end of a path, with the record that states it.
    pub fn each(&self, path: &Path, record: RecordIx, visit: &mut impl FnMut(&'s LinkedRecord, &'s Fact)) {
        let Some((first, rest)) = path.hops.split_first() else { return };
        if let Some(fact) = self.site.fact_on(record, *first, self.day) {
            self.step((self.site.get(record), fact), rest, visit);
        }
    }

    fn step(
        &self,
        (linked, fact): (&'s LinkedRecord, &'s Fact),
        hops: &[FieldIx],
        visit: &mut impl FnMut(&'s LinkedRecord, &'s Fact),
    ) {
        if !self.shows(linked, fact) {
            return;
        }
        match (&fact.given, hops.split_first()) {
            (Given::Value(Value::List(items)), _) => {
                items.iter().for_each(|item| self.step((linked, item), hops, visit))
            }
            (Given::Value(Value::Group(facts)), Some((first, rest))) => {
                if let Some(inner) = &facts[*first] {
                    self.step((linked, inner), rest, visit);
                }
            }
            (Given::Value(Value::Reference(at)), Some((first, rest))) => {
                let target = linked.targets[*at as usize].filter(|target| self.contains(*target));
                let inner = target.and_then(|target| Some((target, self.site.fact_on(target, *first, self.day)?)));
                if let Some((target, inner)) = inner {
                    self.step((self.site.get(target), inner), rest, visit);
                }
            }
            (_, None) => visit(linked, fact),
            _ => {}
        }
    }
}

/// Whether a record is one of some.
fn itself(record: RecordIx, check: &Check) -> Answer {
    match check {
        Check::OneOf(values) => {
            Some(values.iter().any(|wanted| matches!(wanted, Plain::Record(of) if *of == record))).into()
        }
        Check::Not(inner) => !itself(record, inner),
        Check::Range { .. } | Check::Missing(_) | Check::All(_) => Answer::default(),
    }
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
