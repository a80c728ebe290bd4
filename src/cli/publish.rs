//! `prospectus publish`.

use std::process::ExitCode;

use crate::cli::build::{self, Built, How, OutputArgs, Staged};
use crate::cli::edition;
use crate::cli::shown::Format;
use crate::cli::terminal;
use crate::pipeline;
use crate::publication::lock;
use crate::write::{Durability, Record, Way};

/// Build the site and record what is published in content/published.lock
///
/// Shows what differs from the last publication and asks before anything is written. Site and record are replaced
/// together; the record is what corrections and old addresses are checked against from then on: commit it, with the last
/// line as message. Nothing is written if there are errors, blanks, published numbers that changed without a correction,
/// or published addresses that lead nowhere.
#[derive(Debug, clap::Args)]
pub struct PublishArgs {
    #[command(flatten)]
    output: OutputArgs,
    /// Publish without asking: for machines
    #[arg(long)]
    yes: bool,
}

/// Builds, shows the difference, asks, and replaces output and record in one act.
///
/// # Errors
///
/// Something could not be read or written. The message says so if the new site stands all the same.
pub fn run(arguments: &PublishArgs) -> anyhow::Result<ExitCode> {
    let site = &arguments.output.site;
    if site.drafts || site.asked.as_of.is_some() {
        return terminal::wrong_usage("what is published is the site of today: leave out --drafts and --as-of");
    }
    if !arguments.yes && !terminal::can_ask() {
        return terminal::wrong_usage(
            "`publish` asks before it writes, and nobody can answer here: look at `prospectus diff`, then add --yes",
        );
    }
    site.asked.resume()?;
    site.asked.threads()?.install(|| published(arguments))
}

fn published(arguments: &PublishArgs) -> anyhow::Result<ExitCode> {
    let site = &arguments.output.site;
    let record = Record::at(&site.asked.site.join(lock::FILE))?;
    let staged = build::stage(
        &arguments.output,
        How { durability: Durability::OnDisk, way: Way::WithRecord, fresh: false },
        |folder, run, sink| pipeline::publish(folder, run, sink),
        |published| &published.summary,
    )?;
    let Built::Staged(staged) = staged else { return Ok(ExitCode::FAILURE) };
    let Staged { made, stage, output, run, memory } = *staged;
    let Some(next) = &made.value.record else { return Ok(ExitCode::FAILURE) };
    let results = if site.format == Format::Human { terminal::Results::Out } else { terminal::Results::Err };
    results.write(&edition::shown(made.value.changes.as_ref(), next));
    if !arguments.yes && !terminal::consents("Publish this?")? {
        site.asked.last_line(&made.value.summary, &made.diagnostics, "; nothing was published");
        return Ok(ExitCode::FAILURE);
    }
    let text = next.to_text();
    let is_new = record.before.as_deref() != Some(text.as_bytes());
    let stands = if is_new { stage.publish_with(&record, text.as_bytes())? } else { stage.publish()? };
    terminal::warn(&stands.warnings);
    terminal::warn(&memory.save(stands));
    let words = if is_new { "recorded in" } else { "nothing new for" };
    let end = format!(" → {}, {words} {}", output.display(), record.path.display());
    site.asked.last_line(&made.value.summary, &made.diagnostics, &end);
    results.write(&edition::line(run.today, made.value.changes.as_ref(), next));
    Ok(ExitCode::SUCCESS)
}
