//! What runs over a site are asked for, and what they have in common: open the folder, make something of it, say what was
//! found.

use std::path::PathBuf;

use anyhow::{Context as _, ensure};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::cli::shown::{Format, Shown};
use crate::cli::terminal;
use crate::config::{Run, SITE_FILE, run};
use crate::diagnostics::{Checked, Diagnostic, Severity};
use crate::parse::{Source, text_of, yaml};
use crate::pipeline::Summary;
use crate::publication::lock;
use crate::read::{self, Folder};
use crate::write;

/// What every run over a site can be asked for
#[derive(Debug, Clone, clap::Args)]
pub struct RunArgs {
    /// The site's folder, which holds content/ and themes/
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub site: PathBuf,
    /// Build the report as it stood on that day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Use that many threads; the output is the same with any number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
    /// Warnings stop publication too
    #[arg(long)]
    pub strict: bool,
    #[command(flatten)]
    shown: Shown,
}

/// What every build of a site can be asked for
#[derive(Debug, Clone, clap::Args)]
pub struct SiteArgs {
    #[command(flatten)]
    pub asked: RunArgs,
    /// Address of the site, instead of `base_url` in site.yaml
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Show drafts, records that are withheld, and hidden languages
    #[arg(long)]
    pub drafts: bool,
    /// How findings are written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

fn day(text: &str) -> Result<Date, String> {
    run::day(text).ok_or_else(|| "write a day as YYYY-MM-DD".to_owned())
}

/// Today: `SOURCE_DATE_EPOCH` if it is set, else the clock, in a time zone. The one place where the clock is read.
///
/// # Errors
///
/// `SOURCE_DATE_EPOCH` is no moment, or the day lies outside of our era.
pub fn today(zone: TimeZone) -> anyhow::Result<Date> {
    let now = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => {
            let words = || format!("SOURCE_DATE_EPOCH is not a number of seconds: {text}");
            jiff::Timestamp::from_second(text.trim().parse().with_context(words)?)?
        }
        Err(_) => jiff::Timestamp::now(),
    };
    let today = now.to_zoned(zone).date();
    ensure!(today.year() > 0, "today would be {today}: dates lie in the years 1 to 9999");
    Ok(today)
}

impl SiteArgs {
    /// The run that is asked for.
    pub fn run(&self) -> anyhow::Result<Run> {
        Ok(Run { base_url: self.base_url.clone(), drafts: self.drafts, ..self.asked.run()? })
    }
}

impl RunArgs {
    /// The run that is asked for, on the day that it is in the site's time zone.
    pub fn run(&self) -> anyhow::Result<Run> {
        ensure!(self.site.is_dir(), "there is no folder {}", self.site.display());
        let zone = self.setting("time_zone").and_then(|zone| TimeZone::get(&zone).ok()).unwrap_or(TimeZone::UTC);
        let today = today(zone)?;
        Ok(Run { as_of: self.as_of, ..Run::on(today) })
    }

    /// Finishes or takes back a publication that was cut off, and finishes what a build began in the usual output.
    pub fn resume(&self) -> anyhow::Result<()> {
        terminal::warn(&write::resume(&self.site.join(lock::FILE))?);
        terminal::warn(&write::finish(&self.site.join("output"))?);
        Ok(())
    }

    /// A setting as it is written; `None` when it is not, or the settings cannot be read: whatever is wrong with them is
    /// reported when they are read in full.
    pub fn setting(&self, key: &str) -> Option<String> {
        let text = text_of(SITE_FILE, read::bytes(&self.site.join(SITE_FILE)).ok()?).ok()?;
        let settings = yaml::parse(&Source::new(SITE_FILE, text), &mut Vec::new())?;
        Some(settings.get(key)?.text()?.to_owned())
    }

    /// The number of threads that was asked for.
    pub fn threads(&self) -> anyhow::Result<ThreadPool> {
        Ok(ThreadPoolBuilder::new().num_threads(self.jobs.unwrap_or_default().into()).build()?)
    }

    /// Makes something of the site's opened folder with the number of threads that was asked for. What is given back has the
    /// findings of both.
    pub fn make<T: Send>(
        &self,
        opened: Checked<Folder>,
        work: impl FnOnce(&Folder) -> Checked<T> + Send,
    ) -> anyhow::Result<Checked<T>> {
        Ok(self.threads()?.install(|| opened.then(work)))
    }

    /// Writes the findings that were asked for.
    pub fn print(&self, diagnostics: &[Diagnostic], format: Format) {
        self.shown.print(diagnostics, format, self.stopping());
    }

    /// Writes the last line: what was counted, and how it ended.
    pub fn last_line(&self, summary: &Summary, diagnostics: &[Diagnostic], end: &str) {
        let end = format!("{}{end}", self.shown.counted(diagnostics, self.stopping()));
        terminal::last_line(summary, diagnostics, &end);
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
