//! Write: files → a folder, all or nothing.
//!
//! In:  files, from several threads, while rendering goes on.
//! Out: the output folder, exchanged in one step, with `manifest.json`: the SHA-256 of every file.
//!
//! The new site is staged beside the old one, as `.NAME.prospectus-stage-…`, and both are exchanged, in one step where the
//! system has that (`swap`). Until then
//! the old site stands whole, whatever happens. Files that Prospectus did not write are carried over, as they are.
//!
//! Nothing else is touched: what lies beside or below the output is reached from open folders (`system`), never through a
//! symbolic link or across a mount point, and a folder beside it is ours only if `state` knows it.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "of the shell: it touches the world for the core"
)]

mod entry;
mod system;
mod manifest;
mod place;
mod state;
mod foreign;
mod settle;
mod recover;
mod course;
mod swap;
mod record;
mod journal;
mod resume;

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use anyhow::{Context as _, bail};

use crate::output::{OutputFile, Sink};
use crate::write::course::{Course, Step};
use crate::write::foreign::{Carried, Output};
use crate::write::journal::{Journal, Publication};
use crate::write::manifest::sha256;
use crate::write::settle::Settler;
use crate::write::state::State;
use crate::write::swap::Swap;
use crate::write::system::Folder;

pub use manifest::{FILE as MANIFEST, Manifest};
pub use place::{Durability, Target};
pub use record::Record;
pub use resume::resume;

/// How many folders are kept open.
const OPEN_FOLDERS: usize = 256;

/// A new site that is being written beside the old one.
pub struct Stage {
    /// What should be said about earlier runs.
    pub warnings: Vec<String>,
    parent: Folder,
    /// Where the output is, and its name in `parent`.
    shown: PathBuf,
    output: OsString,
    /// `None`: there is none yet.
    old: Option<Output>,
    name: OsString,
    root: Arc<Folder>,
    state: State,
    /// Folders that are open, by their path below the stage.
    folders: RwLock<HashMap<Box<str>, Arc<Folder>>>,
    written: Mutex<Vec<(String, manifest::Entry)>>,
    failed: Mutex<Option<anyhow::Error>>,
    durability: Durability,
    is_exchanged: bool,
}

/// What is known of a stage that only waits to be exchanged.
struct Complete {
    manifest: Manifest,
    /// SHA-256 of the manifest's file.
    sha256: [u8; 32],
    carried: Carried,
}

impl Stage {
    /// Begins a stage beside the output, after what a run that was killed left there is put in order.
    ///
    /// # Errors
    ///
    /// The output cannot be one, or holds files and no manifest; something that is not ours lies beside it under a name that
    /// we use; another run is at work; the folder above cannot be written.
    pub fn beside(target: &Target) -> anyhow::Result<Self> {
        let shown = place::of(target)?;
        let (Some(above), Some(output)) = (shown.parent(), shown.file_name()) else {
            bail!("{} cannot be an output folder", shown.display());
        };
        let parent = Folder::open(above).with_context(|| format!("cannot read {}", above.display()))?;
        let mut state = State::take(&parent, above, output)?;
        let (old, warnings) =
            recover::recover(&parent, &state, output, &shown).inspect_err(|_| state.release(&parent))?;
        let (name, root) = begin(&parent, &mut state, old.as_ref(), target).inspect_err(|_| state.release(&parent))?;
        let (output, root) = (output.to_owned(), Arc::new(root));
        Ok(Stage {
            warnings,
            parent,
            shown,
            output,
            old,
            name,
            folders: RwLock::new(HashMap::from([(Box::from(""), Arc::clone(&root))])),
            root,
            state,
            written: Mutex::default(),
            failed: Mutex::default(),
            durability: target.durability,
            is_exchanged: false,
        })
    }

    /// Exchanges the new site with the old one; gives back what should be said about the old one.
    ///
    /// # Errors
    ///
    /// A file could not be written, a file of others not be carried over, or the folders not exchanged: the old site stands
    /// as it was.
    pub fn publish(self) -> anyhow::Result<Vec<String>> {
        self.publish_in(Course::default(), None)
    }

    /// The same, and what is in `record` becomes `new` in the same act: after a kill at any moment, [`resume`] makes that
    /// both are old or both are new.
    ///
    /// # Errors
    ///
    /// As before; or the record's folder cannot be written, the record is another one than when this run began, or another
    /// run is publishing: site and record stand as they were. If the record cannot be replaced when the new site stands
    /// already, the message says so, and the next run does it.
    pub fn publish_with(self, record: &Record, new: &[u8]) -> anyhow::Result<Vec<String>> {
        self.publish_in(Course::default(), Some((record, new)))
    }

    fn publish_in(self, course: Course, record: Option<(&Record, &[u8])>) -> anyhow::Result<Vec<String>> {
        if let Some(error) = lock(&self.failed).take() {
            return Err(error);
        }
        self.folders.write().unwrap_or_else(PoisonError::into_inner).clear();
        let complete = self.complete()?;
        (course.reached)(Step::Completed);
        let Some((record, new)) = record else { return self.exchange(complete, course, None) };
        let publication = Publication { output: &self.shown, manifest: complete.sha256, record: new };
        let journal = Journal::begin(record, &publication, course)?;
        self.exchange(complete, course, Some(journal))
    }

    /// Adds to the written files what the output keeps, and sees it all to the disk.
    fn complete(&self) -> anyhow::Result<Complete> {
        let mut files = std::mem::take(&mut *lock(&self.written));
        files.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let manifest = Manifest { files: files.into_iter().collect() };
        let carried = match &self.old {
            Some(old) => foreign::carry(old, &self.root, &manifest)?,
            None => HashMap::new(),
        };
        let words = || format!("cannot write {}", self.shown.with_file_name(&self.name).join(MANIFEST).display());
        let mut file = self.root.create(MANIFEST.as_ref(), 0o644).with_context(words)?;
        let json = manifest.to_json();
        file.write_all(json.as_bytes()).with_context(words)?;
        if let Some(old) = &self.old {
            let words = || format!("cannot make a new {} like the old one", self.shown.display());
            self.root.give(&old.attributes).with_context(words)?;
        }
        if self.durability == Durability::OnDisk {
            self.root.sync_all_below().context("cannot write the new site to the disk; --no-sync does without")?;
        }
        Ok(Complete { manifest, sha256: sha256(json.as_bytes()), carried })
    }

    /// Exchanges, and removes the old site.
    fn exchange(mut self, complete: Complete, course: Course, journal: Option<Journal>) -> anyhow::Result<Vec<String>> {
        let swap = Swap { parent: &self.parent, stage: &self.name, output: &self.output, shown: &self.shown, course };
        let identity = self.old.as_ref().map(|old| old.folder.identity()).transpose();
        let aside = match identity.map_err(Into::into).and_then(|identity| swap.exchange(identity, &mut self.state)) {
            Ok(aside) => aside,
            Err(error) => {
                // If even taking the exchange back failed, the next run decides.
                journal.filter(|_| !self.stands()).into_iter().for_each(Journal::take_back);
                return Err(error);
            }
        };
        self.is_exchanged = true;
        (course.reached)(Step::Exchanged);
        let mut warnings = Vec::new();
        if self.durability == Durability::OnDisk
            && let Err(error) = self.parent.sync_names()
        {
            warnings.push(format!("the new site stands, but may not outlast a power cut yet: {error}"));
        }
        if let Some(journal) = journal {
            let shown = self.shown.display();
            journal.finish(course).with_context(|| {
                format!("the new site is in {shown}, but its record could not be written: the next run will do that")
            })?;
        }
        // Record and site stand: from here on nothing is an error any more.
        if let (Some(aside), Some(old)) = (aside, &self.old) {
            warnings.extend(self.settle(old, &aside, complete));
        }
        (course.reached)(Step::Settled);
        Ok(warnings)
    }

    /// Whether the new site is what stands in the output.
    fn stands(&self) -> bool {
        let identity = |folder: &Folder| folder.identity().ok();
        self.parent.folder(&self.output).is_ok_and(|there| identity(&there) == identity(&self.root))
    }

    /// Removes the old site, which lies beside the output as `aside`.
    fn settle(&self, old: &Output, aside: &OsStr, complete: Complete) -> Vec<String> {
        let shown = self.shown.with_file_name(aside);
        let new = self.root.renamed(&self.parent, &self.output);
        let folders = new.and_then(|new| Ok((new, old.folder.renamed(&self.parent, aside)?)));
        let (new, folder) = match folders {
            Ok(folders) => folders,
            Err(error) => return vec![format!("{} is left there, and cannot be read: {error}", shown.display())],
        };
        let settler = Settler {
            new: &new,
            written: Some(&complete.manifest),
            manifest: old.manifest.as_ref(),
            carried: complete.carried,
            shown,
            kept: Vec::new(),
            failed: None,
        };
        settler.settle(&self.parent, aside, &folder)
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
                folder.make(last.as_ref(), 0o755)?;
                format!("{last}/{name}")
            }
            None => name.to_owned(),
        };
        folder.create(relative.as_ref(), 0o644)?.write_all(&file.bytes)?;
        Ok(manifest::Entry { bytes: file.bytes.len() as u64, sha256: sha256(&file.bytes) })
    }

    /// The open handle of a folder, made if it is not there.
    fn folder_at(&self, path: &str) -> io::Result<Arc<Folder>> {
        let known = self.folders.read().unwrap_or_else(PoisonError::into_inner).get(path).cloned();
        if let Some(handle) = known {
            return Ok(handle);
        }
        let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
        let above = self.folder_at(above)?;
        above.make(name.as_ref(), 0o755)?;
        let handle = Arc::new(above.folder(name.as_ref())?);
        let mut folders = self.folders.write().unwrap_or_else(PoisonError::into_inner);
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
            Ok(entry) => lock(&self.written).push((file.path, entry)),
            Err(error) => {
                lock(&self.failed).get_or_insert_with(|| error.context(format!("cannot write {}", file.path)));
            }
        }
    }
}

impl Drop for Stage {
    /// Removes what was staged, unless it is the site by now. What cannot be removed is removed by the next run.
    fn drop(&mut self) {
        self.folders.write().unwrap_or_else(PoisonError::into_inner).clear();
        let identity = |folder: &Folder| folder.identity().ok();
        let is_ours = || self.parent.folder(&self.name).is_ok_and(|there| identity(&there) == identity(&self.root));
        if !self.is_exchanged && is_ours() {
            let _ = self.parent.remove_tree(&self.name);
        }
        self.state.release(&self.parent);
    }
}

/// Makes the folder of a new site. It has owner and mode of the old one from the beginning: what is secret stays so.
fn begin(
    parent: &Folder,
    state: &mut State,
    old: Option<&Output>,
    target: &Target,
) -> anyhow::Result<(OsString, Folder)> {
    if let Some(old) = old.filter(|_| !target.force) {
        old.refuse_unknown()?;
    }
    let (name, folder) = state.make_stage(parent, if old.is_some() { 0o700 } else { 0o755 })?;
    let made = || -> anyhow::Result<()> {
        if let Some(old) = old {
            let words = || format!("cannot make a new {} like the old one", old.shown.display());
            folder.give_meanwhile(&old.attributes).with_context(words)?;
        }
        // After a power cut the next run has to know whose the stage is.
        match target.durability {
            Durability::OnDisk => state.sync().context("cannot write to the disk; --no-sync does without"),
            Durability::WheneverItSuits => Ok(()),
        }
    };
    match made() {
        Ok(()) => Ok((name, folder)),
        Err(error) => {
            let _ = parent.remove_empty(&name);
            Err(error)
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether a path of the output stays in it.
fn is_inside(path: &str) -> bool {
    !path.is_empty() && path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']))
}

// They make links, modes and owners.
#[cfg(test)]
#[cfg(unix)]
mod tests;
