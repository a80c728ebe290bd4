//! Watching the site's folder.

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use anyhow::Context as _;
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use tokio::sync::watch::Sender;

use crate::serve::Preview;

/// How long changes are collected before a build.
const QUIET: Duration = Duration::from_millis(60);

/// Builds after every change, on a thread of its own, for as long as the watcher lives.
pub fn start(
    preview: Arc<Preview>,
    builds: Arc<Sender<u64>>,
) -> anyhow::Result<Debouncer<RecommendedWatcher, RecommendedCache>> {
    let (send, changes) = mpsc::channel::<()>();
    let mut debouncer = new_debouncer(QUIET, None, move |events: DebounceEventResult| {
        if is_change(&events) {
            let _ = send.send(());
        }
    })?;
    for part in ["content", "themes"] {
        let folder = preview.site.join(part);
        if folder.is_dir() {
            debouncer
                .watch(&folder, RecursiveMode::Recursive)
                .with_context(|| format!("cannot watch {}", folder.display()))?;
        }
    }
    std::thread::spawn(move || {
        while changes.recv().is_ok() {
            while changes.try_recv().is_ok() {}
            // A panic is a fault of ours: it must not leave a preview that never changes again.
            match std::panic::catch_unwind(AssertUnwindSafe(|| preview.build())) {
                Ok(Ok(number)) => drop(builds.send(number)),
                Ok(Err(error)) => eprintln!("error: {error:#}"),
                Err(_) => eprintln!("error: this build failed inside Prospectus; please report it"),
            }
        }
    });
    Ok(debouncer)
}

/// Mere reading is an event too; after an error of the watcher anything may have changed.
fn is_change(events: &DebounceEventResult) -> bool {
    match events {
        Ok(events) => events.iter().any(|event| !matches!(event.kind, EventKind::Access(_))),
        Err(_) => true,
    }
}
