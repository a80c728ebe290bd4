//! Keys in files of a few kilobytes, found by the hash of how they begin.
//!
//! A key stands in the bucket of its first two characters, of Chinese and Japanese the first. Where too many begin with the same two, their beginning is split:
//! then the first three count, or four. So a browser knows from the list of split beginnings which file has a word, and with it
//! all words that begin alike.

use std::collections::BTreeMap;

use crate::search::fold::is_of_runs;

/// Bytes of a file as a browser gets it, compressed, at most: a little below what is promised.
pub const LIMIT: usize = 7_000;
/// A beginning is split as soon as its keys are this part of a file: small ones fill files evenly.
const PART: usize = 6;

/// How keys are spread over files.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    /// How many files there are, at least one.
    pub buckets: u32,
    /// The longest beginnings that are split, in order: each shorter one of theirs is split, too. Names of a hundred thousand
    /// records begin alike for many letters.
    pub splits: Vec<String>,
    /// For each file, from the first, the positions of what is in it.
    pub files: Vec<Vec<u32>>,
}

/// Something that is filed: its letters, and how much room it takes.
#[derive(Debug, Clone, Copy)]
pub struct Filed<'k> {
    /// By which it is filed.
    pub letters: &'k str,
    /// What it takes in a file, compressed.
    pub weight: usize,
}

/// The beginning by which a key is filed, with so many characters; the whole key where it is shorter.
fn beginning(key: &str, characters: usize) -> &str {
    key.char_indices().nth(characters).map_or(key, |(end, _)| &key[..end])
}

/// FNV-1a of 32 bits: small, the same everywhere, and a line in any language.
pub fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// What compressed text takes, from above: letters and digits of ASCII, and characters beyond it.
pub fn weight(text: &str) -> usize {
    let ascii = text.bytes().filter(u8::is_ascii).count();
    (ascii * 7 + (text.len() - ascii) * 10) / 20
}

/// Spreads keys over files.
pub fn layout(filed: &[Filed]) -> Layout {
    let mut splits = Vec::new();
    let all: Vec<u32> = (0..filed.len() as u32).collect();
    let (runs, words): (Vec<u32>, Vec<u32>) = all.iter().partition(|at| is_of_runs(filed[**at as usize].letters));
    let mut groups = BTreeMap::new();
    split(filed, runs, 1, (&mut groups, &mut splits));
    split(filed, words, 2, (&mut groups, &mut splits));
    splits.sort_unstable();
    let total: usize = groups.values().map(|(weight, _)| *weight).sum();
    let mut buckets = (total * 2).div_ceil(LIMIT).max(1) as u32;
    while buckets > 1 && fullest(&groups, buckets) > LIMIT {
        buckets += buckets.div_ceil(8);
    }
    let mut files = vec![Vec::new(); buckets as usize];
    for (beginning, (_, members)) in groups {
        files[(hash(beginning) % buckets) as usize].extend(members);
    }
    // In the order of the keys, so that like stands beside like.
    files.iter_mut().for_each(|file| file.sort_unstable());
    Layout { buckets, splits, files }
}

/// Beginnings with what is filed by each and how much room it takes.
type Groups<'k> = BTreeMap<&'k str, (usize, Vec<u32>)>;

/// Groups keys by their beginning, and those of a beginning that has too many by a longer one.
fn split<'k>(
    filed: &[Filed<'k>],
    members: Vec<u32>,
    characters: usize,
    (groups, splits): (&mut Groups<'k>, &mut Vec<String>),
) {
    let mut own: Groups = BTreeMap::new();
    for at in members {
        let Filed { letters, weight } = filed[at as usize];
        let group = own.entry(beginning(letters, characters)).or_default();
        group.0 += weight;
        group.1.push(at);
    }
    for (start, (weight, members)) in own {
        let is_longer = |at: &u32| filed[*at as usize].letters.len() > start.len();
        if weight * PART > LIMIT && members.iter().any(is_longer) && start.chars().count() == characters {
            let before = splits.len();
            split(filed, members, characters + 1, (groups, splits));
            if splits.len() == before {
                splits.push(start.to_owned());
            }
        } else {
            groups.insert(start, (weight, members));
        }
    }
}

/// What is in the fullest file.
fn fullest(groups: &Groups, buckets: u32) -> usize {
    let mut weights = vec![0; buckets as usize];
    groups.iter().for_each(|(start, (weight, _))| weights[(hash(start) % buckets) as usize] += weight);
    weights.into_iter().max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        // Test vectors of the authors.
        assert_eq!([hash(""), hash("a"), hash("foobar")], [0x811c_9dc5, 0xe40c_292c, 0xbf9c_f968]);
    }

    /// Which file a key is in, by the rule that browsers follow.
    fn file_of(layout: &Layout, key: &str) -> usize {
        let mut characters = if is_of_runs(key) { 1 } else { 2 };
        let is_split = |start: &str| layout.splits.iter().any(|split| split.starts_with(start));
        while key.chars().count() > characters && is_split(beginning(key, characters)) {
            characters += 1;
        }
        (hash(beginning(key, characters)) % layout.buckets) as usize
    }

    #[test]
    fn each_key_is_where_its_beginning_leads_and_no_file_is_too_large() {
        let mut keys: Vec<String> = (0..3000_u32).map(|n| format!("co{:x}", n.wrapping_mul(2_654_435_761))).collect();
        keys.extend(["co", "c", "青岛", "青", "zentrum"].map(String::from));
        keys.sort();
        keys.dedup();
        let filed: Vec<Filed> = keys.iter().map(|key| Filed { letters: key, weight: 120 }).collect();

        let layout = layout(&filed);

        assert!(layout.splits.iter().any(|split| split.starts_with("co1")), "{:?}", layout.splits);
        assert!(!layout.splits.contains(&"co".to_owned()), "the longer one says so");
        for (at, key) in keys.iter().enumerate() {
            assert!(layout.files[file_of(&layout, key)].contains(&(at as u32)), "{key}");
        }
        assert!(layout.files.iter().all(|file| file.len() * 120 <= LIMIT));
        assert_eq!(layout.files.iter().map(Vec::len).sum::<usize>(), keys.len());
    }

    #[test]
    fn few_keys_are_one_file_and_none_is_one_too() {
        let one = layout(&[Filed { letters: "a", weight: 10 }, Filed { letters: "ab", weight: 10 }]);

        assert_eq!((one.buckets, one.splits.len()), (1, 0));
        assert_eq!(layout(&[]).files, [Vec::<u32>::new()]);
    }
}
