//! One file among the sources, which is replaced together with the output.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::write::system::Folder;

/// A file that the program keeps among the sources.
#[derive(Debug)]
pub struct Record {
    /// The folder that holds it; `None` when that is not there.
    pub folder: Option<Folder>,
    /// Its name there.
    pub name: OsString,
    /// Where it is.
    pub path: PathBuf,
    /// What was in it when this run began; `None` when it was not there.
    pub before: Option<Vec<u8>>,
}

impl Record {
    /// Looks at the file, before anything is built.
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
        let name = path.file_name().unwrap_or_default().to_owned();
        let mut record = Record { folder, name, path: path.to_owned(), before: None };
        record.before = record.bytes().with_context(|| format!("cannot use {}", path.display()))?;
        Ok(record)
    }

    /// What is in it now; `None` when it is not there.
    pub fn bytes(&self) -> io::Result<Option<Vec<u8>>> {
        self.folder.as_ref().map_or(Ok(None), |folder| folder.bytes(&self.name))
    }
}
