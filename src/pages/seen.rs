//! A record as a page shows it: on its own page, or on a companion page.

use tera::Value;

use crate::pages::renderer::LocalRenderer;
use crate::pages::values::optional;
use crate::plan::addresses::Address;
use crate::plan::companions::Form;
use crate::position::{LanguageIx, RecordIx};

/// A record on one of its pages.
#[derive(Clone, Copy)]
pub struct Seen {
    /// The record.
    pub record: RecordIx,
    /// The form of a companion page; `None`: it is the page of the record.
    pub form: Option<Form>,
}

impl Seen {
    /// `page.kind`.
    pub fn kind(self) -> &'static str {
        self.form.map_or("record", Form::name)
    }

    /// The path of the page of the record.
    pub fn own_path(self, local: LocalRenderer<'_>) -> &str {
        self.address(local, local.language).map_or("/", |address| &address.path)
    }

    /// The path of this page.
    pub fn path(self, local: LocalRenderer) -> String {
        let report = local.report();
        let at = (&*report.plan.addresses, self.record, local.language);
        let companion = self.form.and_then(|form| report.plan.companions.path(at, form));
        companion.unwrap_or_else(|| self.own_path(local).to_owned())
    }

    /// The link to this page in a language, and whether it is translated; `None`: it is not there.
    pub fn link(self, local: LocalRenderer, language: LanguageIx) -> Option<(String, bool)> {
        let address = self.address(local, language)?;
        let companion = self.form.and_then(|form| self.companion(local, language, form));
        Some((companion.unwrap_or_else(|| address.url.to_string()), address.translated))
    }

    /// `page.sheet` and `page.embed`.
    pub fn companions(self, local: LocalRenderer) -> [Value; 2] {
        Form::ALL.map(|form| optional(self.companion(local, local.language, form).as_deref()))
    }

    fn companion(self, local: LocalRenderer, language: LanguageIx, form: Form) -> Option<String> {
        let report = local.report();
        report.plan.companions.url((&*report.plan.addresses, self.record, language), form)
    }

    fn address(self, local: LocalRenderer<'_>, language: LanguageIx) -> Option<&Address> {
        local.report().plan.addresses.of(self.record, language)
    }
}
