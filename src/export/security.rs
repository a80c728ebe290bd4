//! `/.well-known/security.txt`: whom to tell of a gap in the site's defences (RFC 9116), where the settings say so.

use std::fmt::Write;

use crate::output::{OutputFile, Reads, Sink};
use crate::plan::listings::SECURITY;
use crate::report::Report;

/// Writes it; nothing without `security` in the settings. It is made of them alone.
pub fn write(report: &Report, sink: &dyn Sink) {
    let Some(security) = &report.config.security else { return };
    let mut text = String::new();
    let mut line = |field: &str, value: &str| {
        let _ = writeln!(text, "{field}: {value}");
    };
    security.contact.iter().for_each(|contact| line("Contact", contact));
    // The day counts to its end, wherever it ends.
    line("Expires", &format!("{}T23:59:59Z", security.expires));
    let own =
        || report.config.languages.iter().map(|language| language.code.to_string()).collect::<Vec<_>>().join(", ");
    let languages = security.languages.as_ref().map_or_else(own, |languages| languages.join(", "));
    if !languages.is_empty() {
        line("Preferred-Languages", &languages);
    }
    line("Canonical", &format!("{}/{SECURITY}", report.config.base_url.whole()));
    security.further.iter().for_each(|(field, address)| line(field, address));
    sink.put(OutputFile { path: SECURITY.to_owned(), bytes: text.into_bytes(), reads: Reads::default() });
}
