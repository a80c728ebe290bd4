//! Data files as template values.

use tera::Value;

use crate::export::data::files;
use crate::figures::Figure;
use crate::pages::values::map;
use crate::plan::data_files::DataFile;
use crate::position::CollectionIx;
use crate::report::localizer::Localizer;

/// The files that belong to the pages of a collection.
pub fn of_pages(localizer: Localizer, collection: CollectionIx) -> Value {
    values(localizer, localizer.report.plan.data.of_collection(collection))
}

/// The files that belong to the page of a figure.
pub fn of_figure(localizer: Localizer, figure: &Figure) -> Value {
    values(localizer, localizer.report.plan.data.of_figure(figure.record))
}

fn values(localizer: Localizer, files: &[DataFile]) -> Value {
    Value::from(files.iter().map(|file| value(file, localizer)).collect::<Vec<_>>())
}

/// All files, by collection: `[{collection, label, records, files}]`.
pub fn downloads(localizer: Localizer) -> Value {
    let of_one = |collection: CollectionIx| {
        let files = localizer.report.plan.data.of_collection(collection);
        let model = &localizer.report.site.collections[collection];
        (!files.is_empty()).then(|| {
            map([
                ("collection", Value::normal_string(&model.id)),
                ("label", Value::normal_string(model.label.text(localizer.language))),
                ("records", Value::from(localizer.report.site.records[collection].len() as u64)),
                ("files", values(localizer, files)),
            ])
        })
    };
    Value::from(localizer.report.site.collections.positions().filter_map(of_one).collect::<Vec<_>>())
}

/// `{format, url, title}`.
fn value(file: &DataFile, localizer: Localizer) -> Value {
    map([
        ("format", Value::from(file.format.name())),
        ("url", Value::from(localizer.report.plan.addresses.link(&format!("/{}", file.path)))),
        ("title", Value::from(files::title(file, localizer))),
    ])
}
