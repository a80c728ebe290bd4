//! The rows of a table.

use crate::export::data::cell::{Aspect, Cell};
use crate::export::data::changes;
use crate::export::data::datum::{self, Datum, ids};
use crate::export::data::table::{Step, Table};
use crate::link::effective::Effective;
use crate::link::record::LinkedRecord;
use crate::markup::csv::Csv;
use crate::model::value::word_of;
use crate::position::{CollectionIx, FieldIx};
use crate::report::Report;

/// A table as CSV, at the end of what is begun.
pub fn csv(report: &Report, collection: CollectionIx, table: &Table, mut csv: Csv) -> Csv {
    csv.head(table.described.columns.iter().map(|column| &*column.name));
    let as_of = report.site.as_of.to_string();
    for linked in &report.site.records[collection] {
        let positions = Vec::with_capacity(table.steps.len());
        Rows { report, linked, table, as_of: &as_of, positions, csv: &mut csv }.add(None, &table.steps);
    }
    csv
}

/// The rows of a record on their way into the file.
struct Rows<'a> {
    report: &'a Report,
    linked: &'a LinkedRecord,
    table: &'a Table,
    /// The report's day.
    as_of: &'a str,
    /// Of the item that the row is, and of those that contain it.
    positions: Vec<usize>,
    csv: &'a mut Csv,
}

impl<'a> Rows<'a> {
    /// Adds the rows that lie below an item, by the lists in `steps`; below the record itself where there is no item.
    fn add(&mut self, item: Option<&Effective<'a, '_>>, steps: &[Step]) {
        let Some((step, rest)) = steps.split_first() else {
            for cell in &self.table.cells {
                self.write(item, cell);
            }
            self.csv.end_row();
            return;
        };
        let Some(list) = self.fact(item, &step.path) else { return };
        for item in list.items() {
            self.positions.extend(item.position);
            self.add(Some(&item), rest);
            self.positions.pop();
        }
    }

    /// The fact at the end of a path through groups, when the public sees it.
    fn fact(&self, item: Option<&Effective<'a, '_>>, path: &[FieldIx]) -> Option<Effective<'a, 'a>> {
        let Some(item) = item else {
            let (first, rest) = path.split_first()?;
            return self.report.site.effective(self.linked.at, *first)?.along(rest);
        };
        item.along(path)
    }

    fn write(&mut self, item: Option<&Effective<'a, '_>>, cell: &Cell) {
        let (report, linked) = (self.report, self.linked);
        match cell {
            Cell::Id => self.csv.text(&linked.record.id),
            Cell::Address(language) => match report.localizer(*language).page_address(linked.at) {
                Some(url) => self.csv.text(&url),
                None => self.csv.empty(),
            },
            Cell::Sources => self.csv.list(ids(report, linked, &linked.record.sources)),
            Cell::Position(level) => self.csv.text(&self.positions[*level].to_string()),
            Cell::Told(aspect) => self.csv.text(&changes::cell(report, linked, *aspect)),
            Cell::AsOf => self.csv.text(self.as_of),
            Cell::License => self.csv.text(report.config.license.as_deref().unwrap_or_default()),
            Cell::Fact(path, aspect) => match self.fact(item, path) {
                Some(fact) => FactCell { report, fact: &fact, aspect: *aspect }.write(self.csv),
                None => self.csv.empty(),
            },
        }
    }
}

/// What a cell takes from a fact.
struct FactCell<'a, 'f> {
    report: &'a Report,
    fact: &'f Effective<'a, 'f>,
    aspect: Aspect,
}

impl FactCell<'_, '_> {
    /// What is written of the fact itself: what it has from others stands in their columns.
    fn write(&self, csv: &mut Csv) {
        let written = self.fact.written;
        let about = match self.aspect {
            Aspect::Bound => written.bound.map(|bound| word_of(bound).to_owned()),
            Aspect::Status => written.status.map(|status| word_of(status).to_owned()),
            Aspect::Since => written.since().map(|date| date.to_string()),
            Aspect::By => written.by().map(|date| date.to_string()),
            Aspect::Missing => written.missing().map(|missing| word_of(missing).to_owned()),
            _ => match datum::of(self.report, self.fact) {
                Some(datum) => return self.write_value(&datum, csv),
                None => None,
            },
        };
        csv.text(&about.unwrap_or_default());
    }

    fn write_value(&self, datum: &Datum, csv: &mut Csv) {
        let FactCell { report, fact, aspect } = *self;
        match (aspect, datum) {
            (_, Datum::Text(text)) => csv.text(text),
            (_, Datum::Number(number)) => csv.text(&number.to_string()),
            (_, Datum::Boolean(yes)) => csv.text(if *yes { "true" } else { "false" }),
            (Aspect::Latitude, Datum::Location(location)) => csv.text(&location.latitude.to_string()),
            (Aspect::Longitude, Datum::Location(location)) => csv.text(&location.longitude.to_string()),
            (Aspect::Value, Datum::Image(image)) => csv.text(&report.image_address(fact.linked, &image.file)),
            (Aspect::Alt(language), Datum::Image(image)) => {
                csv.text(image.alt.get(language).map_or("", |alt| alt));
            }
            (Aspect::Caption(language), Datum::Image(image)) => {
                csv.text(
                    image.caption.as_ref().and_then(|caption| caption.get(language)).map_or("", |caption| caption),
                );
            }
            (Aspect::Credit, Datum::Image(image)) => csv.text(image.credit.as_deref().unwrap_or_default()),
            (Aspect::In(_), Datum::Localized(_)) => {
                csv.text(&self.item(fact.linked, datum).unwrap_or_default());
            }
            (_, Datum::List) => {
                let of_item = |item: Effective| self.item(item.linked, &datum::of(report, &item)?);
                let texts: Vec<String> = fact.items().filter_map(of_item).collect();
                csv.list(texts.iter().map(String::as_str));
            }
            _ => csv.empty(),
        }
    }

    /// One of the values that a cell lists.
    fn item(&self, linked: &LinkedRecord, datum: &Datum) -> Option<String> {
        Some(match (self.aspect, datum) {
            (Aspect::In(language), Datum::Localized(texts)) => {
                texts.iter().find(|(at, _)| *at == language)?.1.to_string()
            }
            (_, Datum::Text(text)) => text.to_string(),
            (_, Datum::Number(number)) => number.to_string(),
            (_, Datum::Boolean(yes)) => yes.to_string(),
            (_, Datum::Location(location)) => {
                format!("{} {}", location.latitude, location.longitude)
            }
            (_, Datum::Image(image)) => self.report.image_address(linked, &image.file),
            _ => return None,
        })
    }
}
