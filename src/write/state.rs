//! `.NAME.prospectus-state` beside the output: which folders beside it are ours, and the lock that one run at a time holds.
//!
//! A folder is ours if this file names its device, inode and time of birth, and the file is ours if it names its own: no
//! repository and no archive can deliver that. Lines are only added; the file is removed when nothing of ours is left beside the output.

use std::ffi::{OsStr, OsString};
use std::fs::{File, Metadata, TryLockError};
use std::hash::{BuildHasher as _, RandomState};
use std::io::{ErrorKind, Read as _, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context as _, bail};
use rustix::fs::FileType;

use crate::write::folder::{Folder, kind, what};
use crate::write::place;

/// Beginning of the first line of the file; what tells the file itself follows.
const HEADER: &str = "prospectus state 1";
/// What the file may hold; what is longer is not ours.
const MOST_BYTES: u64 = 1 << 20;

/// What tells a folder from every other one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    device: u64,
    inode: u64,
    /// Nanoseconds since 1970; `None` where the file system keeps no time of birth.
    born: Option<u128>,
}

impl Identity {
    /// That of an open folder.
    pub fn of(folder: &Folder) -> anyhow::Result<Self> {
        Ok(Self::from(&folder.handle.metadata()?))
    }

    fn to_text(self) -> String {
        let born = self.born.map_or_else(|| "-".to_owned(), |born| born.to_string());
        format!("{} {} {born}", self.device, self.inode)
    }

    fn parse(device: &str, inode: &str, born: &str) -> Option<Self> {
        let born = if born == "-" { None } else { Some(born.parse().ok()?) };
        Some(Identity { device: device.parse().ok()?, inode: inode.parse().ok()?, born })
    }
}

impl From<&Metadata> for Identity {
    fn from(there: &Metadata) -> Self {
        let born = there.created().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Identity { device: there.dev(), inode: there.ino(), born: born.map(|time| time.as_nanos()) }
    }
}

/// What a folder of ours is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A site that was being written: nothing but what stands in the output, or less.
    New,
    /// A site that stood in the output: files of others may lie in it.
    Old,
}

/// A folder beside the output that the file names.
#[derive(Debug)]
struct Known {
    name: OsString,
    /// `None`: it was about to be made.
    is: Option<(Role, Identity)>,
}

/// The open and locked state file.
#[derive(Debug)]
pub struct State {
    /// `.NAME.prospectus-`, which all names of ours begin with.
    prefix: OsString,
    shown: PathBuf,
    file: File,
    known: Vec<Known>,
}

impl State {
    /// Opens the state beside the output called `name`, and keeps other runs away until it is dropped.
    ///
    /// # Errors
    ///
    /// Something that is not ours has its name; another run is at work.
    pub fn take(parent: &Folder, shown: &Path, name: &OsStr) -> anyhow::Result<Self> {
        let mut prefix = OsString::from(".");
        prefix.push(name);
        prefix.push(".prospectus-");
        let own = with(&prefix, "state");
        let path = shown.join(&own);
        let (file, is_new) = locked(parent, &own, &path)?;
        let known = if is_new { Some(Vec::new()) } else { read(&file)? };
        let Some(mut known) = known else { bail!(not_ours(&path, FileType::RegularFile)) };
        known.iter_mut().for_each(|one| one.name = with(&prefix, &one.name));
        Ok(State { prefix, shown: shown.to_owned(), file, known })
    }

    /// What lies beside the output with a name like ours: what it is, `None` when it is not ours.
    pub fn beside(&self, parent: &Folder) -> anyhow::Result<Vec<(OsString, FileType, Option<Role>)>> {
        let own = with(&self.prefix, "state");
        let mut found = Vec::new();
        for (name, kind) in parent.entries()? {
            if name != own && name.as_encoded_bytes().starts_with(self.prefix.as_encoded_bytes()) {
                let role = if kind == FileType::Directory { self.role(parent, &name)? } else { None };
                found.push((name, kind, role));
            }
        }
        Ok(found)
    }

    /// Whose a folder beside the output is; `None` when it is not ours.
    fn role(&self, parent: &Folder, name: &OsStr) -> anyhow::Result<Option<Role>> {
        let mut known = self.known.iter().filter(|known| known.name == name).peekable();
        if known.peek().is_none() {
            return Ok(None);
        }
        let Ok(folder) = parent.folder(name) else { return Ok(None) };
        let identity = Identity::of(&folder)?;
        // A run that ended between making a folder and saying so left an empty one.
        let is_empty = folder.entries()?.is_empty();
        let mut roles = known.filter_map(|known| match known.is {
            Some((role, is)) => (is == identity).then_some(role),
            None => is_empty.then_some(Role::New),
        });
        Ok(roles.next())
    }

    /// Makes a folder for a new site, under a name that nobody knew.
    pub fn make_stage(&mut self, parent: &Folder, mode: u32) -> anyhow::Result<(OsString, Folder)> {
        let name = self.fresh("stage");
        self.note(&name, None)?;
        rustix::fs::mkdirat(
            &parent.handle,
            name.as_os_str(),
            rustix::fs::Mode::from_raw_mode(mode as rustix::fs::RawMode),
        )
        .with_context(|| format!("cannot create {}", self.shown.join(&name).display()))?;
        let folder = parent.folder(&name)?;
        self.note(&name, Some((Role::New, Identity::of(&folder)?)))?;
        Ok((name, folder))
    }

    /// A name beside the output that nobody knew.
    pub fn fresh(&self, what: &str) -> OsString {
        // The keys of `RandomState` come from the system's source of randomness.
        with(&self.prefix, format!("{what}-{:016x}", RandomState::new().hash_one(what)))
    }

    /// Notes that the site of `identity`, which stands in the output, will lie beside it as `name`.
    pub fn will_be_old(&mut self, name: &OsStr, identity: Identity) -> anyhow::Result<()> {
        self.note(name, Some((Role::Old, identity)))
    }

    /// Writes what was noted to the disk.
    pub fn sync(&self) -> std::io::Result<()> {
        self.file.sync_all()
    }

    /// Removes the file, unless something of ours is left beside the output.
    pub fn release(&self, parent: &Folder) {
        let is_left = self.beside(parent).is_ok_and(|found| found.iter().any(|(.., role)| role.is_some()));
        let own = with(&self.prefix, "state");
        let inode = self.file.metadata().map(|ours| ours.ino()).ok();
        let is_ours = parent.stat(&own).ok().flatten().is_some_and(|there| Some(there.st_ino) == inode);
        if !is_left && is_ours {
            let _ = parent.remove_file(&own);
        }
    }

    /// One line in one call, so that a kill leaves it whole or not there.
    fn note(&mut self, name: &OsStr, is: Option<(Role, Identity)>) -> anyhow::Result<()> {
        let suffix = &name.as_encoded_bytes()[self.prefix.len()..];
        let suffix = String::from_utf8_lossy(suffix);
        let mut line = match is {
            None => format!("make {suffix}\n"),
            Some((Role::New, identity)) => format!("new {suffix} {}\n", identity.to_text()),
            Some((Role::Old, identity)) => format!("old {suffix} {}\n", identity.to_text()),
        };
        let there = self.file.metadata()?;
        let before = there.len();
        if before == 0 {
            line.insert_str(0, &header(&there));
        }
        let path = self.shown.join(with(&self.prefix, "state"));
        if let Err(error) = self.file.write_all(line.as_bytes()) {
            let _ = self.file.set_len(before);
            return Err(error).with_context(|| format!("cannot write {}", path.display()));
        }
        self.known.push(Known { name: name.to_owned(), is });
        Ok(())
    }
}

/// The open and locked file, and whether it was made.
fn locked(parent: &Folder, name: &OsStr, path: &Path) -> anyhow::Result<(File, bool)> {
    loop {
        if let Some(there) = parent.stat(name)?
            && kind(&there) != FileType::RegularFile
        {
            bail!(not_ours(path, kind(&there)));
        }
        let (file, is_new) = match parent.open_or_create(name, 0o600) {
            // Another run was quicker.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
            opened => opened.with_context(|| format!("cannot write {}", path.display()))?,
        };
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => {
                bail!("another run is writing this site ({} is locked)", path.display())
            }
            // Some network file systems know no locks.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        // The run before may have removed the file between our opening and locking it.
        let inode = file.metadata()?.ino();
        if parent.stat(name)?.is_some_and(|there| there.st_ino == inode) {
            return Ok((file, is_new));
        }
    }
}

/// The folders that a state file names, as suffixes still; `None` when it is not ours.
fn read(file: &File) -> anyhow::Result<Option<Vec<Known>>> {
    let there = file.metadata()?;
    let is_ours = there.is_file()
        && there.nlink() == 1
        && there.uid() == rustix::process::geteuid().as_raw()
        && there.len() <= MOST_BYTES;
    if !is_ours || there.len() == 0 {
        return Ok(is_ours.then(Vec::new));
    }
    let mut bytes = Vec::new();
    file.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(std::str::from_utf8(&bytes).ok().and_then(|text| text.strip_prefix(&header(&there))).map(|lines| {
        // A line that a full disk cut off names nothing.
        lines.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')).filter_map(parse).collect()
    }))
}

/// The first line: a file that came from elsewhere has another one.
fn header(there: &Metadata) -> String {
    format!("{HEADER} {}\n", Identity::from(there).to_text())
}

fn parse(line: &str) -> Option<Known> {
    let words: Vec<&str> = line.split(' ').collect();
    let (name, is) = match words.as_slice() {
        ["make", name] => (name, None),
        ["new", name, device, inode, born] => (name, Some((Role::New, Identity::parse(device, inode, born)?))),
        ["old", name, device, inode, born] => (name, Some((Role::Old, Identity::parse(device, inode, born)?))),
        _ => return None,
    };
    Some(Known { name: OsString::from(name), is })
}

fn with(prefix: &OsStr, what: impl AsRef<OsStr>) -> OsString {
    let mut name = prefix.to_owned();
    name.push(what);
    name
}

/// That something has a name of ours and is not ours.
pub fn not_ours(path: &Path, kind: FileType) -> String {
    let remove = match kind {
        FileType::Directory => place::how_to_remove(path),
        _ => format!("rm {}", quoted(path)),
    };
    let (shown, what) = (path.display(), what(kind));
    format!(
        "{shown} is {what} that this program did not put there; it was left alone. If nobody needs it, remove it: {remove}"
    )
}

/// A path as a shell takes it.
pub fn quoted(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', r"'\''"))
}
