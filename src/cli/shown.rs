//! Which findings are written, and how.

use std::io::Write as _;

use clap::ValueEnum;

use crate::cli::terminal::style;
use crate::diagnostics::gathered::gathered;
use crate::diagnostics::{Code, Diagnostic, Severity, codes, did_you_mean, human, json, sarif};

/// How findings are written
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, on stderr
    Human,
    /// One JSON document, on stdout
    Json,
    /// A SARIF 2.1.0 log for code hosts, on stdout
    Sarif,
}

/// Which findings are written; what a run is found to be does not depend on it
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Shown {
    /// Write what stops publication and the last line, nothing else
    #[arg(long)]
    quiet: bool,
    /// Write findings of this code only, each of them; may be given several times
    #[arg(long, value_name = "CODE", value_parser = code)]
    only: Vec<&'static Code>,
}

fn code(name: &str) -> Result<&'static Code, String> {
    codes::find(name).ok_or_else(|| {
        did_you_mean(name, codes::ALL.iter().map(|code| code.name))
            .unwrap_or_else(|| "`prospectus explain` lists all".to_owned())
    })
}

impl Shown {
    /// Writes findings in the format asked for. For people alike ones are gathered, unless a code is asked for. `stopping`
    /// are the mildest that stop publication.
    pub fn print(&self, diagnostics: &[Diagnostic], format: Format, stopping: Severity) {
        let shown = diagnostics.iter().filter(|finding| self.shows(finding, stopping));
        let list: Vec<Diagnostic> = shown.cloned().collect();
        // A reader who goes away (`| head`) is no reason to fail.
        let _ = match format {
            Format::Human => self.for_people(&list),
            Format::Json => writeln!(std::io::stdout(), "{}", json::document(&list)),
            Format::Sarif => writeln!(std::io::stdout(), "{}", sarif::document(&list)),
        };
    }

    /// What the last line adds: that it counts more than is written.
    pub fn counted(&self, diagnostics: &[Diagnostic], stopping: Severity) -> String {
        if self.only.is_empty() {
            return String::new();
        }
        let shown = diagnostics.iter().filter(|finding| self.shows(finding, stopping)).count();
        format!("; {shown} of {} findings written", diagnostics.len())
    }

    fn shows(&self, finding: &Diagnostic, stopping: Severity) -> bool {
        let is_asked_for = self.only.is_empty() || self.only.contains(&finding.code);
        is_asked_for && (!self.quiet || finding.code.severity <= stopping)
    }

    fn for_people(&self, list: &[Diagnostic]) -> std::io::Result<()> {
        let (style, mut out) = (style(), std::io::stderr());
        if !self.only.is_empty() {
            return list.iter().try_for_each(|finding| writeln!(out, "{}", human::text(finding, style)));
        }
        gathered(list).iter().try_for_each(|one| {
            writeln!(out, "{}", human::text(one.finding, style))?;
            match one.more {
                0 => Ok(()),
                more => writeln!(out, "  and {more} more like this: --only {} lists them\n", one.finding.code.name),
            }
        })
    }
}
