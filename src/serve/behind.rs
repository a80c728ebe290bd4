//! Behind the pages that somebody looks at: all others are made when nothing changes for a moment, and dropped; what is wrong with
//! them is told.

use std::sync::{Arc, mpsc};
use std::time::Duration;

use tokio::sync::watch::Sender;

use crate::serve::preview::Preview;

/// How long nothing must change before it begins: whoever saves is about to look at a page, and saves again soon.
const QUIET: Duration = Duration::from_millis(200);

/// Begins now, and again whenever it is told through what is given back that something was built.
///
/// # Errors
///
/// The system gives no threads.
pub fn start(preview: Arc<Preview>, news: Arc<Sender<()>>) -> anyhow::Result<mpsc::Sender<()>> {
    let (send, built) = mpsc::channel();
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    // One is left to those who look at pages.
    let threads = rayon::ThreadPoolBuilder::new().num_threads(processors.saturating_sub(1).max(1)).build()?;
    std::thread::spawn(move || {
        loop {
            while built.recv_timeout(QUIET).is_ok() {}
            let state = preview.state();
            if threads.install(|| preview.complete(&state)) {
                news.send_replace(());
                if built.recv().is_err() {
                    return;
                }
            }
        }
    });
    Ok(send)
}
