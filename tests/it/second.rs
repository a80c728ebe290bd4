//! A second build is a clean build: chains of random edits, after each of which the site is built with what the build before
//! knew of reads and hashes, and once more without. Files and findings are the same, with one thread and with four, from what
//! was just written, from a copy, and from nothing.
//!
//! A few chains in `cargo test`; `PROSPECTUS_SECOND=10000 cargo test --release --test it second -- --nocapture` makes as many
//! edits, `PROSPECTUS_SECOND_SEED=17` begins with another chain. A chain depends on its seed alone, which is printed when it
//! fails. How many files were made again is printed.

use prospectus::cache::again::Again;
use prospectus::cache::build::{Build, Made, Next};
use prospectus::config::Run;
use prospectus::diagnostics::{Checked, Severity, count};
use prospectus::pipeline::{self, Summary};
use prospectus::read::stamp::Standing;
use sha2::{Digest as _, Sha256};

use crate::again::{Collected, Files, anew, edit, other};
use crate::fuzz::{Random, number, seeds};
use crate::support::{Site, run, small, small_as_of};

/// Edits of an ordinary test.
const EDITS: u64 = 40;
/// Edits of a chain.
const CHAIN: u64 = 8;

/// What a build left: its files, and what it knew.
#[derive(Default)]
struct Left {
    files: Files,
    build: Option<Build>,
}

/// What was made of how many.
#[derive(Default)]
struct Counted {
    /// Files of all builds that knew something.
    files: usize,
    /// How many of them were made again.
    made: usize,
    /// How many of them are others than those that were there.
    others: usize,
    /// Builds without errors.
    whole: u64,
}

fn standing(files: &Files) -> Vec<Standing> {
    let one = |(path, bytes): (&String, &Vec<u8>)| Standing {
        path: path.as_str().into(),
        bytes: bytes.len() as u64,
        sha256: Sha256::digest(bytes).into(),
        stamp: None,
    };
    files.iter().map(one).collect()
}

/// A build that knew what an earlier one left.
struct Second {
    built: Checked<Summary>,
    next: Option<Next>,
    /// What it made.
    made: Files,
    /// What stayed.
    kept: Files,
}

/// Builds a site, of which an earlier build left files, with a number of threads.
fn second(site: &Site, run: &Run, before: Option<&Build>, (left, threads): (&Files, usize)) -> Second {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let sink = Collected::default();
    let kept = std::sync::Mutex::new(Files::new());
    let keep = |at: usize| {
        let path = before?.outputs[at].path.to_string();
        let bytes = left.get(&path)?;
        kept.lock().unwrap().insert(path, bytes.clone());
        Some(bytes.len() as u64)
    };
    let again = Again::new(&sink, &keep, before);
    let built = threads.install(|| pipeline::build(site, run, &again));
    let next = again.finish();
    Second { built, next, made: sink.0.into_inner().unwrap(), kept: kept.into_inner().unwrap() }
}

/// A page that was made again though all that it had read came to the same.
fn made_idly<'m>(made: &'m Files, before: &Build, next: &Next) -> Option<&'m String> {
    let is_other = |at: u32| {
        let was = before.names[at as usize].1;
        was.is_none() || was != next.states[at as usize]
    };
    let has_reason = |known: &Made| {
        let in_groups = || known.groups.iter().any(|group| before.groups[group as usize].iter().any(is_other));
        next.common != before.common || known.single.iter().any(is_other) || in_groups()
    };
    // Style sheets are put as they are, and data files together with those that are made in one go.
    let mut made = made.keys().filter(|path| path.ends_with(".html"));
    made.find(|path| before.outputs.iter().any(|known| *known.path == ***path && !has_reason(known)))
}

/// What is wrong with a chain of edits, if anything is.
fn chain(of: &Site, seed: u64, counted: &mut Counted) -> Option<String> {
    let random = &mut Random(seed);
    let (mut site, mut run, mut earlier, mut done) = (of.clone(), run(), Vec::new(), Vec::new());
    let (mut left, mut good, mut is_faulty) = (Left::default(), of.clone(), false);
    for step in 0..=CHAIN {
        if step > 0 {
            if is_faulty && random.below(3) > 0 {
                site = good.clone();
                done.push("took back what was wrong".to_owned());
            }
            earlier.push(site.clone());
            done.push(edit(&mut site, &earlier, random));
            if random.below(6) == 0 {
                run = other(&run, random);
                done.push(format!("{run:?}"));
            }
            if random.below(12) == 0 {
                left.build = None;
                done.push("removed the cache".to_owned());
            }
        }
        let expected = anew(&site, &run);
        let threads = [1, 4][random.below(2)];
        let before = left.build.take();
        let Second { built, next, made, kept: mut files } =
            second(&site, &run, before.as_ref(), (&left.files, threads));
        let differs = |what: &str| Some(format!("{what}, after {done:#?}"));
        if built.value != expected.1 || built.diagnostics != expected.2 {
            let (now, then) = (&built.diagnostics, &expected.2);
            return differs(&format!("findings\n{:?} {now:#?}\ninstead of\n{:?} {then:#?}", built.value, expected.1));
        }
        if let Some(idle) = before.as_ref().zip(next.as_ref()).and_then(|(before, next)| made_idly(&made, before, next))
        {
            return differs(&format!("{idle} was made again, and read nothing that changed"));
        }
        if before.is_some() {
            counted.files += expected.0.len();
            counted.made += made.len();
            counted.others += expected.0.iter().filter(|(path, bytes)| left.files.get(*path) != Some(bytes)).count();
        }
        files.extend(made);
        if let Some(path) = expected.0.keys().chain(files.keys()).find(|path| files.get(*path) != expected.0.get(*path))
        {
            let text = |files: &Files| files.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            return differs(&format!("{path} is\n{:?}\ninstead of\n{:?}", text(&files), text(&expected.0)));
        }
        // A build with errors leaves the output, and what is known of it, as they were.
        left.build = before;
        is_faulty = count(&built.diagnostics, Severity::Error) > 0;
        if !is_faulty {
            good = site.clone();
            counted.whole += 1;
            left.build = next.map(|next| left.build.unwrap_or_default().with(next, standing(&files)));
            left.files = files;
        }
    }
    None
}

#[test]
fn a_second_build_after_random_edits_is_a_clean_build() {
    let sites = seeds();
    let (first, edits) = (number("PROSPECTUS_SECOND_SEED", 0), number("PROSPECTUS_SECOND", EDITS));
    let mut counted = Counted::default();
    for seed in first..first + edits.div_ceil(CHAIN) {
        if let Some(wrong) = chain(&sites[seed as usize % sites.len()], seed, &mut counted) {
            panic!("seed {seed}: {wrong}");
        }
    }
    let Counted { files, made, others, whole } = counted;
    println!(
        "{edits} edits in chains, {whole} builds without errors; of {files} files {made} were made again, {others} were others"
    );
    assert!(whole * 4 > edits, "only {whole} of {edits} edits left a site without errors");
    assert!(made < files, "nothing was kept");
}

/// What is made, style sheets aside, on a day by who knows the build of the day before.
fn made_on_the_next_day(site: &Site) -> Vec<String> {
    let (first, mut next_day) = (run(), run());
    next_day.today = next_day.today.tomorrow().unwrap();
    let Second { next, made: before, .. } = second(site, &first, None, (&Files::new(), 1));
    let build = next.map(|next| Build::default().with(next, standing(&before)));
    let Second { made, kept, .. } = second(site, &next_day, build.as_ref(), (&before, 1));

    let paths = made.keys().filter(|path| !path.starts_with("assets/")).cloned().collect();
    let files: Files = kept.into_iter().chain(made).collect();
    assert_eq!(files, anew(site, &next_day).0);
    paths
}

#[test]
fn a_day_that_passes_makes_again_what_says_the_day_or_waited_for_it() {
    let dated = small_as_of("2026-11-01");
    assert_eq!(made_on_the_next_day(&dated), Vec::<String>::new());

    let tomorrow = run().today.tomorrow().unwrap();
    let south =
        format!("name: {{en: South Park, de: Südpark}}\npublish_on: {tomorrow}\narea: 3\nsource: report-2025\n");
    let waited = made_on_the_next_day(&dated.with("content/parks/south.yaml", &south));
    assert!(waited.iter().any(|path| path == "en/parks/south/index.html"), "{waited:?}");
    assert!(!waited.iter().any(|path| path == "en/cities/jinan/index.html"), "{waited:?}");

    // Who does not say to which day the data were looked after has it printed everywhere.
    assert!(made_on_the_next_day(&small()).len() > 10);
}
