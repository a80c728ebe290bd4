//! What is mounted in or beside the output stays: tests in a private mount namespace. Where the system gives none they say
//! that they were not run.

use std::fs;
use std::process::{Command, Output};

use crate::support::{Folderish, identity, not_run, small, write_state};

/// Runs a script in the folder of a site, where it may mount; `$PROSPECTUS` is the program. `None`: it may not.
fn with_mounts(folder: &Folderish, script: &str) -> Option<Output> {
    let unshare = |script: &str| {
        let rights = if rustix::process::geteuid().is_root() { "--mount" } else { "-Urm" };
        let mut command = Command::new("unshare");
        command.args([rights, "sh", "-euc", script]).current_dir(&folder.0);
        command.env("PROSPECTUS", env!("CARGO_BIN_EXE_prospectus")).env("SOURCE_DATE_EPOCH", "1795478400").output().ok()
    };
    let may_mount = unshare("mount -t tmpfs none .").is_some_and(|tried| tried.status.success());
    if !may_mount {
        not_run(&format!("{}: this system lets nobody mount here", std::thread::current().name().unwrap_or_default()));
        return None;
    }
    Some(unshare(script).unwrap())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Runs a build after mounting, which must be refused with these words; `look` shows afterwards what stands.
fn refused(mount: &str, look: &str, words: &[&str]) {
    let folder = Folderish::of(&small());
    let script = format!(
        "$PROSPECTUS build 2>/dev/null\n{mount}\nrc=0; $PROSPECTUS build --force || rc=$?\necho \"code $rc\"\n{look}\nls -A"
    );
    let Some(run) = with_mounts(&folder, &script) else { return };

    let (out, err) = (text(&run.stdout), text(&run.stderr));
    assert!(run.status.success() && out.contains("code 3"), "{out}{err}");
    for word in words {
        assert!(err.contains(word), "{word}: {err}");
    }
    assert!(out.contains("film"), "{out}");
    assert!(
        !out.contains("prospectus-state") && !err.contains("pages:"),
        "refused before anything was made: {out}{err}"
    );
}

#[test]
fn another_file_system_in_the_output() {
    refused(
        "mkdir output/media; mount -t tmpfs none output/media; echo film >output/media/film.mp4",
        "cat output/media/film.mp4",
        &["output/media is a mount point in the output", "umount '"],
    );
}

#[test]
fn another_place_of_the_same_file_system_in_the_output() {
    refused(
        "mkdir output/media media; echo film >media/film.mp4; mount --bind media output/media",
        "cat output/media/film.mp4 media/film.mp4",
        &["output/media is a mount point in the output"],
    );
}

#[test]
fn a_mounted_file_in_the_output() {
    refused(
        "echo film >mine.txt; mount --bind mine.txt output/en/index.html",
        "cat output/en/index.html",
        &["output/en/index.html is a mount point in the output"],
    );
}

#[test]
fn a_mount_point_with_a_blank_in_its_name() {
    refused(
        "mkdir 'output/my media'; mount -t tmpfs none 'output/my media'; echo film >'output/my media/film.mp4'",
        "cat 'output/my media/film.mp4'",
        &["output/my media is a mount point in the output"],
    );
}

#[test]
fn an_output_that_is_a_mount_point_cannot_be_exchanged() {
    let folder = Folderish::of(&small());
    let script = "mkdir output; mount -t tmpfs none output; $PROSPECTUS build --whole || echo code $?; ls -A output";
    let Some(run) = with_mounts(&folder, script) else { return };

    let (out, err) = (text(&run.stdout), text(&run.stderr));
    assert_eq!(out, "code 3\n", "refused before anything was made: {err}");
    for word in
        ["output is a mount point, or a volume of its own: it cannot be exchanged", "Leave out --whole", "output/site'"]
    {
        assert!(err.contains(word), "{word}: {err}");
    }
}

/// Builds into an output that `mount` makes a mount point: twice, after an edit, killed in between, and published.
fn builds_in_place(mount: &str) {
    let folder = Folderish::of(&small());
    let script = format!(
        "mkdir clean output; $PROSPECTUS build --output clean/site 2>/dev/null\n\
         {mount}\n\
         echo film >output/film.mp4; $PROSPECTUS build || echo code $?\n\
         $PROSPECTUS build --force\n\
         diff -r clean/site output || true\n\
         $PROSPECTUS build\n\
         rm -r output/en; $PROSPECTUS build\n\
         for at in $(seq 700); do echo 'name: {{en: Place, de: Ort}}' >content/cities/p$at.yaml; done\n\
         for after in 0.1 0.4 0.8 1.2 1.6; do $PROSPECTUS build 2>/dev/null & sleep $after; kill -KILL $! 2>/dev/null || true; wait $! || true; done\n\
         $PROSPECTUS build || echo failed\n\
         $PROSPECTUS build --output clean/site 2>/dev/null; diff -r clean/site output || true\n\
         rm content/cities/p*; $PROSPECTUS publish --yes >/dev/null; test -f content/published.lock; cat output/film.mp4; ls -A output | grep prospectus || true"
    );
    let Some(run) = with_mounts(&folder, &script) else { return };

    let (out, err) = (text(&run.stdout), text(&run.stderr));
    assert!(run.status.success(), "{out}{err}");
    assert!(err.contains("holds files that Prospectus did not write (film.mp4, …)"), "{err}");
    assert!(err.contains("nothing changed"), "{err}");
    assert_eq!(out.lines().filter(|line| !line.ends_with("film.mp4")).collect::<Vec<_>>(), ["code 3", "film"], "{err}");
    assert_eq!(out.matches("Only in output: film.mp4").count(), 2, "all else is as it should be: {out}");
}

#[test]
fn an_output_that_is_a_mount_point_is_brought_up_to_date_in_its_place() {
    builds_in_place("mount -t tmpfs none output");
}

#[test]
fn an_output_that_is_a_mount_point_of_the_same_file_system() {
    builds_in_place("mkdir web; mount --bind web output");
}

#[test]
fn what_is_mounted_in_an_output_that_is_a_mount_point_stays() {
    let folder = Folderish::of(&small());
    let script = "mkdir output; mount -t tmpfs none output; mkdir output/media; mount -t tmpfs none output/media\n\
        echo film >output/media/film.mp4; $PROSPECTUS build --force; cat output/media/film.mp4; test -f output/en/index.html\n\
        mkdir -p content/static/media; echo ours >content/static/media/ours.txt; $PROSPECTUS build || echo code $?\n\
        rm -r content/static; echo theirs >mine; mount --bind mine output/en/index.html\n\
        echo 'name: {en: Other, de: Andere}' >content/cities/other.yaml; $PROSPECTUS build || echo code $?; cat output/en/index.html";
    let Some(run) = with_mounts(&folder, script) else { return };

    let (out, err) = (text(&run.stdout), text(&run.stderr));
    assert!(run.status.success(), "{out}{err}");
    assert_eq!(out, "film\ncode 3\ncode 3\ntheirs\n", "{err}");
    assert!(err.contains("output/media was not written by Prospectus"), "{err}");
    assert!(err.contains("output/en/index.html was not written by Prospectus"), "{err}");
}

#[test]
fn a_mount_point_that_is_called_like_a_stage() {
    refused(
        "mkdir .output.prospectus-stage; mount -t tmpfs none .output.prospectus-stage; echo film >.output.prospectus-stage/film",
        "cat .output.prospectus-stage/film",
        &[".output.prospectus-stage is a folder that this program did not put there", "umount '"],
    );
}

#[test]
fn sources_that_are_mounted_where_the_output_should_go() {
    let folder = Folderish::of(&small());
    let script = "mkdir there; mount --bind content there\n\
        for output in there there/out; do $PROSPECTUS build --force --output $output || echo code $?; done\nls there";
    let Some(run) = with_mounts(&folder, script) else { return };

    let (out, err) = (text(&run.stdout), text(&run.stderr));
    assert_eq!(out.matches("code 3").count(), 2, "{out}{err}");
    assert_eq!(err.matches("which the site is made from").count(), 2, "{err}");
    assert!(out.contains("site.yaml") && !out.contains("index.html"), "{out}");
}

#[test]
fn sources_may_be_mounted() {
    let folder = Folderish::of(&small());
    let Some(run) = with_mounts(&folder, "mount --bind content content; $PROSPECTUS publish --yes") else { return };

    assert!(run.status.success(), "{}", text(&run.stderr));
    assert!(folder.0.join("content/published.lock").is_file());
}

#[test]
fn a_record_among_read_only_sources_is_said_plainly() {
    let folder = Folderish::of(&small());
    let script =
        "mount --bind content content; mount -o remount,bind,ro content; $PROSPECTUS publish --yes || echo code $?";
    let Some(run) = with_mounts(&folder, script) else { return };

    let (out, err) = (text(&run.stdout), text(&run.stderr));
    assert!(out.contains("code 3") && err.contains("Read-only file system"), "{err}");
    assert!(err.contains("cannot write ./content/.published.lock"), "{err}");
    assert!(!folder.0.join("output").exists() && !folder.0.join("content/published.lock").exists(), "both are old");
}

#[test]
fn a_record_on_a_full_disk_is_said_plainly() {
    let folder = Folderish::of(&small());
    let script = "mv content full; mkdir content; mount -t tmpfs -o size=128k none content; cp -r full/. content\n\
        head -c 1M /dev/zero >content/.fill 2>/dev/null || $PROSPECTUS publish --yes || echo code $?; ls -A content";
    let Some(run) = with_mounts(&folder, script) else { return };

    let (out, err) = (text(&run.stdout), text(&run.stderr));
    assert!(out.contains("code 3"), "{out}{err}");
    assert!(err.contains("cannot write ./content/.published.lock") && err.contains("No space left"), "{err}");
    assert!(!out.contains("published.lock"), "nothing half-written is left: {out}");
    assert!(!folder.0.join("output").exists(), "both are old");
}

#[test]
fn an_old_site_that_cannot_be_removed_is_a_warning_and_the_next_builds_work() {
    let folder = Folderish::of(&small());
    let left = folder.0.join(".output.prospectus-stage-0123456789abcdef");
    fs::create_dir_all(left.join("media")).unwrap();
    fs::write(left.join("manifest.json"), "{\"files\":{}}").unwrap();
    // The state of a run that was killed after the exchange.
    write_state(&folder.0, &format!("old stage-0123456789abcdef {}", identity(&left)));
    fs::create_dir(folder.0.join("output")).unwrap();
    let script = format!(
        "cd {}; mount -t tmpfs none media; echo film >media/film.mp4; cd ..\n\
         $PROSPECTUS build; $PROSPECTUS build; cat {0}/media/film.mp4; ls -A",
        left.display()
    );
    let Some(run) = with_mounts(&folder, &script) else { return };

    let (out, err) = (text(&run.stdout), text(&run.stderr));
    assert!(run.status.success(), "{out}{err}");
    assert_eq!(err.matches("warning: ").count(), 2, "{err}");
    assert!(err.contains(&format!("umount '{}/media' && rm -r '", left.display())), "{err}");
    assert!(out.contains("film"), "{out}");
    let names: Vec<&str> = out.lines().filter(|line| line.starts_with(".output")).collect();
    assert_eq!(names, [".output.prospectus-stage-0123456789abcdef", ".output.prospectus-state"], "{out}");
}
