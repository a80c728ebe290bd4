//! The rows of a table.

use crate::export::data::cell::{Aspect, Cell};
use crate::export::data::said::{self, Said, ids};
use crate::export::data::table::{Step, Table, field_at};
use crate::link::Linked;
use crate::markup::csv::Csv;
use crate::model::field::{Field, Fields};
use crate::model::value::{Fact, Value, word_of};
use crate::position::{CollectionIx, FieldIx};
use crate::report::Report;

/// What a row is: a record, or an item of a list in one.
enum Row<'a> {
    Record,
    /// The item with its fields; none when it is missing.
    Item(&'a Fact),
}

/// A table as CSV.
pub fn csv(report: &Report, collection: CollectionIx, table: &Table) -> Vec<u8> {
    let mut csv = Csv::default();
    table.described.columns.iter().for_each(|column| csv.text(&column.name));
    csv.end_row();
    for linked in &report.site.records[collection] {
        let mut positions = Vec::with_capacity(table.steps.len());
        add_rows(report, linked, table, &Row::Record, &table.steps, &mut positions, &mut csv);
    }
    csv.finish()
}

/// Adds the rows that lie below `row`, by the lists in `steps`.
fn add_rows(
    report: &Report,
    linked: &Linked,
    table: &Table,
    row: &Row,
    steps: &[Step],
    positions: &mut Vec<usize>,
    csv: &mut Csv,
) {
    let Some((step, rest)) = steps.split_first() else {
        for cell in &table.cells {
            write(report, linked, table.fields, row, positions, cell, csv);
        }
        csv.end_row();
        return;
    };
    let Some(Value::List(items)) = row.fact(linked, &step.path).and_then(Fact::value) else { return };
    for (at, item) in items.iter().filter(|item| linked.is_seen(item)).enumerate() {
        positions.push(at + 1);
        add_rows(report, linked, table, &Row::Item(item), rest, positions, csv);
        positions.pop();
    }
}

impl<'a> Row<'a> {
    /// The fact at the end of a path through groups, when the public sees it.
    fn fact(&self, linked: &'a Linked, path: &[FieldIx]) -> Option<&'a Fact> {
        let (fact, rest) = match self {
            Row::Record => {
                let (first, rest) = path.split_first()?;
                (linked.fact(*first)?, rest)
            }
            Row::Item(item) => (*item, path),
        };
        rest.iter().try_fold(fact, |fact, &at| match fact.value()? {
            Value::Group(facts) => facts.get(at)?.as_ref().filter(|fact| linked.is_seen(fact)),
            _ => None,
        })
    }
}

fn write(
    report: &Report,
    linked: &Linked,
    fields: &Fields,
    row: &Row,
    positions: &[usize],
    cell: &Cell,
    csv: &mut Csv,
) {
    match cell {
        Cell::Id => csv.text(&linked.record.id),
        Cell::Address(language) => match report.localizer(*language).page_address(linked.at) {
            Some(url) => csv.text(&url),
            None => csv.empty(),
        },
        Cell::Sources => csv.list(ids(report, linked, &linked.record.sources)),
        Cell::Position(level) => csv.text(&positions[*level].to_string()),
        Cell::AsOf => csv.text(&report.site.as_of.to_string()),
        Cell::License => csv.text(report.config.license.as_deref().unwrap_or_default()),
        Cell::Fact(path, aspect) => match row.fact(linked, path) {
            Some(fact) => aspect.write(report, linked, field_at(fields, path), fact, csv),
            None => csv.empty(),
        },
    }
}

impl Aspect {
    fn write(self, report: &Report, linked: &Linked, field: Option<&Field>, fact: &Fact, csv: &mut Csv) {
        let about = match self {
            Aspect::Bound => fact.bound.map(|bound| word_of(bound).to_owned()),
            Aspect::Status => fact.status.map(|status| word_of(status).to_owned()),
            Aspect::Since => fact.since().map(|date| date.to_string()),
            Aspect::By => fact.by().map(|date| date.to_string()),
            Aspect::Missing => fact.missing().map(|missing| word_of(missing).to_owned()),
            _ => match field.and_then(|field| Some((field, said::said(report, linked, field, fact)?))) {
                Some((field, said)) => return self.write_value(report, linked, field, &said, csv),
                None => None,
            },
        };
        csv.text(&about.unwrap_or_default());
    }

    fn write_value(self, report: &Report, linked: &Linked, field: &Field, said: &Said, csv: &mut Csv) {
        match (self, said) {
            (_, Said::Text(text)) => csv.text(text),
            (_, Said::Number(number)) => csv.text(&number.to_string()),
            (_, Said::Boolean(yes)) => csv.text(if *yes { "true" } else { "false" }),
            (Aspect::Latitude, Said::Location(location)) => csv.text(&location.latitude.to_string()),
            (Aspect::Longitude, Said::Location(location)) => csv.text(&location.longitude.to_string()),
            (Aspect::Value, Said::Image(image)) => csv.text(&report.attachment_address(linked, &image.file)),
            (Aspect::Alt(language), Said::Image(image)) => {
                csv.text(image.alt.get(language).map_or("", |alt| alt));
            }
            (Aspect::Credit, Said::Image(image)) => csv.text(image.credit.as_deref().unwrap_or_default()),
            (Aspect::In(_), Said::Localized(_)) => csv.text(&self.item(report, linked, said).unwrap_or_default()),
            (_, Said::List(items)) => {
                let crate::model::field::FieldKind::List(of) = &field.kind else { return csv.empty() };
                let texts: Vec<String> = items
                    .iter()
                    .filter_map(|item| self.item(report, linked, &said::said(report, linked, of, item)?))
                    .collect();
                csv.list(texts.iter().map(String::as_str));
            }
            _ => csv.empty(),
        }
    }

    /// One of the values that a cell lists.
    fn item(self, report: &Report, linked: &Linked, said: &Said) -> Option<String> {
        Some(match (self, said) {
            (Aspect::In(language), Said::Localized(texts)) => {
                texts.iter().find(|(at, _)| *at == language)?.1.to_string()
            }
            (_, Said::Text(text)) => text.to_string(),
            (_, Said::Number(number)) => number.to_string(),
            (_, Said::Boolean(yes)) => yes.to_string(),
            (_, Said::Location(location)) => {
                format!("{} {}", location.latitude, location.longitude)
            }
            (_, Said::Image(image)) => report.attachment_address(linked, &image.file),
            _ => return None,
        })
    }
}
