//! A folder that is held open. What lies in it is opened, made and removed by name from there: never through a symbolic
//! link, never across a mount point, whatever happens meanwhile to the path that led to it.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read as _};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Component, Path};

use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags, RawMode, Stat};
use rustix::io::Errno;

/// How folders are opened.
const FOLDER: OFlags = OFlags::DIRECTORY.union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);
/// How files are opened: a pipe or a device that took a file's place does not hold us up.
pub const FILE: OFlags = OFlags::NOFOLLOW.union(OFlags::NONBLOCK).union(OFlags::CLOEXEC);
/// What a file may hold that is read whole.
const MOST_BYTES: u64 = 1 << 30;

/// An open folder.
#[derive(Debug)]
pub struct Folder {
    /// Its handle.
    pub handle: File,
    device: u64,
}

impl Folder {
    /// Opens a folder whose path was resolved before.
    pub fn open(path: &Path) -> io::Result<Self> {
        Self::of(rustix::fs::open(path, FOLDER, Mode::empty())?.into())
    }

    fn of(handle: File) -> io::Result<Self> {
        let device = handle.metadata()?.dev();
        Ok(Folder { handle, device })
    }

    /// Opens a folder below this one.
    ///
    /// # Errors
    ///
    /// `CrossesDevices` when it is, or lies below, a mount point.
    pub fn folder(&self, path: &OsStr) -> io::Result<Self> {
        let crosses = || io::Error::new(io::ErrorKind::CrossesDevices, "it is a mount point, or on another device");
        match open_below(&self.handle, path, FOLDER, Mode::empty()) {
            Ok(handle) => Some(Self::of(handle)?).filter(|folder| folder.device == self.device).ok_or_else(crosses),
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => Err(crosses()),
            Err(error) => Err(error),
        }
    }

    /// Another handle of this folder.
    pub fn again(&self) -> io::Result<Self> {
        Ok(Folder { handle: self.handle.try_clone()?, device: self.device })
    }

    /// Opens a folder below this one, made if it is not there.
    pub fn folder_made(&self, path: &OsStr) -> io::Result<Self> {
        match self.folder(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            opened => return opened,
        }
        let path = Path::new(path);
        let name = path.file_name().unwrap_or_default();
        match path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            Some(parent) => self.folder_made(parent.as_os_str())?.make(name, 0o755)?,
            None => self.make(name, 0o755)?,
        }
        self.folder(path.as_os_str())
    }

    /// Makes a folder in this one; one that is there stays.
    pub fn make(&self, name: &OsStr, mode: u32) -> io::Result<()> {
        match rustix::fs::mkdirat(&self.handle, name, Mode::from_raw_mode(mode as RawMode)) {
            Ok(()) | Err(Errno::EXIST) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes a file that is not there yet, below this folder.
    pub fn create(&self, path: &OsStr, mode: u32) -> io::Result<File> {
        let flags = FILE | OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL;
        open_below(&self.handle, path, flags, Mode::from_raw_mode(mode as RawMode))
    }

    /// Opens a file that only we add to, or makes it; and whether it was made.
    pub fn open_or_create(&self, name: &OsStr, mode: u32) -> io::Result<(File, bool)> {
        let flags = FILE | OFlags::RDWR | OFlags::APPEND;
        match open_below(&self.handle, name, flags, Mode::empty()) {
            Ok(file) => Ok((file, false)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let flags = flags | OFlags::CREATE | OFlags::EXCL;
                Ok((open_below(&self.handle, name, flags, Mode::from_raw_mode(mode as RawMode))?, true))
            }
            Err(error) => Err(error),
        }
    }

    /// Opens a plain file of this folder for reading; `None` when nothing has that name.
    ///
    /// # Errors
    ///
    /// It is no plain file, or cannot be opened.
    pub fn plain_file(&self, name: &OsStr) -> io::Result<Option<File>> {
        let Some(stat) = self.stat(name)? else { return Ok(None) };
        let not_plain = || io::Error::other(format!("is {}, not a plain file", what(kind(&stat))));
        if kind(&stat) != FileType::RegularFile {
            return Err(not_plain());
        }
        let file = open_below(&self.handle, name, FILE | OFlags::RDONLY, Mode::empty())?;
        if file.metadata()?.is_file() { Ok(Some(file)) } else { Err(not_plain()) }
    }

    /// What is in a plain file of this folder; `None` when nothing has that name.
    pub fn bytes(&self, name: &OsStr) -> io::Result<Option<Vec<u8>>> {
        let Some(file) = self.plain_file(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        file.take(MOST_BYTES).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    /// What has that name below this folder, itself and not what it leads to; `None` when nothing has.
    pub fn stat(&self, path: &OsStr) -> io::Result<Option<Stat>> {
        match rustix::fs::statat(&self.handle, path, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(stat)),
            Err(Errno::NOENT | Errno::NOTDIR) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Names and kinds of what lies in this folder, sorted.
    pub fn entries(&self) -> io::Result<Vec<(OsString, FileType)>> {
        let mut found = Vec::new();
        for entry in Dir::read_from(&self.handle)? {
            let entry = entry?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            if matches!(name.as_bytes(), b"." | b"..") {
                continue;
            }
            let known = Some(entry.file_type()).filter(|kind| *kind != FileType::Unknown);
            let asked = || Ok::<_, io::Error>(self.stat(name)?.as_ref().map(kind));
            if let Some(kind) = known.map_or_else(asked, |kind| Ok(Some(kind)))? {
                found.push((name.to_owned(), kind));
            }
        }
        found.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Ok(found)
    }

    /// Removes what is no folder.
    pub fn remove_file(&self, name: &OsStr) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.handle, name, AtFlags::empty())?)
    }

    /// Removes an empty folder.
    pub fn remove_empty(&self, name: &OsStr) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.handle, name, AtFlags::REMOVEDIR)?)
    }

    /// Removes a folder of ours with all that is in it, but nothing beyond a mount point.
    pub fn remove_tree(&self, name: &OsStr) -> io::Result<()> {
        let folder = self.folder(name)?;
        folder.allow_removing();
        for (name, kind) in folder.entries()? {
            if kind == FileType::Directory { folder.remove_tree(&name)? } else { folder.remove_file(&name)? }
        }
        self.remove_empty(name)
    }

    /// What is removed is ours, whatever its mode says about writing; who may not change that is told when removing fails.
    pub fn allow_removing(&self) {
        let mode = self.handle.metadata().map_or(0o777, |there| there.mode() & 0o7777);
        if mode & 0o300 != 0o300 {
            let _ = rustix::fs::fchmod(&self.handle, Mode::from_raw_mode((mode | 0o700) as RawMode));
        }
    }
}

/// Opens what lies below a folder. `openat2` refuses links and mount points on the way; where the system does not know it,
/// each folder is opened by itself.
fn open_below(folder: &File, path: &OsStr, flags: OFlags, mode: Mode) -> io::Result<File> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::ResolveFlags;
        let resolve = ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_XDEV;
        match rustix::fs::openat2(folder, path, flags, mode, resolve) {
            Ok(handle) => return Ok(handle.into()),
            // Too old, or forbidden by a sandbox.
            Err(Errno::NOSYS | Errno::PERM) => {}
            Err(error) => return Err(error.into()),
        }
    }
    open_step_by_step(folder, path, flags, mode)
}

/// Opens what lies below a folder, with each folder on the way opened by itself.
pub fn open_step_by_step(folder: &File, path: &OsStr, flags: OFlags, mode: Mode) -> io::Result<File> {
    let names: Vec<&OsStr> = Path::new(path)
        .components()
        .map(|part| match part {
            Component::Normal(name) => Ok(name),
            _ => Err(io::Error::from(Errno::INVAL)),
        })
        .collect::<io::Result<_>>()?;
    let (last, above) = names.split_last().ok_or(io::Error::from(Errno::INVAL))?;
    let mut handle: Option<File> = None;
    for name in above {
        let next = rustix::fs::openat(handle.as_ref().unwrap_or(folder), *name, FOLDER, Mode::empty())?;
        handle = Some(next.into());
    }
    let opened: File = rustix::fs::openat(handle.as_ref().unwrap_or(folder), *last, flags, mode)?.into();
    if opened.metadata()?.dev() == folder.metadata()?.dev() { Ok(opened) } else { Err(Errno::XDEV.into()) }
}

/// What kind of thing was found.
pub fn kind(stat: &Stat) -> FileType {
    FileType::from_raw_mode(stat.st_mode)
}

/// The kind in words.
pub fn what(kind: FileType) -> &'static str {
    match kind {
        FileType::Symlink => "a symbolic link",
        FileType::Directory => "a folder",
        FileType::Fifo => "a named pipe",
        FileType::Socket => "a socket",
        FileType::CharacterDevice | FileType::BlockDevice => "a device",
        _ => "a file",
    }
}
