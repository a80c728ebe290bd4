//! The preview, as a browser and an editor at work see it.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Folderish, Site, small};

/// A preview that runs until it is dropped.
struct Preview {
    folder: Folderish,
    child: Child,
    address: String,
}

impl Preview {
    fn of(site: &Site) -> Self {
        Preview::with(site, &[])
    }

    fn with(site: &Site, options: &[&str]) -> Self {
        Preview::over(Folderish::of(site), options)
    }

    fn over(folder: Folderish, options: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_prospectus"))
            .args(["serve", "--port", "0"])
            .args(options)
            .current_dir(&folder.0)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        Preview { folder, child, address }
    }

    /// The answer to a request, with its head.
    fn ask(&self, method: &str, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let address = &self.address;
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        answer
    }

    fn get(&self, path: &str) -> String {
        self.ask("GET", path)
    }

    /// Whether a page comes to hold some words.
    fn comes_to_say(&self, path: &str, words: &str) -> bool {
        let end = Instant::now() + Duration::from_secs(30);
        while Instant::now() < end {
            if self.get(path).contains(words) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        false
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.folder.0.join(path)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const JINAN: &str = "content/cities/jinan.yaml";
const PAGE: &str = "/en/cities/jinan/";

fn named(name: &str) -> String {
    format!("name: {{en: {name}, de: {name}}}\n")
}

fn copy(from: &Path, to: &Path) {
    let copied = Command::new("cp").arg("-r").args([from, to]).status().unwrap();
    assert!(copied.success());
}

#[test]
fn it_builds_again_after_a_change_and_shows_findings() {
    let preview = Preview::of(&small());

    let first = preview.get(PAGE);
    preview.write(JINAN, &named("Renamed"));
    let changed = preview.comes_to_say(PAGE, "Renamed");
    preview.write(JINAN, &format!("{}mayor: x\n", named("Broken")));
    let reported = preview.comes_to_say("/-prospectus/findings.json", "unknown-key");
    let kept = preview.get(PAGE);
    let missing = preview.get("/en/nothing/");

    assert!(first.contains("Jinan") && first.contains("/-prospectus/reload.js"), "{first}");
    assert!(changed && reported);
    assert!(kept.contains("Renamed"), "after errors the last good page stays");
    assert!(missing.starts_with("HTTP/1.1 404") && missing.contains("There is no page"), "{missing}");
}

#[test]
fn the_search_is_the_one_that_a_build_writes() {
    let site = small()
        .with("content/templates/search.html", "<p>{% set s = search() %}{{ s.base }}</p>")
        .with("content/templates/az.html", "<p>A to Z</p>");
    let built = site.build();
    let preview = Preview::of(&site);

    for path in ["search/en/index.json", "search/de/d0.json", "search/en/k0.json"] {
        let answer = preview.get(&format!("/{path}"));
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with(built.text(path)), "{path}: {answer}");
    }
    assert!(preview.get("/search/en/k999.json").starts_with("HTTP/1.1 404"));
}

#[test]
fn it_sees_content_that_was_removed_and_comes_back() {
    let preview = Preview::of(&small());
    let kept = preview.path("kept");
    copy(&preview.path("content"), &kept);

    fs::remove_dir_all(preview.path("content")).unwrap();
    let gone = preview.comes_to_say("/-prospectus/findings.json", "does not exist");
    copy(&kept, &preview.path("content"));
    let back = preview.comes_to_say("/-prospectus/findings.json", "\"diagnostics\":[]");
    preview.write(JINAN, &named("Later"));

    assert!(gone, "the preview says that content/ is gone");
    assert!(back, "and sees it return");
    assert!(preview.comes_to_say(PAGE, "Later"), "and every edit after that");
}

#[test]
fn it_sees_content_that_another_folder_takes_the_place_of() {
    let preview = Preview::of(&small());
    copy(&preview.path("content"), &preview.path("other"));

    fs::rename(preview.path("content"), preview.path("old")).unwrap();
    fs::rename(preview.path("other"), preview.path("content")).unwrap();
    std::thread::sleep(Duration::from_millis(1200));
    preview.write(JINAN, &named("Later"));

    assert!(preview.comes_to_say(PAGE, "Later"));
}

#[test]
fn it_sees_a_site_that_was_removed_as_a_whole() {
    let outer = Folderish::new();
    let site = outer.0.join("site");
    small().write_to(&site);
    let preview = Preview::over(outer, &["--site", "site"]);

    fs::rename(&site, preview.path("away")).unwrap();
    let gone = preview.comes_to_say("/-prospectus/findings.json", "there is no folder");
    let page = preview.get(PAGE);
    copy(&preview.path("away"), &site);
    let back = preview.comes_to_say("/-prospectus/findings.json", "\"diagnostics\":[]");
    preview.write(&format!("site/{JINAN}"), &named("Later"));

    assert!(gone && back);
    assert!(page.contains("Jinan"), "the last page stays");
    assert!(preview.comes_to_say(PAGE, "Later"));
}

#[test]
fn it_sees_themes_that_appear_later_and_their_edits() {
    let preview = Preview::of(&small());
    let template = |words: &str| format!("{{% extends \"base.html\" %}}{{% block main %}}{words}{{% endblock %}}");

    fs::create_dir_all(preview.path("themes/own/templates/cities")).unwrap();
    preview.write("themes/own/theme.yaml", "extends: plain\n");
    preview.write("themes/own/templates/cities/record.html", &template("first"));
    let settings = fs::read_to_string(preview.path("content/site.yaml")).unwrap();
    preview.write("content/site.yaml", &settings.replace("theme: tested", "theme: own"));
    let first = preview.comes_to_say(PAGE, "first");
    std::thread::sleep(Duration::from_millis(1200));
    preview.write("themes/own/templates/cities/record.html", &template("second"));

    assert!(first);
    assert!(preview.comes_to_say(PAGE, "second"));
}

#[test]
fn it_sees_edits_behind_links() {
    let folder = Folderish::of(&small().without(JINAN));
    fs::create_dir_all(folder.0.join("shared/more")).unwrap();
    fs::write(folder.0.join("shared/jinan.yaml"), named("Linked")).unwrap();
    fs::write(folder.0.join("shared/more/zibo.yaml"), named("Zibo")).unwrap();
    symlink("../../shared/jinan.yaml", folder.0.join(JINAN)).unwrap();
    symlink("../../shared/more", folder.0.join("content/cities/more")).unwrap();
    let preview = Preview::over(folder, &[]);

    let first = preview.get(PAGE);
    preview.write("shared/jinan.yaml.new", &named("Replaced"));
    fs::rename(preview.path("shared/jinan.yaml.new"), preview.path("shared/jinan.yaml")).unwrap();
    let replaced = preview.comes_to_say(PAGE, "Replaced");
    preview.write("shared/more/zibo.yaml", &named("Edited"));

    assert!(first.contains("Linked") && replaced);
    assert!(preview.comes_to_say("/en/cities/zibo/", "Edited"));
}

#[test]
fn it_can_look_by_itself_where_no_changes_are_told() {
    let preview = Preview::with(&small(), &["--poll", "50"]);

    preview.write(JINAN, &named("Polled"));

    assert!(preview.comes_to_say(PAGE, "Polled"));
}

#[test]
fn it_lies_below_the_path_of_the_address() {
    let preview = Preview::of(&small().with(
        "content/site.yaml",
        "title: {en: Parks, de: Parks}\nbase_url: https://host.example/register\nlanguages: [en, de]\n",
    ));

    let home = preview.get("/");
    let page = preview.get("/register/en/cities/jinan/");
    let folder = preview.get("/register/en/cities/jinan");
    let beside = preview.get("/en/cities/jinan/");

    assert!(home.contains("307") && home.contains("location: /register/"), "{home}");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("href=\"/register/en/"), "{page}");
    assert!(folder.contains("location: /register/en/cities/jinan/"), "{folder}");
    assert!(beside.starts_with("HTTP/1.1 404") && beside.contains("href=\"/register/\""), "{beside}");
}

#[test]
fn it_only_gives() {
    let preview = Preview::of(&small());

    let head = preview.ask("HEAD", PAGE);

    assert!(head.starts_with("HTTP/1.1 200") && !head.contains("Jinan"), "{head}");
    for method in ["POST", "PUT", "DELETE", "FOO"] {
        let answer = preview.ask(method, PAGE);
        assert!(answer.starts_with("HTTP/1.1 405"), "{method}: {answer}");
    }
    let page = preview.get(PAGE);
    assert!(page.contains("cross-origin-resource-policy: same-origin") && page.contains("nosniff"), "{page}");
    let twice = preview.get("//evil.example/en/cities");
    assert!(!twice.contains("location: //"), "{twice}");
}
