//! The files of one state of the site: each is made when somebody asks for it, and kept as long as the state is.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use axum::body::Bytes;

use crate::diagnostics::Diagnostic;
use crate::images::picture::Order;
use crate::output::{About, OutputFile, Part, Read, Sink, Wish};
use crate::read::Folder;
use crate::serve::locked::locked;

/// Files by their path below the output.
pub type Published = BTreeMap<String, Bytes>;

/// A file that somebody asked for, made once; whoever asks meanwhile waits for it.
type Once = Arc<OnceLock<Made>>;

/// What was made of a file.
#[derive(Debug, Clone, Default)]
pub struct Made {
    /// It; `None`: it could not be made.
    pub bytes: Option<Bytes>,
    /// What was found wrong meanwhile.
    pub findings: Arc<[Diagnostic]>,
}

/// A part of the output, of which some may have been made.
struct Kept {
    part: Arc<dyn Part>,
    /// All of its files, of a part that cannot be made file by file.
    whole: OnceLock<Published>,
}

/// The files of one state of the site.
#[derive(Default)]
pub struct Files {
    parts: Vec<Kept>,
    /// The files of the site that they are made of.
    folder: Option<Arc<Folder>>,
    made: Mutex<BTreeMap<Box<str>, Once>>,
    versions: Arc<Versions>,
}

/// Versions of images that were encoded, by their paths, which tell what they are made of: each is encoded once in a session.
#[derive(Default)]
pub struct Versions(Mutex<BTreeMap<Box<str>, Bytes>>);

#[cfg(test)]
impl Versions {
    /// The paths of those that were encoded.
    pub fn paths(&self) -> Vec<Box<str>> {
        locked(&self.0).keys().cloned().collect()
    }
}

impl Files {
    /// Those of a site that was read, by the parts that the build left to be made.
    pub fn new(parts: Vec<Arc<dyn Part>>, folder: Arc<Folder>, versions: Arc<Versions>) -> Self {
        let parts: Vec<Kept> = parts.into_iter().map(|part| Kept { part, whole: OnceLock::new() }).collect();
        locked(&versions.0).retain(|path, _| parts.iter().any(|kept| kept.part.may_have(path)));
        Files { parts, folder: Some(folder), made: Mutex::default(), versions }
    }

    /// What the site is made of: its files, and its parts. `None`: nothing was read.
    pub fn parts(&self) -> Option<(&Folder, impl Iterator<Item = &dyn Part>)> {
        Some((self.folder.as_deref()?, self.parts.iter().map(|kept| &*kept.part)))
    }

    /// The file at a path; `None`: there is none.
    pub fn of(&self, path: &str) -> Option<Made> {
        let kept = self.parts.iter().find(|kept| kept.part.may_have(path))?;
        let once = locked(&self.made).entry(path.into()).or_default().clone();
        let made = once.get_or_init(|| self.make(kept, path)).clone();
        if made.bytes.is_none() {
            // An editor may be writing what it is made of at this moment: the next one who asks has it made anew.
            locked(&self.made).remove(path);
        }
        (made.bytes.is_some() || !made.findings.is_empty()).then_some(made)
    }

    /// What authors are told of a page, and what it was made of, for which it is made again; `None`: there is no such page.
    pub fn about(&self, path: &str) -> Option<(About, Vec<Read>)> {
        let (part, about) = self.parts.iter().find_map(|kept| Some((&kept.part, kept.part.about(path)?)))?;
        let reading = Reading::default();
        part.make_for(path, &**self.folder.as_ref()?, &reading);
        Some((about, reading.0.into_inner().unwrap_or_default()))
    }

    fn make(&self, kept: &Kept, path: &str) -> Made {
        let Some(folder) = &self.folder else { return Made::default() };
        if let Some(whole) = kept.whole.get() {
            return Made { bytes: whole.get(path).cloned(), ..Made::default() };
        }
        let sink = Memory { versions: &self.versions, files: Mutex::default() };
        let Some(findings) = kept.part.make_for(path, &**folder, &sink) else {
            let make = || {
                kept.part.make(&**folder, &sink);
                std::mem::take(&mut *locked(&sink.files))
            };
            return Made { bytes: kept.whole.get_or_init(make).get(path).cloned(), ..Made::default() };
        };
        Made { bytes: locked(&sink.files).remove(path), findings: findings.into() }
    }
}

/// Keeps what a file was made of.
#[derive(Default)]
struct Reading(Mutex<Vec<Read>>);

impl Sink for Reading {
    fn put(&self, file: OutputFile) {
        locked(&self.0).extend(file.reads.named());
    }
}

/// Keeps files in memory.
struct Memory<'a> {
    versions: &'a Versions,
    files: Mutex<Published>,
}

impl Sink for Memory<'_> {
    fn put(&self, file: OutputFile) {
        locked(&self.files).insert(file.path, Bytes::from(file.bytes));
    }

    fn wish(&self, order: &Order) -> Wish {
        locked(&self.versions.0).get(&order.version.path).map_or(Wish::Encoded, |bytes| Wish::Known(bytes.to_vec()))
    }

    fn encoded(&self, order: &Order, bytes: &[u8]) {
        locked(&self.versions.0).insert(order.version.path.clone(), Bytes::copy_from_slice(bytes));
    }
}
