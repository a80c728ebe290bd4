//! What may be written, and exchanges in one step and in two, one of them cut between them.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use super::*;

fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("prospectus-write-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("temporary folders can be made");
    path
}

#[test]
fn no_path_leaves_the_output() {
    for path in ["", "/etc/passwd", "../x", "a/../../x", "a//b", "a/./b", "a\\b", "a\0b"] {
        assert!(!is_inside(path), "{path}");
    }
    assert!(is_inside("en/about/index.html") && is_inside(".well-known/x"));
}

/// A stage for `root/output`.
fn begin_in(root: &Path) -> anyhow::Result<Stage> {
    let output = root.join("output");
    Stage::beside(&Target {
        output: &output,
        site: root,
        sources: Vec::new(),
        force: false,
        durability: Durability::WheneverItSuits,
    })
}

fn page(path: &str, text: &str) -> OutputFile<'static> {
    OutputFile { path: path.to_owned(), bytes: text.as_bytes().to_vec(), reads: Default::default() }
}

/// Names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("can be read");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("can be read").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// In every way that folders are exchanged.
const WAYS: [Exchange; 2] = [Exchange::BestThereIs, Exchange::TwoSteps];

#[test]
fn a_swap_in_two_steps_that_is_cut_between_them_is_undone() {
    let root = folder("swap");
    let stage = begin_in(&root).expect("begins");
    stage.put(page("index.html", "old"));
    stage.publish().expect("is published");
    let mut stage = begin_in(&root).expect("begins");
    let aside = stage.state.fresh("old");
    let identity = stage.old.as_ref().expect("is there").folder.identity().expect("has one");
    stage.state.will_be_old(&aside, identity).expect("is noted");
    fs::rename(root.join("output"), root.join(&aside)).expect("can be renamed");

    drop(stage);
    let stage = begin_in(&root).expect("begins");

    assert_eq!(fs::read_to_string(root.join("output/index.html")).expect("is back"), "old");
    drop(stage);
    assert_eq!(names(&root), ["output"]);
    let _ = fs::remove_dir_all(root);
}

#[test]
fn a_run_that_is_cut_after_both_steps_leaves_the_new_site_and_the_next_one_removes_the_old() {
    let root = folder("cut");
    let output = root.join("output");
    let stage = begin_in(&root).expect("begins");
    stage.put(page("index.html", "old"));
    stage.publish().expect("is published");
    fs::write(output.join("CNAME"), "report.example").expect("can be written");
    let mut stage = begin_in(&root).expect("begins");
    stage.put(page("index.html", "new"));
    stage.complete().expect("is complete");
    let identity = stage.old.as_ref().expect("is there").folder.identity().expect("has one");
    let (how, shown) = (Exchange::TwoSteps, output.as_path());
    let swap = Swap { parent: &stage.parent, stage: &stage.name, output: &stage.output, shown, how };

    let aside = swap.exchange(Some(identity), &mut stage.state).expect("is exchanged").expect("there was one");
    drop(stage);

    assert_eq!(fs::read_to_string(root.join(aside).join("index.html")).expect("is there"), "old");
    drop(begin_in(&root).expect("begins"));
    assert_eq!(fs::read_to_string(output.join("index.html")).expect("is there"), "new");
    assert_eq!(fs::read_to_string(output.join("CNAME")).expect("is there"), "report.example");
    assert_eq!(names(&root), ["output"]);
    let _ = fs::remove_dir_all(root);
}

#[test]
fn a_foreign_file_that_was_replaced_before_the_exchange_is_the_newer_one() {
    WAYS.into_iter().for_each(replace_before);
}

fn replace_before(how: Exchange) {
    let root = folder(&format!("newer-{how:?}"));
    let output = root.join("output");
    let stage = begin_in(&root).expect("begins");
    stage.put(page("index.html", "old"));
    stage.publish().expect("is published");
    fs::create_dir(output.join("data")).expect("can be made");
    fs::write(output.join("data/visits.csv"), "monday").expect("can be written");
    let stage = begin_in(&root).expect("begins");
    stage.put(page("index.html", "new"));

    let complete = stage.complete().expect("is complete");
    fs::write(output.join("data/visits.new"), "tuesday").expect("can be written");
    fs::rename(output.join("data/visits.new"), output.join("data/visits.csv")).expect("can be renamed");
    fs::create_dir(output.join("data/more")).expect("can be made");
    fs::write(output.join("data/more/late.txt"), "late").expect("can be written");
    let warnings = stage.exchange(complete, how).expect("is exchanged");

    assert_eq!(warnings, Vec::<String>::new());
    assert_eq!(fs::read_to_string(output.join("index.html")).expect("is there"), "new");
    assert_eq!(fs::read_to_string(output.join("data/visits.csv")).expect("is there"), "tuesday");
    assert_eq!(fs::read_to_string(output.join("data/more/late.txt")).expect("is there"), "late");
    assert_eq!(names(&root), ["output"]);
    let _ = fs::remove_dir_all(root);
}

#[test]
fn a_foreign_file_that_came_too_late_where_the_new_site_has_one_is_kept_and_named() {
    WAYS.into_iter().for_each(come_too_late);
}

fn come_too_late(how: Exchange) {
    let root = folder(&format!("late-{how:?}"));
    let output = root.join("output");
    let stage = begin_in(&root).expect("begins");
    stage.put(page("index.html", "old"));
    stage.publish().expect("is published");
    let stage = begin_in(&root).expect("begins");
    stage.put(page("index.html", "new"));
    stage.put(page("about.html", "new"));

    let complete = stage.complete().expect("is complete");
    fs::write(output.join("about.html"), "somebody's").expect("can be written");
    let warnings = stage.exchange(complete, how).expect("is exchanged");

    let kept = names(&root)
        .into_iter()
        .find(|name| name.contains(".prospectus-") && !name.ends_with("state"))
        .expect("is kept");
    assert!(warnings[0].contains(&format!("{kept}/about.html")), "{warnings:?}");
    assert_eq!(fs::read_to_string(root.join(&kept).join("about.html")).expect("is kept"), "somebody's");
    assert_eq!(fs::read_to_string(output.join("about.html")).expect("is there"), "new");
    fs::remove_file(root.join(&kept).join("about.html")).expect("can be removed");
    drop(begin_in(&root).expect("begins"));
    assert_eq!(names(&root), ["output"], "the next run removes the rest");
    let _ = fs::remove_dir_all(root);
}

#[test]
fn an_output_that_was_replaced_meanwhile_is_left_alone() {
    WAYS.into_iter().for_each(replace_the_output);
}

fn replace_the_output(how: Exchange) {
    let root = folder(&format!("replaced-{how:?}"));
    let stage = begin_in(&root).expect("begins");
    stage.put(page("index.html", "old"));
    stage.publish().expect("is published");
    let stage = begin_in(&root).expect("begins");
    stage.put(page("index.html", "new"));
    fs::rename(root.join("output"), root.join("elsewhere")).expect("can be renamed");
    fs::create_dir(root.join("output")).expect("can be made");
    fs::write(root.join("output/precious.txt"), "x").expect("can be written");

    let failed = stage.publish_in(how);

    assert!(failed.is_err_and(|error| error.to_string().contains("not the folder that was there")));
    assert_eq!(names(&root.join("output")), ["precious.txt"]);
    assert_eq!(names(&root), ["elsewhere", "output"]);
    let _ = fs::remove_dir_all(root);
}

#[test]
fn what_cannot_be_linked_is_copied_with_mode_owner_and_time() {
    let root = folder("copy");
    let (from, to) = (root.join("from"), root.join("to"));
    fs::create_dir_all(&from).and_then(|()| fs::create_dir(&to)).expect("can be made");
    fs::write(from.join("key"), "secret").expect("can be written");
    fs::set_permissions(from.join("key"), fs::Permissions::from_mode(0o4640)).expect("can be set");
    std::os::unix::fs::symlink("/nowhere", from.join("link")).expect("can be made");
    if rustix::process::geteuid().is_root() {
        std::os::unix::fs::chown(from.join("key"), Some(12), Some(34)).expect("can be given away");
        fs::set_permissions(from.join("key"), fs::Permissions::from_mode(0o4640)).expect("can be set");
        std::os::unix::fs::lchown(from.join("link"), Some(12), Some(34)).expect("can be given away");
    }
    let (old, new) = (Folder::open(&from).expect("opens"), Folder::open(&to).expect("opens"));

    for name in ["key", "link"] {
        let way = foreign::copy(&old, &new, name.as_ref()).expect("is copied").expect("is there");

        let kept = |path: PathBuf| {
            let there = fs::symlink_metadata(path).expect("is there");
            (there.mode(), there.uid(), there.gid(), there.mtime(), there.mtime_nsec())
        };
        assert_eq!(kept(from.join(name)), kept(to.join(name)));
        assert!(
            matches!(way, foreign::Way::Copied { inode, .. } if inode == fs::symlink_metadata(to.join(name)).expect("is there").ino())
        );
    }
    assert_eq!(fs::read_to_string(to.join("key")).expect("is there"), "secret");
    assert_eq!(fs::read_link(to.join("link")).expect("is one"), Path::new("/nowhere"));
    let _ = fs::remove_dir_all(root);
}

#[test]
fn two_runs_do_not_share_a_stage() {
    let root = folder("lock");
    let first = begin_in(&root).expect("begins");

    let second = begin_in(&root);

    assert!(second.is_err_and(|error| error.to_string().contains("another run")));
    drop(first);
    assert!(begin_in(&root).is_ok());
    let _ = fs::remove_dir_all(root);
}

#[test]
fn a_manifest_is_read_as_it_was_written() {
    let root = folder("manifest");
    let entry = manifest::Entry { bytes: 3, sha256: Sha256::digest("old").into() };
    let manifest = Manifest { files: [("a \"b\".html".to_owned(), entry)].into() };
    fs::write(root.join(MANIFEST), manifest.to_json()).expect("can be written");

    assert_eq!(Manifest::read(&root), Some(manifest));
    let _ = fs::remove_dir_all(root);
}
