//! What corrections touched: the figures that a corrected value is part of, and for each record the corrections that it is
//! touched by. Computed, never written.

use std::collections::{BTreeMap, BTreeSet};

use crate::figures::Figure;
use crate::figures::condition::At;
use crate::figures::formula::{By, Formula};
use crate::link::Site;
use crate::model::builtin::FIGURES;
use crate::model::date::Day;
use crate::position::{FieldIx, RecordIx};
use crate::publication::candidate::Candidate;
use crate::publication::correction::Part;
use crate::publication::corrections::takers;
use crate::publication::told::{Account, Key};

/// Notes with each correction which figures it touched: those that it is about; those that take their reports from the fact;
/// those whose formula asks for the field and whose published values were corrected in the same edition.
pub fn add(candidate: &Candidate, accounts: &mut [Account]) {
    let site = candidate.site;
    let takers = takers(site);
    let corrected = corrected_figures(accounts);
    for account in accounts {
        let mut figures: BTreeSet<RecordIx> =
            account.correction.of.iter().copied().filter(|of| is_figure(site, *of)).collect();
        for told in &account.told {
            if let Key::Fact(key) = &told.key {
                let takers = takers.get(&format!("{}#{}", key.record, key.path)).into_iter().flatten();
                figures.extend(takers.filter_map(|id| figure(site, id)));
            }
        }
        let changed = corrected.get(&account.edition).into_iter().flatten();
        let computed = candidate.figures.iter().filter(|figure| asks(site, figure, account));
        let computed = computed
            .map(|figure| figure.record)
            .filter(|record| changed.clone().any(|id| **id == *site.get(*record).record.id));
        figures.extend(computed);
        account.figures = figures.into_iter().collect();
    }
}

/// The corrections that touch each record, the newest first.
pub fn by_record(accounts: &[Account]) -> BTreeMap<RecordIx, Vec<RecordIx>> {
    let mut order: Vec<&Account> = accounts.iter().collect();
    order.sort_by_key(|account| std::cmp::Reverse(account.correction.date));
    let mut found: BTreeMap<RecordIx, Vec<RecordIx>> = BTreeMap::new();
    for account in order {
        let touched: BTreeSet<RecordIx> = account.correction.of.iter().chain(&account.figures).copied().collect();
        touched.into_iter().for_each(|record| found.entry(record).or_default().push(account.correction.record));
    }
    found
}

/// The figures of which values were corrected, by the edition.
fn corrected_figures(accounts: &[Account]) -> BTreeMap<Option<Day>, BTreeSet<Box<str>>> {
    let mut found: BTreeMap<_, BTreeSet<Box<str>>> = BTreeMap::new();
    for account in accounts {
        for told in &account.told {
            if let Key::Value(key) = &told.key {
                found.entry(account.edition).or_default().insert(key.figure.clone());
            }
        }
    }
    found
}

fn is_figure(site: &Site, of: RecordIx) -> bool {
    *site.model(of).id == *FIGURES
}

fn figure(site: &Site, id: &str) -> Option<RecordIx> {
    site.find_record(site.collection_named(FIGURES)?, id).ok()
}

/// Whether a figure asks for the field that was corrected, in one of the records.
fn asks(site: &Site, figure: &Figure, account: &Account) -> bool {
    let (Some(formula), Part::Field(path)) = (&figure.formula, &account.correction.part) else { return false };
    let mut of = account.correction.of.iter().filter(|of| of.collection == formula.collection);
    let field = of.next().zip(path.names.first()).and_then(|(of, name)| site.model(*of).field(name));
    field.is_some_and(|(field, _)| reads(formula, field))
}

fn reads(formula: &Formula, field: FieldIx) -> bool {
    let begins = |hops: &[FieldIx]| hops.first() == Some(&field);
    formula.measure.as_ref().is_some_and(|measure| begins(&measure.hops))
        || formula.tests.iter().any(|test| test.at == At::Field(field))
        || matches!(&formula.by, Some(By::Path(path)) if begins(&path.hops))
}
