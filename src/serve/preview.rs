//! What is built, again and again, and what the server answers from.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, RwLock};

use axum::body::Bytes;

use crate::config::{BaseUrl, Run, SITE_FILE};
use crate::diagnostics::printable::printable;
use crate::diagnostics::{Diagnostic, Place, Severity, codes, count};
use crate::output::{OutputFile, Sink};
use crate::pipeline::{self, Summary};
use crate::read::Folder;

/// Makes the run of a build.
type MakeRun = Box<dyn Fn() -> anyhow::Result<Run> + Send + Sync>;
/// Is told what a build gave.
type AfterBuild = Box<dyn Fn(&Summary, &[Diagnostic]) + Send + Sync>;
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
}

/// What the server answers from.
#[derive(Clone, Default)]
pub struct State {
    /// Number of the build.
    pub number: u64,
    /// Files of the last build without errors.
    pub files: Arc<Published>,
    /// The path of the site's address, below which it lies: `""` or `/report`, of that build.
    pub base_path: String,
    /// Findings of the last build.
    pub diagnostics: Vec<Diagnostic>,
    /// What the symbolic links of the site lead to.
    pub link_targets: Vec<PathBuf>,
}

/// Keeps files in memory; those that did not change are kept once.
struct Memory {
    old: Arc<Published>,
    new: Mutex<Published>,
}

impl Sink for Memory {
    fn put(&self, file: OutputFile) {
        let bytes = match self.old.get(&file.path) {
            Some(old) if **old == *file.bytes => old.clone(),
            _ => Bytes::from(file.bytes),
        };
        self.new.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).insert(file.path, bytes);
    }
}

impl Preview {
    /// A preview that has not built yet.
    pub fn new(
        site: PathBuf,
        run: impl Fn() -> anyhow::Result<Run> + Send + Sync + 'static,
        built: impl Fn(&Summary, &[Diagnostic]) + Send + Sync + 'static,
    ) -> Self {
        Preview { site, run: Box::new(run), built: Box::new(built), state: RwLock::default() }
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

    fn make(&self, old: &State) -> anyhow::Result<State> {
        let run = (self.run)()?;
        let base_path = run.base_url.as_deref().and_then(BaseUrl::parse).unwrap_or_default().path;
        let memory = Memory { old: old.files.clone(), new: Mutex::default() };
        let opened = Folder::open(&self.site);
        let link_targets = opened.value.link_targets.clone();
        let built = opened.then(|folder| pipeline::build(folder, &run, &memory));
        (self.built)(&built.value, &built.diagnostics);
        let mut state = State { diagnostics: built.diagnostics, link_targets, ..old.clone() };
        if count(&state.diagnostics, Severity::Error) == 0 {
            state.files = Arc::new(memory.new.into_inner().unwrap_or_default());
            state.base_path = base_path;
        }
        Ok(state)
    }
}

impl State {
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
