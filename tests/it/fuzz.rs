//! Sites with random mistakes: no panic, no hang, and what `check` passes can be written.
//!
//! 1,200 runs in `cargo test`; `PROSPECTUS_FUZZ_RUNS=100000 cargo test --release --test it fuzz -- --nocapture` makes more, and
//! `PROSPECTUS_FUZZ_SEED=17` begins with another seed. A run depends on its seed alone, which is printed when it fails.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use prospectus::config::Run;

use crate::lists::{LISTED, LISTS};
use crate::relations::RECORD;
use crate::support::{Built, Folderish, Site, prospectus, run, small};

/// Runs of an ordinary test.
const RUNS: u64 = 1_200;
/// What a run may take at most, on a machine that does much else.
const LONGEST: Duration = Duration::from_secs(30);
/// After which time a run is taken to hang.
const HANGS: Duration = Duration::from_secs(300);
/// Every so many runs the site is looked at by `check`, too, and after each of them by `publish`.
const CHECKED: u64 = 4;

/// Words that mean something to some reader.
const WORDS: &[&str] = &[
    ": ",
    "- ",
    "\n",
    "\n  ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "#",
    "|",
    ">",
    "&a ",
    "*a ",
    "!t ",
    "<<: ",
    "---\n",
    "...\n",
    "\t",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "\u{ffff}",
    "\u{1b}[31m",
    "e\u{301}",
    "0",
    "-1",
    "1e400",
    ".nan",
    "9999999999999999999999",
    "0001",
    "9999-12-31",
    "2024-02-30",
    "since: ",
    "by: ",
    "is: ",
    "missing: not-yet",
    "source: ",
    "draft: true\n",
    "publish_on: 2030-01-01\n",
    "expires_on: 2020\n",
    "aliases: [/a.html, /a.html/b/]\n",
    "slug: ''\n",
    "slug: con\n",
    "type: list",
    "of: ",
    "translated: true",
    "required: true",
    "tracked: true",
    "count: ",
    "sum: ",
    "by: id\n",
    "over: month\n",
    "where: {",
    "[](@",
    "](@",
    "#",
    "![](@figures/",
    "[^1]",
    "[^1]: ",
    "<!-- ",
    " -->",
    "<b>",
    "| a ",
    "|---",
    "\n\n",
    "> ",
    "## ",
    "```\n",
    "**",
    "`",
    "https:x",
    "{{ ",
    " }}",
    "{% ",
    " %}",
    "{% for a in ",
    "{% endfor %}",
    "{% if ",
    "record",
    "render(record=record, template=\"record.html\")",
    "records(of=\"",
    "figure(key=\"",
    "map(of=\"",
    "chart(figure=\"",
    " | safe",
    "{ $x",
    " -> ",
    "*[other] ",
    "FeatureCollection",
    "[1]",
    "[[",
    "]]",
    "null",
    "1e309",
    "\"type\":",
    "figure ",
    "page ",
    "<<<<<<< HEAD\n",
];

/// Numbers without pattern, the same for the same seed (Steele, Lea and Flood 2014: SplitMix).
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

/// The sites that are spoilt.
pub fn seeds() -> Vec<Site> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut folders: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let mut seeds: Vec<Site> = folders.iter().map(|folder| loaded(folder)).collect();
    let made = Folderish::new();
    assert!(prospectus(&made.0, &["init", "site", "--languages", "en,de"]).status.success());
    seeds.push(loaded(&made.0.join("site")));
    seeds.push(with_everything());
    seeds.push(with_everything().published());
    seeds
}

/// The small site with shapes, figures, messages, templates and what else can be written wrongly.
fn with_everything() -> Site {
    let cities = "label: {en: Cities, de: Städte}\nsegment: {en: cities, de: staedte}\nroles: {title: name}\nboundaries: {file: cities.geojson, id: id}\ntemplates: {record: relations.html}\nfields:\n  name: {type: text, translated: true, required: true}\n";
    let shapes = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\"jinan\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[116,36],[117,36],[117,37],[116,36]]]}}]}";
    small()
        .with("content/cities/_collection.yaml", cities)
        .with("content/cities/cities.geojson", shapes)
        .with("content/templates/cities/index.html", "{{ map(of=\"cities\", figure=\"by-city\") }}{% for r in records %}{{ render(record=r, template=\"row.html\") }}{% endfor %}")
        .with("content/templates/relations.html", &format!("{RECORD}{LISTED}"))
        .with("content/templates/parks/index.html", LISTS)
        .with("content/templates/listed.html", LISTED)
        .with("content/parks/south.yaml", "template: relations.html\nname: {en: South, de: Süd}\ncity: jinan\nstate: {is: open, since: 2021, source: report-2025}\n")
        .with("content/parks/west.yaml", "template: relations.html\nname: {en: West, de: West}\ncity: jinan\nstate: {is: planned, since: 2022}\n")
        .with("content/templates/row.html", "<p>{{ record.title }} {{ t(key=\"own\", count=2) }}</p>")
        .with("content/locales/en.ftl", "own = { $count ->\n    [one] one\n   *[other] { $count } parks\n}\n")
        .with("content/locales/de.ftl", "own = { $count } Parks\n")
        .with("content/figures/by-city.yaml", "label: {en: Parks, de: Parks}\ncount: parks\nby: city\nwhere: {state: open}\n")
        .with("content/figures/trees.yaml", "label: {en: Trees, de: Bäume}\nreported: [{is: 350, since: 2025-03, source: report-2025}]\n")
        .with("content/static/a.txt", "a")
        .with("content/static/site.css", "a{background:url(a.png)}")
}

/// A site as it lies in a folder.
pub fn loaded(folder: &Path) -> Site {
    let mut site = Site::default();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                site.0.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    site
}

/// A site of the seeds with a few mistakes.
fn spoilt(seeds: &[Site], random: &mut Random) -> Site {
    let mut site = seeds[random.below(seeds.len())].clone();
    for _ in 0..=random.below(3) {
        let names: Vec<String> = site.0.keys().cloned().collect();
        let name = names[random.below(names.len())].clone();
        match random.below(40) {
            0 => drop(site.0.remove(&name)),
            1 => {
                let other = names[random.below(names.len())].clone();
                let bytes = site.0[&other].clone();
                site.0.insert(name, bytes);
            }
            2 => {
                let word = WORDS[random.below(WORDS.len())].replace(['/', '\0'], "-");
                let bytes = site.0[&name].clone();
                site.0.insert(format!("{name}{word}"), bytes);
            }
            _ => {
                let mut bytes = site.0[&name].clone();
                for _ in 0..=random.below(4) {
                    spoil(&mut bytes, random);
                }
                site.0.insert(name, bytes);
            }
        }
    }
    site
}

/// One mistake in a text.
fn spoil(bytes: &mut Vec<u8>, random: &mut Random) {
    let start = random.below(bytes.len() + 1);
    let end = (start + random.below(40)).min(bytes.len());
    let word = WORDS[random.below(WORDS.len())].as_bytes();
    match random.below(8) {
        0 => drop(bytes.drain(start..end)),
        1 => {
            let part = bytes[start..end].to_vec();
            let at = random.below(bytes.len() + 1);
            bytes.splice(at..at, part);
        }
        2 => bytes.truncate(start),
        3 => {
            if let Some(byte) = bytes.get_mut(start) {
                *byte = random.next() as u8;
            }
        }
        4 => {
            let times = 1 + random.below(400);
            bytes.splice(start..start, word.repeat(times));
        }
        5 => drop(bytes.splice(start..end, word.to_vec())),
        _ => drop(bytes.splice(start..start, word.to_vec())),
    }
}

/// What is wrong with a build, were it written; `None`: it can be.
fn unwritable(built: &Built) -> Option<String> {
    let mut folders: BTreeSet<String> = BTreeSet::new();
    for path in built.files.keys() {
        let is_name =
            |name: &str| !name.is_empty() && name.len() <= 255 && name != "." && name != ".." && !name.contains('\0');
        if !path.split('/').all(is_name) {
            return Some(format!("{path:?} is no path"));
        }
        folders.extend(path.match_indices('/').map(|(at, _)| path[..at].to_lowercase()));
    }
    let mut seen = BTreeSet::new();
    let names = built.files.keys().map(|path| path.to_lowercase());
    names
        .into_iter()
        .find(|path| folders.contains(path) || !seen.insert(path.clone()))
        .map(|path| format!("{path:?} stands twice"))
}

fn errors(built: &Built) -> BTreeSet<String> {
    let errors = built.diagnostics.iter().filter(|finding| finding.code.severity.word() == "error");
    errors
        .map(|finding| {
            format!("{} {}:{}: {}", finding.code.name, finding.place.path, finding.place.line, finding.message)
        })
        .collect()
}

/// What went wrong in a run; `None`: nothing.
fn failure(seeds: &[Site], seed: u64) -> Option<String> {
    let site = spoilt(seeds, &mut Random(seed));
    let built = match catch_unwind(AssertUnwindSafe(|| site.build())) {
        Ok(built) => built,
        Err(_) => return Some("it panics".to_owned()),
    };
    let found = errors(&built);
    if found.is_empty()
        && let Some(message) = unwritable(&built)
    {
        return Some(message);
    }
    match seed % CHECKED {
        0 => {}
        // What pages say is only taken then.
        1 => {
            let publish = || site.publish_findings();
            return catch_unwind(AssertUnwindSafe(publish)).err().map(|_| "publish panics".to_owned());
        }
        _ => return None,
    }
    let check = || site.build_for(Run { notes: true, numbers: true, ..run() });
    match catch_unwind(AssertUnwindSafe(check)) {
        Err(_) => Some("check panics".to_owned()),
        Ok(checked) => {
            let agree = errors(&checked).is_empty() == found.is_empty();
            (!agree).then(|| format!("build finds {found:?}, check {:?}", errors(&checked)))
        }
    }
}

/// A number that the environment gives, else the usual.
pub fn number(name: &str, usual: u64) -> u64 {
    env::var(name).map_or(usual, |text| text.parse().unwrap())
}

#[test]
fn fuzzed_sites_neither_panic_nor_hang_and_what_passes_can_be_written() {
    let (runs, first) = (number("PROSPECTUS_FUZZ_RUNS", RUNS), number("PROSPECTUS_FUZZ_SEED", 0));
    let seeds = seeds();
    static RUNNING: AtomicU64 = AtomicU64::new(0);
    thread::spawn(|| {
        loop {
            let before = RUNNING.load(Ordering::Relaxed);
            thread::sleep(HANGS);
            if RUNNING.load(Ordering::Relaxed) == before && before != u64::MAX {
                eprintln!("the run of seed {before} hangs");
                process::abort();
            }
        }
    });
    let (mut slowest, mut failures) = ((Duration::ZERO, 0), Vec::new());
    for seed in first..first + runs {
        RUNNING.store(seed, Ordering::Relaxed);
        let start = Instant::now();
        failures.extend(failure(&seeds, seed).map(|message| format!("seed {seed}: {message}")));
        let took = start.elapsed();
        if took > LONGEST {
            failures.push(format!("seed {seed}: takes {took:?}"));
        }
        slowest = slowest.max((took, seed));
    }
    RUNNING.store(u64::MAX, Ordering::Relaxed);
    println!("{runs} runs from seed {first}; the slowest, of seed {}, took {:?}", slowest.1, slowest.0);
    assert_eq!(failures, Vec::<String>::new());
}
