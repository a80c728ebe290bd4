//! Cli: the command line, one file per subcommand.
//!
//! Results go to stdout, findings to stderr, counts into the last line. Exit codes: 0 done, 1 findings of severity error
//! (with `--strict` warnings too), 2 wrong usage, 3 could not read or write, 4 `diff` found differences.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros,
    reason = "of the shell: it touches the world for the core"
)]

mod build;
mod check;
mod diff;
mod differences;
mod explain;
mod init;
mod publish;
mod serve;
mod shown;

use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::cli::shown::Shown;
use crate::config::{Run, SITE_FILE};
use crate::diagnostics::printable::printable;
use crate::diagnostics::{Diagnostic, Severity, count};
use crate::parse::{Source, text_of, yaml};
use crate::pipeline::Summary;
use crate::read;

/// A static site generator for public reporting: facts with sources and dates, in every language
#[derive(Debug, Parser)]
#[command(name = "prospectus", version, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::BuildArgs),
    Check(check::CheckArgs),
    Serve(serve::ServeArgs),
    Explain(explain::ExplainArgs),
    Init(init::InitArgs),
    Diff(diff::DiffArgs),
    Publish(publish::PublishArgs),
}

/// What every run over a site can be asked for
#[derive(Debug, Clone, clap::Args)]
pub struct SiteArgs {
    /// The site's folder, which holds content/ and themes/
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub site: PathBuf,
    /// Address of the site, instead of `base_url` in site.yaml
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Build the report as it stood on that day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<String>,
    /// Show drafts, records that are withheld, and hidden languages
    #[arg(long)]
    pub drafts: bool,
    /// Use that many threads; the output is the same with any number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
    /// Warnings stop publication too
    #[arg(long)]
    pub strict: bool,
    /// How findings are written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    #[command(flatten)]
    shown: Shown,
}

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

/// A day written as `YYYY-MM-DD`, and in no other of the many ways that the standard for dates allows.
fn day(text: &str) -> Result<String, String> {
    let day = text.parse::<jiff::civil::Date>().ok().filter(|day| day.year() > 0 && day.to_string() == text);
    day.map(|day| day.to_string()).ok_or_else(|| "write a day as YYYY-MM-DD".to_owned())
}

impl SiteArgs {
    /// The run that is asked for. Today is `SOURCE_DATE_EPOCH` if it is set, else the clock, in the site's time zone: the
    /// one place where the clock is read.
    pub fn run(&self) -> anyhow::Result<Run> {
        anyhow::ensure!(self.site.is_dir(), "there is no folder {}", self.site.display());
        let now = match std::env::var("SOURCE_DATE_EPOCH") {
            Ok(text) => {
                let seconds = text
                    .trim()
                    .parse()
                    .map_err(|_| anyhow::anyhow!("SOURCE_DATE_EPOCH is not a number of seconds: {text}"))?;
                jiff::Timestamp::from_second(seconds)?
            }
            Err(_) => jiff::Timestamp::now(),
        };
        let zone = jiff::tz::TimeZone::get(&self.time_zone()).unwrap_or(jiff::tz::TimeZone::UTC);
        let today = now.to_zoned(zone).date();
        anyhow::ensure!(today.year() > 0, "today would be {today}: dates lie in the years 1 to 9999");
        let today = today.to_string();
        Ok(Run {
            today: today.into(),
            as_of: self.as_of.clone().map(Into::into),
            base_url: self.base_url.clone(),
            drafts: self.drafts,
            notes: false,
            numbers: false,
        })
    }

    /// The zone of the settings, before they are read in full; whatever is wrong with them is reported then.
    fn time_zone(&self) -> String {
        self.setting("time_zone").unwrap_or_else(|| "UTC".to_owned())
    }

    /// A setting as it is written; `None` when it is not, or the settings cannot be read.
    fn setting(&self, key: &str) -> Option<String> {
        let text = text_of(SITE_FILE, read::bytes(&self.site.join(SITE_FILE)).ok()?).ok()?;
        let settings = yaml::parse(&Source::new(SITE_FILE, text), &mut Vec::new())?;
        Some(settings.get(key)?.text()?.to_owned())
    }

    /// Runs `work` with the number of threads that was asked for.
    pub fn with_jobs<R: Send>(&self, work: impl FnOnce() -> R + Send) -> anyhow::Result<R> {
        let mut builder = rayon::ThreadPoolBuilder::new();
        if let Some(jobs) = self.jobs {
            builder = builder.num_threads(jobs.into());
        }
        Ok(builder.build()?.install(work))
    }

    /// Writes the findings that were asked for.
    fn print(&self, diagnostics: &[Diagnostic]) {
        self.shown.print(diagnostics, self.format, self.stopping());
    }

    /// Writes the last line: what was counted, and how it ended.
    fn last_line(&self, summary: &Summary, diagnostics: &[Diagnostic], end: &str) {
        last_line(summary, diagnostics, &format!("{}{end}", self.shown.counted(diagnostics, self.stopping())));
    }

    /// The mildest findings that stop publication.
    fn stopping(&self) -> Severity {
        if self.strict { Severity::Warning } else { Severity::Error }
    }

    /// Whether findings stop publication.
    pub fn has_stopping(&self, diagnostics: &[Diagnostic]) -> bool {
        diagnostics.iter().any(|finding| finding.code.severity <= self.stopping())
    }
}

/// Reads the command line, runs what it asks for and says how it ended.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let ended = match arguments.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Publish(arguments) => publish::run(&arguments),
    };
    ended.unwrap_or_else(|error| {
        let _ = writeln!(std::io::stderr(), "error: {}", printable(&format!("{error:#}")));
        ExitCode::from(3)
    })
}

/// The end of a run that was asked for what cannot be.
fn wrong_usage(message: &str) -> anyhow::Result<ExitCode> {
    let _ = writeln!(std::io::stderr(), "error: {}", printable(message));
    Ok(ExitCode::from(2))
}

/// Whether to color what goes to stderr: `NO_COLOR` and `CLICOLOR_FORCE` decide (no-color.org, bixense.com/clicolors), else
/// whether it is a terminal.
fn use_color() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    if set("NO_COLOR") { false } else { set("CLICOLOR_FORCE") || std::io::stderr().is_terminal() }
}

/// Says what happened to files that are no part of the site.
fn warn(messages: &[String]) {
    for message in messages {
        let _ = writeln!(std::io::stderr(), "warning: {message}");
    }
}

/// The last line: what was counted.
fn last_line(summary: &Summary, diagnostics: &[Diagnostic], end: &str) {
    let (errors, warnings) = (count(diagnostics, Severity::Error), count(diagnostics, Severity::Warning));
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let _ = writeln!(
        std::io::stderr(),
        "{}, {}, {}: {}, {}{end}",
        plural(summary.files, "file"),
        plural(summary.records, "record"),
        plural(summary.pages, "page"),
        plural(errors, "error"),
        plural(warnings, "warning"),
    );
    if summary.unsourced > 0 {
        let _ = writeln!(std::io::stderr(), "{} without source", plural(summary.unsourced, "fact"));
    }
    if let Some(day) = &summary.next_change {
        let _ = writeln!(std::io::stderr(), "what the public sees changes next on {day}: build again then");
    }
}
