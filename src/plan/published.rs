//! Files that are published as they are: static files of the theme and of the site, files in the folders of records.

use std::sync::Arc;

use crate::diagnostics::Place;
use crate::images::picture::Order;
use crate::link::record::LinkedRecord;
use crate::plan::outputs::Product;

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedFile {
    /// Its path below the output.
    pub path: String,
    /// What it is: of the theme, of the site, or of a record.
    pub product: Product,
    /// Its bytes.
    pub content: Content,
}

/// The bytes of a file, or where they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Bytes that are here.
    Bytes(Arc<[u8]>),
    /// A file of the site.
    Copy(Arc<str>),
    /// A version of an image of the site.
    Image(Order),
}

impl PublishedFile {
    /// Where it comes from.
    pub fn place(&self) -> Place {
        match &self.content {
            Content::Bytes(_) => Place::file("themes"),
            Content::Copy(from) => Place::file(from.clone()),
            Content::Image(order) => Place::file(order.source.clone()),
        }
    }
}

/// Where a file in a record's folder is published: `files/parks/harbour/entrance.jpg`.
pub fn attachment_path(linked: &LinkedRecord, file: &str) -> String {
    let folder = linked.record.folder.as_deref().unwrap_or_default();
    let collection = folder.strip_prefix("content/").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    format!("files/{collection}/{}/{file}", linked.record.id)
}
