//! Every path of the output, whoever writes it: what would stand where something else stands already, and what no disk keeps.
//!
//! Paths that differ in nothing but letter case, or in how letters with marks are put together, are the same on some machines.
//! A file cannot have the name of a folder, nor lie in another file.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;
use icu::normalizer::ComposingNormalizerBorrowed;

use crate::diagnostics::Place;
use crate::diagnostics::printable::is_unseen;

/// Bytes that a name may have: what the file systems of Linux, macOS and Windows keep.
const NAME: usize = 255;
/// Bytes that a path below the output may have: with the folder it lies in it stays below what systems allow.
const PATH: usize = 1000;

/// The paths that are taken.
#[derive(Debug, Clone, Default)]
pub struct Paths {
    known: HashMap<Box<str>, Known, FixedState>,
}

#[derive(Debug, Clone)]
struct Known {
    /// Shared by a file and the folders that it brings.
    place: Arc<Place>,
    is_folder: bool,
}

/// Why a path is not free, with the place of what is there.
#[derive(Debug, Clone, PartialEq)]
pub enum Clash {
    /// Another file has it.
    Same(Place),
    /// It is a folder in which others lie.
    Folder(Place),
    /// A part of it is a file.
    InFile(String, Place),
}

impl Paths {
    /// Takes a path for a file that a place asks for.
    ///
    /// # Errors
    ///
    /// What is there already; then nothing is taken.
    pub fn take(&mut self, path: &str, place: Place) -> Result<(), Clash> {
        let key = key(path);
        if let Some(known) = self.known.get(&*key) {
            let there = Place::clone(&known.place);
            return Err(if known.is_folder { Clash::Folder(there) } else { Clash::Same(there) });
        }
        let folders: Vec<&str> = key.rmatch_indices('/').map(|(at, _)| &key[..at]).collect();
        // Folders above one that is known are known, too.
        let known = folders.iter().position(|folder| self.known.contains_key(*folder)).unwrap_or(folders.len());
        if let Some(file) = folders.get(known).filter(|folder| self.known.get(**folder).is_some_and(|k| !k.is_folder)) {
            return Err(Clash::InFile((*file).to_owned(), Place::clone(&self.known[*file].place)));
        }
        let place = Arc::new(place);
        for folder in &folders[..known] {
            self.known.insert((*folder).into(), Known { place: place.clone(), is_folder: true });
        }
        self.known.insert(key.into_owned().into(), Known { place, is_folder: false });
        Ok(())
    }

    /// Whether a file has a path.
    pub fn has_file(&self, path: &str) -> bool {
        self.known.get(&*key(path)).is_some_and(|known| !known.is_folder)
    }

    /// How many paths files have.
    pub fn files(&self) -> usize {
        self.known.values().filter(|known| !known.is_folder).count()
    }
}

/// A path as machines compare it that know no letter case and put letters together.
fn key(path: &str) -> Cow<'_, str> {
    if path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(path);
    }
    Cow::Owned(ComposingNormalizerBorrowed::new_nfc().normalize(&path.to_lowercase()).into_owned())
}

/// Why no file can be written at a path, or should not be; the end of a sentence.
pub fn flaw(path: &str) -> Option<String> {
    if let Some(name) = path.split('/').find(|name| name.len() > NAME) {
        return Some(format!("has a part of {} bytes: a name may have {NAME}", name.len()));
    }
    if path.len() > PATH {
        return Some(format!("is {} bytes long: {PATH} are allowed", path.len()));
    }
    if path.contains('\\') {
        return Some("has a backslash in it, which parts folders on some machines".to_owned());
    }
    let has_unseen =
        if path.is_ascii() { path.bytes().any(|byte| byte.is_ascii_control()) } else { path.contains(is_unseen) };
    has_unseen.then(|| "has a character in it that nobody sees".to_owned())
}

/// The part of a path that Windows keeps for itself or does not allow.
pub fn unfit_for_windows(path: &str) -> Option<&str> {
    path.split('/').find(|name| {
        name.ends_with(['.', ' '])
            || name.bytes().any(|byte| matches!(byte, b'<' | b'>' | b':' | b'"' | b'|' | b'?' | b'*'))
            || is_device(name.split('.').next().unwrap_or_default())
    })
}

/// Whether a name stands for a device of Windows.
fn is_device(stem: &str) -> bool {
    let is = |name: &&str| stem.eq_ignore_ascii_case(name);
    match stem.as_bytes() {
        [_, _, _] => ["con", "prn", "aux", "nul"].iter().any(is),
        [.., b'1'..=b'9'] if stem.len() == 4 => {
            ["com", "lpt"].iter().any(|name| stem.as_bytes()[..3].eq_ignore_ascii_case(name.as_bytes()))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> Place {
        Place::file(name)
    }

    #[test]
    fn a_file_and_a_folder_cannot_have_one_name_whoever_comes_first() {
        let mut paths = Paths::default();

        assert_eq!(paths.take("a/b/c.html", of("1")), Ok(()));
        assert_eq!(paths.take("a/b", of("2")), Err(Clash::Folder(of("1"))));
        assert_eq!(paths.take("A/b/C.html", of("3")), Err(Clash::Same(of("1"))));
        assert_eq!(paths.take("a/b/c.html/d/e", of("4")), Err(Clash::InFile("a/b/c.html".to_owned(), of("1"))));
        assert_eq!(paths.take("a/b/d.html", of("5")), Ok(()));
    }

    #[test]
    fn letters_put_together_in_two_ways_are_the_same() {
        let mut paths = Paths::default();

        assert_eq!(paths.take("Ü.pdf", of("1")), Ok(()));
        assert_eq!(paths.take("u\u{308}.pdf", of("2")), Err(Clash::Same(of("1"))));
    }

    #[test]
    fn what_no_disk_keeps_is_said() {
        assert!(flaw(&format!("a/{}", "x".repeat(256))).is_some());
        assert!(flaw(&"abcdefghi/".repeat(101)).is_some());
        assert!(flaw("a\\b").is_some() && flaw("a\nb").is_some() && flaw("a\u{202e}b").is_some());
        assert_eq!(flaw("en/über uns/index.html"), None);
        assert_eq!(unfit_for_windows("en/nul/index.html"), Some("nul"));
        assert_eq!(unfit_for_windows("files/AUX.pdf"), Some("AUX.pdf"));
        assert_eq!(unfit_for_windows("en/console/com10/a.b"), None);
    }
}
