//! Building again after an edit is building anew: chains of random edits, after each of which the site is built with what the
//! builds before kept, and once more with nothing kept. Files and findings are the same, and so is each file that is made
//! alone, as a preview makes it.
//!
//! A few chains in `cargo test`; `PROSPECTUS_AGAIN=10000 cargo test --release --test it again -- --nocapture` makes as many edits,
//! `PROSPECTUS_AGAIN_SEED=17` begins with another chain. A chain depends on its seed alone, which is printed when it fails.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use prospectus::config::Run;
use prospectus::diagnostics::Diagnostic;
use prospectus::output::{OutputFile, Part, Sink};
use prospectus::pipeline::kept::{Changes, Kept};
use prospectus::pipeline::{self, Summary};

use crate::fuzz::{Random, number, seeds};
use crate::support::{Site, run};

/// Edits of an ordinary test.
const EDITS: u64 = 48;
/// Edits of a chain.
const CHAIN: u64 = 8;
/// Files of each state that are made alone.
const ALONE: usize = 4;

pub type Files = BTreeMap<String, Vec<u8>>;

#[derive(Default)]
pub struct Collected(pub Mutex<Files>);

impl Sink for Collected {
    fn put(&self, file: OutputFile) {
        self.0.lock().unwrap().insert(file.path, file.bytes);
    }
}

/// Keeps all parts.
#[derive(Default)]
struct Parts(Mutex<Vec<Arc<dyn Part>>>);

impl Sink for Parts {
    fn put(&self, file: OutputFile) {
        panic!("{} was made though nobody asked for it", file.path);
    }

    fn keeps(&self, part: &Arc<dyn Part>) -> bool {
        self.0.lock().unwrap().push(part.clone());
        true
    }
}

/// What a build gave: its files, numbers and findings.
pub type Built = (Files, Summary, Vec<Diagnostic>);

pub fn anew(site: &Site, run: &Run) -> Built {
    let sink = Collected::default();
    let built = pipeline::build(site, run, &sink);
    (sink.0.into_inner().unwrap(), built.value, built.diagnostics)
}

fn again(site: &Site, run: &Run, kept: &mut Kept) -> Built {
    let sink = Collected::default();
    let built = pipeline::build_again(site, run, &sink, kept);
    (sink.0.into_inner().unwrap(), built.value, built.diagnostics)
}

/// Files of a site that are made one by one.
fn alone((site, run): (&Site, &Run), kept: &mut Kept, paths: &[&String]) -> Files {
    let parts = Parts::default();
    pipeline::build_again(site, run, &parts, kept);
    let parts = parts.0.into_inner().unwrap();
    let made = |path: &&String| {
        let part = parts.iter().find(|part| part.may_have(path)).unwrap_or_else(|| panic!("nothing makes {path}"));
        let sink = Collected::default();
        if part.make_for(path, site, &sink).is_none() {
            part.make(site, &sink);
        }
        let bytes = sink.0.into_inner().unwrap().remove(*path);
        ((*path).clone(), bytes.unwrap_or_else(|| panic!("{path} is not made when it is asked for")))
    };
    paths.iter().map(made).collect()
}

/// What differs between two sites.
fn changes(before: &Site, after: &Site) -> Changes {
    let paths: BTreeSet<&String> = before.0.keys().chain(after.0.keys()).collect();
    let differs = |path: &&&String| before.0.get(**path) != after.0.get(**path);
    let moved = !before.0.keys().eq(after.0.keys());
    Changes { paths: paths.iter().filter(differs).map(|path| Arc::from(path.as_str())).collect(), moved }
}

fn any<'s>(site: &'s Site, random: &mut Random) -> &'s String {
    site.0.keys().nth(random.below(site.0.len())).expect("a site has files")
}

/// A text with one line of it changed, gone, or written twice.
fn with_another_line(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return "neu\n".to_owned();
    }
    let at = random.below(lines.len());
    let digit = lines[at].find(|letter: char| letter.is_ascii_digit());
    match (random.below(5), digit) {
        (0, _) => drop(lines.remove(at)),
        (1, _) => lines.insert(at, lines[at].clone()),
        (2, Some(digit)) => lines[at].replace_range(digit..=digit, &random.below(10).to_string()),
        _ => lines[at].push_str(" neu"),
    }
    lines.join("\n") + "\n"
}

/// All files whose path begins so, at paths that begin with something else, too.
fn copied(site: &mut Site, from: &str, to: &str) {
    let of: Vec<(String, Vec<u8>)> = site
        .0
        .iter()
        .filter_map(|(path, bytes)| Some((format!("{to}{}", path.strip_prefix(from)?), bytes.clone())))
        .collect();
    site.0.extend(of);
}

/// What is edited in a site, and how.
pub fn edit(site: &mut Site, earlier: &[Site], random: &mut Random) -> String {
    let path = any(site, random).clone();
    let folder = path.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
    match random.below(14) {
        0 => {
            site.0.remove(&path);
            format!("removed {path}")
        }
        1 => {
            let bytes = site.0.remove(&path).expect("it is there");
            let name = path.rsplit('/').next().unwrap_or_default();
            site.0.insert(format!("{folder}new-{name}"), bytes);
            format!("renamed {path}")
        }
        2 => {
            copied(site, &folder, &format!("{}-copy/", folder.trim_end_matches('/')));
            format!("copied {folder}")
        }
        3 => {
            let other = any(site, random).clone();
            let (one, another) = (site.0[&path].clone(), site.0[&other].clone());
            site.0.insert(path.clone(), another);
            site.0.insert(other.clone(), one);
            format!("exchanged {path} and {other}")
        }
        4 => {
            *site = earlier[random.below(earlier.len())].clone();
            "took everything back".to_owned()
        }
        5 => {
            let words = format!("/* {} */ body {{ color: red }}\n", random.below(3));
            site.0.insert("content/static/own.css".to_owned(), words.into_bytes());
            "wrote a style sheet".to_owned()
        }
        6 => {
            let words = format!("{{% extends \"base.html\" %}}{{% block main %}}{}{{% endblock %}}", random.below(3));
            site.0.insert("content/templates/record.html".to_owned(), words.into_bytes());
            "wrote a template".to_owned()
        }
        7 => "touched".to_owned(),
        _ => {
            let Ok(text) = String::from_utf8(site.0[&path].clone()) else { return format!("left {path}") };
            site.0.insert(path.clone(), with_another_line(&text, random).into_bytes());
            format!("edited {path}")
        }
    }
}

/// Another run: of another day, of a day before, with drafts, at another address.
pub fn other(run: &Run, random: &mut Random) -> Run {
    let mut run = run.clone();
    match random.below(4) {
        0 => run.today = run.today.saturating_add(jiff::Span::new().days(random.below(400) as i64)),
        1 => run.as_of = [None, Some(run.today.saturating_sub(jiff::Span::new().days(200)))][random.below(2)],
        2 => run.drafts = !run.drafts,
        _ => run.base_url = [None, Some("https://other.example/below".to_owned())][random.below(2)].clone(),
    }
    run
}

/// What is wrong with a chain of edits, if anything is.
fn chain(of: &Site, seed: u64) -> (u64, Option<String>) {
    let random = &mut Random(seed);
    let (mut site, mut kept, mut earlier, mut done) = (of.clone(), Kept::default(), Vec::new(), Vec::new());
    let (mut whole, mut run) = (0, run());
    again(&site, &run, &mut kept);
    for _ in 0..CHAIN {
        earlier.push(site.clone());
        done.push(edit(&mut site, &earlier, random));
        if random.below(6) == 0 {
            run = other(&run, random);
            done.push(format!("{run:?}"));
        }
        kept.changed(&changes(&earlier[earlier.len() - 1], &site));
        let (expected, built) = (anew(&site, &run), again(&site, &run, &mut kept));
        let differs = |what: &str| Some(format!("{what}, after {done:#?}"));
        if built.1 != expected.1 || built.2 != expected.2 {
            let told = |built: &Built| format!("{:?}\n{:#?}", built.1, built.2);
            return (whole, differs(&format!("findings\n{}\ninstead of\n{}", told(&built), told(&expected))));
        }
        if let Some(path) =
            expected.0.keys().chain(built.0.keys()).find(|path| built.0.get(*path) != expected.0.get(*path))
        {
            return (whole, differs(path));
        }
        let files = expected.0.len();
        whole += u64::from(files > 0);
        let paths = (0..ALONE.min(files)).map(|_| expected.0.keys().nth(random.below(files)).expect("it is one"));
        let paths: Vec<&String> = paths.collect();
        if let Some((path, _)) =
            alone((&site, &run), &mut kept, &paths).iter().find(|(path, bytes)| expected.0[*path] != **bytes)
        {
            return (whole, differs(&format!("{path}, made alone")));
        }
    }
    (whole, None)
}

#[test]
fn building_again_after_random_edits_is_building_anew() {
    let sites = seeds();
    let (first, edits) = (number("PROSPECTUS_AGAIN_SEED", 0), number("PROSPECTUS_AGAIN", EDITS));
    let mut whole = 0;
    for seed in first..first + edits.div_ceil(CHAIN) {
        let (built, wrong) = chain(&sites[seed as usize % sites.len()], seed);
        whole += built;
        if let Some(wrong) = wrong {
            panic!("seed {seed}: {wrong}");
        }
    }
    println!("{edits} edits in chains, {whole} of them with pages");
    assert!(whole * 4 > edits, "only {whole} of {edits} edits left a site with pages");
}

/// What its records lacked was counted as if they still were texts of the site. The chain is one that found it.
#[test]
fn a_collection_that_loses_the_home_page_counts_anew() {
    const SEED: u64 = 3186;
    let sites = seeds();

    let (_, wrong) = chain(&sites[SEED as usize % sites.len()], SEED);

    assert!(wrong.is_none(), "{wrong:?}");
}
