//! What was written reaches the disk before the exchange: after a power cut the old or the new site stands, too.

use std::io;

use crate::write::folder::Folder;

/// Writes everything below a folder to the disk: one call for its whole file system.
#[cfg(target_os = "linux")]
pub fn all_below(folder: &Folder) -> io::Result<()> {
    Ok(rustix::fs::syncfs(&folder.handle)?)
}

/// Writes everything below a folder to the disk, each file and folder by itself.
#[cfg(not(target_os = "linux"))]
pub fn all_below(folder: &Folder) -> io::Result<()> {
    for (name, kind) in folder.entries()? {
        match kind {
            rustix::fs::FileType::Directory => all_below(&folder.folder(&name)?)?,
            rustix::fs::FileType::RegularFile => {
                if let Some(file) = folder.plain_file(&name)? {
                    file.sync_all()?;
                }
            }
            _ => {}
        }
    }
    folder.handle.sync_all()
}

/// Writes to the disk which names a folder holds.
pub fn names(folder: &Folder) -> io::Result<()> {
    match folder.handle.sync_all() {
        // Some file systems cannot do this with a folder.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}
