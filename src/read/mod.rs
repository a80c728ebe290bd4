//! Read: folders → the paths of a site, and a way to read them.
//!
//! In:  the site's folder.
//! Out: [`Folder`]: every file below `content/` and `themes/`, sorted; findings for what cannot be part of a site. It reads
//!      files when the core asks for them.
//!
//! Together with `write`, `serve` and `cli` this is the shell: only they touch the world.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "of the shell: it touches the world for the core"
)]

pub mod hex;
pub mod stamp;
mod held;
pub mod again;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::diagnostics::{Checked, Diagnostic, Place, codes};
use crate::parse::Files;
use crate::read::held::Held;
use crate::read::stamp::Stamp;

/// A site's folder.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    /// It, open, where files are found from there.
    held: Option<Held>,
    /// What the symbolic links of the site lead to, resolved: files and folders of the site that may lie outside its parts.
    pub link_targets: Vec<PathBuf>,
    /// Every file below `content/` and `themes/`, with `/`, sorted.
    paths: Arc<[Arc<str>]>,
    /// Its folders with what the system said of each before it was listed, sorted by path; none where links are followed,
    /// something was found that cannot be part of a site, or not all of it was listed.
    pub folders: Arc<[ListedFolder]>,
    /// Whether something was found that cannot be part of a site.
    has_findings: bool,
}

/// A folder of a site, with `/`, and what the system said of it before it was listed; `None`: that does not tell.
pub type ListedFolder = (Box<str>, Option<Stamp>);

/// Folders of a site that are read.
const PARTS: &[&str] = &["content", "themes"];

impl Folder {
    /// Lists the files of a site.
    pub fn open(root: &Path) -> Checked<Self> {
        let mut findings = Vec::new();
        let mut walk = Walk::of(root);
        for part in PARTS {
            let start = root.join(part);
            if start.exists() {
                // One that is a link is not listed again without a look at all of it.
                if !start.is_symlink() {
                    walk.note(&start);
                }
                walk.walk_side_by_side(&start, &mut findings);
            }
        }
        Self::of(walk, findings)
    }

    /// What a walk found.
    fn of(walk: Walk, mut findings: Vec<Diagnostic>) -> Checked<Self> {
        let Walk { root, mut paths, mut folders, link_targets, .. } = walk;
        rayon::join(|| paths.par_sort_unstable(), || folders.sort_unstable_by(|(one, _), (other, _)| one.cmp(other)));
        findings.extend(case_clashes(&paths));
        let has_findings = !findings.is_empty();
        if has_findings || !link_targets.is_empty() {
            folders.clear();
        }
        let folder =
            Folder { root, held: None, link_targets, paths: paths.into(), folders: folders.into(), has_findings };
        Checked { value: folder, diagnostics: findings }
    }

    /// The folder after something changed at some paths, of which only those are looked at; `None`: all is to be looked at
    /// again, for links lead elsewhere or something was wrong with it.
    pub fn after(&self, changed: &BTreeSet<PathBuf>) -> Option<Folder> {
        // Each path may move all others.
        const MOST: usize = 64;
        if self.has_findings || !self.link_targets.is_empty() || changed.len() > MOST {
            return None;
        }
        let is_known = |path: &str| self.paths.binary_search_by(|known| (**known).cmp(path)).is_ok();
        let is_file = |path: &Path| path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        let is_as_before = |path: &PathBuf| {
            let relative = relative(&self.root, path);
            is_file(path) && relative.is_some_and(|relative| is_known(&relative))
        };
        // Most often a file is another and no path is.
        let moved: Vec<&PathBuf> = changed.iter().filter(|path| !is_as_before(path)).collect();
        if moved.is_empty() {
            return Some(self.clone());
        }
        let mut paths: Vec<Arc<str>> = self.paths.to_vec();
        let mut is_same = true;
        for path in moved {
            let relative = relative(&self.root, path)?;
            let is_file = is_file(path);
            let below = format!("{relative}/");
            let before = paths.len();
            paths.retain(|known| **known != *relative && !known.starts_with(&below));
            is_same &= paths.len() == before;
            let (mut findings, mut walk) = (Vec::new(), Walk::of(&self.root));
            if is_file && !is_hidden_in(path, &self.root) {
                walk.add(path, &mut findings);
            } else if path.is_dir() && !is_hidden_in(path, &self.root) {
                walk.walk(path, &mut findings);
            }
            if !findings.is_empty() || !walk.link_targets.is_empty() || path.is_symlink() {
                return None;
            }
            is_same &= walk.paths.is_empty();
            paths.extend(walk.paths);
            paths.sort_unstable();
        }
        if is_same {
            return Some(self.clone());
        }
        let folders = Arc::default();
        case_clashes(&paths).is_empty().then(|| Folder { paths: paths.into(), folders, ..self.clone() })
    }

    /// Whether another folder has the same files.
    pub fn has_same_paths(&self, other: &Folder) -> bool {
        Arc::ptr_eq(&self.paths, &other.paths)
    }
}

/// A walk through a site.
struct Walk {
    root: PathBuf,
    /// Where the links that are being followed lead.
    following: Vec<PathBuf>,
    link_targets: Vec<PathBuf>,
    paths: Vec<Arc<str>>,
    folders: Vec<ListedFolder>,
    /// When it began.
    began: SystemTime,
}

impl Walk {
    fn of(root: &Path) -> Self {
        Walk {
            root: root.to_owned(),
            following: Vec::new(),
            link_targets: Vec::new(),
            paths: Vec::new(),
            folders: Vec::new(),
            began: SystemTime::now(),
        }
    }

    fn walk(&mut self, start: &Path, findings: &mut Vec<Diagnostic>) {
        self.walk_down(WalkDir::new(start), usize::MAX, findings);
    }

    /// The same with the folders of records, of which there may be many, one beside the other.
    fn walk_side_by_side(&mut self, start: &Path, findings: &mut Vec<Diagnostic>) {
        const RECORDS: usize = 2;
        let below = self.walk_down(WalkDir::new(start).max_depth(RECORDS), RECORDS, findings);
        let walked = below.par_chunks(64).map(|folders| {
            let (mut walk, mut findings) = (Walk::of(&self.root), Vec::new());
            folders.iter().for_each(|folder| walk.walk(folder, &mut findings));
            (walk, findings)
        });
        for (walk, found) in walked.collect::<Vec<_>>() {
            self.paths.extend(walk.paths);
            self.folders.extend(walk.folders);
            self.link_targets.extend(walk.link_targets);
            findings.extend(found);
        }
    }

    /// Walks, and gives back the folders at a depth.
    fn walk_down(&mut self, walk: WalkDir, depth: usize, findings: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
        // Links are followed one by one, so that the many entries that are none need not be looked at a second time.
        let root = self.root.clone();
        let mut below = Vec::new();
        for entry in walk.into_iter().filter_entry(|entry| !is_hidden(entry, &root)) {
            if let Ok(entry) = &entry
                && entry.file_type().is_dir()
                && entry.depth() > 0
            {
                self.note(entry.path());
            }
            match entry {
                Ok(entry) if entry.file_type().is_file() => self.add(entry.path(), findings),
                Ok(entry) if entry.path_is_symlink() && entry.depth() > 0 => self.follow(entry.path(), findings),
                Ok(entry) if entry.file_type().is_dir() && entry.depth() == depth => below.push(entry.into_path()),
                Ok(entry) if entry.file_type().is_dir() || entry.depth() == 0 => {}
                Ok(entry) => findings.push(no_file(self.shown(entry.path()))),
                Err(error) => findings.push(self.unreadable(&error)),
            }
        }
        below
    }

    fn add(&mut self, path: &Path, findings: &mut Vec<Diagnostic>) {
        match relative(&self.root, path) {
            Some(path) => self.paths.push(path.into()),
            None => {
                let finding = Diagnostic::new(&codes::NOT_UTF8, self.shown(path), "the name of this file is not UTF-8");
                findings.push(finding.hint("rename the file"));
            }
        }
    }

    /// Notes a folder before it is listed.
    fn note(&mut self, folder: &Path) {
        if let Some(path) = relative(&self.root, folder) {
            let stamp = Stamp::of_folder(folder).filter(|stamp| stamp.tells_folders(self.began));
            self.folders.push((path.into(), stamp));
        }
    }

    /// A symbolic link: what it leads to must lie in the site, and not above the link.
    fn follow(&mut self, link: &Path, findings: &mut Vec<Diagnostic>) {
        let mut refuse = |message: &str, hint: &str| {
            findings.push(Diagnostic::new(&codes::SYMLINK, self.shown(link), message).hint(hint));
        };
        let (Ok(target), Ok(root)) = (link.canonicalize(), self.root.canonicalize()) else {
            return refuse("this link leads nowhere", "remove the link");
        };
        if !target.starts_with(&root) {
            return refuse("this link leads out of the site", "copy the file into the site");
        }
        let parent = link.parent().and_then(|parent| parent.canonicalize().ok());
        if parent.is_some_and(|parent| parent.starts_with(&target)) {
            return refuse("this link leads back to a folder above it", "remove the link");
        }
        if target.is_file() {
            self.link_targets.push(target);
            return self.add(link, findings);
        }
        if !target.is_dir() {
            return findings.push(no_file(self.shown(link)));
        }
        if self.following.iter().any(|known| known.starts_with(&target) || target.starts_with(known)) {
            return refuse("this link leads into a folder that is being followed already", "remove the link");
        }
        self.link_targets.push(target.clone());
        self.following.push(target);
        self.walk(link, findings);
        self.following.pop();
    }

    fn shown(&self, path: &Path) -> Place {
        Place::file(path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().into_owned())
    }

    fn unreadable(&self, error: &walkdir::Error) -> Diagnostic {
        let place = error.path().map_or_else(|| Place::file("content"), |path| self.shown(path));
        let words = error.io_error().map_or_else(|| error.to_string(), io::Error::to_string);
        Diagnostic::new(&codes::UNREADABLE, place, format!("cannot be read: {words}"))
    }
}

/// The path below the root, with `/`; `None` when it is not UTF-8, or not below.
pub fn relative(root: &Path, path: &Path) -> Option<String> {
    let path = path.strip_prefix(root).ok()?.to_str()?;
    Some(if std::path::MAIN_SEPARATOR == '/' { path.to_owned() } else { path.replace(std::path::MAIN_SEPARATOR, "/") })
}

/// Whether a path below the root is hidden, or lies in a folder that is.
fn is_hidden_in(path: &Path, root: &Path) -> bool {
    let inside =
        path.ancestors().take_while(|part| part.parent().is_some_and(|parent| parent != root) && *part != root);
    inside.into_iter().any(|part| is_private(part, root))
}

/// Editors and version control keep files whose names begin with a point; `.well-known` and the like are for the public,
/// below `static/` of the site and of themes.
fn is_hidden(entry: &DirEntry, root: &Path) -> bool {
    entry.depth() > 0 && is_private(entry.path(), root)
}

fn is_private(path: &Path, root: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let parts: Vec<&OsStr> = path.strip_prefix(root).unwrap_or(path).iter().collect();
    let is_static = match parts.as_slice() {
        [content, folder, ..] if *content == "content" => *folder == "static",
        [themes, _, folder, ..] if *themes == "themes" => *folder == "static",
        _ => false,
    };
    let is_private = name.starts_with('.') && (!is_static || matches!(&*name, ".git" | ".DS_Store"));
    is_private || name.ends_with('~') || name.ends_with(".swp")
}

fn case_clashes(paths: &[Arc<str>]) -> Vec<Diagnostic> {
    let is_small = |path: &Arc<str>| path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    // Two small ones that are the same in small letters are the same.
    if paths.iter().all(is_small) {
        return Vec::new();
    }
    let mut seen: BTreeMap<String, &Arc<str>> = BTreeMap::new();
    let mut findings = Vec::new();
    for path in paths {
        if let Some(first) = seen.insert(path.to_lowercase(), path) {
            let finding = Diagnostic::new(
                &codes::CASE_CLASH,
                Place::file(path.clone()),
                format!("differs from {first} only in letter case"),
            );
            findings.push(finding.hint("rename one of them"));
        }
    }
    findings
}

fn no_file(place: Place) -> Diagnostic {
    let finding = Diagnostic::new(&codes::UNREADABLE, place, NO_FILE);
    finding.hint("remove it: a site is made of ordinary files, not of pipes, sockets or devices")
}

/// Bytes up to which a file is read into one piece of memory at once.
const LARGE: usize = 1024 * 1024;
/// What is said of pipes, sockets and devices, which may have no end.
const NO_FILE: &str = "is no ordinary file";

/// The bytes of an ordinary file, with as few calls of the system as a small file needs: a site has many small files.
///
/// # Errors
///
/// The file cannot be read, or is a pipe, socket or device: those are opened without waiting for whoever writes, and not
/// read.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    stamped(opened(path)?).map(|(bytes, _)| bytes)
}

/// The bytes of an open file, with what the system said of it before it was read.
fn stamped(mut file: File) -> io::Result<(Vec<u8>, Stamp)> {
    let there = file.metadata()?;
    if !there.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, NO_FILE));
    }
    // One byte more than it says it has: less than was asked for means that there is no more.
    let expected = usize::try_from(there.len()).unwrap_or_default().min(LARGE);
    let mut bytes = vec![0; expected + 1];
    let mut count = 0;
    while count < bytes.len() {
        match file.read(&mut bytes[count..]) {
            Ok(0) => break,
            Ok(read) if count + read == expected && expected < LARGE => {
                count += read;
                break;
            }
            Ok(read) => count += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let full = count == bytes.len();
    bytes.truncate(count);
    if full {
        file.read_to_end(&mut bytes)?;
    }
    Ok((bytes, Stamp::of(&there)))
}

/// Opens a file, without waiting for whoever writes into a pipe.
#[cfg(unix)]
fn opened(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = File::options();
    options.read(true).custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    options.open(path)
}

/// Opens a file. Pipes do not lie in folders here.
#[cfg(not(unix))]
fn opened(path: &Path) -> io::Result<File> {
    File::open(path)
}

impl Folder {
    /// The bytes of a file, with what the system said of it before; a finding when it cannot be read.
    pub fn stamped(&self, path: &str) -> Result<(Vec<u8>, Stamp), Box<Diagnostic>> {
        let opened = match &self.held {
            Some(held) => held.opened(path),
            None => opened(&self.root.join(path)),
        };
        opened.and_then(stamped).map_err(|error| {
            let words = match error.kind() {
                io::ErrorKind::NotFound => "does not exist".to_owned(),
                io::ErrorKind::InvalidInput => NO_FILE.to_owned(),
                _ => format!("cannot be read: {error}"),
            };
            Box::new(Diagnostic::new(&codes::UNREADABLE, Place::file(path), words))
        })
    }

    /// What the system says of a file; `None` when there is no ordinary one.
    pub fn stamp(&self, path: &str) -> Option<Stamp> {
        if let Some(held) = &self.held {
            return held.stamp(path);
        }
        let there = std::fs::metadata(self.root.join(path)).ok()?;
        there.is_file().then(|| Stamp::of(&there))
    }

    /// The same, held open: for a run that ends soon, since another folder may come to have its path.
    pub fn held(self) -> Self {
        Folder { held: Held::of(&self.root), ..self }
    }

    /// Whether something was found that cannot be part of a site.
    pub fn has_findings(&self) -> bool {
        self.has_findings
    }
}

impl Files for Folder {
    fn paths(&self) -> Arc<[Arc<str>]> {
        self.paths.clone()
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.stamped(path).map(|(bytes, _)| bytes)
    }

    fn size(&self, path: &str) -> Option<u64> {
        let metadata = std::fs::metadata(self.root.join(path)).ok()?;
        metadata.is_file().then_some(metadata.len())
    }
}
