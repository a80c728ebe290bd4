//! One run: what is asked for beside the site's own files. Dates are given, never read from a clock here.

use jiff::civil::Date;

/// What one run is asked for. It is no part of the settings: stages that need it take it beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Today in the site's time zone.
    pub today: Date,
    /// The day the report is asked to describe; `None`: that of the settings.
    pub as_of: Option<Date>,
    /// Address that replaces `base_url` of the settings.
    pub base_url: Option<String>,
    /// Whether drafts, records withheld and hidden languages are shown.
    pub drafts: bool,
    /// Whether notes are looked for, which stop nothing: `check` does.
    pub notes: bool,
    /// Whether numbers typed in prose are compared with figures and between languages.
    pub numbers: bool,
}

impl Run {
    /// A run on a day that asks for nothing else.
    pub fn on(today: Date) -> Self {
        Run { today, as_of: None, base_url: None, drafts: false, notes: false, numbers: false }
    }
}

/// A day of the years 1 to 9999 written as `YYYY-MM-DD`, and in no other of the many ways that the standard for dates allows.
pub fn day(text: &str) -> Option<Date> {
    text.parse().ok().filter(|day: &Date| day.year() > 0 && day.to_string() == text)
}
