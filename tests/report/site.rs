//! The report, built by the command.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The report as of today, built once for all tests.
pub fn today() -> &'static Path {
    static TODAY: OnceLock<PathBuf> = OnceLock::new();
    TODAY.get_or_init(|| build(None))
}

/// Builds the report, as of a day if one is given, and gives the folder it is in.
pub fn build(as_of: Option<&str>) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("report-{}", as_of.unwrap_or("today")));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_prospectus"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env("SOURCE_DATE_EPOCH", "1795564800");
    command.args(["build", "--output"]).arg(folder.join("site"));
    command.args(as_of.map(|day| ["--as-of", day]).into_iter().flatten());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder.join("site")
}

/// All files below a folder, in order.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { &mut folders } else { &mut found }.push(path);
        }
    }
    found.sort();
    found
}

/// Every file of a site by its path.
pub fn contents(site: &Path) -> BTreeMap<String, Vec<u8>> {
    let path = |file: &PathBuf| file.strip_prefix(site).unwrap().display().to_string();
    files(site).iter().map(|file| (path(file), fs::read(file).unwrap())).collect()
}

/// A copy of the report whose blanks are filled, published; gives the folder it is in, with `output/`.
pub fn published() -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report-published");
    let _ = fs::remove_dir_all(&folder);
    for file in ["content", "themes"].iter().flat_map(|part| files(&from.join(part))) {
        let to = folder.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        match fs::read_to_string(&file) {
            Ok(text) => fs::write(to, filled(&text)).unwrap(),
            Err(_) => drop(fs::copy(&file, to).unwrap()),
        }
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_prospectus"));
    command.current_dir(&folder).env("SOURCE_DATE_EPOCH", "1795564800").args(["publish", "--yes"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

/// A text whose blanks have what they ask for in their place.
fn filled(text: &str) -> String {
    let mut pieces = text.split("[[to fill: ");
    let first = pieces.next().unwrap().to_owned();
    pieces.fold(first, |filled, piece| filled + &piece.replacen("]]", "", 1))
}
