//! Where a language tells what each edition changed: its page, its feed.

use std::sync::Arc;

/// The template of the page; a theme without it tells nothing.
pub const CHANGES: &str = "changes.html";

/// Where one language tells of changes.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangesPage {
    /// Path of the page: `/en/changes/`.
    pub page: Arc<str>,
    /// Path of the feed below the output: `en/changes.xml`.
    pub feed: Arc<str>,
}
