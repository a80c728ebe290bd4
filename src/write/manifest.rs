//! `manifest.json`: every file that Prospectus wrote, with its SHA-256.

use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::plan::outputs::MANIFEST;
use crate::read::hex::{hex, unhex};
use crate::read::stamp::Standing;
use crate::write::system::Folder;

/// Name of the manifest in the output.
pub const FILE: &str = MANIFEST;

/// `{"generator": …, "files": {path: {"bytes": …, "sha256": …}}}`, one file a line, in the order of their paths.
pub fn to_json<F: Borrow<Standing> + Sync>(files: &[F]) -> String {
    let lines: Vec<String> = files.par_chunks(TOGETHER).map(lines).collect();
    let head = concat!("{\"generator\":\"prospectus ", env!("CARGO_PKG_VERSION"), "\",\"files\":{\n");
    [head, &lines.join(",\n"), "\n}}\n"].concat()
}

/// As many files are written by one thread.
const TOGETHER: usize = 1024;

/// The lines of files.
fn lines<F: Borrow<Standing>>(files: &[F]) -> String {
    let mut json = String::with_capacity(files.len() * 130);
    for (at, file) in files.iter().enumerate() {
        let Standing { path, bytes, sha256, .. } = file.borrow();
        json.push_str(if at == 0 { "" } else { ",\n" });
        match path.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\')) {
            true => json.extend(["\"", path, "\""]),
            false => json.push_str(&json!(**path).to_string()),
        }
        json.extend([":{\"bytes\":", &bytes.to_string(), ",\"sha256\":\""]);
        json.push_str(&hex(sha256));
        json.push_str("\"}");
    }
    json
}

/// The file as it is written.
#[derive(Deserialize)]
struct Written<'a> {
    #[serde(borrow)]
    files: BTreeMap<String, WrittenEntry<'a>>,
}

#[derive(Deserialize)]
struct WrittenEntry<'a> {
    bytes: u64,
    #[serde(borrow)]
    sha256: Cow<'a, str>,
}

/// What an output folder holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Its files, in the order of their paths.
    pub files: Arc<[Standing]>,
}

impl Manifest {
    /// That of an output of which nobody wrote anything.
    pub fn of_nothing() -> Self {
        Manifest { files: Arc::new([]) }
    }

    /// The file at a path.
    pub fn file(&self, path: &str) -> Option<&Standing> {
        self.files.binary_search_by(|file| (*file.path).cmp(path)).ok().map(|at| &self.files[at])
    }

    /// Whether there is a file in a folder, or below it.
    pub fn has_below(&self, folder: &str) -> bool {
        let folder = format!("{folder}/");
        let first = self.files.partition_point(|file| *file.path < *folder);
        self.files.get(first).is_some_and(|file| file.path.starts_with(&folder))
    }

    /// The files that another site does not have, whose files come in the order of their paths.
    pub fn others_than<'m>(&'m self, site: &[&Standing]) -> Vec<&'m Standing> {
        let mut site = site.iter().peekable();
        let is_other = |known: &&Standing| {
            while site.next_if(|file| file.path < known.path).is_some() {}
            site.peek().is_none_or(|file| file.path != known.path)
        };
        self.files.iter().filter(is_other).collect()
    }

    /// Reads the manifest of a folder; `None` when there is none that can be read.
    pub fn read(folder: &Path) -> Option<Self> {
        Self::parse(&Folder::open(folder).ok()?.bytes(FILE.as_ref()).ok()??)
    }

    /// What is written in a manifest; `None` when it is none.
    pub fn parse(json: &[u8]) -> Option<Self> {
        let written: Written = serde_json::from_slice(json).ok()?;
        let one = |(path, WrittenEntry { bytes, sha256 }): (String, WrittenEntry)| {
            Some(Standing { path: path.into(), bytes, sha256: unhex(&sha256)?, stamp: None })
        };
        Some(Manifest { files: written.files.into_iter().map(one).collect::<Option<_>>()? })
    }
}

/// The SHA-256 of bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
