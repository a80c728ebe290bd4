//! Companion pages: the record of a page once more, in another form, at an address below its own. Which forms there are is a
//! closed list; which collections have them follows from the templates that a theme or a site has.

use std::sync::Arc;

use crate::link::Site;
use crate::plan::addresses::{Address, Addresses};
use crate::plan::templates::Lookup;
use crate::position::{CollectionIx, LanguageIx, List, RecordIx};
use crate::theme::Theme;

/// The form in which a companion page shows its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// On one sheet, to be printed.
    Sheet,
    /// In a frame on the page of somebody else.
    Embed,
}

impl Form {
    /// Every form.
    pub const ALL: [Form; 2] = [Form::Sheet, Form::Embed];

    /// Its name in templates and addresses.
    pub fn name(self) -> &'static str {
        match self {
            Form::Sheet => "sheet",
            Form::Embed => "embed",
        }
    }
}

/// Which collections have companion pages.
#[derive(Debug, Clone)]
pub struct Companions {
    /// The template of each form, in the order of [`Form::ALL`], by collection.
    templates: List<CollectionIx, [Option<Arc<str>>; 2]>,
}

impl Companions {
    /// Those of a site: wherever there is a template for them.
    pub fn of_site(site: &Site, theme: &Theme) -> Self {
        let lookup = Lookup { theme };
        let of_collection = |model| Form::ALL.map(|form| lookup.of_companions(model, form.name()));
        Companions { templates: site.collections.iter().map(of_collection).collect() }
    }

    /// The template of the companion pages of a collection in a form; `None`: it has none.
    pub fn template(&self, collection: CollectionIx, form: Form) -> Option<&Arc<str>> {
        self.templates[collection][form as usize].as_ref()
    }

    /// The path of a companion page below the site; `None`: there is none.
    pub fn path(&self, at: (&Addresses, RecordIx, LanguageIx), form: Form) -> Option<String> {
        self.below(at, form, |address| &address.path)
    }

    /// The link to a companion page, with the path of `base_url`.
    pub fn url(&self, at: (&Addresses, RecordIx, LanguageIx), form: Form) -> Option<String> {
        self.below(at, form, |address| &address.url)
    }

    fn below(
        &self,
        (addresses, record, language): (&Addresses, RecordIx, LanguageIx),
        form: Form,
        own: impl Fn(&Address) -> &str,
    ) -> Option<String> {
        self.template(record.collection, form)?;
        Some(format!("{}{}/", own(addresses.of(record, language)?), form.name()))
    }
}
