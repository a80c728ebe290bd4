//! The folders of a site that an earlier run listed: where the system says of one what it said then, there is in it what was in it.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diagnostics::Checked;
use crate::read::stamp::Stamp;
use crate::read::{Folder, ListedFolder, PARTS, Walk, is_hidden, relative};

/// So many folders that are others are looked at one by one; of more, all are walked through.
const MOST: usize = 64;

/// Lists the files of a site of which an earlier run found these files and folders, both sorted by path.
pub fn open<'a>(root: &Path, paths: impl Iterator<Item = &'a str>, folders: &[ListedFolder]) -> Checked<Folder> {
    match listed(root, paths, folders) {
        Some(walk) => Folder::of(walk, Vec::new()),
        None => Folder::open(root),
    }
}

/// What a walk would find; `None`: there is more to it than files and folders that came and went.
fn listed<'a>(root: &Path, paths: impl Iterator<Item = &'a str>, folders: &[ListedFolder]) -> Option<Walk> {
    let is_known = |path: &str| folders.binary_search_by(|(known, _)| (**known).cmp(path)).is_ok();
    if folders.is_empty() || PARTS.iter().any(|part| root.join(part).exists() != is_known(part)) {
        return None;
    }
    let mut walk = Walk::of(root);
    let now = |(path, known): &ListedFolder| {
        let now = Stamp::of_folder(&root.join(&**path));
        (now, now.is_some() && now == *known)
    };
    let now: Vec<(Option<Stamp>, bool)> = folders.par_iter().map(now).collect();
    let others = || folders.iter().zip(&now).filter(|(_, (_, is_same))| !is_same);
    if others().count() > MOST {
        return None;
    }
    let changed: HashSet<&str> = others().map(|((path, _), _)| &**path).collect();
    let is_same = |path: &&str| !path.rsplit_once('/').is_some_and(|(folder, _)| changed.contains(folder));
    walk.paths.extend(paths.filter(is_same).map(Arc::from));
    for ((path, _), (stamp, is_same)) in folders.iter().zip(&now) {
        let Some(stamp) = stamp else { continue };
        let tells = stamp.tells_folders(walk.began);
        walk.folders.push((path.clone(), tells.then_some(*stamp)));
        if !is_same && !list(&mut walk, &root.join(&**path), is_known) {
            return None;
        }
    }
    Some(walk)
}

/// Adds what is in a folder, but for folders that are known. Gives back whether it is all files and folders.
fn list(walk: &mut Walk, folder: &Path, is_known: impl Fn(&str) -> bool) -> bool {
    let root = walk.root.clone();
    let mut findings = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).max_depth(1) {
        let Ok(entry) = entry else { return false };
        if is_hidden(&entry, &root) {
            continue;
        }
        let kind = entry.file_type();
        if kind.is_file() {
            walk.add(entry.path(), &mut findings);
        } else if kind.is_dir() {
            if relative(&root, entry.path()).is_none_or(|path| !is_known(&path)) {
                walk.note(entry.path());
                walk.walk(entry.path(), &mut findings);
            }
        } else {
            return false;
        }
    }
    findings.is_empty() && walk.link_targets.is_empty()
}
