//! Listing a site again, with what an earlier run found of its folders, finds what listing it anew does.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use prospectus::parse::Files;
use prospectus::read::{Folder, again};

use crate::fuzz::Random;
use crate::support::{Folderish, small};

/// After so long a folder is told from its later states by its times.
const SETTLED: Duration = Duration::from_millis(70);

/// Files and folders below a folder, sorted.
fn below(folder: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter().map(Result::unwrap);
    let (files, folders): (Vec<_>, Vec<_>) = entries.partition(|entry| !entry.file_type().is_dir());
    let paths = |entries: Vec<walkdir::DirEntry>| entries.into_iter().map(|entry| entry.into_path()).collect();
    (paths(files), paths(folders))
}

/// Changes something that a listing shows, or only a text; says what.
fn change(root: &Path, random: &mut Random) -> String {
    let (files, folders) = below(root);
    let file = &files[random.below(files.len())];
    let folder = &folders[random.below(folders.len())];
    let name = format!("n{}", random.below(40));
    let new = folder.join(&name);
    match random.below(11) {
        0 => fs::write(file, "a: 1\n").unwrap(),
        1 => fs::remove_file(file).unwrap(),
        2 | 3 if !new.exists() => fs::write(new, "a: 1\n").unwrap(),
        4 if !new.exists() => {
            fs::create_dir_all(new.join("deep/er")).unwrap();
            fs::write(new.join("deep/er/a.yaml"), "a: 1\n").unwrap();
        }
        5 if !new.exists() => fs::rename(file, new).unwrap(),
        6 if !new.exists() && folders.len() > 4 => drop(fs::rename(folder, folder.with_file_name(&name))),
        7 if folders.len() > 4 => fs::remove_dir_all(folder).unwrap(),
        8 => {
            fs::remove_file(file).unwrap();
            fs::create_dir(file).unwrap();
        }
        9 if !new.exists() => fs::write(folder.join(format!(".{name}")), "hidden").unwrap(),
        #[cfg(unix)]
        10 if random.below(4) == 0 && !new.exists() => std::os::unix::fs::symlink(file, new).unwrap(),
        _ => return "nothing".to_owned(),
    }
    format!("{} in {}", file.display(), folder.display())
}

#[test]
fn listing_again_finds_what_listing_anew_finds() {
    for seed in [1, 2, 3] {
        let random = &mut Random(seed);
        let site = Folderish::of(&small());
        let mut before = Folder::open(&site.0).value;
        let mut done = Vec::new();
        for _ in 0..16 {
            std::thread::sleep(SETTLED);
            let paths = before.paths();
            before = again::open(&site.0, paths.iter().map(|path| &**path), &before.folders).value;
            for _ in 0..random.below(3) {
                done.push(change(&site.0.join("content"), random));
            }
            let paths = before.paths();
            let again = again::open(&site.0, paths.iter().map(|path| &**path), &before.folders);
            let anew = Folder::open(&site.0);
            assert_eq!(again.value.paths(), anew.value.paths(), "seed {seed}: {done:#?}");
            assert_eq!(again.value.link_targets, anew.value.link_targets, "seed {seed}: {done:#?}");
            let codes =
                |found: &[prospectus::diagnostics::Diagnostic]| found.iter().map(|it| it.code.name).collect::<Vec<_>>();
            assert_eq!(codes(&again.diagnostics), codes(&anew.diagnostics), "seed {seed}: {done:#?}");
            let names = |folder: &Folder| folder.folders.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
            assert_eq!(names(&again.value), names(&anew.value), "seed {seed}: {done:#?}");
            before = again.value;
        }
        assert!(before.folders.iter().any(|(_, stamp)| stamp.is_some()) || !before.link_targets.is_empty());
    }
}

/// What listing again finds, right after a first time.
fn again_at(root: &Path) -> Vec<String> {
    let before = Folder::open(root).value;
    let paths = before.paths();
    let again = again::open(root, paths.iter().map(|path| &**path), &before.folders).value;
    again.paths().iter().map(|path| path.to_string()).collect()
}

#[test]
fn folders_of_which_the_system_tells_nothing_are_listed_again() {
    let site = Folderish::of(&small());
    let before = Folder::open(&site.0).value;
    let folders: Vec<_> = before.folders.iter().map(|(path, _)| (path.clone(), None)).collect();
    let paths = before.paths();

    let again = again::open(&site.0, paths.iter().map(|path| &**path), &folders).value;

    assert_eq!(again.paths(), paths);
}

#[cfg(unix)]
#[test]
fn content_may_be_a_link() {
    let (elsewhere, site) = (Folderish::of(&small()), Folderish::new());
    std::os::unix::fs::symlink(elsewhere.0.join("content"), site.0.join("content")).unwrap();

    let found = again_at(&site.0);

    assert!(found.contains(&"content/site.yaml".to_owned()), "{found:?}");
}
