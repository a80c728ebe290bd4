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
mod license;
mod datum;
mod used;
mod spec;
mod changes;
mod cell;
pub mod files;
pub mod sizes;
mod columns;
mod table;
mod rows;
mod facts;
mod archive;
mod workbooks;
mod sheets;
mod records;
mod figures;
mod package;
mod catalog;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::figures::Figure;
use crate::link::record::LinkedRecord;
use crate::markup::csv::Csv;
use crate::markup::rdf;
use crate::output::{OutputFile, Reads, Sink};
use crate::pictures::charts;
use crate::plan::data_files::{
    self, CATALOG, CATALOG_JSON_LD, DataFile, DataFiles, Format, PACKAGE, figure_stem, metadata, stem,
};
use crate::position::{CollectionIx, LanguageIx, RecordIx};
use crate::report::Report;
use crate::report::recorder::{self, Note};
use archive::Packed;
use sheets::Sheet;
use sizes::{OfRecord, Sizes, Written};
use spec::Described;
use table::Table;
use workbooks::{Owner, Tab};

pub use figures::text as figure_text;

/// A file to make.
enum Job<'w> {
    Table(CollectionIx, &'w Table),
    Facts(CollectionIx, &'w Described),
    Changes(CollectionIx, &'w Described),
    Records(CollectionIx),
    Figure(&'w Figure, &'w Described),
    SheetOfRecords(CollectionIx, &'w Table, LanguageIx),
    SheetOfFigure(&'w Figure, LanguageIx),
    FigureJson(&'w Figure),
    Chart(&'w Figure, LanguageIx),
}

/// The tables of a collection, and what its facts in long form are.
struct Collected {
    collection: CollectionIx,
    tables: Vec<Table>,
    facts: Described,
    /// What the values are that corrections changed; of corrections only.
    changes: Option<Described>,
}

/// Writes all data files; gives back how long they are, which pages say beside their links. A file is made as a whole and
/// handed on, so that no more of them are in memory than threads are at work.
pub fn write(report: &Report, sink: &dyn Sink) -> Sizes {
    let collections: Vec<CollectionIx> =
        report.site.collections.positions().filter(|&at| has_data(report, at)).collect();
    let collected: Vec<Collected> = collections.par_iter().map(|&at| collect(report, at)).collect();
    let figures: Vec<(&Figure, Described)> =
        report.figures.iter().map(|figure| (figure, figures::described(report, figure))).collect();
    let jobs = jobs(report, &collected, &figures);
    let mut made: Vec<Made> = jobs.par_iter().map(|job| make(report, job, sink)).collect();
    let tables: Vec<(&Described, u64)> = made.iter().filter_map(|made| made.table).collect();
    let mut sizes = Sizes::default();
    let mut packed = Vec::new();
    for made in made.iter_mut() {
        sizes.add(std::mem::take(&mut made.files));
        packed.append(&mut made.packed);
    }
    let tabs: Vec<Tab> = made.iter_mut().filter_map(|made| made.tab.take()).collect();
    sizes.add(write_workbooks(report, tabs, sink));
    let sheets: Vec<(Sheet, Arc<[Note]>)> = made.iter_mut().filter_map(|made| made.sheet.take()).collect();
    for collected in collected.iter().filter(|one| report.site.collections[one.collection].has_record_data()) {
        let records = report.site.records[collected.collection].par_iter();
        let written = records.filter_map(|linked| of_record(report, linked, (&collected.facts, sink)));
        sizes.add_records(written.collect::<Vec<_>>());
    }
    if !tables.is_empty() {
        Whole { report, tables: &tables, sheets: &sheets, sink }.write(packed, &mut sizes);
    }
    sizes
}

/// Writes the files of a record by itself, by what its facts are, into a sink; gives back how long they are.
fn of_record(
    report: &Report,
    linked: &LinkedRecord,
    (facts, sink): (&Described, &dyn Sink),
) -> Option<(RecordIx, OfRecord)> {
    let [csv, json] = DataFiles::of_record(&report.site, linked.at)?;
    let ((table, document), notes) = recorder::remembered(LanguageIx::SOURCE, || {
        recorder::note(Note::Record(linked.at));
        note_referred(report, std::slice::from_ref(linked));
        let table = facts::csv(report, std::slice::from_ref(linked), facts, Csv::default());
        (table.finish(), records::one(report, linked))
    });
    let reads = report.reads(notes);
    let csv = put(sink, csv.path, table, reads.clone()).bytes;
    let json = put(sink, json.path, document, reads).bytes;
    Some((linked.at, OfRecord { csv, json }))
}

/// What is made of all data.
struct Whole<'a> {
    report: &'a Report,
    /// All tables with the length of their files.
    tables: &'a [(&'a Described, u64)],
    /// All tables for spreadsheets, with what they were made of.
    sheets: &'a [(Sheet, Arc<[Note]>)],
    sink: &'a dyn Sink,
}

impl Whole<'_> {
    /// Writes the archive and what describes the data. The catalogue says how long the archive is.
    fn write(&self, packed: Vec<Option<Packed>>, sizes: &mut Sizes) {
        let report = self.report;
        let ((package, archive), notes) = recorder::remembered(LanguageIx::SOURCE, || {
            note_all(report);
            self.sheets.iter().for_each(|(_, notes)| recorder::note_all(notes));
            let package = package::package(report, self.tables, self.sheets.iter().map(|(sheet, _)| sheet));
            // What is not in the archive is not described there.
            let inner = package::package(report, self.tables, std::iter::empty());
            let archive = report.plan.data.archive();
            let archive = archive.and_then(|file| Some((file.path.clone(), self.archive(packed, &inner)?)));
            (package, archive)
        });
        let reads = report.reads(notes.clone());
        let files = std::iter::once((PACKAGE.to_owned(), package.into_bytes())).chain(archive);
        sizes.add(files.map(|(path, bytes)| put(self.sink, path, bytes, reads.clone())));
        let (catalog, more) = recorder::remembered(LanguageIx::SOURCE, || {
            recorder::note_all(&notes);
            catalog::graph(report, sizes)
        });
        let reads = report.reads(more);
        let files = [(CATALOG, rdf::turtle(&catalog)), (CATALOG_JSON_LD, rdf::json_ld(&catalog))];
        sizes.add(files.map(|(path, content)| put(self.sink, path.to_owned(), content, reads.clone())));
    }

    fn archive(&self, packed: Vec<Option<Packed>>, package: &str) -> Option<Vec<u8>> {
        let first = [("README.md", archive::readme(self.report)), (archive::name(PACKAGE), package.to_owned())];
        let first = first.map(|(name, text)| archive::pack(self.report, name, text.as_bytes()));
        archive::of_all(first.into_iter().chain(packed).collect())
    }
}

/// What describes all data is made of all of it.
fn note_all(report: &Report) {
    report.site.collections.positions().for_each(|collection| recorder::note(Note::Records(collection)));
    report.figures.iter().for_each(|figure| report.note_made_of(figure));
}

/// What is to be made, in the order of the package.
fn jobs<'w>(report: &Report, collected: &'w [Collected], figures: &'w [(&Figure, Described)]) -> Vec<Job<'w>> {
    let mut jobs = Vec::new();
    for Collected { collection, tables, facts, changes } in collected {
        jobs.extend(tables.iter().map(|table| Job::Table(*collection, table)));
        jobs.extend(changes.iter().map(|described| Job::Changes(*collection, described)));
        jobs.extend([Job::Facts(*collection, facts), Job::Records(*collection)]);
    }
    for (figure, described) in figures {
        jobs.extend([Job::Figure(figure, described), Job::FigureJson(figure)]);
    }
    for language in report.config.languages.positions() {
        let of_records = collected.iter().filter_map(|one| Some((one.collection, one.tables.first()?)));
        jobs.extend(of_records.map(|(collection, table)| Job::SheetOfRecords(collection, table, language)));
        jobs.extend(figures.iter().map(|(figure, _)| Job::SheetOfFigure(figure, language)));
        let drawn = figures.iter().filter(|(figure, _)| figure.has_chart());
        jobs.extend(drawn.map(|(figure, _)| Job::Chart(figure, language)));
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

fn collect(report: &Report, collection: CollectionIx) -> Collected {
    let model = &report.site.collections[collection];
    let (facts, changes) = (facts::described(report, model), changes::described(report, model));
    Collected { collection, tables: table::all(report, collection), facts, changes }
}

/// What a job made.
struct Made<'j> {
    /// The files.
    files: Vec<Written>,
    /// The same for the archive.
    packed: Vec<Option<Packed>>,
    /// A table for spreadsheets, with what it was made of; `None`: it is none.
    sheet: Option<(Sheet, Arc<[Note]>)>,
    /// A table, with its length; `None`: it is none.
    table: Option<(&'j Described, u64)>,
    /// The same as a sheet of a workbook; `None`: it is none, or the site has no workbooks.
    tab: Option<Tab>,
}

impl Made<'_> {
    fn add(&mut self, making: &Making, path: String, content: impl Into<Vec<u8>>) -> u64 {
        let bytes = content.into();
        self.packed.push(archive::pack(making.report, archive::name(&path), &bytes));
        let written = put(making.sink, path, bytes, making.reads.clone());
        let length = written.bytes;
        self.files.push(written);
        length
    }
}

/// Where the files of a job go, and what they were made of.
struct Making<'a> {
    report: &'a Report,
    sink: &'a dyn Sink,
    reads: Reads<'a>,
}

/// Makes a file and hands it on, of a table also what says what it is.
fn make<'j>(report: &Report, job: &'j Job, sink: &dyn Sink) -> Made<'j> {
    let (file, notes) = recorder::remembered(LanguageIx::SOURCE, || {
        note_read(report, job);
        file_of(report, job)
    });
    let making = Making { report, sink, reads: report.reads(notes.clone()) };
    let mut made = Made { files: Vec::new(), packed: Vec::new(), sheet: None, table: None, tab: None };
    match file {
        File::Json(stem, json) => drop(made.add(&making, data_files::path(&stem, Format::Json), json)),
        File::Table(described, csv) => {
            let (bytes, sheet) = csv.finish_both();
            let owner = owner(job).zip(sheet);
            made.tab = owner.map(|(owner, sheet)| workbooks::tab(report, (owner, &described.name), sheet, notes));
            let length = made.add(&making, data_files::path(&described.name, Format::Csv), bytes);
            made.add(&making, metadata(&described.name), package::csv_on_the_web(report, described));
            made.table = Some((described, length));
        }
        File::Sheet(mut sheet, bytes) => {
            // It says what the exact tables say: the archive has those.
            let written = put(sink, format!("data/{}", sheet.path), bytes, making.reads.clone());
            sheet.bytes = written.bytes;
            made.files.push(written);
            made.sheet = Some((sheet, notes));
        }
        // It shows what the tables say.
        File::Chart(file, svg) => made.files.push(put(sink, file.path, svg, making.reads.clone())),
    }
    made
}

/// A file that was made.
enum File<'j> {
    Json(String, String),
    Table(&'j Described, Csv),
    Sheet(Sheet, Vec<u8>),
    Chart(DataFile, String),
}

fn file_of<'j>(report: &Report, job: &'j Job) -> File<'j> {
    let csv = |described: &Described| workbooks::csv(report, described);
    match job {
        Job::Table(collection, table) => {
            let csv = csv(&table.described);
            File::Table(&table.described, rows::csv(report, *collection, table, csv))
        }
        Job::Facts(collection, described) => {
            let records = &report.site.records[*collection];
            File::Table(described, facts::csv(report, records, described, csv(described)))
        }
        Job::Changes(collection, described) => {
            File::Table(described, changes::csv(report, *collection, described, csv(described)))
        }
        Job::Records(collection) => {
            File::Json(stem(&report.site.collections[*collection]), records::json(report, *collection))
        }
        Job::Figure(figure, described) => {
            File::Table(described, figures::csv(report, figure, described, csv(described)))
        }
        Job::SheetOfRecords(collection, table, language) => {
            let (sheet, bytes) = sheets::of_records(report.localizer(*language), table, *collection);
            File::Sheet(sheet, bytes)
        }
        Job::SheetOfFigure(figure, language) => {
            let (sheet, bytes) = sheets::of_figure(report.localizer(*language), figure);
            File::Sheet(sheet, bytes)
        }
        Job::Chart(figure, language) => {
            let localizer = report.localizer(*language);
            let file = DataFile::chart_of_figure(&report.site, figure.record, localizer.code());
            File::Chart(file, charts::file(localizer, figure))
        }
        Job::FigureJson(figure) => File::Json(figure_stem(&report.site, figure.record), figures::json(report, figure)),
    }
}

/// Whose workbook a table is in.
fn owner(job: &Job) -> Option<Owner> {
    match job {
        Job::Table(collection, _) | Job::Facts(collection, _) | Job::Changes(collection, _) => {
            Some(Owner::Collection(*collection))
        }
        Job::Figure(figure, _) => Some(Owner::Figure(figure.record)),
        Job::Records(_) | Job::SheetOfRecords(..) | Job::SheetOfFigure(..) | Job::FigureJson(_) | Job::Chart(..) => {
            None
        }
    }
}

/// Writes the workbooks of sheets, which stand in the order of their owners.
fn write_workbooks(report: &Report, tabs: Vec<Tab>, sink: &dyn Sink) -> Vec<Written> {
    let mut all: Vec<Vec<Tab>> = Vec::new();
    for tab in tabs {
        match all.last_mut().filter(|tabs| tabs[0].owner == tab.owner) {
            Some(tabs) => tabs.push(tab),
            None => all.push(vec![tab]),
        }
    }
    let of_one = |tabs: Vec<Tab>| {
        let stem = match tabs[0].owner {
            Owner::Collection(at) => stem(&report.site.collections[at]),
            Owner::Figure(record) => figure_stem(&report.site, record),
        };
        let (workbook, notes) = recorder::remembered(LanguageIx::SOURCE, || {
            tabs.iter().for_each(|tab| recorder::note_all(&tab.notes));
            workbooks::workbook(report, tabs)
        });
        Some(put(sink, data_files::path(&stem, Format::Xlsx), workbook?, report.reads(notes)))
    };
    all.into_par_iter().filter_map(of_one).collect()
}

/// Notes what a file is made of as a whole.
fn note_read(report: &Report, job: &Job) {
    match job {
        Job::Table(collection, _)
        | Job::Facts(collection, _)
        | Job::Changes(collection, _)
        | Job::Records(collection) => {
            recorder::note(Note::Records(*collection));
            note_referred(report, &report.site.records[*collection]);
        }
        Job::SheetOfRecords(collection, ..) => {
            recorder::note(Note::Records(*collection));
            note_referred(report, &report.site.records[*collection]);
            recorder::note(Note::Publication);
        }
        Job::Figure(figure, _) | Job::FigureJson(figure) | Job::SheetOfFigure(figure, _) | Job::Chart(figure, _) => {
            report.note_made_of(figure)
        }
    }
}

/// Notes what records refer to: of that there is the id alone, as long as it is there.
fn note_referred(report: &Report, records: &[LinkedRecord]) {
    records.iter().for_each(|linked| report.note_absent(linked));
    let targets = records.iter().flat_map(|linked| linked.targets.iter().flatten());
    let referred: BTreeSet<CollectionIx> = targets.map(|target| target.collection).collect();
    referred.into_iter().for_each(|collection| recorder::note(Note::Members(collection)));
}

fn put(sink: &dyn Sink, path: String, content: impl Into<Vec<u8>>, reads: Reads) -> Written {
    let bytes = content.into();
    let written = Written { path: path.clone(), bytes: bytes.len() as u64 };
    sink.put(OutputFile { path, bytes, reads });
    written
}
