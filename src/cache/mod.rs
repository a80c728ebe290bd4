//! Cache: what earlier runs made of a site, so that it need not be made again.
//!
//! In:  a folder of the user's, or one that was asked for.
//! Out: [`Cache`](remembered::Cache): which versions of images stand in the output, each by what it was made of, with the SHA-256 of its bytes;
//!      [`Build`](build::Build): what each file of the output read, and what that came to.
//!
//! It holds hashes, names and paths only. The bytes come from the output, where their SHA-256 is that of the cache: what somebody
//! changed there is made anew. Deleting it is always safe, and what is damaged counts as deleted.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "of the shell: it touches the world for the core"
)]

pub mod folder;
pub mod remembered;
pub mod program;
pub mod build;
pub mod inputs;
pub mod sink;
pub mod again;

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::Path;

/// Writes a file of the cache in one step: a run that reads meanwhile finds the old or the new.
fn replace(file: &Path, write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> io::Result<()> {
    std::fs::create_dir_all(file.parent().unwrap_or(file))?;
    let mut new = OsString::from(file);
    new.push(format!(".{}.new", std::process::id()));
    let written = File::create(&new).and_then(|mut made| write(&mut made)).and_then(|()| std::fs::rename(&new, file));
    if written.is_err() {
        let _ = std::fs::remove_file(&new);
    }
    written
}
