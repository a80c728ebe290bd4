//! Data files in words, for pages and for the catalogue. Which there are says `plan/data_files.rs`.

use crate::locale::program::Message;
use crate::plan::data_files::{DataFile, Part, lists_of};
use crate::position::CollectionIx;
use crate::report::Report;
use crate::report::localizer::Localizer;

/// The absolute address of a file.
pub fn address(file: &DataFile, report: &Report) -> String {
    format!("{}/{}", report.config.base_url.whole(), file.path)
}

/// What it holds, in words of a language.
pub fn title(file: &DataFile, localizer: Localizer) -> String {
    let label =
        |collection: &CollectionIx| localizer.report.site.collections[*collection].label.text(localizer.language);
    let (label, part) = match &file.part {
        Part::Figure(record) | Part::Record(record) | Part::ChartOfFigure(record) => {
            return localizer.title(*record).to_owned();
        }
        Part::All => return localizer.message(Message::DataAll),
        Part::Records(collection) | Part::Workbook(collection) => return label(collection).to_owned(),
        Part::SheetOfRecords(collection) => (label(collection), localizer.message(Message::DataSheet)),
        Part::SheetOfFigure(record) => (localizer.title(*record), localizer.message(Message::DataSheet)),
        Part::Facts(collection) => (label(collection), localizer.message(Message::DataFacts)),
        Part::Changes(collection) => {
            let model = &localizer.report.site.collections[*collection];
            let labels = ["was", "now"].into_iter().filter_map(|name| model.field(name));
            let labels: Vec<&str> = labels.map(|(_, field)| field.label.text(localizer.language)).collect();
            (label(collection), labels.join(" / "))
        }
        Part::List(collection, path) => {
            let lists = lists_of(&localizer.report.site.collections[*collection]);
            let field = lists.iter().find(|(list, _)| list == path).map(|(_, field)| *field);
            (label(collection), field.map_or(path.as_str(), |field| field.label.text(localizer.language)).to_owned())
        }
    };
    let variables = [("collection", label.into()), ("part", part.as_str().into())];
    localizer.format(Message::DataPart, &variables).unwrap_or_else(|| format!("{label}: {part}"))
}
