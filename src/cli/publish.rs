//! `prospectus publish`.

use std::process::ExitCode;

use anyhow::Context as _;

use crate::cli::build::{self, OutputArgs};
use crate::cli::terminal;
use crate::pipeline;
use crate::publication::lock;
use crate::write::{Durability, Record};

/// Build the site and record what is published in content/published.lock
///
/// The record is what corrections and old addresses are checked against from then on: commit it. Nothing is written if
/// there are errors, published numbers that changed without a correction, or published addresses that lead nowhere.
#[derive(Debug, clap::Args)]
pub struct PublishArgs {
    #[command(flatten)]
    output: OutputArgs,
}

/// Builds, exchanges the output, then writes the record.
///
/// # Errors
///
/// Something could not be read or written. The message says so if the new site stands all the same.
pub fn run(arguments: &PublishArgs) -> anyhow::Result<ExitCode> {
    let site = &arguments.output.site;
    if site.drafts || site.asked.as_of.is_some() {
        return terminal::wrong_usage("what is published is the site of today: leave out --drafts and --as-of");
    }
    let kept = Record::at(&site.asked.site.join(lock::FILE))?;
    let make = build::into_output(
        &arguments.output,
        Durability::OnDisk,
        |folder, run, stage| pipeline::publish(folder, run, stage),
        |published| &published.summary,
    );
    let Some((made, output)) = make? else { return Ok(ExitCode::FAILURE) };
    let Some(record) = &made.value.record else { return Ok(ExitCode::FAILURE) };
    let text = record.to_text();
    let is_new = kept.bytes().ok().flatten().is_none_or(|before| before != text.as_bytes());
    if is_new {
        kept.replace(text.as_bytes()).with_context(|| {
            let (output, path) = (output.display(), kept.path.display());
            format!("the new site is in {output}, but {path} could not be written: run `prospectus publish` again")
        })?;
    }
    let words = if is_new { "recorded in" } else { "nothing new for" };
    let end = format!(" → {}, {words} {}", output.display(), kept.path.display());
    site.asked.last_line(&made.value.summary, &made.diagnostics, &end);
    Ok(ExitCode::SUCCESS)
}
