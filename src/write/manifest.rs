//! `manifest.json`: every file that Prospectus wrote, with its SHA-256.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::Deserialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::plan::outputs::MANIFEST;
use crate::read::hex::{hex, unhex};
use crate::read::stamp::Standing;
use crate::write::system::Folder;

/// Name of the manifest in the output.
pub const FILE: &str = MANIFEST;

/// A file of the manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256 (FIPS 180-4).
    pub sha256: [u8; 32],
}

impl Entry {
    /// A file of the manifest, with its path.
    pub fn of(file: &Standing) -> (String, Self) {
        (file.path.clone(), Entry { bytes: file.bytes, sha256: file.sha256 })
    }
}

/// `{"generator": …, "files": {path: {"bytes": …, "sha256": …}}}`, one file a line, in the order of their paths.
pub fn to_json<'f>(files: impl ExactSizeIterator<Item = &'f Standing>) -> String {
    let mut json = String::with_capacity(files.len() * 130);
    json.push_str(concat!("{\"generator\":\"prospectus ", env!("CARGO_PKG_VERSION"), "\",\"files\":{"));
    for (at, Standing { path, bytes, sha256, .. }) in files.enumerate() {
        json.push_str(if at == 0 { "\n" } else { ",\n" });
        match path.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\')) {
            true => json.extend(["\"", path, "\""]),
            false => json.push_str(&json!(path).to_string()),
        }
        json.extend([":{\"bytes\":", &bytes.to_string(), ",\"sha256\":\""]);
        json.push_str(&hex(sha256));
        json.push_str("\"}");
    }
    json.push_str("\n}}\n");
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
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// By path below the output.
    pub files: BTreeMap<String, Entry>,
}

impl Manifest {
    /// The files that another site does not have, whose files come in the order of their paths.
    pub fn others_than<'m>(&'m self, site: &[&Standing]) -> Vec<&'m str> {
        let mut site = site.iter().peekable();
        let is_other = |path: &&String| {
            while site.next_if(|file| file.path < **path).is_some() {}
            site.peek().is_none_or(|file| file.path != **path)
        };
        self.files.keys().filter(is_other).map(String::as_str).collect()
    }

    /// Reads the manifest of a folder; `None` when there is none that can be read.
    pub fn read(folder: &Path) -> Option<Self> {
        Self::of(&Folder::open(folder).ok()?).ok()?.map(|(manifest, _)| manifest)
    }

    /// The manifest of an open folder, with its SHA-256; `None` when there is none.
    ///
    /// # Errors
    ///
    /// There is something of its name that is no manifest.
    pub fn of(folder: &Folder) -> io::Result<Option<(Self, [u8; 32])>> {
        let Some(bytes) = folder.bytes(FILE.as_ref())? else { return Ok(None) };
        let parsed = Self::parse(&bytes).ok_or_else(|| io::Error::other("is not a manifest of Prospectus"))?;
        Ok(Some((parsed, sha256(&bytes))))
    }

    fn parse(json: &[u8]) -> Option<Self> {
        let written: Written = serde_json::from_slice(json).ok()?;
        let files = written.files.into_iter();
        let files =
            files.map(|(path, entry)| Some((path, Entry { bytes: entry.bytes, sha256: unhex(&entry.sha256)? })));
        Some(Manifest { files: files.collect::<Option<_>>()? })
    }
}

/// The SHA-256 of bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
