//! What may be written, and exchanges in one step and in two, one of them cut between them.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use super::*;
use crate::write::course::Exchange;

fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("prospectus-write-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("temporary folders can be made");
    path
}

/// How often a lock is tried that a program which is being started may hold.
const TRIES: usize = 500;

#[test]
fn no_path_leaves_the_output() {
    for path in ["", "/etc/passwd", "../x", "a/../../x", "a//b", "a/./b", "a\\b", "a\0b"] {
        assert!(!is_inside(path), "{path}");
    }
    assert!(is_inside("en/about/index.html") && is_inside(".well-known/x"));
}

/// A stage for `root/output`. A process that another test starts holds every lock for a moment, until it is another program.
fn begin_in(root: &Path) -> anyhow::Result<Stage> {
    let output = root.join("output");
    let target = Target {
        output: &output,
        site: root,
        sources: Vec::new(),
        force: false,
        durability: Durability::WheneverItSuits,
        way: if place::is_mount(&output) { Way::AsFits } else { Way::Whole },
    };
    let begin = || Stage::begin(&target, Known::nothing());
    for _ in 0..20 {
        match begin() {
            Err(error) if error.to_string().contains("another run") => {
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
            begun => return begun,
        }
    }
    begin()
}

/// What was put into a stage, complete, as it is before the exchange.
fn complete(stage: &Stage) -> Complete<'_> {
    let (written, begun) = (lock(&stage.written).clone(), stage.beginning().expect("begins"));
    let manifest = Manifest { files: written.clone().into() };
    stage.complete(begun, manifest, &manifest::to_json(&written)).expect("is complete")
}

/// Exchanges what was put into a stage.
fn exchange(stage: Stage, meanwhile: impl FnOnce(), how: Exchange) -> Vec<String> {
    let complete = complete(&stage);
    meanwhile();
    stage.exchange(complete, Course { how, ..Course::default() }, None).expect("is exchanged")
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
    let stage = begin_in(&root).expect("begins");
    let aside = lock(&stage.state).fresh("old");
    let identity = stage.old.as_ref().expect("is there").folder.identity().expect("has one");
    lock(&stage.state).will_be_old(&aside, identity).expect("is noted");
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
    let stage = begin_in(&root).expect("begins");
    stage.put(page("index.html", "new"));
    complete(&stage);
    let identity = stage.old.as_ref().expect("is there").folder.identity().expect("has one");
    let course = Course { how: Exchange::TwoSteps, ..Course::default() };
    let name = stage.beginning().expect("begins").name.clone();
    let swap = Swap { area: &stage.area, stage: &name, course };

    let aside = swap.exchange(Some(identity), &mut lock(&stage.state)).expect("is exchanged").expect("there was one");
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

    let meanwhile = || {
        fs::write(output.join("data/visits.new"), "tuesday").expect("can be written");
        fs::rename(output.join("data/visits.new"), output.join("data/visits.csv")).expect("can be renamed");
        fs::create_dir(output.join("data/more")).expect("can be made");
        fs::write(output.join("data/more/late.txt"), "late").expect("can be written");
    };
    let warnings = exchange(stage, meanwhile, how);

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

    let meanwhile = || fs::write(output.join("about.html"), "somebody's").expect("can be written");
    let warnings = exchange(stage, meanwhile, how);

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

    let failed = stage.publish_in(Course { how, ..Course::default() }, None);

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
    let one = |path: &str| Standing { path: path.into(), bytes: 3, sha256: sha256(b"old"), stamp: None };
    let files = ["a \"b\".html", "a/b", "a/c/d", "a0"].map(one);
    fs::write(root.join(MANIFEST), manifest::to_json(&files)).expect("can be written");

    let manifest = Manifest::read(&root).expect("is there");
    assert_eq!(*manifest.files, files);
    assert!(manifest.file("a/c/d").is_some() && manifest.file("a/c").is_none());
    assert!(["a", "a/c"].iter().all(|folder| manifest.has_below(folder)));
    assert!(["a0", "a/b", "", "b"].iter().all(|folder| !manifest.has_below(folder)));
    let _ = fs::remove_dir_all(root);
}

/// The old and the new edition of a site: its output, and its record.
const EDITIONS: [[&str; 2]; 2] = [["old", "record of old\n"], ["new", "record of new\n"]];

/// Publishes an edition of the site in `root` as the command does.
fn publish_edition(root: &Path, edition: [&str; 2], course: Course) -> anyhow::Result<Vec<String>> {
    let path = root.join("content/published.lock");
    let said = resume(&path)?;
    let record = Record::at(&path)?;
    let stage = begin_in(root)?;
    stage.put(page("index.html", edition[0]));
    let site = stage.publish_in(course, Some((&record, edition[1].as_bytes())))?;
    Ok(said.into_iter().chain(site.warnings).collect())
}

/// What stands in a site: output and record.
fn standing(root: &Path) -> [String; 2] {
    ["output/index.html", "content/published.lock"].map(|path| fs::read_to_string(root.join(path)).unwrap_or_default())
}

/// A test that is another process: it ends where the environment says, in the middle, as a kill would end it.
#[test]
fn a_publication_that_is_cut_off_where_the_environment_says() {
    let (Some(root), Ok(steps)) = (std::env::var_os("PROSPECTUS_CUT_IN"), std::env::var("PROSPECTUS_STEPS")) else {
        return;
    };
    let how = if steps == "2" { Exchange::TwoSteps } else { Exchange::BestThereIs };
    let reached = |step: Step| {
        if std::env::var("PROSPECTUS_CUT_AT").is_ok_and(|at| at == format!("{step:?}")) {
            std::process::exit(77);
        }
    };
    publish_edition(Path::new(&root), EDITIONS[1], Course { how, reached }).expect("is published");
    std::process::exit(78);
}

/// Publishes the new edition in a process of its own that ends after a step; whether it got there.
fn cut_at(root: &Path, step: Step, steps: &str) -> bool {
    let ended = std::process::Command::new(std::env::current_exe().expect("this is a program"))
        .args(["--exact", "write::tests::a_publication_that_is_cut_off_where_the_environment_says", "--nocapture"])
        .envs([("PROSPECTUS_CUT_AT", format!("{step:?}").as_str()), ("PROSPECTUS_STEPS", steps)])
        .env("PROSPECTUS_CUT_IN", root)
        .output()
        .expect("runs");
    assert!(matches!(ended.status.code(), Some(77 | 78)), "{}", String::from_utf8_lossy(&ended.stdout));
    ended.status.code() == Some(77)
}

/// All steps, with the edition that the next run finds or makes.
const STEPS: [(Step, usize); 9] = [
    (Step::Completed, 0),
    (Step::NoteMade, 0),
    (Step::NoteWritten, 0),
    (Step::RecordStaged, 0),
    (Step::OldMovedAside, 0),
    (Step::Exchanged, 1),
    (Step::Recorded, 1),
    (Step::NoteRemoved, 1),
    (Step::Settled, 1),
];

#[test]
fn a_publication_that_is_cut_off_at_any_step_is_taken_back_or_finished_by_the_next_run() {
    for (steps, (step, edition)) in ["1", "2"].into_iter().flat_map(|steps| STEPS.map(|step| (steps, step))) {
        let root = folder(&format!("cut-{steps}-{step:?}"));
        fs::create_dir(root.join("content")).expect("can be made");
        publish_edition(&root, EDITIONS[0], Course::default()).expect("is published");

        let is_cut = cut_at(&root, step, steps);

        assert_eq!(is_cut, step != Step::OldMovedAside || steps == "2", "{step:?}");
        if is_cut {
            // What `check` does, which knows of no output.
            resume(&root.join("content/published.lock")).expect("is resumed");
            assert_eq!(standing(&root), EDITIONS[edition], "{step:?} in {steps}");
            assert_eq!(names(&root.join("content")), ["published.lock"], "{step:?} in {steps}");
        }
        publish_edition(&root, EDITIONS[1], Course::default()).expect("is published");
        assert_eq!(standing(&root), EDITIONS[1]);
        assert_eq!(names(&root), ["content", "output"], "{step:?} in {steps}");
        let _ = fs::remove_dir_all(root);
    }
}

#[test]
fn a_first_publication_that_is_cut_off_leaves_nothing_or_is_finished() {
    for (step, edition) in STEPS.into_iter().filter(|(step, _)| *step != Step::OldMovedAside) {
        let root = folder(&format!("first-{step:?}"));
        fs::create_dir(root.join("content")).expect("can be made");

        assert!(cut_at(&root, step, "1"));

        resume(&root.join("content/published.lock")).expect("is resumed");
        assert_eq!(standing(&root), if edition == 0 { ["", ""] } else { EDITIONS[1] }, "{step:?}");
        drop(begin_in(&root).expect("begins"));
        let left = if edition == 0 { vec!["content"] } else { vec!["content", "output"] };
        assert_eq!(names(&root), left, "{step:?}");
        let _ = fs::remove_dir_all(root);
    }
}

#[test]
fn a_record_that_changed_since_a_publication_was_cut_off_is_kept() {
    let root = folder("changed");
    fs::create_dir(root.join("content")).expect("can be made");
    let path = root.join("content/published.lock");
    publish_edition(&root, EDITIONS[0], Course::default()).expect("is published");
    assert!(cut_at(&root, Step::Exchanged, "1"));
    fs::write(&path, "merged by hand\n").expect("can be written");

    let said = resume(&path).expect("is resumed");

    assert!(said.iter().any(|line| line.contains("was changed since")), "{said:?}");
    assert_eq!(standing(&root), ["new", "merged by hand\n"]);
    assert_eq!(names(&root.join("content")), ["published.lock"]);
    let _ = fs::remove_dir_all(root);
}

#[test]
fn a_record_that_is_another_one_by_then_stops_a_publication() {
    let root = folder("meanwhile");
    fs::create_dir(root.join("content")).expect("can be made");
    let path = root.join("content/published.lock");
    publish_edition(&root, EDITIONS[0], Course::default()).expect("is published");
    let record = Record::at(&path).expect("can be used");
    let stage = begin_in(&root).expect("begins");
    stage.put(page("index.html", "new"));
    fs::write(&path, "edited\n").expect("can be written");

    let refused = stage.publish_with(&record, b"record of new\n");

    assert!(refused.is_err_and(|error| error.to_string().contains("not the one that was there")));
    assert_eq!(standing(&root), ["old", "edited\n"]);
    assert_eq!(
        (names(&root), names(&root.join("content"))),
        (vec!["content".into(), "output".into()], vec!["published.lock".into()])
    );
    let _ = fs::remove_dir_all(root);
}

#[test]
fn an_output_that_cannot_be_looked_at_leaves_the_note_for_later() {
    let root = folder("unmounted");
    fs::create_dir_all(root.join("site/content"))
        .and_then(|()| fs::create_dir(root.join("disk")))
        .expect("can be made");
    let path = root.join("site/content/published.lock");
    let publish = |edition: [&str; 2], reached: fn(Step)| {
        let (output, record) = (root.join("disk/output"), Record::at(&path).expect("can be used"));
        let site = root.join("site");
        let (sources, durability) = (Vec::new(), Durability::OnDisk);
        let target = Target { output: &output, site: &site, sources, force: false, durability, way: Way::Whole };
        let stage = Stage::begin(&target, Known::nothing()).expect("begins");
        stage.put(page("index.html", edition[0]));
        let course = Course { reached, ..Course::default() };
        stage.publish_in(course, Some((&record, edition[1].as_bytes())))
    };
    publish(EDITIONS[0], |_| {}).expect("is published");
    let moved = |from: &str, to: &str| fs::rename(root.join(from), root.join(to)).expect("can be renamed");
    // The record cannot be replaced: a folder has its name when the new site stands.
    let record = fs::read(&path).expect("is there");
    let hook = |step: Step| {
        if step == Step::Exchanged {
            let path = std::env::temp_dir().join(format!("prospectus-write-{}-unmounted", std::process::id()));
            let path = path.join("site/content/published.lock");
            fs::remove_file(&path).and_then(|()| fs::create_dir(&path)).expect("can be replaced");
        }
    };
    let failed = publish(EDITIONS[1], hook);
    assert!(failed.is_err_and(|error| error.to_string().contains("the next run will do that")));
    fs::remove_dir(&path).and_then(|()| fs::write(&path, record)).expect("can be brought back");

    moved("disk", "elsewhere");
    // A test beside this one that starts a program holds every lock until it has started: some tries wait for it.
    let mut unknown = resume(&path);
    for _ in 0..TRIES {
        if !unknown.as_ref().is_ok_and(Vec::is_empty) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        unknown = resume(&path);
    }
    moved("elsewhere", "disk");
    let said = resume(&path).expect("is resumed");

    assert!(unknown.is_err_and(|error| format!("{error:#}").contains("if it is gone for good, remove")));
    assert!(said.iter().any(|line| line.contains("is finished now")), "{said:?}");
    assert_eq!(fs::read_to_string(&path).expect("is there"), "record of new\n");
    assert_eq!(fs::read_to_string(root.join("disk/output/index.html")).expect("is there"), "new");
    assert_eq!(names(&root.join("site/content")), ["published.lock"]);
    let _ = fs::remove_dir_all(root);
}

/// Brings a site up to date in its place.
fn update_in(root: &Path, files: &[(&str, &str)], course: Course) -> anyhow::Result<Site> {
    let mut stage = begin_in(root)?;
    stage.way = Way::AsFits;
    files.iter().for_each(|(path, text)| stage.put(page(path, text)));
    stage.publish_in(course, None)
}

/// The files of an output that are no manifest, with what is in them.
fn files_in(root: &Path) -> Vec<(String, String)> {
    let entries = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.expect("can be read"));
    let files = entries.filter(|entry| entry.file_type().is_file() && entry.file_name() != MANIFEST);
    let one = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(root).expect("lies below").to_string_lossy().into_owned();
        (path, fs::read_to_string(entry.path()).expect("is text"))
    };
    let mut files: Vec<(String, String)> = files.map(one).collect();
    files.sort();
    files
}

const BEFORE: [(&str, &str); 3] = [("a/index.html", "a"), ("b/index.html", "b"), ("index.html", "old")];
/// Also a file becomes a folder, and a folder a file.
const BEFORE_MOUNTED: [(&str, &str); 4] = [("a", "file"), ("b/c/d", "file"), ("b/e", "file"), ("index.html", "old")];
const AFTER_MOUNTED: [(&str, &str); 4] = [("a/c/x", "file"), ("a/y", "file"), ("b", "file"), ("index.html", "new")];
const AFTER: [(&str, &str); 3] = [("a/index.html", "a"), ("c/d/index.html", "c"), ("index.html", "new")];

fn owned(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn few_files_are_changed_in_their_place_and_all_others_stay_what_they_are() {
    let root = folder("update");
    let output = root.join("output");
    update_in(&root, &BEFORE, Course::default()).expect("is published");
    fs::write(output.join("CNAME"), "report.example").expect("can be written");
    let inode = |path: &str| fs::metadata(output.join(path)).expect("is there").ino();
    let (folder, page) = (inode(""), inode("a/index.html"));

    let site = update_in(&root, &AFTER, Course::default()).expect("is published");

    assert_eq!((site.written, site.removed), (2, 1));
    let expected: Vec<_> = owned(&[("CNAME", "report.example")]).into_iter().chain(owned(&AFTER)).collect();
    assert_eq!(files_in(&output), expected);
    assert_eq!((inode(""), inode("a/index.html")), (folder, page), "they are those that were there");
    assert!(!output.join("b").exists(), "a folder that held nothing else goes");
    let manifest = Manifest::read(&output).expect("is there");
    assert_eq!(
        manifest.files.iter().map(|file| &*file.path).collect::<Vec<_>>(),
        ["a/index.html", "c/d/index.html", "index.html"]
    );
    assert_eq!(names(&root), ["output"]);

    let again = update_in(&root, &AFTER, Course::default()).expect("is published");
    assert_eq!((again.written, again.removed, again.files.len()), (0, 0, 3));
    let _ = fs::remove_dir_all(root);
}

#[test]
fn a_file_that_becomes_a_folder_or_meets_one_of_others_is_left_to_the_exchange() {
    let root = folder("kinds");
    let output = root.join("output");
    update_in(&root, &[("a", "file"), ("b/c", "file")], Course::default()).expect("is published");
    let inode = || fs::metadata(&output).expect("is there").ino();
    let before = inode();

    update_in(&root, &[("a/x", "file"), ("b", "file")], Course::default()).expect("is published");

    assert_ne!(inode(), before, "it was exchanged as a whole");
    assert_eq!(files_in(&output), owned(&[("a/x", "file"), ("b", "file")]));
    fs::write(output.join("new"), "of others").expect("can be written");
    let refused = update_in(&root, &[("a/x", "file"), ("b", "file"), ("new", "ours")], Course::default());
    assert!(refused.is_err_and(|error| error.to_string().contains("was not written by Prospectus")));
    assert_eq!(fs::read_to_string(output.join("new")).expect("is there"), "of others");
    assert_eq!(names(&root), ["output"]);
    let _ = fs::remove_dir_all(root);
}

/// A test that is another process, which ends in the middle of an update.
#[test]
fn an_update_that_is_cut_off_where_the_environment_says() {
    let Some(root) = std::env::var_os("PROSPECTUS_CUT_UPDATE_IN") else { return };
    let reached = |step: Step| {
        if std::env::var("PROSPECTUS_CUT_AT").is_ok_and(|at| at == format!("{step:?}")) {
            std::process::exit(77);
        }
    };
    let root = Path::new(&root);
    let after = if place::is_mount(&root.join("output")) { &AFTER_MOUNTED[..] } else { &AFTER };
    update_in(root, after, Course { reached, ..Course::default() }).expect("is published");
    std::process::exit(78);
}

/// Brings a site up to date in a process of its own that ends after a step.
fn cut_update_at(root: &Path, step: Step) {
    let ended = std::process::Command::new(std::env::current_exe().expect("this is a program"))
        .args(["--exact", "write::tests::an_update_that_is_cut_off_where_the_environment_says", "--nocapture"])
        .env("PROSPECTUS_CUT_AT", format!("{step:?}"))
        .env("PROSPECTUS_CUT_UPDATE_IN", root)
        .output()
        .expect("runs");
    assert_eq!(ended.status.code(), Some(77), "{step:?}: {}", String::from_utf8_lossy(&ended.stdout));
}

const UPDATE_STEPS: [Step; 5] =
    [Step::UpdateNoted, Step::FileRenamed, Step::FilesRenamed, Step::ManifestRenamed, Step::Settled];

#[test]
fn an_update_that_is_cut_off_at_any_step_is_finished_by_the_next_run() {
    for step in UPDATE_STEPS {
        let root = folder(&format!("cut-update-{step:?}"));
        update_in(&root, &BEFORE, Course::default()).expect("is published");
        cut_update_at(&root, step);
        if step == Step::ManifestRenamed {
            // A run that removes what it staged may be cut off in this, too: the note goes first.
            let stage = names(&root).into_iter().find(|name| name.contains("prospectus-stage")).expect("is there");
            fs::remove_file(root.join(stage).join(".prospectus-update")).expect("can be removed");
        }
        // What every command does, also one that writes nothing.
        finish(&root.join("output")).expect("is finished");

        assert_eq!(files_in(&root.join("output")), owned(&AFTER), "{step:?}");
        let manifest = Manifest::read(&root.join("output")).expect("is there");
        assert_eq!(manifest.files.len(), 3, "{step:?}");
        assert_eq!(names(&root), ["output"], "{step:?}");
        let _ = fs::remove_dir_all(root);
    }
}

#[test]
fn a_link_that_took_the_place_of_a_folder_is_not_followed() {
    for goes in [true, false] {
        let root = folder(&format!("link-{goes}"));
        let output = root.join("output");
        update_in(&root, &BEFORE, Course::default()).expect("is published");
        fs::rename(output.join("b"), root.join("victim")).expect("can be renamed");
        std::os::unix::fs::symlink("../victim", output.join("b")).expect("can be made");

        let files =
            if goes { AFTER } else { [("a/index.html", "a"), ("b/index.html", "changed"), ("index.html", "new")] };
        let published = update_in(&root, &files, Course::default());

        assert_eq!(published.is_ok(), goes, "where the new site has nothing the link stays, else it is in the way");
        assert_eq!(fs::read_to_string(root.join("victim/index.html")).expect("is there"), "b");
        assert!(output.join("b").is_symlink());
        assert_eq!(names(&root), ["output", "victim"]);
        let _ = fs::remove_dir_all(root);
    }
}

/// Runs one of these tests where `output` in a new folder is a mount point. Whether it is run there already.
fn is_mounted(test: &str) -> Option<PathBuf> {
    if let Some(root) = std::env::var_os("PROSPECTUS_MOUNTED_IN") {
        return Some(root.into());
    }
    let root = folder(test);
    for name in ["output", "volume", "content"] {
        fs::create_dir(root.join(name)).expect("can be made");
    }
    let rights = if rustix::process::geteuid().is_root() { "--mount" } else { "-Urm" };
    let unshare = |script: &str| {
        let mut command = std::process::Command::new("unshare");
        command.args([rights, "sh", "-euc", script]).current_dir(&root);
        command.env("PROSPECTUS_MOUNTED_IN", &root).env("PROSPECTUS_TEST", format!("write::tests::{test}"));
        command.env("PROSPECTUS_TESTS", std::env::current_exe().expect("this is a program")).output()
    };
    // Else this system lets nobody mount here: `tests/it/mounts.rs` says so.
    if unshare("mount --bind volume output").is_ok_and(|tried| tried.status.success()) {
        let script = "mount --bind volume output; exec \"$PROSPECTUS_TESTS\" --exact \"$PROSPECTUS_TEST\" --nocapture";
        let ran = unshare(script).expect("runs");
        let said = String::from_utf8_lossy(&ran.stdout);
        assert!(ran.status.success() && said.contains("1 passed"), "{said}{}", String::from_utf8_lossy(&ran.stderr));
    }
    let _ = fs::remove_dir_all(root);
    None
}

/// Empties a folder.
fn empty(folder: &Path) {
    for entry in fs::read_dir(folder).expect("can be read") {
        let path = entry.expect("can be read").path();
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("can be removed");
    }
}

#[test]
fn a_mount_point_is_brought_up_to_date_in_its_place_whatever_becomes_of_it() {
    let Some(root) = is_mounted("a_mount_point_is_brought_up_to_date_in_its_place_whatever_becomes_of_it") else {
        return;
    };
    let output = root.join("output");
    fs::create_dir(output.join("lost+found")).expect("can be made");
    let many: Vec<String> = (0..update::MOST + 1).map(|at| format!("p{at}/index.html")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|path| (path.as_str(), "page")).collect();

    let first = update_in(&root, &many, Course::default()).expect("is published");
    assert_eq!((first.written, files_in(&output).len()), (many.len(), many.len()));
    update_in(&root, &BEFORE_MOUNTED, Course::default()).expect("is published");
    assert_eq!(files_in(&output), owned(&BEFORE_MOUNTED));
    update_in(&root, &AFTER_MOUNTED, Course::default()).expect("is published");
    assert_eq!(files_in(&output), owned(&AFTER_MOUNTED));

    // What of others is in the way stops it before anything has changed.
    for (theirs, ours) in [("a/new", "a/new"), ("new/x", "new"), ("new", "new/x"), ("a/y", "a"), ("b", "b/x")] {
        if let Some(above) = output.join(theirs).parent() {
            fs::create_dir_all(above).expect("can be made");
        }
        fs::write(output.join(theirs), "of others").expect("can be written");
        let before = files_in(&output);
        let with_ours = [(ours, "ours"), ("index.html", "newest")];
        let refused = update_in(&root, &with_ours, Course::default()).expect_err("is in the way").to_string();
        assert!(refused.contains("was not written by Prospectus"), "{theirs}: {refused}");
        assert_eq!(files_in(&output), before, "{theirs}");
        empty(&output);
        update_in(&root, &AFTER_MOUNTED, Course::default()).expect("is published");
    }
    let own = update_in(&root, &[(".output.prospectus-x", "ours")], Course::default());
    assert!(own.is_err_and(|error| error.to_string().contains("was not written by Prospectus")));
    assert_eq!(names(&output), ["a", "b", "index.html", "manifest.json"]);
    assert_eq!(names(&root), ["content", "output", "volume"]);
}

#[test]
fn an_update_of_a_mount_point_that_is_cut_off_at_any_step_is_finished() {
    let Some(root) = is_mounted("an_update_of_a_mount_point_that_is_cut_off_at_any_step_is_finished") else { return };
    let output = root.join("output");
    for step in UPDATE_STEPS {
        update_in(&root, &BEFORE_MOUNTED, Course::default()).expect("is published");

        cut_update_at(&root, step);
        finish(&output).expect("is finished");

        assert_eq!(files_in(&output), owned(&AFTER_MOUNTED), "{step:?}");
        assert_eq!(names(&output), ["a", "b", "index.html", "manifest.json"], "{step:?}");
    }
    // Before it is noted, it is as if nothing had been.
    update_in(&root, &BEFORE_MOUNTED, Course::default()).expect("is published");
    cut_update_at(&root, Step::Completed);
    update_in(&root, &BEFORE_MOUNTED, Course::default()).expect("is published");
    assert_eq!(files_in(&output), owned(&BEFORE_MOUNTED));
    assert_eq!(names(&output), ["a", "b", "index.html", "manifest.json"]);
}

#[test]
fn a_publication_into_a_mount_point_that_is_cut_off_at_any_step_is_taken_back_or_finished() {
    let Some(root) =
        is_mounted("a_publication_into_a_mount_point_that_is_cut_off_at_any_step_is_taken_back_or_finished")
    else {
        return;
    };
    let steps = STEPS.into_iter().filter(|(step, _)| !matches!(step, Step::OldMovedAside | Step::Exchanged));
    let in_place = UPDATE_STEPS[..4].iter().map(|step| (*step, 1));
    for (step, edition) in steps.chain(in_place) {
        publish_edition(&root, EDITIONS[0], Course::default()).expect("is published");
        let path = root.join("content/published.lock");

        assert!(cut_at(&root, step, "1"), "{step:?}");
        resume(&path).expect("is resumed");

        assert_eq!(standing(&root), EDITIONS[edition], "{step:?}");
        assert_eq!(names(&root.join("content")), ["published.lock"], "{step:?}");
    }
    drop(begin_in(&root).expect("begins"));
    assert_eq!(names(&root.join("output")), ["index.html", "manifest.json"]);

    // As long as it is not mounted nobody knows what stands.
    publish_edition(&root, EDITIONS[0], Course::default()).expect("is published");
    assert!(cut_at(&root, Step::FilesRenamed, "1"));
    let run = |program: &str, arguments: &[&str]| {
        let ended = std::process::Command::new(program).args(arguments).current_dir(&root).status().expect("runs");
        assert!(ended.success(), "{program}");
    };
    run("umount", &["output"]);
    let unknown = resume(&root.join("content/published.lock")).expect_err("is not mounted");
    assert!(format!("{unknown:#}").contains("nothing is mounted there now"), "{unknown:#}");
    run("mount", &["--bind", "volume", "output"]);
    resume(&root.join("content/published.lock")).expect("is resumed");
    assert_eq!(standing(&root), EDITIONS[1]);
}
