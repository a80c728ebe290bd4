//! Data: what the pages show, for programs: below `/data/`, as CSV and JSON, with descriptions that harvesters read.
//!
//! In:  the [`Report`].
//! Out: per collection a table of its records, one of each list of groups, every fact in long form, and JSON; a Data
//!      Package, a DCAT-AP catalogue, and CSV on the Web beside each table; per figure its values as CSV and JSON.
//!      `docs/data.md` says what is in them.
//!
//! Only what the public sees on the report's day is here: records withheld are not in the site, facts that refer to
//! them are left out, and so are later facts.

mod authority;
mod catalog;
mod columns;
mod facts;
mod figures;
pub mod files;
mod license;
mod package;
mod records;
mod rows;
mod said;
mod spec;
mod table;
mod used;

use rayon::prelude::*;

use crate::figures::Figure;
use crate::markup::rdf;
use crate::model::position::CollectionIx;
use crate::output::{OutputFile, Sink};
use crate::plan::data_files::{self, CATALOG, CATALOG_JSON_LD, Format, PACKAGE, figure_stem, metadata, stem};
use crate::report::Report;
use spec::Described;
use table::Table;

pub use figures::text as figure_text;

/// A file to make.
enum Job<'w> {
    Table(CollectionIx, &'w Table<'w>),
    Facts(CollectionIx, &'w Described),
    Records(CollectionIx),
    Figure(&'w Figure, &'w Described),
    FigureJson(&'w Figure),
}

/// The tables of a collection, and what its facts in long form are.
struct Collected<'w> {
    collection: CollectionIx,
    tables: Vec<Table<'w>>,
    facts: Described,
}

/// Writes all data files. A file is made as a whole and handed on, so that no more of them are in memory than threads
/// are at work.
pub fn write(report: &Report, sink: &dyn Sink) {
    let collections: Vec<CollectionIx> =
        report.site.collections.positions().filter(|&at| has_data(report, at)).collect();
    let collected: Vec<Collected> = collections.par_iter().map(|&at| collect(report, at)).collect();
    let figures: Vec<(&Figure, Described)> =
        report.figures.iter().map(|figure| (figure, figures::described(report, figure))).collect();
    let jobs = jobs(&collected, &figures);
    let described: Vec<(&Described, usize)> = jobs.par_iter().filter_map(|job| make(report, job, sink)).collect();
    for (table, _) in &described {
        put(sink, metadata(&table.name), package::csv_on_the_web(report, table));
    }
    if !described.is_empty() {
        put(sink, PACKAGE, package::package(report, &described));
        let catalog = catalog::graph(report);
        put(sink, CATALOG, rdf::turtle(&catalog));
        put(sink, CATALOG_JSON_LD, rdf::json_ld(&catalog));
    }
}

/// What is to be made, in the order of the package.
fn jobs<'w>(collected: &'w [Collected], figures: &'w [(&Figure, Described)]) -> Vec<Job<'w>> {
    let mut jobs = Vec::new();
    for Collected { collection, tables, facts } in collected {
        jobs.extend(tables.iter().map(|table| Job::Table(*collection, table)));
        jobs.extend([Job::Facts(*collection, facts), Job::Records(*collection)]);
    }
    for (figure, described) in figures {
        jobs.extend([Job::Figure(figure, described), Job::FigureJson(figure)]);
    }
    jobs
}

/// The address of a licence; the name that was written where none is known.
pub fn license_address(written: &str) -> String {
    license::find(written).url.unwrap_or_else(|| written.to_owned())
}

/// Whether a collection has anything to give away.
pub fn has_data(report: &Report, collection: CollectionIx) -> bool {
    !report.plan.data.of_collection(collection).is_empty()
}

fn collect(report: &Report, collection: CollectionIx) -> Collected<'_> {
    let facts = facts::described(report, &report.site.collections[collection]);
    Collected { collection, tables: table::all(report, collection), facts }
}

/// Makes a file and hands it on; of a table gives back what it is and how long.
fn make<'j>(report: &Report, job: &'j Job, sink: &dyn Sink) -> Option<(&'j Described, usize)> {
    let (described, bytes) = match job {
        Job::Table(collection, table) => (&table.described, rows::csv(report, *collection, table)),
        Job::Facts(collection, described) => (*described, facts::csv(report, *collection, described)),
        Job::Records(collection) => {
            let path = data_files::path(&stem(&report.site.collections[*collection]), Format::Json);
            put(sink, path, records::json(report, *collection));
            return None;
        }
        Job::Figure(figure, described) => (*described, figures::csv(report, figure, described)),
        Job::FigureJson(figure) => {
            let path = data_files::path(&figure_stem(&report.site, figure.record), Format::Json);
            put(sink, path, figures::json(report, figure));
            return None;
        }
    };
    let length = bytes.len();
    put(sink, data_files::path(&described.name, Format::Csv), bytes);
    Some((described, length))
}

fn put(sink: &dyn Sink, path: impl Into<String>, content: impl Into<Vec<u8>>) {
    sink.put(OutputFile { path: path.into(), bytes: content.into(), reads: Vec::new() });
}
