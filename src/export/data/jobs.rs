//! One file of data: what it is, what is in it, what it was made of.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::export::data::archive::{self, Packed};
use crate::export::data::sheets::{self, Sheet};
use crate::export::data::sizes::Sizes;
use crate::export::data::spec::Described;
use crate::export::data::table::Table;
use crate::export::data::tables::{OfCollection, Tables};
use crate::export::data::workbooks::{self, Owner, Tab};
use crate::export::data::{changes, facts, figures, package, records, rows};
use crate::figures::Figure;
use crate::link::record::LinkedRecord;
use crate::markup::csv::Csv;
use crate::output::{OutputFile, Reads, Sink};
use crate::pictures::charts;
use crate::plan::data_files::{self, DataFile, DataFiles, Format, figure_stem, metadata, stem};
use crate::position::{CollectionIx, LanguageIx};
use crate::report::Report;
use crate::report::recorder::{self, Note};

/// A file to make.
#[derive(Clone, Copy)]
pub enum Job<'a> {
    /// A table of a collection: of its records, or of a list in them.
    Table(CollectionIx, &'a Table),
    /// The facts of a collection in long form.
    Facts(CollectionIx, &'a Described),
    /// What corrections changed.
    Changes(CollectionIx, &'a Described),
    /// The records of a collection as JSON.
    Records(CollectionIx),
    /// The values of a figure.
    Figure(&'a Figure, &'a Described),
    /// The same as JSON.
    FigureJson(&'a Figure),
    /// The records of a collection for spreadsheet programs.
    SheetOfRecords(CollectionIx, &'a Table, LanguageIx),
    /// The values of a figure for spreadsheet programs.
    SheetOfFigure(&'a Figure, LanguageIx),
    /// The chart of a figure.
    Chart(&'a Figure, LanguageIx),
}

impl Job<'_> {
    /// How long it takes, compared with others: by the records that it goes through, and how much it says of each.
    pub fn length(&self, report: &Report) -> usize {
        let (collection, of_each) = match self {
            Job::Facts(at, _) => (at, 4),
            Job::Records(at) => (at, 3),
            Job::Table(at, _) => (at, 2),
            Job::SheetOfRecords(at, ..) => (at, 1),
            Job::Changes(..) | Job::Figure(..) | Job::FigureJson(_) | Job::SheetOfFigure(..) | Job::Chart(..) => {
                return 0;
            }
        };
        report.site.records[*collection].len() * of_each
    }
}

/// What a job made, beside the files that it handed on.
#[derive(Default)]
pub struct Made<'t> {
    /// The files for the archive.
    pub packed: Vec<Option<Packed>>,
    /// A table for spreadsheets, with what it was made of; `None`: it is none.
    pub sheet: Option<(Sheet, Arc<[Note]>)>,
    /// A table, with its length; `None`: it is none.
    pub table: Option<(&'t Described, u64)>,
    /// The same as a sheet of a workbook; `None`: it is none, or the site has no workbooks.
    pub tab: Option<Tab>,
}

/// For what a file is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// For itself.
    Itself,
    /// Also for the archive of all.
    Archive,
}

/// Where files go.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// What they are made of.
    pub report: &'a Report,
    /// What the tables are.
    pub tables: &'a Tables,
    /// How long they are.
    pub sizes: &'a Sizes,
    /// What takes them.
    pub sink: &'a dyn Sink,
}

impl<'a> Desk<'a> {
    /// Those that make the tables of a collection, in the order of the package.
    pub fn of_collection(self, at: CollectionIx) -> Vec<Job<'a>> {
        let OfCollection { tables, changes, facts } = self.tables.of_collection(self.report, at);
        let tables = tables.iter().map(|table| Job::Table(at, table));
        let changes = changes.iter().map(|described| Job::Changes(at, described));
        tables.chain(changes).chain([Job::Facts(at, facts)]).collect()
    }

    /// That which makes the table of a figure.
    pub fn of_figure(self, figure: &'a Figure) -> Job<'a> {
        Job::Figure(figure, self.tables.of_figure(self.report, figure))
    }

    /// Makes a file and hands it on, of a table also what says what it is.
    pub fn make(self, job: Job<'a>, use_of_it: For) -> Made<'a> {
        let Desk { report, .. } = self;
        let (file, notes) = recorder::remembered(LanguageIx::SOURCE, || {
            note_read(report, job);
            self.file_of(job)
        });
        let reads = report.reads(notes.clone());
        let mut made = Made::default();
        let mut put = |path: String, content: Vec<u8>| {
            if use_of_it == For::Archive {
                made.packed.push(archive::pack(report, archive::name(&path), &content));
            }
            self.put(path, content, reads.clone())
        };
        match file {
            File::Json(stem, json) => drop(put(data_files::path(&stem, Format::Json), json.into_bytes())),
            File::Table(described, csv) => {
                let (bytes, sheet) = csv.finish_both();
                let length = put(data_files::path(&described.name, Format::Csv), bytes);
                let about = package::csv_on_the_web(report, described);
                put(metadata(&described.name), about.into_bytes());
                let owner = owner(job).zip(sheet);
                made.tab = owner.map(|(owner, sheet)| workbooks::tab(report, (owner, &described.name), sheet, notes));
                made.table = Some((described, length));
            }
            File::Sheet(mut sheet, bytes) => {
                // It says what the exact tables say: the archive has those.
                sheet.bytes = self.put(format!("data/{}", sheet.path), bytes, reads);
                made.sheet = Some((sheet, notes));
            }
            // It shows what the tables say.
            File::Chart(file, svg) => drop(self.put(file.path, svg.into_bytes(), reads)),
        }
        made
    }

    /// Makes the files of a record by itself, where it has them.
    pub fn make_of_record(self, linked: &Arc<LinkedRecord>) {
        let Desk { report, .. } = self;
        let Some([csv, json]) = DataFiles::of_record(&report.site, linked.at) else { return };
        let facts = &self.tables.of_collection(report, linked.at.collection).facts;
        let ((table, document), notes) = recorder::remembered(LanguageIx::SOURCE, || {
            recorder::note(Note::Record(linked.at));
            note_referred(report, std::slice::from_ref(linked));
            let table = facts::csv(report, std::slice::from_ref(linked), facts, Csv::default());
            (table.finish(), records::one(report, linked))
        });
        let reads = report.reads(notes);
        self.put(csv.path, table, reads.clone());
        self.put(json.path, document.into_bytes(), reads);
    }

    /// Makes the workbooks of sheets, which stand in the order of their owners.
    pub fn make_workbook(self, tabs: Vec<Tab>) {
        let Desk { report, .. } = self;
        let Some(owner) = tabs.first().map(|tab| tab.owner) else { return };
        let path = self.workbook(owner);
        let (workbook, notes) = recorder::remembered(LanguageIx::SOURCE, || {
            tabs.iter().for_each(|tab| recorder::note_all(&tab.notes));
            workbooks::workbook(report, tabs)
        });
        match workbook {
            Some(bytes) => drop(self.put(path, bytes, report.reads(notes))),
            None => self.sizes.has_none(path),
        }
    }

    /// The path of the workbook of a collection or of a figure.
    fn workbook(self, owner: Owner) -> String {
        let stem = match owner {
            Owner::Collection(at) => stem(&self.report.site.collections[at]),
            Owner::Figure(record) => figure_stem(&self.report.site, record),
        };
        data_files::path(&stem, Format::Xlsx)
    }

    /// Hands a file on; gives back how long it is.
    pub fn put(self, path: String, bytes: Vec<u8>, reads: Reads) -> u64 {
        let length = bytes.len() as u64;
        self.sizes.add(path.clone(), length);
        self.sink.put(OutputFile { path, bytes, reads });
        length
    }

    fn file_of(self, job: Job<'a>) -> File<'a> {
        let Desk { report, .. } = self;
        let csv = |described: &Described| workbooks::csv(report, described);
        match job {
            Job::Table(collection, table) => {
                File::Table(&table.described, rows::csv(report, collection, table, csv(&table.described)))
            }
            Job::Facts(collection, described) => {
                let records = &report.site.records[collection];
                File::Table(described, facts::csv(report, records, described, csv(described)))
            }
            Job::Changes(collection, described) => {
                File::Table(described, changes::csv(report, collection, described, csv(described)))
            }
            Job::Records(collection) => {
                File::Json(stem(&report.site.collections[collection]), records::json(report, collection))
            }
            Job::Figure(figure, described) => {
                File::Table(described, figures::csv(report, figure, described, csv(described)))
            }
            Job::SheetOfRecords(collection, table, language) => {
                let (sheet, bytes) = sheets::of_records(report.localizer(language), table, collection);
                File::Sheet(sheet, bytes)
            }
            Job::SheetOfFigure(figure, language) => {
                let (sheet, bytes) = sheets::of_figure(report.localizer(language), figure);
                File::Sheet(sheet, bytes)
            }
            Job::Chart(figure, language) => {
                let localizer = report.localizer(language);
                let file = DataFile::chart_of_figure(&report.site, figure.record, localizer.code());
                File::Chart(file, charts::file(localizer, figure))
            }
            Job::FigureJson(figure) => {
                File::Json(figure_stem(&report.site, figure.record), figures::json(report, figure))
            }
        }
    }
}

/// Notes what a file is made of as a whole.
fn note_read(report: &Report, job: Job) {
    match job {
        Job::Table(collection, _)
        | Job::Facts(collection, _)
        | Job::Changes(collection, _)
        | Job::Records(collection) => {
            recorder::note(Note::Records(collection));
            note_referred(report, &report.site.records[collection]);
        }
        Job::SheetOfRecords(collection, ..) => {
            recorder::note(Note::Records(collection));
            note_referred(report, &report.site.records[collection]);
            recorder::note(Note::Publication);
        }
        Job::Figure(figure, _) | Job::FigureJson(figure) | Job::SheetOfFigure(figure, _) | Job::Chart(figure, _) => {
            report.note_made_of(figure)
        }
    }
}

/// A file that was made.
enum File<'t> {
    Json(String, String),
    Table(&'t Described, Csv),
    Sheet(Sheet, Vec<u8>),
    Chart(DataFile, String),
}

/// Whose workbook a table is in.
fn owner(job: Job) -> Option<Owner> {
    match job {
        Job::Table(collection, _) | Job::Facts(collection, _) | Job::Changes(collection, _) => {
            Some(Owner::Collection(collection))
        }
        Job::Figure(figure, _) => Some(Owner::Figure(figure.record)),
        Job::Records(_) | Job::SheetOfRecords(..) | Job::SheetOfFigure(..) | Job::FigureJson(_) | Job::Chart(..) => {
            None
        }
    }
}

/// Notes what records refer to: of that there is the id alone, as long as it is there.
fn note_referred(report: &Report, records: &[Arc<LinkedRecord>]) {
    records.iter().for_each(|linked| report.note_absent(linked));
    let targets = records.iter().flat_map(|linked| linked.targets.iter().flatten());
    let referred: BTreeSet<CollectionIx> = targets.map(|target| target.collection).collect();
    referred.into_iter().for_each(|collection| recorder::note(Note::Members(collection)));
}
