//! Files in the output that Prospectus did not write: they are carried over, never lost.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context as _, bail};
use walkdir::WalkDir;

use crate::write::manifest::{FILE, Manifest};

/// Refuses an output folder that holds files and no manifest: it may be somebody's home.
pub fn refuse_unknown(output: &Path) -> anyhow::Result<()> {
    if !output.exists() || output.join(FILE).exists() {
        return Ok(());
    }
    if !output.is_dir() {
        bail!("{} is not a folder", output.display());
    }
    let first = fs::read_dir(output).with_context(|| format!("cannot read {}", output.display()))?.next();
    if let Some(entry) = first {
        let name = entry?.file_name();
        bail!(
            "{} holds files that Prospectus did not write ({}, …); choose another folder, or use --force to build into it and keep them",
            output.display(),
            name.to_string_lossy()
        );
    }
    Ok(())
}

/// What to do when the new site has something where a foreign file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// Refuse the new site: nothing of others is lost.
    Refuse,
    /// Leave what is there: it was carried over before.
    Skip,
}

/// Links every file of `from` that its own manifest does not know into `to`, and makes every folder that holds none that
/// it knows.
pub fn carry_over(from: &Path, to: &Path, new: &Manifest, taken: Taken) -> anyhow::Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    let old = match Manifest::read(from) {
        Some(manifest) => manifest,
        None if from.join(FILE).exists() => {
            bail!("{} cannot be read; without it nobody knows which files are whose", from.join(FILE).display())
        }
        None => Manifest::default(),
    };
    for entry in WalkDir::new(from).min_depth(1) {
        let entry = entry.with_context(|| format!("cannot read {}", from.display()))?;
        let Ok(relative) = entry.path().strip_prefix(from) else { continue };
        let target = to.join(relative);
        if entry.file_type().is_dir() {
            if !holds_ours(relative, &old) && !target.exists() {
                fs::create_dir_all(&target).with_context(|| format!("cannot carry over {}", entry.path().display()))?;
            }
            continue;
        }
        let path = relative.to_str();
        if path.is_some_and(|path| path == FILE || old.files.contains_key(path)) {
            continue;
        }
        let is_taken = path.is_some_and(|path| new.files.contains_key(path)) || target.is_dir();
        match taken {
            Taken::Refuse if is_taken => {
                bail!(
                    "{} was not written by Prospectus, and the new site has something there; move it away",
                    entry.path().display()
                );
            }
            Taken::Skip if is_taken => {}
            _ => {
                link(entry.path(), &target).with_context(|| format!("cannot carry over {}", entry.path().display()))?
            }
        }
    }
    Ok(())
}

/// Whether a folder holds a file that Prospectus wrote.
fn holds_ours(folder: &Path, old: &Manifest) -> bool {
    let Some(folder) = folder.to_str() else { return false };
    let prefix = format!("{folder}/");
    old.files.range(prefix.clone()..).next().is_some_and(|(path, _)| path.starts_with(&prefix))
}

/// A stage that a killed run left behind may be the old site, with files of others in it.
pub fn rescue(stage: &Path, output: &Path) -> anyhow::Result<()> {
    match (Manifest::read(stage), Manifest::read(output)) {
        (Some(_), Some(current)) => carry_over(stage, output, &current, Taken::Skip),
        _ => Ok(()),
    }
}

fn link(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        // Symbolic links and some file systems: copy.
        Err(_) => fs::copy(from, to).map(|_| ()),
    }
}
