//! Names of files and parts of addresses: what they may be, and which one was meant.

use crate::diagnostics::did_you_mean;
use crate::images::kind::Kind;

/// Bytes of an id, slug or segment at most: with what is added for data files it stays a name that any disk keeps.
const LONGEST: usize = 200;

/// Whether a word may stand in an address: `[a-z0-9-]+`.
pub fn is_address_part(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= LONGEST
        && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Whether a file is an image, by its name.
pub fn is_image(name: &str) -> bool {
    Kind::of_name(name).is_some()
}

/// Which of the files beside a record was meant by a name that none of them has.
pub fn nearest_file(name: &str, files: &[Box<str>]) -> Option<String> {
    let lower = name.to_lowercase();
    let other_case = files.iter().find(|file| file.to_lowercase() == lower);
    let other_case = other_case.map(|file| format!("did you mean `{file}`? Capital and small letters differ"));
    other_case.or_else(|| did_you_mean(name, files.iter().map(|file| &**file)))
}
