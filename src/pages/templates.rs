//! The templates of a theme, as they were read, and what is known of each before any page is rendered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::Tera;

use crate::diagnostics::Diagnostic;
use crate::report::recorder::{self, Note};
use crate::theme::Theme;
use crate::theme::uses::{made_of, mentioning};

/// One of these stands where a template asks for `page.data`, `page.spreadsheet` or `page.record_data`.
const OF_DATA: &[&str] =
    &[".data", "\"data\"", "'data'", "spreadsheet", "record_data", "page |", "page|", "{{ page }}", "{{page}}"];

/// The templates of a theme, read, and what is known of them.
pub struct Templates {
    /// Where they are from.
    pub theme: Arc<Theme>,
    /// They, with functions that look into whatever renders a page; `None`: some cannot be read.
    pub tera: Option<Tera>,
    /// What is wrong with them.
    pub findings: Vec<Diagnostic>,
    /// What each is made of, as what renders it notes it.
    made_of: BTreeMap<Arc<str>, Arc<[Note]>>,
    /// Those that may show which data files belong to their page.
    with_data: BTreeSet<Arc<str>>,
    /// Those that may show the sources of their page.
    with_sources: BTreeSet<Arc<str>>,
    /// Those that may show the prose of their page.
    with_prose: BTreeSet<Arc<str>>,
}

impl Templates {
    /// Those of a theme, as they were read.
    pub fn new(theme: Arc<Theme>, tera: Option<Tera>, findings: Vec<Diagnostic>) -> Self {
        let made_of = made_of(&theme);
        let notes = |names: &[Arc<str>]| names.iter().cloned().map(Note::Template).collect();
        Templates {
            tera,
            findings,
            with_data: mentioning(&theme, &made_of, OF_DATA),
            with_sources: mentioning(&theme, &made_of, &["sources"]),
            with_prose: mentioning(&theme, &made_of, &["prose"]),
            made_of: made_of.iter().map(|(name, names)| (name.clone(), notes(names))).collect(),
            theme,
        }
    }

    /// Whether there is a template of that name.
    pub fn has(&self, name: &str) -> bool {
        self.made_of.contains_key(name)
    }

    /// The names of all.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.made_of.keys().map(|name| &**name)
    }

    /// Whether the data files of a page are to be made ready for its template.
    pub fn show_data(&self, template: &str) -> bool {
        self.may_show(&self.with_data, template)
    }

    /// Whether the sources of a page are to be made ready for its template.
    pub fn show_sources(&self, template: &str) -> bool {
        self.may_show(&self.with_sources, template)
    }

    /// Whether the prose of a record is to be made ready for the template of a companion page.
    pub fn show_prose(&self, template: &str) -> bool {
        self.may_show(&self.with_prose, template)
    }

    /// Of a template that nobody has looked at nothing is known.
    fn may_show(&self, with: &BTreeSet<Arc<str>>, template: &str) -> bool {
        with.contains(template) || !self.made_of.contains_key(template)
    }

    /// Notes that a template is rendered, be it that of one layer, with all that it is made of.
    pub fn note(&self, name: &str) {
        if let Some(made_of) = self.made_of.get(self.theme.stripped(name)) {
            recorder::note_all(made_of);
        }
    }
}
