//! Write: files → a folder, all or nothing.
//!
//! In:  files, from several threads, while rendering goes on; which of those of an earlier run stay.
//! Out: the output folder with `manifest.json`: the SHA-256 of every file.
//!
//! What is new is staged beside the old site, as `.NAME.prospectus-stage-…`. Few files are then renamed into it, which the next
//! run finishes after a kill (`update`). Else the files that stay get a second name in the stage, and both are exchanged, in one
//! step where the system has that (`swap`): until then the old site stands whole, whatever happens. Files that Prospectus did not write are carried over, as they are.
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
mod area;
mod state;
mod foreign;
mod begun;
mod settle;
mod course;
mod update;
mod recover;
mod swap;
mod record;
mod journal;
mod resume;

use std::borrow::Borrow;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use anyhow::{Context as _, bail};
use rayon::prelude::*;

use crate::output::{OutputFile, Sink};
use crate::read::stamp::{Stamp, Standing};
use crate::write::area::Area;
use crate::write::begun::Begun;
use crate::write::course::{Course, Step};
use crate::write::entry::Kind;
use crate::write::foreign::{Carried, Output};
use crate::write::journal::{Journal, Publication};
use crate::write::manifest::sha256;
use crate::write::settle::Settler;
use crate::write::state::State;
use crate::write::swap::Swap;
use crate::write::system::Folder;
use crate::write::update::Update;

pub use foreign::Known;
pub use manifest::{FILE as MANIFEST, Manifest};
pub use place::{Durability, Target, Way};
pub use record::Record;
pub use resume::{finish, resume};

/// A new site. What of it is in the output already stays there; the rest is written beside it.
pub struct Stage {
    /// What should be said about earlier runs.
    pub warnings: Vec<String>,
    area: Area,
    /// `None`: there is none yet.
    old: Option<Output>,
    state: Mutex<State>,
    /// What an earlier run knew of the files in the output, in the order of their paths.
    known: Arc<[Standing]>,
    /// Where new files are written, from the first on.
    begun: OnceLock<Option<Begun>>,
    written: Mutex<Vec<Standing>>,
    /// Positions in `known` of what stays, each with what the system says of it now.
    kept: Mutex<Vec<(usize, Stamp)>>,
    /// What was made again and is in the output already.
    same: Mutex<Vec<Standing>>,
    failed: Mutex<Option<anyhow::Error>>,
    durability: Durability,
    way: Way,
    /// Whether what was begun is the site by now, or will be.
    is_exchanged: AtomicBool,
}

/// A site that stands in the output.
#[derive(Debug, Default)]
pub struct Site {
    /// What should be said.
    pub warnings: Vec<String>,
    /// Its files.
    pub files: Vec<Standing>,
    /// How many of them this run wrote.
    pub written: usize,
    /// How many files of the old site are gone.
    pub removed: usize,
    /// SHA-256 of its manifest.
    pub manifest: [u8; 32],
}

/// What is known of a stage that only waits to be exchanged.
struct Complete<'s> {
    begun: &'s Begun,
    manifest: Manifest,
    carried: Carried,
}

impl Stage {
    /// Begins a site, after what a run that was killed left is put in order. `known` is what an earlier run knew of the output.
    ///
    /// # Errors
    ///
    /// The output cannot be one, or holds files and no manifest; something that is not ours has a name that we use; another
    /// run is at work; the folder above, or the output itself where it is a mount point, cannot be written.
    pub fn begin(target: &Target, known: Known) -> anyhow::Result<Self> {
        let area = Area::of(&place::of(target)?)?;
        let state = State::take(&area)?;
        let recovered = recover::recover(&area, &state, &known).and_then(|(old, warnings)| {
            old.as_ref().filter(|_| !target.force).map_or(Ok(()), |old| old.refuse_unknown(&area))?;
            Ok((old, warnings))
        });
        let (old, warnings) = recovered.inspect_err(|_| state.release(&area))?;
        Ok(Stage {
            warnings,
            area,
            known: if old.is_some() { known.files } else { Arc::new([]) },
            old,
            state: Mutex::new(state),
            begun: OnceLock::new(),
            written: Mutex::default(),
            kept: Mutex::default(),
            same: Mutex::default(),
            failed: Mutex::default(),
            durability: target.durability,
            way: target.way,
            is_exchanged: AtomicBool::new(false),
        })
    }

    /// Whether the output has a file as an earlier run left it, by its position in what is known, which then is part of the new
    /// site; gives its length.
    pub fn keep(&self, at: usize) -> Option<u64> {
        let known = self.known.get(at)?;
        let old = self.old.as_ref().filter(|old| old.is_as_known || old.has(known))?;
        let stamp = standing(&old.folder, known)?;
        lock(&self.kept).push((at, stamp));
        Some(known.bytes)
    }

    /// Puts the new site in the place of the old one.
    ///
    /// # Errors
    ///
    /// A file could not be written, a file of others not be carried over, or the folders not exchanged: the old site stands
    /// as it was. Where files are renamed one by one and one could not be, the next run goes on.
    pub fn publish(self) -> anyhow::Result<Site> {
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
    pub fn publish_with(self, record: &Record, new: &[u8]) -> anyhow::Result<Site> {
        self.publish_in(Course::default(), Some((record, new)))
    }

    fn publish_in(self, course: Course, record: Option<(&Record, &[u8])>) -> anyhow::Result<Site> {
        if let Some(error) = lock(&self.failed).take() {
            return Err(error);
        }
        let mut written = std::mem::take(&mut *lock(&self.written));
        written.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let kept = self.all_kept(&written);
        let all = merged(&written, &kept);
        let json = manifest::to_json(&all);
        let nothing = Manifest::of_nothing();
        let before = self.old.as_ref().and_then(|old| old.manifest.as_ref()).unwrap_or(&nothing);
        let (sha256, gone) = rayon::join(|| sha256(json.as_bytes()), || before.others_than(&all));
        let mut site = Site { manifest: sha256, written: written.len(), removed: gone.len(), ..Site::default() };
        let is_alone = record.is_none() && self.way == Way::AsFits;
        let is_same = self.old.as_ref().and_then(|old| old.manifest_sha256) == Some(sha256);
        if is_alone && written.is_empty() && is_same {
            site.files = kept;
            return Ok(site);
        }
        let begun = self.beginning()?;
        let publication =
            record.map(|(record, new)| (record, Publication { area: &self.area, manifest: sha256, record: new }));
        let journal = || publication.as_ref().map(|(record, new)| Journal::begin(record, new, course)).transpose();
        if let Some(old) = &self.old
            && (self.area.is_output || (is_alone && old.manifest.is_some()))
        {
            // Below an output that can be exchanged nothing is mounted: it would have been refused.
            let mounts = if self.area.is_output { self.mounts() } else { Vec::new() };
            let update =
                Update { output: &old.folder, before, gone, changed: &written, manifest: &json, mounts: &mounts };
            if self.area.is_output {
                self.refuse_taken(&update)?;
            }
            if self.area.is_output || update.is_fitting()? {
                self.update(&update, course, journal)?;
                site.files = self.settled(begun, written, kept);
                return Ok(site);
            }
        }
        let manifest = Manifest { files: all.into_iter().cloned().collect() };
        self.link(begun, &kept)?;
        let complete = self.complete(begun, manifest, &json)?;
        (course.reached)(Step::Completed);
        site.warnings = self.exchange(complete, course, journal()?)?;
        site.files = self.settled(begun, written, kept);
        Ok(site)
    }

    /// The folder of new files, of which no other is held open any more.
    fn beginning(&self) -> anyhow::Result<&Begun> {
        let begun = self.begun();
        if let Some(error) = lock(&self.failed).take() {
            return Err(error);
        }
        let begun = begun.context("nothing can be written")?;
        begun.close();
        Ok(begun)
    }

    /// Where new files are written; `None`: it cannot be made, which is noted.
    fn begun(&self) -> Option<&Begun> {
        let begin = || {
            let made = begun::begin(&self.area, &mut lock(&self.state), self.old.as_ref(), self.durability);
            match made {
                Ok(begun) => Some(begun),
                Err(error) => {
                    lock(&self.failed).get_or_insert(error);
                    None
                }
            }
        };
        self.begun.get_or_init(begin).as_ref()
    }

    /// The paths in the output where something is mounted.
    fn mounts(&self) -> Vec<PathBuf> {
        let below = |mount: PathBuf| mount.strip_prefix(&self.area.shown).map(Path::to_owned).ok();
        place::mounts_in(&self.area.shown).into_iter().filter_map(below).collect()
    }

    /// Refuses a new site that has something where something of others is in an output that cannot be exchanged.
    fn refuse_taken(&self, update: &Update) -> anyhow::Result<()> {
        let first = |path: &str| path.split('/').next().unwrap_or_default().to_owned();
        let is_ours = |path: &&str| state::is_named_like_ours(first(path).as_ref(), &self.area);
        let ours = update.changed.iter().map(|file| &*file.path).find(is_ours).map(str::to_owned);
        if let Some(path) = ours.map_or_else(|| update.taken(), |path| Ok(Some(path)))? {
            bail!(
                "{} was not written by Prospectus, and the new site has something there; move it away",
                self.area.shown.join(path).display()
            );
        }
        Ok(())
    }

    /// Brings the output up to date in its place, and the record that is begun with it.
    fn update<'j>(
        &self,
        update: &Update,
        course: Course,
        journal: impl FnOnce() -> anyhow::Result<Option<Journal<'j>>>,
    ) -> anyhow::Result<()> {
        let shown = self.area.shown.display();
        let cannot = || format!("cannot write beside {shown}");
        let begun = self.beginning()?;
        update.note(&begun.root).with_context(cannot)?;
        self.sync(&begun.root)?;
        (course.reached)(Step::Completed);
        let journal = journal()?;
        if let Err(error) = self.will_be_applied(begun) {
            journal.into_iter().for_each(Journal::take_back);
            return Err(error).with_context(cannot);
        }
        // From now on the new site is what will stand.
        self.is_exchanged.store(true, Ordering::Relaxed);
        (course.reached)(Step::UpdateNoted);
        update::apply(&begun.root, update.output, self.durability, course).with_context(|| {
            format!("{shown} holds files of the old and of the new site: the next run makes it whole")
        })?;
        if let Some(journal) = journal {
            finished(journal, &self.area, course)?;
        }
        self.area.folder.remove_tree(&begun.name).with_context(cannot)?;
        (course.reached)(Step::Settled);
        Ok(())
    }

    /// Notes that what was begun will be renamed into the output.
    fn will_be_applied(&self, begun: &Begun) -> anyhow::Result<()> {
        let mut state = lock(&self.state);
        state.will_be_applied(&begun.name, begun.root.identity()?)?;
        if self.durability == Durability::OnDisk {
            state.sync()?;
        }
        Ok(())
    }

    fn sync(&self, stage: &Folder) -> anyhow::Result<()> {
        match self.durability {
            Durability::OnDisk => {
                stage.sync_all_below().context("cannot write the new site to the disk; --no-sync does without")
            }
            Durability::WheneverItSuits => Ok(()),
        }
    }

    /// Gives the files that the output has already a second name in the stage.
    fn link(&self, begun: &Begun, kept: &[Standing]) -> anyhow::Result<()> {
        let Some(old) = &self.old else { return Ok(()) };
        let one = |Standing { path, .. }: &Standing| -> anyhow::Result<()> {
            let words = || format!("cannot carry over {}", self.area.shown.join(&**path).display());
            let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
            let to = begun.folder_of_page(above).with_context(words)?;
            let from = if above.is_empty() { old.folder.again() } else { old.folder.folder(above.as_ref()) };
            let brought = foreign::bring(&from.with_context(words)?, &to, name.as_ref(), Kind::File);
            brought
                .with_context(words)?
                .with_context(|| format!("{} is gone meanwhile", self.area.shown.join(&**path).display()))?;
            Ok(())
        };
        kept.par_iter().try_for_each(one)?;
        begun.close();
        Ok(())
    }

    /// What the system says of the files of the site that stands now, as far as they are those that this run knows.
    fn settled(&self, begun: &Begun, written: Vec<Standing>, kept: Vec<Standing>) -> Vec<Standing> {
        let there = self.area.output().ok();
        let is_whole = there.as_ref().and_then(|there| there.identity().ok()) == begun.root.identity().ok();
        let look = |file: Standing| {
            let now = there.as_ref().and_then(|there| there.stat(OsStr::new(&*file.path)).ok().flatten());
            let stamp = now.map(|now| now.stamp()).filter(|now| {
                let is_same =
                    |known: Stamp| (known.inode, known.bytes, known.modified) == (now.inode, now.bytes, now.modified);
                file.stamp.is_some_and(is_same)
            });
            Standing { stamp, ..file }
        };
        // What was renamed or linked has changed for the system; what was only exchanged with its folder has not.
        let (moved, still) = if is_whole { (kept, written) } else { (written, kept) };
        let moved: Vec<Standing> = moved.into_par_iter().map(look).collect();
        merged(moved, still)
    }

    /// All that stays in the output, in the order of the paths. What was made again counts, also where it stayed first.
    fn all_kept(&self, written: &[Standing]) -> Vec<Standing> {
        let mut kept = std::mem::take(&mut *lock(&self.kept));
        kept.sort_unstable_by_key(|(at, _)| *at);
        kept.dedup_by_key(|(at, _)| *at);
        let mut same = std::mem::take(&mut *lock(&self.same));
        same.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let is_in = |files: &[Standing], path: &str| files.binary_search_by(|file| (*file.path).cmp(path)).is_ok();
        let kept = kept.into_iter().map(|(at, stamp)| Standing { stamp: Some(stamp), ..self.known[at].clone() });
        let kept: Vec<Standing> =
            kept.filter(|file| !is_in(written, &file.path) && !is_in(&same, &file.path)).collect();
        merged(kept, same)
    }

    /// Adds to the staged files what the output keeps, and sees it all to the disk.
    fn complete<'s>(&self, begun: &'s Begun, manifest: Manifest, json: &str) -> anyhow::Result<Complete<'s>> {
        let carried = match &self.old {
            Some(old) => foreign::carry(old, &begun.root, &manifest)?,
            None => HashMap::new(),
        };
        let words = || format!("cannot write {}", self.area.path_of(&begun.name).join(MANIFEST).display());
        let mut file = begun.root.create(MANIFEST.as_ref(), 0o644).with_context(words)?;
        file.write_all(json.as_bytes()).with_context(words)?;
        if let Some(old) = &self.old {
            let words = || format!("cannot make a new {} like the old one", self.area.shown.display());
            begun.root.give(&old.attributes).with_context(words)?;
        }
        self.sync(&begun.root)?;
        Ok(Complete { begun, manifest, carried })
    }

    /// Exchanges, and removes the old site.
    fn exchange(&self, complete: Complete, course: Course, journal: Option<Journal>) -> anyhow::Result<Vec<String>> {
        let begun = complete.begun;
        let swap = Swap { area: &self.area, stage: &begun.name, course };
        let identity = self.old.as_ref().map(|old| old.folder.identity()).transpose();
        let mut state = lock(&self.state);
        let exchanged = identity.map_err(Into::into).and_then(|identity| swap.exchange(identity, &mut state));
        drop(state);
        let aside = match exchanged {
            Ok(aside) => aside,
            Err(error) => {
                // If even taking the exchange back failed, the next run decides.
                journal.filter(|_| !self.stands(begun)).into_iter().for_each(Journal::take_back);
                return Err(error);
            }
        };
        self.is_exchanged.store(true, Ordering::Relaxed);
        (course.reached)(Step::Exchanged);
        let mut warnings = Vec::new();
        if self.durability == Durability::OnDisk
            && let Err(error) = self.area.folder.sync_names()
        {
            warnings.push(format!("the new site stands, but may not outlast a power cut yet: {error}"));
        }
        if let Some(journal) = journal {
            finished(journal, &self.area, course)?;
        }
        // Record and site stand: from here on nothing is an error any more.
        if let (Some(aside), Some(old)) = (aside, &self.old) {
            warnings.extend(self.settle(old, &aside, complete));
        }
        (course.reached)(Step::Settled);
        Ok(warnings)
    }

    /// Whether the new site is what stands in the output.
    fn stands(&self, begun: &Begun) -> bool {
        let identity = |folder: &Folder| folder.identity().ok();
        self.area.output().is_ok_and(|there| identity(&there) == identity(&begun.root))
    }

    /// Removes the old site, which lies beside the output as `aside`.
    fn settle(&self, old: &Output, aside: &OsStr, complete: Complete) -> Vec<String> {
        let shown = self.area.path_of(aside);
        let new = complete.begun.root.renamed(&self.area.folder, &self.area.name);
        let folders = new.and_then(|new| Ok((new, old.folder.renamed(&self.area.folder, aside)?)));
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
        settler.settle(&self.area.folder, aside, &folder)
    }

    /// Whether the output has a file with just these bytes, and what the system says of it.
    fn same_there(&self, file: &Standing, bytes: &[u8]) -> Option<Stamp> {
        let old = self.old.as_ref().filter(|old| old.has(file))?;
        let there = old.folder.stat(OsStr::new(&*file.path)).ok()?.filter(|there| there.kind == Kind::File)?;
        let stamp = Some(there.stamp());
        let known = self.known.binary_search_by(|known| known.path.cmp(&file.path)).map(|at| &self.known[at]);
        let is_known = known.is_ok_and(|known| known.sha256 == file.sha256 && known.stamp == stamp);
        let is_there = || old.folder.bytes(OsStr::new(&*file.path)).is_ok_and(|found| found.as_deref() == Some(bytes));
        stamp.filter(|_| is_known || is_there())
    }

    fn take(&self, file: &OutputFile) -> anyhow::Result<()> {
        if !is_inside(&file.path) {
            bail!("`{}` would leave the output folder", file.path);
        }
        let (path, bytes) = (file.path.as_str().into(), file.bytes.len() as u64);
        let mut standing = Standing { path, bytes, sha256: sha256(&file.bytes), stamp: None };
        standing.stamp = self.same_there(&standing, &file.bytes);
        if standing.stamp.is_some() {
            lock(&self.same).push(standing);
        } else if let Some(begun) = self.begun() {
            standing.stamp = Some(begun.write(file)?);
            lock(&self.written).push(standing);
        }
        Ok(())
    }
}

impl Sink for Stage {
    fn put(&self, file: OutputFile) {
        if let Err(error) = self.take(&file) {
            lock(&self.failed).get_or_insert_with(|| error.context(format!("cannot write {}", file.path)));
        }
    }
}

impl Drop for Stage {
    /// Removes what was staged, unless it is the site by now. What cannot be removed is removed by the next run.
    fn drop(&mut self) {
        if let Some(Some(begun)) = self.begun.take() {
            begun.close();
            let Begun { name, root, .. } = begun;
            let identity = |folder: &Folder| folder.identity().ok();
            let is_ours = || self.area.folder.folder(&name).is_ok_and(|there| identity(&there) == identity(&root));
            if !self.is_exchanged.load(Ordering::Relaxed) && is_ours() {
                let _ = self.area.folder.remove_tree(&name);
            }
        }
        lock(&self.state).release(&self.area);
    }
}

/// What stands in an output, if it is a site that an earlier run knew, whole: its manifest and each of its files, in the same
/// order.
///
/// # Errors
///
/// The output cannot be one.
pub fn as_known(target: &Target, known: &Known) -> anyhow::Result<Option<Vec<Stamp>>> {
    let Ok(area) = Area::of(&place::of(target)?) else { return Ok(None) };
    // What lies beside it is looked at by who begins a site.
    if state::is_anything_in(&area)? || area.output_kind()? != Some(Kind::Folder) {
        return Ok(None);
    }
    let Ok(output) = area.output() else { return Ok(None) };
    let has_manifest =
        output.bytes(MANIFEST.as_ref()).is_ok_and(|bytes| bytes.is_some_and(|b| sha256(&b) == known.manifest));
    Ok(if has_manifest { known.files.par_iter().map(|file| standing(&output, file)).collect() } else { None })
}

/// Puts the new record beside a site that stands.
fn finished(journal: Journal, area: &Area, course: Course) -> anyhow::Result<()> {
    journal.finish(course).with_context(|| {
        let shown = area.shown.display();
        format!("the new site is in {shown}, but its record could not be written: the next run will do that")
    })
}

/// What the system says of a file of the output that is as it was left.
fn standing(output: &Folder, known: &Standing) -> Option<Stamp> {
    let there = output.stat(OsStr::new(&*known.path)).ok()??;
    let stamp = there.stamp();
    let bytes = || output.bytes(OsStr::new(&*known.path)).ok().flatten();
    let has_bytes = || bytes().is_some_and(|bytes| sha256(&bytes) == known.sha256);
    (there.kind == Kind::File && (known.stamp == Some(stamp) || has_bytes())).then_some(stamp)
}

/// Files of two lists, both in the order of their paths, which have none in common.
fn merged<T: Borrow<Standing>>(one: impl IntoIterator<Item = T>, other: impl IntoIterator<Item = T>) -> Vec<T> {
    let (mut one, mut other) = (one.into_iter().peekable(), other.into_iter().peekable());
    let mut all = Vec::with_capacity(one.size_hint().0 + other.size_hint().0);
    while let (Some(first), Some(second)) = (one.peek(), other.peek()) {
        all.extend(if first.borrow().path < second.borrow().path { one.next() } else { other.next() });
    }
    all.extend(one.chain(other));
    all
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
