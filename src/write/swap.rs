//! Exchanging two folders in one step.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use rustix::fs::{CWD, RenameFlags};
use rustix::io::Errno;

/// Puts the staged folder in the place of the output. Afterwards the old output, if there was one, lies in the stage's place.
pub fn exchange(stage: &Path, output: &Path) -> anyhow::Result<()> {
    if !output.exists() {
        return fs::rename(stage, output)
            .with_context(|| format!("cannot rename the new site to {}", output.display()));
    }
    match rustix::fs::renameat_with(CWD, stage, CWD, output, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        // The system or the file system cannot exchange: two renames, which `recover` completes after a kill in between.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => in_two_steps(stage, output),
        Err(error) => Err(error).with_context(|| format!("cannot exchange {} with the new site", output.display())),
    }
}

fn in_two_steps(stage: &Path, output: &Path) -> anyhow::Result<()> {
    let old = old_place(stage);
    let words = || format!("cannot exchange {} with the new site", output.display());
    fs::rename(output, &old).with_context(words)?;
    if let Err(error) = fs::rename(stage, output) {
        fs::rename(&old, output).with_context(words)?;
        return Err(error).with_context(words);
    }
    fs::rename(&old, stage).with_context(words)
}

fn old_place(stage: &Path) -> PathBuf {
    stage.with_extension("prospectus-old")
}

/// After a kill between two renames: the old site back to its place, or out of the way.
pub fn recover(output: &Path, stage: &Path) -> anyhow::Result<()> {
    let old = old_place(stage);
    if !old.exists() {
        return Ok(());
    }
    if output.exists() {
        fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))
    } else {
        fs::rename(&old, output).with_context(|| format!("cannot bring back {}", output.display()))
    }
}
