//! Watching the site: what lies in its folder, and what its links lead to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant, SystemTime};

use anyhow::Context as _;
use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use same_file::Handle;
use tokio::sync::watch::Sender;
use walkdir::WalkDir;

use crate::diagnostics::printable::printable;
use crate::serve::changed::Changed;
use crate::serve::preview::Preview;

/// How long it is waited for the end of a write of which only the beginning was told: not every system tells the end.
const WRITING: Duration = Duration::from_millis(20);
/// How long nothing more must come once many changes came one after the other, as in a checkout.
const SETTLED: Duration = Duration::from_millis(25);
/// How long is waited for that at most.
const PATIENCE: Duration = Duration::from_secs(1);
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

/// Something that was told.
struct News {
    changed: Changed,
    /// Whether it is the middle of a write, whose end may be told, too.
    is_unfinished: bool,
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
    send: mpsc::Sender<News>,
    changes: mpsc::Receiver<News>,
    places: Vec<Watched>,
    /// Open handles: as long as one is open, nothing else gets the identity of the file. `None`: nothing was there.
    identities: Vec<Option<Handle>>,
    /// Sends events until it is dropped; `None`: files are looked at, or the last attempt to watch failed.
    watcher: Option<RecommendedWatcher>,
    /// What was seen when files were last looked at; `None`: changes are told.
    seen: Option<Seen>,
    /// What was seen before the last build, where what comes into a new folder may not have been told: it is watched only from
    /// a moment after it is there. It is looked at once more when nothing is told.
    doubted: Option<Seen>,
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
        let (watcher, seen, doubted) = (None, None, None);
        let mut watch = Watch { preview, notice, send, changes, places, identities, watcher, seen, doubted };
        watch.renew()?;
        Ok(watch)
    }

    /// Builds after every change, on a thread of its own, and tells of each build.
    pub fn build_after_changes(mut self, news: Arc<Sender<()>>, behind: mpsc::Sender<()>) {
        std::thread::spawn(move || {
            let told = Told { news, behind };
            let pause = match self.notice {
                Notice::Events => LOOK,
                Notice::Poll(every) => every,
            };
            loop {
                // The last build may have found new links: what they lead to is watched, and built as it is from then on.
                while places(&self.preview) != self.places {
                    self.build(Changed::Anywhere, &told);
                }
                match self.changes.recv_timeout(pause) {
                    Ok(news) => {
                        let changed = self.finished(news);
                        self.build(changed, &told);
                    }
                    Err(_) => {
                        let changed = self.unnoticed();
                        if !changed.is_nothing() {
                            self.build(changed, &told);
                        }
                    }
                }
            }
        });
    }

    /// All that was told by now, when the write that it may be the middle of has ended.
    fn finished(&self, first: News) -> Changed {
        let News { mut changed, mut is_unfinished } = first;
        let end = Instant::now() + WRITING;
        loop {
            let more = match is_unfinished {
                true => self.changes.recv_timeout(end.saturating_duration_since(Instant::now())).ok(),
                false => self.changes.try_recv().ok(),
            };
            let Some(more) = more else { return changed };
            is_unfinished &= more.is_unfinished;
            changed.add(more.changed);
        }
    }

    /// What is told until nothing more comes for a moment.
    fn settled(&self, mut changed: Changed) -> Changed {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE
            && let Ok(more) = self.changes.recv_timeout(SETTLED)
        {
            changed.add(more.changed);
        }
        changed
    }

    /// Builds at once; if more changes meanwhile, waits until all has settled and builds again, and tells of the last build
    /// only. What changes after the watch began anew is told by it, what changed before is in this build.
    fn build(&mut self, mut changed: Changed, told: &Told) {
        loop {
            self.follow();
            if changed == Changed::Anywhere && self.seen.is_none() {
                self.doubted = Some(look(&self.places));
            }
            self.preview.build(&changed);
            let _ = told.behind.send(());
            let Ok(more) = self.changes.try_recv() else { break };
            changed = self.settled(more.changed);
        }
        told.news.send_replace(());
    }

    /// Whether the same files and folders still lie at the same paths.
    fn is_current(&self) -> bool {
        let is_same = |(place, known): (&Watched, &Option<Handle>)| identity(&place.path) == *known;
        self.places.iter().zip(&self.identities).all(is_same)
    }

    /// What changed without being told.
    fn unnoticed(&mut self) -> Changed {
        if !self.is_current() {
            return Changed::Anywhere;
        }
        if self.doubted.take().is_some_and(|before| before != look(&self.places)) {
            return Changed::Anywhere;
        }
        let Some(seen) = &mut self.seen else { return Changed::At(BTreeSet::new()) };
        let before = std::mem::replace(seen, look(&self.places));
        let gone = before.keys().filter(|path| !seen.contains_key(*path));
        let others = seen.iter().filter(|(path, looks)| before.get(*path) != Some(*looks)).map(|(path, _)| path);
        Changed::At(gone.chain(others).cloned().collect())
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

/// Who is told of builds.
struct Told {
    /// Those who look at pages.
    news: Arc<Sender<()>>,
    /// What makes all other pages.
    behind: mpsc::Sender<()>,
}

/// What files look like from outside: sizes and times, by their paths.
type Seen = BTreeMap<PathBuf, Option<(u64, Option<SystemTime>)>>;

/// What all files look like. `notify` can poll, too, but knows times to the second only, or reads every file each time.
fn look(places: &[Watched]) -> Seen {
    let mut seen = Seen::new();
    for place in places {
        for entry in WalkDir::new(&place.path).follow_links(true).sort_by_file_name() {
            // What cannot be looked at now is a change when it can be.
            let Ok(entry) = entry else { continue };
            let metadata = entry.metadata().ok().filter(|metadata| !metadata.is_dir());
            let looks = metadata.map(|metadata| (metadata.len(), metadata.modified().ok()));
            seen.insert(entry.into_path(), looks);
        }
    }
    seen
}

fn identity(path: &Path) -> Option<Handle> {
    Handle::from_path(path).ok()
}

fn watcher(places: &[Watched], send: &mpsc::Sender<News>) -> anyhow::Result<RecommendedWatcher> {
    let (send, of_site) = (send.clone(), places.to_vec());
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if let Some(news) = news(event, &of_site) {
            let _ = send.send(news);
        }
    })?;
    for place in places.iter().filter(|place| place.path.exists()) {
        // A file that an editor replaces is seen by its folder only.
        let path = match place.mode {
            RecursiveMode::Recursive => &*place.path,
            RecursiveMode::NonRecursive => place.path.parent().unwrap_or(&place.path),
        };
        match watcher.watch(path, place.mode) {
            // It went away just now; what follows is a change of its own.
            Err(error) if !path.exists() => drop(error),
            watched => watched.with_context(|| cannot_watch(path))?,
        }
    }
    Ok(watcher)
}

fn cannot_watch(path: &Path) -> String {
    format!("cannot watch {}; `--poll` looks at the files instead", path.display())
}

/// What an event tells of the site; `None`: nothing. Mere reading is an event too; after an error of the watcher anything may
/// have changed.
fn news(event: notify::Result<Event>, places: &[Watched]) -> Option<News> {
    let anywhere = || News { changed: Changed::Anywhere, is_unfinished: false };
    let Ok(event) = event else { return Some(anywhere()) };
    if event.need_rescan() {
        return Some(anywhere());
    }
    let is_unfinished = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
        EventKind::Access(_) => return None,
        EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Any | ModifyKind::Metadata(_)) => true,
        EventKind::Create(_) => event.paths.iter().any(|path| path.is_file()),
        _ => false,
    };
    // What lies in a new folder may not be told.
    let is_new = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_)));
    if is_new && event.paths.iter().any(|path| path.is_dir()) {
        return Some(anywhere());
    }
    let paths = event.paths.into_iter().filter(|path| places.iter().any(|place| path.starts_with(&place.path)));
    let changed = Changed::At(paths.collect());
    (!changed.is_nothing()).then_some(News { changed, is_unfinished })
}
