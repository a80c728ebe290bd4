//! Which data files there are, for pages and for the catalogue. Known from the content model alone, before any is made.

use crate::export::data::figures;
use crate::export::data::table::{list_stem, lists_of, stem};
use crate::figures::Figure;
use crate::link::RecordIx;
use crate::model::position::CollectionIx;
use crate::report::Report;
use crate::report::localizer::Localizer;

/// A data file.
pub struct File {
    /// Its name below `data/`.
    pub name: String,
    /// What kind it is.
    pub format: Format,
    part: Part,
}

/// The kind of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// CSV.
    Csv,
    /// JSON.
    Json,
}

/// What is in a file.
enum Part {
    /// The records of a collection.
    Records(CollectionIx),
    /// A list of groups in them, by the names of the fields that lead to it.
    List(CollectionIx, String),
    /// All their facts.
    Facts(CollectionIx),
    /// The values of a figure.
    Figure(RecordIx),
}

impl Format {
    /// Its media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv",
            Format::Json => "application/json",
        }
    }

    /// Its name for readers.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Json => "JSON",
        }
    }
}

/// The files of a collection: records as CSV and JSON, its lists, its facts. Empty when it has no records.
pub fn of_collection(report: &Report, collection: CollectionIx) -> Vec<File> {
    let model = &report.site.collections[collection];
    if report.site.records[collection].is_empty() {
        return Vec::new();
    }
    let records = |format| File::new(&stem(model), format, Part::Records(collection));
    let mut files = vec![records(Format::Csv), records(Format::Json)];
    for list in lists_of(model) {
        files.push(File::new(&list_stem(model, &list.path), Format::Csv, Part::List(collection, list.path)));
    }
    files.push(File::new(&format!("{}.facts", stem(model)), Format::Csv, Part::Facts(collection)));
    files
}

/// The files of a figure.
pub fn of_figure(report: &Report, figure: &Figure) -> Vec<File> {
    let stem = figures::stem(report, figure);
    [Format::Csv, Format::Json].map(|format| File::new(&stem, format, Part::Figure(figure.record))).into()
}

impl File {
    fn new(stem: &str, format: Format, part: Part) -> Self {
        let ending = if format == Format::Csv { "csv" } else { "json" };
        File { name: format!("{stem}.{ending}"), format, part }
    }

    /// Its absolute address.
    pub fn address(&self, report: &Report) -> String {
        format!("{}/data/{}", report.config.base_url.whole(), self.name)
    }

    /// What it holds, in words of a language.
    pub fn title(&self, localizer: Localizer) -> String {
        let label =
            |collection: &CollectionIx| localizer.report.site.collections[*collection].label.text(localizer.language);
        let (label, part) = match &self.part {
            Part::Figure(record) => return localizer.title(*record).to_owned(),
            Part::Records(collection) => return label(collection).to_owned(),
            Part::Facts(collection) => (label(collection), localizer.message("data-facts")),
            Part::List(collection, path) => {
                let lists = lists_of(&localizer.report.site.collections[*collection]);
                let field = lists.iter().find(|list| list.path == *path).map(|list| list.field);
                (
                    label(collection),
                    field.map_or(path.as_str(), |field| field.label.text(localizer.language)).to_owned(),
                )
            }
        };
        let messages = &localizer.locale().messages;
        let variables = [("collection", label.into()), ("part", part.as_str().into())];
        messages.format("data-part", &variables).unwrap_or_else(|| format!("{label}: {part}"))
    }
}
