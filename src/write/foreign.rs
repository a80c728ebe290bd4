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

/// Links every file of `from` that neither its own manifest nor the new one knows into `to`, unless something is there.
pub fn carry_over(from: &Path, to: &Path, new: &Manifest) -> anyhow::Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    let old = Manifest::read(from).unwrap_or_default();
    for entry in WalkDir::new(from).min_depth(1) {
        let entry = entry.with_context(|| format!("cannot read {}", from.display()))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let Ok(relative) = entry.path().strip_prefix(from) else { continue };
        let known = relative
            .to_str()
            .is_some_and(|path| path == FILE || old.files.contains_key(path) || new.files.contains_key(path));
        if !known {
            link(entry.path(), &to.join(relative))
                .with_context(|| format!("cannot carry over {}", entry.path().display()))?;
        }
    }
    Ok(())
}

/// A stage that a killed run left behind may be the old site, with files of others in it.
pub fn rescue(stage: &Path, output: &Path) -> anyhow::Result<()> {
    match (Manifest::read(stage), Manifest::read(output)) {
        (Some(_), Some(current)) => carry_over(stage, output, &current),
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
