//! The old site goes, after the exchange or after a run that was killed. What of it is somebody else's and changed since it
//! was carried over is moved into the new site: the newer wins.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use crate::write::entry::{Entry, Kind};
use crate::write::foreign::{Carried, Way, counterpart, is_foreign};
use crate::write::manifest::{FILE, Manifest};
use crate::write::place;
use crate::write::system::Folder;

/// An old site beside the output, and the new one in it.
pub struct Settler<'a> {
    /// The new site.
    pub new: &'a Folder,
    /// What Prospectus wrote into it; `None` when nobody knows.
    pub written: Option<&'a Manifest>,
    /// What Prospectus wrote into the old one; `None` when nobody knows.
    pub manifest: Option<&'a Manifest>,
    /// How foreign files came into the new site; empty when another run brought them.
    pub carried: Carried,
    /// Where the old site lies.
    pub shown: PathBuf,
    /// What of others stays in the old site, since the new one has something there.
    pub kept: Vec<PathBuf>,
    /// The first that could not be moved or removed.
    pub failed: Option<(PathBuf, io::Error)>,
}

impl Settler<'_> {
    /// Removes the old site, `name` in `parent`, and gives back what must be said about it.
    pub fn settle(mut self, parent: &Folder, name: &OsStr, old: &Folder) -> Vec<String> {
        self.folder(old, Path::new(""));
        if self.kept.is_empty() && self.failed.is_none() {
            let removed = parent.remove_empty(name);
            self.note(Path::new(""), removed);
        }
        self.warnings()
    }

    fn warnings(self) -> Vec<String> {
        let kept = self.kept.iter().map(|path| {
            format!(
                "{} came into the output while the site was being written, and the new site has something there; it was kept",
                self.shown.join(path).display()
            )
        });
        let mut warnings: Vec<String> = kept.collect();
        if let Some((path, error)) = &self.failed {
            let words = if warnings.is_empty() {
                format!("remove it: {}", place::how_to_remove(&self.shown))
            } else {
                "look what is in it, and remove it".to_owned()
            };
            let (shown, path) = (self.shown.display(), self.shown.join(path));
            warnings.push(format!(
                "the new site stands, but the old one could not be removed from {shown} ({}: {error}); {words}",
                path.display()
            ));
        }
        warnings
    }

    fn note(&mut self, path: &Path, done: io::Result<()>) {
        if let Err(error) = done {
            self.failed.get_or_insert_with(|| (path.to_owned(), error));
        }
    }

    fn folder(&mut self, from: &Folder, path: &Path) {
        from.allow_removing();
        let mut entries = match from.entries() {
            Ok(entries) => entries,
            Err(error) => return self.note(path, Err(error)),
        };
        // A run that is killed in between is followed by one that wants to know whose the rest is.
        entries.sort_by_key(|(name, _)| path.as_os_str().is_empty() && name == FILE);
        for (name, kind) in entries {
            let inner = path.join(&name);
            if path.as_os_str().is_empty() && name == FILE && !(self.kept.is_empty() && self.failed.is_none()) {
                return;
            }
            let is_foreign = is_foreign(&inner, kind, self.manifest);
            let done = match kind {
                Kind::Folder if is_foreign => self.foreign_folder(from, &name, &inner),
                Kind::Folder => self.inner_folder(from, &name, &inner),
                _ if is_foreign => self.foreign_file(from, &name, &inner),
                _ => from.remove_file(&name),
            };
            self.note(&inner, done);
        }
    }

    /// A folder that the new site does not have came meanwhile: it moves as it is.
    fn foreign_folder(&mut self, from: &Folder, name: &OsStr, path: &Path) -> io::Result<()> {
        let to = counterpart(self.new, path.parent().unwrap_or(Path::new("")))?;
        if to.stat(name)?.is_none() {
            from.rename_to_nothing(name, &to, name)
        } else {
            self.inner_folder(from, name, path)
        }
    }

    fn inner_folder(&mut self, from: &Folder, name: &OsStr, path: &Path) -> io::Result<()> {
        let before = self.kept.len();
        let folder = from.folder(name)?;
        self.folder(&folder, path);
        // What stays in it has been noted.
        let is_left =
            self.kept.len() > before || self.failed.as_ref().is_some_and(|(failed, _)| failed.starts_with(path));
        if is_left { Ok(()) } else { from.remove_empty(name) }
    }

    fn foreign_file(&mut self, from: &Folder, name: &OsStr, path: &Path) -> io::Result<()> {
        let Some(old) = from.stat(name)? else { return Ok(()) };
        let to = counterpart(self.new, path.parent().unwrap_or(Path::new("")))?;
        let Some(new) = to.stat(name)? else { return from.rename_to_nothing(name, &to, name) };
        if new.is_same(&old) {
            return from.remove_file(name);
        }
        let is_written = |written: &Manifest| path.to_str().is_some_and(|path| written.file(path).is_some());
        if self.written.is_some_and(is_written) || new.kind == Kind::Folder {
            self.kept.push(path.to_owned());
            return Ok(());
        }
        if is_newer(&old, &new, self.carried.get(path)) {
            return from.rename_over(name, &to, name);
        }
        from.remove_file(name)
    }
}

/// Whether a foreign file in the old site is newer than what the new one has in its place.
fn is_newer(old: &Entry, new: &Entry, carried: Option<&Way>) -> bool {
    match carried {
        // Replaced since it was linked, unless the new one was replaced since.
        Some(Way::Linked { inode }) => new.inode == *inode,
        Some(Way::Copied { from, inode }) => new.inode == *inode && old.stamp() != *from,
        None => old.changed > new.changed,
    }
}
