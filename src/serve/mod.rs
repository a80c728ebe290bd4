//! Serve: build up to the pages, wait for a change, build again; make a page when somebody asks for it.
//!
//! In:  the site's folder, a port.
//! Out: the site on 127.0.0.1, with what is found in every page; browsers learn of each build.
//!
//! What it shows is what `build` writes: the same parts of the same pipeline into another sink. `watch` tells what changed,
//! `preview` builds and keeps the last state without errors, `files` makes what is asked for, `behind` makes all else when
//! nothing changes for a moment, for what is found in it, `server` answers.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros,
    reason = "of the shell: it touches the world for the core"
)]

mod locked;
mod changed;
mod files;
mod findings;
mod good;
mod preview;
mod about;
mod behind;
mod server;
mod watch;

use std::net::TcpListener;
use std::sync::Arc;

pub use changed::Changed;
pub use preview::Preview;
pub use watch::Notice;

/// Builds, calls `ready`, and serves the preview until the process ends.
///
/// # Errors
///
/// The folder cannot be watched.
pub fn run(preview: Preview, listener: TcpListener, notice: Notice, ready: impl FnOnce()) -> anyhow::Result<()> {
    let preview = Arc::new(preview);
    // Watched first: what changes during the first build is built again.
    let watch = watch::Watch::start(preview.clone(), notice)?;
    let (news, _) = tokio::sync::watch::channel(());
    preview.build(&Changed::Anywhere);
    let news = Arc::new(news);
    let behind = behind::start(preview.clone(), news.clone())?;
    watch.build_after_changes(news.clone(), behind);
    ready();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(server::serve(preview, news, listener))
}
