//! The files of a site, each with its SHA-256: by what the system says of it where an earlier build read the same, else by its
//! bytes.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use foldhash::fast::FixedState;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use crate::cache::build::Input;
use crate::diagnostics::Diagnostic;
use crate::parse::Files;
use crate::read::Folder;
use crate::read::stamp::Stamp;

/// The files of a site as a run finds them.
pub struct Inputs<'a> {
    folder: &'a Folder,
    paths: Arc<[Arc<str>]>,
    positions: HashMap<Arc<str>, usize, FixedState>,
    /// What an earlier build read, by path.
    before: &'a [Input],
    /// What was found out in this run, by position in `paths`.
    now: Vec<OnceLock<Known>>,
    opened: SystemTime,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    stamp: Stamp,
    sha256: [u8; 32],
}

impl<'a> Inputs<'a> {
    /// The files of a folder, of which an earlier build read some.
    pub fn new(folder: &'a Folder, before: &'a [Input]) -> Self {
        let paths = folder.paths();
        let now = paths.iter().map(|_| OnceLock::new()).collect();
        let positions = paths.iter().cloned().enumerate().map(|(at, path)| (path, at)).collect();
        Inputs { folder, paths, positions, before, now, opened: SystemTime::now() }
    }

    /// Whether all files are those of the earlier build: none more, none less, each with the same bytes.
    pub fn are_same(&self) -> bool {
        let is_same = |(path, before): (&Arc<str>, &Input)| **path == *before.path;
        let is_unchanged = |(at, before): (usize, &Input)| self.at(at).is_some_and(|now| now.sha256 == before.sha256);
        self.paths.len() == self.before.len()
            && self.paths.iter().zip(self.before).all(is_same)
            && self.before.par_iter().enumerate().all(is_unchanged)
    }

    /// All files as they are, for the next build; `None`: one cannot be read.
    pub fn all(&self) -> Option<Vec<Input>> {
        let one = |at: usize| {
            let Known { stamp, sha256 } = self.at(at)?;
            let stamp = Some(stamp).filter(|stamp| stamp.is_settled(self.opened));
            Some(Input { path: (*self.paths[at]).into(), stamp, sha256 })
        };
        (0..self.paths.len()).into_par_iter().map(one).collect()
    }

    fn at(&self, at: usize) -> Option<Known> {
        if let Some(known) = self.now[at].get() {
            return Some(*known);
        }
        let path = &self.paths[at];
        let stamp = self.folder.stamp(path)?;
        if let Some(sha256) = self.known(at, &stamp) {
            return Some(*self.now[at].get_or_init(|| Known { stamp, sha256 }));
        }
        self.bytes(path).ok()?;
        self.now[at].get().copied()
    }

    /// The SHA-256 of a file of which the system says what it said when an earlier build read it.
    fn known(&self, at: usize, stamp: &Stamp) -> Option<[u8; 32]> {
        let path = &*self.paths[at];
        // Most often there are the same files as before.
        let same = self.before.get(at).filter(|known| *known.path == *path);
        let by_path = || self.before.binary_search_by(|known| (*known.path).cmp(path)).ok().map(|at| &self.before[at]);
        same.or_else(by_path).filter(|known| known.stamp == Some(*stamp)).map(|known| known.sha256)
    }

    fn position(&self, path: &str) -> Option<usize> {
        self.positions.get(path).copied()
    }
}

impl Files for Inputs<'_> {
    fn paths(&self) -> Arc<[Arc<str>]> {
        self.paths.clone()
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        let (bytes, stamp) = self.folder.stamped(path)?;
        if let Some(at) = self.position(path) {
            // What was read first counts: it is what the site was made of.
            self.now[at].get_or_init(|| {
                let sha256 = self.known(at, &stamp).unwrap_or_else(|| Sha256::digest(&bytes).into());
                Known { stamp, sha256 }
            });
        }
        Ok(bytes)
    }

    fn sha256(&self, path: &str) -> Option<[u8; 32]> {
        match self.position(path) {
            Some(at) => self.at(at).map(|known| known.sha256),
            None => self.bytes(path).ok().map(|bytes| Sha256::digest(bytes).into()),
        }
    }

    fn size(&self, path: &str) -> Option<u64> {
        self.folder.size(path)
    }
}
