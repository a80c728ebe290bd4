//! Where files in the folders of records are published.

use crate::link::Linked;

/// Where a file in a record's folder is published: `files/centers/bearings/laboratory.jpg`.
pub fn attachment_path(linked: &Linked, file: &str) -> String {
    let folder = linked.record.folder.as_deref().unwrap_or_default();
    let collection = folder.strip_prefix("content/").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    format!("files/{collection}/{}/{file}", linked.record.id)
}
