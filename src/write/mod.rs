//! Write: files → a folder, all or nothing.
//!
//! In:  files, from several threads, while rendering goes on.
//! Out: the output folder, exchanged in one step, with `manifest.json`: the SHA-256 of every file.
//!
//! The new site is staged beside the old one, as `.NAME.prospectus-stage`, and both are exchanged (`renameat2`). Until then
//! the old site stands whole, whatever happens. Files that Prospectus did not write are carried over.

mod foreign;
mod manifest;
mod replace;
mod swap;

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::os::fd::OwnedFd;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, RwLock};

use anyhow::{Context as _, bail};
use rustix::fs::{Mode, OFlags};
use sha2::{Digest, Sha256};

use crate::render::{OutputFile, Sink};
use crate::write::foreign::Taken;

pub use manifest::{FILE as MANIFEST, Manifest};
pub use replace::replace;

/// How many folders are kept open.
const OPEN_FOLDERS: usize = 256;

/// A new site that is being written beside the old one.
pub struct Stage {
    output: PathBuf,
    folder: PathBuf,
    /// Folders that are open, by their path below the stage.
    folders: RwLock<HashMap<Box<str>, Arc<OwnedFd>>>,
    written: Mutex<Vec<(String, manifest::Entry)>>,
    failed: Mutex<Option<anyhow::Error>>,
    /// Keeps other runs away until the stage is removed: fields are dropped after `drop` below.
    _lock: Lock,
}

impl Stage {
    /// Begins a stage beside `output`. With `force`, a folder that Prospectus did not write may be used.
    ///
    /// # Errors
    ///
    /// The folder above cannot be written; another run is at work; the output holds files and no manifest.
    pub fn beside(output: &Path, force: bool) -> anyhow::Result<Self> {
        // An output that is a symbolic link stays one: what it leads to is exchanged.
        let output = output.canonicalize().or_else(|_| std::path::absolute(output))?;
        let (Some(parent), Some(name)) = (output.parent(), output.file_name()) else {
            bail!("{} cannot be an output folder", output.display());
        };
        fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
        let beside = |what: &str| parent.join(format!(".{}.prospectus-{what}", name.to_string_lossy()));
        let (lock, folder) = (Lock::take(beside("lock"))?, beside("stage"));
        swap::recover(&output, &folder)?;
        if !force {
            foreign::refuse_unknown(&output)?;
        }
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        foreign::rescue(&folder, &output)?;
        empty(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
        let root = rustix::fs::open(&folder, OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
        let folders = RwLock::new(HashMap::from([(Box::from(""), Arc::new(root))]));
        Ok(Stage { output, folder, folders, written: Mutex::new(Vec::new()), failed: Mutex::new(None), _lock: lock })
    }

    /// Exchanges the new site with the old one.
    ///
    /// # Errors
    ///
    /// A file could not be written, or the folders not exchanged: the old site stands as it was.
    pub fn publish(self) -> anyhow::Result<()> {
        if let Some(error) = self.failed.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).take() {
            return Err(error);
        }
        let mut files = std::mem::take(&mut *self.written.lock().unwrap_or_else(|poisoned| poisoned.into_inner()));
        files.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let manifest = Manifest { files: files.into_iter().collect() };
        foreign::carry_over(&self.output, &self.folder, &manifest, Taken::Refuse)?;
        let path = self.folder.join(MANIFEST);
        fs::write(&path, manifest.to_json()).with_context(|| format!("cannot write {}", path.display()))?;
        swap::exchange(&self.folder, &self.output)?;
        // What lies in the stage now is the old site; a file that somebody put there meanwhile is not lost.
        foreign::carry_over(&self.folder, &self.output, &manifest, Taken::Skip)?;
        Ok(())
    }

    fn write(&self, file: &OutputFile) -> anyhow::Result<manifest::Entry> {
        if !is_inside(&file.path) {
            bail!("`{}` would leave the output folder", file.path);
        }
        let (parent, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
        // A page has a folder of its own: make it, and the file in it, from the handle of the folder above.
        let (above, inner) = match parent.rsplit_once('/') {
            Some((above, last)) if name == "index.html" => (above, Some(last)),
            None if name == "index.html" && !parent.is_empty() => ("", Some(parent)),
            _ => (parent, None),
        };
        let folder = self.folder_at(above)?;
        let relative = match inner {
            Some(last) => {
                make(&folder, last)?;
                format!("{last}/{name}")
            }
            None => name.to_owned(),
        };
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
        let handle = rustix::fs::openat(&*folder, relative.as_str(), flags, Mode::from_raw_mode(0o644))?;
        File::from(handle).write_all(&file.bytes)?;
        Ok(manifest::Entry { bytes: file.bytes.len() as u64, sha256: Sha256::digest(&file.bytes).into() })
    }

    /// The open handle of a folder, made if it is not there.
    fn folder_at(&self, path: &str) -> io::Result<Arc<OwnedFd>> {
        let known = self.folders.read().unwrap_or_else(|poisoned| poisoned.into_inner()).get(path).cloned();
        if let Some(handle) = known {
            return Ok(handle);
        }
        let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
        let above = self.folder_at(above)?;
        make(&above, name)?;
        let handle = Arc::new(rustix::fs::openat(&*above, name, OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?);
        let mut folders = self.folders.write().unwrap_or_else(|poisoned| poisoned.into_inner());
        // A process may have about a thousand files open: folders met later are opened again each time.
        if folders.len() >= OPEN_FOLDERS {
            return Ok(handle);
        }
        Ok(folders.entry(path.into()).or_insert(handle).clone())
    }
}

impl Sink for Stage {
    fn put(&self, file: OutputFile) {
        match self.write(&file) {
            Ok(entry) => self.written.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push((file.path, entry)),
            Err(error) => {
                let mut failed = self.failed.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
                failed.get_or_insert_with(|| error.context(format!("cannot write {}", file.path)));
            }
        }
    }
}

impl Drop for Stage {
    /// Removes what was staged, or, after the exchange, the old site. What cannot be removed is removed by the next run.
    fn drop(&mut self) {
        self.folders.write().unwrap_or_else(|poisoned| poisoned.into_inner()).clear();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Whether a path of the output stays in it.
fn is_inside(path: &str) -> bool {
    !path.is_empty() && path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']))
}

fn make(folder: &OwnedFd, name: &str) -> io::Result<()> {
    match rustix::fs::mkdirat(folder, name, Mode::from_raw_mode(0o755)) {
        Ok(()) | Err(rustix::io::Errno::EXIST) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// A lock that one run at a time holds; the system lets go when the process ends, however it ends.
struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    fn take(path: PathBuf) -> anyhow::Result<Self> {
        loop {
            let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
            match rustix::fs::flock(&file, rustix::fs::FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => {}
                Err(rustix::io::Errno::WOULDBLOCK) => {
                    bail!("another run is writing this site ({} is locked)", path.display())
                }
                // Some network file systems know no locks.
                Err(_) => return Ok(Lock { path, _file: file }),
            }
            // The run before may have removed the file between our opening and locking it.
            let same = |there: fs::Metadata| file.metadata().is_ok_and(|ours| ours.ino() == there.ino());
            if fs::metadata(&path).is_ok_and(same) {
                return Ok(Lock { path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

fn empty(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() { fs::remove_dir_all(entry.path())? } else { fs::remove_file(entry.path())? }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
