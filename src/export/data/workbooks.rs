//! `{collection}.xlsx` and `figures/{id}.xlsx`: the exact tables of a collection or of a figure in one workbook, a sheet each.
//! What a cell says is what the table says; numbers are numbers, days are days, and no text is calculated.
//!
//! Each sheet is packed when its table is made, so that of a collection there is only what was packed.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::export::data::archive::{self, Packed};
use crate::export::data::spec::{Described, Kind};
use crate::markup::csv::Csv;
use crate::markup::xlsx::{self, CellKind, Sheet};
use crate::plan::data_files::{figure_stem, stem};
use crate::position::{CollectionIx, RecordIx};
use crate::report::Report;
use crate::report::recorder::Note;

/// Whose workbook it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Of a collection.
    Collection(CollectionIx),
    /// Of a figure.
    Figure(RecordIx),
}

/// A sheet that was made, with what it was made of.
pub struct Tab {
    /// Whose workbook it is in.
    pub owner: Owner,
    /// What it is called.
    name: String,
    /// The name of its file in the workbook.
    file: String,
    /// It, packed; `None`: it has more rows than a workbook can hold.
    packed: Option<Packed>,
    /// What it was made of.
    pub notes: Arc<[Note]>,
}

/// A table that is also written as a sheet, where the site asks for workbooks.
pub fn csv(report: &Report, described: &Described) -> Csv {
    if !report.config.workbooks {
        return Csv::default();
    }
    let columns = described.columns.iter().map(|column| {
        let heading = match &column.unit {
            Some(unit) => format!("{} ({unit})", column.name),
            None => column.name.clone(),
        };
        (heading, kind(&column.kind))
    });
    Csv::beside(Sheet::new(columns))
}

fn kind(kind: &Kind) -> CellKind {
    match kind {
        Kind::Integer(_) | Kind::Decimal(_) => CellKind::Number,
        Kind::Date | Kind::Day => CellKind::Date,
        Kind::Boolean => CellKind::Boolean,
        Kind::Text | Kind::List | Kind::Url | Kind::Email | Kind::Code(_) => CellKind::Text,
    }
}

/// A sheet of a workbook, packed.
pub fn tab(report: &Report, (owner, table): (Owner, &str), sheet: Sheet, notes: Arc<[Note]>) -> Tab {
    let stem = match owner {
        Owner::Collection(at) => stem(&report.site.collections[at]),
        Owner::Figure(record) => figure_stem(&report.site, record),
    };
    let part = table.strip_prefix(&stem).and_then(|rest| rest.strip_prefix('.'));
    let whole = if matches!(owner, Owner::Figure(_)) { "values" } else { "records" };
    // No list has an empty name.
    let file = part.map_or_else(|| "sheet".to_owned(), |part| format!("sheet.{part}"));
    let xml = sheet.finish();
    let packed = xml.and_then(|xml| archive::pack_whole(report, &xlsx::sheet_path(&file), xml.as_bytes()));
    Tab { owner, name: part.unwrap_or(whole).to_owned(), file, packed, notes }
}

/// The workbook of some sheets; `None`: one of them has too many rows.
pub fn workbook(report: &Report, tabs: Vec<Tab>) -> Option<Vec<u8>> {
    let mut titles = Titles::default();
    let sheets: Vec<(String, String)> = tabs.iter().map(|tab| (titles.unique(&tab.name), tab.file.clone())).collect();
    let parts = xlsx::parts(&sheets).map(|(path, xml)| archive::pack_whole(report, path, xml.as_bytes()));
    archive::of_all(parts.into_iter().chain(tabs.into_iter().map(|tab| tab.packed)).collect())
}

/// Titles of sheets: of at most 31 letters, and told apart.
#[derive(Default)]
struct Titles(BTreeSet<String>);

impl Titles {
    const MOST: usize = 31;

    fn unique(&mut self, name: &str) -> String {
        let short = |room: usize| name.chars().take(room).collect::<String>();
        let numbered = (2..).map(|number| format!("{} ({number})", short(Self::MOST - 6)));
        let mut titles = std::iter::once(short(Self::MOST)).chain(numbered);
        let free = titles.find(|title| !self.0.contains(title)).unwrap_or_default();
        self.0.insert(free.clone());
        free
    }
}

#[cfg(test)]
mod tests {
    use super::Titles;

    #[test]
    fn long_titles_are_cut_and_told_apart() {
        let mut titles = Titles::default();
        let long = "a".repeat(40);

        let given = [titles.unique("facts"), titles.unique(&long), titles.unique(&long)];

        assert_eq!(given, ["facts".to_owned(), "a".repeat(31), format!("{} (2)", "a".repeat(25))]);
    }
}
