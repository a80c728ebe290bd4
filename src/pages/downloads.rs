//! Data files as template values.

use tera::Value;

use crate::export::data::files::{self, File};
use crate::figures::Figure;
use crate::model::position::CollectionIx;
use crate::pages::values::map;
use crate::report::Report;

/// The files that belong to the pages of a collection.
pub fn of_pages(report: &Report, collection: CollectionIx, language: usize) -> Value {
    values(report, &files::of_collection(report, collection), language)
}

/// The files that belong to the page of a figure.
pub fn of_figure(report: &Report, figure: &Figure, language: usize) -> Value {
    values(report, &files::of_figure(report, figure), language)
}

fn values(report: &Report, files: &[File], language: usize) -> Value {
    Value::from(files.iter().map(|file| value(file, report, language)).collect::<Vec<_>>())
}

/// All files, by collection: `[{collection, label, records, files}]`.
pub fn downloads(report: &Report, language: usize) -> Value {
    let of_one = |collection: CollectionIx| {
        let files = files::of_collection(report, collection);
        let model = &report.site.collections[collection];
        (!files.is_empty()).then(|| {
            map([
                ("collection", Value::normal_string(&model.id)),
                ("label", Value::normal_string(model.label.text(language))),
                ("records", Value::from(report.site.records[collection].len() as u64)),
                ("files", values(report, &files, language)),
            ])
        })
    };
    Value::from(report.site.collections.positions().filter_map(of_one).collect::<Vec<_>>())
}

/// `{format, url, title}`.
fn value(file: &File, report: &Report, language: usize) -> Value {
    map([
        ("format", Value::from(file.format.name())),
        ("url", Value::from(report.plan.addresses.link(&format!("/data/{}", file.name)))),
        ("title", Value::from(file.title(report, language))),
    ])
}
