//! `publish` as whoever types it sees it: what it shows, what it asks, what it says at the end.

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use rustix::fs::{Mode, OFlags};
use rustix::pty::OpenptFlags;

use crate::support::{Folderish, prospectus, small};

const RECORD: &str = "content/published.lock";

/// What a run at a terminal ended with, and all that the terminal shows.
struct Ended {
    code: Option<i32>,
    shown: String,
}

/// Runs the program at a terminal where somebody types `answer`.
fn at_a_terminal(folder: &Path, arguments: &[&str], answer: &str) -> Ended {
    let terminal = rustix::pty::openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    rustix::pty::grantpt(&terminal).unwrap();
    rustix::pty::unlockpt(&terminal).unwrap();
    let name = rustix::pty::ptsname(&terminal, Vec::new()).unwrap();
    let end: OwnedFd = rustix::fs::open(&*name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
    let stream = || Stdio::from(end.try_clone().unwrap());
    let mut command = Command::new(env!("CARGO_BIN_EXE_prospectus"));
    command.args(arguments).current_dir(folder).env("SOURCE_DATE_EPOCH", "1795478400").env("NO_COLOR", "1");
    let mut child = command.stdin(stream()).stdout(stream()).stderr(stream()).spawn().unwrap();
    drop(command);
    drop(end);
    let mut terminal = fs::File::from(terminal);
    terminal.write_all(answer.as_bytes()).unwrap();
    let (mut shown, mut bytes) = (Vec::new(), [0; 4096]);
    // When nobody has the other end any more, reading is an error.
    while let Ok(count @ 1..) = terminal.read(&mut bytes) {
        shown.extend_from_slice(&bytes[..count]);
    }
    Ended { code: child.wait().unwrap().code(), shown: String::from_utf8_lossy(&shown).replace("\r\n", "\n") }
}

fn text(output: &Output) -> [String; 2] {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned())
}

#[test]
fn nothing_is_published_where_nobody_can_answer() {
    let folder = Folderish::of(&small());

    let asked = prospectus(&folder.0, &["publish"]);

    let [out, err] = text(&asked);
    assert_eq!((asked.status.code(), out.as_str()), (Some(2), ""));
    assert!(err.starts_with("error: `publish` asks before it writes") && err.contains("--yes"), "{err}");
    assert!(!folder.0.join("output").exists() && !folder.0.join(RECORD).exists());
}

#[test]
fn whoever_publishes_is_shown_the_difference_and_asked() {
    let folder = Folderish::of(&small());
    let publish = |answer: &str| at_a_terminal(&folder.0, &["publish"], answer);
    let nothing_is_written = || !folder.0.join("output").exists() && !folder.0.join(RECORD).exists();

    for answer in ["n\n", "\n", "no, yes\n"] {
        let refused = publish(answer);
        assert_eq!(refused.code, Some(1), "{}", refused.shown);
        assert!(refused.shown.contains("Publish this? [y/N] ") && refused.shown.contains("nothing was published"));
        assert!(nothing_is_written(), "{answer:?}");
    }
    let first = publish("y\n");
    assert_eq!(first.code, Some(0), "{}", first.shown);
    assert!(first.shown.contains("The first publication: 5 facts, 16 pages.\n"), "{}", first.shown);
    assert!(first.shown.ends_with("\nEdition 2026-11-24: first publication, 5 facts, 16 pages\n"), "{}", first.shown);

    fs::write(folder.0.join("content/cities/zibo.yaml"), "name: {en: Zibo, de: Zibo}\n").unwrap();
    let before = fs::read(folder.0.join(RECORD)).unwrap();
    let refused = publish("n\n");
    assert!(refused.shown.contains("\nnew       /en/cities/zibo/ (cities/zibo)\n"), "{}", refused.shown);
    assert!(before == fs::read(folder.0.join(RECORD)).unwrap() && !folder.0.join("output/en/cities/zibo").exists());
    let second = publish("Yes\n");
    assert_eq!(second.code, Some(0), "{}", second.shown);
    let line = "Edition 2026-11-24: 2 pages changed, 2 new\n";
    assert!(second.shown.ends_with(line), "{}", second.shown);
    assert!(folder.0.join("output/en/cities/zibo/index.html").exists());
}

#[test]
fn a_machine_is_not_asked_and_its_last_line_is_the_message_of_the_commit() {
    let folder = Folderish::of(&small());

    let first = prospectus(&folder.0, &["publish", "--yes"]);
    let again = prospectus(&folder.0, &["publish", "--yes"]);
    let json = prospectus(&folder.0, &["publish", "--yes", "--format", "json"]);

    let last = |output: &Output| text(output)[0].lines().last().unwrap_or_default().to_owned();
    assert_eq!(first.status.code(), Some(0), "{:?}", text(&first));
    assert_eq!(last(&first), "Edition 2026-11-24: first publication, 5 facts, 16 pages");
    assert_eq!(last(&again), "Edition 2026-11-24: nothing new for readers");
    // Findings are a document of their own on stdout: the words for people are not among them.
    let [out, err] = text(&json);
    assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok(), "{out}");
    assert!(err.ends_with("Edition 2026-11-24: nothing new for readers\n"), "{err}");
}

#[test]
fn blanks_mistakes_drafts_and_earlier_days_are_not_published() {
    let refused = |path: &str, content: &str, arguments: &[&str]| {
        let folder = Folderish::of(&small().with(path, content));
        let ended = at_a_terminal(&folder.0, &[&["publish"], arguments].concat(), "y\n");
        assert!(!folder.0.join("output").exists() && !folder.0.join(RECORD).exists(), "{}", ended.shown);
        assert!(!ended.shown.contains("Publish this?"), "{}", ended.shown);
        (ended.code, ended.shown)
    };
    let zibo = "content/cities/zibo.yaml";

    let (code, shown) = refused(zibo, "name: {en: '[[to fill: name]]', de: Zibo}\n", &[]);
    assert!(code == Some(1) && shown.contains("error[unfilled]"), "{shown}");
    let (code, shown) = refused(zibo, "mayor: x\n", &[]);
    assert!(code == Some(1) && shown.contains("error["), "{shown}");
    for arguments in [&["--drafts"][..], &["--as-of", "2026-11-01"]] {
        let (code, shown) = refused(zibo, "name: {en: Zibo, de: Zibo}\n", arguments);
        assert!(code == Some(2) && shown.contains("leave out --drafts and --as-of"), "{shown}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_stops_a_publication_before_the_exchange() {
    use std::os::unix::fs::PermissionsExt as _;
    if rustix::process::geteuid().is_root() {
        crate::support::not_run("a content folder without the right to write: root may write anywhere");
        return;
    }
    let folder = Folderish::of(&small());
    assert!(prospectus(&folder.0, &["publish", "--yes"]).status.success());
    fs::write(folder.0.join("content/cities/zibo.yaml"), "name: {en: Zibo, de: Zibo}\n").unwrap();
    let set = |mode| fs::set_permissions(folder.0.join("content"), fs::Permissions::from_mode(mode)).unwrap();
    set(0o555);

    let refused = prospectus(&folder.0, &["publish", "--yes"]);
    set(0o755);

    assert_eq!(refused.status.code(), Some(3), "{:?}", text(&refused));
    assert!(!folder.0.join("output/en/cities/zibo").exists());
}

#[test]
fn two_publications_at_once_do_not_mix() {
    let folder = Folderish::of(&small());
    let outputs = ["one", "two"].map(|name| folder.0.join(name));
    let children = outputs.clone().map(|output| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_prospectus"));
        command.args(["publish", "--yes", "--output"]).arg(output).current_dir(&folder.0);
        command.env("SOURCE_DATE_EPOCH", "1795478400").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    });

    let ended = children.map(|child| child.wait_with_output().unwrap());

    for (output, ended) in outputs.iter().zip(&ended) {
        let [_, err] = text(ended);
        match ended.status.code() {
            Some(0) => assert!(output.join("manifest.json").exists()),
            code => {
                assert!(code == Some(3) && (err.contains("another run") || err.contains("not the one")), "{err}");
                assert!(!output.exists(), "{err}");
            }
        }
    }
    assert!(ended.iter().any(|ended| ended.status.success()));
    assert_eq!(prospectus(&folder.0, &["diff"]).status.code(), Some(0));
}

#[test]
fn the_difference_tells_of_each_fact_once() {
    let folder = Folderish::of(&small());
    assert!(prospectus(&folder.0, &["publish", "--yes"]).status.success());
    let facts = folder.0.join("content/parks/north/facts.yaml");
    let edited = fs::read_to_string(&facts).unwrap().replace("area: 12.5", "area: {is: 13, bound: more-than}");
    let edited = edited
        .replace("level: national\n", "")
        .replace("since: 2020-06}", "since: 2020-07-01}\n  - {is: planned, since: 2026}");
    fs::write(&facts, edited).unwrap();

    let [shown, markdown, json] = ["text", "markdown", "json"].map(|format| {
        let diff = prospectus(&folder.0, &["diff", "--format", format]);
        assert_eq!(diff.status.code(), Some(4), "{:?}", text(&diff));
        text(&diff)[0].clone()
    });

    let lines: Vec<&str> = shown.lines().filter(|line| line.contains("parks/north ")).collect();
    assert_eq!(
        lines,
        [
            "changed   parks/north area: 12.5 → more than 13 (no correction tells of it)",
            "changed   parks/north state, 2020-06: open → open since 2020-07-01 (no correction tells of it)",
            "removed   parks/north level: national → nothing (no correction tells of it)",
            "added     parks/north state, 2026: planned",
        ]
    );
    assert!(markdown.starts_with("## Facts changed\n\n- `parks/north` area: 12.5 → more than 13"), "{markdown}");
    let facts = &serde_json::from_str::<serde_json::Value>(&json).unwrap()["facts"];
    assert_eq!(
        facts["changed"][0],
        serde_json::json!({
            "record": "parks/north", "field": "area", "date": null, "was": "12.5", "now": "more-than:13", "corrected": false
        })
    );
    assert_eq!(facts["changed"][1]["moved_to"], "2020-07-01");
    assert_eq!(facts["removed"][0]["now"], serde_json::Value::Null);
    assert_eq!(
        facts["added"][0],
        serde_json::json!({
            "record": "parks/north", "field": "state", "date": "2026", "value": "planned", "was": null
        })
    );
}
