//! The folder of a site, held open: its files are found from there, which spares the system the way to it for each of them.

#[cfg(unix)]
pub use unix::Held;

/// Files are opened by their paths here.
#[cfg(not(unix))]
#[derive(Debug, Clone)]
pub enum Held {}

#[cfg(not(unix))]
mod other {
    use std::fs::File;
    use std::io;
    use std::path::Path;

    use crate::read::held::Held;
    use crate::read::stamp::Stamp;

    impl Held {
        /// None.
        pub fn of(_: &Path) -> Option<Self> {
            None
        }

        /// There is none.
        pub fn opened(&self, _: &str) -> io::Result<File> {
            match *self {}
        }

        /// There is none.
        pub fn stamp(&self, _: &str) -> Option<Stamp> {
            match *self {}
        }
    }
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io;
    use std::os::fd::OwnedFd;
    use std::path::Path;
    use std::sync::Arc;

    use rustix::fs::{AtFlags, FileType, Mode, OFlags};

    use crate::read::stamp::Stamp;

    /// A folder that is open.
    #[derive(Debug, Clone)]
    pub struct Held(Arc<OwnedFd>);

    impl Held {
        /// Opens a folder; `None`: it cannot be held.
        pub fn of(root: &Path) -> Option<Self> {
            let flags = OFlags::DIRECTORY | OFlags::RDONLY | OFlags::CLOEXEC;
            Some(Held(Arc::new(rustix::fs::open(root, flags, Mode::empty()).ok()?)))
        }

        /// Opens a file below it, without waiting for whoever writes into a pipe.
        ///
        /// # Errors
        ///
        /// It cannot be opened.
        pub fn opened(&self, path: &str) -> io::Result<File> {
            let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
            Ok(File::from(rustix::fs::openat(&self.0, path, flags, Mode::empty())?))
        }

        /// What the system says of a file below it; `None` when there is no ordinary one.
        pub fn stamp(&self, path: &str) -> Option<Stamp> {
            let there = rustix::fs::statat(&self.0, path, AtFlags::empty()).ok()?;
            (FileType::from_raw_mode(there.st_mode) == FileType::RegularFile).then(|| Stamp::of_stat(&there))
        }
    }
}
