//! The data files: which there are and what they are called, known from the content model alone. `export/data` says what is
//! in them.

use std::collections::BTreeMap;

use icu::normalizer::DecomposingNormalizerBorrowed;

use crate::config::Config;
use crate::figures::Figures;
use crate::link::Site;
use crate::model::builtin::CORRECTIONS;
use crate::model::field::{Collection, Field, FieldKind, Fields};
use crate::position::{CollectionIx, LanguageIx, List, RecordIx};

/// The Data Package of all tables.
pub const PACKAGE: &str = "data/datapackage.json";
/// The catalogue in Turtle.
pub const CATALOG: &str = "data/catalog.ttl";
/// The same in JSON-LD.
pub const CATALOG_JSON_LD: &str = "data/catalog.jsonld";

/// A data file.
#[derive(Debug, Clone)]
pub struct DataFile {
    /// Its path below the output.
    pub path: String,
    /// What kind it is.
    pub format: Format,
    /// What is in it.
    pub part: Part,
}

/// The kind of a data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// CSV.
    Csv,
    /// JSON.
    Json,
    /// An archive of other files.
    Zip,
    /// A drawing.
    Svg,
    /// A workbook.
    Xlsx,
}

/// What is in a data file.
#[derive(Debug, Clone)]
pub enum Part {
    /// The records of a collection.
    Records(CollectionIx),
    /// A list of groups in them, by the names of the fields that lead to it.
    List(CollectionIx, String),
    /// The values that they changed, of corrections.
    Changes(CollectionIx),
    /// All their facts.
    Facts(CollectionIx),
    /// All tables of a collection in one workbook.
    Workbook(CollectionIx),
    /// The records of a collection, for spreadsheet programs.
    SheetOfRecords(CollectionIx),
    /// The values of a figure, for spreadsheet programs.
    SheetOfFigure(RecordIx),
    /// The chart of a figure.
    ChartOfFigure(RecordIx),
    /// One record with all its facts.
    Record(RecordIx),
    /// The values of a figure.
    Figure(RecordIx),
    /// Everything.
    All,
}

/// All data files of a site.
#[derive(Debug, Clone)]
pub struct DataFiles {
    collections: List<CollectionIx, Vec<DataFile>>,
    figures: BTreeMap<RecordIx, Vec<DataFile>>,
    archive: Option<DataFile>,
}

impl DataFiles {
    /// Those of a site; a collection without records has none.
    pub fn of_site(site: &Site, figures: &Figures, config: &Config) -> Self {
        let of_collection = |(at, model): (CollectionIx, &Collection)| match site.records[at].is_empty() {
            true => Vec::new(),
            false => of_records(at, model, config),
        };
        let of_figure = |record: RecordIx| {
            let stem = figure_stem(site, record);
            let formats = [Format::Csv, Format::Json].into_iter().chain(config.workbooks.then_some(Format::Xlsx));
            formats.map(|format| DataFile::new(&stem, format, Part::Figure(record))).collect()
        };
        let has_records = site.records.iter().any(|records| !records.is_empty());
        DataFiles {
            archive: has_records.then(|| DataFile::new(&archive_stem(config), Format::Zip, Part::All)),
            collections: site.collections.entries().map(of_collection).collect(),
            figures: figures.iter().map(|figure| (figure.record, of_figure(figure.record))).collect(),
        }
    }

    /// The files of a collection: records as CSV and JSON, all of it as a workbook where the site has them, its lists, its facts.
    pub fn of_collection(&self, collection: CollectionIx) -> &[DataFile] {
        &self.collections[collection]
    }

    /// The files of a figure: as CSV, as JSON, and as a workbook where the site has them.
    pub fn of_figure(&self, record: RecordIx) -> &[DataFile] {
        self.figures.get(&record).map_or(&[], Vec::as_slice)
    }

    /// The figures that have files.
    pub fn figures(&self) -> impl Iterator<Item = RecordIx> {
        self.figures.keys().copied()
    }

    /// The files of a record by itself, as CSV and as JSON; `None`: it has none. They are not kept: there may be many.
    pub fn of_record(site: &Site, record: RecordIx) -> Option<[DataFile; 2]> {
        let model = site.model(record);
        let stem = || format!("{}/{}", model.id, site.get(record).record.id);
        let of_format = |format| DataFile::new(&stem(), format, Part::Record(record));
        model.has_record_data().then(|| [Format::Csv, Format::Json].map(of_format))
    }

    /// All of these in one; `None`: there are none.
    pub fn archive(&self) -> Option<&DataFile> {
        self.archive.as_ref()
    }

    /// Every file but those of single records.
    pub fn iter(&self) -> impl Iterator<Item = &DataFile> {
        self.collections.iter().flatten().chain(self.figures.values().flatten()).chain(&self.archive)
    }
}

impl DataFile {
    fn new(stem: &str, format: Format, part: Part) -> Self {
        DataFile { path: path(stem, format), format, part }
    }

    /// The records of a collection for spreadsheet programs in a language, by its tag.
    pub fn sheet_of_records(collection: CollectionIx, model: &Collection, language: &str) -> Self {
        DataFile::new(&sheet_stem(&stem(model), language), Format::Csv, Part::SheetOfRecords(collection))
    }

    /// The values of a figure for spreadsheet programs in a language, by its tag.
    pub fn sheet_of_figure(site: &Site, record: RecordIx, language: &str) -> Self {
        DataFile::new(&sheet_stem(&figure_stem(site, record), language), Format::Csv, Part::SheetOfFigure(record))
    }

    /// The chart of a figure in a language, by its tag.
    pub fn chart_of_figure(site: &Site, record: RecordIx, language: &str) -> Self {
        let stem = format!("{}-{language}", figure_stem(site, record));
        DataFile::new(&stem, Format::Svg, Part::ChartOfFigure(record))
    }

    /// The file beside a table that says what its columns are, where CSV on the Web looks for it; `None` for JSON.
    pub fn metadata(&self) -> Option<String> {
        let stem = self.path.strip_prefix("data/")?.strip_suffix(".csv")?;
        Some(metadata(stem))
    }
}

impl Format {
    /// Its media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv",
            Format::Json => "application/json",
            Format::Zip => "application/zip",
            Format::Svg => "image/svg+xml",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// How the names of such files end.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Zip => "zip",
            Format::Svg => "svg",
            Format::Xlsx => "xlsx",
        }
    }

    /// Its name for readers.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Json => "JSON",
            Format::Zip => "ZIP",
            Format::Svg => "SVG",
            Format::Xlsx => "XLSX",
        }
    }
}

fn of_records(collection: CollectionIx, model: &Collection, config: &Config) -> Vec<DataFile> {
    let records = |format| DataFile::new(&stem(model), format, Part::Records(collection));
    let mut files = vec![records(Format::Csv), records(Format::Json)];
    let workbook = || DataFile::new(&stem(model), Format::Xlsx, Part::Workbook(collection));
    files.extend(config.workbooks.then(workbook));
    for (list, _) in lists_of(model) {
        files.push(DataFile::new(&list_stem(model, &list), Format::Csv, Part::List(collection, list)));
    }
    if *model.id == *CORRECTIONS {
        files.push(DataFile::new(&changes_stem(model), Format::Csv, Part::Changes(collection)));
    }
    files.push(DataFile::new(&facts_stem(model), Format::Csv, Part::Facts(collection)));
    files
}

/// The path of a data file by its name without ending.
pub fn path(stem: &str, format: Format) -> String {
    format!("data/{stem}.{}", format.ending())
}

/// The path of what says what the columns of a table are.
pub fn metadata(stem: &str) -> String {
    format!("{}-metadata.json", path(stem, Format::Csv))
}

/// The name of a table for spreadsheet programs; no list of groups has one with a hyphen.
fn sheet_stem(stem: &str, language: &str) -> String {
    format!("{stem}.spreadsheet-{language}")
}

/// Letters of a name that an archive may have.
const NAME: usize = 40;

/// The name of the archive of everything: that of the site in its source language, in letters of a to z and digits; `all`
/// where that cannot be written so, or is long.
pub fn archive_stem(config: &Config) -> String {
    let name = config.short.best(LanguageIx::SOURCE).map_or(config.title.text(LanguageIx::SOURCE), |(_, short)| short);
    let plain = DecomposingNormalizerBorrowed::new_nfkd().normalize(name).to_lowercase();
    let letters = plain.chars().filter(|c| c.is_ascii() || c.is_alphanumeric());
    let letters: String = letters.map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let stem = letters.split_whitespace().collect::<Vec<_>>().join("-");
    if stem.is_ascii() && (1..=NAME).contains(&stem.len()) { stem } else { "all".to_owned() }
}

/// The name of the main table of a collection, and of its JSON. `datapackage.json` is the Data Package.
pub fn stem(model: &Collection) -> String {
    if &*model.id == "datapackage" { "datapackage_".to_owned() } else { model.id.to_string() }
}

/// The name of the table of a list of groups, which is none that the long form of all facts has.
pub fn list_stem(model: &Collection, path: &str) -> String {
    format!("{}.{}", stem(model), if path == "facts" { "facts-" } else { path })
}

/// The name of the table of the values that corrections changed.
pub fn changes_stem(model: &Collection) -> String {
    format!("{}.changes", stem(model))
}

/// The name of the long form of all facts of a collection.
pub fn facts_stem(model: &Collection) -> String {
    format!("{}.facts", stem(model))
}

/// The name of the files of a figure.
pub fn figure_stem(site: &Site, record: RecordIx) -> String {
    format!("figures/{}", site.get(record).record.id)
}

/// The lists of groups in a collection, however deep, in declared order: the names of the fields that lead to each, joined
/// by `.`, and the field.
pub fn lists_of(model: &Collection) -> Vec<(String, &Field)> {
    let mut found = Vec::new();
    add_lists(&model.fields, "", &mut found);
    found
}

fn add_lists<'m>(fields: &'m Fields, prefix: &str, found: &mut Vec<(String, &'m Field)>) {
    for field in fields {
        let name = format!("{prefix}{}", field.name);
        let below = format!("{name}.");
        match &field.kind {
            FieldKind::Group(inner) => add_lists(inner, &below, found),
            FieldKind::List(item) => {
                if let FieldKind::Group(inner) = &item.kind {
                    found.push((name, field));
                    add_lists(inner, &below, found);
                }
            }
            _ => {}
        }
    }
}
