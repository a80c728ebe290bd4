//! `prospectus build`.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::site::SiteArgs;
use crate::cli::terminal;
use crate::config::Run;
use crate::diagnostics::Checked;
use crate::pipeline::{self, Summary};
use crate::read::Folder;
use crate::write::{Durability, Stage, Target};

/// Build the site into a folder, leaving the folder untouched if there are errors
#[derive(Debug, clap::Args)]
pub struct BuildArgs {
    #[command(flatten)]
    output: OutputArgs,
    /// Do not wait until the disk has the new site: for builds that nobody needs after a power cut
    #[arg(long)]
    no_sync: bool,
}

/// A site, and where it goes
#[derive(Debug, clap::Args)]
pub struct OutputArgs {
    #[command(flatten)]
    pub site: SiteArgs,
    /// Where the site goes [default: output/ in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Build into a folder that holds files Prospectus did not write; they stay
    #[arg(long)]
    pub force: bool,
}

/// Builds and exchanges the output.
///
/// # Errors
///
/// Something could not be read or written; the old site stands.
pub fn run(arguments: &BuildArgs) -> anyhow::Result<ExitCode> {
    let make = |folder: &Folder, run: &Run, stage: &Stage| pipeline::build(folder, run, stage);
    let durability = if arguments.no_sync { Durability::WheneverItSuits } else { Durability::OnDisk };
    let built = into_output(&arguments.output, durability, make, |it| it)?;
    let Some((built, output)) = built else { return Ok(ExitCode::FAILURE) };
    arguments.output.site.asked.last_line(&built.value, &built.diagnostics, &format!(" → {}", output.display()));
    Ok(ExitCode::SUCCESS)
}

/// Builds by `make` and exchanges the output, whose path is given back. `None`: findings stopped it, as has been said.
pub fn into_output<T: Send>(
    arguments: &OutputArgs,
    durability: Durability,
    make: impl FnOnce(&Folder, &Run, &Stage) -> Checked<T> + Send,
    summary: impl Fn(&T) -> &Summary,
) -> anyhow::Result<Option<(Checked<T>, PathBuf)>> {
    let SiteArgs { asked, format, .. } = &arguments.site;
    let output = arguments.output.clone().unwrap_or_else(|| asked.site.join("output"));
    let run = arguments.site.run()?;
    let opened = Folder::open(&asked.site);
    let sources = ["content", "themes"].map(|part| asked.site.join(part)).into_iter();
    let sources = sources.chain(opened.value.link_targets.clone()).collect();
    let target = Target { output: &output, site: &asked.site, sources, force: arguments.force, durability };
    let stage = Stage::beside(&target)?;
    terminal::warn(&stage.warnings);
    let built = asked.make(opened, |folder| make(folder, &run, &stage))?;
    asked.print(&built.diagnostics, *format);
    if asked.has_stopping(&built.diagnostics) {
        asked.last_line(summary(&built.value), &built.diagnostics, "; nothing was published");
        return Ok(None);
    }
    terminal::warn(&stage.publish()?);
    Ok(Some((built, output)))
}
