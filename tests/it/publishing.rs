//! The files for hosts that docs/publishing.md shows, and the workflow that makes a release: YAML that says what it should, actions
//! named by their commit, and commands that the program knows.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::docs::{document, fenced};
use crate::support::{Folderish, fill_in_blanks, prospectus};

const DOCUMENT: &str = "docs/publishing.md";
const RELEASE: &str = ".github/workflows/release.yml";

/// The block of the document that begins with this comment.
fn shown(path: &str) -> String {
    let first = format!("# {path}\n");
    fenced(&document(DOCUMENT)).into_iter().find(|text| text.starts_with(&first)).unwrap_or_else(|| panic!("no {path}"))
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|mistake| panic!("{mistake}\n{text}"))
}

/// Every text below a key of this name.
fn all<'v>(value: &'v Value, key: &str, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(entries) => {
            for (name, inner) in entries {
                if name == key {
                    found.extend(inner.as_str());
                    found.extend(inner.as_array().into_iter().flatten().filter_map(Value::as_str));
                }
                all(inner, key, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| all(item, key, found)),
        _ => {}
    }
}

fn texts<'v>(value: &'v Value, keys: &[&str]) -> Vec<&'v str> {
    let mut found = Vec::new();
    keys.iter().for_each(|key| all(value, key, &mut found));
    found
}

/// The lines of scripts that run the program.
fn commands(scripts: &[&str]) -> BTreeSet<String> {
    let lines = scripts.iter().flat_map(|script| script.lines()).map(str::trim);
    lines.filter(|line| line.starts_with("prospectus ")).map(str::to_owned).collect()
}

/// A site that can be published.
fn site() -> Folderish {
    let folder = Folderish::new();
    assert!(prospectus(&folder.0, &["init", ".", "--from", "register", "--languages", "en"]).status.success());
    fill_in_blanks(&folder.0);
    folder
}

/// Runs a line of a script in a folder, as a shell of the host would.
fn sh(folder: &Path, line: &str) -> Output {
    let programs = Path::new(env!("CARGO_BIN_EXE_prospectus")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    Command::new("sh")
        .args(["-e", "-c", line])
        .current_dir(folder)
        .envs([
            ("PATH", path.as_str()),
            ("BASE_URL", "https://we.example/report"),
            ("GITHUB_STEP_SUMMARY", "summary.md"),
        ])
        .output()
        .unwrap()
}

#[test]
fn every_command_that_a_host_is_told_to_run_ends_well() {
    let site = site();
    let workflow = yaml(&shown(".github/workflows/report.yml"));
    let pipeline = yaml(&shown(".gitlab-ci.yml"));
    let told = commands(&[texts(&workflow, &["run"]), texts(&pipeline, &["script"])].concat());
    assert!(told.len() >= 4, "{told:?}");

    // Before the first publication, and after it.
    for _ in 0..2 {
        for line in &told {
            let ran = sh(&site.0, line);
            assert!(ran.status.success(), "{line}: {}", String::from_utf8_lossy(&ran.stderr));
        }
        assert!(prospectus(&site.0, &["publish", "--yes"]).status.success());
    }

    assert!(fs::read_to_string(site.0.join("summary.md")).unwrap().contains("othing"), "the summary says what changes");
    let built = sh(&site.0, "prospectus build --no-sync --base-url \"$BASE_URL\"");
    assert!(built.status.success());
    let home = fs::read_to_string(site.0.join("output/index.html")).unwrap();
    assert!(home.contains("href=\"/report/"), "links have the path of the address");
}

#[test]
fn commands_in_the_words_of_the_document_are_there() {
    let text = document(DOCUMENT);
    let spans = text.split('`').filter(|span| span.starts_with("prospectus ") && !span.contains('\n'));
    let blocks = fenced(&text);
    let lines = blocks.iter().flat_map(|block| block.lines()).filter(|line| line.trim().starts_with("prospectus "));
    let folder = Folderish::new();
    let mut checked = 0;
    for told in spans.chain(lines) {
        let mut words = told.split('#').next().unwrap().split_whitespace().skip(1);
        let name = words.next().unwrap();

        let help = prospectus(&folder.0, &[name, "--help"]);

        assert!(help.status.success(), "{told}");
        let help = String::from_utf8(help.stdout).unwrap();
        for option in words.filter(|word| word.starts_with("--")) {
            assert!(help.contains(&format!("{option} ")) || help.contains(&format!("{option}\n")), "{told}: {option}");
            checked += 1;
        }
    }
    assert!(checked > 5, "{checked}");
}

#[test]
fn actions_are_named_by_their_commit() {
    let release = document(RELEASE);
    for text in [release, shown(".github/workflows/report.yml")] {
        let parsed = yaml(&text);
        let actions = texts(&parsed, &["uses"]);
        assert!(actions.len() > 2, "{actions:?}");
        for action in actions {
            let commit = action.split_once('@').unwrap().1;
            assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{action}");
            assert!(text.contains(&format!("{action} # v")), "{action} does not say its version");
        }
    }
}

#[test]
fn the_hosts_check_what_is_proposed_and_deploy_what_is_accepted() {
    let workflow = yaml(&shown(".github/workflows/report.yml"));
    let pipeline = yaml(&shown(".gitlab-ci.yml"));

    // `on` is a word, not a yes.
    for event in ["push", "pull_request", "schedule"] {
        assert!(workflow["on"].get(event).is_some(), "{event}: {}", workflow["on"]);
    }
    assert_eq!(workflow["permissions"]["contents"], "read");
    assert_eq!(workflow["jobs"]["deploy"]["if"], "github.event_name != 'pull_request'");
    assert_eq!(pipeline["check"]["rules"][0]["if"], "$CI_PIPELINE_SOURCE == \"merge_request_event\"");
    assert_eq!(pipeline["deploy"]["rules"][0]["if"], "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH");
}

#[test]
fn a_release_is_made_of_every_target_that_the_readme_names() {
    let workflow = yaml(&document(RELEASE));
    let built: BTreeSet<&str> = workflow["jobs"]["build"]["strategy"]["matrix"]["include"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["target"].as_str().unwrap())
        .collect();
    let readme = document("README.md");

    assert_eq!(built.len(), 5, "{built:?}");
    for target in &built {
        let (system, rest) = target.split_once('-').unwrap();
        assert!(
            readme.contains(target) || (readme.contains(&format!("`{system}-…`")) && readme.contains(rest)),
            "{target}"
        );
    }
    let tags = &workflow["on"]["push"]["tags"][0];
    assert!(tags.as_str().unwrap().starts_with('v') && workflow["on"]["push"].get("branches").is_none());
    // As many archives as targets are summed up.
    assert!(texts(&workflow, &["run"]).iter().any(|script| script.contains("-eq 5 ]")));
    let asked = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let rust = workflow["env"]["RUST"].as_str().unwrap();
    assert!(asked.contains(&format!("rust-version = \"{}\"", rust.strip_suffix(".0").unwrap())), "{rust}");
}
