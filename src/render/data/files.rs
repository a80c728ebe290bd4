//! Which data files there are, for pages and for the catalogue. Known from the content model alone, before any is made.

use tera::Value;

use crate::figures::Figure;
use crate::link::RecordIx;
use crate::model::position::{CollectionIx, Position};
use crate::render::World;
use crate::render::data::figures;
use crate::render::data::table::{list_stem, lists_of, stem};
use crate::render::views::map;

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
pub fn of_collection(world: &World, collection: CollectionIx) -> Vec<File> {
    let model = &world.site.collections[collection];
    if world.site.records[collection].is_empty() {
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
pub fn of_figure(world: &World, figure: &Figure) -> Vec<File> {
    let stem = figures::stem(world, figure);
    [Format::Csv, Format::Json].map(|format| File::new(&stem, format, Part::Figure(figure.record))).into()
}

impl File {
    fn new(stem: &str, format: Format, part: Part) -> Self {
        let ending = if format == Format::Csv { "csv" } else { "json" };
        File { name: format!("{stem}.{ending}"), format, part }
    }

    /// Its absolute address.
    pub fn address(&self, world: &World) -> String {
        format!("{}/data/{}", world.config.base_url.whole(), self.name)
    }

    /// What it holds, in words of a language.
    pub fn title(&self, world: &World, language: usize) -> String {
        let label = |collection: &CollectionIx| world.site.collections[*collection].label.text(language);
        let (label, part) = match &self.part {
            Part::Figure(record) => return world.site.title(*record, language).1.to_owned(),
            Part::Records(collection) => return label(collection).to_owned(),
            Part::Facts(collection) => (label(collection), world.words("data-facts", language)),
            Part::List(collection, path) => {
                let lists = lists_of(&world.site.collections[*collection]);
                let field = lists.iter().find(|list| list.path == *path).map(|list| list.field);
                (label(collection), field.map_or(path.as_str(), |field| field.label.text(language)).to_owned())
            }
        };
        let messages = &world.locales.get(language).messages;
        let variables = [("collection", label.into()), ("part", part.as_str().into())];
        messages.format("data-part", &variables).unwrap_or_else(|| format!("{label}: {part}"))
    }

    /// `{format, url, title}`.
    fn value(&self, world: &World, language: usize) -> Value {
        map([
            ("format", Value::from(self.format.name())),
            ("url", Value::from(world.plan.addresses.link(&format!("/data/{}", self.name)))),
            ("title", Value::from(self.title(world, language))),
        ])
    }
}

/// The files that belong to the pages of a collection.
pub fn of_pages(world: &World, collection: CollectionIx, language: usize) -> Value {
    values(world, &of_collection(world, collection), language)
}

/// The files that belong to the page of a record: those of the figure that it is, else those of its collection.
pub fn for_record(world: &World, record: RecordIx, language: usize) -> Value {
    match world.figures.of(record) {
        Some(figure) => values(world, &of_figure(world, figure), language),
        None => world.shared[language].data[record.collection.before()].clone(),
    }
}

fn values(world: &World, files: &[File], language: usize) -> Value {
    Value::from(files.iter().map(|file| file.value(world, language)).collect::<Vec<_>>())
}

/// All files, by collection: `[{collection, label, records, files}]`.
pub fn downloads(world: &World, language: usize) -> Value {
    let of_one = |collection: CollectionIx| {
        let files = of_collection(world, collection);
        let model = &world.site.collections[collection];
        (!files.is_empty()).then(|| {
            map([
                ("collection", Value::normal_string(&model.id)),
                ("label", Value::normal_string(model.label.text(language))),
                ("records", Value::from(world.site.records[collection].len() as u64)),
                ("files", values(world, &files, language)),
            ])
        })
    };
    Value::from(world.site.collections.positions().filter_map(of_one).collect::<Vec<_>>())
}
