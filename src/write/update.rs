//! A site of which few files changed is brought up to date in its place: the new files are staged beside it, what is to be done is
//! noted, and then each is renamed over the old one, the manifest last.
//!
//! From the note on, the new site is what will stand: whoever comes after a kill finishes it (`recover`). Until all is done,
//! readers may see old and new files side by side. Doing it again does the same.
//!
//! Where the output cannot be exchanged, as a mount point, this is the only way, however many files there are.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use crate::read::hex::hex;
use crate::read::stamp::Standing;
use crate::write::course::{Course, Step};
use crate::write::entry::Kind;
use crate::write::foreign::counterpart;
use crate::write::manifest::{FILE, Manifest, sha256};
use crate::write::place::Durability;
use crate::write::system::Folder;

/// As many files are renamed one by one; where more are, the site is exchanged as a whole.
pub const MOST: usize = 1000;
/// The name of the note in the stage, which no file of a site has: a path of the output does not begin with a point but for
/// those that the site itself names.
const NOTE: &str = ".prospectus-update";

/// What is to be done beside renaming what the stage holds.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Note {
    /// Files that go before anything is renamed, since a folder takes their place or they lie where a file will; each with the
    /// SHA-256 that it had.
    #[serde(default)]
    first: Vec<(String, String)>,
    /// Files that go in the end.
    gone: Vec<(String, String)>,
}

/// What becomes of an output.
pub struct Update<'a> {
    /// The output.
    pub output: &'a Folder,
    /// What Prospectus wrote into it.
    pub before: &'a Manifest,
    /// The files that go, in the order of their paths.
    pub gone: Vec<&'a Standing>,
    /// The files that are new or others, in the order of their paths.
    pub changed: &'a [Standing],
    /// Its new manifest, as it is written.
    pub manifest: &'a str,
    /// Where in it something is mounted.
    pub mounts: &'a [PathBuf],
}

impl Update<'_> {
    /// Whether the output can be brought up to date in its place: few files are new or others, none becomes a folder or the
    /// other way, and nothing of others is in the way.
    ///
    /// # Errors
    ///
    /// The output cannot be looked at.
    pub fn is_fitting(&self) -> io::Result<bool> {
        if self.changed.len() + self.gone.len() > MOST {
            return Ok(false);
        }
        for Standing { path, .. } in self.changed {
            let is_free = match self.at(path)? {
                Place::Nothing => true,
                Place::File => self.before.file(path).is_some(),
                Place::Folder | Place::Other => false,
            };
            if **path == *NOTE || !is_free {
                return Ok(false);
            }
        }
        for Standing { path, .. } in &self.gone {
            if matches!(self.at(path)?, Place::Folder | Place::Other) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The first path where something of others is in the way of a new file. Files that go are not.
    ///
    /// # Errors
    ///
    /// The output cannot be looked at.
    pub fn taken(&self) -> io::Result<Option<String>> {
        for Standing { path, .. } in self.changed {
            let taken = match self.at(path)? {
                Place::Nothing if **path != *NOTE => None,
                Place::File if self.before.file(path).is_some() => None,
                _ => self.taken_on_the_way(path)?,
            };
            if taken.is_some() {
                return Ok(taken);
            }
        }
        Ok(None)
    }

    /// The same for one path: what is there, or above it.
    fn taken_on_the_way(&self, path: &str) -> io::Result<Option<String>> {
        let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
        for end in ends {
            let there = &path[..end];
            let is_free = match self.at(there)? {
                Place::Nothing => return Ok((path == NOTE).then(|| path.to_owned())),
                Place::Folder if end < path.len() => continue,
                Place::Folder => self.goes_whole(there)?,
                Place::File => (end == path.len() && self.before.file(there).is_some()) || self.goes(there)?,
                Place::Other => false,
            };
            return Ok((!is_free).then(|| there.to_owned()));
        }
        Ok(None)
    }

    /// Whether the file at a path goes: it is as it was written, and the new site has it no more.
    fn goes(&self, path: &str) -> io::Result<bool> {
        let (above, name) = split(path);
        let Ok(at) = self.gone.binary_search_by(|gone| (*gone.path).cmp(path)) else { return Ok(false) };
        let bytes = open(self.output, above)?.bytes(name.as_ref())?;
        Ok(bytes.is_some_and(|bytes| sha256(&bytes) == self.gone[at].sha256))
    }

    /// Whether all goes that lies in a folder.
    fn goes_whole(&self, path: &str) -> io::Result<bool> {
        let Ok(folder) = open(self.output, path) else { return Ok(false) };
        let entries = folder.entries()?;
        for (name, kind) in &entries {
            let goes = match (name.to_str().map(|name| format!("{path}/{name}")), kind) {
                (Some(inner), Kind::Folder) => self.goes_whole(&inner)?,
                (Some(inner), Kind::File) => self.goes(&inner)?,
                _ => false,
            };
            if !goes {
                return Ok(false);
            }
        }
        Ok(!entries.is_empty())
    }

    /// What is at a path of the output.
    fn at(&self, path: &str) -> io::Result<Place> {
        let (above, name) = split(path);
        match open(self.output, above) {
            Ok(above) => Ok(match above.stat(name.as_ref())?.map(|there| there.kind) {
                None => Place::Nothing,
                Some(Kind::File) if !self.is_mounted(path) => Place::File,
                Some(Kind::Folder) if !self.is_mounted(path) => Place::Folder,
                Some(_) => Place::Other,
            }),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Place::Nothing),
            // It leads through a link, a mount point or a file.
            Err(_) => Ok(Place::Other),
        }
    }

    fn is_mounted(&self, path: &str) -> bool {
        self.mounts.iter().any(|mount| mount == Path::new(path))
    }

    /// Writes the new manifest and what is to be done into the stage, which has the changed files.
    ///
    /// # Errors
    ///
    /// The stage cannot be written.
    pub fn note(&self, stage: &Folder) -> io::Result<()> {
        let (first, gone): (Vec<_>, Vec<_>) = self.gone.iter().partition(|gone| self.is_in_the_way(&gone.path));
        let named =
            |files: Vec<&&Standing>| files.iter().map(|gone| (gone.path.to_string(), hex(&gone.sha256))).collect();
        let note = serde_json::to_vec(&Note { first: named(first), gone: named(gone) }).map_err(io::Error::other)?;
        stage.create(FILE.as_ref(), 0o644)?.write_all(self.manifest.as_bytes())?;
        stage.create(NOTE.as_ref(), 0o600)?.write_all(&note)
    }

    /// Whether a new file lies below the path of a file that goes, or has the path of a folder above it.
    fn is_in_the_way(&self, gone: &str) -> bool {
        let is_new = |path: &str| self.changed.binary_search_by(|file| (*file.path).cmp(path)).is_ok();
        let below = format!("{gone}/");
        let first = self.changed.partition_point(|file| *file.path < *below);
        self.changed.get(first).is_some_and(|file| file.path.starts_with(&below))
            || gone.match_indices('/').any(|(end, _)| is_new(&gone[..end]))
    }
}

/// What may be at a path.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Nothing, and folders at most on the way.
    Nothing,
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// Something else, or something else on the way.
    Other,
}

/// The folder that a path lies in, and its name there.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// Opens a folder of the output, through folders alone.
fn open(output: &Folder, path: &str) -> io::Result<Folder> {
    if path.is_empty() { output.again() } else { output.folder(path.as_ref()) }
}

/// Does what a stage says; what was done already stays.
///
/// # Errors
///
/// A file could not be renamed or removed: whoever comes next goes on.
pub fn apply(stage: &Folder, output: &Folder, durability: Durability, course: Course) -> anyhow::Result<()> {
    // It is there from before anything is promised until all is done and the stage is removed.
    let Some(bytes) = stage.bytes(NOTE.as_ref())? else { return Ok(()) };
    let note: Note = serde_json::from_slice(&bytes).context("the note of what is to be done cannot be read")?;
    let removed = |files: &[(String, String)]| {
        files
            .iter()
            .try_for_each(|(path, was)| remove(output, path, was).with_context(|| format!("cannot remove {path}")))
    };
    removed(&note.first)?;
    let mut renamed = Renaming { touched: BTreeSet::new(), course };
    renamed.folder(stage, output, Path::new(""))?;
    removed(&note.gone)?;
    (course.reached)(Step::FilesRenamed);
    if durability == Durability::OnDisk {
        renamed.sync(output)?;
    }
    // Until it is new, the next run knows that there is something to do.
    if stage.stat(FILE.as_ref())?.is_some() {
        stage.rename_over(FILE.as_ref(), output, FILE.as_ref()).context("cannot rename the manifest")?;
    }
    if durability == Durability::OnDisk {
        output.sync_names()?;
    }
    (course.reached)(Step::ManifestRenamed);
    Ok(())
}

/// Renames what lies in one folder into another.
struct Renaming {
    /// The folders into which something was renamed.
    touched: BTreeSet<String>,
    course: Course,
}

/// As many folders are written to the disk one by one; where there are more, all of the output is.
const MOST_FOLDERS: usize = 16;

impl Renaming {
    /// Writes to the disk what was renamed.
    fn sync(&self, output: &Folder) -> io::Result<()> {
        if self.touched.len() > MOST_FOLDERS {
            return output.sync_all_below();
        }
        for path in &self.touched {
            open(output, path)?.sync_names()?;
        }
        Ok(())
    }

    fn folder(&mut self, from: &Folder, output: &Folder, path: &Path) -> anyhow::Result<()> {
        let mut to = None;
        for (name, kind) in from.entries()? {
            let inner = path.join(&name);
            let is_own = path.as_os_str().is_empty() && (name == NOTE || name == FILE);
            if kind == Kind::Folder {
                self.folder(&from.folder(&name)?, output, &inner)?;
            } else if !is_own {
                let to = match &to {
                    Some(to) => to,
                    None => to.insert(counterpart(output, path)?),
                };
                from.rename_over(&name, to, &name).with_context(|| format!("cannot write {}", inner.display()))?;
                (self.course.reached)(Step::FileRenamed);
                self.touched.insert(path.to_string_lossy().into_owned());
            }
        }
        Ok(())
    }
}

/// Removes a file, unless somebody wrote another in its place, and the folders that held nothing else.
fn remove(output: &Folder, path: &str, was: &str) -> io::Result<()> {
    let (mut above, mut name) = split(path);
    let folder = match open(output, above) {
        Ok(folder) => folder,
        // Where a folder was, the new file may be already.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(()),
        Err(error) => return Err(error),
    };
    if folder.stat(name.as_ref())?.is_none_or(|there| there.kind != Kind::File) {
        return Ok(());
    }
    if folder.bytes(name.as_ref())?.is_some_and(|bytes| hex(&sha256(&bytes)) == was) {
        folder.remove_file(name.as_ref())?;
    }
    while !above.is_empty() {
        (above, name) = split(above);
        if open(output, above)?.remove_empty(name.as_ref()).is_err() {
            break;
        }
    }
    Ok(())
}
