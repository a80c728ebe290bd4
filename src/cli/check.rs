//! `prospectus check`.

use std::process::ExitCode;

use crate::cache::sink::Unwritten;
use crate::cli::cache::CacheArgs;
use crate::cli::site::SiteArgs;
use crate::config::Run;
use crate::pipeline;
use crate::read::Folder;

/// Find every mistake without writing anything
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    cache: CacheArgs,
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
    let SiteArgs { asked, format, .. } = &arguments.site;
    asked.resume()?;
    let run = Run { notes: true, numbers: true, ..arguments.site.run()? };
    let cache = arguments.cache.open(&asked.site, &asked.site.join("output"))?;
    let sink = Unwritten(&cache);
    let checked = asked.make(Folder::open(&asked.site), |folder| pipeline::build(folder, &run, &sink))?;
    asked.print(&checked.diagnostics, *format);
    asked.last_line(&checked.value, &checked.diagnostics, "");
    Ok(if asked.has_stopping(&checked.diagnostics) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
