//! What `expected/` says. A file that does not fit these types fails every test that reads it, with its place.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// `expected/figures.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    pub at_least: AtLeast,
    pub today: Vec<Values>,
    pub named: Named,
    pub earlier: Earlier,
}

/// How much there must be at least.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AtLeast {
    pub figures: usize,
    pub quotes: usize,
    pub facts_of_an_earlier_day: usize,
}

/// Values of one series of a figure by date.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Values {
    pub figure: String,
    pub series: String,
    pub values: BTreeMap<String, String>,
}

/// Values of a figure by group.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    pub figure: String,
    pub values: BTreeMap<String, String>,
}

/// How many records of a kind a page names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub page: String,
    pub collection: String,
    /// Where addresses of such records begin.
    pub below: String,
    /// Columns of the collection's table and what stands in them.
    pub r#where: BTreeMap<String, String>,
    pub count: usize,
}

/// The report of an earlier day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Earlier {
    pub day: String,
    pub values: Vec<Values>,
    pub groups: Vec<Groups>,
    pub home: Home,
}

/// What a page calls the day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Home {
    pub page: String,
    pub text: String,
}

/// `expected/pages.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pages {
    pub pages_at_least: usize,
    pub nowhere: BTreeMap<String, Vec<String>>,
    pub files: Vec<File>,
}

/// What a file says and does not.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub file: String,
    /// Where the part begins that is meant; `None`: at the beginning.
    pub from: Option<String>,
    /// Where it ends; `None`: at the end.
    pub to: Option<String>,
    #[serde(default)]
    pub with: Vec<String>,
    #[serde(default)]
    pub without: Vec<String>,
}

pub fn figures() -> Figures {
    read("figures.yaml")
}

pub fn pages() -> Pages {
    read("pages.yaml")
}

fn read<T: DeserializeOwned>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("expected").join(name);
    serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"))
}
