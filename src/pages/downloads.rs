//! Data files as template values: `{format, url, title, bytes, size}`.

use tera::Value;

use crate::export::data::{Data, files};
use crate::figures::Figure;
use crate::pages::values::{Entries, map, optional};
use crate::pictures::charts;
use crate::plan::data_files::{CATALOG, CATALOG_JSON_LD, DataFile, DataFiles, PACKAGE};
use crate::position::{CollectionIx, RecordIx};
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};
use crate::words::sizes;

/// The data files in the words of a language, with how long they are.
#[derive(Clone, Copy)]
pub struct Downloads<'r> {
    /// The language.
    pub localizer: Localizer<'r>,
    /// They.
    pub data: &'r Data,
}

impl Downloads<'_> {
    /// Bytes of a file; `None`: there is none.
    fn size(self, file: &DataFile) -> Option<u64> {
        self.data.size(self.localizer.report, file)
    }

    /// The files that belong to the pages of a collection.
    pub fn of_pages(self, collection: CollectionIx) -> Value {
        self.values(self.localizer.report.plan.data.of_collection(collection))
    }

    /// The records of a collection for spreadsheet programs in this language; none: it has no data.
    pub fn sheet_of_pages(self, collection: CollectionIx) -> Value {
        let model = &self.localizer.report.site.collections[collection];
        self.written(&DataFile::sheet_of_records(collection, model, self.localizer.code()))
    }

    /// The values of a figure for spreadsheet programs in this language.
    pub fn sheet_of_figure(self, figure: &Figure) -> Value {
        let site = &self.localizer.report.site;
        self.written(&DataFile::sheet_of_figure(site, figure.record, self.localizer.code()))
    }

    /// The chart of a figure in this language, with its `kind`; none: it has none.
    pub fn chart_of_figure(self, figure: &Figure) -> Value {
        let site = &self.localizer.report.site;
        let file = self.written(&DataFile::chart_of_figure(site, figure.record, self.localizer.code()));
        if file.is_none() {
            return file;
        }
        let mut chart = Entries::of(&file, 1);
        chart.insert("kind", Value::from(charts::name(charts::kind_of_file(figure))));
        Value::from(chart)
    }

    /// A file that was written; else none.
    fn written(self, file: &DataFile) -> Value {
        self.size(file).map_or_else(Value::none, |_| self.file(file))
    }

    /// The files of a record by itself; an empty list: it has none.
    pub fn of_record(self, record: RecordIx) -> Value {
        self.values(DataFiles::of_record(&self.localizer.report.site, record).as_ref().map_or(&[], |files| &files[..]))
    }

    /// The files that belong to the page of a figure.
    pub fn of_figure(self, figure: &Figure) -> Value {
        self.values(self.localizer.report.plan.data.of_figure(figure.record))
    }

    /// All files, by collection: `[{collection, label, records, files, sheet}]`.
    pub fn all(self) -> Value {
        let report = self.localizer.report;
        let of_one = |collection: CollectionIx| {
            let files = report.plan.data.of_collection(collection);
            let model = &report.site.collections[collection];
            (!files.is_empty()).then(|| {
                map([
                    ("collection", Value::normal_string(&model.id)),
                    ("label", Value::normal_string(model.label.text(self.localizer.language))),
                    ("records", Value::from(report.site.records[collection].len() as u64)),
                    ("files", self.values(files)),
                    ("sheet", self.sheet_of_pages(collection)),
                ])
            })
        };
        Value::from(report.site.collections.positions().filter_map(of_one).collect::<Vec<_>>())
    }

    /// All data in one, and what describes them: `{archive, package, catalog}`, two files or none, and a list of files.
    pub fn of_everything(self) -> Value {
        let file = |(path, format): (&str, &'static str)| {
            let bytes = self.data.size_of_whole(self.localizer.report, path)?;
            Some(self.value((path, Some(bytes)), format, path.rsplit('/').next().unwrap_or(path)))
        };
        let catalog = [(CATALOG_JSON_LD, "JSON-LD"), (CATALOG, "Turtle")];
        let archive = self.localizer.report.plan.data.archive().filter(|archive| self.size(archive).is_some());
        map([
            ("archive", archive.map_or_else(Value::none, |archive| self.file(archive))),
            ("package", file((PACKAGE, "JSON")).unwrap_or_else(Value::none)),
            ("catalog", Value::from(catalog.into_iter().filter_map(file).collect::<Vec<_>>())),
        ])
    }

    fn values(self, files: &[DataFile]) -> Value {
        Value::from(
            files.iter().filter(|file| self.size(file).is_some()).map(|file| self.file(file)).collect::<Vec<_>>(),
        )
    }

    fn file(self, file: &DataFile) -> Value {
        self.value((&file.path, self.size(file)), file.format.name(), &files::title(file, self.localizer))
    }

    fn value(self, (path, bytes): (&str, Option<u64>), format: &'static str, title: &str) -> Value {
        recorder::note(Note::Size(path.into()));
        let size = bytes.map(|bytes| sizes::words(self.localizer, bytes));
        map([
            ("format", Value::from(format)),
            ("url", Value::from(self.localizer.report.plan.addresses.link(&format!("/{path}")))),
            ("title", Value::normal_string(title)),
            ("bytes", bytes.map_or_else(Value::none, Value::from)),
            ("size", optional(size.as_deref())),
        ])
    }
}
