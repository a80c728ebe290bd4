//! The order of a collection's records, once per collection and language.

use std::cmp::Ordering;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::link::{Linked, RecordIx, Site};
use crate::locale::{Locale, Locales};
use crate::model::date::Date;
use crate::model::field::{Field, FieldKind, SortKey};
use crate::model::number::Number;
use crate::model::position::{CollectionIx, Position};
use crate::model::value::Value;

/// What a record is ordered by, for one criterion. Missing ones come last, whatever the direction.
enum Rank<'a> {
    Nothing,
    Position(usize),
    Number(&'a Number),
    Date(Date),
    Text(&'a str),
}

/// Positions of the records of every collection, in order, per language.
pub fn orders(site: &Site, config: &Config, locales: &Locales) -> Vec<Vec<Arc<[u32]>>> {
    let languages = config.languages.len();
    let collections: Vec<CollectionIx> = site.collections.positions().collect();
    let of_collection = |&collection: &CollectionIx| {
        let model = &site.collections[collection];
        let by_words = model.sort.iter().any(|key| is_words(&model.fields[key.field]));
        let sorted = |language: usize| sorted(site, collection, language, locales.get(language));
        if by_words {
            return (0..languages).into_par_iter().map(sorted).collect();
        }
        let order = sorted(0);
        vec![order; languages]
    };
    collections.par_iter().map(of_collection).collect()
}

fn is_words(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Text { .. } | FieldKind::Reference { .. })
}

fn sorted(site: &Site, collection: CollectionIx, language: usize, locale: &Locale) -> Arc<[u32]> {
    let keys = &site.collections[collection].sort;
    let records = &site.records[collection];
    let ranks: Vec<Vec<Rank>> = records.iter().map(|linked| ranks(site, linked, keys, language)).collect();
    let mut order: Vec<u32> = (0..records.len() as u32).collect();
    // Records are kept by id, so a stable sort decides ties by id.
    order.sort_by(|&a, &b| compare(&ranks[a as usize], &ranks[b as usize], keys, locale));
    order.into()
}

fn ranks<'a>(site: &'a Site, linked: &'a Linked, keys: &[SortKey], language: usize) -> Vec<Rank<'a>> {
    keys.iter()
        .map(|key| linked.value(key.field).map_or(Rank::Nothing, |value| rank(site, linked, value, language)))
        .collect()
}

fn rank<'a>(site: &'a Site, linked: &Linked, value: &'a Value, language: usize) -> Rank<'a> {
    match value {
        Value::Text(text) | Value::Language(text) => Rank::Text(text),
        Value::Localized(text) => Rank::Text(text.text(language)),
        Value::Number(number) => Rank::Number(number),
        Value::Date(date) => Rank::Date(*date),
        Value::Boolean(yes) => Rank::Position(usize::from(!yes)),
        Value::Choice(at) => Rank::Position(at.before()),
        Value::Reference(at) => {
            let target: Option<RecordIx> = linked.targets[*at as usize];
            target.map_or(Rank::Nothing, |target| Rank::Text(site.title(target, language).1))
        }
        _ => Rank::Nothing,
    }
}

fn compare(a: &[Rank], b: &[Rank], keys: &[SortKey], locale: &Locale) -> Ordering {
    let mut pairs = a.iter().zip(b).zip(keys);
    pairs
        .find_map(|((a, b), key)| Some(compare_one(a, b, key.descending, locale)).filter(|o| o.is_ne()))
        .unwrap_or(Ordering::Equal)
}

fn compare_one(a: &Rank, b: &Rank, descending: bool, locale: &Locale) -> Ordering {
    let order = match (a, b) {
        (Rank::Nothing, Rank::Nothing) => return Ordering::Equal,
        (Rank::Nothing, _) => return Ordering::Greater,
        (_, Rank::Nothing) => return Ordering::Less,
        (Rank::Position(a), Rank::Position(b)) => a.cmp(b),
        (Rank::Number(a), Rank::Number(b)) => a.cmp(b),
        (Rank::Date(a), Rank::Date(b)) => a.cmp(b),
        (Rank::Text(a), Rank::Text(b)) => locale.compare(a, b),
        // One field has one type, so ranks of one criterion are of one kind.
        _ => Ordering::Equal,
    };
    if descending { order.reverse() } else { order }
}
