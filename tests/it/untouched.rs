//! Nothing but the output is touched: whatever lies in the way keeps its bytes, mode, owner and time. One test a path.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::{Duration, UNIX_EPOCH};

use rustix::fs::{CWD, Mode};

use crate::support::{Folderish, identity, not_run, prospectus, small, write_state};

/// What a file, folder or link is: mode, owner, time, inode and what is in it or where it leads.
type Seen = BTreeMap<PathBuf, (u32, u32, u32, i64, i64, u64, Vec<u8>)>;

/// Everything at and below a path, links not followed.
fn seen(path: &Path) -> Seen {
    let mut all = Seen::new();
    let there = fs::symlink_metadata(path).unwrap();
    let kind = there.file_type();
    let held = match () {
        () if kind.is_symlink() => fs::read_link(path).unwrap().into_os_string().into_encoded_bytes(),
        () if kind.is_file() => fs::read(path).unwrap(),
        () => Vec::new(),
    };
    let (mode, user, group) = (there.mode(), there.uid(), there.gid());
    all.insert(path.to_owned(), (mode, user, group, there.mtime(), there.mtime_nsec(), there.ino(), held));
    if kind.is_dir() {
        fs::read_dir(path).unwrap().for_each(|entry| all.extend(seen(&entry.unwrap().path())));
    }
    all
}

/// A site beside a folder that is nobody's business.
struct Beside {
    folder: Folderish,
    site: PathBuf,
    victim: PathBuf,
}

impl Beside {
    fn new() -> Self {
        let folder = Folderish::new();
        let (site, victim) = (folder.0.join("site"), folder.0.join("victim"));
        small().write_to(&site);
        fs::create_dir_all(victim.join("deep")).unwrap();
        fs::write(victim.join("doc.txt"), "precious").unwrap();
        fs::write(victim.join("deep/more.txt"), "precious, too").unwrap();
        Beside { folder, site, victim }
    }

    /// The same with an output that was built.
    fn built() -> Self {
        let beside = Beside::new();
        let built = beside.run(&["build"]);
        assert!(built.status.success(), "{}", words(&built));
        beside
    }

    fn run(&self, arguments: &[&str]) -> Output {
        prospectus(&self.site, arguments)
    }

    fn link(&self, target: &str, path: &str) {
        symlink(target, self.site.join(path)).unwrap();
    }

    fn pipe(&self, path: &str) {
        rustix::fs::mkfifoat(CWD, self.site.join(path), Mode::from_raw_mode(0o644)).unwrap();
    }

    /// Runs must be refused, say what is in the way, and change nothing at all.
    fn refuses(&self, commands: &[&[&str]], word: &str) {
        let before = seen(&self.folder.0);
        for arguments in commands {
            let refused = self.run(arguments);

            assert_eq!(refused.status.code(), Some(3), "{arguments:?}: {}", words(&refused));
            assert!(words(&refused).contains(word), "{arguments:?}: {}", words(&refused));
            assert!(!words(&refused).contains("pages:"), "found out before building: {}", words(&refused));
            // The folder that is written beside may have been looked for leftovers with a lock that is gone.
            let mut after = seen(&self.folder.0);
            let time = &before[&self.site];
            let now = after.get_mut(&self.site).unwrap();
            (now.3, now.4) = (time.3, time.4);
            assert!(before == after, "{arguments:?} touched something: {:?}", changed(&before, &after));
        }
    }
}

fn words(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn changed(before: &Seen, after: &Seen) -> Vec<PathBuf> {
    let mut paths: Vec<&PathBuf> = before.keys().chain(after.keys()).collect();
    paths.sort();
    paths.dedup();
    paths.into_iter().filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

const BUILDS: &[&[&str]] = &[&["build"], &["build", "--force"], &["publish", "--yes"]];

#[test]
fn a_link_where_a_stage_was_once() {
    let beside = Beside::new();
    beside.link("../victim", ".output.prospectus-stage");

    beside.refuses(BUILDS, ".output.prospectus-stage is a symbolic link");
}

#[test]
fn a_link_where_a_stage_was_once_of_a_site_with_mistakes() {
    let beside = Beside::new();
    fs::write(beside.site.join("content/site.yaml"), "x: [").unwrap();
    beside.link("../victim", ".output.prospectus-stage");

    beside.refuses(&[&["build"]], "rm '");
}

#[test]
fn a_link_that_is_called_like_a_stage() {
    let beside = Beside::built();
    beside.link("../victim", ".output.prospectus-stage-0123456789abcdef");

    beside.refuses(BUILDS, "is a symbolic link that this program did not put there");
}

#[test]
fn a_folder_that_is_called_like_a_stage() {
    let beside = Beside::built();
    fs::create_dir(beside.site.join(".output.prospectus-stage-0123456789abcdef")).unwrap();
    fs::write(beside.site.join(".output.prospectus-stage-0123456789abcdef/manifest.json"), "{\"files\":{}}").unwrap();

    beside.refuses(BUILDS, "rm -r '");
}

#[test]
fn an_old_output_that_came_with_a_repository() {
    let beside = Beside::new();
    fs::create_dir(beside.site.join(".output.prospectus-old")).unwrap();
    fs::write(beside.site.join(".output.prospectus-old/evil.html"), "<script>alert(1)</script>").unwrap();
    fs::write(beside.site.join(".output.prospectus-old/manifest.json"), "{\"files\":{}}").unwrap();

    beside.refuses(BUILDS, ".output.prospectus-old is a folder that this program did not put there");
}

#[test]
fn a_link_where_a_lock_was_once() {
    let beside = Beside::new();
    beside.link("../victim/doc.txt", ".output.prospectus-lock");

    beside.refuses(BUILDS, ".output.prospectus-lock is a symbolic link");
}

#[test]
fn a_pipe_where_a_lock_was_once() {
    let beside = Beside::new();
    beside.pipe(".output.prospectus-lock");

    beside.refuses(BUILDS, ".output.prospectus-lock is a named pipe");
}

#[test]
fn a_link_as_state() {
    let beside = Beside::built();
    beside.link("../victim/doc.txt", ".output.prospectus-state");

    beside.refuses(BUILDS, ".output.prospectus-state is a symbolic link");
}

#[test]
fn a_pipe_as_state() {
    let beside = Beside::built();
    beside.pipe(".output.prospectus-state");

    beside.refuses(BUILDS, ".output.prospectus-state is a named pipe");
}

#[test]
fn a_device_as_state() {
    let beside = Beside::built();
    let path = beside.site.join(".output.prospectus-state");
    let (kind, device) = (rustix::fs::FileType::CharacterDevice, rustix::fs::makedev(1, 3));
    if rustix::fs::mknodat(CWD, &path, kind, Mode::from_raw_mode(0o600), device).is_err() {
        return not_run("a device as state: only the administrator may make one");
    }

    beside.refuses(BUILDS, ".output.prospectus-state is a device");
}

#[test]
fn a_file_of_others_as_state() {
    let beside = Beside::built();
    fs::write(beside.site.join(".output.prospectus-state"), "precious").unwrap();

    beside.refuses(BUILDS, ".output.prospectus-state is a file that this program did not put there");
}

#[test]
fn another_name_of_a_file_as_state() {
    let beside = Beside::built();
    fs::write(beside.victim.join("empty"), "").unwrap();
    fs::hard_link(beside.victim.join("empty"), beside.site.join(".output.prospectus-state")).unwrap();

    beside.refuses(BUILDS, ".output.prospectus-state is a file");
}

#[test]
fn a_state_of_another_folder_makes_none_ours() {
    let beside = Beside::built();
    let stage = beside.site.join(".output.prospectus-stage-0123456789abcdef");
    fs::create_dir(&stage).unwrap();
    fs::write(stage.join("doc.txt"), "precious").unwrap();
    let there = fs::metadata(&stage).unwrap();
    write_state(&beside.site, &format!("old stage-0123456789abcdef {} {} 1", there.dev(), there.ino()));

    let before = seen(&stage);

    let refused = beside.run(&["build"]);

    assert_eq!(refused.status.code(), Some(3));
    assert!(words(&refused).contains("is a folder that this program did not put there"), "{}", words(&refused));
    assert!(before == seen(&stage));
}

#[test]
fn an_output_that_is_a_link_out_of_the_site() {
    let beside = Beside::new();
    beside.link("../victim", "output");

    let direct = ["build", "--force", "--output", "output/"];
    beside.refuses(&[BUILDS[0], BUILDS[1], BUILDS[2], &direct], "output is a link that leads out of the site");
}

#[test]
fn an_output_that_is_a_link_to_another_site() {
    let (beside, other) = (Beside::new(), Beside::built());
    symlink(other.site.join("output"), beside.site.join("output")).unwrap();
    let before = seen(&other.folder.0);

    beside.refuses(BUILDS, "output is a link that leads out of the site");

    assert!(before == seen(&other.folder.0));
}

#[test]
fn an_output_below_a_link_out_of_the_site() {
    let beside = Beside::new();
    beside.link("../victim", "public");

    beside.refuses(&[&["build", "--output", "public/out"]], "public is a link that leads out of the site");
}

#[test]
fn an_output_that_is_a_link_to_nothing() {
    let beside = Beside::new();
    beside.link("nowhere", "output");

    beside.refuses(BUILDS, "leads nowhere");
}

#[test]
fn an_output_that_is_a_pipe() {
    let beside = Beside::new();
    beside.pipe("output");

    beside.refuses(BUILDS, "output is a named pipe, not a folder");
}

#[test]
fn a_manifest_that_is_a_link() {
    let beside = Beside::built();
    fs::rename(beside.site.join("output/manifest.json"), beside.victim.join("manifest.json")).unwrap();
    beside.link("../../victim/manifest.json", "output/manifest.json");

    beside.refuses(BUILDS, "manifest.json");
}

#[test]
fn a_manifest_that_is_a_pipe() {
    let beside = Beside::built();
    fs::remove_file(beside.site.join("output/manifest.json")).unwrap();
    beside.pipe("output/manifest.json");

    beside.refuses(BUILDS, "a named pipe, not a plain file");
}

#[test]
fn a_manifest_that_leads_to_a_device() {
    let beside = Beside::built();
    fs::remove_file(beside.site.join("output/manifest.json")).unwrap();
    beside.link("/dev/zero", "output/manifest.json");

    beside.refuses(BUILDS, "a symbolic link, not a plain file");
}

#[test]
fn links_and_pipes_in_the_output_are_carried_as_what_they_are() {
    let beside = Beside::built();
    beside.link("../../victim", "output/media");
    beside.link("nowhere", "output/dangling");
    beside.pipe("output/pipe");
    let (victim, output) = (seen(&beside.victim), beside.site.join("output"));
    let kept = ["media", "dangling", "pipe"].map(|name| output.join(name));
    let before = kept.clone().map(|path| seen(&path));

    let built = beside.run(&["build"]);

    assert!(built.status.success(), "{}", words(&built));
    assert!(victim == seen(&beside.victim));
    assert!(before == kept.map(|path| seen(&path)));
}

#[test]
fn a_link_in_the_output_where_the_site_has_a_folder() {
    let beside = Beside::built();
    fs::remove_dir_all(beside.site.join("output/en")).unwrap();
    beside.link("../../victim", "output/en");
    let before = seen(&beside.folder.0);

    let refused = beside.run(&["build"]);

    assert_eq!(refused.status.code(), Some(3));
    assert!(words(&refused).contains("output/en was not written by Prospectus"), "{}", words(&refused));
    let mut after = seen(&beside.folder.0);
    after.insert(beside.site.clone(), before[&beside.site].clone());
    assert!(before == after, "{:?}", changed(&before, &after));
}

#[test]
fn a_record_that_is_a_link() {
    let beside = Beside::built();
    beside.link("../../victim/doc.txt", "content/published.lock");

    beside.refuses(&[&["publish", "--yes"]], "content/published.lock: is a symbolic link");
}

#[test]
fn a_record_that_is_a_pipe() {
    let beside = Beside::built();
    beside.pipe("content/published.lock");

    beside.refuses(&[&["publish", "--yes"]], "content/published.lock: is a named pipe");
}

#[test]
fn a_record_below_a_link() {
    let beside = Beside::built();
    fs::rename(beside.site.join("content"), beside.victim.join("content")).unwrap();
    beside.link("../victim/content", "content");

    beside.refuses(&[&["publish", "--yes"]], "content is a symbolic link");
}

#[test]
fn a_link_where_a_record_was_once_written() {
    let beside = Beside::built();
    beside.link("../../victim/doc.txt", "content/.published.lock.new");
    let before = seen(&beside.victim);

    let published = beside.run(&["publish", "--yes"]);

    assert!(published.status.success(), "{}", words(&published));
    assert!(before == seen(&beside.victim));
    assert!(fs::symlink_metadata(beside.site.join("content/published.lock")).unwrap().is_file());
    assert!(beside.site.join("content/.published.lock.new").is_symlink());
}

#[test]
fn a_record_keeps_its_mode() {
    let beside = Beside::built();
    assert!(beside.run(&["publish", "--yes"]).status.success());
    let record = beside.site.join("content/published.lock");
    fs::set_permissions(&record, fs::Permissions::from_mode(0o664)).unwrap();
    fs::write(beside.site.join("content/cities/zibo.yaml"), "name: {en: Zibo, de: Zibo}\n").unwrap();

    assert!(beside.run(&["publish", "--yes"]).status.success());

    assert!(fs::read_to_string(&record).unwrap().contains("zibo"));
    assert_eq!(fs::metadata(&record).unwrap().mode() & 0o7777, 0o664);
    assert!(
        !fs::read_dir(beside.site.join("content"))
            .unwrap()
            .any(|entry| { entry.unwrap().file_name().to_string_lossy().starts_with(".published") })
    );
}

#[test]
fn an_output_among_the_sources() {
    let beside = Beside::built();
    fs::create_dir_all(beside.site.join("themes/own")).unwrap();
    fs::create_dir_all(beside.site.join("content/static")).unwrap();
    fs::create_dir_all(beside.site.join("shared/pictures")).unwrap();
    beside.link("content", "alias");
    beside.link("../../shared", "content/static/shared");
    for (output, relation) in [
        ("content", "is"),
        ("content/", "is"),
        ("content/out", "lies in"),
        ("content/static/out/deep", "lies in"),
        ("themes", "is"),
        ("themes/own/static", "lies in"),
        ("output/../content/out", "lies in"),
        ("alias", "is"),
        ("alias/out", "lies in"),
        ("shared", "is"),
        ("shared/pictures", "lies in"),
        (".", "holds"),
        ("..", "holds"),
        ("/", "holds"),
    ] {
        let forced = ["build", "--force", "--output", output];
        beside.refuses(
            &[&forced[..], &["publish", "--yes", "--output", output], &["build", "--output", output]],
            relation,
        );
        let refused = beside.run(&forced);
        assert!(words(&refused).contains("which the site is made from"), "{output}: {}", words(&refused));
    }
}

#[test]
fn a_state_that_was_copied_is_not_ours() {
    let beside = Beside::built();
    let stage = beside.site.join(".output.prospectus-stage-0123456789abcdef");
    fs::create_dir(&stage).unwrap();
    write_state(&beside.site, &format!("old stage-0123456789abcdef {}", identity(&stage)));
    let own = beside.site.join(".output.prospectus-state");
    fs::rename(&own, beside.victim.join("state")).unwrap();
    fs::copy(beside.victim.join("state"), &own).unwrap();

    beside.refuses(BUILDS, ".output.prospectus-state is a file that this program did not put there");
}

#[test]
fn a_stage_that_a_killed_run_had_only_made_is_removed_if_it_is_empty() {
    let beside = Beside::built();
    let stage = beside.site.join(".output.prospectus-stage-0123456789abcdef");
    fs::create_dir(&stage).unwrap();
    write_state(&beside.site, "make stage-0123456789abcdef");
    let built = beside.run(&["build"]);
    assert!(built.status.success() && !stage.exists(), "{}", words(&built));

    fs::create_dir(&stage).unwrap();
    fs::write(stage.join("doc.txt"), "precious").unwrap();
    write_state(&beside.site, "make stage-0123456789abcdef");
    let refused = beside.run(&["build"]);

    assert_eq!(refused.status.code(), Some(3));
    assert_eq!(fs::read_to_string(stage.join("doc.txt")).unwrap(), "precious");
}

#[test]
fn what_others_have_in_an_old_site_that_a_killed_run_left_comes_back_if_it_is_newer() {
    let beside = Beside::built();
    let (output, left) = (beside.site.join("output"), beside.site.join(".output.prospectus-stage-0123456789abcdef"));
    fs::write(output.join("older.txt"), "new").unwrap();
    fs::write(output.join("newer.txt"), "old").unwrap();
    // Times of change are as fine as the clock that ticks in between.
    std::thread::sleep(Duration::from_millis(50));
    fs::create_dir_all(left.join("uploads")).unwrap();
    fs::copy(output.join("manifest.json"), left.join("manifest.json")).unwrap();
    fs::write(left.join("uploads/letter.txt"), "precious").unwrap();
    fs::write(left.join("newer.txt"), "new").unwrap();
    fs::hard_link(output.join("older.txt"), left.join("same.txt")).unwrap();
    fs::rename(left.join("same.txt"), left.join("older.txt")).unwrap();
    write_state(&beside.site, &format!("old stage-0123456789abcdef {}", identity(&left)));

    let built = beside.run(&["build"]);

    assert!(built.status.success(), "{}", words(&built));
    let text = |path: &str| fs::read_to_string(output.join(path)).unwrap();
    assert_eq!([text("older.txt"), text("newer.txt"), text("uploads/letter.txt")], ["new", "new", "precious"]);
    assert!(!left.exists() && !beside.site.join(".output.prospectus-state").exists());
}

/// 2001-09-09, in nanoseconds that all common file systems keep.
fn set_time(path: &Path) {
    let time = UNIX_EPOCH + Duration::new(1_000_000_000, 123_456_700);
    File::open(path).unwrap().set_times(fs::FileTimes::new().set_modified(time).set_accessed(time)).unwrap();
}

/// Mode, owner and time of a path.
fn kept(path: &Path) -> (u32, u32, u32, i64, i64) {
    let there = fs::symlink_metadata(path).unwrap();
    (there.mode(), there.uid(), there.gid(), there.mtime(), there.mtime_nsec())
}

#[test]
fn modes_owners_and_times_of_what_others_have_in_the_output_survive() {
    let beside = Beside::built();
    let output = beside.site.join("output");
    fs::create_dir_all(output.join(".private/deep")).unwrap();
    fs::create_dir_all(output.join("empty")).unwrap();
    fs::write(output.join(".private/deep/key"), "secret").unwrap();
    fs::write(output.join("en/note.txt"), "in a folder that the site has, too").unwrap();
    let modes = [
        (".private/deep/key", 0o600),
        (".private/deep", 0o500),
        (".private", 0o700),
        ("empty", 0o3777),
        ("en/note.txt", 0o444),
        ("en", 0o2775),
        ("", 0o2750),
    ];
    let is_root = rustix::process::geteuid().is_root();
    for (path, mode) in modes {
        let path = output.join(path);
        if is_root {
            std::os::unix::fs::chown(&path, Some(1234), Some(4321)).unwrap();
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        set_time(&path);
    }
    if !is_root {
        not_run("owners of what others have in the output: only the administrator may give files away");
    }
    let before = modes.map(|(path, _)| (path, kept(&output.join(path))));

    for _ in 0..2 {
        let built = beside.run(&["build"]);
        assert!(built.status.success(), "{}", words(&built));

        assert_eq!(before, modes.map(|(path, _)| (path, kept(&output.join(path)))));
    }
    // The output, the content and the theme of the tests; nothing is left beside the output.
    let mut there: Vec<_> = fs::read_dir(&beside.site).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    there.sort();
    assert_eq!(there, ["content", "output", "themes"]);
}

#[test]
fn access_lists_and_attributes_of_folders_survive() {
    let beside = Beside::built();
    let output = beside.site.join("output");
    fs::create_dir(output.join("media")).unwrap();
    // A list that lets the user 1234 write, as the kernel stores it: version 2; owner, user 1234, group, mask, others.
    let list: Vec<u8> = [(1, 7, !0), (2, 7, 1234), (4, 5, !0), (16, 7, !0), (32, 5, !0_u32)].iter().fold(
        vec![2, 0, 0, 0],
        |mut bytes, (tag, bits, id): &(u16, u16, u32)| {
            bytes.extend(tag.to_le_bytes().into_iter().chain(bits.to_le_bytes()).chain(id.to_le_bytes()));
            bytes
        },
    );
    let attributes: [(&str, &[u8]); 2] = [("user.owner", b"press office"), ("system.posix_acl_access", &list)];
    for folder in [output.clone(), output.join("media")] {
        for (name, value) in attributes {
            if rustix::fs::setxattr(&folder, name, value, rustix::fs::XattrFlags::empty()).is_err() {
                return not_run("access lists and attributes of folders: this file system keeps none");
            }
        }
    }

    assert!(beside.run(&["build"]).status.success());

    for folder in [output.clone(), output.join("media")] {
        for (name, value) in attributes {
            let mut bytes = [0; 256];
            let length = rustix::fs::getxattr(&folder, name, &mut bytes[..]).unwrap();
            assert_eq!(&bytes[..length], value, "{name} of {}", folder.display());
        }
    }
}

#[test]
fn a_read_only_output_is_exchanged_and_stays_read_only() {
    let beside = Beside::built();
    let output = beside.site.join("output");
    fs::set_permissions(&output, fs::Permissions::from_mode(0o555)).unwrap();

    let builds = [beside.run(&["build"]), beside.run(&["build"])];

    assert!(builds.iter().all(|built| built.status.success() && !words(built).contains("warning:")));
    assert_eq!(fs::metadata(&output).unwrap().mode() & 0o7777, 0o555);
    fs::set_permissions(&output, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn an_owner_that_cannot_be_kept_ends_the_run_before_the_exchange() {
    if !rustix::process::geteuid().is_root() {
        return not_run("an owner that cannot be kept: only the administrator may run as another user");
    }
    let beside = Beside::built();
    let output = beside.site.join("output");
    fs::create_dir(output.join("uploads")).unwrap();
    // All is the user's but one folder; the way to it is free.
    let chown = |path: &Path, user| std::os::unix::fs::chown(path, Some(user), Some(user)).unwrap();
    seen(&beside.site).keys().for_each(|path| chown(path, 65534));
    chown(&output.join("uploads"), 1234);
    fs::set_permissions(output.join("uploads"), fs::Permissions::from_mode(0o755)).unwrap();
    let before = seen(&output);
    let program = beside.folder.0.join("prospectus");
    fs::copy(env!("CARGO_BIN_EXE_prospectus"), &program).unwrap();

    let run = std::process::Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(&program)
        .args(["build", "--whole"])
        .current_dir(&beside.site)
        .output();
    let Ok(run) = run else { return not_run("an owner that cannot be kept: there is no setpriv") };
    if words(&run).contains("Permission denied") && !words(&run).contains("output") {
        return not_run("an owner that cannot be kept: the folder of the tests is closed to others");
    }

    assert_eq!(run.status.code(), Some(3), "{}", words(&run));
    assert!(words(&run).contains("uploads: its owner 1234:1234 cannot be kept"), "{}", words(&run));
    assert!(before == seen(&output));
}
