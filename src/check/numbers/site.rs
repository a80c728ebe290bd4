//! What the check of a record needs of the site.

use crate::check::numbers::reading::Reader;
use crate::check::numbers::values::Values;
use crate::locale::Locale;
use crate::model::number::Number;
use crate::parse::Files;
use crate::position::{LanguageIx, List};
use crate::report::Report;

/// The site, with what is made once for all of its records.
pub struct Site<'a> {
    /// The report.
    pub report: &'a Report,
    /// The files, for prose and for places in it.
    pub files: &'a dyn Files,
    /// One per language.
    pub readers: List<LanguageIx, Reader>,
    /// The values of all figures.
    pub values: Values,
}

impl<'a> Site<'a> {
    /// Prepares the check of a site.
    pub fn new(report: &'a Report, files: &'a dyn Files) -> Self {
        let readers = report.locales.iter().map(reader).collect();
        Site { report, files, readers, values: Values::of_site(report) }
    }
}

/// The reader of numbers as a language writes them.
fn reader(locale: &Locale) -> Reader {
    let sample = Number::parse("1.5").map(|number| locale.number(&number)).unwrap_or_default();
    let decimal = sample.chars().find(|c| !c.is_ascii_digit()).unwrap_or('.');
    Reader::new(&locale.language.code, decimal, locale.months())
}
