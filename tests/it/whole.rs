//! All or nothing: after a kill, an error or a full disk the old or the new site stands, whole.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use prospectus::read::stamp::Standing;
use prospectus::write::{Durability, Known, Manifest, Stage, Target, Way};
use sha2::{Digest, Sha256};

use crate::support::{Folderish, Site, prospectus, small};

/// A site whose every page bears its version.
fn version(word: &str) -> Site {
    let mut site = small().with(
        "content/templates/record.html",
        &format!("<html lang=\"en\"><title>x</title>VERSION-{word} {{{{ record.title }}}}</html>"),
    );
    for at in 0..150 {
        site =
            site.with(&format!("content/cities/city-{at}.yaml"), &format!("name: {{en: City {at}, de: Stadt {at}}}\n"));
    }
    site
}

/// The version of an output folder; fails if it is not whole.
fn whole(output: &Path) -> String {
    let manifest = Manifest::read(output).expect("there is a manifest");
    let mut versions = Vec::new();
    for Standing { path, sha256, .. } in manifest.files.iter() {
        let bytes = fs::read(output.join(&**path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(<[u8; 32]>::from(Sha256::digest(&bytes)), *sha256, "{path}");
        let text = String::from_utf8_lossy(&bytes);
        versions
            .extend(text.split("VERSION-").nth(1).map(|rest| rest.split(' ').next().unwrap_or_default().to_owned()));
    }
    versions.dedup();
    assert_eq!(versions.len(), 1, "a mixture: {versions:?}");
    versions.remove(0)
}

/// Runs the program in a site and kills it after a while.
fn kill_after(site: &Folderish, arguments: &[&str], time: Duration) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prospectus"));
    command.args(arguments).current_dir(&site.0).env("SOURCE_DATE_EPOCH", "1795478400");
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(time);
    let _ = child.kill();
    let _ = child.wait();
}

/// Names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

/// Builds two versions into one output in turns and kills each at another moment; `settled` is called after each kill.
fn kill_builds(arguments: &[&str], settled: impl Fn(&Path)) {
    let (old, new) = (Folderish::of(&version("old")), Folderish::of(&version("new")));
    let target = Folderish::new();
    let output = target.0.join("output");
    let arguments = [&["build", "--output", output.to_str().unwrap()], arguments].concat();
    let started = std::time::Instant::now();
    assert!(prospectus(&old.0, &arguments).status.success());
    let usual = started.elapsed();
    fs::write(output.join("CNAME"), "parks.example\n").unwrap();
    for round in 0..40u32 {
        let site = if round % 2 == 0 { &new } else { &old };
        // Moments spread over the whole run and a little beyond, in no order.
        let share = f64::from((round * 17) % 40) / 36.0;
        kill_after(site, &arguments, usual.mul_f64(share));

        settled(&output);
        whole(&output);
        assert_eq!(fs::read_to_string(output.join("CNAME")).unwrap(), "parks.example\n");
    }
    let last = prospectus(&new.0, &arguments);
    assert!(last.status.success(), "the next build succeeds: {}", String::from_utf8_lossy(&last.stderr));
    assert_eq!(whole(&output), "new");
    assert_eq!(names(&target.0), ["output"], "nothing is left beside the output");
}

#[test]
fn a_kill_at_any_moment_leaves_the_old_or_the_new_site() {
    kill_builds(&["--whole"], |_| {});
}

#[test]
fn what_a_kill_leaves_of_files_renamed_one_by_one_is_finished_by_the_next_run() {
    kill_builds(&[], |output| {
        let site = output.parent().unwrap();
        let (sources, durability) = (Vec::new(), Durability::WheneverItSuits);
        let target = Target { output, site, sources, force: false, durability, way: Way::AsFits };
        // The run that was killed may hold its lock a moment longer.
        let begin = || Stage::begin(&target, Known::nothing()).map(drop).map_err(|error| format!("{error:#}"));
        let begun = (0..100).map(|_| begin()).find(|begun| {
            std::thread::sleep(Duration::from_millis(10));
            !begun.as_ref().is_err_and(|error| error.contains("another run"))
        });
        assert_eq!(begun, Some(Ok(())));
    });
}

#[test]
fn a_kill_while_publishing_leaves_output_and_record_whole() {
    let sites = ["old", "new"].map(|word| {
        Folderish::of(&version(word).with(
            "content/cities/zibo.yaml",
            &format!("name: {{en: Zibo {word}, de: Zibo {word}}}\naliases: [/{word}/]\n"),
        ))
    });
    let target = Folderish::new();
    let output = target.0.join("output");
    let arguments = ["publish", "--yes", "--output", output.to_str().unwrap()];
    let record = |site: &Folderish| fs::read_to_string(site.0.join("content/published.lock")).ok();
    let started = std::time::Instant::now();
    let records = [0, 1].map(|at| {
        assert!(prospectus(&sites[at].0, &arguments).status.success());
        record(&sites[at]).unwrap()
    });
    let usual = started.elapsed() / 2;
    assert_ne!(records[0], records[1]);
    let mut seen = std::collections::BTreeSet::new();
    for round in 0..24u32 {
        let at = (round % 2) as usize;
        // What the site published before: nothing, or the same with an address less.
        let before = (round % 4 < 2).then(|| {
            records[at].lines().filter(|line| !line.contains("zibo")).fold(String::new(), |all, line| all + line + "\n")
        });
        match &before {
            Some(text) => fs::write(sites[at].0.join("content/published.lock"), text).unwrap(),
            None => fs::remove_file(sites[at].0.join("content/published.lock")).unwrap_or_default(),
        }
        let share = 0.5 + f64::from((round * 7) % 24) / 36.0;
        let site = ["old", "new"][at];
        let stood = whole(&output);
        kill_after(&sites[at], &arguments, usual.mul_f64(share));

        // Any command, which need not know where the output is, finds both as they were, or makes both new.
        let next = ["check", "diff"][(round / 2 % 2) as usize];
        assert!(prospectus(&sites[at].0, &[next]).status.code().is_some_and(|code| code != 3));
        let (stands, now) = (whole(&output), record(&sites[at]));
        let both = match now.as_ref() == Some(&records[at]) {
            true => stands == site,
            false => stands == stood && now == before,
        };
        assert!(both, "{stands} stands with the record of {site}: {now:?}");
        seen.insert(stands == site && stood != site);
    }
    assert!(!seen.is_empty());
    assert!(prospectus(&sites[1].0, &arguments).status.success(), "the next publication succeeds");
    assert_eq!((whole(&output).as_str(), record(&sites[1]).as_ref()), ("new", Some(&records[1])));
    assert_eq!(names(&target.0), ["output"], "nothing is left beside the output");
}

#[test]
fn errors_leave_the_output_untouched() {
    let folder = Folderish::of(&small());
    assert!(prospectus(&folder.0, &["build"]).status.success());
    let before = fs::read(folder.0.join("output/en/index.html")).unwrap();
    fs::write(folder.0.join("content/cities/jinan.yaml"), "name: {en: Changed, de: Geändert}\nmayor: x\n").unwrap();

    let failed = prospectus(&folder.0, &["build"]);

    assert_eq!(failed.status.code(), Some(1));
    assert_eq!(fs::read(folder.0.join("output/en/index.html")).unwrap(), before);
    assert!(!folder.0.join(".output.prospectus-stage").exists());
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_with_force_kept() {
    let folder = Folderish::of(&small());
    fs::create_dir(folder.0.join("output")).unwrap();
    fs::write(folder.0.join("output/thesis.txt"), "years of work").unwrap();

    let refused = prospectus(&folder.0, &["build"]);
    let forced = prospectus(&folder.0, &["build", "--force"]);

    assert_eq!(refused.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("thesis.txt"));
    assert!(forced.status.success());
    assert_eq!(fs::read_to_string(folder.0.join("output/thesis.txt")).unwrap(), "years of work");
    assert!(folder.0.join("output/en/index.html").is_file());
}

#[test]
fn pages_that_are_gone_are_gone_and_foreign_files_stay() {
    let folder = Folderish::of(&small().with("content/cities/zibo.yaml", "name: {en: Zibo, de: Zibo}\n"));
    assert!(prospectus(&folder.0, &["build"]).status.success());
    fs::create_dir_all(folder.0.join("output/.well-known")).unwrap();
    fs::write(folder.0.join("output/.well-known/proof"), "x").unwrap();
    fs::remove_file(folder.0.join("content/cities/zibo.yaml")).unwrap();

    assert!(prospectus(&folder.0, &["build"]).status.success());

    assert!(!folder.0.join("output/en/cities/zibo/index.html").exists());
    assert!(folder.0.join("output/.well-known/proof").is_file());
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let folder = Folderish::of(&small());
    assert!(prospectus(&folder.0, &["build"]).status.success());
    let before = fs::read(folder.0.join("output/manifest.json")).unwrap();
    // A limit on the size of files stands in for a full disk: writing fails in the middle.
    let limited = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" build", env!("CARGO_BIN_EXE_prospectus")])
        .current_dir(&folder.0)
        .output()
        .unwrap();

    assert_eq!(limited.status.code(), Some(3), "{}", String::from_utf8_lossy(&limited.stderr));
    assert_eq!(fs::read(folder.0.join("output/manifest.json")).unwrap(), before);
}

#[test]
fn a_foreign_file_is_never_replaced_and_empty_folders_stay() {
    let folder = Folderish::of(&small());
    fs::create_dir_all(folder.0.join("output/.git/refs/heads")).unwrap();
    fs::write(folder.0.join("output/index.html"), "somebody's").unwrap();

    let refused = prospectus(&folder.0, &["build", "--force"]);
    let kept = fs::read_to_string(folder.0.join("output/index.html")).unwrap();
    fs::remove_file(folder.0.join("output/index.html")).unwrap();
    let built = prospectus(&folder.0, &["build", "--force"]);

    assert_eq!((refused.status.code(), kept.as_str()), (Some(3), "somebody's"));
    assert!(built.status.success());
    assert!(folder.0.join("output/.git/refs/heads").is_dir());
}
