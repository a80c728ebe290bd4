//! The report in one of its languages.

use crate::config::{Config, Language};
use crate::link::RecordIx;
use crate::locale::Locale;
use crate::report::Report;

/// The report as readers of one language have it: what most of the code that words something asks.
#[derive(Clone, Copy)]
pub struct Localizer<'r> {
    /// The report.
    pub report: &'r Report,
    /// Its language here.
    pub language: usize,
}

impl Report {
    /// The report in a language.
    pub fn localizer(&self, language: usize) -> Localizer<'_> {
        Localizer { report: self, language }
    }
}

impl<'r> Localizer<'r> {
    /// How the language writes numbers, dates and lists, with its messages.
    pub fn locale(self) -> &'r Locale {
        self.report.locales.get(self.language)
    }

    /// The settings of the site.
    pub fn config(self) -> &'r Config {
        &self.report.config
    }

    /// Name, code and direction of the language.
    pub fn spoken(self) -> &'r Language {
        &self.report.config.languages[self.language]
    }

    /// The code of the language: `de`.
    pub fn code(self) -> &'r str {
        &self.spoken().code
    }

    /// A message without variables; its key when there is none (which is reported once, for all pages).
    pub fn message(self, key: &str) -> String {
        self.locale().messages.fixed(key).map_or_else(|| key.to_owned(), |text| text.to_string())
    }

    /// The title of a record, in this language or the one that stands for it.
    pub fn title(self, record: RecordIx) -> &'r str {
        self.report.site.title(record, self.language).1
    }

    /// The same report in another language.
    pub fn with(self, language: usize) -> Localizer<'r> {
        Localizer { language, ..self }
    }
}
