//! What lists of a collection show where its model does not say: fields chosen by their types and by what records say.
//!
//! In:  a [`Site`], whose models may name columns, facets and the rest.
//! Out: [`Chosen`], the same with nothing left open; and the way from a record to what a listed field says of it.
//!
//! Each costs one walk over the records of the collection.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::link::Site;
use crate::link::effective::Effective;
use crate::model::date::Date;
use crate::model::field::{Collection, Field, FieldKind, Targets};
use crate::model::list_kind::{ListKind, item};
use crate::model::listing::{Layout, ListedField};
use crate::model::value::Value;
use crate::position::{CollectionIx, FieldIx, OptionIx, RecordIx};

/// So many columns at most, where the model names none: more do not fit beside a title.
const COLUMNS: usize = 5;
/// So many facets at most.
const FACETS: usize = 4;
/// A facet has as many values, neither fewer nor more.
const VALUES: std::ops::RangeInclusive<usize> = 2..=40;
/// Dates are a facet, by year, and letters lead through a list, of more records than these.
const RECORDS_WITH_YEARS: usize = 50;
const RECORDS_WITH_LETTERS: usize = 40;

/// What lists of a collection show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Columns of its table, behind the title.
    pub columns: Vec<ListedField>,
    /// What stands below the title of a record.
    pub glance: Vec<ListedField>,
    /// By what its records can be filtered.
    pub facets: Vec<ListedField>,
    /// How its index is laid out.
    pub layout: Layout,
    /// Whether letters lead through its list.
    pub letters: bool,
}

/// A value by which records are told apart, in the order in which facets list them; records and languages by position and
/// tag, for languages to put in theirs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FacetValue {
    /// An option.
    Option(OptionIx),
    /// Yes is before no.
    Boolean {
        /// Whether it is no.
        no: bool,
    },
    /// A year, the latest first.
    Year(std::cmp::Reverse<i16>),
    /// A language tag.
    Language(Arc<str>),
    /// A record.
    Record(RecordIx),
}

/// What lists of a collection show.
pub fn chosen(site: &Site, collection: CollectionIx) -> Chosen {
    let of = |kind| fields(site, collection, kind);
    Chosen {
        columns: of(ListKind::Columns),
        glance: of(ListKind::Glance),
        facets: of(ListKind::Facets),
        layout: layout(site, collection),
        letters: letters(site, collection),
    }
}

/// The fields of one of the lists of a collection.
pub fn fields(site: &Site, collection: CollectionIx, kind: ListKind) -> Vec<ListedField> {
    let declared = |kind: ListKind| kind.of(&site.collections[collection].listing).map(<[ListedField]>::to_vec);
    declared(kind).unwrap_or_else(|| match kind {
        ListKind::Columns => usual_columns(site, collection),
        ListKind::Glance => fields(site, collection, ListKind::Columns),
        ListKind::Facets => usual_facets(site, collection),
    })
}

/// How the index of a collection is laid out.
pub fn layout(site: &Site, collection: CollectionIx) -> Layout {
    site.collections[collection].listing.layout.unwrap_or_else(|| usual_layout(site, collection))
}

/// Whether letters lead through the list of a collection.
pub fn letters(site: &Site, collection: CollectionIx) -> bool {
    site.collections[collection].listing.letters.unwrap_or_else(|| usual_letters(site, collection))
}

/// Fields of one short value that most records have.
fn usual_columns(site: &Site, collection: CollectionIx) -> Vec<ListedField> {
    let (model, records) = (&site.collections[collection], &site.records[collection]);
    let is_filled = |at: FieldIx| {
        let empty = records.iter().filter(|linked| !says(site, linked.at, at)).count();
        empty * 2 <= records.len()
    };
    let fields = candidates(model).into_iter().filter(|at| is_usual_column(model, *at) && is_filled(*at));
    fields.take(COLUMNS).map(|at| listed(model, at)).collect()
}

/// Fields of a few values, each of which more than one record may have.
fn usual_facets(site: &Site, collection: CollectionIx) -> Vec<ListedField> {
    let (model, records) = (&site.collections[collection], &site.records[collection]);
    let is_facet = |listed: &ListedField| {
        let field = &model.fields[listed.field];
        let is_long_enough = !matches!(item(field).kind, FieldKind::Date) || records.len() > RECORDS_WITH_YEARS;
        is_long_enough && ListKind::Facets.takes(field) && VALUES.contains(&values_in_use(site, collection, listed))
    };
    let fields = candidates(model).into_iter().map(|at| listed(model, at)).filter(is_facet);
    fields.take(FACETS).collect()
}

/// How many values of a field records have; one more than the most that matter, where there are more.
fn values_in_use(site: &Site, collection: CollectionIx, listed: &ListedField) -> usize {
    let mut values = BTreeSet::new();
    for linked in &site.records[collection] {
        values.extend(facet_values(site, linked.at, listed));
        if values.len() > *VALUES.end() {
            break;
        }
    }
    values.len()
}

fn usual_layout(site: &Site, collection: CollectionIx) -> Layout {
    let (model, records) = (&site.collections[collection], &site.records[collection]);
    let with_image =
        model.roles.image.map_or(0, |at| records.iter().filter(|linked| says(site, linked.at, at)).count());
    let has_columns = model.fields.positions().any(|at| is_usual_column(model, at)) || model.listing.columns.is_some();
    match () {
        // Six in ten.
        () if with_image > 0 && with_image * 10 >= records.len() * 6 => Layout::Gallery,
        () if has_columns => Layout::Table,
        () => Layout::List,
    }
}

fn usual_letters(site: &Site, collection: CollectionIx) -> bool {
    let model = &site.collections[collection];
    let is_by_title = model.sort.first().is_some_and(|key| Some(key.field) == model.roles.title && !key.descending);
    is_by_title && site.records[collection].len() > RECORDS_WITH_LETTERS
}

/// Whether a record has a value of a field.
fn says(site: &Site, record: RecordIx, at: FieldIx) -> bool {
    site.effective(record, at).is_some_and(|fact| fact.value().is_some())
}

/// Who says what a listed field tells of a record, and in which field: itself, or the record that it refers to. `None`: it
/// refers to none.
pub fn teller(site: &Site, record: RecordIx, listed: &ListedField) -> Option<(RecordIx, FieldIx)> {
    let Some(beyond) = listed.beyond else { return Some((record, listed.field)) };
    let reference = site.effective(record, listed.field)?;
    Some((target(&reference)?, beyond))
}

/// The field at the end of a path; `None`: there is no such collection.
pub fn end_of<'s>(site: &'s Site, collection: CollectionIx, listed: &ListedField) -> Option<(CollectionIx, &'s Field)> {
    let field = &site.collections[collection].fields[listed.field];
    let Some(beyond) = listed.beyond else { return Some((collection, field)) };
    let FieldKind::Reference { to: Targets::One(to), .. } = &field.kind else { return None };
    let to = site.collection_named(to)?;
    Some((to, &site.collections[to].fields[beyond]))
}

/// The values by which a facet finds a record, each once; none: it is one of those without.
pub fn facet_values(site: &Site, record: RecordIx, listed: &ListedField) -> BTreeSet<FacetValue> {
    let fact = teller(site, record, listed).and_then(|(teller, at)| site.effective(teller, at));
    let Some(fact) = fact else { return BTreeSet::new() };
    match fact.value() {
        Some(Value::List(_)) => fact.items().filter_map(|item| facet_value(&item)).collect(),
        _ => facet_value(&fact).into_iter().collect(),
    }
}

/// How many records a facet finds.
#[derive(Debug, Default)]
pub struct FacetCounts {
    /// By each value in use.
    pub values: BTreeMap<FacetValue, usize>,
    /// By none.
    pub missing: usize,
}

/// How many records of a collection a facet finds.
pub fn facet_counts(site: &Site, collection: CollectionIx, listed: &ListedField) -> FacetCounts {
    let mut counts = FacetCounts::default();
    for linked in &site.records[collection] {
        let values = facet_values(site, linked.at, listed);
        counts.missing += usize::from(values.is_empty());
        values.into_iter().for_each(|value| *counts.values.entry(value).or_default() += 1);
    }
    counts
}

/// The record that a fact refers to.
pub fn target(fact: &Effective) -> Option<RecordIx> {
    match fact.value()? {
        Value::Reference(at) => fact.linked.targets[*at as usize],
        _ => None,
    }
}

fn facet_value(fact: &Effective) -> Option<FacetValue> {
    Some(match fact.value()? {
        Value::Choice(at) => FacetValue::Option(*at),
        Value::Boolean(yes) => FacetValue::Boolean { no: !yes },
        Value::Language(tag) => FacetValue::Language(tag.clone()),
        Value::Date(date) => FacetValue::Year(std::cmp::Reverse(Date::year(*date))),
        Value::Reference(_) => FacetValue::Record(target(fact)?),
        _ => return None,
    })
}

/// The fields in the order in which lists ask for them: those by which records are sorted, required ones, the others.
fn candidates(model: &Collection) -> Vec<FieldIx> {
    let hidden = [model.roles.title, model.roles.short, model.roles.summary, model.roles.image];
    let sorted = model.sort.iter().map(|key| key.field);
    let required = model.fields.entries().filter(|(_, field)| field.required).map(|(at, _)| at);
    let mut found: Vec<FieldIx> = Vec::with_capacity(model.fields.len());
    for at in sorted.chain(required).chain(model.fields.positions()) {
        if !found.contains(&at) && !hidden.contains(&Some(at)) {
            found.push(at);
        }
    }
    found
}

fn is_usual_column(model: &Collection, at: FieldIx) -> bool {
    match &model.fields[at].kind {
        FieldKind::Choice(_)
        | FieldKind::Reference { .. }
        | FieldKind::Date
        | FieldKind::Boolean
        | FieldKind::Language => true,
        // What a list is sorted by is worth a column, with a unit or without.
        FieldKind::Number(number) => number.unit.is_some() || model.sort.iter().any(|key| key.field == at),
        _ => false,
    }
}

fn listed(model: &Collection, at: FieldIx) -> ListedField {
    let field = &model.fields[at];
    ListedField { path: field.name.clone(), field: at, beyond: None, span: field.span }
}

#[cfg(test)]
mod tests;
