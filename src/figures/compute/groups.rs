//! The parts of a figure, in order: as options are declared, as records stand in their collection, the unknown last.

use std::collections::{BTreeSet, HashMap};

use crate::figures::compute::sweep::{Key, Swept, group_aggregate, nothing};
use crate::figures::formula::{By, Formula};
use crate::figures::path::{End, Path};
use crate::figures::{Group, GroupLabel, Steps};
use crate::link::Site;
use crate::position::{LanguageIx, RecordIx};

/// A collection with more records shows only groups that have something in them.
const MANY_GROUPS: usize = 500;

/// The groups of a formula; none where it has no `by`.
pub fn groups(site: &Site, formula: &Formula, decimals: Option<u32>, swept: &Swept) -> Vec<Group> {
    let Some(by @ (By::Path(path) | By::Best { path, .. })) = &formula.by else { return Vec::new() };
    let mut keys: Vec<Key> = declared(site, formula, path).filter(|keys| keys.len() <= MANY_GROUPS).unwrap_or_default();
    keys.extend(others(site, formula, path, (swept, &keys)));
    let is_coverage = matches!(by, By::Best { .. });
    let rest = [(Key::Nobody, is_coverage), (Key::Missing, swept.members.of_groups.contains_key(&Key::Missing))];
    keys.extend(rest.into_iter().filter(|(_, shown)| *shown).map(|(key, _)| key));
    let nothing = Steps::always(nothing(group_aggregate(formula.aggregate), decimals));
    keys.into_iter().map(|key| group((site, path), &key, swept, &nothing)).collect()
}

/// All groups there can be; `None`: nobody knows.
fn declared(site: &Site, formula: &Formula, path: &Path) -> Option<Vec<Key>> {
    match &path.end {
        End::Choice(options) => Some(options.positions().map(Key::Option).collect()),
        End::Boolean => Some(vec![Key::Boolean(true), Key::Boolean(false)]),
        End::Reference(Some(_)) | End::Record => Some(records(site, formula, path).map(Key::Record).collect()),
        End::Reference(None) | End::Text | End::Number => None,
    }
}

/// Groups that have records and are not known yet, but for the unknown.
fn others(site: &Site, formula: &Formula, path: &Path, (swept, keys): (&Swept, &[Key])) -> Vec<Key> {
    let known: BTreeSet<&Key> = keys.iter().collect();
    let is_other = |key: &&Key| !known.contains(key) && !matches!(key, Key::Nobody | Key::Missing);
    let mut others: Vec<Key> = swept.groups.keys().filter(is_other).cloned().collect();
    if matches!(path.end, End::Record | End::Reference(_)) {
        // As they stand in their collection, which may be longer than what is shown.
        let order: HashMap<RecordIx, usize> =
            records(site, formula, path).enumerate().map(|(at, record)| (record, at)).collect();
        others.sort_by_key(|key| if let Key::Record(record) = key { order.get(record).copied() } else { None });
    }
    others
}

/// The records that groups stand for, in order; none where they are of several collections.
fn records<'s>(site: &'s Site, formula: &Formula, path: &Path) -> impl Iterator<Item = RecordIx> + 's {
    let collection = match path.end {
        End::Record => Some(formula.collection),
        End::Reference(to) => to,
        End::Number | End::Choice(_) | End::Boolean | End::Text => None,
    };
    collection.into_iter().flat_map(|collection| site.ordered(collection, LanguageIx::SOURCE))
}

fn group((site, path): (&Site, &Path), key: &Key, swept: &Swept, nothing: &Steps) -> Group {
    let (id, label) = named(site, path, key);
    let steps = swept.groups.get(key).unwrap_or(nothing).clone();
    let members = swept.members.of_groups.get(key).cloned().unwrap_or_default();
    let last = steps.iter().next_back();
    let amount = last.map(|step| step.amount.clone()).unwrap_or_default();
    let written = last.and_then(|step| step.written);
    Group { id, label, amount, members, steps, written }
}

/// The id of a group and what it is called.
fn named(site: &Site, path: &Path, key: &Key) -> (Box<str>, GroupLabel) {
    match key {
        // Records of several collections may have the same id.
        Key::Record(record) if matches!(path.end, End::Reference(None)) => {
            (site.key(*record).into(), GroupLabel::Record(*record))
        }
        Key::Record(record) => ((&*site.get(*record).record.id).into(), GroupLabel::Record(*record)),
        Key::Option(at) => match &path.end {
            End::Choice(options) => {
                let option = &options[*at];
                ((&*option.id).into(), GroupLabel::Words(option.label.clone()))
            }
            _ => ("".into(), GroupLabel::Missing),
        },
        Key::Boolean(yes) => (if *yes { "yes" } else { "no" }.into(), GroupLabel::Boolean(*yes)),
        Key::Text(text) => ((&**text).into(), GroupLabel::Text(text.clone())),
        Key::Nobody => ("none".into(), GroupLabel::Nobody),
        Key::Missing => ("missing".into(), GroupLabel::Missing),
    }
}
