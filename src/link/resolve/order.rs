//! The order of a collection's records, once per collection and language.

use std::cmp::Ordering;
use std::sync::Arc;

use rayon::prelude::*;

use crate::link::record::LinkedRecord;
use crate::link::resolve::kept::{Changed, Ordered};
use crate::locale::{Locale, Locales};
use crate::model::date::Date;
use crate::model::field::{Collection, Field, FieldKind, SortKey};
use crate::model::number::Number;
use crate::model::value::Value;
use crate::position::{CollectionIx, LanguageIx, List, Position, RecordIx};

/// What a record is ordered by, for one criterion. Missing ones come last, whatever the direction.
enum Rank<'a> {
    Nothing,
    Position(usize),
    Number(&'a Number),
    Date(Date),
    Text(&'a str),
}

/// What is put in order.
pub struct Orders<'s> {
    /// The collections, which say by what.
    pub collections: &'s List<CollectionIx, Collection>,
    /// Their records.
    pub records: &'s List<CollectionIx, Vec<Arc<LinkedRecord>>>,
    /// The languages, which order words.
    pub locales: &'s Locales,
    /// The orders of before, and the records that are others since; `None`: nobody knows.
    pub before: Option<Before<'s>>,
}

/// Orders of before, and the records that are others since.
pub type Before<'s> = (&'s Ordered, &'s [Changed<'s>]);

impl<'s> Orders<'s> {
    /// The orders of all collections.
    pub fn all(&self) -> Ordered {
        let collections: Vec<CollectionIx> = self.collections.positions().collect();
        let all: Vec<_> = collections.par_iter().map(|collection| self.of_collection(*collection)).collect();
        all.into()
    }

    fn of_collection(&self, collection: CollectionIx) -> List<LanguageIx, Arc<[u32]>> {
        let model = &self.collections[collection];
        if let Some(same) = self.same(collection, model) {
            return same.clone();
        }
        let languages: Vec<LanguageIx> = self.locales.positions().collect();
        if model.sort.iter().any(|key| is_words(&model.fields[key.field])) {
            let sorted: Vec<_> = languages.par_iter().map(|language| self.sorted(collection, *language)).collect();
            return sorted.into();
        }
        vec![self.sorted(collection, LanguageIx::SOURCE); languages.len()].into()
    }

    /// The order of before, where no record has another rank now.
    fn same(&self, collection: CollectionIx, model: &Collection) -> Option<&'s List<LanguageIx, Arc<[u32]>>> {
        let (orders, changed) = self.before?;
        let by_others =
            model.sort.iter().any(|key| matches!(model.fields[key.field].kind, FieldKind::Reference { .. }));
        let is_same = |Changed { before, now }: &Changed| {
            before.at.collection != collection
                || model.sort.iter().all(|key| before.value(key.field) == now.value(key.field))
        };
        let is_same = changed.is_empty() || !by_others && changed.iter().all(is_same);
        orders.get(collection).filter(|_| is_same)
    }

    fn sorted(&self, collection: CollectionIx, language: LanguageIx) -> Arc<[u32]> {
        let (keys, locale) = (&self.collections[collection].sort, self.locales.get(language));
        let records = &self.records[collection];
        let ranks: Vec<Vec<Rank>> = records.iter().map(|linked| self.ranks(linked, keys, language)).collect();
        let mut order: Vec<u32> = (0..records.len() as u32).collect();
        // Records are kept by id, so a stable sort decides ties by id.
        order.sort_by(|&a, &b| compare(&ranks[a as usize], &ranks[b as usize], keys, locale));
        order.into()
    }

    fn ranks(&self, linked: &'s LinkedRecord, keys: &[SortKey], language: LanguageIx) -> Vec<Rank<'s>> {
        let rank =
            |key: &SortKey| linked.value(key.field).map_or(Rank::Nothing, |value| self.rank(linked, value, language));
        keys.iter().map(rank).collect()
    }

    fn rank(&self, linked: &LinkedRecord, value: &'s Value, language: LanguageIx) -> Rank<'s> {
        match value {
            Value::Text(text) | Value::Language(text) => Rank::Text(text),
            Value::Localized(text) => Rank::Text(text.text(language)),
            Value::Number(number) => Rank::Number(number),
            Value::Date(date) => Rank::Date(*date),
            Value::Boolean(yes) => Rank::Position(usize::from(!yes)),
            Value::Choice(at) => Rank::Position(at.before()),
            Value::Reference(at) => match linked.targets[*at as usize] {
                Some(target) => Rank::Text(self.title(target, language)),
                None => Rank::Nothing,
            },
            Value::Image(_) | Value::Location(_) | Value::List(_) | Value::Group(_) | Value::Raw(_) => Rank::Nothing,
        }
    }

    fn title(&self, record: RecordIx, language: LanguageIx) -> &'s str {
        let role = self.collections[record.collection].roles.title;
        self.records[record.collection][record.record as usize].title(role, language).1
    }
}

fn is_words(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Text { .. } | FieldKind::Reference { .. })
}

fn compare(a: &[Rank], b: &[Rank], keys: &[SortKey], locale: &Locale) -> Ordering {
    let mut pairs = a.iter().zip(b).zip(keys);
    pairs
        .find_map(|((a, b), key)| Some(compare_one(a, b, key, locale)).filter(|o| o.is_ne()))
        .unwrap_or(Ordering::Equal)
}

fn compare_one(a: &Rank, b: &Rank, key: &SortKey, locale: &Locale) -> Ordering {
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
    if key.descending { order.reverse() } else { order }
}
