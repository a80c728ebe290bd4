//! What the content model asks of values that one record alone, or one fact alone, cannot tell: checks between two fields,
//! values that no two records share, dates that no source could have known. Each costs one walk over the facts.

use std::cmp::Ordering;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use icu::casemap::CaseMapper;
use icu::normalizer::ComposingNormalizerBorrowed;

use crate::diagnostics::{Diagnostic, Place, codes};
use crate::link::Site;
use crate::link::each::Each;
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::link::resolve::dates::SourceDates;
use crate::link::resolve::kept::{Compared, Kept};
use crate::model::check::{Check, Comparison};
use crate::model::date::{Date, Day};
use crate::model::field::{Collection, Field, FieldKind};
use crate::model::number::Number;
use crate::model::value::{Bound, Fact, Status, Value};
use crate::position::{FieldIx, LanguageIx};

/// Findings for the facts of one record.
pub fn of_record(site: &Site, linked: &LinkedRecord, findings: &mut Vec<Diagnostic>) {
    site.model(linked.at).checks.iter().for_each(|check| compare(site, linked, check, findings));
}

/// Findings for values that no two records of a site share.
pub fn of_all(site: &Site, kept: &mut Kept, findings: &mut Vec<Diagnostic>) {
    for ((of, collection), records) in site.collections.entries().zip(&site.records) {
        for (at, field) in collection.fields.entries().filter(|(_, field)| collection.is_unique(field)) {
            let before = kept.compared.remove(&(of, at)).unwrap_or_default();
            let compared = before.renewed(records, |linked| compared(linked, at, field));
            unique(&compared, at, field, findings);
            kept.compared.insert((of, at), compared);
        }
    }
}

/// A check on every day on which a value of one of its fields begins.
fn compare(site: &Site, linked: &LinkedRecord, check: &Check, findings: &mut Vec<Diagnostic>) {
    let history = |field: FieldIx| site.starts(linked.at, field).map(|(day, _, fact)| (day, fact)).collect::<Vec<_>>();
    let (left, right) = (history(check.left), history(check.right));
    let days: BTreeSet<Day> = left.iter().chain(&right).map(|(day, _)| *day).collect();
    let on = |history: &[(Day, &'_ Fact)], day: Day| history.partition_point(|(start, _)| *start <= day).checked_sub(1);
    let mut reported = None;
    for day in days {
        let (Some(at), Some(beside)) = (on(&left, day), on(&right, day)) else { continue };
        let (one, other) = (left[at].1, right[beside].1);
        if reported == Some((at, beside)) || holds(check.comparison, one, other) {
            continue;
        }
        reported = Some((at, beside));
        findings.push(failed(linked, site.model(linked.at), check, (one, other)));
    }
}

fn failed(linked: &LinkedRecord, model: &Collection, check: &Check, (one, other): (&Fact, &Fact)) -> Diagnostic {
    let source = &linked.record.source;
    let message = format!("`{}` does not hold: {} and {}", check.that, written(one), written(other));
    let finding = source.finding(&codes::FAILED_CHECK, one.span, message);
    let words = format!("`{}` is here", model.fields[check.right].name);
    let hint = match check.message.best(LanguageIx::SOURCE) {
        Some((_, message)) => message.to_string(),
        None => "one of the two is wrong, or the check in `_collection.yaml` asks too much".to_owned(),
    };
    finding.related(source.place(other.span), words).hint(hint)
}

fn written(fact: &Fact) -> String {
    let value = match fact.value() {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Date(date)) => date.to_string(),
        _ => String::new(),
    };
    let bound = fact.bound.map(|bound| format!("{} ", crate::model::value::word_of(bound))).unwrap_or_default();
    let from = fact.effective.map(|from| format!(" (from {})", from.date())).unwrap_or_default();
    format!("{bound}{value}{from}")
}

/// Whether two facts may meet a comparison: what is unknown, or not known well enough, passes.
fn holds(comparison: Comparison, one: &Fact, other: &Fact) -> bool {
    match (one.value(), other.value()) {
        (Some(Value::Number(a)), Some(Value::Number(b))) => {
            Reach::of_number(a, one.bound).may(comparison, &Reach::of_number(b, other.bound), Ord::cmp)
        }
        (Some(Value::Date(a)), Some(Value::Date(b))) => {
            Reach::of_date(*a).may(comparison, &Reach::of_date(*b), Ord::cmp)
        }
        _ => true,
    }
}

/// What a value may be: from its least to its greatest, each with whether it may be that itself; `None`: no limit is known.
struct Reach<T> {
    least: Option<(T, bool)>,
    greatest: Option<(T, bool)>,
}

impl<'n> Reach<&'n Number> {
    fn of_number(number: &'n Number, bound: Option<Bound>) -> Self {
        let (least, greatest) = match bound {
            None => (Some((number, true)), Some((number, true))),
            Some(Bound::MoreThan) => (Some((number, false)), None),
            Some(Bound::AtLeast) => (Some((number, true)), None),
            Some(Bound::LessThan) => (None, Some((number, false))),
            Some(Bound::AtMost) => (None, Some((number, true))),
            Some(Bound::About) => (None, None),
        };
        Reach { least, greatest }
    }
}

impl Reach<(Day, i16)> {
    /// From the first to the last minute of a date.
    fn of_date(date: Date) -> Self {
        let minute = |otherwise: i16| date.minute().unwrap_or(otherwise);
        Reach { least: Some(((date.first(), minute(0)), true)), greatest: Some(((date.last(), minute(1439)), true)) }
    }
}

impl<T> Reach<T> {
    /// Whether some value of this and some value of the other meet a comparison.
    fn may(&self, comparison: Comparison, other: &Self, order: impl Fn(&T, &T) -> Ordering) -> bool {
        // Whether the least of one side can lie below the greatest of the other.
        let below = |least: &Option<(T, bool)>, greatest: &Option<(T, bool)>, or_equal: bool| match (least, greatest) {
            (Some((a, a_itself)), Some((b, b_itself))) => match order(a, b) {
                Ordering::Less => true,
                Ordering::Equal => or_equal && *a_itself && *b_itself,
                Ordering::Greater => false,
            },
            _ => true,
        };
        match comparison {
            Comparison::Less => below(&self.least, &other.greatest, false),
            Comparison::AtMost => below(&self.least, &other.greatest, true),
            Comparison::Greater => below(&other.least, &self.greatest, false),
            Comparison::AtLeast => below(&other.least, &self.greatest, true),
            Comparison::Equal => below(&self.least, &other.greatest, true) && below(&other.least, &self.greatest, true),
        }
    }
}

/// Values that two records share; letter case and forms of one letter are no difference.
fn unique(compared: &Each<Arc<[Compared]>>, at: FieldIx, field: &Field, findings: &mut Vec<Diagnostic>) {
    let mut first: HashMap<(LanguageIx, &str), (&LinkedRecord, &Fact)> = HashMap::new();
    for (linked, texts) in compared.iter() {
        let Some(fact) = linked.fact(at) else { continue };
        let mut seen = BTreeSet::new();
        for (language, folded, text) in texts.iter() {
            let taken = match first.entry((*language, folded)) {
                Entry::Vacant(free) => {
                    free.insert((linked, fact));
                    continue;
                }
                Entry::Occupied(taken) => *taken.get(),
            };
            let other = place(taken.0, field, taken.1, *language);
            if seen.insert(other.path.clone()) {
                let message = format!("`{text}` is the `{}` of two records", field.name);
                let finding = Diagnostic::new(&codes::NOT_UNIQUE, place(linked, field, fact, *language), message);
                let hint = "if it is one thing, keep one record; if not, tell them apart; `unique: false` allows it";
                findings.push(finding.related(other, "the other one").hint(hint));
            }
        }
    }
}

/// The texts of a field in a record, with what they are compared by.
fn compared(linked: &LinkedRecord, at: FieldIx, field: &Field) -> Arc<[Compared]> {
    let texts = linked.fact(at).map(|fact| texts(linked, field, fact)).into_iter().flatten();
    texts.map(|(language, text)| (language, folded(&text), text)).collect()
}

/// What is compared of a value, with the language it is in; what is the same in all counts as the first.
fn texts(linked: &LinkedRecord, field: &Field, fact: &Fact) -> Vec<(LanguageIx, String)> {
    let alone = |text: &str| vec![(LanguageIx::SOURCE, text.to_owned())];
    match fact.value() {
        Some(Value::Localized(text)) => text.all().map(|(language, text)| (language, text.to_string())).collect(),
        Some(Value::Text(text) | Value::Language(text)) => alone(text),
        Some(Value::Number(number)) => alone(plain(&number.to_string())),
        Some(Value::Date(date)) => alone(&date.to_string()),
        Some(Value::Reference(at)) => alone(&linked.record.references[*at as usize].text),
        Some(Value::Choice(at)) => match &field.kind {
            FieldKind::Choice(options) => alone(&options[*at].id),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Digits without zeros that say nothing: 1.0 and 1 are one number.
fn plain(number: &str) -> &str {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number }
}

/// NFKC, then without letter case, blanks as one.
fn folded(text: &str) -> String {
    // Of plain letters the forms below are the small ones.
    if text.is_ascii() {
        return with_single_blanks(&text.to_ascii_lowercase());
    }
    let normalizer = ComposingNormalizerBorrowed::new_nfkc();
    let folded = CaseMapper::new().fold_string(&normalizer.normalize(text)).into_owned();
    with_single_blanks(&normalizer.normalize(&folded))
}

fn with_single_blanks(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// Where a text stands: a translated one of a record with prose in its language's file.
fn place(linked: &LinkedRecord, field: &Field, fact: &Fact, language: LanguageIx) -> Place {
    let record = &linked.record;
    if !field.is_translated() || record.prose.iter().all(Option::is_none) {
        return record.source.place(fact.span);
    }
    let file = record.prose[language].as_ref();
    Place::file(file.map_or_else(|| record.source.path.clone(), |prose| prose.path.clone()))
}

/// A finding for a fact that begins after every dated source that states it: either date is wrong, or the source says nothing
/// of it.
pub fn known_in_time(sources: &SourceDates, fact: &Effective) -> Option<Diagnostic> {
    let record = &fact.linked.record;
    let is_past = fact.value().is_some() && fact.status != Some(Status::Forecast);
    // What held by a day held before it, too; and what a part has from the whole is found there.
    let date = fact.written.since().filter(|_| is_past)?;
    let latest = sources.latest(fact.sources, record).filter(|latest| date.first() > latest.last())?;
    let message = format!("this begins on {date}, but what states it is of {latest}");
    let hint = "one of the two dates is wrong, or another source states it; what is yet to come is `status: forecast`";
    Some(record.source.finding(&codes::LATER_THAN_SOURCE, fact.written.span, message).hint(hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).expect("is a number")
    }

    fn may(a: &Number, bound: Option<Bound>, comparison: Comparison, b: &Number) -> bool {
        Reach::of_number(a, bound).may(comparison, &Reach::of_number(b, None), Ord::cmp)
    }

    #[test]
    fn a_bound_fails_only_what_it_rules_out() {
        let (five, six) = (number("5"), number("6.0"));

        assert!(!may(&six, None, Comparison::AtMost, &five));
        assert!(may(&six, Some(Bound::LessThan), Comparison::AtMost, &five));
        assert!(!may(&six, Some(Bound::MoreThan), Comparison::AtMost, &five));
        assert!(!may(&five, Some(Bound::MoreThan), Comparison::AtMost, &number("5.0")), "more than five is not five");
        assert!(may(&five, Some(Bound::AtLeast), Comparison::AtMost, &number("5.0")));
        assert!(may(&six, Some(Bound::About), Comparison::Less, &five));
        assert!(may(&number("5.00"), None, Comparison::Equal, &five));
    }

    #[test]
    fn a_coarse_date_fails_only_what_it_rules_out() {
        let date = |text: &str| Reach::of_date(Date::parse(text).expect("is a date"));
        let may = |a: &str, comparison: Comparison, b: &str| date(a).may(comparison, &date(b), Ord::cmp);

        assert!(may("2024", Comparison::AtMost, "2024-03"));
        assert!(!may("2025", Comparison::AtMost, "2024-03"));
        assert!(!may("2024-03-01", Comparison::Less, "2024-03-01 00:00"));
        assert!(may("2024-03-01", Comparison::Less, "2024-03-02"));
        assert!(!may("2024", Comparison::Equal, "2023-12-31"));
    }

    #[test]
    fn forms_of_one_text_are_one() {
        assert_eq!(folded("STRASSE  Ａ"), folded("straße a"));
        assert_ne!(folded("Jinan"), folded("Jining"));
    }
}
