//! What is built, again and again, and what the server answers from.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};

use axum::body::Bytes;
use sha2::{Digest as _, Sha256};

use crate::config::{BaseUrl, Run, SITE_FILE};
use crate::diagnostics::printable::printable;
use crate::diagnostics::{Diagnostic, Place, Severity, codes, count};
use crate::images::encode;
use crate::images::picture::Order;
use crate::output::{OutputFile, Part, Sink, Wish};
use crate::pipeline::{self, Summary};
use crate::read::{self, Folder};

/// Makes the run of a build.
type MakeRun = Box<dyn Fn() -> anyhow::Result<Run> + Send + Sync>;
/// Is told what a build gave.
type AfterBuild = Box<dyn Fn(&Summary, &[Diagnostic]) + Send + Sync>;
/// A version of an image, made once; `None`: it could not be made.
type Once = Arc<OnceLock<Option<Bytes>>>;
/// Files by their path below the output.
type Published = BTreeMap<String, Bytes>;

/// What is built, again and again.
pub struct Preview {
    /// The site's folder.
    pub site: PathBuf,
    /// Makes the run of the next build; it asks the clock each time, so that a preview may outlive a day.
    pub run: MakeRun,
    /// Called after each build.
    pub built: AfterBuild,
    state: RwLock<Arc<State>>,
    /// Versions of images that somebody asked for, by their paths, which tell what they are made of.
    encoded: Mutex<BTreeMap<Box<str>, Once>>,
}

/// What the server answers from.
#[derive(Clone, Default)]
pub struct State {
    /// Number of the build.
    pub number: u64,
    /// Files of the last build without errors.
    pub files: Arc<Published>,
    /// Versions of images of that build, which are encoded when somebody asks for them.
    pub images: Arc<BTreeMap<Box<str>, Order>>,
    /// Those of its parts that wait until somebody asks.
    pub later: Arc<Later>,
    /// The path of the site's address, below which it lies: `""` or `/report`, of that build.
    pub base_path: String,
    /// Findings of the last build.
    pub diagnostics: Vec<Diagnostic>,
    /// What the symbolic links of the site lead to.
    pub link_targets: Vec<PathBuf>,
}

/// Parts of the output that nobody asked for yet, such as the search, and their files as soon as somebody did.
#[derive(Default)]
pub struct Later {
    /// The site's folder, in which they look for its texts.
    site: PathBuf,
    /// Given up once they are made.
    parts: Mutex<Vec<Arc<dyn Part>>>,
    made: OnceLock<Published>,
}

impl Later {
    /// A file of a part, which is made if it is the first that is asked for.
    fn file(&self, path: &str) -> Option<Bytes> {
        let is_made = || self.made.get().is_some();
        // Parts are given up after their files are there: who finds none looks once more.
        let is_meant = is_made() || self.parts().iter().any(|part| part.may_have(path)) || is_made();
        let made = is_meant.then(|| self.made.get_or_init(|| self.make()))?;
        self.parts().clear();
        made.get(path).cloned()
    }

    fn make(&self) -> Published {
        let (memory, parts) = (Memory::default(), self.parts().clone());
        let folder = Folder::open(&self.site).value;
        parts.iter().for_each(|part| part.make(&folder, &memory));
        memory.new.into_inner().unwrap_or_default()
    }

    fn parts(&self) -> MutexGuard<'_, Vec<Arc<dyn Part>>> {
        lock(&self.parts)
    }
}

/// Keeps files in memory; those that did not change are kept once.
#[derive(Default)]
struct Memory {
    old: Arc<Published>,
    new: Mutex<Published>,
    images: Mutex<BTreeMap<Box<str>, Order>>,
    later: Mutex<Vec<Arc<dyn Part>>>,
}

impl Sink for Memory {
    fn put(&self, file: OutputFile) {
        let bytes = match self.old.get(&file.path) {
            Some(old) if **old == *file.bytes => old.clone(),
            _ => Bytes::from(file.bytes),
        };
        lock(&self.new).insert(file.path, bytes);
    }

    fn wish(&self, order: &Order) -> Wish {
        lock(&self.images).insert(order.version.path.clone(), order.clone());
        Wish::Nothing
    }

    fn keeps(&self, part: &Arc<dyn Part>) -> bool {
        lock(&self.later).push(part.clone());
        true
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
            state: RwLock::default(),
            encoded: Mutex::default(),
        }
    }

    /// What the server answers from now.
    pub fn state(&self) -> Arc<State> {
        self.state.read().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    /// Builds once and gives the number of the build. After errors the pages of the last good build stay, with the findings;
    /// that the build itself was not possible, or failed by a fault of ours, is such an error.
    pub fn build(&self) -> u64 {
        let old = self.state();
        let made = std::panic::catch_unwind(AssertUnwindSafe(|| self.make(&old)));
        let mut state = match made {
            Ok(Ok(state)) => state,
            Ok(Err(error)) => old.with(impossible(&error)),
            Err(panic) => old.with(failed_inside(panic.as_ref())),
        };
        state.number = old.number + 1;
        let number = state.number;
        *self.state.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = Arc::new(state);
        number
    }

    /// A version of an image, encoded when it is first asked for. `None`: the image cannot be read, or is another by now.
    pub fn image(&self, order: &Order) -> Option<Bytes> {
        let once = lock(&self.encoded).entry(order.version.path.clone()).or_default().clone();
        let encoded = once.get_or_init(|| {
            let bytes = read::bytes(&self.site.join(&*order.source)).ok()?;
            let is_same = Sha256::digest(&bytes)[..] == order.sha256;
            let made = is_same.then(|| encode::encoded(&bytes, &[order]))?.ok()?;
            made.into_iter().next().map(Bytes::from)
        });
        if encoded.is_none() {
            // An editor may be writing the file at this moment: the next one who asks has it made anew.
            lock(&self.encoded).remove(&order.version.path);
        }
        encoded.clone()
    }

    fn make(&self, old: &State) -> anyhow::Result<State> {
        let run = (self.run)()?;
        let base_path = run.base_url.as_deref().and_then(BaseUrl::parse).unwrap_or_default().path;
        let memory = Memory { old: old.files.clone(), ..Memory::default() };
        let opened = Folder::open(&self.site);
        let link_targets = opened.value.link_targets.clone();
        let built = opened.then(|folder| pipeline::build(folder, &run, &memory));
        (self.built)(&built.value, &built.diagnostics);
        let mut state = State { diagnostics: built.diagnostics, link_targets, ..old.clone() };
        if count(&state.diagnostics, Severity::Error) == 0 {
            state.files = Arc::new(memory.new.into_inner().unwrap_or_default());
            state.images = Arc::new(memory.images.into_inner().unwrap_or_default());
            lock(&self.encoded).retain(|path, _| state.images.contains_key(path));
            let parts = Mutex::new(memory.later.into_inner().unwrap_or_default());
            state.later = Arc::new(Later { site: self.site.clone(), parts, made: OnceLock::new() });
            state.base_path = base_path;
        }
        Ok(state)
    }
}

impl State {
    /// A file by its path below the output. One of a part that nobody asked for yet takes its time.
    pub fn file(&self, path: &str) -> Option<Bytes> {
        self.files.get(path).cloned().or_else(|| self.later.file(path))
    }

    /// The same pages with one finding.
    fn with(&self, finding: Diagnostic) -> Self {
        State { diagnostics: vec![finding], ..self.clone() }
    }
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
