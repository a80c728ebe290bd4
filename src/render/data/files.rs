//! Which data files there are, for pages and for the catalogue. Known from the content model alone, before any is made.

use tera::Value;

use crate::render::World;
use crate::render::data::table::{list_stem, lists_of, stem};
use crate::render::views::map;

/// A data file.
pub struct File {
    /// Its name below `data/`.
    pub name: String,
    /// What kind it is.
    pub format: Format,
    collection: u16,
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

/// What of a collection is in a file.
enum Part {
    Records,
    /// A list of groups, by the names of the fields that lead to it.
    List(String),
    Facts,
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
pub fn of_collection(world: &World, collection: u16) -> Vec<File> {
    let model = &world.site.collections[collection as usize];
    if world.site.records[collection as usize].is_empty() {
        return Vec::new();
    }
    let file = |stem: String, format: Format, part: Part| {
        let ending = if format == Format::Csv { "csv" } else { "json" };
        File { name: format!("{stem}.{ending}"), format, collection, part }
    };
    let mut files = vec![file(stem(model), Format::Csv, Part::Records), file(stem(model), Format::Json, Part::Records)];
    let lists = lists_of(model).into_iter();
    files.extend(lists.map(|list| file(list_stem(model, &list.path), Format::Csv, Part::List(list.path))));
    files.push(file(format!("{}.facts", stem(model)), Format::Csv, Part::Facts));
    files
}

impl File {
    /// Its absolute address.
    pub fn address(&self, world: &World) -> String {
        format!("{}/data/{}", world.config.base_url.whole(), self.name)
    }

    /// What it holds, in words of a language.
    pub fn title(&self, world: &World, language: usize) -> String {
        let model = &world.site.collections[self.collection as usize];
        let label = model.label.text(language);
        let part = match &self.part {
            Part::Records => return label.to_owned(),
            Part::Facts => world.words("data-facts", language),
            Part::List(path) => {
                let lists = lists_of(model);
                let field = lists.iter().find(|list| list.path == *path).map(|list| list.field);
                field.map_or(path.as_str(), |field| field.label.text(language)).to_owned()
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

/// The files that belong to a page of a collection.
pub fn for_page(world: &World, collection: u16, language: usize) -> Value {
    Value::from(of_collection(world, collection).iter().map(|file| file.value(world, language)).collect::<Vec<_>>())
}

/// All files, by collection: `[{collection, label, records, files}]`.
pub fn downloads(world: &World, language: usize) -> Value {
    let of_one = |collection: u16| {
        let files = of_collection(world, collection);
        let model = &world.site.collections[collection as usize];
        (!files.is_empty()).then(|| {
            map([
                ("collection", Value::normal_string(&model.id)),
                ("label", Value::normal_string(model.label.text(language))),
                ("records", Value::from(world.site.records[collection as usize].len() as u64)),
                ("files", Value::from(files.iter().map(|file| file.value(world, language)).collect::<Vec<_>>())),
            ])
        })
    };
    Value::from((0..world.site.collections.len() as u16).filter_map(of_one).collect::<Vec<_>>())
}
