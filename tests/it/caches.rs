//! The ways in which caches of other generators lied, each by its name: after any edit the output is that of a clean build.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::process::Output;
use std::time::{Duration, SystemTime};

use crate::support::{Folderish, Site, prospectus, small};

/// A site in a folder with a cache of its own, which was built once.
struct Cached(Folderish);

const BUILD: &[&str] = &["build", "--no-sync", "--cache", "../cache"];

/// A site with news and a style sheet of its own.
fn site() -> Site {
    small()
        .with("content/news/_collection.yaml", "label: {en: News, de: Neues}\nsegment: {en: news, de: neues}\nfeed: true\nroles: {title: title, date: date}\nfields:\n  title: {type: text, translated: true, required: true}\n  date: {type: date, required: true}\n")
        .with("content/news/opening.yaml", "title: {en: An opening, de: Eröffnung}\ndate: 2025-04-01\n")
        .with("content/parks/south.yaml", "name: {en: South Park, de: Südpark}\narea: 3\ncity: jinan\nsource: report-2025\n")
        .with("content/static/own.txt", "one\n")
        .with("themes/mine/theme.yaml", "extends: plain\n")
        .with("themes/mine/static/mine.css", "body { color: red }\n")
        .with("themes/mine/templates/record.html", "<html lang=\"{{ lang }}\"><title>{{ record.title }}</title><link rel=\"stylesheet\" href=\"{{ asset(path='mine.css') }}\">{{ record.title }} {{ t(key=\"word\") }}</html>")
        .with("themes/mine/locales/en.ftl", "word = a word\n")
        .with("themes/mine/locales/de.ftl", "word = ein Wort\n")
        .with("content/site.yaml", &format!("{}theme: mine\n", String::from_utf8_lossy(&small().0["content/site.yaml"])))
}

impl Cached {
    fn new() -> Self {
        let folder = Folderish::new();
        let cached = Cached(folder);
        fs::create_dir(cached.path("site")).unwrap();
        site().write_to(&cached.path("site"));
        cached.build(&[]);
        cached
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.0.0.join(path)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        prospectus(&self.path("site"), &[BUILD, arguments].concat())
    }

    /// Builds, and gives the last line.
    fn build(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{said}");
        said
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path("site").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path("site").join(path)).unwrap();
        assert!(text.contains(from), "{text}");
        self.write(path, &text.replace(from, to));
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.path("site").join(path)).unwrap();
    }

    /// Builds, and holds the output to that of a clean build of the same; gives the last line.
    fn is_clean(&self, arguments: &[&str]) -> String {
        let said = self.build(arguments);
        let clean = Folderish::new();
        let output = clean.0.join("clean");
        let fresh = ["build", "--no-sync", "--fresh", "--output", output.to_str().unwrap()];
        let built = prospectus(&self.path("site"), &[&fresh, arguments].concat());
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let (cached, clean) = (tree(&self.path("site/output")), tree(&output));
        let paths: Vec<&String> = cached.keys().chain(clean.keys()).collect();
        let others: Vec<_> = paths.into_iter().filter(|path| cached.get(*path) != clean.get(*path)).collect();
        assert_eq!(others, Vec::<&String>::new());
        said
    }

    fn has(&self, path: &str) -> bool {
        self.path("site/output").join(path).exists()
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path("site/output").join(path)).unwrap()
    }
}

/// All files below a folder.
fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let one = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(root).unwrap().to_string_lossy().into_owned();
        (path, fs::read(entry.path()).unwrap())
    };
    files.map(one).collect()
}

#[test]
fn nothing_is_written_when_nothing_changed_and_what_was_found_is_said_again() {
    let site = Cached::new();
    let before = fs::metadata(site.path("site/output/en/index.html")).unwrap().modified().unwrap();

    assert!(site.build(&[]).contains("nothing changed"));
    let json = site.run(&["--format", "json"]);
    assert_eq!(String::from_utf8_lossy(&json.stdout).trim(), "{\"diagnostics\":[]}", "programs are told so, too");
    assert_eq!(fs::metadata(site.path("site/output/en/index.html")).unwrap().modified().unwrap(), before);
    site.write("content/parks/stray.txt", "x\n");
    let (first, second) = (site.build(&[]), site.build(&[]));
    assert!(first.contains("stray-file"), "{first}");
    assert!(second.contains("stray-file") && second.contains("nothing changed"), "{second}");
}

#[test]
fn files_deleted_from_static_are_deleted() {
    let site = Cached::new();
    assert!(site.has("own.txt"));

    site.remove("content/static/own.txt");

    assert!(site.is_clean(&[]).contains("1 removed"));
    assert!(!site.has("own.txt"));
}

#[test]
fn fingerprinted_files_do_not_pile_up() {
    let site = Cached::new();
    for color in ["blue", "green"] {
        site.write("themes/mine/static/mine.css", &format!("body {{ color: {color} }}\n"));
        site.is_clean(&[]);
    }
    let sheets = tree(&site.path("site/output/assets")).into_keys().filter(|name| name.starts_with("mine."));
    assert_eq!(sheets.count(), 1);
}

#[test]
fn options_days_and_the_address_are_part_of_the_key() {
    let site = Cached::new();
    site.edit("content/parks/south.yaml", "area: 3", "draft: true\narea: 3");
    for arguments in [
        &["--base-url", "https://other.example/below"][..],
        &["--drafts"],
        &["--as-of", "2020-01-01"],
        &[],
        &["--jobs", "1"],
    ] {
        site.is_clean(arguments);
    }
    assert!(site.build(&["--jobs", "4"]).contains("nothing changed"), "threads are no part of it");
}

#[test]
fn times_that_move_backwards_hide_nothing() {
    let site = Cached::new();
    let path = site.path("site/content/parks/south.yaml");
    site.edit("content/parks/south.yaml", "area: 3", "area: 7");
    let past = SystemTime::now() - Duration::from_secs(1_000_000);
    File::options().write(true).open(&path).unwrap().set_modified(past).unwrap();

    site.is_clean(&[]);

    assert!(site.text("data/parks.csv").contains(",7,") || site.text("data/parks.csv").contains(",7"));
}

#[test]
fn one_cache_serves_two_outputs() {
    let site = Cached::new();
    site.build(&["--output", "second"]);
    site.edit("content/parks/south.yaml", "South Park", "Southern Park");
    site.is_clean(&[]);
    assert!(site.text("en/parks/index.html").contains("Southern Park"));
    let second = || fs::read_to_string(site.path("site/second/en/parks/index.html")).unwrap();
    assert!(!second().contains("Southern Park"));
    site.build(&["--output", "second"]);
    assert_eq!(tree(&site.path("site/second")), tree(&site.path("site/output")));
}

#[test]
fn lists_do_not_freeze() {
    let site = Cached::new();
    site.edit("content/parks/south.yaml", "area: 3", "area: 300");
    site.is_clean(&[]);
    site.edit("content/parks/south.yaml", "Südpark", "Südlicher Park");
    site.is_clean(&[]);
    assert!(site.text("de/parks/index.html").contains("Südlicher Park"));
    site.edit("content/parks/north/de.md", "slug: nordpark", "slug: nord");
    site.is_clean(&[]);
}

#[test]
fn a_deletion_leaves_sitemap_and_feed_too() {
    let site = Cached::new();
    let feed = tree(&site.path("site/output")).into_keys().find(|path| path.ends_with("feed.xml")).unwrap();
    assert!(site.text(&feed).contains("opening"), "{feed}");

    site.write("content/news/second.yaml", "title: {en: More, de: Mehr}\ndate: 2025-05-01\n");
    site.is_clean(&[]);
    site.remove("content/news/opening.yaml");
    site.is_clean(&[]);

    assert!(!tree(&site.path("site/output")).values().any(|bytes| String::from_utf8_lossy(bytes).contains("opening")));
}

#[test]
fn drafts_come_and_go() {
    let site = Cached::new();
    site.edit("content/parks/south.yaml", "area: 3", "draft: true\narea: 3");
    site.is_clean(&[]);
    assert!(!site.has("en/parks/south/index.html"));
    site.edit("content/parks/south.yaml", "draft: true\n", "");
    site.is_clean(&[]);
    assert!(site.has("en/parks/south/index.html"));
}

#[test]
fn another_slug_leaves_no_page_at_the_old_one() {
    let site = Cached::new();
    assert!(site.has("de/parks/nordpark/index.html"));
    site.edit("content/parks/north/de.md", "slug: nordpark", "slug: park-im-norden");
    site.is_clean(&[]);
    assert!(!site.has("de/parks/nordpark") && site.has("de/parks/park-im-norden/index.html"));
}

#[test]
fn a_build_that_failed_changes_nothing_and_an_undo_after_it_neither() {
    let site = Cached::new();
    let before = tree(&site.path("site/output"));
    site.edit("content/parks/south.yaml", "area: 3", "area: three");
    assert!(!site.run(&[]).status.success());
    assert_eq!(tree(&site.path("site/output")), before);
    site.edit("content/parks/south.yaml", "area: three", "area: 3");
    assert!(site.is_clean(&[]).contains("nothing changed"));
    site.edit("content/parks/south.yaml", "area: 3", "area: 4");
    site.is_clean(&[]);
}

#[test]
fn a_template_that_shadows_another_is_seen_and_so_is_its_end() {
    let site = Cached::new();
    let before = tree(&site.path("site/output"));
    site.write("content/templates/record.html", "<html lang=\"en\"><title>x</title>mine</html>");
    site.is_clean(&[]);
    assert!(site.text("en/parks/south/index.html").contains("mine"));
    site.remove("content/templates/record.html");
    site.is_clean(&[]);
    assert_eq!(tree(&site.path("site/output")), before);
}

#[test]
fn a_template_that_another_layer_extends_is_seen() {
    let site = Cached::new();
    site.write("content/templates/record.html", "{% extends \"mine:record.html\" %}");
    site.is_clean(&[]);

    site.edit("themes/mine/templates/record.html", "<title>", "<title>Changed: ");

    assert!(!site.is_clean(&[]).contains("nothing changed"));
    assert!(site.text("en/parks/south/index.html").contains("Changed: "));
}

#[test]
fn a_message_is_seen_when_it_comes_changes_and_goes() {
    let site = Cached::new();
    for text in ["word = another\n", "word = { -term }\n-term = third\n", "word = { -term }\n-term = fourth\n"] {
        site.write("content/locales/de.ftl", text);
        site.is_clean(&[]);
    }
    assert!(site.text("de/ueber-uns/index.html").contains("fourth"));
    site.remove("content/locales/de.ftl");
    site.is_clean(&[]);
    assert!(site.text("de/ueber-uns/index.html").contains("ein Wort"));
}

#[test]
fn what_somebody_did_to_the_output_is_mended() {
    let site = Cached::new();
    let before = tree(&site.path("site/output"));
    let page = site.path("site/output/en/parks/south/index.html");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replace("South", "Sooth")).unwrap();
    fs::remove_file(site.path("site/output/data/parks.csv")).unwrap();
    site.build(&[]);
    assert_eq!(tree(&site.path("site/output")), before);
    fs::remove_dir_all(site.path("site/output")).unwrap();
    site.build(&[]);
    assert_eq!(tree(&site.path("site/output")), before);
    fs::remove_file(site.path("site/output/manifest.json")).unwrap();
    assert!(!site.run(&[]).status.success(), "nobody knows whose the files are");
}

#[test]
fn touching_a_file_writes_nothing() {
    let site = Cached::new();
    let path = site.path("site/content/parks/south.yaml");
    let text = fs::read(&path).unwrap();
    fs::write(&path, text).unwrap();
    assert!(site.build(&[]).contains("nothing changed"));
}

#[test]
fn a_copy_of_site_output_and_cache_is_taken_up_where_the_original_was() {
    let site = Cached::new();
    let copy = Folderish::new();
    for part in ["site", "cache"] {
        for (path, bytes) in tree(&site.path(part)) {
            let path = copy.0.join(part).join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    let site = Cached(copy);
    assert!(site.build(&[]).contains("nothing changed"), "every time is another, and every content is the same");
    site.edit("content/parks/south.yaml", "area: 3", "area: 5");
    site.is_clean(&[]);
}

#[test]
fn a_damaged_cache_is_none() {
    let site = Cached::new();
    let cache = tree(&site.path("cache")).into_keys().find(|name| name.starts_with("build-")).unwrap();
    let path = site.path("cache").join(cache);
    let whole = fs::read(&path).unwrap();
    for at in [0, 20, 60, whole.len() / 2, whole.len() - 1] {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(&path, &damaged).unwrap();
        assert!(site.is_clean(&[]).contains("nothing changed"));
    }
    fs::remove_file(&path).unwrap();
    site.is_clean(&[]);
}

#[test]
fn few_files_stay_where_they_are_and_whole_exchanges_them() {
    use std::os::unix::fs::MetadataExt as _;
    let site = Cached::new();
    let inode = |path: &str| fs::metadata(site.path("site/output").join(path)).unwrap().ino();
    let before = (inode(""), inode("own.txt"));
    site.edit("content/parks/south.yaml", "area: 3", "area: 6");
    site.is_clean(&[]);
    assert_eq!((inode(""), inode("own.txt")), before, "what did not change was left alone");
    site.edit("content/parks/south.yaml", "area: 6", "area: 7");
    site.is_clean(&["--whole"]);
    assert_ne!(inode(""), before.0, "the folder is another");
    assert_eq!(inode("own.txt"), before.1, "what did not change has a second name");
    assert!(site.build(&[]).contains("nothing changed"));
}
