//! What is made once and used by many pages: views of records, rows of lists.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use tera::Value;

use crate::config::Config;
use crate::link::Site;
use crate::locale::program::{Message, Wording};
use crate::model::date::Date;
use crate::model::field::Field;
use crate::model::list_kind::ListKind;
use crate::model::listing::ListedField;
use crate::pages::carried::Same;
use crate::position::{CollectionIx, FieldIx, LanguageIx, List, RecordIx};
use crate::report::localizer::Localizer;
use crate::report::recorder::{self, Note};

/// One cell per language, collection and record; those of a collection are made when one of them is asked for.
pub struct Grid<T>(List<LanguageIx, List<CollectionIx, Cells<T>>>);

/// The cells of a collection.
struct Cells<T> {
    count: usize,
    cells: OnceLock<Box<[OnceLock<T>]>>,
}

impl<T: Clone> Grid<T> {
    /// The cells of another grid of the same records that hold what is the same still.
    fn carried(&self, is_same: impl Fn(RecordIx, &T) -> bool) -> Self {
        let of_cells = |collection: CollectionIx, of: &Cells<T>| {
            let cells = OnceLock::new();
            if let Some(known) = of.cells.get() {
                let carry = |(record, cell): (usize, &OnceLock<T>)| {
                    let at = RecordIx { collection, record: record as u32 };
                    cell.get()
                        .filter(|value| is_same(at, value))
                        .map_or_else(OnceLock::new, |v| OnceLock::from(v.clone()))
                };
                let _ = cells.set(known.iter().enumerate().map(carry).collect());
            }
            Cells { count: of.count, cells }
        };
        let of_language = |of: &List<CollectionIx, Cells<T>>| of.entries().map(|(at, of)| of_cells(at, of)).collect();
        Grid(self.0.iter().map(of_language).collect())
    }
}

impl<T> Grid<T> {
    fn new(site: &Site, config: &Config) -> Self {
        let cells = |count: usize| Cells { count, cells: OnceLock::new() };
        let collections = || site.records.iter().map(|records| cells(records.len())).collect();
        Grid(config.languages.positions().map(|_| collections()).collect())
    }

    /// The cell of a record in a language.
    pub fn cell(&self, language: LanguageIx, record: RecordIx) -> &OnceLock<T> {
        let Cells { count, cells } = &self.0[language][record.collection];
        &cells.get_or_init(|| (0..*count).map(|_| OnceLock::new()).collect())[record.record as usize]
    }
}

/// Something that was made once, with what it read then: whoever uses it has read that, too.
#[derive(Clone)]
struct Kept {
    value: Value,
    reads: Arc<[Note]>,
}

/// Values of records that are made when first asked for.
pub struct Remembered(Grid<Kept>);

impl Remembered {
    /// The value of a record; `make` makes it the first time.
    pub fn get(&self, language: LanguageIx, record: RecordIx, make: impl FnOnce() -> Value) -> Value {
        let kept = self.0.cell(language, record).get_or_init(|| {
            let (value, reads) = recorder::remembered(language, make);
            Kept { value, reads }
        });
        recorder::note_all(&kept.reads);
        kept.value.clone()
    }
}

/// The views of all records.
pub struct Views {
    /// Cards, which read their record alone.
    pub cards: Grid<Value>,
    /// Whole views.
    pub records: Remembered,
    /// The cells of records in lists, as pages other than their own see them.
    pub cells: Remembered,
    /// The facets of collections.
    pub facets: OfCollections,
    /// Of figures, as pages other than their own see them.
    pub figures: Remembered,
    /// Small values that are the same on all pages of a language.
    pub small: Small,
    /// Facts, beside these: there are many of them.
    pub facts: Small,
}

impl Views {
    /// Those of the views of an earlier report that are the same still.
    pub fn carried(&self, same: &Same, site: &Site, config: &Config) -> Self {
        let remembered = |of: &Remembered| Remembered(of.0.carried(|_, kept| same.all(&kept.reads)));
        Views {
            cards: self.cards.carried(|record, _| same.record(record)),
            records: remembered(&self.records),
            cells: remembered(&self.cells),
            ..Views::new(site, config)
        }
    }

    /// Empty views.
    pub fn new(site: &Site, config: &Config) -> Self {
        let remembered = || Remembered(Grid::new(site, config));
        Views {
            cards: Grid::new(site, config),
            records: remembered(),
            cells: remembered(),
            facets: OfCollections::new(site, config),
            figures: remembered(),
            small: Small::default(),
            facts: Small::default(),
        }
    }
}

/// Values of collections that are made when first asked for.
pub struct OfCollections(List<LanguageIx, List<CollectionIx, OnceLock<Kept>>>);

impl OfCollections {
    fn new(site: &Site, config: &Config) -> Self {
        let cells = || site.collections.positions().map(|_| OnceLock::new()).collect();
        OfCollections(config.languages.positions().map(|_| cells()).collect())
    }

    /// The value of a collection; `make` makes it the first time.
    pub fn get(&self, language: LanguageIx, collection: CollectionIx, make: impl FnOnce() -> Value) -> Value {
        let kept = self.0[language][collection].get_or_init(|| {
            let (value, reads) = recorder::remembered(language, make);
            Kept { value, reads }
        });
        recorder::note_all(&kept.reads);
        kept.value.clone()
    }
}

/// What each list of each collection shows, chosen when first asked for.
pub struct Lists(List<CollectionIx, [OnceLock<ChosenOnce>; ListKind::ALL.len()]>);

/// The fields that were chosen, and what that took.
pub type ChosenOnce = (Vec<ListedField>, Arc<[Note]>);

impl Lists {
    /// Nothing chosen yet.
    pub fn new(site: &Site) -> Self {
        Lists(site.collections.positions().map(|_| Default::default()).collect())
    }

    /// What was chosen for a list of a collection; `choose` chooses the first time.
    pub fn of(
        &self,
        collection: CollectionIx,
        kind: ListKind,
        choose: impl FnOnce() -> Vec<ListedField>,
    ) -> &ChosenOnce {
        self.0[collection][kind as usize].get_or_init(|| recorder::remembered(LanguageIx::SOURCE, choose))
    }
}

/// What a small value is of.
#[derive(PartialEq, Eq, Hash)]
pub enum Of {
    /// A field of a group about which nothing is written, by its place in the model, which stays where it is as long as there
    /// are pages.
    Absent(usize),
    /// A date, and the message that words it beside a value.
    Date(Message, Date),
    /// A word of the program.
    Word(Wording<'static>),
    /// A source, as pages cite it that do not number it.
    Citation(RecordIx),
    /// What a record says about a field, as pages other than its own show it.
    Fact(RecordIx, FieldIx),
    /// A collection.
    Collection(CollectionIx),
    /// The search of a language.
    Search,
    /// What each edition changed.
    Changes,
}

impl Of {
    /// A field about which nothing is written.
    pub fn absent(field: &Field) -> Self {
        Of::Absent(std::ptr::from_ref(field).addr())
    }
}

/// Small values that are made when first asked for. Only looked up, never listed.
#[derive(Default)]
pub struct Small(RwLock<HashMap<(LanguageIx, Of), Kept>>);

/// As many small values are kept: few are asked for by most pages, and each is a kilobyte or two.
const MOST: usize = 4096;

impl Small {
    /// A value; `make` makes it the first time. Two threads may make the same at once; they make the same.
    pub fn get(&self, language: LanguageIx, of: Of, make: impl FnOnce() -> Value) -> Value {
        let key = (language, of);
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        let kept = known.unwrap_or_else(|| {
            let (value, reads) = recorder::remembered(language, make);
            let kept = Kept { value, reads };
            let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
            if known.len() < MOST {
                known.insert(key, kept.clone());
            }
            kept
        });
        recorder::note_all(&kept.reads);
        kept.value
    }
}

/// Rows that many lists share, by template.
#[derive(Default)]
pub struct Fragments(RwLock<BTreeMap<Box<str>, Arc<Grid<Fragment>>>>);

/// A rendered row with what it was made of.
#[derive(Clone)]
pub struct Fragment {
    /// Safe HTML.
    pub html: Value,
    /// What it read.
    pub reads: Arc<[Note]>,
}

impl Fragments {
    /// Those of an earlier report that are the same still.
    pub fn carried(&self, same: &Same) -> Self {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let carry = |grid: &Grid<Fragment>| Arc::new(grid.carried(|_, row| same.all(&row.reads)));
        Fragments(RwLock::new(known.iter().map(|(template, grid)| (template.clone(), carry(grid))).collect()))
    }

    /// The rows by a template.
    pub fn of(&self, template: &str, localizer: Localizer) -> Rows {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(template).cloned();
        let grid = known.unwrap_or_else(|| {
            let mut grids = self.0.write().unwrap_or_else(PoisonError::into_inner);
            grids
                .entry(template.into())
                .or_insert_with(|| Arc::new(Grid::new(&localizer.report.site, localizer.config())))
                .clone()
        });
        Rows { grid, language: localizer.language }
    }
}

/// Rows in a language.
pub struct Rows {
    grid: Arc<Grid<Fragment>>,
    language: LanguageIx,
}

impl Rows {
    /// The row of a record; `make` renders it the first time. Two threads may render the same row at once; they make the
    /// same.
    pub fn get<E>(&self, record: RecordIx, make: impl FnOnce() -> Result<Fragment, E>) -> Result<Value, E> {
        let cell = self.grid.cell(self.language, record);
        if cell.get().is_none() {
            // Not `get_or_init`: rendering may fail, and may ask for other rows.
            let _ = cell.set(make()?);
        }
        let fragment = cell.get().expect("was just set");
        recorder::note_all(&fragment.reads);
        Ok(fragment.html.clone())
    }
}
