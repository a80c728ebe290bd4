//! Lines that stay in the record beside later ones, so that readers are told what a later edition made of them: that there was
//! no value; that it was less firm, or firmer; that its date was coarser. No correction tells of these.

use std::collections::BTreeMap;

use crate::figures::Basis;
use crate::model::date::Day;
use crate::model::value::Status;
use crate::publication::fact::{FactDate, FactKey, PublishedFact};
use crate::publication::history::is_finer;
use crate::publication::lock::{Entry, Former, Lock};
use crate::publication::told::Key;
use crate::publication::value::{FigureValue, PublishedValue, ValueKey, When, is_missing, is_same_text};

/// Keeps those of the earlier lines of a record that are news by the line after them, or that are needed; a merge brought the
/// others back.
pub fn keep_news(former: &mut Former, lock: &Lock, is_needed: &dyn Fn(&Key) -> bool) {
    for (key, entries) in former.facts.iter_mut().filter(|(key, _)| !is_needed(&Key::Fact((*key).clone()))) {
        let is_news = |one: &PublishedFact, next: &PublishedFact| {
            is_missing(&one.value) || is_same_text(&one.value, &next.value) && !is_as_firm(one.status, next.status)
        };
        keep(entries, lock.facts.get(key), is_news);
    }
    for (key, entries) in former.values.iter_mut().filter(|(key, _)| !is_needed(&Key::Value((*key).clone()))) {
        let is_news = |one: &PublishedValue, next: &PublishedValue| {
            is_reason(one) || one.value.equals(&next.value) && !is_as_firm(one.status, next.status)
        };
        keep(entries, lock.values.get(key), is_news);
    }
    former.facts.retain(|_, entries| !entries.is_empty());
    former.values.retain(|_, entries| !entries.is_empty());
}

fn keep<T: Clone>(entries: &mut Vec<Entry<T>>, last: Option<&Entry<T>>, is_news: impl Fn(&T, &T) -> bool) {
    let all: Vec<Entry<T>> = entries.drain(..).chain(last.cloned()).collect();
    entries.extend(all.windows(2).filter(|pair| is_news(&pair[0].it, &pair[1].it)).map(|pair| pair[0].clone()));
}

/// Keeps the lines of earlier editions of which this one makes news. What was published on the same day is of the same edition,
/// which says one thing.
pub fn keep_told(now: &mut Lock, before: &Lock, day: Day) {
    for (key, entry) in before.facts.iter().filter(|(_, entry)| entry.edition < day) {
        let is_kept = match now.facts.get_mut(key) {
            Some(said) if is_same_text(&said.it.value, &entry.it.value) => {
                is_news(said, (said.it.status, entry.it.status), day)
            }
            Some(_) => is_missing(&entry.it.value),
            None => is_replaced(&now.facts, key, &entry.it),
        };
        if is_kept {
            now.former.facts.entry(key.clone()).or_default().push(entry.clone());
        }
    }
    let reported = before.values.iter().filter(|(_, entry)| entry.it.basis == Basis::Reported);
    for (key, entry) in reported.filter(|(_, entry)| entry.edition < day) {
        let is_kept = match now.values.get_mut(key) {
            Some(said) if said.it.value.equals(&entry.it.value) => {
                is_news(said, (said.it.status, entry.it.status), day)
            }
            Some(_) => is_reason(&entry.it),
            None => is_finer_report(&now.values, key, &entry.it),
        };
        if is_kept {
            now.former.values.entry(key.clone()).or_default().push(entry.clone());
        }
    }
}

/// Whether the same was said firmer or less firm: then this edition is the first that says it so.
fn is_news<T>(said: &mut Entry<T>, (now, before): (Option<Status>, Option<Status>), day: Day) -> bool {
    let is_news = !is_as_firm(now, before);
    if is_news {
        said.edition = day;
    }
    is_news
}

/// That something is final need not be said.
fn is_as_firm(one: Option<Status>, other: Option<Status>) -> bool {
    let said = |status: Option<Status>| status.filter(|status| *status != Status::Final);
    said(one) == said(other)
}

/// Whether a fact that is not said any more was the reason why there was no value where there is one now, or the same value at
/// a coarser date.
fn is_replaced(now: &BTreeMap<FactKey, Entry<PublishedFact>>, key: &FactKey, was: &PublishedFact) -> bool {
    let first = FactKey { on: FactDate::Undated, ..key.clone() };
    let mut of_history = now.range(first..).take_while(|(other, _)| {
        (&other.record, &other.path, &other.member, other.nth) == (&key.record, &key.path, &key.member, key.nth)
    });
    let replaces = |(other, said): (&FactKey, &Entry<PublishedFact>)| match is_missing(&was.value) {
        true => !is_missing(&said.it.value),
        false => is_same_text(&said.it.value, &was.value) && is_finer(key.on, other.on),
    };
    of_history.any(replaces)
}

/// Whether the same is reported with a finer date.
fn is_finer_report(now: &BTreeMap<ValueKey, Entry<PublishedValue>>, key: &ValueKey, was: &PublishedValue) -> bool {
    let When::On(on) = key.on else { return false };
    let later =
        now.range(key.clone()..).take_while(|(other, _)| (&other.figure, &other.group) == (&key.figure, &key.group));
    let within = later.take_while(|(other, _)| other.on.first() <= key.on.last());
    let is_finer =
        |other: &ValueKey| matches!(other.on, When::On(now) if is_finer(FactDate::Since(on), FactDate::Since(now)));
    let mut same = within.filter(|(_, said)| said.it.basis == Basis::Reported && said.it.value.equals(&was.value));
    same.any(|(other, _)| is_finer(other))
}

/// Whether it only says why there is no number.
fn is_reason(value: &PublishedValue) -> bool {
    matches!(value.value, FigureValue::Missing(_))
}
