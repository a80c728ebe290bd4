//! Watching the site: what lies in its folder, and what its links lead to.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use anyhow::Context as _;
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use same_file::Handle;
use tokio::sync::watch::Sender;
use walkdir::WalkDir;

use crate::diagnostics::printable::printable;
use crate::serve::preview::Preview;

/// How long changes are collected before a build.
const QUIET: Duration = Duration::from_millis(60);
/// How often it is looked whether what is watched is still what lies at its path: a folder that was removed or replaced
/// sends no more events.
const LOOK: Duration = Duration::from_millis(500);

/// How changes are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The operating system tells.
    Events,
    /// The files are looked at this often: network file systems and folders of another machine send no events.
    Poll(Duration),
}

/// Something to watch: a folder with all that is in it, or one file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Watched {
    path: PathBuf,
    mode: RecursiveMode,
}

/// What is to be watched now: the parts of the site, and what its links lead to outside of them.
fn places(preview: &Preview) -> Vec<Watched> {
    let parts = ["content", "themes"].map(|part| preview.site.join(part));
    let resolved: Vec<PathBuf> = parts.iter().filter_map(|part| part.canonicalize().ok()).collect();
    let state = preview.state();
    let outside = state.link_targets.iter().filter(|target| !resolved.iter().any(|part| target.starts_with(part)));
    let outside = outside.map(|target| {
        let mode = if target.is_dir() { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
        Watched { path: target.clone(), mode }
    });
    parts.into_iter().map(|path| Watched { path, mode: RecursiveMode::Recursive }).chain(outside).collect()
}

/// Watches a site for as long as the process lives.
pub struct Watch {
    preview: Arc<Preview>,
    notice: Notice,
    send: mpsc::Sender<()>,
    changes: mpsc::Receiver<()>,
    places: Vec<Watched>,
    /// Open handles: as long as one is open, nothing else gets the identity of the file. `None`: nothing was there.
    identities: Vec<Option<Handle>>,
    /// Sends events until it is dropped; `None`: files are looked at, or the last attempt to watch failed.
    watcher: Option<Debouncer<RecommendedWatcher, RecommendedCache>>,
    /// What was seen when files were last looked at; `None`: changes are told.
    seen: Option<u64>,
}

impl Watch {
    /// Watches what the site is known to be made of. Changes are kept until they are asked for.
    ///
    /// # Errors
    ///
    /// The folder cannot be watched.
    pub fn start(preview: Arc<Preview>, notice: Notice) -> anyhow::Result<Self> {
        let (send, changes) = mpsc::channel();
        let (places, identities) = (Vec::new(), Vec::new());
        let mut watch = Watch { preview, notice, send, changes, places, identities, watcher: None, seen: None };
        watch.renew()?;
        Ok(watch)
    }

    /// Builds after every change, on a thread of its own, and tells the number of each build.
    pub fn build_after_changes(mut self, builds: Arc<Sender<u64>>) {
        std::thread::spawn(move || {
            let pause = match self.notice {
                Notice::Events => LOOK,
                Notice::Poll(every) => every,
            };
            loop {
                // The last build may have found new links: what they lead to is watched, and built as it is from then on.
                while places(&self.preview) != self.places {
                    self.build(&builds);
                }
                match self.changes.recv_timeout(pause) {
                    Err(_) if self.is_current() => {}
                    _ => self.build(&builds),
                }
            }
        });
    }

    /// What changes after the watch began anew is told by it, what changed before is in this build.
    fn build(&mut self, builds: &Sender<u64>) {
        while self.changes.try_recv().is_ok() {}
        self.follow();
        builds.send_replace(self.preview.build());
    }

    /// Whether the same files and folders still lie at the same paths, and, if they are looked at, look the same.
    fn is_current(&self) -> bool {
        let is_same = |(place, known): (&Watched, &Option<Handle>)| identity(&place.path) == *known;
        self.places.iter().zip(&self.identities).all(is_same) && self.seen.is_none_or(|seen| seen == look(&self.places))
    }

    /// Watches what is to be watched now; says so when that is not possible.
    fn follow(&mut self) {
        if let Err(error) = self.renew() {
            eprintln!("error: {}", printable(&format!("{error:#}")));
        }
    }

    fn renew(&mut self) -> anyhow::Result<()> {
        let places = places(&self.preview);
        let works = self.watcher.is_some() || self.seen.is_some();
        if works && places == self.places && self.is_current() {
            return Ok(());
        }
        (self.watcher, self.seen) = (None, None);
        self.identities = places.iter().map(|place| identity(&place.path)).collect();
        self.places = places;
        match self.notice {
            Notice::Events => self.watcher = Some(watcher(&self.places, &self.send)?),
            Notice::Poll(_) => self.seen = Some(look(&self.places)),
        }
        Ok(())
    }
}

/// What files look like from outside: paths, sizes, times. `notify` can poll, too, but knows times to the second only, or
/// reads every file each time.
fn look(places: &[Watched]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for place in places {
        for entry in WalkDir::new(&place.path).follow_links(true).sort_by_file_name() {
            // What cannot be looked at now is a change when it can be.
            let Ok(entry) = entry else { continue };
            entry.path().hash(&mut hasher);
            if let Ok(metadata) = entry.metadata()
                && !metadata.is_dir()
            {
                (metadata.len(), metadata.modified().ok()).hash(&mut hasher);
            }
        }
    }
    hasher.finish()
}

fn identity(path: &Path) -> Option<Handle> {
    Handle::from_path(path).ok()
}

fn watcher(
    places: &[Watched],
    send: &mpsc::Sender<()>,
) -> anyhow::Result<Debouncer<RecommendedWatcher, RecommendedCache>> {
    let (send, of_site) = (send.clone(), places.to_vec());
    let mut debouncer = new_debouncer(QUIET, None, move |events: DebounceEventResult| {
        if is_change(&events, &of_site) {
            let _ = send.send(());
        }
    })?;
    for place in places.iter().filter(|place| place.path.exists()) {
        // A file that an editor replaces is seen by its folder only.
        let path = match place.mode {
            RecursiveMode::Recursive => &*place.path,
            RecursiveMode::NonRecursive => place.path.parent().unwrap_or(&place.path),
        };
        match debouncer.watch(path, place.mode) {
            // It went away just now; what follows is a change of its own.
            Err(error) if !path.exists() => drop(error),
            watched => watched.with_context(|| cannot_watch(path))?,
        }
    }
    Ok(debouncer)
}

fn cannot_watch(path: &Path) -> String {
    format!("cannot watch {}; `--poll` looks at the files instead", path.display())
}

/// Whether something of the site changed. Mere reading is an event too; after an error of the watcher anything may have
/// changed.
fn is_change(events: &DebounceEventResult, places: &[Watched]) -> bool {
    let Ok(events) = events else { return true };
    let is_of_site = |path: &PathBuf| places.iter().any(|place| path.starts_with(&place.path));
    let changes = events.iter().filter(|event| !matches!(event.kind, EventKind::Access(_)));
    changes.into_iter().any(|event| event.need_rescan() || event.paths.iter().any(is_of_site))
}
