//! Files in the output that Prospectus did not write: they are carried over, never lost.
//!
//! Before the exchange each is linked into the new site, or copied where that is not possible. After it, `settle` looks
//! what became of them meanwhile.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use rustix::fs::{AtFlags, FileType, Gid, Stat, Timespec, Timestamps, Uid};
use rustix::io::Errno;

use crate::write::attributes::Attributes;
use crate::write::folder::{Folder, kind, what};
use crate::write::manifest::{FILE, Manifest};

/// What tells one state of a file from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    inode: u64,
    bytes: i64,
    modified: (i64, i64),
    /// When content or attributes changed last: seconds and nanoseconds.
    pub changed: (i64, i64),
}

impl Stamp {
    /// That of a file.
    pub fn of(stat: &Stat) -> Self {
        Stamp {
            inode: stat.st_ino,
            bytes: stat.st_size,
            modified: (stat.st_mtime, i64::try_from(stat.st_mtime_nsec).unwrap_or_default()),
            changed: (stat.st_ctime, i64::try_from(stat.st_ctime_nsec).unwrap_or_default()),
        }
    }
}

/// What was carried over, by its path below the output.
pub type Carried = HashMap<PathBuf, Way>;

/// How a foreign file came into the new site.
#[derive(Debug, Clone, Copy)]
pub enum Way {
    /// By another name: what is written into one is in both.
    Linked {
        /// The inode of both.
        inode: u64,
    },
    /// As it was then.
    Copied {
        /// The file when it was copied.
        from: Stamp,
        /// The inode of the copy.
        inode: u64,
    },
}

/// The output as it stands, opened.
#[derive(Debug)]
pub struct Output {
    /// The open folder.
    pub folder: Folder,
    /// What Prospectus wrote into it; `None` when there is no manifest.
    pub manifest: Option<Manifest>,
    /// What it keeps.
    pub attributes: Attributes,
    /// Where it is, for messages.
    pub shown: PathBuf,
}

impl Output {
    /// Opens the output called `name`; `None` when nothing has that name.
    ///
    /// # Errors
    ///
    /// It is no folder, or its manifest cannot be read: without it nobody knows which files are whose.
    pub fn open(parent: &Folder, name: &OsStr, shown: &Path) -> anyhow::Result<Option<Self>> {
        let Some(there) = parent.stat(name)? else { return Ok(None) };
        if kind(&there) != FileType::Directory {
            bail!("{} is {}, not a folder", shown.display(), what(kind(&there)));
        }
        let words = || format!("cannot read {}", shown.display());
        let folder = parent.folder(name).with_context(words)?;
        let manifest = Manifest::of(&folder).with_context(|| {
            format!("{}; without it nobody knows which files are whose", shown.join(FILE).display())
        })?;
        let attributes = Attributes::of(&folder.handle).with_context(words)?;
        Ok(Some(Output { folder, manifest, attributes, shown: shown.to_owned() }))
    }

    /// Refuses a folder that holds files and no manifest: it may be somebody's home.
    pub fn refuse_unknown(&self) -> anyhow::Result<()> {
        if self.manifest.is_some() {
            return Ok(());
        }
        let entries = self.folder.entries().with_context(|| format!("cannot read {}", self.shown.display()))?;
        if let Some((name, _)) = entries.first() {
            bail!(
                "{} holds files that Prospectus did not write ({}, …); choose another folder, or use --force to build into it and keep them",
                self.shown.display(),
                name.to_string_lossy()
            );
        }
        Ok(())
    }
}

/// Carries everything from the output into the new site that the manifest does not know, and every folder that holds nothing
/// it knows, with modes, owners and times.
///
/// # Errors
///
/// Something cannot be carried as it is, or the new site, which consists of what is `written`, has something there: the
/// exchange must not be.
pub fn carry(old: &Output, new: &Folder, written: &Manifest) -> anyhow::Result<Carried> {
    let mut carrier = Carrier { old, new, written, carried: HashMap::new() };
    carrier.fill(&old.folder, Path::new(""))?;
    Ok(carrier.carried)
}

/// Carries foreign files over, one folder after the other.
struct Carrier<'a> {
    old: &'a Output,
    new: &'a Folder,
    written: &'a Manifest,
    carried: Carried,
}

impl Carrier<'_> {
    /// Carries what is foreign in a folder. A folder that holds something foreign keeps its attributes, too.
    fn fill(&mut self, from: &Folder, path: &Path) -> anyhow::Result<()> {
        let words = |path: &Path| format!("cannot carry over {}", self.old.shown.join(path).display());
        let mut to = None;
        for (name, kind) in from.entries().with_context(|| words(path))? {
            let inner = path.join(&name);
            if is_foreign(&inner, kind, self.old.manifest.as_ref()) {
                self.refuse_taken(&inner, kind)?;
                let to = match &mut to {
                    Some(to) => to,
                    None => to.insert(counterpart(self.new, path).with_context(|| words(path))?),
                };
                let carried = bring(from, to, &name, kind).with_context(|| words(&inner))?;
                self.carried.extend(carried.map(|carried| (inner.clone(), carried)));
            }
            if kind == FileType::Directory {
                let folder = from.folder(&name).with_context(|| words(&inner))?;
                self.fill(&folder, &inner)?;
            }
        }
        let is_foreign = is_foreign(path, FileType::Directory, self.old.manifest.as_ref());
        // The output itself gets what it keeps in the end, when nothing is written into it any more.
        if path.as_os_str().is_empty() || !(is_foreign || to.is_some()) {
            return Ok(());
        }
        let to = counterpart(self.new, path).with_context(|| words(path))?;
        Attributes::of(&from.handle).and_then(|kept| kept.give(&to.handle)).with_context(|| words(path))
    }

    /// Refuses the new site if it has something where a foreign file or folder is: nothing of others is lost.
    fn refuse_taken(&self, path: &Path, kind: FileType) -> anyhow::Result<()> {
        let is_written = |path: &Path| path.to_str().is_some_and(|path| self.written.files.contains_key(path));
        let is_folder = || kind != FileType::Directory && holds_any(path, self.written);
        if path.ancestors().any(is_written) || is_folder() || path == Path::new(FILE) {
            bail!(
                "{} was not written by Prospectus, and the new site has something there; move it away",
                self.old.shown.join(path).display()
            );
        }
        Ok(())
    }
}

/// Whether the manifest of a site does not know something in it: a file it does not name, a folder that holds none it names.
pub fn is_foreign(path: &Path, kind: FileType, manifest: Option<&Manifest>) -> bool {
    let Some(manifest) = manifest else { return true };
    match (kind, path.to_str()) {
        (FileType::Directory, _) => !holds_any(path, manifest),
        (_, Some(path)) => path != FILE && !manifest.files.contains_key(path),
        (_, None) => true,
    }
}

/// Whether a folder holds a file that a manifest names.
fn holds_any(folder: &Path, manifest: &Manifest) -> bool {
    let Some(folder) = folder.to_str() else { return false };
    let prefix = format!("{folder}/");
    manifest.files.range(prefix.clone()..).next().is_some_and(|(path, _)| path.starts_with(&prefix))
}

/// The folder of the new site at a path of the old one, made if it is not there.
pub fn counterpart(new: &Folder, path: &Path) -> io::Result<Folder> {
    if path.as_os_str().is_empty() { new.again() } else { new.folder_made(path.as_os_str()) }
}

/// Brings one entry into the new site. `None`: a folder, or something that is gone meanwhile.
fn bring(from: &Folder, to: &Folder, name: &OsStr, kind: FileType) -> io::Result<Option<Way>> {
    if kind == FileType::Directory {
        // Its mode comes when it is filled; until then it may be nobody's but ours.
        return to.make(name, 0o700).map(|()| None);
    }
    match rustix::fs::linkat(&from.handle, name, &to.handle, name, AtFlags::empty()) {
        Ok(()) => Ok(to.stat(name)?.map(|made| Way::Linked { inode: made.st_ino })),
        Err(Errno::NOENT) => Ok(None),
        // Files of others may not be linked on some systems, and some file systems know no links at all.
        Err(Errno::PERM | Errno::ACCESS | Errno::MLINK | Errno::NOTSUP | Errno::NOSYS | Errno::XDEV) => {
            copy(from, to, name)
        }
        Err(error) => Err(error.into()),
    }
}

/// Copies one entry with all that is kept of it.
pub fn copy(from: &Folder, to: &Folder, name: &OsStr) -> io::Result<Option<Way>> {
    let Some(there) = from.stat(name)? else { return Ok(None) };
    match kind(&there) {
        FileType::RegularFile => {
            let Some(mut source) = from.plain_file(name)? else { return Ok(None) };
            let mut made = to.create(name, 0o600)?;
            io::copy(&mut source, &mut made)?;
            Attributes::of(&source)?.give(&made)?;
        }
        FileType::Symlink => copy_link(from, to, name, &there)?,
        kind => return Err(io::Error::other(format!("it is {}, which cannot be copied", what(kind)))),
    }
    Ok(to.stat(name)?.map(|made| Way::Copied { from: Stamp::of(&there), inode: made.st_ino }))
}

/// Copies a symbolic link as one; where it leads is nobody's business.
fn copy_link(from: &Folder, to: &Folder, name: &OsStr, there: &Stat) -> io::Result<()> {
    let target = rustix::fs::readlinkat(&from.handle, name, Vec::new())?;
    rustix::fs::symlinkat(target.as_c_str(), &to.handle, name)?;
    let owner = (Some(Uid::from_raw(there.st_uid)), Some(Gid::from_raw(there.st_gid)));
    rustix::fs::chownat(&to.handle, name, owner.0, owner.1, AtFlags::SYMLINK_NOFOLLOW)?;
    // Nanoseconds are of another type on each system.
    let nanos = (
        i64::try_from(there.st_atime_nsec).unwrap_or_default(),
        i64::try_from(there.st_mtime_nsec).unwrap_or_default(),
    );
    let times = Timestamps {
        last_access: Timespec { tv_sec: there.st_atime, tv_nsec: nanos.0 },
        last_modification: Timespec { tv_sec: there.st_mtime, tv_nsec: nanos.1 },
    };
    Ok(rustix::fs::utimensat(&to.handle, name, &times, AtFlags::SYMLINK_NOFOLLOW)?)
}
