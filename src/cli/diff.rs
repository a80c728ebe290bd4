//! `prospectus diff`.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use crate::cli::shown::Shown;
use crate::cli::{Format, SiteArgs, differences};
use crate::diagnostics::{Report, codes};
use crate::pipeline::{self, Nowhere, Published};
use crate::publication::compare::Changes;
use crate::read::Folder;

/// Show what would change for the public since the last publication
///
/// Exit code 4 tells that something would.
#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    /// The site's folder, which holds content/ and themes/
    #[arg(long, value_name = "DIR", default_value = ".")]
    site: PathBuf,
    /// Compare the report as it stood on that day (YYYY-MM-DD); addresses are not compared then
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    as_of: Option<String>,
    /// Use that many threads
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// Warnings are errors too
    #[arg(long)]
    strict: bool,
    /// How differences are written
    #[arg(long, value_enum, default_value_t = Shape::Text)]
    format: Shape,
    #[command(flatten)]
    shown: Shown,
}

/// How differences are written
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// One a line
    Text,
    /// For a release note or a pull request
    Markdown,
    /// For programs
    Json,
}

/// Makes the site into nowhere and compares.
///
/// # Errors
///
/// The run itself is not possible.
pub fn run(arguments: &DiffArgs) -> anyhow::Result<ExitCode> {
    let site = SiteArgs {
        site: arguments.site.clone(),
        base_url: None,
        as_of: arguments.as_of.clone(),
        drafts: false,
        jobs: arguments.jobs,
        strict: arguments.strict,
        format: Format::Human,
        shown: arguments.shown.clone(),
    };
    let run = site.run()?;
    let made = site.with_jobs(|| {
        let mut report = Report::default();
        let folder = report.take(Folder::open(&site.site));
        let published = report.take(pipeline::publish(&folder, run, &Nowhere));
        report.finish(published)
    })?;
    site.print(&made.diagnostics);
    // That a number changed or an address is gone is what is looked for, not what prevents it.
    let mut others = made.diagnostics.clone();
    let expected = [&codes::FIGURE_CHANGED, &codes::ADDRESS_GONE, &codes::UNFILLED];
    others.retain(|finding| !expected.contains(&finding.code));
    if site.has_stopping(&others) {
        site.last_line(&made.value.summary, &made.diagnostics, "; nothing was compared");
        return Ok(ExitCode::FAILURE);
    }
    let Published { summary, changes, .. } = &made.value;
    let (text, end) = match changes {
        Some(changes) => (shown(changes, arguments.format), counted(changes)),
        None => (never(arguments.format), "; nothing was published yet".to_owned()),
    };
    let _ = std::io::stdout().write_all(text.as_bytes());
    site.last_line(summary, &made.diagnostics, &end);
    let same = changes.as_ref().is_some_and(Changes::is_empty);
    Ok(if same { ExitCode::SUCCESS } else { ExitCode::from(4) })
}

fn shown(changes: &Changes, shape: Shape) -> String {
    match shape {
        Shape::Text => differences::text(changes),
        Shape::Markdown => differences::markdown(changes),
        Shape::Json => differences::json(changes),
    }
}

fn never(shape: Shape) -> String {
    match shape {
        Shape::Json => "{\"published\":false}\n".to_owned(),
        _ => "Nothing was published yet: `prospectus publish` records the first publication.\n".to_owned(),
    }
}

fn counted(changes: &Changes) -> String {
    match changes.count() {
        0 => "; no differences".to_owned(),
        1 => "; 1 difference".to_owned(),
        count => format!("; {count} differences"),
    }
}
