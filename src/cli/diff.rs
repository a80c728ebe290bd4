//! `prospectus diff`.

use std::io::Write as _;
use std::process::ExitCode;

use clap::ValueEnum;

use crate::cli::differences;
use crate::cli::drafts;
use crate::cli::shown::Format;
use crate::cli::site::RunArgs;
use crate::diagnostics::{Code, codes};
use crate::pipeline::{self, Nowhere, Published};
use crate::publication::compare::Changes;
use crate::read::Folder;

/// Show what would change for the public since the last publication
///
/// Exit code 4 tells that something would.
#[derive(Debug, clap::Args)]
#[command(mut_arg("as_of", |day| day.help("Compare the report as it stood on that day (YYYY-MM-DD); addresses are not compared then")))]
#[command(mut_arg("strict", |strict| strict.help("Warnings are errors too")))]
pub struct DiffArgs {
    #[command(flatten)]
    asked: RunArgs,
    /// How differences are written
    #[arg(long, value_enum, default_value_t = Shape::Text)]
    format: Shape,
    /// Write a file into content/corrections/ for each change that no correction tells of; the reason is yours to fill in
    #[arg(long)]
    draft: bool,
}

/// Findings that are what a comparison looks for: they do not prevent it.
const LOOKED_FOR: [&Code; 7] = [
    &codes::FACT_CHANGED,
    &codes::FIGURE_CHANGED,
    &codes::FIGURE_BY_TIME,
    &codes::OLD_NUMBER,
    &codes::OLD_DATE,
    &codes::ADDRESS_GONE,
    &codes::UNFILLED,
];

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
    let asked = &arguments.asked;
    let run = asked.run()?;
    asked.resume()?;
    let made = asked.make(Folder::open(&asked.site), |folder| pipeline::publish(folder, &run, &Nowhere))?;
    asked.print(&made.diagnostics, Format::Human);
    let mut others = made.diagnostics.clone();
    others.retain(|finding| !LOOKED_FOR.contains(&finding.code));
    if asked.has_stopping(&others) {
        asked.last_line(&made.value.summary, &made.diagnostics, "; nothing was compared");
        return Ok(ExitCode::FAILURE);
    }
    let Published { summary, changes, drafts, .. } = &made.value;
    let (text, end) = match changes {
        Some(changes) => (shown(changes, arguments.format), counted(changes)),
        None => (never(arguments.format), "; nothing was published yet".to_owned()),
    };
    let _ = std::io::stdout().write_all(text.as_bytes());
    if arguments.draft {
        drafts::write(&asked.site, drafts)?;
    }
    asked.last_line(summary, &made.diagnostics, &end);
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
