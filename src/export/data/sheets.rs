//! `{collection}.spreadsheet-{language}.csv` and the same of figures: tables for people who open them in a spreadsheet program
//! by a double click, in words of their language. The exact tables are those for programs.
//!
//! They begin with a byte order mark, part cells by what such programs expect in the language, and have numbers with its
//! decimal mark and nothing else in the cell.

use std::collections::BTreeSet;

use crate::export::data::archive;
use crate::export::data::cell::{Aspect, Cell};
use crate::export::data::datum::{self, Datum};
use crate::export::data::files;
use crate::export::data::table::Table;
use crate::figures::{Dating, Figure, Group, Point};
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::locale::program::Message;
use crate::markup::csv::Csv;
use crate::model::builtin::{FIGURES, SOURCES};
use crate::model::field::{FieldKind, Fields};
use crate::model::number::Number;
use crate::model::value::{Bound, Missing, Status};
use crate::plan::data_files::DataFile;
use crate::position::{CollectionIx, FieldIx, RecordIx};
use crate::report::localizer::Localizer;
use crate::words::facts::words;
use crate::words::figures::{group_label, is_percent, unit_words};
use crate::words::formula::pair;

/// A table for spreadsheets, as the Data Package describes it.
pub struct Sheet {
    /// Its path below the folder of all data.
    pub path: String,
    /// What it holds, in its language.
    pub title: String,
    /// Its columns: what they are called, and whether they hold numbers.
    pub columns: Vec<(String, bool)>,
    /// Which marks its numbers and cells are written with.
    pub dialect: Dialect,
    /// How long it is; 0 until it is written.
    pub bytes: u64,
}

/// What a language writes numbers with, and spreadsheet programs in it part cells by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// Between cells.
    pub separator: char,
    /// Between the digits of a number.
    pub decimal: char,
}

impl Dialect {
    /// That of a language.
    pub fn of(localizer: Localizer) -> Self {
        let shown = Number::parse("1.5").map(|number| localizer.locale().number(&number)).unwrap_or_default();
        match shown.contains(',') {
            true => Dialect { separator: ';', decimal: ',' },
            false => Dialect { separator: ',', decimal: '.' },
        }
    }
}

/// A column that somebody reads: what is in it, its heading, whether it holds numbers.
struct Column<'t> {
    cell: &'t Cell,
    heading: String,
    is_number: bool,
}

/// The records of a collection in a language.
pub fn of_records(localizer: Localizer, table: &Table, collection: CollectionIx) -> (Sheet, Vec<u8>) {
    let report = localizer.report;
    let fields = &report.site.collections[collection].fields;
    let shown = table.cells.iter().filter_map(|cell| column(localizer, fields, cell));
    let mut columns: Vec<Column> = shown.collect();
    // The name stands first: it is what people look for.
    columns.sort_by_key(|column| !is_title(localizer, collection, column.cell));
    let mut headings = Headings::default();
    let columns: Vec<Column> =
        columns.into_iter().map(|column| Column { heading: headings.unique(column.heading), ..column }).collect();
    let dialect = Dialect::of(localizer);
    let mut csv = Csv::for_spreadsheets(dialect.separator, dialect.decimal);
    columns.iter().for_each(|column| csv.text(&column.heading));
    csv.end_row();
    for linked in &report.site.records[collection] {
        for column in &columns {
            Row { localizer, linked }.write(column.cell, &mut csv);
        }
        csv.end_row();
    }
    let columns = columns.into_iter().map(|column| (column.heading, column.is_number)).collect();
    (sheet(localizer, &file_of_records(localizer, collection), columns), csv.finish())
}

fn file_of_records(localizer: Localizer, collection: CollectionIx) -> DataFile {
    DataFile::sheet_of_records(collection, &localizer.report.site.collections[collection], localizer.code())
}

fn sheet(localizer: Localizer, file: &DataFile, columns: Vec<(String, bool)>) -> Sheet {
    let path = archive::name(&file.path).to_owned();
    let title = files::title(file, localizer);
    Sheet { path, title, columns, dialect: Dialect::of(localizer), bytes: 0 }
}

/// Headings that are told apart.
#[derive(Default)]
struct Headings(BTreeSet<String>);

impl Headings {
    fn unique(&mut self, heading: String) -> String {
        let numbered = (2..).map(|number| format!("{heading} ({number})"));
        let mut names = std::iter::once(heading.clone()).chain(numbered);
        let free = names.find(|name| !self.0.contains(name)).unwrap_or(heading);
        self.0.insert(free.clone());
        free
    }
}

fn is_title(localizer: Localizer, collection: CollectionIx, cell: &Cell) -> bool {
    let title = localizer.report.site.collections[collection].roles.title;
    matches!(cell, Cell::Fact(path, Aspect::Value | Aspect::In(_)) if title.is_some_and(|at| path.as_slice() == [at]))
}

/// What people of a language see of a column; `None`: it is for programs, or in another language.
fn column<'t>(localizer: Localizer, fields: &Fields, cell: &'t Cell) -> Option<Column<'t>> {
    let own = |heading: Message| Some((localizer.message(heading), false));
    let (heading, is_number) = match cell {
        Cell::Id => own(Message::SheetId)?,
        Cell::Address(at) if *at == localizer.language => own(Message::SheetPage)?,
        Cell::Sources => (label(localizer, SOURCES)?, false),
        Cell::AsOf => own(Message::SheetAsOf)?,
        Cell::License => own(Message::SheetLicence)?,
        Cell::Fact(path, aspect) => of_fact(localizer, fields, path, *aspect)?,
        Cell::Address(_) | Cell::Position(_) | Cell::Told(_) => return None,
    };
    Some(Column { cell, heading, is_number })
}

/// The label of a collection.
fn label(localizer: Localizer, collection: &str) -> Option<String> {
    let at = localizer.report.site.collection_named(collection)?;
    Some(localizer.report.site.collections[at].label.text(localizer.language).to_owned())
}

/// The heading of something of a fact, and whether it is a number.
fn of_fact(localizer: Localizer, fields: &Fields, path: &[FieldIx], aspect: Aspect) -> Option<(String, bool)> {
    let mut labels = Vec::new();
    let mut within = fields;
    let mut is_number = matches!(aspect, Aspect::Latitude | Aspect::Longitude);
    for at in path {
        let field = within.get(*at)?;
        let label = field.label.text(localizer.language);
        match &field.kind {
            FieldKind::Group(inner) => within = inner,
            FieldKind::Number(kind) if matches!(aspect, Aspect::Value) => {
                is_number = true;
                let unit = kind.unit.as_ref().map(|unit| unit_words(localizer, unit));
                labels.push(unit.map_or_else(|| label.to_owned(), |unit| format!("{label} ({unit})")));
                continue;
            }
            _ => {}
        }
        labels.push(label.to_owned());
    }
    let about = match aspect {
        Aspect::In(at) | Aspect::Alt(at) | Aspect::Caption(at) if at != localizer.language => return None,
        Aspect::Value | Aspect::In(_) => None,
        Aspect::Latitude => Some(Message::SheetLatitude),
        Aspect::Longitude => Some(Message::SheetLongitude),
        Aspect::Alt(_) => Some(Message::SheetAlt),
        Aspect::Caption(_) => Some(Message::SheetCaption),
        Aspect::Credit => Some(Message::SheetCredit),
        Aspect::Bound => Some(Message::SheetBound),
        Aspect::Status => Some(Message::SheetStatus),
        Aspect::Since => Some(Message::SheetSince),
        Aspect::By => Some(Message::SheetBy),
        Aspect::Missing => Some(Message::SheetMissing),
    };
    labels.extend(about.map(|message| localizer.message(message)));
    let heading = labels.into_iter().reduce(|whole, part| pair(localizer, &whole, &part))?;
    Some((heading, is_number))
}

/// A row on its way into the file.
struct Row<'a> {
    localizer: Localizer<'a>,
    linked: &'a LinkedRecord,
}

impl Row<'_> {
    fn write(&self, cell: &Cell, csv: &mut Csv) {
        let Row { localizer, linked } = *self;
        let report = localizer.report;
        match cell {
            Cell::Id => csv.text(&linked.record.id),
            Cell::Address(_) => csv.text(&localizer.page_address(linked.at).unwrap_or_default()),
            Cell::Sources => {
                let sources = linked.record.sources.iter().filter_map(|&at| linked.targets[at as usize]);
                csv.text(&titles(localizer, sources));
            }
            Cell::AsOf => csv.text(&report.site.as_of.to_string()),
            Cell::License => csv.text(report.config.license.as_deref().unwrap_or_default()),
            Cell::Fact(path, aspect) => match self.fact(path) {
                Some(fact) => self.of_fact(&fact, *aspect, csv),
                None => csv.empty(),
            },
            Cell::Position(_) | Cell::Told(_) => csv.empty(),
        }
    }

    fn fact(&self, path: &[FieldIx]) -> Option<Effective<'_, '_>> {
        let (first, rest) = path.split_first()?;
        self.localizer.report.site.effective(self.linked.at, *first)?.along(rest)
    }

    fn of_fact(&self, fact: &Effective, aspect: Aspect, csv: &mut Csv) {
        let (localizer, written) = (self.localizer, fact.written);
        let text = match aspect {
            Aspect::Bound => written.bound.map(|bound| bound_words(localizer, bound)),
            Aspect::Status => written.status.map(|status| localizer.message(status)),
            Aspect::Since => written.since().map(|date| date.to_string()),
            Aspect::By => written.by().map(|date| date.to_string()),
            Aspect::Missing => written.missing().map(|missing| localizer.message(missing)),
            Aspect::Value
            | Aspect::In(_)
            | Aspect::Latitude
            | Aspect::Longitude
            | Aspect::Alt(_)
            | Aspect::Caption(_)
            | Aspect::Credit => {
                return self.value(fact, aspect, csv);
            }
        };
        csv.text(&text.unwrap_or_default());
    }

    fn value(&self, fact: &Effective, aspect: Aspect, csv: &mut Csv) {
        let localizer = self.localizer;
        match (aspect, datum::of(localizer.report, fact)) {
            (_, None) => csv.empty(),
            (_, Some(Datum::Number(number))) => csv.number(&number.to_string()),
            (Aspect::Latitude, Some(Datum::Location(at))) => csv.number(&at.latitude.to_string()),
            (Aspect::Longitude, Some(Datum::Location(at))) => csv.number(&at.longitude.to_string()),
            (Aspect::Alt(_), Some(Datum::Image(image))) => {
                csv.text(image.alt.get(localizer.language).map_or("", |alt| alt));
            }
            (Aspect::Caption(_), Some(Datum::Image(image))) => {
                let own = image.caption.as_ref().and_then(|caption| caption.get(localizer.language));
                csv.text(own.map_or("", |caption| caption));
            }
            (Aspect::Credit, Some(Datum::Image(image))) => csv.text(image.credit.as_deref().unwrap_or_default()),
            (_, Some(Datum::Image(image))) => csv.text(&localizer.report.image_address(fact.linked, &image.file)),
            (_, Some(Datum::List)) => {
                let items: Vec<String> = fact.items().map(|item| self.item(&item)).collect();
                csv.text(&joined(items));
            }
            (_, Some(_)) => csv.text(&self.item(fact)),
        }
    }

    /// One value in words. What programs follow, addresses and dates, stays as it is.
    fn item(&self, fact: &Effective) -> String {
        let localizer = self.localizer;
        match (&fact.field.kind, datum::of(localizer.report, fact)) {
            (FieldKind::Choice(_) | FieldKind::Reference { .. } | FieldKind::Language, _) => words(localizer, fact),
            (_, Some(Datum::Text(text))) => text.into_owned(),
            (_, Some(Datum::Localized(texts))) => {
                let own = texts.into_iter().find(|(at, _)| *at == localizer.language);
                own.map(|(_, text)| text.into_owned()).unwrap_or_default()
            }
            (_, None) => String::new(),
            _ => words(localizer, fact),
        }
    }
}

/// Several texts in one cell.
fn joined(texts: Vec<String>) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
}

fn titles(localizer: Localizer, records: impl Iterator<Item = RecordIx>) -> String {
    joined(records.map(|record| localizer.title(record).to_owned()).collect())
}

/// How a number bounds the true one, without the number.
fn bound_words(localizer: Localizer, bound: Bound) -> String {
    let words = localizer.format(bound, &[("value", "".into())]).unwrap_or_default();
    words.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}' || c == '\u{202f}').to_owned()
}

/// A value of a figure as a row.
struct Value<'f> {
    of: String,
    date: String,
    number: Option<&'f Number>,
    about: (Option<Bound>, Option<Status>, Option<Missing>),
    sources: &'f [RecordIx],
}

/// The values of a figure in a language: through time, of our own list beside it, by group.
pub fn of_figure(localizer: Localizer, figure: &Figure) -> (Sheet, Vec<u8>) {
    let dialect = Dialect::of(localizer);
    let unit = if is_percent(figure) { Some("percent") } else { figure.unit.as_deref() };
    let value = localizer.message(Message::ChartValue);
    let unit = unit.map(|unit| unit_words(localizer, unit));
    let (of, licence) = (label_of_figure(localizer), localizer.config().license.as_deref());
    let mut headings = Headings::default();
    let columns: Vec<(String, bool)> = [
        (of, false),
        (localizer.message(Message::ChartDate), false),
        (unit.map_or_else(|| value.clone(), |unit| format!("{value} ({unit})")), true),
        (localizer.message(Message::SheetBound), false),
        (localizer.message(Message::SheetStatus), false),
        (localizer.message(Message::SheetMissing), false),
        (localizer.message(Message::ChartSource), false),
        (localizer.message(Message::SheetAsOf), false),
    ]
    .into_iter()
    .chain(licence.map(|_| (localizer.message(Message::SheetLicence), false)))
    .map(|(heading, is_number)| (headings.unique(heading), is_number))
    .collect();
    let mut csv = Csv::for_spreadsheets(dialect.separator, dialect.decimal);
    columns.iter().for_each(|(heading, _)| csv.text(heading));
    csv.end_row();
    for row in values(localizer, figure) {
        csv.text(&row.of);
        csv.text(&row.date);
        match row.number {
            Some(number) => csv.number(&number.to_string()),
            None => csv.empty(),
        }
        let (bound, status, missing) = row.about;
        csv.text(&bound.map(|bound| bound_words(localizer, bound)).unwrap_or_default());
        csv.text(&status.map(|status| localizer.message(status)).unwrap_or_default());
        csv.text(&missing.map(|missing| localizer.message(missing)).unwrap_or_default());
        csv.text(&titles(localizer, row.sources.iter().copied()));
        csv.text(&localizer.report.site.as_of.to_string());
        licence.into_iter().for_each(|licence| csv.text(licence));
        csv.end_row();
    }
    (
        sheet(localizer, &DataFile::sheet_of_figure(&localizer.report.site, figure.record, localizer.code()), columns),
        csv.finish(),
    )
}

/// What one figure is called.
fn label_of_figure(localizer: Localizer) -> String {
    let site = &localizer.report.site;
    let model = site.collection_named(FIGURES).map(|at| &site.collections[at]);
    model.map(|model| model.singular.text(localizer.language).to_owned()).unwrap_or_default()
}

fn values<'f>(localizer: Localizer, figure: &'f Figure) -> Vec<Value<'f>> {
    let title = localizer.title(figure.record).to_owned();
    let listed = format!("{title}: {}", localizer.message(Message::ChartListed));
    let date = |point: &Point| match point.dating {
        Dating::Undated => String::new(),
        _ => point.date.to_string(),
    };
    let of_point = |of: &str, point: &'f Point| Value {
        of: of.to_owned(),
        date: date(point),
        number: point.amount.number.as_ref(),
        about: (point.amount.bound, point.amount.status, point.amount.missing),
        sources: &point.sources,
    };
    let mut rows: Vec<Value> = figure.series.iter().map(|point| of_point(&title, point)).collect();
    if figure.is_reported() {
        rows.extend(figure.computed.iter().map(|point| of_point(&listed, point)));
    }
    let as_of = localizer.report.site.as_of.to_string();
    rows.extend(figure.groups.iter().map(|group: &Group| Value {
        of: format!("{title}: {}", group_label(localizer, figure, group)),
        date: as_of.clone(),
        number: group.amount.number.as_ref(),
        about: (group.amount.bound, group.amount.status, group.amount.missing),
        sources: &[],
    }));
    rows
}
