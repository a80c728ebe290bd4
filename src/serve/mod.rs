//! Serve: build, publish into memory, wait for a change, build again.
//!
//! In:  the site's folder, a port.
//! Out: the site on 127.0.0.1, with the findings of the last build in every page; browsers load again after each build.
//!
//! What it shows is what `build` writes: the same pipeline into another sink.

mod server;
mod watch;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, RwLock};

use tokio::sync::watch::Sender;

use crate::config::Run;
use crate::diagnostics::{Diagnostic, Report, Severity, count};
use crate::pipeline::{self, Summary};
use crate::read::Folder;
use crate::render::{OutputFile, Sink};

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
    state: RwLock<Arc<State>>,
}

/// What the server answers from.
#[derive(Default)]
pub struct State {
    /// Number of the build.
    pub number: u64,
    /// Files of the last build without errors.
    pub files: Arc<BTreeMap<String, Vec<u8>>>,
    /// Findings of the last build.
    pub diagnostics: Vec<Diagnostic>,
}

/// Keeps files in memory.
#[derive(Default)]
struct Memory(Mutex<BTreeMap<String, Vec<u8>>>);

impl Sink for Memory {
    fn put(&self, file: OutputFile) {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).insert(file.path, file.bytes);
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

    /// Builds once. After errors the pages of the last good build stay, with the findings.
    ///
    /// # Errors
    ///
    /// The run itself is not possible, such as a wrong `SOURCE_DATE_EPOCH`.
    pub fn build(&self) -> anyhow::Result<u64> {
        let memory = Memory::default();
        let mut report = Report::default();
        let folder = report.take(Folder::open(&self.site));
        let summary = report.take(pipeline::build(&folder.paths, &folder, (self.run)()?, &memory));
        let built = report.finish(summary);
        (self.built)(&built.value, &built.diagnostics);
        let old = self.state();
        let good = count(&built.diagnostics, Severity::Error) == 0;
        let files = if good { Arc::new(memory.0.into_inner().unwrap_or_default()) } else { old.files.clone() };
        let number = old.number + 1;
        let state = State { number, files, diagnostics: built.diagnostics };
        *self.state.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = Arc::new(state);
        Ok(number)
    }
}

/// Serves a preview until the process ends.
///
/// # Errors
///
/// The port is taken, or the folder cannot be watched.
pub fn run(preview: Preview, listener: std::net::TcpListener) -> anyhow::Result<()> {
    let preview = Arc::new(preview);
    let (builds, _) = tokio::sync::watch::channel(preview.state().number);
    let builds: Arc<Sender<u64>> = Arc::new(builds);
    let _watcher = watch::start(preview.clone(), builds.clone())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(server::serve(preview, builds, listener))
}
