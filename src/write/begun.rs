//! The folder of new files, while it is being filled by several threads.

use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::Context as _;

use crate::output::OutputFile;
use crate::read::stamp::Stamp;
use crate::write::area::Area;
use crate::write::foreign::Output;
use crate::write::place::Durability;
use crate::write::state::State;
use crate::write::system::Folder;

/// How many folders are kept open.
const OPEN_FOLDERS: usize = 256;

/// A folder beside the output, into which new files are written.
pub struct Begun {
    /// Its name in the area.
    pub name: OsString,
    /// The open folder.
    pub root: Arc<Folder>,
    /// Folders that are open, by their path below the stage.
    folders: RwLock<HashMap<Box<str>, Arc<Folder>>>,
}

/// Makes the folder of a new site. It has owner and mode of the old one from the beginning: what is secret stays so.
///
/// # Errors
///
/// The area cannot be written.
pub fn begin(area: &Area, state: &mut State, old: Option<&Output>, durability: Durability) -> anyhow::Result<Begun> {
    let (name, folder) = state.make_stage(area, if old.is_some() { 0o700 } else { 0o755 })?;
    let made = || -> anyhow::Result<()> {
        if let Some(old) = old {
            let words = || format!("cannot make a new {} like the old one", old.shown.display());
            folder.give_meanwhile(&old.attributes).with_context(words)?;
        }
        // After a power cut the next run has to know whose the stage is.
        match durability {
            Durability::OnDisk => state.sync().context("cannot write to the disk; --no-sync does without"),
            Durability::WheneverItSuits => Ok(()),
        }
    };
    match made() {
        Ok(()) => Ok(Begun { name, root: Arc::new(folder), folders: RwLock::default() }),
        Err(error) => {
            let _ = area.folder.remove_empty(&name);
            Err(error)
        }
    }
}

impl Begun {
    /// Closes the folders that are kept open.
    pub fn close(&self) {
        self.folders.write().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Writes a file of the new site.
    ///
    /// # Errors
    ///
    /// It cannot be written, or is there already.
    pub fn write(&self, file: &OutputFile) -> anyhow::Result<Stamp> {
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
        let mut made = folder.create(relative.as_ref(), 0o644)?;
        made.write_all(&file.bytes)?;
        Ok(Stamp::of(&made.metadata()?))
    }

    /// The folder at a path, made if it is not there, and not kept open: that of a page holds nothing else.
    pub fn folder_of_page(&self, path: &str) -> io::Result<Arc<Folder>> {
        let Some((above, name)) = path.rsplit_once('/') else { return self.folder_at(path) };
        let above = self.folder_at(above)?;
        above.make(name.as_ref(), 0o755)?;
        Ok(Arc::new(above.folder(name.as_ref())?))
    }

    /// The open handle of a folder, made if it is not there.
    fn folder_at(&self, path: &str) -> io::Result<Arc<Folder>> {
        let known = self.folders.read().unwrap_or_else(PoisonError::into_inner).get(path).cloned();
        if let Some(handle) = known {
            return Ok(handle);
        }
        if path.is_empty() {
            return Ok(self.root.clone());
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
