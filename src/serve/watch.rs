//! Watching the site: what lies in its folder, and what its links lead to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
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
/// Paths that are looked at one by one when they change; of more all files are looked at.
const MANY: usize = 64;
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
    /// What all files looked like when they were last looked at, or were told to have changed.
    seen: Seen,
    /// Whether something may have come of which nobody tells: a new folder is watched only from a moment after it is there.
    is_doubtful: bool,
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
        let (watcher, seen, is_doubtful) = (None, Seen::new(), false);
        let mut watch = Watch { preview, notice, send, changes, places, identities, watcher, seen, is_doubtful };
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
                        let changed = self.known(changed);
                        self.build(changed, &told);
                    }
                    Err(_) => {
                        let changed = self.unnoticed();
                        self.build(changed, &told);
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

    /// Builds at once if something changed; if more changes meanwhile, waits until all has settled and builds again, and tells
    /// of the last build only. What changes after the watch began anew is told by it; what changed before was told by nobody,
    /// and is in this build, which looks everywhere.
    fn build(&mut self, mut changed: Changed, told: &Told) {
        if changed.is_nothing() {
            return;
        }
        while !changed.is_nothing() {
            if self.follow() {
                changed = Changed::Anywhere;
            }
            self.preview.build(&changed);
            let _ = told.behind.send(());
            let Ok(more) = self.changes.try_recv() else { break };
            let more = self.settled(more.changed);
            changed = self.known(more);
        }
        told.news.send_replace(());
    }

    /// What was told to have changed, path by path. Where it may be anywhere, such as when more was told at once than the system
    /// keeps, all is looked at: a build reads every file, and each reading is told, too.
    fn known(&mut self, changed: Changed) -> Changed {
        match changed {
            Changed::At(paths) if paths.len() <= MANY => {
                paths.iter().for_each(|path| self.look_at(path));
                Changed::At(paths)
            }
            changed => {
                self.is_doubtful |= changed == Changed::Anywhere;
                self.differences()
            }
        }
    }

    /// Looks at one path again.
    fn look_at(&mut self, path: &Path) {
        match path.symlink_metadata() {
            Ok(_) => drop(self.seen.insert(path.to_owned(), looks(path))),
            Err(_) => self.seen.retain(|known, _| !known.starts_with(path)),
        }
    }

    /// What looks otherwise than when it was last looked at.
    fn differences(&mut self) -> Changed {
        let now = look(&self.places);
        let gone = self.seen.keys().filter(|path| !now.contains_key(*path));
        let others = now.iter().filter(|(path, looks)| self.seen.get(*path) != Some(*looks)).map(|(path, _)| path);
        let changed = gone.chain(others).cloned().collect();
        self.seen = now;
        Changed::At(changed)
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
        if matches!(self.notice, Notice::Poll(_)) {
            return self.differences();
        }
        if !std::mem::take(&mut self.is_doubtful) {
            return Changed::At(BTreeSet::new());
        }
        let changed = self.differences();
        self.is_doubtful = !changed.is_nothing();
        changed
    }

    /// Watches what is to be watched now, and gives back whether the watch began anew; says so when that is not possible.
    fn follow(&mut self) -> bool {
        self.renew().unwrap_or_else(|error| {
            eprintln!("error: {}", printable(&format!("{error:#}")));
            true
        })
    }

    fn renew(&mut self) -> anyhow::Result<bool> {
        let places = places(&self.preview);
        let works = self.watcher.is_some() || (matches!(self.notice, Notice::Poll(_)) && !self.places.is_empty());
        if works && places == self.places && self.is_current() {
            return Ok(false);
        }
        self.watcher = None;
        self.identities = places.iter().map(|place| identity(&place.path)).collect();
        self.places = places;
        if self.notice == Notice::Events {
            self.watcher = Some(watcher(&self.places, &self.send)?);
        }
        self.seen = look(&self.places);
        Ok(true)
    }
}

/// Who is told of builds.
struct Told {
    /// Those who look at pages.
    news: Arc<Sender<()>>,
    /// What makes all other pages.
    behind: mpsc::Sender<()>,
}

/// What a file looks like from outside: its size, its time, and which file it is; `None`: it is none, but a folder.
type Looks = Option<(u64, Option<SystemTime>, u64)>;
/// What files look like, by their paths.
type Seen = BTreeMap<PathBuf, Looks>;

fn looks(path: &Path) -> Looks {
    let metadata = path.metadata().ok().filter(|metadata| !metadata.is_dir())?;
    Some((metadata.len(), metadata.modified().ok(), number(&metadata)))
}

/// The number of a file, where files have one.
#[cfg(unix)]
fn number(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> u64 {
    0
}

/// What all files look like. `notify` can poll, too, but knows times to the second only, or reads every file each time.
fn look(places: &[Watched]) -> Seen {
    let mut seen = Seen::new();
    for place in places {
        for entry in WalkDir::new(&place.path).follow_links(true) {
            // What cannot be looked at now is a change when it can be.
            let Ok(entry) = entry else { continue };
            let looks = if entry.file_type().is_dir() { None } else { looks(entry.path()) };
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::config::Run;

    /// Writes a site whose pages have these names.
    fn write(site: &Path, pages: &[&str]) {
        let pages_folder = site.join("content/pages");
        fs::create_dir_all(&pages_folder).expect("can be made");
        let settings = "title: Parks\nbase_url: https://parks.example\nlanguages: [en]\nsearch: false\n";
        fs::write(site.join("content/site.yaml"), settings).expect("can be written");
        let model = "label: Pages\nsegment: ''\nfields:\n  title: {type: text, label: Title}\n";
        fs::write(pages_folder.join("_collection.yaml"), model).expect("can be written");
        for page in pages {
            let slug = if *page == "home" { "slug: ''\n" } else { "" };
            fs::write(pages_folder.join(format!("{page}.yaml")), format!("title: {page}\n{slug}")).expect("is written");
        }
    }

    #[test]
    fn a_folder_that_was_replaced_is_looked_at_everywhere_whatever_was_told() {
        let site = std::env::temp_dir().join(format!("prospectus-watch-{}", std::process::id()));
        write(&site, &["home"]);
        let run = || Ok(Run::on(jiff::civil::date(2026, 10, 1)));
        let preview = Arc::new(Preview::new(site.clone(), run, |_, _| {}));
        let mut watch = Watch::start(preview.clone(), Notice::Events).expect("can be watched");
        preview.build(&Changed::Anywhere);
        let (behind, _all_others) = mpsc::channel();
        let told = Told { news: Arc::new(tokio::sync::watch::channel(()).0), behind };

        fs::rename(site.join("content"), site.join("old")).expect("can be moved");
        write(&site, &["home", "about"]);
        let changed = Changed::At([site.join("content/pages/home.yaml")].into());
        watch.build(changed, &told);

        let state = preview.state();
        let about = preview.file(&state, "about/index.html");
        fs::remove_dir_all(&site).expect("can be removed");
        assert!(about.is_some(), "{:?}", state.findings.all());
    }
}
