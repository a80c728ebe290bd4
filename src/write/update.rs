//! A site of which few files changed is brought up to date in its place: the new files are staged beside it, what is to be done is
//! noted, and then each is renamed over the old one, the manifest last.
//!
//! From the note on, the new site is what will stand: whoever comes after a kill finishes it (`recover`). Until all is done,
//! readers may see old and new files side by side. Doing it again does the same.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use crate::read::hex::hex;
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
    /// Files that go, each with the SHA-256 that it had.
    gone: Vec<(String, String)>,
}

/// What becomes of an output.
pub struct Update<'a> {
    /// The output.
    pub output: &'a Folder,
    /// What Prospectus wrote into it.
    pub before: &'a Manifest,
    /// The files that go.
    pub gone: Vec<&'a str>,
    /// Its new manifest, as it is written.
    pub manifest: &'a str,
}

impl Update<'_> {
    /// Whether the output can be brought up to date in its place, `changed` being the files that are new or others: they are
    /// few, no file becomes a folder or the other way, and nothing of others is in the way.
    ///
    /// # Errors
    ///
    /// The output cannot be looked at.
    pub fn is_possible<'p>(&self, changed: impl ExactSizeIterator<Item = &'p str>) -> io::Result<bool> {
        if changed.len() + self.gone.len() > MOST {
            return Ok(false);
        }
        for path in changed {
            let is_free = match self.at(path)? {
                Place::Nothing => true,
                Place::File => self.before.files.contains_key(path),
                Place::Other => false,
            };
            if path == NOTE || !is_free {
                return Ok(false);
            }
        }
        for path in &self.gone {
            if self.at(path)? == Place::Other {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What is at a path of the output.
    fn at(&self, path: &str) -> io::Result<Place> {
        let (above, name) = split(path);
        match open(self.output, above) {
            Ok(above) => Ok(match above.stat(name.as_ref())?.map(|there| there.kind) {
                None => Place::Nothing,
                Some(Kind::File) => Place::File,
                Some(_) => Place::Other,
            }),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Place::Nothing),
            // It leads through a link, a mount point or a file.
            Err(_) => Ok(Place::Other),
        }
    }

    /// Writes the new manifest and what is to be done into the stage, which has the changed files.
    ///
    /// # Errors
    ///
    /// The stage cannot be written.
    pub fn note(&self, stage: &Folder) -> io::Result<()> {
        let was = |path: &str| hex(&self.before.files[path].sha256);
        let gone = self.gone.iter().map(|path| ((*path).to_owned(), was(path))).collect();
        let note = serde_json::to_vec(&Note { gone }).map_err(io::Error::other)?;
        stage.create(FILE.as_ref(), 0o644)?.write_all(self.manifest.as_bytes())?;
        stage.create(NOTE.as_ref(), 0o600)?.write_all(&note)
    }
}

/// What may be at a path.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Nothing, and folders at most on the way.
    Nothing,
    /// A plain file.
    File,
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
    let mut renamed = Renaming { touched: BTreeSet::new(), course };
    renamed.folder(stage, output, Path::new(""))?;
    for (path, was) in &note.gone {
        remove(output, path, was).with_context(|| format!("cannot remove {path}"))?;
    }
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
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
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
