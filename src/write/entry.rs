//! What lies in a folder, and what tells it from everything else, on any system.

use crate::read::stamp::Stamp;

pub use crate::read::stamp::Moment;

/// What kind of thing something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, or what the system has instead.
    Link,
    /// A named pipe.
    Pipe,
    /// A socket.
    Socket,
    /// A device.
    Device,
}

impl Kind {
    /// The kind in words.
    pub fn what(self) -> &'static str {
        match self {
            Kind::File => "a file",
            Kind::Folder => "a folder",
            Kind::Link => "a symbolic link",
            Kind::Pipe => "a named pipe",
            Kind::Socket => "a socket",
            Kind::Device => "a device",
        }
    }
}

/// What tells a folder or file from every other one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    /// The device it is on: the volume.
    pub device: u64,
    /// Its number there.
    pub inode: u64,
    /// Nanoseconds since 1970; `None` where the file system keeps no time of birth.
    pub born: Option<u128>,
}

/// Something in a folder, itself and not what it leads to.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// The device it is on.
    pub device: u64,
    /// Its number there.
    pub inode: u64,
    /// How long it is.
    pub bytes: u64,
    /// When its content changed last.
    pub modified: Moment,
    /// When content or attributes changed last.
    pub changed: Moment,
}

impl Entry {
    /// What tells this state of it from others.
    pub fn stamp(&self) -> Stamp {
        Stamp { inode: self.inode, bytes: self.bytes, modified: self.modified, changed: self.changed }
    }

    /// Whether it is the thing of that identity.
    pub fn is(&self, identity: Identity) -> bool {
        (self.device, self.inode) == (identity.device, identity.inode)
    }

    /// Whether both are the same thing by two names.
    pub fn is_same(&self, other: &Entry) -> bool {
        (self.device, self.inode) == (other.device, other.inode)
    }
}
