//! What keeps a file from being published as an image.

use crate::diagnostics::{Diagnostic, Place, codes};
use crate::images::kind::Kind;
use crate::images::recipe::MOST_PIXELS;

/// What is wrong with a file that is shown as an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It is none.
    NoImage,
    /// It is another kind than its name says.
    IsAnother {
        /// What its name says.
        named: Kind,
        /// What it is.
        is: &'static str,
    },
    /// It ends too early, or cannot be read.
    Damaged(Kind),
    /// It has so many million pixels.
    TooLarge(u64),
    /// It is in the colours of print.
    ForPrint,
}

impl Flaw {
    /// The finding for the file `name`, at the place that names it.
    pub fn finding(self, name: &str, place: Place) -> Diagnostic {
        let (code, words, hint) = match self {
            Flaw::NoImage => (
                &codes::NOT_AN_IMAGE,
                "is no image, whatever its name says".to_owned(),
                "open it in a program for images, and save it anew",
            ),
            Flaw::IsAnother { named, is } => (
                &codes::WRONG_IMAGE_KIND,
                format!("is named as {} and is {is}", named.name()),
                "save it anew as JPEG (photographs) or PNG (drawings), or give it the ending of what it is",
            ),
            Flaw::Damaged(kind) => (
                &codes::UNUSABLE_IMAGE,
                format!("is a damaged {} file: it ends too early or cannot be read", kind.name()),
                "copy it here again from where you have it, or save it anew",
            ),
            Flaw::TooLarge(millions) => (
                &codes::UNUSABLE_IMAGE,
                format!("has {millions} million pixels; {} million is the most", MOST_PIXELS / 1_000_000),
                "save it smaller: screens show some 8 million",
            ),
            Flaw::ForPrint => (
                &codes::UNUSABLE_IMAGE,
                "is in the four colours of print (CMYK), which screens show wrongly".to_owned(),
                "save it in RGB",
            ),
        };
        Diagnostic::new(code, place, format!("`{name}` {words}")).hint(hint)
    }
}
