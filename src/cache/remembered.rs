//! Which versions of images stand in the output, by what they were made of.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use crate::images::picture::Order;
use crate::read;
use crate::read::hex::{hex, unhex};

/// The file of images in the folder.
const IMAGES: &str = "images";
/// Its first line; another version is read as if it were not there.
const HEADER: &str = "prospectus cache 1";
/// Images that no run used for a while are forgotten when there are so many more than were used.
const MOST_UNUSED: usize = 20_000;

/// A version of an image in the output.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    /// Its path below the output.
    path: Box<str>,
    /// The SHA-256 of its bytes.
    sha256: [u8; 32],
}

/// By the key of what was to be made: [`Order::key`].
type Images = BTreeMap<[u8; 32], Known>;

/// What earlier runs made.
#[derive(Debug)]
pub struct Cache {
    /// Where it is kept; `None`: nowhere.
    folder: Option<PathBuf>,
    /// What it held when it was opened.
    before: Images,
    /// What this run used and made.
    now: Mutex<Images>,
}

impl Cache {
    /// Reads the cache in a folder, which need not be there.
    pub fn open(folder: PathBuf) -> Self {
        let before = read::bytes(&folder.join(IMAGES)).ok().and_then(|bytes| parsed(&bytes)).unwrap_or_default();
        Cache { folder: Some(folder), before, now: Mutex::default() }
    }

    /// A cache that forgets.
    pub fn nowhere() -> Self {
        Cache { folder: None, before: Images::new(), now: Mutex::default() }
    }

    /// The folder where it is kept; `None`: nowhere.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Whether an earlier run made the same.
    pub fn has(&self, order: &Order) -> bool {
        self.before.contains_key(&order.key())
    }

    /// The SHA-256 of the same version at the same path, by an earlier run.
    pub fn sha256(&self, order: &Order) -> Option<[u8; 32]> {
        self.before.get(&order.key()).filter(|known| known.path == order.version.path).map(|known| known.sha256)
    }

    /// Notes what stands in the new output.
    pub fn keep(&self, order: &Order, sha256: [u8; 32]) {
        let known = Known { path: order.version.path.clone(), sha256 };
        self.now.lock().unwrap_or_else(PoisonError::into_inner).insert(order.key(), known);
    }

    /// Writes what is known now, in one step: a run that reads meanwhile finds the old or the new. Gives back what to tell
    /// the user when that is not possible.
    pub fn save(&self) -> Option<String> {
        let folder = self.folder.as_ref()?;
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if self.before.len() <= now.len() + MOST_UNUSED {
            for (key, known) in &self.before {
                now.entry(*key).or_insert_with(|| known.clone());
            }
        }
        if now == self.before {
            return None;
        }
        let error = super::replace(&folder.join(IMAGES), |file| file.write_all(text(&now).as_bytes())).err()?;
        Some(failed(folder, &error))
    }
}

/// What is said where nothing can be remembered.
pub fn failed(place: &Path, error: &io::Error) -> String {
    format!("cannot remember in {} what was made ({error}): the next build makes it again", place.display())
}

/// Lines of key, SHA-256 and path; the last line is the SHA-256 of all before it.
fn text(images: &Images) -> String {
    let mut text = format!("{HEADER}\n");
    for (key, known) in images {
        text.push_str(&format!("{} {} {}\n", hex(key), hex(&known.sha256), known.path));
    }
    let sum = hex(&Sha256::digest(&text));
    text + &sum + "\n"
}

/// What a file says; `None` where it is not whole, not of this version or not ours.
fn parsed(bytes: &[u8]) -> Option<Images> {
    let text = std::str::from_utf8(bytes).ok()?.strip_suffix('\n')?;
    let (lines, sum) = text.split_at(text.rfind('\n')? + 1);
    if hex(&Sha256::digest(lines)) != sum {
        return None;
    }
    let entries = lines.strip_prefix(HEADER)?.strip_prefix('\n')?.lines().map(|line| {
        let (key, rest) = line.split_once(' ')?;
        let (sha256, path) = rest.split_once(' ')?;
        Some((unhex(key)?, Known { path: path.into(), sha256: unhex(sha256)? }))
    });
    entries.collect()
}

#[cfg(test)]
mod tests {
    use super::{Images, Known, parsed, text};

    #[test]
    fn what_is_damaged_anywhere_counts_as_deleted() {
        let images = Images::from([
            ([1; 32], Known { path: "files/a b.webp".into(), sha256: [2; 32] }),
            ([3; 32], Known { path: "files/c.jpg".into(), sha256: [4; 32] }),
        ]);
        let whole = text(&images);

        assert_eq!(parsed(whole.as_bytes()), Some(images));
        assert_eq!(parsed(text(&Images::new()).as_bytes()), Some(Images::new()));
        for at in 0..whole.len() {
            assert_eq!(parsed(&whole.as_bytes()[..at]), None, "cut at {at}");
            let mut damaged = whole.clone().into_bytes();
            damaged[at] ^= 1;
            assert_eq!(parsed(&damaged), None, "changed at {at}");
        }
    }
}
