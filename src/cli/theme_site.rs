//! The site whose theme somebody asks about.

use std::path::PathBuf;

use anyhow::ensure;

use crate::cli::terminal::style;
use crate::config::{Config, Run};
use crate::diagnostics::{Severity, human};
use crate::pipeline;
use crate::read::Folder;
use crate::theme::Theme;

/// The folder of the site whose theme is meant
#[derive(Debug, Clone, clap::Args)]
pub struct SiteFolder {
    /// The site's folder, which holds content/ and themes/
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub site: PathBuf,
}

/// A site whose theme could be read.
pub struct Opened {
    /// Its files.
    pub folder: Folder,
    /// Its settings.
    pub config: Config,
    /// Its theme.
    pub theme: Theme,
}

impl SiteFolder {
    /// The theme of the site; `None` when what was found, and written to stderr, keeps it from being read.
    ///
    /// # Errors
    ///
    /// There is no such folder.
    pub fn open(&self) -> anyhow::Result<Option<Opened>> {
        ensure!(self.site.is_dir(), "there is no folder {}", self.site.display());
        let folder = Folder::open(&self.site).value;
        // Nothing of a theme depends on the day; on this one no day that the settings name is still to come.
        let run = Run::on(jiff::civil::date(9999, 12, 31));
        let read = pipeline::theme_of(&folder, &run);
        for finding in read.diagnostics.iter().filter(|finding| finding.code.severity == Severity::Error) {
            eprintln!("{}", human::text(finding, style()));
        }
        Ok(read.value.map(|(config, theme)| Opened { folder, config, theme }))
    }
}
