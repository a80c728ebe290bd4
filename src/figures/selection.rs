//! Records that meet a condition on the report's day, for templates and for blocks in prose: as figures count them.

use std::collections::BTreeSet;

use crate::figures::compute::snapshot::Snapshot;
use crate::figures::condition::{At, Check, Test};
use crate::figures::reader::condition::{Conditions, Problem, item};
use crate::link::Site;
use crate::model::builtin::SOURCES;
use crate::model::field::{Field, FieldKind, Targets};
use crate::parse::yaml::Node;
use crate::position::{CollectionIx, RecordIx};

/// What must hold of records of a collection.
#[derive(Debug, Clone)]
pub struct Selection {
    collection: CollectionIx,
    tests: Vec<Test>,
}

/// What is looked at to tell who meets a condition.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// Collections of which it matters what their records say.
    pub records: BTreeSet<CollectionIx>,
    /// Those of which it matters only who is there.
    pub members: BTreeSet<CollectionIx>,
}

impl Selection {
    /// Reads a `where` as that of a figure; all that is wrong with it.
    pub fn read(site: &Site, collection: CollectionIx, node: &Node) -> Result<Self, Vec<Problem>> {
        let mut conditions = Conditions::new(site);
        let tests = conditions.tests(node, collection);
        if conditions.problems.is_empty() { Ok(Selection { collection, tests }) } else { Err(conditions.problems) }
    }

    /// Whether a record of the collection meets it on the report's day. What is not known meets nothing but `missing`.
    pub fn holds(&self, site: &Site, record: RecordIx) -> bool {
        Snapshot::on(site, site.as_of).meets(record, &self.tests).holds()
    }

    /// What is looked at to tell who meets it.
    pub fn looked(&self, site: &Site) -> Looked {
        let mut looked = Looked { records: BTreeSet::from([self.collection]), members: BTreeSet::new() };
        looked.tests(site, self.collection, &self.tests);
        looked
    }
}

impl Looked {
    fn tests(&mut self, site: &Site, collection: CollectionIx, tests: &[Test]) {
        for test in tests {
            match test.at {
                At::Itself => {}
                At::Field(at) | At::Item(at) => {
                    let field = &site.collections[collection].fields[at];
                    // A value that nobody dates begins with its source.
                    if field.tracked {
                        self.records.extend(site.collection_named(SOURCES));
                    }
                    self.field(site, field, &test.is);
                }
                At::Back(name) => {
                    let from = site.back_references[collection][name].from;
                    self.records.insert(from);
                    self.tests(site, from, test.is.inner_tests());
                }
            }
        }
    }

    fn field(&mut self, site: &Site, field: &Field, check: &Check) {
        match &item(field).kind {
            FieldKind::Reference { to, .. } => self.reference(site, to, check),
            FieldKind::Group(fields) => {
                for test in check.inner_tests() {
                    if let At::Field(at) = test.at {
                        self.field(site, &fields[at], &test.is);
                    }
                }
            }
            _ => {}
        }
    }

    fn reference(&mut self, site: &Site, to: &Targets, check: &Check) {
        match to {
            Targets::One(name) => {
                let Some(target) = site.collection_named(name) else { return };
                self.members.insert(target);
                if !check.inner_tests().is_empty() {
                    self.records.insert(target);
                    self.tests(site, target, check.inner_tests());
                }
            }
            Targets::Several(names) => {
                self.members.extend(names.iter().filter_map(|name| site.collection_named(name)));
            }
            Targets::Any => self.members.extend(site.collections.positions()),
        }
    }
}
