//! Images of records, encoded into the sink: all versions of one at once, several images side by side.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use crate::diagnostics::{Diagnostic, Place, codes};
use crate::images::encode::{encoded, sound};
use crate::images::flaw::Flaw;
use crate::images::picture::Order;
use crate::output::{OutputFile, Sink, Wish};
use crate::pages::states::OfBuild;
use crate::plan::published::{Content, PublishedFile};
use crate::report::recorder::Note;

/// Pixels of the images that are encoded side by side, at most, or one image: each takes some 15 bytes of memory.
const MOST_AT_ONCE: u64 = 64_000_000;

/// What is to be made of each image, by its file in the site.
pub type Orders = BTreeMap<Arc<str>, Vec<Order>>;

/// Takes the images from the files that are published.
pub fn orders(published: Vec<PublishedFile>) -> (Orders, Vec<PublishedFile>) {
    let mut orders = Orders::new();
    let others = published.into_iter().filter_map(|file| match file.content {
        Content::Image(order) => {
            orders.entry(order.source.clone()).or_default().push(order);
            None
        }
        _ => Some(file),
    });
    let others = others.collect();
    (orders, others)
}

/// Hands the versions of all images to the sink, as it wishes; gives back what was found.
pub fn publish(states: OfBuild, orders: &Orders, sink: &dyn Sink) -> Vec<Diagnostic> {
    let images = &states.renderer.report.images;
    let all: Vec<(&Arc<str>, &Vec<Order>)> = orders.iter().collect();
    let mut rest = &all[..];
    let mut findings = Vec::new();
    while !rest.is_empty() {
        let mut pixels = 0;
        let fits = rest.iter().take_while(|(source, _)| {
            let before = pixels;
            pixels += images.of(source).and_then(|picture| picture.size).map_or(0, |size| size.pixels());
            before == 0 || pixels <= MOST_AT_ONCE
        });
        let (side_by_side, later) = rest.split_at(fits.count());
        rest = later;
        let found = side_by_side.par_iter().filter_map(|(source, orders)| {
            let (picture, place) = images.0.get(*source)?;
            Some(match one(source, orders, states, sink).err()? {
                Failure::Unreadable(finding) => *finding,
                Failure::Changed => {
                    let finding =
                        Diagnostic::new(&codes::UNREADABLE, Place::file((*source).clone()), "changed meanwhile");
                    finding.hint("somebody wrote this file while the site was built: build it again")
                }
                Failure::Flaw(flaw) => flaw.finding(picture.name(), place.clone()),
            })
        });
        findings.extend(found.collect::<Vec<_>>());
    }
    findings
}

/// Why an image was not encoded.
enum Failure {
    /// Its file could be read before, and cannot be read now.
    Unreadable(Box<Diagnostic>),
    /// It is another by now.
    Changed,
    /// It is damaged.
    Flaw(Flaw),
}

/// Hands the versions of one image to the sink.
fn one(source: &Arc<str>, orders: &[Order], states: OfBuild, sink: &dyn Sink) -> Result<(), Failure> {
    let read = || states.files.bytes(source).map_err(Failure::Unreadable);
    let put = |order: &Order, bytes: Vec<u8>| {
        let reads = states.renderer.report.reads(vec![Note::File(order.source.clone())]);
        sink.put(OutputFile { path: order.version.path.to_string(), bytes, reads });
    };
    let (mut missing, mut is_doubted) = (Vec::new(), false);
    for order in orders.iter().filter(|order| sink.has(&order.version.path, &states).is_none()) {
        match sink.wish(order) {
            Wish::Known(bytes) => put(order, bytes),
            Wish::Encoded => missing.push(order),
            Wish::Sound => is_doubted = true,
            Wish::Nothing => {}
        }
    }
    if !missing.is_empty() {
        let bytes = read()?;
        if missing.iter().any(|order| Sha256::digest(&bytes)[..] != order.sha256) {
            return Err(Failure::Changed);
        }
        let made = encoded(&bytes, &missing).map_err(Failure::Flaw)?;
        for (order, bytes) in missing.into_iter().zip(made) {
            sink.encoded(order, &bytes);
            put(order, bytes);
        }
    } else if let (true, Some(order)) = (is_doubted, orders.first()) {
        sound(&read()?, order.from).map_err(Failure::Flaw)?;
    }
    Ok(())
}
