//! What every subcommand writes for people beside findings: warnings, the last line, wrong usage.

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use crate::diagnostics::human::Style;
use crate::diagnostics::printable::printable;
use crate::diagnostics::{Diagnostic, Severity, count};
use crate::pipeline::Summary;

/// How findings look on stderr: `NO_COLOR` and `CLICOLOR_FORCE` decide (no-color.org, bixense.com/clicolors), else whether it
/// is a terminal.
pub fn style() -> Style {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    match !set("NO_COLOR") && (set("CLICOLOR_FORCE") || std::io::stderr().is_terminal()) {
        true => Style::Colored,
        false => Style::Plain,
    }
}

/// Says what happened to files that are no part of the site.
pub fn warn(messages: &[String]) {
    for message in messages {
        let _ = writeln!(std::io::stderr(), "warning: {message}");
    }
}

/// Whether somebody reads questions and can answer.
pub fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks a question that only a clear yes affirms.
///
/// # Errors
///
/// The answer cannot be read.
pub fn consents(question: &str) -> anyhow::Result<bool> {
    let _ = write!(std::io::stderr(), "{question} [y/N] ");
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

/// Where results go.
#[derive(Debug, Clone, Copy)]
pub enum Results {
    /// To stdout, as they should.
    Out,
    /// To stderr: stdout holds a document for programs.
    Err,
}

impl Results {
    /// Writes a result; a reader who goes away is no reason to fail.
    pub fn write(self, text: &str) {
        let _ = match self {
            Results::Out => std::io::stdout().write_all(text.as_bytes()),
            Results::Err => std::io::stderr().write_all(text.as_bytes()),
        };
    }
}

/// The last line: what was counted.
pub fn last_line(summary: &Summary, diagnostics: &[Diagnostic], end: &str) {
    let (errors, warnings) = (count(diagnostics, Severity::Error), count(diagnostics, Severity::Warning));
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let _ = writeln!(
        std::io::stderr(),
        "{}, {}, {}: {}, {}{end}",
        plural(summary.files, "file"),
        plural(summary.records, "record"),
        plural(summary.pages, "page"),
        plural(errors, "error"),
        plural(warnings, "warning"),
    );
    if summary.unsourced > 0 {
        let _ = writeln!(std::io::stderr(), "{} without source", plural(summary.unsourced, "fact"));
    }
    if let Some(day) = &summary.next_change {
        let _ = writeln!(std::io::stderr(), "what the public sees changes next on {day}: build again then");
    }
}

/// The end of a run that was asked for what cannot be.
pub fn wrong_usage(message: &str) -> anyhow::Result<ExitCode> {
    let _ = writeln!(std::io::stderr(), "error: {}", printable(message));
    Ok(ExitCode::from(2))
}
