//! Values by which records are filtered: as addresses have them, and in words.

use crate::link::Site;
use crate::link::listing::FacetValue;
use crate::locale::formats::DateForm;
use crate::locale::program::Message;
use crate::model::date::Date;
use crate::model::field::{Field, FieldKind, Targets};
use crate::report::localizer::Localizer;

/// What stands for a value in addresses and attributes.
pub fn written(site: &Site, of: &Field, value: &FacetValue) -> String {
    match value {
        FacetValue::Option(at) => match &of.kind {
            FieldKind::Choice(options) => options[*at].id.to_string(),
            _ => String::new(),
        },
        FacetValue::Boolean { no } => (!no).to_string(),
        FacetValue::Year(year) => year.0.to_string(),
        FacetValue::Language(tag) => tag.to_string(),
        FacetValue::Record(record) => match &of.kind {
            FieldKind::Reference { to: Targets::One(_), .. } => site.get(*record).record.id.to_string(),
            _ => site.key(*record),
        },
    }
}

/// What readers see of a value.
pub fn label(localizer: Localizer, of: &Field, value: &FacetValue) -> String {
    match value {
        FacetValue::Option(at) => match &of.kind {
            FieldKind::Choice(options) => options[*at].label.text(localizer.language).to_owned(),
            _ => String::new(),
        },
        FacetValue::Boolean { no } => localizer.message(if *no { Message::No } else { Message::Yes }),
        FacetValue::Year(year) => {
            let digits = format!("{:04}", year.0);
            Date::parse(&digits).map_or(digits, |date| localizer.locale().date(date, DateForm::Long))
        }
        FacetValue::Language(tag) => localizer.locale().language_name(tag).to_owned(),
        FacetValue::Record(record) => localizer.title(*record).to_owned(),
    }
}
