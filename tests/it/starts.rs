//! The starting points of `init`: each is a whole site in any choice of languages, without a finding but the blanks that are to be filled in.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::golden;
use crate::support::{Folderish, build_folder, fill_in_blanks, prospectus};

const STARTS: [&str; 3] = ["report", "register", "indicators"];

fn made(start: &str, languages: &str) -> Folderish {
    let folder = Folderish::new();
    let output = prospectus(&folder.0, &["init", "site", "--from", start, "--languages", languages]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

/// What `check` finds, notes too: `code path`.
fn checked(site: &Path) -> Vec<String> {
    let output = prospectus(site, &["check", "--format", "json"]);
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let findings = found["diagnostics"].as_array().unwrap().iter();
    let mut found: Vec<String> =
        findings.map(|finding| format!("{} {}", text(finding, "code"), text(finding, "path"))).collect();
    found.sort();
    found
}

#[test]
fn each_starting_point_is_listed_and_makes_a_site() {
    let folder = Folderish::new();

    let listed = prospectus(&folder.0, &["init", "--list"]);

    let text = String::from_utf8(listed.stdout).unwrap();
    for start in STARTS {
        assert!(text.lines().any(|line| line.starts_with(&format!("{start} "))), "{start}: {text}");
    }
    assert_eq!(prospectus(&folder.0, &["init"]).status.code(), Some(2), "a folder, or --list");
    assert_eq!(prospectus(&folder.0, &["init", "site", "--from", "shop"]).status.code(), Some(2));
}

#[test]
fn starting_points_keep_what_they_show() {
    for start in STARTS {
        let folder = made(start, "en,de");

        let outline = golden::outline(&build_folder(&folder.0.join("site")));

        insta::with_settings!({ snapshot_suffix => start, omit_expression => true }, {
            insta::assert_snapshot!("start", outline);
        });
    }
}

#[test]
fn a_new_site_has_no_finding_but_its_blanks_in_any_choice_of_languages() {
    let blanks = |homes: &[&str]| {
        let of_home = homes.iter().map(|language| format!("to-fill content/pages/home/{language}.md"));
        let of_publisher = homes.iter().map(|_| "to-fill content/site.yaml".to_owned());
        let mut all: Vec<String> = of_home.chain(of_publisher).collect();
        all.sort();
        all
    };
    for start in STARTS {
        for languages in ["en", "de", "fr", "en,de", "fr,de,en"] {
            let folder = made(start, languages);

            let found = checked(&folder.0.join("site"));

            let expected = blanks(&languages.split(',').collect::<Vec<_>>());
            assert_eq!(found, expected, "{start} in {languages}");
        }
        // In a language that it is not written in it is English; where the program has no words either, it says which wait.
        for languages in ["es", "ar,en", "zh-Hans,en", "ja,pl,ar"] {
            let found = checked(&made(start, languages).0.join("site"));
            assert_eq!(found, blanks(&languages.split(',').collect::<Vec<_>>()), "{start} in {languages}");
        }
        let found = checked(&made(start, "cs").0.join("site"));
        let mut expected = blanks(&["cs"]);
        expected.push("untranslated-messages content/site.yaml".to_owned());
        assert_eq!(found, expected, "{start} in cs");
    }
}

#[test]
fn an_example_is_not_published_as_it_is_and_can_be_once_it_is_filled_in() {
    let folder = made("register", "en");
    let site = folder.0.join("site");

    let refused = prospectus(&site, &["publish", "--yes"]);
    fill_in_blanks(&site);
    let published = prospectus(&site, &["publish", "--yes"]);

    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("error[unfilled]"), "{refused:?}");
    assert_eq!(published.status.code(), Some(0), "{}", String::from_utf8_lossy(&published.stderr));
    assert!(site.join("content/published.lock").is_file() && site.join("output/grants/index.html").is_file());
}

#[test]
fn the_language_is_the_one_of_the_system_where_the_example_is_written_in_it() {
    let languages = |variables: &[(&str, &str)]| {
        let folder = Folderish::new();
        let mut command = Command::new(env!("CARGO_BIN_EXE_prospectus"));
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command.envs(variables.iter().copied()).args(["init", "."]).current_dir(&folder.0);
        assert!(command.output().unwrap().status.success());
        let settings = fs::read_to_string(folder.0.join("content/site.yaml")).unwrap();
        settings.lines().find(|line| line.starts_with("languages:")).unwrap().to_owned()
    };

    assert_eq!(languages(&[]), "languages: [en]");
    assert_eq!(languages(&[("LANG", "de_AT.UTF-8")]), "languages: [de]");
    assert_eq!(languages(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "fr_FR")]), "languages: [fr]");
    assert_eq!(languages(&[("LANG", "es_ES.UTF-8")]), "languages: [en]");
    assert_eq!(languages(&[("LANG", "C.UTF-8")]), "languages: [en]");
}

#[test]
fn tags_of_no_language_and_tags_named_twice_are_wrong_usage() {
    let folder = Folderish::new();
    let said = |languages: &str| {
        let output = prospectus(&folder.0, &["init", "site", "--languages", languages]);
        assert_eq!(output.status.code(), Some(2), "{languages}");
        assert!(!folder.0.join("site").exists(), "nothing is made");
        String::from_utf8(output.stderr).unwrap()
    };

    assert!(said("gr").contains("did you mean `el`"), "{}", said("gr"));
    assert!(said("en,en").contains("`en` is named twice"));
    assert!(said("en,").contains("is not a language tag"), "{}", said("en,"));
}

#[test]
fn the_data_of_a_new_site_are_of_the_day_on_which_it_was_made() {
    let folder = made("report", "en");

    let settings = fs::read_to_string(folder.0.join("site/content/site.yaml")).unwrap();

    // The moment that the tests run at, in UTC.
    assert!(settings.contains("\nas_of: 2026-11-24 "), "{settings}");
}
