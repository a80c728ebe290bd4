//! Records that have another id now: none is there by the old one, and the addresses that it had are those of, or lead to, a record that
//! was not published before. What was said of the old one is held against the new one, and what named it names the new one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::link::Site;
use crate::plan::Plan;
use crate::plan::page::PageKind;
use crate::position::RecordIx;
use crate::publication::candidate::path_of;
use crate::publication::fact::FactKey;
use crate::publication::lock::Lock;
use crate::publication::paths;

/// The new key of each record that has another id now, by the old one.
type Renames = BTreeMap<Box<str>, Box<str>>;

/// Gives everything in the record the names of today.
pub fn apply(lock: &mut Lock, site: &Site, plan: &Plan) {
    let renames = of(site, plan, lock);
    if renames.is_empty() {
        return;
    }
    let renaming = Renaming { site, renames: &renames };
    for page in lock.pages.values_mut() {
        renaming.text(&mut page.it.of);
    }
    for of in lock.addresses.values_mut() {
        renaming.text(&mut of.it);
    }
    let facts = std::mem::take(&mut lock.facts).into_iter();
    lock.facts = facts
        .map(|(key, mut entry)| {
            renaming.text(&mut entry.it.value);
            (renaming.key(key), entry)
        })
        .collect();
    let former = std::mem::take(&mut lock.former.facts).into_iter();
    lock.former.facts = former.map(|(key, entries)| (renaming.key(key), entries)).collect();
}

fn of(site: &Site, plan: &Plan, lock: &Lock) -> Renames {
    let pages = lock.pages.values().map(|page| &*page.it.of);
    let published: BTreeSet<&str> = pages.chain(lock.addresses.values().map(|of| &*of.it)).collect();
    let absent = |of: &&str| of.contains('/') && record(site, of).is_none();
    let absent: BTreeSet<&str> = published.iter().copied().filter(absent).collect();
    if absent.is_empty() {
        return Renames::new();
    }
    let heirs = heirs(plan, lock, &absent).into_iter().map(|(old, to)| (old, site.key(to)));
    let is_new = |(old, new): &(&str, String)| !published.contains(new.as_str()) && collection(old) == collection(new);
    heirs.filter(is_new).map(|(old, new)| (old.into(), new.into())).collect()
}

/// The record that the addresses of each absent record lead to now, or that has its page there, where it is one record.
fn heirs<'l>(plan: &Plan, lock: &'l Lock, absent: &BTreeSet<&'l str>) -> BTreeMap<&'l str, RecordIx> {
    let own = plan.pages.iter().filter_map(|page| match page.kind {
        PageKind::Record(record) => Some((path_of(&page.file), record)),
        _ => None,
    });
    let led = plan.redirects.iter().map(|redirect| (path_of(&redirect.file), redirect.to));
    let served: HashMap<String, RecordIx> = own.chain(led).collect();
    let pages = lock.pages.iter().map(|(path, page)| (&**path, &*page.it.of));
    let addresses = lock.addresses.iter().map(|(path, of)| (&**path, &*of.it));
    let mut heirs: BTreeMap<&str, Option<RecordIx>> = BTreeMap::new();
    for (path, of) in pages.chain(addresses).filter(|(_, of)| absent.contains(of)) {
        let Some(to) = served.get(path) else { continue };
        let heir = heirs.entry(of).or_insert(Some(*to));
        *heir = heir.filter(|known| known == to);
    }
    heirs.into_iter().filter_map(|(of, to)| Some((of, to?))).collect()
}

/// The record of a key; `None` when the public sees none.
pub fn record(site: &Site, key: &str) -> Option<RecordIx> {
    let (collection, id) = key.split_once('/')?;
    let collection = site.collection_named(collection)?;
    let records = &site.records[collection];
    let at = records.binary_search_by(|linked| (*linked.record.id).cmp(id)).ok()?;
    Some(records[at].at)
}

fn collection(key: &str) -> Option<&str> {
    key.split_once('/').map(|(collection, _)| collection)
}

struct Renaming<'r> {
    site: &'r Site,
    renames: &'r Renames,
}

impl Renaming<'_> {
    fn text(&self, text: &mut Box<str>) {
        if let Some(new) = self.renames.get(text) {
            text.clone_from(new);
        }
    }

    fn key(&self, mut key: FactKey) -> FactKey {
        self.text(&mut key.record);
        if let Some(member) = &mut key.member {
            self.text(member);
        }
        if let Some(record) = record(self.site, &key.record).filter(|_| key.path.contains('[')) {
            let rename = |old: &str| self.renames.get(old).map(ToString::to_string);
            key.path = paths::renamed(self.site.model(record), &key.path, &rename).into();
        }
        key
    }
}
