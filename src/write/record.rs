//! One file among the sources, replaced in one step.

use std::ffi::OsString;
use std::fs::File;
use std::hash::{BuildHasher as _, RandomState};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::write::system::{Attributes, Folder};

/// A file that the program keeps among the sources.
#[derive(Debug)]
pub struct Record {
    /// `None` when the folder is not there.
    folder: Option<Folder>,
    name: OsString,
    /// Where it is.
    pub path: PathBuf,
}

impl Record {
    /// Looks at the place of the file, before anything is built.
    ///
    /// # Errors
    ///
    /// It, or the folder that holds it, is a symbolic link; or it is no plain file.
    pub fn at(path: &Path) -> anyhow::Result<Self> {
        let above = path.parent().unwrap_or(path);
        let folder = match Folder::open(above) {
            Ok(folder) => Some(folder),
            Err(error) if error.kind() == io::ErrorKind::NotFound && !above.is_symlink() => None,
            Err(_) if above.is_symlink() => {
                anyhow::bail!("{} is a symbolic link; nothing is written through it", above.display())
            }
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", above.display())),
        };
        let record = Record { folder, name: path.file_name().unwrap_or_default().to_owned(), path: path.to_owned() };
        record.bytes().with_context(|| format!("cannot use {}", path.display()))?;
        Ok(record)
    }

    /// What is in it; `None` when it is not there.
    pub fn bytes(&self) -> io::Result<Option<Vec<u8>>> {
        self.folder.as_ref().map_or(Ok(None), |folder| folder.bytes(&self.name))
    }

    /// Writes a file beside it, under a name that nobody knew, and renames that: whoever reads it finds the old or the new
    /// one whole. It keeps its mode and, where that may be given, its owner.
    ///
    /// # Errors
    ///
    /// It could not be written; the old one stands.
    pub fn replace(&self, bytes: &[u8]) -> io::Result<()> {
        let folder = self.folder.as_ref().ok_or(io::ErrorKind::NotFound)?;
        // Hidden: a preview that runs does not see it.
        let mut beside = OsString::from(".");
        beside.push(&self.name);
        beside.push(format!(".{:016x}.new", RandomState::new().hash_one(&self.name)));
        let file = folder.create(&beside, 0o644)?;
        let filled = self.fill(folder, file, bytes);
        filled.and_then(|()| folder.rename_over(&beside, folder, &self.name)).inspect_err(|_| {
            let _ = folder.remove_file(&beside);
        })?;
        // Some file systems cannot do this with a folder; the file itself is on the disk.
        let _ = folder.sync_names();
        Ok(())
    }

    /// Writes all of a file to the disk, with the mode and owner of the one that it comes after.
    fn fill(&self, folder: &Folder, mut file: File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)?;
        if let Some(old) = folder.plain_file(&self.name)? {
            let _ = Attributes::of(&old)?.give_access(&file);
        }
        file.sync_all()
    }
}
