//! Which template renders a page: what its record or its collection asks for, else the first that exists of the usual names.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Place, codes, did_you_mean};
use crate::model::builtin::is_built_in;
use crate::model::field::{Collection, CollectionKind};
use crate::model::record::Record;
use crate::parse::Span;
use crate::theme::Theme;

/// Template of the home page, where a theme has one.
const HOME: &str = "home.html";
/// Template of a record's page that every theme has.
const RECORD: &str = "record.html";
/// Template of an index that every theme has.
const INDEX: &str = "index.html";

/// Looks templates up.
#[derive(Clone, Copy)]
pub struct Lookup<'a> {
    /// The templates.
    pub theme: &'a Theme,
}

/// The template of the records of a collection.
pub struct Usual {
    name: Arc<str>,
    /// Whether the collection asks for it by its name: its home page has it, too.
    is_asked_for: bool,
}

impl Lookup<'_> {
    /// The template of the index of a collection: `templates.index`, else `{collection}/index.html`,
    /// `{kind}/index.html`, `index.html`. A finding when the one that is asked for does not exist.
    pub fn of_index(self, model: &Collection, findings: &mut Vec<Diagnostic>) -> Arc<str> {
        let asked = self.asked_for(model, &model.index_template, findings);
        asked.unwrap_or_else(|| self.usual(model, INDEX))
    }

    /// The template of the records of a collection that ask for no other: `templates.record`, else
    /// `{collection}/record.html`, `{kind}/record.html`, `record.html`. A finding when the one that is asked for does not
    /// exist.
    pub fn of_records(self, model: &Collection, findings: &mut Vec<Diagnostic>) -> Usual {
        let asked = self.asked_for(model, &model.record_template, findings);
        let is_asked_for = asked.is_some();
        Usual { name: asked.unwrap_or_else(|| self.usual(model, RECORD)), is_asked_for }
    }

    /// The template of a record: its own, else that of its collection; of the home page `home.html`, unless the collection
    /// asks for another. A finding when the one that is asked for does not exist.
    pub fn of_record(self, record: &Record, usual: &Usual, findings: &mut Vec<Diagnostic>) -> Arc<str> {
        if let Some((own, span)) = &record.template {
            if self.theme.has_template(own) {
                return own.clone();
            }
            findings.push(self.no_template(record.source.place(*span), own));
        }
        let is_home = record.is_home() && !usual.is_asked_for && self.theme.has_template(HOME);
        if is_home { HOME.into() } else { usual.name.clone() }
    }

    /// The template of the companion pages of a collection: `{collection}/{name}.html`, `{kind}/{name}.html`; `None`: it has
    /// no such pages.
    pub fn of_companions(self, model: &Collection, name: &str) -> Option<Arc<str>> {
        self.own(model, &format!("{name}.html"))
    }

    /// The template that a collection asks for by its name; `None`: for none that exists.
    fn asked_for(
        self,
        model: &Collection,
        asked: &Option<(Arc<str>, Span)>,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Arc<str>> {
        let (name, span) = asked.as_ref()?;
        let exists = self.theme.has_template(name);
        if !exists {
            findings.push(self.no_template(model.source.place(*span), name));
        }
        exists.then(|| name.clone())
    }

    fn usual(self, model: &Collection, name: &str) -> Arc<str> {
        self.own(model, name).unwrap_or_else(|| name.into())
    }

    /// The template of that name in the folder of a collection, else of its kind.
    fn own(self, model: &Collection, name: &str) -> Option<Arc<str>> {
        // The collections that come with the generator are kinds of their own.
        let kind = (!is_built_in(&model.id)).then(|| folder(model.kind));
        let folders = std::iter::once(&*model.id).chain(kind);
        let mut names = folders.map(|folder| format!("{folder}/{name}"));
        names.find(|name| self.theme.has_template(name)).map(Arc::from)
    }

    fn no_template(self, place: Place, name: &str) -> Diagnostic {
        let hint = did_you_mean(name, self.theme.template_names());
        Diagnostic::new(&codes::MODEL, place, format!("there is no template `{name}`"))
            .hint(hint.unwrap_or_else(|| "put it into the theme's templates/, or into content/templates/".to_owned()))
    }
}

/// The folder with the templates of a kind of collection: what `kind` says in its declaration.
fn folder(kind: CollectionKind) -> &'static str {
    match kind {
        CollectionKind::Records => "records",
        CollectionKind::News => "news",
        CollectionKind::Pages => "pages",
    }
}
