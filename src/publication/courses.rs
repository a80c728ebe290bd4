//! What editions said of facts and values that none had said before: each line of the record of publications that is later than
//! the first edition, held against the lines of its history.

use std::collections::{BTreeMap, BTreeSet};

use crate::figures::Basis;
use crate::link::Site;
use crate::model::builtin::FIGURES;
use crate::model::date::Day;
use crate::model::value::Status;
use crate::position::RecordIx;
use crate::publication::candidate::Candidate;
use crate::publication::change::{Item, Kind, Of, Stated, Was, What};
use crate::publication::correction::Said;
use crate::publication::fact::{FactDate, FactKey, PublishedFact};
use crate::publication::history::is_finer;
use crate::publication::lock::{Entry, Lock};
use crate::publication::paths;
use crate::publication::renames::record;
use crate::publication::told::Key;
use crate::publication::value::{FigureValue, PublishedValue, ValueKey, When, is_missing, is_same_text};

/// What corrections explain.
#[derive(Debug, Default)]
pub struct Explained {
    /// Values, each with the edition that corrected it.
    pub keys: BTreeSet<(Key, Day)>,
    /// Lists of records of which an entry became another one.
    pub lists: BTreeSet<(Box<str>, Box<str>, Day)>,
    /// Figures, by their ids: what is counted in them follows from what was corrected.
    pub figures: BTreeSet<(Box<str>, Day)>,
}

/// The lines of a record of publications.
pub struct Courses<'s> {
    /// The site.
    pub candidate: &'s Candidate<'s>,
    /// What was published, by the names of today.
    pub lock: &'s Lock,
    /// The days of the editions after the first.
    pub days: &'s BTreeSet<Day>,
}

/// What an edition said of a date.
struct Line<'l, K> {
    key: &'l K,
    edition: Day,
    stated: Stated,
}

impl Courses<'_> {
    /// Hands on what each edition said first, but for what corrections explain.
    pub fn each(&self, explained: &Explained, take: &mut dyn FnMut(Day, Item)) {
        let is_of_series = |one: &FactKey, other: &FactKey| series(one) == series(other);
        let lock = self.lock;
        each_series(&lock.facts, &lock.former.facts, is_of_series, &mut |keys| {
            self.of_facts(keys, explained, take);
        });
        let is_of_series =
            |one: &ValueKey, other: &ValueKey| (&one.figure, &one.group) == (&other.figure, &other.group);
        each_series(&lock.values, &lock.former.values, is_of_series, &mut |keys| {
            self.of_values(keys, explained, take);
        });
    }

    /// Whether any of the lines is later than the first edition: most histories have none.
    fn is_changed<K: Ord, T>(&self, keys: &[&K], lines: &BTreeMap<K, Entry<T>>) -> bool {
        keys.iter().any(|key| lines.get(key).is_some_and(|entry| self.days.contains(&entry.edition)))
    }

    fn of_facts(&self, keys: &[&FactKey], explained: &Explained, take: &mut dyn FnMut(Day, Item)) {
        let site = self.candidate.site;
        let Some(of) = keys.first().filter(|_| self.is_changed(keys, &self.lock.facts)) else { return };
        let Some(record) = record(site, &of.record) else { return };
        let lines: Vec<Line<FactKey>> = keys.iter().flat_map(|key| self.of_fact(key)).collect();
        let kind = if is_stage(site, record, &of.path) { Kind::Stage } else { Kind::Value };
        for at in 0..lines.len() {
            let Line { key, edition, .. } = &lines[at];
            let list = key.path.split('[').next().unwrap_or_default();
            let is_explained = explained.keys.contains(&(Key::Fact((*key).clone()), *edition))
                || explained.lists.contains(&(key.record.clone(), list.into(), *edition));
            if self.days.contains(edition) && !is_explained {
                let item =
                    course(&lines, at).map(|was| item((record, kind), Key::Fact((*key).clone()), &lines[at], was));
                item.into_iter().for_each(|item| take(*edition, item));
            }
        }
    }

    fn of_fact<'l>(&'l self, key: &'l FactKey) -> impl Iterator<Item = Line<'l, FactKey>> {
        self.lock.history_of_fact(key).map(|Entry { it: PublishedFact { value, status }, edition, .. }| {
            let stated = Stated { on: key.on, said: Said::Fact(value.clone()), status: *status };
            Line { key, edition: *edition, stated }
        })
    }

    fn of_values(&self, keys: &[&ValueKey], explained: &Explained, take: &mut dyn FnMut(Day, Item)) {
        let site = self.candidate.site;
        // What is counted by group follows from the records.
        let whole = keys.first().filter(|key| key.group.is_none());
        let Some(of) = whole.filter(|_| self.is_changed(keys, &self.lock.values)) else { return };
        let Some(record) = record(site, &format!("{FIGURES}/{}", of.figure)) else { return };
        let lines: Vec<Line<ValueKey>> = keys.iter().flat_map(|key| self.of_value(key)).collect();
        for at in 0..lines.len() {
            let Line { key, edition, .. } = &lines[at];
            let is_counted = self.lock.values.get(key).is_some_and(|entry| entry.it.basis == Basis::Computed);
            let is_explained = explained.keys.contains(&(Key::Value((*key).clone()), *edition))
                || is_counted && explained.figures.contains(&(key.figure.clone(), *edition));
            if self.days.contains(edition) && !is_explained {
                let was = course(&lines, at).filter(|was| !is_counted || matches!(was, None | Some((Was::Before, _))));
                let kind = (record, Kind::Value);
                let item = was.map(|was| item(kind, Key::Value((*key).clone()), &lines[at], was));
                item.into_iter().for_each(|item| take(*edition, item));
            }
        }
    }

    fn of_value<'l>(&'l self, key: &'l ValueKey) -> impl Iterator<Item = Line<'l, ValueKey>> {
        let on = match key.on {
            When::Always => FactDate::Undated,
            When::On(date) => FactDate::Since(date),
        };
        self.lock.history_of_value(key).map(
            move |Entry { it: PublishedValue { value, status, .. }, edition, .. }| Line {
                key,
                edition: *edition,
                stated: Stated { on, said: Said::Figure(value.clone()), status: *status },
            },
        )
    }
}

fn item<K>((record, kind): (RecordIx, Kind), key: Key, line: &Line<K>, was: Option<(Was, Stated)>) -> Item {
    let kind = if matches!(was, Some((Was::Firm, _))) { Kind::Certainty } else { kind };
    Item { kind, of: Of::Record(record), what: What::Stated { key, now: line.stated.clone(), was } }
}

/// What the facts of one history have in common.
fn series(key: &FactKey) -> (&str, &str, Option<&str>, usize) {
    (&key.record, &key.path, key.member.as_deref(), key.nth)
}

/// Hands on the keys of each history, in order, those among them that only have earlier lines.
fn each_series<K: Ord, T>(
    lines: &BTreeMap<K, Entry<T>>,
    former: &BTreeMap<K, Vec<Entry<T>>>,
    is_of_series: impl Fn(&K, &K) -> bool,
    take: &mut dyn FnMut(&[&K]),
) {
    let mut keys: Vec<&K> = lines.keys().collect();
    let count = keys.len();
    keys.extend(former.keys().filter(|key| !lines.contains_key(key)));
    if keys.len() > count {
        keys.sort();
    }
    keys.chunk_by(|one, other| is_of_series(one, other)).for_each(take);
}

/// Whether the field at the end of a path has steps, one after the other.
fn is_stage(site: &Site, record: RecordIx, path: &str) -> bool {
    paths::fields(site.model(record), path).last().is_some_and(|field| field.ordered)
}

/// What was published before a line: `Some(None)` where nothing was; `None`: the line is no news.
fn course<K: PartialEq>(lines: &[Line<K>], at: usize) -> Option<Option<(Was, Stated)>> {
    let one = &lines[at];
    if says_nothing(&one.stated.said) {
        return None;
    }
    if let Some(before) = lines[..at].last().filter(|before| before.key == one.key) {
        let was = |how| Some(Some((how, before.stated.clone())));
        return match is_same(&before.stated.said, &one.stated.said) {
            true if firmness(&before.stated) != firmness(&one.stated) => was(Was::Firm),
            false if says_nothing(&before.stated.said) => was(Was::Missing),
            _ => None,
        };
    }
    let earlier = lines.iter().filter(|line| line.edition < one.edition);
    if let Some(coarser) = earlier.clone().find(|line| is_same_but_coarser(&line.stated, &one.stated)) {
        return Some(Some((Was::Coarser, coarser.stated.clone())));
    }
    let is_there = |line: &&Line<K>| line.edition <= one.edition && line.stated.on < one.stated.on;
    let is_replaced = |line: &Line<K>| {
        let finer = |other: &Line<K>| {
            let is_between = line.edition < other.edition && other.edition <= one.edition;
            is_between && is_same_but_coarser(&line.stated, &other.stated)
        };
        lines.iter().any(finer)
    };
    let before = lines[..at].iter().rev().filter(is_there).find(|line| !is_replaced(line));
    Some(before.map(|before| {
        let how = if says_nothing(&before.stated.said) { Was::Missing } else { Was::Before };
        (how, before.stated.clone())
    }))
}

fn firmness(stated: &Stated) -> Option<Status> {
    stated.status.filter(|status| *status != Status::Final)
}

fn is_same_but_coarser(coarser: &Stated, finer: &Stated) -> bool {
    coarser.on != finer.on && is_same(&coarser.said, &finer.said) && is_finer(coarser.on, finer.on)
}

fn is_same(one: &Said, other: &Said) -> bool {
    match (one, other) {
        (Said::Fact(one), Said::Fact(other)) => is_same_text(one, other),
        (Said::Figure(one), Said::Figure(other)) => one.equals(other),
        _ => false,
    }
}

/// Whether it only says why there is no value.
fn says_nothing(said: &Said) -> bool {
    match said {
        Said::Fact(text) => is_missing(text),
        Said::Figure(value) => matches!(value, FigureValue::Missing(_)),
        Said::Words(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `value @ date edition`, each a line; what is said of each that is later than the first edition.
    fn told(lines: &[(&str, &str, u8)]) -> Vec<String> {
        let line = |(value, on, edition): &(&str, &str, u8)| {
            let (value, status) = match value.strip_suffix(" provisional") {
                Some(value) => (value, Some(Status::Provisional)),
                None => (*value, None),
            };
            let on = FactDate::parse(on).expect("is a date");
            (on, Day::new(2026, 12, *edition as i8), Stated { on, said: Said::Fact(value.into()), status })
        };
        let lines: Vec<_> = lines.iter().map(line).collect();
        let lines: Vec<_> = lines
            .iter()
            .map(|(key, edition, stated)| Line { key, edition: *edition, stated: stated.clone() })
            .collect();
        let text = |stated: &Stated| format!("{:?} {}", stated.said, stated.on);
        let later = (0..lines.len()).filter(|at| lines[*at].edition > Day::new(2026, 12, 1));
        later
            .filter_map(|at| Some((at, course(&lines, at)?)))
            .map(|(at, was)| match was {
                None => format!("+ {}", text(&lines[at].stated)),
                Some((how, was)) => format!("{how:?} {} | {}", text(&was), text(&lines[at].stated)),
            })
            .map(|text| text.replace("Fact(\"", "").replace("\")", ""))
            .collect()
    }

    #[test]
    fn a_later_item_follows_what_held_before_and_the_first_of_a_history_follows_nothing() {
        assert_eq!(told(&[("22", "2021", 1), ("35", "2023", 2)]), ["Before 22 2021 | 35 2023"]);
        assert_eq!(told(&[("22", "2021", 2), ("35", "2023", 1)]), ["+ 22 2021"]);
        assert_eq!(told(&[("35", "2023", 2), ("40", "2024", 2)]), ["+ 35 2023", "Before 35 2023 | 40 2024"]);
        assert_eq!(told(&[("22", "2021", 3), ("35", "2023", 2)]), ["+ 22 2021", "+ 35 2023"], "22 came later");
    }

    #[test]
    fn a_value_where_there_was_none_is_told_with_the_reason_that_was_given() {
        assert_eq!(
            told(&[("missing:not-available", "-", 1), ("12", "-", 2)]),
            ["Missing missing:not-available - | 12 -"]
        );
        assert_eq!(
            told(&[("missing:not-available", "-", 1), ("12", "2022", 2)]),
            ["Missing missing:not-available - | 12 2022"]
        );
        assert_eq!(told(&[("12", "2021", 1), ("missing:not-available", "2022", 2)]), [""; 0]);
    }

    #[test]
    fn a_finer_date_and_another_certainty_are_no_other_value() {
        assert_eq!(told(&[("12 provisional", "2022", 1), ("12", "2022", 2)]), ["Firm 12 2022 | 12 2022"]);
        assert_eq!(told(&[("12", "2022", 1), ("12.0", "2022", 2)]), [""; 0]);
        assert_eq!(told(&[("12", "2022", 1), ("14", "2022", 2)]), [""; 0], "a correction tells of it");
        let finer = [("open", "2022-02-10", 2), ("open", "<=2022-02-28", 1), ("closed", "2024", 3)];
        assert_eq!(
            told(&finer),
            ["Coarser open <=2022-02-28 | open 2022-02-10", "Before open 2022-02-10 | closed 2024"],
            "what became finer is said no more"
        );
        assert_eq!(told(&[("12", "-", 1), ("12", "2022", 2)]), ["Coarser 12 - | 12 2022"]);
    }
}
