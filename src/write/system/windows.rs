//! A folder by its path, on Windows. What lies in it is opened, made and removed by name from there; before each step it is
//! looked whether the path still leads to the same folder, and through no link.
//!
//! Owners and access lists are not copied: what is made in a folder inherits those of the folder. Nothing here holds a folder
//! open, since Windows renames no folder in which something is open.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, FileTimes, Metadata, Permissions};
use std::io::{self, Read as _};
use std::os::windows::fs::{FileTypeExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Component, Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::write::entry::{Entry, Identity, Kind, Moment};

/// `FILE_FLAG_BACKUP_SEMANTICS`, without which no folder is opened, and `FILE_FLAG_OPEN_REPARSE_POINT`, which opens a link
/// itself.
const AS_IT_IS: u32 = 0x0200_0000 | 0x0020_0000;
/// `FILE_ATTRIBUTE_REPARSE_POINT`: links, junctions and mount points.
const REPARSE_POINT: u32 = 0x400;
/// What a file may hold that is read whole.
const MOST_BYTES: u64 = 1 << 30;

/// What is kept of a folder or file.
#[derive(Debug)]
pub struct Attributes {
    permissions: Permissions,
    times: FileTimes,
}

impl Attributes {
    /// Those of an open file.
    pub fn of(file: &File) -> io::Result<Self> {
        let there = file.metadata()?;
        let times = FileTimes::new().set_accessed(there.accessed()?).set_modified(there.modified()?);
        Ok(Attributes { permissions: there.permissions(), times })
    }

    /// Gives another file these.
    ///
    /// # Errors
    ///
    /// The system does not allow it.
    pub fn give(&self, file: &File) -> io::Result<()> {
        file.set_times(self.times)?;
        self.give_access(file)
    }

    /// Gives another file these, but for the times.
    ///
    /// # Errors
    ///
    /// The system does not allow it.
    pub fn give_access(&self, file: &File) -> io::Result<()> {
        file.set_permissions(self.permissions.clone())
    }
}

/// A folder, known by its path and by what tells it from every other.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    identity: Identity,
}

impl Folder {
    /// Opens a folder whose path was resolved before.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = opened(path)?;
        let there = file.metadata()?;
        if !there.is_dir() || there.file_attributes() & REPARSE_POINT != 0 {
            return Err(io::Error::new(io::ErrorKind::NotADirectory, "it is no folder"));
        }
        Ok(Folder { path: path.to_owned(), identity: identity(&file)? })
    }

    /// Opens a folder below this one.
    ///
    /// # Errors
    ///
    /// `CrossesDevices` when it lies on another volume.
    pub fn folder(&self, path: &OsStr) -> io::Result<Self> {
        let folder = Folder::open(&self.at(path)?)?;
        if folder.identity.device == self.identity.device {
            return Ok(folder);
        }
        Err(io::Error::new(io::ErrorKind::CrossesDevices, "it is a mount point, or on another device"))
    }

    /// Another one of this folder.
    pub fn again(&self) -> io::Result<Self> {
        Ok(Folder { path: self.path.clone(), identity: self.identity })
    }

    /// This folder after it was renamed to `name` in `parent`.
    ///
    /// # Errors
    ///
    /// Something else has that name.
    pub fn renamed(&self, parent: &Folder, name: &OsStr) -> io::Result<Self> {
        let there = parent.folder(name)?;
        if there.identity == self.identity { Ok(there) } else { Err(replaced()) }
    }

    /// The path of something below this folder, after a look at each folder on the way.
    fn at(&self, path: &OsStr) -> io::Result<PathBuf> {
        if identity(&opened(&self.path)?)? != self.identity {
            return Err(replaced());
        }
        let mut at = self.path.clone();
        let mut parts = Path::new(path).components().peekable();
        while let Some(part) = parts.next() {
            let Component::Normal(name) = part else { return Err(io::ErrorKind::InvalidInput.into()) };
            at.push(name);
            if parts.peek().is_some() && fs::symlink_metadata(&at)?.file_attributes() & REPARSE_POINT != 0 {
                return Err(io::Error::other("a link lies on the way"));
            }
        }
        Ok(at)
    }

    /// What tells it from every other folder.
    pub fn identity(&self) -> io::Result<Identity> {
        Ok(self.identity)
    }

    /// What it keeps when it is made again.
    pub fn attributes(&self) -> io::Result<Attributes> {
        Attributes::of(&opened(&self.path)?)
    }

    /// Folders keep nothing here: they inherit from the folder above.
    pub fn give(&self, _: &Attributes) -> io::Result<()> {
        Ok(())
    }

    /// Folders keep nothing here: they inherit from the folder above.
    pub fn give_meanwhile(&self, _: &Attributes) -> io::Result<()> {
        Ok(())
    }

    /// Opens a folder below this one, made if it is not there.
    pub fn folder_made(&self, path: &OsStr) -> io::Result<Self> {
        let mut folder = self.again()?;
        for part in Path::new(path).components() {
            folder.make(part.as_os_str(), 0)?;
            folder = folder.folder(part.as_os_str())?;
        }
        Ok(folder)
    }

    /// Makes a folder in this one; one that is there stays.
    pub fn make(&self, name: &OsStr, mode: u32) -> io::Result<()> {
        match self.make_new(name, mode) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
    }

    /// Makes a folder in this one; modes have no meaning here.
    ///
    /// # Errors
    ///
    /// Something has that name.
    pub fn make_new(&self, name: &OsStr, _: u32) -> io::Result<()> {
        fs::create_dir(self.at(name)?)
    }

    /// Makes a file that is not there yet, below this folder.
    pub fn create(&self, path: &OsStr, _: u32) -> io::Result<File> {
        File::options().write(true).create_new(true).open(self.at(path)?)
    }

    /// Opens a file that only we add to, or makes it; and whether it was made.
    pub fn open_or_create(&self, name: &OsStr, _: u32) -> io::Result<(File, bool)> {
        let path = self.at(name)?;
        let mut options = File::options();
        options.read(true).append(true).custom_flags(AS_IT_IS);
        match options.open(&path) {
            Ok(file) => Ok((file, false)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((options.create_new(true).open(&path)?, true)),
            Err(error) => Err(error),
        }
    }

    /// Opens a plain file of this folder for reading; `None` when nothing has that name.
    ///
    /// # Errors
    ///
    /// It is no plain file, or cannot be opened.
    pub fn plain_file(&self, name: &OsStr) -> io::Result<Option<File>> {
        let Some(there) = self.stat(name)? else { return Ok(None) };
        if there.kind != Kind::File {
            return Err(io::Error::other(format!("is {}, not a plain file", there.kind.what())));
        }
        File::options().read(true).custom_flags(AS_IT_IS).open(self.at(name)?).map(Some)
    }

    /// What is in a plain file of this folder; `None` when nothing has that name.
    pub fn bytes(&self, name: &OsStr) -> io::Result<Option<Vec<u8>>> {
        let Some(file) = self.plain_file(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        file.take(MOST_BYTES).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    /// What has that name below this folder, itself and not what it leads to; `None` when nothing has.
    pub fn stat(&self, path: &OsStr) -> io::Result<Option<Entry>> {
        match self.at(path).and_then(|path| opened(&path)) {
            Ok(file) => entry(&file).map(Some),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Names and kinds of what lies in this folder, sorted.
    pub fn entries(&self) -> io::Result<Vec<(OsString, Kind)>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(self.at(OsStr::new(""))?)? {
            let entry = entry?;
            found.push((entry.file_name(), kind(&entry.metadata()?)));
        }
        found.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Ok(found)
    }

    /// Removes what is no folder.
    pub fn remove_file(&self, name: &OsStr) -> io::Result<()> {
        let path = self.at(name)?;
        // A link to a folder is removed as a folder is.
        if fs::symlink_metadata(&path)?.file_type().is_symlink_dir() {
            fs::remove_dir(path)
        } else {
            fs::remove_file(path)
        }
    }

    /// Removes an empty folder.
    pub fn remove_empty(&self, name: &OsStr) -> io::Result<()> {
        fs::remove_dir(self.at(name)?)
    }

    /// Removes a folder of ours with all that is in it, but nothing that a link leads to.
    pub fn remove_tree(&self, name: &OsStr) -> io::Result<()> {
        let folder = self.folder(name)?;
        for (name, kind) in folder.entries()? {
            if kind == Kind::Folder { folder.remove_tree(&name)? } else { folder.remove_file(&name)? }
        }
        self.remove_empty(name)
    }

    /// Folders have no mode that forbids it here.
    pub fn allow_removing(&self) {}

    /// Gives a file of this folder a second name in another.
    ///
    /// # Errors
    ///
    /// `Unsupported` where the file system has no links, and for links themselves.
    pub fn link(&self, name: &OsStr, to: &Folder) -> io::Result<()> {
        /// What file systems without links answer.
        const INVALID_FUNCTION: i32 = 1;
        if self.stat(name)?.is_some_and(|there| there.kind != Kind::File) {
            return Err(io::ErrorKind::Unsupported.into());
        }
        fs::hard_link(self.at(name)?, to.at(name)?).map_err(|error| match error.raw_os_error() {
            Some(INVALID_FUNCTION) => io::ErrorKind::Unsupported.into(),
            _ => error,
        })
    }

    /// Copies a symbolic link; where it leads is nobody's business.
    pub fn copy_link(&self, name: &OsStr, to: &Folder) -> io::Result<()> {
        let (from, to) = (self.at(name)?, to.at(name)?);
        let target = fs::read_link(&from)?;
        if fs::symlink_metadata(&from)?.file_type().is_symlink_dir() {
            std::os::windows::fs::symlink_dir(target, to)
        } else {
            std::os::windows::fs::symlink_file(target, to)
        }
    }

    /// Renames something of this folder to a name of another, in the place of what has it.
    pub fn rename_over(&self, name: &OsStr, to: &Folder, new: &OsStr) -> io::Result<()> {
        fs::rename(self.at(name)?, to.at(new)?)
    }

    /// Renames something of this folder to a name that nothing in another has.
    ///
    /// # Errors
    ///
    /// `AlreadyExists` when something has it.
    pub fn rename_to_nothing(&self, name: &OsStr, to: &Folder, new: &OsStr) -> io::Result<()> {
        if to.stat(new)?.is_some() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.rename_over(name, to, new)
    }

    /// Windows cannot exchange two folders in one step.
    ///
    /// # Errors
    ///
    /// Always `Unsupported`.
    pub fn exchange(&self, _: &OsStr, _: &OsStr) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Writes everything below this folder to the disk, each file by itself.
    pub fn sync_all_below(&self) -> io::Result<()> {
        for (name, kind) in self.entries()? {
            match kind {
                Kind::Folder => self.folder(&name)?.sync_all_below()?,
                Kind::File => match File::options().append(true).open(self.at(&name)?) {
                    // A file of others that nobody may write is not ours to bring to the disk.
                    Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
                    opened => opened?.sync_all()?,
                },
                _ => {}
            }
        }
        Ok(())
    }

    /// Windows writes names to the disk by itself.
    pub fn sync_names(&self) -> io::Result<()> {
        Ok(())
    }
}

fn replaced() -> io::Error {
    io::Error::other("something else lies there meanwhile")
}

/// Opens what lies at a path, be it file, folder or link, only to look at it.
fn opened(path: &Path) -> io::Result<File> {
    File::options().access_mode(0).custom_flags(AS_IT_IS).open(path)
}

fn kind(there: &Metadata) -> Kind {
    let kind = there.file_type();
    match () {
        () if kind.is_symlink() || there.file_attributes() & REPARSE_POINT != 0 => Kind::Link,
        () if kind.is_dir() => Kind::Folder,
        () => Kind::File,
    }
}

fn entry(file: &File) -> io::Result<Entry> {
    let (there, is) = (file.metadata()?, identity(file)?);
    let modified = moment(there.modified()?);
    let Identity { device, inode, .. } = is;
    // The system keeps when attributes changed, and std does not ask for it.
    Ok(Entry { kind: kind(&there), device, inode, bytes: there.len(), modified, changed: modified })
}

fn moment(time: SystemTime) -> Moment {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    (since.as_secs().cast_signed(), since.subsec_nanos().into())
}

/// What tells an open file or folder from every other one.
pub fn identity(file: &File) -> io::Result<Identity> {
    let is = winapi_util::file::information(file)?;
    let born = file.metadata()?.created().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let born = born.map(|time| time.as_nanos());
    Ok(Identity { device: is.volume_serial_number(), inode: is.file_index(), born })
}

/// Volume of what a path leads to, and its number there; `None` when nothing is there.
pub fn place_of(path: &Path) -> Option<(u64, u64)> {
    let file = File::options().access_mode(0).custom_flags(AS_IT_IS).open(path.canonicalize().ok()?).ok()?;
    identity(&file).ok().map(|is| (is.device, is.inode))
}

/// Whether a plain file has no other name. Who owns it is not asked here: whoever may write beside the output could remove it.
pub fn is_ours_alone(file: &File) -> io::Result<bool> {
    Ok(file.metadata()?.is_file() && winapi_util::file::information(file)?.number_of_links() == 1)
}
