//! `prospectus build`.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cache::remembered::Cache;
use crate::cache::sink::Remembering;
use crate::cli::cache::CacheArgs;
use crate::cli::site::SiteArgs;
use crate::cli::terminal;
use crate::config::Run;
use crate::diagnostics::Checked;
use crate::output::Sink;
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
    #[command(flatten)]
    pub cache: CacheArgs,
}

/// Builds and exchanges the output.
///
/// # Errors
///
/// Something could not be read or written; the old site stands.
pub fn run(arguments: &BuildArgs) -> anyhow::Result<ExitCode> {
    arguments.output.site.asked.resume()?;
    let make = |folder: &Folder, run: &Run, sink: &dyn Sink| pipeline::build(folder, run, sink);
    let durability = if arguments.no_sync { Durability::WheneverItSuits } else { Durability::OnDisk };
    let staged = stage(&arguments.output, durability, make, |it| it)?;
    let Some(Staged { made, stage, output, cache, .. }) = staged else { return Ok(ExitCode::FAILURE) };
    terminal::warn(&stage.publish()?);
    terminal::warn(cache.save().as_slice());
    arguments.output.site.asked.last_line(&made.value, &made.diagnostics, &format!(" → {}", output.display()));
    Ok(ExitCode::SUCCESS)
}

/// A site that only waits to be exchanged.
pub struct Staged<T> {
    /// What was made, with its findings.
    pub made: Checked<T>,
    /// The new site.
    pub stage: Stage,
    /// Where it goes.
    pub output: PathBuf,
    /// What was asked for.
    pub run: Run,
    /// What it remembers, to be saved when the output is replaced.
    pub cache: Cache,
}

/// Builds by `make` beside the output. `None`: findings stopped it, as has been said.
pub fn stage<T: Send>(
    arguments: &OutputArgs,
    durability: Durability,
    make: impl FnOnce(&Folder, &Run, &dyn Sink) -> Checked<T> + Send,
    summary: impl Fn(&T) -> &Summary,
) -> anyhow::Result<Option<Staged<T>>> {
    let SiteArgs { asked, format, .. } = &arguments.site;
    let output = arguments.output.clone().unwrap_or_else(|| asked.site.join("output"));
    let run = arguments.site.run()?;
    let cache = arguments.cache.open(&asked.site, &output)?;
    let opened = Folder::open(&asked.site);
    let sources = ["content", "themes"].map(|part| asked.site.join(part)).into_iter();
    let sources = sources.chain(opened.value.link_targets.clone()).collect();
    let target = Target { output: &output, site: &asked.site, sources, force: arguments.force, durability };
    let stage = Stage::beside(&target)?;
    terminal::warn(&stage.warnings);
    let sink = Remembering { sink: &stage, cache: &cache, output: &output };
    let made = asked.make(opened, |folder| make(folder, &run, &sink))?;
    asked.print(&made.diagnostics, *format);
    if asked.has_stopping(&made.diagnostics) {
        asked.last_line(summary(&made.value), &made.diagnostics, "; nothing was published");
        return Ok(None);
    }
    Ok(Some(Staged { made, stage, output, run, cache }))
}
