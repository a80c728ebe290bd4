//! What the tables are: which columns they have, found when first asked for.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::export::data::spec::Described;
use crate::export::data::table::{self, Table};
use crate::export::data::{changes, facts, figures};
use crate::figures::Figure;
use crate::position::{CollectionIx, List, RecordIx};
use crate::report::Report;

/// The tables of a collection, and what its facts in long form are.
pub struct OfCollection {
    /// Its records, and the lists of groups in them.
    pub tables: Vec<Table>,
    /// Its facts in long form.
    pub facts: Described,
    /// What the values are that corrections changed; of corrections only.
    pub changes: Option<Described>,
}

/// The tables of a report.
pub struct Tables {
    collections: List<CollectionIx, OnceLock<OfCollection>>,
    figures: BTreeMap<RecordIx, OnceLock<Described>>,
}

impl Tables {
    /// Those of a report, about which nothing is known yet.
    pub fn new(report: &Report) -> Self {
        Tables {
            collections: report.site.collections.positions().map(|_| OnceLock::new()).collect(),
            figures: report.figures.iter().map(|figure| (figure.record, OnceLock::new())).collect(),
        }
    }

    /// Those of a collection.
    pub fn of_collection(&self, report: &Report, collection: CollectionIx) -> &OfCollection {
        self.collections[collection].get_or_init(|| {
            let model = &report.site.collections[collection];
            let (facts, changes) = (facts::described(report, model), changes::described(report, model));
            OfCollection { tables: table::all(report, collection), facts, changes }
        })
    }

    /// That of a figure.
    pub fn of_figure(&self, report: &Report, figure: &Figure) -> &Described {
        self.figures[&figure.record].get_or_init(|| figures::described(report, figure))
    }
}
