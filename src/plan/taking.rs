//! Gives all files of a plan their paths: by a table of all that are taken, or, where the same files ask as before and nothing was
//! found then, as before: a table of very many paths takes a while to make.

use std::hash::{BuildHasher as _, Hash as _, Hasher as _};
use std::sync::Arc;

use foldhash::quality::{FixedState, FoldHasher};

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Place};
use crate::figures::Figures;
use crate::link::Site;
use crate::plan::addresses::Addresses;
use crate::plan::data_files::{CATALOG, CATALOG_JSON_LD, DataFile, DataFiles, PACKAGE, Part};
use crate::plan::outputs::{Outputs, Product, Wanted};
use crate::plan::search_pages::{self, INDEX};

/// What `give` gives back, and the paths that it gave, which may be those of before.
pub fn given<T>(
    before: Option<&Arc<Outputs>>,
    mut give: impl FnMut(&mut Taking) -> T,
    findings: &mut Vec<Diagnostic>,
) -> (T, Arc<Outputs>) {
    let known = before.and_then(|outputs| {
        let mut asking = Taking::new(None);
        let given = give(&mut asking);
        (outputs.asked == Some(asking.asked.finish())).then(|| (given, outputs.clone()))
    });
    known.unwrap_or_else(|| {
        let mut taking = Taking::new(Some(Outputs::default()));
        let given = give(&mut taking);
        let Taking { asked, table, mut found } = taking;
        let mut outputs = table.unwrap_or_default();
        outputs.asked = found.is_empty().then(|| asked.finish());
        findings.append(&mut found);
        (given, Arc::new(outputs))
    })
}

/// Gives files their paths.
pub struct Taking {
    /// All that was asked for, as a hash.
    asked: FoldHasher<'static>,
    /// The paths that are taken; `None`: it is only noted what is asked for, and everybody gets it.
    table: Option<Outputs>,
    found: Vec<Diagnostic>,
}

impl Taking {
    fn new(table: Option<Outputs>) -> Self {
        Taking { asked: FixedState::with_seed(0).build_hasher(), table, found: Vec::new() }
    }

    /// Gives a file its path, unless something is in the way.
    pub fn take(&mut self, product: Product, path: &str, place: impl FnOnce() -> Place) -> bool {
        (product, path).hash(&mut self.asked);
        let Some(table) = &mut self.table else { return true };
        table.take(&Wanted { path, product, place: place() }, &mut self.found)
    }

    /// The folders of the search.
    pub fn search(&mut self, config: &Config, addresses: &Addresses) {
        for (_, spec) in config.languages.entries().filter(|(language, _)| addresses.search(*language).is_some()) {
            let folder = search_pages::folder(&spec.code);
            let place = Place::file(config.source.path.clone());
            let first = Wanted { path: &format!("{folder}{INDEX}"), product: Product::Listing, place };
            (first.product, first.path).hash(&mut self.asked);
            if let Some(table) = &mut self.table {
                table.take_folder(&folder, &first, &mut self.found);
            }
        }
    }

    /// The charts of figures.
    pub fn charts(&mut self, site: &Site, config: &Config, figures: &Figures) {
        for language in config.languages.iter() {
            for figure in figures.iter().filter(|figure| figure.has_chart()) {
                let file = DataFile::chart_of_figure(site, figure.record, &language.code);
                self.take(Product::Data, &file.path, || data_place(site, config, &file));
            }
        }
    }

    /// The data files with what describes them.
    pub fn data(&mut self, site: &Site, config: &Config, data: &DataFiles) {
        for file in data.iter() {
            self.take(Product::Data, &file.path, || data_place(site, config, file));
            if let Some(metadata) = file.metadata() {
                self.take(Product::Data, &metadata, || data_place(site, config, file));
            }
        }
        let sheets = config.languages.iter().flat_map(|language| {
            let code = &*language.code;
            let with_records = site.collections.entries().filter(|(at, _)| !data.of_collection(*at).is_empty());
            let collections = with_records.map(|(at, model)| DataFile::sheet_of_records(at, model, code));
            collections.chain(data.figures().map(|record| DataFile::sheet_of_figure(site, record, code)))
        });
        for file in sheets {
            self.take(Product::Data, &file.path, || data_place(site, config, &file));
        }
        for file in site.records.iter().flatten().filter_map(|linked| DataFiles::of_record(site, linked.at)).flatten() {
            self.take(Product::Data, &file.path, || data_place(site, config, &file));
        }
        for path in [PACKAGE, CATALOG, CATALOG_JSON_LD].into_iter().filter(|_| data.iter().next().is_some()) {
            self.take(Product::Data, path, || Place::file(config.source.path.clone()));
        }
    }
}

/// What asks for a data file.
fn data_place(site: &Site, config: &Config, file: &DataFile) -> Place {
    match &file.part {
        Part::Records(collection)
        | Part::Workbook(collection)
        | Part::List(collection, _)
        | Part::Changes(collection)
        | Part::Facts(collection)
        | Part::SheetOfRecords(collection) => Place::file(site.collections[*collection].source.path.clone()),
        Part::Figure(record) | Part::Record(record) | Part::SheetOfFigure(record) | Part::ChartOfFigure(record) => {
            Place::file(site.get(*record).record.source.path.clone())
        }
        Part::All => Place::file(config.source.path.clone()),
    }
}
