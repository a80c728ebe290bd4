//! Where a site is staged: in the folder above the output; or in the output itself where that is a mount point, since it cannot be
//! exchanged then, and nothing outside it can be renamed into it.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::write::entry::Kind;
use crate::write::place;
use crate::write::system::Folder;

/// What names of ours are made of in an output that is a mount point: it may have another name elsewhere, or none.
const NAME_WITHIN: &str = "output";

/// The folder in which all that is ours lies until it is in the output.
#[derive(Debug)]
pub struct Area {
    /// The open folder.
    pub folder: Folder,
    /// Where it is.
    path: PathBuf,
    /// What names of ours are made of; beside the output, its name.
    pub name: OsString,
    /// Where the output is.
    pub shown: PathBuf,
    /// Whether it is the output: files are renamed one by one then, however many they are.
    pub is_output: bool,
}

impl Area {
    /// The area of an output, whose path has no link in it.
    ///
    /// # Errors
    ///
    /// It cannot be opened; the path has no name.
    pub fn of(output: &Path) -> anyhow::Result<Self> {
        if place::is_mount(output) { Self::within(output) } else { Self::above(output) }
    }

    /// The folder above the output.
    fn above(output: &Path) -> anyhow::Result<Self> {
        let (Some(above), Some(name)) = (output.parent(), output.file_name()) else {
            bail!("{} cannot be an output folder", output.display());
        };
        let folder = Folder::open(above).with_context(|| format!("cannot read {}", above.display()))?;
        Ok(Area { folder, path: above.to_owned(), name: name.to_owned(), shown: output.to_owned(), is_output: false })
    }

    /// The output itself.
    fn within(output: &Path) -> anyhow::Result<Self> {
        let folder = Folder::open(output).with_context(|| format!("cannot read {}", output.display()))?;
        let (path, shown) = (output.to_owned(), output.to_owned());
        Ok(Area { folder, path, name: NAME_WITHIN.into(), shown, is_output: true })
    }

    /// What has the place of the output; `None` when nothing has.
    pub fn output_kind(&self) -> io::Result<Option<Kind>> {
        match self.is_output {
            true => Ok(Some(Kind::Folder)),
            false => Ok(self.folder.stat(&self.name)?.map(|there| there.kind)),
        }
    }

    /// Opens the output.
    ///
    /// # Errors
    ///
    /// It is not there, or no folder.
    pub fn output(&self) -> io::Result<Folder> {
        if self.is_output { self.folder.again() } else { self.folder.folder(&self.name) }
    }

    /// The path of something in it, for messages.
    pub fn path_of(&self, name: &OsStr) -> PathBuf {
        self.path.join(name)
    }
}
