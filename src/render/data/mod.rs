//! Data: what the pages show, for programs: below `/data/`, as CSV and JSON, with descriptions that harvesters read.
//!
//! In:  the [`World`].
//! Out: per collection a table of its records, one of each list of groups, every fact in long form, and JSON; a Data
//!      Package, a DCAT-AP catalogue, and CSV on the Web beside each table. `docs/data.md` says what is in them.
//!
//! Only what the public sees on the report's day is here: records held back are not in the site, facts that refer to
//! them are left out, and so are later facts.

mod authority;
mod catalog;
mod csv;
mod facts;
mod files;
mod license;
mod package;
mod rdf;
mod records;
mod rows;
mod said;
mod spec;
mod table;
mod used;

use rayon::prelude::*;

use crate::render::{OutputFile, Sink, World};
use spec::Described;
use table::Table;

pub use files::{File, downloads, for_page, of_collection as files_of};

/// A file to make.
enum Job<'w> {
    Table(u16, &'w Table<'w>),
    Facts(u16, &'w Described),
    Records(u16),
}

/// The tables of a collection, and what its facts in long form are.
struct Collected<'w> {
    collection: u16,
    tables: Vec<Table<'w>>,
    facts: Described,
}

/// Writes all data files. A file is made as a whole and handed on, so that no more of them are in memory than threads
/// are at work.
pub fn write(world: &World, sink: &dyn Sink) {
    let collections: Vec<u16> = (0..world.site.collections.len() as u16).filter(|&at| has_data(world, at)).collect();
    let collected: Vec<Collected> = collections.par_iter().map(|&at| collect(world, at)).collect();
    let jobs = collected.iter().flat_map(|Collected { collection, tables, facts }| {
        let tables = tables.iter().map(|table| Job::Table(*collection, table));
        tables.chain([Job::Facts(*collection, facts), Job::Records(*collection)])
    });
    let jobs: Vec<Job> = jobs.collect();
    let described: Vec<(&Described, usize)> = jobs.par_iter().filter_map(|job| make(world, job, sink)).collect();
    for (table, _) in &described {
        put(sink, &format!("{}.csv-metadata.json", table.name), package::csv_on_the_web(world, table).into_bytes());
    }
    if !described.is_empty() {
        put(sink, "datapackage.json", package::package(world, &described).into_bytes());
        let catalog = catalog::graph(world);
        put(sink, "catalog.ttl", rdf::turtle(&catalog).into_bytes());
        put(sink, "catalog.jsonld", rdf::json_ld(&catalog).into_bytes());
    }
}

/// The address of a licence; the name that was written where none is known.
pub fn license_address(written: &str) -> String {
    license::find(written).url.unwrap_or_else(|| written.to_owned())
}

/// Whether a collection has anything to give away.
pub fn has_data(world: &World, collection: u16) -> bool {
    !world.site.records[collection as usize].is_empty()
}

fn collect(world: &World, collection: u16) -> Collected<'_> {
    let facts = facts::described(world, &world.site.collections[collection as usize]);
    Collected { collection, tables: table::all(world, collection), facts }
}

/// Makes a file and hands it on; of a table gives back what it is and how long.
fn make<'j>(world: &World, job: &'j Job, sink: &dyn Sink) -> Option<(&'j Described, usize)> {
    let (described, bytes) = match job {
        Job::Table(collection, table) => (&table.described, rows::csv(world, *collection, table)),
        Job::Facts(collection, described) => (*described, facts::csv(world, *collection, described)),
        Job::Records(collection) => {
            let name = table::stem(&world.site.collections[*collection as usize]);
            put(sink, &format!("{name}.json"), records::json(world, *collection).into_bytes());
            return None;
        }
    };
    let length = bytes.len();
    put(sink, &format!("{}.csv", described.name), bytes);
    Some((described, length))
}

/// Hands on a file below `data/`.
fn put(sink: &dyn Sink, name: &str, bytes: Vec<u8>) {
    sink.put(OutputFile { path: format!("data/{name}"), bytes, reads: Vec::new() });
}
