//! Files in the output that Prospectus did not write: they are carried over, never lost.
//!
//! Before the exchange each is linked into the new site, or copied where that is not possible. After it, `settle` looks
//! what became of them meanwhile.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, bail};

use crate::read::stamp::{Stamp, Standing};
use crate::write::area::Area;
use crate::write::entry::Kind;
use crate::write::manifest::{FILE, Manifest, sha256};
use crate::write::state;
use crate::write::system::{Attributes, Folder};

/// What file systems of the ext family have at the top.
const LOST_AND_FOUND: &str = "lost+found";

/// What was carried over, by its path below the output.
pub type Carried = HashMap<PathBuf, Way>;

/// How a foreign file came into the new site.
#[derive(Debug, Clone, Copy)]
pub enum Way {
    /// By another name: what is written into one is in both.
    Linked {
        /// The inode of both.
        inode: u64,
    },
    /// As it was then.
    Copied {
        /// The file when it was copied.
        from: Stamp,
        /// The inode of the copy.
        inode: u64,
    },
}

/// What an earlier run knew of an output.
#[derive(Debug)]
pub struct Known {
    /// Its files, in the order of their paths.
    pub files: Arc<[Standing]>,
    /// SHA-256 of its manifest.
    pub manifest: [u8; 32],
}

impl Known {
    /// No run knew anything.
    pub fn nothing() -> Self {
        Known { files: Arc::new([]), manifest: [0; 32] }
    }
}

/// The output as it stands, opened.
#[derive(Debug)]
pub struct Output {
    /// The open folder.
    pub folder: Folder,
    /// What Prospectus wrote into it; `None` when there is no manifest.
    pub manifest: Option<Manifest>,
    /// SHA-256 of the manifest; `None` when there is none.
    pub manifest_sha256: Option<[u8; 32]>,
    /// Whether it is the output that an earlier run left, whose files this run knows: the manifest has them.
    pub is_as_known: bool,
    /// What it keeps.
    pub attributes: Attributes,
    /// Where it is, for messages.
    pub shown: PathBuf,
}

impl Output {
    /// Opens the output of an area; `None` when nothing has its place. Its manifest need not be read through if it is that of
    /// files which are known.
    ///
    /// # Errors
    ///
    /// It is no folder, or its manifest cannot be read: without it nobody knows which files are whose.
    pub fn open(area: &Area, known: &Known) -> anyhow::Result<Option<Self>> {
        let shown = area.shown.clone();
        let Some(there) = area.output_kind()? else { return Ok(None) };
        if there != Kind::Folder {
            bail!("{} is {}, not a folder", shown.display(), there.what());
        }
        let words = || format!("cannot read {}", shown.display());
        let folder = area.output().with_context(words)?;
        let attributes = folder.attributes().with_context(words)?;
        let path = shown.join(FILE);
        let whose = || format!("{}; without it nobody knows which files are whose", path.display());
        let bytes = folder.bytes(FILE.as_ref()).with_context(whose)?;
        let manifest_sha256 = bytes.as_deref().map(sha256);
        let is_as_known = manifest_sha256.is_some_and(|there| there == known.manifest);
        let read = |bytes: Vec<u8>| match is_as_known {
            true => Ok(Manifest { files: known.files.clone() }),
            false => Manifest::parse(&bytes).context("is not a manifest of Prospectus").with_context(whose),
        };
        let manifest = bytes.map(read).transpose()?;
        Ok(Some(Output { folder, manifest, manifest_sha256, is_as_known, attributes, shown }))
    }

    /// Whether Prospectus wrote a file into it.
    pub fn has(&self, file: &Standing) -> bool {
        let written = self.manifest.as_ref().and_then(|manifest| manifest.file(&file.path));
        written.is_some_and(|known| (known.bytes, known.sha256) == (file.bytes, file.sha256))
    }

    /// Refuses a folder that holds files and no manifest: it may be somebody's home.
    pub fn refuse_unknown(&self, area: &Area) -> anyhow::Result<()> {
        if self.manifest.is_some() {
            return Ok(());
        }
        let entries = self.folder.entries().with_context(|| format!("cannot read {}", self.shown.display()))?;
        // A volume has a folder of its file system, and ours is what we just began to write.
        let is_known =
            |name: &OsStr| area.is_output && (name == LOST_AND_FOUND || state::is_named_like_ours(name, area));
        if let Some((name, _)) = entries.iter().find(|(name, _)| !is_known(name)) {
            bail!(
                "{} holds files that Prospectus did not write ({}, …); choose another folder, or use --force to build into it and keep them",
                self.shown.display(),
                name.to_string_lossy()
            );
        }
        Ok(())
    }
}

/// Carries everything from the output into the new site that the manifest does not know, and every folder that holds nothing
/// it knows, with modes, owners and times.
///
/// # Errors
///
/// Something cannot be carried as it is, or the new site, which consists of what is `written`, has something there: the
/// exchange must not be.
pub fn carry(old: &Output, new: &Folder, written: &Manifest) -> anyhow::Result<Carried> {
    let mut carrier = Carrier { old, new, written, carried: HashMap::new() };
    carrier.fill(&old.folder, Path::new(""))?;
    Ok(carrier.carried)
}

/// Carries foreign files over, one folder after the other.
struct Carrier<'a> {
    old: &'a Output,
    new: &'a Folder,
    written: &'a Manifest,
    carried: Carried,
}

impl Carrier<'_> {
    /// Carries what is foreign in a folder. A folder that holds something foreign keeps its attributes, too.
    fn fill(&mut self, from: &Folder, path: &Path) -> anyhow::Result<()> {
        let words = |path: &Path| format!("cannot carry over {}", self.old.shown.join(path).display());
        let mut to = None;
        for (name, kind) in from.entries().with_context(|| words(path))? {
            let inner = path.join(&name);
            if is_foreign(&inner, kind, self.old.manifest.as_ref()) {
                self.refuse_taken(&inner, kind)?;
                let to = match &mut to {
                    Some(to) => to,
                    None => to.insert(counterpart(self.new, path).with_context(|| words(path))?),
                };
                let carried = bring(from, to, &name, kind).with_context(|| words(&inner))?;
                self.carried.extend(carried.map(|carried| (inner.clone(), carried)));
            }
            if kind == Kind::Folder {
                let folder = from.folder(&name).with_context(|| words(&inner))?;
                self.fill(&folder, &inner)?;
            }
        }
        let is_foreign = is_foreign(path, Kind::Folder, self.old.manifest.as_ref());
        // The output itself gets what it keeps in the end, when nothing is written into it any more.
        if path.as_os_str().is_empty() || !(is_foreign || to.is_some()) {
            return Ok(());
        }
        let to = counterpart(self.new, path).with_context(|| words(path))?;
        from.attributes().and_then(|kept| to.give(&kept)).with_context(|| words(path))
    }

    /// Refuses the new site if it has something where a foreign file or folder is: nothing of others is lost.
    fn refuse_taken(&self, path: &Path, kind: Kind) -> anyhow::Result<()> {
        let is_written = |path: &Path| path.to_str().is_some_and(|path| self.written.file(path).is_some());
        let is_folder = || kind != Kind::Folder && holds_any(path, self.written);
        if path.ancestors().any(is_written) || is_folder() || path == Path::new(FILE) {
            bail!(
                "{} was not written by Prospectus, and the new site has something there; move it away",
                self.old.shown.join(path).display()
            );
        }
        Ok(())
    }
}

/// Whether the manifest of a site does not know something in it: a file it does not name, a folder that holds none it names.
pub fn is_foreign(path: &Path, kind: Kind, manifest: Option<&Manifest>) -> bool {
    let Some(manifest) = manifest else { return true };
    match (kind, path.to_str()) {
        (Kind::Folder, _) => !holds_any(path, manifest),
        (_, Some(path)) => path != FILE && manifest.file(path).is_none(),
        (_, None) => true,
    }
}

/// Whether a folder holds a file that a manifest names.
fn holds_any(folder: &Path, manifest: &Manifest) -> bool {
    folder.to_str().is_some_and(|folder| manifest.has_below(folder))
}

/// The folder of the new site at a path of the old one, made if it is not there.
pub fn counterpart(new: &Folder, path: &Path) -> io::Result<Folder> {
    if path.as_os_str().is_empty() { new.again() } else { new.folder_made(path.as_os_str()) }
}

/// Brings one entry into the new site. `None`: a folder, or something that is gone meanwhile.
///
/// # Errors
///
/// It can be neither linked nor copied.
pub fn bring(from: &Folder, to: &Folder, name: &OsStr, kind: Kind) -> io::Result<Option<Way>> {
    if kind == Kind::Folder {
        // Its mode comes when it is filled; until then it may be nobody's but ours.
        return to.make(name, 0o700).map(|()| None);
    }
    match from.link(name, to) {
        Ok(()) => Ok(to.stat(name)?.map(|made| Way::Linked { inode: made.inode })),
        Err(error) => match error.kind() {
            ErrorKind::NotFound => Ok(None),
            // Files of others may not be linked on some systems, and some file systems know no links at all.
            ErrorKind::PermissionDenied
            | ErrorKind::TooManyLinks
            | ErrorKind::Unsupported
            | ErrorKind::CrossesDevices => copy(from, to, name),
            _ => Err(error),
        },
    }
}

/// Copies one entry with all that is kept of it.
pub fn copy(from: &Folder, to: &Folder, name: &OsStr) -> io::Result<Option<Way>> {
    let Some(there) = from.stat(name)? else { return Ok(None) };
    match there.kind {
        Kind::File => {
            let Some(mut source) = from.plain_file(name)? else { return Ok(None) };
            let mut made = to.create(name, 0o600)?;
            io::copy(&mut source, &mut made)?;
            Attributes::of(&source)?.give(&made)?;
        }
        Kind::Link => from.copy_link(name, to)?,
        kind => return Err(io::Error::other(format!("it is {}, which cannot be copied", kind.what()))),
    }
    Ok(to.stat(name)?.map(|made| Way::Copied { from: there.stamp(), inode: made.inode }))
}
