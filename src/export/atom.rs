//! The frame of an Atom feed (RFC 4287).
//!
//! By hand: `atom_syndication` brings a reader of XML and dates of its own along, for entries of five elements.

use crate::markup::html::escape;
use crate::report::localizer::Localizer;

/// A feed without its entries.
pub struct Feed<'a> {
    /// Its path below the output: `en/feed.xml`.
    pub path: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The address of the page that says the same, without the origin.
    pub alternate: &'a str,
    /// When it last changed, as [`moment`](crate::words::moment::moment) writes it; `None`: it has no entries.
    pub updated: Option<String>,
}

impl Feed<'_> {
    /// The feed with its entries, which are XML already.
    pub fn with(&self, localizer: Localizer, entries: &str) -> String {
        let config = localizer.config();
        let of_site = config.title.text(localizer.language);
        let author = config.publisher.best(localizer.language).map_or(of_site, |(_, name)| name);
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{code}\">\n\
             <id>{id}</id>\n<title>{title}</title>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{id}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{alternate}\"/>\n<updated>{updated}</updated>\n<author><name>{author}</name></author>\n{entries}</feed>\n",
            id = escape(&format!("{}/{}", config.base_url.whole(), self.path)),
            code = localizer.code(),
            title = escape(self.title),
            alternate = escape(&format!("{}{}", config.base_url.origin, self.alternate)),
            updated = self.updated.as_deref().unwrap_or("1970-01-01T00:00:00Z"),
            author = escape(author),
        )
    }
}
