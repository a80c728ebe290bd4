//! Where a site goes: what may be an output folder, found out before anything is made or built.

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context as _, bail};

use crate::write::system::{mounts, place_of};

/// Where a site goes, and how.
#[derive(Debug)]
pub struct Target<'a> {
    /// The folder that holds the site when it is done.
    pub output: &'a Path,
    /// The site's folder.
    pub site: &'a Path,
    /// What the site is made from: the output may not be, hold or lie in any of these.
    pub sources: Vec<PathBuf>,
    /// Whether a folder that Prospectus did not write may be used.
    pub force: bool,
    /// What is known of the new site before the exchange.
    pub durability: Durability,
    /// How it takes the place of the old one.
    pub way: Way,
}

/// How a new site takes the place of the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// File by file where few changed, else as a whole.
    AsFits,
    /// As a whole: no reader sees old and new files side by side.
    Whole,
    /// Together with a record, and as a whole wherever the output can be exchanged.
    WithRecord,
}

/// When what is written is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Before anything relies on it: it outlives a loss of power.
    OnDisk,
    /// When the system comes to it: for sites that are thrown away.
    WheneverItSuits,
}

/// The path of the output without a link in it. What is above it exists afterwards.
///
/// # Errors
///
/// It lies in what the site is made from, holds it, or is reached through a link that leads out of the site; it holds a mount
/// point; it is one, and cannot be exchanged as it should.
pub fn of(target: &Target) -> anyhow::Result<PathBuf> {
    // A trailing `/` would follow a link.
    let given: PathBuf = std::path::absolute(target.output)?.components().collect();
    refuse_links_out(&given, target.site)?;
    let output = resolved(&given)?;
    refuse_sources(&output, &target.sources)?;
    let (Some(parent), Some(_)) = (output.parent(), output.file_name()) else {
        bail!("{} cannot be an output folder", output.display());
    };
    match is_mount(&output) {
        true if target.way == Way::Whole => bail!(
            "{} is a mount point, or a volume of its own: it cannot be exchanged in one step. Leave out --whole, or mount the folder above it \
             instead, and build into a folder in that, as --output {}",
            output.display(),
            quoted(&output.join("site"))
        ),
        true => {}
        false => refuse_mounts_below(&output)?,
    }
    fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
    Ok(output)
}

/// The path with every link resolved, as far as it exists.
fn resolved(path: &Path) -> anyhow::Result<PathBuf> {
    let error = match path.canonicalize() {
        Ok(resolved) => return Ok(resolved),
        Err(error) => error,
    };
    let is_missing = error.kind() == io::ErrorKind::NotFound && !path.is_symlink();
    match (is_missing, path.parent(), path.file_name()) {
        (true, Some(parent), Some(name)) => Ok(resolved(parent)?.join(name)),
        _ if path.is_symlink() => bail!("{} is a link that leads nowhere", path.display()),
        _ => Err(error).with_context(|| format!("cannot use {} as output folder", path.display())),
    }
}

/// A link in the site's folder may have come with it: it must not lead the output out of it.
fn refuse_links_out(output: &Path, site: &Path) -> anyhow::Result<()> {
    let site = site.canonicalize().with_context(|| format!("cannot read {}", site.display()))?;
    for path in output.ancestors() {
        let is_in_site = || path.parent()?.canonicalize().ok().map(|parent| parent.starts_with(&site));
        if !path.is_symlink() || is_in_site() != Some(true) {
            continue;
        }
        let target = resolved(path)?;
        if !target.starts_with(&site) {
            bail!(
                "{} is a link that leads out of the site; to build there, name the folder itself: --output {}",
                path.display(),
                quoted(&target)
            );
        }
    }
    Ok(())
}

/// Refuses an output that is, holds or lies in a folder that the site is made from, by whatever path or mount.
fn refuse_sources(output: &Path, sources: &[PathBuf]) -> anyhow::Result<()> {
    for source in sources {
        let Ok(resolved) = source.canonicalize() else { continue };
        let relation = if same(output, &resolved) {
            "is"
        } else if output.ancestors().skip(1).any(|above| same(above, &resolved)) {
            "lies in"
        } else if resolved.ancestors().skip(1).any(|above| same(above, output)) {
            "holds"
        } else {
            continue;
        };
        bail!(
            "the output {} {relation} {}, which the site is made from; choose another folder with --output",
            output.display(),
            source.display()
        );
    }
    Ok(())
}

/// Whether two paths are the same folder or file.
fn same(one: &Path, other: &Path) -> bool {
    one == other || place_of(one).is_some_and(|one| Some(one) == place_of(other))
}

/// Whether a path is a mount point, or another device begins there.
pub fn is_mount(path: &Path) -> bool {
    let device = |path: &Path| place_of(path).map(|(device, _)| device);
    let above = path.parent().unwrap_or(path);
    device(path).is_some_and(|own| Some(own) != device(above)) || mounts::is_one(path)
}

/// What is mounted below the output would go with the old site.
fn refuse_mounts_below(output: &Path) -> anyhow::Result<()> {
    let mounts = if output.exists() { mounts_in(output) } else { Vec::new() };
    if let Some(mount) = mounts.first() {
        bail!(
            "{} is a mount point in the output; the exchange would carry it away with the old site. Unmount it (umount {}), \
             or mount it elsewhere and lead to it by a symbolic link",
            mount.display(),
            quoted(mount)
        );
    }
    Ok(())
}

/// The mount points at and below a path. None where the system does not say: they are then noticed on the way.
pub fn mounts_in(path: &Path) -> Vec<PathBuf> {
    let mut found = mounts::all();
    found.retain(|point| point.starts_with(path));
    found.sort_unstable();
    found
}

/// How to remove a folder by hand. What is mounted in it is not to be removed with it.
pub fn how_to_remove(folder: &Path) -> String {
    let mounts = mounts_in(folder);
    let unmount: String = mounts.iter().rev().map(|mount| format!("umount {} && ", quoted(mount))).collect();
    format!("{unmount}rm -r {}", quoted(folder))
}

/// A path as a shell takes it.
pub fn quoted(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', r"'\''"))
}
