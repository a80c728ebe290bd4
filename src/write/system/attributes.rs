//! Mode, owner, times and extended attributes: what a folder or file keeps when it is made again.

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::MetadataExt as _;

use rustix::fs::{Gid, Mode, RawMode, Timespec, Timestamps, Uid, XattrFlags};
use rustix::io::Errno;

/// Whether an attribute is copied: those of users are, and access lists. Labels of the system's policy are given by the
/// system.
#[cfg(target_os = "linux")]
fn is_copied(name: &[u8]) -> bool {
    name.starts_with(b"user.") || name.starts_with(b"system.posix_acl_")
}

/// Whether an attribute is copied. Here those of users have no prefix; where a file came from is noted by the system.
#[cfg(not(target_os = "linux"))]
fn is_copied(name: &[u8]) -> bool {
    !name.is_empty() && name != b"com.apple.provenance"
}

/// What is kept of a folder or file.
#[derive(Debug)]
pub struct Attributes {
    mode: u32,
    user: u32,
    group: u32,
    times: Timestamps,
    extended: Vec<(Vec<u8>, Vec<u8>)>,
}

impl Attributes {
    /// Those of an open folder or file.
    pub fn of(file: &File) -> io::Result<Self> {
        let there = file.metadata()?;
        let time = |seconds, nanos| Timespec { tv_sec: seconds, tv_nsec: nanos };
        Ok(Attributes {
            mode: there.mode() & 0o7777,
            user: there.uid(),
            group: there.gid(),
            times: Timestamps {
                last_access: time(there.atime(), there.atime_nsec()),
                last_modification: time(there.mtime(), there.mtime_nsec()),
            },
            extended: extended(file)?,
        })
    }

    /// Gives another one these.
    ///
    /// # Errors
    ///
    /// The system does not allow it, as another owner to anyone but the administrator.
    pub fn give(&self, file: &File) -> io::Result<()> {
        self.give_access(file)?;
        Ok(rustix::fs::futimens(file, &self.times)?)
    }

    /// Gives another one these, but for the times.
    ///
    /// # Errors
    ///
    /// As with `give`.
    pub fn give_access(&self, file: &File) -> io::Result<()> {
        self.give_owner(file)?;
        rustix::fs::fchmod(file, Mode::from_raw_mode(self.mode as RawMode))?;
        for (name, value) in &self.extended {
            rustix::fs::fsetxattr(file, OsStr::from_bytes(name), value, XattrFlags::empty())?;
        }
        Ok(())
    }

    /// Gives a folder that is still being filled owner and mode, so that what is made in it inherits what it should; we may
    /// write in it whatever the mode.
    pub fn give_meanwhile(&self, folder: &File) -> io::Result<()> {
        self.give_owner(folder)?;
        Ok(rustix::fs::fchmod(folder, Mode::from_raw_mode((self.mode | 0o700) as RawMode))?)
    }

    fn give_owner(&self, file: &File) -> io::Result<()> {
        let there = file.metadata()?;
        if (there.uid(), there.gid()) == (self.user, self.group) {
            return Ok(());
        }
        let user = (there.uid() != self.user).then(|| Uid::from_raw(self.user));
        rustix::fs::fchown(file, user, Some(Gid::from_raw(self.group))).map_err(|error| {
            let (user, group) = (self.user, self.group);
            let words = format!("its owner {user}:{group} cannot be kept ({})", io::Error::from(error));
            io::Error::new(io::ErrorKind::PermissionDenied, words)
        })
    }
}

fn extended(file: &File) -> io::Result<Vec<(Vec<u8>, Vec<u8>)>> {
    let mut names = vec![0; 64 * 1024];
    let length = match rustix::fs::flistxattr(file, names.as_mut_slice()) {
        Ok(length) => length,
        Err(Errno::NOTSUP | Errno::NOSYS) => 0,
        Err(error) => return Err(error.into()),
    };
    let copied = names[..length].split(|byte| *byte == 0).filter(|name| is_copied(name));
    copied
        .map(|name| {
            let mut value = vec![0; 64 * 1024];
            let length = rustix::fs::fgetxattr(file, OsStr::from_bytes(name), value.as_mut_slice())?;
            value.truncate(length);
            Ok((name.to_vec(), value))
        })
        .collect()
}
