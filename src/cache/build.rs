//! What the last build into an output was made of: files of the site, what the files of the output read, and what that came to.
//!
//! In:  the file `build-…` in the cache, one for each output.
//! Out: [`Build`]. There are hashes, names and paths in it, and no content. What is damaged, or of another program, counts as
//!      deleted.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::cache::program::{self, Program};
use crate::output::State;
use crate::output::packed::Packed;
use crate::read::ListedFolder;
use crate::read::hex::hex;
use crate::read::stamp::{Stamp, Standing};

/// How the file begins; another version is read as if it were not there.
const HEADER: &[u8] = b"prospectus build 2\n";

/// The last build into an output.
///
/// It is written in pieces, each with its length and SHA-256, so that several threads can do that.
#[derive(Debug, Clone, Default)]
pub struct Build {
    /// The program that made it: what the system says of its file, and a hash of that.
    pub program: Option<Program>,
    /// What the run was asked for.
    pub run: String,
    /// The files of the site, by path.
    pub inputs: Vec<Input>,
    /// The folders of the site, by path.
    pub folders: Vec<ListedFolder>,
    /// What all files of the output are made of.
    pub common: State,
    /// The names of all that was read, with what it came to; `None`: it is never the same.
    pub names: Vec<(Box<str>, Option<State>)>,
    /// Reads that many files have in common, as positions in `names`.
    pub groups: Vec<Packed>,
    /// The files of the output, by path.
    pub outputs: Vec<Made>,
    /// The SHA-256 of the manifest of the output.
    pub manifest: [u8; 32],
    /// What was counted, in the words of whoever counted.
    pub summary: Vec<u8>,
    /// Whether nothing at all was found: then nothing has to be said again.
    pub is_quiet: bool,
}

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Its path.
    pub path: Box<str>,
    /// What the system said of it; `None`: that does not tell.
    pub stamp: Option<Stamp>,
    /// The SHA-256 of its bytes.
    #[serde(with = "sha256")]
    pub sha256: [u8; 32],
}

/// A file of the output.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Made {
    /// Its path.
    #[serde(with = "shared")]
    pub path: Arc<str>,
    /// How long it is.
    pub bytes: u64,
    /// The SHA-256 of its bytes.
    #[serde(with = "sha256")]
    pub sha256: [u8; 32],
    /// What the system said of it; `None`: that does not tell.
    pub stamp: Option<Stamp>,
    /// What it read, as positions in the names.
    pub single: Packed,
    /// And as positions in the groups.
    pub groups: Packed,
}

/// What a build adds to what an earlier one knew.
#[derive(Debug, Default)]
pub struct Next {
    /// What all files of the output are made of.
    pub common: State,
    /// What each name of the earlier build comes to now.
    pub states: Vec<Option<State>>,
    /// Names, groups and files that it did not have; their positions come behind its own.
    pub names: Vec<(Box<str>, Option<State>)>,
    /// Groups, likewise.
    pub groups: Vec<Packed>,
    /// What was made.
    pub outputs: Vec<Made>,
}

/// A SHA-256 as bytes.
mod sha256 {
    use serde::de::Visitor;
    use serde::{Deserializer, Serializer};

    struct Bytes;

    impl<'de> Visitor<'de> for Bytes {
        type Value = [u8; 32];

        fn expecting(&self, words: &mut std::fmt::Formatter) -> std::fmt::Result {
            words.write_str("32 bytes")
        }

        fn visit_borrowed_bytes<E: serde::de::Error>(self, bytes: &'de [u8]) -> Result<[u8; 32], E> {
            bytes.try_into().map_err(|_| E::custom("is no SHA-256"))
        }
    }

    /// Writes it.
    pub fn serialize<S: Serializer>(sha256: &[u8; 32], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(sha256)
    }

    /// Reads it.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[u8; 32], D::Error> {
        deserializer.deserialize_bytes(Bytes)
    }
}

/// A shared text.
mod shared {
    use std::sync::Arc;

    use serde::de::Visitor;
    use serde::{Deserializer, Serializer};

    struct Text;

    impl<'de> Visitor<'de> for Text {
        type Value = Arc<str>;

        fn expecting(&self, words: &mut std::fmt::Formatter) -> std::fmt::Result {
            words.write_str("a text")
        }

        fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<Arc<str>, E> {
            Ok(text.into())
        }
    }

    /// Writes it.
    pub fn serialize<S: Serializer>(text: &Arc<str>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(text)
    }

    /// Reads it.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
        deserializer.deserialize_str(Text)
    }
}

/// So many groups that no file has are not worth the work of leaving them out.
const MOST_UNUSED: usize = 20_000;

impl Made {
    /// The file as it stood.
    pub fn standing(&self) -> Standing {
        Standing { path: self.path.clone(), bytes: self.bytes, sha256: self.sha256, stamp: self.stamp }
    }
}

impl Build {
    /// The last build into an output; `None`: it is not known, or another program made it.
    pub fn open(file: &Path) -> Option<Self> {
        let bytes = std::fs::read(file).ok()?;
        let mut rest = bytes.strip_prefix(HEADER)?;
        let [all, inputs, names, outputs] = [(); 4].map(|()| taken(&mut rest));
        rest.is_empty().then_some(())?;
        let of_site = || rayon::join(|| parsed(all?), || parsed(inputs?));
        let of_output = || rayon::join(|| parsed(names?), || parsed(outputs?));
        let ((all, inputs), (named, outputs)) = rayon::join(of_site, of_output);
        let (program, run, common, manifest, summary, is_quiet) = all?;
        let ((inputs, folders), (names, groups), outputs) = (inputs?, named?, outputs?);
        let build =
            Build { program, run, inputs, folders, common, names, groups, outputs, manifest, summary, is_quiet };
        (build.is_by_this_program() && build.is_consistent()).then_some(build)
    }

    /// Whether all that it points to is there, and in order: it may have come from elsewhere.
    fn is_consistent(&self) -> bool {
        let is_below = |list: &Packed, count: usize| list.iter().all(|at| (at as usize) < count);
        let (names, groups) = (self.names.len(), self.groups.len());
        self.groups.iter().all(|group| is_below(group, names))
            && self.outputs.iter().all(|made| is_below(&made.single, names) && is_below(&made.groups, groups))
            && self.outputs.is_sorted_by(|one, other| one.path < other.path)
            && self.inputs.is_sorted_by(|one, other| one.path < other.path)
            && self.folders.is_sorted_by(|one, other| one.0 < other.0)
    }

    /// The same with what a later build added, of which the files in `stands` are in the output now, in the order of their
    /// paths; those that nobody knows what they read are left out.
    pub fn with(self, next: Next, stands: Vec<Standing>) -> Build {
        let Next { common, states, names, groups, mut outputs } = next;
        let mut build = Build { common, ..self };
        build.names.iter_mut().zip(states).for_each(|((_, known), state)| *known = state);
        build.names.extend(names);
        build.groups.extend(groups);
        outputs.sort_by(|a, b| a.path.cmp(&b.path));
        let is_same = |(known, now): (&Made, &Standing)| known.path == now.path;
        if build.outputs.len() == stands.len() && build.outputs.iter().zip(&stands).all(is_same) {
            return build.with_others(outputs, stands).compacted();
        }
        let mut made = outputs.into_iter().peekable();
        let mut known = std::mem::take(&mut build.outputs).into_iter().peekable();
        for Standing { path, bytes, sha256, stamp } in stands {
            let new = std::iter::from_fn(|| made.next_if(|made| made.path <= path)).last();
            let old = std::iter::from_fn(|| known.next_if(|known| known.path <= path)).last();
            if let Some(reads) = new.filter(|made| made.path == path).or(old.filter(|known| known.path == path)) {
                build.outputs.push(Made { bytes, sha256, stamp, ..reads });
            }
        }
        build.compacted()
    }

    /// The same with other states of the same files, of which some were made again and read other things.
    fn with_others(mut self, made: Vec<Made>, stands: Vec<Standing>) -> Build {
        for made in made {
            if let Ok(at) = self.outputs.binary_search_by(|known| known.path.cmp(&made.path)) {
                self.outputs[at] = made;
            }
        }
        for (known, Standing { path: _, bytes, sha256, stamp }) in self.outputs.iter_mut().zip(stands) {
            (known.bytes, known.sha256, known.stamp) = (bytes, sha256, stamp);
        }
        self
    }

    /// The same without names and groups that no file has, where these are many.
    fn compacted(mut self) -> Build {
        let mut used = vec![false; self.groups.len()];
        self.outputs.iter().flat_map(|made| made.groups.iter()).for_each(|at| used[at as usize] = true);
        let count = used.iter().filter(|used| **used).count();
        if self.groups.len() < 2 * count + MOST_UNUSED {
            return self;
        }
        let mut groups = Vec::with_capacity(count);
        let mut renumber = |(group, used): (Packed, bool)| {
            used.then(|| {
                groups.push(group);
                groups.len() as u32 - 1
            })
        };
        let moved: Vec<Option<u32>> =
            std::mem::take(&mut self.groups).into_iter().zip(used).map(&mut renumber).collect();
        for made in &mut self.outputs {
            made.groups = Packed::of(made.groups.iter().filter_map(|at| moved[at as usize]).collect());
        }
        let mut used = vec![false; self.names.len()];
        let lists = self.outputs.iter().map(|made| &made.single).chain(&groups);
        lists.flat_map(Packed::iter).for_each(|at| used[at as usize] = true);
        let mut names = Vec::new();
        let mut renumber = |(name, used): ((Box<str>, Option<State>), bool)| {
            used.then(|| {
                names.push(name);
                names.len() as u32 - 1
            })
        };
        let moved: Vec<Option<u32>> =
            std::mem::take(&mut self.names).into_iter().zip(used).map(&mut renumber).collect();
        let lists = self.outputs.iter_mut().map(|made| &mut made.single).chain(&mut groups);
        lists.for_each(|list| *list = Packed::of(list.iter().filter_map(|at| moved[at as usize]).collect()));
        Build { names, groups, ..self }
    }

    fn is_by_this_program(&self) -> bool {
        let now = program::this(self.program);
        self.program.zip(now).is_some_and(|((_, known), (_, now))| known == now)
    }

    /// The same with what the system says now of the files and folders of the site and of the files of the output, which are
    /// what they were; `None`: it says what it said.
    pub fn moved(&self, inputs: Vec<Input>, folders: &[ListedFolder], stamps: &[Stamp]) -> Option<Build> {
        let is_same = |(made, stamp): (&Made, &Stamp)| made.stamp == Some(*stamp);
        if inputs == self.inputs && folders == self.folders && self.outputs.iter().zip(stamps).all(is_same) {
            return None;
        }
        let mut build =
            Build { program: program::this(self.program), inputs, folders: folders.to_vec(), ..self.clone() };
        build.outputs.iter_mut().zip(stamps).for_each(|(made, stamp)| made.stamp = Some(*stamp));
        Some(build)
    }

    /// Writes it, in one step: a run that reads meanwhile finds the old or the new.
    ///
    /// # Errors
    ///
    /// The cache cannot be written.
    pub fn save(&self, file: &Path) -> io::Result<()> {
        let Build { program, run, inputs, folders, common, names, groups, outputs, manifest, summary, is_quiet } = self;
        let all = || piece(&(program, run, common, manifest, summary, is_quiet));
        let of_site = || rayon::join(all, || piece(&(inputs, folders)));
        let of_output = || rayon::join(|| piece(&(names, groups)), || piece(outputs));
        let ((all, inputs), (names, outputs)) = rayon::join(of_site, of_output);
        let pieces = [all?, inputs?, names?, outputs?];
        super::replace(file, |file| {
            file.write_all(HEADER)?;
            pieces.iter().try_for_each(|piece| file.write_all(piece))
        })
    }
}

/// What is written of a part: its length, its SHA-256, and it.
fn piece(part: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut piece = postcard::to_extend(part, vec![0; BEFORE_PIECE]).map_err(io::Error::other)?;
    let (before, content) = piece.split_at_mut(BEFORE_PIECE);
    before[..8].copy_from_slice(&(content.len() as u64).to_le_bytes());
    before[8..].copy_from_slice(&Sha256::digest(content));
    Ok(piece)
}

/// Bytes before the content of a piece.
const BEFORE_PIECE: usize = 8 + 32;

/// Takes the next piece from the beginning of what is left: its SHA-256, and its content.
fn taken<'b>(rest: &mut &'b [u8]) -> Option<(&'b [u8; 32], &'b [u8])> {
    let (length, after) = rest.split_first_chunk::<8>()?;
    let (sum, after) = after.split_first_chunk::<32>()?;
    let (content, after) = after.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
    *rest = after;
    Some((sum, content))
}

/// What a piece says; `None`: it is damaged.
fn parsed<'b, T: Deserialize<'b>>((sum, content): (&[u8; 32], &'b [u8])) -> Option<T> {
    (Sha256::digest(content)[..] == *sum).then(|| postcard::from_bytes(content).ok())?
}

/// The file for an output in the cache of its site. An output in the site's folder has the same name wherever the site is.
pub fn file(cache: &Path, site: &Path, output: &Path) -> PathBuf {
    let whole = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path));
    let (site, output) = (whole(site).unwrap_or_default(), whole(output).unwrap_or_else(|_| output.to_owned()));
    let named = output.strip_prefix(&site).unwrap_or(&output);
    cache.join(format!("build-{}", hex(&Sha256::digest(named.as_os_str().as_encoded_bytes())[..8])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_damaged_anywhere_counts_as_deleted() {
        let folder = std::env::temp_dir().join(format!("prospectus-build-{}", std::process::id()));
        let file = folder.join("build-0");
        let input = Input { path: "content/site.yaml".into(), stamp: None, sha256: [1; 32] };
        let made = Made {
            path: "index.html".into(),
            bytes: 3,
            sha256: [2; 32],
            stamp: None,
            single: Packed::of(vec![0]),
            groups: Packed::default(),
        };
        let build = Build {
            program: program::this(None),
            inputs: vec![input.clone()],
            names: vec![("file a".into(), Some(7))],
            outputs: vec![made],
            ..Build::default()
        };
        build.save(&file).expect("can be written");

        assert_eq!(Build::open(&file).expect("is whole").inputs, [input]);
        let whole = std::fs::read(&file).expect("is there");
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            std::fs::write(&file, &damaged).expect("can be written");
            assert!(Build::open(&file).is_none(), "changed at {at}");
            std::fs::write(&file, &whole[..at]).expect("can be written");
            assert!(Build::open(&file).is_none(), "cut at {at}");
        }
        let of_another =
            Build { program: Some((Stamp { inode: 1, bytes: 1, modified: (1, 1), changed: (1, 1) }, 3)), ..build };
        of_another.save(&file).expect("can be written");
        assert!(Build::open(&file).is_none(), "another program made it");
        let _ = std::fs::remove_dir_all(folder);
    }
}
