//! Sinks that ask the cache before an image is encoded.

use std::path::Path;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::cache::remembered::Cache;
use crate::images::picture::Order;
use crate::output::{OutputFile, Part, Sink, Wish};
use crate::read;

/// Hands files on, and takes versions of images from the old output where they are what an earlier run made.
pub struct Remembering<'a> {
    /// Where files go.
    pub sink: &'a dyn Sink,
    /// What earlier runs made.
    pub cache: &'a Cache,
    /// The old output; it need not be there.
    pub output: &'a Path,
}

impl Sink for Remembering<'_> {
    fn put(&self, file: OutputFile) {
        self.sink.put(file);
    }

    fn wish(&self, order: &Order) -> Wish {
        let known = self.cache.sha256(order).and_then(|sha256| {
            let bytes = read::bytes(&self.output.join(&*order.version.path)).ok()?;
            (Sha256::digest(&bytes)[..] == sha256).then_some((sha256, bytes))
        });
        let Some((sha256, bytes)) = known else { return self.sink.wish(order) };
        self.cache.keep(order, sha256);
        Wish::Known(bytes)
    }

    fn encoded(&self, order: &Order, bytes: &[u8]) {
        self.cache.keep(order, Sha256::digest(bytes).into());
        self.sink.encoded(order, bytes);
    }

    fn keeps(&self, part: &Arc<dyn Part>) -> bool {
        self.sink.keeps(part)
    }

    fn is_closed(&self) -> bool {
        self.sink.is_closed()
    }
}

/// Drops everything; of images it wants to know that they can be encoded, where no run has done so.
pub struct Unwritten<'a>(pub &'a Cache);

impl Sink for Unwritten<'_> {
    fn put(&self, _: OutputFile) {}

    fn wish(&self, order: &Order) -> Wish {
        if self.0.has(order) { Wish::Nothing } else { Wish::Sound }
    }

    fn keeps(&self, part: &Arc<dyn Part>) -> bool {
        part.is_apart()
    }
}
