//! `.NAME.prospectus-state` beside the output: which folders beside it are ours, and the lock that one run at a time holds.
//!
//! A folder is ours if this file names its device, inode and time of birth, and the file is ours if it names its own: no
//! repository and no archive can deliver that. Lines are only added; the file is removed when nothing of ours is left beside the output.

use std::ffi::{OsStr, OsString};
use std::fs::{File, TryLockError};
use std::hash::{BuildHasher as _, RandomState};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::write::area::Area;
use crate::write::entry::{Identity, Kind};
use crate::write::place;
use crate::write::system::{self, Folder};

/// Beginning of the first line of the file; what tells the file itself follows.
const HEADER: &str = "prospectus state 1";
/// What the file may hold; what is longer is not ours.
const MOST_BYTES: u64 = 1 << 20;

/// What a folder of ours is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A site that was being written: nothing but what stands in the output, or less.
    New,
    /// A site that stood in the output: files of others may lie in it.
    Old,
    /// Files that are to be renamed into the output, with a note of what else is to be done.
    Update,
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
    /// Where the file is.
    path: PathBuf,
    file: File,
    known: Vec<Known>,
}

impl State {
    /// Opens the state of an area, and keeps other runs away until it is dropped.
    ///
    /// # Errors
    ///
    /// Something that is not ours has its name; another run is at work.
    pub fn take(area: &Area) -> anyhow::Result<Self> {
        let prefix = prefix(&area.name);
        let own = with(&prefix, "state");
        let path = area.path_of(&own);
        let Some((file, is_new)) = locked(&area.folder, &own, &path)? else {
            bail!("another run is writing this site ({} is locked)", path.display())
        };
        let known = if is_new { Some(Vec::new()) } else { read(&file)? };
        let Some(mut known) = known else { bail!(not_ours(&path, Kind::File)) };
        known.iter_mut().for_each(|one| one.name = with(&prefix, &one.name));
        Ok(State { prefix, path, file, known })
    }

    /// Whether an area has a state.
    pub fn is_in(area: &Area) -> io::Result<bool> {
        Ok(area.folder.stat(&with(&prefix(&area.name), "state"))?.is_some())
    }

    /// What lies in the area with a name like ours: what it is, `None` when it is not ours.
    pub fn others(&self, area: &Area) -> anyhow::Result<Vec<(OsString, Kind, Option<Role>)>> {
        let own = with(&self.prefix, "state");
        let mut found = Vec::new();
        for (name, kind) in area.folder.entries()? {
            if name != own && is_like_ours(&name, &self.prefix) {
                let role = if kind == Kind::Folder { self.role(&area.folder, &name)? } else { None };
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
        let identity = folder.identity()?;
        // A run that ended between making a folder and saying so left an empty one.
        let is_empty = folder.entries()?.is_empty();
        let mut roles = known.collect::<Vec<_>>().into_iter().filter_map(|known| match known.is {
            Some((role, is)) => (is == identity).then_some(role),
            None => is_empty.then_some(Role::New),
        });
        // What was noted of it last.
        Ok(roles.next_back())
    }

    /// Makes a folder for a new site, under a name that nobody knew.
    pub fn make_stage(&mut self, area: &Area, mode: u32) -> anyhow::Result<(OsString, Folder)> {
        let name = self.fresh("stage");
        self.note(&name, None)?;
        let words = || format!("cannot create {}", area.path_of(&name).display());
        area.folder.make_new(&name, mode).with_context(words)?;
        let folder = area.folder.folder(&name)?;
        self.note(&name, Some((Role::New, folder.identity()?)))?;
        Ok((name, folder))
    }

    /// A name in the area that nobody knew.
    pub fn fresh(&self, what: &str) -> OsString {
        // The keys of `RandomState` come from the system's source of randomness.
        with(&self.prefix, format!("{what}-{:016x}", RandomState::new().hash_one(what)))
    }

    /// Notes that the site of `identity`, which stands in the output, will lie beside it as `name`.
    pub fn will_be_old(&mut self, name: &OsStr, identity: Identity) -> anyhow::Result<()> {
        self.note(name, Some((Role::Old, identity)))
    }

    /// Notes that what lies beside the output as `name` is to be renamed into it.
    pub fn will_be_applied(&mut self, name: &OsStr, identity: Identity) -> anyhow::Result<()> {
        self.note(name, Some((Role::Update, identity)))
    }

    /// Writes what was noted to the disk.
    pub fn sync(&self) -> io::Result<()> {
        self.file.sync_all()
    }

    /// Removes the file, unless something of ours is left beside the output.
    pub fn release(&self, area: &Area) {
        let is_left = self.others(area).is_ok_and(|found| found.iter().any(|(.., role)| role.is_some()));
        let own = with(&self.prefix, "state");
        let ours = system::identity(&self.file).ok();
        let is_ours = area.folder.stat(&own).ok().flatten().zip(ours).is_some_and(|(there, ours)| there.is(ours));
        if !is_left && is_ours {
            let _ = area.folder.remove_file(&own);
        }
    }

    /// One line in one call, so that a kill leaves it whole or not there.
    fn note(&mut self, name: &OsStr, is: Option<(Role, Identity)>) -> anyhow::Result<()> {
        let suffix = &name.as_encoded_bytes()[self.prefix.len()..];
        let suffix = String::from_utf8_lossy(suffix);
        let mut line = match is {
            None => format!("make {suffix}\n"),
            Some((Role::New, identity)) => format!("new {suffix} {}\n", to_text(identity)),
            Some((Role::Old, identity)) => format!("old {suffix} {}\n", to_text(identity)),
            Some((Role::Update, identity)) => format!("update {suffix} {}\n", to_text(identity)),
        };
        let before = self.file.metadata()?.len();
        if before == 0 {
            line.insert_str(0, &header(&self.file)?);
        }
        if let Err(error) = self.file.write_all(line.as_bytes()) {
            let _ = self.file.set_len(before);
            return Err(error).with_context(|| format!("cannot write {}", self.path.display()));
        }
        self.known.push(Known { name: name.to_owned(), is });
        Ok(())
    }
}

/// Whether something lies in an area that has a name like ours, be it ours or not.
pub fn is_anything_in(area: &Area) -> io::Result<bool> {
    let prefix = prefix(&area.name);
    Ok(area.folder.entries()?.iter().any(|(name, _)| is_like_ours(name, &prefix)))
}

/// Whether something in an area has a name that only what is ours may have there.
pub fn is_named_like_ours(name: &OsStr, area: &Area) -> bool {
    is_like_ours(name, &prefix(&area.name))
}

fn is_like_ours(name: &OsStr, prefix: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(prefix.as_encoded_bytes())
}

/// The opened and locked file, and whether it was made; `None` while another run holds it.
pub fn locked(parent: &Folder, name: &OsStr, path: &Path) -> anyhow::Result<Option<(File, bool)>> {
    loop {
        if let Some(there) = parent.stat(name)?
            && there.kind != Kind::File
        {
            bail!(not_ours(path, there.kind));
        }
        let (file, is_new) = match parent.open_or_create(name, 0o600) {
            // Another run was quicker.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
            opened => opened.with_context(|| format!("cannot write {}", path.display()))?,
        };
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Ok(None),
            // Some network file systems know no locks.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        // The run before may have removed the file between our opening and locking it.
        let ours = system::identity(&file)?;
        if parent.stat(name)?.is_some_and(|there| there.is(ours)) {
            return Ok(Some((file, is_new)));
        }
    }
}

/// The folders that a state file names, as suffixes still; `None` when it is not ours.
fn read(file: &File) -> anyhow::Result<Option<Vec<Known>>> {
    let length = file.metadata()?.len();
    let is_ours = system::is_ours_alone(file)? && length <= MOST_BYTES;
    if !is_ours || length == 0 {
        return Ok(is_ours.then(Vec::new));
    }
    let header = header(file)?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(std::str::from_utf8(&bytes).ok().and_then(|text| text.strip_prefix(&header)).map(|lines| {
        // A line that a full disk cut off names nothing.
        lines.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')).filter_map(parse).collect()
    }))
}

/// The first line: a file that came from elsewhere has another one.
fn header(file: &File) -> io::Result<String> {
    Ok(format!("{HEADER} {}\n", to_text(system::identity(file)?)))
}

fn to_text(identity: Identity) -> String {
    let born = identity.born.map_or_else(|| "-".to_owned(), |born| born.to_string());
    format!("{} {} {born}", identity.device, identity.inode)
}

fn identity(device: &str, inode: &str, born: &str) -> Option<Identity> {
    let born = if born == "-" { None } else { Some(born.parse().ok()?) };
    Some(Identity { device: device.parse().ok()?, inode: inode.parse().ok()?, born })
}

fn parse(line: &str) -> Option<Known> {
    let words: Vec<&str> = line.split(' ').collect();
    let (name, is) = match words.as_slice() {
        ["make", name] => (name, None),
        ["new", name, device, inode, born] => (name, Some((Role::New, identity(device, inode, born)?))),
        ["old", name, device, inode, born] => (name, Some((Role::Old, identity(device, inode, born)?))),
        ["update", name, device, inode, born] => (name, Some((Role::Update, identity(device, inode, born)?))),
        _ => return None,
    };
    Some(Known { name: OsString::from(name), is })
}

/// `.NAME.prospectus-`.
fn prefix(name: &OsStr) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(".prospectus-");
    prefix
}

fn with(prefix: &OsStr, what: impl AsRef<OsStr>) -> OsString {
    let mut name = prefix.to_owned();
    name.push(what);
    name
}

/// That something has a name of ours and is not ours.
pub fn not_ours(path: &Path, kind: Kind) -> String {
    let remove = match kind {
        Kind::Folder => place::how_to_remove(path),
        _ => format!("rm {}", place::quoted(path)),
    };
    let (shown, what) = (path.display(), kind.what());
    format!(
        "{shown} is {what} that this program did not put there; it was left alone. If nobody needs it, remove it: {remove}"
    )
}
