//! `prospectus check`.

use std::process::ExitCode;

use crate::cli::SiteArgs;
use crate::config::Run;
use crate::diagnostics::Report;
use crate::pipeline::{self, Nowhere};
use crate::read::Folder;

/// Find every mistake without writing anything
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// Has no effect any more: numbers in texts are always looked at
    #[arg(long, hide = true)]
    numbers: bool,
}

/// Builds into nowhere and reports.
///
/// # Errors
///
/// The run itself is not possible.
pub fn run(arguments: &CheckArgs) -> anyhow::Result<ExitCode> {
    let site = &arguments.site;
    let run = Run { notes: true, numbers: true, ..site.run()? };
    let checked = site.with_jobs(|| {
        let mut report = Report::default();
        let folder = report.take(Folder::open(&site.site));
        let summary = report.take(pipeline::build(&folder, run, &Nowhere));
        report.finish(summary)
    })?;
    site.print(&checked.diagnostics);
    site.last_line(&checked.value, &checked.diagnostics, "");
    Ok(if site.has_stopping(&checked.diagnostics) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
