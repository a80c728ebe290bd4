//! What authors are told of the page in view, as JSON for the script of the preview.

use serde_json::{Value, json};

use crate::output::{About, Read};

/// `{record, files, withheld, untranslated, unsourced, review: {by, overdue}, reads}` of a page.
pub fn json(about: &About, reads: &[Read]) -> Value {
    json!({
        "record": about.record,
        "files": about.files.iter().map(|path| &**path).collect::<Vec<_>>(),
        "withheld": about.withheld,
        "untranslated": about.untranslated.iter().map(|tag| &**tag).collect::<Vec<_>>(),
        "unsourced": about.unsourced,
        "review": about.review.as_ref().map(|(by, overdue)| json!({ "by": by, "overdue": overdue })),
        "reads": reads.iter().map(words).collect::<Vec<_>>(),
    })
}

/// Something that a page was made of, in words.
fn words(read: &Read) -> String {
    match read {
        Read::Record { collection, id } => format!("{collection}/{id}"),
        Read::Absent(name) => format!("{name}, which is not there"),
        Read::Records(collection) => format!("all of {collection}"),
        Read::Members(collection) => format!("which records there are in {collection}"),
        Read::Citation(id) => format!("how sources/{id} is cited"),
        Read::Referrers { collection, id } => format!("who refers to {collection}/{id}"),
        Read::Counting { collection, id } => format!("which figures count {collection}/{id}"),
        Read::Model(collection) => format!("content/{collection}/_collection.yaml"),
        Read::Figure(id) => format!("figures/{id} through time"),
        Read::Message { language, key } => format!("the message {key} ({language})"),
        Read::Template(name) => format!("the template {name}"),
        Read::Asset(name) => format!("the static file {name}"),
        Read::File(path) => path.to_string(),
        Read::Size(path) => format!("how long {path} is"),
        Read::Publication => "what was published".to_owned(),
    }
}
