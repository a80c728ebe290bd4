//! What is built, again and again, and what the server answers from.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hasher as _};
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use axum::body::Bytes;

use crate::config::{BaseUrl, Run, SITE_FILE};
use crate::diagnostics::printable::printable;
use crate::diagnostics::{Checked, Diagnostic, Place, Severity, codes, count};
use crate::images::picture::Order;
use crate::output::{OutputFile, Part, Sink, Wish};
use crate::parse::Files as _;
use crate::pipeline::kept::{Changes, Kept};
use crate::pipeline::{self, Summary};
use crate::read::{self, Folder};
use crate::serve::changed::Changed;
use crate::serve::files::{Files, Versions};
use crate::serve::findings::Findings;
use crate::serve::good::Good;
use crate::serve::locked::locked;

/// Makes the run of a build.
type MakeRun = Box<dyn Fn() -> anyhow::Result<Run> + Send + Sync>;
/// Is told what a build gave.
type AfterBuild = Box<dyn Fn(&Summary, &[Diagnostic]) + Send + Sync>;

/// What is built, again and again.
pub struct Preview {
    /// The site's folder.
    pub site: PathBuf,
    /// Makes the run of the next build; it asks the clock each time, so that a preview may outlive a day.
    pub run: MakeRun,
    /// Called after each build.
    pub built: AfterBuild,
    /// How editors open a file, as an address with `{file}`, `{line}` and `{column}`; `None`: findings lead nowhere.
    pub editor: Option<String>,
    state: RwLock<Arc<State>>,
    /// Number of the last build that was begun: who works for an earlier one may stop.
    begun: AtomicU64,
    versions: Arc<Versions>,
    kept: Mutex<Kept>,
    /// What all pages were when they were last made, one hash by another of the path.
    hashes: Mutex<HashMap<u64, u64>>,
    good: Mutex<Good>,
}

/// What the server answers from.
#[derive(Clone, Default)]
pub struct State {
    /// Number of the build.
    pub number: u64,
    /// The files of the last build without errors, made when somebody asks for them.
    pub files: Arc<Files>,
    /// The path of the site's address, below which it lies: `""` or `/report`, of that build.
    pub base_path: String,
    /// What was found.
    pub findings: Arc<Findings>,
    /// What the symbolic links of the site lead to.
    pub link_targets: Vec<PathBuf>,
    /// Static files of the site that changed in this session, whose names do not tell: in which build each last did.
    pub statics: BTreeMap<Box<str>, u64>,
    /// The site's folder, as it was when it was last read.
    folder: Option<Arc<Folder>>,
    /// What the build did; `None`: it found an error.
    summary: Option<Summary>,
}

/// Keeps all parts, and makes none.
#[derive(Default)]
struct Parts(Mutex<Vec<Arc<dyn Part>>>);

impl Sink for Parts {
    fn put(&self, _: OutputFile) {}

    fn keeps(&self, part: &Arc<dyn Part>) -> bool {
        locked(&self.0).push(part.clone());
        true
    }
}

impl Preview {
    /// A preview that has not built yet.
    pub fn new(
        site: PathBuf,
        run: impl Fn() -> anyhow::Result<Run> + Send + Sync + 'static,
        built: impl Fn(&Summary, &[Diagnostic]) + Send + Sync + 'static,
    ) -> Self {
        Preview {
            site,
            run: Box::new(run),
            built: Box::new(built),
            editor: None,
            state: RwLock::default(),
            begun: AtomicU64::new(0),
            versions: Arc::default(),
            kept: Mutex::default(),
            hashes: Mutex::default(),
            good: Mutex::default(),
        }
    }

    /// What the server answers from now.
    pub fn state(&self) -> Arc<State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether no build was begun after that of a number.
    pub fn is_current(&self, number: u64) -> bool {
        self.begun.load(Ordering::Relaxed) == number
    }

    /// Builds once, up to the pages, and gives the number of the build. After errors the pages of the last good build stay,
    /// with the findings; that the build itself was not possible, or failed by a fault of ours, is such an error.
    pub fn build(&self, changed: &Changed) -> u64 {
        let old = self.state();
        let number = self.begun.fetch_add(1, Ordering::Relaxed) + 1;
        let state = match guarded(|| self.make(&old, changed)) {
            Ok(Ok(state)) => state,
            Ok(Err(error)) => old.with(impossible(&error)),
            Err(finding) => {
                *locked(&self.kept) = Kept::default();
                old.with(*finding)
            }
        };
        let new = Arc::new(State { number, ..state });
        let before = std::mem::replace(&mut *self.state.write().unwrap_or_else(PoisonError::into_inner), new);
        // Taking many records apart takes a while: nobody need wait for it.
        std::thread::spawn(move || drop((old, before)));
        number
    }

    fn make(&self, old: &State, changed: &Changed) -> anyhow::Result<State> {
        let run = (self.run)()?;
        let base_path = run.base_url.as_deref().and_then(BaseUrl::parse).unwrap_or_default().path;
        let mut kept = locked(&self.kept);
        let Opened { folder: opened, changed } = self.opened(old, changed, &mut kept);
        let folder = Arc::new(opened.value);
        let statics = old.statics_after(changed.as_ref(), &folder);
        let link_targets = folder.link_targets.clone();
        let made = Parts::default();
        let built = pipeline::build_again(&*folder, &run, &made, &mut kept);
        drop(kept);
        let found: Vec<Diagnostic> = opened.diagnostics.into_iter().chain(built.diagnostics).collect();
        let is_sound = count(&found, Severity::Error) == 0;
        let findings = Arc::new(Findings::new(found));
        if !is_sound {
            (self.built)(&built.value, &findings.all());
            return Ok(State { findings, link_targets, statics, folder: Some(folder), summary: None, ..old.clone() });
        }
        let parts = made.0.into_inner().unwrap_or_default();
        let files = Arc::new(Files::new(parts, folder.clone(), self.versions.clone()));
        let summary = Some(built.value);
        let folder = Some(folder);
        Ok(State { number: 0, files, base_path, findings, link_targets, statics, folder, summary })
    }

    /// The site's folder as it is now; what was kept of files that changed is given up.
    fn opened(&self, old: &State, changed: &Changed, kept: &mut Kept) -> Opened {
        let known = match (changed, &old.folder) {
            (Changed::At(paths), Some(folder)) => folder.after(paths).map(|after| (paths, folder, after)),
            _ => None,
        };
        let Some((paths, before, folder)) = known else {
            *kept = Kept::default();
            return Opened { folder: Folder::open(&self.site), changed: None };
        };
        let told: BTreeSet<Arc<str>> =
            paths.iter().filter_map(|path| read::relative(&self.site, path)).map(Arc::from).collect();
        // What is told of a folder is told of all that is in it.
        let all = folder.paths();
        let within = told.iter().flat_map(|path| {
            let below = format!("{path}/");
            let first = all.partition_point(|known| **known < *below);
            all[first..].iter().take_while(move |known| known.starts_with(&below)).cloned()
        });
        let within: Vec<Arc<str>> = within.collect();
        let moved = !folder.has_same_paths(before);
        let changes = Changes { paths: told.into_iter().chain(within).collect(), moved };
        kept.changed(&changes);
        Opened { folder: Checked { value: folder, diagnostics: Vec::new() }, changed: Some(changes.paths) }
    }

    /// Makes all that nobody asked for of a state, drops it, and tells what is wrong with it. Stops when another build begins,
    /// and gives back whether it did not.
    pub fn complete(&self, state: &State) -> bool {
        let (Some((folder, parts)), Some(summary)) = (state.files.parts(), &state.summary) else { return true };
        let sink = Behind { preview: self, number: state.number, hashes: Mutex::default() };
        let mut found = Vec::new();
        for part in parts {
            match guarded(|| part.make(folder, &sink)) {
                Ok(findings) => found.extend(findings),
                Err(finding) => found.push(*finding),
            }
            if sink.is_closed() {
                return false;
            }
        }
        state.findings.complete(found, self.changed_pages(sink.hashes));
        (self.built)(summary, &state.findings.all());
        true
    }

    /// How many pages are others than when all were last made; `None`: they are made for the first time.
    fn changed_pages(&self, hashes: Mutex<HashMap<u64, u64>>) -> Option<usize> {
        let now = hashes.into_inner().unwrap_or_default();
        let mut before = locked(&self.hashes);
        let gone = before.keys().filter(|path| !now.contains_key(path)).count();
        let others = now.iter().filter(|(path, hash)| before.get(path) != Some(hash)).count();
        let is_first = before.is_empty();
        *before = now;
        (!is_first).then_some(gone + others)
    }

    /// A file by its path below the output: as it is, or, if something is wrong with it, as it was when nothing was.
    pub fn file(&self, state: &State, path: &str) -> Option<Bytes> {
        let made = match guarded(|| state.files.of(path)) {
            Ok(made) => made?,
            Err(finding) => {
                state.findings.add(path, std::slice::from_ref(&*finding));
                return locked(&self.good).of(path);
            }
        };
        state.findings.add(path, &made.findings);
        if count(&made.findings, Severity::Error) > 0 {
            return locked(&self.good).of(path).or(made.bytes);
        }
        let bytes = made.bytes?;
        if path.ends_with(".html") {
            locked(&self.good).keep(path, bytes.clone());
        }
        Some(bytes)
    }
}

/// Drops all files: of a page that nobody asked for only what is found in it is told.
struct Behind<'p> {
    preview: &'p Preview,
    number: u64,
    /// Of pages, by that of their path.
    hashes: Mutex<HashMap<u64, u64>>,
}

/// A hash of bytes that tells pages apart in one process.
fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

impl Sink for Behind<'_> {
    fn put(&self, file: OutputFile) {
        if file.path.ends_with(".html") {
            let (path, page) = (hash(file.path.as_bytes()), hash(&file.bytes));
            locked(&self.hashes).insert(path, page);
        }
    }

    fn wish(&self, _: &Order) -> Wish {
        Wish::Nothing
    }

    fn is_closed(&self) -> bool {
        !self.preview.is_current(self.number)
    }
}

/// The site's folder as it is for a build.
struct Opened {
    folder: Checked<Folder>,
    /// The files in it that changed; `None`: any may have.
    changed: Option<BTreeSet<Arc<str>>>,
}

impl State {
    /// In which build static files of the site last changed, when some did after this state.
    fn statics_after(&self, changed: Option<&BTreeSet<Arc<str>>>, folder: &Folder) -> BTreeMap<Box<str>, u64> {
        let name = |path: &Arc<str>| Some((path.strip_prefix("content/static/")?.into(), self.number + 1));
        let mut statics = self.statics.clone();
        match changed {
            Some(paths) => statics.extend(paths.iter().filter_map(name)),
            None if self.number == 0 => {}
            None => statics.extend(folder.paths().iter().filter_map(name)),
        }
        statics
    }

    /// The same pages with one finding.
    fn with(&self, finding: Diagnostic) -> Self {
        State { findings: Arc::new(Findings::new(vec![finding])), folder: None, summary: None, ..self.clone() }
    }
}

/// What something gives, or the finding that it failed inside.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Box<Diagnostic>> {
    std::panic::catch_unwind(AssertUnwindSafe(work)).map_err(|panic| Box::new(failed_inside(panic.as_ref())))
}

/// The site's folder is gone, or the clock is no clock.
fn impossible(error: &anyhow::Error) -> Diagnostic {
    eprintln!("error: {}", printable(&format!("{error:#}")));
    let finding = Diagnostic::new(&codes::UNREADABLE, Place::file(SITE_FILE), format!("cannot be built: {error:#}"));
    finding.hint("these are the pages of the last build; the next change brings another")
}

/// A panic is a fault of ours: it must be seen, and not leave a preview that never changes again.
fn failed_inside(panic: &(dyn Any + Send)) -> Diagnostic {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no words");
    eprintln!("error: this build failed inside Prospectus; please report it");
    let finding = Diagnostic::new(
        &codes::INTERNAL,
        Place::file(SITE_FILE),
        format!("this build failed inside Prospectus: {words}"),
    );
    finding.hint("these are the pages of the last build; take back your last change, and please report this message")
}

#[cfg(test)]
mod tests;
