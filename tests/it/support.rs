//! Sites in memory and in temporary folders.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex, OnceLock};
use std::time::UNIX_EPOCH;

use jiff::civil::Date;
use prospectus::config::Run;
use prospectus::diagnostics::{Checked, Diagnostic, Place, Report, codes};
use prospectus::output::{OutputFile, Read, Sink};
use prospectus::parse::Files;
use prospectus::pipeline;
use prospectus::read::Folder;

/// A site in memory: file names and texts.
#[derive(Clone, Default)]
pub struct Site(pub BTreeMap<String, Vec<u8>>);

/// What a build gave.
pub struct Built {
    pub files: BTreeMap<String, Vec<u8>>,
    /// What each file was made of.
    pub reads: BTreeMap<String, Vec<Read>>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Built {
    /// `code path:line:column`, one a finding.
    pub fn findings(&self) -> Vec<String> {
        self.diagnostics
            .iter()
            .map(|d| format!("{} {}:{}:{}", d.code.name, d.place.path, d.place.line, d.place.column))
            .collect()
    }

    pub fn text(&self, path: &str) -> &str {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("no file {path}; findings: {:?}", self.findings()));
        std::str::from_utf8(bytes).unwrap()
    }
}

/// A file and what it was made of.
type Made = (Vec<u8>, Vec<Read>);

#[derive(Default)]
struct Kept(Mutex<BTreeMap<String, Made>>);

impl Kept {
    fn built(self, diagnostics: Vec<Diagnostic>) -> Built {
        let mut built = Built { files: BTreeMap::new(), reads: BTreeMap::new(), diagnostics };
        for (path, (bytes, reads)) in self.0.into_inner().unwrap() {
            built.files.insert(path.clone(), bytes);
            built.reads.insert(path, reads);
        }
        built
    }
}

impl Sink for Kept {
    fn put(&self, file: OutputFile) {
        let OutputFile { path, bytes, reads } = file;
        let before = self.0.lock().unwrap().insert(path.clone(), (bytes, reads.named()));
        assert!(before.is_none(), "{path} was written twice");
    }
}

impl Files for Site {
    fn paths(&self) -> Arc<[Arc<str>]> {
        Dressed(&InMemory(self)).paths()
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        Dressed(&InMemory(self)).bytes(path)
    }
}

/// The files of a site in memory, and no others.
struct InMemory<'s>(&'s Site);

impl Files for InMemory<'_> {
    fn paths(&self) -> Arc<[Arc<str>]> {
        self.0.0.keys().map(|path| path.as_str().into()).collect()
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        let bytes = self.0.0.get(path).cloned();
        bytes.ok_or_else(|| Box::new(Diagnostic::new(&codes::UNREADABLE, Place::file(path), "does not exist")))
    }
}

/// The theme that most tests look at: it says each thing once and plainly. By path below the site's folder. A site that names
/// none has one that extends it, so that messages which no template of a test asks for are nobody's own.
static PLAIN: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes/plain");
    let files =
        walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let named = |entry: walkdir::DirEntry| {
        let below = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        (format!("themes/plain/{below}"), fs::read(entry.path()).unwrap())
    };
    files.map(named).chain([("themes/tested/theme.yaml".to_owned(), b"extends: plain\n".to_vec())]).collect()
});

const SETTINGS: &str = "content/site.yaml";

/// A site that has the theme `plain`: where it names no theme it is dressed in it, and a theme of its own may extend it.
struct Dressed<'f>(&'f dyn Files);

impl Files for Dressed<'_> {
    fn paths(&self) -> Arc<[Arc<str>]> {
        let mut paths = self.0.paths().to_vec();
        paths.extend(PLAIN.keys().map(|path| Arc::from(path.as_str())));
        paths.sort();
        paths.dedup();
        paths.into()
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        match self.0.bytes(path) {
            Ok(bytes) if path == SETTINGS => Ok(dressed(bytes)),
            Ok(bytes) => Ok(bytes),
            Err(finding) => PLAIN.get(path).cloned().ok_or(finding),
        }
    }
}

/// Settings that name a theme, at their end, so that every line stays where it is.
fn dressed(mut settings: Vec<u8>) -> Vec<u8> {
    let names_one = settings.split(|byte| *byte == b'\n').any(|line| line.starts_with(b"theme:"));
    if !names_one && !settings.is_empty() {
        settings.extend_from_slice(if settings.ends_with(b"\n") { b"" } else { b"\n" });
        settings.extend_from_slice(b"theme: tested\n");
    }
    settings
}

/// An image of one pixel, in a shade of grey.
pub fn png(shade: u8) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::GrayImage::from_pixel(1, 1, image::Luma([shade])).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A path below the output without the digits that tell an image from others of its name.
pub fn without_digits(path: &str) -> String {
    let is_digits = |part: &str| {
        let digits = part.split('-').next().unwrap();
        digits.len() == 10 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    path.split('.').filter(|part| !is_digits(part)).collect::<Vec<_>>().join(".")
}

/// A day as `YYYY-MM-DD`.
pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn run() -> Run {
    Run::on(jiff::civil::date(2026, 11, 24))
}

impl Site {
    pub fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.to_owned(), text.as_bytes().to_vec());
        self
    }

    /// With a file that is no text.
    pub fn with_bytes(mut self, path: &str, bytes: Vec<u8>) -> Self {
        self.0.insert(path.to_owned(), bytes);
        self
    }

    /// A site in the theme of the report on Shandong instead of that of reports.
    pub fn in_investor(mut self) -> Self {
        let theme = crate::fuzz::loaded(&Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/investor"));
        self.0.extend(theme.0.into_iter().map(|(path, bytes)| (format!("themes/investor/{path}"), bytes)));
        let settings = String::from_utf8(self.0["content/site.yaml"].clone()).unwrap();
        self.with("content/site.yaml", &settings.replace("theme: report", "theme: investor"))
    }

    pub fn without(mut self, path: &str) -> Self {
        self.0.remove(path).unwrap_or_else(|| panic!("{path} is not there"));
        self
    }

    pub fn build(&self) -> Built {
        self.build_for(run())
    }

    pub fn build_for(&self, run: Run) -> Built {
        let kept = Kept::default();
        let Checked { diagnostics, .. } = pipeline::build(self, &run, &kept);
        kept.built(diagnostics)
    }

    /// What a publication would be stopped by, `code path:line:column`.
    pub fn publish_findings(&self) -> Vec<String> {
        let Checked { diagnostics, .. } = pipeline::publish(self, &run(), &pipeline::Nowhere);
        Kept::default().built(diagnostics).findings()
    }

    /// The site with the record of its publication.
    pub fn published(&self) -> Self {
        self.published_for(run())
    }

    pub fn published_for(&self, run: Run) -> Self {
        let Checked { value, diagnostics } = pipeline::publish(self, &run, &pipeline::Nowhere);
        assert!(diagnostics.is_empty(), "{diagnostics:#?}");
        self.clone().with("content/published.lock", &value.record.unwrap().to_text())
    }

    pub fn write_to(&self, folder: &Path) {
        for path in self.paths().iter() {
            let file = folder.join(&**path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, self.bytes(path).unwrap()).unwrap();
        }
    }
}

/// Builds the site of a folder as the command does.
pub fn build_folder(root: &Path) -> Built {
    let mut report = Report::default();
    let folder = report.take(Folder::open(root));
    let kept = Kept::default();
    let summary = report.take(pipeline::build(&Dressed(&folder), &run(), &kept));
    let built = report.finish(summary);
    kept.built(built.diagnostics)
}

/// The golden sites by their names, each with what it gave as soon as a test asked for it.
static GOLDEN: LazyLock<BTreeMap<String, OnceLock<Built>>> = LazyLock::new(|| {
    let folders = fs::read_dir(golden_folder("")).unwrap().map(|entry| entry.unwrap().path());
    let sites = folders.filter(|folder| folder.join(SETTINGS).is_file());
    sites.map(|folder| (folder.file_name().unwrap().to_str().unwrap().to_owned(), OnceLock::new())).collect()
});

/// The names of the golden sites.
pub fn golden_sites() -> impl Iterator<Item = &'static str> {
    GOLDEN.keys().map(String::as_str)
}

/// The folder of a golden site.
pub fn golden_folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(name)
}

/// A golden site, built once for all tests that only read what it gives.
pub fn golden(name: &str) -> &'static Built {
    let built = GOLDEN.get(name).unwrap_or_else(|| panic!("no golden site {name}"));
    built.get_or_init(|| build_folder(&golden_folder(name)))
}

/// A small site without mistakes: two languages, parks with facts of every kind, a city, a source.
pub fn small() -> Site {
    Site::default()
        .with("content/site.yaml", "title: {en: Parks, de: Parks}\nbase_url: https://parks.example\nlanguages: [en, de]\nnavigation: [parks]\nfooter: [pages/about]\n")
        .with("content/pages/_collection.yaml", "label: {en: Pages, de: Seiten}\nsegment: {en: '', de: ''}\nuntranslated: error\nfields:\n  title: {type: text, translated: true, required: true}\n")
        .with("content/pages/home.yaml", "title: {en: Home, de: Start}\nslug: ''\n")
        .with("content/pages/about/en.md", "---\ntitle: About\n---\nSee [](@parks/north) and [all](@parks).\n")
        .with("content/pages/about/de.md", "---\ntitle: Über uns\nslug: ueber-uns\n---\nSiehe [](@parks/north).\n")
        .with("content/cities/_collection.yaml", "label: {en: Cities, de: Städte}\nsegment: {en: cities, de: staedte}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n")
        .with("content/cities/jinan.yaml", "name: {en: Jinan, de: Jinan}\n")
        .with("content/parks/_collection.yaml", "label: {en: Parks, de: Parks}\nroles: {title: name}\nsort: [-area, name]\nfields:\n  name: {type: text, translated: true, required: true}\n  area: {type: decimal, min: 0}\n  level:\n    type: choice\n    options: {national: {en: National, de: National}, local: {en: Local, de: Örtlich}}\n  state: {type: choice, tracked: true, options: {planned: , open: }}\n  city: {type: reference, to: cities}\n  photo: {type: image}\n  events:\n    type: list\n    of: {type: group, fields: {date: {type: date, required: true}, title: {type: text, translated: true}}}\n")
        .with("content/parks/north/facts.yaml", "source: report-2025\narea: 12.5\nlevel: national\nstate:\n  - {is: planned, since: 2019}\n  - {is: open, since: 2020-06}\ncity: jinan\n")
        .with("content/parks/north/en.md", "---\nname: North Park\n---\n## History\n\nOpened after [the report](@sources/report-2025).\n")
        .with("content/parks/north/de.md", "---\nname: Nordpark\nslug: nordpark\n---\nText.\n")
        .with("content/sources/report-2025.yaml", "title: Report\nlanguage: en\npublisher: City\ndate: 2025-03\nurl: https://city.example/r\n")
}

/// A site in English, German and French with a home page, a city and a source, whose parks a test brings.
pub fn in_three_languages() -> Site {
    small()
        .with("content/site.yaml", "title: {en: Parks, de: Parks, fr: Parcs}\nbase_url: https://parks.example\nlanguages: [en, de, fr]\n")
        .with("content/pages/_collection.yaml", "label: {en: Pages, de: Seiten, fr: Pages}\nsegment: {en: '', de: '', fr: ''}\nfields:\n  title: {type: text, translated: true, required: true}\n")
        .with("content/pages/home.yaml", "title: {en: Home, de: Start, fr: Accueil}\nslug: ''\n")
        .without("content/pages/about/en.md")
        .without("content/pages/about/de.md")
        .without("content/parks/north/en.md")
        .without("content/parks/north/de.md")
        .without("content/parks/north/facts.yaml")
        .with("content/cities/_collection.yaml", "label: {en: Cities, de: Städte, fr: Villes}\nsegment: {en: cities, de: staedte, fr: villes}\nroles: {title: name}\nfields:\n  name: {type: text, translated: true, required: true}\n")
        .with("content/cities/jinan.yaml", "name: {en: Jinan, de: Jinan, fr: Jinan}\n")
        .with("content/corrections/_collection.yaml", "label: {en: Corrections, de: Berichtigungen, fr: Rectificatifs}\n")
}

/// The small site with the day of its data.
pub fn small_as_of(day: &str) -> Site {
    let settings = String::from_utf8(small().0["content/site.yaml"].clone()).unwrap();
    small().with("content/site.yaml", &format!("{settings}as_of: {day}\n"))
}

/// A folder below the target folder that is removed at the end.
pub struct Folderish(pub PathBuf);

static COUNT: AtomicU32 = AtomicU32::new(0);

impl Folderish {
    pub fn new() -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("site-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folderish(path)
    }

    pub fn of(site: &Site) -> Self {
        let folder = Folderish::new();
        site.write_to(&folder.0);
        folder
    }
}

impl Drop for Folderish {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Says that a test, or a part of one, could not be run here. Unlike what tests print it is seen when they pass.
pub fn not_run(what: &str) {
    let _ = writeln!(std::io::stderr(), "NOT RUN: {what}");
}

/// Device, inode and time of birth, as the state file beside an output has them.
pub fn identity(path: &Path) -> String {
    let there = fs::metadata(path).unwrap();
    let born = there.created().ok().map(|time| time.duration_since(UNIX_EPOCH).unwrap().as_nanos().to_string());
    format!("{} {} {}", there.dev(), there.ino(), born.unwrap_or_else(|| "-".to_owned()))
}

/// Writes a state file beside `output/` as the program does, with this line.
pub fn write_state(site: &Path, line: &str) {
    let path = site.join(".output.prospectus-state");
    fs::write(&path, "").unwrap();
    let text = format!("prospectus state 1 {}\n{line}\n", identity(&path));
    fs::write(&path, text).unwrap();
}

/// Fills in the two blanks that a new site in English has, `[[…]]`: its publisher and the words of its home page.
pub fn fill_in_blanks(site: &Path) {
    for path in ["content/site.yaml", "content/pages/home/en.md"] {
        let text = fs::read_to_string(site.join(path)).unwrap();
        let (before, blank) = text.split_once("[[").unwrap();
        let (_, after) = blank.split_once("]]").unwrap();
        fs::write(site.join(path), format!("{before}Ours{after}")).unwrap();
    }
}

/// Runs the program in a folder.
pub fn prospectus(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_prospectus"))
        .args(arguments)
        .current_dir(folder)
        .env("SOURCE_DATE_EPOCH", "1795478400")
        // Whoever runs the tests keeps nothing of them.
        .env("XDG_CACHE_HOME", Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache"))
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap()
}
