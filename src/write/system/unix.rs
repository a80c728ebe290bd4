//! A folder that is held open, on Linux and macOS. What lies in it is opened, made and removed by name from there: never through a symbolic
//! link, never across a mount point, whatever happens meanwhile to the path that led to it.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read as _};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Component, Path};
use std::time::UNIX_EPOCH;

use rustix::fs::{AtFlags, Dir, FileType, Gid, Mode, OFlags, RawMode, RenameFlags, Stat, Timespec, Timestamps, Uid};
use rustix::io::Errno;

use crate::read::stamp::Stamp;
use crate::write::entry::{Entry, Identity, Kind};
use crate::write::system::attributes::Attributes;

/// How folders are opened.
const FOLDER: OFlags = OFlags::DIRECTORY.union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);
/// How files are opened: a pipe or a device that took a file's place does not hold us up.
const FILE: OFlags = OFlags::NOFOLLOW.union(OFlags::NONBLOCK).union(OFlags::CLOEXEC);
/// What a file may hold that is read whole.
const MOST_BYTES: u64 = 1 << 30;

/// An open folder.
#[derive(Debug)]
pub struct Folder {
    handle: File,
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

    /// This folder after it was renamed to `name` in `parent`: a handle goes with it.
    pub fn renamed(&self, _: &Folder, _: &OsStr) -> io::Result<Self> {
        self.again()
    }

    /// What tells it from every other folder.
    pub fn identity(&self) -> io::Result<Identity> {
        identity(&self.handle)
    }

    /// What it keeps when it is made again.
    pub fn attributes(&self) -> io::Result<Attributes> {
        Attributes::of(&self.handle)
    }

    /// Gives it the attributes of another.
    ///
    /// # Errors
    ///
    /// The system does not allow it.
    pub fn give(&self, attributes: &Attributes) -> io::Result<()> {
        attributes.give(&self.handle)
    }

    /// Gives it, while it is still being filled, those that what is made in it inherits.
    ///
    /// # Errors
    ///
    /// The system does not allow it.
    pub fn give_meanwhile(&self, attributes: &Attributes) -> io::Result<()> {
        attributes.give_meanwhile(&self.handle)
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

    /// Makes a folder in this one.
    ///
    /// # Errors
    ///
    /// Something has that name.
    pub fn make_new(&self, name: &OsStr, mode: u32) -> io::Result<()> {
        Ok(rustix::fs::mkdirat(&self.handle, name, Mode::from_raw_mode(mode as RawMode))?)
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
        let Some(there) = self.stat(name)? else { return Ok(None) };
        let not_plain = || io::Error::other(format!("is {}, not a plain file", there.kind.what()));
        if there.kind != Kind::File {
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
    pub fn stat(&self, path: &OsStr) -> io::Result<Option<Entry>> {
        Ok(self.raw(path)?.as_ref().map(entry))
    }

    fn raw(&self, path: &OsStr) -> io::Result<Option<Stat>> {
        match rustix::fs::statat(&self.handle, path, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(stat)),
            Err(Errno::NOENT | Errno::NOTDIR) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Names and kinds of what lies in this folder, sorted.
    pub fn entries(&self) -> io::Result<Vec<(OsString, Kind)>> {
        let mut found = Vec::new();
        for entry in Dir::read_from(&self.handle)? {
            let entry = entry?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            if matches!(name.as_bytes(), b"." | b"..") {
                continue;
            }
            let known = Some(entry.file_type()).filter(|kind| *kind != FileType::Unknown).map(kind);
            let asked = || Ok::<_, io::Error>(self.stat(name)?.map(|there| there.kind));
            if let Some(kind) = known.map_or_else(asked, |kind| Ok(Some(kind)))? {
                found.push((name.to_owned(), kind));
            }
        }
        found.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Ok(found)
    }

    /// Gives a file of this folder a second name in another.
    ///
    /// # Errors
    ///
    /// `PermissionDenied`, `TooManyLinks`, `Unsupported` or `CrossesDevices` where the system does not do that with this file.
    pub fn link(&self, name: &OsStr, to: &Folder) -> io::Result<()> {
        Ok(rustix::fs::linkat(&self.handle, name, &to.handle, name, AtFlags::empty())?)
    }

    /// Copies a symbolic link with owner and times; where it leads is nobody's business.
    pub fn copy_link(&self, name: &OsStr, to: &Folder) -> io::Result<()> {
        let there = self.raw(name)?.ok_or(io::ErrorKind::NotFound)?;
        let target = rustix::fs::readlinkat(&self.handle, name, Vec::new())?;
        rustix::fs::symlinkat(target.as_c_str(), &to.handle, name)?;
        let owner = (Some(Uid::from_raw(there.st_uid)), Some(Gid::from_raw(there.st_gid)));
        rustix::fs::chownat(&to.handle, name, owner.0, owner.1, AtFlags::SYMLINK_NOFOLLOW)?;
        // Nanoseconds are of another type on each system.
        let accessed = i64::try_from(there.st_atime_nsec).unwrap_or_default();
        let modified = i64::try_from(there.st_mtime_nsec).unwrap_or_default();
        let times = Timestamps {
            last_access: Timespec { tv_sec: there.st_atime, tv_nsec: accessed },
            last_modification: Timespec { tv_sec: there.st_mtime, tv_nsec: modified },
        };
        Ok(rustix::fs::utimensat(&to.handle, name, &times, AtFlags::SYMLINK_NOFOLLOW)?)
    }

    /// Renames something of this folder to a name of another, in the place of what has it.
    pub fn rename_over(&self, name: &OsStr, to: &Folder, new: &OsStr) -> io::Result<()> {
        Ok(rustix::fs::renameat(&self.handle, name, &to.handle, new)?)
    }

    /// Renames something of this folder to a name that nothing in another has.
    ///
    /// # Errors
    ///
    /// `AlreadyExists` when something has it.
    pub fn rename_to_nothing(&self, name: &OsStr, to: &Folder, new: &OsStr) -> io::Result<()> {
        match rustix::fs::renameat_with(&self.handle, name, &to.handle, new, RenameFlags::NOREPLACE) {
            Ok(()) => Ok(()),
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {
                if to.stat(new)?.is_some() {
                    return Err(io::ErrorKind::AlreadyExists.into());
                }
                self.rename_over(name, to, new)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Exchanges two folders of this one in one step.
    ///
    /// # Errors
    ///
    /// `Unsupported` where the system or the file system cannot.
    pub fn exchange(&self, one: &OsStr, other: &OsStr) -> io::Result<()> {
        rustix::fs::renameat_with(&self.handle, one, &self.handle, other, RenameFlags::EXCHANGE).map_err(|error| {
            let cannot = matches!(error, Errno::INVAL | Errno::NOSYS | Errno::NOTSUP);
            if cannot { io::ErrorKind::Unsupported.into() } else { error.into() }
        })
    }

    /// Writes everything below this folder to the disk: one call for its whole file system.
    #[cfg(target_os = "linux")]
    pub fn sync_all_below(&self) -> io::Result<()> {
        Ok(rustix::fs::syncfs(&self.handle)?)
    }

    /// Writes everything below this folder to the disk, each file and folder by itself.
    #[cfg(not(target_os = "linux"))]
    pub fn sync_all_below(&self) -> io::Result<()> {
        for (name, kind) in self.entries()? {
            match kind {
                Kind::Folder => self.folder(&name)?.sync_all_below()?,
                Kind::File => self.plain_file(&name)?.map_or(Ok(()), |file| file.sync_all())?,
                _ => {}
            }
        }
        self.handle.sync_all()
    }

    /// Writes to the disk which names this folder holds.
    pub fn sync_names(&self) -> io::Result<()> {
        match self.handle.sync_all() {
            // Some file systems cannot do this with a folder.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
            done => done,
        }
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
            if kind == Kind::Folder { folder.remove_tree(&name)? } else { folder.remove_file(&name)? }
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
fn open_step_by_step(folder: &File, path: &OsStr, flags: OFlags, mode: Mode) -> io::Result<File> {
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

fn kind(kind: FileType) -> Kind {
    match kind {
        FileType::Symlink => Kind::Link,
        FileType::Directory => Kind::Folder,
        FileType::Fifo => Kind::Pipe,
        FileType::Socket => Kind::Socket,
        FileType::CharacterDevice | FileType::BlockDevice => Kind::Device,
        _ => Kind::File,
    }
}

#[expect(clippy::useless_conversion, reason = "a device is of another type on macOS")]
fn entry(stat: &Stat) -> Entry {
    let Stamp { inode, bytes, modified, changed } = Stamp::of_stat(stat);
    let device = u64::try_from(stat.st_dev).unwrap_or_default();
    Entry { kind: kind(FileType::from_raw_mode(stat.st_mode)), device, inode, bytes, modified, changed }
}

/// What tells an open file or folder from every other one.
pub fn identity(file: &File) -> io::Result<Identity> {
    let there = file.metadata()?;
    let born = there.created().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Ok(Identity { device: there.dev(), inode: there.ino(), born: born.map(|time| time.as_nanos()) })
}

/// Device and number of what a path leads to, which is not opened: it may be a pipe. `None` when nothing is there.
pub fn place_of(path: &Path) -> Option<(u64, u64)> {
    path.metadata().ok().map(|there| (there.dev(), there.ino()))
}

/// Whether a plain file belongs to whoever runs this, and has no other name.
pub fn is_ours_alone(file: &File) -> io::Result<bool> {
    let there = file.metadata()?;
    Ok(there.is_file() && there.nlink() == 1 && there.uid() == rustix::process::geteuid().as_raw())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn where_the_system_helps_less_links_are_not_followed_either() {
        let root = std::env::temp_dir().join(format!("prospectus-write-{}-steps", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("a/b")).expect("can be made");
        fs::write(root.join("a/b/c"), "x").expect("can be written");
        std::os::unix::fs::symlink("a", root.join("link")).expect("can be made");
        std::os::unix::fs::symlink("b/c", root.join("a/last")).expect("can be made");
        let top = Folder::open(&root).expect("opens");

        let open = |path: &str| open_step_by_step(&top.handle, path.as_ref(), FILE, Mode::empty());

        assert!(open("a/b/c").is_ok());
        for path in ["link/b/c", "a/last", "a/../a/b/c", "/etc/passwd", ""] {
            assert!(open(path).is_err(), "{path}");
        }
        let _ = fs::remove_dir_all(root);
    }
}
