//! Serve: build, publish into memory, wait for a change, build again.
//!
//! In:  the site's folder, a port.
//! Out: the site on 127.0.0.1, with the findings of the last build in every page; browsers load again after each build.
//!
//! What it shows is what `build` writes: the same pipeline into another sink.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros,
    reason = "of the shell: it touches the world for the core"
)]

mod preview;
mod server;
mod watch;

use std::net::TcpListener;
use std::sync::Arc;

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
    let (builds, _) = tokio::sync::watch::channel(preview.build());
    let builds = Arc::new(builds);
    watch.build_after_changes(builds.clone());
    ready();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(server::serve(preview, builds, listener))
}
