//! The cache that a run is asked to use.

use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::cache::folder::{self, Unfit};
use crate::cache::remembered::Cache;

/// Where a run remembers what it made
#[derive(Debug, Clone, clap::Args)]
pub struct CacheArgs {
    /// Where it is remembered what earlier builds read and made: hashes and names only, always safe to delete
    /// [default: a folder of the site's in the user's cache folder]
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,
}

impl CacheArgs {
    /// Opens the cache of a site with that output.
    ///
    /// # Errors
    ///
    /// The folder that was asked for is a part of the site or of its output.
    pub fn open(&self, site: &Path, output: &Path) -> anyhow::Result<Cache> {
        let Some(asked) = &self.cache else {
            return Ok(folder::usual(site).map_or_else(Cache::nowhere, Cache::open));
        };
        match folder::given(asked, site, output) {
            Ok(folder) => Ok(Cache::open(folder)),
            Err(Unfit::InSources) => {
                bail!("--cache {}: choose a folder outside content/ and themes/", asked.display())
            }
            Err(Unfit::InOutput) => bail!("--cache {}: choose a folder outside the output", asked.display()),
        }
    }
}
