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
mod sizes;
mod columns;
mod table;
mod rows;
mod facts;
mod archive;
mod workbooks;
mod sheets;
mod records;
mod figures;
mod tables;
mod package;
mod jobs;
mod catalog;

use std::cmp::Reverse;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::link::names::Target;
use crate::markup::rdf;
use crate::output::{Dropped, Sink};
use crate::plan::data_files::{CATALOG, CATALOG_JSON_LD, DataFile, DataFiles, Format, PACKAGE, Part, list_stem};
use crate::position::{CollectionIx, LanguageIx, RecordIx};
use crate::report::Report;
use crate::report::recorder::{self, Note};
use archive::Packed;
use jobs::{Desk, For, Job, Made};
use sheets::Sheet;
use sizes::Sizes;
use spec::Described;
use tables::Tables;
use workbooks::Tab;

pub use figures::text as figure_text;

/// The data files of a report: all made at once, or each when somebody asks for it. Pages say how long they are; their bytes
/// are handed on, so that no more of them are in memory than threads are at work.
pub struct Data {
    tables: Tables,
    sizes: Sizes,
}

/// What makes a file, be it with others.
enum Maker<'a> {
    Job(Job<'a>),
    Workbook(Vec<Job<'a>>),
    Record(RecordIx),
    /// What is made of all data.
    Whole,
}

impl Data {
    /// The files of a report, none of which is made yet.
    pub fn new(report: &Report) -> Self {
        Data { tables: Tables::new(report), sizes: Sizes::default() }
    }

    /// Bytes of a file, which is made if nobody asked before; `None`: there is none. A table of more rows than a workbook can
    /// hold has none, and a small site no archive.
    pub fn size(&self, report: &Report, file: &DataFile) -> Option<u64> {
        self.sizes.of(&file.path).unwrap_or_else(|| {
            let desk = self.desk(report, &Dropped);
            // Whoever asks for one table of a collection is about to ask for the others, which its workbook has.
            let whole = |at: CollectionIx| report.config.workbooks.then(|| Maker::Workbook(desk.of_collection(at)));
            let of_collection = match file.part {
                Part::Records(at) if file.format == Format::Csv => whole(at),
                Part::List(at, _) | Part::Changes(at) | Part::Facts(at) => whole(at),
                _ => None,
            };
            if let Some(maker) = of_collection.or_else(|| maker(desk, file)) {
                make(desk, maker);
            }
            self.sizes.of(&file.path).flatten()
        })
    }

    /// Bytes of a file that is made of all data, by its path.
    pub fn size_of_whole(&self, report: &Report, path: &str) -> Option<u64> {
        self.sizes.of(path).unwrap_or_else(|| {
            self.write(report, &Dropped);
            self.sizes.of(path).flatten()
        })
    }

    /// Makes the file at a path, be it with others.
    pub fn make(&self, report: &Report, path: &str, sink: &dyn Sink) {
        let desk = self.desk(report, sink);
        if let Some(maker) = maker_at(desk, path) {
            make(desk, maker);
        }
    }

    /// Makes all files.
    pub fn write(&self, report: &Report, sink: &dyn Sink) {
        write(self.desk(report, sink));
        if !sink.is_closed() {
            self.sizes.are_all();
        }
    }

    /// Notes that these are all files, by an earlier build.
    pub fn are(&self, files: Vec<(String, u64)>) {
        files.into_iter().for_each(|(path, bytes)| self.sizes.add(path, bytes));
        self.sizes.are_all();
    }

    /// Bytes of a file, if it was made.
    pub fn known_size(&self, path: &str) -> Option<u64> {
        self.sizes.of(path).flatten()
    }

    fn desk<'a>(&'a self, report: &'a Report, sink: &'a dyn Sink) -> Desk<'a> {
        Desk { report, tables: &self.tables, sizes: &self.sizes, sink }
    }
}

fn write(desk: Desk) {
    let report = desk.report;
    let mut made = made(desk, &jobs(desk));
    if desk.sink.is_closed() {
        return;
    }
    let tables: Vec<(&Described, u64)> = made.iter().filter_map(|made| made.table).collect();
    let packed = made.iter_mut().flat_map(|made| std::mem::take(&mut made.packed)).collect();
    let tabs = made.iter_mut().filter_map(|made| made.tab.take());
    by_owner(tabs).into_par_iter().for_each(|tabs| desk.make_workbook(tabs));
    let sheets: Vec<(Sheet, Arc<[Note]>)> = made.iter_mut().filter_map(|made| made.sheet.take()).collect();
    for collection in with_data(report).filter(|&at| report.site.collections[at].has_record_data()) {
        report.site.records[collection].par_iter().for_each(|linked| desk.make_of_record(linked));
    }
    if !tables.is_empty() {
        Whole { desk, tables: &tables, sheets: &sheets }.write(packed);
    }
}

/// Makes files side by side, those first that take longest, so that nobody waits for one of them alone in the end. Gives back
/// what they made in the order of the jobs.
fn made<'a>(desk: Desk<'a>, jobs: &[Job<'a>]) -> Vec<Made<'a>> {
    let mut longest: Vec<(usize, &Job)> = jobs.iter().enumerate().collect();
    longest.sort_by_key(|(_, job)| Reverse(job.length(desk.report)));
    let all: Vec<OnceLock<Made>> = jobs.iter().map(|_| OnceLock::new()).collect();
    rayon::scope_fifo(|scope| {
        for (at, job) in longest {
            let made = &all[at];
            scope.spawn_fifo(move |_| {
                if !desk.sink.is_closed() {
                    let _ = made.set(desk.make(*job, For::Archive));
                }
            });
        }
    });
    all.into_iter().filter_map(OnceLock::into_inner).collect()
}

fn make(desk: Desk, maker: Maker) {
    match maker {
        Maker::Job(job) => drop(desk.make(job, For::Itself)),
        Maker::Workbook(jobs) => {
            let tabs = jobs.into_par_iter().filter_map(|job| desk.make(job, For::Itself).tab);
            desk.make_workbook(tabs.collect());
        }
        Maker::Record(at) => {
            desk.make_of_record(&desk.report.site.records[at.collection][at.record as usize]);
        }
        Maker::Whole => write(desk),
    }
}

/// What makes a file.
fn maker<'a>(desk: Desk<'a>, file: &DataFile) -> Option<Maker<'a>> {
    let report = desk.report;
    let of_collection = |at| desk.tables.of_collection(report, at);
    let figure = |record| report.figures.of(record);
    let language = || {
        let ending = |code: &str| format!("-{code}.{}", file.format.ending());
        let mut languages = report.config.languages.entries();
        languages.find(|(_, language)| file.path.ends_with(&ending(&language.code))).map(|(at, _)| at)
    };
    let is = |format| file.format == format;
    Some(match &file.part {
        Part::Workbook(at) => Maker::Workbook(desk.of_collection(*at)),
        Part::Figure(record) if is(Format::Xlsx) => Maker::Workbook(vec![desk.of_figure(figure(*record)?)]),
        Part::Records(at) if is(Format::Json) => Maker::Job(Job::Records(*at)),
        Part::Records(at) => Maker::Job(Job::Table(*at, of_collection(*at).tables.first()?)),
        Part::List(at, list) => {
            let name = list_stem(&report.site.collections[*at], list);
            let table = of_collection(*at).tables.iter().find(|table| table.described.name == name)?;
            Maker::Job(Job::Table(*at, table))
        }
        Part::Changes(at) => Maker::Job(Job::Changes(*at, of_collection(*at).changes.as_ref()?)),
        Part::Facts(at) => Maker::Job(Job::Facts(*at, &of_collection(*at).facts)),
        Part::SheetOfRecords(at) if !has_data(report, *at) => return None,
        Part::SheetOfRecords(at) => {
            Maker::Job(Job::SheetOfRecords(*at, of_collection(*at).tables.first()?, language()?))
        }
        Part::SheetOfFigure(record) => Maker::Job(Job::SheetOfFigure(figure(*record)?, language()?)),
        Part::ChartOfFigure(record) => {
            Maker::Job(Job::Chart(figure(*record).filter(|figure| figure.has_chart())?, language()?))
        }
        Part::Record(record) => Maker::Record(*record),
        Part::Figure(record) if is(Format::Json) => Maker::Job(Job::FigureJson(figure(*record)?)),
        Part::Figure(record) => Maker::Job(desk.of_figure(figure(*record)?)),
        Part::All => Maker::Whole,
    })
}

/// What makes the file at a path.
fn maker_at<'a>(desk: Desk<'a>, path: &str) -> Option<Maker<'a>> {
    let report = desk.report;
    if [PACKAGE, CATALOG, CATALOG_JSON_LD].contains(&path) {
        return Some(Maker::Whole);
    }
    let (site, data) = (&report.site, &report.plan.data);
    let is_meant = |file: &DataFile| file.path == path || file.metadata().is_some_and(|metadata| metadata == path);
    if let Some(file) = data.iter().find(|file| is_meant(file)) {
        return maker(desk, file);
    }
    for language in &report.config.languages {
        let code = &*language.code;
        let of_collection = |at| DataFile::sheet_of_records(at, &site.collections[at], code);
        let of_figure = |at| [DataFile::sheet_of_figure(site, at, code), DataFile::chart_of_figure(site, at, code)];
        let mut files = with_data(report).map(of_collection).chain(data.figures().flat_map(of_figure));
        if let Some(file) = files.find(|file| file.path == path) {
            return maker(desk, &file);
        }
    }
    let (key, _) = path.strip_prefix("data/")?.rsplit_once('.')?;
    let Ok(Target::Record(record)) = site.find(key) else { return None };
    DataFiles::of_record(site, record).map(|_| Maker::Record(record))
}

/// What is to be made, in the order of the package.
fn jobs(desk: Desk) -> Vec<Job> {
    let report = desk.report;
    let with_data: Vec<CollectionIx> = with_data(report).collect();
    // What they are is found side by side.
    with_data.par_iter().for_each(|&at| {
        desk.tables.of_collection(report, at);
    });
    let figures = || report.figures.iter();
    let mut jobs = Vec::new();
    for &at in &with_data {
        jobs.extend(desk.of_collection(at));
        jobs.push(Job::Records(at));
    }
    figures().for_each(|figure| jobs.extend([desk.of_figure(figure), Job::FigureJson(figure)]));
    for language in report.config.languages.positions() {
        let first = |at| desk.tables.of_collection(report, at).tables.first();
        jobs.extend(with_data.iter().filter_map(|&at| Some(Job::SheetOfRecords(at, first(at)?, language))));
        jobs.extend(figures().map(|figure| Job::SheetOfFigure(figure, language)));
        jobs.extend(figures().filter(|figure| figure.has_chart()).map(|figure| Job::Chart(figure, language)));
    }
    jobs
}

/// Sheets, by the workbook that they are in.
fn by_owner(tabs: impl Iterator<Item = Tab>) -> Vec<Vec<Tab>> {
    let mut all: Vec<Vec<Tab>> = Vec::new();
    for tab in tabs {
        match all.last_mut().filter(|tabs| tabs[0].owner == tab.owner) {
            Some(tabs) => tabs.push(tab),
            None => all.push(vec![tab]),
        }
    }
    all
}

/// What is made of all data.
struct Whole<'a> {
    desk: Desk<'a>,
    /// All tables with the length of their files.
    tables: &'a [(&'a Described, u64)],
    /// All tables for spreadsheets, with what they were made of.
    sheets: &'a [(Sheet, Arc<[Note]>)],
}

impl Whole<'_> {
    /// Writes the archive and what describes the data. The catalogue says how long the archive is.
    fn write(&self, packed: Vec<Option<Packed>>) {
        let Desk { report, sizes, .. } = self.desk;
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
        for (path, bytes) in files {
            self.desk.put(path, bytes, reads.clone());
        }
        let (catalog, more) = recorder::remembered(LanguageIx::SOURCE, || {
            recorder::note_all(&notes);
            catalog::graph(report, sizes)
        });
        let reads = report.reads(more);
        let put = |path: &str, content: String| self.desk.put(path.to_owned(), content.into_bytes(), reads.clone());
        rayon::join(|| put(CATALOG, rdf::turtle(&catalog)), || put(CATALOG_JSON_LD, rdf::json_ld(&catalog)));
    }

    fn archive(&self, packed: Vec<Option<Packed>>, package: &str) -> Option<Vec<u8>> {
        let report = self.desk.report;
        let readme = archive::readme(report);
        let (readme, package) = rayon::join(
            || archive::pack(report, "README.md", readme.as_bytes()),
            || archive::pack(report, archive::name(PACKAGE), package.as_bytes()),
        );
        archive::of_all([readme, package].into_iter().chain(packed).collect())
    }
}

/// What describes all data is made of all of it.
fn note_all(report: &Report) {
    report.site.collections.positions().for_each(|collection| recorder::note(Note::Records(collection)));
    report.figures.iter().for_each(|figure| report.note_made_of(figure));
}

/// The address of a licence; the name that was written where none is known.
pub fn license_address(written: &str) -> String {
    license::find(written).url.unwrap_or_else(|| written.to_owned())
}

/// Whether a collection has anything to give away.
pub fn has_data(report: &Report, collection: CollectionIx) -> bool {
    !report.plan.data.of_collection(collection).is_empty()
}

/// The collections that have.
fn with_data(report: &Report) -> impl Iterator<Item = CollectionIx> {
    report.site.collections.positions().filter(|&at| has_data(report, at))
}
