//! What one map shows: areas, marks and a legend, worded for one language.

use crate::drawing::map::symbols::Symbol;
use crate::drawing::surround::Table;
use crate::drawing::svg::Reading;

/// What one map shows.
#[derive(Default)]
pub struct Map<'a> {
    /// Begins every id in the figure; unique in the page, `[a-z0-9-]+`.
    pub id: &'a str,
    /// Its name.
    pub title: &'a str,
    /// What it shows, in a sentence or two, for those who do not see it.
    pub description: &'a str,
    /// What is known of areas. Those that the boundaries have and this has not are drawn with no class but `area`.
    pub areas: Vec<Area>,
    /// What stands at places. Marks of one place come side by side, in this order.
    pub marks: Vec<Mark>,
    /// What classes and symbols mean.
    pub legend: Vec<Key>,
    /// The data.
    pub table: Table,
    /// What opens the table: "Data as a table".
    pub open_table: &'a str,
    /// The source line, as safe HTML; never empty.
    pub source_html: &'a str,
    /// A sentence below the map; `None` where the page says it.
    pub caption: Option<&'a str>,
    /// In which direction its names are read.
    pub reading: Reading,
}

/// What is known of one area.
#[derive(Clone, Debug, Default)]
pub struct Area {
    /// Its id in the boundaries.
    pub id: String,
    /// Its classes beside `area`: `tone-3`, or `area-recognized group-0`, where `group-N` tells a theme that does not know the
    /// groups which of them it is.
    pub class: String,
    /// Its name, as it stands on the map where there is room.
    pub label: String,
    /// Digits below its name; `None` where the class says it all.
    pub number: Option<String>,
    /// What is known of it in words, with its name.
    pub text: String,
    /// Its page, if it has one.
    pub url: Option<String>,
}

/// Something at a place.
#[derive(Clone, Debug, Default)]
pub struct Mark {
    /// In degrees, WGS 84.
    pub longitude: f64,
    /// In degrees, WGS 84.
    pub latitude: f64,
    /// Its shape and colour.
    pub symbol: Symbol,
    /// A class of the group it stands in; may be empty.
    pub class: String,
    /// What it is, said when pointed at.
    pub title: String,
    /// A name beside it; `None` has that of the area around it.
    pub label: Option<String>,
    /// Makes it a circle of this size beside the others; `None` for a mark of fixed size.
    pub value: Option<f64>,
}

impl Mark {
    /// The value, if it can be shown as a size.
    pub fn shown_value(&self) -> Option<f64> {
        self.value.filter(|value| value.is_finite() && *value >= 0.0)
    }
}

/// A line of the legend.
#[derive(Clone, Debug)]
pub struct Key {
    /// What is explained.
    pub sign: Sign,
    /// What it means.
    pub text: String,
}

/// What a legend can explain.
#[derive(Clone, Debug)]
pub enum Sign {
    /// The class of an area.
    Area(String),
    /// The symbol of a mark.
    Mark(Symbol),
}
