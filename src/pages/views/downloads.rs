//! Data files as template values.

use tera::Value;

use crate::export::data::files::{self, File};
use crate::link::RecordIx;
use crate::model::position::{CollectionIx, Position};
use crate::pages::Renderer;
use crate::pages::views::map;

/// The files that belong to the pages of a collection.
pub fn of_pages(renderer: &Renderer, collection: CollectionIx, language: usize) -> Value {
    values(renderer, &files::of_collection(&renderer.report, collection), language)
}

/// The files that belong to the page of a record: those of the figure that it is, else those of its collection.
pub fn for_record(renderer: &Renderer, record: RecordIx, language: usize) -> Value {
    match renderer.report.figures.of(record) {
        Some(figure) => values(renderer, &files::of_figure(&renderer.report, figure), language),
        None => renderer.shared[language].data[record.collection.before()].clone(),
    }
}

fn values(renderer: &Renderer, files: &[File], language: usize) -> Value {
    Value::from(files.iter().map(|file| value(file, renderer, language)).collect::<Vec<_>>())
}

/// All files, by collection: `[{collection, label, records, files}]`.
pub fn downloads(renderer: &Renderer, language: usize) -> Value {
    let of_one = |collection: CollectionIx| {
        let files = files::of_collection(&renderer.report, collection);
        let model = &renderer.report.site.collections[collection];
        (!files.is_empty()).then(|| {
            map([
                ("collection", Value::normal_string(&model.id)),
                ("label", Value::normal_string(model.label.text(language))),
                ("records", Value::from(renderer.report.site.records[collection].len() as u64)),
                ("files", values(renderer, &files, language)),
            ])
        })
    };
    Value::from(renderer.report.site.collections.positions().filter_map(of_one).collect::<Vec<_>>())
}

/// `{format, url, title}`.
fn value(file: &File, renderer: &Renderer, language: usize) -> Value {
    map([
        ("format", Value::from(file.format.name())),
        ("url", Value::from(renderer.report.plan.addresses.link(&format!("/data/{}", file.name)))),
        ("title", Value::from(file.title(&renderer.report, language))),
    ])
}
