//! `prospectus build`.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::SiteArgs;
use crate::diagnostics::Report;
use crate::pipeline;
use crate::read::Folder;
use crate::write::Stage;

/// Build the site into a folder, leaving the folder untouched if there are errors
#[derive(Debug, clap::Args)]
pub struct BuildArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// Where the site goes [default: output/ in the site's folder]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Build into a folder that holds files Prospectus did not write; they stay
    #[arg(long)]
    force: bool,
}

/// Builds and publishes.
///
/// # Errors
///
/// Something could not be read or written; the old site stands.
pub fn run(arguments: &BuildArgs) -> anyhow::Result<ExitCode> {
    let site = &arguments.site;
    let output = arguments.output.clone().unwrap_or_else(|| site.site.join("output"));
    let run = site.run()?;
    let stage = Stage::beside(&output, arguments.force)?;
    let built = site.with_jobs(|| {
        let mut report = Report::default();
        let folder = report.take(Folder::open(&site.site));
        let summary = report.take(pipeline::build(&folder.paths, &folder, run, &stage));
        report.finish(summary)
    })?;
    super::print(&built.diagnostics, site.format);
    if site.has_stopping(&built.diagnostics) {
        super::last_line(&built.value, &built.diagnostics, "; nothing was published");
        return Ok(ExitCode::FAILURE);
    }
    stage.publish()?;
    super::last_line(&built.value, &built.diagnostics, &format!(" → {}", output.display()));
    Ok(ExitCode::SUCCESS)
}
