//! What names refer to: `centers`, `centers/bearings`; and why some lead nowhere.

use std::sync::Arc;

use crate::diagnostics::did_you_mean;
use crate::model::date::Date;
use crate::model::record::Hidden;
use crate::position::{CollectionIx, List, RecordIx};

/// What a reference leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A record: `centers/bearings`.
    Record(RecordIx),
    /// The index of a collection: `centers`.
    Collection(CollectionIx),
}

/// Why a reference leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nowhere {
    /// The record exists, but the public does not see it, and why.
    Withheld(Hidden),
    /// Nothing of that name; the text is a hint.
    Unknown(String),
}

/// The names of everything that a site has, be it public or not.
#[derive(Debug, PartialEq)]
pub struct Names {
    /// The collections, in order.
    pub collections: List<CollectionIx, CollectionNames>,
}

/// The names of a collection and of its records.
#[derive(Debug, PartialEq)]
pub struct CollectionNames {
    /// The name of the collection.
    pub id: Arc<str>,
    /// Ids of its public records, by position; sorted.
    pub ids: Vec<Arc<str>>,
    /// Its other records, by id, each with why it is none of them; sorted by id.
    pub hidden: Vec<(Arc<str>, Hidden)>,
}

impl Names {
    /// A collection by its id.
    pub fn collection(&self, id: &str) -> Option<CollectionIx> {
        self.collections.position(|collection| *collection.id == *id)
    }

    /// What `centers` or `centers/bearings` refers to.
    pub fn find(&self, reference: &str) -> Result<Target, Nowhere> {
        let (name, id) = reference.split_once('/').map_or((reference, None), |(name, id)| (name, Some(id)));
        let Some(collection) = self.collection(name) else {
            let ids = self.collections.iter().map(|collection| &*collection.id);
            let known: Vec<&str> = ids.clone().collect();
            let hint = did_you_mean(name, ids).unwrap_or_else(|| format!("collections: {}", known.join(", ")));
            return Err(Nowhere::Unknown(hint));
        };
        match id {
            None => match self.collections[collection].withheld() {
                Some(why) => Err(Nowhere::Withheld(why)),
                None => Ok(Target::Collection(collection)),
            },
            Some(id) => self.find_record(collection, id).map(Target::Record),
        }
    }

    /// A record of a collection by its id.
    pub fn find_record(&self, collection: CollectionIx, id: &str) -> Result<RecordIx, Nowhere> {
        let names = &self.collections[collection];
        if let Ok(at) = names.ids.binary_search_by(|known| (**known).cmp(id)) {
            return Ok(RecordIx { collection, record: at as u32 });
        }
        if let Some(why) = names.why_hidden(id) {
            return Err(Nowhere::Withheld(why));
        }
        let hint = did_you_mean(id, names.nearby(id));
        Err(Nowhere::Unknown(hint.unwrap_or_else(|| format!("there is no content/{}/{id}", names.id))))
    }
}

impl CollectionNames {
    /// Why the public sees none of its records; `None` where it sees some, or there are none.
    pub fn withheld(&self) -> Option<Hidden> {
        self.first_reason().filter(|_| self.ids.is_empty())
    }

    /// Why the public does not see some record; `None`: it sees all of them. That time has passed goes before other reasons:
    /// nobody watches when it does.
    pub fn first_reason(&self) -> Option<Hidden> {
        self.hidden.iter().map(|(_, why)| *why).min_by_key(reason_order)
    }

    /// Why the public does not see a record; `None`: it sees it, or there is none of that id.
    pub fn why_hidden(&self, id: &str) -> Option<Hidden> {
        let at = self.hidden.binary_search_by(|(known, _)| (**known).cmp(id)).ok()?;
        Some(self.hidden[at].1)
    }

    /// Ids that may have been meant. In a large collection only those that begin alike are compared: a renamed folder gives
    /// thousands of wrong references at once.
    fn nearby<'s>(&'s self, id: &'s str) -> impl Iterator<Item = &'s str> {
        let all = self.ids.len() <= 1000;
        let beginning: &str = id.get(..2).unwrap_or(id);
        self.ids.iter().map(|id| &**id).filter(move |known| all || known.starts_with(beginning)).take(2000)
    }
}

/// Which of several reasons for which records are hidden comes first.
fn reason_order(why: &Hidden) -> (u8, Option<Date>) {
    match why {
        Hidden::Expired(day) => (0, Some(*day)),
        Hidden::Begins(day) => (1, Some(*day)),
        Hidden::Until(day) => (2, Some(*day)),
        Hidden::Draft => (3, None),
    }
}
