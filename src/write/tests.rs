//! What may be written, and a swap that was cut in two.

use std::fs;
use std::path::PathBuf;

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

#[test]
fn a_swap_cut_between_two_renames_is_undone() {
    let root = folder("swap");
    let (output, stage) = (root.join("output"), root.join(".output.prospectus-stage"));
    fs::create_dir_all(stage.with_extension("prospectus-old")).expect("can be made");
    fs::write(stage.with_extension("prospectus-old").join("index.html"), "old").expect("can be written");

    swap::recover(&output, &stage).expect("recovers");

    assert_eq!(fs::read_to_string(output.join("index.html")).expect("is back"), "old");
    let _ = fs::remove_dir_all(root);
}

#[test]
fn two_runs_do_not_share_a_stage() {
    let root = folder("lock");
    let first = Stage::beside(&root.join("output"), false).expect("begins");

    let second = Stage::beside(&root.join("output"), false);

    assert!(second.is_err_and(|error| error.to_string().contains("another run")));
    drop(first);
    assert!(Stage::beside(&root.join("output"), false).is_ok());
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
