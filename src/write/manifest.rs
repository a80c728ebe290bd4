//! `manifest.json`: every file that Prospectus wrote, with its SHA-256.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::plan::outputs::MANIFEST;
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

/// What an output folder holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// By path below the output.
    pub files: BTreeMap<String, Entry>,
}

impl Manifest {
    /// `{"generator": …, "files": {path: {"bytes": …, "sha256": …}}}`, one file a line, sorted.
    pub fn to_json(&self) -> String {
        let mut json = String::with_capacity(self.files.len() * 130);
        json.push_str(&format!("{{\"generator\":\"prospectus {}\",\"files\":{{", env!("CARGO_PKG_VERSION")));
        for (at, (path, entry)) in self.files.iter().enumerate() {
            let hash: String = hex(&entry.sha256);
            let name = json!(path);
            json.push_str(&format!(
                "{}\n{name}:{{\"bytes\":{},\"sha256\":\"{hash}\"}}",
                if at == 0 { "" } else { "," },
                entry.bytes
            ));
        }
        json.push_str("\n}}\n");
        json
    }

    /// Reads the manifest of a folder; `None` when there is none that can be read.
    pub fn read(folder: &Path) -> Option<Self> {
        Self::of(&Folder::open(folder).ok()?).ok()?
    }

    /// The manifest of an open folder; `None` when there is none.
    ///
    /// # Errors
    ///
    /// There is something of its name that is no manifest.
    pub fn of(folder: &Folder) -> io::Result<Option<Self>> {
        let Some(bytes) = folder.bytes(FILE.as_ref())? else { return Ok(None) };
        Self::parse(&bytes).map(Some).ok_or_else(|| io::Error::other("is not a manifest of Prospectus"))
    }

    fn parse(json: &[u8]) -> Option<Self> {
        let value: Value = serde_json::from_slice(json).ok()?;
        let files = value.get("files")?.as_object()?.iter().map(|(path, entry)| {
            let bytes = entry.get("bytes")?.as_u64()?;
            Some((path.clone(), Entry { bytes, sha256: unhex(entry.get("sha256")?.as_str()?)? }))
        });
        Some(Manifest { files: files.collect::<Option<_>>()? })
    }
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)] as char, DIGITS[usize::from(byte & 15)] as char])
        .collect()
}

/// The SHA-256 of bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).ok()?;
    }
    Some(bytes)
}
