//! This program, told from others: another one makes other files of the same site.

use std::fs::File;
use std::hash::{BuildHasher as _, Hasher as _};
use std::io::{self, Read as _};
use std::path::Path;

use foldhash::quality::FixedState;

use crate::read::stamp::Stamp;

/// A program: what the system says of its file, and a hash of that.
pub type Program = (Stamp, u64);

/// This program, whose hash `known` may have; `None`: nobody can tell.
pub fn this(known: Option<Program>) -> Option<Program> {
    let path = std::env::current_exe().ok()?;
    let stamp = Stamp::of(&std::fs::metadata(&path).ok()?);
    known.filter(|(known, _)| *known == stamp).or_else(|| Some((stamp, hashed(&path).ok()?)))
}

/// Bytes in which the id of a build is looked for, at the beginning of a file.
const BEGINNING: usize = 4096;

/// A hash of a file that nobody forges: only whether it is the same is asked. A linker's own hash of it is as good, and spares
/// reading a hundred megabytes.
fn hashed(path: &Path) -> io::Result<u64> {
    let mut file = File::open(path)?;
    let mut bytes = vec![0; 1 << 18];
    let mut hash = FixedState::with_seed(0).build_hasher();
    let mut count = file.read(&mut bytes)?;
    let beginning = &bytes[..count.min(BEGINNING)];
    if let Some(id) = build_id(beginning) {
        hash.write(id);
        return Ok(hash.finish());
    }
    while count > 0 {
        hash.write(&bytes[..count]);
        count = file.read(&mut bytes)?;
    }
    Ok(hash.finish())
}

/// The note `NT_GNU_BUILD_ID` of a program of 64 bits whose numbers begin with their low bytes, which linkers make of all that is
/// in it: the format ELF of the System V ABI, headers of the file, of its segments and of their notes. `None`: it has none at
/// its beginning.
fn build_id(file: &[u8]) -> Option<&[u8]> {
    const NOTE: usize = 4;
    const GNU_BUILD_ID: usize = 3;
    const LEAST: usize = 16;
    let number = |of: usize, at: usize, length: usize| {
        let begin = of.checked_add(at)?;
        let bytes = file.get(begin..begin.checked_add(length)?)?;
        Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
    };
    file.starts_with(b"\x7fELF\x02\x01").then_some(())?;
    let (segments, length, count) = (number(0, 32, 8)?, number(0, 54, 2)?, number(0, 56, 2)?);
    for nth in 0..count {
        let segment = segments.checked_add(nth * length)?;
        if number(segment, 0, 4)? != NOTE {
            continue;
        }
        let mut at = number(segment, 8, 8)?;
        let end = at.checked_add(number(segment, 32, 8)?)?;
        while at < end {
            let (name, description, kind) = (number(at, 0, 4)?, number(at, 4, 4)?, number(at, 8, 4)?);
            let words = at + 12;
            let begin = words.checked_add(name.checked_next_multiple_of(4)?)?;
            let text = file.get(begin..begin.checked_add(description)?)?;
            if kind == GNU_BUILD_ID && file[words..].starts_with(b"GNU\0") && description >= LEAST {
                return Some(text);
            }
            at = begin.checked_add(description.checked_next_multiple_of(4)?)?;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of one segment of notes.
    fn program(notes: &[u8]) -> Vec<u8> {
        let mut file = b"\x7fELF\x02\x01".to_vec();
        file.resize(32, 0);
        file.extend(64_u64.to_le_bytes());
        file.resize(54, 0);
        file.extend([56_u16, 1].iter().flat_map(|number| number.to_le_bytes()));
        file.resize(64, 0);
        file.extend(4_u64.to_le_bytes());
        file.extend(120_u64.to_le_bytes());
        file.resize(96, 0);
        file.extend((notes.len() as u64).to_le_bytes());
        file.resize(120, 0);
        file.extend(notes);
        file
    }

    fn note(kind: u32, text: &[u8]) -> Vec<u8> {
        let numbers = [4, text.len() as u32, kind].into_iter().flat_map(u32::to_le_bytes);
        numbers.chain(*b"GNU\0").chain(text.iter().copied()).collect()
    }

    #[test]
    fn the_id_of_a_build_is_found_behind_other_notes() {
        let file = program(&[note(1, &[0; 16]), note(3, b"twenty bytes of hash")].concat());

        assert_eq!(build_id(&file), Some(&b"twenty bytes of hash"[..]));
    }

    #[test]
    fn what_is_no_program_or_ends_too_early_has_none() {
        let file = program(&note(3, b"twenty bytes of hash"));

        assert_eq!(build_id(b"#!/bin/sh"), None);
        assert_eq!(build_id(&program(&note(3, b"short"))), None);
        assert!((0..file.len()).all(|end| build_id(&file[..end]).is_none()));
    }

    #[test]
    fn numbers_that_are_too_large_end_the_search() {
        let mut file = program(&note(3, b"twenty bytes of hash"));
        for at in 32..file.len() {
            let before = std::mem::replace(&mut file[at], 0xff);
            build_id(&file);
            file[at] = before;
        }
        file[32..].fill(0xff);

        assert_eq!(build_id(&file), None);
    }
}
