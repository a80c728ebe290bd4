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

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use crate::diagnostics::{Checked, Diagnostic, Place, codes};
use crate::parse::Files;

/// A site's folder.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// Where the links that are being followed lead.
    following: Vec<PathBuf>,
    /// What the symbolic links of the site lead to, resolved: files and folders of the site that may lie outside its parts.
    pub link_targets: Vec<PathBuf>,
    /// Every file below `content/` and `themes/`, with `/`, sorted.
    paths: Vec<Arc<str>>,
}

/// Folders of a site that are read.
const PARTS: &[&str] = &["content", "themes"];

impl Folder {
    /// Lists the files of a site.
    pub fn open(root: &Path) -> Checked<Self> {
        let (following, link_targets) = (Vec::new(), Vec::new());
        let mut folder = Folder { root: root.to_owned(), following, link_targets, paths: Vec::new() };
        let mut findings = Vec::new();
        for part in PARTS {
            let start = root.join(part);
            if start.exists() {
                folder.walk(&start, &mut findings);
            }
        }
        folder.paths.sort_unstable();
        findings.extend(case_clashes(&folder.paths));
        Checked { value: folder, diagnostics: findings }
    }

    fn walk(&mut self, start: &Path, findings: &mut Vec<Diagnostic>) {
        // Links are followed one by one, so that the many entries that are none need not be looked at a second time.
        let root = self.root.clone();
        let walk = WalkDir::new(start).into_iter();
        for entry in walk.filter_entry(|entry| !is_hidden(entry, &root)) {
            match entry {
                Ok(entry) if entry.file_type().is_file() => self.add(entry.path(), findings),
                Ok(entry) if entry.path_is_symlink() && entry.depth() > 0 => self.follow(entry.path(), findings),
                Ok(entry) if entry.file_type().is_dir() || entry.depth() == 0 => {}
                Ok(entry) => findings.push(no_file(self.shown(entry.path()))),
                Err(error) => findings.push(self.unreadable(&error)),
            }
        }
    }

    fn add(&mut self, path: &Path, findings: &mut Vec<Diagnostic>) {
        match self.relative(path) {
            Some(path) => self.paths.push(path.into()),
            None => {
                let finding = Diagnostic::new(&codes::NOT_UTF8, self.shown(path), "the name of this file is not UTF-8");
                findings.push(finding.hint("rename the file"));
            }
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

    /// The path below the root, with `/`; `None` when it is not UTF-8.
    fn relative(&self, path: &Path) -> Option<String> {
        let path = path.strip_prefix(&self.root).ok()?.to_str()?;
        Some(if std::path::MAIN_SEPARATOR == '/' {
            path.to_owned()
        } else {
            path.replace(std::path::MAIN_SEPARATOR, "/")
        })
    }

    fn unreadable(&self, error: &walkdir::Error) -> Diagnostic {
        let place = error.path().map_or_else(|| Place::file("content"), |path| self.shown(path));
        let words = error.io_error().map_or_else(|| error.to_string(), io::Error::to_string);
        Diagnostic::new(&codes::UNREADABLE, place, format!("cannot be read: {words}"))
    }
}

/// Editors and version control keep files whose names begin with a point; `.well-known` and the like are for the public,
/// below `static/` of the site and of themes.
fn is_hidden(entry: &DirEntry, root: &Path) -> bool {
    let name = entry.file_name().to_string_lossy();
    let parts: Vec<&OsStr> = entry.path().strip_prefix(root).unwrap_or(entry.path()).iter().collect();
    let is_static = match parts.as_slice() {
        [content, folder, ..] if *content == "content" => *folder == "static",
        [themes, _, folder, ..] if *themes == "themes" => *folder == "static",
        _ => false,
    };
    let is_private =
        name.starts_with('.') && entry.depth() > 0 && (!is_static || matches!(&*name, ".git" | ".DS_Store"));
    is_private || name.ends_with('~') || name.ends_with(".swp")
}

fn case_clashes(paths: &[Arc<str>]) -> Vec<Diagnostic> {
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
    let mut file = opened(path)?;
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
    Ok(bytes)
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

impl Files for Folder {
    fn paths(&self) -> Vec<Arc<str>> {
        self.paths.clone()
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        bytes(&self.root.join(path)).map_err(|error| {
            let words = match error.kind() {
                io::ErrorKind::NotFound => "does not exist".to_owned(),
                io::ErrorKind::InvalidInput => NO_FILE.to_owned(),
                _ => format!("cannot be read: {error}"),
            };
            Box::new(Diagnostic::new(&codes::UNREADABLE, Place::file(path), words))
        })
    }

    fn size(&self, path: &str) -> Option<u64> {
        let metadata = std::fs::metadata(self.root.join(path)).ok()?;
        metadata.is_file().then_some(metadata.len())
    }
}
