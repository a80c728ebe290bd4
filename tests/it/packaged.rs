//! The crate as it is published: all that it is built from and that its users read, and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a package is larger than only by mistake: all of it together, uncompressed.
const MOST_BYTES: u64 = 8_000_000;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The paths of the files of the package, as cargo lists them; what it writes itself is left out.
fn packaged() -> BTreeSet<String> {
    let listed = Command::new(env!("CARGO"))
        .args(["package", "--list", "--allow-dirty", "--offline", "--quiet"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let text = String::from_utf8(listed.stdout).unwrap();
    let made = [".cargo_vcs_info.json", "Cargo.toml.orig"];
    text.lines().map(|line| line.replace('\\', "/")).filter(|path| !made.contains(&path.as_str())).collect()
}

/// The files below a folder.
fn below(folder: &str) -> BTreeSet<PathBuf> {
    let files = walkdir::WalkDir::new(root().join(folder)).into_iter().map(Result::unwrap);
    files.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

/// What the code compiles in: a file, and what it is asked to include.
fn included() -> Vec<(PathBuf, PathBuf)> {
    let mut found = Vec::new();
    for file in below("src").into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "rs")) {
        let text = fs::read_to_string(&file).unwrap();
        for after in text.split("include_str!(").skip(1).chain(text.split("include_bytes!(").skip(1)) {
            let Some(path) = after.trim_start().strip_prefix('"').and_then(|path| path.split('"').next()) else {
                continue;
            };
            found.push((file.clone(), file.parent().unwrap().join(path)));
        }
    }
    found
}

#[test]
fn the_package_has_all_that_the_program_is_built_from() {
    let packaged = packaged();
    let includes = included();

    let in_package: BTreeSet<PathBuf> =
        packaged.iter().filter_map(|path| root().join(path).canonicalize().ok()).collect();
    let missing: Vec<_> =
        includes.iter().filter(|(_, path)| !in_package.contains(&path.canonicalize().unwrap())).collect();

    assert!(includes.len() > 50, "{}", includes.len());
    assert!(missing.is_empty(), "compiled in and not packaged: {missing:?}");
    let code: BTreeSet<PathBuf> = below("src");
    assert!(code.is_subset(&in_package), "{:?}", code.difference(&in_package).collect::<Vec<_>>());
}

#[test]
fn the_package_has_what_users_read_and_its_licences() {
    let packaged = packaged();

    for path in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "Cargo.lock", "Cargo.toml"] {
        assert!(packaged.contains(path), "{path}");
    }
    // A link of a packaged document leads to a packaged file.
    for document in packaged.iter().filter(|path| path.ends_with(".md") && !path.starts_with("src/")) {
        let text = fs::read_to_string(root().join(document)).unwrap();
        let folder = Path::new(document).parent().unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#', ' ']).next()) {
            let target = root().join(folder).join(link);
            let is_file = !link.is_empty() && !link.contains(':') && target.is_file();
            if is_file && !link.starts_with("tests/") && !link.starts_with("bench/") && link != "CONTRIBUTING.md" {
                let path = target.canonicalize().unwrap();
                let path = path.strip_prefix(root().canonicalize().unwrap()).unwrap().to_str().unwrap().to_owned();
                assert!(packaged.contains(&path), "{document} links to {path}");
            }
        }
    }
}

#[test]
fn the_package_has_nothing_of_the_report_the_tests_or_the_machine() {
    let packaged = packaged();

    let known = ["src/", "themes/report/", "docs/"];
    let is_document = |path: &&String| !path.contains('/');
    let strange: Vec<&String> = packaged
        .iter()
        .filter(|path| !is_document(path) && !known.iter().any(|folder| path.starts_with(folder)))
        .collect();
    assert!(strange.is_empty(), "{strange:?}");
    let top: BTreeSet<&str> = packaged.iter().filter(is_document).map(String::as_str).collect();
    let expected = BTreeSet::from([
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
    ]);
    assert_eq!(top, expected);
    let bytes: u64 = packaged.iter().map(|path| fs::metadata(root().join(path)).map_or(0, |file| file.len())).sum();
    assert!(bytes < MOST_BYTES, "{bytes} bytes");
}
